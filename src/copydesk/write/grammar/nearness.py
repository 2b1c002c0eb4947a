"""How near a sentence comes to an article: the most words in a row that both have, names, titles and quotations apart."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

import msgspec

from copydesk.spans import Span
from copydesk.text.roles import TITLES
from copydesk.write.grammar.phrase import Phrase

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_APART = re.compile(r"[’']")
SHORTEST = 6
_MANY, _FOLLOWING = 8, 40  # places of one stretch from which on what follows is looked at; so many words of it


class Originals(msgspec.Struct, frozen=True, dict=True):
    """The words of some articles, with where each short stretch of them stands.

    Attributes:
        words: The words of each article in order, folded.
    """

    words: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Originals":
        """Return the words of some texts."""
        return cls(tuple(tuple(_fold(match[0]) for match in _WORD.finditer(text)) for text in texts))

    @cached_property
    def places(self) -> dict[tuple[str, ...], list[tuple[int, int]]]:
        """Where each stretch of `SHORTEST` words stands: number of the article, place in it.

        Of a stretch that stands in many places only those are kept behind which something else follows: a text may say one sentence
        a hundred thousand times.
        """
        found: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
        followed: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
        for number, words in enumerate(self.words):
            for at in range(len(words) - SHORTEST + 1):
                stretch = words[at : at + SHORTEST]
                places = found[stretch]
                if len(places) >= _MANY:
                    following = words[at + SHORTEST : at + SHORTEST + _FOLLOWING]
                    if following in followed[stretch]:
                        continue
                    followed[stretch].add(following)
                places.append((number, at))
        return dict(found)


class Near(msgspec.Struct, frozen=True):
    """The longest stretch that a sentence shares with an article.

    Attributes:
        words: How many of its words count.
        start: Place in the phrase of its first word.
        end: Behind the place of its last word.
    """

    words: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The stretch as a range of places."""
        return Span(self.start, self.end)


def nearest(phrase: Phrase, originals: Originals) -> Near:
    """Return the longest stretch of words outside quotation marks that a phrase shares with any of some articles.

    Names, and titles before them, do not count: they cannot be said in other words. Stretches of fewer than `SHORTEST` words, names
    included, are how English is written, and not looked at.
    """
    told = _told(phrase)
    best = Near(0, 0, 0)
    for at in range(len(told) - SHORTEST + 1):
        head = told[at : at + SHORTEST]
        if not all(word.free for word in head):
            continue
        for number, place in originals.places.get(tuple(word.word for word in head), ()):
            best = max(
                best, _stretch(told, at, originals.words[number], place), key=lambda near: (near.words, near.end - near.start)
            )
    return best


def most_in_a_row(text: str, originals: Originals) -> int:
    """Return how many words in a row a text shares with any of some articles, quotations and names included; quick to find out."""
    words = [_fold(match[0]) for match in _WORD.finditer(text)]
    told = [_Told(word, at, at, counts=True, free=True) for at, word in enumerate(words)]
    heads = (
        (at, number, place)
        for at in range(len(words) - SHORTEST + 1)
        for number, place in originals.places.get(tuple(words[at : at + SHORTEST]), ())
    )
    return max((_stretch(told, at, originals.words[number], place).words for at, number, place in heads), default=0)


class _Told(msgspec.Struct, frozen=True):
    """A word of a phrase: as articles' words are folded, its place, whether it counts, whether it may stand in a shared stretch."""

    word: str
    first: int
    last: int
    counts: bool
    free: bool


def _told(phrase: Phrase) -> list[_Told]:
    """Return a phrase's words cut as articles' are, each with the places it covers."""
    starts, text = [], ""
    for i, word in enumerate(phrase.words):
        text += " " if word.space and i else ""
        starts.append(len(text))
        text += word.form
    quoted, told, at = phrase.quoted(), [], 0
    for match in _WORD.finditer(text):
        while at + 1 < len(starts) and starts[at + 1] <= match.start():
            at += 1
        last = at
        while last + 1 < len(starts) and starts[last + 1] < match.end():
            last += 1
        word = phrase.words[at]
        title = word.low in TITLES and at + 1 < len(phrase.words) and phrase.words[at + 1].tag == "PROPN"
        told.append(_Told(_fold(match[0]), at, last, word.tag != "PROPN" and not title, not quoted[at]))
    return told


def _stretch(told: Sequence[_Told], at: int, words: Sequence[str], place: int) -> Near:
    """Return the stretch that begins at a word of a phrase and at a word of an article."""
    end = SHORTEST
    while at + end < len(told) and place + end < len(words) and told[at + end].free and told[at + end].word == words[place + end]:
        end += 1
    run = told[at : at + end]
    return Near(sum(word.counts for word in run), run[0].first, run[-1].last + 1)


def _fold(word: str) -> str:
    return _APART.sub("'", word).casefold()
