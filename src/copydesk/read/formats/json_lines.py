"""JSON Lines: one article per line; a bad line is skipped and the rest go on."""

from collections.abc import Iterator

import msgspec

from copydesk.read.formats.json_object import Tree, sheet_of
from copydesk.read.sheet import Sheet
from copydesk.records import Document, Skipped


def sheets(document: Document, text: str) -> Iterator[Sheet | Skipped]:
    """Yield the articles of a file, numbered from 1 by their line."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _sheet(document, line, number)


def _sheet(document: Document, line: str, number: int) -> Sheet | Skipped:
    location = f"{document.location}#{number}"
    try:
        item: Tree = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError) as error:
        return Skipped(location=location, reason="broken", detail=f"This line is not JSON: {error}.")
    return sheet_of(item, line.strip().encode(), number, location)
