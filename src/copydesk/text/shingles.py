"""Words, word hashes and shingles: what makes two texts comparable without comparing them letter by letter.

The hash is our own choice and does not change with a library or a Python process, so that hashes may be stored: `VERSION` names the
way words are cut, folded and hashed, and changes whenever one of these does.
"""

import re
import unicodedata
from hashlib import blake2b

import msgspec
import numpy as np
from numpy.typing import NDArray

VERSION = "words-2/blake2b-64/polynomial-1"

Hashes = NDArray[np.uint64]

# Han, kana, Thai, Lao, Khmer and Burmese are written without spaces: there a sign is a word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
# Vowel signs and accents that Python's \w leaves out: they are part of a word.
_SIGNS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0dff"
_LETTERS = rf"(?:[^\W\d_{_UNSPACED}]|[{_SIGNS}])+"
WORD = re.compile(
    rf"""
    [A-Za-z]{{2,}}+ (?=[\s,.;:!?)"”-])                 # nine words of ten, which the last line would find too, in twice the time
    | (?:[^\W\d_]\.){{2,}} | \d+(?:[.,:]\d+)* | [{_UNSPACED}]
    | {_LETTERS} (?:['’‘ʼ]{_LETTERS})* \d*
    """,
    re.VERBOSE,
)
_INDIC = 0x0900  # from here on a sign that is no letter still tells words apart; below, accents and points do not
_POSSESSIVE = re.compile(r"['’‘ʼ]s?$", re.IGNORECASE)
_APOSTROPHES = "'’‘ʼ"
_MULTIPLIER = 0x9E3779B97F4A7C15


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word at its place.

    Attributes:
        start: First code point.
        end: Behind the last code point.
        folded: Its comparable form: compatibility forms, case, accents, dots of abbreviations and possessive endings taken away.
    """

    start: int
    end: int
    folded: str


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of `text[start:end]` in order, spans counted from the start of `text`; signs are no words."""
    stop = len(text) if end is None else end
    return [Word(m.start(), m.end(), fold(m.group())) for m in WORD.finditer(text, start, stop)]


def fold(word: str) -> str:
    """Return the comparable form of a word: "Japan’s" is "japan", "U.S." is "us", "don’t" is "dont", "Émile" is "emile"."""
    if word.isascii() and word.isalpha():
        return word.lower()
    bare = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word)).casefold()
    return "".join(sign for sign in bare if sign.isalnum() or (ord(sign) >= _INDIC and sign not in _APOSTROPHES)) or word


def word_hash(folded: str) -> int:
    """Return the 64-bit hash of a folded word, the same everywhere and for ever."""
    return int.from_bytes(blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def shingles(hashes: Hashes, size: int) -> Hashes:
    """Return one hash per run of `size` words, in order; none where there are fewer words.

    Args:
        hashes: Hash of each word, in order.
        size: Words per shingle, at least 1.
    """
    count = max(0, len(hashes) - size + 1)
    total = np.zeros(count, np.uint64)
    for place in range(size):
        total = total * np.uint64(_MULTIPLIER) + hashes[place : place + count]
    return mixed(total)


def mixed(hashes: Hashes) -> Hashes:
    """Spread hashes over all 64 bits (the finishing step of splitmix64, Steele et al. 2014)."""
    spread = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    spread = (spread ^ (spread >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(spread ^ (spread >> np.uint64(31)), np.uint64)


def winnowed(hashes: Hashes, window: int) -> NDArray[np.intp]:
    """Return the places of the smallest hash of every window, in order.

    Any run of `window` shingles that two texts share leaves at least one hash that both keep (winnowing: Schleimer, Wilkerson and
    Aiken, SIGMOD 2003). A text shorter than the window keeps its smallest.

    Args:
        hashes: Hashes of shingles in the order of the text.
        window: Length of the window in shingles, at least 1.
    """
    if len(hashes) == 0:
        return np.zeros(0, np.intp)
    width = min(window, len(hashes))
    views = np.lib.stride_tricks.sliding_window_view(hashes, width)
    places = views.argmin(axis=1) + np.arange(len(views))  # never falls: the first of the smallest goes only where it must
    return np.asarray(places[np.concatenate([[True], places[1:] != places[:-1]])], np.intp)


def common(values: Hashes, ordered: Hashes) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the places in `values` whose hash stands in `ordered`, and the place of each there.

    Args:
        values: Hashes in any order.
        ordered: Hashes in rising order, without repetition.
    """
    if not len(values) or not len(ordered):
        return np.zeros(0, np.intp), np.zeros(0, np.intp)
    places = ordered.searchsorted(values)
    places[places == len(ordered)] = 0
    here = (ordered[places] == values).nonzero()[0]
    return here, places[here]
