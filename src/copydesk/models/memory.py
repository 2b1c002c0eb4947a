"""What the light parser remembers of words: most words of a text have been seen before.

A word's casing, its rows in the network's table and its dictionary forms hang on the word alone (and on few numbers beside it), so
they are made once. All is forgotten when there is no room left.
"""

from collections.abc import Callable, Sequence
from itertools import count

import numpy as np
from numpy.typing import NDArray

from copydesk.models.features import SENTENCE_SIGNS, casing

Array = NDArray[np.float32]
Indices = NDArray[np.intp]

# How many different words, and words in a context, are kept (2 kB each).
REMEMBERED = 30_000
_UNKNOWN = -1


class Memory:
    """Numbers words and keeps what is computed of them; one per parser.

    Args:
        compute: Gives one row per word, from words and their contexts (see `features.context`).
        width: Numbers in such a row.
        most: Words that will come at once, at most `REMEMBERED`.
        lemma: Gives the dictionary form of a word with the tag of this number.
    """

    def __init__(
        self, compute: Callable[[Sequence[str], Indices], Array], width: int, most: int, lemma: Callable[[str, int], str]
    ) -> None:
        self._compute = compute
        self._numbers: dict[str, int] = {}
        self._words: list[str] = []
        self._casings = np.zeros(REMEMBERED, dtype=np.intp)
        self._places = np.full((REMEMBERED, SENTENCE_SIGNS), _UNKNOWN, dtype=np.intp)
        self._kept: Array = np.empty((REMEMBERED, width), dtype=np.float32)  # takes no memory before it is filled
        self._room: Array = np.empty((most, width), dtype=np.float32)
        self._full = 0
        self._lemmas = _Lemmas(lemma, self._words)

    def numbers(self, words: Sequence[str]) -> Indices:
        """Return the number of each word, which holds until the next call."""
        distinct = set(words)
        if not self._numbers.keys() >= distinct:
            self._meet(distinct)
        return np.fromiter(map(self._numbers.__getitem__, words), dtype=np.intp, count=len(words))

    def casings(self, numbers: Indices) -> Indices:
        """Return the casing of each word, see `features.casing`."""
        return self._casings[numbers]

    def rows(self, numbers: Indices, contexts: Indices) -> Array:
        """Return what is computed of each word in its context; it stands until the next call."""
        places = self._places[numbers, contexts]
        if places.min(initial=0) == _UNKNOWN:
            self._learn(numbers, contexts, places)
            places = self._places[numbers, contexts]
        return np.take(self._kept, places, axis=0, out=self._room[: len(places)], mode="clip")

    def lemmas(self, numbers: Indices, tags: Indices) -> list[str]:
        """Return the dictionary form of each word with the tag of this number."""
        return list(map(self._lemmas.__getitem__, (tags * REMEMBERED + numbers).tolist()))

    def _meet(self, words: set[str]) -> None:
        """Give numbers to new words; where there is no room left for them, all others go."""
        new = words.difference(self._numbers)
        if len(self._numbers) + len(new) > REMEMBERED:
            self._forget()
            self._numbers.clear()
            self._words.clear()
            self._lemmas.clear()
            new = words
        start = len(self._words)
        self._words.extend(sorted(new))
        self._casings[start : len(self._words)] = list(map(casing, self._words[start:]))
        self._numbers.update(zip(self._words[start:], count(start), strict=False))

    def _forget(self) -> None:
        self._places.fill(_UNKNOWN)
        self._full = 0

    def _learn(self, numbers: Indices, contexts: Indices, places: Indices) -> None:
        """Compute what is kept of words in their contexts; where there is no room left for them, all others go."""
        keys = numbers * SENTENCE_SIGNS + contexts
        new = set(keys[places == _UNKNOWN].tolist())
        if self._full + len(new) > REMEMBERED:
            self._forget()
            new = set(keys.tolist())
        number, context = np.divmod(np.array(sorted(new)), SENTENCE_SIGNS)
        end = self._full + len(new)
        self._kept[self._full : end] = self._compute(list(map(self._words.__getitem__, number.tolist())), context)
        self._places[number, context] = np.arange(self._full, end)
        self._full = end


class _Lemmas(dict[int, str]):
    """Dictionary forms by tag and word, made when they are asked for."""

    def __init__(self, lemma: Callable[[str, int], str], words: Sequence[str]) -> None:
        self._lemma, self._words = lemma, words

    def __missing__(self, key: int) -> str:
        tag, number = divmod(key, REMEMBERED)
        form = self[key] = self._lemma(self._words[number], tag)
        return form
