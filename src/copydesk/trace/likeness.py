"""How alike two articles are: the readable features on which a pair is judged."""

from collections.abc import Iterable

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.text.shingles import common
from copydesk.trace.facts import NOT_RETOLD, Retelling, in_order, retelling
from copydesk.trace.prose import RUN, Prose

MATCHED = 0.45  # likeness from which two sentences are taken to say the same
_TELLING = 12.0  # nats: a sentence that tells less ("He declined to comment.") is matched with nothing
_CHANCE = 0.5  # two reports of one event hold sentences that are this much alike, though nobody took them
_PRESS_CONFERENCE = 0.28  # share of facts in the same order that independent reports may reach (largest of 58 such pairs: .25)
_IN_A_ROW = 0.75  # what words in a row add to the likeness of two sentences


class Match(msgspec.Struct, frozen=True, order=True):
    """Two sentences that say the same.

    Attributes:
        first: Index of the sentence in the first article.
        second: Index of the sentence in the second.
        likeness: Cosine in [0, 1] of their weighted words.
    """

    first: int
    second: int
    likeness: float


class Run(msgspec.Struct, frozen=True, order=True):
    """Own words in a row that both articles have.

    Attributes:
        weight: How much they tell together.
        start: Index of the first word in the first article.
        end: Index behind the last word.
    """

    weight: float
    start: int
    end: int


class Likeness(msgspec.Struct, frozen=True):
    """How alike two articles are.

    Attributes:
        runs: Share in [0, 1] of the shorter one's runs of four own words that the other has.
        matched: By how much the matched sentences are more alike than two reports of one event are by chance, summed.
        retold: By how much more than two reports of one press conference both tell the same facts in the same order.
        share: Share in [0, 1] of the shorter one's sentences that are matched or, being quotes, quoted by the other too.
        order: How many matched sentences stand in the same order in both.
        quoted: How many runs of four quoted words both quote.
        matches: Matched sentences, in the order of the first article.
        back: Matched sentences, in the order of the second article, which then comes first.
        retelling: The same facts in the same order; its sentences are among the matched ones where `retold` is not 0.
    """

    runs: float
    matched: float
    retold: float
    share: float
    order: int
    quoted: int = 0
    matches: tuple[Match, ...] = ()
    back: tuple[Match, ...] = ()
    retelling: Retelling = NOT_RETOLD


FEATURES = ("matched", "runs", "retold")


def likeness(first: Prose, second: Prose) -> Likeness:
    """Return how alike two articles are. Depends on the two alone, and `runs` to `order` not on their order."""
    swapped = (float(first.own_words.sum()), first.id) > (float(second.own_words.sum()), second.id)
    short, long = (second, first) if swapped else (first, second)
    quoted = int(first.quoted_runs.times[common(first.quoted_runs.known, second.quoted_runs.known)[0]].sum())
    same = common(first.runs.known, second.runs.known)
    cosines = _cosines(first, second)
    told = retelling(first.facts, second.facts, _PRESS_CONFERENCE)
    retold = max(0.0, told.share - _PRESS_CONFERENCE)
    if not (quoted or len(same[0]) or retold or cosines.max(initial=0.0) >= MATCHED):
        return _NOTHING
    alike = _with_runs(cosines, first, second, same)
    there, back = matches(alike, first.mass >= _TELLING), matches(alike.T, second.mass >= _TELLING)
    if retold:
        there, back = _with(there, told.there), _with(back, told.back)
    seen = back if swapped else there
    by_chance = cosines.max(axis=0 if swapped else 1, initial=0.0)[short.mass >= _TELLING] - _CHANCE
    return Likeness(
        runs=float(short.runs.times[same[swapped]].sum() / max(1, len(short.runs.hashes))),
        matched=float(by_chance[by_chance > 0].sum()),
        retold=retold,
        share=share_taken(short, long, seen),
        order=in_order(match.second for match in seen),
        quoted=quoted,
        matches=there,
        back=back,
        retelling=told,
    )


