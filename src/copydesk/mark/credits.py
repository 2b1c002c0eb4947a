"""Finds where a text names the outlet it took from, and what rests on that.

A name counts as an outlet's when the name itself shows it or the words around it do ("The Lantern reported", "told the newspaper
Vesna"); a ministry that reports and a company that reports a profit are none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from copydesk.mark.context import MarkContext
from copydesk.mark.credit_lines import LineCredit, line_credits
from copydesk.mark.view import View
from copydesk.records import Block, CreditMark, CreditScope, QuoteMark, SentenceMark
from copydesk.spans import Span, contains, overlap
from copydesk.text.credits import outlet_evidence, same_outlet
from copydesk.text.words import word_set

_REPORTING = frozenset({"reported", "reports", "reporting"})
_TELLING = frozenset({"told", "tells", "telling"})
_SAYING = word_set(
    """
    said says wrote writes revealed reveals noted notes added claimed confirmed disclosed found quoted quotes cited
    """
)
_BETWEEN = word_set("has have had also first earlier later previously since exclusively recently on was is then")
_NOUNS = word_set("newspaper magazine broadcaster website outlet channel network tabloid daily weekly publication newswire")
_SEEN = word_set("obtained seen reviewed viewed published reported verified broadcast aired")
_BUSINESS = word_set(
    """
    earnings profit profits loss losses revenue revenues results sales income growth cases deaths a an net quarterly
    record its strong
    """
)
_BACK = word_set("report newspaper outlet magazine website broadcaster publication network channel article story paper")
_JOINS = frozenset({"of", "&", "-", "and", "'s", "’s", "."})
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place where an outlet's name may stand, in tokens, and how far the words around it speak for an outlet."""

    cue: int
    cue_end: int
    first: int
    last: int
    evidence: int
    needs: int = _ENOUGH
    scope: CreditScope = "fact"


def find_credits(
    view: View, blocks: Sequence[Block], quotes: Sequence[QuoteMark], people: Sequence[Span], context: MarkContext, known: bool
) -> list[CreditMark]:
    """Return the credits of a text in order.

    Args:
        view: The text.
        blocks: Its blocks.
        quotes: Its quotes, direct and indirect.
        people: Where persons and places are named: those are no outlets.
        context: What is known beside the words.
        known: Whether the table of well-known outlets may help.
    """
    judge = _Judge(view, people, context, known)
    lines = [_from_line(view, line, blocks) for line in line_credits(view.text, blocks, known) if not judge.is_own(line.name)]
    for line in lines:
        judge.trust(line.name)
    found = [*lines]
    for sentence in view.sentences:
        found.extend(_in_sentence(view, sentence, judge, quotes, found))
    found = _once(found)
    mentions = _mentions(view, judge, found)
    return sorted((*found, *mentions), key=lambda mark: (mark.start, mark.end))


class _Judge:
    """Decides whether a name in a sentence is an outlet's.

    Attributes:
        credited: Outlets that credit lines and markup name: the same name in a sentence is surely one.
    """

    def __init__(self, view: View, people: Sequence[Span], context: MarkContext, known: bool) -> None:
        self.credited = list(context.markup_credits)
        self._view = view
        self._own = context.outlet
        self._known = known
        self._people = {view.text[span.start : span.end] for span in people}

    def trust(self, name: str) -> None:
        """Take a name for an outlet's from here on."""
        if name not in self.credited:
            self.credited.append(name)

    def is_own(self, name: str) -> bool:
        """Return whether the article names the outlet that published it."""
        return self._own is not None and same_outlet(name, self._own)

    def evidence(self, slot: _Slot) -> int:
        """Return how far name and words together speak for an outlet."""
        name = self.name(slot)
        if not name or self.is_own(name):
            return -9
        if any(same_outlet(name, other) for other in self.credited):
            return 9
        shown = outlet_evidence(name, self._known)
        inside = (
            slot.first > 0 and slot.first != self._view.sentences[self._view.sentence_at(self._view.tokens[slot.first].start)].first
        )
        shown += 1 if name.startswith("The ") and inside and shown >= 0 else 0
        if shown < 3 and slot.evidence < 3 and (name in self._people or name.removeprefix("The ") in self._people):
            return -9
        return shown + slot.evidence

    def name(self, slot: _Slot) -> str:
        """Return the name in a slot on one line."""
        if slot.first >= slot.last:
            return ""
        tokens = self._view.tokens
        return " ".join(self._view.text[tokens[slot.first].start : tokens[slot.last - 1].end].split())


