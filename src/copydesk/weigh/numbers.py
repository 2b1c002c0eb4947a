"""Numbers of the same thing that do not agree."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from copydesk.records import AmountMark
from copydesk.text.units import CURRENCIES
from copydesk.weigh.cast import Cast
from copydesk.weigh.groups import Groups
from copydesk.weigh.lists import listed
from copydesk.weigh.measures import RATES, Measure
from copydesk.weigh.nodes import Node
from copydesk.weigh.propose import Pair
from copydesk.weigh.roots import root
from copydesk.weigh.scene import Scene
from copydesk.weigh.sides import Found, Stand
from copydesk.weigh.slots import agree, background, rounds
from copydesk.weigh.wording import topic

_TOLLS = {
    "dead": "how many died",
    "hurt": "how many were hurt",
    "missing": "how many are missing",
    "held": "how many were arrested",
    "moved": "how many had to leave",
    "aboard": "how many were aboard",
}
_TIMES = ", in reports of different times"
_CROWDED = 200
_TIMES_MORE = 5  # so many times another toll is that of another event
_SOME = 4  # so many at most are held against nobody
_COUNTED, _CLOSE, _NAMES = 10, 1.25, 2
_NEAR = 0.6  # likeness of words from which two sentences may differ in their verb and still count the same thing
# Words that tell one of several things from the others.
_STAGES = listed("""
    first second third fourth fifth last next latest previous initial final other another extra additional further
    """)
_ASKED, _OFFERED = listed("want demand seek ask request claim"), listed("offer propose")
_PERIODS = listed("year annual annually yearly month monthly quarter quarterly week weekly decade")

# What players and periods of a game have each; sentences about one game give many of them.
_TALLIES = listed("point goal rebound shot pass assist yard play run hit strike touchdown basket try wicket set turnover")


class Held(msgspec.Struct, frozen=True, gc=False):
    """A measure with the node that gives it.

    Attributes:
        node: The node.
        measure: The measure.
    """

    node: Node
    measure: Measure


def number_differences(scene: Scene) -> Iterator[Found]:
    """Yield the numbers on which articles differ.

    A toll ("12 people died", "14 were killed") needs no more than another value, for a story is one event; any other number needs a
    sentence about the same thing. A toll that a later article gives higher has moved; that is no contradiction, and the topic says
    so.
    """
    buckets: dict[tuple[str, str], list[Held]] = {}
    for node in scene.nodes:
        for measure in filter(counts, node.measures):
            buckets.setdefault(measure.bucket, []).append(Held(node=node, measure=measure))
    for bucket in sorted(buckets):
        held = of_one_count(buckets[bucket]) if bucket[0] == "toll" else buckets[bucket]
        if 1 < len(held) <= _CROWDED:
            once = len({h.measure.amount.low for h in held}) == 2
            rivals = [(a, b) for a, b in combinations(range(len(held)), 2) if rival(held[a], held[b], scene, once=once)]
            yield from together(bucket, held, rivals)


def counts(measure: Measure) -> bool:
    """Return whether an amount says how many or how much of what, and is neither vague nor a tally of a game."""
    tally = measure.amount.what in _TALLIES or measure.amount.unit == "score"
    return measure.bucket != ("", "") and not measure.vague and not tally


def together(bucket: tuple[str, str], held: Sequence[Held], rivals: Sequence[tuple[int, int]]) -> Iterator[Found]:
    """Yield what rivals differ on: tolls of a kind at once, other numbers where one pair leads to the next."""
    if bucket[0] == "toll" and rivals:
        values = {value_key(held[i].measure.amount) for pair in rivals for i in pair}
        stands = [h for h in held if value_key(h.measure.amount) in values and h.measure.whole and not background(h.node)]
        timed = [moved(held[a], held[b]) for a, b in rivals if published(held[a]) and published(held[b])]
        times = _TIMES if timed and all(timed) else ""
        yield Found(topic=toll_topic(bucket[1]) + times, what="number", stands=tuple(map(stand, stands)))
    elif rivals:
        groups = Groups(len(held))
        for a, b in rivals:
            groups.join(a, b)
        for group in groups.all():
            if len(group) > 1:
                members = [held[i] for i in group]
                yield Found(topic=topic_of(members[0]), what="number", stands=tuple(map(stand, members)))


def of_one_count(held: Sequence[Held]) -> list[Held]:
    """Return the tolls of articles that give one value only: who gives two counts several events, or knows how the toll rose.

    A part ("four of the injured") is no second value.
    """
    values: dict[str, list[AmountMark]] = {}
    for one in (h for h in held if h.measure.whole):
        for article in one.node.articles:
            values.setdefault(article, []).append(one.measure.amount)
    several = {article for article, amounts in values.items() if not all(agree(amounts[0], other) for other in amounts)}
    some = {article for article in several if all_but_none(values[article])}
    return [h for h in held if not h.node.articles <= several - some and (h.measure.amount.high or not h.node.articles <= some)]


def all_but_none(amounts: Sequence[AmountMark]) -> bool:
    """Return whether all values of an article but the one that says "nobody" agree: it holds against whoever says so."""
    some = [amount for amount in amounts if amount.high > 0]
    return len(some) < len(amounts) and all(agree(some[0], other) for other in some)


def toll_topic(kind: str) -> str:
    """Return what a toll counts, in words."""
    toll, _, what = kind.partition(" ")
    return f"{_TOLLS[toll]} ({what})" if what else _TOLLS[toll]


def rival(a: Held, b: Held, scene: Scene, *, once: bool) -> bool:
    """Return whether two measures are of the same thing and cannot both hold, or one is what the other has become."""
    if not (a.measure.whole and b.measure.whole) or size(a) != size(b) or not a.node.articles.isdisjoint(b.node.articles):
        return False
    if not related(a, b, scene, once=once):
        return False
    if agree(a.measure.amount, b.measure.amount) and not moved(a, b):
        return False
    if not a.measure.toll and (rounds(a.measure.amount, b.measure.amount) or (owned(a, scene) and owned(b, scene))):
        return False  # whose number it is tells more than how alike two sentences are
    if knows(a, b.measure) or knows(b, a.measure):
        return False
    return not (background(a.node) or background(b.node) or other_time(a.node, b.node))


def related(a: Held, b: Held, scene: Scene, *, once: bool) -> bool:
    """Return whether two measures may be of one thing: tolls of one event, others in sentences about it."""
    pair = scene.pair(a.node, b.node)
    if a.measure.toll:
        return not elsewhere(a.node, b.node, scene.cast) and one_event(a, b, pair, scene)
    if pair is None:
        return once and a.measure.amount.unit is None and close(a.measure.amount, b.measure.amount)
    return about_one(a, b, pair, scene)


def owned(held: Held, scene: Scene) -> bool:
    """Return whether it is known whose share a measure is."""
    return held.measure.amount.unit in RATES and any(p.measure is held.measure for p in scene.owned[held.node.number])


def one_event(a: Held, b: Held, pair: Pair | None, scene: Scene) -> bool:
    """Return whether two tolls may be of one event: neither is many times the other, or their sentences are alike.

    Arrests go on for days and in many places, so that sentences must be about the same ones.
    """
    if pair is not None and pair.lexical >= scene.config.aligned:
        return True
    low, high = sorted((a.measure.amount.low, b.measure.amount.low))
    return a.measure.toll != "held" and high <= (_TIMES_MORE * low or _SOME)


def size(held: Held) -> str:
    """Return which end of a change a measure gives; "cut 20 jobs" and "cut jobs by 20" give the same."""
    return held.measure.end if held.measure.end != "by" else ""


def moved(a: Held, b: Held) -> bool:
    """Return whether a toll has moved from one article to a later one: risen, or of people who are missing, changed at all."""
    when, other = published(a), published(b)
    first, second = (a, b) if when < other else (b, a)
    if not a.measure.toll or not when or not other or when == other:
        return False
    low, high = first.measure.amount.low, second.measure.amount.low
    return low < high or (low != high and a.measure.toll == "missing")


def published(held: Held) -> str:
    """Return when the article that gives a measure was published, as far as is known."""
    return held.node.unit.marked.article.published.when or ""


def about_one(a: Held, b: Held, pair: Pair, scene: Scene) -> bool:
    """Return whether two measures of one kind stand in sentences about the same thing, each the only one of its kind there."""
    if lists(a) or lists(b) or scene.strangers(a.node, b.node) or stages_apart(a.node, b.node):
        return False
    if pair.lexical < scene.config.aligned:
        return close(a.measure.amount, b.measure.amount) and len(a.node.names & b.node.names) >= _NAMES
    verb, other = a.measure.verb, b.measure.verb
    return (verb != "" and root(verb) == root(other)) or pair.lexical >= _NEAR or close(a.measure.amount, b.measure.amount)


def close(a: AmountMark, b: AmountMark) -> bool:
    """Return whether two amounts are so near that they look like two counts of one thing: 58 and 64, 2.4 and 2.6 million."""
    low, high = sorted((a.low, b.low))
    return (a.unit is None or a.unit in CURRENCIES) and low >= _COUNTED and high <= _CLOSE * low


def lists(held: Held) -> bool:
    """Return whether a node gives several amounts of one kind: which answers which cannot be told."""
    return sum(m.bucket == held.measure.bucket for m in held.node.measures) > 1


def knows(held: Held, measure: Measure) -> bool:
    """Return whether a node gives the other value as well: then it tells of both and contradicts nobody."""
    return known_to(held.node, measure.amount, held.measure)


def known_to(node: Node, amount: AmountMark, own: Measure) -> bool:
    """Return whether a node gives another's value beside its own."""
    return any(m is not own and m.bucket in (own.bucket, ("", "")) and agree(m.amount, amount) for m in node.measures)


