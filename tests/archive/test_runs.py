"""Runs: stopped and gone on with, on processes or on Ray, with a worker killed half way, the same links come out."""

import os
import pickle
import signal
import subprocess
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests import needs
from tests.archive.corpora import articles_in, groups_in, links_in, newsroom, prose, row, traced, write

from copydesk.archive import ArchiveConfig, claim, open_engine, plan, trace_archive, write_passim
from copydesk.archive.pairing import PairTask
from copydesk.engine import LocalEngine
from copydesk.errors import ArchiveError, NothingReadable, OutputError
from copydesk.ports import Done, Engine, Task
from copydesk.store import Folder

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
    with pytest.raises(NothingReadable, match=r"/none: There is no file in it; what begins with a dot is left alone"):
        traced(tmp_path / "none", tmp_path / "links")


def test_of_many_lines_that_cannot_be_read_the_first_are_shown_and_all_are_listed(tmp_path: Path) -> None:
    write(tmp_path / "corpus", ({"id": n} for n in range(50)))
    with pytest.raises(NothingReadable, match=r"news.jsonl@0: [^\0]*/links/skipped.jsonl: lists these and 31 more") as told:
        traced(tmp_path / "corpus", tmp_path / "links")
    assert str(told.value).count("--column text=NAME") == 19
    assert (tmp_path / "links" / "skipped.jsonl").read_text().count("\n") == 50


class Noting:
    """An engine that notes how much the tasks hand back, as another process would send it."""

    name = "noting"

    def __init__(self) -> None:
        self.most = 0

    def run(self, function: Callable[[Task], Done], tasks: Sequence[Task]) -> Iterator[Done]:
        """Run tasks."""
        for done in map(function, tasks):
            self.most = max(self.most, len(pickle.dumps(done)))
            yield done


def test_however_much_is_skipped_no_task_hands_it_back(tmp_path: Path) -> None:
    write(tmp_path / "corpus", [*newsroom(), *({"id": n} for n in range(30_000))])
    engine = Noting()
    for _ in range(2):  # the second time from what was kept
        run = traced(tmp_path / "corpus", tmp_path / "links", engine)
        assert (run.articles, run.skipped) == (len(newsroom()), 30_000)
        with (tmp_path / "links" / "skipped.jsonl").open() as lines:
            assert sum(1 for _ in lines) == 30_000
    assert engine.most < 2_000


def at_the_stage(stage: str, act: Callable[[], object]) -> Callable[[str, int, int], None]:
    """Return a progress that does something when a stage begins."""

    def progress(name: str, done: int, _: int) -> None:
        if name == stage and not done:
            act()

    return progress


@pytest.mark.parametrize("stage", ["digest", "cut"])
def test_a_file_that_vanishes_is_told_and_the_rest_goes_on(tmp_path: Path, stage: str) -> None:
    path = write(write(tmp_path / "corpus", newsroom()), [row("brief", prose(900))], "brief.jsonl")
    (gone := path / "brief.jsonl").rename(tmp_path / "kept")
    for name in ("brief", "another"):
        (path / f"{name}.jsonl").write_bytes((tmp_path / "kept").read_bytes())
    planned, links = plan(str(path)), str(tmp_path / "links")
    run = trace_archive(planned, links, LocalEngine(1), ArchiveConfig(), at_the_stage(stage, gone.unlink))
    assert (run.articles, run.skipped) == (len(newsroom()) + 1, 1)
    told = (tmp_path / "links" / "skipped.jsonl").read_text()
    assert all(words in told for words in ("brief.jsonl", "vanished", "When it is back, run again"))
    assert write_passim(links, str(path), planned.portions) == 2
    gone.write_bytes((tmp_path / "kept").read_bytes())
    assert traced(path, links).articles == len(newsroom()) + 2


def test_a_file_that_cannot_be_opened_is_told_and_the_rest_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(write(tmp_path / "corpus", newsroom()), [row("brief", prose(900))], "brief.jsonl")
    opened = Folder.open

    def refused(folder: Folder, name: str) -> Any:  # noqa: ANN401 -- a file
        if name == "brief.jsonl":
            raise ArchiveError(name, "Permission denied", "")
        return opened(folder, name)

    monkeypatch.setattr(Folder, "open", refused)  # root may open everything
    planned = plan(str(path))
    assert [(one.location, one.reason) for one in planned.skipped] == [("brief.jsonl", "unreadable")]
    assert "Permission denied" in planned.skipped[0].detail
    assert [portion.name for portion in planned.portions] == ["news.jsonl"]


