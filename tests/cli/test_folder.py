"""Writing into a folder harms nothing that copydesk did not write."""

import json
from pathlib import Path

import pytest

from copydesk.cli.folder import RECORD, digest, write_folder, write_whole
from copydesk.errors import OutputError


def test_writes_and_replaces_its_own_files(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", {"index.html": b"one", "a.md": b"two"})
    write_folder(tmp_path / "out", {"index.html": b"three"})
    assert (tmp_path / "out" / "index.html").read_bytes() == b"three"
    assert not (tmp_path / "out" / "a.md").exists()


def test_refuses_a_file_it_did_not_write_and_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(OutputError, match=r"index\.html.*not written by copydesk.*-o"):
        write_folder(tmp_path, {"a.md": b"new", "index.html": b"theirs"})
    assert sorted(p.name for p in tmp_path.iterdir()) == ["index.html"]
    assert (tmp_path / "index.html").read_text() == "mine"


def test_refuses_its_own_file_once_a_person_changed_it(tmp_path: Path) -> None:
    write_folder(tmp_path, {"index.html": b"ours"})
    (tmp_path / "index.html").write_text("edited")
    with pytest.raises(OutputError, match="changed since"):
        write_folder(tmp_path, {"index.html": b"new"})


def test_does_not_remove_a_stale_page_that_a_person_changed(tmp_path: Path) -> None:
    write_folder(tmp_path, {"old.html": b"ours"})
    (tmp_path / "old.html").write_text("edited")
    with pytest.raises(OutputError):
        write_folder(tmp_path, {"new.html": b"new"})


def test_a_run_that_was_killed_half_way_can_be_repeated(tmp_path: Path) -> None:
    write_folder(tmp_path, {"a.html": b"old a", "b.html": b"old b"})
    # What a kill leaves behind: the record allows old and new, one file is new already.
    files = {name: [digest(b"old " + name[:1].encode()), digest(b"new " + name[:1].encode())] for name in ("a.html", "b.html")}
    write_whole(tmp_path / RECORD, json.dumps({"files": files}).encode())
    write_whole(tmp_path / "a.html", b"new a")
    write_folder(tmp_path, {"a.html": b"newer a", "b.html": b"newer b"})
    assert (tmp_path / "a.html").read_bytes() == b"newer a"


def test_does_not_write_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "target").write_text("mine")
    (tmp_path / "out" / "index.html").symlink_to(tmp_path / "target")
    with pytest.raises(OutputError):
        write_folder(tmp_path / "out", {"index.html": b"x"})
    assert (tmp_path / "target").read_text() == "mine"


def test_a_record_of_somebody_else_is_refused_not_trusted(tmp_path: Path) -> None:
    (tmp_path / RECORD).write_text("[1, 2]")
    with pytest.raises(OutputError, match="not a record"):
        write_folder(tmp_path, {"index.html": b"x"})


def test_a_record_cannot_name_a_file_outside_the_folder(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    victim = tmp_path / "victim"
    victim.write_bytes(b"x")
    (out / RECORD).write_text(json.dumps({"files": {"../victim": [digest(b"x")]}}))
    write_folder(out, {"index.html": b"y"})
    assert victim.read_bytes() == b"x"


def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="file"):
        write_folder(tmp_path / "file" / "out", {"index.html": b"x"})
