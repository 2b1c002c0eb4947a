"""Settings of `read`."""

from copydesk.records import Record


class ReadConfig(Record, frozen=True, kw_only=True):
    """How documents become articles.

    Attributes:
        languages: ISO 639-1 codes of the languages to take in; empty: any.
        widgets: Whether the table of well-known page widgets is used beside the general signs.
        keep_above: A block is kept when its score, a probability in [0, 1], is at least this.
        shortest_words: An article with fewer words than this left is skipped as `only_clutter`.
        longest_text: So many characters of a text are read, about 170,000 words; what stands behind them is left and told.
        removed_characters: At most so many characters of removed text are kept per article whose visible text was read from HTML.
    """

    languages: tuple[str, ...] = ("en",)
    widgets: bool = True
    keep_above: float = 0.5
    shortest_words: int = 5
    longest_text: int = 1_000_000
    removed_characters: int = 20_000
