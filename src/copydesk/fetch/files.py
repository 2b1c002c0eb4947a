"""Documents from files, folders and standard input."""

import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import BinaryIO

from copydesk.fetch.config import FetchConfig
from copydesk.fetch.hints import astray, hints_for
from copydesk.records import Document, Hints, Skipped, SkipReason

STANDARD_INPUT = "-"

MEDIA_TYPES = {
    ".atom": "application/atom+xml",
    ".csv": "text/csv",
    ".eml": "message/rfc822",
    ".htm": "text/html",
    ".html": "text/html",
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".markdown": "text/markdown",
    ".md": "text/markdown",
    ".ndjson": "application/x-ndjson",
    ".pdf": "application/pdf",
    ".rss": "application/rss+xml",
    ".text": "text/plain",
    ".toml": "application/toml",
    ".tsv": "text/tab-separated-values",
    ".txt": "text/plain",
    ".xhtml": "text/html",
    ".xml": "application/xml",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
}


@dataclass(frozen=True)
class FoundDocuments:
    """What was found under some paths.

    Attributes:
        documents: Each file once, sorted by location.
        skipped: What could not be taken in, sorted by location.
    """

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...]


@dataclass
class _Search:
    """One call's notes.

    Attributes:
        config: Settings.
        files: Location -> where the file is.
        skipped: What is left out so far.
        above: Folders that the search stands in, as (device, inode): entering one of them again would never end.
    """

    config: FetchConfig
    files: dict[str, Path] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    above: list[tuple[int, int]] = field(default_factory=list)

    def skip(self, location: str, reason: SkipReason, detail: str) -> None:
        self.skipped.append(Skipped(location=location, reason=reason, detail=detail))


def find(
    paths: Iterable[str | Path],
    hints: Mapping[str, Hints] | None = None,
    config: FetchConfig | None = None,
    stdin: BinaryIO | None = None,
) -> FoundDocuments:
    """Find and load every file that the paths name.

    Args:
        paths: Files, folders (searched through, in order of names) or "-" for standard input.
        hints: Location, or name of a file -> what a person states about it.
        config: Settings.
        stdin: Where "-" reads from; None: the process's standard input.

    Returns:
        Documents whose locations are the paths as they were named, with forward slashes, so that the same input gives the same
        result on any machine. What cannot be read, and what hints name and no path holds, is in `skipped`; nothing is raised.
    """
    search = _Search(config or FetchConfig())
    documents: list[Document] = []
    for path in dict.fromkeys(str(p) for p in paths):
        if path == STANDARD_INPUT:
            content = (stdin or sys.stdin.buffer).read(search.config.largest_bytes + 1)
            documents += _document(STANDARD_INPUT, content, hints or {}, search)
        else:
            _walk(Path(path), PurePath(path).as_posix(), search)
    for location, place in search.files.items():
        content_or_none = _load(place, location, search)
        if content_or_none is not None:
            documents += _document(location, content_or_none, hints or {}, search)
    for name in astray([document.location for document in documents], hints or {}):
        search.skip(name, "vanished", "The hints speak of it, but no such file was given.")
    documents.sort(key=lambda document: document.location)
    search.skipped.sort(key=lambda skipped: (skipped.location, skipped.reason))
    return FoundDocuments(tuple(documents), tuple(search.skipped))


def _walk(place: Path, location: str, search: _Search) -> None:
    try:
        status = place.stat()
    except OSError as error:
        _skip_error(error, location, search)
        return
    if stat.S_ISDIR(status.st_mode):
        _walk_folder(place, location, (status.st_dev, status.st_ino), search)
    elif not stat.S_ISREG(status.st_mode):
        search.skip(location, "unreadable", "It is neither a file nor a folder.")
    elif status.st_size > search.config.largest_bytes:
        _skip_too_large(location, search)
    else:
        search.files.setdefault(location, place)


def _walk_folder(place: Path, location: str, identity: tuple[int, int], search: _Search) -> None:
    if identity in search.above:
        search.skip(location, "link_loop", "The link leads back to a folder that it lies in.")
        return
    try:
        names = sorted(entry.name for entry in os.scandir(place))
    except OSError as error:
        _skip_error(error, location, search)
        return
    search.above.append(identity)
    for name in names:
        inner = f"{location.rstrip('/')}/{name}" if location != "." else name
        if name.startswith(".") and not search.config.hidden:
            search.skip(inner, "hidden", "Its name starts with a dot; name it on its own to take it in.")
        else:
            _walk(place / name, inner, search)
    search.above.pop()


def _load(place: Path, location: str, search: _Search) -> bytes | None:
    try:
        with place.open("rb") as file:
            # One byte more than allowed: the file may have grown since it was looked at.
            return file.read(search.config.largest_bytes + 1)
    except OSError as error:
        _skip_error(error, location, search)
        return None


def _document(location: str, content: bytes, hints: Mapping[str, Hints], search: _Search) -> Iterator[Document]:
    if len(content) > search.config.largest_bytes:
        _skip_too_large(location, search)
        return
    media_type = MEDIA_TYPES.get(PurePath(location).suffix.lower())
    yield Document(location=location, content=content, media_type=media_type, hints=hints_for(location, hints))


def _skip_too_large(location: str, search: _Search) -> None:
    limit = search.config.largest_bytes / 1_000_000
    search.skip(location, "too_large", f"It has more than {limit:,.0f} MB; `fetch.largest_bytes` sets the limit.")


_REASONS: Sequence[tuple[int, SkipReason, str]] = (
    (errno.ENOENT, "vanished", "There is no such file or folder (any more)."),
    (errno.ENOTDIR, "vanished", "There is no such file or folder (any more)."),
    (errno.ELOOP, "link_loop", "The link leads back to itself."),
)


def _skip_error(error: OSError, location: str, search: _Search) -> None:
    for number, reason, detail in _REASONS:
        if error.errno == number:
            search.skip(location, reason, detail)
            return
    search.skip(location, "unreadable", f"It cannot be read: {error.strerror or type(error).__name__}.")
