"""JSON Lines, plain or packed."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from pyarrow import ArrowInvalid, CompressedInputStream, NativeFile

from copydesk.fetch.corpus.batch import TOGETHER, Batch, BrokenCorpus, Columns, Extract, Portion, Rows, seconds_of, text_of

_PORTION = 64_000_000  # bytes
_READ = 4_000_000  # bytes read at once
_LONGEST = 200_000_000  # bytes of a line: what is longer is no article
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
    for at, line in _lines(file, portion):
        if line.isspace() or not line:
            continue
        location = f"{portion.name}@{at}"
        try:
            row = decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError):
            rows.skip(location, "broken", "The line is no JSON object.")
            continue
        _add(rows, row, columns, location)
        if rows.size >= TOGETHER:
            yield rows.batch()
    yield rows.batch()


def _add(rows: Rows, row: Mapping[str, Any], columns: Columns, location: str) -> None:
    chosen = columns.chosen(list(row))
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
                yield at, line
            skipping = False
            at += len(line) + 1
        if not read:
            return
        if len(rest) > _LONGEST:
            raise BrokenCorpus(f"a line at byte {at:,} has more than {_LONGEST // 1_000_000} MB")
