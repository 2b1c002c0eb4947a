"""Figures that moved since an earlier dossier: the new one in its own words, and what it was before, with both passages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import msgspec
from msgspec.structs import replace

from copydesk.records import Difference, DraftSentence, Passage, Printed, Side
from copydesk.write.grammar.finish import finished
from copydesk.write.grammar.lexicon import figures
from copydesk.write.grammar.telling import Teller
from copydesk.write.offline.differences import BOUNDS, Differences, Stand, nearest, number_words, side_value, told_briefly
from copydesk.write.offline.figures import WORD, Figure, numeral
from copydesk.write.offline.headline import ONE_SAYS
from copydesk.write.offline.pile import Pile, within
from copydesk.write.offline.wording import Wording

_MOST = 3
# What each of `TOLLS` counts, as the topic of a difference.
TOLD_OF = ("how many died", "how many were hurt", "how many were arrested", "how many are missing", "how many had to leave")
_SHOWN = 3  # sentences that are cited for what the figure was
_SHORT = 4  # words of a figure with what it counts
_ALIKE = 0.6
_COUNTED = re.compile(r"how many ((?:died|(?:are|were) \w+))(?:,|$)")


class Move(msgspec.Struct, frozen=True):
    """A figure that moved.

    Attributes:
        stand: What the new articles say.
        before: Sentences that gave the earlier figure.
        value: The earlier figure, as it is written there.
        told: What they say, in a few words: "31 were injured"; empty where it cannot be told so shortly.
        sides: The new side of the difference, and the earlier one.
        topic: What the difference is about: "how many died".
    """

    stand: Stand
    before: tuple[Passage, ...]
    value: str
    told: str
    sides: tuple[Side, Side]
    topic: str


class Known(msgspec.Struct, frozen=True):
    """A toll in a sentence that readers know.

    Attributes:
        passage: The sentence.
        value: Its number, as it is written there.
        words: The words of the sentence but for its numbers.
        published: When its article was published; empty where that is not known.
    """

    passage: Passage
    value: str
    words: frozenset[str]
    published: str


Tolls = Mapping[frozenset[str], Sequence[Known]]


def moves(differences: Differences) -> list[Move]:
    """Return the figures of which the new articles give another value than those that readers know, each claim once.

    A difference that `weigh` found goes before a toll that only looks like one.
    """
    pile, each = differences.pile, dict[str, Move]()
    if not pile.brief.earlier:
        return []
    known = known_tolls(pile)
    numbers = (d for d in pile.brief.weighed.differences if d.what == "number")
    for one in chain(grown(pile), numbers, tolls(pile, known)):
        move = moved(one, differences, known)
        if move is not None:
            each.setdefault(move.stand.line.claim.id, move)
        if len(each) == _MOST:
            break
    return list(each.values())


def known_tolls(pile: Pile) -> Tolls:
    """Return the tolls in sentences that readers know, by what they count, in the order of the articles."""
    found: dict[frozenset[str], list[Known]] = {}
    for article_id in pile.brief.earlier:
        published = pile.articles[article_id].article.published.when or ""
        for passage in pile.sentences(article_id):
            for value, toll in counted(passage.text):
                found.setdefault(toll, []).append(Known(passage, value, unnumbered(pile.said(passage)), published))
    return found


def grown(pile: Pile) -> Iterator[Difference]:
    """Yield the tolls that grew: what the last of the new articles gives beside what readers were told last."""
    figures, earlier = pile.figures, set(pile.brief.earlier)
    for count in sorted({count for count, _ in figures.old}):
        heads = [(i, one) for i, found in figures.of.items() for one in found if one.count == count and one.head]
        new = [place for place in heads if place[0] not in earlier and (count, place[1].value) not in figures.old]
        known = [place for place in heads if place[0] in earlier]
        if new and known:
            now, was = (max(places, key=lambda place: (published(pile, place[0]), place[1].value)) for places in (new, known))
            sides = [side for place in (was, now) if (side := side_of(pile, *place))]
            if len(sides) > 1 and now[1].value != was[1].value:
                yield Difference(topic=TOLD_OF[count[0]], what="number", sides=tuple(sides))


def published(pile: Pile, article_id: str) -> str:
    """Return when an article was published; empty where that is not known."""
    return pile.articles[article_id].article.published.when or ""


def side_of(pile: Pile, article_id: str, one: Figure) -> Side | None:
    """Return a figure as the side of a difference; None where no claim gives it and its article is not one that readers know."""
    passage = pile.around(one.start, article_id)
    value = WORD.match(pile.articles[article_id].article.text, one.start)
    made = (
        c for c in pile.brief.weighed.claims if any(p.article_id == article_id and p.start <= one.start < p.end for p in c.passages)
    )
    claim = next(made, None)
    if value is None or (claim is None and article_id not in pile.brief.earlier):
        return None
    origins = claim.origin_ids if claim else pile.origins(passage)
    when = published(pile, article_id) or None
    return Side(claim_id=claim.id if claim else "", passage=passage, value=value[0], origin_ids=origins, since=when)


def tolls(pile: Pile, known: Tolls) -> Iterator[Difference]:
    """Yield the tolls of new claims, each beside the sentence that readers know best, which says the same of another number.

    Where one outlet goes on with its own report, `weigh` sees no two accounts that differ: the later one replaces the other.
    """
    for claim in pile.brief.weighed.claims:
        passage = claim.passages[0]
        for value, toll in counted(passage.text):
            was = latest(unnumbered(pile.said(passage)), known.get(toll, ()))
            if was is not None:
                sides = ((was.passage, was.value, pile.origins(was.passage)), (passage, value, claim.origin_ids))
                yield Difference(
                    topic="a toll",
                    what="number",
                    sides=tuple(Side(claim_id=claim.id, passage=p, value=v, origin_ids=o) for p, v, o in sides),
                )


def latest(words: frozenset[str], known: Sequence[Known]) -> Known | None:
    """Return the toll that was told last in a sentence which says the same as these words; of several the one most like it."""
    same = (one for one in known if alike(words, one.words))
    return max(same, key=lambda one: (one.published, len(words & one.words)), default=None)


def counted(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the numbers of a text that count a toll, as they are written, with the words of that toll."""
    for value in dict.fromkeys(WORD.findall(text.casefold())):
        toll = nearest(text, value) if numeral(value) else None
        if toll:
            yield value, toll


