"""Finds numbers of something: with unit, counted noun and how they stand to their value.

some   70   new initiatives          nearly  $  1.5 billion          between 12 and 14   percent
lead number  noun ("initiative")      lead sign number scale          lead   range        unit
"""

from collections.abc import Iterator, Sequence

from copydesk.mark.cores import Core, read_core
from copydesk.mark.counted import counted
from copydesk.mark.kinds import is_house_number
from copydesk.mark.leads import lead
from copydesk.mark.numbers import BEHIND_A, NUMBER_WORDS, ORDINAL_WORDS, ordinal
from copydesk.mark.view import View
from copydesk.records import AmountMark, Approximation, DateMark, SentenceMark
from copydesk.text.units import CURRENCY_SIGNS
from copydesk.text.words import MONTHS, WEEKDAYS, word_set

# Words behind a number, and what they make of it.
_TAILS: tuple[tuple[tuple[str, ...], Approximation], ...] = (
    (("or", "more"), "at_least"),
    (("or", "so"), "about"),
    (("or", "less"), "at_most"),
    (("or", "fewer"), "at_most"),
    (("-", "plus"), "at_least"),
    (("plus",), "at_least"),
    (("+",), "at_least"),
    (("-", "odd"), "about"),
    (("-", "something"), "about"),
)
_TAIL_WORDS = frozenset(words[0] for words, _ in _TAILS)
_NAMED_NUMBERS = word_set(
    """
    no. no nos. nos number chapter article section room page flight route highway interstate figure table act
    """
)
_ARTICLES = frozenset({"a", "an"})
_BEHIND_ARTICLES = BEHIND_A | {"fortnight"}
_FIRST_WORDS = NUMBER_WORDS | ORDINAL_WORDS | CURRENCY_SIGNS.keys() | {"an"}
_TIME_WORDS = frozenset((*WEEKDAYS, *MONTHS))


def find_amounts(view: View, dates: Sequence[DateMark]) -> Iterator[AmountMark]:
    """Yield the amounts of a text, in order, each inside one sentence, none over another or over a date."""
    dated = {at for date in dates for at in view.tokens_in(date.start, date.end)}
    behind = 0
    for at in sorted((*view.digits, *view.where(_FIRST_WORDS))):
        if at < behind or at in dated or (view.lower[at] in _ARTICLES and _counts_nothing(view, at)):
            continue
        found = _amount_at(view, view.sentence_of(at), at)
        if found:
            yield found
            behind = max(at + 1, view.tokens_in(found.start, found.end).stop)


def _counts_nothing(view: View, at: int) -> bool:
    """Return whether an article is no more than that: neither "a million" nor "a fortnight" or "a year and a half"."""
    behind = view.lower[at + 1 : at + 3]
    return bool(behind) and behind[0] not in _BEHIND_ARTICLES and behind[-1] != "and"


def _amount_at(view: View, sentence: SentenceMark, at: int) -> AmountMark | None:
    """Return the amount whose number or currency sign begins at a token."""
    word = view.lower[at]
    if ordinal(word) is not None:
        return _ordinal(view, sentence, at)
    sign = CURRENCY_SIGNS.get(word)
    core = read_core(view, sentence, at, sign)
    if core is None or _is_name(view, sentence, core) or _is_pronoun(view, sentence, core):
        return None
    return _finished(view, sentence, core)


def _is_name(view: View, sentence: SentenceMark, core: Core) -> bool:
    """Return whether a number is part of a name, a telephone number or a code: "F-16", "Apollo 11", "Group of 7", "No. 10"."""
    at = core.first
    if (
        at > sentence.first
        and view.lower[at] not in CURRENCY_SIGNS
        and view.words[at].istitle()
        and view.words[at - 1][0].isalnum()
    ):
        return True  # "the Five Eyes"
    if not view.lower[at][:1].isdigit():
        return core.first > sentence.first and view.lower[at - 1] in ("#",)
    if (
        core.last - 1 > at
        and view.words[core.last - 1] in ("G", "D", "X")
        and view.tokens[core.last - 1].start == view.tokens[at].end
    ):
        return True  # "5G", "3D"
    if (core.last < sentence.last and view.lower[core.last] in ("gmt", "utc")) or view.lower[at + 1 : at + 2] == (":",):
        return True  # a time of day
    if (len(view.lower[at]) > 7 and view.lower[at].isdecimal()) or is_house_number(view, at):
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


def _named_before(view: View, sentence: SentenceMark, at: int, core: Core) -> bool:
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


def _is_pronoun(view: View, sentence: SentenceMark, core: Core) -> bool:
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


def _no_share(view: View, sentence: SentenceMark, core: Core) -> bool:
    """Return whether a fraction in words is none: "a third person", "a quarter", "half-hearted"; a share is one of something."""
    behind = view.lower[core.last] if core.last < sentence.last else "."
    if view.lower[core.first] == "a" or view.lower[core.last - 1] in ("quarter", "third", "fourth", "fifth", "tenth"):
        return behind != "of" and view.lower[core.first - 1 : core.first] not in (("nearly",), ("about",), ("almost",), ("by",))
    return behind in ("-", "brother", "sister", "time", "way")


def _finished(view: View, sentence: SentenceMark, core: Core) -> AmountMark:
    """Add what stands around a number: how it stands to its value, what is counted, the span of it all."""
    if core.part and core.unit is None:
        core = core._replace(low=core.low * 100, high=core.high * 100, unit="percent")
    core = _with_tail(view, sentence, core)
    if core.unit is None and view.lower[max(sentence.first, core.first - 1)] == "magnitude":
        core = core._replace(first=core.first - 1, unit="magnitude")
    first, kind = lead(view, sentence, core)
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


def _with_tail(view: View, sentence: SentenceMark, core: Core) -> Core:
    if core.last >= sentence.last or view.lower[core.last] not in _TAIL_WORDS:
        return core
    for words, kind in _TAILS:
        last = core.last + len(words)
        if last <= sentence.last and view.lower[core.last : last] == words:
            return core._replace(last=last, approximation=kind)
    return core


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
