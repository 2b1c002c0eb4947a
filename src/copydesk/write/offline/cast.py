"""Who is who across the articles, and how each article introduces them."""

from collections import Counter

import msgspec

from copydesk.records import Marked, NameMark, Passage
from copydesk.spans import Span
from copydesk.text.background import table
from copydesk.text.names import family_name, unify
from copydesk.text.nations import ALIASES, DEMONYMS
from copydesk.write.grammar.finish import spaced
from copydesk.write.grammar.names import Named, with_title
from copydesk.write.grammar.phrase import Phrase
from copydesk.write.offline.pile import Pile, within

_GENDER = {
    **dict.fromkeys(("he", "him", "his", "himself", "mr", "sir", "lord", "king", "prince", "chairman", "spokesman"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself", "mrs", "ms", "miss", "dame", "lady", "queen", "princess", "chairwoman"), "f"),
    **dict.fromkeys(("spokeswoman", "congresswoman", "businesswoman"), "f"),
    **dict.fromkeys(("congressman", "businessman"), "m"),
}


class Introduction(msgspec.Struct, frozen=True):
    """How an article says who somebody is.

    Attributes:
        text: Title and name as they stand: "Transport Minister Ana Okoro".
        passage: The sentence in which they stand.
        titled: Whether a title or office is part of it.
    """

    text: str
    passage: Passage
    titled: bool


class Cast:
    """The people of a story under names that hold in all its articles.

    Args:
        pile: The articles.
    """

    def __init__(self, pile: Pile) -> None:
        self.pile = pile
        self.keys: dict[tuple[str, str], str] = {}
        self.names: dict[str, Counter[str]] = {}
        ids = sorted(pile.articles)
        people = [[e for e in pile.articles[i].marks.entities if e.kind == "person"] for i in ids]
        for article_id, entities, numbers in zip(ids, people, unify(people), strict=True):
            for entity, number in zip(entities, numbers, strict=True):
                key = f"p{number}"
                self.keys[article_id, entity.id] = key
                self.names.setdefault(key, Counter())[entity.name] += 1
        self.shorts = {
            m.article.text[n.start : n.end] for m in pile.articles.values() for n in m.marks.names if n.mention == "short"
        }
        self.surnames = Counter(surname(self.full(key)).casefold() for key in self.names)
        self._short: dict[str, str] = {}
        self._introductions: dict[tuple[str, str], Introduction | None] = {}

    def full(self, key: str) -> str:
        """Return a person's full name."""
        names = self.names[key]
        return max(sorted(names), key=lambda n: (len(n.split()), names[n]))

    def key(self, article_id: str, entity_id: str) -> str | None:
        """Return the name in the story of an article's entity; None where it is no person."""
        return self.keys.get((article_id, entity_id))

    def short(self, key: str) -> str:
        """Return the name by which a person goes once introduced: the surname, unless two people share it.

        Who is nowhere called so keeps the whole name: "Ferries" is not who "Nordlin Ferries" is, and no person.
        """
        if key not in self._short:
            full = self.full(key)
            last = surname(full)
            certain = last in self.shorts and last.lower() not in self.pile.common_words
            self._short[key] = last if certain and self.surnames[last.casefold()] == 1 else full
        return self._short[key]

    def safe(self, marked: Marked, name: NameMark) -> bool:
        """Return whether a pronoun surely means whom it was found to mean: one person, near, never called by the other gender."""
        text = marked.article.text
        word = text[name.start : name.end].lower()
        if word not in _GENDER:
            return False
        if not self.one_gender(marked, name.entity):
            return False
        sentence = self.pile.sentence(marked.passage(name.start, name.end))
        here = marked.marks.sentences[sentence]
        # Who stands in the same sentence by name as well is hardly who "he" is: "He said he knew nothing of Boro's past."
        if any(n.entity == name.entity and n.mention in ("full", "short") for n in within(marked.marks.names, here)):
            return False
        start = marked.marks.sentences[max(0, sentence - 1)].start
        people = {
            n.entity
            for n in marked.marks.names
            if start <= n.start < name.start and n.mention in ("full", "short") and self.key(marked.article.id, n.entity)
        }
        return people == {name.entity}

    def one_gender(self, marked: Marked, entity: str) -> bool:
        """Return whether an article never calls somebody both "he" and "she"."""
        return len(self._genders(marked, entity)) <= 1

    def _genders(self, marked: Marked, entity: str) -> set[str]:
        """Return the genders of the pronouns and titles by which an article calls somebody."""
        called = set[str]()
        for name in marked.marks.names:
            if name.entity == entity:
                word = marked.article.text[name.start : name.end] if name.mention == "pronoun" else (name.role or "")
                called |= {_GENDER[w] for w in word.lower().replace(".", "").split() if w in _GENDER}
        return called

    def introduction(self, article_id: str, key: str) -> Introduction | None:
        """Return how an article gives a person's full name, with a title where it has one; None where it gives none."""
        if (article_id, key) not in self._introductions:
            self._introductions[article_id, key] = self._introduced(self.pile.articles[article_id], key)
        return self._introductions[article_id, key]

    def _introduced(self, marked: Marked, key: str) -> Introduction | None:
        best: Introduction | None = None
        for name in marked.marks.names:
            if name.mention == "full" and self.key(marked.article.id, name.entity) == key:
                found = self._at(marked, name)
                if found and found.titled:
                    return found
                best = best or found
        return best

    def _at(self, marked: Marked, name: NameMark) -> Introduction | None:
        passage = marked.passage(name.start, name.end)
        sentence = self.pile.mark(passage)
        if sentence is None:
            return None
        whole = marked.passage(sentence.start, sentence.end)
        phrase = self.pile.phrase(whole)
        place = placed(phrase, name.start, name.end)
        if place is None or sentence.kind not in ("body", "list"):
            return None
        titled = with_title(phrase, Named(place=place, key="", title=name.role))
        words = phrase.words[titled.start : titled.end]
        skip = 1 if words[0].tag == "DET" else 0
        text = spaced(marked.article.text[words[skip].start : words[-1].end])
        # "Former Mayor Ana Boro" at the head of a sentence is "former Mayor Ana Boro" inside one.
        if titled.start + skip == 0 and words[0].tag in ("ADJ", "NOUN", "VERB") and words[0].low in table():
            proper = words[0].form in DEMONYMS or words[0].form in ALIASES
            text = text if proper else text[0].lower() + text[1:]
        return Introduction(text=text, passage=whole, titled=titled.start < place.start)


def placed(phrase: Phrase, start: int, end: int) -> Span | None:
    """Return the words of a phrase that stand at a span of the article, None where not all of it is there."""
    first = phrase.starts.get(start, -1)
    last = next((i for i in range(first, len(phrase.words)) if phrase.words[i].end == end), -1) if first >= 0 else -1
    return Span(first, last + 1) if last >= 0 else None


def named_in(phrase: Phrase, passage: Passage, pile: Pile, cast: Cast) -> list[Named]:
    """Return the people whom a phrase of a passage mentions, in order."""
    found = list[Named]()
    for name in pile.names(passage):
        key = cast.key(passage.article_id, name.entity)
        place = placed(phrase, name.start, name.end) if key else None
        # "Hauliers will have to wait" is no person, though somebody of that name may be.
        common = place == Span(0, 1) and phrase.words[0].fine in ("NN", "NNS", "NNPS")
        if key is None or place is None or common:
            continue
        # "Marsh told the board that he had no power": he is Marsh where no one else is named who might be meant.
        alone = name.mention == "pronoun" and {n.key for n in found if not n.pronoun} == {key}
        here = alone and cast.one_gender(pile.marked(passage), name.entity)
        if name.mention == "pronoun" and not here and not cast.safe(pile.marked(passage), name):
            continue
        found.append(
            Named(
                place=place,
                key=key,
                pronoun=name.mention == "pronoun" and not here,
                here=here,
                role=name.mention == "role",
                full=name.mention == "full",
                title=name.role,
            )
        )
    return found


def surname(name: str) -> str:
    """Return the last part of a name as it is written, without "Jr." and with "van" or "de" before it."""
    family = family_name(name)
    at = name.casefold().rfind(family)
    return name[at : at + len(family)] if family and at >= 0 else name
