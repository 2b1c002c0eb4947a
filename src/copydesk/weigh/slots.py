"""Where two nodes agree and where they contradict each other, slot by slot."""

import math
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from copydesk.records import AmountMark, DateMark, EntityKind
from copydesk.text.units import CURRENCIES, SCALE
from copydesk.weigh.cast import Cast
from copydesk.weigh.denial import denied_in_one
from copydesk.weigh.grammar import AHEAD_OF_NOW, Predicate
from copydesk.weigh.lists import listed
from copydesk.weigh.measures import RATES, Measure
from copydesk.weigh.nodes import Node, occasions_in, subject_of
from copydesk.weigh.roots import root

DAYS = ("day", "hour", "minute", "second")
_ABOUT = (0.1, 0.025, 0.005)  # by how many figures tell: "about 70" allows 63 to 77, "about 77" no 75
_QUOTED = 0.25  # share of a node in quotation marks from which who says it is part of what it says
_KNOWN = ("named", "pronoun")  # a role ("the governor") is often guessed
_FIGURES, _VERY_MANY = 3, 10_000
_YEAR = 4  # signs of an ISO date that say the year
_WHO = frozenset({"person", "organisation"})
_TAKING_PART = listed("be become have hold host include attend join participate take meet schedule plan convene")
_LAST = 0.02  # "almost 139" allows one more or less, as far as that is no more than this share
_ROUGH = 0.11  # a number is rounded to no more than this share of itself
_LEAST = 1e-9
_MANY = 1000  # a bare number from here on counts what the sentence counts elsewhere
_SMALL = 5  # counts below this stand in many sentences


class Slots(msgspec.Struct, frozen=True, gc=False):
    """Two nodes held against each other.

    Attributes:
        contradicting: Whether a number, a date, the stance, the tense or the speaker is another.
        shared: Names in both.
        strangers: Whether each names a person, or each a body, whom the other does not.
        places: The same for places.
        amounts: How many telling amounts of the same thing both give; those in percent or points count half.
        tolls: Whether both give the same toll of the same kind.
        words: How many plain words that do not stand in much of the story both have.
        days: Whether they share a day that both name by its month.
        times: How many days, months and years that both state in full both name.
        predicate: Whether the main predicate is the same word.
        apart: Whether the main predicate of neither stands anywhere in the other.
        actor: Whether one entity is the subject of the same main predicate in both.
        denied: Whether the main predicate of one of them is denied, whatever it is.
        quoted: Whether both give the same words of one speaker in quotation marks.
        figure: Whether both give one number of so many figures that few sentences of a story do.
        counted: Whether both give such a number of the same thing.
        others: The same as `strangers` for those who do more than say it.
        occasion: Whether both say that somebody takes part in one occasion, or that it takes place.
    """

    contradicting: bool
    shared: frozenset[str] = frozenset()
    strangers: bool = False
    places: bool = False
    amounts: float = 0
    tolls: bool = False
    words: int = 0
    days: bool = False
    times: int = 0
    predicate: bool = False
    apart: bool = False
    actor: bool = False
    denied: bool = False
    quoted: bool = False
    figure: bool = False
    counted: bool = False
    others: bool = False
    occasion: bool = False


_CONTRADICTING = Slots(contradicting=True)


