"""Where in a sentence an outlet's name may stand: beside "reported", "told", "according to" and the like."""

from collections.abc import Iterator
from typing import NamedTuple

from copydesk.mark.view import View
from copydesk.records import CreditScope, SentenceMark
from copydesk.text.words import WEEKDAYS, word_set

REPORTING = frozenset({"reported", "reports", "reporting"})
_TELLING = frozenset({"told", "tells", "telling"})
SAYING = word_set(
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
_WITH = word_set("interview statement email e-mail remarks comments spoke speaking report reports reporting")
_BREAKING = frozenset({"broke", "breaks"})
_NEWS = frozenset({"story", "news", "scandal", "scoop"})
# What a small word leads from to the name: "first noted by X", "cited in X", "confirmed to X".
_LEADING = {
    "by": _SEEN | word_set("noted revealed disclosed uncovered spotted broken cited quoted"),
    "in": frozenset({"cited", "quoted"}),
    "to": frozenset({"confirmed"}),
}
CUES = _LEADING["by"] | _BREAKING | REPORTING | _TELLING | SAYING | _SEEN | _WITH | {"according", "citing", "per", "learned"}
_JOINS = frozenset({"of", "&", "-", "and", "'s", "’s", "."})
_ENOUGH = 2


class Slot(NamedTuple):
    """A place where an outlet's name may stand, in tokens, and how far the words around it speak for an outlet."""

    cue: int
    cue_end: int
    first: int
    last: int
    evidence: int
    needs: int = _ENOUGH
    scope: CreditScope = "fact"


def slots(view: View, sentence: SentenceMark) -> Iterator[Slot]:
    """Yield the places of a sentence where the words around speak of an outlet."""
    for at in [at for at in range(sentence.first, sentence.last) if view.lower[at] in CUES]:
        word, follows = view.lower[at], view.lower[at + 1] if at + 1 < sentence.last else ""
        if word in REPORTING:
            yield from _reported(view, sentence, at)
        elif word in _TELLING:
            yield from _behind(view, sentence, at, at + 1, Slot(at, at + 1, 0, 0, 0, 3, "quote"))
        elif word in _LEADING.get(follows, ()):
            yield from _led(view, sentence, at)
        elif word in SAYING:
            yield from _before(view, sentence, at, Slot(at, at + 1, 0, 0, 0, 3))
        elif word in _WITH:
            yield from _with(view, sentence, at)
        else:
            yield from _other(view, sentence, at)


def _other(view: View, sentence: SentenceMark, at: int) -> Iterator[Slot]:
    """Read "according to X", "citing X", "per X", "X has learned", "X broke the story"."""
    word = view.lower[at]
    if word == "according" and view.lower[at + 1 : at + 2] == ("to",):
        yield from _behind(view, sentence, at, _behind_reports(view, sentence, at + 2), Slot(at, at + 2, 0, 0, 0))
    elif word == "citing" or (word == "per" and at > sentence.first):
        yield from _behind(view, sentence, at, _behind_reports(view, sentence, at + 1), Slot(at, at + 1, 0, 0, 0, 3))
    elif word == "learned" and view.lower[at - 1 : at] == ("has",):
        yield from _before(view, sentence, at, Slot(at, at + 1, 0, 0, 1))
    elif word in _BREAKING and not _NEWS.isdisjoint(view.lower[at + 1 : min(at + 4, sentence.last)]):
        yield from _before(view, sentence, at, Slot(at, at + 1, 0, 0, 2))


def _led(view: View, sentence: SentenceMark, at: int) -> Iterator[Slot]:
    """Read "seen by X", "first noted by X", "as cited in X", "a story broken by X", "confirmed to X"."""
    word = view.lower[at]
    before = view.lower[max(sentence.first, at - 4) : at]
    news = "first" in before or before[-1:] == ("as",) or not _NEWS.isdisjoint(before)
    if word != "broken" or news:
        scope: CreditScope = "quote" if word == "confirmed" else "fact"
        yield from _behind(view, sentence, at, at + 2, Slot(at, at + 2, 0, 0, 1 if news else 0, 3, scope))


def _reported(view: View, sentence: SentenceMark, at: int) -> Iterator[Slot]:
    """Read "reported The Lantern", "first reported by X", "X reported", "as X reported"."""
    behind = view.lower[at + 1 : min(at + 3, sentence.last)]
    first = "first" in view.lower[max(sentence.first, at - 2) : at]
    if behind[:1] == ("by",):
        yield from _behind(view, sentence, at, at + 2, Slot(at, at + 2, 0, 0, 2 if first else 1))
        return
    if behind[:1] and (behind[0] in _BUSINESS or (behind[0][0].isdigit() and view.lower[at] == "reported")):
        yield from _before(view, sentence, at, Slot(at, at + 1, 0, 0, -2))
        return
    edge = at == sentence.first or not view.lower[at - 1].isalnum() or view.lower[at - 1] in ("as", "first")
    if edge:
        yield from _behind(view, sentence, at, at + 1, Slot(at, at + 1, 0, 0, 1))
    yield from _before(view, sentence, at, Slot(at, at + 1, 0, 0, 2 if first else 1))


def _with(view: View, sentence: SentenceMark, at: int) -> Iterator[Slot]:
    """Read "in an interview with X", "in a statement to X", "a report by X", "X was the first to report"."""
    if view.lower[at] == "report" and view.lower[max(sentence.first, at - 2) : at] == ("first", "to"):
        end = at - 2 - (view.lower[at - 3 : at - 2] == ("the",))
        yield from _before(view, sentence, end, Slot(at, at + 1, 0, 0, 1))
        return
    link = view.lower[at + 1 : at + 2]
    if link and link[0] in ("with", "to", "by", "from", "in", "on") and at + 2 < sentence.last:
        report = view.lower[at].startswith("report")
        scope: CreditScope = "fact" if report else "quote"
        yield from _behind(view, sentence, at, at + 2, Slot(at, at + 2, 0, 0, 0, 3 if not report or link[0] != "by" else 2, scope))


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


def _behind(view: View, sentence: SentenceMark, cue: int, at: int, slot: Slot) -> Iterator[Slot]:
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
    last = name_end(view, sentence, at)
    if last > at:
        yield _filled(slot, at, last, evidence, cue)


def _filled(slot: Slot, first: int, last: int, evidence: int, cue: int) -> Slot:
    """Return a slot with its name filled in."""
    return Slot(cue, max(slot.cue_end, last), first, last, evidence, slot.needs, slot.scope)


def name_end(view: View, sentence: SentenceMark, at: int) -> int:
    """Return where the run of capitalised words that begins at a token ends."""
    last = at
    while last < sentence.last and last - at < 8:
        word = view.words[last]
        joins = view.lower[last] in _JOINS and last > at and last + 1 < sentence.last and view.words[last + 1][0].isupper()
        if not (word[0].isupper() or (word[0].isdigit() and last > at)) and not (
            joins and view.lower[last] not in ("and", "'s", "’s", ".")
        ):
            break
        if view.lower[last] in WEEKDAYS and last > at:
            break
        last += 1
    return last


def _before(view: View, sentence: SentenceMark, at: int, slot: Slot) -> Iterator[Slot]:
    """Yield the slot with the name that ends before a verb, adverbs and auxiliaries stepped over."""
    end = at
    while end > sentence.first and (view.lower[end - 1] in _BETWEEN or view.lower[end - 1] in WEEKDAYS):
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
    yield Slot(first, at + 1, first, end, evidence, slot.needs, slot.scope)
