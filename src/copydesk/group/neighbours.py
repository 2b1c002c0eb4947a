"""Which articles may be about one event: those that share telling terms, from one inverted index, never all pairs."""

from collections.abc import Sequence
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from copydesk.group.about import About
from copydesk.group.config import GroupConfig

_LOOSE = 0.75  # pairs less alike than that share of the least likeness are no neighbours
_NEXT = 4  # neighbours on either side by which the articles of a crowded term are linked


def neighbours(articles: Sequence[About], config: GroupConfig) -> list[tuple[int, int]]:
    """Return pairs of places that share one of their most telling terms and are roughly alike, in order, the smaller place first.

    A crowded term links each article to the next few only, so that the result grows with the number of articles; that is enough,
    because a story that grows around any of its articles finds the others.
    """
    tops = [_top(one, config.top) for one in articles]
    owners = np.repeat(np.arange(len(tops)), [len(top) for top in tops])
    terms = np.concatenate([np.zeros(0, np.uint64), *tops])
    order = np.lexsort((owners, terms))
    terms, owners = terms[order], owners[order]
    bounds = np.flatnonzero(np.concatenate([[True], terms[1:] != terms[:-1], [True]])) if len(terms) else np.zeros(1, np.intp)
    sizes = np.diff(bounds)
    pairs = [_all(owners, bounds[:-1][sizes == size], size) for size in range(2, config.crowded + 1)]
    pairs += [_chain(owners[bounds[at] : bounds[at + 1]]) for at in np.flatnonzero(sizes > config.crowded)]
    codes = np.unique(np.concatenate([np.zeros((0, 2), np.int64), *pairs]) @ np.array([len(articles), 1]))
    return _alike(articles, codes, _LOOSE * config.least)


def _alike(articles: Sequence[About], codes: NDArray[np.int64], least: float) -> list[tuple[int, int]]:
    """Return the pairs that are at least that much alike."""
    first, second = codes // max(1, len(articles)), codes % max(1, len(articles))
    vectors = np.stack([one.vector for one in articles]) if articles else np.zeros((0, 1), np.float32)
    bounds = np.searchsorted(first, np.arange(len(articles) + 1))
    near = [vectors[second[start:end]] @ vectors[a] >= least for a, (start, end) in enumerate(pairwise(bounds))]
    kept = np.concatenate([np.zeros(0, np.bool_), *near])
    return list(zip(first[kept].tolist(), second[kept].tolist(), strict=True))


def _top(one: About, count: int) -> NDArray[np.uint64]:
    """Return an article's most telling terms."""
    order = np.lexsort((one.terms, -one.weights))[:count]
    return np.asarray(one.terms[order], np.uint64)


def _all(owners: NDArray[np.intp], starts: NDArray[np.intp], size: int) -> NDArray[np.int64]:
    """Return all pairs inside each stretch of `size` owners."""
    if not len(starts):
        return np.zeros((0, 2), np.int64)
    parts = [np.stack([owners[starts + i], owners[starts + j]], axis=1) for i, j in combinations(range(size), 2)]
    return np.concatenate(parts).astype(np.int64)


def _chain(owners: NDArray[np.intp]) -> NDArray[np.int64]:
    """Return the pairs of each owner with the next few."""
    parts = [np.stack([owners[:-step], owners[step:]], axis=1) for step in range(1, _NEXT + 1)]
    return np.concatenate(parts).astype(np.int64)
