"""What still holds: a state that a later article tells to be over is not told as if it were so."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from msgspec.structs import replace

from copydesk.records import Brief, Claim, Difference, LeftOut, Passage
from copydesk.write.grammar.phrase import Phrase
from copydesk.write.grammar.states import State, called_off, repeats, settles, states, stem_of
from copydesk.write.offline.figures import later
from copydesk.write.offline.line import Line
from copydesk.write.offline.pile import Pile, as_day
from copydesk.write.offline.promise import part_of
from copydesk.write.offline.sections import dates_of, prospective

_DAY = 10  # signs of an ISO 8601 day
_AGE = timedelta(hours=6)
_HEAD, _SHARED = 2, 2  # sentences of an article that say what has happened; words that a plan and its end share
_AHEAD = ("announcement", "expectation")
OVER = "a later article tells that this is no longer so"


def current(brief: Brief) -> tuple[Brief, tuple[LeftOut, ...]]:
    """Return a brief without the claims that a later article tells to be over, and these claims.

    A difference of which a side is over is none: things have moved on.
    """
    times = {m.article.published.when for m in brief.material.articles}
    if len(times - {None}) < len(("earlier", "later")):
        return brief, ()
    course = Course(Pile(brief))
    told = {claim.id: course.still(claim) for claim in brief.weighed.claims}
    if all(told[claim.id] is claim for claim in brief.weighed.claims):
        return brief, ()
    claims = tuple(claim for claim in told.values() if claim is not None)
    left = tuple(LeftOut(text=claim.text, reason=OVER) for claim in brief.weighed.claims if told[claim.id] is None)
    places = {(claim.id, passage) for claim in claims for passage in claim.passages}
    differences = tuple(found for one in brief.weighed.differences if (found := without(one, places, told)) is not None)
    return replace(brief, weighed=replace(brief.weighed, claims=claims, differences=differences)), left


def without(difference: Difference, places: set[tuple[str, Passage]], told: Mapping[str, Claim | None]) -> Difference | None:
    """Return a difference without the sides that are over; None where fewer than two are left."""
    sides = tuple(s for s in difference.sides if s.claim_id not in told or (told[s.claim_id] and (s.claim_id, s.passage) in places))
    return replace(difference, sides=sides) if len(sides) > 1 else None


def apart(when: str, last: str) -> bool:
    """Return whether an article came so much later than a time that things may have changed: on another day, or hours later."""
    earlier, latest = as_time(when), as_time(last)
    if earlier is None or latest is None:
        return when[:_DAY] < last[:_DAY]
    return latest - earlier >= _AGE


def as_time(when: str) -> datetime | None:
    """Return an ISO 8601 time as such, None where it is not exact to the minute or does not tell its zone."""
    try:
        time = datetime.fromisoformat(when)
    except ValueError:
        return None
    return time if len(when) > _DAY and time.tzinfo else None


def governing(phrase: Phrase, at: int) -> int:
    """Return the verb to which a time belongs; -1 where it says which thing is meant: "Monday's judgment"."""
    if at < 0 or phrase.words[at].relation == "nmod:poss":
        return -1
    while at >= 0 and phrase.words[at].tag != "VERB":
        at = phrase.words[at].head
    return at


class Course:
    """Tells how things went on.

    Args:
        pile: The articles.
    """

    def __init__(self, pile: Pile) -> None:
        self.pile = pile
        self.plans = {(p.article_id, p.start) for i in pile.brief.weighed.initiatives for p in i.passages}
        self.when = {i: m.article.published.when or "" for i, m in pile.articles.items()}

    def still(self, claim: Claim) -> Claim | None:
        """Return a claim as far as it still holds: as it is, by its passages that are not over, or not at all."""
        kept = tuple(p for p in claim.passages if not self.over(claim, p))
        if len(kept) == len(claim.passages):
            return claim
        if not kept:
            return None
        own = claim.text if part_of(claim, kept[0], self.pile) != kept[0] else kept[0].text
        ahead = claim.kind not in _AHEAD or any(prospective(self.pile.phrase(p)) for p in kept)
        return replace(
            claim,
            text=own,
            kind=claim.kind if ahead else "fact",
            passages=kept,
            origin_ids=self.pile.origins_of(kept),
            independent=self.pile.independent(kept),
        )

    def over(self, claim: Claim, passage: Passage) -> bool:
        """Return whether a later article tells that what a passage says for a claim is no longer so, or has come about."""
        part = part_of(claim, passage, self.pile)
        return self.ended(part) or (self.planned(claim, passage) and self.called_off(part))

    def planned(self, claim: Claim, passage: Passage) -> bool:
        """Return whether a passage tells of something announced, planned or promised."""
        known = (passage.article_id, passage.start) in self.plans or claim.kind in _AHEAD
        return known or prospective(self.pile.phrase(passage))

    def called_off(self, passage: Passage) -> bool:
        """Return whether the head of a later article tells that what a passage plans is called off."""
        when, phrase = self.when[passage.article_id], self.pile.phrase(passage)
        mine = {one for word in phrase.words if word.tag in ("NOUN", "PROPN") and (one := stem_of(word))}
        heads = (p for i, told in self.when.items() if when and later(told, when) for p in self.pile.sentences(i)[:_HEAD])
        ended = (called_off(self.pile.phrase(p)) for p in heads)
        return any(things and len(mine & things) >= min(_SHARED, len(things)) for things in ended)

    def ended(self, passage: Passage) -> bool:
        """Return whether a later article tells that a state of a passage is over."""
        when = self.when[passage.article_id]
        return bool(when) and any(self.settled(state, when) for state in states(self.pile.phrase(passage)))

    def placed(self, line: Line) -> Line:
        """Return a line with what is known of how things went on behind it."""
        newest = self.pile.figures.newest(line.phrase, line.passage.article_id)
        # What it was before does not dispute what it has grown to.
        return replace(line, told_on=self.told_on(line), newest=newest, contested=line.contested and not newest)

    def told_on(self, line: Line) -> str:
        """Return when the last article that makes a line's claim was published, if it tells a state and others came well after."""
        if all(state.ahead for state in states(line.phrase)) and not self.passed(line):
            return ""
        mine = max((self.when[p.article_id] for p in (*line.claim.passages, *line.citations)), default="")
        last = max(self.when.values(), default="")
        return mine if mine and apart(mine, last) else ""

    def passed(self, line: Line) -> bool:
        """Return whether a line tells as ahead what was to happen by the day of the report."""
        phrase, today = line.phrase, self.pile.today
        if today is None or not prospective(phrase):
            return False
        ahead = {word.head for word in phrase.words if word.low in ("will", "to")} | {phrase.root}
        days = [
            day
            for mark in dates_of(line, self.pile)
            if (day := as_day(mark.when)) and governing(phrase, phrase.starts.get(mark.start, -1)) in ahead
        ]
        return bool(days) and max(days) <= today

    def settled(self, state: State, when: str) -> bool:
        """Return whether the last that is told of a state since a time is what settles it."""
        ended, open_ = "", when
        about = frozenset().union(*state.about)
        for passage in (p for p in self.since(when) if not about.isdisjoint(self.pile.said(p))):
            phrase, told = self.pile.phrase(passage), self.when[passage.article_id]
            if repeats(phrase, state):
                open_ = max(open_, told)
            elif later(told, when) and settles(phrase, state):
                ended = max(ended, told)
        return later(ended, open_)

    def since(self, when: str) -> Iterator[Passage]:
        """Yield the sentences of the articles that are not older than a time."""
        for article_id, told in self.when.items():
            if told and not later(when, told):
                yield from self.pile.sentences(article_id)
