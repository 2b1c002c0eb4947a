"""Finds where a text names the outlet it took from, and what rests on that.

A name counts as an outlet's when the name itself shows it or the words around it do ("The Lantern reported", "told the newspaper
Vesna"); a ministry that reports and a company that reports a profit are none.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from copydesk.mark.context import MarkContext
from copydesk.mark.credit_lines import LineCredit, line_credits
from copydesk.mark.credit_slots import CUES, REPORTING, SAYING, Slot, name_end, slots
from copydesk.mark.things import things
from copydesk.mark.view import View
from copydesk.records import Block, CreditMark, QuoteMark, SentenceMark
from copydesk.spans import Span, contains, overlap
from copydesk.text.credits import outlet_evidence, same_outlet
from copydesk.text.roles import TITLES
from copydesk.text.words import word_set

# Bodies of a state that report and are no outlets.
_BODIES = word_set("survey census registry laboratory observatory statistics meteorology coastguard")
# How much it counts against a name that is shaped like an outlet's that a person bears it: "Jon Star said".
_PERSON = 2
# What a name alone must show to be an outlet's.
_SURE = 3
_BACK = word_set("report newspaper outlet magazine website broadcaster publication network channel article story paper")
_CUES = CUES | _BACK


class OutletJudge:
    """Decides whether a name in a sentence is an outlet's.

    Args:
        view: The text.
        people: Where persons and places are named: those are no outlets.
        context: What is known beside the words.
        known: Whether the table of well-known outlets may help.

    Attributes:
        credited: Outlets that credit lines and markup name: the same name in a sentence is surely one.
        known: Whether the table of well-known outlets may help.
    """

    def __init__(self, view: View, people: Sequence[Span], context: MarkContext, *, known: bool) -> None:
        self.credited = list(context.markup_credits)
        self._view = view
        self._own = context.outlet
        self.known = known
        self._people = {view.text[span.start : span.end] for span in people}
        self._things: frozenset[str] | None = None

    def trust(self, name: str) -> None:
        """Take a name for an outlet's from here on."""
        if name not in self.credited:
            self.credited.append(name)

    def is_own(self, name: str) -> bool:
        """Return whether the article names the outlet that published it."""
        return self._own is not None and same_outlet(name, self._own)

    def is_credited(self, name: str) -> bool:
        """Return whether a credit line, markup or another sentence names the same outlet."""
        return name in self.credited or any(same_outlet(name, other) for other in self.credited)

    def knows(self, first: int, last: int) -> bool:
        """Return whether a name is an outlet's whatever stands around it: it shows that itself, or the outlet is credited."""
        name = self._view.phrase(first, last) if first < last else ""
        if not name:
            return False
        if outlet_evidence(name, known=self.known) < _SURE:
            return self.is_credited(name) and not self.is_own(name)
        return self.evidence(Slot(first, last, first, last, 0)) >= _SURE

    def evidence(self, slot: Slot) -> int:
        """Return how far name and words together speak for an outlet."""
        name = self._view.phrase(slot.first, slot.last) if slot.first < slot.last else ""
        if not name or self.is_own(name):
            return -9
        if self.is_credited(name):
            return 9
        shown = outlet_evidence(name, known=self.known)
        if self._view.lower[slot.last - 1] in _BODIES or (shown > 0 and self._is_thing(name)):
            return -9
        inside = slot.first != self._view.sentence_of(slot.first).first
        shown += 1 if name.startswith("The ") and inside and shown >= 0 else 0
        person = slot.evidence < 3 and _without_title(name) in self._people
        if person and shown < 3:
            return -9
        if person and outlet_evidence(name, known=False) >= 3:
            shown -= _PERSON
        return shown + slot.evidence

    def _is_thing(self, name: str) -> bool:
        """Return whether the text shows that a ship, a firm or the like bears a name; few texts name what may be one."""
        if self._things is None:
            self._things = things(self._view)
        return name.removeprefix("The ") in self._things


def _without_title(name: str) -> str:
    """Return a name without its article or title: "The Lantern", "Mayor Jon Star"."""
    first, _, rest = name.partition(" ")
    return rest if first == "The" or first.lower() in TITLES else name


def find_credits(view: View, blocks: Sequence[Block], quotes: Sequence[QuoteMark], judge: OutletJudge) -> list[CreditMark]:
    """Return the credits of a text in order.

    Args:
        view: The text.
        blocks: Its blocks.
        quotes: Its quotes, direct and indirect.
        judge: Decides which names are outlets'.
    """
    lines = [
        _from_line(view, line, blocks) for line in line_credits(view.text, blocks, known=judge.known) if not judge.is_own(line.name)
    ]
    for line in lines:
        judge.trust(line.name)
    found = [*lines]
    for number in sorted({view.owners[at] for at in view.where(_CUES)}):
        found.extend(_in_sentence(view, view.sentences[number], judge, quotes, found))
    found = _once(found)
    mentions = _mentions(view, judge, found)
    return sorted((*found, *mentions), key=lambda mark: (mark.start, mark.end))


