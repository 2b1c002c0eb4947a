"""Which pairs are judged: those that share words, credits or a house, and those that a person speaks of; never all."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from copydesk.trace.cases import Case
from copydesk.trace.config import TraceConfig
from copydesk.trace.index import candidates
from copydesk.trace.judge import RELATED
from copydesk.trace.prose import topical

_CROWDED = 40  # more articles than that on one outlet: only those are compared that share words


def pairs(cases: Sequence[Case], stated: Iterable[tuple[int, int]], config: TraceConfig) -> list[tuple[int, int]]:
    """Return the pairs of places to judge, in order, the smaller place first.

    Args:
        cases: The articles, sorted by id.
        stated: Pairs that a person speaks of.
        config: Settings.
    """
    first: dict[bytes, int] = {}  # of exact copies one stands for all, so that one copy more changes nothing
    alone = [i for i, case in enumerate(cases) if first.setdefault(case.prose.digest, i) == i]
    copies = {(first[case.prose.digest], i) for i, case in enumerate(cases) if first[case.prose.digest] != i}
    near = candidates([cases[i].prose for i in alone], config)
    return sorted({(alone[a], alone[b]) for a, b in near} | copies | set(stated) | _same_house(cases))


def _same_house(cases: Sequence[Case]) -> set[tuple[int, int]]:
    """Return the pairs about like things that credit one outlet, or share an outlet, owner or writer."""
    houses: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, case in enumerate(cases):
        keys = {rest.key for rest in case.crediting.rests} | {key for key, _ in case.crediting.facts.values()}
        named = {("outlet", key) for key in keys} | {("owner", case.article.owner or ""), ("byline", case.article.byline or "")}
        for house in named:
            if house[1]:
                houses[house].append(i)
    return {
        (i, j)
        for members in houses.values()
        if len(members) <= _CROWDED
        for i, j in combinations(members, 2)
        if topical(cases[i].prose, cases[j].prose) >= RELATED
    }
