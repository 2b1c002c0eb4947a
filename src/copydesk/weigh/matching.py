"""When two deeds are one: the same is done, and nobody and nothing that takes part is another."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from copydesk.text.nations import DEMONYMS
from copydesk.text.synonyms import grouped
from copydesk.weigh.cast import Cast
from copydesk.weigh.deeds import DAY, Deed, Role, Standing
from copydesk.weigh.lists import listed
from copydesk.weigh.nodes import Node
from copydesk.weigh.roots import root

_CAUSED = {root("cut"): root("fall"), root("fall"): root("cut"), root("raise"): root("rise"), root("rise"): root("raise")}
_HABIT = listed("typically usually often normally generally regularly always sometimes each every annually yearly")
_FEW = 2  # who and what two deeds share at least
_MANY = 3  # the same where none of them is a name and none has the same part in both
_SMALL = 10  # counts that many things have
_OF_NATIONS = frozenset(root(form.casefold()) for form in DEMONYMS)


def same(one: Deed, other: Deed, cast: Cast) -> bool:
    """Return whether two deeds are one: the same is done, by and to nobody else, and two that take part are in both."""
    shared = (one.terms & other.terms) - {one.root}
    if not shared or one.less != other.less or not fitting(one.standing, other.standing):
        return False
    days = bool(meet_days(one.days, other.days))
    known = bool(meet(one.agent, other.agent)) + bool(meet(one.patient, other.patient))
    others = shared - (one.agent.words & other.agent.words) - (one.patient.words & other.patient.words)
    count = known + len(others) + days  # a role counts once, in however many words it is named
    if count < _FEW or clash(one, other, cast):
        return False
    telling = any(tells(term) for term in shared)
    if one.root == other.root:
        return known > 0 or telling or count > _MANY
    return known > 1 or (known > 0 and telling and count > _FEW)


def clash(one: Deed, other: Deed, cast: Cast) -> bool:
    """Return whether two deeds of one kind are two: done by or to somebody else, elsewhere, at another time."""
    if one.less != other.less or meet(one.agent, other.agent) is False or meet(one.patient, other.patient) is False:
        return True
    if strangers(one, other, cast) or left_out(one, other) or left_out(other, one):
        return True
    return apart_in_time(one, other) and not any(term[0] == "#" and tells(term) for term in one.terms & other.terms)


def strangers(one: Deed, other: Deed, cast: Cast) -> bool:
    """Return whether somebody, some body or some place takes part in each of two deeds that has no part in the other."""
    mine, theirs = (
        {cast.kind(t[1:]) == "person" for t in x.terms - y.terms if t[0] == "@"} for x, y in ((one, other), (other, one))
    )
    return not mine.isdisjoint(theirs)


def left_out(verb: Deed, noun: Deed) -> bool:
    """Return whether what is done to somebody as a verb is not done to him as a noun, or somebody else has his part in it."""
    if noun.standing != "noun":
        return False
    others = any(term[0] == "@" for term in noun.terms - verb.terms)
    named = any(term[0] == "@" for term in verb.patient.heads)
    if verb.patient.heads and verb.patient.heads.isdisjoint(noun.terms) and (others or not named):
        return True
    return others and bool(verb.agent.heads) and verb.agent.heads.isdisjoint(noun.terms)


def tells(term: str) -> bool:
    """Return whether a term is a name, or a number that is no small count."""
    return term[0] == "@" or (term[0] == "#" and (float(term[1:]) > _SMALL or "." in term))


def fitting(one: Standing, other: Standing) -> bool:
    """Return whether two deeds may stand as firmly as each other; the present of a headline is a past."""
    if "open" in (one, other) or "denied" in (one, other):
        return one == other == "denied"
    return "noun" in (one, other) or (one == "ahead") == (other == "ahead")


def meet(one: Role, other: Role) -> bool | None:
    """Return whether two roles may be of the same one; None where nobody has one of them.

    An Australian climber and a British one are two, whatever else they share; so are a climber and climbers.
    """
    shared = one.words & other.words
    if not one.words or not other.words:
        return None
    mine, theirs = one.words & _OF_NATIONS, other.words & _OF_NATIONS
    if not shared or (mine and theirs and mine != theirs) or other_count(one.words, other.words):
        return False
    return any(term[0] == "@" for term in shared) or None in (one.many, other.many) or one.many == other.many


def other_count(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two roles are told with numbers of which none is the same."""
    mine, theirs = ({term for term in words if term[0] == "#"} for words in (one, other))
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def meet_days(one: frozenset[str], other: frozenset[str]) -> bool | None:
    """Return whether two deeds are told of one day, or of a day in the month or year of the other; None where one has no day."""
    if not one or not other:
        return None
    return any(a.startswith(b) or b.startswith(a) or weekday(a) == b or weekday(b) == a for a in one for b in other)


def weekday(day: str) -> str:
    """Return the weekday of an ISO day; nothing for what is none."""
    return f"{date.fromisoformat(day):%A}".lower() if len(day) == DAY and day[0].isdigit() else ""


def apart_in_time(one: Deed, other: Deed) -> bool:
    """Return whether two deeds are told of different days, or only one of them of a month or year, as what lies back is."""
    if one.days and other.days:
        known = all(day[0].isdigit() for day in one.days | other.days)
        return known and not meet_days(one.days, other.days)
    return any(day[0].isdigit() and len(day) < DAY for day in one.days | other.days)


def habitual(node: Node) -> bool:
    """Return whether a node tells what happens again and again."""
    return not _HABIT.isdisjoint(node.syntax.words)


@cache
def relatives() -> Mapping[str, frozenset[str]]:
    """Return for each root those that stand in one group of synonyms with it."""
    groups = grouped(root)
    members: dict[str, set[str]] = {}
    for word, names in groups.items():
        for name in names:
            members.setdefault(name, set()).add(word)
    return {word: frozenset().union(*(members[name] for name in names)) for word, names in groups.items()}


@cache
def kin(of: str) -> frozenset[str]:
    """Return a root with those that may stand for it."""
    caused = _CAUSED.get(of)
    return relatives().get(of, frozenset()) | ({of} if caused is None else {of, caused})


def akin(one: Deed, other: Deed) -> bool:
    """Return whether the words of two deeds may stand for each other."""
    return other.root in kin(one.root)
