"""archive: who has whose words in a corpus of any size, and who has run one text.

    corpus -> portions -> cut (per portion) -> shards of words and fingerprints
                          pair (per part of the index) -> pairs of texts
                          learn (per block of texts) -> formulas: boilerplate and legal lines
                          link (per block of texts) -> links with passages
                          group -> groups of whole copies; describe (per shard) -> a row for each article

Each arrow is a pure function from files to one file, which is named by what went in and written whole or not at all. So a run that
was stopped goes on where it was, and a changed file of the corpus is cut anew alone.
"""

import hashlib
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.archive.book import Book, Shard, Shelves
from copydesk.archive.config import ArchiveConfig
from copydesk.archive.cutting import PARTS, Cut, CutTask, cut, digest_of, sentence
from copydesk.archive.cutting import VERSION as WORDS
from copydesk.archive.learning import LearnTask, learn
from copydesk.archive.linking import Linked, LinkTask, link
from copydesk.archive.outcome import DescribeTask, describe, group
from copydesk.archive.pages import articles_of
from copydesk.archive.pairing import BLOCK, PairTask, pair
from copydesk.archive.passim import write_passim
from copydesk.archive.receipt import RUN, Run
from copydesk.engine import LocalEngine, close_ray, keep_memory, open_ray
from copydesk.errors import ArchiveError, NothingReadable, OutputError
from copydesk.fetch.corpus import Columns, Extract, Portion, format_of, portions_of
from copydesk.fetch.corpus.batch import BrokenCorpus
from copydesk.ports import Done, Engine, Task
from copydesk.records import Record, Skipped
from copydesk.reuse.names import repeated
from copydesk.store import Arrays, Folder, shown, write_arrays
from copydesk.version import __version__

__all__ = [
    "ArchiveConfig",
    "Columns",
    "Plan",
    "Run",
    "claim",
    "free_room",
    "open_engine",
    "plan",
    "shown",
    "trace_archive",
    "write_passim",
]

Progress = Callable[[str, int, int], None]

SKIPPED = "skipped.jsonl"
MARK = "archive.txt"
_MARKED = b"The results of `copydesk archive trace`. Files of earlier results are removed by the next run.\n"
_OURS = re.compile(r"[a-z]+/(?:[a-z]+-)?[0-9a-f]{24}(?:-\d+)?\.(?:arrays|json|parquet)")
_FOLDERS = ("shards", "index", "links", "articles", "work")
ON_DISK = 1.5  # bytes of results for one of text
_WORKING = 6  # bytes that a worker holds for one of postings while it pairs
_POSTINGS = 0.16  # bytes of postings for one of text
_TASKS = 8  # for each worker at least: of large tasks one would be waited for
_HASHING = 64  # bytes that are held for each id while repeated ones are looked for


class Plan(Record, frozen=True, kw_only=True):
    """What there is to do.

    Attributes:
        corpus: The folder that the corpus is in.
        portions: Its portions.
        size: Bytes of text, about.
        skipped: Files that are no part of it.
    """

    corpus: str
    portions: tuple[Portion, ...]
    size: int
    skipped: tuple[Skipped, ...]

    @property
    def room(self) -> int:
        """Bytes that the results will take, about."""
        return int(self.size * ON_DISK)


def plan(corpus: str, links: str | None = None) -> Plan:
    """Look at a corpus.

    Args:
        corpus: A folder or one file, on disk or at an address such as `s3://bucket/news`.
        links: The folder for the results, which is no part of the corpus where it lies in it.

    Raises:
        ArchiveError: There is no such folder or file.
        NothingReadable: There is nothing in it that could be read.
    """
    location, names = _files(corpus)
    folder = Folder(location)
    results = f"{Folder(links).path('')}" if links else None
    portions: list[Portion] = []
    skipped: list[Skipped] = []
    for name, size in names.items():
        if results and folder.path(name).startswith(results):
            continue
        if format_of(name) is None:
            skipped.append(Skipped(location=name, reason="unknown_type", detail="It is no Parquet, JSON Lines or WARC file."))
        elif not size:
            skipped.append(Skipped(location=name, reason="empty", detail="The file is empty."))
        else:
            try:
                with folder.open(name) as file:
                    portions += portions_of(file, name)
            except BrokenCorpus as error:
                skipped.append(Skipped(location=name, reason="broken", detail=f"{sentence(str(error))}."))
    if not portions:
        raise NothingReadable(tuple((s.location, s.detail) for s in skipped))
    return Plan(corpus=location, portions=tuple(portions), size=sum(p.size for p in portions), skipped=tuple(skipped))


