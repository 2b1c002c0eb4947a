"""Web archives, as CC-NEWS comes: pages, out of which the article is still to be taken.

    records -> what is a page -> its bytes, unwrapped (`payload`) -> `Extract` -> rows

Every page is taken or told of. What is none (images, redirects, names of hosts) is counted, and told of in one line for the file.
Records that only speak of others (requests, metadata) are not counted.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from pyarrow import NativeFile
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser

from copydesk.fetch.corpus.batch import Batch, BrokenCorpus, Columns, Extract, Portion, Rows, seconds_of
from copydesk.fetch.corpus.payload import WarcRecord, is_short, payload_of

_PAGES = 64  # pages whose articles are taken out together: what stands on several is no article
_HTML = ("text/html", "application/xhtml+xml")
_UNSURE = ("", "application/octet-stream", "application/unknown", "unknown/unknown", "*/*", "application/xml", "text/xml")
_ABOUT = ("warcinfo", "request", "metadata", "arc_header")  # records that speak of others
_GIVEN = ("200", "203", "206")  # statuses with which a page comes
_BESIDE = re.compile(r"1\d\d|204|304|3\d\d")  # with which none does, nor should
_PART = "206"
_LARGEST = 20_000_000  # bytes of a page
_TEXT = 40  # bytes of a packed page for one of its article's text, about
_TOLD = 8  # kinds that are told of by name
# As browsers tell, https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type
_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s+|<!--.*?-->|<\?xml[^>]*>)*"
    rb"<(?:!doctype\s+html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta|link)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_LOOKED_AT = 4096  # bytes


class _Page(NamedTuple):
    """A page.

    Attributes:
        url: Its address.
        kind: Its media type.
        content: Its bytes.
        lacks: Why it is not whole, empty where it is.
    """

    url: str
    kind: str
    content: bytes
    lacks: str


def portions_of(file: NativeFile, name: str) -> list[Portion]:
    """Return the file as one portion: it can only be read from its beginning."""
    size = file.size()
    return [Portion(name=name, start=0, end=size, size=max(1, size // _TEXT))] if size else []


def batches(file: NativeFile, portion: Portion, columns: Columns, extract: Extract) -> Iterator[Batch]:
    """Yield the articles of the file's pages; see `copydesk.fetch.corpus.batches`."""
    rows, passed, pages = Rows(), Counter[str](), list[_Page]()
    broken: BrokenCorpus | None = None
    try:
        for page in _pages(file, portion.name, rows, passed):
            pages.append(page)
            if len(pages) >= _PAGES:
                _add(rows, pages, extract)
                pages = []
            if rows.full:
                yield rows.batch()
    except BrokenCorpus as error:
        broken = error
    _add(rows, pages, extract)
    if passed:
        rows.skip(portion.name, "unknown_type", _summary(passed))
    yield rows.batch()
    if broken:
        raise broken


def _pages(file: NativeFile, name: str, rows: Rows, passed: Counter[str]) -> Iterator[_Page]:
    """Yield the pages; what is no page is counted, and a page that cannot be had is told of."""
    record: WarcRecord | None = None
    try:
        for number, record in enumerate(ArchiveIterator(file, no_record_parse=True)):
            if record.length is None:
                raise BrokenCorpus(f"record {number:,} does not say how long it is, so what follows cannot be found")
            if record.rec_type not in _ABOUT:
                yield from _taken(record, f"{name}#{number}", rows, passed)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
        raise BrokenCorpus(f"it breaks in the middle: {' '.join(str(error).split())}") from error
    if record is not None and is_short(record):
        raise BrokenCorpus("it ends in the middle of a record")


def _taken(record: WarcRecord, place: str, rows: Rows, passed: Counter[str]) -> Iterator[_Page]:
    """Yield the page of a record, if it is one and is there."""
    url = record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("uri") or place
    http: StatusAndHeaders | None = None
    if _is_http(record, url):
        try:
            http = StatusAndHeadersParser((), verify=False).parse(record.raw_stream)
        except EOFError:  # nothing is left of the answer; a page that was seen before needs none
            if record.rec_type == "response":
                rows.skip(url, "broken", "The record ends before the page begins.")
                return
    kind = _kind_of(record, http)
    if kind not in _HTML and kind not in _UNSURE:
        passed[kind] += 1
    elif record.rec_type == "revisit":
        rows.skip(url, "duplicate", _seen_before(record))
    elif record.rec_type not in ("response", "resource"):
        passed[f"{record.rec_type or 'untyped'} record"] += 1
    elif http is not None and http.get_statuscode() not in _GIVEN:
        _refused(http, url, rows, passed)
    else:
        yield from _read(record, http, _Page(url, kind, b"", ""), rows, passed)


