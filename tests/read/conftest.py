from collections.abc import Callable

import pytest

from copydesk.read import ReadConfig, read
from copydesk.records import Article, Document, Hints, Reading

Read = Callable[..., Article]

STORY = """Council closes the Tarn bridge after cracks are found

By Jo Smith

4 March 2024, 10:30 GMT

Share
Tweet

The council closed the bridge over the Tarn on Monday after inspectors found cracks in two of its pillars.

Inspectors from the transport ministry told the council that the cracks had grown by a centimetre since March, and that lorries \
should not be allowed on the bridge.

"We had no choice," said Mayor Lena Holt. "Nobody wants to be the one who waited."

"No, we won't," she said when asked if it would open again this year.

The bridge carries 20,000 cars a day. The next crossing is 40 kilometres upstream, at Odern.

Mayor Holt promised a ferry by the summer. The ministry will pay for half of it.
"""


def document(text: str | bytes, location: str = "a.txt", media_type: str | None = None, hints: Hints | None = None) -> Document:
    content = text if isinstance(text, bytes) else text.encode()
    return Document(location=location, content=content, media_type=media_type, hints=hints)


def reading(*documents: Document, config: ReadConfig | None = None) -> Reading:
    return read(documents, config)


@pytest.fixture
def article() -> Read:
    """Read one document that must become one article."""

    def read_one(
        text: str | bytes, location: str = "a.txt", media_type: str | None = None, config: ReadConfig | None = None
    ) -> Article:
        result = read([document(text, location, media_type)], config)
        assert len(result.articles) == 1, result.skipped
        return result.articles[0]

    return read_one


def blocks(article: Article, *kinds: str) -> list[str]:
    """Return the texts of an article's blocks, of these kinds only where some are given."""
    return [article.text[block.start : block.end] for block in article.blocks if not kinds or block.kind in kinds]


def reasons(article: Article) -> dict[str, str]:
    """Return what was taken out -> why."""
    return {removed.text: removed.reason for removed in article.removed}
