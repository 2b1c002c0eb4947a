"""Web archives: every page is taken, as far as it goes, or told of with the reason; what is no page is counted."""

import gzip
import random
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow.fs import LocalFileSystem

from copydesk.fetch.corpus import Columns, Page, batches, portions_of
from copydesk.fetch.corpus.batch import BrokenCorpus
from copydesk.fetch.corpus.payload import unchunked, unpacked

PAGE = b"<!DOCTYPE html><html><body><p>The ferry to the island runs again.</p></body></html>"
HTML = {"Content-Type": "text/html; charset=utf-8"}
Told = dict[str, tuple[str, str]]


def record(block: bytes, kind: str = "response", url: str = "http://a.example/1", length: int | None = None, **more: str) -> bytes:
    """Return one record; `more` are further headers, with underscores for hyphens."""
    headers = {"WARC-Type": kind, "WARC-Target-URI": url, "Content-Length": str(len(block) if length is None else length)}
    headers |= {name.replace("_", "-"): value for name, value in more.items()}
    return b"WARC/1.0\r\n" + b"".join(f"{n}: {v}\r\n".encode() for n, v in headers.items() if v) + b"\r\n" + block + b"\r\n\r\n"


def answer(body: bytes = PAGE, status: str = "200 OK", headers: dict[str, str] | None = None) -> bytes:
    """Return what a server answered."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in (HTML if headers is None else headers).items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def read(path: Path, *records: bytes, packed: bool = False, cut: int | None = None) -> tuple[dict[str, str], Told, str]:
    """Return the text of each page, what was skipped, and how the file broke; all bytes of a page stand for its article."""
    path = path / ("crawl.warc.gz" if packed else "crawl.warc")
    path.write_bytes(b"".join(map(gzip.compress, records) if packed else records)[:cut])
    texts, told, broken = dict[str, str](), Told(), ""
    with LocalFileSystem().open_input_file(str(path)) as file:
        try:
            for batch in batches(file, portions_of(file, path.name)[0], Columns(), whole):
                spans = zip(batch.offsets[:-1].tolist(), batch.offsets[1:].tolist(), strict=True)
                texts |= dict(zip(batch.ids.to_pylist(), (bytes(batch.data[s:e]).decode() for s, e in spans), strict=True))
                told |= {one.location: (one.reason, one.detail) for one in batch.skipped}
        except BrokenCorpus as error:
            broken = str(error)
    return texts, told, broken


def whole(pages: Sequence[tuple[str, str, bytes]]) -> list[Page | None]:
    """Take every page as an article."""
    assert all(kind in ("text/html", "application/xhtml+xml") for _, kind, _ in pages)
    return [
        Page(url, content.decode("utf-8", "replace"), "a", "2024-04-10") if b"ferry" in content else None
        for url, _, content in pages
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_pages_are_taken_and_the_rest_is_counted_in_one_line(tmp_path: Path, packed: bool) -> None:  # noqa: FBT001 -- a case
    texts, told, broken = read(
        tmp_path,
        record(b"software: test\r\n", "warcinfo", ""),
        record(b"GET / HTTP/1.1\r\n\r\n", "request"),
        record(answer()),
        record(b"via: x\r\n", "metadata"),
        record(b"20240410 a.example. 60 A 127.0.0.1", url="dns:a.example", Content_Type="text/dns"),
        record(answer(b"\x89PNG", headers={"Content-Type": "image/png"}), url="http://a.example/x.png"),
        record(answer(b"p {}", headers={"Content-Type": "text/css"}), url="http://a.example/x.css"),
        record(answer(b"\x89PNG", headers={"Content-Type": "image/png"}), url="http://a.example/y.png"),
        record(answer(b"", "301 Moved", {"Location": "/"}), url="http://a.example/old"),
        record(b"text of it", "conversion", Content_Type="text/plain"),
        packed=packed,
    )
    assert texts == {"http://a.example/1": PAGE.decode()}
    name = "crawl.warc.gz" if packed else "crawl.warc"
    detail = "6 records of it are no pages: 2 image/png, 1 status 301, 1 text/css, 1 text/dns, 1 text/plain."
    assert told == {name: ("unknown_type", detail)}
    assert broken == ""


def test_an_archive_of_nothing_but_pages_tells_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, record(b"x", "warcinfo", ""), record(b"GET / HTTP/1.1\r\n\r\n", "request"), record(answer())) == (
        {"http://a.example/1": PAGE.decode()},
        {},
        "",
    )


def test_a_page_without_an_article_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, record(answer(b"<p>x")))[1] == {
        "http://a.example/1": ("only_clutter", "There is no article on the page.")
    }


LACKING: list[tuple[str, Callable[[], bytes], str]] = [
    ("cut by the crawler", lambda: record(answer(), WARC_Truncated="length"), "the crawler cut it off (length)"),
    ("fewer bytes than the server said", lambda: record(answer(headers=HTML | {"Content-Length": "9000"})), "of 9,000 bytes"),
    ("last chunk lost", lambda: record(answer(b"50\r\n" + PAGE, headers=HTML | {"Transfer-Encoding": "chunked"})), "last chunk"),
    (
        "packed, cut",
        lambda: record(
            answer(gzip.compress(PAGE * 50 + bytes(range(256)) * 90)[:-300], headers=HTML | {"Content-Encoding": "gzip"})
        ),
        "cannot be unpacked to its end (gzip)",
    ),
    ("a part", lambda: record(answer(status="206 Partial Content")), "sent a part"),
    ("in segments", lambda: record(answer(), WARC_Segment_Number="1"), "in another record"),
]


@pytest.mark.parametrize(("make", "why"), [case[1:] for case in LACKING], ids=[case[0] for case in LACKING])
def test_a_page_that_is_not_whole_is_taken_as_far_as_it_goes_and_told(tmp_path: Path, make: Callable[[], bytes], why: str) -> None:
    texts, told, broken = read(tmp_path, make(), record(answer(), url="http://a.example/2"))
    assert "The ferry to the island" in texts["http://a.example/1"]
    assert texts["http://a.example/2"] == PAGE.decode()
    reason, detail = told["http://a.example/1"]
    assert (reason, broken) == ("broken", "")
    assert "truncated" in detail
    assert why in detail
    assert detail.endswith("What there is of its article was taken.")
    assert len(told) == 1


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("lost", [1, 60])
def test_a_file_that_ends_in_a_page_gives_what_there_is_of_it_and_tells_both(tmp_path: Path, lost: int, packed: bool) -> None:  # noqa: FBT001
    body = bytes(record(answer(PAGE + b"<p>end</p>" * 9)).rstrip())[:-lost]
    texts, told, broken = read(tmp_path, record(answer(), url="http://a.example/0"), body, packed=packed)
    assert texts.keys() == {"http://a.example/0", "http://a.example/1"}
    assert "its record ends early" in told["http://a.example/1"][1]
    assert broken == "it ends in the middle of a record"


def test_wherever_a_file_is_cut_every_page_before_is_taken_and_the_end_is_told(tmp_path: Path) -> None:
    first, second = record(answer()), record(answer(), url="http://a.example/2")
    for cut in range(len(first) + 1, len(first + second) - 4):
        texts, told, broken = read(tmp_path, first, second, cut=cut)
        assert texts["http://a.example/1"] == PAGE.decode()
        assert broken or "http://a.example/2" in told, cut


def test_a_record_of_which_nothing_is_left_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    nothing = record(b"", length=500).rstrip() + b"\r\n\r\n"
    texts, told, broken = read(tmp_path, nothing, record(answer(), url="http://a.example/2"), packed=True)
    assert texts == {"http://a.example/2": PAGE.decode()}
    assert told == {"http://a.example/1": ("broken", "The record ends before the page begins.")}
    assert broken == ""


def test_a_record_without_length_is_told_because_it_would_swallow_the_others(tmp_path: Path) -> None:
    torn = record(answer(), url="http://a.example/2").replace(b"Content-Length: ", b"Contents: ", 1)
    texts, _, broken = read(tmp_path, record(answer()), torn, record(answer(), url="http://a.example/3"))
    assert texts.keys() == {"http://a.example/1"}
    assert "does not say how long it is" in broken


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (PAGE, {}),
        (b"\xef\xbb\xbf\n<!-- made by hand -->\n<HEAD><title>ferry</title>", {}),
        (b'<?xml version="1.0"?>\n<html xmlns="x">ferry</html>', {"Content-Type": "application/xml"}),
        ("<html><p>ferry".encode("utf-16"), {}),
        (PAGE, {"Content-Type": "application/octet-stream"}),
    ],
)
def test_a_page_that_does_not_say_what_it_is_is_known_by_its_beginning(
    tmp_path: Path, body: bytes, headers: dict[str, str]
) -> None:
    texts, told, _ = read(tmp_path, record(answer(body + b"<p>ferry", headers=headers)))
    assert list(texts) == ["http://a.example/1"]
    assert told == {}


def test_a_page_that_the_crawler_knows_for_html_is_taken(tmp_path: Path) -> None:
    said = record(answer(b"The ferry runs", headers={"Content-Type": "text/plain"}), WARC_Identified_Payload_Type="text/html")
    assert list(read(tmp_path, said)[0]) == ["http://a.example/1"]


def test_what_does_not_say_what_it_is_and_is_no_html_is_told(tmp_path: Path) -> None:
    texts, told, _ = read(tmp_path, record(answer(b"The ferry runs again.", headers={})))
    assert texts == {}
    assert told["http://a.example/1"][0] == "unknown_type"


def test_a_page_that_the_server_refused_is_told_with_its_answer(tmp_path: Path) -> None:
    texts, told, _ = read(tmp_path, record(answer(status="404 Not Found")), record(answer(status="503"), url="http://a.example/2"))
    assert texts == {}
    assert {url: (reason, detail.rpartition(": ")[2]) for url, (reason, detail) in told.items()} == {
        "http://a.example/1": ("unreadable", "404 Not Found."),
        "http://a.example/2": ("unreadable", "503."),
    }


def test_a_page_that_was_seen_before_is_told_and_an_image_is_counted(tmp_path: Path) -> None:
    earlier = "http://a.example/0", "2024-04-09T00:00:00Z"
    image = answer(b"", headers={"Content-Type": "image/png"})
    _, told, broken = read(
        tmp_path,
        record(answer(b""), "revisit", WARC_Refers_To_Target_URI=earlier[0], WARC_Refers_To_Date=earlier[1]),
        record(b"", "revisit", "http://a.example/2"),
        record(image, "revisit", "http://a.example/x.png"),
    )
    assert {url: reason for url, (reason, _) in told.items()} == {
        "http://a.example/1": "duplicate",
        "http://a.example/2": "duplicate",
        "crawl.warc": "unknown_type",
    }
    assert "http://a.example/0, 2024-04-09" in told["http://a.example/1"][1]
    assert broken == ""


def test_pages_that_were_stored_without_http_are_taken(tmp_path: Path) -> None:
    texts, told, _ = read(
        tmp_path,
        record(PAGE, "resource", "file:///srv/1.html", Content_Type="text/html"),
        record(PAGE, "resource", "file:///srv/2"),
        record(b"log", "resource", "metadata://wget.log", Content_Type="text/plain"),
    )
    assert list(texts) == ["file:///srv/1.html", "file:///srv/2"]
    assert list(told) == ["crawl.warc"]


def test_a_page_without_address_is_called_by_its_place(tmp_path: Path) -> None:
    assert list(read(tmp_path, record(PAGE, "resource", "", Content_Type="text/html"))[0]) == ["crawl.warc#0"]


def chunks(body: bytes, size: int = 30) -> bytes:
    """Return bytes as a server sends them in chunks."""
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(f"{len(piece):x};x=y\r\n".encode() + piece + b"\r\n" for piece in pieces) + b"0\r\n\r\n"


DEFLATE = zlib.compressobj(wbits=-15)
BARE = DEFLATE.compress(PAGE) + DEFLATE.flush()


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (chunks(PAGE), {"Transfer-Encoding": "Chunked"}),
        (chunks(gzip.compress(PAGE, mtime=0)), {"transfer-encoding": "chunked", "content-encoding": "gzip"}),
        (PAGE, {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}),
        (chunks(PAGE), {"Transfer-Encoding": "chunked", "Content-Length": "9000"}),
        (PAGE, {"Content-Encoding": "br"}),
        (pa.Codec("brotli").compress(zlib.compress(PAGE), asbytes=True), {"Content-Encoding": "deflate, br"}),
        (gzip.compress(PAGE, mtime=0), {}),
        (gzip.compress(PAGE[:40], mtime=0) + gzip.compress(PAGE[40:]), {"Content-Encoding": "x-gzip"}),
        (zlib.compress(PAGE), {"Content-Encoding": "deflate"}),
        (BARE, {"Content-Encoding": "deflate"}),
        (pa.Codec("brotli").compress(PAGE, asbytes=True), {"Content-Encoding": "br"}),
        (pa.Codec("zstd").compress(PAGE, asbytes=True), {"Content-Encoding": "zstd"}),
        (PAGE, {"Content-Encoding": "identity"}),
        (PAGE, {"Content-Length": "20"}),
    ],
)
def test_pages_come_out_of_whatever_they_were_sent_in(tmp_path: Path, body: bytes, headers: dict[str, str]) -> None:
    assert read(tmp_path, record(answer(body, headers=HTML | headers))) == ({"http://a.example/1": PAGE.decode()}, {}, "")


def test_what_cannot_be_unpacked_is_told(tmp_path: Path) -> None:
    texts, told, _ = read(tmp_path, record(answer(b"\x00\x01\x02ferry" * 20, headers=HTML | {"Content-Encoding": "br"})))
    assert texts == {}
    assert told == {"http://a.example/1": ("broken", "Nothing is left of the page: it cannot be unpacked to its end (br).")}


def test_what_is_packed_and_cut_is_taken_as_far_as_it_goes() -> None:
    long = PAGE + random.Random(1).randbytes(400_000)
    for packing, codec in (("br", "brotli"), ("zstd", "zstd")):
        content, all_of_it = unpacked(pa.Codec(codec).compress(long, asbytes=True)[:-2_000], packing, 1_000_000)
        assert content.startswith(PAGE)
        assert not all_of_it


def test_an_empty_page_and_one_that_swells_are_told(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<p>ferry" * 5_000_000, mtime=0)
    texts, told, _ = read(tmp_path, record(answer(b"")), record(answer(bomb, headers=HTML), url="http://a.example/2"))
    assert texts == {}
    assert {url: reason for url, (reason, _) in told.items()} == {"http://a.example/1": "empty", "http://a.example/2": "too_large"}


@given(st.binary(max_size=200), st.integers(1, 50))
def test_chunks_are_put_together(body: bytes, size: int) -> None:
    assert unchunked(chunks(body, size)) == (body, True)


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", "zstd", "", "other"]))
def test_no_bytes_break_the_unpacking(data: bytes, packing: str) -> None:
    content, whole = unpacked(data, packing, 1_000)
    assert len(content) <= max(1_001, len(data))
    assert isinstance(whole, bool)
