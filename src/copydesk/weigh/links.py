"""Which nodes a reuse link aligns, which quote the same words, and which open articles about one name."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from copydesk.records import Lineage, Passage
from copydesk.weigh.nodes import Node

_CROWDED = 40
_OPENINGS = 80  # sentences; in more of them shared terms propose enough
_MOST = 4  # units that one side of a reused passage may touch: of a longer one only equal sentences, which are one node, are sure


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


def opening(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of nodes that stand among the first sentences of different articles and name somebody or something alike."""
    first = [node for node in nodes if node.opening]
    if len(first) <= _OPENINGS:
        yield from ((a.number, b.number) for a, b in combinations(first, 2) if opening_alike(a, b))


def opening_alike(a: Node, b: Node) -> bool:
    """Return whether two nodes open different articles and share a name."""
    return a.opening and b.opening and a.articles.isdisjoint(b.articles) and not a.names.isdisjoint(b.names)


def touched(passage: Passage, shelves: dict[str, list[tuple[int, int, int]]]) -> list[int]:
    """Return the nodes of the units of which a passage covers at least half, or which cover at least half of it."""
    shelf = shelves.get(passage.article_id, [])
    found = []
    for start, end, number in islice(shelf, max(0, bisect_left(shelf, (passage.start, 0, 0)) - 1), None):
        if start >= passage.end:
            break
        shared = min(end, passage.end) - max(start, passage.start)
        if shared * 2 >= min(end - start, passage.end - passage.start):
            found.append(number)
    return found
