"""An article's words made ready for an audit, once for all the links that it has."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from copydesk.records import Marked, Passage
from copydesk.text.background import stem, weight
from copydesk.text.shingles import Word, words

Gram = tuple[str, str, str]

_COMMON = 2.0  # nats: words that tell less are everywhere


class Said(NamedTuple):
    """Some words of an article.

    Attributes:
        article: The article.
        words: The words.
    """

    article: Marked
    words: Sequence[Word]

    @property
    def folded(self) -> list[str]:
        """Their comparable forms."""
        return [word.folded for word in self.words]

    @property
    def grams(self) -> list[Gram]:
        """Every three of them in a row."""
        folded = self.folded
        return list(zip(folded, folded[1:], folded[2:], strict=False))

    def passage(self, first: int, end: int) -> Passage:
        """Return the passage of some of the words."""
        return self.article.passage(self.words[first].start, self.words[end - 1].end)


class Examined:
    """An article; everything is found when it is first asked for.

    Args:
        article: The article.
    """

    def __init__(self, article: Marked) -> None:
        self.article = article

    def said(self, start: int, end: int) -> Said:
        """Return the words of a span."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return Said(self.article, self._words[first:last])

    def telling(self, start: int, end: int) -> frozenset[str]:
        """Return the stems of the words of a span that tell something."""
        return frozenset(stem(word.folded) for word in self.said(start, end).words if weight(word.folded) > _COMMON)

    @cached_property
    def grams(self) -> frozenset[Gram]:
        """Every three words in a row."""
        return frozenset(Said(self.article, self._words).grams)

    @cached_property
    def own(self) -> Said:
        """The words that stand in no quotation marks."""
        quotes = [(quote.start, quote.end) for quote in self.article.marks.quotes if quote.direct]
        quoted: set[int] = set()
        for start, end in quotes:
            quoted.update(range(bisect_left(self._starts, start), bisect_left(self._starts, end)))
        return Said(self.article, [word for at, word in enumerate(self._words) if at not in quoted])

    @cached_property
    def own_places(self) -> Mapping[Gram, int]:
        """Where each three own words in a row stand first."""
        places: dict[Gram, int] = {}
        for at, gram in enumerate(self.own.grams):
            places.setdefault(gram, at)
        return places

    @cached_property
    def _words(self) -> list[Word]:
        return words(self.article.article.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self._words]
