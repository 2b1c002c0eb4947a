"""Weights of the features on which a pair is judged, written by `scripts/train_tracing.py`; none can speak against dependence."""

WEIGHTS: dict[str, float] = {
    "matched": 3.67,
    "runs": 11.52,
    "retold": 12.0,
}
BIAS = -2.34