def course(nodes: Sequence[tuple[Node, str]]) -> str:
    """Return what is said behind the topic of numbers each of which articles of other times give; takes nodes with their values."""
    whens: dict[str, set[str]] = {}
    for node, value in nodes:
        whens.setdefault(value, set()).update(u.marked.article.published.when or "" for u in node.units)
    apart = all(a.isdisjoint(b) for a, b in combinations(whens.values(), 2))
    return _TIMES if apart and not any("" in when for when in whens.values()) else ""


def other_time(a: Node, b: Node) -> bool:
    """Return whether only one of two nodes names a month or year, or each another: it may tell of another event."""
    times = [{d.when or d.start for d in node.dates if d.weekday is None and d.precision in ("month", "year")} for node in (a, b)]
    return times[0] != times[1]


def other_days(a: Node, b: Node) -> bool:
    """Return whether two nodes each name a weekday, and no day in common."""
    days = [{d.weekday for d in node.dates if d.weekday} for node in (a, b)]
    return all(days) and days[0].isdisjoint(days[1])


def periods_of(node: Node) -> frozenset[str]:
    """Return the stretches of time in which a sentence may measure a change: "over the year"."""
    return frozenset(node.syntax.lemma(i) for i in node.syntax.places(_PERIODS))


def stages_of(node: Node) -> frozenset[str]:
    """Return the words by which a sentence tells one of several things from the others: "the second stage"."""
    return frozenset(node.syntax.lemma(i) for i in node.syntax.places(_STAGES))


