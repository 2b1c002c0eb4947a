"""Where accounts differ: each side in its own words, given to who stands on it."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from copydesk.records import Difference, DraftSentence, Passage, Side
from copydesk.write.config import WriteConfig
from copydesk.write.grammar.finish import finished, typographic
from copydesk.write.offline.pile import Pile
from copydesk.write.offline.tellers import Tellers

_SIDES = 3
_DIFFERENCES = 4
_LONGEST = 14
_SPELLING = 80.0  # likeness, of 100, from which two names are two spellings of one
_QUOTES = '“”"‘’`'


class Differences:
    """Writes differences.

    Args:
        pile: The articles.
        tellers: What the report calls their origins.
        config: Settings.
    """

    def __init__(self, pile: Pile, tellers: Tellers, config: WriteConfig) -> None:
        self.pile = pile
        self.tellers = tellers
        self.config = config

    def sentences(self) -> list[DraftSentence]:
        """Return a sentence per difference that can be put in one, in their order."""
        found = [self.sentence(d) for d in self.pile.brief.weighed.differences]
        return [s for s in found if s is not None][:_DIFFERENCES]

    def sentence(self, difference: Difference) -> DraftSentence | None:
        """Return one difference as a sentence; None where a side cannot be told in few words."""
        sides = one_per_value(difference.sides)[:_SIDES]
        if len(sides) < 2:
            return None
        citations = tuple(dict.fromkeys(self.whole(s.passage) for s in sides))
        words = [self.words(s) for s in sides]
        if any(w is None for w in words) or len(set(words)) < 2 or spelled(difference):
            return None
        text = "; ".join(f"{self.named(s)} {'say' if self.plural(s) else 'says'} {w}" for s, w in zip(sides, words, strict=True))
        claims = tuple(dict.fromkeys(s.claim_id for s in sides))
        return DraftSentence(text=finished(f"{text}."), claim_ids=claims, citations=citations, attributed=True)

    def named(self, side: Side) -> str:
        """Return who stands on a side."""
        return self.tellers.of(side.origin_ids, [side.passage]).name

    def plural(self, side: Side) -> bool:
        """Return whether several stand on a side."""
        return self.tellers.of(side.origin_ids, [side.passage]).plural

    def words(self, side: Side) -> str | None:
        """Return a side's own words as a short quotation; None where they are too many."""
        words = side.passage.text if len(side.passage.text.split()) <= _LONGEST else side.value
        if not words or any(sign in words for sign in _QUOTES):
            return None
        return f"“{typographic(words).strip(' .,;:')}”"

    def whole(self, passage: Passage) -> Passage:
        """Return the sentence in which a passage stands."""
        mark = self.pile.mark(passage)
        return self.pile.marked(passage).passage(mark.start, mark.end) if mark else passage


def spelled(difference: Difference) -> bool:
    """Return whether a difference is only one of spelling."""
    values = [s.value.casefold() for s in difference.sides if s.value]
    if difference.what not in ("name", "role", "place") or len(values) < 2:
        return False
    return all(fuzz.ratio(values[0], other) > _SPELLING for other in values[1:])


def one_per_value(sides: Sequence[Side]) -> list[Side]:
    """Return the first side of each value."""
    seen: dict[str, Side] = {}
    for side in sides:
        seen.setdefault((side.value or side.passage.text).casefold(), side)
    return list(seen.values())