def _files(corpus: str) -> tuple[str, dict[str, int]]:
    """Return the folder of a corpus and the names and sizes of its files."""
    if format_of(corpus) is None or Folder(corpus).is_there():
        return corpus, Folder(corpus).walk()
    location, _, name = corpus.rpartition("/")
    names = Folder(location or ".").names()
    if name not in names:
        raise ArchiveError(corpus, "there is no such file", "Name a folder, or a Parquet, JSON Lines or WARC file.")
    return location or ".", {name: names[name]}


def claim(links: str) -> None:
    """Make sure that the folder for the results is new, empty, or one that an archive was traced into before.

    Raises:
        OutputError: It holds something else, which would be in the way.
        ArchiveError: It cannot be looked at.
    """
    folder = Folder(links)
    way_out = "Name a new folder with -o."
    if folder.is_file():
        raise OutputError(shown(links), "it is a file.", way_out)
    if not folder.has(MARK) and folder.is_there() and (other := next(iter(folder.walk()), None)) is not None:
        raise OutputError(shown(links), f"it holds {other}, and is no folder of a traced archive.", way_out)


def free_room(location: str) -> int | None:
    """Return how many bytes are free where the results will be, None where that cannot be told."""
    if "://" in location:
        return None
    place = Path(location).absolute()
    while not place.exists():
        place = place.parent
    return shutil.disk_usage(place).free


