"""Which articles are worth comparing: one inverted index over the pile, never all pairs.

Three kinds of keys: winnowed shingles of own words find what was copied; pairs of rare words that stand in one sentence find what
was reworded, pairs of its numbers and names what was told in quite other words. The keys of all articles are sorted once; articles
that share a key are neighbours.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from copydesk.text.shingles import Hashes, mixed, shingles, winnowed
from copydesk.trace.config import TraceConfig
from copydesk.trace.prose import Prose

_RAREST = 5  # words of a sentence that are paired
_RARE = 4.0  # nats: commoner words are not paired
_FEWEST = 2  # pairs of rare words that two articles must share where they share no shingle

Pairs = NDArray[np.int64]


def candidates(proses: Sequence[Prose], config: TraceConfig) -> list[tuple[int, int]]:
    """Return the pairs of places in `proses` that are worth comparing, in order, the smaller place first.

    Work and result grow with the number of articles, not with its square: a crowded shingle links its articles to the first of them
    only, a crowded pair of words links nothing, and each article keeps its likeliest partners. Of few articles all pairs are.
    """
    count = len(proses)
    if count <= config.partners + 1:
        return list(combinations(range(count), 2))
    copied = [_copied(one, config) for one in proses]
    reworded = [np.unique(np.concatenate([_reworded(one), _retold(one)])) for one in proses]
    near, stars = _neighbours(copied, config.crowded)
    also, _ = _neighbours(reworded, config.crowded)
    codes, scores = _scored(count, near, also)
    kept = _likeliest(count, codes, scores, config.partners)
    everything = np.unique(np.concatenate([kept, stars[:, 0] * count + stars[:, 1]]))
    return [(int(code // count), int(code % count)) for code in everything]


def _copied(one: Prose, config: TraceConfig) -> Hashes:
    """Return the winnowed shingles of an article's own words, and of its quotes: people are shown that these are no evidence."""
    hashes = shingles(one.hashes, config.shingle)
    kept = [_winnowed(hashes, words, config) for words in (one.own, one.quoted)]
    return np.unique(np.concatenate(kept))


def _winnowed(hashes: Hashes, words: NDArray[np.bool_], config: TraceConfig) -> Hashes:
    """Return the winnowed shingles of the words that are chosen."""
    sums = np.concatenate([[0], np.cumsum(words)])
    whole = hashes[sums[config.shingle :] - sums[: -config.shingle] == config.shingle] if len(hashes) else hashes
    return np.asarray(whole[winnowed(whole, config.window)], np.uint64)


def _reworded(one: Prose) -> Hashes:
    """Return the pairs of rare words of each sentence, of many the rarest."""
    raw = one.vectors * one.lengths
    rows, columns = (raw >= _RARE).nonzero()
    order = np.lexsort((columns, -raw[rows, columns], rows))
    rows, stems = rows[order], one.terms[columns[order]]
    rank = np.arange(len(rows)) - rows.searchsorted(rows)
    rows, stems = rows[rank < _RAREST], stems[rank < _RAREST]
    same = [(rows[step:] == rows[: max(0, len(rows) - step)]).nonzero()[0] for step in range(1, _RAREST)]
    return _paired(
        np.concatenate([stems[at] for at in same]), np.concatenate([stems[at + step] for step, at in enumerate(same, start=1)])
    )


def _retold(one: Prose) -> Hashes:
    """Return the pairs of a number with another number or a name of its sentence: what a retelling in other words still shares.

    Of many in one sentence those with the smallest hashes are paired, so that two articles choose alike.
    """
    first, second = [], []
    for numbers, names in zip(one.facts.numbers, one.facts.names, strict=True):
        if not numbers:
            continue
        some = _smallest(numbers)
        with_them = [*some, *_smallest(names)]
        for at, number in enumerate(some):
            first += [number] * (len(with_them) - at - 1)
            second += with_them[at + 1 :]
    return _paired(np.array(first, np.uint64), np.array(second, np.uint64))


def _smallest(hashes: set[int]) -> list[int]:
    """Return the smallest of some hashes; their order says nothing."""
    return list(hashes) if len(hashes) <= _RAREST else sorted(hashes)[:_RAREST]


def _paired(first: Hashes, second: Hashes) -> Hashes:
    """Return one hash for each two, whatever their order."""
    return mixed(np.minimum(first, second) * np.uint64(3) + np.maximum(first, second))


def _neighbours(keys: Sequence[Hashes], crowded: int) -> tuple[Pairs, Pairs]:
    """Return the pairs of articles that share a key, once for each key, and the stars of the crowded ones."""
    owners = np.repeat(np.arange(len(keys)), [len(k) for k in keys])
    flat = np.concatenate(keys) if keys else np.zeros(0, np.uint64)
    order = np.lexsort((owners, flat))
    flat, owners = flat[order], owners[order]
    bounds = np.flatnonzero(np.concatenate([[True], flat[1:] != flat[:-1], [True]])) if len(flat) else np.zeros(1, np.intp)
    sizes = np.diff(bounds)
    near = [_all_pairs(owners, bounds[:-1][sizes == size], size) for size in range(2, crowded + 1)]
    stars = list(_stars(owners, bounds, sizes, crowded))
    return _stacked(near), np.unique(_stacked(stars), axis=0)


def _all_pairs(owners: NDArray[np.int64], starts: NDArray[np.intp], size: int) -> Pairs:
    """Return all pairs inside each stretch of `size` owners."""
    places = [(i, j) for i, j in combinations(range(size), 2)]
    return _stacked([np.stack([owners[starts + i], owners[starts + j]], axis=1) for i, j in places] if len(starts) else [])


def _stars(owners: NDArray[np.int64], bounds: NDArray[np.intp], sizes: NDArray[np.intp], crowded: int) -> Iterator[Pairs]:
    """Yield for each crowded stretch the pairs of its first owner with the others."""
    for at in np.flatnonzero(sizes > crowded):
        others = owners[bounds[at] + 1 : bounds[at + 1]]
        yield np.stack([np.full(len(others), owners[bounds[at]]), others], axis=1)


def _stacked(parts: Sequence[Pairs]) -> Pairs:
    """Return the parts one below the other, also where there are none."""
    return np.concatenate([np.zeros((0, 2), np.int64), *parts])


def _scored(count: int, near: Pairs, also: Pairs) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return each pair once, as one number, with how many keys it shares; those that share too few are left out."""
    codes, places = np.unique(np.concatenate([near, also]) @ np.array([count, 1]), return_inverse=True)
    shingled = np.bincount(places[: len(near)], minlength=len(codes))
    paired = np.bincount(places[len(near) :], minlength=len(codes))
    enough = (shingled > 0) | (paired >= _FEWEST)
    return np.asarray(codes[enough], np.int64), np.asarray((2.0 * shingled + paired)[enough], np.float64)


def _likeliest(count: int, codes: NDArray[np.int64], scores: NDArray[np.float64], most: int) -> NDArray[np.int64]:
    """Return the pairs that are among the `most` likeliest of either article."""
    kept = np.zeros(len(codes), np.bool_)
    for side in (codes // max(1, count), codes % max(1, count)):
        order = np.lexsort((codes, -scores, side))
        ranked = side[order]
        rank = np.arange(len(ranked)) - np.searchsorted(ranked, ranked)
        kept[order[rank < most]] = True
    return codes[kept]