def unnumbered(words: frozenset[str]) -> frozenset[str]:
    """Return the words of a sentence without its numbers."""
    return frozenset(w for w in words if not w[:1].isdigit())


def alike(new: frozenset[str], known: frozenset[str]) -> bool:
    """Return whether two sentences say the same, numbers aside: "two of them died in hospital" is another toll."""
    return bool(new and known) and len(new & known) >= _ALIKE * min(len(new), len(known))


def moved(difference: Difference, differences: Differences, tolls_known: Tolls) -> Move | None:
    """Return a difference as a figure that moved; None where its new side is not new or cannot be told."""
    earlier = differences.pile.brief.earlier
    known = [s for s in difference.sides if s.passage.article_id in earlier and side_value(s)]
    values = {figure(side_value(s)) for s in known}
    new = [s for s in difference.sides if s.passage.article_id not in earlier and figure(side_value(s)) not in {"", *values}]
    new.sort(key=lambda s: s.since or "", reverse=True)  # the last of several new values
    before = max(known, key=lambda s: (s.since or "", s.passage), default=None)
    stand = differences.stand(difference, new[0], (new[0], before)) if new and before else None
    if stand is None or before is None:
        return None
    value = side_value(before)
    toll = nearest(before.passage.text, value) or nearest(new[0].passage.text, side_value(new[0]))
    same = [one.passage for one in tolls_known.get(toll or frozenset(), ()) if one.value == value]
    first = differences.pile.whole(before.passage)
    if same and nearest(first.text, value) != toll:
        first = same[0]
    brief = told_briefly(first.text, before, toll) if toll and nearest(first.text, value) == toll else ""
    return Move(stand, (first, *(p for p in same if p != first))[:_SHOWN], value, brief, (new[0], before), difference.topic)


def figure(value: str) -> str:
    """Return a number as figures, so that "twelve" and "12" are one."""
    return " ".join(figures(value.casefold().replace("-", " ").split()))


