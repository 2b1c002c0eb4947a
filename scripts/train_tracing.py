#!/usr/bin/env python3
"""Fit the weights of `trace` on the judged pairs of ECB+ and write src/copydesk/trace/weights.py."""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.piles import ecbplus, marked, pairs
from benchmarks.tracing import cases, features, fit, judged

TARGET = Path(__file__).resolve().parents[1] / "src/copydesk/trace/weights.py"
HEAD = '''"""Weights of the features on which a pair is judged, written by `scripts/train_tracing.py`.

None can speak against dependence.
"""

WEIGHTS: dict[str, float] = {
'''


def main() -> None:
    """Fit and write."""
    agreed = [pair for pair in pairs() if pair.agreed]
    wanted = {name for pair in agreed for name in (pair.a, pair.b)}
    articles = marked(one for name, one in ecbplus()[0].items() if name in wanted)
    weights, bias = fit(features(judged(agreed, cases(articles))), np.array([pair.dependent for pair in agreed]))
    lines = "".join(f'    "{name}": {weight:.2f},\n' for name, weight in weights.items())
    TARGET.write_text(f"{HEAD}{lines}}}\nBIAS = {bias:.2f}\n", encoding="utf-8")
    print(f"{lines}BIAS = {bias:.2f}")


if __name__ == "__main__":
    main()
