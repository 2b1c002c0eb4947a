"""What may answer the questions that a story raises: any slot of that kind, and any word for it, anywhere in its articles."""

from collections.abc import Callable, Sequence

import msgspec

from copydesk.text.units import CURRENCIES, SCALE
from copydesk.weigh.lists import listed
from copydesk.weigh.nodes import Node, before
from copydesk.weigh.scene import Scene

# Who comes where something has happened to people.
COMING = listed("police firefighter brigade rescue rescuer paramedic ambulance emergency coastguard hospital evacuate officer")
SUSPECT = listed("""
    arrest suspect charge accuse blame responsibility custody detain gunman attacker shooter robber assailant militant perpetrator
    culprit thief convict sentence trial plead killer murderer husband wife boyfriend teenager gang suspected unidentified unknown
    """)
FOLLOWING = listed("""
    successor succeed replace replacement interim acting appoint name election elect caretaker deputy promote nominate vacancy
    vacant
    """)
_HURT = listed("""
    kill die dead death deadly fatal injure injury injured hurt wound wounded casualty victim unhurt unharmed uninjured unscathed
    survive survivor toll safe safely fatality body treat critical alive life miss missing trap
    """)
_PRICE = listed("""
    cost price free fund funding budget pay worth dollar euro expense undisclosed million billion term value valuation finance
    financial subsidy grant
    """)
_WHEN = listed("soon immediately timetable schedule deadline date timeline later until by when once ready season")
_OUTCOME = listed("""
    tally voice unopposed acclamation show hand unanimous unanimously majority margin abstain abstention narrowly overwhelmingly tie
    percent
    """)
_VOTERS = listed("""
    vote seat member lawmaker deputy senator councillor councilor voter delegate ballot legislator parliamentarian mp representative
    """)
_SHARES = frozenset({"percent", "score"})
_TERM = listed("life death probation parole suspend fine hang")
_QUANTITIES = listed("dozen hundred thousand million tenth quarter third half all entire every percent score")
_MANY = 20  # of whatever: so many jobs, or so many things called back
_DURATIONS = frozenset(unit for unit, (kind, _) in SCALE.items() if kind == "duration")


class Told(msgspec.Struct, frozen=True):
    """What all articles of a story say, as far as it answers questions.

    Attributes:
        nodes: All of it.
        words: Dictionary forms of all words, and the words of the headlines with their endings taken off.
        places: Whether a place is named, or anything that stands somewhere.
    """

    nodes: Sequence[Node]
    words: frozenset[str]
    places: bool


def told_in(scene: Scene) -> Told:
    """Return what all articles of a story say."""
    titles = {
        word for title in {u.marked.article.title or "" for n in scene.nodes for u in n.units} for word in title.lower().split()
    }
    bare = {word[: len(word) - cut] for word in titles for cut in range(4)}
    # "A fire at the Wasilla Bible Church" says where, though that is no name of a place: only people are nowhere.
    places = any(scene.cast.kind(key) != "person" for node in scene.nodes for key in node.names)
    datelines = any(u.marked.article.dateline for node in scene.nodes for u in node.units)
    words = frozenset(bare).union(*(node.syntax.words for node in scene.nodes))
    return Told(nodes=scene.nodes, words=words, places=places or datelines)


def any_of(words: frozenset[str]) -> Callable[[Told], bool]:
    """Return whether one of some words stands anywhere in a story, as a function of it."""
    return lambda told: not words.isdisjoint(told.words)


def always(_told: Told) -> bool:
    """Return that the kind of event alone makes readers ask."""
    return True


def toll(told: Told) -> bool:
    """Return whether it is told who was hurt, or that nobody was."""
    return not _HURT.isdisjoint(told.words) or any(m.toll for n in told.nodes for m in n.measures)


def money(told: Told) -> bool:
    """Return whether any sum or word for one stands in a story."""
    return not _PRICE.isdisjoint(told.words) or any(m.amount.unit in CURRENCIES for n in told.nodes for m in n.measures)


def ahead(told: Told) -> bool:
    """Return whether any time to come, any stretch of time or any word for one stands in a story."""
    if not _WHEN.isdisjoint(told.words):
        return True
    if any(m.amount.unit in _DURATIONS for n in told.nodes for m in n.measures):
        return True
    return any(not before(n, d) for n in told.nodes for d in n.unit.dates)


def timed(told: Told) -> bool:
    """Return whether any time is given, if only by when an article was published."""
    return any(n.unit.dates or n.unit.marked.article.published.when for n in told.nodes)


def counted(told: Told) -> bool:
    """Return whether votes are counted or their outcome is described."""
    if not _OUTCOME.isdisjoint(told.words):
        return True
    return any(m.amount.what in _VOTERS or m.amount.unit in _SHARES for n in told.nodes for m in n.measures)


def many(told: Told) -> bool:
    """Return whether a number of some size, a share or a word for one stands in a story."""
    if not _QUANTITIES.isdisjoint(told.words):
        return True
    return any(m.amount.unit == "percent" or m.amount.low >= _MANY for n in told.nodes for m in n.measures if not m.amount.ordinal)


def lasting(told: Told) -> bool:
    """Return whether a stretch of time, or another punishment than one, is told."""
    return not _TERM.isdisjoint(told.words) or any(m.amount.unit in _DURATIONS for n in told.nodes for m in n.measures)
