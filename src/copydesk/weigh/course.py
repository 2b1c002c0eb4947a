"""How the status of one initiative moved: who told it first, in which order of time.

Times come from the words of an article ("announced on 3 March"), else from when it was published. A copy tells nothing of its own:
it stands for the article it comes from, so it moves no status. Statuses of one day are side by side, unless one of them says that
something has come about since.
"""

from collections.abc import Iterator, Sequence

import msgspec

from copydesk.records import InitiativeStatus, Passage, Step
from copydesk.weigh.ground import Ground
from copydesk.weigh.newness import moment
from copydesk.weigh.plan_history import RANK
from copydesk.weigh.plans import Plan

_DAY = 10  # signs of an ISO day
_CAME_ABOUT = frozenset({"agreed", "under_way", "done", "ruled_out", "denied"})
_ENDED = frozenset({"ruled_out", "denied"})


class Told(msgspec.Struct, frozen=True):
    """A status that a passage gives an initiative.

    Attributes:
        status: The status.
        moment: Since when, in a form that sorts; empty where that is not known.
        when: The same as it is shown; None where it is not known.
        passage: The passage.
    """

    status: InitiativeStatus
    moment: str
    when: str | None
    passage: Passage


def told_by(plan: Plan, ground: Ground) -> Told:
    """Return the status that a plan's node gives, and since when its first article tells it; a copy of another has no time."""
    unit = plan.node.unit
    if ground.copied(unit.passage):
        return Told(plan.status, "", None, unit.passage)
    if plan.since is not None:
        return Told(plan.status, plan.since.when, plan.since.shown, unit.passage)
    return Told(plan.status, moment(unit.marked.article), unit.marked.article.published.when, unit.passage)


def day(plan: Plan, ground: Ground) -> str:
    """Return the day since which a plan has its status; empty where it is not known to the day, or only a copy tells it."""
    when = told_by(plan, ground).moment[:_DAY]
    return when if len(when) == _DAY else ""


def course_of(plans: Sequence[Plan], ground: Ground) -> tuple[Step, ...]:
    """Return how the status of an initiative moved, in order of time; nothing where it did not, or where no time tells.

    Args:
        plans: The entries that are the initiative.
        ground: What stands behind passages.
    """
    dated = [told for plan in plans for told in (told_by(plan, ground), *said_before(plan, ground)) if told.moment]
    steps: list[Told] = []
    for told in sorted(dated, key=lambda t: (t.moment, RANK.get(t.status, 0), t.passage)):
        if not steps or together(steps[-1], told):
            keep_firmer(steps, told)
        elif moves(steps[-1].status, told.status):
            steps.append(told)
    own = [plan for plan in plans if plan.earlier and not ground.copied(plan.node.unit.passage)]
    found = [*before(own, steps), *steps]
    for told in sorted((told_by(plan, ground) for plan in own), key=lambda t: RANK.get(t.status, 0)):
        if not told.moment and found and moves(found[-1].status, told.status):
            found.append(told)
    return tuple(Step(status=t.status, when=t.when, passage=t.passage) for t in found) if len(found) > 1 else ()


def said_before(plan: Plan, ground: Ground) -> Iterator[Told]:
    """Yield the dated statuses that a plan's own words say it had before."""
    for status, since in plan.earlier:
        if since is not None and not ground.copied(plan.node.unit.passage):
            yield Told(status, since.when, since.shown, plan.node.unit.passage)


def before(plans: Sequence[Plan], steps: Sequence[Told]) -> list[Told]:
    """Return the least status that plans say they had at an unknown time, if it comes before those whose time is known."""
    found = [Told(status, "", None, p.node.unit.passage) for p in plans for status, since in p.earlier if since is None]
    fit = [told for told in found if not steps or follows(told.status, steps[0].status)]
    return sorted(fit, key=lambda t: (RANK.get(t.status, 0), t.passage))[:1]


def together(a: Told, b: Told) -> bool:
    """Return whether two statuses stand side by side: one day, and neither says that something has come about later that day."""
    if a.moment[:_DAY] != b.moment[:_DAY] and not b.moment.startswith(a.moment):
        return False
    return b.status not in _CAME_ABOUT or b.moment == a.moment or len(a.moment) <= _DAY


def keep_firmer(steps: list[Told], told: Told) -> None:
    """Let the firmer of two statuses that stand side by side be the last step."""
    if not steps:
        steps.append(told)
    elif moves(steps[-1].status, told.status) and (len(steps) < 2 or steps[-2].status != told.status):
        steps[-1] = told


def moves(a: InitiativeStatus, b: InitiativeStatus) -> bool:
    """Return whether a status that is told later says that a plan has come further, or to nothing; softer words alone do not."""
    if a in (b, "done"):
        return False
    return b in _ENDED or (RANK[b] >= RANK["announced"] if a in _ENDED else follows(a, b))


def follows(a: InitiativeStatus, b: InitiativeStatus) -> bool:
    """Return whether a status is one that a plan has before it has another."""
    return a != b and RANK.get(a, len(RANK)) <= RANK.get(b, len(RANK))
