"""Weights of the features on which a pair is judged, written by `scripts/train_tracing.py`.

None can speak against dependence.
"""

WEIGHTS: dict[str, float] = {
    "matched": 3.46,
    "runs": 15.28,
    "cited": 4.25,
    "retold": 26.00,
}
BIAS = -2.57
