"""Which claims are likely to be told, which part of a passage makes one, and what it costs to read."""

import re
from collections import Counter
from collections.abc import Sequence, Set

from copydesk.records import Claim, Passage
from copydesk.text.roles import TITLES
from copydesk.write.grammar.lexicon import JUDGING, VAGUE
from copydesk.write.grammar.phrase import Phrase
from copydesk.write.offline.line import Terms
from copydesk.write.offline.pile import Pile
from copydesk.write.offline.standing import leans

_NAMED, _MOST_NAMED = 0.06, 4  # worth of each name and number of a claim
_PLANNED = 0.1  # worth of what was announced, planned or promised
_FAMILIAR, _JUDGES = 5.0, 0.1  # a name that every fifth claim has is none of its own; price of a word that judges
_NAMES = re.compile(r"(?<=[a-z,] )[A-Z][\w.]+|\d[\d.,]*")
_CUT_SHORT = 4  # letters of a title that has a point: "Dr.", "Capt."
_WHOLLY = ("stance", "firmness", "scope")  # differences that are not about a value
_POINT = re.compile(r"(?:\d|\b\w)\s?\.$")
_EASY, _LONGER, _SHORT, _SHORTER = 20, 0.04, 14, 0.06  # words that read with ease, and the price of each more or fewer
_TELLS, _MUCH = 0.9, 60.0  # worth of a wording that tells so much, in nats; of one that tells half of it, half


def disputed(pile: Pile) -> dict[str, list[str | None]]:
    """Return for each claim that others differ from the values that they do not share; None where it is not about a value."""
    found: dict[str, list[str | None]] = {}
    for difference in pile.brief.weighed.differences:
        for side in difference.sides:
            found.setdefault(side.claim_id, []).append(None if difference.what in _WHOLLY else side.value)
    return found


def promising(claims: Sequence[Claim], planned: Set[tuple[str, int]] = frozenset()) -> list[Claim]:
    """Return claims in the order in which they are likely to be told: important ones, with names and numbers of their own.

    Args:
        claims: The claims.
        planned: Article and place of each passage that tells of something announced, planned or promised.
    """
    names = {claim.id: set(_NAMES.findall(claim.text)) for claim in claims}
    held = Counter(name for found in names.values() for name in found)

    def promise(claim: Claim) -> float:
        own = sum(max(0.0, 1 - _FAMILIAR * (held[name] - 1) / len(claims)) for name in names[claim.id])
        words = claim.text.lower().split()
        judges = not (VAGUE.isdisjoint(words) and JUDGING.isdisjoint(words))
        ahead = not planned.isdisjoint((p.article_id, p.start) for p in claim.passages)
        return claim.importance + _NAMED * min(_MOST_NAMED, own) + _PLANNED * ahead - _JUDGES * judges

    return sorted(claims, key=promise, reverse=True)


def reading(phrase: Phrase, terms: Terms) -> float:
    """Return what it costs that a wording is longer or shorter than one reads with ease, leans on another one, or tells little."""
    tells = min(1.0, terms.total / _MUCH)
    uneven = _LONGER * max(0, phrase.count - _EASY) + _SHORTER * max(0, _SHORT - phrase.count)
    return uneven + 0.3 * leans(phrase) - _TELLS * tells


def broken_off(text: str, passage: Passage) -> bool:
    """Return whether a passage ends in mid-sentence: with an ellipsis, a title that is cut short, or a number that goes on.

    What stands in another paragraph goes on with nothing.
    """
    last = passage.text.rstrip(" ”\"'’")
    if last.endswith(("…", "...")):
        return True
    behind, before = text[passage.end : passage.end + 2], text[max(0, passage.start - 4) : passage.start]
    goes_on = bool(behind.strip()) and "\n" not in behind
    title = last.removesuffix(".").rpartition(" ")[2].casefold()
    if goes_on and ((title in TITLES and len(title) <= _CUT_SHORT) or (_POINT.search(last) and behind.strip()[:1].isdigit())):
        return True
    return passage.text[:1].isdigit() and "\n" not in before and _POINT.search(before.rstrip()) is not None


def part_of(claim: Claim, passage: Passage, pile: Pile) -> Passage:
    """Return the part of a passage that makes the claim: the claim's own words where they stand in it, else all of it.

    A claim's text may lack the dateline or the other half of its sentence, and has a capital and a full stop of its own.
    """
    # The first letter may be another in its passage. Compiling a pattern for each claim cost a third of the whole stage.
    inner = claim.text.rstrip(" .")[1:]
    start = passage.text.find(inner) - 1 if inner else -1
    if start < 0:
        return passage
    end = start + 1 + len(inner)
    end = end if len(passage.text) - end > 2 else len(passage.text)
    return pile.marked(passage).passage(passage.start + start, passage.start + end)
