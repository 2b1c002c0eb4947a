"""Which nodes are one claim: the pairs that agree in every slot, joined while no two members contradict each other."""

from copydesk.weigh.config import WeighConfig
from copydesk.weigh.nodes import Node
from copydesk.weigh.propose import Pair
from copydesk.weigh.scene import Scene
from copydesk.weigh.slots import Slots, held


def merged(scene: Scene) -> list[list[Node]]:
    """Return the groups of nodes that make one claim, each in the order of its nodes.

    The pairs that are most alike are joined first.
    """
    nodes = scene.nodes
    groups = Groups(len(nodes))
    known: dict[tuple[int, int], bool] = {}
    agreed = []
    for pair in scene.pairs:
        slots = held(nodes[pair.a], nodes[pair.b], scene.cast)
        known[pair.a, pair.b] = bool(slots.contradicting)
        if same(pair, slots, scene.config):
            agreed.append(pair)
    for pair in agreed:
        groups.join(pair.a, pair.b, known)
    return [[nodes[i] for i in sorted(members)] for members in groups.all()]


def same(pair: Pair, slots: Slots, config: WeighConfig) -> bool:
    """Return whether two nodes say the same.

    Words propose: the nearer two sentences are in words, the less is asked of meaning and slots.
    """
    if slots.contradicting:
        return False
    if pair.linked and pair.lexical >= config.linked:
        return True
    if slots.foreign and pair.lexical < config.lexical + 0.2:
        return False
    if pair.lexical >= config.lexical:
        return True
    second = slots.predicate or slots.amounts > 0
    return pair.lexical >= config.likely and pair.semantic >= config.semantic and bool(slots.shared) and second


class Groups:
    """Disjoint groups of numbers that refuse to hold two that contradict each other.

    Args:
        size: How many numbers there are.
    """

    def __init__(self, size: int) -> None:
        self.group = list(range(size))
        self.members: dict[int, list[int]] = {i: [i] for i in range(size)}

    def join(self, a: int, b: int, refused: dict[tuple[int, int], bool]) -> None:
        """Join the groups of two numbers unless any two of their members are known to contradict each other."""
        one, other = self.group[a], self.group[b]
        if one == other:
            return
        if any(refused.get((min(i, j), max(i, j)), False) for i in self.members[one] for j in self.members[other]):
            return
        for i in self.members[other]:
            self.group[i] = one
        self.members[one].extend(self.members.pop(other))

    def all(self) -> list[list[int]]:
        """Return the groups, ordered by their least member."""
        return sorted((sorted(m) for m in self.members.values()), key=min)
