"""Origins: main ones for groups of articles, own additions, and outlets elsewhere that single facts are credited to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from copydesk.records import Lineage, Origin, Passage, ReuseLink
from copydesk.trace.cases import Case
from copydesk.trace.judge import SAME_EVENT
from copydesk.trace.partition import Partition
from copydesk.trace.passages import Place, additions, borrowed
from copydesk.trace.prose import topical
from copydesk.trace.roots import Entry, Root, root, slug


class Elsewhere(msgspec.Struct, frozen=True, eq=False):
    """An outlet's report that is not at hand, to which articles about one event credit facts.

    Attributes:
        id: Its name as an origin.
        key: The outlet.
        name: Its name as the articles give it.
        members: Places of the articles that credit it.
    """

    id: str
    key: str
    name: str
    members: tuple[int, ...]


def lineage(cases: Sequence[Case], judgements: Sequence[Entry], partition: Partition, links: Sequence[ReuseLink]) -> Lineage:
    """Bring judgements about pairs together: every sentence gets one origin, every article a main one.

    Args:
        cases: The articles, sorted by id.
        judgements: What was decided about pairs, by places in `cases`.
        partition: The articles grouped by main origin.
        links: The same as links.
    """
    inside = _inside(partition, judgements)
    roots = [root(members, cases, inside[members[0]]) for members in partition.groups()]
    root_of = {i: one for one in roots for i in one.members}
    own = {place: owner for one in roots for place, owner in additions(one, cases, inside[one.members[0]]).items()}
    away = _elsewhere(cases, judgements, root_of)
    sentence_origins = _resolved(cases, root_of, own, away, borrowed(judgements))
    passages = _passages(cases, sentence_origins)
    origins = [*_main_origins(roots, passages), *_own_origins(cases, own, passages), *_away_origins(cases, away, passages)]
    names = {origin.id for origin in origins}
    pairs = {
        tuple(sorted(pair)) for pair in _perhaps(cases, judgements, root_of, away, own) if pair[0] != pair[1] and names >= set(pair)
    }
    return Lineage(
        links=tuple(links),
        origins=tuple(sorted(origins, key=lambda origin: origin.id)),
        main_origins={case.prose.id: root_of[i].id for i, case in enumerate(cases)},
        perhaps_one=tuple((a, b) for a, b in sorted(pairs)),
    )


def own_id(case: Case) -> str:
    """Return the id of what an article adds itself."""
    return f"o-{case.prose.id}-own"


def _inside(partition: Partition, judgements: Sequence[Entry]) -> dict[int, list[Entry]]:
    """Return for the first place of each group the judgements that hold it together."""
    inside: dict[int, list[Entry]] = defaultdict(list)
    for entry in judgements:
        if entry[2].joins and partition.find(entry[0]) == partition.find(entry[1]):
            inside[partition.find(entry[0])].append(entry)
    return inside


def _elsewhere(
    cases: Sequence[Case], judgements: Sequence[Entry], root_of: Mapping[int, Root]
) -> dict[tuple[int, str], Elsewhere | Root]:
    """Return for each article and each outlet that it credits facts to where these facts come from.

    Articles about one event that credit one outlet mean one report of it; where that report, or one that rests on it, is at hand,
    they mean its main origin. Two events' reports by one outlet stay apart.
    """
    credited = {i: dict(sorted(set(case.crediting.facts.values()))) for i, case in enumerate(cases) if case.crediting.facts}
    nodes = sorted((key, i) for i, keys in credited.items() for key in keys)
    place = {node: n for n, node in enumerate(nodes)}
    together = Partition(len(nodes))
    meant: dict[int, tuple[str, Root]] = {}
    for i, j, _ in judgements:
        for key, here, there in _credits_both(i, j, credited, cases, root_of):
            if (key, there) in place:
                together.join(place[key, here], place[key, there])
            elif root_of[there].id != root_of[here].id:
                meant[place[key, here]] = min(
                    meant.get(place[key, here], ("~", root_of[there])), (root_of[there].id, root_of[there]), key=_first
                )
    return _named(nodes, together, meant, credited, cases)


def _first(pair: tuple[str, Root]) -> str:
    return pair[0]


def _credits_both(
    i: int, j: int, credited: Mapping[int, Mapping[str, str]], cases: Sequence[Case], root_of: Mapping[int, Root]
) -> Iterator[tuple[str, int, int]]:
    """Yield each outlet to which one of a pair credits facts while the other credits it too or rests on it."""
    options = [
        (key, a, b)
        for a, b in ((i, j), (j, i))
        for key in credited.get(a, ())
        if key in credited.get(b, ()) or _rests(cases[b], root_of[b], key)
    ]
    if options and topical(cases[i].prose, cases[j].prose) >= SAME_EVENT:
        yield from options


def _rests(case: Case, main: Root, key: str) -> bool:
    """Return whether an article is that outlet's own, or its main origin that outlet's."""
    return main.key == key or any(rest.key == key for rest in case.crediting.on("own"))


def _named(
    nodes: Sequence[tuple[str, int]],
    together: Partition,
    meant: Mapping[int, tuple[str, Root]],
    credited: Mapping[int, Mapping[str, str]],
    cases: Sequence[Case],
) -> dict[tuple[int, str], Elsewhere | Root]:
    """Return the origin of each article's credited facts."""
    found: dict[tuple[int, str], Elsewhere | Root] = {}
    for group in together.groups():
        members = tuple(sorted(nodes[n][1] for n in group))
        key = nodes[group[0]][0]
        name = min((credited[i][key] for i in members), key=lambda n: (-len(n), n))
        at_hand = min((meant[n] for n in group if n in meant), key=_first, default=None)
        first = cases[members[0]].prose.id
        where = at_hand[1] if at_hand else Elsewhere(f"o-{slug(name)}-{first}-facts", key, name, members)
        found |= {(nodes[n][1], key): where for n in group}
    return found


