"""Words as they are stored: those of a text in one piece, so that a text is read at once from wherever it stands.

A word is four bytes of hash, with a bit that says whether it is quoted; then the code points before it and its own, each in as few
bytes as the widest of the shard needs.
"""

from typing import NamedTuple

import numpy as np

from copydesk.reuse.compiled import Whole, compiled
from copydesk.reuse.words import Bounds, Bytes, Flags, Numbers, Words, gaps_of

QUOTED = np.uint32(1 << 31)
_HASH = 4  # bytes


class Packed(NamedTuple):
    """Words of some texts.

    Attributes:
        data: The bytes, one text behind the other.
        bounds: Those of text `i` stand from `bounds[i]` to `bounds[i + 1]`.
        widths: Bytes of the code points before a word and of its own.
    """

    data: Bytes
    bounds: Bounds
    widths: Bytes


class Room(NamedTuple):
    """Where words are unpacked to, all arrays as long as there are words."""

    hashes: Numbers
    quoted: Flags
    starts: Numbers
    ends: Numbers


def packed(words: Words) -> Packed:
    """Return words as they are stored."""
    gaps, sizes = gaps_of(words), words.ends - words.starts
    widths = np.array([np.min_scalar_type(int(numbers.max(initial=0))).itemsize for numbers in (gaps, sizes)], np.uint8)
    stride = _HASH + int(widths.sum())
    data = np.empty(stride * len(gaps), np.uint8)
    _pack(words.hashes, words.quoted, gaps, sizes, widths, data)
    return Packed(data, words.bounds * stride, widths)


def widened(parts: list[Packed]) -> Packed:
    """Return several as one, all words as wide as the widest."""
    widths = np.max([part.widths for part in parts], axis=0).astype(np.uint8)
    stride = _HASH + int(widths.sum())
    data, bounds = [], [np.zeros(1, np.int64)]
    for part in parts:
        narrow = _HASH + int(part.widths.sum())
        count = len(part.data) // narrow
        wide = part.data
        if stride != narrow or (part.widths != widths).any():
            wide = np.empty(stride * count, np.uint8)
            _widen(part.data, part.widths, widths, wide)
        data.append(wide)
        bounds.append(part.bounds[1:] // narrow * stride + bounds[-1][-1])
    return Packed(np.concatenate(data), np.concatenate(bounds), widths)


def stride_of(widths: Bytes) -> int:
    """Return how many bytes a word takes."""
    return _HASH + int(widths.sum())


@compiled
def unpack(
    data: Bytes, widths: Bytes, counts: Bounds, room: Room, at: int
) -> None:  # pragma: no cover -- compiled, as are all below
    """Unpack texts.

    Args:
        data: Their bytes, one text behind the other.
        widths: As in `Packed`.
        counts: How many words each text has.
        room: Where to.
        at: First word there.
    """
    if widths[0] == 1 and widths[1] == 1:  # nearly always: known in advance, it takes a third of the time
        _unpack(data, 1, 1, counts, room, at)
    else:
        _unpack(data, np.int64(widths[0]), np.int64(widths[1]), counts, room, at)


@compiled
def _unpack(data: Bytes, gap: Whole, size: Whole, counts: Bounds, room: Room, at: int) -> None:  # pragma: no cover
    """Unpack texts whose numbers have these widths."""
    byte = 0
    for text in range(len(counts)):
        place = np.uint32(0)
        for _ in range(counts[text]):
            word = _number(data, byte, _HASH)
            room.hashes[at] = word & ~QUOTED
            room.quoted[at] = word >= QUOTED
            place += _number(data, byte + _HASH, gap)
            room.starts[at] = place
            place += _number(data, byte + _HASH + gap, size)
            room.ends[at] = place
            byte += _HASH + gap + size
            at += 1


@compiled
def _pack(  # pragma: no cover
    hashes: Numbers, quoted: Flags, gaps: Numbers, sizes: Numbers, widths: Bytes, data: Bytes
) -> None:
    """Fill the bytes."""
    byte = 0
    for at in range(len(hashes)):
        _put(data, byte, hashes[at] | QUOTED if quoted[at] else hashes[at], _HASH)
        _put(data, byte + _HASH, gaps[at], widths[0])
        _put(data, byte + _HASH + widths[0], sizes[at], widths[1])
        byte += _HASH + widths[0] + widths[1]


@compiled
def _widen(narrow: Bytes, before: Bytes, after: Bytes, wide: Bytes) -> None:  # pragma: no cover
    """Fill wider bytes from narrower ones."""
    from_, to = 0, 0
    while from_ < len(narrow):
        _put(wide, to, _number(narrow, from_, _HASH), _HASH)
        _put(wide, to + _HASH, _number(narrow, from_ + _HASH, before[0]), after[0])
        _put(wide, to + _HASH + after[0], _number(narrow, from_ + _HASH + before[0], before[1]), after[1])
        from_ += _HASH + before[0] + before[1]
        to += _HASH + after[0] + after[1]


@compiled
def _number(data: Bytes, byte: Whole, width: Whole) -> Whole:  # pragma: no cover
    value = np.uint32(0)
    for at in range(width):
        value |= np.uint32(data[byte + at]) << np.uint32(8 * at)
    return value


@compiled
def _put(data: Bytes, byte: int, value: np.uint32, width: int) -> None:  # pragma: no cover
    for at in range(width):
        data[byte + at] = (value >> np.uint32(8 * at)) & np.uint32(0xFF)
