"""Which sentences tell a claim in passing: their main thing is another, so they stand in a claim of their own as well.

They bring the claim their origins and are never its text. They join no two claims, so what a long sentence tells beside its main
thing chains nothing together.
"""

from collections.abc import Mapping, Sequence, Set

import msgspec

from copydesk.weigh.cast import Cast
from copydesk.weigh.denial import denied_in_one
from copydesk.weigh.matching import akin, clash, kin
from copydesk.weigh.nodes import Node
from copydesk.weigh.roots import root
from copydesk.weigh.scene import Scene
from copydesk.weigh.slots import kinds_refused, numbers_refused, speaker_refused


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
    """Return the nodes that tell in passing what a group says."""
    within, own = scene.retold.within, {node.number for node in group}
    told = {number for node in group for number in within.get(node.number, ())} - own
    alike = {number for node in group for number in agreement.alike.get(node.number, ())} - own - told
    free = [n for n in sorted(told | alike) if own.isdisjoint(agreement.refused.get(n, ()))]
    found = [scene.nodes[n] for n in free if most(n, group, agreement, scene)]
    return [node for node in found if (agrees if node.number in told else covers)(node, group, scene)]


def most(number: int, group: Sequence[Node], agreement: Agreement, scene: Scene) -> bool:
    """Return whether a node says the same as most voices of a group; half are enough where it tells the deed of one."""
    voices = agreement.voices
    telling = [n.number for n in group if number in scene.retold.within.get(n.number, ())]
    agreed = {voices[n.number] for n in group if number in agreement.alike.get(n.number, ())} | {voices[n] for n in telling}
    return 2 * len(agreed) + bool(telling) > len({voices[n.number] for n in group})


def covers(node: Node, group: Sequence[Node], scene: Scene) -> bool:
    """Return whether a node tells what a group is mainly about, and no number of it contradicts one of the group.

    "Ten died in the quake" does not say what "villagers spent the night in tents after a quake that killed ten" says; the other
    way round it is so.
    """
    if any(numbers_refused(node.measures, other.measures) for other in group):
        return False
    return any(tells_main(node, other) or 2 * len(other.plain & node.plain) >= len(other.plain) for other in group)


def tells_main(node: Node, other: Node) -> bool:
    """Return whether a node holds a word for the main predicate of another."""
    return other.predicate is not None and not kin(root(other.predicate.lemma)).isdisjoint(node.vocabulary)


def agrees(node: Node, group: Sequence[Node], scene: Scene) -> bool:
    """Return whether a node contradicts none of those whose claim it tells in passing, and tells of nobody and nothing else."""
    told = [deed for n in group if (deed := scene.retold.within.get(n.number, {}).get(node.number)) is not None]
    mains = [main for n in group if (main := scene.deeds.main(n)) is not None]
    if any(akin(main, deed) and clash(main, deed, scene.cast) for main in mains for deed in told):
        return False
    return not any(contradicts(other, node, scene.cast) for other in group)


def contradicts(one: Node, other: Node, cast: Cast) -> bool:
    """Return whether two nodes cannot both hold, whatever else each of them counts and whenever that was."""
    return kinds_refused(one.measures, other.measures) or denied_in_one(one, other) or speaker_refused(one, other, cast)