def _resolved(
    cases: Sequence[Case],
    root_of: Mapping[int, Root],
    own: Mapping[Place, int],
    away: Mapping[tuple[int, str], Elsewhere | Root],
    loans: Mapping[Place, Place],
) -> dict[Place, str]:
    """Return the origin of every compared sentence."""
    direct: dict[Place, str] = {}
    for i, case in enumerate(cases):
        for s in range(len(case.prose.sentences)):
            key = case.crediting.facts.get(s, ("", ""))[0]
            if key and key != root_of[i].key:
                direct[i, s] = away[i, key].id
            elif (i, s) in own:
                direct[i, s] = own_id(cases[own[i, s]])
    return {
        (i, s): _followed((i, s), direct, loans, root_of) for i, case in enumerate(cases) for s in range(len(case.prose.sentences))
    }


def _followed(place: Place, direct: Mapping[Place, str], loans: Mapping[Place, Place], root_of: Mapping[int, Root]) -> str:
    """Return a sentence's origin, going back along what was borrowed."""
    seen: set[Place] = set()
    while place in loans and place not in seen and place not in direct:
        seen.add(place)
        place = loans[place]
    return direct.get(place, root_of[place[0]].id)


def _passages(cases: Sequence[Case], origin_of: Mapping[Place, str]) -> dict[str, list[Passage]]:
    """Return the sentences of each origin as passages; those that were not compared take the origin of the last compared one."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for i, case in enumerate(cases):
        count = len(case.prose.sentences)
        for s, sentence in enumerate(case.prose.marked.reporting()):
            found[origin_of[i, min(s, count - 1)]].append(case.prose.marked.passage(sentence.start, sentence.end))
    return found


def _main_origins(roots: Sequence[Root], passages: Mapping[str, Sequence[Passage]]) -> Iterator[Origin]:
    """Yield the main origins."""
    for one in roots:
        yield Origin(
            id=one.id,
            kind=one.kind,
            root_article_id=one.nearest_id,
            credited=one.name,
            passages=tuple(sorted(passages.get(one.id, ()))),
            evidence=one.evidence,
        )


def _own_origins(cases: Sequence[Case], own: Mapping[Place, int], passages: Mapping[str, Sequence[Passage]]) -> Iterator[Origin]:
    """Yield what articles add themselves."""
    for i in sorted(set(own.values())):
        if passages.get(own_id(cases[i])):
            yield Origin(
                id=own_id(cases[i]),
                kind="own_addition",
                root_article_id=cases[i].prose.id,
                credited=None,
                passages=tuple(sorted(passages[own_id(cases[i])])),
                evidence=("stands in no other text of its main origin, and nobody is credited for it",),
            )


def _away_origins(
    cases: Sequence[Case], away: Mapping[tuple[int, str], Elsewhere | Root], passages: Mapping[str, Sequence[Passage]]
) -> Iterator[Origin]:
    """Yield the reports elsewhere that facts are credited to."""
    for one in {where.id: where for where in away.values() if isinstance(where, Elsewhere)}.values():
        if passages.get(one.id):
            yield Origin(
                id=one.id,
                kind="elsewhere",
                root_article_id=None,
                credited=one.name,
                passages=tuple(sorted(passages[one.id])),
                evidence=tuple(
                    f"{cases[i].article.outlet or cases[i].article.location} credits it to {one.name}" for i in one.members
                ),
            )


def _perhaps(
    cases: Sequence[Case],
    judgements: Sequence[Entry],
    root_of: Mapping[int, Root],
    away: Mapping[tuple[int, str], Elsewhere | Root],
    own: Mapping[Place, int],
) -> Iterator[tuple[str, str]]:
    """Yield pairs of origins that may be one."""
    for i, j, judgement in judgements:
        if judgement.dependence == "yes" or (judgement.dependence == "unclear" and judgement.bond != "facts"):
            yield root_of[i].id, root_of[j].id
    for (i, key), where in away.items():
        if any(rest.key == key for rest in cases[i].crediting.on("perhaps", "central", "whole")):
            yield where.id, root_of[i].id
    for (i, _), owner in own.items():
        yield own_id(cases[owner]), root_of[i].id
