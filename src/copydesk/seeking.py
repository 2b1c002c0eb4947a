"""Which claims of a story were asked for: by how many carry them, who says them, what they are about.

question ──folded──▶ words ──entities of the story──▶ people and bodies by all their names
                        └──stems, synonyms──▶ what stands in a claim's passages ──weights──▶ how well it answers
"""

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property

from copydesk.records import Claim, ClaimKind, Difference, Entity, Marked, Passage
from copydesk.text.background import stem, weight
from copydesk.text.names import same_person, unify
from copydesk.text.shingles import WORD, fold
from copydesk.text.synonyms import grouped

_LEAST = 0.6  # of the best answer's weight: what a claim must reach to be about a subject
_BESIDE = 0.8  # of a word's weight, where it stands in a passage and not in the claim's text
_SYNONYM = 0.7  # the same for a synonym of it
_MINUTE = len("2024-04-10T12:34")
_ARTICLES = ("a", "an", "the")
_BEHIND = re.compile(r",|\s(?:in|of|from|at|for|with|on|near|close|familiar|who|involved|briefed)\s", re.IGNORECASE)
_NAMED = 6.0  # nats: what a name that is asked for weighs, about as much as a rare word


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which claims are asked for; a claim is listed where it is all of this.

    Attributes:
        kinds: Of one of these kinds; any where it is empty.
        min_origins: Carried by surely so many independent origins.
        single_origin: Carried by one independent origin at most.
        differing: On a side of a difference.
        unnamed: Resting on people nobody names.
        new: Made by the latest articles alone.
        since: First told at this time or later, ISO 8601; what is known to the day counts where the day does.
        speaker: Said by this person or body: a name, a family name or an office.
        about: About this subject: words and names.
        story: In the story of this number or id.
    """

    kinds: tuple[ClaimKind, ...] = ()
    min_origins: int = 0
    single_origin: bool = False
    differing: bool = False
    unnamed: bool = False
    new: bool = False
    since: str | None = None
    speaker: str | None = None
    about: str | None = None
    story: str | None = None

    def plain(self, claim: Claim, differing: frozenset[str]) -> bool:
        """Return whether a claim is what its own fields must show: all but who says it and what it is about.

        Args:
            claim: The claim.
            differing: Ids of the claims of its story that stand on a side of a difference.
        """
        return (
            (not self.kinds or claim.kind in self.kinds)
            and claim.independent.low >= self.min_origins
            and not (self.single_origin and claim.independent.high > 1)
            and not (self.differing and claim.id not in differing)
            and not (self.unnamed and not claim.unnamed)
            and not (self.new and not claim.new)
            and (self.since is None or (claim.first_seen is not None and not_before(claim.first_seen.when, self.since)))
        )


def not_before(when: str, since: str) -> bool:
    """Return whether a time is not before another, as far as both are known; clocks of known zones are held against each other."""
    if len(when) > _MINUTE and len(since) > _MINUTE:
        one, other = datetime.fromisoformat(when), datetime.fromisoformat(since)
        if one.tzinfo is not None and other.tzinfo is not None:
            return one >= other
    length = min(len(when), len(since), _MINUTE)
    return when[:length] >= since[:length]


def on_sides(differences: Iterable[Difference]) -> frozenset[str]:
    """Return the ids of the claims that stand on a side of a difference."""
    return frozenset(side.claim_id for difference in differences for side in difference.sides)


class Index:
    """A story's people and bodies, and what its claims speak of.

    Args:
        articles: The story's articles, in any order.
    """

    def __init__(self, articles: Sequence[Marked]) -> None:
        self.articles = {marked.article.id: marked for marked in sorted(articles, key=lambda m: m.article.id)}

    @cached_property
    def numbers(self) -> Mapping[tuple[str, str], int]:
        """Article id and entity id -> the number that the person or body has in the whole story."""
        found = unify([marked.marks.entities for marked in self.articles.values()])
        return {
            (article_id, entity.id): number
            for (article_id, marked), row in zip(self.articles.items(), found, strict=True)
            for entity, number in zip(marked.marks.entities, row, strict=True)
        }

    @cached_property
    def known(self) -> Mapping[int, list[Entity]]:
        """Number of a person or body -> what the articles know of it."""
        found: dict[int, list[Entity]] = {}
        for (article_id, entity_id), number in self.numbers.items():
            found.setdefault(number, []).append(self.articles[article_id].marks.entity(entity_id))
        return found

    def named(self, name: str) -> frozenset[int]:
        """Return the numbers of those whom a name names: in full, by some of its words, or by an office."""
        return frozenset(number for number, some in self.known.items() if any(meets(name, entity) for entity in some))

    def said(self, claims: Sequence[Claim], name: str) -> list[Claim]:
        """Return those of some claims that somebody says: as their speaker, or as one of those on whom they rest."""
        meant = {plain(form) for number in self.named(name) for e in self.known[number] for form in (e.name, *e.spellings)}
        return [claim for claim in claims if any(is_meant(name, who, meant) for who in (claim.speaker, *claim.rests_on) if who)]

    def answers(self, claims: Sequence[Claim], about: str) -> list[float]:
        """Return for each of some claims how well it answers to a subject: the weights of the words and names it shares."""
        meant = self.mentioned(about)
        spoken = {
            word for number in meant for e in self.known[number] for form in (e.name, *e.spellings) for word in words_of(form)
        }
        asked = [word for word in dict.fromkeys(words_of(about)) if word not in spoken]
        return [self.worth(claim, asked, meant) for claim in claims]

    def mentioned(self, about: str) -> frozenset[int]:
        """Return those whom a subject names by a whole spelling of theirs."""
        text = f" {plain(about)} "
        return frozenset(
            n for n, some in self.known.items() if any(f" {plain(form)} " in text for e in some for form in (e.name, *e.spellings))
        )

    def worth(self, claim: Claim, asked: Sequence[str], meant: frozenset[int]) -> float:
        """Return the weight of what a claim shares with words and names that are asked for."""
        own = {stem(word) for word in words_of(claim.text)}
        beside = {stem(word) for passage in claim.passages for word in words_of(passage.text)}
        groups = {group for one in own for group in synonyms().get(one, ())}
        score = 0.0
        for word in asked:
            form = stem(word)
            near = not groups.isdisjoint(synonyms().get(form, ()))
            score += weight(word) * (1.0 if form in own else _BESIDE if form in beside else _SYNONYM if near else 0.0)
        people = {number for passage in claim.passages for number in self.standing(passage)}
        return score + _NAMED * len(meant & people)

    def standing(self, passage: Passage) -> Iterable[int]:
        """Yield the numbers of those who are named in a passage."""
        for name in self.articles[passage.article_id].marks.names:
            if name.mention != "pronoun" and passage.start <= name.start and name.end <= passage.end:
                yield self.numbers[passage.article_id, name.entity]


def is_meant(name: str, who: str, meant: Container[str]) -> bool:
    """Return whether a speaker is whom a name names: by its words, as a person's name, or in a spelling that is meant."""
    return called(name, who) or same_person(plain(name), plain(who)) or plain(who) in meant


