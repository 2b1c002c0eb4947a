"""First task: a portion of the corpus -> shards of texts cut into words, with their fingerprints."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
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
        return f"{self.name}.json", *(shard.name for shard in done.shards)


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
        done = msgspec.json.decode(links.read(f"{task.name}.json"), type=Cut)
        if all(map(links.has, task.files(done))):
            return done
    cutter = Cutter(folding.folding())
    shards, skipped, filling = list[CutShard](), list[Skipped](), _Shard(task.reuse)

    def finish() -> None:
        if filling.texts:
            shards.append(filling.written(links, f"{task.name}-{len(shards)}.arrays"))

    try:
        with Folder(task.corpus).open(task.portion.name) as file:
            for batch in batches(file, task.portion, task.columns, extract):
                skipped.extend(batch.skipped)
                filling.add(batch, cutter)
                if filling.words >= SHARD:
                    finish()
                    filling = _Shard(task.reuse)
    except BrokenCorpus as error:
        taken = " What came before it was taken." if shards or filling.texts else ""
        skipped.append(Skipped(location=task.portion.name, reason="broken", detail=f"{sentence(str(error))}.{taken}"))
    finish()
    done = Cut(shards=tuple(shards), skipped=tuple(skipped))
    links.write(f"{task.name}.json", [msgspec.json.encode(done)])
    return done


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
        for block in _blocks(file):
            digest.update(block)
    return digest.hexdigest()


def _blocks(file: NativeFile) -> Iterator[bytes]:
    while block := file.read(1 << 22):
        yield block
