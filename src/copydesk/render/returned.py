"""Reading back the Markdown that copydesk wrote, after a person has worked on it."""

import re
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from copydesk.render.words import PARTS

_NOTES = re.compile(r"\s*\[\^[^\]\n]+\]")
_NOTE = re.compile(r"\[\^[^\]\n]+\]:")  # what a footnote says, not where it is called
_LABEL = re.compile(r"\s*\*\((?:partly supported|contradicted|not supported)\)\*\s*\Z")
# How widely a sentence is carried stands behind it: before its footnotes or what was found of it, or at its end.
_SIGNS = re.compile(r"(?<!\S)[●◐○]+(?=\s*(?:\[\^|\*\((?:partly|contr|not s)|\Z))|(?<=[.!?…”\"’')\]])\s*[●◐○]+(?=\s|\Z)")
_HEADING = re.compile(r"(#{1,6}) ")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()<>#|~!&$^=.+:)-])")
_REST = re.compile(rf"^(?:## (?:{'|'.join(map(re.escape, PARTS.values()))})|---)\s*$", re.MULTILINE)


class Line(NamedTuple):
    """A paragraph of a story's Markdown.

    Attributes:
        text: Its words, without marks, footnotes and escapes.
        level: 1 for the headline, 2 and more for headings, 0 for a sentence.
        heading: The heading it stands under; empty above the first one.
    """

    text: str
    level: int
    heading: str


def lines_of(markdown: str, own: Container[str] = ()) -> Iterator[Line]:
    """Yield the paragraphs of a story's Markdown down to its apparatus, empty ones aside.

    Args:
        markdown: The Markdown.
        own: Paragraphs that tell of the report and are none of its sentences.
    """
    rest = _REST.search(markdown)
    found = paragraphs(markdown[: rest.start() if rest else len(markdown)])
    return (line for line in as_lines(part for part in found if part not in own and not _NOTE.match(part)) if line.text)


def as_lines(parts: Iterable[str]) -> Iterator[Line]:
    """Yield paragraphs as they are read, a line each."""
    heading = ""
    for part in parts:
        level, text = read(part)
        heading = text if level > 1 else heading
        yield Line(text, level, heading)


def paragraphs(markdown: str) -> Iterator[str]:
    """Yield the paragraphs of a Markdown text, each on one line."""
    return (" ".join(part.split()) for part in re.split(r"\n\s*\n", markdown))


def read(part: str) -> tuple[int, str]:
    """Return the level of a paragraph, 0 where it is no heading, and its words without marks, footnotes and escapes."""
    signs = _HEADING.match(part)
    level = len(signs[1]) if signs else 0
    line = _LABEL.sub("", part[signs.end() if signs else 0 :])
    # A headline has no signs of its own: those in it are its words.
    line = _NOTES.sub("", line if level else _SIGNS.sub("", line))
    return level, _ESCAPED.sub(r"\1", " ".join(line.split())).strip()
