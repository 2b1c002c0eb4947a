"""Numbers of which one thing has one: an age, a party's share, the speed of a wind, how long a contract runs, a vote.

Whose number it is, the words before it say ("Reform won 36 percent and Labour 31", "gusts of 55 knots"); they are read from
right to left, for a light parser ties a number to many things.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from copydesk.records import AmountMark, NameMark
from copydesk.spans import contains
from copydesk.weigh.cast import Cast
from copydesk.weigh.grammar import EXPECTING, SAYING, Syntax
from copydesk.weigh.lists import listed
from copydesk.weigh.measures import Measure, at_large
from copydesk.weigh.nodes import Node
from copydesk.weigh.roots import root

Key = tuple[str, ...]

# Verbs that only tie a number to whose it is.
_HAVING = listed("""
    have get receive win take hold stand poll secure be become reach hit average measure record register give cost total amount
    number come see seem look estimate forecast predict earn score
    """)
_LIGHT = _HAVING | EXPECTING
_TELLING = SAYING - _LIGHT
_CHANGING = listed("rise fall grow drop increase decrease decline climb jump surge slip slide shrink gain lose add shed cut raise")
_SKIPPED = ("AUX", "ADV", "PART", "DET")
_TYING = frozenset({"at", "on", "with", "of", "to", "up", "around", "about", "over", "under", "some"})
_SMALL = 10  # counts that many things have
_REACH = 7  # words between a number and whose it is
# What is agreed or imposed for a time: its length is one.
_TERMS = {word: word for word in listed("contract deal lease ban strike ceasefire truce curfew")} | dict.fromkeys(
    listed("term sentence prison jail imprisonment"), "sentence"
)
_JAILED = frozenset({"prison", "jail", "imprisonment"})
_RELATIVE = frozenset({"which", "who"})
_MEASURED = frozenset({"percent", "acre", "hectare"})
_STATES = listed("contain contained complete completed full")
_BURNING = listed("burn blacken scorch char contain contained fire blaze wildfire")
_CHARGING = listed("charge face accuse indict plead indictment")
_OLDEST = 115
_VOTING = listed("vote voting split board panel court jury council committee parliament senate minority majority decision ruling")
_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_COUNT = rf"(\d{{1,3}}|{'|'.join(_NUMBERS)})"
_SPLIT = re.compile(
    rf"\b(?:by|split|vote[ds]?|voting|ruled|divided|margin of|vote of)[ :]{_COUNT}(?: ?[-–] ?| to ){_COUNT}"
    rf"(?![\w%-])(?! (?:per|point))"
    rf"|\b{_COUNT}(?: ?[-–] ?|-to-){_COUNT}[ -](?:vote|ruling|decision|majority|split|margin)\b",
    re.IGNORECASE,
)


class Property(msgspec.Struct, frozen=True, gc=False):
    """A number of which one thing has one.

    Attributes:
        node: The node that gives it.
        measure: The number.
        key: What measures must share to be of one thing.
        kind: `age`, `term`, `vote`, `event` (what burned, how many counts) or `share`, which is any other.
        head: Index of the noun of a thing that is no entity; -1 where there is none.
        described: What tells the thing from others of its name: the words right before its noun.
    """

    node: Node
    measure: Measure
    key: Key
    kind: str
    head: int = -1
    described: frozenset[str] = frozenset()


def properties_of(node: Node, cast: Cast) -> Iterator[Property]:
    """Yield the numbers in a node of which one thing has one."""
    for measure in node.measures:
        found = aged(node, measure, cast) or lasting(node, measure) or of_the_event(node, measure) or owned(node, measure, cast)
        if found is not None:
            yield found
    if not node.syntax.words.isdisjoint(_VOTING):
        yield from votes(node)


def anchors(owned: Iterable[Property]) -> frozenset[tuple[str, ...]]:
    """Return what tells that two nodes give one number of one thing; an age tells only who is meant.

    The thing may be a noun in one and the verb in the other: "an offer of 5 percent", "has offered 5 percent".
    """
    found: set[tuple[str, ...]] = set()
    for one in owned:
        amount = one.measure.amount
        if one.kind == "age" or amount.low != amount.high or not figured(one):
            continue
        if one.kind != "share":
            found.add((*one.key, f"{amount.low:g}"))
        else:
            counted, holder, _, verb = one.key
            found.update((counted, word, f"{amount.low:g}") for word in (holder, verb) if word)
    return frozenset(found)


def figured(one: Property) -> bool:
    """Return whether a number is more than a small count, which one thing has of many things."""
    return one.kind != "share" or one.measure.amount.unit is not None or one.measure.amount.low > _SMALL


def aged(node: Node, measure: Measure, cast: Cast) -> Property | None:
    """Return a number as somebody's age: "Orla Venn, 61, said", "61-year-old Orla Venn"."""
    amount = measure.amount
    bare = amount.unit is None and amount.what is None and not measure.toll
    if not (amount.what == "age" or bare) or not 0 < amount.low == amount.high <= _OLDEST:
        return None
    text = node.unit.marked.article.text
    name = next((n for n in node.unit.names if next_to(n, amount, text, bare=bare)), None)
    if name is None:
        return None
    key = cast.key(node.unit.marked.article.id, name.entity)
    if cast.kind(key) != "person":
        return None
    return Property(node=node, measure=measure, key=("age", key), kind="age")


