"""The receipt of an archive that was traced."""

from copydesk.archive.config import ArchiveConfig
from copydesk.records import Record

RUN = "run.json"


class Run(Record, frozen=True, kw_only=True):
    """The receipt of an archive that was traced.

    Attributes:
        version: Of copydesk.
        engine: What ran it.
        config: Every setting.
        words: How texts were cut into words: a text that is searched for must be cut in the same way.
        corpus: Where the corpus is.
        book: Name of the book's file.
        known: Name of the file with the keys of formulas.
        index: Names of the parts of the index, with the first part of each.
        found: Names of the parts of the links, without their endings.
        articles: How many articles there are.
        pairs: How many pairs of them were held against each other.
        links: How many links were found, by kind.
        groups: How many groups of whole copies.
        largest: How many articles the largest group has.
        renamed: How many articles got another name because their id was taken.
        skipped: How many rows and files could not be read; `skipped.jsonl` lists them.
        bytes: How much room the results take.
    """

    version: str
    engine: str
    config: ArchiveConfig
    words: str
    corpus: str
    book: str
    known: str
    index: dict[str, int]
    found: tuple[str, ...]
    articles: int
    pairs: int
    links: dict[str, int]
    groups: int
    largest: int
    renamed: int
    skipped: int
    bytes: int
