"""Finds dates and times of day and resolves them against the day of publication."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from msgspec.structs import replace

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
    today,
    valid,
)
from copydesk.mark.tense import ahead
from copydesk.mark.view import View
from copydesk.records import DateMark, Published, SentenceMark
from copydesk.text.words import SMALL_NUMBERS, WEEKDAYS, word_set

# A bare month is a date only behind one of these: "in May", "since March", "early April", "mid-June".
_MONTH_CUES = word_set(
    """
    in since by until till from to of during last this next early late mid and through before after every between for - –
    or around
    """
)
_YEAR_CUES = word_set("in since by until till from of during before after around circa year and to between early late mid for")
# What is counted by thousands without a comma: "2000 people" is no year.
_COUNTED = word_set(
    """
    people men women troops soldiers jobs homes houses miles km kilometers kilometres dollars euros pounds workers votes
    residents employees feet meters metres tons tonnes acres hectares years days hours times points words pages copies
    units students members
    """
)
_NO_YEAR_BEHIND = word_set("$ € £ ¥ # no. nos. + x × route highway flight room boeing section")


def find_dates(view: View, published: Published) -> Iterator[DateMark]:
    """Yield the dates and times of a text, in order, each inside one sentence and none over another."""
    bases = {direction: today(published, direction) for direction in (-1, 0, 1)}
    for sentence in view.sentences:
        at = sentence.first
        while at < sentence.last:
            found = _date_at(view, sentence, at, bases) if _may_begin(view, at) else None
            if found:
                yield found
                at = max(at + 1, view.tokens_in(found.start, found.end).stop)
            else:
                at += 1


def _may_begin(view: View, at: int) -> bool:
    word = view.lower[at]
    return "0" <= word[0] <= "9" or word in patterns.BY_FIRST_WORD or word in ("noon", "midnight") or word.startswith("mid-")


def _date_at(view: View, sentence: SentenceMark, at: int, bases: dict[int, Today]) -> DateMark | None:
    """Return the date or time that begins with a word, the longest reading of it."""
    start = view.tokens[at].start
    clock = patterns.CLOCK.match(view.text, start, sentence.end)
    if clock and _is_clock(clock):
        return _from_clock(view, sentence, clock, bases)
    match = _longest(view, sentence, at)
    if match is None:
        return None
    when = _READERS[match.re](match, bases[_direction(view, at, match)])
    if when is None:
        return None
    mark = _mark(when, match.start(), match.end())
    lead = patterns.CLOCK_BEHIND.match(view.text, match.end(), sentence.end)
    clock = patterns.CLOCK.match(view.text, lead.end(), sentence.end) if lead else None
    return _with_clock(view, mark, clock) if clock and _is_clock(clock) else mark


def _direction(view: View, at: int, match: re.Match[str]) -> int:
    """Return which way to look; only dates that leave something open need the sentence's verb."""
    return 0 if "year" in match.re.groupindex and match["year"] else ahead(view, at)


def _longest(view: View, sentence: SentenceMark, at: int) -> re.Match[str] | None:
    """Return the longest pattern that begins with a word and that its neighbours allow."""
    tried = (pattern.match(view.text, view.tokens[at].start, sentence.end) for pattern in patterns.patterns_for(view.lower[at]))
    fitting = [match for match in tried if match and _fits(view, at, match)]
    return max(fitting, key=lambda match: match.end(), default=None)


def _fits(view: View, at: int, match: re.Match[str]) -> bool:
    """Return whether what stands around a match leaves it a date."""
    before = view.lower[at - 1] if at else ""
    behind = view.text[match.end() : match.end() + 1]
    if match.re is patterns.MONTH_ALONE:
        return bool(match["which"] or match["mid"]) or before in _MONTH_CUES or behind in ("'", "’")
    if match.re is patterns.YEAR:
        return _is_year(view, at, before)
    if match.re is patterns.QUARTER:
        return bool(match["year"] or match["digit"])
    if match.re is patterns.RELATIVE_UNIT:
        lasting = match[0].lower().startswith("the ") and match["which"].lower() in ("last", "next", "previous")
        return match["unit"].lower() != "day" and match["which"].lower() != "past" and not lasting  # "for the next week" is no date
    return True


