"""What several articles announce alike is one initiative."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from copydesk.records import Initiative, InitiativeStatus
from copydesk.weigh.claims import Made
from copydesk.weigh.course import course_of
from copydesk.weigh.ground import Ground
from copydesk.weigh.groups import Groups
from copydesk.weigh.nodes import Node, occasions_in
from copydesk.weigh.plan_likeness import near, one
from copydesk.weigh.plans import Plan, plans_of
from copydesk.weigh.scene import Scene
from copydesk.weigh.slots import telling
from copydesk.weigh.turns import deeds_since, in_turn
from copydesk.weigh.wording import leaning

# Where as many say one as the other, the more careful one stands.
_CAREFUL: tuple[InitiativeStatus, ...] = (
    "under_discussion", "offered", "expected", "announced", "agreed", "under_way", "done", "ruled_out", "denied",
)  # fmt: skip


def initiatives_of(scene: Scene, made: Made, ground: Ground) -> tuple[Initiative, ...]:
    """Return the initiatives of a story, those that most origins carry first, then in the order of their claims' importance."""
    of_node = made.of_node
    plans = [plan for node in scene.nodes if node.number in of_node for plan in told_by(node, scene)]
    groups = Groups(len(plans))
    for a, b in near(plans):
        if one(plans[a], plans[b], of_node):
            groups.join(a, b)
    told = [[plans[i] for i in group] for group in groups.all()]
    found = in_turn(told, deeds_since(plans, scene, of_node), scene.cast, ground)
    ranked = sorted(found, key=lambda group: min((of_node[p.node.number], p.node.number, p.item) for p in group))
    claimed: dict[int, list[Node]] = {}
    for node in scene.nodes:
        if node.number in of_node:
            claimed.setdefault(of_node[node.number], []).append(node)
    alike = ([n for p in group for n in counting(p, claimed[of_node[p.node.number]])] for group in ranked)
    entries = [initiative(group, counted, ground) for group, counted in zip(ranked, alike, strict=True)]
    return tuple(sorted(entries, key=lambda i: -i.independent.low))


def told_by(node: Node, scene: Scene) -> list[Plan]:
    """Return what a node announces, one that is alone marked as such."""
    plans = list(plans_of(node, scene.cast))
    return [msgspec.structs.replace(plans[0], only=True)] if len(plans) == 1 else plans


def counting(plan: Plan, nodes: Sequence[Node]) -> list[Node]:
    """Return the nodes of a claim that tell of what an entry tells of: they give its number, or name its occasion.

    "A 70-point agenda" stands for "70 initiatives" too, "a three-way summit" for "a trilateral summit".
    """
    text = plan.node.unit.marked.article.text
    own = [m for m in plan.node.measures if telling(m) and text[m.amount.start : m.amount.end] in plan.text]
    held = occasions_in(plan.node)
    return [
        n
        for n in nodes
        if any(m.bucket == k.bucket and m.amount.low == k.amount.low for m in own for k in n.measures) or held & occasions_in(n)
    ]


def initiative(group: Sequence[Plan], counted: Sequence[Node], ground: Ground) -> Initiative:
    """Return the initiative that some entries make, with other nodes that count the same."""
    course = course_of(group, ground)
    status = course[-1].status if course else status_of_all(group)
    latest = [p for p in group if p.status == status] if course else group
    best = min(latest, key=lambda p: (not p.actors, leaning(p.text), abs(len(p.text.split()) - 16), p.text))
    nodes = [p.node for p in [best, *group]]
    passages = tuple(dict.fromkeys(u.passage for node in [*nodes, *counted] for u in node.units))
    origins = ground.of_all(passages)
    return Initiative(
        text=best.text,
        actors=tuple(
            dict.fromkeys(name for p in [best, *group] for name in p.actors if p.actors and (p is best or not best.actors))
        ),
        partners=tuple(dict.fromkeys(name for p in [best, *group] for name in p.partners)),
        when=next((p.when for p in [best, *group] if p.when), None),
        passages=passages,
        origin_ids=origins,
        independent=ground.independent(origins),
        status=status,
        course=course,
    )


def status_of_all(group: Sequence[Plan]) -> InitiativeStatus:
    """Return the status that most entries give; the more careful one of two that are as frequent."""
    counted = Counter(p.status for p in group)
    return max(_CAREFUL, key=lambda status: counted[status])
