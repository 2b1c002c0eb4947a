"""Days without a year that a text has told of before, with their year: "on 3 June 2024 … on 3 June", "on 9 October that year"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from copydesk.mark.view import View
from copydesk.records import DateMark
from copydesk.text.words import MONTHS

_THAT_YEAR = re.compile(r",?\s+(?:of\s+)?(?:that|the\s+same)\s+year\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{'|'.join(month[:3] for month in MONTHS)})", re.IGNORECASE)
_YEAR, _TO_MONTH, _DAY = 4, 7, 10  # signs of an ISO 8601 year, month and day


@dataclass(slots=True)
class Told:
    """Years that a text has given so far.

    Attributes:
        year: The last one.
        days: Day of a month, "06-03" -> its year.
        months: Month, "06" -> its year, and the sentence that gave it.
    """

    year: str = ""
    days: dict[str, str] = field(default_factory=dict)
    months: dict[str, tuple[str, int]] = field(default_factory=dict)

    def note(self, when: str, sentence: int) -> None:
        """Note a date that gives its year itself."""
        self.year = when[:_YEAR]
        if len(when) >= _TO_MONTH:
            self.months[when[5:_TO_MONTH]] = (self.year, sentence)
        if len(when) >= _DAY:
            self.days[when[5:_DAY]] = self.year

    def of(self, when: str, sentence: int) -> str:
        """Return the year that was given of a day, or of its month in this sentence or the one before; empty for none."""
        if len(when) >= _DAY and when[5:_DAY] in self.days:
            return self.days[when[5:_DAY]]
        year, there = self.months.get(when[5:_TO_MONTH], ("", sentence))
        return year if sentence - there <= 1 else ""


def remembered(view: View, dates: Iterable[DateMark]) -> Iterator[DateMark]:
    """Yield dates in order; a day or month without a year has that of the same one told before, of its month in a sentence nearby.

    Without that an event of an earlier year would be put into the year of publication.
    """
    told = Told()
    for date in dates:
        sentence, when = view.sentence_at(date.start), date.when or ""
        if when and not date.resolved:
            told.note(when, sentence)
        elif when and date.until is None and len(when) >= _TO_MONTH and _MONTH.search(view.text, date.start, date.end):
            that = _THAT_YEAR.match(view.text, date.end) is not None
            year = told.year if that else told.of(when, sentence) or when[:_YEAR]
            date = replace(date, when=f"{year}{when[_YEAR:]}" if year else None)  # noqa: PLW2901 -- the same date, corrected
        yield date
