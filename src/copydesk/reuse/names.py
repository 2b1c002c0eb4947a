"""Which of many names are the same, found by their hashes."""

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.compiled import compiled


def hashes_of(data: NDArray[np.uint8], bounds: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Return the 64-bit hash of each name.

    Args:
        data: The names' bytes, one name behind the other.
        bounds: Of name `i` they stand from `bounds[i]` to `bounds[i + 1]`.
    """
    hashes = np.empty(len(bounds) - 1, np.uint64)
    _fill(data, bounds, hashes)
    return hashes


@compiled
def _fill(data: NDArray[np.uint8], bounds: NDArray[np.int64], hashes: NDArray[np.uint64]) -> None:  # pragma: no cover -- compiled
    """Fill in the hashes (FNV-1a over bytes, finished as in splitmix64)."""
    for name in range(len(bounds) - 1):
        value = np.uint64(0xCBF29CE484222325)
        for at in range(bounds[name], bounds[name + 1]):
            value = (value ^ np.uint64(data[at])) * np.uint64(0x100000001B3)
        value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        hashes[name] = value ^ (value >> np.uint64(31))


def repeated(hashes: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Return the places of all hashes that occur more than once, equal ones together, each in order."""
    if not len(hashes):
        return np.empty(0, np.int64)
    order = hashes.argsort(kind="stable")
    sorted_hashes = hashes[order]
    same = np.concatenate([[False], sorted_hashes[1:] == sorted_hashes[:-1], [False]])
    return np.asarray(order[same[1:] | same[:-1]], np.int64)
