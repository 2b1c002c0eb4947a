"""Reads the number of an amount with its currency sign, unit, range or score."""

from typing import NamedTuple

from copydesk.mark.durations import read_duration
from copydesk.mark.numbers import Number, behind_of_a, may_begin, read_number, value_of
from copydesk.mark.view import View
from copydesk.records import Approximation, SentenceMark
from copydesk.text.units import CURRENCIES, CURRENCY_SIGNS, unit_of
from copydesk.text.words import word_set

_MINUS = frozenset({"minus", "negative", "-", "−", "–"})
_RANGE_SIGNS = frozenset({"-", "–", "—", "to", "or"})
_SCORE_WORDS = word_set(
    """
    won win wins winning victory beat beats lost lose loss defeat defeated vote voted votes deadlocked lead led draw drew
    score scored ruling ruled decision tie tied split record edged downed opinion margin
    """
)


# What may stand before a unit without "of a": "half percent", "a quarter-mile".
_PARTS_OF_UNITS = frozenset({"half", "quarter", "quarters"})


class Core(NamedTuple):
    """The number itself: tokens `first` to `last` (exclusive) and what they say."""

    first: int
    last: int
    low: float
    high: float
    approximation: Approximation
    unit: str | None = None
    part: bool = False


def read_core(view: View, sentence: SentenceMark, at: int, sign: str | None) -> Core | None:
    """Read sign, number, range or score, and the unit."""
    begin = at + 1 if sign else at
    begin += sign is not None and view.lower[at] == "rs" and view.lower[begin : begin + 1] == (".",)
    if begin >= sentence.last:
        return None
    word = view.lower[at]
    lasting = read_duration(view, at, sentence.last) if word in ("a", "an") or ":" in word else None
    if lasting:
        return Core(at, lasting.last, lasting.value, lasting.value, "exact", lasting.unit)
    number = _spaced(view, sentence, begin) or read_number(view.lower, begin, sentence.last, money=bool(sign))
    if number is None:
        return None
    core = Core(at, number.last, number.value, number.value, "at_least" if number.many else "exact", sign, number.part)
    core = _negative(view, sentence, core)
    core = _with_unit(view, sentence, core)
    return _score(view, sentence, core, number) or _ratio(view, sentence, core) or _range(view, sentence, core, number) or core


def _spaced(view: View, sentence: SentenceMark, at: int) -> Number | None:
    """Read a number in text whose signs stand free: "170 , 000", "6 . 1". Elsewhere no space stands before a comma."""
    last = at + 1
    body = view.lower[at]
    while last + 1 < sentence.last and view.lower[last] in (",", ".") and _free(view, last) and view.lower[last + 1].isdecimal():
        if view.lower[last] == "," and (len(view.lower[last + 1]) != 3 or len(body) > 3 + body.count(",") * 4):
            break
        body += view.lower[last] + view.lower[last + 1]
        last += 2
    value = value_of(body) if last > at + 1 and view.lower[at].isdecimal() else None
    return None if value is None else Number(at, last, value, digits=True)


def _free(view: View, at: int) -> bool:
    """Return whether white space stands on both sides of a sign."""
    return view.tokens[at - 1].end < view.tokens[at].start and view.tokens[at].end < view.tokens[at + 1].start


def _negative(view: View, sentence: SentenceMark, core: Core) -> Core:
    """Take in a minus before the number; a hyphen is one only where nothing touches it from the left."""
    at = core.first - 1
    if at < sentence.first or view.lower[at] not in _MINUS:
        return core
    touches = at > 0 and view.tokens[at - 1].end == view.tokens[at].start
    word = view.lower[at].isalpha()
    if not word and (touches or view.tokens[at].end != view.tokens[core.first].start or core.unit is not None):
        return core
    return core._replace(first=at, low=-core.high, high=-core.low)


