"""Reads numbers: digits, words, and both together ("1.5 billion", "half a million", "tens of thousands")."""

from collections.abc import Sequence
from typing import NamedTuple

from text_to_num import text2num

from copydesk.text.words import SMALL_NUMBERS

SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "k": 1e3, "mn": 1e6, "mln": 1e6, "mio": 1e6,
    "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "lakh": 1e5, "crore": 1e7, "dozen": 12.0,
}  # fmt: skip
# "m" and "b" are scales only behind money or before people; "5 m" are metres.
MONEY_SCALES: dict[str, float] = {"m": 1e6, "b": 1e9, "t": 1e12}
# What is said to be many without a number: at least twice the word.
MANY: dict[str, float] = {
    "dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6, "billions": 2e9, "trillions": 2e12,
    "tens": 20.0, "lakhs": 2e5, "crores": 2e7,
}  # fmt: skip
# "tens of thousands": at least two of ten thousand.
_MANY_OF = {"tens": 10.0, "hundreds": 100.0, "dozens": 12.0, "thousands": 1e3, "millions": 1e6}
_PARTS = {
    form: number
    for words, number in (
        ("half halves", 2),
        ("third thirds", 3),
        ("quarter quarters fourth fourths", 4),
        ("fifth fifths", 5),
        ("sixth sixths", 6),
        ("eighth eighths", 8),
        ("tenth tenths", 10),
    )
    for form in words.split()
}
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_FIRST_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
    seventeenth eighteenth nineteenth twentieth
    """
_ORDINALS: dict[str, int] = {word: number for number, word in enumerate(_FIRST_ORDINALS.split(), 1)} | {
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "hundredth": 100,
}
_CARDINALS = frozenset(SMALL_NUMBERS) - {"a", "an"}
ORDINAL_WORDS = frozenset(_ORDINALS)
NUMBER_WORDS = _CARDINALS | MANY.keys() | _SIGNS.keys() | {"a", "half"}
# One word of forty is "a", and one of a hundred of these begins a number.
BEHIND_A = SCALES.keys() | _PARTS.keys() | {"-"}
_BEFORE_SCALE = frozenset({"hundred", "thousand", "million", "billion", "trillion"})


class Number(NamedTuple):
    """A number that was read from words `first` to `last` (exclusive).

    `many` says that only a lower bound is meant ("dozens"), `part` that it is a share of one ("two-thirds"), `digits` that it was
    written in digits.
    """

    first: int
    last: int
    value: float
    many: bool = False
    part: bool = False
    digits: bool = False


def may_begin(word: str) -> bool:
    """Return whether a number may begin with a word, given in lower case."""
    return word[:1].isdigit() or word in NUMBER_WORDS


def read_number(words: Sequence[str], at: int, end: int, *, money: bool = False) -> Number | None:
    """Read the longest number that begins with word `at` and stays before `end`.

    Args:
        words: Words in lower case.
        at: Where to begin.
        end: Where to stop.
        money: Whether a currency sign stands before it, so that "4m" is four million.
    """
    word = words[at]
    if word[:1].isdigit() or word in _SIGNS:
        return _digits(words, at, end, money=money)
    if word in MANY:
        return _many(words, at, end)
    if word == "a" and words[at + 1 : at + 2] and words[at + 1] not in BEHIND_A:
        return None
    if word == "half" or word in _CARDINALS or word == "a":
        return _part(words, at, end) or _spelled(words, at, end)
    return None


def ordinal(word: str) -> int | None:
    """Return the number of an ordinal, "fifth" or "60th", None where a word is none."""
    if word[:1].isdigit() and word[-2:] in ("st", "nd", "rd", "th") and word[:-2].isdecimal():
        return int(word[:-2]) if len(word) < 9 else None
    return _ORDINALS.get(word)


def value_of(digits: str) -> float | None:
    """Return the value of digits as news writes them: "1,200", "1.5", "2½", "1/2"; None where they are no plain number.

    Full stops that part groups of three are read as thousands only where there are several of them ("1.200.000").
    """
    extra = _SIGNS.get(digits[-1:], 0.0)
    body = digits[:-1] if extra else digits
    if not body:
        return extra
    if "/" in body:
        over, _, under = body.partition("/")
        return (
            int(over) / int(under) if over.isdecimal() and under.isdecimal() and 0 < int(under) <= 20 and int(over) < 20 else None
        )
    head, *groups = body.split(",")
    if groups and not all(len(group.partition(".")[0]) == 3 for group in groups):
        return None
    plain = head + "".join(groups)
    plain = plain.replace(".", "") if plain.count(".") > 1 and all(len(p) == 3 for p in plain.split(".")[1:]) else plain
    whole, _, fraction = plain.partition(".")
    return float(plain) + extra if whole.isdecimal() and (fraction.isdecimal() or not fraction) and len(plain) < 25 else None


def _digits(words: Sequence[str], at: int, end: int, *, money: bool) -> Number | None:
    """Read digits with a scale behind them: "1.5 billion", "4bn", "$1-trillion"."""
    body, tail = _split(words[at])
    value = value_of(body)
    if value is None:
        return None
    if tail:
        scale = _scale(tail, money=money)
        return Number(at, at + 1, value * scale, digits=True) if scale else None
    last = at + 1
    while last < end:
        behind = last + 1 if words[last] == "-" and last + 1 < end else last
        scale = _scale(words[behind], money=money)
        if not scale:
            break
        value, last = value * scale, behind + 1
    return Number(at, last, value, digits=True)


def _scale(word: str, *, money: bool) -> float | None:
    return SCALES.get(word) or (MONEY_SCALES.get(word) if money else None)


def _split(word: str) -> tuple[str, str]:
    """Part "4bn" into "4" and "bn"."""
    at = next((i for i, sign in enumerate(word) if sign.isalpha()), len(word))
    return word[:at], word[at:]


def _many(words: Sequence[str], at: int, end: int) -> Number:
    """Read "dozens", "hundreds of thousands": at least two of them."""
    word = words[at]
    if word in _MANY_OF and at + 2 < end and words[at + 1] == "of" and words[at + 2] in MANY:
        return Number(at, at + 3, _MANY_OF[word] * MANY[words[at + 2]], many=True)
    return Number(at, at + 1, MANY[word], many=True)


def _part(words: Sequence[str], at: int, end: int) -> Number | None:
    """Read "half", "a third", "two-thirds", "half a million"; a fraction followed by a scale is a number, else a share."""
    word = words[at]
    over, behind = (1, at) if word == "half" else (SMALL_NUMBERS.get(word, 0), at + 1)
    if behind < end and words[behind] == "-" and word != "half":
        behind += 1
    if behind >= end or words[behind] not in _PARTS or not over:
        return None
    value, behind = over / _PARTS[words[behind]], behind + 1
    skip = behind_of_a(words, behind, end)
    if skip < end and words[skip] in _BEFORE_SCALE | {"dozen"}:
        return Number(at, skip + 1, value * SCALES[words[skip]])
    return Number(at, behind, value, part=True)


def behind_of_a(words: Sequence[str], at: int, end: int) -> int:
    """Return where the word stands that a share is one of: behind "of a", "of", "an" or nothing."""
    at += at < end and words[at] == "of"
    return at + (at < end and words[at] in ("a", "an"))


def _spelled(words: Sequence[str], at: int, end: int) -> Number | None:
    """Read a number in words: "twenty-five", "two dozen", "a hundred and six", "two and a half"."""
    last = at
    while last < end and _continues(words, last, at, end):
        last += 1
    while last > at and words[last - 1] in ("-", "and", "a"):
        last -= 1
    value = _spelled_value(words[at:last])
    if value is None:
        return None
    if tuple(words[last : last + 3]) == ("and", "a", "half"):
        value, last = value + 0.5 * SCALES.get(words[last - 1], 1.0), last + 3  # "a million and a half"
        if last < end and words[last] in SCALES:
            value, last = value * SCALES[words[last]], last + 1
    return Number(at, last, value)


def _continues(words: Sequence[str], here: int, first: int, end: int) -> bool:
    word = words[here]
    if word in SCALES or (word in _CARDINALS and (here == first or words[here - 1] != "a")):
        return True
    following = words[here + 1] if here + 1 < end else ""
    if word == "a":
        return here == first and following in SCALES
    if word == "-":
        return here > first and (following in _CARDINALS or following in SCALES) and SMALL_NUMBERS.get(words[here - 1], 0) >= 20
    return word == "and" and here > first and words[here - 1] in _BEFORE_SCALE and following in _CARDINALS


def _spelled_value(words: Sequence[str]) -> float | None:
    if not words:
        return None
    if len(words) == 1 and words[0] in _CARDINALS:
        return float(SMALL_NUMBERS[words[0]])
    dozens = words[-1] == "dozen"
    body = [word for word in (words[:-1] if dozens else words) if word != "-"]
    body = ["one" if word == "a" else word for word in body]
    if dozens and not body:
        return None
    try:
        return float(text2num(" ".join(body), "en")) * (12 if dozens else 1)
    except ValueError:
        return None
