"""Who or what stands behind a claim: the people and bodies that say it, the briefings and documents in which they do.

Marks tell most of it. The words of a sentence tell the rest: who is named at its end (", officials told reporters"), who discloses
or acknowledges what it says, and, for a sentence that leans on the one before it, who said that one.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from copydesk.records import QuoteMark, Token
from copydesk.text.unnamed import is_unnamed
from copydesk.text.words import SPEECH_LEMMAS
from copydesk.weigh.cast import Cast
from copydesk.weigh.grammar import Syntax
from copydesk.weigh.ground import Ground
from copydesk.weigh.lists import listed
from copydesk.weigh.nodes import Node, credited, quote_of
from copydesk.weigh.units import SUBJECTS, Unit

_FILL = r"(?:(?!(?:after|before|at|in|on|to|of|from|with|by|and|when|as)\b)[\w’'-]+ ){0,3}?"
_OCCASION = re.compile(
    rf"\b(?:in|at|during|on|told) (?:an? |the |their |his |her |its )?{_FILL}(?:call|briefing|(?:news|press) conference|"
    r"conference call|statement|press release|news release|interview|testimony|hearing|court (?:filing|document|paper)s?|lawsuit|"
    r"complaint|affidavit|indictment|memo|letter|e-?mail|tweet|post|report)\b"
    r"(?: (?:with|to|for) (?:[\w’'-]+ ){0,2}?(?:reporters|journalists|the press|media))?"
    r"(?: (?:on |late |early )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?)?",
    re.IGNORECASE,
)
# One of these is in every such phrase; a look at the words of a sentence is cheaper than one for the phrase.
_PLACES = listed("""
    call briefing conference statement release interview testimony hearing filing document paper lawsuit complaint affidavit
    indictment memo letter email e-mail mail tweet post report
    """)
_HEARD = re.compile(r"\b(?:call|briefing|conference|interview)\b", re.IGNORECASE)  # occasions at which people speak
_LEADING = re.compile(
    r"^(?:the|an?|one|some|two|three|four|five|six|several|other|both|of|many|at|in|on|during|to|told) ", re.IGNORECASE
)
_OF_PLACE = re.compile(r"(?:^|[.,;:“\"] |\b(?:that|and|but) )((?:[\w’'-]+ ){1,4}(?:in|of|from|at|near) (?:the )?)$")
_MOST_WORDS = 9  # of a speaker's description
_ASKING = frozenset({"ask", "asks", "asked", "asking", "found", "finds", "find", "wondered", "learned", "learnt"})
_TELLING = SPEECH_LEMMAS | {"preview", "brief", "disclose", "outline"}
_DISCLOSING = listed("disclose outline preview acknowledge reveal confirm announce report admit concede")
# Who speaks for a body without being named.
_VOICES = listed("""
    official source spokesman spokeswoman spokesperson aide adviser advisor diplomat minister police authority prosecutor officer
    investigator administration government ministry lawyer attorney representative insider executive
    """)
_BEFORE_NOUN = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART")
_LONGEST_BEFORE = 60  # code points before a place that are searched for who speaks there
_POINTING = frozenset({"this", "these", "that", "those"})


_HINTS = _TELLING | _PLACES | _POINTING  # without one of these, and without a quote, nobody is named as saying it


class Backing(msgspec.Struct, frozen=True, gc=False):
    """Who or what stands behind a claim.

    Attributes:
        rests_on: The speakers, briefings and documents that it rests on, those named most often first.
        unnamed: Whether every origin that carries it has it from unnamed people, and from nobody and nothing with a name.
    """

    rests_on: tuple[str, ...] = ()
    unnamed: bool = False


_NOTHING = Backing()


def teller(units: Iterable[Unit]) -> tuple[QuoteMark, Unit] | None:
    """Return the quote of the first unit that attributes what it says, and that unit; None where none does."""
    for unit in units:
        quote = quote_of(unit)
        asks = quote is not None and quote.cue in _ASKING and quote.known != "document"
        if quote is not None and quote.speaker is not None and not asks and plausible(quote.speaker):
            return quote, unit
    return None


def attribution(quote: QuoteMark) -> str | None:
    """Return who says a quote in its article's words: "officials said", "according to the ministry"."""
    speaker, cue = quote.speaker, quote.cue
    if speaker is None or not cue:
        return speaker
    if cue.lower().endswith((" to", " by")):
        return f"{cue} {speaker}"
    return f"{speaker}, {cue}" if "," in speaker else f"{speaker} {cue}"  # "its director, Elin Sorby, said"


def backing_of(group: Sequence[Node], cast: Cast, ground: Ground) -> Backing:
    """Return who or what stands behind a claim."""
    telling = [node for node in group if node.unit.quotes or not _HINTS.isdisjoint(node.syntax.words)]
    told = [(node, behind(node, cast), list(occasions(node))) for node in telling]
    names = [name for _, people, places in told for name in {*people, *places}]
    if not names:
        return _NOTHING
    found = Counter(names)
    for name in [name for name in found if (name[:1].lower() + name[1:]) != name and name[:1].lower() + name[1:] in found]:
        found[name[:1].lower() + name[1:]] += found.pop(name)  # "Officials" and "officials"
    named = sorted(found, key=lambda name: (-found[name], -len(name), name))
    kept = tuple(name for i, name in enumerate(named) if not any(inside(name, other) for other in named if other != name))
    return Backing(rests_on=kept, unnamed=all_unnamed(group, told, ground))


