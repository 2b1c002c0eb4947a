"""Words for times that tell no time of what happens: names ("Davor Today", "the Sunday Mail"), and what is compared with."""

import re

from copydesk.mark.view import View
from copydesk.text.credits import outlet_evidence
from copydesk.text.words import MONTHS, WEEKDAYS, word_set

_DAYS = frozenset({"today", "tonight", "tomorrow", "yesterday"})
_FEASTS = word_set("black good ash super cyber bloody holy maundy palm easter whit patch fat shrove giving")
_BEFORE_DAY = word_set("on last next this since until by early late from before after")
_TIMES = frozenset((*WEEKDAYS, *MONTHS))
_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
_SMALL = word_set("in the this time same period for at of point")
_COMPARING = frozenset({"than", "versus", "vs"})
_MEASURED_FROM = word_set("from on over against")
_CHANGES = word_set(
    "rise fall increase decrease grow decline drop climb double halve shrink up down percent % more less fewer higher lower"
)
_NEAR = 8  # tokens between a change and what it is measured from


def in_name(view: View, at: int) -> bool:
    """Return whether the word for a day at a token is part of a name: "Davor Today", "the Davor Sunday Post"."""
    if not view.words[at][0].isupper() or at == 0:
        return False
    first = view.sentence_of(at).first
    before = view.words[at - 1] if at > first else ""
    if view.lower[at] in _DAYS:
        return before[:1].isupper() and view.lower[at - 1] not in _TIMES and not _all_capitals(view, at)
    if view.lower[at] not in WEEKDAYS:
        return False
    return before.lower() in _FEASTS or _of_body(view, at, first)


def _of_body(view: View, at: int, first: int) -> bool:
    """Return whether a weekday stands in the name of an outlet or club: "the Sunday Mail", "told Sunday Times"."""
    behind = view.words[at + 1] if at + 1 < view.sentence_of(at).last else ""
    if not (behind[:1].isupper() and behind.isalpha()) or behind.lower() in _TIMES or behind[:3].lower() in _SHORT:
        return False
    start = at
    while start > first and view.words[start - 1][0].isupper() and view.lower[start - 1] not in ("the", "a", "an"):
        start -= 1
    if start > first and view.lower[start - 1] in ("the", "a", "an"):
        return True
    lead = view.lower[at - 1] if at > first else ""
    return lead not in _BEFORE_DAY and outlet_evidence(f"{view.words[at]} {behind}") >= 3


_SHORT = frozenset(month[:3] for month in MONTHS)


def _all_capitals(view: View, at: int) -> bool:
    """Return whether every noun, verb and adjective of the sentence has a capital, so that one says nothing."""
    sentence = view.sentence_of(at)
    content = [
        here for here in range(sentence.first, sentence.last) if view.tokens[here].tag in _CONTENT and view.words[here].isalpha()
    ]
    return all(view.words[here][0].isupper() for here in content)


def is_measure(view: View, at: int, match: re.Match[str]) -> bool:
    """Return whether a time only tells what is compared, or which one is meant: "more than last year", "this year's fair"."""
    if match[0].lower().endswith(("'s", "’s")):
        return True
    first = view.sentence_of(at).first
    before = at - 1
    while before >= first and view.lower[before] in _SMALL:
        before -= 1
    if before < first:
        return False
    words = view.lower[max(first, before - 1) : before + 1]
    if words[-1] in _COMPARING or words in (("compared", "with"), ("compared", "to"), ("same", "as")):
        return True
    if words[-1] not in _MEASURED_FROM or match["which"].lower() not in ("last", "previous"):
        return False
    return any(
        view.lower[here] in _CHANGES or view.tokens[here].lemma in _CHANGES for here in range(max(first, before - _NEAR), before)
    )
