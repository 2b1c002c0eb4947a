"""Pages of a web archive -> their articles, as `read` finds them."""

from collections.abc import Sequence

from copydesk.fetch.corpus import Page
from copydesk.read import read
from copydesk.records import Document


def articles_of(pages: Sequence[tuple[str, str, bytes]]) -> list[Page | None]:
    """Return the article of each page, None where there is none.

    Args:
        pages: Address, media type and bytes of each.
    """
    first: dict[bytes, int] = {}  # the same page at several addresses is as many articles
    places = [first.setdefault(content, at) for at, (_, _, content) in enumerate(pages)]
    documents = [Document(location=f"{at}", content=pages[at][2], media_type=pages[at][1]) for at in sorted(set(places))]
    found = {int(article.location): article for article in read(documents).articles}
    made: list[Page | None] = []
    for at, (url, _, _) in zip(places, pages, strict=True):
        article = found.get(at)
        when = article.published.when if article else None
        made.append(Page(url, article.text, article.outlet or "", when or "") if article else None)
    return made