def _in_sentence(
    view: View, sentence: SentenceMark, judge: _Judge, quotes: Sequence[QuoteMark], before: Sequence[CreditMark]
) -> Iterator[CreditMark]:
    """Yield the credits of a sentence, those that refer back included."""
    for slot in _slots(view, sentence):
        if judge.evidence(slot) >= slot.needs:
            judge.trust(judge.name(slot))
            yield _mark(view, sentence, slot, judge.name(slot), quotes)
    last = next((mark for mark in reversed(before) if mark.scope != "mention"), None)
    if last is not None:
        yield from _backward(view, sentence, last, quotes)


def _slots(view: View, sentence: SentenceMark) -> Iterator[_Slot]:
    """Yield the places of a sentence where the words around speak of an outlet."""
    for at in range(sentence.first, sentence.last):
        word = view.lower[at]
        if word in _REPORTING:
            yield from _reported(view, sentence, at)
        elif word in _TELLING:
            yield from _behind(view, sentence, at, at + 1, _Slot(at, at + 1, 0, 0, 0, 3, "quote"))
        elif word in _SAYING:
            yield from _before(view, sentence, at, _Slot(at, at + 1, 0, 0, 0, 3))
        elif word == "according" and view.lower[at + 1 : at + 2] == ("to",):
            yield from _behind(view, sentence, at, _behind_reports(view, sentence, at + 2), _Slot(at, at + 2, 0, 0, 0))
        elif word == "citing" or (word == "per" and at > sentence.first):
            yield from _behind(view, sentence, at, _behind_reports(view, sentence, at + 1), _Slot(at, at + 1, 0, 0, 0, 3))
        elif word in _SEEN and view.lower[at + 1 : at + 2] == ("by",):
            yield from _behind(view, sentence, at, at + 2, _Slot(at, at + 2, 0, 0, 1 if word == "reported" else 0, 3))
        elif word in (
            "interview",
            "statement",
            "email",
            "e-mail",
            "remarks",
            "comments",
            "spoke",
            "speaking",
            "report",
            "reports",
            "reporting",
        ):
            yield from _with(view, sentence, at)
        elif word == "learned" and view.lower[at - 1 : at] == ("has",):
            yield from _before(view, sentence, at, _Slot(at, at + 1, 0, 0, 1))


def _reported(view: View, sentence: SentenceMark, at: int) -> Iterator[_Slot]:
    """Read "reported The Lantern", "first reported by X", "X reported", "as X reported"."""
    behind = view.lower[at + 1 : min(at + 3, sentence.last)]
    first = "first" in view.lower[max(sentence.first, at - 2) : at]
    if behind[:1] == ("by",):
        yield from _behind(view, sentence, at, at + 2, _Slot(at, at + 2, 0, 0, 2 if first else 1))
        return
    if behind[:1] and (behind[0] in _BUSINESS or (behind[0][0].isdigit() and view.lower[at] == "reported")):
        yield from _before(view, sentence, at, _Slot(at, at + 1, 0, 0, -2))
        return
    edge = at == sentence.first or not view.lower[at - 1].isalnum() or view.lower[at - 1] in ("as", "first")
    if edge:
        yield from _behind(view, sentence, at, at + 1, _Slot(at, at + 1, 0, 0, 1))
    yield from _before(view, sentence, at, _Slot(at, at + 1, 0, 0, 2 if first else 1))


def _with(view: View, sentence: SentenceMark, at: int) -> Iterator[_Slot]:
    """Read "in an interview with X", "in a statement to X", "a report by X", "X reports"."""
    link = view.lower[at + 1 : at + 2]
    if link and link[0] in ("with", "to", "by", "from", "in", "on") and at + 2 < sentence.last:
        report = view.lower[at].startswith("report")
        scope: CreditScope = "fact" if report else "quote"
        yield from _behind(view, sentence, at, at + 2, _Slot(at, at + 2, 0, 0, 0, 3 if not report or link[0] != "by" else 2, scope))


