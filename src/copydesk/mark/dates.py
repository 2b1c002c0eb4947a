"""Finds dates and times of day and resolves them against the day of publication."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from copydesk.mark import date_patterns as patterns
from copydesk.mark.calendar import NEAREST, Today, When, today
from copydesk.mark.date_readers import READERS
from copydesk.mark.durations import is_measured
from copydesk.mark.kinds import is_house_number
from copydesk.mark.named_times import in_name, is_measure
from copydesk.mark.tense import ahead, ahead_of_day, hangs_on_noun, is_told_of
from copydesk.mark.view import View
from copydesk.records import DateMark, Published, SentenceMark
from copydesk.text.words import word_set

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


_FIRST_WORDS = patterns.BY_FIRST_WORD.keys() | {"noon", "midnight"}
_DIGITS = frozenset("0123456789")
_MIDDLE = re.compile(r"-(?<=mid-)", re.IGNORECASE)  # a sign that is looked for first is found fast


def find_dates(view: View, published: Published) -> Iterator[DateMark]:
    """Yield the dates and times of a text, in order, each inside one sentence and none over another."""
    bases = {direction: today(published, direction) for direction in (-1, 0, 1, NEAREST)}
    behind = 0
    middles = (
        [at for word in view.places if word.startswith("mid-") for at in view.places[word]] if _MIDDLE.search(view.text) else []
    )
    for at in sorted((*view.digits, *middles, *view.where(_FIRST_WORDS))):
        if at < behind or not _may_begin(view, at) or (view.words[at] != view.lower[at] and in_name(view, at)):
            continue
        found = _date_at(view, view.sentence_of(at), at, bases)
        if found:
            yield found
            behind = max(at + 1, view.tokens_in(found.start, found.end).stop)


def _may_begin(view: View, at: int) -> bool:
    """Return whether a date or time may begin with a word; common words need the right one behind them ("the last", "a day")."""
    word = view.lower[at]
    seconds = patterns.SECOND_WORDS.get(word)
    if seconds is not None:
        return at + 1 < len(view.lower) and view.lower[at + 1] in seconds
    return word in _FIRST_WORDS or word[0] in _DIGITS or word[:4] == "mid-"


def _date_at(view: View, sentence: SentenceMark, at: int, bases: dict[int, Today]) -> DateMark | None:
    """Return the date or time that begins with a word, the longest reading of it."""
    start = view.tokens[at].start
    timed = view.lower[at][0] in _DIGITS or view.lower[at] in ("noon", "midnight")
    clock = patterns.CLOCK.match(view.text, start, sentence.end) if timed else None
    if clock and is_measured(view, at):
        return None
    if clock and _is_clock(clock):
        return _from_clock(view, sentence, clock, bases)
    match = _longest(view, sentence, at)
    if match is None:
        return None
    when = READERS[match.re](match, bases[_direction(view, at, match)])
    if when is None:
        return None
    if match.re is patterns.RELATIVE_UNIT and is_measure(view, at, match):
        when = When(None, when.precision)
    mark = _mark(when, match.start(), match.end())
    lead = patterns.CLOCK_BEHIND.match(view.text, match.end(), sentence.end)
    clock = patterns.CLOCK.match(view.text, lead.end(), sentence.end) if lead else None
    return _with_clock(view, mark, clock) if clock and _is_clock(clock) else mark


def _direction(view: View, at: int, match: re.Match[str]) -> int:
    """Return which way to look; only dates that leave something open need the sentence's verb, and a noun's own time has none."""
    named = match.re.groupindex
    if "year" in named and match["year"]:
        return 0
    last = view.token_at(match.end() - 1)
    monthly = "month" in named and not ("weekday" in named and match["weekday"])
    token = view.token_at(match.start("month")) if monthly and view.lower[at][:1].isdigit() else at
    if ("weekday" in named or "day" in named) and hangs_on_noun(view, at, last):
        return 0
    direction = ahead_of_day(view, at, token) if monthly else ahead(view, token)
    return 0 if direction > 0 and is_told_of(view, at, last) else direction


def _longest(view: View, sentence: SentenceMark, at: int) -> re.Match[str] | None:
    """Return the longest pattern that begins with a word and that its neighbours allow."""
    start, end = view.starts[at], sentence.end
    tried = [pattern.match(view.text, start, end) for pattern in patterns.patterns_for(view.lower[at])]
    fitting = [match for match in tried if match and _fits(view, at, match)]
    return max(fitting, key=lambda match: match.end()) if fitting else None


def _fits(view: View, at: int, match: re.Match[str]) -> bool:
    """Return whether what stands around a match leaves it a date."""
    before = view.lower[at - 1] if at else ""
    behind = view.text[match.end() : match.end() + 1]
    if match.re in (patterns.MONTH_SPAN, patterns.SPAN_MONTH):
        return before == "between" or " and " not in match[0]
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
    if is_house_number(view, at):
        return False
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
    when = READERS[match.re](match, bases[_direction(view, at, match)]) if match else None
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
