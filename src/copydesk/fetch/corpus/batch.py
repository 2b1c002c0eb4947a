"""What every format of a corpus gives."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from copydesk.records import Record, Skipped, SkipReason

TOGETHER = 2_000_000  # bytes of text in a batch: so much stays in the processor's cache
_ENTRIES = 20_000  # of a batch at most, taken and skipped: those without text have no bytes
NO_TIME = np.iinfo(np.int64).min
_YEARS = (1600, 2200)  # what a publication time may say
_FIRST, _BEHIND = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in _YEARS)
_DIGITS = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_MILLISECONDS, _MOST = 10**11, 10**15


class BrokenCorpus(Exception):
    """A file of a corpus is not what its name says, or breaks in the middle; the message says how."""


class Portion(Record, frozen=True, kw_only=True):
    """Part of a file of a corpus.

    Attributes:
        name: The file's name in the corpus.
        start: Where it begins: a byte, or a row group of a Parquet file.
        end: Behind where it ends, counted in the same way.
        size: About how many bytes of text it holds.
    """

    name: str
    start: int
    end: int
    size: int


class Columns(Record, frozen=True, kw_only=True):
    """Which column, or key, of a corpus holds what; of several the first that a file has.

    Attributes:
        text: The article's text.
        id: What it is called by; without one it is called by its file and row.
        outlet: Who published it.
        published: When: ISO 8601, seconds or milliseconds since 1970, or a Parquet time.
    """

    text: tuple[str, ...] = ("text", "body", "content", "maintext", "article")
    id: tuple[str, ...] = ("id", "doc_id", "url", "uid")
    outlet: tuple[str, ...] = ("outlet", "source", "publisher", "domain", "source_domain", "series", "sitename")
    published: tuple[str, ...] = ("published", "date_publish", "date", "published_at", "timestamp", "time")

    def chosen(self, names: Sequence[str]) -> dict[str, str]:
        """Return for each field the column that holds it, among columns of these names."""
        fields = {"text": self.text, "id": self.id, "outlet": self.outlet, "published": self.published}
        found = {key: next((name for name in wanted if name in names), None) for key, wanted in fields.items()}
        return {key: name for key, name in found.items() if name is not None}


@dataclass(frozen=True)
class Page:
    """A page of a web archive, and what `Extract` made of it.

    Attributes:
        url: Its address.
        text: The article's text.
        outlet: Who published it, empty where that is not known.
        published: When, ISO 8601, empty where that is not known.
    """

    url: str
    text: str
    outlet: str = ""
    published: str = ""


# Makes articles of pages: (address, media type, bytes) of each -> what each holds, None where there is no article in it.
Extract = Callable[[Sequence[tuple[str, str, bytes]]], Sequence[Page | None]]


@dataclass(frozen=True)
class Batch:
    """Some rows.

    Attributes:
        data: Texts in UTF-8, one behind the other.
        offsets: Of text `i` the bytes stand from `offsets[i]` to `offsets[i + 1]`.
        ids: What each is called by.
        outlets: Who published each, empty where that is not known.
        published: When, in seconds since 1970 UTC; `NO_TIME` where that is not known.
        skipped: Rows that could not be read.
    """

    data: NDArray[np.uint8]
    offsets: NDArray[np.int64]
    ids: pa.StringArray
    outlets: pa.StringArray
    published: NDArray[np.int64]
    skipped: list[Skipped]


@dataclass
class Rows:
    """Rows on their way into a batch.

    Attributes:
        texts: Their texts in UTF-8.
        ids: What each is called by.
        outlets: Who published each.
        published: When.
        skipped: Rows that could not be read.
        size: Bytes of all texts.
    """

    texts: list[bytes] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    published: list[int] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    size: int = 0

    def add(self, text: bytes, name: str, outlet: str, published: int) -> None:
        """Add a row."""
        self.texts.append(text)
        self.ids.append(name)
        self.outlets.append(outlet)
        self.published.append(published)
        self.size += len(text)

    def skip(self, location: str, reason: SkipReason, detail: str) -> None:
        """Note a row that could not be read."""
        self.skipped.append(Skipped(location=location, reason=reason, detail=detail))

    @property
    def full(self) -> bool:
        """Whether they are enough for a batch."""
        return self.size >= TOGETHER or len(self.texts) + len(self.skipped) >= _ENTRIES

    def batch(self) -> Batch:
        """Return the rows so far, and begin anew."""
        offsets = np.zeros(len(self.texts) + 1, np.int64)
        np.cumsum([len(text) for text in self.texts], out=offsets[1:])
        data = np.frombuffer(b"".join(self.texts), np.uint8)
        batch = Batch(data, offsets, _strings(self.ids), _strings(self.outlets), np.array(self.published, np.int64), self.skipped)
        self.texts, self.ids, self.outlets, self.published, self.skipped, self.size = [], [], [], [], [], 0
        return batch


def _strings(values: Sequence[str]) -> pa.StringArray:
    """Return strings as they are stored; what is not Unicode in them is replaced."""
    return pa.array([value.encode("utf-8", "replace").decode() for value in values], pa.string())


def text_of(value: object) -> str:
    """Return a value that names something as text: empty where there is none, the name inside where it is an object."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return next((text_of(value[key]) for key in ("name", "title", "domain") if value.get(key)), "")
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def seconds_of(value: object) -> int:
    """Return a time as seconds since 1970, `NO_TIME` where there is none or none that can be; without a zone it is read as UTC."""
    if isinstance(value, str):
        value = _written(value.strip())
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = value / 1000 if _MILLISECONDS <= abs(value) < _MOST else value
        return int(value) if _FIRST <= value < _BEHIND and value != 0 else NO_TIME
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day, tzinfo=UTC)
    if not isinstance(value, datetime) or not _YEARS[0] <= value.year < _YEARS[1]:
        return NO_TIME
    return int((value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp())


def seconds_of_all(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return times that are whole numbers as `seconds_of` does."""
    return possible(np.where(np.abs(values) >= _MILLISECONDS, values // 1000, values))


def possible(seconds: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return times in seconds, `NO_TIME` for those at which nothing was published."""
    return np.where((seconds >= _FIRST) & (seconds < _BEHIND) & (seconds != 0), seconds, NO_TIME)


def _written(value: str) -> datetime | float | None:
    if _DIGITS.fullmatch(value):
        return float(value)
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None
