"""What dates look like in news: one pattern per way of naming a time, and the first words that call for each.

A pattern is tried only where one of its first words stands, so that the many words that begin no date cost next to nothing.
"""

import re

from copydesk.text.words import MONTHS, WEEKDAYS, word_set

_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
_SHORT_DAYS = ("Mon", "Tues", "Tue", "Wed", "Thurs", "Thur", "Thu", "Fri", "Sat", "Sun")
MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
DAY_NUMBERS = {name[:3]: number for number, name in enumerate(WEEKDAYS)}


def _either(names: tuple[str, ...]) -> str:
    return "|".join(form for name in names for form in (name.capitalize(), name.upper()))


_MONTH = rf"(?P<month>(?:{_either(MONTHS)})\b|(?:{_either(_SHORT_MONTHS)})\b\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>(?:1[0-9]|2[01])\d\d)\b(?![%.,-]?\d)"
_UNNAMED_MONTH = _MONTH.replace("?P<month>", "?:")
_WEEKDAY = (
    rf"(?P<weekday>(?:{_either(WEEKDAYS)})\b"
    rf"|(?:{_either(_SHORT_DAYS)})(?:\.|\b(?=,?\s+(?:{_UNNAMED_MONTH}|\d))))"
)
_BEFORE_DATE = rf"(?:{_WEEKDAY},?\s+)?"
_PART = r"(?:\s+(?P<part>morning|afternoon|evening|night))?\b"
_TO = r"\s*(?:[-–—]|to|through|and)\s*"
_UNIT = r"(?P<unit>day|week|weekend|month|quarter|year|decade|century)\b"

CLOCK = re.compile(
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?::\d\d)?\s?(?P<half>[ap])(?:\.\s?m\b\.?|m\b)|(?P<hour24>[012]?\d):(?P<minute24>[0-5]\d)(?::\d\d)?(?![\d:])"
    r"|(?P<word>noon|midnight)\b)",
    re.IGNORECASE,
)
ZONE = re.compile(r"\s\(?(?:[ECMP][SD]?T|[ECMP]astern(?:\sTime)?|GMT|UTC|BST|CES?T|IST|JST|[Ll]ocal\stime)\b\)?|Z\b")
CLOCK_BEHIND = re.compile(r"(?:,?\s+at|,|\s*[|•])?\s+(?:about\s+|around\s+)?(?=\d|noon|midnight)|T(?=\d\d:)")
CLOCK_BEFORE = re.compile(r",?\s+(?:on\s+|local time\s+(?:on\s+)?)?")

