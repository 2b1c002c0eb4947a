"""read: documents become articles.

    Document -> decoding (bytes to text) -> kinds (which format) -> formats/* (a Sheet per article)
             -> lines (blocks) -> repeats (same bytes, lines that pages share)
             -> judging (signs of each block, weighed) -> roles (kept as what, taken out why) -> assembling (an Article)

`signs` counts what shows on a block, `places` what shows around it, `weights` holds what training made of both, `widgets` is the
one table of known page furniture, `chosen` an extractor's word on HTML. `heads`, `notices`, `times`, `outlets`, `genres` and
`languages` read what stands around the text.
"""

from collections.abc import Iterator, Sequence

from copydesk.read.assembling import Page, article_of, left_unread, page_of
from copydesk.read.config import ReadConfig
from copydesk.read.decoding import decode
from copydesk.read.formats import FORMATS
from copydesk.read.kinds import kind_of
from copydesk.read.repeats import repeated_lines, without_twins
from copydesk.records import Article, Document, Reading, Skipped, SkipReason

__all__ = ["ReadConfig", "read"]

_REASONS: dict[str, tuple[SkipReason, str]] = {
    "binary": ("binary", "Its bytes are no text."),
    "empty": ("empty", "It is empty."),
    "broken": ("broken", "It starts like JSON and is not."),
    "unknown_type": (
        "unknown_type",
        "Its type holds no article that can be read; give text, HTML, JSON, JSON Lines, Markdown, feeds, NewsML-G2, NITF, e-mail "
        "or PDF.",
    ),
}


def read(documents: Sequence[Document], config: ReadConfig | None = None) -> Reading:
    """Read documents together, because an outlet's clutter shows by repetition.

    Args:
        documents: The documents, in any order; the order changes nothing but the order of the result.
        config: Settings.

    Returns:
        The articles in the order of the documents, and what was skipped with the reason. Raises nothing on any bytes.
    """
    config = config or ReadConfig()
    pages: list[Page] = []
    skipped: list[Skipped] = []
    for document in documents:
        for found in _pages(document, config):
            (pages if isinstance(found, Page) else skipped).append(found)  # type: ignore[arg-type]
    pages, twins = without_twins(pages)
    repeated = repeated_lines(pages)
    results = [article_of(page, repeated, config) for page in pages]
    articles = tuple(one for one in results if isinstance(one, Article))
    unread = (rest for page in pages if (rest := left_unread(page)))
    skipped += [*twins, *unread, *(one for one in results if isinstance(one, Skipped))]
    return Reading(articles=articles, skipped=tuple(skipped))


def _pages(document: Document, config: ReadConfig) -> Iterator[Page | Skipped]:
    text = decode(document.content)
    kind = kind_of(document, text)
    if kind in _REASONS:
        reason, detail = _REASONS[kind]
        yield Skipped(location=document.location, reason=reason, detail=detail)
        return
    for found in FORMATS[kind](document, text or ""):
        yield page_of(document, found, config) if not isinstance(found, Skipped) else found
