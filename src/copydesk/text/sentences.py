"""Where sentences begin and end.

`sentencex` proposes the cuts, on a copy of the text in which quotation marks are blanked so that it also looks inside quotes; then
cuts that news text disproves are dropped, and quotation marks are given back to the sentence they belong to.
"""

import re
from itertools import pairwise

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

from copydesk.spans import Span, stripped
from copydesk.text.words import MONTHS, SPEECH_VERBS, STARTERS, WEEKDAYS

# Longest stretch shown to sentencex at once: its time grows with the square of a text that holds thousands of sentences
# (1 MB of short sentences: 8 s in one piece, 0.1 s in windows).
_WINDOW = 6_000

_SIGN = re.compile(r"``|''|[\"“”„«»]|(?<=[.!?…,])\s?[)\]'’]+(?=\s|$)|(?<!\w)['‘(\[](?=\w)")
_ANY_SIGN = re.compile(r"[`'\"“”„«»)\]’‘(\[]")
# Any sign that may end a sentence in any script, with something behind it; a text without one is a single sentence.
_END = re.compile(r"[.!?…\n\r\u037e-\u2fff\u3000-\u303f\ua000-\uabff\ufe00-\uffff](?!\Z)")
_OPENERS = ("``", "“", "„", "«", "‘", "(", "[")
_CLOSERS = ("''", "”", "»", ")", "]", "’")
_NEVER_LAST = re.compile(
    r"(?:^|[\s(\"“‘'-])(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Sen|Sens|Rep|Reps|Gov|Govs|Lt|Col|Capt|Cpt|Sgt|Maj|Adm|Rev|Hon|St|Fr|Pres|Supt|"
    r"Det|Cmdr|Cpl|Pvt|Pfc|Atty|Msgr|Insp|Brig|Ald|Amb|Const|Cst|Asst|Assoc|Dep|Pte|Pc|Spc|Tpr|Lieut|Cdr|Comdr|Cmdt|Ens|Ofc|Mme|Mlle|"
    r"Bp|Abp|vs|v|cf|e\.g|i\.e|approx|ca|Vol|pp|Fig|Ste|Mt|Ft)\.$"
)
_NUMBERED = re.compile(r"(?:^|\s)(?:Nos?|Art|Sec|Ch|p|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$")
# "… from 1 May. Doctors …", "… on 3 Dec. Builders …": sentencex takes the full stop for an abbreviation's.
_DAY_MONTH = re.compile(
    r"(?:\bMay|\b\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.\s+(?=[\"“‘`(]*[A-Z][\w’'])"
)
_INITIAL = re.compile(r"(?:^|[\s.(\"“‘'])[A-Z]\.$")
_CLOCK = re.compile(r"\b[ap]\.?\s?m\.$", re.IGNORECASE)
_BULLET = re.compile(r"^\W*(?:\d{1,3}|[a-zA-Z])[.)]$")
_GLUED = re.compile(r"[a-z]{3}[.!?]$")
_ELLIPSIS = re.compile(r"(?:…|\.\.\.|\. \. \.)\s+(?=[\"“‘`]*([A-Z]\w*))")
_FIRST_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_TAG = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,5}([a-z]+)\b\s*(?:[.,;:]|$|(?:\w+ly|in|on|at|during|to|after|as|from|when)\b)")
# "Venn pressed.": whatever the verb, so short a sentence behind a quoted question says who asked it.
_SHORT_TAG = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,3}[a-z]+(?:ed|s)\s*[.,]")
_ZONES = "EST EDT ET CST CDT CT PST PDT PT MST MT GMT UTC BST CET CEST IST JST Eastern Central Pacific"
_TIMES = frozenset((*_ZONES.split(), *(word.capitalize() for word in (*WEEKDAYS, *MONTHS))))


def sentences(text: str) -> list[Span]:
    """Return the sentences of one block of text, in order, without the white space between them.

    A sign that closes a quote or a bracket stays with the sentence it closes; a quote of several sentences is several sentences.
    Time grows with the length of the text.
    """
    bounds = [0, *_cuts(text), len(text)]
    found = (stripped(text, start, end) for start, end in pairwise(bounds))
    return [span for span in found if span.start < span.end]


