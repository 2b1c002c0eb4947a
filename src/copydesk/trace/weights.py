"""Weights of the features on which a pair is judged, written by `scripts/train_tracing.py`.

None can speak against dependence.
"""

WEIGHTS: dict[str, float] = {
    "matched": 3.45,
    "runs": 17.48,
    "cited": 4.30,
    "retold": 26.00,
}
BIAS = -2.56
