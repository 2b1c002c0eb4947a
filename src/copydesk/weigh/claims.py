"""Groups of nodes as claims."""

from collections.abc import Sequence

import msgspec

from copydesk.records import Claim, Passage, Unnamed
from copydesk.spans import Span
from copydesk.text.unnamed import is_unnamed
from copydesk.weigh.backing import attribution, backing_of, teller, who
from copydesk.weigh.cast import Cast
from copydesk.weigh.config import WeighConfig
from copydesk.weigh.ground import Ground
from copydesk.weigh.importance import Measures, importance
from copydesk.weigh.lists import listed
from copydesk.weigh.manner import kind_of, put
from copydesk.weigh.newness import first_seen
from copydesk.weigh.nodes import Node
from copydesk.weigh.passing import Told
from copydesk.weigh.propose import Terms
from copydesk.weigh.roots import root
from copydesk.weigh.scene import Scene
from copydesk.weigh.units import Unit
from copydesk.weigh.wording import best_first, wording

_ENOUGH = 4  # a node with more plain words than this is no date line
# What stands beside a date that says when an article appeared; as terms of a node.
_STAMPS = frozenset(root(word) for word in listed("last publish update updated published post posted gmt est edt pm p.m. a.m."))


class Made(msgspec.Struct, frozen=True):
    """Claims with what they were made from.

    Attributes:
        claims: The claims, the most important first.
        of_node: Node number -> index of its claim; a node that makes no claim is not in it.
    """

    claims: tuple[Claim, ...]
    of_node: dict[int, int]


def claims_of(groups: Sequence[Told], terms: Terms, ground: Ground, scene: Scene) -> Made:
    """Return the claims that groups of nodes make."""
    central: list[float] = terms.against(terms.centroid()).tolist()
    top = max(central, default=0.0) or 1.0
    latest = latest_year(scene.nodes)
    told = [one for group in groups if (one := sized(group, scene.config)).group]
    drafts = [draft(one, max([central[n.number] for n in one.group]) / top, latest, ground) for one in told]
    drafts.sort(key=lambda d: (-d.importance, d.passages[0]))
    frame = Frame(cast=scene.cast, ground=ground, latest=scene.latest)
    return Made(
        claims=tuple([claim(made, f"c{i}", frame) for i, made in enumerate(drafts, 1)]),
        of_node={n.number: i for i, made in enumerate(drafts) for n in made.group},
    )


class Frame(msgspec.Struct, frozen=True):
    """What a story's claims are read against.

    Attributes:
        cast: Who is who.
        ground: Where passages come from.
        latest: Ids of the latest articles; none where that cannot be told.
    """

    cast: Cast
    ground: Ground
    latest: frozenset[str]


class Draft(msgspec.Struct, frozen=True, gc=False):
    """A claim before its place among the others is known.

    Attributes:
        group: The nodes that make it.
        passing: Those that tell it beside something else.
        units: The units of the group, the one that says it best first.
        passages: The sentences in which they stand.
        origins: The origins of these.
        importance: How much an editor would miss it.
    """

    group: Sequence[Node]
    passing: Sequence[Node]
    units: list[Unit]
    passages: tuple[Passage, ...]
    origins: tuple[str, ...]
    importance: float


def draft(told: Told, central: float, latest: int, ground: Ground) -> Draft:
    """Return what a group of nodes claims and how important that is."""
    group = told.group
    units = best_first(group, ground, shares(group))
    beside = [unit for node in told.passing for unit in node.units]
    passages = tuple(dict.fromkeys([unit.passage for unit in (*units, *beside)]))
    origins = ground.of_all(passages)
    measures = Measures(independent=ground.independent(origins), total=ground.total, central=central, latest=latest)
    weight = importance(group, units[0], measures)
    return Draft(group=group, passing=told.passing, units=units, passages=passages, origins=origins, importance=weight)


def sized(told: Told, config: WeighConfig) -> Told:
    """Return the nodes of a claim without those that state nothing."""
    group, passing = ([node for node in nodes if sizable(node, config)] for nodes in (told.group, told.passing))
    return Told(group=group, passing=passing)


def sizable(node: Node, config: WeighConfig) -> bool:
    """Return whether a node states something: it is no scrap, no date line, no list and no broken text."""
    return config.shortest <= node.text.count(" ") + 1 <= config.longest and (len(node.plain) > _ENOUGH or states(node))


def states(node: Node) -> bool:
    """Return whether a node of few words says something of what it names: it has a verb and a word, or two words."""
    words = [t for t in node.terms if t[0] not in "@#=" and t not in _STAMPS and any(c.isalpha() for c in t)]
    verbless = all(t.tag not in ("VERB", "AUX") for t in node.unit.tokens) and bool(node.unit.tokens)
    return len(words) > verbless or bool(node.unit.quotes)


def held_only(node: Node, telling: Sequence[Unit]) -> bool:
    """Return whether only opinion pieces tell something, as their authors' own words: whatever its grammar."""
    quoted = node.attributed or any(unit.quotes for unit in telling)
    return not quoted and all(unit.marked.article.genre == "opinion" for unit in telling)


def claim(made: Draft, name: str, frame: Frame) -> Claim:
    """Return a draft as a claim with an id."""
    best = made.units[0]
    node = next(node for node in made.group if best in node.units)
    firmness, cue = put(node)
    told = teller(made.units)
    backing = backing_of(made.group, frame.cast, frame.ground)
    unnamed = backing.unnamed and all_unnamed_too(made, frame)
    telling = [*made.units, *[unit for node in made.passing for unit in node.units]]
    speaker = who(*told, frame.cast) if told else None
    return Claim(
        id=name,
        text=wording(best),
        kind="opinion" if speaker is None and held_only(node, telling) else kind_of(node),
        speaker=speaker,
        passages=made.passages,
        origin_ids=made.origins,
        independent=frame.ground.independent(made.origins),
        rests_on=backing.rests_on,
        importance=made.importance,
        firmness=firmness,
        modality=words_at(best, cue) if cue else None,
        attribution=attribution(told[0]) if told else None,
        unnamed=unnamed and (speaker is None or is_unnamed(speaker)),
        first_seen=first_seen(telling),
        new=all(unit.marked.article.id in frame.latest for unit in telling),
    )


def all_unnamed_too(made: Draft, frame: Frame) -> bool:
    """Return whether those who tell a claim in passing have it from unnamed people as well."""
    return not made.passing or backing_of((*made.group, *made.passing), frame.cast, frame.ground).unnamed


def on_unnamed(claims: Sequence[Claim]) -> Unnamed:
    """Return how much of a story rests on people nobody names."""
    found = tuple([claim.id for claim in claims if claim.unnamed])
    share = round(len(found) / len(claims), 4) if claims else 0.0
    return Unnamed(claims=len(found), of=len(claims), share=share, claim_ids=found)


def words_at(unit: Unit, span: Span) -> str:
    """Return what a unit's article says at a span, on one line."""
    return " ".join(unit.marked.article.text[span.start : span.end].split())


def shares(group: Sequence[Node]) -> dict[int, float]:
    """Return for each node the mean share of its terms that the others carry: the words all have in common say the claim best."""
    if len(group) == 1:
        return {group[0].number: 1.0}
    sets = {n.number: n.vocabulary for n in group}
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
