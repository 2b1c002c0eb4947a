"""Which nodes are one claim: the pairs that agree in every slot, joined while the members of a group hang together."""

from collections.abc import Sequence

from copydesk.weigh.config import WeighConfig
from copydesk.weigh.groups import Groups
from copydesk.weigh.nodes import Node
from copydesk.weigh.propose import Pair
from copydesk.weigh.scene import Scene
from copydesk.weigh.slots import Slots, held

# What one slot is worth beside two cosines. Set by eye, from reading which pairs change sides, on the example, five articles of one
# event, ECB+ and dated triples during development; no labelled pairs were fitted and none were held out.
_PREDICATE = 0.15  # the main predicates are one word
_NAME = 0.1  # each of at most two names in both
_DAY = 0.1  # what is asked for above `related` where only a day is shared
_STRANGERS = 0.25  # each names a person or body that the other does not
_PLACES = 0.1  # the same for places, which often lie in each other


def merged(scene: Scene) -> list[list[Node]]:
    """Return the groups of nodes that make one claim, each in the order of its nodes.

    The pairs that are most alike are joined first. Two groups become one while no two of their members contradict each other and at
    least half of the pairs across them say the same: a sentence that says two things must not chain those who say either.
    """
    nodes = scene.nodes
    alike: dict[int, set[int]] = {}
    refused: dict[int, set[int]] = {}
    for pair in scene.pairs:
        if pair.lexical < scene.config.least and not pair.linked and not comparable(nodes[pair.a], nodes[pair.b]):
            continue
        slots = held(nodes[pair.a], nodes[pair.b], scene.cast)
        if slots.contradicting:
            tie(refused, pair)
        elif same(pair, slots, scene.config):
            tie(alike, pair)

    def hang_together(one: Sequence[int], other: Sequence[int]) -> bool:
        here = set(one)
        if any(not here.isdisjoint(refused.get(j, ())) for j in other):
            return False
        return 2 * sum(len(here & alike[j]) for j in other if j in alike) > len(one) * len(other)

    groups = Groups(len(nodes), hang_together)
    for pair in scene.pairs:
        if pair.b in alike.get(pair.a, ()):
            groups.join(pair.a, pair.b)
    return [[nodes[i] for i in members] for members in groups.all()]


def tie(ties: dict[int, set[int]], pair: Pair) -> None:
    """Note a pair under both of its nodes."""
    ties.setdefault(pair.a, set()).add(pair.b)
    ties.setdefault(pair.b, set()).add(pair.a)


def comparable(a: Node, b: Node) -> bool:
    """Return whether two nodes both give numbers or both give dates, so that they may agree or contradict each other there."""
    return bool((a.measures and b.measures) or (a.dates and b.dates))


def same(pair: Pair, slots: Slots, config: WeighConfig) -> bool:
    """Return whether two nodes that do not contradict each other say the same.

    Words and meaning propose, slots decide: what both cosines must reach together falls with the slots that agree and rises where
    each sentence has somebody whom the other does not know.
    """
    total = pair.lexical + pair.semantic
    if pair.linked and pair.lexical >= config.linked:
        return True
    anchors = bool(slots.amounts) + slots.days
    if anchors and min(pair.lexical, pair.semantic) >= config.anchored and total >= config.related + _DAY * (not slots.amounts):
        return True
    needed = config.alike - _PREDICATE * slots.predicate - _NAME * min(2, len(slots.shared))
    needed += _STRANGERS * slots.strangers + _PLACES * slots.places
    return pair.lexical >= config.least and total >= needed
