"""Weights of the features on which a pair is judged, written by `scripts/train_tracing.py`.

None can speak against dependence.
"""

WEIGHTS: dict[str, float] = {
    "matched": 3.42,
    "runs": 12.68,
    "cited": 4.23,
    "retold": 26.00,
}
BIAS = -2.58
