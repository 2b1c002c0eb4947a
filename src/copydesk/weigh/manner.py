"""How a claim is put: as a fact, an announcement, an expectation or an opinion; by whom; and what it rests on."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from copydesk.records import ClaimKind
from copydesk.weigh.cast import Cast
from copydesk.weigh.grammar import AHEAD, Firmness
from copydesk.weigh.lists import listed
from copydesk.weigh.nodes import Node, credited, quote_of
from copydesk.weigh.units import Unit

_ANNOUNCING = listed("""
    announce unveil launch pledge promise vow agree sign introduce propose offer disclose approve adopt establish plan commit
    invest replace expand open build join host create award
    """)
_PUTTING = AHEAD | _ANNOUNCING
_OPINING = listed("argue believe think criticize criticise praise condemn blame accuse hope fear doubt welcome slam blast hail")
_OPINION = re.compile(
    r"\b(?:i|we) (?:just |really |strongly |do )?(?:think|believe|feel|hope|doubt|know|want)\b|\bfair to say\b|"
    r"\bin my (?:view|opinion)\b|\b(?:should|must|ought to|deserves?)\b|"
    r"\b(?:wonderful|terrible|awful|great|disgraceful|outrageous|shameful|proud|unacceptable|important|significant|"
    r"deeply|historic|extraordinary|ridiculous|wrong|right thing)\b",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"\b(?:in|at|during|on) (?:an? |the |their |his |her |its )?(?:[\w’'-]+ ){0,3}?(?:call|briefing|(?:news|press) conference|"
    r"conference call|statement|press release|news release|interview|testimony|hearing|court (?:filing|document|paper)s?|lawsuit|"
    r"complaint|affidavit|indictment|memo|letter|e-?mail|tweet|post|report)"
    r"(?: (?:with|to|for) (?:[\w’'-]+ ){0,2}?(?:reporters|journalists|the press|media))?"
    r"(?: (?:on |late |early )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?)?",
    re.IGNORECASE,
)
# One of these is in every such phrase; a look at the words of a sentence is cheaper than one for the phrase.
_PLACES = listed("""
    call briefing conference statement release interview testimony hearing filing document paper lawsuit complaint affidavit
    indictment memo letter email e-mail mail tweet post report reporter journalist
    """)
_MOST_WORDS = 9  # of a speaker's description
_TOLD = re.compile(r"\btold (?:reporters|journalists|a news conference|a press conference|a briefing)\b", re.IGNORECASE)


def kind_of(node: Node) -> ClaimKind:
    """Return how a node puts what it says."""
    if opinion(node):
        return "opinion"
    if _PUTTING.isdisjoint(node.syntax.words) or node.predicate is None:
        return "fact"
    careful: dict[Firmness, ClaimKind] = {"expected": "expectation", "possible": "expectation", "will": "announcement"}
    firmness = node.predicate.firmness
    if firmness in careful:
        return careful[firmness]
    return "announcement" if node.predicate.lemma in _ANNOUNCING and firmness == "is" else "fact"


def opinion(node: Node) -> bool:
    """Return whether a node says what somebody holds."""
    if node.quoted > 0.5 and _OPINION.search(node.text):
        return True
    return node.attributed and any(q.cue is not None and q.cue.lower() in _OPINING for q in node.unit.quotes)


def speaker_name(units: Iterable[Unit], cast: Cast) -> str | None:
    """Return who says a claim, by name or in the words of the first unit that attributes it."""
    for unit in units:
        quote = quote_of(unit)
        if quote is not None and quote.speaker is not None:
            return cast.name(cast.key(unit.marked.article.id, quote.entity)) if quote.entity else quote.speaker
    return None


def rests_on(group: Sequence[Node], cast: Cast) -> tuple[str, ...]:
    """Return the speakers, briefings and documents that a claim rests on, those named most often first."""
    found: Counter[str] = Counter()
    for node in group:
        unit = node.unit
        if unit.quotes:
            found.update(dict.fromkeys([*speakers(unit, cast), *occasions(node)], 1))
    if not found:
        return ()
    named = sorted(found, key=lambda name: (-found[name], -len(name), name))
    return tuple(name for i, name in enumerate(named) if not any(inside(name, other) for other in named if other != name))


def inside(name: str, other: str) -> bool:
    """Return whether a phrase is the end of a longer one: "officials" of "senior administration officials"."""
    return len(name) < len(other) and other.lower().endswith(name.lower())


def speakers(unit: Unit, cast: Cast) -> Iterable[str]:
    """Yield who says what a unit says."""
    for quote in unit.quotes:
        if quote.speaker is None or quote.known in ("pronoun", "unknown") or credited(quote, unit) or not plausible(quote.speaker):
            continue
        if quote.entity is not None and quote.known == "named":
            yield cast.name(cast.key(unit.marked.article.id, quote.entity))
        else:
            yield bare(quote.speaker)


def plausible(speaker: str) -> bool:
    """Return whether words can name a speaker: few, and no number among them."""
    words = speaker.split()
    return len(words) <= _MOST_WORDS and not any(c.isdigit() for c in speaker) and words[:1] != ["who"]


def bare(speaker: str) -> str:
    """Return a speaker's description without article and number."""
    return re.sub(r"^(?:the|an?|one|some|two|three|several|other) ", "", " ".join(speaker.split()), flags=re.IGNORECASE)


def occasions(node: Node) -> Iterator[str]:
    """Yield the briefings and documents that a node names as where it was said."""
    if _PLACES.isdisjoint(node.syntax.words):
        return
    words = " ".join(node.text.split())
    for match in _OCCASION.finditer(words):
        yield re.sub(r"^(?:in|at|during|on) ", "", match[0], flags=re.IGNORECASE)
    if _TOLD.search(words):
        yield "words to reporters"
