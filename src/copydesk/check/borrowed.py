"""What a sentence takes from another sentence than the rest has to be said of the same there.

"The flood destroyed homes" and "The fire destroyed 31 homes" carry together no "The flood destroyed 31 homes", though each of
its words stands in one of them. So where several sentences carry one, each number and each verb has to be told of the same in both.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.check.align import Alignment, Link
from copydesk.check.finding import Finding
from copydesk.check.lexicon import LOADED_SPEECH, NEUTRAL_SPEECH
from copydesk.check.lines import Line
from copydesk.check.pool import ArticleLine
from copydesk.check.wider import wider
from copydesk.check.words import Word

_STEPS = 8  # from a word up to whom it is told of
_SUBJECTS = ("nsubj", "nsubj:pass")
_WHO = frozenset({"who", "which", "that"})
_PARTS = frozenset({"flat", "compound", "amod", "nmod", "nmod:poss", "conj", "appos", "nummod"})
_NAMED = frozenset({"flat", "compound"})
_NOWHERE = Link(-1, -1, 0.0)


class _Told(NamedTuple):
    """What a word is told of.

    Attributes:
        verb: Index of the verb, or of the noun that stands for one, which says it.
        owner: Index of the head of whom it is told of.
    """

    verb: int
    owner: int


def borrowed(alignment: Alignment, numbers: Sequence[Finding]) -> Iterator[int]:
    """Yield the numbers and verbs of a sentence that rest on one of several sentences that tells them of another.

    Args:
        alignment: A sentence and its grounding.
        numbers: What was found out about its numbers.
    """
    if len(alignment.grounding) == 1:  # one sentence that carries all says it of the same
        return
    words = alignment.line.words
    for finding in numbers:
        first = next((at for at in finding.words if words[at].kind == "number"), None)
        link = _place(alignment, first, finding.line) if first is not None and finding.outcome == "found" else None
        if first is not None and link and _of_another(alignment, words[first], link):
            yield first
    for word in alignment.line.content:
        if word.kind != "word" or word.tag != "VERB" or word.low in NEUTRAL_SPEECH or word.low in LOADED_SPEECH:
            continue  # who says it, `speech` looks at
        link = alignment.links.get(word.at)
        if link and _of_another(alignment, word, link):
            yield word.at


def _place(alignment: Alignment, at: int, index: int) -> Link | None:
    """Return where a number stands in the sentence that it was found in."""
    link = alignment.links.get(at)
    if index < 0 or (link and link.line == index):
        return link
    places = (p for key in alignment.line.words[at].keys for p in alignment.grounding[index].by_key.get(key, ()))
    return next((Link(index, place, 1.0) for place in places), None)


def _of_another(alignment: Alignment, word: Word, link: Link) -> bool:
    ours, theirs = alignment.line.words, alignment.grounding[link.line].words
    one, other = _told_of(ours, word.at), _told_of(theirs, link.at)
    if one and other and _passive(ours, one) != _passive(theirs, other):
        one, other = _acting(ours, one), _acting(theirs, other)
    if one is None or other is None:
        return False
    if word.tag == "VERB" and (one.verb, other.verb) != (word.at, link.at):
        return False
    return _other_owner(alignment, one, other, link.line) or _other_name(alignment, one, other, link.line)


def _told_of(words: Sequence[Word], at: int) -> _Told | None:
    """Return of whom or what a word is told: the subject of the nearest verb above it that has one, or whom a clause describes."""
    for _ in range(_STEPS):
        if at < 0:
            return None
        word = words[at]
        subject = next((w.at for w in reversed(words) if w.head == at and w.relation in _SUBJECTS), None)
        if subject is not None and words[subject].low not in _WHO:
            return _Told(at, subject)
        if word.relation.startswith("acl") and word.head >= 0:
            return _Told(at, word.head)
        if word.kind == "number" and word.head >= 0 and words[at - 1].low == "," and words[at - 2].kind == "name":
            return _Told(at - 2, at - 2)  # "Ines Falk, 44, was jailed"
        at = word.head
    return None


def _acting(words: Sequence[Word], told: _Told) -> _Told | None:
    """Return who acts by a verb, whether it is active or passive; None where that is not said."""
    if not _passive(words, told):
        return told
    agents = (w.at for w in words if w.head == told.verb and w.relation.startswith("obl") and _led_by(words, w.at))
    agent = next(agents, None)
    return _Told(told.verb, agent) if agent is not None else None


def _led_by(words: Sequence[Word], at: int) -> bool:
    return any(w.head == at and w.low == "by" for w in words)


def _passive(words: Sequence[Word], told: _Told) -> bool:
    return told.verb != told.owner and words[told.owner].relation == "nsubj:pass"


def _phrase(words: Sequence[Word], top: int) -> list[Word]:
    """Return the words of a phrase that state something, without clauses in it."""
    inside = {top}
    for _ in range(_STEPS):
        more = {w.at for w in words if w.head in inside and w.relation in _PARTS} - inside
        if not more:
            break
        inside |= more
    return [words[at] for at in sorted(inside) if words[at].content]


def _other_owner(alignment: Alignment, one: _Told, other: _Told, index: int) -> bool:
    """Return whether what the article tells it of is named by none of the sentence's words for whom it tells it of."""
    line, theirs = alignment.line, alignment.grounding[index]
    own, their = _phrase(line.words, one.owner), _phrase(theirs.words, other.owner)
    if not own or not any(word.content for word in their) or any(alignment.resting_on(index, word.at) for word in their):
        return False
    return not (any(_meant(theirs, word, other.owner) for word in own) or _wider(line.words[one.owner], theirs.words[other.owner]))


def _meant(line: ArticleLine, word: Word, owner: int) -> bool:
    """Return whether a mention in an article means what a word of the sentence names."""
    return any(
        place == owner or line.words[owner].head == place or line.words[place].head == owner
        for place in line.meant.get(word.low, ())
    )


def _wider(ours: Word, theirs: Word) -> bool:
    """Return whether one of two nouns is wider than the other: "the vessel" may be the ferry."""
    return any(a in wider().get(b, ()) or b in wider().get(a, ()) for a in ours.keys for b in theirs.keys)


def _other_name(alignment: Alignment, one: _Told, other: _Told, index: int) -> bool:
    """Return whether the article has, in the same part of its clause, another name than the sentence: "in Varn" for "in Loma"."""
    line, theirs = alignment.line, alignment.grounding[index]
    mine = {slot: at for at, slot in _names(line, one.verb)}
    for at, slot in _names(theirs, other.verb):
        place = mine.get(slot)
        if place is None or alignment.resting_on(index, at):
            continue
        name, their = _whole(line, place), _whole(theirs, at)
        known = any(w.low in theirs.meant or alignment.links.get(w.at, _NOWHERE).line == index for w in name)
        if not known and {w.low for w in name}.isdisjoint(w.low for w in their):
            return True
    return False


def _whole(line: Line, at: int) -> list[Word]:
    """Return the words of the name that a word belongs to."""
    return [w for w in line.words if line.units.get(w.at) == line.units.get(at)]


def _names(line: Line, verb: int) -> Iterator[tuple[int, str]]:
    """Yield the names in the clause of a verb, each with the part it has there: a preposition, or how it hangs on what."""
    for word in line.words:
        if word.kind != "name" or word.relation in _NAMED:
            continue
        part = next((w.low for w in line.words if w.head == word.at and w.relation == "case"), word.relation)
        at = word.head
        for _ in range(_STEPS):
            if at < 0 or at == verb or line.words[at].tag == "VERB":
                break
            at = line.words[at].head
        if at == verb:
            yield word.at, part
