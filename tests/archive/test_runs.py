"""Runs: stopped and gone on with, on processes or on Ray, with a worker killed half way, the same links come out."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests import needs
from tests.archive.corpora import articles_in, groups_in, links_in, newsroom, prose, row, traced, write

from copydesk.archive import ArchiveConfig, claim, open_engine, plan, trace_archive
from copydesk.archive.pairing import PairTask
from copydesk.engine import LocalEngine
from copydesk.errors import ArchiveError, NothingReadable, OutputError
from copydesk.ports import Done, Engine, Task

MEMORY = 1_000_000_000


@pytest.fixture(params=["one process", "processes", "ray"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Give every engine there is."""
    if request.param == "ray":
        needs.library("ray")
    name, workers = ("ray", 2) if request.param == "ray" else ("local", 2 if request.param == "processes" else 1)
    with open_engine(name, workers, None, MEMORY) as opened:
        yield opened


def corpus(path: Path) -> Path:
    """Return a corpus of several files."""
    rows = [*newsroom(), *(row(f"more{n}", prose(n % 7 + 1000), f"Paper {n}") for n in range(30))]
    for part in range(4):
        write(path, rows[part::4], f"{part}.jsonl")
    return path


def found(links: Path) -> tuple[Any, ...]:
    """Return all that was found, in an order of its own."""
    rows = sorted((pair, str(one)) for pair, one in links_in(links).items())
    return rows, sorted(articles_in(links).items()), sorted(str(one) for one in groups_in(links))


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, ...]:
    """Return what one process finds in one go."""
    path = tmp_path_factory.mktemp("wanted")
    traced(corpus(path / "corpus"), path / "links")
    return found(path / "links")


def test_every_engine_finds_the_same(engine: Engine, tmp_path: Path, wanted: tuple[Any, ...]) -> None:
    traced(corpus(tmp_path / "corpus"), tmp_path / "links", engine, ArchiveConfig(workers=2))
    assert found(tmp_path / "links") == wanted


def double(task: tuple[int, str]) -> int:
    """Return twice a number; the task that names a file is the end of the first worker that takes it."""
    number, mark = task
    if mark and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def deadly(task: int) -> int:
    """Kill the worker, whenever it is tried."""
    os.kill(os.getpid(), signal.SIGKILL)
    return task


@pytest.mark.parametrize("name", ["local", "ray"])
def test_a_killed_worker_loses_nothing(name: str, tmp_path: Path) -> None:
    if name == "ray":
        needs.library("ray")
    mark = tmp_path / "mark"
    with open_engine(name, 2, None, MEMORY) as opened:
        tasks = [(number, str(mark) if number == 5 else "") for number in range(12)]
        assert sorted(opened.run(double, tasks)) == [2 * number for number in range(12)]
    assert mark.exists()


class Murderous:
    """An engine that kills the first worker that pairs texts."""

    name = "murderous"

    def __init__(self, engine: Engine, mark: Path) -> None:
        self._engine = engine
        self._mark = mark

    def run(self, function: Callable[[Task], Done], tasks: Sequence[Task]) -> Iterator[Done]:
        """Run tasks."""
        return self._engine.run(partial(killing, str(self._mark), function), tasks)


def killing(mark: str, function: Callable[[Task], Done], task: Task) -> Done:
    """Run a task, or kill the worker when it is the first that pairs texts."""
    if isinstance(task, PairTask) and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return function(task)


@pytest.mark.parametrize("name", ["local", "ray"])
def test_the_same_is_found_when_a_worker_is_killed_half_way(name: str, tmp_path: Path, wanted: tuple[Any, ...]) -> None:
    if name == "ray":
        needs.library("ray")
    with open_engine(name, 2, None, MEMORY) as opened:
        traced(corpus(tmp_path / "corpus"), tmp_path / "links", Murderous(opened, tmp_path / "mark"), ArchiveConfig(workers=2))
    assert (tmp_path / "mark").exists()
    assert found(tmp_path / "links") == wanted


def test_a_task_that_kills_every_worker_is_named() -> None:
    with pytest.raises(ArchiveError, match=r"a worker died 3 times.*fewer --workers.*what is done is kept"):
        list(LocalEngine(2).run(deadly, [1, 2]))


class Stopped(Exception):
    """The user pressed Ctrl-C."""


class Stopping:
    """An engine that is stopped after some tasks."""

    name = "stopping"

    def __init__(self, most: int) -> None:
        self.left = most
        self.done: list[str] = []

    def run(self, function: Callable[[Task], Done], tasks: Sequence[Task]) -> Iterator[Done]:
        """Run tasks until there have been enough."""
        for task in tasks:
            if not self.left:
                raise Stopped
            self.left -= 1
            self.done.append(type(task).__name__)
            yield function(task)


def test_a_stopped_run_goes_on_where_it_was(tmp_path: Path, wanted: tuple[Any, ...]) -> None:
    corpus(tmp_path / "corpus")
    for most in (3, 6, 9, 20):
        with pytest.raises(Stopped):
            traced(tmp_path / "corpus", tmp_path / "links", Stopping(most))
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "links").rglob("*") if path.is_file()}
    assert before
    traced(tmp_path / "corpus", tmp_path / "links")
    assert found(tmp_path / "links") == wanted
    cut = [path for path in before if path.parent.name == "shards"]
    assert len(cut) == 8
    assert all(path.stat().st_mtime_ns == before[path] for path in cut)


