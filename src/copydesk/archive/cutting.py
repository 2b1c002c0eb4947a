"""First task: a portion of the corpus -> shards of texts cut into words, with their fingerprints."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

import msgspec
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import NativeFile

from copydesk.archive.naming import digest
from copydesk.fetch.corpus import Batch, Columns, Extract, Portion, batches
from copydesk.fetch.corpus.batch import BrokenCorpus
from copydesk.records import Record, Skipped
from copydesk.reuse import fingerprints, folding, words
from copydesk.reuse.config import ReuseConfig
from copydesk.reuse.fingerprints import Fingerprints, fingerprints_of
from copydesk.reuse.names import hashes_of
from copydesk.reuse.packing import Packed, packed, widened
from copydesk.reuse.postings import parted
from copydesk.reuse.words import Cutter
from copydesk.store import Folder, write_arrays

VERSION = f"shard-2/{folding.VERSION}/{words.VERSION}/{fingerprints.VERSION}"
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
        told = (
            VERSION,
            self.digest,
            self.portion.name,
            self.portion.start,
            self.portion.end,
            self.columns,
            self.reuse.run,
            self.reuse.window,
        )
        return f"{UNDER}/{digest(*told)}"

    def __str__(self) -> str:
        return f"cutting {self.portion.name}"

    def files(self, done: "Cut") -> tuple[str, ...]:
        """Return the files that the task wrote."""
        told = (f"{self.name}.jsonl",) if done.skipped else ()
        return f"{self.name}.json", *told, *(shard.name for shard in done.shards)


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
        skipped: How many rows and files could not be read; they stand in the task's `.jsonl`, which nobody holds in memory.
        vanished: Whether the file was no longer there.
    """

    shards: tuple[CutShard, ...]
    skipped: int
    vanished: bool = False


def cut(task: CutTask, extract: Extract) -> Cut:
    """Cut a portion, or return what came of it when it was cut before.

    Raises:
        ArchiveError: The file cannot be opened or the results cannot be written.
    """
    links, corpus = Folder(task.links), Folder(task.corpus)
    if links.has(f"{task.name}.json"):
        done = msgspec.json.decode(links.read(f"{task.name}.json"), type=Cut)
        if all(map(links.has, task.files(done))):
            return done
    if not corpus.has(task.portion.name):
        return Cut(shards=(), skipped=0, vanished=True)  # which is not kept: it may come back
    cutting = _Cutting(task, links, corpus)
    told = cutting.told(extract)
    if first := next(told, None):
        links.write(f"{task.name}.jsonl", chain([first], told))
    done = Cut(shards=tuple(cutting.shards), skipped=cutting.skipped)
    links.write(f"{task.name}.json", [msgspec.json.encode(done)])
    return done


class _Cutting:
    """A portion that is being cut.

    Args:
        task: What is to be cut.
        links: Where the shards go.
        corpus: Where the portion is.

    Attributes:
        shards: The shards that were written.
        skipped: How many rows could not be read.
    """

    def __init__(self, task: CutTask, links: Folder, corpus: Folder) -> None:
        self._task = task
        self._links = links
        self._corpus = corpus
        self._filling = _Shard(task.reuse)
        self.shards: list[CutShard] = []
        self.skipped = 0

    def told(self, extract: Extract) -> Iterator[bytes]:
        """Cut the portion; yield a line of JSON for everything that could not be read, as it comes."""
        portion = self._task.portion
        cutter = Cutter(folding.folding())
        try:
            with self._corpus.open(portion.name) as file:
                for batch in batches(file, portion, self._task.columns, extract):
                    yield from map(self._line, batch.skipped)
                    self._filling.add(batch, cutter)
                    if self._filling.words >= SHARD:
                        self._finish()
        except BrokenCorpus as error:
            taken = " What came before it was taken." if self.shards or self._filling.texts else ""
            yield self._line(Skipped(location=portion.name, reason="broken", detail=f"{sentence(str(error))}.{taken}"))
        self._finish()

    def _line(self, skipped: Skipped) -> bytes:
        self.skipped += 1
        return line_of(skipped)

    def _finish(self) -> None:
        """Write the shard that is being filled, and begin another."""
        if self._filling.texts:
            self.shards.append(self._filling.written(self._links, f"{self._task.name}-{len(self.shards)}.arrays"))
            self._filling = _Shard(self._task.reuse)