def next_to(name: NameMark, amount: AmountMark, text: str, *, bare: bool) -> bool:
    """Return whether a number stands right behind a name and a comma, or, as a plain age, right before the name."""
    if name.mention not in ("full", "short"):
        return False
    if text[name.end : amount.start] == ", ":
        return not bare or text[amount.end : amount.end + 1] in (",", ".") or text[amount.end :].startswith(" since ")
    return not bare and text[amount.end : name.start] == " "


def lasting(node: Node, measure: Measure) -> Property | None:
    """Return a number as the length of what is agreed or imposed: "a five-year contract", "seven years in prison"."""
    amount = measure.amount
    if amount.unit not in ("day", "week", "month", "year"):
        return None
    what = _TERMS.get(amount.what or "", "") if measure.named else ""
    inside = node.syntax.inside(amount)
    if (
        not what
        and inside
        and node.syntax.lemma(inside[-1] + 1) in ("in", "behind")
        and node.syntax.lemma(inside[-1] + 2) in _JAILED
    ):
        what = "sentence"
    return Property(node=node, measure=measure, key=("term", amount.unit, what), kind="term") if what else None


def of_the_event(node: Node, measure: Measure) -> Property | None:
    """Return a number of which an event has one, whatever stands before it: acres burned, counts, "10 percent contained"."""
    amount, syntax = measure.amount, node.syntax
    if (amount.unit not in _MEASURED and amount.what != "count") or not at_large(syntax, amount):
        return None
    inside = syntax.inside(amount)
    key: Key = ()
    behind = inside[-1] + 1
    if amount.unit == "percent" and behind < syntax.last and syntax.lemma(behind) in _STATES:
        key = ("percent", syntax.lemma(behind))
    elif amount.unit in ("acre", "hectare") and not syntax.words.isdisjoint(_BURNING):
        key = (amount.unit, "burned")
    elif amount.what == "count" and syntax.words.isdisjoint(_CHARGING) and syntax.lemma(inside[0] - 1) not in ("of", "than"):
        key = ("#count", "convicted")
    return Property(node=node, measure=measure, key=key, kind="event") if key else None


def owned(node: Node, measure: Measure, cast: Cast) -> Property | None:
    """Return a number of something as that of whoever or whatever the words before it name."""
    amount = measure.amount
    if amount.what == "age" or measure.toll or measure.named or not at_large(node.syntax, amount):
        return None
    inside = node.syntax.inside(amount)
    what = amount.what or (counted_behind(node, inside[-1]) if amount.unit is None else "")
    counted = amount.unit or (f"#{root(what)}" if what else "")
    way = way_to(node, inside[0]) if counted else None
    if way is None:
        return None
    holder = holder_at(node, way.head, cast)
    words = described(node, way.head) if holder[:1] != "@" else frozenset()
    key = (counted, holder, way.change, way.verb)
    return Property(node=node, measure=measure, key=key, kind="share", head=way.head, described=words) if holder else None


def counted_behind(node: Node, last: int) -> str:
    """Return the noun of which a number counts some: "92,000 of the lamps"."""
    syntax = node.syntax
    if syntax.lemma(last + 1) != "of" or syntax.lemma(last + 2) not in ("the", "these", "those", "its", "their"):
        return ""
    return syntax.lemma(last + 3) if last + 3 < syntax.last and syntax.tokens[last + 3].tag == "NOUN" else ""


