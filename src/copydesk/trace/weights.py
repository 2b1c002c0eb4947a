"""Weights of the features on which a pair is judged, written by `scripts/train_tracing.py`.

None can speak against dependence.
"""

WEIGHTS: dict[str, float] = {
    "matched": 3.44,
    "runs": 12.76,
    "cited": 4.22,
    "retold": 15.50,
}
BIAS = -2.59
