"""Second task: some parts of the inverted index, out of all shards -> pairs of texts that share fingerprints.

The parts are kept in order, for `find`.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.archive.book import read_book
from copydesk.archive.naming import digest
from copydesk.records import Record
from copydesk.reuse.config import ReuseConfig
from copydesk.reuse.fingerprints import Hashes
from copydesk.reuse.postings import apart, merged, ordered, shared
from copydesk.store import Arrays, Folder, write_arrays

VERSION = "pairs-1"
UNDER = "index"
BLOCK = 1 << 15  # texts: pairs are handed on by blocks of first texts


class PairTask(Record, frozen=True, kw_only=True):
    """Which parts of the index are to be put in order.

    Attributes:
        links: Location of the results.
        book: Name of the book's file.
        start: First part.
        end: Behind the last.
        reuse: Settings.
    """

    links: str
    book: str
    start: int
    end: int
    reuse: ReuseConfig

    @property
    def name(self) -> str:
        """The file that the task writes."""
        told = (VERSION, self.book, self.start, self.end, self.reuse.crowded, self.reuse.habit)
        return f"{UNDER}/{digest(*told)}.arrays"

    def __str__(self) -> str:
        return f"pairing parts {self.start} to {self.end} of the index"


def pair(task: PairTask) -> str:
    """Put the parts in order and pair the texts, unless that was done before; return the name of the file.

    Raises:
        ArchiveError: A shard cannot be read or the results cannot be written.
    """
    links = Folder(task.links)
    if links.has(task.name):
        return task.name
    book = read_book(links, task.book)
    with Arrays(links, book.outlet_file) as arrays:
        outlets = arrays.get("outlets")
    pieces, bounds = [], []
    for shard in book.shards:
        with Arrays(links, shard.name) as arrays:
            at = arrays.get("parts", task.start, task.end + 1)
            pieces.append(arrays.get("postings", int(at[0]), int(at[-1])))
            bounds.append(at - at[0])
    bases = [shard.base for shard in book.shards]
    entries, found = list[Hashes](), list[Hashes]()
    for part in range(task.end - task.start):
        here = ordered([piece[at[part] : at[part + 1]] for piece, at in zip(pieces, bounds, strict=True)], bases)
        entries.append(here)
        found.append(shared(here, outlets, task.reuse.crowded, task.reuse.habit))
    together = merged(found)
    blocks = np.arange(-(-book.texts // BLOCK) + 1, dtype=np.int64) * BLOCK
    written: dict[str, NDArray[Any]] = {
        "entries": np.concatenate(entries),
        "parts": np.cumsum([0, *map(len, entries)]).astype(np.int64),
        "pairs": together,
        "blocks": apart(together)[0].searchsorted(blocks).astype(np.int64),
    }
    write_arrays(links, task.name, written)
    return task.name
