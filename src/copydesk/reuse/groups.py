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
    """Join texts, the larger number under the smaller."""
    for at in range(len(first)):
        one, other = _root(roots, first[at]), _root(roots, second[at])
        roots[max(one, other)] = min(one, other)
    for text in range(len(roots)):
        roots[text] = roots[roots[text]]


@compiled
def _root(roots: NDArray[np.int64], text: int) -> int:  # pragma: no cover
    """Return the root of a text, and shorten the way to it."""
    while roots[text] != text:
        roots[text] = roots[roots[text]]
        text = roots[text]
    return text
