"""Third task: pairs of one text with many others -> the formulas that they have in common."""

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from copydesk.archive.book import Shelves, Taken, read_book
from copydesk.archive.cutting import PARTS
from copydesk.archive.naming import WORK, digest
from copydesk.records import Record
from copydesk.reuse.config import ReuseConfig
from copydesk.reuse.fingerprints import Hashes
from copydesk.reuse.formulas import Known, keys_of, known_of, learnt
from copydesk.reuse.links import PARTIAL, chosen, links_of
from copydesk.reuse.postings import UNKNOWN, apart, merged
from copydesk.store import Arrays, Folder, write_arrays

VERSION = "formulas-1"
_SAMPLE = 4  # times as many partners of a text as a formula has are looked at, at most
_PAIRS = 2_000  # held against the words at once: for more, the system is asked for memory again and again


class LearnTask(Record, frozen=True, kw_only=True):
    """Where formulas are to be learnt from.

    Attributes:
        links: Location of the results.
        book: Name of the book's file.
        pairs: Names of the files of pairs.
        block: Number of the block of first texts.
        reuse: Settings.
    """

    links: str
    book: str
    pairs: tuple[str, ...]
    block: int
    reuse: ReuseConfig

    @property
    def name(self) -> str:
        """The file that the task writes."""
        told = (VERSION, self.book, self.pairs, self.block, self.reuse)
        return f"{WORK}/{digest(*told)}.arrays"

    def __str__(self) -> str:
        return f"learning formulas from block {self.block}"


def learn(task: LearnTask) -> str:
    """Learn the formulas of a block, unless that was done before; return the name of the file.

    Raises:
        ArchiveError: A shard cannot be read or the results cannot be written.
    """
    links = Folder(task.links)
    if links.has(task.name):
        return task.name
    keys = [np.empty(0, np.uint64)]
    with Shelves(links, read_book(links, task.book)) as shelves:
        pairs = _of_many(pairs_of(links, task.pairs, task.block), shelves.outlets, task.reuse)
        for taken, places in portions_of(shelves, pairs, together=True):
            found = links_of(taken.texts, taken.facts, places, replace(task.reuse, least=task.reuse.run), loans_within=True)
            within = _within(taken.facts.outlets, *found.pairs.T)
            for some, least in ((within, task.reuse.habit - 1), (~within, task.reuse.formula)):
                part = chosen(found, some)
                runs = learnt(taken.texts, part.pairs, part.passages, part.kinds != PARTIAL, least, task.reuse.run)
                keys.append(keys_of(runs, PARTS))
    write_arrays(links, task.name, {"keys": np.unique(np.concatenate(keys))})
    return task.name


def _within(outlets: NDArray[np.uint32], first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return for each pair of texts whether both are of one outlet."""
    return np.asarray((outlets[first] == outlets[second]) & (outlets[first] != UNKNOWN), np.bool_)


def _of_many(pairs: Hashes, outlets: NDArray[np.uint32], reuse: ReuseConfig) -> Hashes:
    """Return some pairs of each text that has many, within its outlet or with others."""
    within = _within(outlets, *apart(pairs))
    some = [_some(pairs[within], reuse.habit - 1, reuse.formula), _some(pairs[~within], reuse.formula, reuse.formula)]
    return np.sort(np.concatenate(some))


def _some(pairs: Hashes, least: int, formula: int) -> Hashes:
    """Return pairs of each text that has at least so many, and of more than enough some."""
    first, _ = apart(pairs)
    _, starts, counts = np.unique(first, return_index=True, return_counts=True)
    rank = np.arange(len(pairs)) - np.repeat(starts, counts)
    step = np.repeat(np.maximum(1, counts // (_SAMPLE * formula)), counts)
    return np.asarray(pairs[(np.repeat(counts, counts) >= least) & (rank % step == 0)], np.uint64)


def pairs_of(links: Folder, parts: Sequence[str], block: int) -> Hashes:
    """Return the pairs of a block, from all parts of the index."""
    found = []
    for name in parts:
        with Arrays(links, name) as arrays:
            start, end = arrays.get("blocks", block, block + 2).tolist()
            found.append(arrays.get("pairs", start, end))
    return merged(found)


def portions_of(shelves: Shelves, pairs: Hashes, *, together: bool) -> Iterator[tuple[Taken, NDArray[np.int64]]]:
    """Yield some of the pairs at once, as places among the texts that were read for them.

    Args:
        shelves: Where the texts are.
        pairs: The pairs, in order.
        together: Whether pairs of one first text stay together; there must not be many of any, for all are held at once.
    """
    first, _ = apart(pairs)
    start = 0
    while start < len(pairs):
        end = min(start + _PAIRS, len(pairs))
        if end < len(pairs) and together:
            whole = int(first.searchsorted(first[end]))
            end = whole if whole > start else int(first.searchsorted(first[end], side="right"))
        both = np.stack(apart(pairs[start:end]), axis=1)
        numbers, places = np.unique(both, return_inverse=True)
        yield shelves.take(numbers), places.reshape(both.shape)
        start = end


def read_known(links: Folder, name: str, reuse: ReuseConfig) -> Known:
    """Return the formulas that were learnt."""
    with Arrays(links, name) as arrays:
        return known_of(arrays.get("known"), PARTS, reuse.run, reuse.window)
