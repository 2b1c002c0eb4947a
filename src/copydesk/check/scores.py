"""How surely a grounding carries a sentence, as a number in [0, 1]."""

from collections.abc import Sequence

from copydesk.check.align import Alignment
from copydesk.check.finding import Finding
from copydesk.records import Label


def score_of(alignment: Alignment, findings: Sequence[Finding], label: Label) -> float:
    """Return the score that goes with a verdict: at least .5 when it is `supported`, below that otherwise."""
    raw = alignment.coverage
    held = sum(f.outcome == "found" for f in findings) / len(findings) if findings else 0.0
    value = 0.5 * raw + 0.5 * held
    return round(0.5 + value / 2 if label == "supported" else value / 2, 4)
