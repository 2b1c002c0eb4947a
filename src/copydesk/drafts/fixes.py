"""What the articles say, put in the place of what they contradict in a sentence, where that mends it."""

import re

from copydesk.check import Pool
from copydesk.check import check as check_statements
from copydesk.inputs import Setup
from copydesk.mark import MarkContext, mark
from copydesk.records import Statement, Verdict


def fixed(text: str, verdict: Verdict, pool: Pool, setup: Setup) -> str | None:
    """Return a sentence with what the articles say in the place of what they contradict, where that mends it.

    Args:
        text: The sentence.
        verdict: What `check` found.
        pool: The articles.
        setup: How to run.

    Returns:
        The sentence; None where nothing can be put in place in one piece, or where the result is contradicted again or misses
        something that was found before.
    """
    wrong = [c for c in verdict.checks if c.outcome == "contradicted"]
    if verdict.label != "contradicted" or not wrong or any(c.instead is None for c in wrong):
        return None
    mended = text
    for one in wrong:
        found = list(re.finditer(rf"(?<!\w){re.escape(one.text)}(?!\w)", mended, re.IGNORECASE))
        if len(found) != 1 or one.instead is None:
            return None
        mended = f"{mended[: found[0].start()]}{one.instead}{mended[found[0].end() :]}"
    marks = mark(mended, setup.tools.parser, setup.config.mark, MarkContext())
    anew = check_statements((Statement(text=mended, marks=marks),), pool, setup.config.check)[0]
    failing = [c for c in verdict.checks if c.outcome == "missing"]
    lost = [c for c in anew.checks if c.outcome != "found"]
    holds = anew.label in ("supported", "partly") and all(c.outcome == "missing" for c in lost) and len(lost) <= len(failing)
    return mended if holds else None
