"""Settings of `weigh`."""

from copydesk.records.base import Record


class WeighConfig(Record, frozen=True, kw_only=True):
    """When two sentences say the same, and how much is kept.

    Attributes:
        lexical: TF-IDF cosine from which two sentences without a contradicting slot are one claim.
        likely: TF-IDF cosine from which they are, where word vectors and a second slot agree.
        semantic: Cosine of the word vectors that is asked for beside `likely`.
        anchored: What either cosine must reach at least where they give the same number of the same thing.
        related: What both cosines must reach together there.
        linked: TF-IDF cosine that is asked of two sentences which a reuse link aligns.
        aligned: TF-IDF cosine from which two sentences with a contradicting slot are about the same thing.
        proposed: TF-IDF cosine below which two sentences are not held against each other.
        crowded: A term that stands in more sentences than this proposes no pair by itself.
        longest: Sentences with more words than this are no claims: they are lists, tables or broken text.
        shortest: Sentences with fewer words than this are no claims.
        quote_words: A direct quote of fewer words than this is not looked for in other articles.
    """

    lexical: float = 0.5
    likely: float = 0.3
    semantic: float = 0.7
    anchored: float = 0.2
    related: float = 0.6
    linked: float = 0.3
    aligned: float = 0.25
    proposed: float = 0.15
    crowded: int = 60
    longest: int = 120
    shortest: int = 4
    quote_words: int = 4
