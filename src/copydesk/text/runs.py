"""Words in a row that a text shares with an article: what makes a report a reprint.

Quotation marks set words apart that are repeated on purpose. Of the other words of a run, those count that could be others:
names and titles before them cannot, and a fixed term is one word said in several. A name is known by its capital, wherever it
stands but at the text's head.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

import msgspec

from copydesk.text.roles import TITLES

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|„[^„“]*“|«[^«»]*»")
_MANY, _FOLLOWING = 8, 40  # places of one stretch from which on what follows is looked at; so many words of it
SHORTEST = 5  # Fewer words in a row are how English is written.
Term = tuple[str, ...]


class Told(msgspec.Struct, frozen=True, gc=False):
    """A word of a text: folded, where it stands, whether it counts, whether it stands outside quotation marks."""

    word: str
    start: int
    end: int
    counts: bool
    free: bool


class Run(msgspec.Struct, frozen=True, gc=False):
    """Words in a row that a text shares with an article.

    Attributes:
        start: Number of the first word in the text.
        end: Behind the number of the last one.
        article: Number of the article.
        place: Number of the first word in the article.
        counted: How many of the words count.
    """

    start: int
    end: int
    article: int
    place: int
    counted: int


class Originals(msgspec.Struct, frozen=True, dict=True):
    """The words of some articles, with where each short stretch of them stands.

    Attributes:
        words: The words of each article in order, folded.
        small: Words that stand somewhere in them without a capital.
        terms: Terms that are nobody's own wording: each counts as one word.
    """

    words: tuple[tuple[str, ...], ...]
    small: frozenset[str] = frozenset()
    terms: frozenset[Term] = frozenset()

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Originals":
        """Return the words of some texts."""
        found = [_WORD.findall(text) for text in texts]
        small = frozenset(word for words in found for word in words if word.islower())
        return cls(tuple(tuple(map(_fold, words)) for words in found), small)

    def with_terms(self, terms: Iterable[Term]) -> "Originals":
        """Return the same words with terms that count as one word each."""
        made = Originals(self.words, self.small, frozenset(terms))
        made.__dict__["places"] = self.places
        return made

    @cached_property
    def places(self) -> dict[Term, list[tuple[int, int]]]:
        """Where each stretch of `SHORTEST` words stands: number of the article, place in it.

        Of a stretch that stands in many places only those are kept behind which something else follows: a text may say one sentence
        a hundred thousand times.
        """
        found: dict[Term, list[tuple[int, int]]] = {}
        followed: dict[Term, set[Term]] = defaultdict(set)
        for number, words in enumerate(self.words):
            for at, gram in enumerate(zip(*(words[i:] for i in range(SHORTEST)), strict=False)):
                places = found.setdefault(gram, [])
                if len(places) >= _MANY:
                    following = words[at + SHORTEST : at + SHORTEST + _FOLLOWING]
                    if following in followed[gram]:
                        continue
                    followed[gram].add(following)
                places.append((number, at))
        return found

    @cached_property
    def _longest_term(self) -> int:
        return max(map(len, self.terms), default=0)

    def told(self, text: str) -> list[Told]:
        """Return the words of a text, each with whether it counts."""
        quoted = [m.span() for m in QUOTED.finditer(text)]
        found = list(_WORD.finditer(text))
        fixed = self._fixed([_fold(m[0]) for m in found]) if self.terms else ()
        told = []
        for at, m in enumerate(found):
            following = found[at + 1][0][0] if at + 1 < len(found) else ""
            name = at > 0 and m[0][0].isupper()
            title = following.isupper() and m[0].casefold() in TITLES
            counts = not (name or title or at in fixed)
            told.append(Told(_fold(m[0]), m.start(), m.end(), counts, not any(a <= m.start() < b for a, b in quoted)))
        return told

    def _fixed(self, words: Sequence[str]) -> Collection[int]:
        """Return the numbers of words that belong to a fixed term, but for its first one."""
        fixed: set[int] = set()
        for at in range(len(words)):
            for size in range(2, self._longest_term + 1):
                if tuple(words[at : at + size]) in self.terms:
                    fixed.update(range(at + 1, at + size))
        return fixed

    def runs(self, told: Sequence[Told]) -> Iterator[Run]:
        """Yield all runs of at least `SHORTEST` words that a text shares with any of the articles."""
        words = [word.word if word.free else "" for word in told]
        for at, gram in enumerate(zip(*(words[i:] for i in range(SHORTEST)), strict=False)):
            for number, place in self.places.get(gram, ()):
                article = self.words[number]
                if at and place and words[at - 1] == article[place - 1]:
                    continue  # the same run, told before
                size = SHORTEST
                while at + size < len(words) and place + size < len(article) and words[at + size] == article[place + size]:
                    size += 1
                yield Run(at, at + size, number, place, sum(word.counts for word in told[at : at + size]))


def longest(text: str, originals: Originals) -> int:
    """Return how many words in a row a text shares with an article at most, as they count."""
    return max((run.counted for run in originals.runs(originals.told(text))), default=0)


def longest_of(texts: Iterable[str], originals: Originals) -> tuple[int, ...]:
    """Return for each article how many words in a row, names and all, some texts share with it at most; 0 below `SHORTEST`."""
    found = [0] * len(originals.words)
    for text in texts:
        for run in originals.runs(originals.told(text)):
            found[run.article] = max(found[run.article], run.end - run.start)
    return tuple(found)


def repeated(texts: Iterable[str], originals: Originals) -> tuple[frozenset[int], ...]:
    """Return for each article the numbers of its words that some texts repeat, in runs in which at least `SHORTEST` words count."""
    found: tuple[set[int], ...] = tuple(set() for _ in originals.words)
    for text in texts:
        for run in originals.runs(originals.told(text)):
            if run.counted >= SHORTEST:
                found[run.article].update(range(run.place, run.place + run.end - run.start))
    return tuple(map(frozenset, found))


def placed(text: str, longer: str) -> tuple[int, int] | None:
    """Return where all words of a text stand in a row in a longer one: first and behind the last code point; None for nowhere."""
    wanted = words_of(text)
    found = list(_WORD.finditer(longer))
    words = [_fold(m[0]) for m in found]
    for at in range(len(words) - len(wanted) + 1) if wanted else ():
        if words[at] == wanted[0] and tuple(words[at : at + len(wanted)]) == wanted:
            return found[at].start(), found[at + len(wanted) - 1].end()
    return None


def words_of(text: str) -> Term:
    """Return the words of a text, folded."""
    return tuple(_fold(word) for word in _WORD.findall(text))


def _fold(word: str) -> str:
    return word.casefold().replace("’", "'")