class Way(msgspec.Struct, frozen=True, gc=False):
    """What lies between a number and the word before it that says whose it is.

    Attributes:
        head: Index of that word.
        verb: Root of the verb between them, where it says more than that the one has the other.
        change: `by` where the verb is one of change and the number no end of it; else empty.
    """

    head: int
    verb: str
    change: str


def way_to(node: Node, first: int) -> Way | None:
    """Return the way back from a number to the noun or name that has it; None where something else comes between."""
    syntax, verb, change = node.syntax, "", ""
    main = node.predicate
    for i in range(first - 1, max(node.unit.first, first - _REACH) - 1, -1):
        tag, lemma = syntax.tokens[i].tag, syntax.lemma(i)
        if tag in ("NOUN", "PROPN"):
            return Way(head=i, verb=verb, change=change)
        if tag == "VERB":
            if lemma in _TELLING or (verb and lemma not in _LIGHT):
                return None
            verb = verb or ("" if lemma in _LIGHT else root(lemma))
            change = change or ("by" if lemma in _CHANGING and syntax.lemma(first - 1) != "to" else "")
        elif tag == "CCONJ" and main is not None and -1 < main.subject < main.index < i and verbal(syntax, i + 1, first):
            return Way(head=main.subject, verb=verb, change=change)  # "Reform won the vote and will have 75 seats"
        elif not passed(syntax, i):
            return None
    return None


def verbal(syntax: Syntax, first: int, last: int) -> bool:
    """Return whether a verb or auxiliary stands among some words."""
    return any(syntax.tokens[i].tag in ("VERB", "AUX") for i in range(first, last))


def passed(syntax: Syntax, index: int) -> bool:
    """Return whether a word may stand between a number and whose it is: "will", "about", "at", ", which"."""
    tag, lemma = syntax.tokens[index].tag, syntax.lemma(index)
    if lemma == ",":
        return syntax.lemma(index + 1) in _RELATIVE
    return tag in _SKIPPED or tag == "ADJ" or lemma in _TYING or lemma in _RELATIVE


def holder_at(node: Node, index: int, cast: Cast) -> str:
    """Return whom or what a word names: an entity's key behind "@", or the root of a noun; nothing where it is neither."""
    token = node.unit.marked.marks.tokens[index]
    name = next((n for n in node.unit.names if contains(n, token)), None)
    if name is not None:
        return "@" + cast.key(node.unit.marked.article.id, name.entity)
    if token.tag not in ("NOUN", "PROPN"):
        return ""
    text = node.unit.marked.article.text
    start = token.start
    if text[start].isupper():
        for i in range(index - 1, node.unit.first - 1, -1):
            before = node.unit.marked.marks.tokens[i]
            if before.tag not in ("NOUN", "PROPN", "ADJ") or not text[before.start].isupper():
                break
            start = before.start
        key = cast.known_as(text[start : token.end])
        if key is not None:
            return "@" + key
    return root(node.syntax.lemma(index))


def described(node: Node, head: int) -> frozenset[str]:
    """Return the words right before a noun that tell which of its kind it is."""
    found = set()
    for i in range(head - 1, node.unit.first - 1, -1):
        if node.unit.marked.marks.tokens[i].tag not in ("ADJ", "NOUN", "PROPN", "NUM", "PART"):
            break
        found.add(root(node.syntax.lemma(i)))
    return frozenset(found)


def votes(node: Node) -> Iterator[Property]:
    """Yield how a body split: "by seven to two", "a 6-3 vote"."""
    text = node.unit.marked.article.text
    for match in _SPLIT.finditer(text, node.unit.start, node.unit.end):
        yes, no = (number(word) for word in (match[1] or match[3], match[2] or match[4]))
        start, end = (match.start(1), match.end(2)) if match[1] else (match.start(3), match.end(4))
        amount = AmountMark(start=start, end=end, low=yes, high=yes, what="vote")
        measure = Measure(amount=amount, toll="", verb="", bucket=("vote", ""), whole=True)
        yield Property(node=node, measure=measure, key=("vote", f"{yes + no:g}"), kind="vote")


def number(word: str) -> float:
    """Return the number that a short word or digits stand for."""
    return float(word) if word.isdigit() else float(_NUMBERS.index(word.lower()) + 1)
