"""Who is who across a story's articles."""

from collections import Counter
from collections.abc import Sequence

from copydesk.records import Entity, EntityKind, Marked
from copydesk.text.names import unify


class Cast:
    """The entities of a story's articles under keys that hold in the whole story.

    Args:
        articles: The articles, in any order.
    """

    def __init__(self, articles: Sequence[Marked]) -> None:
        ordered = sorted(articles, key=lambda m: m.article.id)
        numbers = unify([m.marks.entities for m in ordered])
        self.keys: dict[tuple[str, str], str] = {}
        self.members: dict[str, list[tuple[str, Entity]]] = {}
        for marked, found in zip(ordered, numbers, strict=True):
            for entity, number in zip(marked.marks.entities, found, strict=True):
                self.keys[marked.article.id, entity.id] = str(number)
                self.members.setdefault(str(number), []).append((marked.article.id, entity))
        known = {key: distinct(members) for key, members in self.members.items()}
        self.names = {key: fullest(entities) for key, entities in known.items()}
        self.kinds = {key: commonest(entities) for key, entities in known.items()}
        self.short: dict[str, set[str]] = {}
        for key, name in self.names.items():
            for form in {name.casefold(), name.split(" ", 1)[0].casefold()} if self.kinds[key] == "organisation" else ():
                self.short.setdefault(form, set()).add(key)

    def key(self, article_id: str, entity_id: str) -> str:
        """Return the key of an article's entity."""
        known = self.keys.get((article_id, entity_id))
        return known if known is not None else f"{article_id} {entity_id}"

    def name(self, key: str) -> str:
        """Return the name by which most articles that name an entity in full know it."""
        return self.names.get(key, key)

    def kind(self, key: str) -> EntityKind:
        """Return what most articles hold an entity to be."""
        return self.kinds.get(key, "other")

    def known_as(self, words: str) -> str | None:
        """Return the body that some words name in full or by its first word, where there is but one of that name."""
        found = self.short.get(words.casefold(), set())
        return next(iter(found)) if len(found) == 1 else None


def distinct(members: Sequence[tuple[str, Entity]]) -> list[Entity]:
    """Return the entities of some articles, equal ones once: a copy of an article has no voice of its own."""
    if len(members) == 1:
        return [members[0][1]]
    return list({(e.kind, e.name, e.spellings, e.roles): e for _, e in members}.values())


def fullest(entities: Sequence[Entity]) -> str:
    """Return the name that most of some entities have, those of one word left out where there are longer ones."""
    if len(entities) == 1:
        return entities[0].name
    counted = Counter(e.name for e in entities)
    return min(counted, key=lambda name: (len(name.split()) < 2, -counted[name], -len(name), name))


def commonest(entities: Sequence[Entity]) -> EntityKind:
    """Return the kind that most of some entities have."""
    if len(entities) == 1:
        return entities[0].kind
    counted = Counter(e.kind for e in entities)
    return min(counted, key=lambda kind: (-counted[kind], kind))
