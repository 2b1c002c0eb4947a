"""Credits that only the pile shows to be some: "THR is reporting", "told Kestrel", where other articles say that this is an outlet.

`mark` reads one article, so a name must look like an outlet's there, or words beside it must leave no doubt. Here other articles
help: whoever published one of them, or is credited in one, is an outlet wherever it is named beside a word of reporting.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from copydesk.records import CreditMark, Marked, SentenceMark
from copydesk.spans import Span, overlap
from copydesk.text.background import weight
from copydesk.text.credits import outlet_evidence
from copydesk.text.shingles import fold
from copydesk.trace.outlets import initials, outlet_key, short_names

_PART = r"[A-Z][\w&’'.-]*"
_NAME = rf"(?P<name>{_PART}(?:\s(?:of\s)?{_PART}){{0,4}})"
_BEFORE = re.compile(
    r"(?<=[\s“(])(?:(?:told|tells?|telling|according to|per|citing|via|h/t|interview with|wrote"
    r"|(?:confirm(?:ed|s|ing)|speaking|spoke|said|statement|revealed) to|reports? (?:for|by|in|from)"
    r"|(?:cited|quoted|reported|noted|broken|revealed|published|obtained|seen|reviewed|carried)(?: \w+day)? (?:by|in|on))"
    rf"|According to|Per|Citing|Via|H/T) (?:[Tt]he )?{_NAME}"
)
# "Said" is no such word: too much else speaks that bears an outlet's name.
_CUE = re.compile(r"\s(?:report(?:s|ed|ing)?|wrote|writes|reveal(?:s|ed)|understands|learned|obtained)\b")
_BEHIND = re.compile(
    rf"{_NAME}(?:[’']s)?,?(?: (?:has|have|had|is|was|first|also|now|exclusively|later|earlier|the|to|previously|since)){{0,5}}\Z"
)
_REACH = 80  # code points between the beginning of a name and the cue behind it
_ENDING = re.compile(r"(?:[’']s?|[.,;:])+\Z")
_SURE = 3  # evidence in a name alone
_RARE = 5.0  # nats: as its first word a sentence may have a common word that is a name elsewhere ("People said …")


class Known(NamedTuple):
    """What the outlets of a pile may be called, by key: in full, and for short."""

    full: frozenset[str]
    short: frozenset[str]

    def has(self, name: str) -> bool:
        """Return whether a name is an outlet's. One for short must look like one: "THR", "the Journal"."""
        key = outlet_key(name)
        return key in self.full or (key in self.short and (name.isupper() or outlet_evidence(f"The {name}") >= _SURE))


def known(marked: Iterable[Marked]) -> Known:
    """Return what the outlets of a pile may be called.

    Args:
        marked: The pile. Whoever published one of its reports is an outlet, and whoever is credited, if the name shows it; one
            that publishes its releases is quoted, not credited.
    """
    names = {mark.name for one in marked for mark in one.marks.credits if not mark.back and outlet_evidence(mark.name) >= _SURE}
    published = {one.article.outlet for one in marked if one.article.outlet and one.article.genre != "release"}
    names |= {name for name in published if outlet_evidence(name) >= 0}
    short = {key for name in names for key in (*short_names(name), *initials(name)) if len(key) > 1}
    return Known(frozenset(key for key in map(outlet_key, names) if len(key) > 1), frozenset(short))


def heard(marked: Marked, outlets: Known) -> tuple[CreditMark, ...]:
    """Return an article's credits: those that are marked, and those that the pile shows to be some, in order.

    Args:
        marked: The article.
        outlets: What `known` found in the pile.
    """
    sure = [mark for mark in marked.marks.credits if mark.scope != "mention"]
    found = [mark for mark in _found(marked, outlets) if not any(overlap(mark, other) for other in sure)]
    kept = [mark for mark in marked.marks.credits if mark.scope != "mention" or not any(overlap(mark, other) for other in found)]
    return tuple(sorted([*kept, *found], key=lambda mark: (mark.start, mark.end)))


def _found(marked: Marked, outlets: Known) -> Iterator[CreditMark]:
    """Yield what stands beside a word of reporting and is an outlet's name, with its sentence or the quotes of that."""
    text, sentences = marked.article.text, [*marked.reporting()]
    starts = [sentence.start for sentence in sentences]
    for start, end, span in _beside(text, outlets):
        at = bisect_right(starts, span.start) - 1
        if at >= 0 and span.end <= sentences[at].end and not _first_word(text, span, sentences[at]):
            yield _credit(marked, text[span.start : span.end], Span(min(start, span.start), max(end, span.end)), sentences[at])


def _beside(text: str, outlets: Known) -> Iterator[tuple[int, int, Span]]:
    """Yield where a word of reporting begins and ends, and the outlet's name beside it."""
    for match in _BEFORE.finditer(text):
        name = _ENDING.sub("", match["name"])
        if outlets.has(name):
            yield match.start(), match.end(), Span(match.start("name"), match.start("name") + len(name))
    for cue in _CUE.finditer(text):
        shift = max(0, cue.start() - _REACH)
        behind = _BEHIND.search(text, shift, cue.start())
        name = _ENDING.sub("", behind["name"]) if behind else ""
        if behind and outlets.has(name):
            yield cue.start() + 1, cue.end(), Span(behind.start("name"), behind.start("name") + len(name))


def _first_word(text: str, span: Span, sentence: SentenceMark) -> bool:
    """Return whether a name is a common word that stands first in its sentence."""
    name = text[span.start : span.end]
    return span.start <= sentence.start + 1 and not name.isupper() and " " not in name and weight(fold(name)) < _RARE


def _credit(marked: Marked, name: str, span: Span, sentence: SentenceMark) -> CreditMark:
    """Return the credit for a sentence, or for the quotes in it."""
    quotes = [quote for quote in marked.marks.quotes if quote.direct and quote.whole and overlap(quote, sentence)]
    covers = (quotes[0].start, quotes[-1].end) if quotes else (sentence.start, sentence.end)
    return CreditMark(
        start=span.start, end=span.end, name=name, scope="quote" if quotes else "fact", covers_start=covers[0], covers_end=covers[1]
    )
