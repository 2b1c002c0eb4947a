"""The calendar as news texts use it: everything is counted from the day of publication."""

from dataclasses import dataclass
from datetime import date, timedelta

from copydesk.records import Precision, Published

# Days: a day of a month that lies further ahead than this is more likely one that was ahead when somebody spoke of it.
_FORESEEN = 245
# Days: one that is no further away than this is surely nearer than the same day of another year.
_CLEARLY_NEAR = 120
NEAREST = 2


@dataclass(frozen=True, slots=True)
class When:
    """A point or stretch of time, see [`DateMark`][copydesk.records.DateMark]."""

    when: str | None
    precision: Precision
    resolved: bool = False
    until: str | None = None
    weekday: str | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """What "today" is for a text, and which way a date without a year or week is to be sought.

    Attributes:
        day: Day of publication, None where it is not known to the day.
        year: Year of publication.
        month: Month of publication.
        ahead: 1 for what is still to come, -1 for what is past, `NEAREST` for the nearest day, 0 where the words do not tell.
    """

    day: date | None = None
    year: int | None = None
    month: int | None = None
    ahead: int = 0


def today(published: Published, ahead: int = 0) -> Today:
    """Return the base of all counting for a text published then; its own zone is the text's zone."""
    parts = (published.when or "")[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 3:
            day = date(*numbers)
            return Today(day, day.year, day.month, ahead)
        return Today(None, numbers[0], numbers[1] if len(numbers) > 1 else None, ahead)
    except ValueError:
        return Today(ahead=ahead)


def exact(day: date, weekday: str | None = None) -> When:
    """Return a day that needed the day of publication."""
    return When(day.isoformat(), "day", True, weekday=weekday)


def span_of_days(first: date, last: date) -> When:
    """Return a stretch of days that needed the day of publication."""
    return When(first.isoformat(), "day", True, until=last.isoformat())


def nearest_day(month: int, day: int, base: Today, weekday: int | None = None) -> date | None:
    """Return the nearest day of that name before or after `base`, as `base.ahead` says; None where that cannot be told.

    A weekday beside the day of the month decides by itself: of three years at most one has it.
    """
    if base.day is None:
        return None
    around = [valid(base.day.year + step, month, day) for step in (-1, 0, 1)]
    days = [found for found in around if found and (weekday is None or found.weekday() == weekday)]
    today = base.day
    if weekday is None and base.ahead == NEAREST:
        days = [found for found in days if abs((found - today).days) <= _CLEARLY_NEAR]
    elif weekday is None:
        distances = {found: (found - today).days * base.ahead for found in days}
        days = [found for found in days if base.ahead and 0 <= distances[found] < (_FORESEEN if base.ahead > 0 else 366)]
    return min(days, key=lambda found: abs(found - today), default=None)


def valid(year: int, month: int, day: int) -> date | None:
    """Return the date, None where there is none of that name."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def named_month(month: int, base: Today) -> str | None:
    """Return `YYYY-MM` of the month a text most likely means, by the rules of `nearest_day`."""
    if base.year is None or base.month is None:
        return None
    distance = (month - base.month) % 12  # months ahead
    if base.ahead < 0 or (base.ahead in (0, NEAREST) and distance > 6):
        distance -= 12 if distance else 0
    return shifted_month(base.year, base.month, distance)


def shifted_month(year: int, month: int, by: int) -> str:
    """Return `YYYY-MM` of the month `by` months later."""
    count = year * 12 + month - 1 + by
    return f"{count // 12:04}-{count % 12 + 1:02}"


def named_weekday(weekday: int, base: date, which: str, ahead: int) -> date | None:
    """Return the day a weekday means on `base`: "last", "next", "this", or bare ("") by what its sentence says of the time.

    News convention: with a verb of the past the last one, with one of the future the coming one, today included. "This" is of
    the same calendar week where the verb does not contradict. "Last Monday" and "next Friday" are read in two ways as long as
    another Monday or Friday of the same calendar week comes between: None, as where nothing tells the direction.
    """
    back = (base.weekday() - weekday) % 7
    forward = (weekday - base.weekday()) % 7
    if which == "last":
        return base - timedelta(days=back) if weekday > base.weekday() else None
    if which == "next":
        return base + timedelta(days=forward) if weekday < base.weekday() else None
    if which == "this":
        offset = weekday - base.weekday()
        return base + timedelta(days=offset) if offset * ahead > 0 or offset == 0 or (not ahead and offset > 0) else None
    return None if not ahead else base + timedelta(days=forward) if ahead > 0 else base - timedelta(days=back)


def monday(day: date) -> date:
    """Return the Monday of its week."""
    return day - timedelta(days=day.weekday())
