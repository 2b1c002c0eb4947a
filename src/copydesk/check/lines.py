"""A sentence as `check` looks at it: its words with what they can be found by, and the marks that fall into it."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import TypeVar, cast

import msgspec

from copydesk.check.forms import folded, keys_of, number_value
from copydesk.check.lexicon import FUNCTION, LIGHT
from copydesk.records import AmountMark, DateMark, Marks, NameMark, QuoteMark, Token
from copydesk.spans import S, Spanned, overlap
from copydesk.text.background import weight
from copydesk.text.tokens import tokenise
from copydesk.text.words import MONTHS, WEEKDAYS

T = TypeVar("T")

TIMES = frozenset((*WEEKDAYS, *MONTHS, "today", "yesterday", "tomorrow", "tonight"))
# Weight, in nats, of a word the background table holds for too common to tell anything: it still has to be found.
LEAST_WEIGHT = 0.5
NAME_WEIGHT = 4.0
_MEASURES = frozenset("$€£¥%°")
_SPOKEN = re.compile(r"(?:(?<!\S)[-−])?\d+(?:[.,:/]\d+)*|[^\W_]+|[$€£¥%°]")
_JOINING = frozenset({"-", "'", "&", "de", "van", "von", "al", "bin", "."})


class Word(msgspec.Struct, gc=False):
    """One word or sign of a sentence.

    Attributes:
        at: Its index in the sentence; for a word that only stands for a mention, that of the mention.
        start: First code point in the text.
        end: Behind the last.
        low: Folded form.
        keys: What it can be found by; empty for signs.
        kind: `word`, `name`, `number`, `time`, `function` or `sign`; the first four are content.
        weight: How much it tells, in nats.
        tag: Universal part of speech, `X` where the text was not parsed.
        fine: Penn tag.
        head: Index in the sentence of the word it depends on; -1 for the root, or outside.
        relation: Kind of that dependence.
        content: Whether it states something by itself.
    """

    at: int
    start: int
    end: int
    low: str
    keys: tuple[str, ...]
    kind: str
    weight: float
    tag: str = "X"
    fine: str = ""
    head: int = -1
    relation: str = ""
    content: bool = False


class Line:
    """A sentence with its words and marks.

    Attributes:
        text: The text the sentence stands in.
        start: First code point of the sentence.
        end: Behind the last.
        marks: The marks of the whole text.
        article: Index of its article; -1 for the sentence to be checked.
    """

    def __init__(self, text: str, start: int, end: int, marks: Marks, article: int = -1) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.marks = marks
        self.article = article

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
        return [folded(self.text[place.start : place.end]) for place in self.places]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words and signs, in order."""
        indices, tokens = self.tokens
        if tokens:
            return tuple(self._word(at, token, indices) for at, token in enumerate(tokens))
        bare = (Token(start=s.start, end=s.end, tag="X", fine="", lemma="", head=-1, relation="") for s in self.places)
        return tuple(self._word(at, token, range(0)) for at, token in enumerate(bare))

    def _word(self, at: int, token: Token, indices: range) -> Word:
        low, keys, kind, much, tells = _looked_up(self.text[token.start : token.end], token.tag, token.lemma, min(at, 1))
        head = token.head - indices.start if token.head in indices else -1
        return Word(at, token.start, token.end, low, keys, kind, much, token.tag, token.fine, head, token.relation, tells)

    @cached_property
    def spoken(self) -> list[str]:
        """Its folded words without its signs, in order: what two sentences have in common that are one word for word."""
        return spoken(self.text[self.start : self.end])

    def once(self, look: Callable[["Line"], T]) -> T:
        """Return what a function finds in this sentence; asked again, it is not looked for again."""
        if look not in self._found:
            self._found[look] = look(self)
        return cast("T", self._found[look])

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

    def words_in(self, span: Spanned) -> tuple[int, ...]:
        """Return the indices of the words that begin in a span of the text."""
        return tuple(word.at for word in self.words if span.start <= word.start < span.end)


@lru_cache(maxsize=50_000)
def _looked_up(written: str, tag: str, lemma: str, place: int) -> tuple[str, tuple[str, ...], str, float, bool]:
    """Return folded form, keys, kind and weight of a word, and whether it states something; the same words come again and again."""
    low = folded(written)
    kind = _kind(written, low, tag, first=place == 0)
    keys = () if kind == "sign" else keys_of(low, folded(lemma) if tag not in ("PROPN", "X") else low)
    return low, keys, kind, _weight(low, kind), kind not in ("function", "sign")


def spoken(text: str) -> list[str]:
    """Return the folded words and numbers of a text in order, without the signs between them."""
    return _SPOKEN.findall(folded(text))


def is_sign(written: str) -> bool:
    """Return whether a word is none: a comma, a quotation mark, a dash."""
    return not (written.isalnum() or written in _MEASURES or any(c.isalnum() for c in written))


def _kind(written: str, low: str, tag: str, *, first: bool) -> str:
    if is_sign(written):
        return "sign"
    if low in _MEASURES:
        return "word"
    if number_value(low) is not None:
        return "number"
    if low in TIMES and (low != "may" or (written[0].isupper() and not first)) and (low != "march" or written[0].isupper()):
        return "time"
    if low in FUNCTION or low in LIGHT:
        return "function" if not (written.isupper() and len(written) > 1) or low == "i" else "name"
    if written[0].isupper() and (not first or tag == "PROPN" or not written[1:].islower()):
        return "name"
    return "word"


def _weight(low: str, kind: str) -> float:
    if kind in ("function", "sign"):
        return 0.0
    if kind == "word":
        return max(LEAST_WEIGHT, weight(low))
    return NAME_WEIGHT