def stages_apart(a: Node, b: Node) -> bool:
    """Return whether two nodes speak of two of several things, "the first stage" and "the second stage"."""
    one, other = stages_of(a), stages_of(b)
    asked = [not node.syntax.words.isdisjoint(_ASKED) and node.syntax.words.isdisjoint(_OFFERED) for node in (a, b)]
    offered = [not node.syntax.words.isdisjoint(_OFFERED) for node in (a, b)]
    if (asked[0] and offered[1]) or (asked[1] and offered[0]):
        return True  # what is asked for and what is offered
    return bool(one and other) and one.isdisjoint(other)


def elsewhere(a: Node, b: Node, cast: Cast) -> bool:
    """Return whether each names a place that the other does not: then they may count different people."""
    left = {k for k in a.names - b.names if cast.kind(k) == "place"}
    right = {k for k in b.names - a.names if cast.kind(k) == "place"}
    return bool(left and right)


def value_key(amount: AmountMark) -> str:
    """Return what is equal for amounts of the same value."""
    return f"{amount.low:g}–{amount.high:g}"


def stand(held: Held) -> Stand:
    """Return a measure as a stand."""
    return stand_of(held.node, held.measure.amount)


def stand_of(node: Node, amount: AmountMark) -> Stand:
    """Return an amount as a stand: shown best in digits ("31", not "Thirty-one"), then without "at least" or "about"."""
    text = node.unit.marked.article.text[amount.start : amount.end]
    doubt = 2 * (not any(c.isdigit() for c in text)) + (amount.approximation != "exact")
    return Stand(node=node, value=" ".join(text.split()), same=value_key(amount), doubt=doubt)


def topic_of(held: Held) -> str:
    """Return what a measure counts, in words."""
    amount, verb = held.measure.amount, held.measure.verb
    if amount.unit in RATES:
        return topic(held.node)
    what = amount.what or amount.unit or "amount"
    if amount.unit is None:
        return f"number of {'people' if what == 'person' else what + ('es' if what.endswith('s') else 's')}"
    return f"{what} ({verb})" if verb else what
