"""The mark of independence behind a sentence: ●●○."""

from dataclasses import dataclass

from copydesk.records import Interval
from copydesk.render.words import origins, spread

# More dots than these cannot be counted at a glance: the mark becomes a number.
MOST_DOTS = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """How many independent origins carry something, among all its story has.

    Attributes:
        full: Independent origins for sure.
        half: Further ones that may be independent.
        hollow: Other independent origins of the story.
        words: The same for screen readers: `carried by 2 independent origins of 4`.
        figure: `12 of 40`, where there are too many dots to count; else empty.
    """

    full: int
    half: int
    hollow: int
    words: str
    figure: str

    @property
    def signs(self) -> str:
        """The mark as text, for formats without drawings."""
        return f"●{self.figure}" if self.figure else "●" * self.full + "◐" * self.half + "○" * self.hollow


def mark(carried: Interval, total: Interval) -> Mark:
    """Return the mark for something that `carried` origins carry, in a story that has `total`."""
    of_all = max(total.high, carried.high)
    half = carried.high - carried.low
    figure = f"{spread(carried).replace(' to ', '–')}/{of_all:,}" if of_all > MOST_DOTS else ""
    return Mark(carried.low, half, of_all - carried.high, f"carried by {origins(carried)} of {of_all:,}", figure)
