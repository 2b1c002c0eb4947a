"""Retellings in other words: no run of words is left, but the same facts stand in the same order from beginning to end.

Two reporters at one press conference share many facts too; what they hardly share is the choice of nearly all of them and their
order.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.text.lexicon import DATE, NUMBER
from copydesk.text.pile import Cut
from copydesk.text.shingles import Hashes, common, word_hash

_FEWEST = 6  # numbers and names that two articles must share before the order of their facts is looked at
_IN_COMMON = 0.4  # and the share of all numbers and names, of the one that has more; rewrites have .6 and more
_STEPS = 4  # sentences in the same order; two leads about one event easily have two or three
_MATCH = 2.0  # a number counts 2, a name or a date 1

# "Fifty-eight" is read as 50 and 8, "58" as one number: such parts may be missing in a counterpart.
_PARTS = frozenset(word_hash(str(number)) for number in (*range(2, 10), *range(20, 100, 10)))


class Facts(msgspec.Struct, frozen=True, eq=False):
    """The anchors of an article's facts, sentence by sentence, quoted words apart.

    Attributes:
        numbers: Hashes of the numbers of each sentence; "four" and "4" are one, "one" and "1" none.
        names: Hashes of its names, months and weekdays.
        all_numbers: Hashes of all numbers.
        words: Hashes of the stems of all words in order, quoted ones included.
        keys: Sorted hashes of all numbers and names.
        held: Whether a sentence (row) holds a number or a name (column, as in `keys`), 1.0 or 0.0.
        numeric: For each of `keys` whether it is a number.
    """

    numbers: tuple[set[int], ...]
    names: tuple[set[int], ...]
    all_numbers: frozenset[int]
    words: Hashes
    keys: Hashes
    held: NDArray[np.float32]
    numeric: NDArray[np.bool_]


class Retelling(msgspec.Struct, frozen=True):
    """How far two articles tell the same facts in the same order.

    Attributes:
        share: In [0, 1]: share of the one's sentences whose facts stand in the same order in the other, the smaller of both sides,
            times the share of the numbers and names of the one with more that both have.
        there: Sentences of the first article with their counterparts in the second that have all their numbers.
        back: Sentences of the second article with such counterparts in the first.
        held_first: Sentences of the first article that hold no number and no name that stands nowhere in the second; where they
            hold none at all, only those between others with counterparts.
        held_second: The same of the second article.
    """

    share: float
    there: tuple[tuple[int, int], ...]
    back: tuple[tuple[int, int], ...]
    held_first: frozenset[int]
    held_second: frozenset[int]


NOT_RETOLD = Retelling(0.0, (), (), frozenset(), frozenset())


def facts(found: Cut, quoted: NDArray[np.bool_]) -> Facts:
    """Return the anchors of an article's facts.

    Args:
        found: The article's words.
        quoted: For each word whether it is quoted.
    """
    numbers: list[set[int]] = [set() for _ in range(found.sentences)]
    names: list[set[int]] = [set() for _ in range(found.sentences)]
    telling = (found.weights > 0) | (found.anchors == DATE)  # "may" is a month only where it is written as a name
    at = np.flatnonzero((found.names & telling | (found.anchors == NUMBER)) & ~quoted)
    places, stems, number = found.places[at], found.stems[at], found.anchors[at] == NUMBER
    for place, key, is_number in zip(places.tolist(), stems.tolist(), number.tolist(), strict=True):
        (numbers if is_number else names)[place].add(key)
    keys, columns = np.unique(stems, return_inverse=True)
    held = np.zeros((found.sentences, len(keys)), np.float32)
    held[places, columns] = 1.0
    numeric = np.zeros(len(keys), np.bool_)
    numeric[columns] = number
    return Facts(
        numbers=tuple(numbers),
        names=tuple(names),
        all_numbers=frozenset().union(*numbers),
        words=found.stems,
        keys=keys,
        held=held,
        numeric=numeric,
    )


def retelling(first: Facts, second: Facts, least: float) -> Retelling:
    """Return how far two articles tell the same facts in the same order, nothing where that is not more than `least`."""
    mine, yours = common(first.keys, second.keys)
    both = len(mine) / max(1, len(first.keys), len(second.keys))
    if len(mine) < _FEWEST or both < _IN_COMMON:
        return NOT_RETOLD
    here, there = first.held[:, mine], second.held[:, yours]
    figures = here[:, first.numeric[mine]] @ there[:, second.numeric[yours]].T
    scores = here @ there.T + figures
    sides = (_counterparts(scores, figures, first), _counterparts(scores.T, figures.T, second))
    steps = [in_order(j for _, j in counterparts) for counterparts in sides]
    share = min(steps[0] / len(first.numbers), steps[1] / len(second.numbers)) * both
    if min(steps) < _STEPS or share <= least:
        return NOT_RETOLD
    return Retelling(
        share=share,
        there=_sure(sides[0], first, second),
        back=_sure(sides[1], second, first),
        held_first=_held(sides[0], first, second),
        held_second=_held(sides[1], second, first),
    )


def _counterparts(scores: NDArray[np.float32], figures: NDArray[np.float32], one: Facts) -> list[tuple[int, int]]:
    """Return each sentence of one article with the one of the other that shares most of its facts, half of its numbers at least.

    Args:
        scores: How much every sentence of the one (row) shares with every one of the other.
        figures: How many numbers.
        one: The one article.
    """
    rows, best = np.arange(len(scores)), scores.argmax(axis=1)
    own = one.held[:, one.numeric].sum(axis=1)
    kept = np.flatnonzero((scores[rows, best] >= _MATCH) & (2 * figures[rows, best] >= own))
    return list(zip(kept.tolist(), best[kept].tolist(), strict=True))


def _sure(counterparts: Sequence[tuple[int, int]], one: Facts, other: Facts) -> tuple[tuple[int, int], ...]:
    """Return the counterparts that have all numbers of the sentence: one number more is a fact of its own."""
    return tuple((i, j) for i, j in counterparts if one.numbers[i] - _PARTS <= other.numbers[j])


def _held(counterparts: Sequence[tuple[int, int]], one: Facts, other: Facts) -> frozenset[int]:
    """Return the sentences of one article that hold no number and no name that stands nowhere in the other.

    One that holds none at all must stand between two that have counterparts: a closing remark may be the article's own.
    """
    known = other.all_numbers.union(other.words.tolist())
    told = [i for i, _ in counterparts]
    inside = range(min(told), max(told))
    anchors = [numbers | names for numbers, names in zip(one.numbers, one.names, strict=True)]
    return frozenset(i for i, keys in enumerate(anchors) if keys <= known and (keys or i in inside))


def in_order(places: Iterable[int]) -> int:
    """Return the length of the longest part of a sequence that does not fall (patience sorting: Fredman 1975)."""
    tails: list[int] = []
    for place in places:
        at = bisect_right(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)
