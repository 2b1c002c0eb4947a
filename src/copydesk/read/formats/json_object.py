"""JSON: ninjs (IPTC, versions 1 to 3), plain objects with a title and a text under their usual names, and lists of these."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TypeAlias

import msgspec

from copydesk.read.formats.declared import genre_named
from copydesk.read.formats.nitf import WITHHELD
from copydesk.read.formats.web import text_of_html
from copydesk.read.sheet import Sheet
from copydesk.read.times import declared, utc
from copydesk.records import Document, Published, Skipped
from copydesk.text.fold import plain

Tree: TypeAlias = "bool | int | float | str | list[Tree] | dict[str, Tree] | None"

# Names under which archives, scrapers and feeds keep the same thing; the first that is there counts. Compared in lower case
# without underscores and hyphens, so that `body_text`, `bodyText` and `BodyText` are one.
_TITLE = ("title", "headline", "headlines", "name", "subject")
_TEXT = (
    "text", "bodytext", "body", "bodies", "content", "contenttext", "articlebody", "articletext", "maintext", "fulltext", "article",
    "story", "cleanedtext", "rawtext", "bodyhtml", "bodyxhtml", "contenthtml", "html", "descriptiontext",
)  # fmt: skip
_URL = ("url", "link", "canonicalurl", "canonical", "permalink", "weburl", "uri", "sourceurl")
_PUBLISHED = (
    "published", "publishedat", "datepublished", "publicationdate", "publishdate", "pubdate", "firstpublished", "date", "datetime",
    "firstcreated", "contentcreated", "versioncreated", "created", "createdat", "timestamp", "time",
)  # fmt: skip
_UPDATED = ("updated", "updatedat", "datemodified", "modified", "lastmodified", "versioncreated")
_OUTLET = ("outlet", "publisher", "publication", "sitename", "site", "newspaper", "source", "sourcename", "copyrightholder",
           "provider", "domain")  # fmt: skip
_AUTHOR = ("byline", "by", "author", "authors", "creator", "writer")
_KIND = ("genre", "section", "category", "type")
_LANGUAGE = ("language", "lang", "inlanguage")
_BASED_ON = ("isbasedon", "creditline", "agency")
# Roles of IPTC's vocabulary Content Production Party Role.
_DISTRIBUTORS = frozenset(["distributor", "provider", "publisher", "supplier"])
_AUTHORS = frozenset(["author", "editor", "producer", "factchecker", "contenteditor", "metadataeditor"])
_LISTS = ("articles", "items", "data", "results", "docs", "documents", "stories", "news", "value", "entries", "hits")
_INNER = ("name", "value", "text", "plain", "content", "html", "title", "#text", "literal")


def sheets(document: Document, text: str) -> Iterator[Sheet | Skipped]:
    """Yield the article of an object, or those of a list, numbered from 1."""
    try:
        tree: Tree = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        yield Skipped(location=document.location, reason="broken", detail=f"It is not JSON: {error}.")
        return
    items = _items(tree)
    if items is None:
        yield sheet_of(tree, document.content, None, document.location)
        return
    if not items:
        yield Skipped(location=document.location, reason="empty", detail="The list in it is empty.")
    for number, item in enumerate(items, start=1):
        yield sheet_of(item, msgspec.json.encode(item, order="sorted"), number, f"{document.location}#{number}")


def _items(tree: Tree) -> list[Tree] | None:
    """Return the list that a file holds, or None where it holds one object."""
    if isinstance(tree, list):
        return tree
    fields = _fields(tree) if isinstance(tree, dict) else {}
    if fields and not _words(fields, _TEXT):
        for name in _LISTS:
            found = fields.get(name)
            if isinstance(found, list) and any(isinstance(item, dict) for item in found):
                return found
    return None


def sheet_of(item: Tree, content: bytes, number: int | None, location: str) -> Sheet | Skipped:
    """Return the sheet of one object, or why it has none.

    Args:
        item: The decoded value.
        content: The bytes that are its own.
        number: Which one of its file it is.
        location: Where it stands, for the reason.
    """
    fields = _fields(item) if isinstance(item, dict) else {}
    text = _words(fields, _TEXT)
    if not isinstance(item, dict) or not text:
        names = ", ".join(sorted(item)[:8]) if isinstance(item, dict) else type(item).__name__
        return Skipped(
            location=location,
            reason="unknown_type",
            detail=f"It has no text under a name that is known (found: {names or 'nothing'}).",
        )
    status = _line(_words(fields, ("pubstatus",)))
    if status in WITHHELD:
        return Skipped(location=location, reason="withheld", detail=f"It must not be used: {WITHHELD[status]}.")
    distributors, others = _info_sources(fields.get("infosources"))
    outlet = _line(_words(fields, _OUTLET)) or next(iter(distributors), None)
    named = [_line(_words(fields, _BASED_ON)), *distributors, *others]
    if _is_markup(text):
        text = text_of_html(text)
    until = _line(_words(fields, ("embargoeduntil", "embargoed")))
    return Sheet(
        text=plain(f"EMBARGOED until {until}\n\n{text}" if until else text),
        content=content,
        number=number,
        title=_line(_words(fields, _TITLE)),
        byline=_line(_words(fields, _AUTHOR)),
        outlet=outlet,
        url=_url(_words(fields, _URL)),
        language=(_line(_words(fields, _LANGUAGE)) or "")[:2].lower() or None,
        genre=genre_named(*(_line(_words(fields, (name,))) for name in _KIND)),
        published=_time(fields, _PUBLISHED) or Published(),
        updated=utc(_time(fields, _UPDATED)),
        credits=tuple(dict.fromkeys(name for name in named if name and name != outlet)),
    )


def _fields(item: Mapping[str, Tree]) -> dict[str, Tree]:
    return {name.lower().replace("_", "").replace("-", ""): value for name, value in item.items()}


def _words(fields: Mapping[str, Tree], names: Iterable[str]) -> str | None:
    """Return the words under the first of several names that has any."""
    for name in names:
        found = _flat(fields.get(name), 0)
        if found:
            return found
    return None


def _flat(value: Tree, depth: int) -> str | None:
    """Return the words of a value: a string, the main one of a list of variants (ninjs 2 and 3), or an object's name."""
    if isinstance(value, str):
        return value.strip() or None
    if depth > 3:
        return None
    if isinstance(value, list):
        return _flat_list(value, depth)
    if isinstance(value, dict):
        fields = _fields(value)
        return next((found for name in _INNER if (found := _flat(fields.get(name), depth + 1))), None)
    return None


