"""Who did it and who stands elsewhere in the sentence: the two may not change places.

"Sand left without speaking to reporters" says who left, and by that who did not speak, for a clause without a subject of its own
takes that of the clause it belongs to. So it is enough to look at the verb that has a subject.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.check.align import Alignment, Link
from copydesk.check.finding import Finding
from copydesk.check.words import Word

_SUBJECTS = ("nsubj", "nsubj:pass")
_NAMED = frozenset({"flat", "compound", "appos"})
_DEEPEST = 12  # steps from a word up to the verb it belongs to
# "Holt left with Berg" says what "Berg left with Holt" says; so do two between whom a deal is reached.
_TOGETHER = frozenset({"with", "alongside", "and", "together"})


class _Place(NamedTuple):
    """A participant of a verb.

    Attributes:
        at: Index of its head.
        words: Indices of the words of its name.
    """

    at: int
    words: tuple[int, ...]


def exchanged(alignment: Alignment, mutual: frozenset[str]) -> Iterator[Finding]:
    """Yield a finding for each verb whose subject stands elsewhere in the article's clause, and that one's subject elsewhere here.

    The verb has to be the same one: "gave way to" and "succeeded" say one thing with their sides exchanged.

    Args:
        alignment: A sentence and its grounding.
        mutual: Stems of verbs whose two sides say the same either way round.
    """
    line = alignment.line
    for word in line.content:
        link = alignment.links.get(word.at)
        if link is None or word.tag != "VERB" or link.strength < 1 or not mutual.isdisjoint(word.keys):
            continue
        other = _changed(alignment, word.at, link)
        if other is not None:
            first, last = sorted((word.at, other))
            yield Finding("order", line.between(first, last), "contradicted", link.line)


def _changed(alignment: Alignment, verb: int, link: Link) -> int | None:
    """Return where a sentence has, instead of as the subject of a verb, who is the subject of its partner."""
    ours, theirs = alignment.line.words, alignment.grounding[link.line].words
    one, other = _subject(ours, verb), _subject(theirs, link.at)
    if one is None or other is None or ours[one.at].relation != theirs[other.at].relation:
        return None
    places = [alignment.links[at] for at in one.words if at in alignment.links]
    if not places or any(p.line != link.line or p.meant or _within(theirs, p.at, other.at) for p in places):
        return None
    if not all(_within(theirs, p.at, link.at) and not _beside(theirs, p.at, link.at) for p in places):
        return None
    users = (at for place in other.words for at in alignment.resting_on(link.line, place) if not alignment.links[at].meant)
    moved = (at for at in users if _within(ours, at, verb) and not _within(ours, at, one.at))
    return next((at for at in moved if not (at < verb and places[0].at < link.at and _in_order(alignment, one.at, at))), None)


def _in_order(alignment: Alignment, one: int, other: int) -> bool:
    """Return whether two words follow each other as their partners do: then the parses differ and not the sentences."""
    left, right = alignment.links.get(one), alignment.links.get(other)
    return left is not None and right is not None and (one < other) == (left.at < right.at)


def _subject(words: Sequence[Word], verb: int) -> _Place | None:
    """Return the subject that the parse gives a verb; of two the nearer one, for the other belongs to a clause before it."""
    at = next((w.at for w in reversed(words[:verb]) if w.head == verb and w.relation in _SUBJECTS), None)
    if at is None:
        return None
    name = (w.at for w in words if w.head == at and w.relation in _NAMED)
    return _Place(at, tuple(sorted({at, *name})))


def _within(words: Sequence[Word], at: int, top: int) -> bool:
    """Return whether a word hangs, over however many others, from another one or is it."""
    for _ in range(_DEEPEST):
        if at == top:
            return True
        if at < 0:
            return False
        at = words[at].head
    return False


def _beside(words: Sequence[Word], at: int, verb: int) -> bool:
    """Return whether somebody takes part with the subject in what a verb says: "left with Berg", "reached a deal with Berg"."""
    if not any(w.low in _TOGETHER for w in words if w.head == at and w.relation == "case"):
        return False
    place = words[at].head
    while place not in (verb, -1) and words[place].tag != "VERB":
        place = words[place].head
    return place == verb
