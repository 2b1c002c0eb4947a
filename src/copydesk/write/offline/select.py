"""Which lines the report takes: the important and independent ones, each origin heard, nothing twice, within the words."""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from copydesk.records import Claim, LeftOut
from copydesk.write.config import WriteConfig
from copydesk.write.offline.line import Line, shared
from copydesk.write.offline.pile import Pile

# Words that an attribution adds to a line, on the average.
TELLING = 5
_HEARD = 0.25  # bonus of an origin's first line
_CONFIRMED = 0.15  # bonus per further independent origin, up to three
_SPREAD = 0.06  # price of each line that an origin has already


def scored(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with their score, the best first."""
    common = crowded([line.terms for line in lines])
    fresh = [replace(line, terms=line.terms - common or line.terms, score=score(line)) for line in lines]
    return sorted(fresh, key=lambda line: (-line.score, line.claim.id))


def score(line: Line) -> float:
    """Return how much the report needs a line."""
    confirmed = min(line.claim.independent.low if not line.single else 1, 4) - 1
    return line.claim.importance + _CONFIRMED * confirmed - 0.1 * line.quotation


def crowded(terms: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the terms that most lines hold: they tell no two apart."""
    if len(terms) < 8:
        return frozenset()
    counts = Counter(term for held in terms for term in held)
    return frozenset(term for term, count in counts.items() if count > 0.35 * len(terms))


class Selection:
    """The lines taken so far, and what may still join them.

    Args:
        pile: The articles.
        config: Settings.
    """

    def __init__(self, pile: Pile, config: WriteConfig) -> None:
        self.pile = pile
        self.config = config
        self.taken: list[Line] = []
        self.left: list[LeftOut] = []
        self.words = 0

    def take(self, lines: Sequence[Line], words: int) -> None:
        """Take the best lines until the words are used up.

        Args:
            lines: Scored lines.
            words: How many words there are for them.
        """
        waiting = list(lines)
        while waiting:
            best = max(waiting, key=lambda line: (self._worth(line), -number(line.claim)))
            waiting.remove(best)
            reason = self._refused(best, words, waiting)
            if reason:
                self.left.append(LeftOut(text=best.phrase.text, reason=reason))
            else:
                self.taken.append(best)
                self.words += cost(best)

    def lead(self, lines: Sequence[Line]) -> Line | None:
        """Return the line the report opens with: a central claim that most independent origins carry, and no quotation."""
        plain = [line for line in lines if not line.quotation] or list(lines)
        return max(plain, key=lambda line: (self._central(line), -number(line.claim)), default=None)

    def _central(self, line: Line) -> float:
        opening = 0.2 * (1 - min(1.0, 3 * line.place))
        return line.score + opening - 0.3 * (line.section in ("background", "matters"))

    def _worth(self, line: Line) -> float:
        """Return what a line adds to those taken."""
        held = Counter(o for taken in self.taken for o in taken.origin_ids[:1] if taken.single)
        own = line.origin_ids[0] if line.single and line.origin_ids else ""
        heard = {o for taken in self.taken for o in taken.origin_ids}
        new = _HEARD if self.taken and not heard & set(line.origin_ids) else 0.0
        return line.score + new - _SPREAD * held[own] - 0.4 * max((shared(line.terms, t.terms) for t in self.taken), default=0.0)

    def _refused(self, line: Line, words: int, waiting: Sequence[Line]) -> str | None:
        """Return why a line is not taken, or None."""
        if any(repeats(line, taken, self.config.redundant) for taken in self.taken):
            return "said already"
        if self.taken and self.words + cost(line) > words:
            return "no room for it"
        if line.quotation and sum(t.quotation for t in self.taken) >= self.config.quotes:
            return "enough quotations"
        return "enough from that report" if self._dominates(line, waiting) else None

    def _dominates(self, line: Line, waiting: Sequence[Line]) -> bool:
        """Return whether a line's only origin would carry too much of the report although others have something to say."""
        if not line.single or len(self.taken) < 5:
            return False
        others = {o for w in (*waiting, *self.taken) for o in w.origin_ids}
        own = sum(t.single and t.origin_ids == line.origin_ids for t in self.taken) + 1
        return len(others) >= 3 and own > self.config.origin_share * (len(self.taken) + 1)


def repeats(line: Line, taken: Line, limit: float) -> bool:
    """Return whether a line says what another says: most of its content words stand there, and no number of its own is new."""
    overlap = shared(line.terms, taken.terms)
    numbers = {t for t in line.terms if t[:1].isdigit()} - {t for t in taken.terms if t[:1].isdigit()}
    return overlap >= (limit + 0.2 if numbers else limit)


def cost(line: Line) -> int:
    """Return how many words a line takes, its attribution included."""
    return line.phrase.count + TELLING * line.single


def number(claim: Claim) -> int:
    """Return a claim's place in the order of importance."""
    digits = claim.id.lstrip("c")
    return int(digits) if digits.isdigit() else 0