def _flat_list(values: list[Tree], depth: int) -> str | None:
    if all(isinstance(value, str) for value in values):
        parts = [value.strip() for value in values if isinstance(value, str) and value.strip()]
        # Paragraphs of a text stand below each other, names of authors in a row.
        return ("\n\n" if any(len(part) > 100 for part in parts) else ", ").join(parts) or None
    found = [(value, words) for value in values if (words := _flat(value, depth + 1))]
    main = [words for value, words in found if isinstance(value, dict) and value.get("role") in ("main", None)]
    if all(isinstance(value, dict) and "role" not in value and "contenttype" not in _fields(value) for value, _ in found):
        return ", ".join(words for _, words in found) or None
    return next(iter(main or [words for _, words in found]), None)


def _info_sources(value: Tree) -> tuple[list[str], list[str]]:
    """Return whom ninjs names as distributors of an item, and whom as those it comes from; its author is neither."""
    distributors: list[str] = []
    others: list[str] = []
    for party in value if isinstance(value, list) else [value]:
        fields = _fields(party) if isinstance(party, dict) else {}
        called = _line(_flat(party, 1))
        role = fields.get("role") or fields.get("rel")
        last = role.rstrip("/").rpartition("/")[2].lower() if isinstance(role, str) else ""
        if called and last not in _AUTHORS:
            (distributors if last in _DISTRIBUTORS else others).append(called)
    return distributors, others


def _line(words: str | None) -> str | None:
    return " ".join(plain(words).split())[:300] or None if words else None


def _url(words: str | None) -> str | None:
    line = _line(words)
    return line if line and line.startswith(("http://", "https://")) else None


def _is_markup(text: str) -> bool:
    return text.count("</") >= 1 and any(tag in text.lower() for tag in ("</p>", "</div>", "<br", "</h", "</li>", "</a>"))


def _time(fields: Mapping[str, Tree], names: Iterable[str]) -> Published | None:
    for name in names:
        value = fields.get(name)
        found = _epoch(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
        if isinstance(value, str):
            found = declared(value, "json")
        if found:
            return found
    return None


def _epoch(value: float) -> Published | None:
    """Return the time of a count of seconds, or milliseconds, since 1970; None for numbers that are no recent time."""
    seconds = value / 1000 if value > 1e11 else value
    if not 3e8 < seconds < 7e9:
        return None
    return Published(when=datetime.fromtimestamp(int(seconds), UTC).isoformat(), precision="second", basis="json")
