"""What all records share."""

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A frozen record: made once, compared by value, encoded by msgspec."""


class Passage(Record, frozen=True, kw_only=True, order=True):
    """An exact half-open span of an article: `article.text[start:end] == passage.text`.

    Attributes:
        article_id: The article.
        start: First code point of `Article.text`.
        end: Behind the last code point.
        text: The words that stand there.
    """

    article_id: str
    start: int
    end: int
    text: str


class Interval(Record, frozen=True, kw_only=True):
    """How many independent origins there are, as far as the texts show.

    Attributes:
        low: Everything that may be dependent counted as one.
        high: Only what surely is dependent counted as one.
    """

    low: int
    high: int
