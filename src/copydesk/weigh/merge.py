"""Which nodes are one claim: the pairs that agree in every slot, joined while the members of a group hang together."""

from collections.abc import Sequence

from copydesk.weigh.config import WeighConfig
from copydesk.weigh.groups import Groups
from copydesk.weigh.nodes import Node
from copydesk.weigh.propose import Pair
from copydesk.weigh.scene import Scene
from copydesk.weigh.slots import Slots, held

_FAMILIAR = (
    0.2  # what is added to the TF-IDF cosine asked for when two sentences each name somebody of one kind whom the other does not
)


def merged(scene: Scene) -> list[list[Node]]:
    """Return the groups of nodes that make one claim, each in the order of its nodes.

    The pairs that are most alike are joined first. Two groups become one while no two of their members contradict each other and at
    least half of the pairs across them say the same: a sentence that says two things must not chain those who say either.
    """
    nodes = scene.nodes
    alike: set[tuple[int, int]] = set()
    refused: set[tuple[int, int]] = set()
    for pair in scene.pairs:
        slots = held(nodes[pair.a], nodes[pair.b], scene.cast)
        if slots.contradicting:
            refused.add((pair.a, pair.b))
        elif same(pair, slots, scene.config):
            alike.add((pair.a, pair.b))

    def hang_together(one: Sequence[int], other: Sequence[int]) -> bool:
        across = [(min(i, j), max(i, j)) for i in one for j in other]
        return not any(pair in refused for pair in across) and 2 * sum(pair in alike for pair in across) > len(across)

    groups = Groups(len(nodes), hang_together)
    for pair in scene.pairs:
        if (pair.a, pair.b) in alike:
            groups.join(pair.a, pair.b)
    return [[nodes[i] for i in members] for members in groups.all()]


def same(pair: Pair, slots: Slots, config: WeighConfig) -> bool:
    """Return whether two nodes that do not contradict each other say the same.

    Words propose: the nearer two sentences are in words, the less is asked of meaning and slots.
    """
    if pair.linked and pair.lexical >= config.linked:
        return True
    anchor = min(pair.lexical - config.anchored, pair.semantic - config.anchored, pair.lexical + pair.semantic - config.related)
    if slots.amounts and anchor >= 0:
        return True
    if slots.foreign and pair.lexical < config.lexical + _FAMILIAR:
        return False
    if pair.lexical >= config.lexical:
        return True
    return pair.lexical >= config.likely and pair.semantic >= config.semantic and bool(slots.shared) and slots.predicate
