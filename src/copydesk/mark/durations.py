"""Lengths of time that are not a plain number and its unit: "2:05:12", "a fortnight", "an hour and a half"."""

import re
from typing import NamedTuple

from copydesk.mark.view import View
from copydesk.text.units import unit_of
from copydesk.text.words import word_set

_LONG_TIME = re.compile(r"(\d{1,2}):([0-5]\d):([0-5]\d)")
# "In 2:05:12", "a 2:05:12", "clocked 2:05:12" measure; "at 2:05:12" is a time of day.
_MEASURED = word_set("in of time a an his her their clock run post record finish win set")
_FORTNIGHT_WEEKS = 2.0


class Duration(NamedTuple):
    """A length of time that ends before token `last`: so many of a unit."""

    last: int
    value: float
    unit: str


def is_measured(view: View, at: int) -> bool:
    """Return whether hours, minutes and seconds are how long something took rather than a time of day."""
    if at == 0 or _LONG_TIME.fullmatch(view.lower[at]) is None:
        return False
    return view.lower[at - 1] in _MEASURED or view.tokens[at - 1].lemma in _MEASURED


def read_duration(view: View, at: int, end: int) -> Duration | None:
    """Read a length of time that begins with a token and ends before `end`."""
    word = view.lower[at]
    if word in ("a", "an"):
        return _of_one(view, at, end)
    if ":" in word and is_measured(view, at) and (time := _LONG_TIME.fullmatch(word)):
        hours, minutes, seconds = map(int, time.groups())
        return Duration(at + 1, float(hours * 3600 + minutes * 60 + seconds), "second")
    return None


def _of_one(view: View, at: int, end: int) -> Duration | None:
    """Read "a fortnight" and "a year and a half"."""
    noun = at + 1
    if noun >= end:
        return None
    if view.lower[noun] == "fortnight":
        return Duration(noun + 1, _FORTNIGHT_WEEKS, "week")
    unit = unit_of(view.lower[noun]) if view.lower[noun + 1 : min(noun + 4, end)] == ("and", "a", "half") else None
    return Duration(noun + 4, 1.5, unit) if unit else None
