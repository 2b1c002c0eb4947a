"""Weights of the features on which a pair is judged, written by `scripts/train_tracing.py`.

None can speak against dependence.
"""

WEIGHTS: dict[str, float] = {
    "matched": 3.65,
    "runs": 10.71,
    "retold": 12.00,
}
BIAS = -2.28
