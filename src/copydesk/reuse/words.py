"""Texts -> folded words as numbers, with their places and which of them are quoted."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.compiled import Whole, compiled
from copydesk.reuse.folding import (
    APOSTROPHE,
    BREAK,
    CLOSES,
    DIGIT,
    LETTER,
    LINE,
    MASK,
    NOTHING,
    OPENS,
    SEVERAL,
    SHIFT,
    SIZE,
    STOP,
    STRAIGHT,
    UNSPACED,
    Folding,
)

Bytes = NDArray[np.uint8]
Numbers = NDArray[np.uint32]
Bounds = NDArray[np.int64]
Flags = NDArray[np.bool_]

VERSION = "cut-2"

_ASCII, _SPACE, _GRAVE = 0x80, 0x20, 0x60
SCARE = 3  # as many words in quotation marks are a title or a scare quote, not somebody's words
LONGEST_QUOTE = 400  # words: where a quotation mark is not closed within so many, it was none
_BASIS = np.uint64(0xCBF29CE484222325)  # FNV-1a over code points, finished as in splitmix64; the upper 31 bits are kept
_PRIME = np.uint64(0x100000001B3)


class Words(NamedTuple):
    """The words of some texts, one text behind the other.

    Attributes:
        hashes: Hash of each folded word, 1 to 2**31 - 1.
        starts: Where each begins, in code points of its text.
        ends: Behind its last code point.
        quoted: Whether it stands inside quotation marks.
        bounds: Of text `i` the words stand from `bounds[i]` to `bounds[i + 1]`.
    """

    hashes: Numbers
    starts: Numbers
    ends: Numbers
    quoted: Flags
    bounds: Bounds


class Cutter:
    """Cuts texts into words; keeps room for the next ones, because to ask the system for it anew takes a third of the time.

    Args:
        folding: What each character is to words.
    """

    def __init__(self, folding: Folding) -> None:
        self._folding = folding
        self._room = _room(0, 0)

    def words_of(self, data: Bytes, offsets: Bounds) -> Words:
        """Return the words of UTF-8 texts.

        Args:
            data: All bytes; what is not UTF-8 breaks words.
            offsets: Of text `i` the bytes stand from `offsets[i]` to `offsets[i + 1]`.
        """
        most = int(offsets[-1] - offsets[0]) // 2 + len(offsets)  # two words have a byte between them at least
        signs = int(np.diff(offsets).max(initial=0))  # of one text, which may be nothing else
        if most > len(self._room.hashes) or signs > len(self._room.signs):
            self._room = _room(max(most, len(self._room.hashes)), max(signs, len(self._room.signs)))
        bounds = np.zeros(len(offsets), np.int64)
        _cut_all(data, offsets, self._folding, self._room, bounds)
        hashes, starts, ends = (array[: bounds[-1]].copy() for array in self._room[:3])
        return Words(hashes, starts, ends, self._room.quoted[: bounds[-1]].copy(), bounds)


def text_words(text: str, folding: Folding) -> Words:
    """Return the words of one text."""
    data = np.frombuffer(text.encode("utf-8", "replace"), np.uint8)
    return Cutter(folding).words_of(data, np.array([0, len(data)], np.int64))


def gaps_of(words: Words) -> Numbers:
    """Return how many code points stand between each word and the one before it, or the beginning of its text."""
    before = np.concatenate([np.zeros(1, np.uint32), words.ends[:-1]])
    before[words.bounds[:-1][np.diff(words.bounds) > 0]] = 0
    return np.asarray(words.starts - before[: len(words.starts)], np.uint32)


class _Room(NamedTuple):
    """Room for what is found.

    Attributes:
        hashes: As in `Words`.
        starts: As in `Words`.
        ends: As in `Words`.
        signs: Kinds of the signs that open and close quotes, and of ends of lines.
        before: How many words stand before each such sign.
        quoted: As in `Words`.
    """

    hashes: Numbers
    starts: Numbers
    ends: Numbers
    signs: Bytes
    before: Bounds
    quoted: Flags


def _room(most: int, signs: int) -> _Room:
    """Return room for so many words, and so many signs of one text."""
    hashes, starts, ends = (np.empty(most, np.uint32) for _ in range(3))
    return _Room(hashes, starts, ends, np.empty(signs, np.uint8), np.empty(signs, np.int64), np.empty(most, np.bool_))


@compiled
def _cut_all(  # pragma: no cover -- compiled, as are all functions below
    data: Bytes, offsets: Bounds, folding: Folding, cut: _Room, bounds: Bounds
) -> None:
    """Fill the arrays."""
    count = 0
    for text in range(len(offsets) - 1):
        first = count
        count, signs = _cut_text(data, offsets[text], offsets[text + 1], folding, cut, count)
        cut.quoted[first:count] = False
        _mark_quoted(cut, signs)
        bounds[text + 1] = count


@compiled
def _cut_text(  # pragma: no cover
    data: Bytes, at: Whole, end: Whole, folding: Folding, cut: _Room, count: Whole
) -> tuple[Whole, Whole]:
    """Write down the words and signs of one text; return how many words there are now, and how many signs."""
    place, signs, spaced = 0, 0, True
    while at < end:
        value, behind = _letters(data, at, end, _BASIS, folding)
        if behind > at and (behind == end or data[behind] == _SPACE):  # nine words of ten
            count = _kept(value, place, place + behind - at, count, cut)
            place += behind - at
            at, spaced = behind, False
            continue
        if data[at] == _SPACE:
            at, place, spaced = at + 1, place + 1, True
            continue
        kind, low, size = _looked_up(data, at, end, folding)
        width = 1
        if (kind == APOSTROPHE or data[at] == _GRAVE) and _doubled(data, at, end, size):
            kind, size, width = OPENS if kind != APOSTROPHE else CLOSES, 2 * size, 2
        if kind in (LETTER, DIGIT, SEVERAL):
            start = place
            value, at, place, last = _word(data, at, end, place, folding)
            count = _kept(value, start, last, count, cut)
            spaced = False
            continue
        if kind == UNSPACED:
            count = _kept((_BASIS ^ np.uint64(low)) * _PRIME, place, place + 1, count, cut)
        elif kind >= OPENS:
            closed = _looked_up(data, at + size, end, folding)[0] in (BREAK, LINE, STOP)
            cut.signs[signs] = _meant(kind, spaced, closed)
            cut.before[signs] = count
            signs += 1
        if kind != NOTHING:
            spaced = kind in (BREAK, LINE)
        at += size
        place += width
    return count, signs


@compiled
def _doubled(data: Bytes, at: Whole, end: Whole, size: Whole) -> bool:  # pragma: no cover
    """Say whether the sign of so many bytes stands twice: ``two backticks'' or ‘‘two apostrophes’’ are one quotation mark."""
    if at + 2 * size > end:
        return False
    for byte in range(at, at + size):
        if data[byte] != data[byte + size]:
            return False
    return True


@compiled
def _letters(data: Bytes, at: Whole, end: Whole, value: Whole, folding: Folding) -> tuple[Whole, Whole]:  # pragma: no cover
    """Return the value of a word after the plain letters that stand here, and the byte behind them."""
    while at < end and data[at] < _ASCII and folding.entries[data[at]] >> SHIFT == LETTER:
        value = (value ^ np.uint64(folding.entries[data[at]] & MASK)) * _PRIME
        at += 1
    return value, at


@compiled
def _meant(kind: Whole, spaced: bool, closed: bool) -> Whole:  # pragma: no cover  # noqa: FBT001 -- compiled
    """Return whether a quotation mark opens or closes: the side on which it touches a word says so in every language.

    Args:
        kind: What it mostly does.
        spaced: Whether nothing stands right before it.
        closed: Whether a space or a stop stands right behind it.
    """
    if kind == LINE:
        return LINE
    if spaced != closed:
        return OPENS if spaced else CLOSES
    return CLOSES if kind == STRAIGHT and not spaced else kind


@compiled
def _word(
    data: Bytes, at: Whole, end: Whole, place: Whole, folding: Folding
) -> tuple[Whole, Whole, Whole, Whole]:  # pragma: no cover
    """Return the value of the word that begins here, the byte and the code point behind it, and where its last letter ends."""
    value, last, run = _BASIS, place, 0  # letters since the last point; -1: digits
    while at < end:
        value, behind = _letters(data, at, end, value, folding)
        if behind > at:
            run = max(run, 0) + behind - at
            place += behind - at
            last, at = place, behind
        kind, low, size = _looked_up(data, at, end, folding)
        if kind in (LETTER, DIGIT):
            value = (value ^ np.uint64(low)) * _PRIME
            run = -1 if kind == DIGIT else max(run, 0) + 1
            last = place + 1
        elif kind == SEVERAL:
            for further in range(low + 1, low + 1 + np.int64(folding.several[low])):
                value = (value ^ np.uint64(folding.several[further])) * _PRIME
            run = max(run, 0) + 1
            last = place + 1
        elif kind in (APOSTROPHE, STOP):
            following = _looked_up(data, at + size, end, folding)[0]
            if not _joins(kind, run, following):
                break
            run = 0 if kind == STOP else run
        elif kind == NOTHING:
            last = place + 1  # an accent that stands behind its letter belongs to it
        else:
            break
        at += size
        place += 1
    return value, at, place, last


@compiled
def _joins(kind: Whole, run: Whole, following: Whole) -> Whole:  # pragma: no cover
    """Say whether an apostrophe or a point between what went before and what follows is part of a word."""
    if kind == APOSTROPHE:
        return run > 0 and following in (LETTER, SEVERAL)
    return (run == 1 and following == LETTER) or (run < 0 and following == DIGIT)


@compiled
def _looked_up(data: Bytes, at: Whole, end: Whole, folding: Folding) -> tuple[Whole, Whole, Whole]:  # pragma: no cover
    """Return the kind of the sign at a byte, what it folds to, and how many bytes it takes; behind the end stands a break."""
    if at >= end:
        return BREAK, 0, 1
    first = np.int64(data[at])
    if first < _ASCII:
        entry = folding.entries[first]
        return np.int64(entry >> SHIFT), np.int64(entry & MASK), 1
    point, size = _decoded(data, at, end)
    if point >= SIZE:
        return BREAK, 0, size
    entry = folding.entries[point]
    return np.int64(entry >> SHIFT), np.int64(entry & MASK), size


@compiled
def _decoded(data: Bytes, at: Whole, end: Whole) -> tuple[Whole, Whole]:  # pragma: no cover
    """Return the code point at a byte that is not ASCII, and its bytes; a stray byte is one of its own that breaks words."""
    first = np.int64(data[at])
    size = 2 if first < 0xE0 else 3 if first < 0xF0 else 4
    if first < 0xC2 or first > 0xF4 or at + size > end:
        return SIZE, 1
    point = first & (0xFF >> (size + 1))
    for further in range(1, size):
        byte = np.int64(data[at + further])
        if byte & 0xC0 != 0x80:
            return SIZE, 1
        point = (point << 6) | (byte & 0x3F)
    return point, size


@compiled
def _kept(value: Whole, start: Whole, end: Whole, count: Whole, cut: _Room) -> Whole:  # pragma: no cover
    """Write down one word; return how many there are now."""
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    cut.hashes[count] = max(np.uint32(value >> np.uint64(33)), np.uint32(1))
    cut.starts[count] = start
    cut.ends[count] = end
    return count + 1


@compiled
def _mark_quoted(cut: _Room, signs: int) -> None:  # pragma: no cover
    """Mark the quoted words of one text.

    A quote of several paragraphs opens each of them and is closed once. Where another opens in the middle of a later line, a sign
    was lost, and nothing is marked.
    """
    opened, line = -1, -1  # words before the quote, and before the last end of a line inside it
    for at in range(signs):
        kind, before = cut.signs[at], cut.before[at]
        if kind == LINE:
            line = before
        elif kind != CLOSES and (opened < 0 or line > opened):
            if opened >= 0 and before == line:
                _mark(cut.quoted, opened, before)
            opened = before
        elif kind != OPENS and opened >= 0:
            _mark(cut.quoted, opened, before)
            opened = -1


@compiled
def _mark(quoted: Flags, first: int, end: int) -> None:  # pragma: no cover
    """Mark the words of a quote, unless they are so few that nobody is quoted, or so many that a sign was lost."""
    if SCARE < end - first < LONGEST_QUOTE:
        quoted[first:end] = True