def held(a: Node, b: Node, cast: Cast, words: int, *, anchored: bool = False) -> Slots:
    """Hold two nodes against each other; of nodes that contradict each other nothing else is said.

    Args:
        a: The one.
        b: The other.
        cast: Who is who.
        words: How many plain words that do not stand in much of the story both have.
        anchored: Whether both give one number of one thing, so that each may count more beside it.
    """
    one, other = a.predicate, b.predicate
    if main_refused(one, other) or speaker_refused(a, b, cast):
        return _CONTRADICTING
    said = bool(a.spoken and b.spoken) and alike_said(a, b, cast)
    refused = kinds_refused if anchored else numbers_refused
    if refused(a.measures, b.measures) or denied_in_one(a, b) or (not said and dates_refused(a.dates, b.dates)):
        return _CONTRADICTING  # "tonight" in the words of a speaker is another day in an article of the next
    shared = a.names & b.names
    unknown = foreign(a, b, cast)
    predicate = one is not None and other is not None and root(one.lemma) == root(other.lemma)
    counted = bool(a.measures and b.measures)
    dated = bool(a.dates and b.dates)
    figure = counted and figures_agree(a.measures, b.measures)
    return Slots(
        contradicting=False,
        shared=shared,
        strangers=not unknown.isdisjoint(_WHO),
        places="place" in unknown,
        amounts=measures_agree(a.measures, b.measures) if counted else 0,
        tolls=counted and tolls_agree(a.measures, b.measures),
        words=words,
        days=dated and any(named_day(x) and named_day(y) and fits(x, y) for x in a.dates for y in b.dates),
        times=len(stated(a) & stated(b)) if dated else 0,
        predicate=predicate,
        apart=not (predicate or stands_in(one, b) or stands_in(other, a)),
        actor=predicate and bool(shared) and (subject := subject_of(a, cast)) in shared and subject == subject_of(b, cast),
        denied=one is not None and other is not None and one.negated != other.negated,
        figure=figure,
        counted=figure and figures_agree(a.measures, b.measures, alike=True),
        others=not unknown.isdisjoint(_WHO) and not foreign(a, b, cast, telling=False).isdisjoint(_WHO),
        quoted=said,
        occasion=bool(shared) and takes_place(one) and takes_place(other) and bool(occasions_in(a) & occasions_in(b)),
    )


def takes_place(main: Predicate | None) -> bool:
    """Return whether a main predicate says no more than that something is, takes place or has somebody in it."""
    return main is not None and main.lemma in _TAKING_PART


def stands_in(main: Predicate | None, node: Node) -> bool:
    """Return whether a main predicate stands anywhere in a node."""
    return main is None or root(main.lemma) in node.vocabulary


def agree(a: AmountMark, b: AmountMark) -> bool:
    """Return whether two amounts of the same thing can both hold."""
    low, high = bounds(a)
    other_low, other_high = bounds(b)
    return low <= other_high and other_low <= high


def bounds(amount: AmountMark) -> tuple[float, float]:
    """Return the least and the greatest value that an amount allows."""
    if amount.approximation in ("at_least", "more_than"):
        return amount.low, math.inf
    if amount.approximation in ("at_most", "less_than"):
        return -math.inf, amount.high
    slack = 0.0
    if amount.approximation == "about":
        size = abs(amount.high)
        slack = max(_ABOUT[min(figures(size), len(_ABOUT)) - 1] * size, min(step(size), _LAST * size))
    return amount.low - slack, amount.high + slack


def rounds(a: AmountMark, b: AmountMark) -> bool:
    """Return whether one of two measures is the other rounded: 31 and 31.2 percent, 15,000 and 15,400."""
    for rough, fine in ((a, b), (b, a)):
        if (rough.unit is None and rough.low < _MANY) or rough.low <= 0 or figures(rough.low) >= figures(fine.low):
            continue
        least = step(rough.low)
        if least <= _ROUGH * rough.low and abs(rough.low - fine.low) <= least / 2 + _LEAST:
            return True
    return False


def step(value: float) -> float:
    """Return how much the last figure of a number that tells its size stands for: 1 in 77, 10 in 70, 0.1 in 2.4."""
    return float(10.0 ** (math.floor(math.log10(abs(value))) + 1 - figures(value))) if value else 0.0


@lru_cache(maxsize=4096)
def figures(value: float) -> int:
    """Return how many figures of a number tell its size: one of 70 and of 0.4, two of 77 and of 1,500."""
    return max(1, len(f"{value:.6g}".split("e")[0].replace(".", "").strip("-0")))


def numbers_refused(first: Sequence[Measure], second: Sequence[Measure]) -> bool:
    """Return whether one kind of amount stands in both without agreeing once, or each counts what the other does not."""
    return bool(first and second) and (kinds_refused(first, second) or (lone(first, second) and lone(second, first)))


