"""Articles that are compared with each other: their words as arrays, cut once for every stage that looks at them."""

from collections.abc import Iterable
from functools import cached_property
from typing import Self

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.records import Marked
from copydesk.text.lexicon import Lexicon, Lexicons
from copydesk.text.shingles import WORD, Hashes
from copydesk.text.similarity import Weights, inside


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
        names: Whether it is a name: part of one that is marked, or mostly written with a capital, also inside a sentence.
        sentences: How many sentences there are.
        title: Stems of the words of the text's title.
        title_weights: How much each of them tells.
    """

    starts: NDArray[np.intp]
    ends: NDArray[np.intp]
    places: NDArray[np.intp]
    hashes: Hashes
    stems: Hashes
    weights: Weights
    anchors: NDArray[np.uint8]
    names: NDArray[np.bool_]
    sentences: int
    title: Hashes
    title_weights: Weights

    def first(self, sentences: int) -> "Cut":
        """Return the words of the first sentences only."""
        if self.sentences <= sentences:
            return self
        count = int(np.searchsorted(self.places, sentences))
        columns = ("starts", "ends", "places", "hashes", "stems", "weights", "anchors", "names")
        return msgspec.structs.replace(self, sentences=sentences, **{name: getattr(self, name)[:count] for name in columns})


class Pile(tuple[Marked, ...]):
    """Marked articles with different ids, sorted by them; a pile of a pile is that pile."""

    def __new__(cls, marked: Iterable[Marked]) -> Self:
        """Sort articles."""
        return marked if isinstance(marked, cls) else super().__new__(cls, sorted(marked, key=lambda one: one.article.id))

    @cached_property
    def words(self) -> tuple[Cut, ...]:
        """The words of each article's reporting sentences."""
        lexicons = Lexicons()
        return tuple(cut(one, lexicons[one.article.language]) for one in self)


def cut(marked: Marked, lexicon: Lexicon) -> Cut:
    """Return the words of an article's reporting sentences.

    Args:
        marked: The article.
        lexicon: Shared by the articles of one language.
    """
    text = marked.article.text
    ends: list[int] = []
    words: list[str] = []
    counts: list[int] = []
    for sentence in marked.reporting():
        found = list(WORD.finditer(text, sentence.start, sentence.end))
        words += [match[0] for match in found]
        ends += [match.end() for match in found]
        counts.append(len(found))
    rows, title = lexicon.rows(words), lexicon.rows(WORD.findall(marked.article.title or ""))
    places = np.repeat(np.arange(len(counts)), counts)
    behind = np.array(ends, np.intp)
    starts = behind - np.fromiter(map(len, words), np.intp, len(words))
    hashes = rows["hash"].copy()
    marked_names = [(name.start, name.end) for name in marked.marks.names if name.mention in ("full", "short")]
    return Cut(
        starts=starts,
        ends=behind,
        places=places,
        hashes=hashes,
        stems=rows["stem"].copy(),
        weights=rows["weight"].copy(),
        anchors=rows["anchor"].copy(),
        names=_named(rows["capital"] > 0, places, hashes) | inside(starts, marked_names),
        sentences=len(counts),
        title=title["stem"].copy(),
        title_weights=title["weight"].copy(),
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
