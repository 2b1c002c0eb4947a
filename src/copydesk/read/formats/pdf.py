"""PDF with a text layer; needs the extra `pdf`."""

import io
import re
import struct
import warnings
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence

from copydesk.errors import MissingExtra
from copydesk.read.sheet import Sheet
from copydesk.records import Document, Skipped
from copydesk.text.fold import plain

_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_NUMBER = re.compile(r"\d+")
_PAGE_EDGE = 2  # lines at the head and foot of a page that may be its running title or number
# What a damaged file makes the parser raise beside its own errors.
_DAMAGE = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    RecursionError,
    OSError,
    OverflowError,
    struct.error,
    zlib.error,
)


def sheets(document: Document, text: str) -> Iterator[Sheet | Skipped]:
    """Yield the words of a PDF's text layer with lines joined to paragraphs, or why there are none."""
    try:
        import pypdf  # noqa: PLC0415  (an extra)
    except ImportError:
        detail = str(MissingExtra("pdf", "Reading PDF"))
        yield Skipped(location=document.location, reason="missing_extra", detail=detail)
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pages = [plain(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(document.content)).pages]
    except (pypdf.errors.PyPdfError, *_DAMAGE) as error:
        yield Skipped(location=document.location, reason="broken", detail=f"It is no whole PDF: {error}.")
        return
    if not any(page.strip() for page in pages):
        detail = "It has no text layer; run it through text recognition (OCR) first."
        yield Skipped(location=document.location, reason="empty", detail=detail)
        return
    yield Sheet(text=_paragraphs(_without_edges(pages)), content=document.content)


def _without_edges(pages: Sequence[str]) -> list[str]:
    """Return all lines but those that stand at the head or foot of most pages, whatever their number says."""
    split = [[line.strip() for line in page.split("\n")] for page in pages]
    edges = Counter(
        key for lines in split for key in {_NUMBER.sub("#", line) for line in (*lines[:_PAGE_EDGE], *lines[-_PAGE_EDGE:]) if line}
    )
    running = {key for key, times in edges.items() if len(pages) > 1 and times >= max(2, 0.6 * len(pages))}
    kept = []
    for lines in split:
        last = len(lines) - _PAGE_EDGE
        kept += [line for i, line in enumerate(lines) if not ((i < _PAGE_EDGE or i >= last) and _NUMBER.sub("#", line) in running)]
    return kept


def _paragraphs(lines: Sequence[str]) -> str:
    """Join lines to paragraphs: one ends where a line ends a sentence before the column is full, or where a line is empty."""
    full = sorted(len(line) for line in lines if line)
    width = full[int(0.8 * (len(full) - 1))] if full else 0
    parts: list[str] = []
    for line in lines:
        parts.append(line)
        ended = len(line) < 0.85 * width and line.endswith((".", "!", "?", "”", '"', ":"))
        parts.append("\n\n" if not line or ended or len(line) < 0.5 * width else "\n")
    joined = _HYPHEN.sub("", "".join(parts))
    return re.sub(r"(?<!\n)\n(?!\n)", " ", joined)
