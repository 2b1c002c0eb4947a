"""Where a later article gives somebody's words to somebody else."""

from collections.abc import Iterator

from copydesk.records import Change, Entity, Marked, Passage, Reuse
from copydesk.text.shingles import words


def respoken(later: Marked, earlier: Marked, reuse: Reuse) -> Iterator[Change]:
    """Yield the change of a quote's speaker, where each article names one person and they share no name.

    Args:
        later: The later article.
        earlier: The earlier one.
        reuse: A quote that both have.
    """
    now, was = _speaker(later, reuse.later), _speaker(earlier, reuse.earlier)
    if now is not None and was is not None and _names(now).isdisjoint(_names(was)):
        detail = f"“{was.name}” became “{now.name}”"
        yield Change(what="altered", aspect="speaker", detail=detail, later=reuse.later, earlier=reuse.earlier)


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