def _cuts(text: str) -> list[int]:
    """Return where sentences begin, but for the first."""
    if not _END.search(text):
        return []
    blank = _SIGN.sub(lambda sign: " " * len(sign[0]), text) if _ANY_SIGN.search(text) else text
    kept: list[int] = []
    for right in _proposed(blank):
        start = kept[-1] if kept else 0
        left = len(blank[start:right].rstrip()) + start
        if left > start and _holds(text, blank, Span(start, left), right):
            kept.append(_between(text, left, right))
    return kept


def _proposed(blank: str) -> list[int]:
    """Return what `sentencex` proposes and what it overlooks behind three dots and months, as starts of sentences."""
    starts: set[int] = {match.end() for match in _ELLIPSIS.finditer(blank) if match[1] in STARTERS}
    if ". " in blank or ".\n" in blank:
        starts.update(match.end() for match in _DAY_MONTH.finditer(blank))
    at = 0
    while at < len(blank):
        window = blank[at : at + _WINDOW]
        inner = [at + int(b["start_index"]) for b in get_sentence_boundaries("en", window)]
        whole = at + _WINDOW >= len(blank)
        starts.update(inner if whole or len(inner) < 2 else inner[:-1])
        at = len(blank) if whole else _next_window(window, inner, at)
    starts.discard(0)
    return sorted(starts)


def _next_window(window: str, inner: list[int], at: int) -> int:
    """Return where the next window begins: at the last cut of this one, else at its last white space."""
    if len(inner) > 1 and inner[-1] > at:
        return inner[-1]
    space = window.rfind(" ", len(window) // 2)
    return at + (space + 1 if space > 0 else len(window))


def _holds(text: str, blank: str, left: Span, right: int) -> bool:
    """Return whether a proposed cut between what ends a sentence and what begins the next is one in news text."""
    before = blank[max(left.start, left.end - 40) : left.end]
    following = blank[right : right + 160].lstrip()
    word = _FIRST_WORD.search(following[:80])
    first = word[0] if word else ""
    if not following or following[0].islower():
        return False
    if text[left.end : right].strip() == text[left.end : right]:  # no white space in between, or nothing at all
        return bool(_GLUED.search(before)) and first[1:].islower()
    return not (_inside_name(before, first) or _inside_speech(text, left, right, following))


def _inside_name(before: str, first: str) -> bool:
    """Return whether the full stop belongs to an abbreviation, an initial or a list's number and what follows goes on."""
    if _NEVER_LAST.search(before) or _BULLET.match(before):
        return True
    if _NUMBERED.search(before):
        return first[:1].isdigit() or (first.lower() in WEEKDAYS and first not in STARTERS)
    if _CLOCK.search(before):
        return first in _TIMES
    return bool(_INITIAL.search(before)) and first not in STARTERS


def _inside_speech(text: str, left: Span, right: int, following: str) -> bool:
    """Return whether a question or a call in quotation marks is followed by who said it ("Why?" Smith asked.)."""
    return (
        text[left.end - 1] in "?!"
        and bool(text[left.end : right].strip())
        and (_said(following) or bool(_SHORT_TAG.match(following)))
    )


def _said(following: str) -> bool:
    tag = _TAG.match(following)
    return tag is not None and tag[1] in SPEECH_VERBS


def _between(text: str, left: int, right: int) -> int:
    """Return where to cut in the white space and quotation marks between two sentences."""
    for sign in _SIGN.finditer(text, left, right):
        if _opens(text, sign.group().strip(), sign.start()):
            return sign.start()
    return right


def _opens(text: str, sign: str, at: int) -> bool:
    """Return whether a sign opens what follows; a straight one by what it touches, standing free by how many came before."""
    if sign.startswith(_OPENERS) or (sign.startswith(_CLOSERS) and sign != "''"):
        return sign.startswith(_OPENERS)
    touches_left = at > 0 and not text[at - 1].isspace()
    behind = at + len(sign)
    touches_right = behind < len(text) and not text[behind].isspace()
    if touches_left != touches_right:
        return touches_right
    return sign == '"' and text.count('"', max(0, at - 2_000), at) % 2 == 0
