"""Which titles stand beside a person's name: "Mayor Ana Boro", "Ana Boro, the mayor of Quist,", "the mayor, Ana Boro,", "is mayor".

They are read from the words and signs: a list of people ("Ana Boro, the mayor and two nurses") gives nobody a title.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from copydesk.records import NameMark
from copydesk.spans import contains
from copydesk.text.roles import TITLE_MODIFIERS
from copydesk.weigh.cast import Cast
from copydesk.weigh.grammar import Syntax
from copydesk.weigh.nodes import Node
from copydesk.weigh.office_words import ENDS, FORMER, PORTFOLIOS, POSTS
from copydesk.weigh.offices import Office, offices_of
from copydesk.weigh.units import FINITE

_LONGEST = 9  # words of a title, and of what it is of
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_CLOSING = frozenset({",", ".", ";", ")", "—", "–", "”", '"', "''", ":", "who", "whose"})
_AGE = 3  # digits
_HONORIFICS = frozenset({"dr", "mr", "mrs", "ms", "sir", "dame", "prof"})  # "Commissioner Dr. Ana Boro"
_GOVERNING = FINITE | {"VBN"}


class Titled(msgspec.Struct, frozen=True, gc=False):
    """A title that an article gives a person.

    Attributes:
        node: Where.
        key: The person.
        title: The title as it is written.
        text: The same with what it is of.
        office: What it says.
    """

    node: Node
    key: str
    title: str
    text: str
    office: Office


def titles_of(nodes: Iterable[Node], cast: Cast) -> dict[str, tuple[Titled, ...]]:
    """Return the titles that some nodes give to people, by person."""
    found: dict[str, list[Titled]] = {}
    for node in nodes:
        for titled in titles_in(node, cast):
            found.setdefault(titled.key, []).append(titled)
    return {key: tuple(found[key]) for key in sorted(found)}


def titles_in(node: Node, cast: Cast) -> Iterator[Titled]:
    """Yield the titles that a node gives to people it names."""
    syntax = node.syntax
    if syntax.words.isdisjoint(ENDS):
        return
    article = node.unit.marked.article.id
    for name in node.unit.names:
        key = cast.key(article, name.entity)
        words = syntax.inside(name)
        if name.mention not in ("full", "short") or not words or cast.kind(key) != "person":
            continue
        for title, tail, called in (*before(syntax, words), *beside(syntax, node, words)):
            told = written(syntax, title), whole(syntax, [*title, *(i for i in tail if i < words[0] or title[0] > words[0])])
            forms = [shown(syntax, i) for i in title], [shown(syntax, i) for i in tail]
            yield from (Titled(node, key, *told, office) for office in offices_of(*forms, called=called))


Phrase = tuple[Sequence[int], Sequence[int]]
Title = tuple[Sequence[int], Sequence[int], bool]


def before(syntax: Syntax, words: range) -> Iterator[Title]:
    """Yield the title that ends where a name begins: "Deputy Finance Minister", "the mine's manager"."""
    name = words[0]
    while name > syntax.first and shown(syntax, name - 1).lower().strip(".") in _HONORIFICS:
        name -= 1
    first = name
    while first > syntax.first and name - first < _LONGEST and in_title(syntax, first - 1, name):
        first -= 1
    while first < name and (syntax.tokens[first].tag in ("PART", "PUNCT", "CCONJ") or syntax.lemma(first) == "'s"):
        first += 1
    past = syntax.lemma(first - 1) == "under"  # "held under President Boro" says what he was
    if first < name and not past and syntax.lemma(name - 1) in ENDS:
        yield range(first, name), behind_name(syntax, words[-1] + 1), shown(syntax, name - 1)[:1].isupper()


def behind_name(syntax: Syntax, at: int) -> range:
    """Return the words of what somebody is of that stand behind the name: "Mayor Ana Boro of Quist"."""
    end = at + 1
    while syntax.lemma(at) == "of" and end < syntax.last and syntax.tokens[end].tag == "PROPN":
        end += 1
    return range(at, end if end > at + 1 else at)


def in_title(syntax: Syntax, at: int, name: int) -> bool:
    """Return whether a word before a title's end belongs to it."""
    token, word = syntax.tokens[at], shown(syntax, at)
    if any(contains(date, token) for date in syntax.dates):
        return False
    if word.lower() == "under":
        return syntax.lemma(at + 1) == "secretary"
    if word.lower() in ENDS | TITLE_MODIFIERS | FORMER:
        return True
    if token.fine in ("POS", "HYPH"):
        return at > syntax.first
    if word.lower() == "and":
        return at > syntax.first and shown(syntax, at - 1).lower() in POSTS.keys() | PORTFOLIOS.keys() and at + 1 < name
    capital = shown(syntax, name - 1)[:1].isupper()
    lone = word[:1].islower() and capital and syntax.tokens[at + 1].fine not in ("POS", "HYPH")
    return token.tag in _NOUNS and at + 1 < name and not lone


def beside(syntax: Syntax, node: Node, name: range) -> Iterator[Title]:
    """Yield the titles that commas or "is" set beside a name."""
    behind = name[-1] + 1
    if syntax.lemma(behind) == "," and (found := apposed(syntax, node, name)) is not None:
        yield *found, False
    if is_now(syntax, behind) and (found := phrase(syntax, behind + 1)) is not None:
        yield *found, False


def apposed(syntax: Syntax, node: Node, name: range) -> Phrase | None:
    """Return the title between commas behind a name, or before it; None where a list of names may go on."""
    at = aged(syntax, name[-1] + 2)
    named = syntax.lemma(at) == "who" and is_now(syntax, at + 1)
    found = phrase(syntax, at + 2 if named else at)
    if found is not None and (named or closes(syntax, found)):
        return None if listed_before(syntax, node, name[0]) else found
    return phrase_before(syntax, name[0] - 1) if found is None and syntax.lemma(name[0] - 1) == "," else None


