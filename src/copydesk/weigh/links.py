"""Which nodes a reuse link aligns, and which quote the same words."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations

from copydesk.records import Lineage, Passage
from copydesk.weigh.nodes import Node

_CROWDED = 40
_MOST = (
    4  # units that one side of a reused passage may touch: of a longer one only equal sentences are sure, and these are one node
)


def linked(nodes: Sequence[Node], lineage: Lineage) -> Iterator[tuple[int, int]]:
    """Yield the pairs of nodes that stand on both sides of a reused passage; quoted words alone align nothing."""
    shelves: dict[str, list[tuple[int, int, int]]] = {}
    for node in nodes:
        for unit in node.units:
            shelves.setdefault(unit.marked.article.id, []).append((unit.start, unit.end, node.number))
    for shelf in shelves.values():
        shelf.sort()
    for link in lineage.links:
        for reuse in link.passages:
            if reuse.kind != "quoted":
                later, earlier = touched(reuse.later, shelves), touched(reuse.earlier, shelves)
                if 0 < len(later) <= _MOST and 0 < len(earlier) <= _MOST:
                    yield from ((a, b) for a in later for b in earlier)


def quoting(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of nodes that quote the same words; words that are on everybody's lips are left to what else is told."""
    places: dict[str, list[int]] = {}
    for node in nodes:
        for words in node.spoken:
            places.setdefault(words, []).append(node.number)
    for held in places.values():
        if len(held) <= _CROWDED:
            yield from combinations(held, 2)


def touched(passage: Passage, shelves: dict[str, list[tuple[int, int, int]]]) -> list[int]:
    """Return the nodes of the units of which a passage covers at least half, or which cover at least half of it."""
    shelf = shelves.get(passage.article_id, [])
    found = []
    for start, end, number in shelf[max(0, bisect_left(shelf, (passage.start, 0, 0)) - 1) :]:
        if start >= passage.end:
            break
        shared = min(end, passage.end) - max(start, passage.start)
        if shared * 2 >= min(end - start, passage.end - passage.start):
            found.append(number)
    return found
