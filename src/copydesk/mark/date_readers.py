"""Reads what a date pattern found, against the day of publication: one function per way of naming a time."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from copydesk.mark import date_patterns as patterns
from copydesk.mark.calendar import (
    Today,
    When,
    exact,
    monday,
    named_month,
    named_weekday,
    nearest_day,
    shifted_month,
    span_of_days,
    valid,
)
from copydesk.text.words import SMALL_NUMBERS, WEEKDAYS


def _weekday_of(match: re.Match[str]) -> int | None:
    name = match.groupdict().get("weekday")
    return None if name is None else patterns.DAY_NUMBERS[name[:3].lower()]


def _read_day(match: re.Match[str], base: Today) -> When | None:
    """Read a day of a month, with or without its year and weekday: "Tuesday, April 10, 2024", "10-12 April", "the third of May"."""
    month = patterns.MONTH_NUMBERS[match["month"][:3].lower()]
    day = patterns.ORDINAL_DAYS.get(match["day"].lower()) or int(match["day"])
    last_day = match.groupdict().get("last")
    weekday = _weekday_of(match)
    named = None if weekday is None else WEEKDAYS[weekday]
    if valid(2000, month, day) is None:
        return None
    found = valid(int(match["year"]), month, day) if match["year"] else nearest_day(month, day, base, weekday)
    if found is None:
        return None if match["year"] else When(None, "day", weekday=named)
    last = valid(found.year, month, int(last_day)) if last_day else None
    until = last.isoformat() if last and last > found else None
    return When(found.isoformat(), "day", not match["year"], until, named)


def _read_month_span(match: re.Match[str], base: Today) -> When | None:
    """Read days of two months: "June 28 – July 2, 2024", "between 12 March and 3 April"; the year stands behind the second."""
    month, last_month = (patterns.MONTH_NUMBERS[match[name][:3].lower()] for name in ("month", "last_month"))
    day, last_day = int(match["day"]), int(match["last"])
    if valid(2000, month, day) is None or valid(2000, last_month, last_day) is None:
        return None
    over = last_month < month  # "28 December to 3 January"
    first = valid(int(match["year"]) - over, month, day) if match["year"] else nearest_day(month, day, base)
    if first is None:
        return None if match["year"] else When(None, "day")
    last = valid(first.year + over, last_month, last_day)
    return When(first.isoformat(), "day", not match["year"], last.isoformat() if last and last > first else None)


def _read_month_year(match: re.Match[str], base: Today) -> When:
    month = patterns.MONTH_NUMBERS[match["month"][:3].lower()]
    return When(f"{match['year']}-{month:02}", "month")


def _read_month(match: re.Match[str], base: Today) -> When:
    month = patterns.MONTH_NUMBERS[match["month"][:3].lower()]
    which = (match["which"] or "").lower()
    direction = {"last": -1, "next": 1, "this": 0}.get(which, base.ahead)
    found = named_month(month, Today(base.day, base.year, base.month, direction))
    if found and which in ("last", "next") and base.year and base.month == month:
        found = shifted_month(base.year, month, 12 * direction)
    return When(found, "month", True)


def _read_iso(match: re.Match[str], base: Today) -> When | None:
    year, month = int(match["year"]), int(match["number"])
    if match["day"]:
        found = valid(year, month, int(match["day"]))
        return When(found.isoformat(), "day") if found else None
    return When(f"{year}-{month:02}", "month") if 1 <= month <= 12 else None


def _read_slashed(match: re.Match[str], base: Today) -> When | None:
    """Read "4/10/2024": which part is the month is known where the other one is none, or by the European full stops."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    american, european = valid(year, one, two), valid(year, two, one)
    if match["sign"] == "." or american is None or one == two:
        american = european
    if american is None:
        return None
    if european is not None and american != european:
        return When(None, "day")
    return When(american.isoformat(), "day")


def _read_year(match: re.Match[str], base: Today) -> When:
    return When(match["year"], "year")


def _read_years(match: re.Match[str], base: Today) -> When | None:
    first, last = match["year"], match["last"] + (match["short"] or "")
    last = first[: 4 - len(last)] + last if len(last) in (1, 2) else last
    return When(first, "year", until=last) if len(last) == 4 and last > first else None


def _read_decade(match: re.Match[str], base: Today) -> When:
    ten = match["century"] + match["decade"]
    return When(f"{ten}0", "year", until=f"{ten}9")


def _read_century(match: re.Match[str], base: Today) -> When | None:
    number = int(match["number"])
    return When(f"{number * 100 - 99:04}", "year", until=f"{number * 100}") if 1 <= number <= 22 else None


