"""Numbers of the same thing that do not agree, and days of the same event."""

from collections.abc import Iterator, Mapping, Sequence

from copydesk.records import AmountMark, DateMark
from copydesk.spans import contains
from copydesk.weigh.cast import Cast
from copydesk.weigh.measures import Measure
from copydesk.weigh.nodes import Node
from copydesk.weigh.propose import Pair
from copydesk.weigh.roots import root
from copydesk.weigh.scene import Scene
from copydesk.weigh.sides import Found, Stand, articles_of
from copydesk.weigh.slots import agree, background, fits
from copydesk.weigh.wording import topic, wording

_TOLLS = {
    "dead": "how many died",
    "hurt": "how many were hurt",
    "missing": "how many are missing",
    "held": "how many were arrested",
    "moved": "how many had to leave",
}
_CROWDED = 200

Held = tuple[Node, Measure]


def number_differences(scene: Scene) -> Iterator[Found]:
    """Yield the numbers on which articles differ.

    A toll ("12 people died", "14 were killed") needs no more than another value, for a story is one event; any other number needs a
    sentence about the same thing.
    """
    near = {(p.a, p.b): p for p in scene.pairs}
    buckets: dict[tuple[str, str], list[Held]] = {}
    for node in scene.nodes:
        for measure in node.measures:
            if measure.bucket != ("", ""):
                buckets.setdefault(measure.bucket, []).append((node, measure))
    for bucket in sorted(buckets):
        held = [h for h in buckets[bucket] if not h[1].vague]
        if bucket[0] == "toll":
            held = of_one_count(held)
        if 1 < len(held) <= _CROWDED:
            rivals = [(a, b) for i, a in enumerate(held) for b in held[i + 1 :] if rival(a, b, near, scene)]
            yield from together(bucket, held, rivals)


def together(
    bucket: tuple[str, str],
    held: Sequence[Held],
    rivals: Sequence[tuple[Held, Held]],
) -> Iterator[Found]:
    """Yield what rivals differ on: all tolls of a kind at once, of other numbers each pair's."""
    if not rivals:
        return
    if bucket[0] == "toll":
        values = {value_key(m.amount) for pair in rivals for _, m in pair}
        stands = [(n, m) for n, m in held if value_key(m.amount) in values and m.whole and not background(n)]
        yield Found(topic=toll_topic(bucket[1]), what="number", stands=tuple(map(stand, stands)))
        return
    for a, b in rivals:
        yield Found(topic=topic_of(a, b), what="number", stands=(stand(a), stand(b)))


def of_one_count(held: Sequence[Held]) -> list[Held]:
    """Return the tolls of articles that give one value only: who gives two counts several events, or knows how the toll rose."""
    values: dict[str, list[AmountMark]] = {}
    for node, measure in held:
        for article in articles_of(node):
            values.setdefault(article, []).append(measure.amount)
    several = {article for article, amounts in values.items() if not all(agree(amounts[0], other) for other in amounts)}
    return [h for h in held if not articles_of(h[0]) <= several]


def toll_topic(kind: str) -> str:
    """Return what a toll counts, in words."""
    toll, _, what = kind.partition(" ")
    return f"{_TOLLS[toll]} ({what})" if what else _TOLLS[toll]


def rival(a: Held, b: Held, near: Mapping[tuple[int, int], Pair], scene: Scene) -> bool:
    """Return whether two measures are of the same thing and cannot both hold."""
    one, other = a[0], b[0]
    if agree(a[1].amount, b[1].amount) or articles_of(one) & articles_of(other) or knows(one, b[1]) or knows(other, a[1]):
        return False
    if background(one) or background(other) or other_time(one, other):
        return False
    if a[1].toll:
        return a[1].whole and b[1].whole and not elsewhere(one, other, scene.cast)
    pair = near.get((min(one.number, other.number), max(one.number, other.number)))
    if (
        pair is None
        or lists(a)
        or lists(b)
        or pair.lexical < scene.config.aligned
        or scene.strangers(one, other)
        or not (a[1].whole and b[1].whole)
    ):
        return False
    return (root(a[1].verb) == root(b[1].verb) and a[1].verb != "") or pair.lexical + pair.semantic >= scene.config.alike


def lists(held: Held) -> bool:
    """Return whether a node gives several amounts of one kind: which answers which cannot be told."""
    return sum(m.bucket == held[1].bucket for m in held[0].measures) > 1


def knows(node: Node, measure: Measure) -> bool:
    """Return whether a node gives the other value as well: then it tells of both and contradicts nobody."""
    return any(m.bucket in (measure.bucket, ("", "")) and agree(m.amount, measure.amount) for m in node.measures)


def other_time(a: Node, b: Node) -> bool:
    """Return whether only one of two nodes names a month or year, or each another: it may tell of another event."""
    times = [{d.when or d.start for d in node.dates if d.weekday is None and d.precision in ("month", "year")} for node in (a, b)]
    return times[0] != times[1]


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
    node, measure = held
    text = node.unit.marked.article.text[measure.amount.start : measure.amount.end]
    return Stand(node=node, value=" ".join(text.split()), same=value_key(measure.amount))


def topic_of(a: Held, b: Held) -> str:
    """Return what two measures count, in words."""
    amount, verb = a[1].amount, a[1].verb
    what = amount.what or b[1].amount.what or amount.unit or "amount"
    if amount.unit is None:
        return f"number of {'people' if what == 'person' else what + 's'}"
    return f"{what} ({verb})" if verb else what


def day_differences(scene: Scene) -> Iterator[Found]:
    """Yield the days on which articles differ: one date each, the same predicate, a sentence about the same thing."""
    for pair in scene.pairs:
        a, b = scene.nodes[pair.a], scene.nodes[pair.b]
        if (
            pair.lexical < scene.config.aligned
            or len(a.dates) != 1
            or len(b.dates) != 1
            or fits(a.dates[0], b.dates[0]) is not False
        ):
            continue
        if articles_of(a) & articles_of(b) or not same_predicate(a, b) or scene.strangers(a, b):
            continue
        if not (happens(a) and happens(b)):
            continue
        yield Found(topic=topic(wording(a.unit)), what="date", stands=(dated(a, a.dates[0]), dated(b, b.dates[0])))


def same_predicate(a: Node, b: Node) -> bool:
    """Return whether the main predicates are one word."""
    return a.predicate is not None and b.predicate is not None and a.predicate.lemma == b.predicate.lemma


def happens(node: Node) -> bool:
    """Return whether a node's only date is tied to its main predicate or to what that is about ("vote on a law on Tuesday")."""
    tokens = node.unit.marked.marks.tokens
    words = [i for i in range(node.unit.first, node.unit.last) if contains(node.dates[0], tokens[i])]
    if not words or node.predicate is None or node.predicate.subject < 0 or node.predicate.lemma in ("update", "publish", "post"):
        return False
    head = next((tokens[i].head for i in words if tokens[i].head not in words), -1)
    introduced = tokens[words[0]].lemma.lower() == "on" or (
        words[0] > node.unit.first and tokens[words[0] - 1].lemma.lower() == "on"
    )
    tied = head >= 0 and tokens[head].head == node.predicate.index and introduced
    return head == node.predicate.index or tied


def dated(node: Node, date: DateMark) -> Stand:
    """Return a date as a stand."""
    text = " ".join(node.unit.marked.article.text[date.start : date.end].split())
    return Stand(node=node, value=text, same=date.when or date.weekday or text)
