"""Texts and outlets numbered through, over all shards."""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.archive.book import Book, Shard, Shelves
from copydesk.archive.cutting import Cut, CutTask
from copydesk.archive.naming import WORK, digest, kept
from copydesk.reuse.names import repeated
from copydesk.store import Arrays, Folder

_HASHING = 64  # bytes that are held for each id while repeated ones are looked for


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
    """Return new names for texts whose id an earlier one has."""
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
    texts = np.sort(np.concatenate(suspects))
    seen: dict[str, int] = {}
    renamed: dict[int, str] = {}
    with Shelves(folder, book) as shelves:
        for number, name in zip(texts.tolist(), shelves.names(texts).to_pylist(), strict=True):
            seen[name] = seen.get(name, 0) + 1
            if seen[name] > 1:
                renamed[number] = f"{name} ({seen[name]})"
    return renamed


def written(folder: Folder, book: Book) -> str:
    """Write a book under a name that says what is in it; return the name.

    Raises:
        ArchiveError: It cannot be written.
    """
    name = f"{WORK}/book-{digest(book)}.json"
    folder.write(name, [msgspec.json.encode(book)])
    return name
