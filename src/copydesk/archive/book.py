"""The book of an archive: which shards hold its texts, and what of them can be read."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.records import Record
from copydesk.reuse.fingerprints import ONLY_QUOTES
from copydesk.reuse.links import Facts
from copydesk.reuse.passages import Texts
from copydesk.reuse.words import places_of
from copydesk.store import Arrays, Folder

QUOTED = np.uint32(1 << 31)  # flag of a quoted word, above its hash


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
        ids: What they are called.
        starts: Where each word begins, in code points of its text.
        ends: Behind its last code point.
    """

    numbers: NDArray[np.int64]
    texts: Texts
    facts: Facts
    published: NDArray[np.int64]
    ids: list[str]
    starts: NDArray[np.uint32]
    ends: NDArray[np.uint32]


class Shelves:
    """Reads texts of an archive by their numbers; a few files stay open.

    Args:
        folder: Where the archive is.
        book: Its book.
    """

    _OPEN = 64

    def __init__(self, folder: Folder, book: Book) -> None:
        self._folder = folder
        self._book = book
        self._bases = np.array([shard.base for shard in book.shards], np.int64)
        self._open: dict[str, Arrays] = {}
        with Arrays(folder, book.outlet_file) as arrays:
            self._outlets = arrays.get("outlets")

    def __enter__(self) -> "Shelves":
        return self

    def __exit__(self, *_: object) -> None:
        for arrays in self._open.values():
            arrays.__exit__()

    def take(self, numbers: NDArray[np.int64]) -> Taken:
        """Return texts by their numbers, which are given in order, each once."""
        parts = [_words(shard, here) for shard, here in self._by_shard(numbers)]
        words, gaps, sizes, counts = (np.concatenate([part[at] for part in parts]) for at in range(4))
        basis = self._each("basis", numbers)
        quoted = ((words & QUOTED) != 0) & (np.repeat(basis, counts) != ONLY_QUOTES)
        texts = Texts(words & ~QUOTED, quoted, np.concatenate([[0], np.cumsum(counts)]))
        starts, ends = places_of(gaps, sizes, texts.bounds)
        facts = Facts(self._outlets[numbers], basis)
        return Taken(numbers, texts, facts, self.published(numbers), self.names(numbers), starts, ends)

    def names(self, numbers: NDArray[np.int64]) -> list[str]:
        """Return what texts are called, by their numbers in any order."""
        ids: list[str] = []
        for shard, here in self._by_shard(numbers):
            bounds = _both(shard, "id_bounds", here)
            data = shard.slices("ids", bounds[:, 0], bounds[:, 1]).tobytes()
            ends = np.diff(bounds, axis=1)[:, 0].cumsum().tolist()
            ids += [data[start:end].decode() for start, end in zip([0, *ends], ends, strict=False)]
        order = np.argsort(numbers, kind="stable").tolist()
        named: list[str] = [""] * len(ids)
        for at, name in zip(order, ids, strict=True):
            named[at] = name
        renamed = self._book.renamed
        return [renamed.get(number, name) for number, name in zip(numbers.tolist(), named, strict=True)] if renamed else named

    def published(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return when texts were published, by their numbers in order, in seconds since 1970."""
        return self._each("published", numbers)

    def _each(self, key: str, numbers: NDArray[np.int64]) -> NDArray[Any]:
        """Return one number for each of some texts, given in order."""
        parts = [shard.slices(key, here, here + 1) for shard, here in self._by_shard(numbers)]
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
                self._open.pop(next(iter(self._open))).__exit__()
            self._open[name] = Arrays(self._folder, name)
        return self._open[name]


def _words(shard: Arrays, here: NDArray[np.int64]) -> tuple[NDArray[Any], ...]:
    """Return of some texts of a shard the words with their flags, what stands before each, how long it is; and counts of words."""
    bounds = _both(shard, "bounds", here)
    words, gaps, sizes = (shard.slices(key, bounds[:, 0], bounds[:, 1]) for key in ("words", "gaps", "sizes"))
    return words, gaps, sizes, np.diff(bounds, axis=1)[:, 0]


def _both(shard: Arrays, key: str, here: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return of an array of bounds the two of each text, shape (texts, 2)."""
    return np.stack([shard.slices(key, here, here + 1), shard.slices(key, here + 1, here + 2)], axis=1).astype(np.int64)
