"""Bytes to text: byte order marks, UTF-16 without one, declared character sets, UTF-8, and a guess at last."""

import codecs
import re

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"\x7fELF", b"MZ\x90\x00",
    b"BZh9", b"\xfd7zXZ\x00", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"OggS\x00", b"ID3", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"SQLite format 3\x00", b"\x00\x00\x01\x00", b"fLaC", b"wOFF", b"wOF2", b"\x00asm", b"\xca\xfe\xba\xbe",
)  # fmt: skip
_LOOK_AT = 4096
_DECLARED = re.compile(
    rb"""charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s{0,4}=\s{0,4}["']([\w.:-]{2,40})""", re.I
)
# What authors declare is often the narrower set that the bytes overstep; browsers read the wider one (WHATWG Encoding Standard).
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949"}
# UTF-8 that was read as Windows-1252 and written again: a lead sign and one to three signs of its tail.
_TWICE = re.compile("[\xc2-\xf4][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}")
# With this byte every lead sign begins in UTF-8, so that most texts need not be searched for them.
_LEAD = b"\xc3"
_HIGH = re.compile(rb"[\x80-\xff]")


def decode(content: bytes, declared: str | None = None) -> str | None:
    """Return the text that bytes stand for, as it stands there, or None where they stand for none.

    Args:
        content: Any bytes.
        declared: The character set that the document's envelope names; one that its head names is found here.
    """
    if content.startswith(_BINARY):
        return None
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    wide = _wide(content[:_LOOK_AT])
    if wide:
        return content.decode(wide, "replace")
    if _is_binary(content[:_LOOK_AT]):
        return None
    text = _strict(content, "utf-8")
    if text and _LEAD not in content:
        return text
    text = text or _by_declaration(content, declared) or _mixed(content) or _guess(content)
    return _once(text)


def _wide(head: bytes) -> str | None:
    """Return which UTF-16 this is when every other byte is (nearly) always zero, as Latin text without a mark is."""
    even, odd = head[0::2], head[1::2]
    if len(head) < 4:
        return None
    if odd.count(0) > 0.6 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.6 * len(even) and odd.count(0) < 0.1 * len(odd):
        return "utf-16-be"
    return None


def _is_binary(head: bytes) -> bool:
    """Tell whether too many bytes are control characters for a text with a few stray ones."""
    controls = sum(head.count(bytes((code,))) for code in (*range(9), *range(14, 27), *range(28, 32)))
    return controls > max(0.05 * len(head), 3)


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _by_declaration(content: bytes, declared: str | None) -> str | None:
    found = _DECLARED.search(content[:_LOOK_AT])
    in_head = (found[1] or found[2]).decode("ascii", "replace") if found else None
    for name in (declared, in_head):
        encoding = _codec(name)
        text = _strict(content, encoding) if encoding else None
        if text is not None:
            return text
    return None


def _codec(name: str | None) -> str | None:
    try:
        codec = codecs.lookup(name) if name else None
    except (LookupError, ValueError):
        return None
    if codec is None or not codec._is_text_encoding:
        return None
    return _WIDER.get(codec.name, codec.name)


def _mixed(content: bytes) -> str | None:
    """Return UTF-8 with some Windows-1252 bytes in it, as pages glued from several hands have; None where UTF-8 is rarer."""
    text = content.decode("utf-8", "surrogateescape")
    strays = sum(1 for sign in text if "\udc80" <= sign <= "\udcff")
    proper = sum(1 for sign in text if sign > "\x7f") - strays
    if proper <= strays:
        return None
    return re.sub("[\udc80-\udcff]", lambda m: bytes((ord(m[0]) - 0xDC00,)).decode("cp1252", "replace"), text)


def _guess(content: bytes) -> str:
    # Detectors need many high bytes to go by; text that is nearly all ASCII with a few of them is Windows-1252 in practice
    # (curly quotes and dashes), where charset-normalizer answers with cp1250 or mac_roman.
    if len(_HIGH.findall(content)) < 0.1 * len(content):
        return content.decode("cp1252", "replace")
    from charset_normalizer import from_bytes  # noqa: PLC0415  (slow, seldom needed)

    best = from_bytes(content[:100_000]).best()
    return content.decode(best.encoding if best else "cp1252", "replace")


def _once(text: str) -> str:
    """Undo what was encoded twice or more often, until nothing changes: what is read again stays as it is."""
    while (again := _TWICE.sub(_undo, text)) != text:
        text = again
    return text


def _undo(match: re.Match[str]) -> str:
    try:
        # The five bytes that Windows-1252 leaves open pass through as control characters.
        return b"".join(sign.encode("latin-1" if sign < "\u0100" else "cp1252") for sign in match[0]).decode("utf-8")
    except UnicodeError:
        return match[0]
