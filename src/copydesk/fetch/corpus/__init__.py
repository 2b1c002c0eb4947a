"""Rows of a corpus: articles by the million, a few thousand at once.

    open file -> portions_of -> [Portion, …]      parts of about equal work, each read on its own
    open file, Portion -> batches -> Batch, …     texts as bytes, one behind the other, and what is known of each

A format is one file here and one line in `FORMATS`.
"""

from collections.abc import Iterator, Sequence

from pyarrow import NativeFile

from copydesk.fetch.corpus import jsonl, parquet, warc
from copydesk.fetch.corpus.batch import Batch, Columns, Extract, Page, Portion

FORMATS = {
    ".parquet": parquet,
    ".jsonl": jsonl,
    ".ndjson": jsonl,
    ".jsonl.gz": jsonl,
    ".ndjson.gz": jsonl,
    ".jsonl.bz2": jsonl,
    ".jsonl.zst": jsonl,
    ".ndjson.bz2": jsonl,
    ".ndjson.zst": jsonl,
    ".warc": warc,
    ".warc.gz": warc,
}

__all__ = ["FORMATS", "Batch", "Columns", "Extract", "Page", "Portion", "batches", "format_of", "portions_of"]


def format_of(name: str) -> str | None:
    """Return the ending under which a file's format stands in `FORMATS`, None where it is none of a corpus."""
    lower = name.lower()
    return next((ending for ending in sorted(FORMATS, key=len, reverse=True) if lower.endswith(ending)), None)


def portions_of(file: NativeFile, name: str) -> Sequence[Portion]:
    """Return the portions of a file, which are read apart from each other; none of an empty file.

    Raises:
        BrokenCorpus: It is not what its name says.
    """
    ending = format_of(name)
    return FORMATS[ending].portions_of(file, name) if ending else ()


def batches(file: NativeFile, portion: Portion, columns: Columns, extract: Extract) -> Iterator[Batch]:
    """Yield the rows of a portion, some megabytes at once; a row that cannot be read is told of in its batch and the rest goes on.

    Args:
        file: The file that the portion is of.
        portion: What of it.
        columns: Which column, or key, holds what.
        extract: Makes the article out of pages of a web archive.

    Raises:
        BrokenCorpus: The file ends or breaks in the middle.
    """
    yield from FORMATS[format_of(portion.name) or ""].batches(file, portion, columns, extract)