# Units of several words, as they stand behind a number.
_PHRASES: dict[tuple[str, ...], str] = {
    ("per", "cent"): "percent",
    ("percentage", "points"): "percentage point",
    ("percentage", "point"): "percentage point",
    ("basis", "points"): "basis point",
    ("basis", "point"): "basis point",
    ("miles", "per", "hour"): "mph",
    ("miles", "an", "hour"): "mph",
    ("kilometers", "per", "hour"): "km/h",
    ("kilometres", "per", "hour"): "km/h",
    ("kilometers", "an", "hour"): "km/h",
    ("kilometres", "an", "hour"): "km/h",
    ("-", "magnitude"): "magnitude",
    ("magnitude",): "magnitude",
}


def _with_unit(view: View, sentence: SentenceMark, core: Core) -> Core:
    """Take in the unit behind the number: "percent", "km", "degrees Celsius below zero", "million euros"."""
    return _part_of_unit(view, sentence, core) if core.part else _unit_at(view, sentence, core)


def _part_of_unit(view: View, sentence: SentenceMark, core: Core) -> Core:
    """Read "half an hour", "a quarter of a percentage point", "a quarter-point": so much of one unit, and no share."""
    at = behind_of_a(view.lower, core.last, sentence.last)
    one = view.lower[at - 1] in ("a", "an")
    if at >= sentence.last or not (one or (at == core.last and view.lower[at - 1] in _PARTS_OF_UNITS)):
        return core  # "a third week" is no third of a week
    whole = core._replace(last=at, part=False)
    behind = at + 1 if view.lower[at] == "-" and at + 1 < sentence.last else at
    if view.lower[behind] == "point":
        return whole
    found = _unit_at(view, sentence, whole)
    return core if found.unit is None or (found.unit in CURRENCIES and not one) else found


def _unit_at(view: View, sentence: SentenceMark, core: Core) -> Core:
    at = core.last
    words = tuple(view.lower[at : min(at + 5, sentence.last)])
    if core.unit is not None or not words:
        return core
    for length in (3, 2, 1):
        if words[:length] in _PHRASES:
            return core._replace(last=at + length, unit=_PHRASES[words[:length]])
    if words[0] == "-" and len(words) > 1 and unit_of(words[1]):
        at, words = at + 1, words[1:]
    if words[0] in ("degrees", "degree", "°"):
        return _degrees(core, at, words[:4])
    unit = unit_of(words[0])
    if unit in ("time", "point", None) or _begins_compound(view, sentence, core, at):
        return core
    if words[0] == "m" and len(words) > 1 and _plural(view, at + 1):  # "10m people"
        return core._replace(last=at + 1, low=core.low * 1e6, high=core.high * 1e6)
    return core._replace(last=at + 1, unit=unit)


def _begins_compound(view: View, sentence: SentenceMark, core: Core, at: int) -> bool:
    """Return whether a word only looks like the unit of the number before it: "40 second-hand buses", "3 foot-bridges"."""
    if (
        at > core.last
        or not view.lower[at].isalpha()
        or at + 2 >= sentence.last
        or view.lower[at + 1] != "-"
        or view.lower[at + 2] == "old"
    ):
        return False
    return view.tokens[at].end == view.tokens[at + 1].start


def _plural(view: View, at: int) -> bool:
    return view.tokens[at].fine == "NNS" or view.lower[at] in ("people", "men", "women", "children")


def _degrees(core: Core, at: int, words: tuple[str, ...]) -> Core:
    """Read "degrees", "degrees Celsius", "degrees below zero"."""
    scale = unit_of(words[1]) if len(words) > 1 else None
    scale = scale or ({"c": "°C", "f": "°F"}.get(words[1]) if len(words) > 1 else None)
    last = at + 2 if scale else at + 1
    rest = words[last - at : last - at + 2]
    if rest == ("below", "zero"):
        return core._replace(last=last + 2, unit=scale or "degree", low=-core.high, high=-core.low)
    return core._replace(last=last, unit=scale or "degree")


