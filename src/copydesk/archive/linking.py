"""Third task: pairs of texts -> links with their passages, held against the words themselves."""

import hashlib

import msgspec
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import parquet

from copydesk.archive.book import Shelves, Taken, read_book
from copydesk.archive.learning import pairs_of, portions_of, read_known
from copydesk.fetch.corpus.batch import NO_TIME
from copydesk.records import Record
from copydesk.reuse.config import ReuseConfig
from copydesk.reuse.formulas import without_known
from copydesk.reuse.links import EDITED, KINDS, Links, links_of
from copydesk.store import Folder, write_arrays

VERSION = "links-1"
UNDER = "work"
LINKS = "links"

_PLACE = pa.struct([(name, pa.uint32()) for name in ("later_start", "later_end", "earlier_start", "earlier_end", "words")])
SCHEMA = pa.schema(
    [
        ("later_id", pa.string()),
        ("earlier_id", pa.string()),
        ("kind", pa.string()),
        ("dependence", pa.string()),
        ("direction", pa.string()),
        ("overlap", pa.float32()),
        ("overlap_earlier", pa.float32()),
        ("passages", pa.list_(_PLACE)),
    ]
)


class LinkTask(Record, frozen=True, kw_only=True):
    """Which pairs are to be looked at.

    Attributes:
        links: Location of the results.
        book: Name of the book's file.
        pairs: Names of the files of pairs.
        known: Name of the file with the keys of formulas.
        block: Number of the block of first texts.
        reuse: Settings.
    """

    links: str
    book: str
    pairs: tuple[str, ...]
    known: str
    block: int
    reuse: ReuseConfig

    @property
    def name(self) -> str:
        """What the files that the task writes are called, before their endings."""
        told = (VERSION, self.book, self.pairs, self.known, self.block, self.reuse)
        return hashlib.sha256(msgspec.json.encode(told)).hexdigest()[:24]


class Linked(Record, frozen=True, kw_only=True):
    """What came of a block.

    Attributes:
        name: What its files are called, before their endings.
        pairs: How many pairs were looked at.
        links: How many links there are, by kind.
    """

    name: str
    pairs: int
    links: dict[str, int]


def link(task: LinkTask) -> Linked:
    """Hold the pairs of a block against the words, unless that was done before.

    Raises:
        ArchiveError: A shard cannot be read or the results cannot be written.
    """
    links = Folder(task.links)
    if links.has(f"{UNDER}/{task.name}.json"):
        return msgspec.json.decode(links.read(f"{UNDER}/{task.name}.json"), type=Linked)
    pairs = pairs_of(links, task.pairs, task.block)
    known = read_known(links, task.known, task.reuse)
    tables, joined, counts = [], [], dict.fromkeys(KINDS, 0)
    with Shelves(links, read_book(links, task.book)) as shelves:
        for taken, places in portions_of(shelves, pairs):
            found = links_of(without_known(taken.texts, known), taken.facts, places, task.reuse)
            tables.append(table_of(taken, found))
            whole = found.certain & (found.kinds <= EDITED)
            joined.append(taken.numbers[found.pairs[whole]])
            for kind, name in enumerate(KINDS):
                counts[name] += int((found.kinds == kind).sum())
    table = pa.concat_tables(tables) if tables else SCHEMA.empty_table()
    with links.whole(f"{LINKS}/{task.name}.parquet") as path:
        parquet.write_table(table, path, filesystem=links.system, compression="zstd")
    both = np.concatenate([np.empty((0, 2), np.int64), *joined])
    write_arrays(links, f"{UNDER}/{task.name}.arrays", {"first": both[:, 0].copy(), "second": both[:, 1].copy()})
    done = Linked(name=task.name, pairs=len(pairs), links=counts)
    links.write(f"{UNDER}/{task.name}.json", [msgspec.json.encode(done)])
    return done


def table_of(taken: Taken, found: Links) -> pa.Table:
    """Return links as rows of the result.

    The later of two articles comes first where both say when they were published; else they stand in the order of their ids.
    """
    times = taken.published[found.pairs]
    known = (times != NO_TIME).all(axis=1) & (times[:, 0] != times[:, 1])
    ids = [(taken.ids[one], taken.ids[other]) for one, other in found.pairs.tolist()]
    by_name = np.array([one <= other for one, other in ids], np.bool_) if ids else np.zeros(0, np.bool_)
    first_later = np.where(known, times[:, 0] > times[:, 1], by_name)
    names = [pair if first else pair[::-1] for pair, first in zip(ids, first_later.tolist(), strict=True)]
    sides = np.where(first_later, 0, 1)
    rows = np.arange(len(names))
    columns = [
        pa.array([later for later, _ in names], pa.string()),
        pa.array([earlier for _, earlier in names], pa.string()),
        pa.array(np.array(KINDS, object)[found.kinds], pa.string()),
        pa.array(np.where(found.certain, "yes", "unclear").astype(object), pa.string()),
        pa.array(np.where(known, "forward", "unclear").astype(object), pa.string()),
        pa.array(found.shares[rows, sides], pa.float32()),
        pa.array(found.shares[rows, 1 - sides], pa.float32()),
        _passages(taken, found, first_later),
    ]
    return pa.table(columns, schema=SCHEMA)


def _passages(taken: Taken, found: Links, first_later: NDArray[np.bool_]) -> pa.ListArray:
    """Return the passages of links as spans of code points."""
    counts = np.diff(found.passages.bounds)
    spans = found.passages.spans
    owners = np.repeat(found.pairs, counts, axis=0)
    bases = taken.texts.bounds[owners]
    swapped = ~np.repeat(first_later, counts)
    places = [taken.starts[bases[:, side] + spans[:, 2 * side]] for side in (0, 1)]
    ends = [taken.ends[bases[:, side] + spans[:, 2 * side + 1] - 1] for side in (0, 1)]
    later, earlier = (np.where(swapped, 1 - side, side) for side in (0, 1))
    at = np.arange(len(spans))
    columns = [
        np.stack(places)[later, at],
        np.stack(ends)[later, at],
        np.stack(places)[earlier, at],
        np.stack(ends)[earlier, at],
        spans[:, 4],
    ]
    struct = pa.StructArray.from_arrays([pa.array(c.astype(np.uint32)) for c in columns], fields=list(_PLACE))
    return pa.ListArray.from_arrays(pa.array(found.passages.bounds.astype(np.int32)), struct)
