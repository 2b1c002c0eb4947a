"""What each character is to the words of an archive, in one table, so that text in any script is cut by looking up.

A letter stands for its folded form (no case, no accent, no width), a sign of an unspaced script is a word of its own, marks and
signs without width count for nothing. Characters that fold to several ("ß", "ﬁ", "가" as its letters) point into a list.
"""

import unicodedata
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

VERSION = f"archive-words-1/unicode-{unicodedata.unidata_version}"

# Classes of characters, in the eight upper bits of an entry; below stand the folded code point or a place in the list.
BREAK, LETTER, DIGIT, UNSPACED, NOTHING, APOSTROPHE, STOP, SEVERAL, OPENS, CLOSES, STRAIGHT, LINE = range(12)
SHIFT = 24
MASK = (1 << SHIFT) - 1
SIZE = 0x32400  # behind the last letter of Unicode; what follows is private or breaks words

_HAN = (0x3400, 0x9FFF)  # no sign of it folds to another
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # kana
    _HAN,
    (0xF900, 0xFAFF),
    (0x20000, SIZE - 1),
)
_INDIC = (0x0900, 0x0DFF)  # there a vowel sign tells words apart; elsewhere accents and points do not
_SIGNS = {
    APOSTROPHE: "'’‘ʼ",
    STOP: ".,",
    OPENS: "“„«‹「『",
    CLOSES: "”»›」』",
    STRAIGHT: '"＂',
    LINE: "\n\r\x0b\x0c\x85\u2028\u2029",
}


class Folding(NamedTuple):
    """The table.

    Attributes:
        entries: For each code point up to `SIZE` its class, and its folded code point or its place in `several`; shape (SIZE,).
        several: For each sequence its length, then its code points.
    """

    entries: NDArray[np.uint32]
    several: NDArray[np.uint32]


@cache
def folding() -> Folding:
    """Return the table; it takes a tenth of a second to make, the first time."""
    entries = np.zeros(SIZE, np.uint32)
    several: list[int] = []
    for start, end in _UNSPACED:
        entries[start : end + 1] = (UNSPACED << SHIFT) + np.arange(start, end + 1)
    for point in (*range(_HAN[0]), *range(_HAN[1] + 1, _UNSPACED[-1][0])):
        entries[point] = _entry(point, several)
    for kind, signs in _SIGNS.items():
        for sign in signs:
            entries[ord(sign)] = kind << SHIFT
    return Folding(entries, np.array(several, np.uint32))


def _entry(point: int, several: list[int]) -> int:
    """Return the entry of one code point; sequences are added to the list."""
    sign = chr(point)
    kind = unicodedata.category(sign)
    if kind == "Cf":
        return NOTHING << SHIFT
    if kind[0] == "M":
        return (LETTER << SHIFT) + point if _within(point, _INDIC) else _unspaced(point) or NOTHING << SHIFT
    if kind[0] not in "LN":
        return BREAK
    if alone := _unspaced(point):
        return alone
    bare = [ord(s) for s in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold()) if _counts(s)]
    if not bare:
        return NOTHING << SHIFT
    if len(bare) == 1:
        return ((DIGIT if chr(bare[0]).isdigit() else LETTER) << SHIFT) + bare[0]
    several.extend((len(bare), *bare))
    return (SEVERAL << SHIFT) + len(several) - len(bare) - 1


def _counts(sign: str) -> bool:
    """Say whether a sign of a decomposed character is kept."""
    return sign.isalnum() or _within(ord(sign), _INDIC)


def _within(point: int, bounds: tuple[int, int]) -> bool:
    return bounds[0] <= point <= bounds[1]


def _unspaced(point: int) -> int:
    """Return the entry of a sign that is a word of its own, 0 for others."""
    return (UNSPACED << SHIFT) + point if any(_within(point, bounds) for bounds in _UNSPACED) else 0
