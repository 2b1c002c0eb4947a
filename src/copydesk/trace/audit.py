"""What a rewrite did to its source: what it dropped, altered and added, each with both passages.

Sentences are compared with the sentence they come from, so that a number, a date or a "may" is never held against another fact's.
What the later article says in another place is not dropped.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec

from copydesk.records import AmountMark, Change, ChangeAspect, DateMark, Marked, Marks, Passage, QuoteMark, Reuse
from copydesk.spans import Places
from copydesk.text.background import stem, weight
from copydesk.text.shingles import words
from copydesk.trace.audit_quotes import quote_changes
from copydesk.trace.examined import Examined
from copydesk.trace.firmness import raised
from copydesk.trace.negation import reversed_

_DAY = frozenset({"day", "hour", "minute", "second"})  # precisions that name a day
_STANDS = 0.6  # share of a sentence's runs of three words from which the other article has it too
_MEANT = 0.5  # share of a sentence's telling words from which it says what the other one says
_COMMON = 2.0  # nats: words that tell less name nobody
_OVER = frozenset({"more_than", "at_least"})
_UNDER = frozenset({"less_than", "at_most"})
_ROUNDED = 0.05  # share by which a number that says "about" may differ


class Audit(msgspec.Struct, frozen=True):
    """What a later article made of an earlier one.

    Attributes:
        sentences: How many of its sentences stand in the earlier one, and how many it has.
        changes: What it dropped, altered and added.
    """

    sentences: tuple[int, int] = (0, 0)
    changes: tuple[Change, ...] = ()


def audit(later: Examined, earlier: Examined, passages: Sequence[Reuse], *, whole: bool) -> Audit:
    """Hold a later article against an earlier one that it rests on.

    Args:
        later: The later article.
        earlier: The earlier one.
        passages: What they share.
        whole: Whether the later one took the report; of one that took some sentences only what it altered is told.
    """
    added = list(_alone(later, earlier, [reuse.later for reuse in passages]))
    quoted = [reuse.later for reuse in passages if reuse.kind == "quoted"]
    dropped = _alone(earlier, later, [reuse.earlier for reuse in passages]) if whole else ()
    found = [
        *chain.from_iterable(
            _altered(later, earlier, reuse, quoted)
            for reuse in passages
            if reuse.later.text != reuse.earlier.text and reuse.kind != "quoted"
        ),
        *quote_changes(later, earlier, passages),
        *(Change(what="added", aspect="fact", detail="not in the other article", later=one) for one in added if whole),
        *(Change(what="dropped", aspect="fact", detail="left out", earlier=one) for one in dropped),
    ]
    total = sum(1 for _ in later.article.reporting())
    return Audit((total - len(added), total), tuple(sorted(found, key=_place)))


def _place(change: Change) -> tuple[bool, int, int, str, str]:
    """Return where a change stands: in the order of the later article, what was dropped last."""
    dropped = change.later is None
    passage = change.earlier if change.later is None else change.later
    return dropped, passage.start if passage else 0, passage.end if passage else 0, change.aspect, change.detail


class _Side(msgspec.Struct, frozen=True):
    """A sentence of one of the two articles.

    Attributes:
        examined: The article.
        passage: The sentence.
        marks: Its marks, their spans counted from its start.
    """

    examined: Examined
    passage: Passage
    marks: Marks

    @classmethod
    def of(cls, examined: Examined, passage: Passage) -> "_Side":
        """Return the side of a passage."""
        return cls(examined, passage, examined.article.marks.within(passage.start, passage.end))

    @property
    def article(self) -> Marked:
        """The article with its marks."""
        return self.examined.article

    @property
    def telling(self) -> frozenset[str]:
        """Stems of the words that tell something."""
        return self.examined.telling(self.passage.start, self.passage.end)

    def at(self, mark: AmountMark | DateMark) -> Passage:
        """Return the passage of a mark."""
        return self.article.passage(self.passage.start + mark.start, self.passage.start + mark.end)


def _altered(later: Examined, earlier: Examined, reuse: Reuse, quoted: Sequence[Passage]) -> Iterator[Change]:
    """Yield what became of the details of one sentence.

    Args:
        later: The later article.
        earlier: The earlier one.
        reuse: The sentence in both.
        quoted: Quotes of the later article that both have: what became of their words is told of the quote.
    """
    mine, yours = _Side.of(later, reuse.later), _Side.of(earlier, reuse.earlier)
    if reuse.kind != "reworded":  # in quite other words it may be another fact
        yield from _numbers(mine, yours)
        yield from _dates(mine, yours)
        reversals = reversed_(later.article, reuse.later, earlier.article, reuse.earlier)
        negated = [(now, was) for now, was in reversals if not any(q.start <= now.start and now.end <= q.end for q in quoted)]
        yield from chain.from_iterable(_replaced("negation", *pair) for pair in negated)
    if _held(mine, yours) >= _MEANT:
        yield from _attributions(mine, yours)
    for now, was in raised(later.article, reuse.later, earlier.article, reuse.earlier):
        yield from _replaced("firmness", now, was)


def _held(mine: _Side, yours: _Side) -> float:
    """Return the share of the telling words of the later sentence that the earlier one has."""
    ours = mine.telling
    return len(ours & yours.telling) / max(1, len(ours))


def _numbers(mine: _Side, yours: _Side) -> Iterator[Change]:
    """Yield numbers of the same thing that are others now: neither value is in both sentences, or its bound is another."""
    ours, theirs = ([a for a in side.marks.amounts if not a.ordinal and (a.unit or a.what)] for side in (mine, yours))
    for now, was in _turned(ours, theirs):
        yield from _replaced("number", mine.at(now), yours.at(was))
    new = [a for a in ours if not any(_same_value(a, b) for b in theirs)]
    old = [b for b in theirs if not any(_same_value(a, b) for a in ours)]
    for was in old:
        others = [a for a in new if (a.unit, a.what) == (was.unit, was.what)]
        twins = [b for b in old if (b.unit, b.what) == (was.unit, was.what)]
        if len(others) == len(twins) == 1 and not _rounded(others[0], was):
            yield from _replaced("number", mine.at(others[0]), yours.at(was))


def _turned(ours: Sequence[AmountMark], theirs: Sequence[AmountMark]) -> Iterator[tuple[AmountMark, AmountMark]]:
    """Yield the numbers that each side has once, and one as what is exceeded, the other as what is not reached."""
    for now in ours:
        was = [b for b in theirs if _same_value(now, b)]
        twins = [a for a in ours if _same_value(now, a)]
        if len(was) == len(twins) == 1 and now.what == was[0].what and _opposite(now, was[0]):
            yield now, was[0]


def _opposite(now: AmountMark, was: AmountMark) -> bool:
    bounds = now.approximation, was.approximation
    return any(one in _OVER and other in _UNDER for one, other in (bounds, bounds[::-1]))


def _same_value(one: AmountMark, other: AmountMark) -> bool:
    return (one.low, one.high, one.unit) == (other.low, other.high, other.unit)


def _rounded(now: AmountMark, was: AmountMark) -> bool:
    """Say whether a number is only said less, or more, exactly."""
    apart = abs(now.low - was.low) / max(abs(was.low), abs(now.low), 1e-9)
    return apart <= _ROUNDED and "exact" in (now.approximation, was.approximation) and now.approximation != was.approximation


def _dates(mine: _Side, yours: _Side) -> Iterator[Change]:
    """Yield the day that is another now, where each sentence names one that is known."""
    ours, theirs = ([d for d in side.marks.dates if d.when and d.precision in _DAY and not d.until] for side in (mine, yours))
    if len(ours) == len(theirs) == 1 and _day(ours[0]) != _day(theirs[0]):
        yield from _replaced("date", mine.at(ours[0]), yours.at(theirs[0]))


def _day(date: DateMark) -> str:
    return (date.when or "")[:10]


def _replaced(aspect: ChangeAspect, now: Passage, was: Passage) -> Iterator[Change]:
    """Yield the change of one detail into another, nothing where the words are the same: a "Monday" may be read as two days."""
    if now.text.casefold().split() != was.text.casefold().split():
        yield Change(what="altered", aspect=aspect, detail=_became(now.text, was.text), later=now, earlier=was)


def _became(now: str, was: str) -> str:
    return f"“{was}” became “{now}”"


def _attributions(mine: _Side, yours: _Side) -> Iterator[Change]:
    """Yield whom the later sentence no longer names: what somebody said stands there as a fact."""
    said = [q for q in _touching(yours) if q.cue and q.speaker and not q.direct]
    if not said or _touching(mine) or _credited(mine) or any(_named(mine, yours, quote) for quote in said):
        return
    who = _who(yours.article, said[0])
    detail = f"no longer attributed to {who}" if said[0].known != "pronoun" or said[0].entity else f"“{who} {said[0].cue}” is gone"
    yield Change(what="dropped", aspect="attribution", detail=detail, later=mine.passage, earlier=yours.passage)


def _who(article: Marked, quote: QuoteMark) -> str:
    """Return a speaker by name, where a pronoun stands for one."""
    if quote.known == "pronoun" and quote.entity is not None:
        return article.marks.entity(quote.entity).name
    who = quote.speaker or "a speaker"
    return who[0].lower() + who[1:] if who.startswith(("The ", "A ", "An ", "He", "She", "They")) else who


def _named(mine: _Side, yours: _Side, quote: QuoteMark) -> bool:
    """Say whether a speaker is still named, though no longer as speaking: by a word of the name or office."""
    who = {stem(word.folded) for word in words(_who(yours.article, quote)) if weight(word.folded) > _COMMON}
    return bool(who & {stem(word.folded) for word in words(mine.passage.text)})


def _touching(side: _Side) -> list[QuoteMark]:
    """Return the quotes and reported words that reach into a sentence, or whose speaker stands in it."""
    start, end = side.passage.start, side.passage.end
    return [
        quote
        for quote in side.article.marks.quotes
        if (quote.start < end and start < quote.end) or start <= quote.speaker_start < end
    ]


def _credited(side: _Side) -> bool:
    """Say whether a sentence rests on an outlet that it names."""
    start, end = side.passage.start, side.passage.end
    return any(c.scope != "mention" and c.covers_start < end and start < c.covers_end for c in side.article.marks.credits)


def _alone(one: Examined, other: Examined, taken: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the reporting sentences that no shared passage touches and whose words do not stand in the other article either."""
    places = Places((passage.start, passage.end, None) for passage in taken)
    for sentence in one.article.reporting():
        if next(places.touching(sentence), None) is not None:
            continue
        mine = one.said(sentence.start, sentence.end).grams
        if sum(gram in other.grams for gram in mine) < _STANDS * max(1, len(mine)):
            yield one.article.passage(sentence.start, sentence.end)
