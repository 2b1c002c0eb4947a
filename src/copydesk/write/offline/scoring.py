"""How much the report needs a line, and how well one could open it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from copydesk.records import Claim
from copydesk.write.grammar.lexicon import CONTENTION, COURTEOUS
from copydesk.write.grammar.phrase import Phrase
from copydesk.write.offline.line import Line, termed
from copydesk.write.offline.pile import Pile
from copydesk.write.offline.vagueness import vague

_SHARED_LEAD, _DISPUTED = 0.25, 0.3  # what each further origin is worth for the lead; price of a claim from which another differs
_TOPICAL, _TOPICAL_LEAD = 0.2, 0.6  # worth of a line all of whose words stand at the heads of all articles
_ASIDE = 0.3  # of what further origins are worth counts where titles and openings speak of something else
_LEADING = 0.8  # worth, for the lead, of what is likest to the titles and openings of the articles
_OUTDATED, _OUTDATED_LEAD = 0.1, 0.5  # price of a number that a later article replaces
_PASSED = 0.3  # price of a state that an article told well before the last one
_NEWEST = 1.0  # worth of the latest figure of a toll that grew
_CONFIRMED = 0.15  # bonus per further independent origin, up to three
_COLOUR, _COLOUR_LEAD, _SCENE = 0.3, 1.0, 0.25  # price of a line that sets a scene: less than this share of it is told by others
_CONTESTED = 0.2  # bonus of a warning, an accusation, a denial
_CONCRETE, _ENOUGH = 0.08, 4  # bonus of each name or number, up to so many
_FAMILIAR = 3.0  # a name that every third line has is none of its own
_CLOCK = frozenset({"past", "o'clock", "o’clock", "quarter", "a.m.", "p.m.", "am", "pm"})
_VAGUE = 0.3  # price of a sentence that says how something is seen rather than what it is
_AHEAD = 0.1  # bonus of what is to happen on a day that is known
_COMMON = 0.7  # worth of a line all of whose words two independent reports use: what it tells belongs to the story


def scored(lines: Sequence[Line], pile: Pile) -> list[Line]:
    """Return the lines with their score, the best first."""
    common = pile.common()
    heads, old = pile.heads(), outdated(pile)
    commonness = Counter(term for line in lines for term in line.terms.told)
    leading = dict(pile.brief.weighed.leading)
    lines = [
        replace(
            line,
            topical=topical(line, heads),
            leading=leading.get(pile.whole(line.passage), 0.0) if leading else 1.0,
            outdated=line.claim.id in old,
            coloured=coloured(line, common),
        )
        for line in lines
    ]
    fresh = [
        replace(line, score=score(line) + _COMMON * line.terms.held(common) + concrete(line, commonness, len(lines)))
        for line in lines
    ]
    return sorted(fresh, key=lambda line: (-line.score, line.claim.id, line.key))


def topical(line: Line, heads: Mapping[str, float]) -> float:
    """Return the share of what a line tells that the heads of the articles tell, each word as far as it is common to them."""
    held = sum(much * heads.get(term, 0.0) for term, much in line.terms.told.items())
    return held / line.terms.total if line.terms.total else 0.0


def outdated(pile: Pile) -> frozenset[str]:
    """Return the claims with a number that a later article replaces, and no fewer origins with it: a toll that has risen since."""
    found = set[str]()
    for difference in pile.brief.weighed.differences:
        dated = [(pile.marked(side.passage).article.published.when or "", side) for side in difference.sides]
        latest, newest = max(dated, key=lambda one: one[0])
        if difference.what == "number" and all(when for when, _ in dated):
            older = (side for when, side in dated if when < latest)
            found |= {side.claim_id for side in older if len(side.origin_ids) <= len(newest.origin_ids)}
    return frozenset(found)


def coloured(line: Line, common: frozenset[str]) -> bool:
    """Return whether a line only sets a scene: no figure, no plan, no speaker, and next to nothing that others tell, names apart.

    "The sleet comes in sideways off the bay."
    """
    if not line.single or line.plans or line.claim.speaker or line.quotation or counts(line.phrase):
        return False
    names = {termed(word) for word in line.phrase.words if word.tag == "PROPN"}
    told = {term: much for term, much in line.terms.timeless.told.items() if term not in names}
    return sum(much for term, much in told.items() if term in common) < _SCENE * sum(told.values())


def counts(phrase: Phrase) -> bool:
    """Return whether a phrase gives a number that is not the time of day."""
    for i, word in enumerate(phrase.words):
        near = phrase.words[max(0, i - 2) : i + 3]
        clock = any(w.low in _CLOCK for w in near) or any(w.low == "at" for w in phrase.words[max(0, i - 3) : i])
        if word.tag == "NUM" and word.low != "one" and not clock:
            return True
    return False


def score(line: Line) -> float:
    """Return how much the report needs a line; what is contested is news."""
    contested = any(word.lemma in CONTENTION for word in line.phrase.words)
    confirmed = min(line.several, 4) - 1
    return (
        -_VAGUE * vague(line.phrase)
        + line.claim.importance
        + _TOPICAL * line.topical
        - _OUTDATED * line.outdated
        - _PASSED * bool(line.told_on)
        + _NEWEST * line.newest
        + _CONFIRMED * confirmed
        - 0.1 * line.leans
        - _COLOUR * line.coloured
        + _AHEAD * (line.section == "next")
        + _CONTESTED * contested
    )


def concrete(line: Line, commonness: Mapping[str, int], lines: int) -> float:
    """Return what it is worth that a line gives names and numbers; one that every other line has is none of its own."""
    named = {termed(word) for word in line.phrase.words if word.tag in ("PROPN", "NUM")} - {""}
    told = sum(max(0.0, 1 - _FAMILIAR * commonness[term] / lines) for term in named)
    return _CONCRETE * min(told, _ENOUGH)


def central(lines: Sequence[Line]) -> Line:
    """Return the line the report opens with: a claim that most independent origins carry, near an article's head, no quotation."""
    return max([line for line in lines if not line.quotation] or lines, key=weight)


def weight(line: Line) -> tuple[float, int]:
    """Return how well a line could open the report; the first of equals is greater."""
    phrase = line.phrase
    worth = (
        line.claim.importance,
        _TOPICAL_LEAD * line.topical,
        _LEADING * line.leading,
        _SHARED_LEAD * (min(line.several, 4) - 1) * (_ASIDE + (1 - _ASIDE) * line.leading),
        0.15 * (1 - min(1.0, 3 * line.place)) + 0.25 * (line.place == 0),
        _NEWEST * line.newest,
    )
    price = (
        _OUTDATED_LEAD * line.outdated,
        _PASSED * bool(line.told_on),
        _DISPUTED * line.contested,
        _COLOUR_LEAD * line.coloured * (1 - line.leading),
        0.4 * (phrase.words[phrase.root].lemma in COURTEOUS),
        0.3 * (not any(word.tag == "PROPN" for word in phrase.words)),
        0.3 * (line.section in ("background", "matters")),
        0.25 * line.leans,
        0.5 * ("born" in phrase.forms()),  # whose life it was is no news
    )
    return sum(worth) - sum(price), -number(line.claim)


def undisputed(line: Line) -> float:
    """Return how well a line could open the report if nobody gave other numbers."""
    return weight(line)[0] + _DISPUTED * line.contested + _OUTDATED_LEAD * line.outdated


def number(claim: Claim) -> int:
    """Return a claim's place in the order of importance."""
    digits = claim.id.lstrip("c")
    return int(digits) if digits.isdigit() else 0
