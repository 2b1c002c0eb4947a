"""Last tasks: groups of whole copies, and a row for every article."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import parquet

from copydesk.archive.book import Shelves, read_book
from copydesk.archive.linking import Linked
from copydesk.archive.naming import WORK, digest, kept
from copydesk.fetch.corpus.batch import NO_TIME
from copydesk.records import Record
from copydesk.reuse.fingerprints import EMPTY, ONLY_QUOTES, OWN, SHORT
from copydesk.reuse.groups import groups_of
from copydesk.reuse.packing import stride_of
from copydesk.store import Arrays, Folder

ARTICLES = "articles"
GROUPS = "groups.parquet"
_TOGETHER = 100_000  # articles of groups read at once
# What an article offered to the index, as it stands in the result.
BASIS = {OWN: "own words", ONLY_QUOTES: "only quotes", SHORT: "too short", EMPTY: "no words"}
_GROUP_SCHEMA = pa.schema([("group", pa.string()), ("size", pa.uint32()), ("articles", pa.list_(pa.string()))])


class Grouped(NamedTuple):
    """The groups.

    Attributes:
        name: The file that holds for each text the number of its group's root, and its own where it is alone.
        groups: How many groups there are.
        largest: How many articles the largest has.
    """

    name: str
    groups: int
    largest: int


def group(links: Folder, book_name: str, linked: list[Linked]) -> Grouped:
    """Join whole copies into groups and write `groups.parquet`; a group's root is its earliest article, as far as times are known.

    Raises:
        ArchiveError: A file cannot be read or written.
    """
    book = read_book(links, book_name)
    first, second = [], []
    for part in linked:
        with Arrays(links, f"{WORK}/{part.name}.arrays") as arrays:
            whole = arrays.get("whole") > 0
            first.append(arrays.get("later")[whole])
            second.append(arrays.get("earlier")[whole])
    roots = groups_of(np.concatenate(first), np.concatenate(second), book.texts) if linked else np.arange(book.texts)
    sizes = np.bincount(roots, minlength=len(roots)) if len(roots) else np.zeros(0, np.int64)
    members = np.flatnonzero(sizes[roots] > 1)
    with Shelves(links, book) as shelves:
        published = shelves.published(members)
        unknown = published == NO_TIME
        order = np.lexsort((members, published, unknown, roots[members]))
        members = members[order]
        starts = np.flatnonzero(np.concatenate([[True], roots[members][1:] != roots[members][:-1]])) if len(members) else members
        counts = np.diff(np.concatenate([starts, [len(members)]])).astype(np.int64)
        earliest = roots.copy()
        earliest[members] = np.repeat(members[starts], counts)
        name = kept(links, "roots", earliest)
        with links.whole(GROUPS) as path, parquet.ParquetWriter(path, _GROUP_SCHEMA, filesystem=links.system) as writer:
            for low, high in _stretches(starts, counts):
                writer.write_table(_group_rows(shelves, members, starts[low:high], counts[low:high]))
    return Grouped(name, len(starts), int(counts.max(initial=0)))


def _stretches(starts: NDArray[np.int64], counts: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Return which groups are written at once, as places of the first and behind the last."""
    cuts = np.flatnonzero(np.diff(starts // _TOGETHER)) + 1 if len(starts) else starts
    bounds = [0, *cuts.tolist(), len(counts)]
    return [(low, high) for low, high in pairwise(bounds) if high > low]


def _group_rows(shelves: Shelves, members: NDArray[np.int64], starts: NDArray[np.int64], counts: NDArray[np.int64]) -> pa.Table:
    here = members[starts[0] : starts[-1] + counts[-1]]
    names = shelves.names(here)
    bounds = np.concatenate([starts - starts[0], [len(here)]]).astype(np.int32)
    columns = [
        names.take(pa.array(bounds[:-1])),
        pa.array(counts.astype(np.uint32)),
        pa.ListArray.from_arrays(pa.array(bounds), names),
    ]
    return pa.table(columns, schema=_GROUP_SCHEMA)


class DescribeTask(Record, frozen=True, kw_only=True):
    """Which articles are to be written down.

    Attributes:
        links: Location of the results.
        book: Name of the book's file.
        groups: Name of the file with the roots.
        shard: Number of the shard.
    """

    links: str
    book: str
    groups: str
    shard: int

    @property
    def name(self) -> str:
        """The file that the task writes."""
        told = ("articles-1", self.book, self.groups, self.shard)
        return f"{ARTICLES}/{digest(*told)}.parquet"

    def __str__(self) -> str:
        return f"describing shard {self.shard}"


def describe(task: DescribeTask) -> str:
    """Write a row for each article of a shard, unless that was done before; return the name of the file.

    Raises:
        ArchiveError: A file cannot be read or written.
    """
    links = Folder(task.links)
    if links.has(task.name):
        return task.name
    book = read_book(links, task.book)
    shard = book.shards[task.shard]
    numbers = np.arange(shard.base, shard.base + shard.texts)
    with Arrays(links, task.groups) as arrays:
        roots = arrays.get("roots", shard.base, shard.base + shard.texts)
    with Shelves(links, book) as shelves, Arrays(links, shard.name) as arrays:
        wanted, places = np.unique(roots, return_inverse=True)
        published = arrays.get("published")
        columns = {
            "id": shelves.names(numbers),
            "file": pa.array([shard.corpus] * shard.texts, pa.string()),
            "outlet": pa.array([None, *shard.outlets], pa.string()).take(pa.array(arrays.get("outlets"))),
            "published": pa.array(
                np.where(published == NO_TIME, 0, published), pa.timestamp("s", "UTC"), mask=published == NO_TIME
            ),
            "words": pa.array((np.diff(arrays.get("bounds")) // stride_of(arrays.get("widths"))).astype(np.uint32)),
            "basis": pa.array([BASIS[basis] for basis in sorted(BASIS)], pa.string()).take(pa.array(arrays.get("basis"))),
            "group": shelves.names(wanted).take(pa.array(places)),
        }
    with links.whole(task.name) as path:
        parquet.write_table(pa.table(columns), path, filesystem=links.system, compression="zstd")
    return task.name
