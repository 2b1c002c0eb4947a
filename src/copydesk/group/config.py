"""What can be set about `group`."""

from copydesk.records import Record


class GroupConfig(Record, frozen=True, kw_only=True):
    """Settings of `group`. The defaults were chosen by cross-validation over events (`benchmarks/grouping.py`).

    Attributes:
        least: Likeness in [0, 1] from which two articles may be one story.
        compact: Two stories become one when their articles are at least that much as alike, in [0, 1], as the articles inside each.
        days: Days between publications that cost nothing.
        fade: Further days after which likeness counts half.
        brief: Articles with at most that many telling terms that are left alone are placed by word vectors.
        meaning: Likeness of meaning in [0, 1] from which they are.
        margin: By how much more they must be like that story than like any other.
        top: Terms of an article by which its neighbours are looked for.
        crowded: A term that more articles have links each to a few of the others instead of all.
    """

    least: float = 0.2
    compact: float = 0.6
    days: float = 2.0
    fade: float = 10.0
    brief: int = 40
    meaning: float = 0.5
    margin: float = 0.05
    top: int = 24
    crowded: int = 30
