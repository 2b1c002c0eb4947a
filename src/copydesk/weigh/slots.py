"""Where two nodes agree and where they contradict each other, slot by slot."""

import msgspec

from copydesk.records import AmountMark, DateMark
from copydesk.weigh.cast import Cast
from copydesk.weigh.nodes import Node

DAYS = ("day", "hour", "minute", "second")


class Slots(msgspec.Struct, frozen=True, gc=False):
    """Two nodes held against each other.

    Attributes:
        shared: Names in both.
        foreign: Whether each names somebody, of one kind, whom the other does not.
        amounts: How many amounts of the first stand in the second as well.
        contradicting: Slots with another value: `number`, `date`, `stance`, `tense`, `speaker`.
        predicate: Whether the main predicate is the same word.
    """

    shared: frozenset[str]
    foreign: bool
    amounts: int
    contradicting: tuple[str, ...]
    predicate: bool


def held(a: Node, b: Node, cast: Cast) -> Slots:
    """Hold two nodes against each other."""
    agreed, refused = amounts_held(a.amounts, b.amounts)
    checks = {
        "number": refused,
        "date": dates_refused(a.dates, b.dates),
        "stance": stance_refused(a, b),
        "tense": tense_refused(a, b),
        "speaker": speaker_refused(a, b),
    }
    return Slots(
        shared=a.names & b.names,
        foreign=foreign(a.names - b.names, b.names - a.names, cast),
        amounts=agreed,
        contradicting=tuple(name for name, refused in checks.items() if refused),
        predicate=a.predicate is not None and b.predicate is not None and a.predicate.lemma == b.predicate.lemma,
    )


def comparable(a: AmountMark, b: AmountMark) -> bool:
    """Return whether two amounts measure the same kind of thing."""
    return a.unit == b.unit and (a.what == b.what or (a.unit is not None and None in (a.what, b.what)))


def agree(a: AmountMark, b: AmountMark) -> bool:
    """Return whether two comparable amounts can both hold."""
    return a.low <= b.high and b.low <= a.high


def amounts_held(first: tuple[AmountMark, ...], second: tuple[AmountMark, ...]) -> tuple[int, bool]:
    """Return how many amounts agree, and whether a kind of amount stands in both without agreeing once."""
    agreed, refused = 0, False
    for a in first:
        rivals = [b for b in second if comparable(a, b)]
        if any(agree(a, b) for b in rivals):
            agreed += 1
        elif rivals and not any(agree(c, b) for b in rivals for c in first if comparable(c, b)):
            refused = True
    return agreed, refused


def dates_refused(first: tuple[DateMark, ...], second: tuple[DateMark, ...]) -> bool:
    """Return whether both give days or years and no two of them fit."""
    return bool(first and second) and not any(fits(a, b) is not False for a in first for b in second)


def fits(a: DateMark, b: DateMark) -> bool | None:
    """Return whether two dates can be one; None where that cannot be told."""
    if a.when and b.when and not a.until and not b.until:
        return a.when.startswith(b.when) or b.when.startswith(a.when)
    if a.weekday and b.weekday:
        return a.weekday == b.weekday
    return None


def stance_refused(a: Node, b: Node) -> bool:
    """Return whether one denies what the other states."""
    one, other = a.predicate, b.predicate
    return one is not None and other is not None and one.lemma == other.lemma and one.negated != other.negated


def tense_refused(a: Node, b: Node) -> bool:
    """Return whether the same thing is done in one and still ahead in the other."""
    one, other = a.predicate, b.predicate
    if one is None or other is None or one.lemma != other.lemma:
        return False
    ahead = {"will", "expected", "possible"}
    return (one.firmness == "done" and other.firmness in ahead) or (other.firmness == "done" and one.firmness in ahead)


def speaker_refused(a: Node, b: Node) -> bool:
    """Return whether both are somebody's quoted words and these are two."""
    return min(a.quoted, b.quoted) > 0.5 and a.speaker is not None and b.speaker is not None and a.speaker != b.speaker


def background(node: Node) -> bool:
    """Return whether a node speaks of a year other than that of its article: it tells what was before."""
    when = node.unit.marked.article.published.when or ""
    years = [d.when[:4] for d in node.dates if d.when and not d.resolved]
    return bool(years) and all(year != when[:4] for year in years)


def foreign(left: frozenset[str], right: frozenset[str], cast: Cast) -> bool:
    """Return whether two sets of names each hold somebody of one kind."""
    return bool({cast.kind(k) for k in left} & {cast.kind(k) for k in right})
