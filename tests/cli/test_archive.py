"""`copydesk archive`, as a person or a script meets it: real processes, real files."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from tests.archive.corpora import newsroom, prose, row, write

from copydesk.records import FoundOutput

COPYDESK = str(Path(sys.executable).with_name("copydesk"))


def copydesk(*words: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([COPYDESK, "archive", *words], input=stdin, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive")
    done = copydesk("trace", str(write(path / "corpus", newsroom())), "-o", str(path / "links"), "--workers", "2")
    assert done.returncode == 0, done.stderr
    assert "17 articles: 6 links (1 copy, 2 edited, 3 partial), 1 group of whole copies, the largest of 3." in done.stdout
    assert "the results take about" in done.stderr
    return path / "links"


def test_who_has_run_a_text_is_told(links: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(prose(1))
    done = copydesk("find", str(draft), "--in", str(links))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("4 articles of 17 searched\n\nlantern · 2 April 2024 · report\n")
    assert "120 words: “" in done.stdout


def test_json_holds_the_schema_and_standard_input_is_read(links: Path) -> None:
    done = copydesk("find", "-", "--in", str(links), "--format", "json", "--most", "1", stdin=prose(1))
    output = msgspec.json.decode(done.stdout, type=FoundOutput)
    assert [one.id for one in output.found] == ["report"]


def test_nothing_found_is_said(links: Path) -> None:
    done = copydesk("find", "-", "--in", str(links), stdin="Quite another text.")
    assert done.stdout == "None of 17 articles has this text, nor 20 words of it in one passage.\n"


def test_passim_fields_are_written_beside(tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus", newsroom())
    done = copydesk("trace", str(corpus), "-o", str(tmp_path / "links"), "--format", "passim")
    assert "passim.jsonl" in done.stdout
    first = json.loads((tmp_path / "links" / "passim.jsonl").read_text().splitlines()[0])
    assert set(first) == {"uid", "id", "series", "date", "cluster", "size", "begin", "end", "text"}


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["trace", "nowhere", "-o", "links"], 4, "nowhere"),
        (["trace", ".", "-o", "."], 2, "is no folder of a traced archive"),
        (["trace", "empty", "-o", "links"], 3, "no readable article"),
        (["trace", "full", "-o", "links", "--memory", "lots"], 2, "write 4GB or 500MB"),
        (["trace", "full", "-o", "links", "--column", "body"], 2, "text=NAME"),
        (["find", "nowhere.txt", "--in", "links"], 2, "nowhere.txt"),
        (["find", "full/news.jsonl", "--in", "full"], 4, "copydesk archive trace"),
    ],
)
def test_errors_name_the_thing_and_the_way_out(
    words: list[str], code: int, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    write(tmp_path / "full", [row("a", prose(1))])
    done = copydesk(*words)
    assert done.returncode == code, done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "links").exists()


def test_an_interrupt_ends_all_workers_and_the_next_run_goes_on(tmp_path: Path) -> None:
    for part in range(6):
        write(tmp_path / "corpus", [row(f"{part}-{n}", prose(n, 400), f"Paper {n % 7}") for n in range(400)], f"{part}.jsonl")
    command = [COPYDESK, "archive", "trace", str(tmp_path / "corpus"), "-o", str(tmp_path / "links"), "--workers", "2"]
    obeying = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
    env = {name: value for name, value in os.environ.items() if not name.startswith("COV")}  # what measures may wait for ever
    with subprocess.Popen(
        [sys.executable, "-c", obeying, *command], stderr=subprocess.PIPE, start_new_session=True, env=env
    ) as process:
        until = time.monotonic() + 60
        while not any((tmp_path / "links").rglob("*.json")) and time.monotonic() < until:
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        assert process.stderr is not None
        told = process.stderr.read().decode()
    assert "Traceback" not in told
    assert process.returncode in (0, 130)
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert not list((tmp_path / "links").rglob("*.half-*"))
