"""JSON Lines, plain or packed."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec
from pyarrow import ArrowInvalid, CompressedInputStream, NativeFile

from copydesk.fetch.corpus.batch import Batch, BrokenCorpus, Columns, Extract, Portion, Rows, seconds_of, text_of

_PORTION = 64_000_000  # bytes
_READ = 4_000_000  # bytes read at once
_LONGEST = 200_000_000  # bytes of a line: what is longer is no article
_MARK = b"\xef\xbb\xbf"  # that some editors put before UTF-8
_PACKED = {".gz": "gzip", ".bz2": "bz2", ".zst": "zstd"}
_SWOLLEN = 4  # bytes of text in a byte of a packed file, about


def portions_of(file: NativeFile, name: str) -> list[Portion]:
    """Return the portions of a file; a packed one cannot be cut."""
    size = file.size()
    if _packing(name):
        return [Portion(name=name, start=0, end=size, size=_SWOLLEN * size)] if size else []
    starts = range(0, size, _PORTION)
    return [Portion(name=name, start=s, end=min(s + _PORTION, size), size=min(_PORTION, size - s)) for s in starts]


def batches(file: NativeFile, portion: Portion, columns: Columns, extract: Extract) -> Iterator[Batch]:
    """Yield the rows whose lines begin in the portion; see `copydesk.fetch.corpus.batches`."""
    decode = msgspec.json.Decoder(type=dict[str, Any]).decode
    rows = Rows()
    try:
        for at, line in _lines(file, portion):
            if line and not line.isspace():
                _read(rows, line, f"{portion.name}@{at}", columns, decode)
            if rows.full:
                yield rows.batch()
    except BrokenCorpus:
        yield rows.batch()
        raise
    yield rows.batch()


def _read(rows: Rows, line: bytes, location: str, columns: Columns, decode: Callable[[bytes], dict[str, Any]]) -> None:
    """Add the row of a line, or note why it has none."""
    row: dict[str, Any] | None
    try:
        row = decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        row = _lenient(line)
    if row is None:
        rows.skip(location, "broken", "The line is no JSON object.")
    else:
        _add(rows, row, columns, location)


def _lenient(line: bytes) -> dict[str, Any] | None:
    """Return the object of a line that is JSON as Python writes it, with NaN for numbers that are none."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _add(rows: Rows, row: Mapping[str, Any], columns: Columns, location: str) -> None:
    chosen = columns.chosen([name for name, value in row.items() if value is not None])
    text = row.get(chosen.get("text", ""))
    if not isinstance(text, str):
        rows.skip(location, "broken", f"It has no text under {' or '.join(columns.text)}; --column text=NAME says where it is.")
        return
    name = text_of(row.get(chosen.get("id", ""))) or location
    outlet = text_of(row.get(chosen.get("outlet", "")))
    rows.add(text.encode("utf-8", "replace"), name, outlet, seconds_of(row.get(chosen.get("published", ""))))


def _packing(name: str) -> str | None:
    return next((packing for ending, packing in _PACKED.items() if name.lower().endswith(ending)), None)


def _lines(file: NativeFile, portion: Portion) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that begin in a portion, each with the byte it begins at; a line too long for an article is cut."""
    packing = _packing(portion.name)
    stream = CompressedInputStream(file, packing) if packing else file
    end = portion.end if not packing else None
    at = portion.start
    if not packing:
        file.seek(max(0, at - 1))
    rest = b""
    skipping = at > 0 and not packing  # the line that began before, with the byte before: it may end just there
    at -= 1 if skipping else 0
    while end is None or at < end:
        try:
            read = stream.read(_READ)
        except (OSError, ArrowInvalid) as error:
            raise BrokenCorpus(f"it breaks in the middle: {error}") from error
        lines = (rest + read).split(b"\n")
        rest = lines.pop()
        if not read:
            lines, rest = ([rest] if rest else []), b""
        for line in lines:
            if not skipping and (end is None or at < end):
                yield at, line.removeprefix(_MARK) if at == 0 else line
            skipping = False
            at += len(line) + 1
        if not read:
            return
        if len(rest) > _LONGEST:
            raise BrokenCorpus(f"a line at byte {at:,} has more than {_LONGEST // 1_000_000} MB")
