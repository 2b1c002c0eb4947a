"""Directions that the pair alone leaves open, and its group does not: what others credit is where the rest comes from."""

from collections.abc import Sequence

from msgspec.structs import replace

from copydesk.trace.cases import Case
from copydesk.trace.direction import earlier
from copydesk.trace.partition import Partition
from copydesk.trace.roots import Entry, published_by_credited


def settled(cases: Sequence[Case], judgements: Sequence[Entry], partition: Partition) -> list[Entry]:
    """Return the judgements with the directions that a credited report at hand settles.

    In a group with one main origin, the article of the outlet that others credit is where all come from, also those that credit
    nobody, unless times say otherwise. Only what joins a group is settled so; its kind and likelihood stay.

    Args:
        cases: The articles, sorted by id.
        judgements: What was decided about pairs, by places in `cases`.
        partition: The articles grouped by main origin.
    """
    credited = {}
    for members in partition.groups():
        found = published_by_credited(members, cases) if len(members) > 1 else []
        if len(found) == 1:
            credited[found[0]] = f"others credit {cases[found[0]].article.outlet}, which published the other"
    return [_settled(entry, cases, credited) for entry in judgements]


def _settled(entry: Entry, cases: Sequence[Case], credited: dict[int, str]) -> Entry:
    """Return a judgement with the report that others credit as the earlier side."""
    i, j, judgement = entry
    former, later = (i, j) if i in credited else (j, i)
    side = 0 if later == i else 1
    if not judgement.joins or former not in credited or later in credited or judgement.later == side:
        return entry
    if earlier(cases[later].article.published, cases[former].article.published):
        return entry
    return i, j, replace(judgement, later=side, order_evidence=(credited[former],))