def _in_sentence(
    view: View, sentence: SentenceMark, judge: OutletJudge, quotes: Sequence[QuoteMark], before: Sequence[CreditMark]
) -> Iterator[CreditMark]:
    """Yield the credits of a sentence, those that refer back included."""
    for slot in slots(view, sentence):
        if judge.evidence(slot) >= slot.needs:
            name = view.phrase(slot.first, slot.last)
            judge.trust(name)
            yield _mark(view, sentence, slot, name, quotes)
    last = next((mark for mark in reversed(before) if mark.scope != "mention"), None)
    if last is not None:
        yield from _backward(view, sentence, last, quotes)


def _mark(view: View, sentence: SentenceMark, slot: Slot, name: str, quotes: Sequence[QuoteMark]) -> CreditMark:
    """Return the credit of a slot with what rests on it: the quote it goes with, else its sentence."""
    start = view.tokens[min(slot.cue, slot.first)].start
    end = max(view.tokens[slot.last - 1].end, view.tokens[slot.cue_end - 1].end)
    return _covering(
        view,
        sentence,
        CreditMark(start=start, end=end, name=name, scope=slot.scope, covers_start=sentence.start, covers_end=sentence.end),
        quotes,
    )


def _covering(view: View, sentence: SentenceMark, mark: CreditMark, quotes: Sequence[QuoteMark]) -> CreditMark:
    """Set what a credit covers: the direct quotes of its sentence, else the whole sentence."""
    direct = [q for q in quotes if q.direct and q.whole and overlap(q, sentence) and not contains(q, mark)]
    if direct:
        return replace(mark, scope="quote", covers_start=direct[0].start, covers_end=direct[-1].end)
    return replace(mark, scope="fact") if mark.scope == "quote" else mark


def _backward(view: View, sentence: SentenceMark, last: CreditMark, quotes: Sequence[QuoteMark]) -> Iterator[CreditMark]:
    """Yield "according to the report", "the newspaper reported", which mean the outlet credited before."""
    for at in range(sentence.first, sentence.last - 1):
        if view.lower[at] != "the" or view.lower[at + 1] not in _BACK:
            continue
        after = view.lower[at + 2 : at + 3]
        before = view.lower[max(sentence.first, at - 2) : at]
        said = bool(after) and after[0] in SAYING | REPORTING
        if before == ("according", "to") and after not in (("of",), ("by",), ("from",)):
            start, end = view.tokens[at - 2].start, view.tokens[at + 1].end
        elif said or (before[-1:] and before[-1] in ("told", "citing")):
            start, end = view.tokens[at if said else at - 1].start, view.tokens[at + 2 if said else at + 1].end
        else:
            continue
        mark = CreditMark(
            start=start, end=end, name=last.name, scope="fact", covers_start=sentence.start, covers_end=sentence.end, back=True
        )
        yield _covering(view, sentence, mark, quotes)


def _from_line(view: View, line: LineCredit, blocks: Sequence[Block]) -> CreditMark:
    """Return the mark of a credit line; one of the whole article covers all blocks that report."""
    whole = line.scope == "article"
    reporting = [block for block in blocks if block.kind in ("body", "list")] or [blocks[line.block]]
    sentence = view.sentences[view.sentence_at(line.start)] if view.sentences else Span(line.start, line.end)
    covers = (reporting[0].start, reporting[-1].end) if whole else (sentence.start, sentence.end)
    if line.scope == "mention":
        covers = (line.start, line.start)
    return CreditMark(
        start=line.start, end=line.end, name=line.name, scope=line.scope, covers_start=covers[0], covers_end=covers[1]
    )


def _once(found: Sequence[CreditMark]) -> list[CreditMark]:
    """Keep the first of credits that name one outlet over each other's words."""
    kept: list[CreditMark] = []
    for mark in sorted(found, key=lambda m: (m.start, m.scope != "article", -m.end)):
        if not any(overlap(mark, other) and (same_outlet(mark.name, other.name) or mark.back) for other in kept[-4:]):
            kept.append(mark)
    return kept


def _mentions(view: View, judge: OutletJudge, found: Sequence[CreditMark]) -> Iterator[CreditMark]:
    """Yield outlets that are named but not credited, where the name alone shows that it is one."""
    taken = {at for mark in found for at in view.tokens_in(mark.start, mark.end)}
    behind = 0
    for at in view.capitals:
        if at < behind or at in taken:
            continue
        sentence = view.sentence_of(at)
        behind = name_end(view, sentence, at)
        headline = at == sentence.first and behind == sentence.last  # "Hauliers Face Hard Times"
        if headline or not judge.knows(at, behind) or not taken.isdisjoint(range(at, behind)):
            continue
        start, end = view.tokens[at].start, view.tokens[behind - 1].end
        name = view.phrase(at, behind)
        yield CreditMark(start=start, end=end, name=name, scope="mention", covers_start=start, covers_end=start)
