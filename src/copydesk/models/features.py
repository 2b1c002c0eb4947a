"""What the parser's network sees of a word: its form, its beginning and end, its shape."""

import re
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase, digits

import numpy as np
from numpy.typing import ArrayLike, NDArray

AFFIX_BUCKETS = 8192
UNKNOWN = 0
SENTENCE_SIGNS = 6  # how many kinds of `context` there are

_SAME = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "‛": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "−": "-",
        "‑": "-",
        "…": ".",
        "\u00ad": None,
    }
)
_PLAIN_OUTLINE = str.maketrans(
    ascii_uppercase + ascii_lowercase + digits, "X" * len(ascii_uppercase) + "x" * len(ascii_lowercase) + "d" * len(digits)
)
_QUOTES = {"``": '"', "''": '"', "--": "-", "...": ".", "-lrb-": "(", "-rrb-": ")"}
_DIGIT = re.compile(r"\d")
_RUNS = re.compile(r"(.)\1{2,}", re.DOTALL)
HEADLINE = 0.7  # share of longer words with a capital from which on a sentence is set as a headline
_SHORT = 3
CAPITAL = 3  # the least `casing` of a word that begins with a capital
_LONGEST = 40  # code points of a word that are looked at


def normal(word: str) -> str:
    """Return the form that is looked up: lower case, typographic signs made plain, every digit a nought."""
    form = word[:_LONGEST].translate(_SAME).lower()
    return _DIGIT.sub("0", _QUOTES.get(form, form))


def shape(word: str) -> str:
    """Return the outline of a word, `Xxx`, `dd`, `X.X.`; longer runs of one kind count as three."""
    if word.isascii():
        return _short(word[:_LONGEST].translate(_PLAIN_OUTLINE))
    return _short("".join(map(_outline, word[:_LONGEST].translate(_SAME))))


@lru_cache(1_000)
def _short(outline: str) -> str:
    """Return an outline without longer runs; few words have one of their own."""
    return _RUNS.sub(r"\1\1\1", outline)


def _outline(sign: str) -> str:
    return "X" if sign.isupper() else "x" if sign.islower() else "d" if sign.isdigit() else "a" if sign.isalpha() else sign


def word_rows(words: Sequence[str], vocabulary: Mapping[str, int]) -> NDArray[np.int32]:
    """Return one row per word: its place in the vocabulary, then buckets of its affixes.

    These are its last four, three and two signs, its first three, and its shape.
    """
    forms = [normal(word) for word in words]
    keys = (
        key
        for word, form in zip(words, forms, strict=True)
        for key in ("4" + form[-4:], "3" + form[-3:], "2" + form[-2:], "<" + form[:3], "#" + shape(word))
    )
    buckets = np.array([zlib.crc32(key.encode("utf-8", "replace")) for key in keys], dtype=np.int64) % AFFIX_BUCKETS
    places = [vocabulary.get(form, UNKNOWN) for form in forms]
    return np.column_stack((places, buckets.reshape(-1, 5))).astype(np.int32)


def casing(word: str) -> int:
    """Return 0 for a sign or number, 1 for a short word and 2 for a longer one in lower case, then what begins with a capital.

    That is 3 for a longer word, 4 for one all in capitals, 5 for a short word: `CAPITAL` and above.
    """
    if not word[:1].isalpha():
        return 0
    if len(word) <= _SHORT:
        return 5 if word[0].isupper() else 1
    return 4 if word.isupper() else 3 if word[0].isupper() else 2


def context(casings: ArrayLike, starts: ArrayLike = (0,)) -> NDArray[np.intp]:
    """Return for each word what the capital letters of its sentence are worth, given the `casing` of all.

    Twice the kind of sentence (0 ordinary, 1 most words capitalised as in a headline, 2 all in capitals or none), plus one up to
    the first word.

    Args:
        casings: One per word of all sentences.
        starts: Where the sentences begin, none of them empty.
    """
    kinds, firsts = np.asarray(casings), np.asarray(starts, dtype=np.intp)
    place = np.arange(len(kinds))
    lower, capital, capitals = (np.add.reduceat(kinds == kind, firsts, dtype=np.intp) for kind in (2, 3, 4))
    upper = capital + capitals
    longer = lower + upper
    kind = np.where(upper > 0, (longer > 1) & (upper > HEADLINE * longer), 2)
    kind[(longer > 0) & (capitals == longer)] = 2
    opening = np.minimum.reduceat(np.where(kinds > 0, place, len(kinds)), firsts)
    lasts = np.append(firsts[1:], len(kinds))
    opening = np.where(opening < lasts, opening, firsts)
    sizes = lasts - firsts
    worth: NDArray[np.intp] = np.repeat(2 * kind, sizes) + (place <= np.repeat(opening, sizes))
    return worth
