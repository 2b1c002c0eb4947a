"""Files that outlast a run: whole or not there, and any slice of an array is what was written."""

import errno
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from tests.needs import absent

from copydesk.errors import ArchiveError
from copydesk.store import Arrays, Folder, write_arrays


def test_a_file_that_breaks_while_it_is_written_leaves_nothing(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path / "new"))
    folder.write("a/b", [b"old"])
    with pytest.raises(RuntimeError), folder.whole("a/b") as path:
        Path(path).write_bytes(b"hal")
        raise RuntimeError
    assert folder.read("a/b") == b"old"
    assert folder.names("a") == {"a/b": 3}
    assert [one.name for one in (tmp_path / "new" / "a").iterdir()] == ["b"]


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path))
    folder.write("a/b", [b"whole"])
    (tmp_path / "a" / "c.half-123").write_bytes(b"hal")
    assert folder.names("a") == {"a/b": 5}
    folder.sweep("a")
    assert [one.name for one in (tmp_path / "a").iterdir()] == ["b"]


def test_what_is_not_there_is_named_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"gone.*Is it still there"):
        Folder(str(tmp_path)).read("gone")
    with pytest.raises(ArchiveError, match="nowhere"):
        Folder(str(tmp_path / "nowhere")).walk()
    with pytest.raises(ArchiveError, match=r"such as s3://bucket/folder"):
        Folder("gopher://old/place")


@pytest.mark.parametrize("asked", [Folder.has, Folder.names, Folder.sweep, Folder.remove, Folder.read])
def test_what_the_system_refuses_is_named_with_a_way_out(asked: Callable[[Folder, str], object], tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"/long-(name-)+: File name too long\. Is it still there, and yours\?"):
        asked(Folder(str(tmp_path)), f"long-{'name-' * 80}")


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    for asked in (lambda: Folder(str(tmp_path)).names("a"), lambda: Folder(str(tmp_path / "a")).entries()):
        with pytest.raises(ArchiveError, match="/a: Not a directory"):
            asked()


def test_a_name_that_is_no_text_is_an_error_and_not_a_crash(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"\xff")).touch()
    except OSError:
        absent("needs a file system that takes names which are not UTF-8")
    folder = Folder(str(tmp_path))
    for asked in (folder.names, folder.entries, folder.walk):
        with pytest.raises(ArchiveError, match=r"not UTF-8\. Rename the file"):
            asked()


def test_a_full_disk_is_told_with_the_way_out(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path))
    with pytest.raises(ArchiveError, match=r"part: the disk is full.*what is done is kept"), folder.whole("part") as path:
        Path(path).write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")
    assert folder.names() == {}


def test_a_folder_is_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/2", "b/1", "a", ".git/x", "b/.hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert list(Folder(str(tmp_path)).walk()) == ["a", "b/1", "b/2"]


def test_another_process_makes_the_same_folder(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path))
    folder.write("a", [b"1"])
    assert pickle.loads(pickle.dumps(folder)).read("a") == b"1"


numbers = st.lists(st.integers(0, 2**31 - 1), max_size=300)


@given(small=numbers, large=numbers, data=st.data())
@settings(deadline=None)
def test_slices_are_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, small: list[int], large: list[int], data: st.DataObject
) -> None:
    folder = Folder(str(tmp_path_factory.mktemp("arrays")))
    arrays: dict[str, NDArray[Any]] = {
        "small": np.array(small, np.uint32),
        "large": np.array(large, np.int64),
        "none": np.empty(0, np.uint8),
    }
    write_arrays(folder, "file", arrays)
    at = sorted(data.draw(st.sets(st.integers(0, len(large)))))
    with Arrays(folder, "file") as stored:
        for name, array in arrays.items():
            assert stored.size(name) == len(array)
            assert stored.get(name).dtype == array.dtype
            assert np.array_equal(stored.whole(name), array)
        starts, ends = np.array(at[:-1], np.int64), np.array(at[1:], np.int64)
        got = stored.slices("large", starts, ends)
        assert got.tolist() == [v for s, e in zip(starts.tolist(), ends.tolist(), strict=True) for v in large[s:e]]


def test_far_slices_are_read_apart(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path))
    write_arrays(folder, "file", {"a": np.arange(1_000_000, dtype=np.int64)})
    with Arrays(folder, "file") as stored:
        got = stored.slices("a", np.array([3, 500_000, 500_010]), np.array([5, 500_001, 500_012]))
    assert got.tolist() == [3, 4, 500_000, 500_010, 500_011]
