"""RSS 2.0, RSS 1.0 and Atom: one article per entry, with the feed's title as its outlet.

An entry's `<source>` names the outlet whose feed it was taken from: a credit, where that is another than the feed's own.
"""

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from copydesk.read.formats.tree import xml_tree
from copydesk.read.formats.web import text_of_html
from copydesk.read.sheet import Sheet
from copydesk.read.times import declared, utc
from copydesk.records import Document, Published, Skipped
from copydesk.text.fold import plain

_ENTRIES = ("item", "entry")
# The fullest text first; what an entry has of several is taken from the first.
_TEXT = ("encoded", "content", "description", "summary")
_PUBLISHED = ("pubdate", "published", "date", "issued")
_UPDATED = ("updated", "modified")
_AUTHOR = ("creator", "author")


def sheets(document: Document, text: str) -> Iterator[Sheet | Skipped]:
    """Yield the entries of a feed, numbered from 1."""
    root, problem = xml_tree(text, "a feed")
    if root is None:
        yield Skipped(location=document.location, reason="broken", detail=problem or "It is no feed.")
        return
    entries = [element for element in root.iter() if _name(element) in _ENTRIES]
    if not entries:
        yield Skipped(location=document.location, reason="empty", detail="The feed has no entry.")
    outlet = _first(next((e for e in root.iter() if _name(e) == "channel"), root), ("title",))
    for number, entry in enumerate(entries, start=1):
        yield _sheet(entry, outlet, number, document.location)


def _sheet(entry: Any, outlet: str | None, number: int, location: str) -> Sheet | Skipped:  # noqa: ANN401  (lxml is untyped)
    from lxml import etree  # noqa: PLC0415

    text = _text(entry)
    if not text:
        return Skipped(location=f"{location}#{number}", reason="empty", detail="The entry has a title at most, and no text.")
    source = _source(entry)
    return Sheet(
        text=plain(text),
        content=etree.tostring(entry, with_tail=False),
        number=number,
        title=_first(entry, ("title",)),
        byline=_first(entry, _AUTHOR),
        outlet=outlet,
        url=_link(entry),
        published=_time(entry, _PUBLISHED) or _time(entry, _UPDATED) or Published(),
        updated=utc(_time(entry, _UPDATED)),
        credits=(source,) if source and source != outlet else (),
    )


def _name(element: Any) -> str:  # noqa: ANN401
    """Return an element's name without its namespace, in lower case; empty for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _words(element: Any) -> str:  # noqa: ANN401
    return " ".join("".join(element.itertext()).split())


def _first(parent: Any, names: tuple[str, ...]) -> str | None:  # noqa: ANN401
    """Return the words of the first child that has one of some names, those of its name where it is a person."""
    for name in names:
        for child in parent:
            if _name(child) == name:
                inner = next((e for e in child if _name(e) in ("name", "title")), child)
                if words := _words(inner)[:300]:
                    return words
    return None


def _text(entry: Any) -> str:  # noqa: ANN401
    """Return the fullest text of an entry; markup in it is escaped, or stands as elements of its own."""
    from lxml import etree  # noqa: PLC0415

    for name in _TEXT:
        for child in entry:
            if _name(child) != name:
                continue
            marked = b"".join(etree.tostring(inner) for inner in child).decode() if len(child) else "".join(child.itertext())
            found = text_of_html(f"<div>{marked}</div>") if "<" in marked else marked
            if found.strip():
                return found
    return ""


def _source(entry: Any) -> str | None:  # noqa: ANN401
    return _first(entry, ("source",))


def _link(entry: Any) -> str | None:  # noqa: ANN401
    """Return the address of an entry's page."""
    links = [child for child in entry if _name(child) == "link"]
    found = [link.get("href") or _words(link) for link in links if link.get("rel") in (None, "alternate")]
    return next((url for url in found if url.startswith(("http://", "https://"))), None)


def _time(entry: Any, names: tuple[str, ...]) -> Published | None:  # noqa: ANN401
    """Return the time under one of some names: ISO 8601, or as mail has it."""
    for name in names:
        words = next((_words(child) for child in entry if _name(child) == name), "")
        try:
            moment = parsedate_to_datetime(words)
        except ValueError:
            moment = None
        if moment is not None:
            return Published(when=moment.isoformat(), precision="second", basis="feed")
        if found := declared(words, "feed"):
            return found
    return None
