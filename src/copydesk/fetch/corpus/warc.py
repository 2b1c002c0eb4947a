"""Web archives, as CC-NEWS comes: pages, out of which the article is still to be taken."""

from collections.abc import Iterator

from pyarrow import NativeFile
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from copydesk.fetch.corpus.batch import TOGETHER, Batch, BrokenCorpus, Columns, Extract, Portion, Rows, seconds_of

_PAGES = 64  # pages whose articles are taken out together: what stands on several is no article
_HTML = ("text/html", "application/xhtml+xml")
_LARGEST = 20_000_000  # bytes of a page
_TEXT = 40  # bytes of a packed page for one of its article's text, about


def portions_of(file: NativeFile, name: str) -> list[Portion]:
    """Return the file as one portion: it can only be read from its beginning."""
    size = file.size()
    return [Portion(name=name, start=0, end=size, size=max(1, size // _TEXT))] if size else []


def batches(file: NativeFile, portion: Portion, columns: Columns, extract: Extract) -> Iterator[Batch]:
    """Yield the articles of the file's pages; see `copydesk.fetch.corpus.batches`."""
    rows, pages = Rows(), list[tuple[str, str, bytes]]()
    try:
        for page in _pages(file, rows):
            pages.append(page)
            if len(pages) >= _PAGES:
                _add(rows, pages, extract)
                pages = []
            if rows.size >= TOGETHER:
                yield rows.batch()
    except BrokenCorpus:
        _add(rows, pages, extract)
        yield rows.batch()
        raise
    _add(rows, pages, extract)
    yield rows.batch()


def _pages(file: NativeFile, rows: Rows) -> Iterator[tuple[str, str, bytes]]:
    """Yield the pages that were answered with HTML."""
    try:
        for record in ArchiveIterator(file):
            if record.rec_type != "response" or record.http_headers is None:
                continue
            kind = (record.http_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
            if kind not in _HTML or record.http_headers.get_statuscode() != "200":
                continue
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            content = record.content_stream().read(_LARGEST + 1)
            if len(content) > _LARGEST:
                rows.skip(url, "too_large", f"The page has more than {_LARGEST // 1_000_000} MB.")
            else:
                yield url, kind, content
    except (
        ArchiveLoadFailed,
        OSError,
        EOFError,
        ValueError,
        AttributeError,
    ) as error:  # the library's own, of records without fields
        raise BrokenCorpus(f"it breaks in the middle: {error}") from error


def _add(rows: Rows, pages: list[tuple[str, str, bytes]], extract: Extract) -> None:
    for (url, _, _), page in zip(pages, extract(pages), strict=True):
        if page is None:
            rows.skip(url, "only_clutter", "There is no article on the page.")
        else:
            rows.add(page.text.encode("utf-8", "replace"), url, page.outlet, seconds_of(page.published))
