"""Texts and outlets numbered through, over all shards."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec
import numpy as np
import pyarrow.compute as pc
from numpy.typing import NDArray

from copydesk.archive.book import Book, Shard, Shelves
from copydesk.archive.cutting import Cut, CutTask
from copydesk.archive.naming import WORK, digest, kept
from copydesk.fetch.corpus.batch import NO_TIME
from copydesk.reuse.names import repeated
from copydesk.store import Arrays, Folder

_HASHING = 64  # bytes that are held for each id while repeated ones are looked for
_NUMBERED = re.compile(r"(.*) \(\d+\)", re.DOTALL)


def book_of(folder: Folder, cuts: Sequence[tuple[CutTask, Cut]], memory: int) -> Book:
    """Number all texts and outlets through; an id that another text has is made its own.

    Args:
        folder: Where the shards are.
        cuts: What came of each portion, in the order of the corpus.
        memory: Bytes that may be taken while repeated ids are looked for.

    Raises:
        ArchiveError: A shard cannot be read or the numbers cannot be written.
    """
    shards: list[Shard] = []
    outlets: dict[str, int] = {}
    numbers: list[NDArray[np.uint32]] = []
    base = 0
    for task, done in cuts:
        for one in done.shards:
            shards.append(Shard(name=one.name, corpus=task.portion.name, base=base, texts=one.texts, outlets=one.outlets))
            base += one.texts
            table = np.array([0, *(outlets.setdefault(name, len(outlets) + 1) for name in one.outlets)], np.uint32)
            with Arrays(folder, one.name) as arrays:
                numbers.append(table[arrays.get("outlets")])
    joined = np.concatenate([np.empty(0, np.uint32), *numbers])
    name = kept(folder, "outlets", joined)
    book = Book(shards=tuple(shards), outlets=tuple(outlets), outlet_file=name, renamed={})
    return msgspec.structs.replace(book, renamed=_renamed(folder, book, memory))


def _renamed(folder: Folder, book: Book, memory: int) -> dict[int, str]:
    """Return new names for texts whose id another has: "id (2)", "id (3)" and so on, less what some text is called already.

    The earliest text keeps the id, of those of one time the shortest, and of equally long ones the first: so a file with another
    name, or a later one more, changes no id where these tell the texts apart.
    """
    suspects = _suspects(folder, book, memory)
    if not len(suspects):
        return {}
    renamed: dict[int, str] = {}
    with Shelves(folder, book) as shelves:
        names = shelves.names(suspects).to_pylist()
        shared = {name for name, count in Counter(names).items() if count > 1}
        taken = _taken(shelves, book, shared)
        published, lengths = shelves.published(suspects), shelves.lengths(suspects)
        numbers = dict.fromkeys(shared, 1)
        for at in np.lexsort((suspects, lengths, published, published == NO_TIME)).tolist():
            name = names[at]
            if name not in shared:
                continue
            if numbers[name] > 1:
                renamed[int(suspects[at])] = _numbered(name, numbers[name])
            numbers[name] += 1
            while _numbered(name, numbers[name]) in taken:
                numbers[name] += 1
    return renamed


def _suspects(folder: Folder, book: Book, memory: int) -> NDArray[np.int64]:
    """Return the numbers of texts whose id another seems to have, in order."""
    rounds = 1 + book.texts * _HASHING // memory
    suspects: list[NDArray[np.int64]] = []
    for turn in range(rounds):
        numbers, hashes = [np.empty(0, np.int64)], [np.empty(0, np.uint64)]
        for shard in book.shards:
            with Arrays(folder, shard.name) as arrays:
                here = arrays.get("id_hashes")
            mine = np.flatnonzero(here % np.uint64(rounds) == turn)
            numbers.append(mine + shard.base)
            hashes.append(here[mine])
        suspects.append(np.concatenate(numbers)[repeated(np.concatenate(hashes))])
    return np.sort(np.concatenate(suspects))


def _taken(shelves: Shelves, book: Book, shared: set[str]) -> set[str]:
    """Return ids of texts that look as if they had been given to one of several that share an id."""
    taken: set[str] = set()
    for shard in book.shards:
        names = shelves.names(np.arange(shard.base, shard.base + shard.texts))
        likely = names.filter(pc.ends_with(names, ")")).to_pylist()
        taken.update(name for name in likely if (found := _NUMBERED.fullmatch(name)) and found[1] in shared)
    return taken


def _numbered(name: str, number: int) -> str:
    return f"{name} ({number})"


def written(folder: Folder, book: Book) -> str:
    """Write a book under a name that says what is in it; return the name.

    Raises:
        ArchiveError: It cannot be written.
    """
    name = f"{WORK}/book-{digest(book)}.json"
    folder.write(name, [msgspec.json.encode(book)])
    return name
