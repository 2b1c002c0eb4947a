"""Titles and offices beside a name: "Japanese Prime Minister", "spokesman", "…, the head of the agency,"."""

from typing import NamedTuple

from copydesk.mark.view import View
from copydesk.records import SentenceMark
from copydesk.text.nations import ALIASES, DEMONYMS
from copydesk.text.roles import OFFICES, TITLE_MODIFIERS, TITLES

_LONGEST = 8  # words of a title
_APPOSITION = 12  # words between the commas behind a name
_AGE = 3


class Title(NamedTuple):
    """A title or office as it is written.

    Attributes:
        text: Its words.
        first: Its first token.
        last: Behind its last token.
    """

    text: str
    first: int
    last: int


def title_before(view: View, sentence: SentenceMark, name: int) -> Title | None:
    """Return the title that ends where a name begins."""
    first = name
    seen = False
    while first > sentence.first and name - first < _LONGEST:
        word = view.lower[first - 1]
        capital = view.words[first - 1][0].isupper()
        if word in TITLES or word in OFFICES or (word == "." and _abbreviates(view, sentence, first - 2)):
            seen = True
        elif not seen or not (
            word in TITLE_MODIFIERS or view.words[first - 1] in DEMONYMS or (capital and _modifies(view, sentence, first - 1))
        ):
            break
        first -= 1
    return _title(view, first, name) if seen else None


def _abbreviates(view: View, sentence: SentenceMark, at: int) -> bool:
    """Return whether a word before a full stop is an abbreviated title: "Const" in "Const."."""
    return at >= sentence.first and view.lower[at] + "." in TITLES


def _modifies(view: View, sentence: SentenceMark, at: int) -> bool:
    """Return whether a capitalised word before a title belongs to it: "Ardanian President", not "On Monday President"."""
    if at == sentence.first:
        return view.words[at] in ALIASES or view.tokens[at].tag in ("ADJ", "PROPN")
    return view.tokens[at].tag in ("ADJ", "PROPN", "NOUN") and view.tokens[at].relation in (
        "amod",
        "compound",
        "flat",
        "nmod",
        "nummod",
    )


def _title(view: View, first: int, last: int) -> Title | None:
    text = " ".join(view.text[view.tokens[first].start : view.tokens[last - 1].end].split())
    return Title(text, first, last) if text else None


def apposition_behind(view: View, sentence: SentenceMark, last: int) -> Title | None:
    """Return the office between commas behind a name: ", Japan's prime minister,", ", a spokesman for the agency,"."""
    at = last
    if at >= sentence.last or view.lower[at] != ",":
        return None
    at = _behind_age(view, sentence, at + 1)
    end = at
    while (
        end < sentence.last
        and end - at < _APPOSITION
        and view.lower[end] not in (",", ".", ";", "–", "—", "who", "which", "said", "-", "''", "”", '"')
    ):
        if view.tokens[end].fine in ("VBD", "VBZ", "VBP", "MD"):
            return None
        end += 1
    if end == at or (end < sentence.last and end - at >= _APPOSITION):
        return None
    if view.lower[at] in ("the", "a", "an", "his", "her", "its", "their"):
        at += 1
    office = _office_in(view, at, end)
    return _title(view, at, end) if office else None


def _behind_age(view: View, sentence: SentenceMark, at: int) -> int:
    """Step over an age between commas: ", 37, a nurse,"."""
    numbered = at + 1 < sentence.last and view.lower[at].isdecimal() and len(view.lower[at]) < _AGE + 1
    return at + 2 if numbered and view.lower[at + 1] == "," else at


def _office_in(view: View, first: int, last: int) -> bool:
    """Return whether words hold an office before any "of", "for", "in": the head of "a spokesman for the police"."""
    for at in range(first, last):
        if view.tokens[at].tag == "ADP" and at > first:
            return False
        if view.lower[at] in OFFICES:
            return True
    return False


def office_before_comma(view: View, sentence: SentenceMark, first: int) -> Title | None:
    """Return the office before a name set off by a comma: "Japan's prime minister, Fumio Kishida,"."""
    at = first - 1
    if at <= sentence.first or view.lower[at] != ",":
        return None
    begin = at
    while (
        begin > sentence.first
        and at - begin < _APPOSITION
        and view.tokens[begin - 1].tag in ("NOUN", "ADJ", "PROPN", "PART", "ADP", "DET")
    ):
        begin -= 1
    while begin < at and view.tokens[begin].tag in ("DET", "ADP", "PART"):
        begin += 1
    return _title(view, begin, at) if begin < at and view.lower[at - 1] in OFFICES else None
