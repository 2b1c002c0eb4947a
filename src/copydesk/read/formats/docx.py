"""Word documents: their paragraphs, headings, links and footnotes, as HTML."""

import io
import re
import zipfile
from collections.abc import Iterator

from copydesk.read.formats.web import text_of_html
from copydesk.read.sheet import Sheet
from copydesk.records import Document, Skipped
from copydesk.text.fold import plain

_TITLE = re.compile(r"\s*<h1\b[^>]*>(.*?)</h1>", re.DOTALL)

# What a damaged document makes the reader raise.
_DAMAGE = (zipfile.BadZipFile, KeyError, ValueError, AttributeError, IndexError, OSError, RecursionError, SyntaxError)
# A document that unpacks to more is an attack, or no text.
_LARGEST = 200_000_000


def sheets(document: Document, text: str) -> Iterator[Sheet | Skipped]:
    """Yield the words of a Word document, its first line as title where it is a heading, or why there are none."""
    markup = html_of(document.content)
    if markup is None:
        yield Skipped(location=document.location, reason="broken", detail="It is no whole Word document.")
        return
    words = plain(text_of_html(markup))
    if not words.strip():
        yield Skipped(location=document.location, reason="empty", detail="There are no words in it.")
        return
    title = _TITLE.match(markup)
    yield Sheet(text=words, content=document.content, title=" ".join(text_of_html(title[1]).split()) if title else None)


def html_of(content: bytes) -> str | None:
    """Return a Word document (`.docx`) as HTML with its headings, links and footnotes; None where it is none, or damaged."""
    import mammoth  # noqa: PLC0415 -- used by few inputs

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST or "word/document.xml" not in archive.namelist():
                return None
        images = mammoth.images.img_element(lambda image: {"src": ""})
        return str(mammoth.convert_to_html(io.BytesIO(content), convert_image=images).value)
    except _DAMAGE:
        return None