def told(found: Sequence[Move], wording: Wording) -> Iterator[DraftSentence]:
    """Yield a sentence for each figure that moved; to fall back on, what the new articles say, without what was before."""
    for one in found:
        line, own = one.stand.line, wording.sentence(one.stand.line, alone=True)
        if not one.told or any(line.phrase.quoted()):
            yield with_former(own, one, wording)
            continue
        now = one.stand.brief or line.phrase.text.rstrip(".")
        went = way(one, wording.pile) if same(one.stand.brief, one.told) else ""
        text = f"{now}, {went} {one.value}" if went else f"{now}; before, {one.told}"
        former = with_former(own, one, wording)
        whole = finished(f"{text}{ONE_SAYS if line.single else ''}")
        printed = tuple(
            Printed(wording=whole, text=finished(f"{head}; {before}"), told=before, citations=one.before)
            for head, before in named(one, now, wording)
        )
        yield replace(
            former,
            text=whole,
            citations=(*own.citations, *one.before),
            attributed=line.single,
            fallbacks=(own.text, *own.fallbacks),
            printed=(*printed, *former.printed),
        )


def named(one: Move, now: str, wording: Wording) -> Iterator[tuple[str, str]]:
    """Yield the new figure with who reports it now, where only one does, and what it was with who gave that, if any is known.

    The check reads one reporter in a sentence, so it sees these words as "one report says"; whose passages they are is known.
    """
    new, old = tellers(one, wording)
    reports = f", {new.inside} {new.verb}" if new else ""
    if new and new.inside == old.inside:
        yield now, f"before, {one.told}{reports}"
    else:
        yield f"{now}{reports}", f"before, {one.told}, according to {old.inside}"


def with_former(own: DraftSentence, one: Move, wording: Wording) -> DraftSentence:
    """Return a sentence with a new figure, printed with the one that it is in the place of."""
    if not all(side_value(side) for side in one.sides):
        return own
    new, old = tellers(one, wording)
    if new and new.unnamed and old.unnamed and wording.tellers.alone:
        return own
    before = f"before, {former(one, own.text)}, according to {old.inside}"
    text = f"{own.text.rstrip('.')}; {before}."
    return replace(own, printed=(Printed(wording=own.text, text=text, told=before, citations=one.before),))


def former(one: Move, text: str) -> str:
    """Return what a figure was, in a few words: "nine died", "164 were aboard", where its topic says what is counted."""
    counts = _COUNTED.match(one.topic)
    if counts:
        bound = re.search(rf"\b(?:({BOUNDS}) )?{re.escape(one.value)}\b", one.before[0].text.casefold())
        amount = f"{bound[1]} {one.value}" if bound and bound[1] else one.value
        return f"{amount} {counts[1].replace('are ', 'were ', 1)}"
    several = sum(numeral(w) and w != "one" for w in WORD.findall(text.casefold())) > 1
    new, old = (side.value if side.value and len(side.value.split()) <= _SHORT else side_value(side) for side in one.sides)
    return f"the figure was {old}{f' and not {new}' if several else ''}"


def tellers(one: Move, wording: Wording) -> tuple[Teller | None, Teller]:
    """Return who gives a figure now, None where several do and nobody needs to be named, and who gave the earlier one."""
    line, pile, known = one.stand.line, wording.pile, wording.tellers
    if known.alone:
        return known.whose(line.citations), known.whose(one.before)
    new = known.of(line.origin_ids, line.citations) if line.single else None
    return new, known.of(tuple(sorted({o for p in one.before for o in pile.origins(p)})), one.before)


def same(now: str, before: str) -> bool:
    """Return whether two tolls count the same thing: "14 died" and "12 died"."""
    return bool(now and before) and now.rpartition(" ")[2] == before.rpartition(" ")[2]


def way(one: Move, pile: Pile) -> str:
    """Return which way a figure went, in the words that stand before the earlier one; empty where that cannot be told."""
    now, before = worth(one.stand.line.passage, side_value(one.sides[0]), pile), worth(one.before[0], one.value, pile)
    if now is None or before is None or now == before:
        return ""
    return "up from" if now > before else "down from"


def worth(passage: Passage, value: str, pile: Pile) -> float | None:
    """Return what a number of a passage is worth, its scale included; None where it is no amount, or one end of a range."""
    marked = pile.marked(passage)
    amounts = (a for a in within(marked.marks.amounts, passage) if value in number_words(marked.article.text[a.start : a.end]))
    found = next(amounts, None)
    return found.low if found and found.low == found.high else None
