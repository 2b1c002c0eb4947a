"""The book of an archive: which shards hold its texts, and what of them can be read."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from copydesk.records import Record
from copydesk.reuse.fingerprints import ONLY_QUOTES
from copydesk.reuse.links import Facts
from copydesk.reuse.packing import Room, stride_of, unpack
from copydesk.reuse.passages import Texts
from copydesk.store import Arrays, Folder


class Shard(Record, frozen=True, kw_only=True):
    """Some thousand texts in one file.

    Attributes:
        name: The file.
        corpus: The file of the corpus that they are from.
        base: Number of the first text.
        texts: How many texts there are.
        outlets: Names of their outlets; the shard counts them from 1.
    """

    name: str
    corpus: str
    base: int
    texts: int
    outlets: tuple[str, ...]


class Book(Record, frozen=True, kw_only=True):
    """All shards of an archive, in the order of their texts' numbers.

    Attributes:
        shards: The shards.
        outlets: Names of all outlets; text 0 to n have the outlets that `outlet_file` holds, counted from 1.
        outlet_file: The file with the number of each text's outlet.
        renamed: Number of a text -> what it is called, where another text has its id.
    """

    shards: tuple[Shard, ...]
    outlets: tuple[str, ...]
    outlet_file: str
    renamed: dict[int, str]

    @property
    def texts(self) -> int:
        """How many texts there are."""
        return self.shards[-1].base + self.shards[-1].texts if self.shards else 0


def read_book(folder: Folder, name: str) -> Book:
    """Return a book from its file."""
    return msgspec.json.decode(folder.read(name), type=Book)


class Taken(NamedTuple):
    """Some texts, read from their shards.

    Attributes:
        numbers: Their numbers, in order.
        texts: Their words.
        facts: What else is known of them.
        published: When, in seconds since 1970.
        starts: Where each word begins, in code points of its text.
        ends: Behind its last code point.
    """

    numbers: NDArray[np.int64]
    texts: Texts
    facts: Facts
    published: NDArray[np.int64]
    starts: NDArray[np.uint32]
    ends: NDArray[np.uint32]


class Shelves:
    """Reads texts of an archive by their numbers; a few files stay open.

    Args:
        folder: Where the archive is.
        book: Its book.

    Attributes:
        outlets: Number of the outlet of each text.
    """

    _OPEN = 64

    def __init__(self, folder: Folder, book: Book) -> None:
        self._folder = folder
        self._book = book
        self._bases = np.array([shard.base for shard in book.shards], np.int64)
        self._open: dict[str, Arrays] = {}
        with Arrays(folder, book.outlet_file) as arrays:
            self.outlets = arrays.get("outlets")

    def __enter__(self) -> "Shelves":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all files."""
        for arrays in self._open.values():
            arrays.close()

    def take(self, numbers: NDArray[np.int64]) -> Taken:
        """Return texts by their numbers, which are given in order, each once."""
        parts = [_part(shard, here) for shard, here in self._by_shard(numbers)]
        counts = np.concatenate([np.empty(0, np.int64), *(part.counts for part in parts)])
        bounds = np.concatenate([[0], np.cumsum(counts)])
        size = int(bounds[-1])
        room = Room(np.empty(size, np.uint32), np.empty(size, np.bool_), np.empty(size, np.uint32), np.empty(size, np.uint32))
        at = 0
        for part in parts:
            unpack(part.data, part.widths, part.counts, room, at)
            at += int(part.counts.sum())
        basis = self._each("basis", numbers)
        if (basis == ONLY_QUOTES).any():
            room.quoted[np.repeat(basis == ONLY_QUOTES, counts)] = False
        facts = Facts(self.outlets[numbers], basis)
        return Taken(numbers, Texts(room.hashes, room.quoted, bounds), facts, self.published(numbers), room.starts, room.ends)

    def names(self, numbers: NDArray[np.int64]) -> pa.StringArray:
        """Return what texts are called, by their numbers in any order."""
        data, sizes = [b""], [np.empty(0, np.int64)]
        for shard, here in self._by_shard(numbers):
            bounds = shard.whole("id_bounds")
            data.append(shard.slices("ids", bounds[here], bounds[here + 1]).tobytes())
            sizes.append(bounds[here + 1] - bounds[here])
        ends = np.concatenate([[0], np.concatenate(sizes).cumsum()]).astype(np.int32)
        ids = pa.StringArray.from_buffers(len(numbers), pa.py_buffer(ends), pa.py_buffer(b"".join(data)))
        places = np.empty(len(numbers), np.int64)
        places[np.argsort(numbers, kind="stable")] = np.arange(len(numbers))
        named = ids.take(pa.array(places))
        renamed = self._book.renamed
        if not renamed:
            return named
        return pa.array([renamed.get(n, name) for n, name in zip(numbers.tolist(), named.to_pylist(), strict=True)], pa.string())

    def published(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return when texts were published, by their numbers in order, in seconds since 1970."""
        return self._each("published", numbers)

    def lengths(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return how many words texts have, by their numbers in order."""
        return np.concatenate([np.empty(0, np.int64), *(_counts(shard, here) for shard, here in self._by_shard(numbers))])

    def _each(self, key: str, numbers: NDArray[np.int64]) -> NDArray[Any]:
        """Return one number for each of some texts, given in order."""
        parts = [shard.whole(key)[here] for shard, here in self._by_shard(numbers)]
        return np.concatenate(parts) if parts else np.empty(0, np.int64)

    def _by_shard(self, numbers: NDArray[np.int64]) -> Iterator[tuple[Arrays, NDArray[np.int64]]]:
        """Yield the shards that hold some texts, each with the places of these in it, in order."""
        in_order = np.sort(numbers)
        shards = self._bases.searchsorted(in_order, side="right") - 1
        for shard in np.unique(shards).tolist():
            yield self._arrays(self._book.shards[shard].name), in_order[shards == shard] - self._bases[shard]

    def _arrays(self, name: str) -> Arrays:
        if name not in self._open:
            if len(self._open) >= self._OPEN:
                self._open.pop(next(iter(self._open))).close()
            self._open[name] = Arrays(self._folder, name)
        return self._open[name]


class _Part(NamedTuple):
    """Some texts of one shard: their bytes, how wide the numbers in them are, and how many words each text has."""

    data: NDArray[np.uint8]
    widths: NDArray[np.uint8]
    counts: NDArray[np.int64]


def _part(shard: Arrays, here: NDArray[np.int64]) -> _Part:
    """Return some texts of a shard, by their places in it."""
    bounds = shard.whole("bounds")
    return _Part(shard.slices("words", bounds[here], bounds[here + 1]), shard.whole("widths"), _counts(shard, here))


def _counts(shard: Arrays, here: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return how many words some texts of a shard have, by their places in it."""
    bounds = shard.whole("bounds")
    return np.asarray((bounds[here + 1] - bounds[here]) // stride_of(shard.whole("widths")), np.int64)
