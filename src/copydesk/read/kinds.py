"""What kind of document bytes are: their content first, then the ending and the media type given with them."""

import re

import msgspec

from copydesk.records import Document

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|article|main|section|div|p|"
    r"h[1-6]|meta|title|table)\b",
    re.IGNORECASE | re.DOTALL,
)
# What may stand before a root element; a comment ends at its first end, or finding none takes for ever. A document type, which
# may name entities, is passed over and never read.
_COMMENTS = r"(?:<!--(?:(?!-->).){0,2000}-->\s*){0,4}"
_PREAMBLE = (
    rf"\s*(?:<\?[^>]{{0,300}}>\s*){{0,4}}{_COMMENTS}(?:<!DOCTYPE\s[^\[>]{{0,300}}(?:\[[^\]]{{0,3000}}\]\s*)?>\s*)?{_COMMENTS}"
)
_FEED = re.compile(_PREAMBLE + r"<(?:rss|rdf:RDF|(?:atom:)?feed)\b", re.IGNORECASE | re.DOTALL)
_NITF = re.compile(_PREAMBLE + r"<(?:\w{1,20}:)?nitf\b", re.IGNORECASE | re.DOTALL)
_NEWSML_G2 = re.compile(
    _PREAMBLE + r"<(?:\w{1,20}:)?(?:news|package|concept|knowledge|planning|catalog)(?:Item|Message)\b", re.IGNORECASE | re.DOTALL
)
_XML = re.compile(r"\s*<\?xml|\s*<!DOCTYPE\s+nitf|\s*<(?:rss|feed|nitf|newsml|svg|urlset)\b", re.IGNORECASE)
_XML_KINDS = {"feed": _FEED, "nitf": _NITF, "newsml_g2": _NEWSML_G2}
_HEADER = re.compile(r"[A-Za-z][A-Za-z-]{1,40}:[ \t]?\S")
_MAIL_FIELDS = frozenset(
    """
    from to subject date mime-version received return-path delivered-to message-id content-type
    """.split()  # noqa: SIM905
)
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:[\w-]+:[^\n]*\n|[ \t]+[^\n]*\n|- [^\n]*\n){1,60}---[ \t]*(?:\n|\Z)")
_MARKDOWN = re.compile(r"^#{1,3} \S|^\[[^\]\n]+\]: |\]\(https?://|^\*\*[^*\n]+\*\*", re.MULTILINE)
# Media types whose text is read as it is; the others that are text but no article are left out.
_BY_MEDIA_TYPE = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/atom+xml": "feed",
    "application/json": "json",
    "application/nitf+xml": "nitf",
    "application/rss+xml": "feed",
    "application/x-ndjson": "json_lines",
    "application/vnd.iptc.g2.newsitem+xml": "newsml_g2",
    "application/vnd.iptc.g2.newsmessage+xml": "newsml_g2",
    "message/rfc822": "mail",
    "text/markdown": "markdown",
    "text/plain": "text",
}
_NO_ARTICLE = frozenset(
    """
    text/csv text/tab-separated-values application/toml application/yaml application/xml text/xml text/css text/javascript
    text/x-python
    """.split()  # noqa: SIM905
)


def kind_of(document: Document, text: str | None) -> str:
    """Return the name of a document's format, a key of `FORMATS`, or why it has none: `binary`, `empty`, `broken`, `unknown_type`.

    Args:
        document: The document.
        text: Its decoded text; None where its bytes stand for none.
    """
    if document.content.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-"):
        return "pdf"
    if document.content.startswith(b"PK\x03\x04") and b"word/document.xml" in document.content:
        return "docx"
    if text is None:
        return "binary"
    if not text.strip():
        return "empty"
    given = _BY_MEDIA_TYPE.get((document.media_type or "").split(";")[0].strip().lower())
    return _by_content(text, given) or given or _by_ending(document)


def _by_content(text: str, given: str | None) -> str | None:
    head = text[:5000].lstrip()
    if head.startswith("{\\rtf"):
        return "unknown_type"
    if head[:1] in "{[":
        return _json_kind(text, given)
    if _HTML.match(head):
        return "html" if given not in ("markdown", "mail") else given
    if _XML.match(head) or _NEWSML_G2.match(head):
        return _xml_kind(head)
    if _is_mail(head):
        return "mail"
    if given in (None, "text") and _FRONT_MATTER.match(head):
        return "markdown"
    if given == "html" and not re.search(r"</?[a-z][^<>]*>", text, re.IGNORECASE):
        return "text"
    return (
        "text"
        if given in ("json", "json_lines", "mail") and given != "json_lines" and not text.lstrip().startswith(("{", "["))
        else None
    )


def _xml_kind(head: str) -> str:
    return next((kind for kind, sign in _XML_KINDS.items() if sign.match(head)), "unknown_type")


def _json_kind(text: str, given: str | None) -> str | None:
    """Tell one JSON value from a value per line; text that only looks like JSON stays text unless it was called JSON."""
    lines = [line for line in text.split("\n", 20) if line.strip()]
    if given == "json_lines":
        return "json_lines"
    if _is_json(text):
        return "json"
    if len(lines) > 1 and lines[0].lstrip().startswith("{") and _is_json(lines[0]):
        return "json_lines"
    if given == "json" or (given is None and text.lstrip().startswith("{")):
        return "broken"
    return None if given != "html" else "text"


def _is_json(text: str) -> bool:
    try:
        msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
        return False
    return True


def _is_mail(head: str) -> bool:
    """Tell whether a text opens with the fields of a message: three of them at least, one saying from whom or about what."""
    names = []
    for line in head.split("\n"):
        if line.startswith((" ", "\t")):
            continue
        if not _HEADER.match(line):
            break
        names.append(line.split(":", 1)[0].lower())
    return len(_MAIL_FIELDS.intersection(names)) >= 3 and bool({"from", "subject"}.intersection(names))


def _by_ending(document: Document) -> str:
    media_type = (document.media_type or "").split(";")[0].strip().lower()
    if media_type in _NO_ARTICLE or media_type.split("/")[0] in ("image", "audio", "video", "font"):
        return "unknown_type"
    return "text"
