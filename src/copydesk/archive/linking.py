"""Fourth task: pairs of texts -> links with their passages, held against the words themselves."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import parquet

from copydesk.archive.book import Shelves, Taken, read_book
from copydesk.archive.learning import pairs_of, portions_of, read_known
from copydesk.archive.naming import WORK, digest
from copydesk.fetch.corpus.batch import NO_TIME
from copydesk.records import Record
from copydesk.reuse.config import ReuseConfig
from copydesk.reuse.formulas import without_known
from copydesk.reuse.links import KINDS, PARTIAL, Links, links_of
from copydesk.store import Folder, write_arrays

VERSION = "links-1"
LINKS = "links"
_DAY, _DAY_ANYWHERE = 24 * 3600, 38 * 3600  # seconds

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
        return digest(*told)

    def __str__(self) -> str:
        return f"linking block {self.block}"

    @property
    def files(self) -> tuple[str, str, str]:
        """The files that the task writes: the links for people, their numbers, and how many there are."""
        return f"{LINKS}/{self.name}.parquet", f"{WORK}/{self.name}.arrays", f"{WORK}/{self.name}.json"


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
    table, arrays, counts = task.files
    if all(map(links.has, task.files)):
        return msgspec.json.decode(links.read(counts), type=Linked)
    pairs = pairs_of(links, task.pairs, task.block)
    known = read_known(links, task.known, task.reuse)
    with Shelves(links, read_book(links, task.book)) as shelves:
        parts = [
            _sided(taken, links_of(without_known(taken.texts, known), taken.facts, places, task.reuse))
            for taken, places in portions_of(shelves, pairs, together=False)
        ]
        with (
            links.whole(table) as path,
            parquet.ParquetWriter(path, SCHEMA, filesystem=links.system) as writer,
        ):
            for part in parts:
                writer.write_table(_table(part, shelves))
    columns = {
        "later": _joined([part.articles[:, 0] for part in parts], np.int64),
        "earlier": _joined([part.articles[:, 1] for part in parts], np.int64),
        "whole": _joined([part.whole for part in parts], np.uint8),
        "passages": _joined([part.counts for part in parts], np.uint32),
        "places": _joined([part.places.ravel() for part in parts], np.uint32),
    }
    write_arrays(links, arrays, columns)
    kinds = np.bincount(_joined([part.kinds for part in parts], np.uint8), minlength=len(KINDS)).tolist()
    done = Linked(name=task.name, pairs=len(pairs), links=dict(zip(KINDS, kinds, strict=True)))
    links.write(counts, [msgspec.json.encode(done)])
    return done


class _Sided(NamedTuple):
    """Links whose later article stands first.

    Attributes:
        articles: Numbers of the later and the earlier article; where it is open which is which, the smaller number first.
        known: Whether it is known which is which.
        kinds: What is shared.
        whole: Whether one is surely a copy, or an edited copy, of the other.
        shares: Share in [0, 1] of the own words of each of the two that stand in the other, shape (links, 2).
        counts: How many passages each link has.
        places: Of each passage first code point and end in the later article, the same in the earlier one, and how many own words
            agree; shape (passages, 5).
    """

    articles: NDArray[np.int64]
    known: NDArray[np.bool_]
    kinds: NDArray[np.uint8]
    whole: NDArray[np.bool_]
    shares: NDArray[np.float32]
    counts: NDArray[np.int64]
    places: NDArray[np.uint32]


def _sided(taken: Taken, found: Links) -> _Sided:
    """Return links with the later article first, as far as both say when they were published."""
    times = taken.published[found.pairs]
    known = _apart(times)
    turned = known & (times[:, 0] < times[:, 1])
    sides = np.stack([turned, ~turned], axis=1).astype(np.intp)
    rows = np.arange(len(sides))[:, None]
    counts = np.diff(found.passages.bounds)
    owners, spans = np.repeat(found.pairs, counts, axis=0), found.passages.spans
    bases = taken.texts.bounds[owners]
    first, last = bases + spans[:, [0, 2]], bases + spans[:, [1, 3]] - 1
    order, at = np.repeat(sides, counts, axis=0), np.arange(len(spans))[:, None]
    starts, ends = taken.starts[first][at, order], taken.ends[last][at, order]
    places = np.stack([starts[:, 0], ends[:, 0], starts[:, 1], ends[:, 1], spans[:, 4].astype(np.uint32)], axis=1)
    whole = found.certain & (found.kinds != PARTIAL)
    return _Sided(taken.numbers[found.pairs][rows, sides], known, found.kinds, whole, found.shares[rows, sides], counts, places)


def _apart(times: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return for each pair of times whether it is known which is earlier.

    A time at midnight stands for a day: two days are compared as days, a day and a moment only where they are apart everywhere.
    """
    known = (times != NO_TIME).all(axis=1) & (times[:, 0] != times[:, 1])
    days = times % _DAY == 0
    apart = np.abs(times[:, 0] - times[:, 1]) >= _DAY_ANYWHERE
    return np.asarray(known & ((days[:, 0] == days[:, 1]) | apart), np.bool_)


def _table(part: _Sided, shelves: Shelves) -> pa.Table:
    """Return links as rows of the result."""
    struct = pa.StructArray.from_arrays([pa.array(column) for column in part.places.T.copy()], fields=list(_PLACE))
    bounds = np.concatenate([[0], part.counts.cumsum()]).astype(np.int32)
    columns = [
        shelves.names(part.articles[:, 0]),
        shelves.names(part.articles[:, 1]),
        _words(KINDS, part.kinds),
        _words(("unclear", "yes"), part.whole),
        _words(("unclear", "forward"), part.known),
        pa.array(part.shares[:, 0]),
        pa.array(part.shares[:, 1]),
        pa.ListArray.from_arrays(pa.array(bounds), struct),
    ]
    return pa.table(columns, schema=SCHEMA)


def _words(names: Sequence[str], places: NDArray[np.generic]) -> pa.Array:
    return pa.array(names, pa.string()).take(pa.array(places.astype(np.int64)))


def _joined(parts: Sequence[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    return np.concatenate([np.empty(0, kind), *parts]).astype(kind)