def _read_weekday(match: re.Match[str], base: Today) -> When:
    weekday = patterns.DAY_NUMBERS[match["weekday"][:3].lower()]
    which = (match["which"] or "").lower().replace("past", "last").replace("coming", "")
    direction = 1 if (match["which"] or "").lower() == "coming" else base.ahead
    if base.day is None:
        return When(None, "day", weekday=WEEKDAYS[weekday])
    found = named_weekday(weekday, base.day, which, direction)
    return exact(found, WEEKDAYS[weekday]) if found else When(None, "day", weekday=WEEKDAYS[weekday])


def _read_relative_day(match: re.Match[str], base: Today) -> When:
    if base.day is None:
        return When(None, "day")
    words = match[0].lower()
    step = -2 if "before" in words else 2 if "after tomorrow" in words else -1 if words.startswith(("yesterday", "last")) else 0
    return exact(base.day + timedelta(days=1 if words.startswith("tomorrow") else step))


_STEPS = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}


def _read_relative_unit(match: re.Match[str], base: Today) -> When:
    return _unit(match["unit"].lower(), _STEPS[match["which"].lower()], base)


def _read_end_of(match: re.Match[str], base: Today) -> When:
    return _unit((match["unit"] or match["short"]).lower(), 0, base)


def _unit(unit: str, step: int, base: Today) -> When:
    """Return the calendar week, month, year … that lies `step` units from the publication's."""
    if unit in ("week", "weekend", "day"):
        return _week(unit, step, base.day)
    if unit in ("month", "quarter"):
        return _months(unit, step, base)
    if base.year is None:
        return When(None, "year")
    length = {"year": 1, "decade": 10, "century": 100}[unit]
    first = base.year - base.year % length + step * length
    return When(f"{first:04}", "year", True, until=f"{first + length - 1:04}" if length > 1 else None)


def _week(unit: str, step: int, base: date | None) -> When:
    if base is None:
        return When(None, "day")
    if unit == "day":
        return exact(base + timedelta(days=step))
    first = monday(base) + timedelta(days=7 * step)
    return span_of_days(first + timedelta(days=5 if unit == "weekend" else 0), first + timedelta(days=6))


def _months(unit: str, step: int, base: Today) -> When:
    if base.year is None or base.month is None:
        return When(None, "month")
    if unit == "month":
        return When(shifted_month(base.year, base.month, step), "month", True)
    first = (base.month - 1) // 3 * 3 + 1
    start = shifted_month(base.year, first, 3 * step)
    return When(start, "month", True, until=shifted_month(base.year, first, 3 * step + 2))


def _read_ago(match: re.Match[str], base: Today) -> When:
    """Read "two years ago": no more exact than its unit."""
    count = SMALL_NUMBERS.get(match["count"].lower()) or int(match["count"])
    unit = match["unit"].lower()
    if unit == "decade":
        return When(f"{base.year - 10 * count:04}", "year", True) if base.year else When(None, "year")
    if unit == "fortnight":
        unit, count = "week", 2 * count
    try:
        return _unit(unit, -count, base)
    except OverflowError:
        return When(None, "day")


def _read_quarter(match: re.Match[str], base: Today) -> When:
    number = int(match["digit"] or {"first": 1, "second": 2, "third": 3, "fourth": 4}[match["ordinal"].lower()])
    year = int(match["year"]) if match["year"] else base.year
    if year is None:
        return When(None, "month")
    first = 3 * number - 2
    return When(f"{year}-{first:02}", "month", not match["year"], until=f"{year}-{first + 2:02}")


def _read_nearby_day(match: re.Match[str], base: Today) -> When:
    """Read "the next day": a day, counted from another one that the text tells; left open."""
    return When(None, "day")


READERS: dict[re.Pattern[str], Callable[[re.Match[str], Today], When | None]] = {
    patterns.MONTH_DAY: _read_day,
    patterns.DAY_MONTH: _read_day,
    patterns.ORDINAL_MONTH: _read_day,
    patterns.MONTH_ORDINAL: _read_day,
    patterns.MONTH_SPAN: _read_month_span,
    patterns.SPAN_MONTH: _read_month_span,
    patterns.MONTH_YEAR: _read_month_year,
    patterns.MONTH_ALONE: _read_month,
    patterns.ISO: _read_iso,
    patterns.SLASHED: _read_slashed,
    patterns.YEAR: _read_year,
    patterns.YEAR_SPAN: _read_years,
    patterns.DECADE: _read_decade,
    patterns.CENTURY: _read_century,
    patterns.WEEKDAY: _read_weekday,
    patterns.RELATIVE_DAY: _read_relative_day,
    patterns.RELATIVE_UNIT: _read_relative_unit,
    patterns.END_OF: _read_end_of,
    patterns.AGO: _read_ago,
    patterns.QUARTER: _read_quarter,
    patterns.NEARBY_DAY: _read_nearby_day,
}
