"""Writing pages into a folder without harming what stands there.

A file is replaced only when copydesk wrote it and nobody changed it since: a small record in the folder, `.copydesk.json`, keeps
the digest of each file written. Every file appears whole or not at all.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from copydesk.errors import OutputError

RECORD = ".copydesk.json"
WAY_OUT = "Move it away or choose another folder with -o."


def write_folder(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files into a folder, and remove those of an earlier run that are no longer wanted.

    Args:
        folder: Made where it does not exist.
        files: Plain file name -> content.

    Returns:
        The paths written.

    Raises:
        OutputError: A file in the way was not written by copydesk or was changed since, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        known = earlier(folder)
        for name in sorted({*files, *known}):
            refuse_foreign(folder / name, known.get(name, []))
        # The record is written first and allows old and new content: a run that is killed half way can be repeated.
        new = {name: digest(content) for name, content in files.items()}
        record(folder, {name: [*known.get(name, []), *([new[name]] if name in new else [])] for name in {*files, *known}})
        for name, content in files.items():
            write_whole(folder / name, content)
        for name in sorted(set(known) - set(files)):
            (folder / name).unlink(missing_ok=True)
        record(folder, {name: [value] for name, value in new.items()})
    except OSError as error:
        problem = f"{error.strerror or 'cannot be written'}."
        raise OutputError(str(error.filename or folder), problem, "Choose another folder with -o.") from error
    return tuple(folder / name for name in files)


def rewrite(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files anew that copydesk wrote into a folder before, and set the folder's record right where it has one.

    Raises:
        OutputError: A file cannot be written, or the record is none of copydesk's.
    """
    try:
        known = earlier(folder)
        if known:
            record(folder, {**known, **{name: [*known.get(name, []), digest(content)] for name, content in files.items()}})
        for name, content in files.items():
            write_whole(folder / name, content)
        if known:
            record(folder, {**known, **{name: [digest(content)] for name, content in files.items()}})
    except OSError as error:
        problem = f"{error.strerror or 'cannot be written'}."
        raise OutputError(str(error.filename or folder), problem, "Make the folder writable and sign again.") from error


def write_file(path: Path, content: str | bytes) -> None:
    """Write one result into a file that the user named, whole or not at all; what stood there is replaced.

    A text ends with a line feed; bytes are written as they are, because a line feed behind them breaks some formats.

    Raises:
        OutputError: The file cannot be written.
    """
    text = content if isinstance(content, bytes) or content.endswith("\n") else f"{content}\n"
    try:
        write_whole(path, text.encode("utf-8", errors="replace") if isinstance(text, str) else text)
    except OSError as error:
        raise OutputError(str(path), f"{error.strerror or 'cannot be written'}.", "Choose another file with -o.") from error


def refuse_inputs(path: Path, locations: Iterable[str]) -> None:
    """Raise OutputError where a file that is to be written is one of those that were read."""
    if path.exists() and any(Path(location).exists() and path.samefile(location) for location in locations):
        raise OutputError(str(path), "is one of the files that were read.", "Choose another file with -o.")


def earlier(folder: Path) -> dict[str, list[str]]:
    """Return file name -> digests of what copydesk wrote there before."""
    path = folder / RECORD
    if not path.exists():
        return {}
    try:
        written = json.loads(path.read_text(encoding="utf-8"))["files"]
        return {str(name): [str(value) for value in digests] for name, digests in written.items() if Path(name).name == name}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise OutputError(str(path), "is not a record that copydesk wrote.", WAY_OUT) from error


def refuse_foreign(path: Path, digests: list[str]) -> None:
    """Raise OutputError where a file stands that copydesk did not write, or that was changed since."""
    if path.is_symlink() or path.is_dir():
        raise OutputError(str(path), "is in the way.", WAY_OUT)
    if path.exists() and digest(path.read_bytes()) not in digests:
        raise OutputError(str(path), "was not written by copydesk, or was changed since.", WAY_OUT)


def record(folder: Path, files: Mapping[str, list[str]]) -> None:
    """Write the folder's record."""
    content = json.dumps({"written_by": "copydesk", "files": dict(sorted(files.items()))}, indent=1)
    write_whole(folder / RECORD, content.encode())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it appears whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".copydesk-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def digest(content: bytes) -> str:
    """Return the hexadecimal SHA-256 of some bytes."""
    return hashlib.sha256(content).hexdigest()
