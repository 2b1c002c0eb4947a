"""Rows of a corpus: each format gives the same articles, cut into portions anywhere, and damage is told and stays where it is."""

import bz2
import gzip
import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet
from pyarrow.fs import LocalFileSystem

from copydesk.fetch.corpus import Columns, Page, Portion, batches, format_of, jsonl, portions_of
from copydesk.fetch.corpus.batch import NO_TIME, BrokenCorpus, seconds_of

NOON = int(datetime(2024, 4, 10, 12, tzinfo=UTC).timestamp())
ROWS = [
    {"id": "a", "text": "Ein Café öffnet.", "outlet": "The Lantern", "published": "2024-04-10T12:00:00Z"},
    {"id": "b", "text": "Zweiter Text.", "outlet": "", "published": "2024-04-10"},
    {"id": "c", "text": "", "outlet": "Harbour Post", "published": ""},
]
WRONG: tuple[object, ...] = (None, "", "yesterday", "9999-01-01", 0, True, float("nan"), 10**18, 10**400, {}, "0001-01-01")
Row = tuple[str, str, str, int]


def no_pages(pages: Sequence[tuple[str, str, bytes]]) -> list[Page | None]:
    """Find no article on any page."""
    return [None for _ in pages]


def read(
    path: Path, columns: Columns | None = None, extract: Callable[..., list[Page | None]] = no_pages
) -> tuple[list[Row], list[str]]:
    """Return the rows of a file, and the places that were skipped."""
    rows: list[Row] = []
    skipped: list[str] = []
    with LocalFileSystem().open_input_file(str(path)) as file:
        for portion in portions_of(file, path.name):
            for batch in batches(file, portion, columns or Columns(), extract):
                texts = [bytes(batch.data[s:e]).decode() for s, e in zip(batch.offsets[:-1], batch.offsets[1:], strict=True)]
                named = zip(batch.ids.to_pylist(), texts, batch.outlets.to_pylist(), batch.published.tolist(), strict=True)
                rows += named
                skipped += [one.location for one in batch.skipped]
    return rows, skipped


def lines(rows: Sequence[object]) -> bytes:
    """Return rows as JSON Lines."""
    return "\n".join(json.dumps(row) for row in rows).encode()


def test_every_format_gives_the_same_rows(tmp_path: Path) -> None:
    wanted = [
        ("a", ROWS[0]["text"], "The Lantern", NOON),
        ("b", "Zweiter Text.", "", NOON - 12 * 3600),
        ("c", "", "Harbour Post", NO_TIME),
    ]
    (tmp_path / "plain.jsonl").write_bytes(lines(ROWS))
    (tmp_path / "packed.jsonl.gz").write_bytes(gzip.compress(lines(ROWS)))
    (tmp_path / "packed.jsonl.bz2").write_bytes(bz2.compress(lines(ROWS)))
    parquet.write_table(pa.Table.from_pylist(ROWS), tmp_path / "rows.parquet")
    for name in ("plain.jsonl", "packed.jsonl.gz", "packed.jsonl.bz2", "rows.parquet"):
        assert read(tmp_path / name) == (wanted, []), name


def test_a_damaged_line_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(lines(ROWS[:1]) + b'\n{"id": "x", "text"\n\n[1]\n{"id": "y"}\n\xff\n' + lines(ROWS[1:2]) + b"\n")
    rows, skipped = read(path)
    assert [row[0] for row in rows] == ["a", "b"]
    assert len(skipped) == 4
    assert all(place.startswith("rows.jsonl@") for place in skipped)


def test_rows_without_text_are_handed_on_before_there_are_too_many() -> None:
    content = b"[]\n" * 30_000 + b'{"text": ""}\n' * 30_000
    portion = Portion(name="x.jsonl", start=0, end=len(content), size=len(content))
    counts = [(len(b.skipped), len(b.ids)) for b in jsonl.batches(pa.BufferReader(content), portion, Columns(), no_pages)]
    assert (sum(skipped for skipped, _ in counts), sum(taken for _, taken in counts)) == (30_000, 30_000)
    assert max(map(sum, counts)) <= 20_000


@given(st.lists(st.sampled_from(["x", "longer text", "\u2028", ""]), max_size=12), st.integers(1, 60))
def test_portions_cut_anywhere_hold_every_line_once(texts: list[str], size: int) -> None:
    content = lines([{"id": str(at), "text": text} for at, text in enumerate(texts)])
    names = []
    for start in range(0, len(content), size):
        portion = Portion(name="x.jsonl", start=start, end=min(start + size, len(content)), size=size)
        for batch in jsonl.batches(pa.BufferReader(content), portion, Columns(), no_pages):
            names += batch.ids.to_pylist()
    assert names == [str(at) for at in range(len(texts))]


