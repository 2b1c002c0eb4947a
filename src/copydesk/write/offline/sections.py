"""Where a line belongs: what happened, what is expected, why it matters, background, what is next."""

from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from copydesk.records import DateMark
from copydesk.write.grammar.lexicon import words
from copydesk.write.grammar.phrase import Phrase
from copydesk.write.offline.line import Line
from copydesk.write.offline.pile import Pile, as_day, within

# Words that say what an event means. An analyst's or an outlet's view; so such a line is kept apart from what happened.
_MEANING = words(
    """
    signal signals signaled signalled signaling underscore underscores underscored underscoring underlines underlined significance
    significant historic unprecedented crucial pivotal milestone implications landmark symbolic matters
    amid reflects reflected deepens deepening fears concerns worries
    """
)
_MEANING_PHRASES = (
    " seen as ", " response to ", " for the first time ", " the first since ", " the worst ", " comes as ", " come as ",
    " comes after ",    " comes amid ", " at stake ", " turning point ", " viewed as ", " part of a ",
)  # fmt: skip
_AHEAD = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_PROSPECT = words("expect plan schedule slate aim intend poise set hope propose due look seek want")
# What lies further back than this is background to a story.
_PAST = timedelta(days=21)
# A story whose lead lies ahead has a "what happened" when what happened weighs so many times what lies ahead.
_EVENTFUL = 2.0


class Sorter:
    """Decides the section of a line.

    Args:
        pile: The articles.
    """

    def __init__(self, pile: Pile) -> None:
        self.pile = pile
        self.planned = {(p.article_id, p.start) for i in pile.brief.weighed.initiatives for p in i.passages}
        self.ahead = {
            (p.article_id, p.start)
            for t in pile.brief.weighed.timeline
            if pile.today and (day := as_day(t.when)) and day > pile.today
            for p in t.passages
        }

    def placed(self, line: Line) -> Line:
        """Return a line with its section, and the first known time it tells of."""
        dates = [date for date in dates_of(line, self.pile) if date.when]
        when = dates[0].when if dates else None
        return replace(line, section=self._section(line, when, dates), when=when)

    def _section(self, line: Line, when: str | None, dates: Sequence[DateMark]) -> str:
        phrase = line.phrase
        if self._long_ago(line, dates):
            return "background"
        if line.claim.kind in ("announcement", "expectation") or self._planned(line):
            return "next" if self._dated_ahead(line, when) else "expected"
        if means(phrase) or line.claim.kind == "opinion":
            return "matters"
        return "expected" if prospective(phrase) else "happened"

    def _planned(self, line: Line) -> bool:
        here = (line.passage.article_id, line.passage.start) in self.planned
        return here and prospective(line.phrase)

    def _dated_ahead(self, line: Line, when: str | None) -> bool:
        """Return whether a line tells of a day after the report's."""
        if any((p.article_id, p.start) in self.ahead for p in line.citations):
            return True
        day = as_day(when)
        return bool(day and self.pile.today and day > self.pile.today)

    def _long_ago(self, line: Line, dates: Sequence[DateMark]) -> bool:
        """Return whether a line that tells of some known times tells of a time long before the story."""
        if not dates or line.place < 0.15:
            return False
        if self.pile.today is None:
            return all(d.precision == "year" for d in dates) and any(w.fine in ("VBD", "VBN") for w in line.phrase.words)
        edge = (self.pile.today - _PAST).isoformat()
        return all((d.when or "") < edge[: len(d.when or "")] for d in dates)


def dates_of(line: Line, pile: Pile) -> tuple[DateMark, ...]:
    """Return the times a line tells of."""
    marks = within(pile.marked(line.passage).marks.dates, line.passage)
    starts = {w.start for w in line.phrase.words} if marks else set[int]()
    return tuple(d for d in marks if d.start in starts or any(d.start <= s < d.end for s in starts))


def settled(lines: Sequence[Line], lead: Line) -> list[Line]:
    """Return the lines with sections that fit the story: where all that matters lies ahead, what stands beside it is background.

    Args:
        lines: All lines.
        lead: The line the report opens with; it stays what it is.
    """
    if lead.section == "next":
        lines = [replace(line, section="expected") if line is lead else line for line in lines]
    happened = sum(line.score for line in lines if line.section == "happened")
    ahead = sum(line.score for line in lines if line.section in ("expected", "next"))
    if lead.section not in ("expected", "next") or happened > _EVENTFUL * ahead:
        return list(lines)

    def placed(line: Line) -> str:
        if line.section != "happened":
            return line.section
        # What several reports carry is no background to what they announce.
        return "matters" if line.quotation else "background" if line.single else lead.section

    return [replace(line, section=placed(line)) for line in lines]


def means(phrase: Phrase) -> bool:
    """Return whether a phrase says what an event means rather than what it was."""
    forms, quoted = phrase.forms(), phrase.quoted()
    words = zip(phrase.words, forms, quoted, strict=True)
    if not _MEANING.isdisjoint(forms) and any(f in _MEANING and not q and (w.tag != "VERB" or w.head == -1) for w, f, q in words):
        return True
    joined = f" {' '.join(forms)} "
    return any(phrase in joined for phrase in _MEANING_PHRASES)


def prospective(phrase: Phrase) -> bool:
    """Return whether a phrase speaks of what has not happened yet."""
    quoted = phrase.quoted()
    for i, word in enumerate(phrase.words):
        if quoted[i]:
            continue
        if word.low in _AHEAD and word.tag == "AUX":
            return True
        following = phrase.words[i + 1].low if i + 1 < len(phrase.words) else ""
        if word.lemma in _PROSPECT and following == "to" and word.tag in ("VERB", "ADJ"):
            return True
    return False