_NOTHING = Likeness(runs=0.0, matched=0.0, retold=0.0, share=0.0, order=0)


def _with(seen: Iterable[Match], told: Iterable[tuple[int, int]]) -> tuple[Match, ...]:
    """Return matched sentences with those added that tell the same facts in other words."""
    found = {i: Match(i, j, 0.0) for i, j in told} | {match.first: match for match in seen}
    return tuple(found[i] for i in sorted(found))


def share_taken(one: Prose, other: Prose, seen: Iterable[Match]) -> float:
    """Return the share in [0, 1] of one article's sentences that the other has too."""
    return len(taken(one, other, seen)) / max(1, len(one.sentences))


def taken(one: Prose, other: Prose, seen: Iterable[Match]) -> set[int]:
    """Return the sentences of one article that the other has too: those matched, and quotes that both quote."""
    found = {match.first for match in seen}
    both, _ = common(one.quoted_runs.hashes, other.quoted_runs.known)
    if not len(both):
        return found
    at = one.places[one.quoted_runs.starts]
    quoted = np.bincount(at[both], minlength=len(one.sentences))
    possible = np.bincount(at, minlength=len(one.sentences))
    return found | set(np.flatnonzero((quoted > 0) & (2 * quoted >= possible) & one.framed).tolist())


def _cosines(first: Prose, second: Prose) -> NDArray[np.float32]:
    """Return the likeness of every sentence of the first with every one of the second, whatever the order of their words."""
    mine, yours = common(first.terms, second.terms)
    return np.asarray(first.vectors[:, mine] @ second.vectors[:, yours].T, np.float32)


def _with_runs(
    cosines: NDArray[np.float32], first: Prose, second: Prose, same: tuple[NDArray[np.intp], NDArray[np.intp]]
) -> NDArray[np.float32]:
    """Return the likeness of sentences, more where they share runs: by the share of the shorter one's own words that stand in them.

    Args:
        cosines: Their likeness whatever the order of words.
        first: One article.
        second: The other.
        same: Places of the shared runs in what either knows.
    """
    here, there = (one.places[one.runs.starts[one.runs.first[at]]] for one, at in zip((first, second), same, strict=True))
    cells, runs = np.unique(here * cosines.shape[1] + there, return_counts=True)
    mine, yours = cells // max(1, cosines.shape[1]), cells % max(1, cosines.shape[1])
    words = np.maximum(1, np.minimum(first.own_words[mine], second.own_words[yours]))
    raised = cosines.copy()
    raised[mine, yours] = np.minimum(1.0, cosines[mine, yours] + _IN_A_ROW * np.minimum(1.0, (runs + RUN - 1) / words))
    return raised


def matches(alike: NDArray[np.float32], telling: NDArray[np.bool_]) -> tuple[Match, ...]:
    """Return for every telling sentence of the first article the one of the second that is most like it, if it is like enough."""
    if not alike.size:
        return ()
    best = alike.argmax(axis=1)
    value = alike[np.arange(len(best)), best]
    return tuple(Match(int(i), int(best[i]), float(value[i])) for i in np.flatnonzero(telling & (value >= MATCHED)))


def shared_runs(first: Prose, second: Prose) -> tuple[Run, ...]:
    """Return the longest stretches of the first article's own words that the second has too, the most telling first."""
    starts = first.runs.starts[common(first.runs.hashes, second.runs.known)[0]]
    if not len(starts):
        return ()
    breaks = np.flatnonzero(np.diff(starts) > 1)
    opened = starts[np.concatenate([[0], breaks + 1])]
    closed = starts[np.concatenate([breaks, [len(starts) - 1]])] + RUN
    sums = np.concatenate([[0.0], np.cumsum(first.weights)])
    found = (Run(float(sums[end] - sums[start]), int(start), int(end)) for start, end in zip(opened, closed, strict=True))
    return tuple(sorted(found, key=lambda run: (-run.weight, run.start)))