def line_of(skipped: Skipped) -> bytes:
    """Return the line of `skipped.jsonl` for something that could not be read."""
    return msgspec.json.encode(skipped) + b"\n"


class _Part(NamedTuple):
    """A batch, cut: what its shard keeps of it, each of the arrays as in the shard."""

    words: Packed
    marks: Fingerprints
    batch: Batch


class _Shard:
    """A shard that is being filled.

    Args:
        reuse: Settings.
    """

    def __init__(self, reuse: ReuseConfig) -> None:
        self._reuse = reuse
        self._parts: list[_Part] = []
        self.texts = 0
        self.words = 0

    def add(self, batch: Batch, cutter: Cutter) -> None:
        """Cut the texts of a batch."""
        if not len(batch.ids):
            return
        found = cutter.words_of(batch.data, batch.offsets)
        marks = fingerprints_of(found, self._reuse.run, self._reuse.window)
        self._parts.append(_Part(packed(found), marks, replace(batch, data=np.empty(0, np.uint8))))
        self.texts += len(batch.ids)
        self.words += len(found.hashes)

    def written(self, folder: Folder, name: str) -> CutShard:
        """Write the shard; return what it is."""
        marks = [part.marks for part in self._parts]
        texts = np.repeat(np.cumsum([0, *(len(one.basis) for one in marks[:-1])]), [len(one.texts) for one in marks])
        words = widened([part.words for part in self._parts])
        hashes, numbers = _joined(one.hashes for one in marks), _joined(one.texts for one in marks) + texts.astype(np.uint32)
        postings = parted(hashes, numbers, PARTS)
        outlets: dict[str, int] = {}
        named = pa.concat_arrays([part.batch.outlets for part in self._parts]).dictionary_encode()
        number_of = [outlets.setdefault(_plain(name), len(outlets) + 1) if name else 0 for name in named.dictionary.to_pylist()]
        names, id_bounds = _bytes(pa.concat_arrays([part.batch.ids for part in self._parts]))
        arrays = {
            "words": words.data,
            "bounds": words.bounds,
            "widths": words.widths,
            "basis": _joined(one.basis for one in marks),
            "outlets": np.array(number_of, np.uint32)[named.indices.to_numpy()],
            "published": _joined(part.batch.published for part in self._parts),
            "ids": names,
            "id_bounds": id_bounds,
            "id_hashes": hashes_of(names, id_bounds),
            "postings": postings.entries,
            "parts": postings.bounds,
        }
        write_arrays(folder, name, arrays)
        return CutShard(name=name, texts=self.texts, words=self.words, outlets=tuple(outlets))


def _joined(arrays: Iterable[NDArray[Any]]) -> NDArray[Any]:
    """Return arrays one behind the other, in the type that holds them all."""
    return np.concatenate(list(arrays))


def _bytes(strings: pa.StringArray) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Return the bytes of strings and where each begins."""
    large = strings.cast(pa.large_string())
    _, starts, data = large.buffers()
    offsets = np.frombuffer(starts, np.int64)[: len(large) + 1]
    return np.frombuffer(data, np.uint8)[offsets[0] : offsets[-1]], offsets - offsets[0]


def _plain(outlet: str) -> str:
    """Return an outlet's name without what differs from file to file."""
    return outlet.strip().casefold().removeprefix("www.")


def sentence(words: str) -> str:
    """Return words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def digest_of(corpus: Folder, name: str) -> str:
    """Return the digest of a file of the corpus.

    Raises:
        ArchiveError: It cannot be read.
    """
    digest = hashlib.sha256()
    with corpus.open(name) as file:
        for block in blocks(file):
            digest.update(block)
    return digest.hexdigest()


def blocks(file: NativeFile) -> Iterator[bytes]:
    """Yield what is left of a file, some megabytes at once."""
    while block := file.read(1 << 22):
        yield block
