"""Who has run a text: what a search in an archive gives."""

from typing import Literal

from copydesk.records.base import Record
from copydesk.records.lineage import Dependence


class SharedPassage(Record, frozen=True, kw_only=True):
    """A passage that the text and an article share.

    Attributes:
        text: The words as they stand in the text that was searched for.
        start: First code point in it.
        end: Behind the last.
        there_start: First code point in the article.
        there_end: Behind the last.
        words: How many words agree.
    """

    text: str
    start: int
    end: int
    there_start: int
    there_end: int
    words: int


class Found(Record, frozen=True, kw_only=True):
    """An article that has the text, or part of it.

    Attributes:
        id: Its id.
        file: The file of the corpus that it is in.
        outlet: Who published it, where that is known.
        published: When, ISO 8601, where that is known.
        kind: `copy`, `edited` or `partial`.
        dependence: `yes` for a whole article; `unclear` for a part, and where the text is very short or all quotes.
        overlap: Share in [0, 1] of the text's own words that stand in the article.
        overlap_there: Share in [0, 1] of the article's own words that stand in the text.
        passages: What they share, in the order of the text.
    """

    id: str
    file: str
    outlet: str | None
    published: str | None
    kind: Literal["copy", "edited", "partial"]
    dependence: Dependence
    overlap: float
    overlap_there: float
    passages: tuple[SharedPassage, ...]


class FoundOutput(Record, frozen=True, kw_only=True):
    """What `copydesk archive find --format json` prints.

    Attributes:
        schema: Version of this form.
        articles: How many articles the archive has.
        found: Those that have the text or part of it, the largest share first.
    """

    schema: int = 1
    articles: int
    found: tuple[Found, ...]
