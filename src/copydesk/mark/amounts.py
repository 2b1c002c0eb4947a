"""Finds numbers of something: with unit, counted noun and how they stand to their value.

some   70   new initiatives          nearly  $  1.5 billion          between 12 and 14   percent
lead number  noun ("initiative")      lead sign number scale          lead   range        unit
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.mark.counted import counted
from copydesk.mark.numbers import Number, may_begin, ordinal, read_number, value_of
from copydesk.mark.view import View
from copydesk.records import AmountMark, Approximation, DateMark, SentenceMark
from copydesk.text.units import CURRENCIES, CURRENCY_SIGNS, unit_of
from copydesk.text.words import MONTHS, WEEKDAYS, word_set

# Words before a number, longest first, and what they make of it.
_LEADS: tuple[tuple[tuple[str, ...], Approximation], ...] = tuple(
    (tuple(words.split()), kind)  # type: ignore[misc]
    for words, kind in (
        ("no more than", "at_most"), ("not more than", "at_most"), ("no fewer than", "at_least"), ("no less than", "at_least"),
        ("not less than", "at_least"), ("as many as", "at_most"), ("as much as", "at_most"), ("as few as", "at_least"),
        ("as little as", "at_least"), ("a minimum of", "at_least"), ("a maximum of", "at_most"), ("in excess of", "more_than"),
        ("well over", "more_than"), ("just over", "more_than"), ("a little over", "more_than"), ("well above", "more_than"),
        ("just under", "less_than"), ("well under", "less_than"), ("just below", "less_than"), ("close to", "about"),
        ("more than", "more_than"), ("greater than", "more_than"), ("upwards of", "more_than"), ("upward of", "more_than"),
        ("fewer than", "less_than"), ("less than", "less_than"), ("at least", "at_least"), ("at most", "at_most"),
        ("up to", "at_most"), ("an estimated", "about"), ("a reported", "about"), ("an average of", "about"), ("a total of", "exact"),
        ("a record", "exact"), ("about", "about"), ("around", "about"), ("approximately", "about"), ("roughly", "about"),
        ("some", "about"), ("nearly", "about"), ("almost", "about"), ("estimated", "about"), ("circa", "about"), ("over", "more_than"),
        ("above", "more_than"), ("exceeding", "more_than"), ("under", "less_than"), ("below", "less_than"), ("~", "about"), (">", "more_than"),
        ("<", "less_than"), ("only", "exact"), ("exactly", "exact"), ("just", "exact"), ("several", "about"), ("a few", "about"),
    )
)  # fmt: skip
_LAST_OF_LEADS = frozenset(words[-1] for words, _ in _LEADS)
_TAILS: tuple[tuple[tuple[str, ...], Approximation], ...] = (
    (("or", "more"), "at_least"), (("or", "so"), "about"), (("or", "less"), "at_most"), (("or", "fewer"), "at_most"),
    (("-", "plus"), "at_least"), (("plus",), "at_least"), (("+",), "at_least"), (("-", "odd"), "about"), (("-", "something"), "about"),
)  # fmt: skip
_MINUS = frozenset({"minus", "negative", "-", "−", "–"})
_RANGE_SIGNS = frozenset({"-", "–", "—", "to", "or"})
_SCORE_WORDS = word_set(
    """
    won win wins winning victory beat beats lost lose loss defeat defeated vote voted votes deadlocked lead led draw drew
    score scored ruling ruled decision tie tied split record edged downed opinion margin
    """
)
_NAMED_NUMBERS = word_set(
    """
    no. no nos. nos number chapter article section room page flight route highway interstate figure table act
    """
)
_TIME_WORDS = frozenset((*WEEKDAYS, *MONTHS))


class _Core(NamedTuple):
    """The number itself: tokens `first` to `last` (exclusive) and what they say."""

    first: int
    last: int
    low: float
    high: float
    approximation: Approximation
    unit: str | None = None
    part: bool = False


def find_amounts(view: View, dates: Sequence[DateMark]) -> Iterator[AmountMark]:
    """Yield the amounts of a text, in order, each inside one sentence, none over another or over a date."""
    dated = {at for date in dates for at in view.tokens_in(date.start, date.end)}
    for sentence in view.sentences:
        at = sentence.first
        while at < sentence.last:
            found = None if at in dated else _amount_at(view, sentence, at)
            if found:
                yield found
                at = max(at + 1, view.tokens_in(found.start, found.end).stop)
            else:
                at += 1


def _amount_at(view: View, sentence: SentenceMark, at: int) -> AmountMark | None:
    """Return the amount whose number or currency sign begins at a token."""
    word = view.lower[at]
    if ordinal(word) is not None:
        return _ordinal(view, sentence, at)
    sign = CURRENCY_SIGNS.get(word)
    if sign is None and not may_begin(word):
        return None
    core = _core(view, sentence, at, sign)
    if core is None or _is_name(view, sentence, core) or _is_pronoun(view, sentence, core):
        return None
    return _finished(view, sentence, core)


def _core(view: View, sentence: SentenceMark, at: int, sign: str | None) -> _Core | None:
    """Read sign, number, range or score, and the unit."""
    begin = at + 1 if sign else at
    if begin >= sentence.last:
        return None
    number = _spaced(view, sentence, begin) or read_number(view.lower, begin, sentence.last, bool(sign))
    if number is None:
        return None
    core = _Core(at, number.last, number.value, number.value, "at_least" if number.many else "exact", sign, number.part)
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


def _negative(view: View, sentence: SentenceMark, core: _Core) -> _Core:
    """Take in a minus before the number; a hyphen is one only where nothing touches it from the left."""
    at = core.first - 1
    if at < sentence.first or view.lower[at] not in _MINUS:
        return core
    touches = at > 0 and view.tokens[at - 1].end == view.tokens[at].start
    word = view.lower[at].isalpha()
    if not word and (touches or view.tokens[at].end != view.tokens[core.first].start or core.unit is not None):
        return core
    return core._replace(first=at, low=-core.high, high=-core.low)


def _with_unit(view: View, sentence: SentenceMark, core: _Core) -> _Core:
    """Take in the unit behind the number: "percent", "km", "degrees Celsius below zero", "million euros"."""
    if core.unit is not None:
        return core
    at = core.last
    if at < sentence.last and view.lower[at] == "-" and at + 1 < sentence.last and unit_of(view.lower[at + 1]):
        at += 1
    words = tuple(view.lower[at : min(at + 4, sentence.last)])
    if words[:2] in (("per", "cent"), ("percentage", "points"), ("percentage", "point"), ("basis", "points"), ("basis", "point")):
        return core._replace(last=at + 2, unit="percent" if words[1] == "cent" else words[0] + " point")
    if words[:1] and words[0] in ("degrees", "degree", "°"):
        return _degrees(core, at, words)
    if words[:3] in (("miles", "per", "hour"), ("miles", "an", "hour")):
        return core._replace(last=at + 3, unit="mph")
    if words[:1] and words[0] in ("kilometers", "kilometres", "km") and words[1:3] in (("per", "hour"), ("an", "hour")):
        return core._replace(last=at + 3, unit="km/h")
    unit = unit_of(words[0]) if words else None
    if words[:2] == ("-", "magnitude"):
        return core._replace(last=at + 2, unit="magnitude")
    if words[:1] == ("magnitude",):
        return core._replace(last=at + 1, unit="magnitude")
    if unit in ("time", "point") or unit is None:
        return core
    if unit == "m" and words[0] == "m" and len(words) > 1 and _plural(view, at + 1):  # "10m people"
        return core._replace(last=at + 1, low=core.low * 1e6, high=core.high * 1e6)
    return core._replace(last=at + 1, unit=unit)


def _plural(view: View, at: int) -> bool:
    return view.tokens[at].fine == "NNS" or view.lower[at] in ("people", "men", "women", "children")


def _degrees(core: _Core, at: int, words: tuple[str, ...]) -> _Core:
    """Read "degrees", "degrees Celsius", "degrees below zero"."""
    scale = unit_of(words[1]) if len(words) > 1 else None
    scale = scale or ({"c": "°C", "f": "°F"}.get(words[1]) if len(words) > 1 else None)
    last = at + 2 if scale else at + 1
    rest = words[last - at : last - at + 2]
    if rest == ("below", "zero"):
        return core._replace(last=last + 2, unit=scale or "degree", low=-core.high, high=-core.low)
    return core._replace(last=last, unit=scale or "degree")


def _range(view: View, sentence: SentenceMark, core: _Core, number: Number) -> _Core | None:
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
    other = read_number(view.lower, second, sentence.last, bool(sign or core.unit))
    if other is None or other.part != number.part:
        return None
    end = _with_unit(view, sentence, _Core(second, other.last, other.value, other.value, "exact", sign))
    if core.unit not in (None, end.unit) and not (core.unit in CURRENCIES and end.unit is None):
        return None
    unit = core.unit or end.unit
    low = core.low * _shared_scale(core.low, other.value) if unit is None or unit in CURRENCIES else core.low
    if not low < other.value:
        return None
    first = core.first - 1 if before == "between" else core.first
    return _Core(first, end.last, low, other.value, "range", unit, core.part)


def _shared_scale(low: float, high: float) -> float:
    """Return what the first number of "$3-4 million" is to be multiplied by: the scale that only the second one states."""
    for scale in (1e12, 1e9, 1e6):
        if high >= scale and low < 1000 and high / scale < 1000:
            return scale
    return 1.0


def _score(view: View, sentence: SentenceMark, core: _Core, number: Number) -> _Core | None:
    """Read "3-2": two numbers that stand against each other where the words are of games and votes, or where the first is larger."""
    at = number.last
    if core.unit or not number.digits or at + 1 >= sentence.last or view.lower[at] not in ("-", "–"):
        return None
    other = view.lower[at + 1]
    if not (other.isdecimal() and len(other) <= 3) or number.value != int(number.value) or number.value > 999:
        return None
    around = {*view.lower[max(sentence.first, at - 6) : at], *view.lower[at : min(sentence.last, at + 6)]}
    value = float(other)
    if value < number.value or not around.isdisjoint(_SCORE_WORDS):
        return (
            _Core(core.first, at + 2, min(value, number.value), max(value, number.value), "exact", "score")
            if _lone(view, at)
            else None
        )
    return None


def _lone(view: View, joint: int) -> bool:
    """Return whether a hyphen between numbers is the only one: "555-0134-22" is a telephone number."""
    following = view.lower[joint + 2] if joint + 2 < len(view.lower) else ""
    return following not in ("-", "–")


def _ratio(view: View, sentence: SentenceMark, core: _Core) -> _Core | None:
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


def _is_name(view: View, sentence: SentenceMark, core: _Core) -> bool:
    """Return whether a number is part of a name, a telephone number or a code: "F-16", "Apollo 11", "Group of 7", "No. 10"."""
    at = core.first
    if at > sentence.first and view.words[at].istitle() and view.words[at - 1][0].isalnum():
        return True  # "the Five Eyes"
    if not view.lower[at][:1].isdigit():
        return core.first > sentence.first and view.lower[at - 1] in ("#",)
    if (
        core.last - 1 > at
        and view.words[core.last - 1] in ("G", "D", "X")
        and view.tokens[core.last - 1].start == view.tokens[at].end
    ):
        return True  # "5G", "3D"
    if core.last < sentence.last and view.lower[core.last] in ("gmt", "utc") or view.lower[at + 1 : at + 2] == (":",):
        return True  # a time of day
    if len(view.lower[at]) > 7 and view.lower[at].isdecimal():
        return True
    if (
        at + 2 < sentence.last
        and view.lower[at + 1] in "-–"
        and core.last == at + 1
        and view.lower[at + 2].isdecimal()
        and core.unit != "score"
    ):
        return True
    return core.first > sentence.first and _named_before(view, sentence, at, core)


def _named_before(view: View, sentence: SentenceMark, at: int, core: _Core) -> bool:
    """Return whether what stands before a number in digits makes it part of a name."""
    before = view.words[at - 1]
    if before in "-–/#":  # "F-16", "COVID-19", the rest of a telephone number
        return at - 1 > sentence.first and view.words[at - 2][-1:].isalnum() and view.tokens[at - 1].end == view.tokens[at].start
    if before.lower() in _NAMED_NUMBERS:
        return True
    if before == "of" and at - 2 >= sentence.first and view.words[at - 2][:1].isupper() and at - 2 > sentence.first:
        return True
    proper = before[:1].isupper() and view.tokens[at - 1].tag == "PROPN" and before.lower().rstrip(".") not in _TIME_WORDS
    return proper and at - 1 > sentence.first - 1 and core.unit is None and not before.isupper()


def _is_pronoun(view: View, sentence: SentenceMark, core: _Core) -> bool:
    """Return whether "one" counts nothing: "one official", "one of the most", "no one", "the one"."""
    word = view.lower[core.first]
    if core.part:
        return _no_share(view, sentence, core)
    if word != "one" or core.last != core.first + 1:
        return word in ("a", "several", "few") and core.last == core.first + 1
    behind = view.lower[core.last] if core.last < sentence.last else "."
    before = view.lower[core.first - 1] if core.first > sentence.first else ""
    if before in ("no", "the", "this", "that", "any", "every", "which", "each") or behind in (
        "of",
        "another",
        "day",
        "thing",
        "side",
        "way",
        "-",
    ):
        return behind != "-" or core.unit is None
    return (
        view.tokens[core.first].tag == "PRON"
        or not behind.isalpha()
        or (core.unit is None and view.tokens[core.last].tag != "NOUN")
    )


def _no_share(view: View, sentence: SentenceMark, core: _Core) -> bool:
    """Return whether a fraction in words is none: "a third person", "a quarter", "half-hearted"; a share is one of something."""
    behind = view.lower[core.last] if core.last < sentence.last else "."
    if view.lower[core.first] == "a" or view.lower[core.last - 1] in ("quarter", "third", "fourth", "fifth", "tenth"):
        return behind != "of" and view.lower[core.first - 1 : core.first] not in (("nearly",), ("about",), ("almost",), ("by",))
    return behind in ("-", "brother", "sister", "time", "way")


def _finished(view: View, sentence: SentenceMark, core: _Core) -> AmountMark:
    """Add what stands around a number: how it stands to its value, what is counted, the span of it all."""
    if core.part and core.unit is None:
        core = core._replace(low=core.low * 100, high=core.high * 100, unit="percent")
    if core.unit == "percent" and core.part and view.lower[core.last : core.last + 2] in (("an", "hour"),):
        core = core._replace(low=core.low / 100, high=core.high / 100, unit="hour", last=core.last + 2)
    core = _with_tail(view, sentence, core)
    if core.unit is None and view.lower[max(sentence.first, core.first - 1)] == "magnitude":
        core = core._replace(first=core.first - 1, unit="magnitude")
    first, kind = _lead(view, sentence, core)
    noun = counted(view, sentence, core.first, core.last, core.unit)
    return AmountMark(
        start=view.tokens[first].start,
        end=view.tokens[noun.last - 1].end,
        low=core.low,
        high=core.high,
        approximation=kind,
        unit=noun.unit or core.unit,
        what=noun.what,
    )


def _with_tail(view: View, sentence: SentenceMark, core: _Core) -> _Core:
    for words, kind in _TAILS:
        last = core.last + len(words)
        if last <= sentence.last and view.lower[core.last : last] == words:
            return core._replace(last=last, approximation=kind)
    return core


def _lead(view: View, sentence: SentenceMark, core: _Core) -> tuple[int, Approximation]:
    """Return where the amount begins with the words before its number, and what they make of the value."""
    at = core.first
    if at == sentence.first or view.lower[at - 1] not in _LAST_OF_LEADS:
        return at, core.approximation
    for words, kind in _LEADS:
        first = at - len(words)
        if first >= sentence.first and view.lower[first:at] == words:
            weak = core.approximation in ("range", "at_least") or kind == "exact"
            return (first, core.approximation) if weak else (first, kind)
    return at, core.approximation


def _ordinal(view: View, sentence: SentenceMark, at: int) -> AmountMark | None:
    """Return an ordinal that says the place of something in a row: "the fifth such event", "the 60th anniversary"."""
    number = ordinal(view.lower[at])
    noun = counted(view, sentence, at, at + 1, None)
    follows = view.words[at + 1] if at + 1 < sentence.last else "."
    if (
        number is None
        or noun.what in (None, "time", "place", "lady", "century", "hand", "degree", "quarter")
        or follows[:1].isupper()
    ):
        return None
    if view.words[at][:1].isupper() and at > sentence.first:
        return None
    return AmountMark(
        start=view.tokens[at].start,
        end=view.tokens[noun.last - 1].end,
        low=float(number),
        high=float(number),
        what=noun.what,
        ordinal=True,
    )