MONTH_DAY = re.compile(
    rf"{_BEFORE_DATE}{_MONTH}\s+{_DAY}(?!:\d)(?:{_TO}(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:%]))?(?:\s?,?\s+{_YEAR})?"
)
DAY_MONTH = re.compile(
    rf"{_BEFORE_DATE}{_DAY}(?:{_TO}(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\b)?\s+(?:of\s+)?{_MONTH}(?:\s?,?\s+{_YEAR})?"
)
_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
    seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth
    twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first
    """
ORDINAL_DAYS = {word: number for number, word in enumerate(_ORDINALS.split(), 1)}
_ORDINAL = rf"(?P<day>(?i:{'|'.join(sorted(ORDINAL_DAYS, key=len, reverse=True))}))\b"
ORDINAL_MONTH = re.compile(rf"(?:[Tt]he\s+)?{_ORDINAL}\s+(?:day\s+)?of\s+{_MONTH}(?:\s?,?\s+{_YEAR})?")
MONTH_ORDINAL = re.compile(rf"{_MONTH}\s+(?:the\s+)?{_ORDINAL}(?:\s?,?\s+{_YEAR})?")
_LAST_MONTH = _MONTH.replace("?P<month>", "?P<last_month>")
MONTH_SPAN = re.compile(rf"{_MONTH}\s+{_DAY}{_TO}{_LAST_MONTH}\s+(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:%])(?:\s?,?\s+{_YEAR})?")
SPAN_MONTH = re.compile(rf"{_DAY}\s+{_MONTH}{_TO}(?P<last>\d{{1,2}})(?:st|nd|rd|th)?\s+{_LAST_MONTH}(?:\s?,?\s+{_YEAR})?")
MONTH_YEAR = re.compile(rf"(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[\s-]+|[Tt]he\s+end\s+of\s+)?{_MONTH},?\s+(?:of\s+)?{_YEAR}")
MONTH_ALONE = re.compile(rf"(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+|(?P<mid>[Mm]id-))?{_MONTH}(?!['’]?\s+[A-Z0-9])")
ISO = re.compile(r"(?P<year>(?:1[0-9]|2[01])\d\d)-(?P<number>[01]\d)(?:-(?P<day>[0-3]\d))?(?![\d-])")
SLASHED = re.compile(
    r"(?P<one>\d{1,2})(?P<sign>[/.])(?P<two>\d{1,2})(?P=sign)(?P<year>(?:(?:1[0-9]|2[01])\d\d|\d\d))(?![\d/.]\d)\b"
)
YEAR_SPAN = re.compile(
    r"(?P<year>(?:1[0-9]|20)\d\d)(?:\s?[-–—/]\s?|\s+to\s+)(?P<last>(?:(?:1[0-9]|20)\d)?\d)(?P<short>\d)?\b(?![-–/%.,]?\d)"
)
DECADE = re.compile(r"(?P<century>1[0-9]|20)(?P<decade>\d)0['’]?s\b")
CENTURY = re.compile(r"(?P<number>\d{1,2})(?:st|nd|rd|th)[\s-]+century\b", re.IGNORECASE)
YEAR = re.compile(_YEAR)
WEEKDAY = re.compile(rf"(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|[Cc]oming)\s+)?{_WEEKDAY}{_PART}")
RELATIVE_DAY = re.compile(
    r"(?:the\s+day\s+(?P<two>before\s+yesterday|after\s+tomorrow)|(?P<word>yesterday|today|tonight|tomorrow)"
    r"|(?P<last>last\s+night)|(?P<this>this\s+(?:morning|afternoon|evening)))" + _PART,
    re.IGNORECASE,
)
RELATIVE_UNIT = re.compile(
    rf"(?:(?:earlier|later|early|late|the\s+(?:end|beginning|start|middle)\s+of)\s+)?"
    rf"(?:the\s+)?(?P<which>last|this|next|previous|coming|current|past)\s+{_UNIT}(?:['’]s(?:\s+end)?\b)?",
    re.IGNORECASE,
)
END_OF = re.compile(rf"(?:the\s+)?end\s+of\s+(?:the|this)\s+{_UNIT}|(?P<short>year|month)[\s-]end\b", re.IGNORECASE)
AGO = re.compile(
    r"(?:(?:about|around|some|nearly|almost|over|more\s+than)\s+)?(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|twenty|thirty|forty|fifty)\s+(?P<unit>day|week|fortnight|month|year|decade)s?\s+ago\b",
    re.IGNORECASE,
)
QUARTER = re.compile(
    rf"(?:the\s+)?(?:Q(?P<digit>[1-4])|(?P<ordinal>first|second|third|fourth)[\s-]+quarter)(?:,?\s+(?:of\s+)?{_YEAR})?",
    re.IGNORECASE,
)
NEARBY_DAY = re.compile(r"(?:the\s+)?(?:same|next|following|previous)\s+day\b|(?:a|one)\s+day\s+(?:earlier|later)\b", re.IGNORECASE)

_FROM_DIGIT = (SPAN_MONTH, DAY_MONTH, ISO, SLASHED, YEAR_SPAN, DECADE, CENTURY, YEAR, AGO)
# Of these, by how many digits a number of nothing else has.
_BY_LENGTH: dict[int, tuple[re.Pattern[str], ...]] = {
    1: (SPAN_MONTH, DAY_MONTH, SLASHED, CENTURY, AGO),
    2: (SPAN_MONTH, DAY_MONTH, SLASHED, CENTURY, AGO),
    3: (AGO,),
    4: (ISO, YEAR_SPAN, DECADE, YEAR),
}
_FROM_MID = (MONTH_YEAR, MONTH_ALONE)
_FROM_WHICH = (RELATIVE_UNIT, WEEKDAY, MONTH_ALONE, RELATIVE_DAY)
_COUNTS = "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty"
_FROM_WORD: tuple[tuple[str, tuple[re.Pattern[str], ...]], ...] = (
    (" ".join((*MONTHS, *_SHORT_MONTHS)), (MONTH_SPAN, MONTH_DAY, MONTH_ORDINAL, MONTH_YEAR, MONTH_ALONE)),
    (" ".join((*WEEKDAYS, *_SHORT_DAYS)), (MONTH_DAY, DAY_MONTH, WEEKDAY)),
    ("yesterday today tonight tomorrow", (RELATIVE_DAY,)),
    ("last this next past coming previous current", (*_FROM_WHICH, NEARBY_DAY)),
    ("earlier later early late mid", (RELATIVE_UNIT, MONTH_YEAR)),
    ("the", (RELATIVE_DAY, RELATIVE_UNIT, END_OF, QUARTER, NEARBY_DAY, ORDINAL_MONTH)),
    ("end year month", (END_OF,)),
    ("same following", (NEARBY_DAY,)),
    ("a an one", (AGO, NEARBY_DAY)),
    (_COUNTS, (AGO,)),
    ("about around some nearly almost over more", (AGO,)),
    ("first second third fourth q1 q2 q3 q4", (QUARTER, ORDINAL_MONTH)),
    (" ".join(list(ORDINAL_DAYS)[4:20]), (ORDINAL_MONTH,)),
)
BY_FIRST_WORD: dict[str, tuple[re.Pattern[str], ...]] = {
    word.lower(): patterns for words, patterns in _FROM_WORD for word in words.split()
}
_FROM_SHORT = (MONTH_SPAN, MONTH_DAY, MONTH_YEAR, DAY_MONTH, WEEKDAY)
BY_FIRST_WORD |= {f"{word.lower()}.": _FROM_SHORT for word in (*_SHORT_MONTHS, *_SHORT_DAYS)}


# What must stand behind the commonest of them, so that not every "the" and "a" is looked into.
_UNITS = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years", "fortnight", "decade", "decades"})
_BEHIND_THE = word_set(
    """
    day end beginning start middle last this next previous coming current past first second third fourth q1 q2 q3 q4 same following
    """
)
SECOND_WORDS: dict[str, frozenset[str]] = {
    "the": _BEHIND_THE | ORDINAL_DAYS.keys() | {"twenty", "thirty"},
    "a": _UNITS,
    "an": _UNITS,
    "one": _UNITS,
} | dict.fromkeys(_COUNTS.split(), _UNITS | {"fortnights"})


def patterns_for(word: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns that may begin with a word, given in lower case."""
    if "0" <= word[:1] <= "9":
        return _BY_LENGTH.get(len(word), ()) if word.isdecimal() else _FROM_DIGIT
    if word.startswith("mid-"):
        return _FROM_MID
    return BY_FIRST_WORD.get(word, ())
