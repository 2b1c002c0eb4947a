"""Two texts -> the passages they share: exact runs as seeds, stretched over small edits on both sides.

A seed is a run of `SEED` words that stand in both texts and are quoted in neither. From there a passage grows word by word; where
the texts part, the nearest place is taken where two words agree again, and the passage ends where it was worth most (as in
Altschul et al., 1990: a word that agrees adds one, a word that is passed over takes one).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.compiled import Whole, compiled
from copydesk.reuse.words import Flags, Numbers

SEED = 5
_REACH = 6  # words that may be passed over at once on either side
_PATIENCE = 8  # how far a passage may sink under its best before it is given up
_CHAIN = 12  # places of a seed in the first text that are tried
FEWEST = 12  # own words of a passage that count: less is chance

Places = NDArray[np.int64]


class Texts(NamedTuple):
    """Words of some texts, one text behind the other.

    Attributes:
        hashes: Hash of each word.
        quoted: Whether it is quoted; for texts that are all quotes nothing is.
        bounds: Of text `i` the words stand from `bounds[i]` to `bounds[i + 1]`.
    """

    hashes: Numbers
    quoted: Flags
    bounds: Places


class Passages(NamedTuple):
    """Passages of some pairs of texts.

    Attributes:
        bounds: Those of pair `i` stand from `bounds[i]` to `bounds[i + 1]`.
        spans: For each its first word and the one behind its last in the first text, the same in the second, how many own words
            agree, and how many own words it has in the text where it has more; words counted from the start of their text; shape
            (passages, 6).
        agreeing: For each pair, how many own words of the first text stand in the second, and of the second in the first; shape
            (pairs, 2).
    """

    bounds: Places
    spans: Places
    agreeing: Places


def passages_of(texts: Texts, pairs: Places) -> Passages:
    """Return the passages that pairs of texts share.

    Args:
        texts: The texts.
        pairs: Numbers of the two texts of each pair, shape (pairs, 2); fastest where equal first texts stand together.
    """
    bounds = np.zeros(len(pairs) + 1, np.int64)
    agreeing = np.zeros((len(pairs), 2), np.int64)
    spans = _all(texts, pairs, bounds, agreeing)
    return Passages(bounds, spans, agreeing)


class _Index(NamedTuple):
    """Where the seeds of a text stand.

    Attributes:
        heads: For each slot the last place whose seed falls there, -1 for none.
        before: For each place the one before it whose seed falls into the same slot, -1 for none.
    """

    heads: NDArray[np.int32]
    before: NDArray[np.int32]


@compiled
def _all(texts: Texts, pairs: Places, bounds: Places, agreeing: Places) -> Places:  # pragma: no cover -- compiled, as all below
    """Fill the arrays; return the spans."""
    spans = np.empty((max(64, 4 * len(pairs)), 6), np.int64)
    longest = 0
    for text in range(len(texts.bounds) - 1):
        longest = max(longest, texts.bounds[text + 1] - texts.bounds[text])
    slots = 64
    while slots < 2 * longest:
        slots *= 2
    room = _Index(np.empty(slots, np.int32), np.empty(max(1, longest), np.int32))
    count, indexed = 0, -1
    for pair in range(len(pairs)):
        one, other = pairs[pair, 0], pairs[pair, 1]
        a, a_quoted = _words(texts, one)
        b, b_quoted = _words(texts, other)
        if one != indexed:
            index = _indexed(a, a_quoted, room)
            indexed = one
        if count + len(b) // FEWEST + 1 > len(spans):
            wider = np.empty((2 * len(spans) + len(b), 6), np.int64)
            wider[:count] = spans[:count]
            spans = wider
        count = _pair(a, a_quoted, b, b_quoted, index, spans, count, agreeing[pair])
        bounds[pair + 1] = count
    return spans[:count].copy()


@compiled
def _words(texts: Texts, text: int) -> tuple[Numbers, Flags]:  # pragma: no cover
    """Return the words of one text and which are quoted."""
    first, end = texts.bounds[text], texts.bounds[text + 1]
    return texts.hashes[first:end], texts.quoted[first:end]


@compiled
def _slot(words: Numbers, at: Whole, slots: Whole) -> Whole:  # pragma: no cover
    """Return the slot of the seed that begins at a place."""
    total = np.uint64(0)
    for further in range(at, at + SEED):
        total = (total ^ np.uint64(words[further])) * np.uint64(0x100000001B3)
    return np.int64((total ^ (total >> np.uint64(29))) & np.uint64(slots - 1))


@compiled
def _own(quoted: Flags, at: int) -> bool:  # pragma: no cover
    """Say whether none of the words of the seed at a place is quoted."""
    for further in range(at, at + SEED):
        if quoted[further]:
            return False
    return True


@compiled
def _indexed(words: Numbers, quoted: Flags, room: _Index) -> _Index:  # pragma: no cover
    """Return where the seeds of a text stand; no more slots are used than it needs."""
    slots = 64
    while slots < 2 * len(words):
        slots *= 2
    heads = room.heads[:slots]
    heads[:] = -1
    for at in range(len(words) - SEED + 1):
        if _own(quoted, at):
            slot = _slot(words, at, slots)
            room.before[at] = heads[slot]
            heads[slot] = at
    return _Index(heads, room.before)


@compiled
def _pair(  # pragma: no cover
    a: Numbers, a_quoted: Flags, b: Numbers, b_quoted: Flags, index: _Index, spans: Places, count: int, agreeing: Places
) -> int:
    """Write down the passages of one pair; return how many there are now."""
    taken = np.zeros(len(a), np.bool_)
    at, free = 0, 0  # the next word of the second text, and the first that no passage holds
    while at + SEED <= len(b):
        start, length = _longest(a, b, at, b_quoted, index)
        if length == 0:
            at += 1
            continue
        a_end, b_end = _stretched(a, b, start + length, at + length, 1, len(a), len(b))
        a_start, b_start = _stretched(a, b, start - 1, at - 1, -1, -1, free - 1)
        a_start, b_start = a_start + 1, b_start + 1
        own = _agreeing(a, a_quoted, b, b_quoted, a_start, a_end, b_start, b_end)
        if own >= FEWEST:
            wordy = max(_unquoted(a_quoted, a_start, a_end), _unquoted(b_quoted, b_start, b_end))
            spans[count] = (a_start, a_end, b_start, b_end, own, wordy)
            count += 1
            agreeing[1] += own
            _take(a, a_quoted, b[b_start:b_end], a_start, a_end, taken)
            free = b_end
        at = max(at + 1, b_end if own >= FEWEST else at + length)
    agreeing[0] = taken.sum()
    return count


@compiled
def _unquoted(quoted: Flags, start: int, end: int) -> int:  # pragma: no cover
    """Return how many words of a span are not quoted."""
    count = 0
    for at in range(start, end):
        count += not quoted[at]
    return count


@compiled
def own_words(texts: Texts) -> Places:  # pragma: no cover
    """Return how many words of each text are not quoted."""
    counts = np.empty(len(texts.bounds) - 1, np.int64)
    for text in range(len(counts)):
        counts[text] = _unquoted(texts.quoted, texts.bounds[text], texts.bounds[text + 1])
    return counts


@compiled
def _longest(a: Numbers, b: Numbers, at: int, b_quoted: Flags, index: _Index) -> tuple[int, int]:  # pragma: no cover
    """Return where in the first text the longest run from a place of the second stands, and how long it is; 0: there is none."""
    best, length = 0, 0
    if not _own(b_quoted, at):
        return best, length
    place, tried = index.heads[_slot(b, at, len(index.heads))], 0
    while place >= 0 and tried < _CHAIN:
        size = 0
        while place + size < len(a) and at + size < len(b) and a[place + size] == b[at + size]:
            size += 1
        if size >= SEED and size > length:
            best, length = place, size
        place = index.before[place]
        tried += 1
    return best, length


@compiled
def _stretched(  # pragma: no cover
    a: Numbers, b: Numbers, one: int, other: int, step: int, a_stop: int, b_stop: int
) -> tuple[int, int]:
    """Return how far a passage reaches from two places on, in steps of 1 or -1: the first places that are no part of it."""
    best_a, best_b, worth, best = one, other, 0, 0
    while True:
        while (a_stop - one) * step > 0 and (b_stop - other) * step > 0 and a[one] == b[other]:
            one += step
            other += step
            worth += 1
        if worth > best:
            best_a, best_b, best = one, other, worth
        over_a, over_b = _rejoined(a, b, one, other, step, a_stop, b_stop)
        worth -= max(over_a, over_b)
        if over_a < 0 or worth < best - _PATIENCE:
            return best_a, best_b
        one += over_a * step
        other += over_b * step


@compiled
def _rejoined(  # pragma: no cover
    a: Numbers, b: Numbers, one: int, other: int, step: int, a_stop: int, b_stop: int
) -> tuple[int, int]:
    """Return how many words are to be passed over on either side until two words agree again; -1 where they do not."""
    a_room, b_room = (a_stop - one) * step - 1, (b_stop - other) * step - 1
    for together in range(1, 2 * _REACH + 1):
        for over_a in range(max(0, together - _REACH), min(together, _REACH) + 1):
            over_b = together - over_a
            if over_a < a_room and over_b < b_room:
                at, to = one + over_a * step, other + over_b * step
                if a[at] == b[to] and a[at + step] == b[to + step]:
                    return over_a, over_b
    return -1, -1


@compiled
def _agreeing(  # pragma: no cover
    a: Numbers, a_quoted: Flags, b: Numbers, b_quoted: Flags, a_start: int, a_end: int, b_start: int, b_end: int
) -> int:
    """Return how many words of a passage agree and are quoted on neither side."""
    one, other, own = a_start, b_start, 0
    while one < a_end and other < b_end:
        if a[one] == b[other]:
            own += 0 if a_quoted[one] or b_quoted[other] else 1
            one += 1
            other += 1
        else:
            over_a, over_b = _rejoined(a, b, one, other, 1, a_end, b_end)
            if over_a < 0:
                break
            one += over_a
            other += over_b
    return own


@compiled
def _take(a: Numbers, a_quoted: Flags, b: Numbers, start: int, end: int, taken: Flags) -> None:  # pragma: no cover
    """Mark the own words of the first text that a passage holds; a paragraph that is taken twice counts once."""
    one, other = start, 0
    while one < end and other < len(b):
        if a[one] == b[other]:
            taken[one] = taken[one] or not a_quoted[one]
            one += 1
            other += 1
        else:
            over_a, over_b = _rejoined(a, b, one, other, 1, end, len(b))
            if over_a < 0:
                break
            one += over_a
            other += over_b
