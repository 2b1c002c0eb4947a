"""The units that are compared: a sentence, or one of the clauses of a sentence that plainly says two things.

A clause is split off only where there is no doubt: "and" or "but" stands behind a whole clause and before a subject with its finite
verb, and nothing in the first half (a verb of saying, an open side clause, quotation marks) reaches over it. The rule looks at the
parts of speech, which a light parser gets right more often than the tie between two clauses.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import TypeVar

import msgspec

from copydesk.records import AmountMark, DateMark, Marked, NameMark, Passage, QuoteMark, SentenceMark, Token
from copydesk.spans import Span, Spanned, overlap
from copydesk.text.words import SPEECH_LEMMAS, THOUGHT_LEMMAS

S = TypeVar("S", bound=Spanned)

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer", "expl"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVE = frozenset({"WDT", "WP", "WRB", "WP$"})
JOINTS = ("and", "but")
FEWEST_WORDS = 5
_LONGEST_SUBJECT = 12  # words
_IN_SUBJECT = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADV", "CCONJ", "PART")
_WHEN = ("after", "before", "since", "until")  # what these open may be a clause that a parser took for a noun
_TELLING = SPEECH_LEMMAS | THOUGHT_LEMMAS


class Unit(msgspec.Struct, frozen=True, gc=False, eq=False):
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
        if not marks:
            return ()
        starts = self.starts[name]
        return tuple(marks[bisect_left(starts, span.start) : bisect_left(starts, span.end)])

    def touching(self, span: Span) -> tuple[QuoteMark, ...]:
        """Return the quotes that share a code point with a span."""
        first = bisect_left(self.reach, span.start + 1)
        found = []
        for quote in islice(self.quotes, first, None):
            if quote.start >= span.end:
                break
            if overlap(quote, span):
                found.append(quote)
        return tuple(found)


def clauses(marked: Marked, sentence: SentenceMark) -> Iterator[tuple[Span, int, int]]:
    """Yield the spans of a sentence's independent clauses, each with its first token and the one behind its last."""
    tokens = marked.marks.tokens
    first, start = sentence.first, sentence.start
    for cut in cuts(marked, sentence):
        kept = cut - 1 if tokens[cut - 1].tag == "PUNCT" else cut
        yield Span(start, tokens[kept - 1].end), first, kept
        first, start = cut + 1, tokens[cut + 1].start
    yield Span(start, sentence.end), first, sentence.last


def cuts(marked: Marked, sentence: SentenceMark) -> list[int]:
    """Return the indices of the conjunctions at which a sentence falls into independent clauses."""
    tokens = marked.marks.tokens
    found: list[int] = []
    text = marked.article.text[sentence.start : sentence.end]
    if not any(joint in text for joint in JOINTS):
        return found
    first, last = sentence.first + FEWEST_WORDS, sentence.last - FEWEST_WORDS
    for i in [i for i, token in enumerate(tokens[first:last], first) if token.tag == "CCONJ" and token.lemma in JOINTS]:
        before = found[-1] + 1 if found else sentence.first
        verb = begins_clause(tokens, i + 1, sentence.last) if i - before >= FEWEST_WORDS else None
        if verb is not None and complete(tokens, before, i, telling=tokens[verb].lemma in SPEECH_LEMMAS):
            found.append(i)
    quoted = [q for q in marked.marks.quotes if q.start < sentence.end and sentence.start < q.end] if found else []
    return [i for i in found if not any(_reaches(tokens, q, i) for q in quoted)]


def _reaches(tokens: Sequence[Token], quote: QuoteMark, joint: int) -> bool:
    """Return whether a quote reaches over a conjunction, or it joins the names of who is quoted: "“…,” Trade and Labour said"."""
    if quote.end > tokens[joint].start:
        return quote.start < tokens[joint].start
    behind = takewhile(lambda token: token.start >= quote.end, (tokens[i] for i in range(joint - 1, -1, -1)))
    return not any(token.fine in FINITE for token in behind)


def complete(tokens: Sequence[Token], first: int, joint: int, *, telling: bool) -> bool:
    """Return whether the words before a conjunction are a clause that nothing behind it can belong to.

    A verb of saying may govern both halves, so may a word that opens a side clause, unless the main clause has gone on behind it or
    a comma stands before "and officials said".
    """
    words = tokens[first:joint]
    if any(t.tag == "VERB" and t.lemma in _TELLING for t in words) or paired(words):
        return False
    when = max((n for n, t in enumerate(words) if t.tag == "ADP" and t.lemma in _WHEN), default=-1)
    if when >= 0 and words[-1].lemma != "," and not any(t.fine in FINITE for t in words[when:]):
        return False  # "left after his office and home were raided"
    opens = [n for n, t in enumerate(words) if t.tag == "SCONJ" or t.fine in RELATIVE]
    if telling and opens and opens[0] > 0 and words[-1].lemma == ",":
        return any(t.fine in FINITE for t in words[: opens[0]])
    rest = words[opens[-1] :] if opens else words
    closing = next((n for n, t in enumerate(rest) if t.lemma == ","), len(rest)) if opens else 0
    return any(t.fine in FINITE for t in rest[closing:])


def paired(words: Sequence[Token]) -> bool:
    """Return whether "between" or "both" still waits for its "and"."""
    last = max((n for n, t in enumerate(words) if t.lemma in ("between", "both", "either")), default=-1)
    return last >= 0 and not any(t.tag == "CCONJ" for t in words[last:])


def begins_clause(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Return the index of the finite verb of the subject with which words begin; None where they do not begin with one."""
    subject = False
    for i in range(first, min(first + _LONGEST_SUBJECT, last)):
        token = tokens[i]
        if token.fine in FINITE:
            own = any(tokens[j].head == i and tokens[j].relation in SUBJECTS for j in range(first, i))
            return i if subject and tokens[i - 1].tag != "CCONJ" and (token.tag == "AUX" or own) else None
        if (token.tag not in _IN_SUBJECT and token.lemma != "of") or token.fine in RELATIVE:
            return None
        subject = subject or token.tag in ("NOUN", "PROPN", "PRON")
    return None
