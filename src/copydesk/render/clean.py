"""Article text is hostile: what may reach a page, a terminal or a file name.

Control characters can drive a terminal, a right-to-left override can make a page say the opposite of what it holds, half a
surrogate pair cannot be encoded at all. They are replaced one for one, so that spans still resolve.
"""

import re
from urllib.parse import quote, urlsplit

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Space-like controls become a space; a bare carriage return too, because HTML would fold "\r\n" into one character.
_SPACES = re.compile("[\x0b\x0c\r\x85]")
# C0 but for tab and line feed, DEL, C1, the two overrides of writing direction, lone surrogates, non-characters.
_HARMFUL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")
_URI = re.compile(r"https?://[A-Za-z0-9._~%!$&'()*+,;=:@-]+(?:[/?#](?:[A-Za-z0-9._~!$&'()*+,;=:@/?#-]|%[0-9A-Fa-f]{2})*)?")
_SAFE = "%/:=&?~#+!$,;'@()*"
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")


def clean(text: str) -> str:
    """Return the text without characters that harm where it is shown; of the same length in code points."""
    return _HARMFUL.sub(REPLACEMENT, _SPACES.sub(" ", text))


def one_line(text: str) -> str:
    """Return the cleaned text with every stretch of white space as one space."""
    return " ".join(clean(text).split())


def excerpt(text: str, limit: int) -> str:
    """Return the cleaned text on one line, cut at a word with an ellipsis where it is longer than `limit` code points."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    cut = line[:limit].rsplit(" ", 1)[0] if " " in line[limit // 2 : limit] else line[:limit]
    return cut.rstrip(" ,;:–—-") + "…"


def tail(text: str, limit: int = 24) -> tuple[str, str]:
    """Return a text without its last word, and that word: what a mark behind the text must not be parted from.

    Args:
        text: The text.
        limit: Longest word that may be kept on one line; of a longer one nothing is.
    """
    head, space, last = text.rstrip().rpartition(" ")
    return (head + space, last) if len(last) <= limit else (text, "")


def web_address(url: str | None) -> str | None:
    """Return an address that is safe to link to, None for anything but http and https."""
    if url is None:
        return None
    try:
        parts = urlsplit(clean(url).strip())
    except ValueError:
        return None
    return parts.geturl() if parts.scheme in ("http", "https") and parts.netloc else None


def address(url: str | None) -> str | None:
    """Return a web address as RFC 3986 has it, other characters percent-encoded; None for what is none."""
    found = web_address(url)
    encoded = quote(found, safe=_SAFE) if found else ""
    return encoded if _URI.fullmatch(encoded) else None


def slug(text: str, limit: int = 48) -> str:
    """Return lower-case letters, digits and hyphens for a file name, at most `limit` of them; may be empty."""
    words = _NOT_IN_A_NAME.sub("-", text.lower()).strip("-")
    if len(words) <= limit:
        return words
    return words[: limit + 1].rsplit("-", 1)[0][:limit].strip("-")
