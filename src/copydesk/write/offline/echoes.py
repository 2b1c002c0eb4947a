"""How far other reports tell what a line tells, in whichever words and whether or not it is one claim to them."""

from collections import defaultdict
from typing import NamedTuple

from copydesk.write.offline.line import Line, told
from copydesk.write.offline.pile import Pile

_FAINT, _CLEAR = 0.3, 0.7  # of what the shorter of two sentences tells: less is chance, more is the same thing told


class Echo(NamedTuple):
    """A sentence of an article that tells what a line tells.

    Attributes:
        number: Which sentence of the story.
        origin: The main origin of its article.
        strength: How much of the shorter of the two the other tells, in (0, 1]: 0 is chance.
        own: Whether it comes from an origin that carries the line.
    """

    number: int
    origin: str
    strength: float
    own: bool


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

    def of(self, line: Line) -> tuple[Echo, ...]:
        """Return the sentences of other origins that tell some of what a line tells, in the order of the articles."""
        shared: dict[int, float] = defaultdict(float)
        for term, much in line.terms.told.items():
            for number in self.holding.get(term, ()):
                shared[number] += much
        found = []
        for number, much in sorted(shared.items()):
            shorter = min(self.totals[number], line.terms.total)
            strength = (much / shorter - _FAINT) / (_CLEAR - _FAINT) if shorter else 0.0
            if strength > 0:
                found.append(Echo(number, self.origins[number], min(1.0, strength), own=self.origins[number] in line.origin_ids))
        return tuple(found)
