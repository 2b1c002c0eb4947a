"""Reading back the Markdown that copydesk wrote, after a person has worked on it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from copydesk.render.words import PARTS

_SIGNS = re.compile(r"\s*[●◐○]+|\s*\[\^[^\]\n]+\]")
_LABEL = re.compile(r"\s*\*\((?:partly supported|contradicted|not supported)\)\*\s*\Z")
_HEADING = re.compile(r"(#{1,6}) ")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()<>#|~!&$^=.+:)-])")
_REST = re.compile(rf"^(?:## (?:{'|'.join(map(re.escape, PARTS.values()))})|---)\s*$", re.MULTILINE)
# How lines begin that tell of the report and are none of its sentences.
_ABOUT = ("**", "*As of", "an independent origin carries it", "[^")


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


def lines_of(markdown: str) -> Iterator[Line]:
    """Yield the paragraphs of a story's Markdown down to its apparatus."""
    rest, heading = _REST.search(markdown), ""
    for part in re.split(r"\n\s*\n", markdown[: rest.start() if rest else len(markdown)]):
        line = " ".join(_LABEL.sub("", _SIGNS.sub("", part)).split())
        if line.startswith(_ABOUT):
            continue
        signs = _HEADING.match(line)
        level = len(signs[1]) if signs else 0
        text = _ESCAPED.sub(r"\1", line[signs.end() if signs else 0 :]).strip()
        heading = text if level > 1 else heading
        if text:
            yield Line(text, level, heading)
