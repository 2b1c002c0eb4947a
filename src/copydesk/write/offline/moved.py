"""Figures that moved since an earlier dossier: the new one in its own words, and what it was before, with both passages."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from copydesk.records import Difference, DraftSentence, Passage, Side
from copydesk.write.grammar.finish import finished
from copydesk.write.grammar.lexicon import NUMBER_WORDS, figures
from copydesk.write.offline.differences import Differences, Stand, nearest, side_value, told_briefly
from copydesk.write.offline.headline import ONE_SAYS
from copydesk.write.offline.pile import Pile
from copydesk.write.offline.wording import Wording

_MOST = 3
_SHOWN = 3  # sentences that are cited for what the figure was
_ALIKE = 0.6
_NUMBER = re.compile(r"[\w]+(?:[.,]\d+)*")


class Move(msgspec.Struct, frozen=True):
    """A figure that moved.

    Attributes:
        stand: What the new articles say.
        before: Sentences that gave the earlier figure.
        value: The earlier figure, as it is written there.
        told: What they say, in a few words: "31 were injured"; empty where it cannot be told so shortly.
    """

    stand: Stand
    before: tuple[Passage, ...]
    value: str
    told: str


def moves(differences: Differences) -> list[Move]:
    """Return the figures of which the new articles give another value than those that readers know, each claim once."""
    pile = differences.pile
    if not pile.brief.earlier:
        return []
    pairs = (*(d for d in pile.brief.weighed.differences if d.what == "number"), *tolls(pile))
    found = (moved(one, differences) for one in pairs)
    each = {one.stand.line.claim.id: one for one in found if one is not None}
    return list(each.values())[:_MOST]


def tolls(pile: Pile) -> Iterator[Difference]:
    """Yield the tolls of new claims beside sentences that readers know, which say the same with another number.

    Where one outlet goes on with its own report, `weigh` sees no two accounts that differ: the later one replaces the other.
    """
    known = [p for i in pile.brief.earlier for p in pile.sentences(i)]
    for claim in pile.brief.weighed.claims:
        passage = claim.passages[0]
        for value, toll in counted(passage.text):
            for other in known:
                was = next((w for w, t in counted(other.text) if t == toll), None)
                if was is not None and alike(pile.said(passage), pile.said(other)):
                    sides = ((other, was, pile.origins(other)), (passage, value, claim.origin_ids))
                    yield Difference(
                        topic="a toll",
                        what="number",
                        sides=tuple(Side(claim_id=claim.id, passage=p, value=v, origin_ids=o) for p, v, o in sides),
                    )


def counted(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the numbers of a text that count a toll, as they are written, with the words of that toll."""
    for value in dict.fromkeys(_NUMBER.findall(text.casefold())):
        numeral = value[:1].isdigit() or value in NUMBER_WORDS or value == "one"
        toll = nearest(text, value) if numeral else None
        if toll:
            yield value, toll


def alike(new: frozenset[str], known: frozenset[str]) -> bool:
    """Return whether two sentences say the same but for their numbers: "two of them died in hospital" is another toll."""
    one, other = ({w for w in words if not w[:1].isdigit()} for words in (new, known))
    return bool(one and other) and len(one & other) >= _ALIKE * min(len(one), len(other))


def moved(difference: Difference, differences: Differences) -> Move | None:
    """Return a difference as a figure that moved; None where its new side is not new or cannot be told."""
    earlier = differences.pile.brief.earlier
    known = [s for s in difference.sides if s.passage.article_id in earlier and side_value(s)]
    values = {figure(side_value(s)) for s in known}
    new = [s for s in difference.sides if s.passage.article_id not in earlier and figure(side_value(s)) not in {"", *values}]
    before = max(known, key=lambda s: (s.since or "", s.passage), default=None)
    stand = differences.stand(difference, new[0], (new[0], before)) if new and before else None
    if stand is None or before is None:
        return None
    value = side_value(before)
    toll = nearest(before.passage.text, value)
    same = [p for i in earlier for p in differences.pile.sentences(i) if toll and nearest(p.text, value) == toll]
    first = differences.whole(before.passage)
    told = told_briefly(before.passage.text, before, toll) if toll else ""
    return Move(stand, (first, *(p for p in same if p != first))[:_SHOWN], value, told)


def figure(value: str) -> str:
    """Return a number as figures, so that "twelve" and "12" are one."""
    return " ".join(figures(value.casefold().split()))


def told(found: Sequence[Move], wording: Wording) -> Iterator[DraftSentence]:
    """Yield a sentence for each figure that moved; to fall back on, what the new articles say, without what was before."""
    for one in found:
        line, own = one.stand.line, wording.sentence(one.stand.line, alone=True)
        now = one.stand.brief or line.phrase.text.rstrip(".")
        text = f"{now}, {way(one)} {one.value}" if same(one.stand.brief, one.told) else f"{now}; before, {one.told}"
        if not one.told or any(line.phrase.quoted()):
            yield own
            continue
        text = finished(f"{text}{ONE_SAYS if line.single else ''}")
        yield msgspec.structs.replace(
            own, text=text, citations=(*own.citations, *one.before), attributed=line.single, fallbacks=(own.text, *own.fallbacks)
        )


def same(now: str, before: str) -> bool:
    """Return whether two tolls count the same thing: "14 died" and "12 died"."""
    return bool(now and before) and now.rpartition(" ")[2] == before.rpartition(" ")[2]


def way(one: Move) -> str:
    """Return which way a figure went, in the words that stand before the earlier one."""
    now, before = (next(iter(number_in(words)), 0.0) for words in (one.stand.brief, one.value))
    return "up from" if now > before else "down from"


def number_in(words: str) -> Iterator[float]:
    """Yield the numbers in some words, also those that are spelled out."""
    for word in figures(words.casefold().split()):
        if word.replace(",", "").replace(".", "").isdigit():
            yield float(word.replace(",", ""))
