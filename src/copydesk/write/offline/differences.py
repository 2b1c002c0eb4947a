"""Where accounts differ: one sentence a side, each given to who stands on it, those that most origins carry first."""

import re
from collections.abc import Mapping, Sequence

import msgspec
from rapidfuzz import fuzz

from copydesk.records import Claim, Difference, DraftSentence, Passage, Side
from copydesk.text.names import same_person
from copydesk.text.roles import OFFICES
from copydesk.write.grammar.lexicon import TELLING, words
from copydesk.write.grammar.phrase import Phrase
from copydesk.write.grammar.trim import weakened
from copydesk.write.offline.candidates import HOPELESS, Candidates
from copydesk.write.offline.figures import NEAR, TOLLS, WORD, numeral
from copydesk.write.offline.line import Line
from copydesk.write.offline.pile import Pile
from copydesk.write.offline.wording import Wording

# Kinds that sentences can set against each other; how firmly or widely something is said shows better side by side on the page.
_TOLD = frozenset({"number", "date", "name", "role", "place", "stance"})
_SIDES = 3
_DIFFERENCES = 4
_SPELLING = 80.0  # likeness, of 100, from which two names are two spellings of one
_DIED = words("dead died deaths fatalities")
_PARTICIPLES = {
    "arrests": "arrested",
    "killing": "killed",
    "injuring": "injured",
    "wounding": "wounded",
    "unaccounted": "unaccounted for",
}
BOUNDS = "at least|at most|more than|fewer than|less than|up to|over|under|about|around|nearly|almost|some|roughly"


class Stand(msgspec.Struct, frozen=True):
    """One side of a difference, ready to be worded.

    Attributes:
        line: Its claim as a line that cites this side's passages only.
        brief: The value and no more, "31 were injured"; empty where it cannot be told so shortly.
        titled: Whether the title of a person is what its side is about.
    """

    line: Line
    brief: str = ""
    titled: bool = False


class Differences:
    """Plans what is written about differences; a difference with a side that cannot be told is not told at all.

    Args:
        pile: The articles.
        candidates: Makes lines of passages.
    """

    def __init__(self, pile: Pile, candidates: Candidates) -> None:
        self.pile = pile
        self.candidates = candidates
        self.claims: Mapping[str, Claim] = {c.id: c for c in pile.brief.weighed.claims}

    def planned(self, lead: str) -> list[tuple[Stand, ...]]:
        """Return the sides of each difference that can be told, most independent origins first.

        Args:
            lead: Id of the claim the report opens with: its sentence stands there, and only a brief word on it may follow.
        """
        found: list[tuple[Stand, ...]] = []
        used = {lead}
        for difference in self.pile.brief.weighed.differences:
            if len(found) >= _DIFFERENCES or difference.what not in _TOLD or spelled(difference) or self.grew(difference):
                continue
            stands = self.stands(difference, used)
            if stands:
                found.append(stands)
                used |= {s.line.claim.id for s in stands}
        return found

    def grew(self, difference: Difference) -> bool:
        """Return whether at most one side of a difference gives a figure that still holds: of a toll that grew, the last."""
        held = [side for side in one_per_value(difference.sides) if not self.outdated(side)]
        return difference.what == "number" and len(held) < len(("one", "other"))

    def outdated(self, side: Side) -> bool:
        """Return whether the number of a side is one that a later article replaces."""
        start = side.passage.start + max(0, side.passage.text.find(side.value or ""))
        old = self.pile.figures.outdated(self.pile.phrase(side.passage), side.passage.article_id)
        return any(start <= at < start + len(side.value or "") for at in old)

    def stands(self, difference: Difference, used: set[str]) -> tuple[Stand, ...]:
        """Return the sides of a difference, none where a side cannot be told, is told already, or has no origin of its own."""
        sides = one_per_value(difference.sides)[:_SIDES]
        stands = [self.stand(difference, side, sides) for side in sides]
        kept = [s for s in stands if s is not None and (s.brief or s.line.claim.id not in used)]
        apart = len({s.line.origin_ids for s in kept}) == len(kept) and len({s.line.passage for s in kept}) == len(kept)
        if len(kept) < len(sides) or len(kept) < 2 or not apart:
            return ()
        order = sorted(kept, key=lambda s: (-self.pile.lineage.independent(s.line.origin_ids).low, s.line.passage))
        return tuple(order)

    def stand(self, difference: Difference, side: Side, sides: Sequence[Side]) -> Stand | None:
        """Return one side as it can be told; None where its passage cannot stand alone."""
        claim = self.claims.get(side.claim_id)
        if claim is None:
            return None
        passage = self.pile.whole(side.passage)
        toll = nearest(passage.text, side_value(side)) if difference.what == "number" else None
        tried = self.candidates.tried(claim, passage)
        phrase = tried.phrase
        # "Police said 12 were hurt" is not what "12 were hurt" says.
        plain = not any(w.lemma in TELLING for w in phrase.words) and not weakened(around(phrase, side_value(side)))
        brief = told_briefly(passage.text, side, toll) if toll and plain else ""
        if difference.what in ("name", "role"):
            brief = office_of(passage.text, side.value or "")
        if not brief and (tried.cost >= HOPELESS or (difference.what != "stance" and not gives(phrase.text, side.value or ""))):
            return None
        line = self.candidates.made(claim, tried)
        rivals = {side_value(s) for s in sides if s is not side}
        carriers = self.carriers(passage, side, toll, rivals) if toll else [passage]
        citations = tuple(self.candidates.support.few([(passage,), *((p,) for p in carriers if p != passage)]))
        origins = self.pile.origins_of(citations)
        return Stand(
            msgspec.structs.replace(line, citations=citations, origin_ids=origins, several=1), brief, difference.what == "role"
        )

    def carriers(self, passage: Passage, side: Side, toll: frozenset[str], rivals: set[str]) -> list[Passage]:
        """Return the passages, of any claim, that give this side's number for the same toll and no other side's."""
        value, found = side_value(side), []
        for claim in self.pile.brief.weighed.claims:
            for other in claim.passages:
                numbers = number_words(other.text)
                if value in numbers and not rivals & numbers and nearest(other.text, value) == toll:
                    found.append(other)
        return sorted(set(found), key=lambda p: (p.article_id != passage.article_id, p))


