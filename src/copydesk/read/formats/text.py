"""Plain text: what was typed, copied from a page or scraped."""

from collections.abc import Iterator

from copydesk.read.sheet import Sheet
from copydesk.records import Document, Skipped
from copydesk.text.fold import plain


def sheets(document: Document, text: str) -> Iterator[Sheet | Skipped]:
    """Yield the text as it stands."""
    yield Sheet(text=plain(text), content=document.content)