def _range(view: View, sentence: SentenceMark, core: Core, number: Number) -> Core | None:
    """Read the second number of "12-14", "two or three", "between 12 and 14", "50%-52%"."""
    at = core.last
    if at + 1 >= sentence.last:
        return None
    before = view.lower[core.first - 1] if core.first > sentence.first else ""
    joint = view.lower[at]
    if not (joint in _RANGE_SIGNS or (joint == "and" and before == "between")) or (joint == "to" and before == "from"):
        return None
    sign = CURRENCY_SIGNS.get(view.lower[at + 1])
    second = at + 1 + bool(sign)
    if second >= sentence.last or not may_begin(view.lower[second]) or (joint == "-" and not _lone(view, at)):
        return None
    other = read_number(view.lower, second, sentence.last, money=bool(sign or core.unit))
    if other is None or other.part != number.part:
        return None
    end = _with_unit(view, sentence, Core(second, other.last, other.value, other.value, "exact", sign))
    if core.unit not in (None, end.unit) and not (core.unit in CURRENCIES and end.unit is None):
        return None
    unit = core.unit or end.unit
    low = core.low * _shared_scale(core.low, other.value) if unit is None or unit in CURRENCIES else core.low
    if not low < other.value:
        return None
    first = core.first - 1 if before == "between" else core.first
    return Core(first, end.last, low, other.value, "range", unit, core.part)


def _shared_scale(low: float, high: float) -> float:
    """Return what the first number of "$3-4 million" is to be multiplied by: the scale that only the second one states."""
    for scale in (1e12, 1e9, 1e6):
        if high >= scale and low < 1000 and high / scale < 1000:
            return scale
    return 1.0


def _score(view: View, sentence: SentenceMark, core: Core, number: Number) -> Core | None:
    """Read "3-2": two numbers that stand against each other, where the words are of games and votes or the first is larger."""
    at = number.last
    votes = at < sentence.last and view.lower[at] == "votes"
    at += votes
    if core.unit or number.value != int(number.value) or number.value > 999 or at + 1 >= sentence.last:
        return None
    joint = view.lower[at]
    hyphen = joint in ("-", "–") and number.digits and view.lower[at + 1].isdecimal() and _lone(view, at)
    other = read_number(view.lower, at + 1, sentence.last) if hyphen or joint == "to" else None
    if other is None or other.value != int(other.value) or other.value > 999:
        return None
    around = {*view.lower[max(sentence.first, core.first - 6) : at], *view.lower[at : min(sentence.last, at + 6)]}
    told = not around.isdisjoint(_SCORE_WORDS)
    if not (
        votes or (told or other.value < number.value) if hyphen else votes or (told and _ends_score(view, sentence, other.last))
    ):
        return None
    low, high = sorted((number.value, other.value))
    return Core(core.first, other.last, low, high, "exact", "score")


def _ends_score(view: View, sentence: SentenceMark, at: int) -> bool:
    """Return whether nothing is counted behind "voted 9 to 2": "won 2 to 3 seats" is a range."""
    return at >= sentence.last or view.tokens[at].tag in ("PUNCT", "ADP", "PART", "CCONJ", "SCONJ", "ADV")


def _lone(view: View, joint: int) -> bool:
    """Return whether a hyphen between numbers is the only one: "555-0134-22" is a telephone number."""
    following = view.lower[joint + 2] if joint + 2 < len(view.lower) else ""
    return following not in ("-", "–")


def _ratio(view: View, sentence: SentenceMark, core: Core) -> Core | None:
    """Read "one in five" and "7 out of 10" as the share they are, in percent."""
    words = view.lower[core.last : min(core.last + 2, sentence.last)]
    skip = 1 if words[:1] == ("in",) else 2 if words == ("out", "of") else 0
    if not skip or core.unit or core.low <= 0 or core.last + skip >= sentence.last:
        return None
    other = read_number(view.lower, core.last + skip, sentence.last)
    if other is None or other.value <= core.high or other.value > 1000 or other.value % 1 or (skip == 1 and core.low > 20):
        return None
    behind = view.lower[other.last] if other.last < sentence.last else ""
    if skip == 1 and (unit_of(behind) is not None or (other.digits and other.value > 100)):
        return None
    share = 100 * core.low / other.value
    return core._replace(last=other.last, low=share, high=share, unit="percent")
