"""Which nodes tell one deed: as the main thing in both, or as the main thing in one and in passing in the other.

Pairs come from an inverted index of a word for what is done with who or what takes part; such a pair that stands in more nodes than
are worth a look proposes none, so the work grows with the number of sentences and not with its square.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

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
        main = deeds.main(node) if index.shared(node, deeds.word(node)) else None
        for other in index.candidates(node, main) if main is not None else ():
            at = told_at(node, main, other, deeds)
            if at < 0:
                continue
            if other.predicate is not None and other.predicate.index == at:
                pairs.add((min(number, other.number), max(number, other.number)))
            else:
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

    def shared(self, node: Node, word: int) -> bool:
        """Return whether another node holds what may stand for a word of a node."""
        return word >= 0 and sum(len(self.holders.get(term, ())) for term in kin(root(node.syntax.lemma(word)))) > 1

    def both(self, word: str, term: str) -> set[int]:
        """Return the nodes that hold two terms; none where these are too many."""
        key = (word, term)
        found = self._both.get(key)
        if found is None:
            found = self.holders[word] & self.holders[term]
            found = self._both[key] = found if len(found) <= self.crowded else set()
        return found

    def candidates(self, node: Node, main: Deed) -> Iterator[Node]:
        """Yield the nodes of other articles that hold a word for a node's main deed and two that take part in it."""
        words = [word for word in kin(main.root) if word in self.holders]
        found = {
            number
            for word in words
            for term in (*main.terms, *[f"={day}" for day in main.days])
            for number in self.both(word, term)
        }
        for number in sorted(found):
            other = self.nodes[number]
            if len(main.terms & self.held[number]) + bool(main.days) >= _SHARED and node.articles.isdisjoint(other.articles):
                yield other


def told_at(node: Node, main: Deed, other: Node, deeds: Deeds) -> int:
    """Return the word with which a node tells the main deed of another; -1 where it does not."""
    if habitual(node) != habitual(other) or other.text.rstrip().endswith("?"):
        return -1
    words = words_for(other, kin(main.root), deeds.terms(other))
    return next((i for i in words if same(main, deeds.at(other, i), deeds.cast)), -1)
