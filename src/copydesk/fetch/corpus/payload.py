"""What a record of a web archive holds, without what HTTP wrapped it in, and whether that is all of it."""

import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, Protocol

from pyarrow import ArrowInvalid, BufferReader, CompressedInputStream
from warcio.statusandheaders import StatusAndHeaders

_STEP = 1 << 14  # bytes unpacked at once
_READ = 1 << 10  # bytes read at once of what Arrow unpacks: where it breaks, those of one step are lost
_CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_GZIP = b"\x1f\x8b"
_HEAD = 512  # bytes in which what is no text shows itself


class WarcRecord(Protocol):
    """A record as warcio gives it.

    Attributes:
        rec_type: Its type, such as `response`.
        rec_headers: Its headers.
        raw_stream: Its bytes, which are read once; `limit` is how many are still to come.
        content_type: The media type of the whole record.
        length: How many bytes it says it has.
    """

    rec_type: str | None
    rec_headers: StatusAndHeaders
    raw_stream: Any
    content_type: str | None
    length: int | None


class Payload(NamedTuple):
    """What a record holds.

    Attributes:
        content: The bytes, unwrapped; one more than asked for where there are more.
        lacks: Why it is not all of them, as the end of a sentence; empty where it is.
    """

    content: bytes
    lacks: str


def payload_of(record: WarcRecord, http: StatusAndHeaders | None, most: int) -> Payload:
    """Return what a record holds, as far as it goes.

    Args:
        record: A record as warcio gives it, with the HTTP headers already read off its stream.
        http: These headers; None where there are none.
        most: Bytes that a page may have.
    """
    raw = record.raw_stream.read(most + 1)
    if len(raw) > most:
        return Payload(raw, "")
    lacks = _lacking(record, http, len(raw))
    if http is None:
        return Payload(raw, lacks)
    if "chunked" in (http.get_header("Transfer-Encoding") or "").lower():
        raw, whole = unchunked(raw)
        lacks = lacks or ("" if whole else "its last chunk is missing")
    for packing in reversed((http.get_header("Content-Encoding") or "").lower().split(",")):
        raw, whole = unpacked(raw, packing.strip(), most)
        lacks = lacks or ("" if whole else f"it cannot be unpacked to its end ({packing.strip() or 'gzip'})")
    return Payload(raw, lacks)


def is_short(record: WarcRecord) -> bool:
    """Say whether a record, read to its end, has fewer bytes than it says."""
    return bool(record.raw_stream.limit)


def _lacking(record: WarcRecord, http: StatusAndHeaders | None, size: int) -> str:
    """Return why the bytes of a record are not all there were, as far as headers say."""
    reason = record.rec_headers.get_header("WARC-Truncated")
    if reason is not None:
        return f"the crawler cut it off ({reason or 'unspecified'})"
    if is_short(record):
        return "its record ends early"
    if record.rec_headers.get_header("WARC-Segment-Number"):
        return "it goes on in another record"
    said = (http.get_header("Content-Length") or "").strip() if http else ""
    chunked = http is not None and http.get_header("Transfer-Encoding")
    if said.isdecimal() and not chunked and size < int(said[:18]):
        return f"it has {size:,} of {int(said[:18]):,} bytes"
    return ""


def unchunked(raw: bytes) -> tuple[bytes, bool]:
    """Return bytes that were sent in chunks, put together, and whether the last one came; what is in no chunks stays as it is."""
    parts: list[bytes] = []
    at = 0
    while head := _CHUNK.match(raw, at):
        size = int(head[1], 16)
        if not size:
            return b"".join(parts), True
        parts.append(raw[head.end() : head.end() + size])
        at = head.end() + size
    return (b"".join(parts), False) if parts else (raw, True)


def unpacked(data: bytes, packing: str, most: int) -> tuple[bytes, bool]:
    """Return bytes unpacked as far as that goes, and whether it went to their end; what is not packed stays as it is.

    Args:
        data: The bytes.
        packing: What HTTP says of them: `gzip`, `deflate`, `br`, `zstd`; bytes that begin as gzip does are unpacked in any case.
        most: How many are wanted; one more is given where there are more.
    """
    ways = _WAYS["gzip"] if data.startswith(_GZIP) else _WAYS.get(packing.removeprefix("x-"), ())
    for way in ways:
        content, whole = _gathered(way(data), most)
        if content or whole:
            return content, whole
    if ways and _NO_TEXT.search(data[:_HEAD]):
        return b"", False
    return data, True


def _gathered(parts: Iterator[bytes], most: int) -> tuple[bytes, bool]:
    """Return parts put together, until there are more than enough, and whether nothing broke."""
    taken: list[bytes] = []
    size = 0
    try:
        for part in parts:
            taken.append(part)
            size += len(part)
            if size > most:
                break
    except (OSError, EOFError, zlib.error, ArrowInvalid):
        return b"".join(taken), False
    return b"".join(taken)[: most + 1], True


def _inflated(bits: int) -> Callable[[bytes], Iterator[bytes]]:
    """Return what unpacks zlib's formats part by part, and raises `EOFError` where their end is missing."""

    def parts(data: bytes) -> Iterator[bytes]:
        unpacking = zlib.decompressobj(bits)
        for at in range(0, len(data), _STEP):
            piece = data[at : at + _STEP]
            while piece:
                if unpacking.eof:
                    if not piece.startswith(_GZIP):
                        return
                    unpacking = zlib.decompressobj(bits)
                yield unpacking.decompress(piece)
                piece = unpacking.unused_data
        if not unpacking.eof:
            raise EOFError

    return parts


def _streamed(codec: str) -> Callable[[bytes], Iterator[bytes]]:
    """Return what unpacks one of Arrow's formats part by part."""

    def parts(data: bytes) -> Iterator[bytes]:
        stream = CompressedInputStream(BufferReader(data), codec)
        while part := stream.read(_READ):
            yield part

    return parts


_WAYS: dict[str, tuple[Callable[[bytes], Iterator[bytes]], ...]] = {
    "gzip": (_inflated(47),),  # zlib finds out by itself which of its heads there is
    "deflate": (_inflated(47), _inflated(-15)),  # some servers leave the head away
    "br": (_streamed("brotli"),),
    "zstd": (_streamed("zstd"),),
}
