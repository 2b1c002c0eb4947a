"""Which of two dependent articles is the later one: signs weighed together."""

import re

import msgspec

from copydesk.records import Published
from copydesk.trace.cases import Case, Judgement

_ATTRIBUTED = re.compile(
    r"\b(?:said|says|saying|told|according to|stated|announced|officials?|spokes(?:man|woman|person))\b", re.IGNORECASE
)
_ENOUGH = 1.0  # signs on one side that settle it
_HOLDS_MORE = 0.15  # difference between the shares that each has from the other


class Sign(msgspec.Struct, frozen=True):
    """A sign of which article is later.

    Attributes:
        weight: Positive: the first is later; negative: the second is.
        evidence: The sign in words; empty for one too weak to be told.
    """

    weight: float
    evidence: str


class Order(msgspec.Struct, frozen=True):
    """What the signs say together.

    Attributes:
        later: 0: the first article, 1: the second, -1: they do not tell.
        evidence: The signs for it, in words.
    """

    later: int
    evidence: tuple[str, ...]


def order_of(judgement: Judgement) -> Order:
    """Return which article of a dependent pair is the later one: by times, credits, who holds more of the other, and edit signs."""
    signs = [
        *_times(judgement),
        *_credits(judgement),
        *_signed(judgement),
        *_genres(judgement),
        *_holds(judgement),
        *_edits(judgement),
        *_quotes(judgement),
    ]
    total = sum(sign.weight for sign in signs)
    if abs(total) < _ENOUGH:
        return Order(-1, ())
    side = 1.0 if total > 0 else -1.0
    return Order(0 if total > 0 else 1, tuple(sign.evidence for sign in signs if sign.weight * side > 0 and sign.evidence))


def _sides(judgement: Judgement) -> tuple[tuple[Case, Case, float], tuple[Case, Case, float]]:
    """Return the two ways to look at a pair: which is taken as the later, and the sign that stands for it."""
    return (judgement.first, judgement.second, 1.0), (judgement.second, judgement.first, -1.0)


def earlier(one: Published, other: Published) -> bool:
    """Return whether one was surely published before the other, as far as both are known; zones count where both have one."""
    if not one.when or not other.when:
        return False
    a, b = one.when, other.when
    size = min(len(a), len(b), 19 if ("+" in a[10:] or "Z" in a[10:]) == ("+" in b[10:] or "Z" in b[10:]) else 10)
    return a[:size] < b[:size]


def _times(judgement: Judgement) -> list[Sign]:
    """A later time."""
    return [
        Sign(2.5 * sign, f"published {later.article.published.when}, after {former.article.published.when}")
        for later, former, sign in _sides(judgement)
        if earlier(former.article.published, later.article.published)
    ]


def _credits(judgement: Judgement) -> list[Sign]:
    """A credit to the other's outlet, or to an outlet that the other reprints."""
    signs = []
    for later, former, sign in _sides(judgement):
        held = {rest.key for rest in former.crediting.on("own", "whole")}
        credited = dict(later.crediting.facts.values())
        credited |= {rest.key: rest.name for rest in later.crediting.on("whole", "central", "perhaps")}
        named = sorted(name for key, name in credited.items() if key in held and key not in _own(later))
        own = any(key in _own(former) for key in credited)
        both = {rest.key for rest in later.crediting.on("whole")} & {rest.key for rest in former.crediting.on("whole")}
        if named and (own or not both):
            signs.append(Sign(2.5 * sign, f"credits {named[0]}"))
    return signs


def _signed(judgement: Judgement) -> list[Sign]:
    """A lost signature: who takes a wire's text may leave out the wire's name in its first line, and nobody puts it in."""
    return [
        Sign(1.0 * sign, "the other opens with the name of whom its text is from")
        for later, former, sign in _sides(judgement)
        if former.crediting.signed and not later.crediting.signed and not later.crediting.on("whole")
    ]


def _own(case: Case) -> set[str]:
    """Return the outlet that published an article, if it is known."""
    return {rest.key for rest in case.crediting.on("own")}


def _genres(judgement: Judgement) -> list[Sign]:
    """A press release comes before what is made of it; a machine rewrites what is there."""
    signs = []
    for later, former, sign in _sides(judgement):
        genres = (later.article.genre, former.article.genre)
        if genres[1] == "release" != genres[0]:
            signs.append(Sign(2.0 * sign, "the other is the press release"))
        if genres[0] == "machine_made" != genres[1]:
            signs.append(Sign(1.0 * sign, "declares itself machine-made"))
    return signs


def _holds(judgement: Judgement) -> list[Sign]:
    """The one that has more of its sentences from the other is the later one."""
    more = judgement.likeness.shares[0] - judgement.likeness.shares[1]
    if abs(more) < _HOLDS_MORE:
        return []
    return [Sign(min(1.0, 0.5 + abs(more)) * (1.0 if more > 0 else -1.0), "the other holds more that is not in it")]


def _edits(judgement: Judgement) -> list[Sign]:
    """A lost attribution: what the one attributes, the other states."""
    first, second = judgement.first.article.text, judgement.second.article.text
    lost = [0, 0]
    for match in judgement.likeness.matches:
        mine, yours = judgement.first.prose.sentences[match.first], judgement.second.prose.sentences[match.second]
        here = bool(_ATTRIBUTED.search(first[mine.start : mine.end]))
        there = bool(_ATTRIBUTED.search(second[yours.start : yours.end]))
        lost[0] += there and not here
        lost[1] += here and not there
    more = lost[0] - lost[1]
    if not more:
        return []
    return [
        Sign(
            min(0.6, 0.3 * abs(more)) * (1.0 if more > 0 else -1.0),
            f"states {abs(more)} time{'s'[: abs(more) > 1]} what the other attributes",
        )
    ]


def _quotes(judgement: Judgement) -> list[Sign]:
    """What the one says itself, the other puts in quotation marks."""
    like = judgement.likeness
    if like.quoting < 0:
        return []
    return [Sign(1.5 if like.quoting == 0 else -1.5, f"quotes {like.words_cited} words in a row that the other says itself")]
