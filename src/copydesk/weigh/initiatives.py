"""What several articles announce alike is one initiative."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from copydesk.records import Initiative, InitiativeStatus
from copydesk.text.unnamed import is_unnamed
from copydesk.weigh.cast import Cast
from copydesk.weigh.claims import Made
from copydesk.weigh.course import course_of
from copydesk.weigh.ground import Ground
from copydesk.weigh.groups import Groups
from copydesk.weigh.nodes import EMPTY, Node, occasions_in
from copydesk.weigh.plan_likeness import near, one, told_names
from copydesk.weigh.plans import Plan, plans_of
from copydesk.weigh.roots import root
from copydesk.weigh.scene import Scene
from copydesk.weigh.slots import telling
from copydesk.weigh.turns import deeds_since, in_turn
from copydesk.weigh.wording import leaning

# Where as many say one as the other, the more careful one stands.
_CAREFUL: tuple[InitiativeStatus, ...] = (
    "under_discussion", "offered", "expected", "announced", "agreed", "under_way", "done", "ruled_out", "denied",
)  # fmt: skip

_MUCH, _FEW = 0.25, 4  # share of a story's sentences, and how many of them
_LENGTH, _LONG = 16, 28  # words of an entry that reads best, and of one that is long
_CARRIED = 0.5  # share of an entry's words that a passage has to have, to be another voice for it


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
    entries = [initiative(group, counted, ground, scene) for group, counted in zip(ranked, alike, strict=True)]
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


def initiative(group: Sequence[Plan], counted: Sequence[Node], ground: Ground, scene: Scene) -> Initiative:
    """Return the initiative that some entries make, with other nodes that count the same."""
    course = course_of(group, ground)
    status = course[-1].status if course else status_of_all(group)
    latest = [p for p in group if p.status == status] if course else group
    nodes = list(dict.fromkeys([*(p.node for p in group), *counted]))
    voices = {p: ground.of_all(u.passage for node in told_in(p, nodes, group, scene) for u in node.units) for p in latest}
    best = min(latest, key=lambda p: (*told_badly(p, scene.cast), -len(voices[p]), abs(len(p.text.split()) - _LENGTH), p.text))
    origins = voices[best]
    passages = tuple(dict.fromkeys(u.passage for node in [best.node, *nodes] for u in node.units))
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


def told_badly(plan: Plan, cast: Cast) -> tuple[bool, bool, bool, bool]:
    """Return in what an entry is worse than others: nobody acts or only "officials", it leans on another sentence, it is long."""
    by_pronoun = {cast.name(key) for key in meant_in(plan.node, cast) - plan.node.names}
    unknown = all(actor in by_pronoun or is_unnamed(actor) for actor in plan.actors)
    return not plan.actors, unknown, leaning(plan.text), len(plan.text.split()) > _LONG


def told_in(plan: Plan, nodes: Sequence[Node], group: Sequence[Plan], scene: Scene) -> list[Node]:
    """Return the nodes that tell by themselves what an entry says is to be done.

    Half of the words for what is done must stand there; where it has numbers, or names that do not stand everywhere, one of these
    and another word are enough.
    """
    own, core = {other.node: other.terms for other in group}, objects(plan)
    numbers, names = tellings(plan, scene.cast)
    rare = names - scene.once(named_everywhere)
    found = [plan.node]
    for node in nodes:
        shared = core & own.get(node, node.plain)
        marked = not numbers.isdisjoint({m.amount.low for m in node.measures}) or not rare.isdisjoint(meant_in(node, scene.cast))
        if node is not plan.node and ((marked and shared) or len(shared) >= _CARRIED * len(core)):
            found.append(node)
    return found


def objects(plan: Plan) -> frozenset[str]:
    """Return the words of an entry without its verb and those for who acts; all of them where nothing else is left."""
    acting = {root(word.lower()) for actor in plan.actors for word in actor.split()}
    return plan.terms - acting - {root(plan.verb)} - EMPTY or plan.terms


def named_everywhere(scene: Scene) -> frozenset[str]:
    """Return whom and what so much of a story names that it tells no initiative from another."""
    counted = Counter(name for node in scene.nodes for name in node.names)
    most = max(_FEW, _MUCH * len(scene.nodes))
    return frozenset(name for name, count in counted.items() if count > most)


def meant_in(node: Node, cast: Cast) -> set[str]:
    """Return whom and what a node names or means by a pronoun."""
    return {cast.key(node.unit.marked.article.id, name.entity) for name in node.unit.names}


def tellings(plan: Plan, cast: Cast) -> tuple[frozenset[float], frozenset[str]]:
    """Return the numbers of an entry and the names in it but those of who acts: what tells it from others."""
    text = plan.node.unit.marked.article.text
    own = (m.amount for m in plan.node.measures if telling(m))
    numbers = frozenset(amount.low for amount in own if text[amount.start : amount.end] in plan.text)
    return numbers, frozenset(key for key in told_names(plan, cast) if cast.name(key) not in plan.actors)


def status_of_all(group: Sequence[Plan]) -> InitiativeStatus:
    """Return the status that most entries give; the more careful one of two that are as frequent."""
    counted = Counter(p.status for p in group)
    return max(_CAREFUL, key=lambda status: counted[status])