def _is_year(view: View, at: int, before: str) -> bool:
    """Return whether four digits are a year and not a number of something or a part of a name."""
    number = int(view.lower[at]) if view.lower[at].isdecimal() else 0
    behind = view.lower[at + 1] if at + 1 < len(view.lower) else ""
    if before in _NO_YEAR_BEHIND or behind in _COUNTED or behind in ("%", "percent", "per", "million", "billion", "°"):
        return False
    if number < 1900 or number > 2100:
        return 1000 <= number < 1900 and before in _YEAR_CUES and not behind.isalpha()
    return True


def _from_clock(view: View, sentence: SentenceMark, clock: re.Match[str], bases: dict[int, Today]) -> DateMark:
    """Return a time of day, with the date that stands behind it."""
    bare = DateMark(start=clock.start(), end=clock.end(), when=None, precision="unknown")
    timed = _with_clock(view, bare, clock)
    lead = patterns.CLOCK_BEFORE.match(view.text, timed.end, sentence.end)
    at = view.token_at(lead.end()) if lead else len(view.tokens)
    if at >= sentence.last or (lead and view.tokens[at].start != lead.end()) or not _may_begin(view, at):
        return timed
    match = _longest(view, sentence, at)
    when = _READERS[match.re](match, bases[_direction(view, at, match)]) if match else None
    if match is None or when is None or when.precision != "day" or when.until:
        return timed
    dated = _with_clock(view, _mark(when, clock.start(), match.end()), clock)
    return replace(dated, start=clock.start(), end=match.end())


def _is_clock(clock: re.Match[str]) -> bool:
    hour = clock["hour"] or clock["hour24"]
    return hour is None or int(hour) <= (12 if clock["hour"] else 24)


def _with_clock(view: View, mark: DateMark, clock: re.Match[str]) -> DateMark:
    """Return a date with a time of day; without a day only its precision says that there is one."""
    hour, minute = _hour_and_minute(clock)
    zone = patterns.ZONE.match(view.text, clock.end())
    full = mark.when is not None and len(mark.when) == 10 and mark.until is None
    return replace(
        mark,
        end=max(mark.end, zone.end() if zone else clock.end()),
        when=f"{mark.when}T{hour:02}:{minute or 0:02}" if full else mark.when,
        precision="hour" if minute is None else "minute",
    )


def _hour_and_minute(clock: re.Match[str]) -> tuple[int, int | None]:
    if clock["word"]:
        return (12 if clock["word"].lower() == "noon" else 0), None
    if clock["hour24"]:
        return int(clock["hour24"]) % 24, int(clock["minute24"])
    hour = int(clock["hour"]) % 12 + (12 if clock["half"].lower() == "p" else 0)
    return hour, int(clock["minute"]) if clock["minute"] else None


def _mark(when: When, start: int, end: int) -> DateMark:
    return DateMark(
        start=start,
        end=end,
        when=when.when,
        precision=when.precision,
        resolved=when.resolved and when.when is not None,
        until=when.until,
        weekday=when.weekday,
    )


def _weekday_of(match: re.Match[str]) -> int | None:
    name = match["weekday"]
    return None if name is None else patterns.DAY_NUMBERS[name[:3].lower()]


def _read_day(match: re.Match[str], base: Today) -> When | None:
    """Read a day of a month, with or without its year and weekday: "Tuesday, April 10, 2024", "10-12 April"."""
    month, day = patterns.MONTH_NUMBERS[match["month"][:3].lower()], int(match["day"])
    weekday = _weekday_of(match)
    named = None if weekday is None else WEEKDAYS[weekday]
    if valid(2000, month, day) is None:
        return None
    found = valid(int(match["year"]), month, day) if match["year"] else nearest_day(month, day, base)
    if found is None:
        return None if match["year"] else When(None, "day", weekday=named)
    last = valid(found.year, month, int(match["last"])) if match["last"] else None
    until = last.isoformat() if last and last > found else None
    return When(found.isoformat(), "day", not match["year"], until, named)


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
    return exact(named_weekday(weekday, base.day, which, direction), WEEKDAYS[weekday])


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


_READERS: dict[re.Pattern[str], Callable[[re.Match[str], Today], When | None]] = {
    patterns.MONTH_DAY: _read_day,
    patterns.DAY_MONTH: _read_day,
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
