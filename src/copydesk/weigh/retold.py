"""Which nodes tell one deed: as the main thing in both, or as the main thing in one and in passing in the other.

Pairs come from an inverted index of a word for what is done with who or what takes part; such a pair that stands in more nodes than
are worth a look proposes none, so the work grows with the number of sentences and not with its square.
"""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from copydesk.weigh.config import WeighConfig
from copydesk.weigh.deeds import Deed, Deeds, words_for
from copydesk.weigh.matching import habitual, kin, same
from copydesk.weigh.nodes import Node
from copydesk.weigh.roots import root

_SHARED = 2  # who and what takes part in both


class Retold(msgspec.Struct, frozen=True):
    """Which nodes of a story tell one deed.

    Attributes:
        same: Pairs of nodes, the lesser number first, whose main predicates are one deed.
        within: Node -> the nodes of other articles that tell its main deed in another of their clauses, with that deed.
    """

    same: frozenset[tuple[int, int]]
    within: dict[int, dict[int, Deed]]


def retold(nodes: Sequence[Node], deeds: Deeds, config: WeighConfig) -> Retold:
    """Find the nodes that tell one deed."""
    pairs: set[tuple[int, int]] = set()
    within: dict[int, dict[int, Deed]] = {}
    index = Index(nodes, deeds, config.crowded)
    for number, node in enumerate(nodes):
        others = index.candidates(node, deeds.word(node))
        main = deeds.main(node) if others else None
        if main is None:
            continue
        for other in others:
            at = told_at(node, main, other, deeds) if index.takes_part(main, other) else -1
            if at >= 0 and other.predicate is not None and other.predicate.index == at:
                pairs.add((min(number, other.number), max(number, other.number)))
            elif at >= 0:
                within.setdefault(number, {})[other.number] = deeds.at(other, at)
    return Retold(same=frozenset(pairs), within=within)


class Index:
    """Which nodes hold a word for what is done beside a word for who or what takes part.

    Args:
        nodes: The nodes, by number.
        deeds: Their deeds.
        crowded: In more nodes than so many a pair of words proposes nothing.
    """

    def __init__(self, nodes: Sequence[Node], deeds: Deeds, crowded: int) -> None:
        self.nodes = nodes
        self.crowded = crowded
        self.held = [frozenset(deeds.terms(node).values()) for node in nodes]
        holders: dict[str, set[int]] = defaultdict(set)
        for number, terms in enumerate(self.held):
            for term in terms:
                holders[term].add(number)
        self.holders = holders
        self._both: dict[tuple[str, str], set[int]] = {}

    def both(self, word: str, term: str) -> set[int]:
        """Return the nodes that hold two terms; none where these are too many."""
        key = (word, term)
        found = self._both.get(key)
        if found is None:
            found = self.holders[word] & self.holders[term]
            found = self._both[key] = found if len(found) <= self.crowded else set()
        return found

    def candidates(self, node: Node, word: int) -> list[Node]:
        """Return the nodes of other articles that hold what may stand for a word of a node, and other words of it besides."""
        if word < 0:
            return []
        own, words = self.held[node.number], [w for w in kin(root(node.syntax.lemma(word))) if w in self.holders]
        found = set().union(*[self.holders[w] for w in words])
        if len(found) > self.crowded:
            found = {number for w in words for term in own for number in self.both(w, term)}
        least = _SHARED if node.unit.dates else _SHARED + 1  # the word itself is most often in both
        near = [n for n in sorted(found) if len(own & self.held[n]) >= least]
        return [self.nodes[n] for n in near if node.articles.isdisjoint(self.nodes[n].articles)]

    def takes_part(self, main: Deed, other: Node) -> bool:
        """Return whether two that take part in a deed stand in a node; a day may be told as a weekday."""
        return len(main.terms & self.held[other.number]) + bool(main.days) >= _SHARED


def told_at(node: Node, main: Deed, other: Node, deeds: Deeds) -> int:
    """Return the word with which a node tells the main deed of another; -1 where it does not."""
    words = words_for(other, kin(main.root), deeds.terms(other))
    if not words or habitual(node) != habitual(other) or other.text.rstrip().endswith("?"):
        return -1
    return next((i for i in words if same(main, deeds.at(other, i), deeds.cast)), -1)
