"""The timeline as a report: dated sentences in the order of time, the most important ones as far as the words reach."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from copydesk.records import DraftSentence, LeftOut, TimelineEntry
from copydesk.spans import Span
from copydesk.write.grammar.dates import undated
from copydesk.write.grammar.lexicon import MONTH_NAMES
from copydesk.write.grammar.phrase import Phrase
from copydesk.write.offline.candidates import HOPELESS, Candidates, Tried
from copydesk.write.offline.cast import placed
from copydesk.write.offline.line import Line, shared
from copydesk.write.offline.pile import as_day, within
from copydesk.write.offline.select import cost
from copydesk.write.offline.standing import why_not
from copydesk.write.offline.wording import Wording

_WHEN = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?![\d-])")
_PASSAGES = 3
_DATE_WORDS = 2
# "By the end of the year" is not "in the year".
_BOUNDS = frozenset({"by", "until", "till", "before", "after", "since", "from", "through", "end", "within"})
_CLAUSES = frozenset({"mark", "acl:relcl", "acl", "advcl", "ccomp", "csubj", "parataxis"})
_SIDE = frozenset({"acl:relcl", "acl", "advcl"})
_SAME = 0.7  # of what the shorter of two lines of one day tells: with more in common they tell one thing


class Dated(msgspec.Struct, frozen=True):
    """A line of the timeline.

    Attributes:
        when: ISO 8601 year, month or day.
        line: What is told, without that time where the sentence stands without it.
    """

    when: str
    line: Line


class Chronicle:
    """Picks and words what the timeline holds.

    Args:
        candidates: Makes lines.
        wording: Words them.
    """

    def __init__(self, candidates: Candidates, wording: Wording) -> None:
        self.candidates = candidates
        self.pile = candidates.pile
        self.wording = wording

    def told(self, words: int) -> tuple[tuple[DraftSentence, ...], list[LeftOut]]:
        """Return dated sentences in the order of time, and what is not among them with the reason.

        Args:
            words: How many words there are for all.
        """
        taken, left = list[Dated](), list[LeftOut]()
        found = list[Dated]()
        for entry in self.pile.brief.weighed.timeline:
            one = self.dated(entry)
            if isinstance(one, Dated):
                found.append(one)
            else:
                left.append(LeftOut(text=entry.text, reason=one))
        for one in sorted(found, key=lambda d: (-d.line.several, -d.line.claim.importance, d.when, d.line.passage)):
            reason = refused(one, taken, words)
            if reason:
                left.append(LeftOut(text=one.line.phrase.text, reason=reason))
            else:
                taken.append(one)
        order = sorted(taken, key=lambda d: (d.when, d.line.place, d.line.passage))
        return tuple(self.sentence(one) for one in order), left

    def dated(self, entry: TimelineEntry) -> Dated | str:
        """Return an entry as a line, or why it cannot be told."""
        when = _WHEN.match(entry.when)
        if when is None:
            return "the articles do not show which day it was"
        tried = min(self.tried(entry), key=lambda one: one[0].cost, default=None)
        if tried is None or tried[0].cost >= HOPELESS:
            return tried[0].reason if tried else "no claim of the story makes it"
        line = tried[1]
        phrase = self.timed(line, when[0])
        if phrase is None:
            return "its time belongs to another part of the sentence"
        return Dated(when[0], replace(line, phrase=phrase, when=when[0]))

    def tried(self, entry: TimelineEntry) -> Iterator[tuple[Tried, Line]]:
        """Yield the wordings of an entry after its passages, as lines of the claims that these make."""
        for passage in entry.passages[:_PASSAGES]:
            for claim in self.pile.brief.weighed.claims:
                if passage in claim.passages:
                    tried = self.candidates.tried(claim, passage)
                    yield tried, self.candidates.made(claim, tried)
                    break

    def timed(self, line: Line, when: str) -> Phrase | None:
        """Return a line's words as they stand behind a date: without that time where it says when all they tell happens.

        "2024: Officials said the rule had been drafted" would say that they said so in 2024: there the time stays in its place.
        None where the time was cut from the line and belonged to another part of its sentence.
        """
        whole = self.pile.phrase(line.passage)
        for mark in within(self.pile.marked(line.passage).marks.dates, line.passage):
            if not (mark.when or "").startswith(when):
                continue
            place, there = placed(line.phrase, mark.start, mark.end), placed(whole, mark.start, mark.end)
            if place is None:
                if there and of_the_whole(whole, there):
                    return line.phrase
                continue
            if aside(line.phrase, place):
                continue
            rest = undated(line.phrase, place) if of_the_whole(line.phrase, place) else None
            return rest if rest is not None and why_not(rest, []) is None else line.phrase
        return None

    def sentence(self, one: Dated) -> DraftSentence:
        """Return a line with its date before it; to fall back on, the same with the time as the sentence itself has it."""
        own = self.wording.sentence(one.line, form="back")
        head = f"{day_of(one.when, self.pile.today, month_first=self.wording.month_first)}: "
        texts = [f"{head}{text}" for text in (own.text, *own.fallbacks)]
        return replace(own, text=texts[0], fallbacks=tuple(texts[1:]))


def of_the_whole(phrase: Phrase, place: Span) -> bool:
    """Return whether a time says when all that a sentence tells happens: no clause opens before it, and it sets no bound."""
    inside = range(place.start, place.end)
    near = phrase.words[max(0, place.start - 1) : place.end]
    if any(w.low in _BOUNDS for w in near) or any(phrase.quoted()[i] for i in inside):
        return False
    at = next((phrase.words[i].head for i in inside if phrase.words[i].head not in inside), -1)
    while at >= 0 and at != phrase.root and phrase.words[at].relation in ("xcomp", "conj"):
        at = phrase.words[at].head
    # A parser may hang a time on the wrong verb, so one behind "which", "that" or "since" is left where it is.
    return at == phrase.root and not any(w.relation in _CLAUSES for w in phrase.words[: place.start])


def aside(phrase: Phrase, place: Span) -> bool:
    """Return whether a time belongs to a side clause: "it sank on Tuesday, three years after it was sold *on 3 March 2022*"."""
    inside = range(place.start, place.end)
    at = next((phrase.words[i].head for i in inside if phrase.words[i].head not in inside), -1)
    while at >= 0 and at != phrase.root:
        if phrase.words[at].relation in _SIDE:
            return True
        at = phrase.words[at].head
    return False


def refused(one: Dated, taken: Sequence[Dated], words: int) -> str | None:
    """Return why a line is not taken beside others, or None."""
    near = [t for t in taken if t.when.startswith(one.when) or one.when.startswith(t.when)]
    if any(t.line.claim.id == one.line.claim.id for t in taken) or any(shared(t.line.terms, one.line.terms) > _SAME for t in near):
        return "said already"
    used = sum(cost(t.line) + _DATE_WORDS for t in taken)
    return "no room for it" if used + cost(one.line) + _DATE_WORDS > words else None


def day_of(when: str, today: date | None, *, month_first: bool) -> str:
    """Return a year, month or day as it stands at the head of a line; the year only where it is not the report's."""
    year, _, rest = when.partition("-")
    if not rest:
        return year
    month = MONTH_NAMES[int(rest[:2]) - 1]
    other = today is None or year != str(today.year)
    day = as_day(when)
    if day is None:
        return f"{month} {year}" if other else month
    words = f"{month} {day.day}" if month_first else f"{day.day} {month}"
    return f"{words}, {year}" if other and month_first else f"{words} {year}" if other else words
