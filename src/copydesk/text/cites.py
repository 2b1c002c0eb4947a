"""Where a draft says what it rests on: links, footnotes and numbered sources, with what they point to."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from copydesk.text.markup import Markup


class Cite(NamedTuple):
    """A place where a draft points to what it rests on.

    Attributes:
        start: First code point, in the draft, of the sign or the linked words.
        end: Behind the last one.
        shown: What a reader sees there: `1`, `Kyodo reported`.
        target: What it points to: an address, or the words of the note.
        sign: Whether it is a sign that is no part of the sentence.
    """

    start: int
    end: int
    shown: str
    target: str
    sign: bool


class Cited(NamedTuple):
    """What a draft points to.

    Attributes:
        cites: In the order of the draft.
        gone: Spans of the draft that are no part of its sentences: signs, notes, bare addresses; in order, not overlapping.
    """

    cites: tuple[Cite, ...]
    gone: tuple[tuple[int, int], ...]


_URL = re.compile(r"https?://[^\s<>\"“”‘’)\]}]+(?<![.,;:!?])")
_TAG = re.compile(r"<[^<>]*>")
_NUMBERS = r"\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPTS = str.maketrans(_RAISED, "0123456789")
# Plain text: "[1]" and "¹" in a sentence, "[1] …", "1. …" and "¹ …" as lines of their own.
_TEXT_SIGN = re.compile(
    rf"(?<=[\w.,;:!?)”’\"'])[ \t]?\[({_NUMBERS})\]|(?<=[^\W\d.,;:!?)”’\"'])([{_RAISED}]+)|(?<=[.,;:!?)”’\"'])([{_RAISED}]+)"
)
_TEXT_NOTE = re.compile(rf"^[ \t]*(?:\[(\d{{1,3}})\]|(\d{{1,3}})[.)]|([{_RAISED}]+))[ \t]*(\S[^\n]*)$", re.MULTILINE)
_NOTES_HEADING = re.compile(
    r"^[ \t#*_]*(?:sources?|references?|notes?|footnotes?|citations?)[ \t:*_]*$", re.IGNORECASE | re.MULTILINE
)
# Markdown.
_MD_NOTE = re.compile(r"^ {0,3}\[\^([^\]\n]+)\]:[ \t]*([^\n]*(?:\n(?:[ \t]+\S[^\n]*))*)", re.MULTILINE)
_MD_TARGET = re.compile(r"^ {0,3}\[([^\]\n^][^\]\n]*)\]:[ \t]*<?(\S+?)>?(?:[ \t]+[\"'(].*[\"')])?[ \t]*$", re.MULTILINE)
_MD_SIGN = re.compile(r"\[\^([^\]\n]+)\](?!:)")
_MD_LINK = re.compile(r"(?<!!)\[([^\[\]\n]+)\]\(\s*<?([^\s()<>]+(?:\([^\s()]*\)[^\s()]*)?)>?(?:\s+[\"'(][^)\n]*)?\s*\)")
_MD_REFERENCE = re.compile(r"(?<!!)\[([^\[\]\n^]+)\](?:\[([^\]\n]*)\])?(?![(:\[])")
_PICTURE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
# HTML.
_HTML_LINK = re.compile(r"<a\b([^<>]*)>(.*?)</a\s*>", re.IGNORECASE | re.DOTALL)
_HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_NOTE_ELEMENT = re.compile(r"<(li|p|div|aside|dd|section|td)\b[^<>]*\bid\s*=\s*[\"']?([^\"'\s>]+)[^<>]*>", re.IGNORECASE)
_SIGN = re.compile(r"[\s\[\](){}^]*(?:[\d\s,;*†‡§a-z]{1,8}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)[\s\[\](){}]*", re.IGNORECASE)
_LONGEST_NOTE = 2_000


def cites_in(draft: str, markup: Markup) -> Cited:
    """Return where a draft says what it rests on.

    Args:
        draft: The draft as it was given.
        markup: How it is marked up. Of HTML: links and footnotes; of Markdown: links, reference links and footnotes; of plain text:
            numbers in brackets or raised, where the draft ends in a list of what they mean; of all: bare addresses.
    """
    found, gone = {"html": _html, "markdown": _markdown, "text": _text}[markup](draft)
    pictures = [match.span() for match in _PICTURE.finditer(draft)]
    taken = _merged([*gone, *pictures, *((cite.start, cite.end) for cite in found if not cite.sign)])
    if markup != "html":
        for match in _URL.finditer(draft):
            if not _inside(match.start(), taken):
                found.append(Cite(match.start(), match.end(), match[0], match[0], sign=True))
                gone.append(match.span())
    return Cited(tuple(sorted(found)), tuple(_merged(gone)))


def addresses(target: str) -> tuple[str, ...]:
    """Return the addresses in what a cite points to."""
    return tuple(match[0] for match in _URL.finditer(target))


_Found = tuple[list[Cite], list[tuple[int, int]]]


def _text(draft: str) -> _Found:
    signs = list(_TEXT_SIGN.finditer(draft))
    if not signs:
        return [], []
    heading = max((match.end() for match in _NOTES_HEADING.finditer(draft)), default=None)
    notes: dict[str, tuple[str, tuple[int, int]]] = {}
    for match in _TEXT_NOTE.finditer(draft):
        listed = heading is not None and match.start() >= heading
        if listed or (match.start() > signs[0].start() and (match[1] or match[3] or _URL.search(match[4]))):
            number = match[1] or match[2] or match[3].translate(_SUPERSCRIPTS)
            notes.setdefault(number, (match[4].strip(), match.span()))
    found, gone = [], []
    for match in signs:
        numbers = _numbers(match[1] or (match[2] or match[3]).translate(_SUPERSCRIPTS))
        known = [number for number in numbers if number in notes and not notes[number][1][0] <= match.start() < notes[number][1][1]]
        found += [Cite(match.start(), match.end(), number, notes[number][0], sign=True) for number in known]
        if known:
            gone.append(match.span())
    used = {cite.shown for cite in found}
    gone += [span for number, (_, span) in notes.items() if number in used]
    return found, gone


def _numbers(written: str) -> list[str]:
    """Return the numbers of a sign: "1", "1, 3", "2–4"."""
    found: list[str] = []
    for part in re.split(r"\s*[,;]\s*", written):
        first, _, last = re.sub(r"\s*[–-]\s*", "-", part).partition("-")
        found += [str(n) for n in range(int(first), min(int(last or first), int(first) + 20) + 1)]
    return found


def _markdown(draft: str) -> _Found:
    notes = {match[1]: " ".join(match[2].split()) for match in _MD_NOTE.finditer(draft)}
    targets = {" ".join(match[1].lower().split()): match[2] for match in _MD_TARGET.finditer(draft)}
    gone = [match.span() for pattern in (_MD_NOTE, _MD_TARGET) for match in pattern.finditer(draft)]
    found, apart = [], _merged(gone)
    for match in _MD_SIGN.finditer(draft):
        if match[1] in notes and not _inside(match.start(), apart):
            found.append(Cite(match.start(), match.end(), match[1], notes[match[1]], sign=True))
            gone.append(match.span())
    for match in _MD_LINK.finditer(draft):
        if not _inside(match.start(), apart):
            _add(found, gone, match, match[2])
    for match in _MD_REFERENCE.finditer(draft):
        target = targets.get(" ".join((match[2] or match[1]).lower().split()))
        if target and not _inside(match.start(), apart):
            _add(found, gone, match, target)
    return found, gone


def _add(found: list[Cite], gone: list[tuple[int, int]], match: re.Match[str], target: str) -> None:
    """Add a link: a sign where its words are no more than a number, else words of the sentence with a target."""
    sign = bool(_SIGN.fullmatch(match[1])) and any(c.isdigit() or c in "*†‡" for c in match[1])
    found.append(Cite(match.start(), match.end(), match[1].strip("[] "), target, sign=sign))
    gone += [match.span()] if sign else [(match.start(), match.start(1)), (match.end(1), match.end())]


def _html(draft: str) -> _Found:
    links = [(match, _href(match[1])) for match in _HTML_LINK.finditer(draft)]
    wanted = {target[1:] for _, target in links if target.startswith("#")}
    notes = {name: (words, span) for name, words, span in _html_notes(draft, wanted)}
    gone: list[tuple[int, int]] = [span for _, span in notes.values()]
    found, apart = [], _merged(gone)
    for match, target in links:
        if not target or _inside(match.start(), apart):
            continue
        shown = " ".join(html.unescape(_TAG.sub("", match[2])).split())
        if target.startswith("#"):
            if target[1:] in notes:
                found.append(Cite(match.start(), match.end(), shown.strip("[]"), notes[target[1:]][0], sign=True))
                gone.append(match.span())
        elif target.startswith(("http://", "https://")) or not re.match(r"[a-z]+:", target):
            sign = bool(_SIGN.fullmatch(shown)) and any(c.isdigit() or c in "*†‡" for c in shown)
            found.append(Cite(match.start(), match.end(), shown, html.unescape(target), sign=sign))
            gone += [match.span()] if sign else []
    return found, gone


def _href(attributes: str) -> str:
    match = _HREF.search(attributes)
    return (match[1] or match[2] or match[3] or "").strip() if match else ""


def _html_notes(draft: str, wanted: Iterable[str]) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield the notes that a draft's signs point to: name, words with the addresses they link to, span."""
    names = frozenset(wanted)
    for match in _NOTE_ELEMENT.finditer(draft):
        if match[2] not in names:
            continue
        close = re.compile(rf"</{match[1]}\s*>", re.IGNORECASE).search(draft, match.end(), match.end() + _LONGEST_NOTE)
        end = close.end() if close else len(draft)
        inner = draft[match.end() : close.start() if close else end]
        linked = [target for link in _HTML_LINK.finditer(inner) if (target := _href(link[1])).startswith("http")]
        words = " ".join(html.unescape(_TAG.sub(" ", inner)).split()).strip("↑↩︎ ")
        yield match[2], " ".join(dict.fromkeys((words, *linked))), (match.start(), end)


def _inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether a place stands in one of some merged spans."""
    order = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return order >= 0 and at < spans[order][1]


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, with those that touch or overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
