"""Credits that stand outside sentences: "Source: The Lantern", "DAVOR (Vesna) —", "By Associated Press", "(AFP)" at the end."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from copydesk.records import Block, CreditScope
from copydesk.text.credits import outlet_evidence
from copydesk.text.nations import ALIASES

_PART = r"[A-Z0-9][\w&'’-]*(?:\.\w+)*"
_NAME = rf"(?P<name>(?:[Tt]he\s)?{_PART}(?:\s(?:(?:of|and|&|de|the)\s)?{_PART}){{0,5}})"
_SHORT_LINE = 160
_HEAD = 160
_TAIL = 60
_CITY = r"[A-ZÀ-Þ][\w.'’À-ÿ-]*(?:[ ,/]+[A-ZÀ-Þ][\w.'’À-ÿ-]*){0,5}"
_DAY = r"(?:,?\s+(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]+)(?:,?\s+\d{4})?)?"

_DATELINE = re.compile(
    rf"\s*(?:{_CITY}{_DAY}\s*[,:]?\s*[—–-]*\s*)?[(\[]{_NAME}(?:\s*[/|]\s*[\w. ]+)?[)\]]\s*(?:[—–:-]+|(?=[A-Z“\"])|\Z)"
)
_SLASHED = re.compile(rf"\s*{_CITY}{_DAY}\s*/\s*{_NAME}\s*/?\s*[—–-]+\s")
_SOURCE = re.compile(rf"\s*\(?(?:[Ss]ource|SOURCE|[Vv]ia|VIA|[Cc]ourtesy(?: of)?|[Cc]redit)s?\s*[:|–—-]\s*{_NAME}")
_VIA = re.compile(rf"\s*(?:[Vv]ia|[Ff]rom)\s+{_NAME}\s*\.?\s*\Z")
_BYLINE = re.compile(r"\s*(?:[Bb]y|BY)\s+(?P<by>[^\n]{2,100})\Z")
_ORIGINAL = re.compile(
    rf"(?:(?:article|story|report|piece|post|version|content)\b[^.\n]{{0,40}}?\s)?(?:was\s+|were\s+)?(?:originally|first|previously)\s+"
    rf"(?:published|appeared|posted|released|ran)\s+(?:by|in|on|at|with)\s+{_NAME}|(?:[Rr]epublished|[Rr]eprinted|[Rr]eproduced|[Ss]yndicated)"
    rf"(?:\s+(?:with|under)\s+[\w ]{{3,30}}?)?\s+(?:from|by|in)\s+{_NAME.replace('name', 'second')}"
)
_CONTRIBUTED = re.compile(
    rf"(?:[Ww]ith|[Aa]dditional)\s+(?:inputs?|files|reporting|information|material|agency inputs?)\s+(?:from|by)\s+{_NAME}"
    rf"|{_NAME.replace('name', 'second')}\s+contributed\s+to\s+this"
)
_PROVIDED = re.compile(
    rf"(?:Materials?|Content)\s+(?:is\s+|was\s+|were\s+)?provided\s+(?:courtesy\s+of|by)\s+{_NAME}(?=\s*(?:[.;(\n]|\Z))"
)
# What each of the three needs: of one of its rows, a word of each group. Looked for first, because they are slow where they find
# nothing.
_Needs: TypeAlias = tuple[tuple[tuple[str, ...], ...], ...]
_STATED: tuple[tuple[re.Pattern[str], _Needs], ...] = (
    (
        _ORIGINAL,
        (
            (("originally", "first", "previously"), ("published", "appeared", "posted", "released", "ran")),
            (("epublished", "eprinted", "eproduced", "yndicated"),),
        ),
    ),
    (_PROVIDED, ((("provided",), ("aterial", "ontent")),)),
    (_CONTRIBUTED, ((("contributed",),), (("input", "files", "reporting", "information", "material"), ("ith", "dditional")))),
)
_COPYRIGHT = re.compile(rf"(?:©|\([cC]\)|[Cc]opyright)\s*(?:©\s*)?(?:\d{{4}}(?:\s*[-–]\s*\d{{4}})?\s+)?{_NAME}")
_ENDING = re.compile(rf"[.!?”\"’)]\s*[(—–-]{{1,2}}\s*{_NAME}(?:\s*[/,]\s*{_NAME.replace('name', 'second')})?\s*[)—–-]?\s*\Z")
_PHOTO = re.compile(r"\b(?:photo|image|picture|file|getty|pool|illustration|video|graphic|caption|shutterstock)\b", re.IGNORECASE)
_AGENCY = re.compile(r"\b(?:Press|Agency|Agence|Newswire|Reuters|AFP|AP)\b")
_JOINED = re.compile(r"[,/|;]| and | for |\s[-–—]\s")


class LineCredit(NamedTuple):
    """A credit outside sentences: span, name, scope and the block it stands in."""

    start: int
    end: int
    name: str
    scope: CreditScope
    block: int


def line_credits(text: str, blocks: Sequence[Block], *, known: bool) -> list[LineCredit]:
    """Return the credits in credit lines, bylines, datelines and behind the last word, in order."""
    found: list[LineCredit] = []
    stated = [(pattern, needs) for pattern, needs in _STATED if _may_state(text, needs)]
    reporting = [index for index, block in enumerate(blocks) if block.kind in ("body", "list")]
    first, last = (reporting[0], reporting[-1]) if reporting else (-1, -1)
    for index, block in enumerate(blocks):
        apart = block.kind in ("credit", "byline")
        place = _Place(index, block.start, index == first, index == last, apart, known)
        if block.end - block.start <= _SHORT_LINE or apart:
            found.extend(_in_line(text[block.start : block.end][:1_000], place))
        elif place.first:
            found.extend(_dateline(text[block.start : block.start + _HEAD], place))
        if place.last:
            tail = max(block.start, block.end - _TAIL)
            found.extend(_ending(text[tail : block.end], place._replace(start=tail)))
        if stated:
            part = text[block.start : block.end]
            found.extend(_statements(text, block, place, [pattern for pattern, needs in stated if _may_state(part, needs)]))
    return sorted({(f.start, f.name): f for f in found}.values())


class _Place(NamedTuple):
    """Where a line stands.

    `block` is its index, `start` where the looked-at text begins, `first` and `last` whether it is the first or last block that
    reports, `apart` whether it is a line that reports nothing, `known` whether the table of well-known outlets may be asked.
    """

    block: int
    start: int
    first: bool
    last: bool
    apart: bool
    known: bool


def _in_line(line: str, place: _Place) -> Iterator[LineCredit]:
    """Yield what a short line credits."""
    for pattern in (_SOURCE, _VIA):
        match = pattern.match(line)
        if match and not (pattern is _VIA and outlet_evidence(match["name"], known=place.known) < 1):
            yield _credit(match, "name", "mention" if _PHOTO.search(line) else "article", place)
            return
    byline = _BYLINE.match(line)
    if byline and not _PHOTO.search(line):
        yield from _byline(byline, place)
    copyright_line = _COPYRIGHT.match(line.strip())
    if (
        copyright_line and not _PHOTO.search(line) and _AGENCY.search(copyright_line["name"])
    ):  # others name whoever publishes this page
        yield LineCredit(place.start, place.start + len(line), copyright_line["name"], "article", place.block)
    if place.first or place.apart:
        yield from _dateline(line, place)


def _byline(byline: re.Match[str], place: _Place) -> Iterator[LineCredit]:
    """Yield the outlets in a byline: "By Ana Arlen, Ardania Press Agency"; persons are none."""
    at = byline.start("by")
    for part in _JOINED.split(byline["by"]):
        name = part.strip(" .|")
        name = name.title() if name.isupper() and len(name) > 6 else name
        if name and outlet_evidence(name, known=place.known) >= 3:
            start = place.start + at + byline["by"].find(part.strip(" .|"))
            yield LineCredit(start, start + len(part.strip(" .|")), name, "article", place.block)


def _dateline(head: str, place: _Place) -> Iterator[LineCredit]:
    """Yield the agency of a dateline: "DAVOR, April 3 (Vesna) —"."""
    match = _DATELINE.match(head) or _SLASHED.match(head)
    if match and len(match["name"].split()) <= 4 and match["name"] not in ALIASES:
        yield _credit(match, "name", "article", place)


def _ending(tail: str, place: _Place) -> Iterator[LineCredit]:
    """Yield the agency behind the last sentence: "… . (AFP)", "… . – Vesna"."""
    match = _ENDING.search(tail)
    if match and (
        outlet_evidence(match["name"], known=place.known) >= 3 or (match["name"].isupper() and 2 <= len(match["name"]) <= 5)
    ):
        yield _credit(match, "name", "article", place)
        if match["second"]:
            yield _credit(match, "second", "article", place)


def _may_state(text: str, needs: _Needs) -> bool:
    """Tell whether a text has what a pattern needs."""
    return any(all(any(map(text.__contains__, words)) for words in row) for row in needs)


def _statements(text: str, block: Block, place: _Place, patterns: Sequence[re.Pattern[str]]) -> Iterator[LineCredit]:
    """Yield what a sentence says about where the whole text is from, as far as these patterns show it."""
    for pattern in patterns:
        for match in pattern.finditer(text, block.start, block.end):
            name = "name" if match["name"] else "second"
            yield _credit(match, name, _stated_scope(match), place._replace(start=0))


def _stated_scope(match: re.Match[str]) -> CreditScope:
    """Return what a statement credits: one of who contributed no more than a mention."""
    if match.re is _CONTRIBUTED:
        return "mention"
    whole = match.re is _PROVIDED or re.search(r"article|story|report|piece|publi|print|produced|syndic|version|post", match[0])
    return "article" if whole else "fact"


def _credit(match: re.Match[str], group: str, scope: CreditScope, place: _Place) -> LineCredit:
    name = match[group].strip().rstrip(".,;:’'")
    start = place.start + match.start() + (len(match[0]) - len(match[0].lstrip(' .!?”"’)')))
    return LineCredit(start, max(place.start + match.end(group), start + 1), name, scope, place.block)
