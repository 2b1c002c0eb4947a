"""Settings of `weigh`."""

from copydesk.records.base import Record


class WeighConfig(Record, frozen=True, kw_only=True):
    """When two sentences say the same, and how much is kept.

    Likeness of words is the TF-IDF cosine within the story, likeness of meaning the cosine of word vectors.

    The defaults were set by eye on texts read during development, not fitted to labels.

    Attributes:
        alike: What both cosines reach together where two sentences say the same and no slot but the words speaks for it.
        least: TF-IDF cosine that is asked for beside that.
        anchored: What either cosine must reach where two sentences give the same number of the same thing.
        related: What both cosines must reach together there.
        meant: Cosine of word vectors from which two sentences that share so many plain words as `words` says say the same.
        words: How many plain words that are.
        linked: TF-IDF cosine that is asked of two sentences which a reuse link aligns.
        aligned: TF-IDF cosine from which two sentences are about the same thing, so that one may contradict the other.
        proposed: TF-IDF cosine below which two sentences are not held against each other.
        crowded: A term that stands in more sentences than this proposes no pair by itself.
        longest: Sentences with more words than this are no claims: they are lists, tables or broken text.
        shortest: Sentences with fewer words than this are no claims.
        quote_words: A direct quote of fewer words than this is not looked for in other articles.
    """

    alike: float = 1.2
    least: float = 0.33
    anchored: float = 0.2
    related: float = 0.6
    meant: float = 0.7
    words: int = 4
    linked: float = 0.3
    aligned: float = 0.3
    proposed: float = 0.15
    crowded: int = 60
    longest: int = 120
    shortest: int = 4
    quote_words: int = 4
