"""In which order lines are read: the lead first, related lines next to each other, what lies ahead in the order of time."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from copydesk.write.grammar import fusion
from copydesk.write.offline.line import Line, shared
from copydesk.write.offline.scoring import number, weight

# Where the only line of a section goes, the best place first.
_HOMES = {
    "happened": ("expected", "background"),
    "expected": ("next", "happened"),
    "matters": ("happened", "expected"),
    "differ": (),
    "background": ("happened", "expected"),
    "next": ("expected", "happened"),
}
_TELLER = 0.4  # so much better does a line follow one of the same report
_JOINS = 0.3  # and one with which it can share a sentence
_RELATED, _NEAR = 0.15, 0.12  # share of what the shorter of two lines tells, and of an article between them: they are of one matter
# Sections in reading order; the one that holds the lead comes first.
SECTIONS = ("happened", "expected", "matters", "differ", "background", "next")


def arranged(lines: Sequence[Line], lead: Line) -> Mapping[str, list[Line]]:
    """Return the lines of each section in reading order; the lead's section first, the others in their usual order.

    Args:
        lines: All lines, the lead among them.
        lead: The line the report opens with.
    """
    held: dict[str, list[Line]] = {}
    for line in lines:
        held.setdefault(line.section, []).append(line)
    order = sorted(held, key=lambda key: (key != lead.section, SECTIONS.index(key)))
    return {key: section(held[key], lead, key) for key in order}


def gathered(lines: Sequence[Line], lead: Line) -> list[Line]:
    """Return the lines with no section of a single one, where another section can take it in; the lead's stays what it is."""
    for key in SECTIONS:
        alone = [line for line in lines if line.section == key]
        homes = [home for home in _HOMES[key] if any(line.section == home for line in lines)]
        if len(alone) == 1 and homes and alone[0].section != lead.section:
            lines = [replace(line, section=homes[0]) if line is alone[0] else line for line in lines]
    return list(lines)


def section(lines: Sequence[Line], lead: Line, key: str) -> list[Line]:
    """Return one section's lines in reading order."""
    if key in ("next", "background") and lead not in lines:
        return sorted(lines, key=lambda line: (line.when or "9999", number(line.claim)))
    first = lead if lead in lines else max(lines, key=_opens)
    ordered, waiting = [first], [line for line in lines if line is not first]
    while waiting:
        # What several reports carry comes before what one adds.
        following = max(waiting, key=lambda line: (not line.single, line.score + tie(ordered[-1], line), -number(line.claim)))
        waiting.remove(following)
        ordered.append(following)
    return ordered


def tie(before: Line, line: Line) -> float:
    """Return how well a line follows another: it goes on with the same people and things, or stands behind it in one article."""
    overlap = shared(before.terms, line.terms)
    same = before.passage.article_id == line.passage.article_id and 0 <= line.place - before.place < 0.2
    teller = before.single and line.single and before.origin_ids == line.origin_ids
    return 0.8 * min(1.0, overlap) + 0.15 * same + _TELLER * teller + _JOINS * joins(before, line)


def paired(lines: Sequence[Line]) -> frozenset[int]:
    """Return the places of lines that share a sentence with the next one."""
    found = set[int]()
    for at, (line, following) in enumerate(pairwise(lines)):
        if at - 1 not in found and joins(line, following):
            found.add(at)
    return frozenset(found)


def joins(line: Line, following: Line) -> bool:
    """Return whether a line can share a sentence with another one: both short, of one report alone, and of one matter."""
    one = line.single and following.single and line.origin_ids == following.origin_ids
    if not one or line.passage.article_id != following.passage.article_id or line.contested or following.contested:
        return False
    if line.told_on or following.told_on:
        return False
    if not (fusion.joinable(line.phrase) and fusion.joinable(following.phrase) and fusion.brief(line.phrase, following.phrase)):
        return False
    near = abs(line.place - following.place) <= _NEAR
    return near or (bool(line.plans) and bool(following.plans)) or shared(line.terms, following.terms) >= _RELATED


def _opens(line: Line) -> tuple[bool, float, int]:
    """Return how well a line opens a section; the first of equals is greater."""
    central, first = weight(line)
    return not line.quotation, central + line.score, first
