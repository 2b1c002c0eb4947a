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
from copydesk.text.shingles import Hashes, word_hash

_FEWEST = 5  # numbers that two articles must share before the order of their facts is looked at
_MATCH = 2  # a number counts 2, a name or a date 1
_OFTEN = 50  # sentences per number or name that are looked at

# "Fifty-eight" is read as 50 and 8, "58" as one number: such parts may be missing in a counterpart.
_PARTS = frozenset(word_hash(str(number)) for number in (*range(2, 10), *range(20, 100, 10)))


class Facts(msgspec.Struct, frozen=True, eq=False):
    """The anchors of an article's facts, sentence by sentence, quoted words apart.

    Attributes:
        numbers: Hashes of the numbers of each sentence; "four" and "4" are one, "one" and "1" none.
        names: Hashes of its names, months and weekdays.
        all_numbers: Hashes of all numbers.
        words: Hashes of the stems of all words in order, quoted ones included.
        where: Hash of a number or a name -> the sentences it stands in, the first few of many.
    """

    numbers: tuple[set[int], ...]
    names: tuple[set[int], ...]
    all_numbers: frozenset[int]
    words: Hashes
    where: dict[int, list[int]]


class Retelling(msgspec.Struct, frozen=True):
    """How far two articles tell the same facts in the same order.

    Attributes:
        share: In [0, 1]: share of the one's sentences whose facts stand in the same order in the other, the smaller of both sides,
            times the share of the numbers of the one with fewer that both have.
        there: Sentences of the first article with their counterparts in the second that have all their numbers.
        back: Sentences of the second article with such counterparts in the first.
        held_first: Sentences of the first article that hold no number and no name that stands nowhere in the second.
        held_second: Sentences of the second article that hold none that stands nowhere in the first.
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
    rows = zip(found.places[at].tolist(), found.stems[at].tolist(), (found.anchors[at] == NUMBER).tolist(), strict=True)
    where: dict[int, list[int]] = {}
    for place, key, number in rows:
        (numbers if number else names)[place].add(key)
        sentences = where.setdefault(key, [])
        if sentences[-1:] != [place] and len(sentences) < _OFTEN:
            sentences.append(place)
    return Facts(
        numbers=tuple(numbers),
        names=tuple(names),
        all_numbers=frozenset().union(*numbers),
        words=found.stems,
        where=where,
    )


def retelling(first: Facts, second: Facts, least: float) -> Retelling:
    """Return how far two articles tell the same facts in the same order, nothing where that is not more than `least`."""
    numbers = len(first.all_numbers & second.all_numbers)
    fewer = min(len(first.all_numbers), len(second.all_numbers))
    if numbers < _FEWEST or numbers <= least * fewer:
        return NOT_RETOLD
    most = least * fewer / numbers  # share of the sentences from which on a retelling is one
    there = _counterparts(first, second, most)
    share = _ordered(there, first) * numbers / fewer
    if share <= least:
        return NOT_RETOLD
    back = _counterparts(second, first, most)
    share = min(share, _ordered(back, second) * numbers / fewer)
    if share <= least:
        return NOT_RETOLD
    return Retelling(share, _sure(there, first, second), _sure(back, second, first), _held(first, second), _held(second, first))


def _ordered(counterparts: Sequence[tuple[int, int]], one: Facts) -> float:
    """Return the share of an article's sentences whose counterparts stand in the same order."""
    return in_order(j for _, j in counterparts) / max(1, len(one.numbers))


def _counterparts(one: Facts, other: Facts, least: float) -> list[tuple[int, int]]:
    """Return each sentence of one article with the one of the other that shares most of its facts, half of its numbers at least.

    None as soon as it is plain that not more than the share `least` of the sentences has one.
    """
    found: list[tuple[int, int]] = []
    count = len(one.numbers)
    without = count - least * count  # so many sentences without a counterpart settle it
    for i, (numbers, names) in enumerate(zip(one.numbers, one.names, strict=True)):
        best = _counterpart(numbers, names, other)
        if best >= 0:
            found.append((i, best))
        elif i + 1 - len(found) >= without:
            return []
    return found


def _counterpart(numbers: set[int], names: set[int], other: Facts) -> int:
    """Return the sentence of the other article that shares most of these facts and half of the numbers at least, -1 for none."""
    scores: dict[int, int] = {}
    for keys, counts in ((numbers, 2), (names, 1)):
        for key in keys & other.where.keys():
            for j in other.where[key]:
                scores[j] = scores.get(j, 0) + counts
    most = max(scores.values(), default=0)
    if most < _MATCH:
        return -1
    best = min(j for j, score in scores.items() if score == most)
    return best if 2 * len(numbers & other.numbers[best]) >= len(numbers) else -1


def _sure(counterparts: Sequence[tuple[int, int]], one: Facts, other: Facts) -> tuple[tuple[int, int], ...]:
    """Return the counterparts that have all numbers of the sentence: one number more is a fact of its own."""
    return tuple((i, j) for i, j in counterparts if one.numbers[i] - _PARTS <= other.numbers[j])


def _held(one: Facts, other: Facts) -> frozenset[int]:
    """Return the sentences of one article that hold no number and no name that stands nowhere in the other."""
    known = other.all_numbers.union(other.words.tolist())
    return frozenset(i for i in range(len(one.numbers)) if one.numbers[i] | one.names[i] <= known)


def in_order(places: Iterable[int]) -> int:
    """Return the length of the longest part of a sequence that does not fall (patience sorting: Fredman 1975)."""
    tails: list[int] = []
    for place in places:
        at = bisect_right(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)
