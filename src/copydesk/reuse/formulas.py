"""What stands in many texts that have nothing else in common: an outlet's boilerplate, an agency's closing line, a legal notice.

Such words say nothing of where a text is from. They are learnt from the passages of texts that share something with many others,
and known by the keys of their runs of words.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.compiled import Whole, compiled
from copydesk.reuse.fingerprints import Hashes, runs_of
from copydesk.reuse.passages import Passages, Places, Texts

# A key is what the index keeps of a fingerprint: its upper bits, which are the part, and its lower 32.
_LOWER = np.uint64(0xFFFFFFFF)
_EMPTY = np.uint64(0)


class Known(NamedTuple):
    """Keys of runs of words that are formulas.

    Attributes:
        slots: A hash table of them, 0 where a slot is free; their number is a power of two.
        likely: One bit for each of many more slots, set where a key falls: small enough to be looked at first.
        upper: The bits of a fingerprint that count beside the lower 32.
        run: Words of a run.
        window: Between two known runs that stand no farther apart, in words, everything is known.
    """

    slots: Hashes
    likely: Hashes
    upper: np.uint64
    run: int
    window: int


def known_of(keys: Hashes, parts: int, run: int, window: int) -> Known:
    """Return keys as a table.

    Args:
        keys: The keys, each once.
        parts: Bits of a fingerprint that say in which part of the index it stands.
        run: Words of a run.
        window: Hashes of a window.
    """
    slots = np.zeros(max(16, 1 << int(2 * len(keys)).bit_length()), np.uint64)
    likely = np.zeros(len(slots) // 8, np.uint64)
    _fill(keys, slots, likely)
    return Known(slots, likely, np.uint64(((1 << parts) - 1) << (64 - parts)), run, window)


def keys_of(hashes: Hashes, parts: int) -> Hashes:
    """Return the keys of fingerprints."""
    return hashes & (np.uint64(((1 << parts) - 1) << (64 - parts)) | _LOWER)


def are_known(hashes: Hashes, known: Known) -> NDArray[np.bool_]:
    """Return which of some fingerprints are formulas."""
    found = np.empty(len(hashes), np.bool_)
    _look_up(hashes, known, found)
    return found


def without_known(texts: Texts, known: Known) -> Texts:
    """Return texts in which formulas count no more than quoted words: nothing."""
    said = texts.quoted.copy()
    _mark(texts.hashes, texts.bounds, known, said)
    return Texts(texts.hashes, said, texts.bounds)


def learnt(texts: Texts, pairs: Places, passages: Passages, whole: NDArray[np.bool_], least: int, run: int) -> Hashes:
    """Return the hashes of all runs of words that are formulas.

    Words of a text that `least` others share, more of which have only passages in common with it than the whole, are one.

    Args:
        texts: The texts.
        pairs: Pairs of them, those of one first text together, shape (pairs, 2).
        passages: What each pair shares.
        whole: Whether each pair shares most of a text.
        least: How many others.
        run: Words of a run.
    """
    found = []
    for text in np.unique(pairs[:, 0]).tolist():
        first, end = np.searchsorted(pairs[:, 0], [text, text + 1]).tolist()
        if end - first < least:
            continue
        words = texts.hashes[texts.bounds[text] : texts.bounds[text + 1]]
        spans = passages.spans[passages.bounds[first] : passages.bounds[end]]
        owner = np.repeat(whole[first:end], np.diff(passages.bounds[first : end + 1]))
        alone, with_rest = (_covered(spans[chosen, :2], len(words)) for chosen in (~owner, owner))
        said = (alone >= least) & (alone > with_rest)
        runs = runs_of(words, run)
        inside = np.convolve(said, np.ones(run, np.int64), "valid") == run if len(runs) else np.zeros(0, np.bool_)
        found.append(runs[inside])
    return np.unique(np.concatenate([np.empty(0, np.uint64), *found]))


def _covered(spans: Places, count: int) -> Places:
    """Return for each word of a text how many passages hold it."""
    steps = np.zeros(count + 1, np.int64)
    np.add.at(steps, spans[:, 0], 1)
    np.add.at(steps, spans[:, 1], -1)
    return np.cumsum(steps)[:-1]


@compiled
def _fill(keys: Hashes, slots: Hashes, likely: Hashes) -> None:  # pragma: no cover -- compiled, as are all functions below
    """Put keys into the table; the key 0 cannot be told from a free slot and is left out."""
    for key in keys:
        at = _slot(key, len(slots))
        while slots[at] != _EMPTY:
            at = (at + 1) & (len(slots) - 1)
        slots[at] = key
        bit = _slot(key, 64 * len(likely))
        likely[bit >> 6] |= np.uint64(1) << np.uint64(bit & 63)


@compiled
def _slot(key: np.uint64, slots: Whole) -> Whole:  # pragma: no cover
    return np.int64((key * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(20)) & (slots - 1)


@compiled
def _has(key: np.uint64, slots: Hashes, likely: Hashes) -> bool:  # pragma: no cover
    bit = _slot(key, 64 * len(likely))
    if not (likely[bit >> 6] >> np.uint64(bit & 63)) & np.uint64(1):
        return False
    at = _slot(key, len(slots))
    while slots[at] != _EMPTY:
        if slots[at] == key:
            return True
        at = (at + 1) & (len(slots) - 1)
    return False


@compiled
def _look_up(hashes: Hashes, known: Known, found: NDArray[np.bool_]) -> None:  # pragma: no cover
    """Fill in which are known."""
    for at in range(len(hashes)):
        found[at] = _has(hashes[at] & (known.upper | _LOWER), known.slots, known.likely)


@compiled
def _mark(words: NDArray[np.uint32], bounds: Places, known: Known, said: NDArray[np.bool_]) -> None:  # pragma: no cover
    """Mark the words of known runs, and those between two of them that stand near."""
    for text in range(len(bounds) - 1):
        first, end = bounds[text], bounds[text + 1]
        if end - first < known.run:
            continue
        runs = runs_of(words[first:end], known.run)
        marked = -1  # behind the last known run
        for at in range(len(runs)):
            if _has(runs[at] & (known.upper | _LOWER), known.slots, known.likely):
                start = first + at
                if marked >= 0 and start - marked <= known.window:
                    start = marked
                said[start : first + at + known.run] = True
                marked = first + at + known.run
