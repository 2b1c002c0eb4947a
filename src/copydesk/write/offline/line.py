"""A claim on its way to become a sentence of the report."""

from collections.abc import Mapping, Sequence, Set
from functools import cache, lru_cache

import msgspec

from copydesk.records import Claim, Genre, Passage
from copydesk.text.background import stem, weight
from copydesk.text.synonyms import grouped
from copydesk.write.grammar.lexicon import FIGURES, MODALS, NUMBER_WORDS, REPORTING, TIME_UNITS, figures
from copydesk.write.grammar.phrase import Phrase, Word

_LEAST, _NUMBER = 1.0, 6.0  # nats
_LONG_NUMBERS = frozenset({"hundred", "thousand", "20", "30", "40", "50", "60", "70", "80", "90"})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
_LIGHT = frozenset({"be", "have", "do", "get", "make", "take", "go", "come", "year", "day", "week", "month", "people", "time"})


class Terms(msgspec.Struct, frozen=True):
    """The content words of a line.

    Attributes:
        told: Dictionary form -> how much it tells, in nats.
        total: How much all of them tell.
        numbers: The numbers among them, in figures or words.
    """

    told: dict[str, float]
    total: float
    numbers: frozenset[str]

    @classmethod
    def of(cls, phrase: Phrase) -> "Terms":
        """Return the terms of a phrase."""
        return phrase.once(_terms)

    @classmethod
    def of_words(cls, words: Sequence[Word]) -> "Terms":
        """Return the terms of some words."""
        terms = {termed(w) for w in words if w.tag in CONTENT}
        if not terms.isdisjoint(_LONG_NUMBERS):
            terms = with_long_numbers(words, terms)
        told_by = {term: told(term) for term in sorted(terms) if term}
        numbers = frozenset(term for term in told_by if term[:1].isdigit() or term in NUMBER_WORDS)
        return cls(told_by, sum(told_by.values()), numbers)

    @property
    def timeless(self) -> "Terms":
        """The terms that do not only say when."""
        told = {term: much for term, much in self.told.items() if term not in TIME_UNITS}
        return self if len(told) == len(self.told) else Terms(told, sum(told.values()), self.numbers)

    def among(self, others: frozenset[str]) -> float:
        """Return the share, in [0, 1], of what they tell that stands among other terms, synonyms apart."""
        return sum([much for term, much in self.told.items() if term in others]) / self.total if self.total else 0.0

    def held(self, by: frozenset[str]) -> float:
        """Return the share, in [0, 1], of what they tell that stands among other terms."""
        held = [much for term, much in self.told.items() if term in by or not synonyms(term).isdisjoint(by)]
        return sum(held) / self.total if self.total else 0.0


def _terms(phrase: Phrase) -> Terms:
    return Terms.of_words(phrase.words)


