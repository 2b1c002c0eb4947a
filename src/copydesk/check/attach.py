"""What a number, a time or a name stands beside: the words of the sentence around it and their partners in the article."""

from collections.abc import Sequence

from copydesk.check.align import Alignment

_WINDOW = 4  # words that state something, on each side
_FAR = 9  # words of the article
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
    """Return how many words that state something lie between a word and a place, the word itself included."""
    low, high = (at, theirs[0]) if at < theirs[0] else (theirs[-1], at)
    return 1 + sum(1 for word in alignment.grounding[line].words[low + 1 : high] if word.content)


def rival(
    alignment: Alignment, ours: Sequence[int], places: Sequence[tuple[int, Sequence[int]]], score: float
) -> tuple[int, Sequence[int]] | None:
    """Return the place that stands clearly closer to the same words than one of that score, where there is one."""
    best = None
    for line, theirs in places:
        theirs_score = attached(alignment, ours, line, theirs)
        if theirs_score > max(score * _CLEARLY, 0.2 if best is None else best[0]):
            best = (theirs_score, (line, theirs))
    return best[1] if best else None
