"""Clusters of passages: the same however few texts are looked at together."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from copydesk.reuse.clusters import Gathered, Sides, gathered, join_overlapping, paired, settle

SIDE = st.tuples(st.integers(0, 5), st.integers(0, 60), st.integers(1, 30))


def of(sides: list[tuple[int, int, int]], low: int, high: int) -> Sides:
    """Return the sides, of which each is a text, a first code point and a length, that stand in some texts."""
    numbers = np.array([at for at, (text, _, _) in enumerate(sides) if low <= text < high], np.int64)
    texts = np.array([side[0] for side in sides], np.int64)[numbers]
    places = np.array([[start, start + length] for _, start, length in sides], np.uint32).reshape(-1, 2)[numbers]
    return Sides(numbers, texts, places)


def clustered(sides: list[tuple[int, int, int]], bounds: list[int]) -> list[Gathered]:
    """Return what each stretch of texts has."""
    stretches = [of(sides, low, high) for low, high in pairwise(bounds)]
    roots = paired(len(sides))
    for stretch in stretches:
        join_overlapping(roots, stretch)
    settle(roots)
    return [gathered(roots, stretch) for stretch in stretches]


def rows(found: list[Gathered]) -> list[tuple[int, ...]]:
    """Return text, start, end and root of each passage."""
    return [row for one in found for row in zip(*(column.tolist() for column in one), strict=True)]


def test_passages_that_overlap_by_half_are_one_cluster_and_others_are_not() -> None:
    pairs = [(0, 0, 100), (1, 0, 100), (1, 20, 100), (2, 500, 100), (1, 400, 50), (3, 0, 50), (1, 110, 40), (4, 7, 40)]
    assert rows(clustered(pairs, [0, 9])) == [
        *((0, 0, 100, 0), (1, 0, 120, 0), (1, 110, 150, 6), (1, 400, 450, 4), (2, 500, 600, 0), (3, 0, 50, 4), (4, 7, 47, 6))
    ]


@given(st.lists(st.tuples(SIDE, SIDE), max_size=25))
def test_one_text_at_a_time_gives_what_all_together_give(pairs: list[tuple[tuple[int, int, int], tuple[int, int, int]]]) -> None:
    sides = [side for pair in pairs for side in pair]
    together = rows(clustered(sides, [0, 6]))
    assert rows(clustered(sides, list(range(7)))) == together
    assert together == sorted(together, key=lambda row: row[:2])
    roots = {row[3] for row in together}
    assert all(any(covers(together, root, one) and covers(together, root, other) for root in roots) for one, other in pairs)


def covers(found: list[tuple[int, ...]], root: int, side: tuple[int, int, int]) -> bool:
    """Say whether a cluster holds a side."""
    text, start, length = side
    return any(row[0] == text and row[1] <= start and start + length <= row[2] and row[3] == root for row in found)
