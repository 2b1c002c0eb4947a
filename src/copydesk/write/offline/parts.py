"""Which section of a form a line stands in, where a form has sections of its own."""

import re
from collections.abc import Sequence
from datetime import date

from copydesk.write.forms import Form, Part
from copydesk.write.offline.line import Line
from copydesk.write.offline.order import arranged
from copydesk.write.offline.pile import as_day

# Words in which somebody in the articles says that something is not known.
_OPEN = re.compile(
    r"\bnot (?:yet |immediately |fully |entirely )?(?:clear|known|sure|certain|decided|determined|established)\b"
    r"|\b(?:unclear|unknown|undecided|uncertain)\b|\bdeclined to (?:say|comment|give|name)\b|\bremains? to be\b"
    r"|\b(?:did|has|have|had|would|could) not (?:yet )?(?:say|said|name|named|give|given|confirm|confirmed|disclose|disclosed)\b",
    re.IGNORECASE,
)


def shared_out(lines: Sequence[Line], lead: Line, form: Form, today: date | None) -> list[list[Line]]:
    """Return for each section of a form its lines in reading order, none where it has none.

    Args:
        lines: The lines to be told below headline and dek.
        lead: The line the report opens with; it need not be among them.
        form: The form.
        today: The report's day; None where it is not known.
    """
    held: list[list[Line]] = [[] for _ in form.parts]
    for section in arranged(lines, lead).values():
        for line in section:
            role = role_of(line, form.parts, today) if line is not lead else lead.section
            place = place_of(role, lead.section, form.parts, held)
            if place is not None:
                held[place].append(line)
    return held


def place_of(role: str, opens: str, parts: Sequence[Part], held: Sequence[Sequence[Line]]) -> int | None:
    """Return the section that takes a line: the first one that tells what the line does and has room for it.

    Args:
        role: What the line is for.
        opens: The role of the line the report opens with.
        parts: The sections.
        held: What they hold already.
    """
    for place, part in enumerate(parts):
        room = part.most is None or len(held[place]) < part.most
        if role in part.roles and room and (not part.leading or opens in part.roles):
            return place
    return None


def role_of(line: Line, parts: Sequence[Part], today: date | None) -> str:
    """Return what a line is for: what somebody says is not known is told as such where the form has a place for that."""
    asks = any("open" in part.roles for part in parts)
    if asks and _OPEN.search(line.phrase.text):
        return "open"
    # "The mayor said the council would vote on 24 March" was said, and is to come.
    day = as_day(line.when)
    return "next" if line.section == "happened" and day and today and day > today else line.section
