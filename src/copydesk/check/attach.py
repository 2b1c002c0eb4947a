"""What a number, a time or a name stands beside: the words of the sentence around it and their partners in the article."""

from collections.abc import Container, Sequence

from copydesk.check.align import Alignment

_WINDOW = 4  # words that state something, on each side
_FAR = 9  # words of the article
_PARTS = frozenset({"and", "but", "while", ",", ";"})
_PARTED = 2  # words that such a one counts for
# How much better another place must fit before the sentence is said to have taken the wrong one.
_CLEARLY = 1.3


def attached(alignment: Alignment, ours: Sequence[int], line: int, theirs: Sequence[int]) -> float:
    """Return how closely two places stand to the same words: 0 for none in common, 1 for one right beside both.

    Args:
        alignment: A sentence and its grounding.
        ours: Indices of words of the sentence.
        line: Index of a sentence of the grounding.
        theirs: Indices of words in it.
    """
    content = [w.at for w in alignment.line.content]
    score = 0.0
    inside = [order for order, at in enumerate(content) if at in ours]
    if not inside or not theirs:
        return 0.0
    for order in range(max(0, inside[0] - _WINDOW), min(len(content), inside[-1] + _WINDOW + 1)):
        link = alignment.links.get(content[order])
        if content[order] in ours or link is None or link.line != line:
            continue
        if alignment.line.words[content[order]].kind in ("number", "time"):
            continue
        here = max(inside[0] - order, order - inside[-1], 1)
        there = _distance(alignment, line, link.at, theirs)
        if there <= _FAR:
            score += 1.0 / (here * there)
    return score


def _distance(alignment: Alignment, line: int, at: int, theirs: Sequence[int]) -> int:
    """Return how many words that state something lie between a word and a place, the word itself included.

    What "and" or a comma parts is further apart: "five were killed and hundreds hurt" tells of five who were killed.
    """
    low, high = (at, theirs[0]) if at < theirs[0] else (theirs[-1], at)
    between = alignment.grounding[line].words[low + 1 : high]
    return 1 + sum(1 for word in between if word.content) + _PARTED * sum(1 for word in between if word.low in _PARTS)


def rival(
    alignment: Alignment,
    ours: Sequence[int],
    places: Sequence[tuple[int, Sequence[int]]],
    score: float,
    unsaid: Container[tuple[int, Sequence[int]]] = (),
) -> tuple[int, Sequence[int]] | None:
    """Return the place that stands clearly closer to the same words than one of that score, where there is one.

    Those `unsaid` stand beside one word more, which is understood there.

    A place on which other words of the sentence rest is theirs, unless the two fit better the other way round: "24 dead and 70
    hurt" and "70 dead and 24 hurt" each have both numbers.
    """
    best, limit = None, 0.2
    for line, theirs in places:
        their_score = attached(alignment, ours, line, theirs) + ((line, theirs) in unsaid)
        if their_score > max(score * _CLEARLY, limit) and _exchanged(alignment, ours, (line, theirs), their_score - score):
            best, limit = (line, theirs), their_score
    return best


def _exchanged(alignment: Alignment, ours: Sequence[int], place: tuple[int, Sequence[int]], gain: float) -> bool:
    """Return whether the owner of a place, if it has one, would not lose what is gained by giving it up."""
    line, theirs = place
    owners = [at for there in theirs for at in alignment.resting_on(line, there) if at not in ours]
    own = [alignment.links[at] for at in ours if at in alignment.links]
    if not owners:
        return True
    if not own:
        return False
    kept = attached(alignment, owners, line, theirs)
    given = attached(alignment, owners, own[0].line, [link.at for link in own if link.line == own[0].line])
    return gain + given - kept > (_CLEARLY - 1) * kept
