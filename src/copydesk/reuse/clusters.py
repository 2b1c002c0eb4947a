"""Passages of pairs -> clusters: the same words wherever they stand.

Every passage has two sides, 2n and 2n + 1, each a place in one text. A cluster is known by its root, the smallest number of a side
in it. Texts are looked at some thousand at once: only `roots` is held for all sides.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.compiled import compiled
from copydesk.reuse.groups import join, root_of

_OVERLAP = 0.5  # share of the longer of two passages of one text from which they are one


class Sides(NamedTuple):
    """All sides that stand in some texts.

    Attributes:
        numbers: Their numbers.
        texts: Number of the text of each.
        places: First code point and end of each, shape (sides, 2).
    """

    numbers: NDArray[np.int64]
    texts: NDArray[np.int64]
    places: NDArray[np.uint32]


class Gathered(NamedTuple):
    """What some texts have of clusters, in the order of texts and places; what overlaps of one cluster in one text is one passage.

    Attributes:
        texts: Number of each passage's text.
        starts: First code point.
        ends: Behind the last.
        roots: Root of its cluster.
    """

    texts: NDArray[np.int64]
    starts: NDArray[np.uint32]
    ends: NDArray[np.uint32]
    roots: NDArray[np.int64]


def paired(count: int) -> NDArray[np.int64]:
    """Return what each of `count` sides points to when the two sides of each passage are joined, and nothing else."""
    return np.arange(count, dtype=np.int64) // 2 * 2


def join_overlapping(roots: NDArray[np.int64], sides: Sides) -> None:
    """Join sides that overlap in one text, in place."""
    order = np.lexsort((sides.places[:, 1], sides.places[:, 0], sides.texts))
    _join(roots, sides.numbers[order], sides.texts[order], sides.places[order])


@compiled
def settle(roots: NDArray[np.int64]) -> None:  # pragma: no cover -- compiled, as is what follows
    """Let each side point to its root, in place."""
    for side in range(len(roots)):
        roots[side] = root_of(roots, side)


def gathered(roots: NDArray[np.int64], sides: Sides) -> Gathered:
    """Return what some texts have of clusters.

    Args:
        roots: The root of every side there is.
        sides: All sides of these texts.
    """
    mine = roots[sides.numbers]
    order = np.lexsort((mine, sides.texts))
    texts, mine, places = sides.texts[order], mine[order], sides.places[order]
    first = np.flatnonzero(np.concatenate([[True], (texts[1:] != texts[:-1]) | (mine[1:] != mine[:-1])])[: len(texts)])
    if not len(first):
        return Gathered(texts, places[:, 0], places[:, 1], mine)
    starts, ends = np.minimum.reduceat(places[:, 0], first), np.maximum.reduceat(places[:, 1], first)
    in_order = np.lexsort((starts, texts[first]))
    return Gathered(texts[first][in_order], starts[in_order], ends[in_order], mine[first][in_order])


@compiled
def _join(  # pragma: no cover
    roots: NDArray[np.int64], numbers: NDArray[np.int64], texts: NDArray[np.int64], places: NDArray[np.uint32]
) -> None:
    """Join sides of one text that overlap; they are given in order."""
    for at in range(1, len(texts)):
        before = at - 1
        if texts[at] == texts[before]:
            shared = np.int64(min(places[at, 1], places[before, 1])) - np.int64(places[at, 0])
            longer = max(places[at, 1] - places[at, 0], places[before, 1] - places[before, 0])
            if shared >= _OVERLAP * longer:
                join(roots, numbers[before], numbers[at])