def kinds_refused(first: Sequence[Measure], second: Sequence[Measure]) -> bool:
    """Return whether one kind of amount stands in both without agreeing once."""
    kinds = {m.bucket for m in first} & {m.bucket for m in second} - {("", "")}
    return any(not any(agree(a.amount, b.amount) for a in first for b in second if a.bucket == b.bucket == k) for k in kinds)


def lone(first: Sequence[Measure], second: Sequence[Measure]) -> bool:
    """Return whether a node counts something that another does not: no amount of that value, none of that kind that agrees."""
    return any(not any(answers(a, b) for b in second) for a in first if counted(a))


def answers(a: Measure, b: Measure) -> bool:
    """Return whether two amounts may be one; five injured and five dead are not."""
    if a.bucket == b.bucket:
        return agree(a.amount, b.amount)
    return a.amount.low == b.amount.low and not (a.toll and b.toll)


def counted(measure: Measure) -> bool:
    """Return whether an amount counts things or money; how long something takes or how far it is may be left out."""
    return measure.bucket[1] != "" or measure.amount.unit in CURRENCIES


def measures_agree(first: Sequence[Measure], second: Sequence[Measure]) -> float:
    """Return how many telling amounts of the same thing two nodes give, such apart as the same thing is given another amount of.

    Those in percent or points, which fit many things, count half.
    """
    same = {
        (a.amount.unit if a.amount.unit in RATES else a.bucket, a.amount.low): 0.5 if a.amount.unit in RATES else 1.0
        for a in first
        for b in second
        if telling(a)
        and (a.bucket == b.bucket or (a.amount.unit == b.amount.unit and a.amount.unit in RATES))
        and a.amount.low == b.amount.low
        and alone(a, first, second)
        and alone(b, second, first)
    }
    return sum(same.values())


def tolls_agree(first: Sequence[Measure], second: Sequence[Measure]) -> bool:
    """Return whether two nodes give the same toll of the same kind."""
    tolls = [a for a in first if a.toll]
    return bool(tolls) and any(a.bucket == b.bucket and a.amount.low == b.amount.low for a in tolls for b in second)


def figures_agree(first: Sequence[Measure], second: Sequence[Measure], *, alike: bool = False) -> bool:
    """Return whether two nodes give one number of many figures, whatever it is said to count: 86,000 lamps, 86,000 units.

    Args:
        first: The numbers of the one.
        second: Those of the other.
        alike: Ask for the same noun or unit as well.
    """
    return any(
        a.amount.low == b.amount.low
        and (not alike or a.bucket == b.bucket)
        and rare(a)
        and rare(b)
        and alone(a, first, second)
        and alone(b, second, first)
        for a in first
        for b in second
    )


def rare(measure: Measure) -> bool:
    """Return whether a number has three figures and more, or counts ten thousands: few sentences give it by chance."""
    amount = measure.amount
    if measure.named or amount.low != amount.high or amount.what == "age" or measure.bucket == ("", ""):
        return False
    return figures(amount.low) >= _FIGURES or (amount.unit is None and amount.low >= _VERY_MANY and figures(amount.low) > 1)


def alone(measure: Measure, own: Sequence[Measure], theirs: Sequence[Measure]) -> bool:
    """Return whether a node sets no other amount of a kind beside one: "of the 4 million, 3 million are proven" says another thing.

    What the other node gives too is no such amount, nor is either end of a change.
    """
    if measure.toll or measure.end:
        return True
    given = {m.amount.low for m in theirs}
    rivals = (m for m in own if m.bucket == measure.bucket or (m.bucket == ("", "") and m.amount.low >= _MANY))
    return not any(m.whole and not m.end and m.amount.low not in given for m in rivals)


def telling(measure: Measure) -> bool:
    """Return whether an amount is rare enough to tell one statement from others: a toll, a measure, or no small plain count.

    An age tells who is meant, and "13-inch" which thing: what is said of either may be anything.
    """
    if measure.amount.unit == "age" or (measure.named and measure.bucket[1] != "plan"):
        return False
    if measure.toll or (measure.amount.unit is not None and SCALE.get(measure.amount.unit, ("", 0))[0] != "duration"):
        return True
    return measure.bucket != ("", "") and measure.amount.low >= _SMALL