def _behind_reports(view: View, sentence: SentenceMark, at: int) -> int:
    """Step over "a report by", "reports in", "people who spoke to" before a name."""
    for here in range(at, min(at + 5, sentence.last)):
        if (
            view.lower[here].startswith("report")
            and view.lower[here + 1 : here + 2]
            and view.lower[here + 1] in ("by", "in", "from")
        ):
            return here + 2
    return at


def _behind(view: View, sentence: SentenceMark, cue: int, at: int, slot: _Slot) -> Iterator[_Slot]:
    """Yield the slot with the name that begins at a token, a noun like "newspaper" or a small word before it stepped over."""
    evidence = slot.evidence
    begin = at
    while at < sentence.last and at < begin + 5 and not view.words[at][0].isupper():
        if view.lower[at] in _NOUNS or (view.lower[at] == "agency" and view.lower[at - 1] in ("news", "press")):
            evidence += 3
        elif view.tokens[at].tag not in ("DET", "ADJ", "NOUN", "PUNCT") and view.lower[at] not in ("the", "a", "an"):
            return
        at += 1
    if at >= sentence.last or (at > begin + 1 and evidence == slot.evidence):
        return
    last = _name_end(view, sentence, at)
    if last > at:
        yield replace_slot(slot, at, last, evidence, cue)


def replace_slot(slot: _Slot, first: int, last: int, evidence: int, cue: int) -> _Slot:
    """Return a slot with its name filled in."""
    return _Slot(cue, max(slot.cue_end, last), first, last, evidence, slot.needs, slot.scope)


def _name_end(view: View, sentence: SentenceMark, at: int) -> int:
    """Return where the run of capitalised words that begins at a token ends."""
    last = at
    while last < sentence.last and last - at < 8:
        word = view.words[last]
        joins = view.lower[last] in _JOINS and last > at and last + 1 < sentence.last and view.words[last + 1][0].isupper()
        if not (word[0].isupper() or (word[0].isdigit() and last > at)) and not (
            joins and view.lower[last] not in ("and", "'s", "’s", ".")
        ):
            break
        if view.lower[last] in _WEEKDAYS and last > at:
            break
        last += 1
    return last


_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")


def _before(view: View, sentence: SentenceMark, at: int, slot: _Slot) -> Iterator[_Slot]:
    """Yield the slot with the name that ends before a verb, adverbs and auxiliaries stepped over."""
    end = at
    while end > sentence.first and (view.lower[end - 1] in _BETWEEN or view.lower[end - 1] in _WEEKDAYS):
        end -= 1
    first = end
    while first > sentence.first and end - first < 8:
        word = view.words[first - 1]
        if not (word[0].isupper() or view.lower[first - 1] in ("of", "&", "-") or (word[0].isdigit() and first < end)):
            break
        first -= 1
    while first < end and not view.words[first][0].isupper():
        first += 1
    if first == end:
        return
    noun = view.lower[first - 1] if first > sentence.first else ""
    evidence = slot.evidence + (3 if noun in _NOUNS or (noun == "agency" and view.lower[first - 2] in ("news", "press")) else 0)
    yield _Slot(first, at + 1, first, end, evidence, slot.needs, slot.scope)


def _mark(view: View, sentence: SentenceMark, slot: _Slot, name: str, quotes: Sequence[QuoteMark]) -> CreditMark:
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
        said = bool(after) and after[0] in _SAYING | _REPORTING
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


def _mentions(view: View, judge: _Judge, found: Sequence[CreditMark]) -> Iterator[CreditMark]:
    """Yield outlets that are named but not credited, where the name alone shows that it is one."""
    taken = {at for mark in found for at in view.tokens_in(mark.start, mark.end)}
    for sentence in view.sentences:
        at = sentence.first
        while at < sentence.last:
            last = _name_end(view, sentence, at) if view.words[at][0].isupper() and at not in taken else at
            slot = _Slot(at, last, at, last, 0)
            if last > at and judge.evidence(slot) >= 3 and taken.isdisjoint(range(at, last)):
                start, end = view.tokens[at].start, view.tokens[last - 1].end
                yield CreditMark(start=start, end=end, name=judge.name(slot), scope="mention", covers_start=start, covers_end=start)
            at = max(last, at + 1)
