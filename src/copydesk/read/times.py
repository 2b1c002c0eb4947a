"""Publication times: read from what a format declares, or from a line of its own near the head."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

from copydesk.read.words import MONTHS
from copydesk.records import Precision, Published

_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS.split("|")[:12], start=1)}
# Only zones that news means in one way; IST, CST (China or America) and ET (standard or daylight) stay open.
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "cet": 60, "cest": 120, "aest": 600, "aedt": 660, "jst": 540, "hkt": 480, "sgt": 480,
}  # fmt: skip
_DAY = r"(?P<d{n}>\d{{1,2}})(?:st|nd|rd|th)?"
_MONTH = rf"(?P<m{{n}}>{MONTHS})\.?"
_YEAR = r"(?P<y{n}>(?:19|20)\d\d)"
_DATE = (
    r"(?:(?P<y0>(?:19|20)\d\d)[-/.](?P<m0>\d{1,2})[-/.](?P<d0>\d{1,2})(?!\d)"
    rf"|{_DAY.format(n=1)}[ -](?:of )?{_MONTH.format(n=1)},?[ -]{_YEAR.format(n=1)}"
    rf"|{_MONTH.format(n=2)} {_DAY.format(n=2)},? {_YEAR.format(n=2)}"
    rf"|(?P<d3>\d{{1,2}})[/.](?P<m3>\d{{1,2}})[/.](?P<y3>(?:19|20)\d\d)"
    rf"|{_MONTH.format(n=4)},? {_YEAR.format(n=4)})"
)
_HOUR = r"(?P<hour>2[0-3]|[01]?\d)"
_MINUTE = r"(?:[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?\s?(?P<half>[ap]\.?m\b\.?)?"
_CLOCK = rf"{_HOUR}(?=[:.h]\d\d|\s?[ap]\.?m){_MINUTE}"
_ZONE = rf"(?P<zone>(?:UTC|GMT)?\s?[+-]\d\d:?\d\d|(?-i:(?:{'|'.join(sorted(_ZONES, key=len, reverse=True)).upper()})(?![a-z])))?"
_BETWEEN = r"\s?(?:,|at|on|\||-|–|·|•|/|T)?\s{0,2}"
# The look ahead spares most places the many alternatives.
_MOMENT = re.compile(rf"(?=[\dJFMASOND]){_DATE}(?:{_BETWEEN}{_CLOCK}\s?{_ZONE})?", re.IGNORECASE)
_CLOCK_FIRST = re.compile(
    rf"\b{_CLOCK}\s?{_ZONE}{_BETWEEN}(?:(?:on|(?:mon|tue|wed|thu|fri|sat|sun)\w*),? ){{0,2}}{_DATE}", re.IGNORECASE
)
# What may stand beside the date on a line of its own.
_BESIDE = re.compile(
    r"\b(?:published|posted|updated|first|last|modified|created|issued|released|date|time|on|at|by|mon|tues?|wed(?:nes)?|"
    r"thu(?:rs)?|fri|sat(?:ur)?|"
    r"sun|day|monday|tuesday|wednesday|thursday|friday|saturday|sunday|local|ist|bst|cst|et|ct|pt|am|pm|ago|min|read|"
    r"minutes?)\b|[\W\d_]",
    re.IGNORECASE,
)
_CENTURY = re.compile(r"(?:19|20)\d\d")
_CLOCK_INSIDE = re.compile(r"\d(?:[:.h]\d\d|\s?[ap]\.?m)", re.IGNORECASE)
_PARTED = re.compile(r"\s*[|·•]\s*|\s[-–—]\s")
_MOST_SEGMENTS, _SEGMENT_WORDS = 5, 6
_UPDATED = re.compile(r"\b(?:updated|modified|last (?:updated|modified|edited))\b", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted|issued|released|first published)\b", re.IGNORECASE)
_ISO = re.compile(
    r"(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?:[T ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s?(Z|[+-]\d{2}:?\d{2}|UTC|"
    r"GMT)?)?)?)?\Z"
)
_PRECISIONS: tuple[Precision, ...] = ("year", "month", "day", "hour", "minute", "second")


class Stated(NamedTuple):
    """A time that a line states.

    Attributes:
        published: The time.
        updated: Whether the line says that it is that of the last change.
        labelled: Whether the line says that it is that of publication.
        own_line: Whether little but the time stands on the line.
    """

    published: Published
    updated: bool
    labelled: bool
    own_line: bool


def declared(value: str | None, basis: str) -> Published | None:
    """Return the time that a format's field states, with no more than it states; None where it is none.

    Args:
        value: ISO 8601 as pages write it, or words such as "April 10, 2024 12:34 PM EDT".
        basis: What it rests on.
    """
    if not value or len(value) > 80:
        return None
    match = _ISO.match(value.strip())
    if match:
        return _from_iso(match, basis)
    stated = next(times_in(value, basis), None)
    return stated.published if stated else None


def _from_iso(match: re.Match[str], basis: str) -> Published | None:
    numbers = [int(part) for part in match.groups()[:6] if part is not None]
    zone = match[7]
    offset = _offset(zone) if zone else None
    return _published(numbers, offset, basis)


def times_in(line: str, basis: str = "text") -> Iterator[Stated]:
    """Yield the times that a short line states, in order."""
    if len(line) > 200 or not _CENTURY.search(line):
        return
    for pattern in (_CLOCK_FIRST, _MOMENT) if _CLOCK_INSIDE.search(line) else (_MOMENT,):
        found, last = False, 0
        for match in pattern.finditer(line):
            published = _from_words(match, basis)
            if published is None:
                continue
            found = True
            before, last = line[max(last, match.start() - 40) : match.start()], match.end()
            alone = _is_beside(pattern.sub("", line)) or any(_is_time_alone(part, match) for part in _segment_with(match))
            yield Stated(published, _says(_UPDATED, before), _says(_PUBLISHED, before), alone)
        if found:
            return


def segments(line: str) -> list[str]:
    """Return the parts of a line that lists who and when: "Metro Desk · 5 March 2025 · 2 min read"; else the line alone."""
    parts = [part.strip() for part in _PARTED.split(line)]
    listed = len(parts) <= _MOST_SEGMENTS and all(len(part.split()) <= _SEGMENT_WORDS for part in parts)
    return [part for part in parts if part] if listed else [line]


def _segment_with(match: re.Match[str]) -> list[str]:
    return [part for part in segments(match.string) if _PARTED.split(match[0])[0] in part]


def _is_time_alone(part: str, match: re.Match[str]) -> bool:
    """Tell whether little but the time stands in a line, or in a part of it."""
    time = match[0] if match[0] in part else _PARTED.split(match[0])[0]
    return _is_beside(part.replace(time, "", 1))


def _is_beside(rest: str) -> bool:
    """Tell whether what stands beside a time says nothing else."""
    return len(_BESIDE.sub("", rest)) <= 4


def _says(pattern: re.Pattern[str], before: str) -> bool:
    return pattern.search(before) is not None


def _from_words(match: re.Match[str], basis: str) -> Published | None:
    parts = match.groupdict()
    n = next(n for n in "01234" if parts[f"y{n}"])
    if n == "3" and int(parts["d3"]) <= 12 and int(parts["m3"]) <= 12 and parts["d3"] != parts["m3"]:
        return None  # 03/04/2024 is a day in March or in April
    month = parts[f"m{n}"]
    numbers = [int(parts[f"y{n}"]), _MONTH_NUMBERS[month[:3].lower()] if month[0].isalpha() else int(month)]
    if n != "4":
        numbers.append(int(parts[f"d{n}"]))
    if n == "3" and numbers[1] > 12:
        numbers[1:] = [numbers[2], numbers[1]]
    if len(numbers) == 3 and parts.get("hour"):
        numbers += _clock(parts)
    zone = parts.get("zone")
    return _published(numbers, _offset(zone) if zone and len(numbers) > 3 else None, basis)


def _clock(parts: dict[str, str | None]) -> list[int]:
    hour = int(parts["hour"] or 0)
    half = (parts["half"] or " ")[0].lower()
    if half in "ap" and half != " " and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return [hour, *(int(value) for value in (parts["minute"], parts["second"]) if value)]


def _offset(zone: str) -> int | None:
    """Return a zone's minutes before UTC, None where it may be several."""
    match = re.fullmatch(r"(?:UTC|GMT)?\s?([+-])(\d\d):?(\d\d)", zone.strip(), re.IGNORECASE)
    if match:
        minutes = int(match[2]) * 60 + int(match[3])
        return (-minutes if match[1] == "-" else minutes) if minutes < 24 * 60 else None
    return _ZONES.get(zone.strip().lower())


def _published(numbers: list[int], offset: int | None, basis: str) -> Published | None:
    """Build a time from year, month, day, hour, minute, second, as many as are known."""
    year, month, day, hour, minute, second = (*numbers, *(0, 1, 1, 0, 0, 0)[len(numbers) :])
    try:
        moment = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001  (its zone may be unknown)
    except ValueError:
        return None
    if not 1900 <= moment.year <= 2200:
        return None
    precision = _PRECISIONS[len(numbers) - 1]
    when = moment.isoformat(timespec="seconds")[: (4, 7, 10, 13, 16, 19)[len(numbers) - 1]]
    if offset is not None and len(numbers) > 3:
        when = moment.replace(tzinfo=timezone(timedelta(minutes=offset))).isoformat(timespec="seconds")
    return Published(when=when, precision=precision, basis=basis)


def utc(published: Published | None) -> datetime | None:
    """Return a time as aware UTC where its zone is known, else None."""
    if published is None or published.when is None or len(published.when) < 20:
        return None
    return datetime.fromisoformat(published.when).astimezone(UTC)
