"""Which sentences tell a claim in passing: their main thing is another, so they stand in a claim of their own as well.

They bring the claim their origins and are never its text. They join no two claims, so what a long sentence tells beside its main
thing chains nothing together.
"""

from collections.abc import Mapping, Sequence, Set

import msgspec

from copydesk.weigh.cast import Cast
from copydesk.weigh.deeds import akin
from copydesk.weigh.denial import denied_in_one
from copydesk.weigh.nodes import Node
from copydesk.weigh.scene import Scene
from copydesk.weigh.slots import kinds_refused, speaker_refused


class Told(msgspec.Struct, frozen=True, gc=False):
    """The nodes that make one claim.

    Attributes:
        group: Those of which it is the main thing, in the order of their numbers.
        passing: Those that tell it beside something else.
    """

    group: list[Node]
    passing: list[Node]


class Agreement(msgspec.Struct, frozen=True, gc=False):
    """Which nodes say the same.

    Attributes:
        alike: Node -> those that say the same by themselves.
        refused: Node -> those that contradict it.
        voices: Node -> the first of those that are one voice with it.
    """

    alike: Mapping[int, Set[int]]
    refused: Mapping[int, Set[int]]
    voices: Sequence[int]


def with_passing(groups: Sequence[list[Node]], agreement: Agreement, scene: Scene) -> list[Told]:
    """Return groups of nodes with the nodes that tell what they say in passing."""
    return [Told(group=group, passing=passing(group, agreement, scene)) for group in groups]


def passing(group: Sequence[Node], agreement: Agreement, scene: Scene) -> list[Node]:
    """Return the nodes that tell in passing what half of the voices and more of a group say."""
    within = scene.retold.within
    own = {node.number for node in group}
    found = sorted({number for node in group for number in within.get(node.number, ())} - own)
    voices = agreement.voices
    kept = []
    for number in found:
        telling = [n for n in group if number in within.get(n.number, ()) or number in agreement.alike.get(n.number, ())]
        most = 2 * len({voices[n.number] for n in telling}) >= len({voices[n] for n in own})
        if most and own.isdisjoint(agreement.refused.get(number, ())) and agrees(scene.nodes[number], group, scene):
            kept.append(scene.nodes[number])
    return kept


def agrees(node: Node, group: Sequence[Node], scene: Scene) -> bool:
    """Return whether a node contradicts none of those whose claim it tells in passing, and tells of nobody and nothing else."""
    told = [deed for n in group if (deed := scene.retold.within.get(n.number, {}).get(node.number)) is not None]
    mains = [main for n in group if (main := scene.retold.main.get(n.number)) is not None]
    if any(akin(main, deed) and scene.deeds.clash(main, deed) for main in mains for deed in told):
        return False
    return not any(contradicts(other, node, scene.cast) for other in group)


def contradicts(one: Node, other: Node, cast: Cast) -> bool:
    """Return whether two nodes cannot both hold, whatever else each of them counts and whenever that was."""
    return kinds_refused(one.measures, other.measures) or denied_in_one(one, other) or speaker_refused(one, other, cast)