class Line(msgspec.Struct, frozen=True):
    """A claim in the words of one passage, trimmed so that it can stand by itself.

    Attributes:
        claim: The claim.
        passage: The passage after which it is worded.
        phrase: Its words.
        citations: The passages it rests on, the one it is worded after first.
        origin_ids: Their origins, sorted.
        several: How many independent origins carry it at least; one must be named as who reports it.
        terms: Its content words, by which lines are compared.
        score: How much the report needs it.
        section: Key of the section it belongs to.
        place: Where its sentence stands in its article, in [0, 1].
        when: ISO 8601 day (or month, year) that it tells of, where one is known.
        quotation: Whether much of it is a direct quotation.
        contested: Whether another claim differs from it.
        topical: Share, in [0, 1], of what it tells that the heads of the articles tell: how much it is what the story is about.
        leading: How like the articles' titles and openings it is, in [0, 1].
        outdated: Whether a later article gives another number.
        genre: Genre of its article.
        coloured: Whether it only sets a scene.
        plans: Numbers of the initiatives it tells of.
        saved: Words of it that are not needed where its people were introduced before.
        leans: Whether it opens with words that need another sentence before it: it cannot lead.
        newest: How much news it is, in [0, 1], that it gives the latest figure of a toll that grew.
        told_on: When its article was published, where it tells a state of then: "still closed"; empty where it tells of now.
    """

    claim: Claim
    passage: Passage
    phrase: Phrase
    citations: tuple[Passage, ...]
    origin_ids: tuple[str, ...]
    several: int
    terms: Terms
    score: float = 0.0
    section: str = "happened"
    place: float = 0.0
    when: str | None = None
    quotation: bool = False
    contested: bool = False
    topical: float = 0.0
    leading: float = 0.0
    outdated: bool = False
    genre: Genre = "report"
    coloured: bool = False
    plans: frozenset[int] = frozenset()
    saved: int = 0
    leans: bool = False
    newest: float = 0.0
    told_on: str = ""

    @property
    def key(self) -> str:
        """Which line it is: a claim may be told in several."""
        return f"{self.claim.id} {self.phrase.text}"

    @property
    def single(self) -> bool:
        """Whether it must be given to who reports it."""
        return self.several < len(("one", "other"))


def with_long_numbers(words: Sequence[Word], terms: set[str]) -> set[str]:
    """Return terms with "five hundred" and "twenty-six" as one number each."""
    found, run = set(terms), list[str]()
    for word in (*words, None):
        if word is not None and (word.tag == "NUM" or (run and word.form == "-")):
            run.append(word.low)
            continue
        if len(run) > 1:
            found -= {FIGURES.get(low, low) for low in run}
            found |= {number for number in figures(run) if number[:1].isalnum()}
        run.clear()
    return found


def timed(terms: Terms) -> bool:
    """Return whether terms only say when: "on Thursday", "this week"."""
    return bool(terms.told) and terms.told.keys() <= TIME_UNITS


def terms_of(phrase: Phrase) -> frozenset[str]:
    """Return the content words of a phrase as dictionary forms; names and numbers as they are written."""
    return frozenset([termed(w) for w in phrase.words]) - {""}


def termed(word: Word) -> str:
    """Return the dictionary form of a word that tells something, else nothing."""
    return term(word.form, word.tag, word.lemma)


@lru_cache(maxsize=1 << 15)
def term(form: str, tag: str, lemma: str) -> str:
    """Return the dictionary form by which a content word is compared with others; empty for a word that tells nothing."""
    if tag not in CONTENT or not any(sign.isalnum() for sign in form):
        return ""
    low = form.lower()
    found = FIGURES.get(low, low) if tag in ("PROPN", "NUM") else stem(lemma.casefold())
    return "" if found in _LIGHT or found in REPORTING or found in MODALS else found


@cache
def _groups() -> Mapping[str, tuple[str, ...]]:
    return grouped(stem)


def synonyms_among(terms: Set[str]) -> frozenset[str]:
    """Return the names of the groups of synonyms that some terms belong to."""
    return frozenset[str]().union(*(synonyms(term) for term in _groups().keys() & terms))


@lru_cache(maxsize=1 << 15)
def synonyms(term: str) -> frozenset[str]:
    """Return the names of the groups of synonyms that a term belongs to."""
    return frozenset(_groups().get(term, ()))


def shared(a: Terms, b: Terms) -> float:
    """Return the share, in [0, 1], of what the shorter one's terms tell that both hold."""
    smaller = min(a.total, b.total)
    if not smaller:
        return 0.0
    few, many = (a.told, b.told) if len(a.told) < len(b.told) else (b.told, a.told)
    return min(1.0, sum([much for term, much in few.items() if term in many]) / smaller)


@lru_cache(maxsize=1 << 15)
def told(term: str) -> float:
    """Return how much a term tells, in nats; a number tells as much as a rare word."""
    return _NUMBER if term[:1].isdigit() or term in NUMBER_WORDS else max(_LEAST, weight(term))
