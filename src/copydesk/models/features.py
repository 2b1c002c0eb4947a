"""What the parser's network sees of a word: its form, its beginning and end, its shape."""

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

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
_QUOTES = {"``": '"', "''": '"', "--": "-", "...": ".", "-lrb-": "(", "-rrb-": ")"}
_DIGIT = re.compile(r"\d")
_RUNS = re.compile(r"(.)\1{2,}", re.DOTALL)
_LONGEST = 40  # code points of a word that are looked at


def normal(word: str) -> str:
    """Return the form that is looked up: lower case, typographic signs made plain, every digit a nought."""
    form = word[:_LONGEST].translate(_SAME).lower()
    return _DIGIT.sub("0", _QUOTES.get(form, form))


def shape(word: str) -> str:
    """Return the outline of a word, `Xxx`, `dd`, `X.X.`; longer runs of one kind count as three."""
    outline = "".join(
        "X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else "a" if c.isalpha() else c
        for c in word[:_LONGEST].translate(_SAME)
    )
    return _RUNS.sub(r"\1\1\1", outline)


def affixes(word: str) -> tuple[int, int, int, int, int]:
    """Return buckets of a word's last four, three and two signs, its first three, and its shape."""
    form = normal(word)
    keys = ("4" + form[-4:], "3" + form[-3:], "2" + form[-2:], "<" + form[:3], "#" + shape(word))
    return tuple(zlib.crc32(key.encode("utf-8", "replace")) % AFFIX_BUCKETS for key in keys)  # type: ignore[return-value]


def word_rows(words: Iterable[str], vocabulary: Mapping[str, int]) -> NDArray[np.int32]:
    """Return one row per word: its place in the vocabulary, then its affixes."""
    return np.array([(vocabulary.get(normal(word), UNKNOWN), *affixes(word)) for word in words], dtype=np.int32).reshape(-1, 6)


def context(words: Sequence[str]) -> list[int]:
    """Return for each word of a sentence what its capital letter is worth.

    Twice the kind of sentence (0 ordinary, 1 most words capitalised as in a headline, 2 all in capitals or none), plus one for the
    first word.
    """
    letters = [word for word in words if word[:1].isalpha() and len(word) > 3]
    upper = sum(word[:1].isupper() for word in letters)
    if letters and all(word.isupper() for word in letters):
        kind = 2
    elif len(letters) > 1 and upper > 0.7 * len(letters):
        kind = 1
    else:
        kind = 0 if upper else 2
    first = next((i for i, word in enumerate(words) if word[:1].isalpha()), 0)
    return [2 * kind + (i <= first) for i in range(len(words))]
