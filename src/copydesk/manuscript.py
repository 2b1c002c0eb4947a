"""A draft that somebody else wrote, taken apart: its words, headings and what it says it rests on.

bytes -> text, Markdown, HTML or Word -> markup and notes blanked, every word at its place -> headings, cites
"""

import re
import sys
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from copydesk.errors import UsageError
from copydesk.read.formats.docx import html_of
from copydesk.text.cites import Cite, cites_in
from copydesk.text.markup import Markup, headings, words_in_place

MARKUPS: dict[str, Markup] = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html"}
_GAP = re.compile(r"\s+")
_CLOSING = frozenset(".,;:!?)”’")


@dataclass(frozen=True)
class Manuscript:
    """A draft taken apart.

    Attributes:
        text: The draft; what offsets count in. Of a Word document: its words, paragraphs parted by empty lines.
        words: As long as `text`, with markup, notes and their signs blanked.
        headings: Spans of its headings, half-open, in order.
        cites: Where it says what it rests on, in order.
        marked_up: Whether there was markup, so that blanks in a sentence may be gaps that it left.
    """

    text: str
    words: str
    headings: tuple[tuple[int, int], ...]
    cites: tuple[Cite, ...]
    marked_up: bool


def manuscript(text: str, markup: Markup = "text") -> Manuscript:
    """Take a draft apart.

    Args:
        text: The draft itself.
        markup: How it is marked up.
    """
    cited = cites_in(text, markup)
    words = list(words_in_place(text, markup))
    for start, end in cited.gone:
        words[start:end] = [sign if sign == "\n" else " " for sign in words[start:end]]
    return Manuscript(text, "".join(words), headings(text, markup), cited.cites, markup != "text")


def load_draft(path: Path) -> Manuscript:
    """Read a draft; what it is follows from its content and its ending.

    Args:
        path: A Word document, or a UTF-8 file, or "-" for standard input: `.md` and `.markdown` are Markdown, `.html` and `.htm`
            HTML, anything else is plain text.

    Raises:
        UsageError: The file cannot be read, is not UTF-8, or is no whole Word document.
    """
    content = _content(path)
    if content.startswith(b"PK\x03\x04") or path.suffix.lower() == ".docx":
        markup = html_of(content)
        if markup is None:
            raise UsageError(f"{path}: is no whole Word document; open it and save it as .docx again.")
        return flattened(manuscript(markup, "html"))
    return manuscript(_decoded(path, content), MARKUPS.get(path.suffix.lower(), "text"))


def flattened(draft: Manuscript) -> Manuscript:
    """Return a draft whose text is its words alone, gaps closed, with headings and cites where they are then."""
    kept: list[str] = []
    starts, places, ends = [0], [0], list[int]()  # of each stretch without a gap: where it began, begins and ends
    for gap in _GAP.finditer(draft.words):
        stretch = draft.words[starts[-1] : gap.start()]
        ends.append(places[-1] + len(stretch))
        closing = draft.words[gap.end() : gap.end() + 1] in _CLOSING  # what stood between was a tag or the sign of a note
        sign = "\n\n" if gap[0].count("\n") > 1 else "" if closing else " "
        sign = sign if ends[-1] else ""
        kept += [stretch, sign]
        starts.append(gap.end())
        places.append(ends[-1] + len(sign))
    kept.append(draft.words[starts[-1] :])
    ends.append(places[-1] + len(kept[-1]))
    text = "".join(kept).rstrip()

    def moved(place: int) -> int:
        order = bisect_right(starts, place) - 1
        return min(places[order] + place - starts[order], ends[order], len(text))

    def seen(cite: Cite) -> Cite:
        words = draft.words[cite.start : cite.end]
        start = moved(cite.start + (0 if cite.sign else len(words) - len(words.lstrip())))
        return cite._replace(start=start, end=max(start, moved(cite.end)))

    cites = tuple(map(seen, draft.cites))
    return Manuscript(text, text, tuple((moved(start), moved(end)) for start, end in draft.headings), cites, marked_up=False)


def _content(path: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or 'cannot be read'}.") from error


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8 text; save it as UTF-8 and try again.") from error
