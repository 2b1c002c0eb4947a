"""An article's text as the page shows it: paragraphs with places to jump to, and what was removed, where it stood."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from copydesk.records import ArticleEntry, Removed
from copydesk.spans import stripped

_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph.

    Attributes:
        at: Offset in the article where it begins, if a page may lead there; else None.
        text: The words.
    """

    at: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        at: Offset in the article of its first code point.
        pieces: Its text in stretches.
    """

    at: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Blocks that were removed at one place.

    Attributes:
        reasons: Why, each once.
        blocks: The blocks.
    """

    reasons: tuple[str, ...]
    blocks: tuple[Removed, ...]


def parts(article: ArticleEntry, places: Iterable[int]) -> tuple[Paragraph | Gap, ...]:
    """Return an article's paragraphs and gaps in order; `places` are the offsets a page may lead to."""
    gaps = {after: Gap(tuple(dict.fromkeys(b.reason for b in blocks)), blocks) for after, blocks in _removed(article)}
    laid: list[Paragraph | Gap] = []
    offsets = sorted(gaps)
    for paragraph in _paragraphs(article.text, sorted(set(places))):
        while offsets and offsets[0] <= paragraph.at:
            laid.append(gaps[offsets.pop(0)])
        laid.append(paragraph)
    return (*laid, *(gaps[after] for after in offsets))


def _removed(article: ArticleEntry) -> Iterator[tuple[int, tuple[Removed, ...]]]:
    for after, blocks in groupby(sorted(article.removed, key=lambda block: block.after), key=lambda block: block.after):
        yield after, tuple(blocks)


def _paragraphs(text: str, places: list[int]) -> Iterator[Paragraph]:
    for start, end in _spans(text):
        inside = places[bisect_left(places, start) : bisect_left(places, end)]
        cuts = sorted({start, *inside, end})
        marked = set(inside)
        pieces = (Piece(a if a in marked else None, text[a:b]) for a, b in pairwise(cuts))
        yield Paragraph(start, tuple(pieces))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    starts = [0]
    ends = []
    for gap in _EMPTY_LINE.finditer(text):
        ends.append(gap.start())
        starts.append(gap.end())
    for start, end in zip(starts, [*ends, len(text)], strict=True):
        span = stripped(text, start, end)
        if span.start < span.end:
            yield span.start, span.end
