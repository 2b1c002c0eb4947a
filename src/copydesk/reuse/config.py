"""What can be set about the search for reuse in an archive."""

from copydesk.records import Record


class ReuseConfig(Record, frozen=True, kw_only=True):
    """Settings of `copydesk archive`.

    Attributes:
        run: Words per fingerprint.
        window: Runs per window of which the smallest fingerprint is kept; any `run + window - 1` words that two texts share are
            found.
        crowded: A fingerprint that more texts have links each of them to the first only.
        habit: Of an outlet of which as many texts have a fingerprint, the first stands for all; words that it shares with as many
            others of them, less itself, which have nothing else in common with it, are a formula.
        least: Own words that two texts must share.
        copy: Share in [0, 1] of the words of both, boilerplate aside, from which one is a copy of the other,
        verbatim: if as large a share of the words of their passages agrees.
        edited: Share in [0, 1] of the words of one from which it is an edited copy, or a part, of the other,
        kept: if as large a share of the other's stands in it.
        formula: Words that a text shares with as many others that have nothing else in common with it are a formula.
    """

    run: int = 9
    window: int = 15
    crowded: int = 8
    habit: int = 5
    least: int = 20
    copy: float = 0.8
    verbatim: float = 0.98
    edited: float = 0.6
    kept: float = 0.3
    formula: int = 12
