"""Links between whole texts -> groups: everything that is a copy, or an edited copy, of one text."""

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.compiled import compiled


def groups_of(first: NDArray[np.int64], second: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Return for each of `count` texts the smallest number of a text in its group; of a text without links that is its own.

    Args:
        first: Number of one text of each link.
        second: Number of the other.
        count: How many texts there are.
    """
    roots = np.arange(count, dtype=np.int64)
    _join(first, second, roots)
    return roots


@compiled
def _join(first: NDArray[np.int64], second: NDArray[np.int64], roots: NDArray[np.int64]) -> None:  # pragma: no cover -- compiled
    """Join texts, and let each point to its root."""
    for at in range(len(first)):
        join(roots, first[at], second[at])
    for text in range(len(roots)):
        roots[text] = root_of(roots, text)


@compiled
def join(roots: NDArray[np.int64], one: int, other: int) -> None:  # pragma: no cover
    """Join two things, the larger number under the smaller."""
    first, second = root_of(roots, one), root_of(roots, other)
    roots[max(first, second)] = min(first, second)


@compiled
def root_of(roots: NDArray[np.int64], one: int) -> int:  # pragma: no cover
    """Return the root of a thing, and shorten the way to it."""
    while roots[one] != one:
        roots[one] = roots[roots[one]]
        one = roots[one]
    return one
