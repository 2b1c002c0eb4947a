"""Weights of the features on which a pair is judged, written by `scripts/train_tracing.py`.

None can speak against dependence.
"""

WEIGHTS: dict[str, float] = {
    "matched": 3.75,
    "runs": 10.66,
    "retold": 12.00,
}
BIAS = -2.29