def _read(record: WarcRecord, http: StatusAndHeaders | None, page: _Page, rows: Rows, passed: Counter[str]) -> Iterator[_Page]:
    """Yield a page with its bytes, or tell why there are none to read."""
    content, lacks = payload_of(record, http, _LARGEST)
    if http is not None and http.get_statuscode() == _PART:
        lacks = lacks or "the server sent a part of it"
    if len(content) > _LARGEST:
        rows.skip(page.url, "too_large", f"The page has more than {_LARGEST // 1_000_000} MB.")
    elif not content.strip():
        rows.skip(
            page.url, "broken" if lacks else "empty", f"Nothing is left of the page: {lacks}." if lacks else "The page is empty."
        )
    elif page.kind in _HTML:
        yield page._replace(content=content, lacks=lacks)
    elif _BEGINNING.match(content[:_LOOKED_AT].replace(b"\0", b"")):
        yield page._replace(kind=_HTML[0], content=content, lacks=lacks)
    elif page.kind:
        passed[page.kind] += 1
    else:
        rows.skip(page.url, "unknown_type", "It does not say what it is, and does not begin as HTML does.")


def _is_http(record: WarcRecord, url: str) -> bool:
    """Say whether a record begins with HTTP headers."""
    answers = record.rec_type in ("response", "revisit") and record.length != 0
    said = (record.content_type or "").lower()
    return answers and (said.startswith("application/http") or url.lower().startswith(("http:", "https:")))


def _kind_of(record: WarcRecord, http: StatusAndHeaders | None) -> str:
    """Return the media type of what a record holds, empty where nobody says it: HTML if the server or the crawler says so."""
    said = http.get_header("Content-Type") if http else "" if record.rec_type == "revisit" else record.content_type
    found = record.rec_headers.get_header("WARC-Identified-Payload-Type")
    kinds = [(kind or "").partition(";")[0].strip().lower() for kind in (said, found)]
    return next((kind for kind in kinds if kind in _HTML), next(filter(None, kinds), ""))


def _seen_before(record: WarcRecord) -> str:
    """Return what is told of a page that a crawler did not keep again."""
    told = [record.rec_headers.get_header(f"WARC-Refers-To-{what}") for what in ("Target-URI", "Date")]
    where = ", ".join(filter(None, told))
    return f"It was the same as at an earlier visit, with which it stands{f': {where}' if where else ''}."


def _refused(http: StatusAndHeaders, url: str, rows: Rows, passed: Counter[str]) -> None:
    """Tell of a page that the server did not give; count what asks for none."""
    if _BESIDE.fullmatch(http.get_statuscode()):
        passed[f"status {http.get_statuscode()}"] += 1
    else:
        rows.skip(url, "unreadable", f"The server did not give the page; it answered: {http.statusline or 'nothing'}.")


def _summary(passed: Counter[str]) -> str:
    """Return what is told of all that is no page."""
    told = [f"{count:,} {kind}" for kind, count in sorted(passed.items(), key=lambda one: (-one[1], one[0]))]
    rest = passed.total() - sum(sorted(passed.values(), reverse=True)[:_TOLD])
    more = f", {rest:,} of other kinds" if rest else ""
    records = "record of it is no page" if passed.total() == 1 else "records of it are no pages"
    return f"{passed.total():,} {records}: {', '.join(told[:_TOLD])}{more}."


def _add(rows: Rows, pages: list[_Page], extract: Extract) -> None:
    for page, found in zip(pages, extract([page[:3] for page in pages]), strict=True):
        if found is None:
            cut = f", which is not whole: {page.lacks}" if page.lacks else ""
            rows.skip(page.url, "only_clutter", f"There is no article on the page{cut}.")
            continue
        rows.add(found.text.encode("utf-8", "replace"), page.url, found.outlet, seconds_of(found.published))
        if page.lacks:
            rows.skip(page.url, "broken", f"The page is truncated: {page.lacks}. What there is of its article was taken.")
