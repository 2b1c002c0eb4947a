"""Groups of nodes as claims."""

from collections.abc import Sequence

import msgspec

from copydesk.records import Claim
from copydesk.weigh.cast import Cast
from copydesk.weigh.config import WeighConfig
from copydesk.weigh.ground import Ground
from copydesk.weigh.importance import Measures, importance
from copydesk.weigh.manner import kind_of, rests_on, speaker_name
from copydesk.weigh.nodes import Node
from copydesk.weigh.propose import Terms
from copydesk.weigh.scene import Scene
from copydesk.weigh.wording import best_first, wording


class Made(msgspec.Struct, frozen=True):
    """Claims with what they were made from.

    Attributes:
        claims: The claims, the most important first.
        of_node: Node number -> index of its claim; a node that makes no claim is not in it.
    """

    claims: tuple[Claim, ...]
    of_node: dict[int, int]


def claims_of(groups: Sequence[Sequence[Node]], terms: Terms, ground: Ground, scene: Scene) -> Made:
    """Return the claims that groups of nodes make."""
    central: list[float] = terms.against(terms.centroid()).tolist()
    top = max(central, default=0.0) or 1.0
    latest = latest_year(scene.nodes)
    made: list[tuple[Claim, Sequence[Node]]] = []
    for group in groups:
        kept = [node for node in group if sizable(node, scene.config)]
        if kept:
            nearness = max([central[n.number] for n in kept]) / top
            made.append((claim(kept, nearness, latest, ground, scene.cast), kept))
    made.sort(key=lambda entry: (-entry[0].importance, entry[0].passages[0]))
    named = tuple(msgspec.structs.replace(c, id=f"c{i}") for i, (c, _) in enumerate(made, 1))
    return Made(claims=named, of_node={n.number: i for i, (_, group) in enumerate(made) for n in group})


def sizable(node: Node, config: WeighConfig) -> bool:
    """Return whether a node is long enough to state something and short enough to be a sentence."""
    return config.shortest <= node.text.count(" ") + 1 <= config.longest


def claim(group: Sequence[Node], central: float, latest: int, ground: Ground, cast: Cast) -> Claim:
    """Return the claim that a group of nodes makes; its id is given later."""
    units = best_first(group, ground, shares(group))
    best = units[0]
    passages = tuple(dict.fromkeys([unit.passage for unit in units]))
    origins = ground.of_all(passages)
    independent = ground.independent(origins)
    measures = Measures(independent=independent, total=ground.total, central=central, latest=latest)
    return Claim(
        id="",
        text=wording(best),
        kind=kind_of(next(node for node in group if best in node.units)),
        speaker=speaker_name(units, cast),
        passages=passages,
        origin_ids=origins,
        independent=independent,
        rests_on=rests_on(group, cast),
        importance=importance(group, best, measures),
    )


def shares(group: Sequence[Node]) -> dict[int, float]:
    """Return for each node the mean share of its terms that the others carry: the words all have in common say the claim best."""
    if len(group) == 1:
        return {group[0].number: 1.0}
    sets = {n.number: set(n.terms) for n in group}
    return {
        i: sum(len(mine & other) / max(1, len(mine)) for j, other in sets.items() if j != i) / (len(sets) - 1)
        for i, mine in sets.items()
    }


def latest_year(nodes: Sequence[Node]) -> int:
    """Return the latest year in which an article was published, or else that one speaks of; 0 where none is known."""
    published = {u.marked.article.published.when for n in nodes for u in n.units}
    years = [int(when[:4]) for when in published if when and when[:4].isdigit()]
    spoken = [int(d.when[:4]) for n in nodes for d in n.dates if d.when and d.when[:4].isdigit()]
    return max(years or spoken, default=0)
