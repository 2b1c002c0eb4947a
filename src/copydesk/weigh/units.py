"""The units that are compared: a sentence, or one of the clauses of a sentence that plainly says two things.

A clause is split off only where the grammar leaves no doubt: the second half is joined to the sentence's main verb, has a subject
of its own, and no other dependence crosses the cut.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from copydesk.records import AmountMark, DateMark, Marked, NameMark, Passage, QuoteMark, SentenceMark, Token
from copydesk.spans import Span, Spanned, overlap

S = TypeVar("S", bound=Spanned)

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer", "expl")
FEWEST_WORDS = 5


class Unit(msgspec.Struct, frozen=True, gc=False):
    """A sentence or clause of one article, with the marks that lie in it.

    Attributes:
        marked: Its article.
        sentence: The sentence it is, or is part of.
        start: First code point of the article's text.
        end: Behind the last one.
        first: Index of its first token in the article's marks.
        last: Index behind its last token.
        place: How many sentences of reporting stand before it in its article.
        names: Names in it.
        amounts: Amounts in it.
        dates: Dates in it.
        quotes: Quotes that touch it.
    """

    marked: Marked
    sentence: SentenceMark
    start: int
    end: int
    first: int
    last: int
    place: int
    names: tuple[NameMark, ...]
    amounts: tuple[AmountMark, ...]
    dates: tuple[DateMark, ...]
    quotes: tuple[QuoteMark, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return self.marked.article.text[self.start : self.end]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and signs with their grammar; heads count in the article."""
        return self.marked.marks.tokens[self.first : self.last]

    @property
    def passage(self) -> Passage:
        """The whole sentence it stands in."""
        return self.marked.passage(self.sentence.start, self.sentence.end)

    @property
    def whole(self) -> bool:
        """Whether it is the whole sentence."""
        return (self.start, self.end) == (self.sentence.start, self.sentence.end)


def units_of(marked: Marked) -> Iterator[Unit]:
    """Yield the units of one article, in its order."""
    shelves = Shelves(marked)
    for place, sentence in enumerate(marked.reporting()):
        for span, first, last in clauses(marked, sentence):
            yield shelves.unit(sentence, span, (first, last), place)


class Shelves:
    """An article's marks with their starts, so that those of a span are found without a walk over all.

    Args:
        marked: The article.
    """

    def __init__(self, marked: Marked) -> None:
        self.marked = marked
        marks = marked.marks
        self.starts = {name: [m.start for m in getattr(marks, name)] for name in ("names", "amounts", "dates")}
        self.quotes = sorted(marks.quotes, key=lambda q: (q.start, q.end))
        # Quotes may be long or lie inside each other: how far any of those before reaches says where to begin looking.
        self.reach: list[int] = []
        for quote in self.quotes:
            self.reach.append(max(quote.end, self.reach[-1] if self.reach else 0))

    def unit(self, sentence: SentenceMark, span: Span, words: tuple[int, int], place: int) -> Unit:
        """Return the unit at a span."""
        marks = self.marked.marks
        return Unit(
            marked=self.marked,
            sentence=sentence,
            start=span.start,
            end=span.end,
            first=words[0],
            last=words[1],
            place=place,
            names=self.within("names", marks.names, span),
            amounts=self.within("amounts", marks.amounts, span),
            dates=self.within("dates", marks.dates, span),
            quotes=self.touching(span),
        )

    def within(self, name: str, marks: Sequence[S], span: Span) -> tuple[S, ...]:
        """Return the marks of a kind that begin in a span."""
        starts = self.starts[name]
        return tuple(marks[bisect_left(starts, span.start) : bisect_left(starts, span.end)])

    def touching(self, span: Span) -> tuple[QuoteMark, ...]:
        """Return the quotes that share a code point with a span."""
        first = bisect_left(self.reach, span.start + 1)
        found = []
        for quote in self.quotes[first:]:
            if quote.start >= span.end:
                break
            if overlap(quote, span):
                found.append(quote)
        return tuple(found)


def clauses(marked: Marked, sentence: SentenceMark) -> Iterator[tuple[Span, int, int]]:
    """Yield the spans of a sentence's independent clauses, each with its first token and the one behind its last."""
    tokens = marked.marks.tokens
    first, start = sentence.first, sentence.start
    for cut in cuts(tokens, sentence):
        end = tokens[cut - 1].end
        kept = cut if tokens[cut - 1].lemma not in (",", ";") else cut - 1
        yield Span(start, tokens[kept - 1].end if kept > first else end), first, kept
        first, start = cut + 1, tokens[cut + 1].start
    yield Span(start, sentence.end), first, sentence.last


def cuts(tokens: Sequence[Token], sentence: SentenceMark) -> list[int]:
    """Return the indices of the conjunctions at which a sentence falls into independent clauses."""
    here = range(sentence.first, sentence.last)
    root = next((i for i in here if tokens[i].head not in here), None)
    if root is None or not any(tokens[i].head == root and tokens[i].relation in SUBJECTS for i in here):
        return []
    joined = [
        i for i in here if tokens[i].head == root and tokens[i].relation == "conj" and tokens[i].tag in ("VERB", "AUX", "ADJ")
    ]
    found: list[int] = []
    for verb in joined:
        cut = conjunction(tokens, verb, root)
        before = found[-1] + 1 if found else sentence.first
        if cut is not None and clean(tokens, sentence, cut, verb) and min(cut - before, sentence.last - cut) > FEWEST_WORDS:
            found.append(cut)
    return found


def conjunction(tokens: Sequence[Token], verb: int, root: int) -> int | None:
    """Return the conjunction that joins a verb with a subject of its own to the root, or None."""
    subjects = [i for i in range(root + 1, verb) if tokens[i].head == verb and tokens[i].relation in SUBJECTS]
    joints = [i for i in range(root + 1, verb) if tokens[i].head == verb and tokens[i].relation == "cc"]
    if not subjects or not joints or joints[0] > subjects[0]:
        return None
    return joints[0] if tokens[joints[0]].lemma in ("and", "but", "while") else None


def clean(tokens: Sequence[Token], sentence: SentenceMark, cut: int, verb: int) -> bool:
    """Return whether the joined verb's own tie is the only one that crosses a cut."""
    left, right = range(sentence.first, cut), range(cut + 1, sentence.last)
    crossing = any(tokens[i].head in right and tokens[i].relation != "punct" for i in left)
    return not crossing and not any(tokens[i].head in left and i != verb and tokens[i].relation != "punct" for i in right)