def written(stands: Sequence[Stand], wording: Wording) -> tuple[DraftSentence, ...]:
    """Return one sentence for each side of a difference."""
    found = []
    wording.last = None  # a side does not go on with what its report said before
    for stand in stands:
        own = wording.sentence(stand.line, alone=True, titled=stand.titled)
        if stand.brief:
            text = wording.reported(stand.line, stand.brief)
            own = msgspec.structs.replace(own, text=text, citations=stand.line.citations, fallbacks=(own.text, *own.fallbacks))
        found.append(own)
    return tuple(found)


def told_briefly(text: str, side: Side, toll: frozenset[str]) -> str:
    """Return a toll in a few words, those of its own passage: "31 were injured", "at least two died"; empty where it is unclear."""
    value = side_value(side)
    said = sorted(number_words(text) & toll, key=lambda w: (w in _DIED, w))
    bound = re.search(rf"(?:\b({BOUNDS}) )?\b{re.escape(value)}\b", text.casefold())
    amount = f"{bound[1]} {value}" if bound and bound[1] else value
    were = "was" if value in ("1", "one") else "were"
    return f"{amount} died" if said[0] in _DIED else f"{amount} {were} {_PARTICIPLES.get(said[0], said[0])}"


def office_of(text: str, name: str) -> str:
    """Return "the mayor is Ana Boro" where a text has "Mayor Ana Boro"; empty where no office stands right before a name."""
    titled = any(word.casefold() in OFFICES for word in name.split()[-1:])  # it is a title itself
    before = text.partition(name)[0].split() if name and not titled else []
    office = [w for w in before[-1:] if w.casefold() in OFFICES and w[:1].isupper()]
    more = before[-2:-1] and before[-2][:1].isupper() and len(before) > len(("the", "office"))
    return f"the {office[0].lower()} is {name}" if office and not more else ""


def around(phrase: Phrase, value: str) -> Phrase:
    """Return the words near a number: what is said further off does not weaken it."""
    at = next((i for i, word in enumerate(phrase.words) if word.low == value), 0)
    return phrase.slice(max(0, at - NEAR), at + NEAR)


def gives(text: str, value: str) -> bool:
    """Return whether a wording still gives the value that its side stands for."""
    return bool(value) and value.casefold() in text.casefold()


def side_value(side: Side) -> str:
    """Return the number that a side gives, as it is written; empty where it gives none or several."""
    parts = [w for w in WORD.findall((side.value or "").casefold()) if w[:1].isdigit()]
    numerals = parts or [w for w in WORD.findall((side.value or "").casefold()) if numeral(w)]
    return numerals[0] if len(numerals) == 1 else ""


def number_words(text: str) -> set[str]:
    """Return the words of a text in lower case, numbers with the signs inside them."""
    return set(WORD.findall(text.casefold()))


def nearest(text: str, value: str) -> frozenset[str] | None:
    """Return the toll whose word stands nearest to a number, within a few words; None where there is none."""
    said = WORD.findall(text.casefold())
    if value not in said:
        return None
    at = said.index(value)
    near = [(abs(i - at), i, toll) for toll in TOLLS for i, w in enumerate(said) if w in toll and abs(i - at) <= NEAR]
    return min(near)[2] if near else None


def spelled(difference: Difference) -> bool:
    """Return whether a difference is only one of spelling; "mayor" and "deputy mayor" are no spellings."""
    values = [s.value.casefold() for s in difference.sides if s.value]
    if difference.what not in ("name", "place") or len(values) < 2:
        return False
    return all(fuzz.ratio(values[0], other) > _SPELLING or same_person(values[0], other) for other in values[1:])


def one_per_value(sides: Sequence[Side]) -> list[Side]:
    """Return the first side of each value."""
    seen: dict[str, Side] = {}
    for side in sides:
        seen.setdefault((side.value or side.passage.text).casefold(), side)
    return list(seen.values())
