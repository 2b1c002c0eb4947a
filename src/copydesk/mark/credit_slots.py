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
_WITH = word_set("interview statement email e-mail remarks comments spoke speaking report reports reporting column op-ed essay")
_BREAKING = frozenset({"broke", "breaks"})
_PAPERS = word_set("document documents memo records email emails e-mails letter files transcript draft copy footage messages")
_NEWS = frozenset({"story", "news", "scandal", "scoop"})
_WRITING = frozenset({"writes", "wrote"})
# "several outlets, including X and Y, reported".
_OUTLETS = word_set("outlets newspapers networks broadcasters publications")
_OF_NEWS = word_set("agencies organizations organisations sites websites channels media")
_AMONG = frozenset({"including", "among"})
_ASIDE = frozenset({"citing", "quoting"})
# What a small word leads from to the name: "first noted by X", "cited in X", "confirmed to X".
_LEADING = {
    "by": _SEEN | word_set("noted revealed disclosed uncovered spotted broken cited quoted"),
    "in": frozenset({"cited", "quoted"}),
    "to": frozenset({"confirmed"}),
}
CUES = (
    _LEADING["by"] | _BREAKING | REPORTING | _TELLING | SAYING | _SEEN | _WITH | _ASIDE | _AMONG | {"according", "per", "learned"}
)
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
            yield from _said(view, sentence, at)
        elif word in _WITH:
            yield from _with(view, sentence, at)
        else:
            yield from _other(view, sentence, at)


def _said(view: View, sentence: SentenceMark, at: int) -> Iterator[Slot]:
    """Read "X said", "was quoted as saying by X", and "…, the X writes" at the end of a sentence."""
    if view.lower[at : at + 4] == ("quoted", "as", "saying", "by"):
        yield from _behind(view, sentence, at, at + 4, Slot(at, at + 4, 0, 0, 1))
        return
    closes = view.lower[at] in _WRITING and view.lower[at + 1 : at + 2] == (".",)
    yield from _before(view, sentence, at, Slot(at, at + 1, 0, 0, 0, 1 if closes else 3))


def _aside(view: View, sentence: SentenceMark, at: int) -> Iterator[Slot]:
    """Read "X, citing two officials, said": the name before the comma, where a word of reporting follows the next one."""
    if at < sentence.first + 2 or view.lower[at - 1] != ",":
        return
    end = next((here for here in range(at + 1, sentence.last - 1) if view.lower[here] == ","), -1)
    if end > 0 and view.lower[end + 1] in REPORTING | SAYING:
        yield from _before(view, sentence, at - 1, Slot(at, at + 1, 0, 0, 1))


def _among(view: View, sentence: SentenceMark, at: int) -> Iterator[Slot]:
    """Read "several outlets, including X and Y, reported": each name up to the comma before the word of reporting."""
    before = [word for word in view.lower[max(sentence.first, at - 3) : at] if word != ","]
    named = before[-1:] and before[-1] in _OUTLETS | {"media"}
    if not named and not (len(before) > 1 and before[-1] in _OF_NEWS and before[-2] in ("news", "media")):
        return
    cue = next((here for here in range(at + 1, sentence.last) if view.lower[here] in REPORTING | SAYING), -1)
    here = at + 1
    while here < cue:
        last = name_end(view, sentence, here) if view.words[here][0].isupper() else here
        if last > here:
            yield Slot(at, max(at + 1, last), here, last, 3)
        here = max(last, here + 1)


def _other(view: View, sentence: SentenceMark, at: int) -> Iterator[Slot]:
    """Read "according to X", "citing X", "per X", "X has learned", "X broke the story"."""
    word = view.lower[at]
    if word == "according" and view.lower[at + 1 : at + 2] == ("to",):
        yield from _behind(view, sentence, at, _behind_reports(view, sentence, at + 2), Slot(at, at + 2, 0, 0, 0))
    elif word in _AMONG:
        yield from _among(view, sentence, at)
    elif word in _ASIDE or word == "per":
        yield from _aside(view, sentence, at)
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
        shown = news or not _PAPERS.isdisjoint(before[-2:])
        yield from _behind(view, sentence, at, at + 2, Slot(at, at + 2, 0, 0, 1 if shown else 0, 3, scope))


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
    if link and link[0] in ("with", "to", "by", "from", "in", "on", "for") and at + 2 < sentence.last:
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
    while at < sentence.last and at < begin + 5 and (not view.words[at][0].isupper() or _where(view, at, sentence.last)):
        if view.lower[at] in _NOUNS or (view.lower[at] == "agency" and view.lower[at - 1] in ("news", "press")):
            evidence += 3
        elif view.tokens[at].tag not in ("DET", "ADJ", "NOUN", "PUNCT", "PROPN") and view.lower[at] not in ("the", "a", "an"):
            return
        at += 1
    if at >= sentence.last or (at > begin + 1 and evidence == slot.evidence):
        return
    last = name_end(view, sentence, at)
    if last > at:
        yield _filled(slot, at, last, evidence + (3 if _named_kind(view, at, last, sentence.last) else 0), cue)


def _named_kind(view: View, name: int, first: int, end: int) -> int:
    """Return how many small words behind a name say that it is an outlet's: "the Lantern newspaper", "Vesna news agency".

    "A Davor newspaper" and "the French newspaper Vesna" have only said where it is.

    Args:
        view: The text.
        name: Where the name begins.
        first: Where it ends.
        end: Where the sentence ends.
    """
    if view.tokens[name].tag in ("DET", "ADJ", "PRON") and first - name == 1:
        return 0
    if name and view.lower[name - 1] in ("a", "an", "another"):
        return 0
    size = 2 if view.words[first : min(first + 2, end)] in (("news", "agency"), ("press", "agency")) else 1
    behind = first + size
    if first >= end or (size == 1 and view.words[first] not in _NOUNS) or (behind < end and _is_name(view, behind)):
        return 0
    return size


def _where(view: View, at: int, end: int) -> bool:
    """Return whether a capital word only says where an outlet is: "the French newspaper Vesna"."""
    return at + 2 < end and view.words[at + 1] in _NOUNS and _is_name(view, at + 2)


def _is_name(view: View, at: int) -> bool:
    """Return whether a token begins a name, no weekday."""
    return view.words[at][0].isupper() and view.lower[at] not in WEEKDAYS


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
    kind = next((n for n in (2, 1) if end - n > sentence.first and _named_kind(view, end - n - 1, end - n, end) == n), 0)
    end -= kind
    first = end
    while first > sentence.first and end - first < 8:
        word = view.words[first - 1]
        number = word[0].isdigit() and (first < end or view.words[first - 2][0].isupper())  # "Channel 12"
        if not (word[0].isupper() or view.lower[first - 1] in ("of", "&", "-") or number):
            break
        first -= 1
    while first < end and not view.words[first][0].isupper():
        first += 1
    if first == end:
        return
    noun = view.lower[first - 1] if first > sentence.first else ""
    kind |= noun in _NOUNS or (noun == "agency" and view.lower[first - 2] in ("news", "press"))
    evidence = slot.evidence + (3 if kind else 0)
    yield Slot(first, at + 1, first, end, evidence, slot.needs, slot.scope)
