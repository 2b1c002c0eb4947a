"""A draft that somebody else wrote, put into the form it was to have: its sections in their order, days in the house's words.

sections under any headings -> the form's own, each with no more than it takes (shaped)
sentences of a timeline     -> those that open with a time the articles show for what they tell, in the order of time (chronicled)
figures that moved          -> told with what they were before, or by the offline writer's sentence (with_moved)
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from copydesk.records import Brief, Draft, DraftSection, DraftSentence, LeftOut, Moved, TimelineEntry
from copydesk.write.forms import FORMS, Form, Part, parts_of
from copydesk.write.offline.dated import day_of
from copydesk.write.offline.pile import Pile
from copydesk.write.offline.wording import month_first
from copydesk.write.style import Style

_WHEN = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?![\d-])")
_HEAD = ": "  # between a time and what is told


def shaped(sections: Sequence[DraftSection], form: Form, headings: Mapping[str, str]) -> tuple[DraftSection, ...]:
    """Return the sections of a draft as its form has them, with nothing lost; what stands under a foreign heading is what happened.

    Args:
        sections: What somebody wrote, under any headings.
        form: The form.
        headings: Heading of each of a story's sections, by its key.
    """
    parts = parts_of(form, headings)
    usual = next((p.heading for p in parts if "happened" in p.roles), "")
    known = {part.heading for part in parts}
    held: dict[str, list[DraftSentence]] = {part.heading: [] for part in parts if form.parts}
    for section in sections:
        held.setdefault(section.heading if section.heading in known else usual, []).extend(section.sentences)
    if form.parts:
        passed_on(held, parts)
    return tuple(DraftSection(heading=heading, sentences=tuple(told)) for heading, told in held.items() if told)


def passed_on(held: dict[str, list[DraftSentence]], parts: Sequence[Part]) -> None:
    """Move what a section does not take to the next one that tells the like, where there is one."""
    for at, part in enumerate(parts):
        mine = held[part.heading]
        opened = part.leading and any(held[before.heading] for before in parts[:at])
        most = 0 if opened else len(mine) if part.most is None else part.most
        following = next((p for p in parts[at + 1 :] if set(p.roles) & set(part.roles)), None)
        if following:
            held[following.heading][:0] = mine[most:]
            del mine[most:]


def chronicled(sections: Sequence[DraftSection], brief: Brief, style: Style) -> tuple[tuple[DraftSection, ...], list[LeftOut]]:
    """Return a timeline's sentences in the order of time, each behind its day in the house's words, and those without one.

    Args:
        sections: What somebody wrote.
        brief: What it was written from; a sentence opens with a time that its timeline has for one of the sentence's claims.
        style: House style.
    """
    pile = Pile(brief)
    first = month_first(pile) if style.month_first is None else style.month_first
    found, left = list[tuple[str, DraftSentence]](), list[LeftOut]()
    for sentence in (s for section in sections for s in section.sentences):
        head, _, told = sentence.text.partition(_HEAD)
        when = next((w for w in times_of(sentence, brief) if head in spellings(w, pile.today)), None)
        if when and told.strip():
            day = day_of(when, pile.today, month_first=first)
            found.append((when, replace(sentence, text=f"{day}{_HEAD}{told.strip()}")))
        else:
            left.append(LeftOut(text=sentence.text, reason="it opens with no time that the articles show for it"))
    ordered = tuple(sentence for _, sentence in sorted(found, key=lambda one: one[0]))
    return (DraftSection(heading="", sentences=ordered),) if ordered else (), left


def times_of(sentence: DraftSentence, brief: Brief) -> Iterator[str]:
    """Yield the times that a story's timeline has for the claims of a sentence: ISO 8601 years, months or days."""
    passages = {p for c in brief.weighed.claims if c.id in sentence.claim_ids for p in c.passages}
    for entry in brief.weighed.timeline:
        if (when := time_of(entry)) and not passages.isdisjoint(entry.passages):
            yield when


def time_of(entry: TimelineEntry) -> str | None:
    """Return the year, month or day of an entry, ISO 8601; None where it is known by the article's words alone."""
    found = _WHEN.match(entry.when)
    return found[0] if found else None


def spellings(when: str, today: date | None) -> frozenset[str]:
    """Return how a year, month or day may be written at the head of a sentence."""
    days = (day_of(when, one, month_first=first) for one in (None, today) for first in (True, False))
    return frozenset({when, *days})


def headed_alike(text: str, other: str) -> str:
    """Return a timeline's sentence behind the day that another one opens with."""
    head = f"{other.partition(_HEAD)[0]}{_HEAD}"
    return text if text.startswith(head) else f"{head}{text}"


def moved_of(draft: Draft, brief: Brief) -> dict[str, DraftSentence]:
    """Return the sentences of an offline draft that tell a figure that moved, with what it was, by their claims."""
    named = {part.heading for part in FORMS[brief.form].parts if "moved" in part.roles}
    told = (s for section in draft.sections if section.heading in named for s in section.sentences)
    return {i: s for s in told for i in s.claim_ids if any(p.article_id in brief.earlier for p in s.citations)}


def figures(moved: Mapping[str, DraftSentence], brief: Brief) -> tuple[Moved, ...]:
    """Return figures that moved as a writer is told of them."""
    before = {i: tuple(p for p in s.citations if p.article_id in brief.earlier) for i, s in moved.items()}
    return tuple(Moved(claim_id=i, before=passages) for i, passages in before.items())


def with_moved(
    sections: Sequence[DraftSection], moved: Mapping[str, DraftSentence], brief: Brief
) -> tuple[tuple[DraftSection, ...], list[LeftOut]]:
    """Return sections in which each figure that moved is told with what it was: where nobody does, in the offline writer's words.

    A sentence that has only such a figure, and not what it was, gives way to these words.
    """
    known = set(brief.earlier)
    every = [s for section in sections for s in section.sentences]
    told = {i for s in every if any(p.article_id in known for p in s.citations) for i in s.claim_ids}
    missing = {i: s for i, s in moved.items() if i not in told}
    half = list(dict.fromkeys(s for s in every if s.claim_ids and missing.keys() >= set(s.claim_ids)))
    left = [
        LeftOut(text=s.text, reason="it does not say what the figure was before; the offline writer's sentence does") for s in half
    ]
    heading = next((part.heading for part in FORMS[brief.form].parts if "moved" in part.roles), "")
    own = DraftSection(heading=heading, sentences=tuple(dict.fromkeys(missing.values())))
    kept = (DraftSection(heading=s.heading, sentences=tuple(x for x in s.sentences if x not in half)) for s in sections)
    return tuple(s for s in (own, *kept) if s.sentences), left