def is_now(syntax: Syntax, at: int) -> bool:
    """Return whether a word says what somebody is now: "is", but not "is not"."""
    return syntax.lemma(at) == "be" and syntax.tokens[at].fine == "VBZ"


def listed_before(syntax: Syntax, node: Node, name: int) -> bool:
    """Return whether a name follows another in a list: of "Jon Pell, Ana Boro, the mayor," nobody knows who is the mayor."""
    comma = syntax.lemma(name - 1) == "," and name - 2 >= syntax.first
    return comma and any(contains(other, syntax.tokens[name - 2]) for other in node.unit.names if is_person(other))


def is_person(name: NameMark) -> bool:
    """Return whether a mark names somebody or something, and does not stand for it."""
    return name.mention in ("full", "short")


def aged(syntax: Syntax, at: int) -> int:
    """Return the place behind an age and its comma: ", 37, a nurse,"."""
    word = shown(syntax, at) if at + 1 < syntax.last else ""
    return at + 2 if word.isdecimal() and len(word) <= _AGE and syntax.lemma(at + 1) == "," else at


def phrase(syntax: Syntax, at: int) -> Phrase | None:
    """Return the words of a title that begins at a place, and those that say of what; None where none does."""
    if at < syntax.last and (syntax.tokens[at].tag == "DET" or syntax.tokens[at].fine == "PRP$"):
        at += 1
    title: list[int] = []
    while at < syntax.last and len(title) < _LONGEST and (in_noun(syntax, at) or joins(syntax, at)):
        title.append(at)
        at += 1
    if not title or shown(syntax, title[-1]).lower() not in ENDS:
        return None
    tail: list[int] = []
    if at < syntax.last and syntax.tokens[at].tag == "ADP":
        while at < syntax.last and shown(syntax, at).lower() not in _CLOSING:
            if syntax.tokens[at].fine in FINITE or len(tail) > _LONGEST:
                return None
            tail.append(at)
            at += 1
    return title, tail


def in_noun(syntax: Syntax, at: int) -> bool:
    """Return whether a word can stand in a title."""
    token = syntax.tokens[at]
    return token.tag in _NOUNS or token.fine in ("POS", "HYPH") or shown(syntax, at).lower() in TITLE_MODIFIERS | ENDS


def joins(syntax: Syntax, at: int) -> bool:
    """Return whether "and" joins titles, or what one is of: "chairman and chief executive", "health and sport minister"."""
    if syntax.lemma(at) != "and" or shown(syntax, at - 1).lower() not in POSTS.keys() | PORTFOLIOS.keys():
        return False
    following = at + 1
    while following < syntax.last and in_noun(syntax, following):
        following += 1
    return following > at + 1 and shown(syntax, following - 1).lower() in ENDS


def closes(syntax: Syntax, found: Phrase) -> bool:
    """Return whether a title ends with a sign behind which no list goes on: no "and", no further noun."""
    end = [*found[0], *found[1]][-1] + 1
    if end >= syntax.last:
        return True
    if shown(syntax, end).lower() not in _CLOSING:
        return False
    further = end + 1 < syntax.last and syntax.lemma(end) == ","
    return not (further and (syntax.lemma(end + 1) in ("and", "or", "&") or syntax.tokens[end + 1].tag == "DET"))


def phrase_before(syntax: Syntax, comma: int) -> Phrase | None:
    """Return the title before a comma and a name: "The manager of the mine, Ilo Karst,"; None where a side clause opens so."""
    begin = comma
    while (
        begin > syntax.first
        and comma - begin < 2 * _LONGEST
        and (in_noun(syntax, begin - 1) or syntax.tokens[begin - 1].tag in ("DET", "ADP") or syntax.lemma(begin - 1) == "and")
    ):
        begin -= 1
    while begin < comma and opens(syntax, begin, comma):
        found = phrase(syntax, begin) if syntax.tokens[begin].tag != "ADP" else None
        if found is not None:
            return found if [*found[0], *found[1]][-1] + 1 == comma else None
        if syntax.tokens[begin].tag != "DET" and begin == syntax.first:
            return None
        begin += 1
    return None


def opens(syntax: Syntax, begin: int, comma: int) -> bool:
    """Return whether a title before a name may begin at a place: in no side clause ("After he met the mayor, …")."""
    if begin == syntax.first:
        return True
    aside = syntax.tokens[syntax.first].tag in ("ADP", "SCONJ") and "," not in syntax.lemmas[: comma - syntax.first]
    above = syntax.tokens[begin - 1]
    return not aside and (above.fine in _GOVERNING or above.tag in ("ADP", "DET") or syntax.lemma(begin - 1) == "that")


def shown(syntax: Syntax, at: int) -> str:
    """Return a word as it is written; nothing for a place outside the unit."""
    if not syntax.first <= at < syntax.last:
        return ""
    return syntax.text[syntax.tokens[at].start : syntax.tokens[at].end]


def whole(syntax: Syntax, words: Sequence[int]) -> str:
    """Return a title as it is written with the article before it, which begins with a small letter."""
    first = words[0] - (syntax.lemma(words[0] - 1) in ("the", "a", "an"))
    text = written(syntax, [first, words[-1]])
    return text[:1].lower() + text[1:] if first < words[0] else text


def written(syntax: Syntax, words: Sequence[int]) -> str:
    """Return words that stand in one run as they are written."""
    return " ".join(syntax.text[syntax.tokens[words[0]].start : syntax.tokens[words[-1]].end].split())
