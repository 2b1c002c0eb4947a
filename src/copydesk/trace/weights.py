"""Weights of the features on which a pair is judged, written by `scripts/train_tracing.py`.

None can speak against dependence.
"""

WEIGHTS: dict[str, float] = {
    "matched": 3.50,
    "runs": 12.66,
    "cited": 4.20,
    "retold": 26.00,
}
BIAS = -2.57
