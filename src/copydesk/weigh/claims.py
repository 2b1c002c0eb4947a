"""Groups of nodes as claims."""

from collections.abc import Sequence

import msgspec

from copydesk.records import Claim, Passage
from copydesk.weigh.cast import Cast
from copydesk.weigh.config import WeighConfig
from copydesk.weigh.ground import Ground
from copydesk.weigh.importance import Measures, importance
from copydesk.weigh.manner import kind_of, rests_on, speaker_name
from copydesk.weigh.nodes import Node
from copydesk.weigh.propose import Terms
from copydesk.weigh.scene import Scene
from copydesk.weigh.units import Unit
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
    central = terms.against(terms.centroid())
    top = float(central.max()) if len(central) else 1.0
    latest = latest_year(groups)
    made: list[tuple[Claim, Sequence[Node]]] = []
    for group in groups:
        kept = [node for node in group if sizable(node, scene.config)]
        if kept:
            nearness = max(float(central[n.number]) for n in kept) / (top or 1.0)
            made.append((claim(kept, nearness, latest, ground, scene.cast), kept))
    made.sort(key=lambda entry: (-entry[0].importance, entry[0].passages[0]))
    named = tuple(msgspec.structs.replace(c, id=f"c{i}") for i, (c, _) in enumerate(made, 1))
    return Made(claims=named, of_node={n.number: i for i, (_, group) in enumerate(made) for n in group})


def sizable(node: Node, config: WeighConfig) -> bool:
    """Return whether a node is long enough to state something and short enough to be a sentence."""
    words = len(node.text.split())
    return config.shortest <= words <= config.longest


def claim(group: Sequence[Node], central: float, latest: int, ground: Ground, cast: Cast) -> Claim:
    """Return the claim that a group of nodes makes; its id is given later."""
    alone = len(group) == 1 and len(group[0].units) == 1
    units = [group[0].unit] if alone else best_first(group, ground, shares(group))
    passages = tuple(dict.fromkeys(unit.passage for unit in units))
    origins = ground.of_all(passages)
    independent = ground.independent(origins)
    measures = Measures(independent=independent, total=ground.total, central=central, latest=latest)
    return Claim(
        id="",
        text=wording(units[0]),
        kind=kind_of(group, units[0]),
        speaker=speaker_name(units, cast),
        passages=passages,
        origin_ids=origins,
        independent=independent,
        rests_on=rests_on(units, cast),
        importance=importance(group, units[0], measures),
    )


def shares(group: Sequence[Node]) -> dict[int, float]:
    """Return for each node the mean share of its terms that the others carry: the words all have in common say the claim best."""
    sets = {n.number: set(n.terms) for n in group}
    if len(group) == 1:
        return dict.fromkeys(sets, 1.0)
    return {
        i: sum(len(mine & other) / max(1, len(mine)) for j, other in sets.items() if j != i) / (len(sets) - 1)
        for i, mine in sets.items()
    }


def latest_year(groups: Sequence[Sequence[Node]]) -> int:
    """Return the latest year in which an article was published, or else that one speaks of; 0 where none is known."""
    units: list[Unit] = [u for group in groups for n in group for u in n.units]
    published = [u.marked.article.published.when for u in units]
    years = [int(when[:4]) for when in published if when and when[:4].isdigit()]
    spoken = [int(d.when[:4]) for u in units for d in u.dates if d.when and d.when[:4].isdigit()]
    return max(years or spoken, default=0)


def sentence_key(passage: Passage) -> tuple[str, int]:
    """Return what tells a sentence from all others."""
    return passage.article_id, passage.start
