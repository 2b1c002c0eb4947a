"""Which entries are the same initiative."""

from collections import Counter
from collections.abc import Mapping, Sequence

from copydesk.weigh.cast import Cast
from copydesk.weigh.plans import Plan
from copydesk.weigh.slots import dates_refused, numbers_refused

_ALIKE = 0.5  # share of the shorter entry's words that two entries of one claim have in common
_ONLY = 0.2  # the same where each sentence makes no other entry
_NEAR = 0.75  # the same for entries of different claims
_CROWDED = 40  # a word that stands in more entries than this brings none together


def near(plans: Sequence[Plan]) -> list[tuple[int, int]]:
    """Return the pairs of entries that share a word, sorted."""
    holding: dict[str, list[int]] = {}
    for i, plan in enumerate(plans):
        for term in plan.terms:
            holding.setdefault(term, []).append(i)
    shared = Counter(
        (a, b) for held in holding.values() if len(held) <= _CROWDED for n, a in enumerate(held) for b in held[n + 1 :]
    )
    return sorted(shared)


def one(a: Plan, b: Plan, of_node: Mapping[int, int]) -> bool:
    """Return whether two entries are the same initiative."""
    if a.node.number == b.node.number or (a.status == "ruled_out") != (b.status == "ruled_out"):
        return False
    shared = len(a.terms & b.terms) / max(1, min(len(a.terms), len(b.terms)))
    if of_node[a.node.number] == of_node[b.node.number]:
        return shared >= (_ONLY if a.only and b.only else _ALIKE) and (a.item > 0) == (b.item > 0)
    return alike(a, b)


def alike(a: Plan, b: Plan) -> bool:
    """Return whether two entries of different claims tell of one thing: most words shared, no actor, date or number against it."""
    if dates_refused(a.node.dates, b.node.dates) or numbers_refused(a.node.measures, b.node.measures):
        return False
    if named(a) and named(b) and not named(a) & named(b):
        return False
    shared = len(a.terms & b.terms) / max(1, min(len(a.terms), len(b.terms)))
    return shared >= _NEAR and min(len(a.terms), len(b.terms)) >= 3


def of_others(a: Plan, b: Plan, cast: Cast) -> bool:
    """Return whether each of two entries names somebody, something or a place that the other does not: "in Orvelle", "in Quist"."""
    here, there = told_names(a, cast), told_names(b, cast)
    return bool(here - there) and bool(there - here)


def told_names(plan: Plan, cast: Cast) -> set[str]:
    """Return whom and what an entry names."""
    article = plan.node.unit.marked.article
    return {cast.key(article.id, n.entity) for n in plan.node.unit.names if article.text[n.start : n.end] in plan.text}


def named(plan: Plan) -> set[str]:
    """Return the actors of an entry that are called by name; "officials" may be anybody's."""
    return {actor for actor in plan.actors if actor[:1].isupper()}
