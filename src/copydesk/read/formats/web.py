"""HTML: what the page declares of itself, and its visible text with an extractor's word on which lines are the article's."""

from collections.abc import Iterator
from typing import Any

from copydesk.read.formats.declared import Declared, declarations
from copydesk.read.formats.visible import parsed, visible_text
from copydesk.read.sheet import Sheet
from copydesk.read.times import utc
from copydesk.records import Document, Published, Skipped
from copydesk.text.fold import folded, plain

# The extractor's text is used as it is where the visible lines hold less of it than this: the page was cut in another way.
_ENOUGH_SEEN = 0.85


def sheets(document: Document, text: str) -> Iterator[Sheet | Skipped]:
    """Yield the page's article.

    First counts the text that the page itself declares whole (JSON-LD `articleBody`), then what trafilatura extracts, and where
    neither finds any, all that is visible is judged as plain text is.
    """
    tree = parsed(text)
    if tree is None:
        yield Skipped(location=document.location, reason="broken", detail="There is no element in it.")
        return
    said = declarations(tree)
    visible = plain(visible_text(tree))
    body, chosen = _chosen(tree, visible, said)
    yield Sheet(
        text=body,
        content=document.content,
        chosen=chosen,
        title=said.title,
        byline=said.byline,
        outlet=said.outlet,
        url=said.url,
        language=said.language,
        published=said.published or Published(),
        published_at_last=_dated(tree, said),
        updated=utc(said.updated),
        genre=said.genre,
        credits=said.credits,
        reservations=said.reservations,
        from_markup=True,
    )


def text_of_html(text: str) -> str:
    """Return the visible text of a piece of HTML, paragraphs parted by empty lines."""
    tree = parsed(text)
    return visible_text(tree) if tree is not None else ""


def _chosen(tree: Any, visible: str, said: Declared) -> tuple[str, tuple[str, ...] | None]:  # noqa: ANN401  (lxml is untyped)
    """Return the text to judge, and the folded lines of it that an extractor took."""
    lines = [line for line in visible.split("\n") if line.strip()]
    extracted = plain(_extracted(tree) or "")
    for candidate in (said.body, extracted):
        if not candidate or len(candidate.split()) < 0.8 * len(extracted.split()):
            continue
        own = tuple(folded(line) for line in candidate.split("\n") if line.strip())
        if _share_seen(lines, own) >= _ENOUGH_SEEN:
            return visible, own
    if extracted:
        return extracted, tuple(folded(line) for line in extracted.split("\n") if line.strip())
    return visible, None


def _share_seen(lines: list[str], own: tuple[str, ...]) -> float:
    """Return the share of the extractor's words that stand in visible lines it took whole."""
    keys, joined = frozenset(own), f" {' '.join(own)} "
    seen = dict.fromkeys(key for line in lines if (key := folded(line)) in keys or (len(key.split()) >= 5 and f" {key} " in joined))
    return sum(len(key.split()) for key in seen) / max(1, len(joined.split()))


def _extracted(tree: Any) -> str | None:  # noqa: ANN401
    """Return what trafilatura takes for the article; it works on a copy of the tree."""
    import trafilatura  # noqa: PLC0415  (half a second to import)

    extracted: str | None = trafilatura.extract(tree, fast=True, include_comments=False)
    return extracted


def _dated(tree: Any, said: Declared) -> Published:  # noqa: ANN401
    """Return the date that htmldate finds where the page declares none; it never looks at the clock here."""
    if said.published:
        return Published()
    import htmldate  # noqa: PLC0415  (slow to import)

    found = htmldate.find_date(tree, extensive_search=False, original_date=True, max_date="2199-12-31")
    return Published(when=found, precision="day", basis="htmldate") if found else Published()
