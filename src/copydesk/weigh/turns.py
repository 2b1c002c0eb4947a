"""Entries that are one initiative though their words contradict each other, because time has passed between them.

What was planned is told as done or under way, or ruled out; what was ruled out is announced.
"""

from collections.abc import Mapping, Sequence

from copydesk.weigh.cast import Cast
from copydesk.weigh.course import day, told_by
from copydesk.weigh.fulfilled import deeds_of
from copydesk.weigh.ground import Ground
from copydesk.weigh.plan_likeness import alike, near, of_others
from copydesk.weigh.plans import Plan
from copydesk.weigh.scene import Scene
from copydesk.weigh.slots import lone

_MOST = 0.6  # share of a plan's words that a deed has …
_MUCH = 5  # … or so many of them


def deeds_since(plans: Sequence[Plan], scene: Scene, of_node: Mapping[int, int]) -> list[Plan]:
    """Return what nodes that announce nothing tell as done or under way, of what is planned somewhere."""
    planned, taken = frozenset(p.verb for p in plans), {p.node.number for p in plans}
    nodes = [n for n in scene.nodes if n.number in of_node and n.number not in taken] if planned else []
    return [deed for node in nodes for deed in deeds_of(node, scene.cast, planned)]


def in_turn(found: Sequence[list[Plan]], deeds: Sequence[Plan], cast: Cast, ground: Ground) -> list[list[Plan]]:
    """Return groups of entries, joined with what tells of the same at another time; deeds that nobody planned are left out.

    Args:
        found: Groups of entries that are one initiative each.
        deeds: What is told as done or under way.
        cast: Who is who.
        ground: What stands behind passages.
    """
    groups = [list(group) for group in found]
    entries = [*(plan for group in groups for plan in group), *deeds]
    home = [number for number, group in enumerate(groups) for _ in group] + [-1] * len(deeds)
    for a, b in near(entries):
        one, other = home[a], home[b]
        if one == other or one < 0 or not alike(entries[a], entries[b]) or of_others(entries[a], entries[b], cast):
            continue
        if other < 0 and covers(entries[b], entries[a]) and came_about(groups[one], entries[b], ground):
            groups[one].append(entries[b])
            home[b] = one
        elif other >= 0 and turned(groups[one], groups[other], ground):
            groups[one] += groups[other]
            groups[other] = []
            home = [one if number == other else number for number in home]
    return [group for group in groups if group]


def came_about(group: Sequence[Plan], deed: Plan, ground: Ground) -> bool:
    """Return whether a deed is told later than a plan was, as far as the times are known."""
    when, days = told_by(deed, ground).moment, [told_by(plan, ground).moment for plan in group]
    return bool(day(deed, ground)) and any("" < known < when and not when.startswith(known) for known in days)


def covers(deed: Plan, plan: Plan) -> bool:
    """Return whether a deed is all of a plan: who "closed two plants" has not closed "its coal plant in Orvelle"."""
    shared = len(deed.terms & plan.terms)
    return (shared >= _MUCH or shared > _MOST * len(plan.terms)) and not lone(deed.node.measures, plan.node.measures)


def turned(one: Sequence[Plan], other: Sequence[Plan], ground: Ground) -> bool:
    """Return whether one of two groups is what is ruled out, and all of it is told on days before or behind those of the other."""
    ended = [all(plan.status == "ruled_out" for plan in group) for group in (one, other)]
    if ended[0] == ended[1]:
        return False
    days = [[day(plan, ground) for plan in group] for group in (one, other)]
    return all(days[0] + days[1]) and (max(days[0]) < min(days[1]) or max(days[1]) < min(days[0]))
