"""Passages of pairs -> clusters: the same words wherever they stand."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.compiled import compiled
from copydesk.reuse.groups import join, root_of

_OVERLAP = 0.5  # share of the longer of two passages of one text from which they are one


class Clusters(NamedTuple):
    """Passages with their clusters, in the order of their texts and places.

    Attributes:
        articles: Number of each passage's text.
        starts: First code point.
        ends: Behind the last.
        clusters: Number of its cluster, from 0.
        sizes: How many passages its cluster has.
    """

    articles: NDArray[np.int64]
    starts: NDArray[np.uint32]
    ends: NDArray[np.uint32]
    clusters: NDArray[np.int64]
    sizes: NDArray[np.int64]


def clusters_of(articles: NDArray[np.int64], places: NDArray[np.uint32]) -> Clusters:
    """Return the clusters of passages that pairs of texts share.

    Args:
        articles: Number of the text of each side; sides 2n and 2n + 1 are of one passage.
        places: First code point and end of each side, shape (sides, 2).
    """
    order = np.lexsort((places[:, 1], places[:, 0], articles))
    roots = np.arange(len(articles), dtype=np.int64)
    _join(articles[order], places[order], order.astype(np.int64), roots)
    # What one text has of a cluster, where it overlaps, is one passage.
    passages, kept = np.unique(np.stack([articles, roots], axis=1), axis=0, return_inverse=True)
    starts, ends = np.full(len(passages), np.iinfo(np.uint32).max, np.uint32), np.zeros(len(passages), np.uint32)
    np.minimum.at(starts, kept.reshape(-1), places[:, 0])
    np.maximum.at(ends, kept.reshape(-1), places[:, 1])
    _, clusters, sizes = np.unique(passages[:, 1], return_inverse=True, return_counts=True)
    in_order = np.lexsort((starts, passages[:, 0]))
    clusters = clusters.reshape(-1)[in_order]
    return Clusters(passages[in_order, 0], starts[in_order], ends[in_order], clusters, sizes[clusters])


@compiled
def _join(  # pragma: no cover -- compiled
    articles: NDArray[np.int64], places: NDArray[np.uint32], order: NDArray[np.int64], roots: NDArray[np.int64]
) -> None:
    """Join the two sides of each passage, and sides of one text that overlap."""
    for side in range(0, len(roots), 2):
        join(roots, side, side + 1)
    for at in range(1, len(articles)):
        before = at - 1
        if articles[at] == articles[before]:
            shared = np.int64(min(places[at, 1], places[before, 1])) - np.int64(places[at, 0])
            longer = max(places[at, 1] - places[at, 0], places[before, 1] - places[before, 0])
            if shared >= _OVERLAP * longer:
                join(roots, order[before], order[at])
    for side in range(len(roots)):
        roots[side] = root_of(roots, side)
