"""Dates, weekdays, months and years: the same day, to the precision the sentence claims."""

from collections.abc import Iterator, Sequence
from datetime import date

from copydesk.check.align import Alignment
from copydesk.check.attach import attached, rival
from copydesk.check.finding import Finding
from copydesk.check.lines import Line
from copydesk.check.words import Word
from copydesk.records import DateMark, Outcome
from copydesk.text.words import MONTHS, WEEKDAYS

_DAY = 10  # length of "2024-04-10"
_MONTH = 7  # and of "2024-04"


def times(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for every date of a sentence, and for every weekday or month that is part of none."""
    line = alignment.line
    taken: set[int] = set()
    for mark in line.dates:
        words = line.words_in(mark)
        if words and any(line.words[at].kind in ("time", "number", "name") for at in words):
            taken.update(words)
            yield _date(alignment, mark, words)
    for word in line.words:
        if word.kind == "time" and word.at not in taken:
            yield _bare(alignment, word)


def _date(alignment: Alignment, mark: DateMark, words: tuple[int, ...]) -> Finding:
    line = alignment.line
    text = line.text[mark.start : mark.end]
    best: tuple[int, float, Outcome, int, str] = (0, 0.0, "missing", -1, "")
    others = []
    for index, other in enumerate(alignment.grounding):
        for theirs in other.dates:
            outcome = _outcome(mark, theirs) or _by_parts(line, mark, theirs)
            if (
                outcome == "found"
                and mark.weekday
                and not (mark.when and theirs.when)
                and not _same_numbers(line, mark, other, theirs)
            ):
                outcome = "contradicted"
            places = other.words_in(theirs)
            if outcome is None or not places:
                continue
            if outcome != "found":
                others.append((index, places))
            rank = 2 if outcome == "found" else 1 if outcome == "contradicted" else 0
            best = max(
                best, (rank, attached(alignment, words, index, places), outcome, index, other.text[theirs.start : theirs.end])
            )
    closer = rival(alignment, words, others, best[1]) if best[2] == "found" else None
    if closer:
        return Finding("date", text, "contradicted", best[3], words, _there(alignment, closer))
    if best[2] != "found" and not mark.when and _as_written(alignment, words):
        return Finding("date", text, "found", alignment.links[_telling(alignment.line, words)[0]].line, words)
    if best[2] == "found" and best[3] != 0 and not best[1] and len(line.content) > len(_telling(line, words)):
        return Finding("date", text, "missing", best[3], words)  # the day of something else
    return Finding("date", text, best[2], best[3], words, best[4] if best[2] == "contradicted" else "")


def _there(alignment: Alignment, place: tuple[int, Sequence[int]]) -> str:
    """Return the words of a place in the grounding."""
    return alignment.grounding[place[0]].between(place[1][0], place[1][-1])


def _outcome(ours: DateMark, theirs: DateMark) -> Outcome | None:
    """Return how a sentence's date stands to an article's; None where nothing can be said."""
    if ours.weekday and weekday_of(theirs) not in (None, ours.weekday):
        return "contradicted"
    if ours.when and theirs.when:
        if theirs.when.startswith(ours.when):
            return "found" if (ours.until or "") in (theirs.until or "", "") else "missing"
        return "missing" if ours.when.startswith(theirs.when) else "contradicted"
    left, right = weekday_of(ours), weekday_of(theirs)
    if left and right:
        return "found" if left == right else "contradicted"
    return None


def _by_parts(line: Line, mark: DateMark, theirs: DateMark) -> Outcome | None:
    """Return how a date that only names a month and perhaps a day ("10 April") stands to one that is known; None for others."""
    if mark.when or mark.weekday or not theirs.when or len(theirs.when) < _MONTH:
        return None
    lows = [line.words[at].low.rstrip(".") for at in line.words_in(mark)]
    months = [i + 1 for low in lows for i, name in enumerate(MONTHS) if len(low) > 2 and name.startswith(low)]
    days = [int(low) for low in lows if low.isdecimal() and len(low) <= 2]
    if len(months) != 1 or len(days) > 1 or any(low.isdecimal() and len(low) > 2 for low in lows):
        return None
    if months[0] != int(theirs.when[5:_MONTH]):
        return "contradicted"
    if days and len(theirs.when) < _DAY:
        return "missing"
    return "found" if not days or days[0] == int(theirs.when[8:_DAY]) else "contradicted"


def _same_numbers(line: Line, mark: DateMark, other: Line, theirs: DateMark) -> bool:
    """Return whether what a date says beside its weekday stands in the other, too: "7 p.m. Wednesday", "Friday, May 3"."""
    return _said_by(line, mark) <= _said_by(other, theirs)


def _said_by(line: Line, mark: DateMark) -> set[tuple[str, ...]]:
    words = (line.words[at] for at in line.words_in(mark))
    return {word.keys for word in words if word.kind == "number" or (word.kind in ("time", "name") and word.low not in WEEKDAYS)}


def weekday_of(mark: DateMark) -> str | None:
    """Return the weekday a date names or falls on, where it is known to the day."""
    if mark.weekday:
        return mark.weekday
    if mark.when and len(mark.when) >= _DAY and mark.precision != "unknown":
        try:
            return WEEKDAYS[date.fromisoformat(mark.when[:_DAY]).weekday()]
        except ValueError:
            return None
    return None


def _telling(line: Line, words: tuple[int, ...]) -> list[int]:
    return [at for at in words if line.words[at].content]


def _as_written(alignment: Alignment, words: tuple[int, ...]) -> bool:
    """Return whether the very words of a date stand in the grounding."""
    line = alignment.line
    telling = _telling(line, words)
    exact = ("number", "time", "name")
    held = (at in alignment.links and (alignment.links[at].strength == 1.0 or line.words[at].kind not in exact) for at in telling)
    return bool(telling) and all(held)


def _bare(alignment: Alignment, word: Word) -> Finding:
    link = alignment.links.get(word.at)
    same_kind = [
        (i, (w.at,))
        for i, other in enumerate(alignment.grounding)
        for w in other.words
        if w.kind == "time" and w.low != word.low and (w.low in WEEKDAYS) == (word.low in WEEKDAYS)
    ]
    score = attached(alignment, (word.at,), link.line, (link.at,)) if link else 0.0
    closer = rival(alignment, (word.at,), same_kind, score)
    if link and not closer:
        return Finding("date", word.low, "found", link.line, (word.at,))
    outcome: Outcome = "contradicted" if closer or same_kind else "missing"
    return Finding("date", word.low, outcome, closer[0] if closer else -1, (word.at,), _there(alignment, closer) if closer else "")
