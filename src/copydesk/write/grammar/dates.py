"""Operations on times: words that count from an article's day become words that hold on the report's day, or go."""

from datetime import date

from copydesk.spans import Span
from copydesk.write.grammar.lexicon import MONTH_NAMES
from copydesk.write.grammar.phrase import SUBJECTS, Phrase, fresh

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Within so many days of the report's day a weekday says which day is meant.
NEAR = 6
_ADJUNCTS = (
    "obl", "obl:unmarked", "obl:tmod", "advmod", "nmod:unmarked", "nmod:tmod", "nmod", "obl:npmod", "nmod:npmod", "dep",
)  # fmt: skip
_PREPOSITIONS = frozenset({"on", "in", "during", "at", "since", "by", "until", "from", "over", "of", "for"})


def day_words(day: date, today: date | None, *, month_first: bool) -> str:
    """Return a day in words: its weekday where that is enough, else day and month, and the year where it is another."""
    if today is not None and abs((day - today).days) <= NEAR:
        return WEEKDAYS[day.weekday()]
    month = MONTH_NAMES[day.month - 1]
    text = f"{month} {day.day}" if month_first else f"{day.day} {month}"
    year = today is None or day.year != today.year
    return f"{text}, {day.year}" if year and month_first else f"{text} {day.year}" if year else text


def month_words(when: str, today: date) -> str:
    """Return an ISO 8601 month or year in words, the year only where it is not the report's; empty for anything else."""
    year, _, month = when.partition("-")
    if not month:
        return year if len(year) == len("2026") else ""
    if not month.isdigit() or not 1 <= int(month) <= len(MONTH_NAMES):
        return ""
    name = MONTH_NAMES[int(month) - 1]
    return name if year == str(today.year) else f"{name} {year}"


def dated(phrase: Phrase, place: Span, words: str, preposition: str) -> Phrase:
    """Put a date where relative words stand, with its preposition where none stands before them."""
    before = phrase.words[place.start - 1].low if place.start else ""
    owned = place.end < len(phrase.words) and phrase.words[place.end].fine == "POS"
    bare = before in _PREPOSITIONS or owned
    return phrase.replaced(place, fresh(words if bare else f"{preposition} {words}", "PROPN"))


def undated(phrase: Phrase, place: Span) -> Phrase | None:
    """Drop relative words with their preposition and comma; None where the sentence would break."""
    start, end = place.start, place.end
    top = next((i for i in range(start, end) if not start <= phrase.words[i].head < end), start)
    opened = start > 0 and phrase.words[start - 1].fine == "VBG"  # "beginning" (next year)
    if opened or phrase.words[top].relation not in _ADJUNCTS or (end < len(phrase.words) and phrase.words[end].fine == "POS"):
        return None
    if any(w.head in range(start, end) and not start <= i < end and w.low not in _PREPOSITIONS for i, w in enumerate(phrase.words)):
        return None
    if start and phrase.words[start - 1].low in _PREPOSITIONS and phrase.words[start - 1].head in range(start, end):
        start -= 1
    if end < len(phrase.words) and phrase.words[end].form == "," and (start == 0 or phrase.words[start - 1].form == ","):
        end += 1
    if start and _hung(phrase, start - 1, top):
        start -= 1
    return phrase.without(range(start, end))


def _hung(phrase: Phrase, at: int, time: int) -> bool:
    """Return whether a word is a participle behind its noun that only a time completes: "a pact *signed* last year"."""
    word, head = phrase.words[at], phrase.words[time].head
    bare = word.fine in ("VBN", "VBD") and at != phrase.root and not phrase.children(at, "aux", "aux:pass", "cop", *SUBJECTS)
    alone = not any(i != time and phrase.words[i].tag != "PUNCT" for i in phrase.children(at))
    return bare and head == at and alone and at > 0 and phrase.words[at - 1].tag == "NOUN"
