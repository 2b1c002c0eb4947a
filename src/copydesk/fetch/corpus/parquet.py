"""Parquet, row group by row group."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pyarrow import NativeFile
from pyarrow.parquet import ParquetFile

from copydesk.fetch.corpus.batch import (
    NO_TIME,
    TOGETHER,
    Batch,
    BrokenCorpus,
    Columns,
    Extract,
    Portion,
    Rows,
    possible,
    seconds_of,
    seconds_of_all,
    text_of,
)

_PORTION = 100_000_000  # bytes of text, about
_ROWS = 4_000  # rows of a batch at most
_KINDS = (pa.string(), pa.large_string(), pa.string_view())


def portions_of(file: NativeFile, name: str) -> list[Portion]:
    """Return the portions of a file: as many row groups as hold enough text."""
    if not file.size():
        return []
    groups = _opened(file).metadata
    portions, first, size = [], 0, 0
    for group in range(groups.num_row_groups):
        size += groups.row_group(group).total_byte_size
        if size >= _PORTION or group == groups.num_row_groups - 1:
            portions.append(Portion(name=name, start=first, end=group + 1, size=size))
            first, size = group + 1, 0
    return portions


def batches(file: NativeFile, portion: Portion, columns: Columns, extract: Extract) -> Iterator[Batch]:
    """Yield the rows of the portion's row groups; see `copydesk.fetch.corpus.batches`."""
    parquet = _opened(file)
    chosen = columns.chosen(parquet.schema_arrow.names)
    if "text" not in chosen:
        raise BrokenCorpus(f"it has no column {' or '.join(columns.text)}; --column text=NAME says which holds the text")
    for name in chosen.values():
        if len(parquet.schema_arrow.get_all_field_indices(name)) > 1:
            raise BrokenCorpus(f"it has two columns {name}")
    if not _is_text(parquet.schema_arrow.field(chosen["text"]).type):
        raise BrokenCorpus(f"its column {chosen['text']} holds no text")
    row = sum(parquet.metadata.row_group(group).num_rows for group in range(portion.start))
    wanted = sorted(set(chosen.values()))
    groups = range(portion.start, portion.end)
    try:
        for table in parquet.iter_batches(_ROWS, row_groups=groups, columns=wanted, use_threads=False):
            for part in _parts(table, chosen["text"]):
                yield _batch(part, chosen, portion.name, row)
                row += part.num_rows
    except (OSError, pa.ArrowException) as error:
        raise BrokenCorpus(f"it breaks in the middle: {error}") from error


def _opened(file: NativeFile) -> ParquetFile:
    try:
        return ParquetFile(file)
    except (OSError, pa.ArrowException) as error:
        raise BrokenCorpus(f"it is not Parquet: {error}") from error


def _parts(table: pa.RecordBatch, text: str) -> Iterator[pa.RecordBatch]:
    """Yield rows in parts of about `TOGETHER` bytes of text."""
    size = max(1, table.column(text).nbytes)
    rows = max(1, table.num_rows * TOGETHER // size)
    for start in range(0, table.num_rows, rows):
        yield table.slice(start, rows)


def _batch(table: pa.RecordBatch, chosen: dict[str, str], file: str, row: int) -> Batch:
    texts = _strings(table.column(chosen["text"]))
    known = Rows()
    present = texts.is_valid().to_numpy(zero_copy_only=False)
    if not present.all():
        for at in np.flatnonzero(~present).tolist():
            known.skip(f"{file}#{row + at}", "empty", "It has no text.")
    ids, outlets = (_names(table, chosen.get(key)) for key in ("id", "outlet"))
    nameless = pc.equal(ids, "")
    if pc.any(nameless).as_py():
        places = pa.array([f"{file}#{row + at}" for at in range(table.num_rows)], pa.string())
        ids = pc.if_else(nameless, places, ids)
    data, offsets = _bytes(texts)
    return Batch(data, offsets, ids, outlets, _seconds(table, chosen.get("published")), known.skipped)


def _is_text(kind: pa.DataType) -> bool:
    """Say whether a column may hold text: as strings, as bytes, or each string once."""
    if pa.types.is_dictionary(kind):
        return _is_text(kind.value_type)
    return kind in _KINDS or pa.types.is_binary(kind) or pa.types.is_large_binary(kind)


def _strings(values: pa.Array) -> pa.LargeStringArray:
    """Return text in one form; what is no UTF-8 in it is replaced."""
    if pa.types.is_dictionary(values.type):
        values = values.cast(values.type.value_type)
    large = values.cast(pa.large_binary()).view(pa.large_string())
    try:
        large.validate(full=True)
    except pa.ArrowInvalid:
        bare = large.view(pa.large_binary()).to_pylist()
        return pa.array([one if one is None else one.decode("utf-8", "replace") for one in bare], pa.large_string())
    return large


def _names(table: pa.RecordBatch, column: str | None) -> pa.StringArray:
    """Return what a column names, empty where it names nothing."""
    if column is None:
        return pa.array([""] * table.num_rows, pa.string())
    values = table.column(column)
    if _is_text(values.type):
        return pc.fill_null(_strings(values).cast(pa.string()), "")
    return pa.array([text_of(value) for value in values.to_pylist()], pa.string())


def _bytes(texts: pa.Array) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Return the bytes of texts and where each begins, without touching any; one that is missing is empty."""
    large = pc.fill_null(texts, "")
    _, starts, data = large.buffers()
    offsets = np.frombuffer(starts, np.int64)[large.offset : large.offset + len(large) + 1]
    return np.frombuffer(data, np.uint8) if data is not None else np.empty(0, np.uint8), offsets


def _seconds(table: pa.RecordBatch, column: str | None) -> NDArray[np.int64]:
    if column is None:
        return np.full(table.num_rows, NO_TIME, np.int64)
    values = table.column(column)
    if pa.types.is_temporal(values.type) and not pa.types.is_time(values.type) and not pa.types.is_duration(values.type):
        values = values.cast(pa.timestamp("s"), safe=False).cast(pa.int64())
        known = values.is_valid().to_numpy(zero_copy_only=False)
        return np.where(known, possible(pc.fill_null(values, 0).to_numpy(zero_copy_only=False)), NO_TIME)
    if pa.types.is_integer(values.type) and not values.null_count:
        return seconds_of_all(values.to_numpy(zero_copy_only=False).astype(np.int64))
    return np.array([seconds_of(value) for value in values.to_pylist()], np.int64)
