"""Where accounts differ: each side with its value, given to who stands on it."""

from collections.abc import Mapping, Sequence

import msgspec
from rapidfuzz import fuzz

from copydesk.records import Difference, DraftSentence, Passage, Side
from copydesk.text.names import same_person
from copydesk.write.grammar.finish import finished, typographic
from copydesk.write.grammar.lexicon import NUMBER_WORDS
from copydesk.write.grammar.telling import Teller
from copydesk.write.offline.line import Line
from copydesk.write.offline.pile import Pile
from copydesk.write.offline.wording import Wording

# Kinds that a sentence can set against each other; how firmly or widely something is said shows better side by side on the page.
_TOLD = frozenset({"number", "date", "name", "role", "place", "stance"})
_SIDES = 3
_DIFFERENCES = 4
_LONGEST = 8  # words of a value
_SPELLING = 80.0  # likeness, of 100, from which two names are two spellings of one
_QUOTES = '“”"‘`'


class Written(msgspec.Struct, frozen=True):
    """What is written about a story's differences.

    Attributes:
        sentences: The sentences.
        claim_ids: Claims that they tell, so that the rest of the report need not.
    """

    sentences: tuple[DraftSentence, ...]
    claim_ids: frozenset[str]


class Differences:
    """Writes differences.

    Args:
        pile: The articles.
        wording: Words the lines.
        lines: Claim id -> its line.
    """

    def __init__(self, pile: Pile, wording: Wording, lines: Mapping[str, Line]) -> None:
        self.pile = pile
        self.wording = wording
        self.lines = lines

    def written(self) -> Written:
        """Return the sentences about the story's differences, in their order, and the claims that are told by them."""
        sentences, claims = list[DraftSentence](), set[str]()
        for difference in self.pile.brief.weighed.differences:
            if len(sentences) >= _DIFFERENCES or difference.what not in _TOLD or spelled(difference):
                continue
            sides = one_per_value(difference.sides)[:_SIDES]
            fresh = self.stances(sides) if difference.what == "stance" else self.values(difference, sides)
            sentences += fresh
            claims |= {s.claim_id for s in (sides if difference.what == "stance" else sides[1:])} if fresh else set()
        return Written(tuple(sentences), frozenset(claims))

    def stances(self, sides: Sequence[Side]) -> list[DraftSentence]:
        """Return a sentence per side, none where a side has no line."""
        lines = [self.lines.get(s.claim_id) for s in sides]
        return [self.wording.sentence(line, alone=True) for line in lines if line is not None] if all(lines) else []

    def values(self, difference: Difference, sides: Sequence[Side]) -> list[DraftSentence]:
        """Return one sentence that sets the values against each other; to fall back on, the last side's own sentence."""
        if len({side.origin_ids for side in sides}) < len(sides):
            return []
        tellers = [self.wording.tellers.of(side.origin_ids, [side.passage]) for side in sides]
        if len({t.name for t in tellers}) < len(sides) or len(sides) < 2 or any(not said(s) for s in sides):
            return []
        parts = [part(side, teller, first=i == 0) for i, (side, teller) in enumerate(zip(sides, tellers, strict=True))]
        text = finished(f"{about(difference.topic)}: {', '.join(parts)}.")
        line = self.lines.get(sides[-1].claim_id)
        own = self.wording.sentence(line, alone=True) if line else None
        return [
            DraftSentence(
                text=text,
                claim_ids=tuple(dict.fromkeys(s.claim_id for s in sides)),
                citations=tuple(dict.fromkeys([*(self.whole(s.passage) for s in sides), *(own.citations if own else ())])),
                attributed=True,
                fallbacks=(own.text, *own.fallbacks) if own else (),
            )
        ]

    def whole(self, passage: Passage) -> Passage:
        """Return the sentence in which a passage stands."""
        mark = self.pile.mark(passage)
        return self.pile.marked(passage).passage(mark.start, mark.end) if mark else passage


def part(side: Side, teller: Teller, *, first: bool) -> str:
    """Return one side as part of a sentence: "the Courier says 31", "Radio Nine 38"."""
    verb = f" {'say' if teller.plural else 'says'}" if first else ""
    return f"{teller.inside}{',' if teller.carried else ''}{verb} {said(side)}"


def about(topic: str) -> str:
    """Return how a sentence about a difference begins."""
    sentence = topic[:1].isupper() or len(topic.split()) > _LONGEST
    if not topic or sentence or any(sign in topic for sign in _QUOTES + "()…"):
        return "Accounts differ"
    return f"On {'the ' if topic.startswith('number ') else ''}{topic}, accounts differ"


def said(side: Side) -> str:
    """Return a side's value as it can be printed; empty where it is none or too long."""
    words = typographic(side.value or "").strip(" .,;:")
    if words.split(" ")[0].lower() in NUMBER_WORDS:
        words = words[0].lower() + words[1:]
    return words if len(words.split()) <= _LONGEST and not any(sign in words for sign in _QUOTES) else ""


def spelled(difference: Difference) -> bool:
    """Return whether a difference is only one of spelling."""
    values = [s.value.casefold() for s in difference.sides if s.value]
    if difference.what not in ("name", "role", "place") or len(values) < 2:
        return False
    return all(fuzz.ratio(values[0], other) > _SPELLING or same_person(values[0], other) for other in values[1:])


def one_per_value(sides: Sequence[Side]) -> list[Side]:
    """Return the first side of each value."""
    seen: dict[str, Side] = {}
    for side in sides:
        seen.setdefault((side.value or side.passage.text).casefold(), side)
    return list(seen.values())