def test_columns_can_be_named_and_rows_without_id_are_called_by_place(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"story": ["one", None], "site": ["x.example", None]}), tmp_path / "rows.parquet")
    rows, skipped = read(tmp_path / "rows.parquet", Columns(text=("story",), outlet=("site",)))
    assert rows == [("rows.parquet#0", "one", "x.example", NO_TIME), ("rows.parquet#1", "", "", NO_TIME)]
    assert skipped == ["rows.parquet#1"]
    with pytest.raises(BrokenCorpus, match="--column text=NAME"):
        read(tmp_path / "rows.parquet")


def test_rows_before_a_break_are_taken(tmp_path: Path) -> None:
    rows = [{"id": str(at), "text": f"text {at * 7919}"} for at in range(3000)]
    content = gzip.compress(lines(rows))
    (tmp_path / "cut.jsonl.gz").write_bytes(content[: len(content) * 9 // 10])
    taken: list[str] = []
    with LocalFileSystem().open_input_file(str(tmp_path / "cut.jsonl.gz")) as file, pytest.raises(BrokenCorpus):
        for batch in batches(file, portions_of(file, "cut.jsonl.gz")[0], Columns(), no_pages):
            taken += batch.ids.to_pylist()
    assert taken == [str(at) for at in range(len(taken))]


def test_odd_columns_are_read_or_told(tmp_path: Path) -> None:
    moment = datetime(2024, 4, 10, 12, tzinfo=UTC)
    times = pa.array([moment, None], pa.timestamp("ns", "UTC"))
    far = pa.array([NOON * 10**6, 2**62], pa.timestamp("us"))
    texts = pa.array(["one", "two"])
    tables = {
        "dictionary": pa.table({"text": texts.dictionary_encode(), "id": texts, "published": times}),
        "binary": pa.table({"text": texts.cast(pa.binary()), "id": texts.cast(pa.binary()), "published": far}),
        "date": pa.table({"text": texts, "id": texts, "published": pa.array([date(2024, 4, 10), None])}),
    }
    for name, table in tables.items():
        parquet.write_table(table, tmp_path / f"{name}.parquet")
        rows, _ = read(tmp_path / f"{name}.parquet")
        assert [row[:2] for row in rows] == [("one", "one"), ("two", "two")], name
        assert rows[0][3] == (NOON - 12 * 3600 if name == "date" else NOON), name
        assert rows[1][3] == NO_TIME, name
    bad = pa.array([b"ok", b"b\xe2\x82ad \xff"], pa.binary()).view(pa.string())
    parquet.write_table(pa.table({"text": bad, "id": bad}), tmp_path / "bad.parquet")
    assert [row[:2] for row in read(tmp_path / "bad.parquet")[0]] == [("ok", "ok"), ("b\ufffdad \ufffd", "b\ufffdad \ufffd")]
    twice = pa.table([texts, texts], names=["text", "text"])
    parquet.write_table(twice, tmp_path / "twice.parquet")
    with pytest.raises(BrokenCorpus, match="two columns text"):
        read(tmp_path / "twice.parquet")


def test_lines_as_editors_and_python_write_them(tmp_path: Path) -> None:
    path = tmp_path / "odd.jsonl"
    deep = b'{"text": ' + b"[" * 50_000 + b"]" * 50_000 + b"}"
    path.write_bytes(b'\xef\xbb\xbf{"text": "one"}\n{"text": "two", "x": NaN}\n{"text": null, "body": "three"}\n' + deep)
    rows, skipped = read(path)
    assert [row[1] for row in rows] == ["one", "two", "three"]
    assert len(skipped) == 1


def test_a_file_that_is_not_what_its_name_says_is_told(tmp_path: Path) -> None:
    (tmp_path / "rows.parquet").write_bytes(b"no parquet at all, but longer than a footer")
    with pytest.raises(BrokenCorpus, match="not Parquet"):
        read(tmp_path / "rows.parquet")
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(lines(ROWS * 1000))[:-200])
    with pytest.raises(BrokenCorpus, match="breaks in the middle"):
        read(tmp_path / "cut.jsonl.gz")


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("2024-04-10T12:00:00Z", NOON),
        ("2024-04-10T14:00:00+02:00", NOON),
        ("2024-04-10 12:00", NOON),
        (NOON, NOON),
        (NOON * 1000, NOON),
        (float(NOON), NOON),
        (str(NOON), NOON),
        (date(2024, 4, 10), NOON - 12 * 3600),
        (datetime(2024, 4, 10, 12), NOON),  # noqa: DTZ001 -- as Parquet gives it
        *((wrong, NO_TIME) for wrong in WRONG),
    ],
)
def test_times_are_read_as_they_come(value: object, wanted: int) -> None:
    assert seconds_of(value) == wanted


def test_formats_are_known_by_their_endings() -> None:
    assert [format_of(name) for name in ("A.PARQUET", "x.warc.gz", "x.gz", "notes.txt")] == [".parquet", ".warc.gz", None, None]
