"""A sentence as `check` looks at it: its words with what they can be found by, and the marks that fall into it."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TypeVar, cast

from copydesk.check.forms import folded
from copydesk.check.phrases import Phrase, phrases_in
from copydesk.check.wider import wider
from copydesk.check.words import Word, looked_up, spoken
from copydesk.records import AmountMark, DateMark, Marks, NameMark, QuoteMark, Token
from copydesk.spans import S, Spanned, overlap
from copydesk.text.tokens import tokenise

T = TypeVar("T")

_JOINING = frozenset({"-", "'", "&", "de", "van", "von", "al", "bin", "."})


class Line:
    """A sentence with its words and marks.

    Attributes:
        text: The text the sentence stands in.
        start: First code point of the sentence.
        end: Behind the last.
        marks: The marks of the whole text.
        article: Index of its article; -1 for the sentence to be checked.
        phrases: The phrases in it that say what one word says, once its words were asked for.
    """

    def __init__(self, text: str, start: int, end: int, marks: Marks, article: int = -1) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.marks = marks
        self.article = article
        self.phrases: tuple[Phrase, ...] = ()

    @cached_property
    def tokens(self) -> tuple[range, Sequence[Token]]:
        """Indices of its tokens in the text's; empty where the text was not marked."""
        found = self.marks.tokens
        first = bisect_left(found, self.start, key=lambda t: t.start)
        last = bisect_left(found, self.end, key=lambda t: t.start)
        return range(first, last), found[first:last]

    @cached_property
    def places(self) -> Sequence[Spanned]:
        """Where its words and signs stand, in order."""
        return self.tokens[1] or tokenise(self.text, self.start, self.end)

    @cached_property
    def lows(self) -> list[str]:
        """Its words and signs, folded."""
        places = self.places
        first = places[0].start if places else 0
        text = self.text[first : places[-1].end] if places else ""
        if text.isascii():  # only then each sign keeps its place
            low = text.lower()
            return [low[place.start - first : place.end - first] for place in places]
        return [folded(self.text[place.start : place.end]) for place in places]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words and signs, in order; the first word of a phrase can be found by what the phrase says, too."""
        indices, tokens = self.tokens
        if not tokens:
            tokens = [Token(start=s.start, end=s.end, tag="X", fine="", lemma="", head=-1, relation="") for s in self.places]
            indices = range(0)
        words = tuple(self._word(at, token, indices) for at, token in enumerate(tokens))
        for word, following in pairwise(words):
            if word.low == "once" and following.kind not in ("sign", "function"):  # "once mayor of Osper" counts nothing
                word.kind, word.content, word.weight = "function", False, 0.0
        self.phrases = tuple(phrases_in(words))
        for phrase in self.phrases:
            phrase.mark(words)
        return words

    def _word(self, at: int, token: Token, indices: range) -> Word:
        low, keys, kind, much, tells = looked_up(self.text[token.start : token.end], token.tag, token.lemma, min(at, 1))
        head = token.head - indices.start if token.head in indices else -1
        return Word(at, token.start, token.end, low, keys, kind, much, token.tag, token.fine, head, token.relation, tells)

    @cached_property
    def spoken(self) -> list[str]:
        """Its folded words without its signs, in order: what two sentences have in common that are one word for word."""
        return spoken(self.text[self.start : self.end])

    def once(self, look: Callable[..., T], *given: Hashable) -> T:
        """Return what a function finds in this sentence, given what else it asks for; asked again, it is not looked for again."""
        asked = (look, *given)
        if asked not in self._found:
            self._found[asked] = look(self, *given)
        return cast("T", self._found[asked])

    @cached_property
    def _found(self) -> dict[object, object]:
        return {}

    @cached_property
    def by_key(self) -> dict[str, list[int]]:
        """Where in the sentence each key stands; the words of the entities it means included."""
        places: dict[str, list[int]] = {}
        for word in self.words:
            for key in word.keys:
                places.setdefault(key, []).append(word.at)
        return places

    @cached_property
    def by_wider(self) -> dict[str, list[int]]:
        """Where in the sentence stands a word than which another is wider, by the stem of that other."""
        places: dict[str, list[int]] = {}
        for word in self.content:
            for one in {one for key in word.keys for one in wider().get(key, ())}:
                places.setdefault(one, []).append(word.at)
        return places

    @cached_property
    def content(self) -> tuple[Word, ...]:
        """Words that state something."""
        return tuple(word for word in self.words if word.content)

    @cached_property
    def units(self) -> dict[int, int]:
        """For each word that states something, the number of its unit: the words of a name go together, so do those of a number."""
        found: dict[int, int] = {}
        last: Word | None = None
        count = 0
        for word in self.content:
            joined = (
                last is not None and word.kind == last.kind and word.kind in ("name", "number") and self._close(last.at, word.at)
            )
            count += not joined
            found[word.at] = count
            last = word
        return found

    def _close(self, left: int, right: int) -> bool:
        """Return whether two words follow each other, with at most a small word or a hyphen between them."""
        return right - left == 1 or (right - left == 2 and self.words[left + 1].low in _JOINING)

    @cached_property
    def amounts(self) -> tuple[AmountMark, ...]:
        """Numbers of something in it."""
        return tuple(self._inside(self.marks.amounts))

    @cached_property
    def dates(self) -> tuple[DateMark, ...]:
        """Times in it."""
        return tuple(self._inside(self.marks.dates))

    @cached_property
    def names(self) -> tuple[NameMark, ...]:
        """Mentions in it."""
        return tuple(self._inside(self.marks.names))

    @cached_property
    def quotes(self) -> tuple[QuoteMark, ...]:
        """Quotes that reach into it."""
        return tuple(q for q in self.marks.quotes if overlap(self, q))

    def _inside(self, marks: Sequence[S]) -> list[S]:
        first = bisect_left(marks, self.start, key=lambda m: m.start)
        found = []
        for mark in marks[first:]:
            if mark.start >= self.end:
                break
            found.append(mark)
        return found

    def between(self, first: int, last: int) -> str:
        """Return the text from one word to another, by their indices, both included."""
        return self.text[self.words[first].start : self.words[last].end]

    def words_in(self, span: Spanned) -> tuple[int, ...]:
        """Return the indices of the words that begin in a span of the text."""
        return tuple(word.at for word in self.words if span.start <= word.start < span.end)
