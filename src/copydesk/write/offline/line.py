"""A claim on its way to become a sentence of the report."""

import msgspec

from copydesk.records import Claim, Passage
from copydesk.write.grammar.lexicon import MODALS, REPORTING
from copydesk.write.grammar.phrase import Phrase

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
_LIGHT = frozenset({"be", "have", "do", "get", "make", "take", "go", "come", "year", "day", "week", "month", "people", "time"})


class Line(msgspec.Struct, frozen=True):
    """A claim in the words of one passage, trimmed so that it can stand by itself.

    Attributes:
        claim: The claim.
        passage: The passage after which it is worded.
        phrase: Its words.
        citations: The passages it rests on, the one it is worded after first.
        origin_ids: Their origins, sorted.
        single: Whether it must be given to who reports it.
        terms: Its content words, by which lines are compared.
        score: How much the report needs it.
        section: Key of the section it belongs to.
        place: Where its sentence stands in its article, in [0, 1].
        when: ISO 8601 day (or month, year) that it tells of, where one is known.
        quotation: Whether most of it is a direct quotation.
    """

    claim: Claim
    passage: Passage
    phrase: Phrase
    citations: tuple[Passage, ...]
    origin_ids: tuple[str, ...]
    single: bool
    terms: frozenset[str]
    score: float = 0.0
    section: str = "happened"
    place: float = 0.0
    when: str | None = None
    quotation: bool = False


def terms_of(phrase: Phrase) -> frozenset[str]:
    """Return the content words of a phrase as dictionary forms; names and numbers as they are written."""
    found = set()
    for word in phrase.words:
        if word.tag not in _CONTENT or not any(sign.isalnum() for sign in word.form):
            continue
        lemma = word.low if word.tag in ("PROPN", "NUM") else word.lemma.casefold()
        if lemma not in _LIGHT and lemma not in REPORTING and lemma not in MODALS:
            found.add(lemma)
    return frozenset(found)


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the share, in [0, 1], of the shorter one's terms that both hold."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
