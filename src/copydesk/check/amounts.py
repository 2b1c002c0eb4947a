"""Two amounts beside each other, wherever they stand: the same number, one that carries the other, the same thing counted."""

from math import isclose

from msgspec.structs import replace

from copydesk.check.config import CheckConfig
from copydesk.check.forms import keys_of
from copydesk.records import AmountMark, Outcome

_ABOVE = frozenset({"at_least", "more_than"})
_BELOW = frozenset({"at_most", "less_than"})
_SAME_NUMBER = 1e-9
_YEARS = {"decade": 10, "century": 100}
# What may be counted without saying what: these fit any thing.
_ANY_THING = frozenset({"people", "person", "one", "thing", "victim", "other", "case"})


def stands_to(ours: AmountMark, theirs: AmountMark, config: CheckConfig) -> Outcome | None:
    """Return how a sentence's amount stands to an article's; None where they measure different things."""
    ours, theirs = _in_years(ours), _in_years(theirs)
    if ours.unit != theirs.unit or ours.ordinal != theirs.ordinal:
        return None
    if _allows(ours, theirs, config):
        return "found"
    if equal(ours, theirs):
        return "contradicted" if _turned(ours, theirs) else "missing"
    return "contradicted"


def _allows(ours: AmountMark, theirs: AmountMark, config: CheckConfig) -> bool:
    """Return whether an article's amount carries a sentence's: no more exact, no other direction, near enough where it is about."""
    same = equal(ours, theirs)
    if same and ours.approximation != "about":
        return ours.approximation == theirs.approximation or _direction(ours) == _direction(theirs) != ""
    if ours.approximation == "about" and theirs.approximation in ("exact", "about"):
        return _rounded(ours.low, theirs.low, config.rounding)
    if theirs.approximation != "exact" or ours.low != ours.high or theirs.low != theirs.high:
        return False
    gap = (theirs.low - ours.low) / abs(theirs.low) if theirs.low else 0.0
    return (ours.approximation in _ABOVE and 0 < gap <= 2 * config.rounding) or (
        ours.approximation in _BELOW and 0 < -gap <= 2 * config.rounding
    )


def equal(one: AmountMark, other: AmountMark) -> bool:
    """Return whether two amounts are the same number: "a third" and "one in three" differ in the last place of a float."""
    return isclose(one.low, other.low, rel_tol=_SAME_NUMBER) and isclose(one.high, other.high, rel_tol=_SAME_NUMBER)


def _in_years(amount: AmountMark) -> AmountMark:
    """Return "four decades" as 40 years."""
    times = _YEARS.get(amount.unit or "", 0)
    return replace(amount, low=amount.low * times, high=amount.high * times, unit="year") if times else amount


def _turned(ours: AmountMark, theirs: AmountMark) -> bool:
    kinds = {ours.approximation, theirs.approximation}
    return bool(kinds & _ABOVE) and bool(kinds & _BELOW)


def _rounded(ours: float, theirs: float, most: float) -> bool:
    """Return whether one number is another, or a rounder one near it: "about 70" for 68, but never "about 344" for 340."""
    telling = [len(f"{abs(value):.12g}".replace(".", "").strip("0")) for value in (ours, theirs)]
    return ours == theirs or (abs(ours - theirs) <= most * abs(theirs) and telling[0] < telling[1])


def _direction(amount: AmountMark) -> str:
    return "above" if amount.approximation in _ABOVE else "below" if amount.approximation in _BELOW else ""


def same_thing(ours: AmountMark, theirs: AmountMark) -> bool:
    """Return whether two amounts count or measure the same thing, as far as their nouns tell."""
    if not ours.what or not theirs.what:
        return ours.unit is not None and ours.what == theirs.what
    if ours.what in _ANY_THING or theirs.what in _ANY_THING:
        return True
    left, right = ours.what.split()[-1], theirs.what.split()[-1]
    return bool(set(keys_of(left, left)) & set(keys_of(right, right)))


def named_alike(ours: AmountMark, theirs: AmountMark) -> bool:
    """Return whether both amounts say of what they are, and it is the same: no "people" for any thing."""
    return bool(ours.what and theirs.what) and same_thing(ours, theirs) and not {ours.what, theirs.what} & _ANY_THING
