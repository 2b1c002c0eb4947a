"""Reading back the Markdown that copydesk wrote, after a person has worked on it."""

import re

from copydesk.render.words import PARTS

_SIGNS = re.compile(r"\s*[●◐○]+|\s*\[\^[^\]\n]+\]")
_LABEL = re.compile(r"\s*\*\((?:partly supported|contradicted|not supported)\)\*\s*\Z")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()<>#|~!&$^=.+:)-])")
_REST = re.compile(rf"^(?:## (?:{'|'.join(map(re.escape, PARTS.values()))})|---)\s*$", re.MULTILINE)
# How lines begin that tell of the report and are none of its sentences.
_ABOUT = ("**", "*As of", "an independent origin carries it", "[^")


def sentences_of(markdown: str) -> list[str]:
    """Return the paragraphs of a story's Markdown down to its apparatus, without marks, footnotes and escapes."""
    rest = _REST.search(markdown)
    found = []
    for part in re.split(r"\n\s*\n", markdown[: rest.start() if rest else len(markdown)]):
        line = " ".join(_LABEL.sub("", _SIGNS.sub("", part)).split())
        if line.startswith(_ABOUT):
            continue
        line = _ESCAPED.sub(r"\1", re.sub(r"^#{1,6} ", "", line)).strip()
        if line:
            found.append(line)
    return found
