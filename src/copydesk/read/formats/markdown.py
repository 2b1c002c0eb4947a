"""Markdown, with front matter where there is some."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from copydesk.read.formats.declared import genre_named
from copydesk.read.sheet import Sheet
from copydesk.read.times import declared
from copydesk.records import Document, Published, Skipped
from copydesk.text.fold import plain

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(.{0,5000}?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)")
_TAG = re.compile(r"<[^<>]*>")


def sheets(document: Document, text: str) -> Iterator[Sheet | Skipped]:
    """Yield the document's words without their markup; the first top heading is the title unless the front matter has one."""
    text = plain(text)
    match = _FRONT_MATTER.match(text)
    fields = _fields(match[1]) if match else {}
    lines = _lines(text[match.end() :] if match else text)
    heading = next((line for level, line in lines if level == 1), None)
    yield Sheet(
        text="\n\n".join(line for _, line in lines),
        content=document.content,
        title=fields.get("title") or fields.get("headline") or heading,
        byline=fields.get("author") or fields.get("byline"),
        outlet=fields.get("outlet") or fields.get("publisher") or fields.get("site"),
        url=fields.get("url") or fields.get("canonical"),
        language=(fields.get("language") or fields.get("lang") or "")[:2].lower() or None,
        genre=genre_named(*map(fields.get, ("genre", "section", "category", "type"))),
        published=declared(fields.get("published") or fields.get("date"), "front matter") or Published(),
    )


def _fields(front: str) -> dict[str, str]:
    """Read the flat fields of front matter; lists and nested tables say nothing that is needed here."""
    found = (_FIELD.match(line) for line in front.split("\n"))
    return {match[1].lower(): value for match in found if match and (value := match[2].strip().strip("\"'"))}


def _lines(text: str) -> list[tuple[int, str]]:
    """Return (heading level or 0, line) for each block of words."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  (used by few inputs)

    lines, level, bullet = [], 0, ""
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "list_item_open":
            bullet = "- "
        elif token.type == "inline":
            lines.append((level, bullet + _words(token)))
            level, bullet = 0, ""
        elif token.type in ("code_block", "fence"):
            lines.append((0, token.content))
        elif token.type == "html_block":
            lines.append((0, _TAG.sub("\n", token.content)))
    return [(level, line) for level, line in lines if line.strip()]


def _words(inline: "Token") -> str:
    breaks = {"softbreak": " ", "hardbreak": " "}
    kept = ("text", "code_inline", "softbreak", "hardbreak")
    return "".join(breaks.get(child.type, child.content) for child in inline.children or () if child.type in kept)
