"""How surely a grounding carries a sentence, as a number in [0, 1].

A logistic model over a few readable features, fitted by `benchmarks/checking.py --fit` on sentences with human verdicts. It ranks
sentences; the label comes from the checks alone, and the score only says how near a sentence is to the next label.
"""

import math
from collections.abc import Container, Sequence

from copydesk.check.align import Alignment
from copydesk.check.finding import Finding
from copydesk.check.pool import strength_of
from copydesk.records import Label

# Weight of each feature.
WEIGHTS: dict[str, float] = {
    "reach": 0.467, "even": 1.650, "covered": 1.189, "leading": 0.403, "exact": -0.284, "lost names": -0.886,
    "lost numbers": -0.844, "length": -0.990, "contradicted": -0.081, "missing": -0.038, "missing words": 0.090,
}  # fmt: skip
BIAS = -0.079
# Where the scores of each label lie: the label comes first, the score ranks within it.
RANGES: dict[Label, tuple[float, float]] = {
    "supported": (0.5, 1.0),
    "partly": (0.0, 0.5),
    "contradicted": (0.0, 0.5),
    "unsupported": (0.0, 0.5),
}


def features(alignment: Alignment, findings: Sequence[Finding], known: Container[str]) -> dict[str, float]:
    """Return what the score rests on.

    Args:
        alignment: The sentence and its grounding.
        findings: What was looked for.
        known: Keys of all words of the sentences it may rest on.
    """
    content, links = alignment.line.content, alignment.links
    whole = sum(word.weight for word in content) or 1.0
    anywhere = {word.at: max((strength_of(key) for key in word.keys if key in known), default=0.0) for word in content}
    lost = [word for word in content if not anywhere[word.at]]
    return {
        "reach": sum(word.weight * anywhere[word.at] for word in content) / whole,
        "even": sum(anywhere.values()) / (len(content) or 1),
        "covered": alignment.coverage,
        "leading": sum(alignment.line.words[at].weight * link.strength for at, link in links.items() if link.line == 0) / whole,
        "exact": sum(alignment.line.words[at].weight for at, link in links.items() if link.strength == 1.0) / whole,
        "lost names": float(sum(word.kind == "name" for word in lost)),
        "lost numbers": float(sum(word.kind in ("number", "time") for word in lost)),
        "length": math.log(1 + len(content)),
        "contradicted": float(sum(f.outcome == "contradicted" for f in findings)),
        "missing": float(sum(f.outcome == "missing" and f.kind != "words" for f in findings)),
        "missing words": float(sum(f.outcome == "missing" and f.kind == "words" for f in findings)),
    }


def score_of(alignment: Alignment, findings: Sequence[Finding], label: Label, known: Container[str]) -> float:
    """Return the score that goes with a verdict: at least .5 when it is `supported`, below that otherwise."""
    raw = BIAS + sum(WEIGHTS.get(name, 0.0) * value for name, value in features(alignment, findings, known).items())
    low, high = RANGES[label]
    return round(low + (high - low) / (1 + math.exp(-max(-50.0, min(50.0, raw)))), 4)