def dates_refused(first: tuple[DateMark, ...], second: tuple[DateMark, ...]) -> bool:
    """Return whether both give days or years and no two of them fit."""
    return bool(first and second) and not any(fits(a, b) is not False for a in first for b in second)


def fits(a: DateMark, b: DateMark) -> bool | None:
    """Return whether two dates can be one; None where that cannot be told."""
    if a.weekday and a.weekday == b.weekday:
        return True  # which week is meant is a guess of the reader's; two sentences about one thing mean one
    if a.when and b.when and a.resolved and b.resolved and a.when[_YEAR:] == b.when[_YEAR:] != "":
        return True  # so is the year of "1 May"
    if a.when and b.when and not a.until and not b.until:
        return a.when.startswith(b.when) or b.when.startswith(a.when)
    if a.weekday and b.weekday:
        return a.weekday == b.weekday
    return None


def named_day(date: DateMark) -> bool:
    """Return whether a date names a day by its month ("16 March"), which fewer sentences of a story do than by its weekday."""
    return date.when is not None and date.until is None and date.weekday is None and date.precision in DAYS


def stated(node: Node) -> set[str]:
    """Return the days, months and years that a node states in full itself; no stretches."""
    found = {d.when for d in node.dates if d.when and not d.resolved} | {d.until for d in node.dates if d.until and not d.resolved}
    return {when for when in found if when is not None}


def main_refused(one: Predicate | None, other: Predicate | None) -> bool:
    """Return whether one main predicate denies what the other states, or the same is done in one and still ahead in the other."""
    if one is None or other is None or one.lemma != other.lemma:
        return False
    if one.negated != other.negated:
        return True
    return (one.firmness == "done" and other.firmness in AHEAD_OF_NOW) or (
        other.firmness == "done" and one.firmness in AHEAD_OF_NOW
    )


def speaker_refused(a: Node, b: Node, cast: Cast) -> bool:
    """Return whether both are somebody's quoted words and these are two, each known by name."""
    if a.quoted <= _QUOTED or b.quoted <= _QUOTED:
        return False
    one, other = voices(a, cast), voices(b, cast)
    return bool(one and other) and one.isdisjoint(other)


def alike_said(a: Node, b: Node, cast: Cast) -> bool:
    """Return whether two nodes quote the same words of one person, or one of them a part of the other's.

    Where a speaker is not known, it is enough that nobody else is named.
    """
    one, other = voices(a, cast), voices(b, cast)
    if one.isdisjoint(other) and ((one and other) or strangers(a, b, cast)):
        return False
    return any(within(x, y) or within(y, x) for x in a.spoken for y in b.spoken)


def within(short: str, long: str) -> bool:
    """Return whether some words stand in others in a row."""
    return f" {short} " in f" {long} "


def voices(node: Node, cast: Cast) -> set[str]:
    """Return the people to whom a node gives its direct quotes."""
    article = node.unit.marked.article.id
    found = {cast.key(article, q.entity) for q in node.unit.quotes if q.direct and q.entity is not None and q.known in _KNOWN}
    return {key for key in found if cast.kind(key) == "person"}


def background(node: Node) -> bool:
    """Return whether a node speaks of a year other than that of its article: it tells what was before."""
    when = node.unit.marked.article.published.when or ""
    years = [d.when[:4] for d in node.dates if d.when and not d.resolved]
    return bool(years) and all(year != when[:4] for year in years)


def foreign(a: Node, b: Node, cast: Cast, *, telling: bool = True) -> set[EntityKind]:
    """Return the kinds of which each node names somebody or something that the other does not.

    Args:
        a: The one.
        b: The other.
        cast: Who is who.
        telling: Count those as well who are named only as those who say it.
    """
    mine, theirs = a.names - b.names, b.names - a.names
    if not telling:
        mine, theirs = mine - a.tellers, theirs - b.tellers
    return {cast.kind(k) for k in mine} & {cast.kind(k) for k in theirs} if mine and theirs else set()


def strangers(a: Node, b: Node, cast: Cast) -> bool:
    """Return whether each of two nodes names a person, or each a body, whom the other does not."""
    return not foreign(a, b, cast).isdisjoint(_WHO)