def test_a_file_that_only_a_worker_does_not_see_stops_the_run(tmp_path: Path) -> None:
    path = write(tmp_path / "corpus", newsroom())
    with pytest.raises(ArchiveError, match=r"news.jsonl: a worker does not see this file.*every machine has it"):
        traced(path, tmp_path / "links", Elsewhere(path))


class Elsewhere:
    """An engine on a machine that does not have the corpus."""

    name = "elsewhere"

    def __init__(self, corpus: Path) -> None:
        self._corpus = corpus

    def run(self, function: Callable[[Task], Done], tasks: Sequence[Task]) -> Iterator[Done]:
        """Run tasks while the corpus is away."""
        away = self._corpus.with_name("away")
        for task in tasks:
            self._corpus.rename(away)
            try:
                done = function(task)
            finally:
                away.rename(self._corpus)
            yield done


@pytest.mark.parametrize("name", ["local", "ray"])
def test_what_stops_a_task_leaves_its_process_with_file_reason_and_way_out(tmp_path: Path, name: str) -> None:
    if name == "ray":
        needs.library("ray")
    planned, links = plan(str(corpus(tmp_path / "corpus"))), tmp_path / "links"
    progress = at_the_stage("pair", lambda: (links / "index").write_text("in the way"))
    with (
        open_engine(name, 2, None, MEMORY) as opened,
        pytest.raises(ArchiveError, match=r"/links/index/\w+\.arrays: .*\. Is it still there, and yours\?"),
    ):
        trace_archive(planned, str(links), opened, ArchiveConfig(workers=2), progress)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of 300 kB, where one may be had."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "none", disk], capture_output=True, check=False)
    if mounted.returncode:
        needs.absent("needs root, who alone can mount a small disk")
    yield disk
    subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_full_disk_is_said_and_the_run_goes_on_when_there_is_room(small_disk: Path, tmp_path: Path, workers: int) -> None:
    corpus(tmp_path / "corpus")
    links, filler = small_disk / "links", small_disk / "filler"
    filler.write_bytes(bytes(220_000))
    config = ArchiveConfig(workers=workers)
    with pytest.raises(ArchiveError, match=r"/links/\S+: the disk is full\. Make room and run the same command again"):
        traced(tmp_path / "corpus", links, LocalEngine(workers), config)
    assert not [path for path in links.rglob("*") if ".half-" in path.name]
    filler.unlink()
    subprocess.run(["mount", "-o", "remount,size=9m", small_disk], check=True)
    assert traced(tmp_path / "corpus", links, LocalEngine(workers), config).articles == len(newsroom()) + 30


def test_a_corpus_in_the_folder_for_the_results_is_an_error_with_a_way_out(tmp_path: Path) -> None:
    links = tmp_path / "links"
    traced(write(tmp_path / "corpus", newsroom()), links)
    inside = write(links / "news", newsroom())
    (tmp_path / "door").symlink_to(links, target_is_directory=True)
    for corpus_, results in ((inside, links), (inside, tmp_path / "door"), (links, links), (inside / "news.jsonl", links)):
        with pytest.raises(OutputError, match=r"(links|door): the corpus \S+ lies in it. Name another folder with -o"):
            plan(str(corpus_), str(results))


def test_results_that_lie_in_the_corpus_by_another_path_are_no_part_of_it(tmp_path: Path) -> None:
    path = write(tmp_path / "corpus", newsroom())
    (tmp_path / "door").symlink_to(path, target_is_directory=True)
    traced(path, path / "links")
    assert {portion.name for portion in plan(str(path), str(tmp_path / "door" / "links")).portions} == {"news.jsonl"}


def test_a_corpus_that_is_not_there_is_an_error_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"nowhere"):
        traced(tmp_path / "nowhere", tmp_path / "links")
    with pytest.raises(ArchiveError, match=r"no such file"):
        traced(tmp_path / "news.parquet", tmp_path / "links")


def test_however_little_memory_there_is_the_same_is_found(tmp_path: Path, wanted: tuple[Any, ...]) -> None:
    traced(corpus(tmp_path / "corpus"), tmp_path / "links", config=ArchiveConfig(memory=2_000))
    assert found(tmp_path / "links") == wanted
