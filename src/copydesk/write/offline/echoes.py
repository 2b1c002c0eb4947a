"""How far other reports tell what a line tells, in whichever words and whether or not it is one claim to them."""

from collections import defaultdict
from collections.abc import Mapping

from copydesk.write.offline.line import Line, told
from copydesk.write.offline.pile import Pile

_FAINT, _CLEAR = 0.3, 0.7  # of what the shorter of two sentences tells: less is chance, more is the same thing told


class Echoes:
    """The sentences of a story's articles, by their words.

    Args:
        pile: The articles.
    """

    def __init__(self, pile: Pile) -> None:
        self.origins: list[str] = []
        self.totals: list[float] = []
        self.holding: dict[str, list[int]] = defaultdict(list)
        for article_id, origin in sorted(pile.lineage.main_origins.items()):
            for passage in pile.sentences(article_id) if article_id in pile.articles else ():
                terms = sorted(pile.terms(passage))
                for term in terms:
                    self.holding[term].append(len(self.origins))
                self.origins.append(origin)
                self.totals.append(sum(told(term) for term in terms))

    def of(self, line: Line) -> float:
        """Return by how many other origins a line is told, each from 0 to 1 by how much of it their nearest sentence tells."""
        shared: dict[int, float] = defaultdict(float)
        for term, much in line.terms.told.items():
            for number in self.holding.get(term, ()):
                shared[number] += much
        return sum(max(0.0, min(1.0, (best - _FAINT) / (_CLEAR - _FAINT))) for best in self._best(line, shared).values())

    def _best(self, line: Line, shared: Mapping[int, float]) -> dict[str, float]:
        """Return for each other origin the largest share that a sentence of it and the line have in common."""
        best: dict[str, float] = {}
        for number, much in shared.items():
            origin, shorter = self.origins[number], min(self.totals[number], line.terms.total)
            if origin not in line.origin_ids and shorter:
                best[origin] = max(best.get(origin, 0.0), much / shorter)
        return best