def all_unnamed(group: Sequence[Node], told: Sequence[tuple[Node, list[str], list[str]]], ground: Ground) -> bool:
    """Return whether all who are named as saying something are unnamed people, and every origin names such.

    What is said in a briefing has no other backing than who spoke there; a document is one of its own.
    """
    people = [name for _, some, _ in told for name in some]
    documents = [place for _, _, places in told for place in places if not _HEARD.search(place)]
    if not people or documents or not all(is_unnamed(name) for name in people):
        return False
    covered = ground.of_all(unit.passage for node, some, _ in told if some for unit in node.units)
    return set(covered) >= set(ground.of_all(unit.passage for node in group for unit in node.units))


def inside(name: str, other: str) -> bool:
    """Return whether a phrase is the end of a longer one: "officials" of "senior administration officials"."""
    return len(name) < len(other) and other.lower().endswith(name.lower())


def behind(node: Node, cast: Cast) -> list[str]:
    """Return who says what a node says."""
    unit = node.unit
    found = [bare(name) for quote in unit.quotes if answerable(quote, unit) and (name := who(quote, unit, cast))]
    return found or told_by(node) or lead_in(node)


def answerable(quote: QuoteMark, unit: Unit) -> bool:
    """Return whether a quote's speaker stands behind what is said: one who is known, and does not ask."""
    if quote.speaker is None or quote.known in ("pronoun", "unknown") or (quote.cue in _ASKING and quote.known != "document"):
        return False
    return not credited(quote, unit) and plausible(quote.speaker)


def plausible(speaker: str) -> bool:
    """Return whether words can name a speaker: few, and no number among them."""
    words = speaker.split()
    return len(words) <= _MOST_WORDS and not any(c.isdigit() for c in speaker) and words[:1] != ["who"]


def who(quote: QuoteMark, unit: Unit, cast: Cast) -> str | None:
    """Return a quote's speaker by name, where one stands in the words for him or right behind them (", Jon Eide, said")."""
    text, article = unit.marked.article.text, unit.marked.article.id
    reach = quote.speaker_end + (2 if text[quote.speaker_end : quote.speaker_end + 1] == "," else 0)
    ending = (n for n in unit.names if n.end >= quote.speaker_end and quote.speaker_start <= n.start <= reach)
    keys = [cast.key(article, n.entity) for n in ending if n.mention != "pronoun"]
    person = next((key for key in keys if cast.kind(key) == "person"), None)
    key = person if person is not None or quote.entity is None else cast.key(article, quote.entity)
    if key is None:
        return quote.speaker
    before = text[max(0, quote.speaker_start - _LONGEST_BEFORE) : max(0, quote.speaker_start)]
    if cast.kind(key) == "place" and (match := _OF_PLACE.search(before)):
        return f"{match[1]}{quote.speaker}"  # "Police in Orvelle", of which only the town was taken for the speaker
    return cast.name(key)


def bare(speaker: str) -> str:
    """Return a speaker's description without article and number: "senior officials" of "one of the senior officials"."""
    words = " ".join(speaker.split())
    while (shorter := _LEADING.sub("", words)) != words:
        words = shorter
    return words


def told_by(node: Node) -> list[str]:
    """Return who tells what a node says where no quote is marked: "…, officials told reporters", "officials disclosed plans"."""
    syntax, main = node.syntax, node.predicate
    if _TELLING.isdisjoint(syntax.words):
        return []
    for verb in reversed(syntax.places(_TELLING)):
        if verb > syntax.first and syntax.tokens[verb].fine in ("VBD", "VBZ", "VBP"):
            noun = noun_before(syntax, verb)
            if noun and syntax.lemma(noun[0] - 1) == ",":
                return [bare(words(syntax, noun))]
    if main is not None and syntax.lemma(syntax.root) in _DISCLOSING and (subject := syntax.children(syntax.root, *SUBJECTS)):
        noun = noun_before(syntax, subject[0] + 1)
        return [small(bare(words(syntax, noun)), syntax.tokens[noun[0]])] if noun else []
    return []


def small(text: str, first: Token) -> str:
    """Return words that began a sentence as they stand inside one."""
    return text if first.tag == "PROPN" else text[:1].lower() + text[1:]


def noun_before(syntax: Syntax, end: int) -> list[int]:
    """Return the words of a noun for somebody who speaks for a body, which ends right before a word; none where it is another."""
    begin = end
    while begin > syntax.first and syntax.tokens[begin - 1].tag in _BEFORE_NOUN and end - begin < _MOST_WORDS:
        begin -= 1
    return list(range(begin, end)) if begin < end and syntax.lemma(end - 1) in _VOICES else []


def words(syntax: Syntax, indices: Sequence[int]) -> str:
    """Return some words in a row as the article has them."""
    span = syntax.span(indices)
    return syntax.text[span.start : span.end]


def lead_in(node: Node) -> list[str]:
    """Return who says the sentence before a node that points back to it ("These goals …") and names nobody."""
    unit = node.unit
    if node.syntax.lemma(unit.first) not in _POINTING or unit.place == 0:
        return []
    marks = unit.marked.marks
    at = bisect_left(marks.sentences, unit.sentence.start, key=lambda s: s.start) - 1
    before = marks.sentences[at]
    spoken = (q for q in marks.quotes if before.start <= q.start < before.end and q.known in ("group", "role"))
    return [bare(q.speaker) for q in spoken if q.speaker and answerable(q, unit)][:1]


def occasions(node: Node) -> Iterator[str]:
    """Yield the briefings and documents that a node names as where it was said."""
    if _PLACES.isdisjoint(node.syntax.words):
        return
    for match in _OCCASION.finditer(" ".join(node.text.split())):
        yield re.sub(r"^(?:in|at|during|on|told) ", "", match[0], flags=re.IGNORECASE)
