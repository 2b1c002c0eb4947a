"""How alike two articles are: the readable features on which a pair is judged."""

from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.text.shingles import common
from copydesk.trace.cited import cited
from copydesk.trace.facts import retelling
from copydesk.trace.order import order_gain
from copydesk.trace.prose import RUN, Prose

MATCHED = 0.45  # likeness from which two sentences are taken to say the same
_TELLING = 12.0  # nats: a sentence that tells less ("He declined to comment.") is matched with nothing
_CHANCE = 0.5  # two reports of one event hold sentences that are this much alike, though nobody took them
_SHARED = 0.15  # share of facts in the same order from which on it is looked at further
_PRESS_CONFERENCE = 0.36  # that share and half of what order adds, as far as independent reports reach (58 pairs: up to .34)
_FOLLOWED = 1 / 3  # of that, from which on a credit shows the rest
_WHOLE = 0.1  # so much more alone makes a retelling
_THROUGHOUT = 0.2  # share of facts in the same order, of either article, from which on none is a mere part of the other
_BRIEF = 20  # runs of words that a text is taken to have beside its own
_IN_A_ROW = 0.75  # what words in a row add to the likeness of two sentences
_FEW_CITED, _MANY_CITED = 9, 29  # words in a row that say nothing yet, and those from which on more say no more


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


class Likeness:
    """How alike two articles are. Depends on the two alone, and the figures not on their order.

    What the figures rest on is worked out when it is first asked for: for half of the pairs nobody asks.

    Args:
        first: One article.
        second: The other.

    Attributes:
        copied: Share in [0, 1] of the shorter one's runs of four own words that the other has.
        runs: The same with twenty runs more that the other has not: two phrases in common are much of a brief, and say little.
        matched: By how much the matched sentences are more alike than two reports of one event are by chance, summed.
        told: How far both tell the same facts in the same order, in [0, 1.5]: by the share of sentences and what order adds.
        retold: By how much more than two reports of one press conference they do.
        cited: How many words in a row one quotes that the other says itself, beyond the first nine, in tens, at most two.
        quoted: How many runs of four quoted words both quote.
        most: How many sentences of the first article are matched at most.
        retelling: The same facts in the same order; its sentences are among the matched ones where one `follows` the other.
    """

    def __init__(self, first: Prose, second: Prose) -> None:
        self._first, self._second = first, second
        self._swapped = (float(first.own_words.sum()), first.id) > (float(second.own_words.sum()), second.id)
        short = second if self._swapped else first
        same = common(first.runs.known, second.runs.known)
        cosines = _cosines(first, second)
        nearest = cosines.max(axis=1, initial=0.0)
        self.quoted = int(first.quoted_runs.times[common(first.quoted_runs.known, second.quoted_runs.known)[0]].sum())
        both = float(short.runs.times[same[self._swapped]].sum())
        self.copied = both / max(1, len(short.runs.hashes))
        self.runs = both / (len(short.runs.hashes) + _BRIEF)
        self.retelling = retelling(first.facts, second.facts, _SHARED)
        self.told = self._told(cosines) if self.retelling.share else 0.0
        self.retold = max(0.0, self.told - _PRESS_CONFERENCE)
        self._cites, self._cited_by = cited(first, second), cited(second, first)
        self.cited = max(0, min(self.words_cited, _MANY_CITED) - _FEW_CITED) / 10.0
        by_chance = (cosines.max(axis=0, initial=0.0) if self._swapped else nearest)[short.mass >= _TELLING] - _CHANCE
        self.matched = float(by_chance[by_chance > 0].sum())
        with_runs = set(first.places[first.runs.starts[first.runs.first[same[0]]]].tolist()) if len(same[0]) else ()
        self.most = int(np.count_nonzero(nearest >= MATCHED)) + len(with_runs) + len(self.retelling.there)
        self.most += len(self._cites.sentences) + len(self._cited_by.sentences)

    def _told(self, cosines: NDArray[np.float32]) -> float:
        """Return how far both tell the same facts in the same order."""
        telling = cosines[self._first.mass >= _TELLING][:, self._second.mass >= _TELLING]
        return self.retelling.share + order_gain(telling) / 2

    @property
    def follows(self) -> bool:
        """Whether one may follow the other in what it tells and in which order; with a credit to it, it does."""
        return self.told >= _FOLLOWED

    @property
    def whole(self) -> bool:
        """Whether the facts and their order alone make one a retelling of the other."""
        return self.retold >= _WHOLE

    @property
    def throughout(self) -> bool:
        """Whether one is a retelling of the other from beginning to end, and not one of a part of it."""
        return self.whole and self.retelling.share >= _THROUGHOUT

    @property
    def matches(self) -> tuple[Match, ...]:
        """Matched sentences, in the order of the first article."""
        return self._both[0]

    @property
    def back(self) -> tuple[Match, ...]:
        """Matched sentences, in the order of the second article, which then comes first."""
        return self._both[1]

    @property
    def quoting(self) -> int:
        """Which one quotes what the other says itself: 0: the first, 1: the second, -1: neither or both."""
        more = self._cites.words - self._cited_by.words
        return -1 if more == 0 else 0 if more > 0 else 1

    @property
    def words_cited(self) -> int:
        """How many words in a row one of them quotes that the other says itself."""
        return max(self._cites.words, self._cited_by.words)

    @cached_property
    def shares(self) -> tuple[float, float]:
        """Share in [0, 1] of each one's sentences that are matched or, being quotes, quoted by the other too."""
        first, second = self._first, self._second
        there, back = taken(first, second, self.matches), taken(second, first, self.back)
        return len(there) / max(1, len(first.sentences)), len(back) / max(1, len(second.sentences))

    @property
    def share(self) -> float:
        """The same of the shorter one."""
        return self.shares[self._swapped]

    @cached_property
    def _both(self) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
        """Matched sentences from either side."""
        first, second = self._first, self._second
        same = common(first.runs.known, second.runs.known)
        alike = _with_runs(_cosines(first, second), first, second, same)
        there, back = matches(alike, first.mass >= _TELLING), matches(alike.T, second.mass >= _TELLING)
        told = (self.retelling.there, self.retelling.back) if self.follows else ((), ())
        return _with(there, (*told[0], *self._same(0))), _with(back, (*told[1], *self._same(1)))

    def _same(self, side: int) -> Iterator[tuple[int, int]]:
        """Yield the sentences that are quoted from the other or that the other quotes, those of one side first."""
        cites, cited_by = (self._cites, self._cited_by) if side == 0 else (self._cited_by, self._cites)
        yield from cites.sentences
        yield from ((mine, yours) for yours, mine in cited_by.sentences)


FEATURES = ("matched", "runs", "retold", "cited")


def _with(seen: Iterable[Match], told: Iterable[tuple[int, int]]) -> tuple[Match, ...]:
    """Return matched sentences with those added that tell the same facts in other words or quote the other."""
    found = {i: Match(i, j, 0.0) for i, j in told} | {match.first: match for match in seen}
    return tuple(found[i] for i in sorted(found))


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
