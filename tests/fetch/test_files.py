import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.errors import ConfigError
from copydesk.fetch import FetchConfig, find, load_hints
from copydesk.records import Hints


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports" / "inner").mkdir(parents=True)
    (tmp_path / "reports" / "b.txt").write_text("b")
    (tmp_path / "reports" / "a.html").write_text("a")
    (tmp_path / "reports" / "inner" / "c.jsonl").write_text("c")
    return tmp_path


def test_folders_are_searched_through_and_locations_are_as_named(folder: Path) -> None:
    found = find(["reports"])
    assert [(d.location, d.content, d.media_type) for d in found.documents] == [
        ("reports/a.html", b"a", "text/html"),
        ("reports/b.txt", b"b", "text/plain"),
        ("reports/inner/c.jsonl", b"c", "application/x-ndjson"),
    ]
    assert found.skipped == ()


def test_a_file_named_twice_is_found_once(folder: Path) -> None:
    assert len(find(["reports/b.txt", "reports", Path("reports/b.txt")]).documents) == 3


def test_the_folder_one_stands_in(folder: Path) -> None:
    assert next(d.location for d in find(["."]).documents) == "reports/a.html"


def test_standard_input(folder: Path) -> None:
    found = find(["-"], stdin=io.BytesIO(b"text"))
    assert [(d.location, d.content, d.media_type) for d in found.documents] == [("-", b"text", None)]


def test_what_cannot_be_taken_in_has_its_reason(folder: Path) -> None:
    (folder / "reports" / ".hidden.txt").write_text("x")
    (folder / "reports" / "big.txt").write_bytes(b"x" * 101)
    (folder / "reports" / "loop").symlink_to(folder / "reports")
    (folder / "reports" / "self").symlink_to(folder / "reports" / "self")
    (folder / "reports" / "gone").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "reports" / "pipe")
    found = find(["reports", "missing.txt"], config=FetchConfig(largest_bytes=100))
    assert len(found.documents) == 3
    assert [(s.location, s.reason) for s in found.skipped] == [
        ("missing.txt", "vanished"),
        ("reports/.hidden.txt", "hidden"),
        ("reports/big.txt", "too_large"),
        ("reports/gone", "vanished"),
        ("reports/loop", "link_loop"),
        ("reports/pipe", "unreadable"),
        ("reports/self", "link_loop"),
    ]


@pytest.fixture
def unreadable_for_its_user(folder: Path) -> Iterator[None]:
    """Take the rights from one file, and lay root's own down for a while: nothing is unreadable for root."""
    root = os.geteuid() == 0
    folder.chmod(0o755)
    (folder / "reports" / "b.txt").chmod(0)
    if root:
        os.seteuid(65534)
    yield
    if root:
        os.seteuid(0)


def test_unreadable_files_are_skipped(folder: Path, unreadable_for_its_user: None) -> None:
    assert [(s.location, s.reason) for s in find(["reports"]).skipped] == [("reports/b.txt", "unreadable")]


def test_a_hidden_file_that_is_named_is_taken_in(folder: Path) -> None:
    (folder / ".notes.txt").write_text("x")
    assert [d.location for d in find([".notes.txt"]).documents] == [".notes.txt"]


def test_a_huge_file_is_not_loaded(folder: Path) -> None:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(10_000_000_000)  # a hole: no disk is used, and loading it would end the test
    assert [s.reason for s in find(["huge.txt"]).skipped] == ["too_large"]


def test_too_much_standard_input_is_skipped() -> None:
    found = find(["-"], config=FetchConfig(largest_bytes=10), stdin=io.BytesIO(b"x" * 50))
    assert (found.documents, [s.reason for s in found.skipped]) == ((), ["too_large"])


def test_ten_thousand_files(folder: Path) -> None:
    many = folder / "many"
    many.mkdir()
    for n in range(10_000):
        (many / f"{n}.txt").touch()
    assert len(find(["many"]).documents) == 10_000


HINTS = """
["reports/b.txt"]
outlet = "Tarn News"
published = "2024-03-04"
same_as = ["reports/a.html"]
independent_of = ["c.jsonl"]

["c.jsonl"]
outlet = "Odern Mail"
"""


def test_hints_reach_their_files(folder: Path) -> None:
    (folder / "hints.toml").write_text(HINTS)
    found = find(["reports"], load_hints("hints.toml"))
    hints = {d.location: d.hints for d in found.documents}
    assert hints["reports/a.html"] is None
    assert hints["reports/b.txt"] == Hints(
        outlet="Tarn News", published="2024-03-04", same_as=("reports/a.html",), independent_of=("c.jsonl",)
    )
    assert hints["reports/inner/c.jsonl"] == Hints(outlet="Odern Mail")


def test_hints_for_a_file_that_was_not_given_are_told(folder: Path) -> None:
    (folder / "hints.toml").write_text('["reports/b.txt"]\noutlet = "Tarn News"\n["reports/bb.txt"]\noutlet = "Odern Mail"\n')
    found = find(["reports"], load_hints("hints.toml"))
    assert [(s.location, s.reason) for s in found.skipped if "hints" in s.detail] == [("reports/bb.txt", "vanished")]


def test_hints_count_from_where_their_file_stands(folder: Path) -> None:
    (folder / "reports" / "hints.toml").write_text('["b.txt"]\noutlet = "Tarn News"\n')
    hints = load_hints(folder / "reports" / "hints.toml")
    found = find([folder / "reports" / "b.txt"], hints)
    assert found.documents[0].hints == Hints(outlet="Tarn News")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('["a.txt"]\noutlt = "x"', "unknown key outlt of"),
        ('["a.txt"]\noutlet = 3', "a.txt.outlet"),
        ('a = "x"', "a: expected a table"),
        ("[", "is not TOML"),
    ],
)
def test_wrong_hints_say_where(folder: Path, text: str, problem: str) -> None:
    (folder / "hints.toml").write_text(text)
    with pytest.raises(ConfigError, match=r"hints\.toml") as caught:
        load_hints("hints.toml")
    assert problem in str(caught.value)


def test_missing_hints_are_an_error() -> None:
    with pytest.raises(ConfigError, match="No such file"):
        load_hints("nowhere.toml")
