"""Where a later article gives somebody's words to somebody else."""

from collections.abc import Iterator

from copydesk.records import Change, Entity, Marked, Passage, Reuse
from copydesk.text.shingles import words
from copydesk.trace.examined import Examined

_SAME = 0.6  # share of the shorter quote's runs of three words that are in the other one: two people may begin alike


def respoken(later: Examined, earlier: Examined, reuse: Reuse) -> Iterator[Change]:
    """Yield the change of a quote's speaker, where each article names one person and they share no name.

    Args:
        later: The later article.
        earlier: The earlier one.
        reuse: A quote that both have.
    """
    now, was = _speaker(later.article, reuse.later), _speaker(earlier.article, reuse.earlier)
    if now is not None and was is not None and _names(now).isdisjoint(_names(was)) and _same_words(later, earlier, reuse):
        detail = f"“{was.name}” became “{now.name}”"
        yield Change(what="altered", aspect="speaker", detail=detail, later=reuse.later, earlier=reuse.earlier)


def _same_words(later: Examined, earlier: Examined, reuse: Reuse) -> bool:
    """Say whether it is one quote, whole on one side at least."""
    mine = set(later.said(reuse.later.start, reuse.later.end).grams)
    yours = set(earlier.said(reuse.earlier.start, reuse.earlier.end).grams)
    return len(mine & yours) >= _SAME * max(1, min(len(mine), len(yours)))


def _speaker(one: Marked, passage: Passage) -> Entity | None:
    """Return the person who alone is named as speaking quoted words."""
    quotes = [q for q in one.marks.quotes if q.direct and q.words_start < passage.end and passage.start < q.words_end]
    if any(quote.known != "named" for quote in quotes) or len({quote.entity for quote in quotes}) != 1:
        return None
    entity = one.marks.entity(quotes[0].entity) if quotes[0].entity is not None else None
    return entity if entity is not None and entity.kind == "person" else None


def _names(person: Entity) -> frozenset[str]:
    """Return the words of all spellings of a person's name."""
    return frozenset(word.folded for spelling in (person.name, *person.spellings) for word in words(spelling))
