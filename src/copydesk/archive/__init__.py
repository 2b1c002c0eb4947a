"""archive: who has whose words in a corpus of any size, and who has run one text.

    corpus -> portions -> cut (per portion) -> shards of words and fingerprints
                          pair (per part of the index) -> pairs of texts
                          learn (per block of texts) -> formulas: boilerplate and legal lines
                          link (per block of texts) -> links with passages
                          group -> groups of whole copies; describe (per shard) -> a row for each article

Each arrow is a pure function from files to one file, which is named by what went in and written whole or not at all. So a run that
was stopped goes on where it was, and a changed file of the corpus is cut anew alone.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import pairwise

import msgspec
import numpy as np

from copydesk.archive.config import ArchiveConfig
from copydesk.archive.cutting import PARTS, Cut, CutTask, cut, digest_of
from copydesk.archive.cutting import VERSION as WORDS
from copydesk.archive.learning import LearnTask, learn
from copydesk.archive.linking import LinkTask, link
from copydesk.archive.naming import kept
from copydesk.archive.numbering import book_of, written
from copydesk.archive.outcome import DescribeTask, describe, group
from copydesk.archive.pages import articles_of
from copydesk.archive.pairing import BLOCK, PairTask, pair
from copydesk.archive.passim import write_passim
from copydesk.archive.planning import MARK, Plan, claim, free_room, plan
from copydesk.archive.receipt import RUN, Run
from copydesk.archive.telling import first_reasons, vanished, write_skipped
from copydesk.engine import LocalEngine, close_ray, keep_memory, open_ray
from copydesk.errors import ArchiveError, NothingReadable
from copydesk.fetch.corpus import Columns, Extract
from copydesk.ports import Done, Engine, Task
from copydesk.records import Record, Skipped
from copydesk.reuse.links import KINDS
from copydesk.store import Arrays, Folder, shown
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

_MARKED = b"The results of `copydesk archive trace`. Files of earlier results are removed by the next run.\n"
_OURS = re.compile(r"[a-z]+/(?:[a-z]+-)?[0-9a-f]{24}(?:-\d+)?\.(?:arrays|jsonl?|parquet)")
_FOLDERS = ("shards", "index", "links", "articles", "work")
_WORKING = 6  # bytes that a worker holds for one of postings while it pairs
_POSTINGS = 0.16  # bytes of postings for one of text
_TASKS = 8  # for each worker at least: of large tasks one would be waited for


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
    links = folder.located
    folder.write(MARK, [_MARKED])
    cuts, gone = _cut_all(planned, links, engine, config, progress)
    skipped = write_skipped(folder, [*planned.skipped, *gone], cuts)
    book = book_of(folder, cuts, config.memory)
    if not book.texts:
        raise NothingReadable(first_reasons(folder, skipped))
    name = written(folder, book)
    parts = _pair_tasks(links, name, planned.size, config)
    pairs = tuple(sorted(_run(engine, pair, parts, "pair", progress)))
    blocks = range(-(-book.texts // BLOCK))
    lessons = [LearnTask(links=links, book=name, pairs=pairs, block=at, reuse=config.reuse) for at in blocks]
    known = _known(folder, _run(engine, learn, lessons, "learn", progress))
    tasks = [LinkTask(links=links, book=name, pairs=pairs, known=known, block=at, reuse=config.reuse) for at in blocks]
    linked = sorted(_run(engine, link, tasks, "link", progress), key=lambda one: one.name)
    groups = group(folder, name, linked)
    rows = [DescribeTask(links=links, book=name, groups=groups.name, shard=at) for at in range(len(book.shards))]
    described = _run(engine, describe, rows, "describe", progress)
    made = {name, book.outlet_file, known, groups.name, *pairs, *described, *(task.name for task in lessons)}
    made |= {file for task, done in cuts for file in task.files(done)} | {file for task in tasks for file in task.files}
    run = Run(
        version=__version__,
        engine=engine.name,
        config=config,
        words=WORDS,
        corpus=shown(planned.corpus),
        book=name,
        known=known,
        index={task.name: task.start for task in parts},
        found=tuple(one.name for one in linked),
        articles=book.texts,
        pairs=sum(one.pairs for one in linked),
        links={kind: sum(one.links[kind] for one in linked) for kind in KINDS},
        groups=groups.groups,
        largest=groups.largest,
        renamed=len(book.renamed),
        skipped=skipped,
        bytes=_tidied(folder, made),
    )
    folder.write(RUN, [msgspec.json.format(msgspec.json.encode(run), indent=2)])
    return run


def _run(engine: Engine, function: Callable[[Task], Done], tasks: Sequence[Task], stage: str, progress: Progress) -> list[Done]:
    """Run tasks, telling progress.

    Raises:
        ArchiveError: A task failed; the tasks that are done are kept.
    """
    done: list[Done] = []
    progress(stage, 0, len(tasks))
    for one in engine.run(partial(_tried, function), tasks):
        if isinstance(one, _Failed):
            raise ArchiveError(one.location, one.problem, one.way_out)
        done.append(one)
        progress(stage, len(done), len(tasks))
    return done


class _Failed(Record, frozen=True, kw_only=True):
    """An `ArchiveError` on its way out of another process, which an exception of several fields cannot leave."""

    location: str
    problem: str
    way_out: str


def _tried(function: Callable[[Task], Done], task: Task) -> Done | _Failed:
    try:
        return function(task)
    except ArchiveError as error:
        return _Failed(location=error.location, problem=error.problem, way_out=error.way_out)


def _cut_all(
    planned: Plan, links: str, engine: Engine, config: ArchiveConfig, progress: Progress
) -> tuple[list[tuple[CutTask, Cut]], list[Skipped]]:
    """Cut all portions; return what came of each, in the order of the corpus, and the files that were gone by then."""
    folder, corpus = Folder(links), Folder(planned.corpus).located
    for under in (*_FOLDERS, ""):
        folder.sweep(under)
    files = sorted({portion.name for portion in planned.portions})
    digests = dict(_run(engine, partial(_digested, corpus), files, "digest", progress))
    tasks = [
        CutTask(corpus=corpus, links=links, portion=p, digest=digest, columns=config.columns, reuse=config.reuse)
        for p in planned.portions
        if (digest := digests[p.name])
    ]
    cuts = dict(_run(engine, partial(_cut_named, articles_of), tasks, "cut", progress))
    gone = {name for name, digest in digests.items() if not digest} | {t.portion.name for t in tasks if cuts[t.name].vanished}
    return [(task, cuts[task.name]) for task in tasks], [vanished(Folder(corpus), name) for name in sorted(gone)]


def _digested(corpus: str, name: str) -> tuple[str, str | None]:
    folder = Folder(corpus)
    return name, digest_of(folder, name) if folder.has(name) else None


def _cut_named(extract: Extract, task: CutTask) -> tuple[str, Cut]:
    return task.name, cut(task, extract)


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
    return kept(folder, "known", np.unique(np.concatenate(keys)))


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
