"""Makes sentences that are fluent and false, and others that are true in new words, out of sentences of real articles.

Each edit changes one thing. A false edit leaves a sentence its article does not carry; a true one leaves a sentence it does. Edits
are chosen by a number drawn from the sentence itself, so that the same texts always give the same edits.
"""

import re
from collections.abc import Iterator

from benchmarks.edits.base import Edit, Original
from benchmarks.edits.false import FALSE
from benchmarks.edits.true import TRUE

__all__ = ["Edit", "Original", "edits_of"]


def same_quotes(before: str, after: str) -> bool:
    """Return whether two sentences have the same words in quotation marks: an edit of quoted words is never a true one."""
    inside = [[p for i, p in enumerate(re.split(r"[“”\"]", text)) if i % 2] for text in (before, after)]
    return inside[0] == inside[1]


def edits_of(original: Original) -> Iterator[Edit]:
    """Yield every edit that fits a sentence."""
    for true, table in ((False, FALSE), (True, TRUE)):
        for kind, make in table.items():
            text = make(original)
            if (
                text is not None
                and (text != original.text or kind == "verbatim")
                and (not true or same_quotes(original.text, text))
            ):
                yield Edit(kind, true, text)
