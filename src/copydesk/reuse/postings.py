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


class Postings(NamedTuple):
    """Postings, part after part of the index.

    Attributes:
        entries: The postings.
        bounds: Those of part `i` stand from `bounds[i]` to `bounds[i + 1]`.
    """

    entries: Hashes
    bounds: Bounds


class Shared(NamedTuple):
    """Pairs of texts that share fingerprints.

    Attributes:
        pairs: The first text's number above, the second's, which is larger, below; in order, each once.
        habits: The lower 32 bits of each fingerprint that was left out of an outlet's texts because it is that outlet's habit.
    """

    pairs: Hashes
    habits: Numbers


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


def shared(entries: Hashes, outlets: Numbers, crowded: int, habit: int) -> Shared:
    """Return which texts share fingerprints.

    Of `crowded` texts or fewer that share one, all pairs are formed; in a larger crowd each is paired with the first text only, so
    that a story printed three hundred times costs three hundred pairs and is not lost.

    Args:
        entries: Postings of one part of the index, in order.
        outlets: Number of the outlet of each text; `UNKNOWN` where it is not known.
        crowded: Size of a crowd.
        habit: A fingerprint that as many texts of one outlet have is that outlet's habit, and theirs no longer counts.
    """
    room = _filled(entries, outlets, crowded, habit, np.empty(0, np.uint64), np.empty(0, np.uint32))
    pairs, habits = np.empty(room[0], np.uint64), np.empty(room[1], np.uint32)
    _filled(entries, outlets, crowded, habit, pairs, habits)
    return Shared(merged([pairs]), habits)


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
def _filled(  # pragma: no cover
    entries: Hashes, outlets: Numbers, crowded: int, habit: int, pairs: Hashes, habits: Numbers
) -> tuple[int, int]:
    """Fill `pairs` and `habits`, where there is room for them; return how many of each there are."""
    count, left, first = 0, 0, 0
    while first < len(entries):
        end = first + 1
        while end < len(entries) and entries[end] >> _LOW == entries[first] >> _LOW:
            end += 1
        if end - first > 1:
            group = _texts(entries, first, end)
            if len(group) >= habit:
                kept = _without_habits(group, outlets, habit)
                if len(kept) < len(group):
                    if left < len(habits):
                        habits[left] = entries[first] >> _LOW
                    left += 1
                group = kept
            count = _paired(group, crowded, pairs, count)
        first = end
    return count, left


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
def _without_habits(group: Hashes, outlets: Numbers, habit: int) -> Hashes:  # pragma: no cover
    """Return the texts without those of an outlet that has `habit` or more of them."""
    named = np.empty(len(group), np.uint32)
    for at in range(len(group)):
        named[at] = outlets[group[at]]
    in_order = np.sort(named)
    kept = np.empty(len(group), np.uint64)
    count = 0
    for at in range(len(group)):
        same = np.searchsorted(in_order, named[at], side="right") - np.searchsorted(in_order, named[at])
        if named[at] == UNKNOWN or same < habit:
            kept[count] = group[at]
            count += 1
    return kept[:count]


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
