"""The brief's articles, so that a writer finds its way from a passage to its words, its origins and who is named in it."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import TypeVar

from copydesk.records import Brief, Interval, Marked, NameMark, Origin, Passage, QuoteMark, SentenceMark
from copydesk.spans import Spanned
from copydesk.text.background import stem
from copydesk.write.grammar.lexicon import OTHER_PERSONS, figures
from copydesk.write.grammar.phrase import Phrase
from copydesk.write.offline.figures import Figures
from copydesk.write.offline.line import CONTENT, term

_WORD = re.compile(r"\w+(?:[.,]\w+)*")
_SMALL = re.compile(r"\b[a-z][a-z’'-]*\b")
_CAPITAL = re.compile(r"(?<=[a-z]) ([A-Z][\w’'-]*)")
S = TypeVar("S", bound=Spanned)
# Signs of all articles together, and of each at least, that are searched for how a word is written.
_SAMPLE, _LEAST_SAMPLE = 40_000, 200
_OPENING = 2  # sentences that say what an article is about
_DAY = 10  # letters of an ISO 8601 day
# Of a passage so much must come from an origin to rest on it: the spans of two stages may differ by a sign or a word.
_SHARE = 0.2


class Pile:
    """Look-ups in one story's articles.

    Args:
        brief: Everything the writer may use.
    """

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.articles = {m.article.id: m for m in brief.material.articles}
        self.lineage = brief.material.lineage
        self.by_origin = {o.id: o for o in self.lineage.origins}
        self._origins = self.lineage.places()
        self._found: dict[Passage, tuple[str, ...]] = {}
        self._touching: dict[Passage, frozenset[str]] = {}
        self._phrases: dict[Passage, Phrase] = {}
        self._said: dict[Passage, frozenset[str]] = {}
        self._articles_say: dict[str, frozenset[str]] = {}
        self._sentences: dict[str, tuple[Passage, ...]] = {}
        self._token_starts: dict[str, list[int]] = {}
        self._token_terms: dict[str, list[str]] = {}
        self._starts = {i: [s.start for s in m.marks.sentences] for i, m in self.articles.items()}
        self._reporting = {i: [s.start for s in m.reporting()] for i, m in self.articles.items()}
        each = max(_LEAST_SAMPLE, _SAMPLE // max(1, len(self.articles)))
        self.text = "\n".join(m.article.text[:each] for m in self.articles.values())
        # Words that stand with a small letter somewhere are no names; those with a capital behind such a word are.
        self.common_words = Counter(_SMALL.findall(self.text))
        self.capital_words = Counter(_CAPITAL.findall(self.text))
        self.today = self._today()
        self.figures = Figures(self.articles)

    def _today(self) -> date | None:
        """Return the day of the latest article: the day on which the report speaks."""
        days = [m.article.published.when or "" for m in self.brief.material.articles]
        return max((parsed for d in days if (parsed := as_day(d))), default=None)

    def marked(self, passage: Passage) -> Marked:
        """Return the article of a passage."""
        return self.articles[passage.article_id]

    def origins(self, passage: Passage) -> tuple[str, ...]:
        """Return the ids of the origins of a passage, sorted; its article's main origin where its span comes from none."""
        if passage not in self._found:
            least = _SHARE * (passage.end - passage.start)
            spans = self._origins[passage.article_id].touching(passage) if passage.article_id in self._origins else ()
            found = {o for start, end, o in spans if min(end, passage.end) - max(start, passage.start) > least}
            main = self.lineage.main_origins.get(passage.article_id)
            self._found[passage] = tuple(sorted(found)) or ((main,) if main else ())
        return self._found[passage]

    def touching(self, passage: Passage) -> frozenset[str]:
        """Return the ids of all origins that a passage touches at all: all that a reader is shown when it is cited."""
        if passage not in self._touching:
            places = self._origins.get(passage.article_id)
            self._touching[passage] = frozenset([origin for _, _, origin in places.touching(passage)] if places else ())
        return self._touching[passage]

    def origins_of(self, passages: Iterable[Passage]) -> tuple[str, ...]:
        """Return the ids of the origins of several passages, sorted."""
        return tuple(sorted({o for p in passages for o in self.origins(p)}))

    def independent(self, passages: Iterable[Passage]) -> Interval:
        """Return how many independent origins carry the passages."""
        return self.lineage.independent(self.origins_of(passages))

    def origin(self, origin_id: str) -> Origin:
        """Return an origin by its id."""
        return self.by_origin[origin_id]

    def sentence(self, passage: Passage) -> int:
        """Return the place, among its article's sentences, of the one in which a passage begins; -1 for none."""
        return bisect_right(self._starts.get(passage.article_id, []), passage.start) - 1

    def place(self, passage: Passage) -> float:
        """Return where among its article's reporting a passage stands, in [0, 1): 0 for the first sentence."""
        starts = self._reporting.get(passage.article_id, [])
        return max(0, bisect_right(starts, passage.start) - 1) / max(1, len(starts))

    def mark(self, passage: Passage) -> SentenceMark | None:
        """Return the sentence in which a passage begins."""
        place = self.sentence(passage)
        return self.marked(passage).marks.sentences[place] if place >= 0 else None

    def whole(self, passage: Passage) -> Passage:
        """Return the sentence in which a passage stands."""
        mark = self.mark(passage)
        return self.marked(passage).passage(mark.start, mark.end) if mark else passage

    def around(self, start: int, article_id: str) -> Passage:
        """Return the sentence of an article in which a place lies."""
        marked = self.articles[article_id]
        one = marked.marks.sentences[max(0, bisect_right(self._starts[article_id], start) - 1)]
        return marked.passage(one.start, one.end)

    def phrase(self, passage: Passage) -> Phrase:
        """Return the words of a passage."""
        if passage not in self._phrases:
            marked = self.marked(passage)
            self._phrases[passage] = Phrase.of(marked.article.text, marked.marks.tokens, *self._places(passage))
        return self._phrases[passage]

    def said(self, passage: Passage) -> frozenset[str]:
        """Return the terms and the words of a passage: a word that was tagged otherwise must not part two passages."""
        if passage not in self._said:
            self._said[passage] = self._told(passage)
        return self._said[passage]

    def _told(self, passage: Passage) -> frozenset[str]:
        first, last = self._places(passage)
        words = figures(_WORD.findall(passage.text.lower()))
        return frozenset(self._terms(passage.article_id)[first:last]).union(words) - OTHER_PERSONS

    def terms(self, passage: Passage) -> frozenset[str]:
        """Return the terms of a passage."""
        first, last = self._places(passage)
        return frozenset(self._terms(passage.article_id)[first:last]) - {""}

    def _terms(self, article_id: str) -> Sequence[str]:
        """Return the term of each token of an article; its sentences share them with the whole."""
        if article_id not in self._token_terms:
            marked = self.articles[article_id]
            text, tokens = marked.article.text, marked.marks.tokens
            self._token_terms[article_id] = [
                term(text[t.start : t.end], t.tag, t.lemma) if t.tag in CONTENT else "" for t in tokens
            ]
        return self._token_terms[article_id]

    def said_in(self, passages: Iterable[Passage]) -> frozenset[str]:
        """Return the terms and the words of several passages."""
        return frozenset[str]().union(*(self.said(p) for p in passages))

    def said_around(self, passages: Iterable[Passage]) -> frozenset[str]:
        """Return the terms and the words of the articles of several passages."""
        return frozenset[str]().union(*(self._said_by(i) for i in sorted({p.article_id for p in passages})))

    def _said_by(self, article_id: str) -> frozenset[str]:
        if article_id not in self._articles_say:
            sentences = self.sentences(article_id)
            whole = self.articles[article_id].passage(sentences[0].start, sentences[-1].end) if sentences else None
            self._articles_say[article_id] = self._told(whole) if whole else frozenset()
        return self._articles_say[article_id]

    def common(self) -> frozenset[str]:
        """Return the terms and words that the articles of two main origins share."""
        by_origin: dict[str, frozenset[str]] = {}
        for article_id, origin in sorted(self.lineage.main_origins.items()):
            if article_id in self.articles:
                by_origin[origin] = by_origin.get(origin, frozenset()) | self._said_by(article_id)
        counts = Counter(chain.from_iterable(by_origin.values()))
        return frozenset(word for word, count in counts.items() if count > 1)

    def heads(self) -> dict[str, float]:
        """Return how much of the story each term is: the share, in (0, 1], of the main origins that open or are titled with it."""
        by_origin: dict[str, set[str]] = {}
        for article_id, origin in sorted(self.lineage.main_origins.items()):
            if article_id in self.articles:
                title = self.articles[article_id].article.title or ""
                opening = self.said_in(self.sentences(article_id)[:_OPENING])
                words = {stem(word) for word in _WORD.findall(title.lower())}
                by_origin.setdefault(origin, set()).update(opening, words)
        counts = Counter(chain.from_iterable(by_origin.values()))
        return {term: count / len(by_origin) for term, count in counts.items()}

    def sentences(self, article_id: str) -> tuple[Passage, ...]:
        """Return the sentences of an article that report."""
        if article_id not in self._sentences:
            marked = self.articles[article_id]
            self._sentences[article_id] = tuple(marked.passage(s.start, s.end) for s in marked.reporting())
        return self._sentences[article_id]

    def _places(self, passage: Passage) -> tuple[int, int]:
        """Return the range of tokens of a passage."""
        starts = self._token_starts.get(passage.article_id)
        if starts is None:
            starts = self._token_starts[passage.article_id] = [t.start for t in self.marked(passage).marks.tokens]
        return bisect_left(starts, passage.start), bisect_left(starts, passage.end)

    def names(self, passage: Passage) -> tuple[NameMark, ...]:
        """Return who is mentioned in a passage."""
        return within(self.marked(passage).marks.names, passage)

    def quotes(self, passage: Passage) -> tuple[QuoteMark, ...]:
        """Return the quotes that touch a passage."""
        return tuple(q for q in self.marked(passage).marks.quotes if q.start < passage.end and passage.start < q.end)


def within(marks: Sequence[S], span: Spanned) -> tuple[S, ...]:
    """Return the marks that begin in a span; `marks` stand in the order of the text."""
    first = bisect_left(marks, span.start, key=lambda m: m.start)
    last = bisect_left(marks, span.end, key=lambda m: m.start)
    return tuple(marks[first:last])


def as_day(when: str | None) -> date | None:
    """Return the day of an ISO 8601 time, None where it is not exact to the day."""
    if not when or len(when) < _DAY:
        return None
    try:
        return date.fromisoformat(when[:_DAY])
    except ValueError:
        return None
