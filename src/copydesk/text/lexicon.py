"""The words of texts as arrays, with what is known of each."""

from collections.abc import Iterable

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.spans import Spanned
from copydesk.text.background import stem, weight
from copydesk.text.shingles import WORD, Hashes, fold, word_hash
from copydesk.text.words import MONTHS, WEEKDAYS

NUMBER, DATE = 1, 2
_WORDS = (
    "two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SPELLED = {word: number for number, word in enumerate(_WORDS.split(), start=2)} | _TENS
_DATES = frozenset((*MONTHS, *WEEKDAYS))


class Term(msgspec.Struct, frozen=True, gc=False):
    """What is known of a word.

    Attributes:
        hash: Of its folded form.
        stem: Hash of that form's stem; of a number in words, of its figures.
        weight: How much it tells, in nats.
        anchor: `NUMBER`, `DATE` for a month or weekday, else 0.
    """

    hash: int
    stem: int
    weight: float
    anchor: int


class Lexicon(dict[str, Term]):
    """Words as they are written -> what is known of them; asked for an unknown word, it learns it.

    Args:
        language: ISO 639-1 code of the words.
    """

    def __init__(self, language: str = "en") -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> Term:
        """Learn a word."""
        folded = fold(word)
        figures = folded if folded[0].isdigit() else str(_SPELLED.get(folded, ""))
        anchor = NUMBER if figures not in ("", "1") else DATE if folded in _DATES else 0
        term = Term(word_hash(folded), word_hash(figures or stem(folded)), weight(folded, self._language), anchor)
        self[word] = term
        return term


class Lexicons(dict[str, Lexicon]):
    """Languages -> lexicons; asked for a new language, it begins one."""

    def __missing__(self, language: str) -> Lexicon:
        """Begin a lexicon."""
        self[language] = Lexicon(language)
        return self[language]


class Cut(msgspec.Struct, frozen=True, eq=False):
    """The words of some sentences of a text, one entry per word.

    Attributes:
        starts: First code point.
        ends: Behind the last code point.
        places: The sentence, counted from 0, in which the word stands.
        hashes: Hash of the word.
        stems: Hash of its stem.
        weights: How much it tells.
        anchors: `NUMBER`, `DATE` or 0.
        named: Whether it is a name by the way it is written: mostly with a capital, also inside a sentence.
        sentences: How many sentences there are.
    """

    starts: NDArray[np.intp]
    ends: NDArray[np.intp]
    places: NDArray[np.intp]
    hashes: Hashes
    stems: Hashes
    weights: NDArray[np.float32]
    anchors: NDArray[np.int8]
    named: NDArray[np.bool_]
    sentences: int


def cut(text: str, sentences: Iterable[Spanned], lexicon: Lexicon) -> Cut:
    """Return the words of some sentences of a text.

    Args:
        text: The text.
        sentences: Spans of it, in order.
        lexicon: Shared by the texts of one pile, so that each word is learnt once.
    """
    spans: list[tuple[int, int]] = []
    counts: list[int] = []
    for sentence in sentences:
        found = [match.span() for match in WORD.finditer(text, sentence.start, sentence.end)]
        spans += found
        counts.append(len(found))
    terms = [lexicon[text[start:end]] for start, end in spans]
    places = np.repeat(np.arange(len(counts)), counts).astype(np.intp)
    hashes = np.array([term.hash for term in terms], np.uint64)
    return Cut(
        starts=np.array([start for start, _ in spans], np.intp),
        ends=np.array([end for _, end in spans], np.intp),
        places=places,
        hashes=hashes,
        stems=np.array([term.stem for term in terms], np.uint64),
        weights=np.array([term.weight for term in terms], np.float32),
        anchors=np.array([term.anchor for term in terms], np.int8),
        named=_named(np.array([text[start].isupper() for start, _ in spans], np.bool_), places, hashes),
        sentences=len(counts),
    )


def _named(capital: NDArray[np.bool_], places: NDArray[np.intp], hashes: Hashes) -> NDArray[np.bool_]:
    """Return which words are names: written with a capital inside a sentence at least half of the times they occur."""
    if not len(hashes):
        return capital
    inner = np.concatenate([[False], places[1:] == places[:-1]])
    _, word = np.unique(hashes, return_inverse=True)
    times = np.bincount(word)
    capitals = np.bincount(word, weights=capital & inner)
    return np.asarray(((capitals > 0) & (2 * capitals >= times))[word], np.bool_)