def meets(name: str, entity: Entity) -> bool:
    """Return whether a name is one of an entity's: any part of a person's, the end of a body's or an office's."""
    if entity.kind == "person" and any(set(words_of(name)) <= set(words_of(form)) for form in (entity.name, *entity.spellings)):
        return bool(words_of(name))
    return any(called(name, form) for form in (entity.name, *entity.spellings, *entity.roles))


def called(name: str, who: str) -> bool:
    """Return whether some words name whom longer ones do, by their end.

    "Officials" names the "officials in both capitals"; "Eide" does not name "Eide's lawyer".
    """
    words, head = stems_of(name), stems_of(_BEHIND.split(who, maxsplit=1)[0])
    return bool(words and head) and set(words) <= set(head) and words[-1] == head[-1]


def stems_of(text: str) -> list[str]:
    """Return the stems of the words of a text, articles left out."""
    return [stem(word) for word in words_of(text) if word not in _ARTICLES]


def best(scores: Sequence[Sequence[float]]) -> float:
    """Return what a claim's answer must reach, from the answers of all claims of all stories."""
    return _LEAST * max((score for some in scores for score in some), default=0.0)


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters and without accents and possessives."""
    return [bare(fold(word)).removesuffix("'s") for word in WORD.findall(text)]


def plain(text: str) -> str:
    """Return a text as its words, in small letters and without accents."""
    return " ".join(words_of(text))


def bare(word: str) -> str:
    """Return a word without accents."""
    if word.isascii():
        return word
    return "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))


@cache
def synonyms() -> Mapping[str, tuple[str, ...]]:
    """Return the groups of synonyms to which each stem belongs."""
    return grouped(lambda word: stem(bare(word)))
