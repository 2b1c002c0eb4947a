"""Passages that doubt or judge what they tell: they are no further voice for it.

"It is unclear whether the bridge is unsafe" has every word of "the bridge is unsafe"; "she said the bridge is unsafe, and she is
right" reports less than it takes sides.
"""

from collections.abc import Collection, Iterator, Sequence

from copydesk.check.align import Alignment
from copydesk.check.cues import cues_of
from copydesk.check.lines import Line
from copydesk.check.words import Word
from copydesk.text.words import word_set

# What says of something that it may not be so, where it stands above it.
_DOUBTING = word_set(
    """
    unclear uncertain doubt doubts doubted doubtful deny denies denied denying false untrue wrong incorrect unconfirmed unproven
    baseless unfounded dispute disputes disputed refute refuted
    """
)
# What judges what stands before it, in a clause of its own.
_JUDGING = word_set("right rightly wrong wrongly correct correctly false untrue nonsense rubbish denied denies mistaken")
_SUBJECTS = word_set("he she it they which that this")
_ADVERBS = word_set("rightly wrongly falsely correctly mistakenly")
_HELD = ("ccomp", "csubj", "csubj:pass", "acl", "nsubj", "nsubj:pass")  # how what is doubted hangs on the doubt
_CLAUSE = 7  # words of a clause that does no more than judge
_DEEPEST = 12


def doubted(alignment: Alignment, predicates: Collection[int]) -> bool:
    """Return whether the grounding doubts or judges what a sentence takes from it, and the sentence does not say so.

    Args:
        alignment: A sentence and the one sentence of an article that it is held against.
        predicates: Indices of the words of the sentence that say what happened or is so.
    """
    line = alignment.grounding[0]
    words = line.words
    if any(cue.kind in ("not", "hedge") or cue.value == "may" for cue in alignment.line.once(cues_of)):
        return False
    told = {link.at for link in alignment.links.values() if link.line == 0}
    main = {alignment.links[at].at for at in predicates if at in alignment.links}
    above = {at for place in main for at in _above(words, place)} - told
    if any(words[at].low in _DOUBTING for at in above) or _denied(line, above) or _left_open(line, main):
        return True
    if any(word.low in _ADVERBS and word.head in told for word in words):
        return True
    last = max((word.at for word in words if word.kind == "sign" and word.low == ","), default=len(words))
    return bool(told) and max(told) < last and _judges(words[last + 1 :])


def _above(words: Sequence[Word], at: int) -> Iterator[int]:
    """Yield the words under which something is told as said, known or so, nearest first."""
    for _ in range(_DEEPEST):
        asked = words[at].relation == "advcl" and any(w.head == at and w.low in ("whether", "that") for w in words)
        if words[at].relation not in _HELD and not asked:
            return
        at = words[at].head
        if at < 0:
            return
        yield at


def _denied(line: Line, above: set[int]) -> bool:
    """Return whether a verb of saying, knowing or confirming under which something is told is denied: "nobody can say that"."""
    return any(cue.kind == "not" and not above.isdisjoint(cue.focus) for cue in line.once(cues_of))


def _left_open(line: Line, main: set[int]) -> bool:
    """Return whether what a sentence tells only may be so: "may close"."""
    return any(cue.kind == "modal" and cue.value == "may" and not main.isdisjoint(cue.focus) for cue in line.once(cues_of))


def _judges(clause: Sequence[Word]) -> bool:
    """Return whether a clause does no more than judge what stands before it: "and she is right", "which is nonsense"."""
    lows = [word.low for word in clause if word.kind != "sign"]
    if not lows or len(lows) > _CLAUSE or _JUDGING.isdisjoint(lows):
        return False
    nouns = any(word.tag in ("NOUN", "PROPN") and word.low not in _JUDGING for word in clause)
    return not nouns and (not _SUBJECTS.isdisjoint(lows[:2]) or lows[0] in ("and", "but"))
