"""Fingerprints of many texts -> pairs of texts that share some: one part of the inverted index at a time.

A posting is one number: 32 bits of the fingerprint above, the number of the text below; further bits of the fingerprint say in
which part of the index it stands. So a part is put in order by sorting numbers, and equal fingerprints stand together.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.compiled import Whole, compiled
from copydesk.reuse.fingerprints import Hashes
from copydesk.reuse.words import Bounds, Numbers

_LOW = np.uint64(32)
_TEXT = np.uint64(0xFFFFFFFF)
UNKNOWN = 0  # number of the outlet of which nothing is known
_SOME = 6  # texts of one outlet that the first of many is paired with


class Postings(NamedTuple):
    """Postings, part after part of the index.

    Attributes:
        entries: The postings.
        bounds: Those of part `i` stand from `bounds[i]` to `bounds[i + 1]`.
    """

    entries: Hashes
    bounds: Bounds


def parted(hashes: Hashes, texts: Numbers, bits: int) -> Postings:
    """Return fingerprints as postings, put in parts by their upper bits, 1 to 32 of them."""
    entries = np.empty(len(hashes), np.uint64)
    bounds = np.zeros((1 << bits) + 1, np.int64)
    _scatter(hashes, texts, np.uint64(64 - bits), bounds, entries)
    return Postings(entries, bounds)


def ordered(pieces: Sequence[Hashes], bases: Sequence[int]) -> Hashes:
    """Return the postings of one part of the index from pieces in which texts are counted from a base of their own."""
    moved = [piece + np.uint64(base) for piece, base in zip(pieces, bases, strict=True)]
    entries: Hashes = np.concatenate(moved) if moved else np.empty(0, np.uint64)
    entries.sort()
    return entries


def shared(entries: Hashes, outlets: Numbers, crowded: int, habit: int) -> Hashes:
    """Return the pairs of texts that share fingerprints, in order, each once.

    Of a pair the first text's number stands above, the second's, which is larger, below. Of `crowded` texts or fewer that share a
    fingerprint, all pairs are formed; in a larger crowd each is paired with the first text only, so that a story printed three
    hundred times costs three hundred pairs and is not lost. Many texts of one outlet are its boilerplate, or one story that it has
    many times: the first of them stands for all, and is paired with some of the others, to tell which.

    Args:
        entries: Postings of one part of the index, in order.
        outlets: Number of the outlet of each text; `UNKNOWN` where it is not known.
        crowded: Size of a crowd.
        habit: How many texts of one outlet are many.
    """
    pairs = np.empty(_filled(entries, outlets, crowded, habit, np.empty(0, np.uint64)), np.uint64)
    _filled(entries, outlets, crowded, habit, pairs)
    return merged([pairs])


def merged(parts: Sequence[Hashes]) -> Hashes:
    """Return pairs from several parts of the index in order, each once."""
    pairs: Hashes = np.concatenate([np.empty(0, np.uint64), *parts])
    pairs.sort()
    return pairs[np.concatenate([[True], pairs[1:] != pairs[:-1]])] if len(pairs) else pairs


def sharers(entries: Hashes, hashes: Hashes) -> Numbers:
    """Return the number of the text of every posting of one part of the index that has one of the given fingerprints."""
    keys = np.unique(hashes << _LOW)
    starts, ends = entries.searchsorted(keys), entries.searchsorted(keys | _TEXT, side="right")
    found = [entries[start:end] & _TEXT for start, end in zip(starts.tolist(), ends.tolist(), strict=True) if end > start]
    return np.concatenate([np.empty(0, np.uint64), *found]).astype(np.uint32)


def apart(pairs: Hashes) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the numbers of the first and of the second texts of pairs."""
    return (pairs >> _LOW).astype(np.int64), (pairs & _TEXT).astype(np.int64)


@compiled
def _scatter(  # pragma: no cover -- compiled, as are all functions below
    hashes: Hashes, texts: Numbers, shift: np.uint64, bounds: Bounds, entries: Hashes
) -> None:
    """Put each posting behind those of its part that came before."""
    for at in range(len(hashes)):
        bounds[np.int64(hashes[at] >> shift) + 1] += 1
    for part in range(1, len(bounds)):
        bounds[part] += bounds[part - 1]
    free = bounds.copy()
    for at in range(len(hashes)):
        here: Whole = np.int64(hashes[at] >> shift)
        entries[free[here]] = (hashes[at] << _LOW) | np.uint64(texts[at])
        free[here] += 1


@compiled
def _filled(entries: Hashes, outlets: Numbers, crowded: int, habit: int, pairs: Hashes) -> int:  # pragma: no cover
    """Fill `pairs`, where there is room for them; return how many there are."""
    count, first = 0, 0
    while first < len(entries):
        end = first + 1
        while end < len(entries) and entries[end] >> _LOW == entries[first] >> _LOW:
            end += 1
        if end - first > 1:
            group = _texts(entries, first, end)
            if len(group) >= habit:
                group, count = _one_of_many(group, outlets, habit, pairs, count)
            count = _paired(group, crowded, pairs, count)
        first = end
    return count


@compiled
def _texts(entries: Hashes, first: int, end: int) -> Hashes:  # pragma: no cover
    """Return the texts of postings with one fingerprint, each once, in order."""
    group = np.empty(end - first, np.uint64)
    count = 0
    for at in range(first, end):
        if at == first or entries[at] != entries[at - 1]:
            group[count] = entries[at] & _TEXT
            count += 1
    return group[:count]


@compiled
def _one_of_many(  # pragma: no cover
    group: Hashes, outlets: Numbers, habit: int, pairs: Hashes, count: int
) -> tuple[Hashes, int]:
    """Return the texts with the first only of each outlet that has `habit` or more, and how many pairs there are now."""
    named = np.empty(len(group), np.uint32)
    for at in range(len(group)):
        named[at] = outlets[group[at]]
    order = np.argsort(named, kind="mergesort")
    kept = np.ones(len(group), np.bool_)
    first = 0
    while first < len(group):
        end = first + 1
        while end < len(group) and named[order[end]] == named[order[first]]:
            end += 1
        if named[order[first]] != UNKNOWN and end - first >= habit:
            kept[order[first + 1 : end]] = False
            others = end - first - 1
            some = min(others, _SOME)
            for turn in range(some):
                if count < len(pairs):
                    at = order[first + 1 + turn * others // some]
                    pairs[count] = (group[order[first]] << _LOW) | group[at]
                count += 1
        first = end
    return group[kept], count


@compiled
def _paired(group: Hashes, crowded: int, pairs: Hashes, count: int) -> int:  # pragma: no cover
    """Write down the pairs of texts with one fingerprint, where there is room; return how many pairs there are now."""
    size = len(group)
    for one in range(1 if size > crowded else size):
        for other in range(one + 1, size):
            if count < len(pairs):
                pairs[count] = (group[one] << _LOW) | group[other]
            count += 1
    return count
