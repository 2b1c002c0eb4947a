"""What the tests of marking share: the built-in parser, and a way to mark a sentence."""

from collections.abc import Callable

import pytest

from copydesk.mark import MarkConfig, MarkContext, mark
from copydesk.models import load_parser
from copydesk.records import Marks, Published

WEDNESDAY = Published(when="2031-04-09", precision="day", basis="text")

Marker = Callable[..., Marks]


@pytest.fixture(scope="session")
def marked() -> Marker:
    """Mark a text, by default one published on Wednesday, 9 April 2031."""
    parser = load_parser()

    def run(text: str, context: MarkContext | None = None, config: MarkConfig | None = None) -> Marks:
        return mark(text, parser, config or MarkConfig(), context or MarkContext(published=WEDNESDAY))

    return run
