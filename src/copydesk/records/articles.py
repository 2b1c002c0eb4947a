"""What goes into the stages and what `read` makes of it."""

from datetime import datetime
from typing import Literal

from copydesk.records.base import Record

Genre = Literal["report", "analysis", "opinion", "brief", "release", "sponsored", "machine_made"]
Precision = Literal["second", "minute", "hour", "day", "month", "year", "unknown"]
BlockKind = Literal["body", "heading", "list", "credit", "byline", "correction", "embargo"]
SkipReason = Literal[
    "empty",
    "only_clutter",
    "binary",
    "too_large",
    "undecodable",
    "broken",
    "unknown_type",
    "unreadable",
    "vanished",
    "duplicate",
    "link_loop",
    "language",
    "missing_extra",
    "hidden",
    "withheld",
    "later",
    "too_long",
]


class Hints(Record, frozen=True, kw_only=True):
    """What a person states about one file; it stands above what the text shows.

    Attributes:
        outlet: Who published it.
        published: When, ISO 8601 with whatever precision is known.
        same_as: Locations of articles that carry the same reporting.
        independent_of: Locations of articles that are surely not dependent on this one.
        by: Who stated it.
    """

    outlet: str | None = None
    published: str | None = None
    same_as: tuple[str, ...] = ()
    independent_of: tuple[str, ...] = ()
    by: str | None = None


class Document(Record, frozen=True, kw_only=True):
    """Bytes as received; never changed.

    Attributes:
        location: Where it is from, as the user named it.
        content: The bytes.
        media_type: MIME type where it is known, for example from a file's ending.
        hints: What a person states about it.
    """

    location: str
    content: bytes
    media_type: str | None = None
    hints: Hints | None = None


class Skipped(Record, frozen=True, kw_only=True):
    """Something that was not taken in at all.

    Attributes:
        location: Where it is.
        reason: The kind of reason, one of `SkipReason`.
        detail: The reason in a sentence, with the way out where there is one.
    """

    location: str
    reason: SkipReason
    detail: str


class Removed(Record, frozen=True, kw_only=True):
    """A block that was taken out of an article.

    Attributes:
        text: The block.
        after: Offset in `Article.text` behind which it stood.
        reason: Why, in one or a few words: `title`, `navigation`, `share widget`, `teaser`, …
    """

    text: str
    after: int
    reason: str


class Published(Record, frozen=True, kw_only=True):
    """When an article was published, as far as it shows.

    Attributes:
        when: ISO 8601 with no more than what is known: `2024`, `2024-04-10`, `2024-04-10T12:34`,
            `2024-04-10T12:34:00+00:00`; the zone stands only where it is known. None: not known.
        precision: How exact it is.
        basis: What it rests on: `json-ld`, `meta`, `feed`, `text`, `hints`, `none`, …
    """

    when: str | None = None
    precision: Precision = "unknown"
    basis: str = "none"


class Block(Record, frozen=True, kw_only=True):
    """One paragraph-like part of an article's text; blocks cover the text but for the white space between them.

    Attributes:
        start: First code point.
        end: Behind the last code point.
        kind: `body` and `list` hold reporting; `heading` stands inside the article; a `credit`, `byline`, `correction` or
            `embargo` line is kept for what it shows but reports nothing.
    """

    start: int
    end: int
    kind: BlockKind = "body"


Reservation = Literal["noai", "noimageai", "tdm"]


class Article(Record, frozen=True, kw_only=True):
    """The cleaned text of one document revision; never changed, a changed page is a new revision.

    Attributes:
        id: Twelve hexadecimal digits from the digest of its document and its place in it.
        location: Where its document is from; `#n` is added for the n-th article (from 1) of a file that holds many.
        sha256: Digest of the document's bytes (of the single item, in a file that holds many), hexadecimal.
        text: The article's own words, blocks parted by an empty line. The title is not part of it.
        blocks: The parts of `text`, in order.
        title: Its headline.
        byline: Who wrote it, as the article says.
        dateline: Place (and date) at the head of the text, as it says.
        outlet: Who published it, by its common name.
        owner: The family of titles the outlet belongs to, where the article or the table of families shows it.
        url: Canonical address.
        language: ISO 639-1 code, `und` where it cannot be told.
        genre: What kind of text it is.
        published: When it was published.
        updated: When it says it was last changed.
        removed: What was taken out, in the order of the document.
        markup_credits: Outlets that the markup names as where the text comes from (`isBasedOn`, a canonical link, agency tags).
        hints: What a person states about it.
        reservations: What its page reserves: `noai`, `noimageai` (robots fields), `tdm` (text and data mining, TDMRep).
    """

    id: str
    location: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    outlet: str | None = None
    owner: str | None = None
    url: str | None = None
    language: str = "und"
    genre: Genre = "report"
    published: Published = Published()
    updated: datetime | None = None
    removed: tuple[Removed, ...] = ()
    markup_credits: tuple[str, ...] = ()
    hints: Hints | None = None
    reservations: tuple[Reservation, ...] = ()


class Reading(Record, frozen=True, kw_only=True):
    """What `read` gives.

    Attributes:
        articles: What was read, in the order of the documents.
        skipped: What was not, with the reason.
    """

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
