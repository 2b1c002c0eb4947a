"""First task: a portion of the corpus -> shards of texts cut into words, with their fingerprints."""

import hashlib
from collections.abc import Callable, Iterator

import msgspec
import numpy as np
from numpy.typing import NDArray
from pyarrow import NativeFile

from copydesk.archive.book import QUOTED
from copydesk.fetch.corpus import Batch, Columns, Extract, Portion, batches
from copydesk.fetch.corpus.batch import BrokenCorpus
from copydesk.records import Record, Skipped
from copydesk.reuse import fingerprints, folding, words
from copydesk.reuse.config import ReuseConfig
from copydesk.reuse.fingerprints import Fingerprints, fingerprints_of
from copydesk.reuse.folding import Folding
from copydesk.reuse.names import hashes_of
from copydesk.reuse.postings import parted
from copydesk.reuse.words import Words, gaps_of, words_of
from copydesk.store import Folder, write_arrays

VERSION = f"shard-1/{folding.VERSION}/{words.VERSION}/{fingerprints.VERSION}"
PARTS = 10  # bits: the index has 1,024 parts
SHARD = 8_000_000  # words of a shard: some 25,000 articles, and 200 MB while it is filled
UNDER = "shards"


class CutTask(Record, frozen=True, kw_only=True):
    """What is to be cut.

    Attributes:
        corpus: Location of the corpus.
        links: Location of the results.
        portion: What of the corpus.
        digest: Digest of the portion's file.
        columns: Which column holds what.
        reuse: Settings.
    """

    corpus: str
    links: str
    portion: Portion
    digest: str
    columns: Columns
    reuse: ReuseConfig

    @property
    def name(self) -> str:
        """The file that says that the task is done; another input or another setting gives another."""
        told = (VERSION, self.digest, self.portion.start, self.portion.end, self.columns, self.reuse.run, self.reuse.window)
        return f"{UNDER}/{hashlib.sha256(msgspec.json.encode(told)).hexdigest()[:24]}"


class CutShard(Record, frozen=True, kw_only=True):
    """A shard as it was written; see `copydesk.archive.book.Shard`."""

    name: str
    texts: int
    words: int
    outlets: tuple[str, ...]


class Cut(Record, frozen=True, kw_only=True):
    """What came of a portion.

    Attributes:
        shards: Its shards.
        skipped: Rows and files that could not be read.
    """

    shards: tuple[CutShard, ...]
    skipped: tuple[Skipped, ...]


def cut(task: CutTask, extract: Extract) -> Cut:
    """Cut a portion, or return what came of it when it was cut before.

    Raises:
        ArchiveError: The results cannot be written.
    """
    links = Folder(task.links)
    if links.has(f"{task.name}.json"):
        return msgspec.json.decode(links.read(f"{task.name}.json"), type=Cut)
    table = folding.folding()
    shards, skipped, filling = list[CutShard](), list[Skipped](), _Shard(task.reuse)

    def finish() -> None:
        if filling.texts:
            shards.append(filling.written(links, f"{task.name}-{len(shards)}.arrays"))

    try:
        with Folder(task.corpus).open(task.portion.name) as file:
            for batch in batches(file, task.portion, task.columns, extract):
                skipped.extend(batch.skipped)
                filling.add(batch, table)
                if filling.words >= SHARD:
                    finish()
                    filling = _Shard(task.reuse)
    except BrokenCorpus as error:
        skipped.append(
            Skipped(
                location=task.portion.name, reason="broken", detail=f"{str(error).capitalize()}. What came before it was taken."
            )
        )
    finish()
    done = Cut(shards=tuple(shards), skipped=tuple(skipped))
    links.write(f"{task.name}.json", [msgspec.json.encode(done)])
    return done


class _Shard:
    """A shard that is being filled.

    Args:
        reuse: Settings.
    """

    def __init__(self, reuse: ReuseConfig) -> None:
        self._reuse = reuse
        self._batches: list[tuple[Batch, Words, Fingerprints]] = []
        self.texts = 0
        self.words = 0

    def add(self, batch: Batch, table: Folding) -> None:
        """Cut the texts of a batch."""
        if not batch.ids:
            return
        found = words_of(batch.data, batch.offsets, table)
        self._batches.append((batch, found, fingerprints_of(found, self._reuse.run, self._reuse.window)))
        self.texts += len(batch.ids)
        self.words += len(found.hashes)

    def written(self, folder: Folder, name: str) -> CutShard:
        """Write the shard; return what it is."""
        outlets: dict[str, int] = {}
        numbers = [outlets.setdefault(_plain(o), len(outlets) + 1) if o else 0 for b, _, _ in self._batches for o in b.outlets]
        hashes = np.concatenate([f.hashes for _, _, f in self._batches])
        postings = parted(hashes, self._joined(lambda _, w, f: f.texts, lambda _, w, f: len(w.bounds) - 1), PARTS)
        encoded = [name.encode("utf-8", "replace") for b, _, _ in self._batches for name in b.ids]
        names = np.frombuffer(b"".join(encoded), np.uint8)
        id_bounds = np.concatenate([[0], np.cumsum([len(one) for one in encoded])]).astype(np.int64)
        arrays = {
            "words": np.concatenate([w.hashes | np.where(w.quoted, QUOTED, np.uint32(0)) for _, w, _ in self._batches]),
            "gaps": _small(np.concatenate([gaps_of(w) for _, w, _ in self._batches])),
            "sizes": _small(np.concatenate([w.ends - w.starts for _, w, _ in self._batches])),
            "bounds": np.concatenate([[0], self._joined(lambda _, w, f: w.bounds[1:], lambda _, w, f: len(w.hashes))]).astype(
                np.int64
            ),
            "basis": np.concatenate([f.basis for _, _, f in self._batches]),
            "outlets": np.array(numbers, np.uint32),
            "published": np.concatenate([b.published for b, _, _ in self._batches]),
            "ids": names,
            "id_bounds": id_bounds,
            "id_hashes": hashes_of(names, id_bounds),
            "postings": postings.entries,
            "parts": postings.bounds,
        }
        write_arrays(folder, name, arrays)
        return CutShard(name=name, texts=self.texts, words=self.words, outlets=tuple(outlets))

    def _joined(
        self, part: Callable[[Batch, Words, Fingerprints], NDArray[np.generic]], size: Callable[[Batch, Words, Fingerprints], int]
    ) -> NDArray[np.uint32]:
        """Return numbers that each batch counts from nought, counted through; `size` says how many each batch has."""
        base, parts = 0, []
        for one in self._batches:
            parts.append(part(*one) + base)
            base += size(*one)
        return np.concatenate(parts).astype(np.uint32)


def _plain(outlet: str) -> str:
    """Return an outlet's name without what differs from file to file."""
    return outlet.strip().casefold().removeprefix("www.")


def _small(numbers: NDArray[np.uint32]) -> NDArray[np.generic]:
    """Return numbers in as few bytes each as the largest needs."""
    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))))


def digest_of(corpus: Folder, name: str) -> str:
    """Return the digest of a file of the corpus.

    Raises:
        ArchiveError: It cannot be read.
    """
    digest = hashlib.sha256()
    with corpus.open(name) as file:
        for block in _blocks(file):
            digest.update(block)
    return digest.hexdigest()


def _blocks(file: NativeFile) -> Iterator[bytes]:
    while block := file.read(1 << 22):
        yield block
