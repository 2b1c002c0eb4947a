"""Which pairs are judged: those that share words, credits or a house, and those that a person speaks of; never all."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, product

from copydesk.trace.cases import Case
from copydesk.trace.config import TraceConfig
from copydesk.trace.index import candidates
from copydesk.trace.judge import RELATED
from copydesk.trace.prose import topical

_COPIES = 4  # of exact copies that many are compared with others; more say nothing new
_CROWDED = 40  # more articles than that on one outlet: only those are compared that share words


def pairs(cases: Sequence[Case], stated: Iterable[tuple[int, int]], config: TraceConfig) -> list[tuple[int, int]]:
    """Return the pairs of places to judge, in order, the smaller place first.

    Args:
        cases: The articles, sorted by id.
        stated: Pairs that a person speaks of.
        config: Settings.
    """
    copies: dict[bytes, list[int]] = defaultdict(list)
    for i in sorted(range(len(cases)), key=lambda i: _age(cases[i])):
        copies[cases[i].prose.digest].append(i)
    alone = sorted(members[0] for members in copies.values())
    found = {(members[0], other) for members in copies.values() for other in members[1:]} | set(stated) | _same_house(cases)
    for a, b in candidates([cases[i].prose for i in alone], config):
        one, other = (copies[cases[alone[at]].prose.digest][:_COPIES] for at in (a, b))
        found |= set(product(one, other))
    return sorted({(min(pair), max(pair)) for pair in found})


def _age(case: Case) -> tuple[bool, str, str]:
    """Return what orders exact copies: those that do not say they are somebody else's first, then by time."""
    return bool(case.crediting.on("whole")), case.article.published.when or "~", case.prose.id


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
