"""NITF (IPTC News Industry Text Format), versions 2 and 3, with or without a namespace: how agencies mark up a text."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from copydesk.read.formats.tree import child, child_words, every, name, words, xml_tree
from copydesk.read.sheet import Sheet
from copydesk.read.times import declared
from copydesk.records import Document, Published, Skipped
from copydesk.text.fold import plain

# A status under which nothing may be used, and what it means.
WITHHELD = {
    "withheld": "its provider withholds it",
    "canceled": "its provider cancelled it",
    "cancelled": "its provider cancelled it",
}
_BLOCKS = frozenset(["p", "hl1", "hl2", "li", "dt", "dd", "pre"])
# What stands in a text and is not of it: pictures, tables, notes to a place, footnotes.
_APART = frozenset(["media", "table", "nitf-table", "fn", "note"])
_NOTE_MARK = re.compile(r"\[\d{1,3}\]")
_BY = re.compile(r"^by[: ]\s*", re.IGNORECASE)
# A line at the end that says who worked on it is a sentence; longer ones are about something else.
_TAGLINE_WORDS = 40


def sheets(document: Document, text: str) -> Iterator[Sheet | Skipped]:
    """Yield the article of an NITF document, or why there is none; embargoes stand as a line before the text."""
    root, problem = xml_tree(text, "NITF")
    if root is None:
        yield Skipped(location=document.location, reason="broken", detail=problem or "It is no NITF.")
        return
    docdata = next(iter(every(root, "docdata")), None)
    status = (docdata.get("management-status") or "").lower() if docdata is not None else ""
    body = text_of(root)
    if status in WITHHELD:
        yield Skipped(location=document.location, reason="withheld", detail=f"It must not be used: {WITHHELD[status]}.")
    elif not body.strip():
        yield Skipped(location=document.location, reason="empty", detail="There is no text in it.")
    else:
        yield _sheet(document, root, docdata, f"{_embargo(docdata)}\n\n{body}" if status == "embargoed" else body)


def text_of(root: Any) -> str:  # noqa: ANN401  (lxml is untyped)
    """Return an NITF element's text: dateline, paragraphs, headings, a short tagline; the abstract where there is nothing else."""
    parts = [part for content in _contents(root) for part in _blocks(content)]
    head = next(iter(every(root, "body.head")), root)
    dateline = child_words(head, "dateline")
    if parts and dateline and not parts[0].casefold().startswith(dateline.casefold()[:12]):
        parts[0] = f"{dateline.rstrip(' -–—')} — {parts[0]}"
    tagline = next((words(element) for element in every(root, "tagline")), "")
    if parts and tagline and len(tagline.split()) < _TAGLINE_WORDS:
        parts.append(tagline)
    return "\n\n".join(parts or [words(element) for element in every(head, "abstract")])


def headline_of(root: Any) -> str | None:  # noqa: ANN401
    """Return the main headline."""
    found = next((words(element) for element in every(root, "hl1") if words(element)), None)
    return found or next((words(element) for element in every(root, "title") if words(element)), None)


def byline_of(root: Any) -> str | None:  # noqa: ANN401
    """Return who wrote it."""
    byline = next(iter(every(root, "byline")), None)
    if byline is None:
        return None
    named = child_words(byline, "person") or words(byline)
    return _BY.sub("", named)[:300] or None


def _sheet(document: Document, root: Any, docdata: Any, body: str) -> Sheet:  # noqa: ANN401
    distributor = next((words(element) for element in every(root, "distributor") if words(element)), None)
    pubdata = next(iter(every(root, "pubdata")), None)
    outlet = pubdata.get("name") if pubdata is not None else None
    holder = child(docdata, "doc.copyright") if docdata is not None else None
    outlet = outlet or distributor or (holder.get("holder") if holder is not None else None)
    url = pubdata.get("ex-ref") if pubdata is not None else None
    return Sheet(
        text=plain(body),
        content=document.content,
        title=headline_of(root),
        byline=byline_of(root),
        outlet=" ".join(outlet.split()) if outlet else None,
        url=url if url and url.startswith(("http://", "https://")) else None,
        language=(root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[:2].lower() or None,
        published=published_in(root) or Published(),
        credits=(distributor,) if distributor and distributor != outlet else (),
    )


def published_in(root: Any) -> Published | None:  # noqa: ANN401
    """Return the time of issue, else of release, publication or the story's own date."""
    for element_name, attribute in (
        ("date.issue", "norm"),
        ("date.release", "norm"),
        ("pubdata", "date.publication"),
        ("story.date", "norm"),
    ):
        for element in every(root, element_name):
            if found := declared(element.get(attribute), "nitf"):
                return found
    return None


def _embargo(docdata: Any) -> str:  # noqa: ANN401
    release = child(docdata, "date.release")
    until = release.get("norm") if release is not None else None
    return f"EMBARGOED until {until}" if until else "EMBARGOED: not for release until further notice"


def _contents(root: Any) -> list[Any]:  # noqa: ANN401
    """Return the contents of bodies, those of footnotes left out."""
    return [
        element for element in every(root, "body.content") if not any(name(above) in _APART for above in element.iterancestors())
    ]


def _blocks(element: Any) -> Iterator[str]:  # noqa: ANN401
    for inner in element:
        kind = name(inner)
        if kind in _APART:
            continue
        if kind in _BLOCKS:
            if found := words(_without_marks(inner)):
                yield found
        elif kind:
            yield from _blocks(inner)


def _without_marks(block: Any) -> Any:  # noqa: ANN401
    """Return a block without the numbers that lead to notes."""
    copy = deepcopy(block)
    for link in every(copy, "a"):
        if (link.get("href") or "").startswith("#") and _NOTE_MARK.fullmatch(words(link)):
            link.text = None
    return copy
