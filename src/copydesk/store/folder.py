"""A folder of files on disk or in an object store, whose files are written whole or not at all."""

import errno
import os
import re
import uuid
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager

from pyarrow import NativeFile
from pyarrow.fs import FileInfo, FileSelector, FileSystem, FileType, LocalFileSystem

from copydesk.errors import ArchiveError

_KEYS = re.compile(r"://[^/@]*@")
_DETAIL = re.compile(r"Detail: \[errno \d+\] ([^\n\[]+)")
_HALF = ".half-"  # what a file is called until it is whole


class Folder:
    """Files under one location.

    Args:
        location: A path, or an address such as `s3://bucket/links`; the folder comes into being with its first file.

    Raises:
        ArchiveError: The address is not understood.
    """

    def __init__(self, location: str) -> None:
        self.location = location
        self._system, self._path = system_of(location)

    def __reduce__(self) -> tuple[type["Folder"], tuple[str]]:
        """Return what another process makes the same folder from."""
        return Folder, (self.location,)

    def open(self, name: str) -> NativeFile:
        """Open a file for reads at any place.

        Raises:
            ArchiveError: It is not there or cannot be read.
        """
        with self._told(name):
            return self._system.open_input_file(self._at(name))

    def read(self, name: str) -> bytes:
        """Return what a file holds.

        Raises:
            ArchiveError: It is not there or cannot be read.
        """
        with self.open(name) as file, self._told(name):
            return bytes(file.read())

    def write(self, name: str, parts: Iterable[bytes | memoryview]) -> None:
        """Write a file; another one of that name is replaced, and whoever looks sees the old or the new one, never half of one.

        Raises:
            ArchiveError: It cannot be written; the disk may be full.
        """
        with self.whole(name) as half, self._told(name), self._system.open_output_stream(half) as stream:
            for part in parts:
                stream.write(part)

    @contextmanager
    def whole(self, name: str) -> Iterator[str]:
        """Give a path to write a file to, which gets its name when the block ends well and is removed when it does not.

        In an object store that is the name itself: there a file shows when it is closed.

        Raises:
            ArchiveError: It cannot be written; the disk may be full.
        """
        path = self._at(name)
        if not isinstance(self._system, LocalFileSystem):
            yield path
            return
        half = f"{path}{_HALF}{uuid.uuid4().hex}"
        with self._told(name):
            self._system.create_dir(path.rpartition("/")[0])
            with ExitStack() as unfinished:
                unfinished.callback(self._forget, half)
                yield half
                self._system.move(half, path)
                unfinished.pop_all()

    def is_there(self) -> bool:
        """Say whether the folder has come into being.

        Raises:
            ArchiveError: It cannot be looked at.
        """
        return self._kind() is FileType.Directory

    def is_file(self) -> bool:
        """Say whether there is a file where the folder should be.

        Raises:
            ArchiveError: It cannot be looked at.
        """
        return self._kind() is FileType.File

    def has(self, name: str) -> bool:
        """Say whether there is such a file.

        Raises:
            ArchiveError: It cannot be looked at.
        """
        return self._kind(name) is FileType.File

    def names(self, under: str = "") -> dict[str, int]:
        """Return the names of all whole files in a folder of this one, with their sizes in bytes; none where it is not there.

        Raises:
            ArchiveError: The folder cannot be read.
        """
        prefix = f"{under}/" if under else ""
        files = self._listed(under)
        return {f"{prefix}{n}": f.size for n, f in files.items() if f.type is FileType.File and _HALF not in n}

    def walk(self) -> dict[str, int]:
        """Return the names of all files at any depth, with their sizes in bytes, in order; what begins with a dot is left alone.

        Raises:
            ArchiveError: There is no such folder, or it cannot be read.
        """
        with self._told(), self._readable():
            found = self._system.get_file_info(FileSelector(self._path, recursive=True))
            names = {f.path[len(self._path) :].lstrip("/"): f.size for f in found if f.type is FileType.File}
        return {name: names[name] for name in sorted(names) if not any(part.startswith(".") for part in name.split("/"))}

    def remove(self, name: str) -> None:
        """Remove a file that may be there.

        Raises:
            ArchiveError: It is there and cannot be removed.
        """
        if self.has(name):
            with self._told(name):
                self._system.delete_file(self._at(name))

    def sweep(self, under: str) -> None:
        """Remove what was left half written in a folder of this one by a run that was killed.

        Raises:
            ArchiveError: The folder cannot be read, or a file in it cannot be removed.
        """
        for name, info in self._listed(under).items():
            if info.type is FileType.File and _HALF in name:
                with self._told(f"{under}/{name}".lstrip("/")):
                    self._system.delete_file(info.path)

    @property
    def system(self) -> FileSystem:
        """What pyarrow reads and writes the folder with."""
        return self._system

    def path(self, name: str) -> str:
        """Return what a file of the folder is called in `system`."""
        return self._at(name)

    @property
    def located(self) -> str:
        """Where it is, as another process finds it: an address, or a path from the root."""
        return self.location if "://" in self.location else self._path

    def entries(self) -> list[str]:
        """Return the names of what stands right in it, in order; none where it has not come into being.

        Raises:
            ArchiveError: It cannot be read.
        """
        return sorted(self._listed())

    def _kind(self, name: str = "") -> FileType:
        """Return what stands under a name, or where the folder should be."""
        with self._told(name):
            return self._system.get_file_info(self._at(name) if name else self._path).type

    def _listed(self, under: str = "") -> dict[str, FileInfo]:
        """Return what stands right in a folder of this one, by its name; nothing where it is not there."""
        at = self._at(under) if under else self._path
        with self._told(under), self._readable():
            return {info.base_name: info for info in self._system.get_file_info(FileSelector(at, allow_not_found=True))}

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Say that a file has a name that cannot be read as text."""
        try:
            yield
        except UnicodeDecodeError as error:
            raise ArchiveError(shown(self.location), "the name of a file in it is not UTF-8", "Rename the file.") from error

    def _forget(self, path: str) -> None:
        """Remove a file that may not have been begun."""
        if self._system.get_file_info(path).type is FileType.File:
            self._system.delete_file(path)

    def _at(self, name: str) -> str:
        return f"{self._path}/{name}"

    @contextmanager
    def _told(self, name: str = "") -> Iterator[None]:
        """Turn what the system says into a message with the file and the way out."""
        try:
            yield
        except OSError as error:
            full = error.errno == errno.ENOSPC
            way_out = "Make room and run the same command again: what is done is kept." if full else "Is it still there, and yours?"
            raise ArchiveError(
                f"{shown(self.location)}/{name}".rstrip("/"), "the disk is full" if full else _plain(error), way_out
            ) from error


def system_of(location: str) -> tuple[FileSystem, str]:
    """Return the file system of a path or address, and the path in it.

    Raises:
        ArchiveError: The address is not understood.
    """
    if "://" not in location:
        return LocalFileSystem(), os.path.abspath(location)  # noqa: PTH100 -- as text, whatever it is
    try:
        system, path = FileSystem.from_uri(location)
    except (ValueError, OSError) as error:
        raise ArchiveError(shown(location), _plain(error), "Give a folder, or an address such as s3://bucket/folder.") from error
    return system, path.rstrip("/")


def shown(location: str) -> str:
    """Return a location without the keys and settings that an address may hold, as it may be printed and written down."""
    return _KEYS.sub("://", location).partition("?")[0] if "://" in location else location


def _plain(error: Exception) -> str:
    """Return what went wrong without the machinery around it: what the system says, where it says something."""
    told = getattr(error, "strerror", None) or str(error) or type(error).__name__
    detail = _DETAIL.search(told)
    return (detail[1] if detail else told).rstrip(".")