@contextmanager
def open_engine(name: str, workers: int, address: str | None, memory: int) -> Iterator[Engine]:
    """Give what runs the tasks, and leave it when the block ends.

    Args:
        name: `local` or `ray`.
        workers: Tasks at once on this machine.
        address: Of a Ray cluster; None starts one here.
        memory: Bytes that all workers together may take, about.

    Raises:
        MissingExtra: Ray is not installed.
        ArchiveError: There is no cluster at the address.
    """
    keep_memory()
    if name == "local":
        yield LocalEngine(workers)
        return
    try:
        yield open_ray(address, workers, memory // workers)
    finally:
        close_ray()


def trace_archive(planned: Plan, links: str, engine: Engine, config: ArchiveConfig, progress: Progress) -> Run:
    """Find who has whose words in a corpus.

    Args:
        planned: What there is to do.
        links: The folder for the results; what an earlier run left there is used where it still fits, and removed where not.
        engine: What runs the tasks.
        config: Settings.
        progress: Called with the stage's name, how many tasks are done and how many there are.

    Raises:
        ArchiveError: A file cannot be read or written; what is done is kept.
        NothingReadable: Not one article could be read.
    """
    folder = Folder(links)
    folder.write(MARK, [_MARKED])
    cuts = _cut_all(planned, links, engine, config, progress)
    skipped = [*planned.skipped, *(skipped for one in cuts for skipped in one[1].skipped)]
    book = _book(folder, cuts, config)
    if not book.texts:
        raise NothingReadable(tuple((s.location, s.detail) for s in skipped))
    book_name = _written(folder, "work/book", book)
    parts = _pair_tasks(links, book_name, planned.size, config)
    paired = _run(engine, pair, parts, "pair", progress)
    names = tuple(sorted(paired))
    blocks = -(-book.texts // BLOCK)
    lessons = [LearnTask(links=links, book=book_name, pairs=names, block=at, reuse=config.reuse) for at in range(blocks)]
    known = _known(folder, _run(engine, learn, lessons, "learn", progress))
    tasks = [LinkTask(links=links, book=book_name, pairs=names, known=known, block=at, reuse=config.reuse) for at in range(blocks)]
    linked: list[Linked] = sorted(_run(engine, link, tasks, "link", progress), key=lambda one: one.name)
    groups = group(folder, book_name, linked)
    rows = [DescribeTask(links=links, book=book_name, groups=groups.name, shard=at) for at in range(len(book.shards))]
    described = _run(engine, describe, rows, "describe", progress)
    folder.write(SKIPPED, (msgspec.json.encode(s) + b"\n" for s in skipped))
    keep = {
        book_name,
        book.outlet_file,
        known,
        groups.name,
        *(task.name for task in lessons),
        *names,
        *described,
        *(shard.name for shard in book.shards),
    }
    keep |= {f"{task.name}.json" for task, _ in cuts}
    keep |= {
        f"{under}/{one.name}.{ending}"
        for one in linked
        for under, ending in (("work", "json"), ("work", "arrays"), ("links", "parquet"))
    }
    size = _tidied(folder, keep)
    run = Run(
        version=__version__,
        engine=engine.name,
        config=config,
        words=WORDS,
        corpus=shown(planned.corpus),
        book=book_name,
        known=known,
        index={task.name: task.start for task in parts},
        found=tuple(one.name for one in linked),
        articles=book.texts,
        pairs=sum(one.pairs for one in linked),
        links={kind: sum(one.links[kind] for one in linked) for kind in linked[0].links},
        groups=groups.groups,
        largest=groups.largest,
        renamed=len(book.renamed),
        skipped=len(skipped),
        bytes=size,
    )
    folder.write(RUN, [msgspec.json.format(msgspec.json.encode(run), indent=2)])
    return run


def _run(engine: Engine, function: Callable[[Task], Done], tasks: Sequence[Task], stage: str, progress: Progress) -> list[Done]:
    """Run tasks, telling progress."""
    done: list[Done] = []
    progress(stage, 0, len(tasks))
    for one in engine.run(function, tasks):
        done.append(one)
        progress(stage, len(done), len(tasks))
    return done


def _cut_all(planned: Plan, links: str, engine: Engine, config: ArchiveConfig, progress: Progress) -> list[tuple[CutTask, Cut]]:
    """Cut all portions; return what came of each, in the order of the corpus."""
    folder = Folder(links)
    for under in (*_FOLDERS, ""):
        folder.sweep(under)
    files = sorted({portion.name for portion in planned.portions})
    digests = dict(_run(engine, partial(_digested, planned.corpus), files, "digest", progress))
    tasks = [
        CutTask(corpus=planned.corpus, links=links, portion=p, digest=digests[p.name], columns=config.columns, reuse=config.reuse)
        for p in planned.portions
    ]
    cuts = dict(_run(engine, partial(_cut_named, articles_of), tasks, "cut", progress))
    return [(task, cuts[task.name]) for task in tasks]


def _digested(corpus: str, name: str) -> tuple[str, str]:
    return name, digest_of(Folder(corpus), name)


def _cut_named(extract: Extract, task: CutTask) -> tuple[str, Cut]:
    return task.name, cut(task, extract)


def _book(folder: Folder, cuts: Sequence[tuple[CutTask, Cut]], config: ArchiveConfig) -> Book:
    """Number all texts and outlets through; an id that another text has is made its own."""
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
    name = f"work/outlets-{hashlib.sha256(joined.tobytes()).hexdigest()[:24]}.arrays"
    write_arrays(folder, name, {"outlets": joined})
    book = Book(shards=tuple(shards), outlets=tuple(outlets), outlet_file=name, renamed={})
    return msgspec.structs.replace(book, renamed=_renamed(folder, book, config.memory))


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


def _written(folder: Folder, name: str, book: Book) -> str:
    """Write the book under a name that says what is in it; return the name."""
    encoded = msgspec.json.encode(book)
    full = f"{name}-{hashlib.sha256(encoded).hexdigest()[:24]}.json"
    folder.write(full, [encoded])
    return full


def _pair_tasks(links: str, book: str, size: int, config: ArchiveConfig) -> list[PairTask]:
    """Return tasks each of which holds no more of the index than a worker has memory for."""
    each = config.memory // config.workers
    least = -(-int(size * _POSTINGS) * _WORKING // each)
    count = min(1 << PARTS, max(least, _TASKS * config.workers))
    bounds = np.linspace(0, 1 << PARTS, count + 1).astype(int).tolist()
    return [PairTask(links=links, book=book, start=start, end=end, reuse=config.reuse) for start, end in pairwise(bounds)]


def _known(folder: Folder, lessons: Sequence[str]) -> str:
    """Write down the keys of all formulas; return the name of the file."""
    keys = [np.empty(0, np.uint64)]
    for name in lessons:
        with Arrays(folder, name) as arrays:
            keys.append(arrays.get("keys"))
    known = np.unique(np.concatenate(keys))
    name = f"work/known-{hashlib.sha256(known.tobytes()).hexdigest()[:24]}.arrays"
    write_arrays(folder, name, {"keys": known})
    return name


def _tidied(folder: Folder, keep: set[str]) -> int:
    """Remove files of ours that no longer belong to the results; return how many bytes the rest takes."""
    size = 0
    for under in _FOLDERS:
        for name, bytes_ in folder.names(under).items():
            if name in keep:
                size += bytes_
            elif _OURS.fullmatch(name):
                folder.remove(name)
    return size