def test_a_changed_file_is_cut_anew_alone_and_what_is_stale_goes(tmp_path: Path) -> None:
    corpus(tmp_path / "corpus")
    traced(tmp_path / "corpus", tmp_path / "links")
    before = {path.name for path in (tmp_path / "links" / "shards").iterdir()}
    write(tmp_path / "corpus", [row("new", prose(1), "Courier", 9)], "2.jsonl")
    traced(tmp_path / "corpus", tmp_path / "links")
    after = {path.name for path in (tmp_path / "links" / "shards").iterdir()}
    assert len(after & before) == 6
    assert len(after) == 8
    assert ("new", "report") in links_in(tmp_path / "links")
    assert len(list((tmp_path / "links" / "links").iterdir())) == 1


def test_damage_is_told_and_the_rest_is_traced(tmp_path: Path) -> None:
    write(tmp_path / "corpus", newsroom())
    (tmp_path / "corpus" / "broken.parquet").write_bytes(b"nothing of the kind")
    (tmp_path / "corpus" / "empty.jsonl").touch()
    (tmp_path / "corpus" / "notes.txt").write_text("not of a corpus")
    (tmp_path / "corpus" / "torn.jsonl").write_text('{"id": "x", "text": "one"}\n{"id"')
    run = traced(tmp_path / "corpus", tmp_path / "links")
    assert run.articles == len(newsroom()) + 1
    assert run.skipped == 4
    told = (tmp_path / "links" / "skipped.jsonl").read_text()
    for name, detail in (
        ("broken.parquet", "not Parquet"),
        ("empty.jsonl", "empty"),
        ("notes.txt", "WARC"),
        ("torn.jsonl@27", "no JSON"),
    ):
        assert any(name in line and detail in line for line in told.splitlines()), name


def test_results_that_somebody_removed_are_made_again(tmp_path: Path, wanted: tuple[Any, ...]) -> None:
    corpus(tmp_path / "corpus")
    traced(tmp_path / "corpus", tmp_path / "links")
    for gone in ("links", "shards"):
        for path in [*(tmp_path / "links" / gone).glob("*.parquet"), *(tmp_path / "links" / gone).glob("*.arrays")]:
            path.unlink()
        traced(tmp_path / "corpus", tmp_path / "links")
        assert found(tmp_path / "links") == wanted


def test_what_is_not_ours_is_neither_taken_for_a_folder_nor_removed(tmp_path: Path) -> None:
    write(tmp_path / "mine" / "articles", newsroom())
    with pytest.raises(OutputError, match=r"it holds articles, and is no folder"):
        claim(str(tmp_path / "mine"))
    traced(write(tmp_path / "corpus", newsroom()), tmp_path / "links")
    claim(str(tmp_path / "links"))
    (tmp_path / "links" / "links" / "notes.txt").write_text("mine")
    traced(tmp_path / "corpus", tmp_path / "links")
    assert (tmp_path / "links" / "links" / "notes.txt").exists()


def test_results_inside_the_corpus_are_no_part_of_it(tmp_path: Path) -> None:
    write(tmp_path / "corpus", newsroom())
    links = tmp_path / "corpus" / "links"
    for _ in range(2):
        planned = plan(str(tmp_path / "corpus"), str(links))
        run = trace_archive(planned, str(links), LocalEngine(1), ArchiveConfig(), lambda *_: None)
        assert (run.articles, run.skipped) == (len(newsroom()), 0)


def test_a_renamed_file_is_read_by_its_new_name(tmp_path: Path) -> None:
    write(tmp_path / "corpus", newsroom(), "news.jsonl.gz")
    write(tmp_path / "corpus", [row("more", prose(77))], "more.jsonl")
    assert traced(tmp_path / "corpus", tmp_path / "links").skipped == 1
    (tmp_path / "corpus" / "news.jsonl.gz").rename(tmp_path / "corpus" / "news.jsonl")
    assert traced(tmp_path / "corpus", tmp_path / "links").articles == len(newsroom()) + 1


def test_a_corpus_of_nothing_is_an_error_with_the_reasons(tmp_path: Path) -> None:
    write(tmp_path / "corpus", [{"id": 1}])
    with pytest.raises(NothingReadable, match=r"--column text=NAME"):
        traced(tmp_path / "corpus", tmp_path / "links")
    (tmp_path / "none").mkdir()
    with pytest.raises(NothingReadable):
        traced(tmp_path / "none", tmp_path / "links")


def test_a_corpus_that_is_not_there_is_an_error_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"nowhere"):
        traced(tmp_path / "nowhere", tmp_path / "links")
    with pytest.raises(ArchiveError, match=r"no such file"):
        traced(tmp_path / "news.parquet", tmp_path / "links")


def test_however_little_memory_there_is_the_same_is_found(tmp_path: Path, wanted: tuple[Any, ...]) -> None:
    traced(corpus(tmp_path / "corpus"), tmp_path / "links", config=ArchiveConfig(memory=2_000))
    assert found(tmp_path / "links") == wanted
