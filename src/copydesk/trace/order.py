"""Whether two articles say what they say in one order: a rewrite keeps its model's, two reporters hardly do."""

import numpy as np
from numpy.typing import NDArray

_ALIKE = 0.2  # cosine below which two sentences have nothing to do with each other
_MOST = 1.0  # copies reach 3; more than that says no more


def order_gain(cosines: NDArray[np.float32]) -> float:
    """Return how much better two articles lie along each other forwards than with one of them read backwards, in [0, 1].

    Laid along each other so that the likenesses of sentences sum up highest (Needleman and Wunsch 1970, gaps free), per square root
    of the number of sentences of the shorter one. Backwards is what chance and a common subject alone would give.

    Args:
        cosines: Likeness of every sentence of the one (rows) with every one of the other (columns).
    """
    near = np.where(cosines >= _ALIKE, cosines, np.float32(0.0))
    near = near if near.shape[0] <= near.shape[1] else near.T
    gain = (_along(near) - _along(near[:, ::-1])) / np.sqrt(max(1, near.shape[0]))
    return min(_MOST, max(0.0, float(gain)))


def _along(near: NDArray[np.float32]) -> float:
    """Return the highest sum of likenesses along a path that goes back in neither article."""
    best = np.zeros(near.shape[1] + 1, np.float32)
    for row in near:
        best[1:] = np.maximum.accumulate(np.maximum(best[1:], best[:-1] + row))
    return float(best[-1])
