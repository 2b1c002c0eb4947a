"""What texts are about, as weighted words, and how much two of them are about the same. Pure numpy."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from copydesk.text.shingles import Hashes, common

Weights = NDArray[np.float32]


def inside(starts: NDArray[np.intp], spans: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """Return which words begin inside one of the spans.

    Args:
        starts: First code point of each word, rising.
        spans: Half-open spans of code points, in any order.
    """
    if not spans:
        return np.zeros(len(starts), np.bool_)
    edges = np.searchsorted(starts, np.array(spans, np.intp))
    opened, closed = (np.bincount(edges[:, side], minlength=len(starts) + 1) for side in (0, 1))
    return np.asarray(np.cumsum(opened - closed)[:-1] > 0, np.bool_)


def profile(stems: Hashes, weights: Weights) -> tuple[Hashes, Weights]:
    """Return what a text is about: its telling terms, sorted, and how much each tells, as a vector of unit length.

    Args:
        stems: Term of each word of the text.
        weights: How much each word tells; terms of weight 0 are left out. A repeated term tells more, by 1 + ln(times).
    """
    terms, places, times = np.unique(stems, return_inverse=True, return_counts=True)
    tells = np.zeros(len(terms), np.float32)
    np.maximum.at(tells, places, weights)
    tells *= 1 + np.log(np.maximum(times, 1)).astype(np.float32)
    kept = tells > 0
    length = float(np.sqrt((tells[kept] ** 2).sum()))
    return terms[kept], tells[kept] / np.float32(length or 1.0)


def cosine(first: tuple[Hashes, Weights], second: tuple[Hashes, Weights]) -> float:
    """Return how much two texts are about the same, in [0, 1], from their profiles."""
    mine, yours = common(first[0], second[0])
    return float(first[1][mine] @ second[1][yours])


def projected(terms: Hashes, weights: Weights, dimensions: int) -> Weights:
    """Return a profile as a vector of a fixed number of dimensions, in which inner products are nearly kept.

    Each term goes to one dimension with a sign, both taken from its hash (feature hashing: Weinberger et al., ICML 2009); the error
    of an inner product of unit vectors is about `1 / sqrt(dimensions)`.

    Args:
        terms: Hashes of the terms.
        weights: Their weights.
        dimensions: A power of two.
    """
    signed = np.where(terms >> np.uint64(63), weights, -weights)
    return np.bincount((terms % np.uint64(dimensions)).astype(np.intp), signed, dimensions).astype(np.float32)
