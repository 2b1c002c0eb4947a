"""The sides of a difference: a slot with the places that give it different values."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from copydesk.records import Difference, DifferenceKind, Side
from copydesk.weigh.claims import Made
from copydesk.weigh.ground import Ground
from copydesk.weigh.newness import first_seen
from copydesk.weigh.nodes import Node
from copydesk.weigh.units import Unit


class Stand(msgspec.Struct, frozen=True, gc=False):
    """A value of a slot, in a node that gives it.

    Attributes:
        node: The node.
        value: The value in the article's words; None for a stance.
        same: What is equal for nodes that give the same value.
        doubt: How much worse than others its words show the value; 0 where they show it plainly.
    """

    node: Node
    value: str | None
    same: str
    doubt: int = 0


class Found(msgspec.Struct, frozen=True):
    """A slot with the nodes that give it different values.

    Attributes:
        topic: What it is about, a phrase for people; "{}" stands for the value that most origins give.
        what: Which part differs.
        stands: The nodes, of at least two values.
    """

    topic: str
    what: DifferenceKind
    stands: tuple[Stand, ...]


def difference(found: Found, made: Made, ground: Ground) -> Difference | None:
    """Return a difference with one side per value, the one with most origins first; None where no two sides are left.

    A side on which nobody stands who does not stand on another too is the same reporter's other words, unless he gave that value at
    another time.
    """
    values: dict[str, list[Stand]] = {}
    for stand in sorted(found.stands, key=lambda s: (s.doubt, order(s.node.unit))):
        if stand.node.number in made.of_node:
            values.setdefault(stand.same, []).append(stand)
    sides = {same: side(stands, made, ground) for same, stands in values.items()}
    told = Counter(origin for s in sides.values() for origin in s.origin_ids)
    for same, one in list(sides.items()):
        rest = [stands for other, stands in values.items() if other != same]
        if not any(told[origin] == 1 for origin in one.origin_ids) and not dated_apart(values[same], rest):
            del sides[same]
    if len(sides) < 2 or len({origin for s in sides.values() for origin in s.origin_ids}) < 2:
        return None
    told_in = {same: len({a for stand in stands for a in stand.node.articles}) for same, stands in values.items()}
    ordered = sorted(sides, key=lambda same: (-len(sides[same].origin_ids), -told_in[same], sides[same].passage))
    most = [
        s for s in ordered if (len(sides[s].origin_ids), told_in[s]) == (len(sides[ordered[0]].origin_ids), told_in[ordered[0]])
    ]
    heading = found.topic.replace("{}", " or ".join(sides[same].value or "" for same in most))
    return Difference(topic=heading, what=found.what, sides=tuple(sides[same] for same in ordered))


def dated_apart(stands: Sequence[Stand], others: Sequence[Sequence[Stand]]) -> bool:
    """Return whether the articles that give a value were published at other times than those of the other values."""
    mine, theirs = whens(stands), {when for other in others for when in whens(other)}
    return "" not in mine and mine.isdisjoint(theirs)


def whens(stands: Sequence[Stand]) -> set[str]:
    """Return when the articles of some stands were published, nothing for those that do not say."""
    return {unit.marked.article.published.when or "" for stand in stands for unit in stand.node.units}


def order(unit: Unit) -> tuple[str, int, str, int]:
    """Return what puts first the unit that is shown: of the earliest article, near its head."""
    article = unit.marked.article
    return article.published.when or "9999", unit.place, article.id, unit.start


def side(stands: Sequence[Stand], made: Made, ground: Ground) -> Side:
    """Return the side of a difference that nodes of one value take."""
    first = stands[0]
    seen = first_seen(unit for stand in stands for unit in stand.node.units)
    return Side(
        claim_id=made.claims[made.of_node[first.node.number]].id,
        passage=first.node.unit.passage,
        value=first.value,
        origin_ids=ground.of_all(u.passage for s in stands for u in s.node.units),
        since=seen.when if seen else None,
    )
