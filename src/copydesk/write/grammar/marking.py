"""A part of a sentence in quotation marks, as its outlet's words: where nothing else keeps it from repeating them."""

from collections.abc import Iterator

import msgspec

from copydesk.spans import Span
from copydesk.text.words import MONTHS, WEEKDAYS
from copydesk.write.grammar.lexicon import TELLING
from copydesk.write.grammar.phrase import Phrase, Word
from copydesk.write.grammar.places import predicate
from copydesk.write.grammar.told import Told

_DAYS = frozenset({*WEEKDAYS, *MONTHS})
_SHORTEST_QUOTE, _LONGEST_QUOTE = 8, 20  # words: fewer look like doubt, more are no part of a sentence
_FEWEST, _MOST = 6, 32  # words and signs of what is said of a subject


def in_part(phrase: Phrase, told: Told, run: Span) -> Iterator[Phrase]:
    """Yield a sentence with a part of a stretch in quotation marks.

    First all that is said of its subject, then what a verb or a preposition governs, the longest first.

    Args:
        phrase: The sentence, which names its outlet, and in which nobody else says anything.
        told: Its parts.
        run: The stretch that an article has word for word.
    """
    says = any(word.tag == "VERB" and word.lemma in TELLING for word in told.statement.words)
    if any(phrase.quoted()) or told.speaker or says:
        return  # "“… tracks near the lake”, said Jon Eide" would make the article's words his
    at, end = predicate(told.statement), told.start + len(told.statement.words)
    start = told.start + (at or 0)
    if at and _FEWEST <= end - start <= _MOST and run.start <= start and end <= run.end:
        yield _marked(told.whole(told.statement), Span(start, end))
    parts = {
        part
        for at in range(run.start, run.end)
        if (part := _governed(phrase, at)) and run.start < part.start and part.end <= run.end
    }
    fit = (p for p in parts if _SHORTEST_QUOTE <= p.end - p.start <= _LONGEST_QUOTE)
    for part in sorted(fit, key=lambda p: (p.start - p.end, p.start)):
        yield _marked(phrase, part)


def _marked(phrase: Phrase, part: Span) -> Phrase:
    """Return a phrase with a part of it in quotation marks."""
    opening = Word(form="“", space=phrase.words[part.start].space, tag="PUNCT")
    quoted = (msgspec.structs.replace(phrase.words[part.start], space=False), *phrase.words[part.start + 1 : part.end])
    closing = Word(form="”", space=False, tag="PUNCT")
    return Phrase((*phrase.words[: part.start], opening, *quoted, closing, *phrase.words[part.end :]))


def _governed(phrase: Phrase, at: int) -> Span | None:
    """Return the object of a verb or of a preposition, with all that belongs to it; None for other words.

    It is quoted only where it stands right behind what governs it and a sign or the sentence's end follows: elsewhere a wrong parse
    would open or close the quotation in the middle of a thought. Figures and days are facts, and nobody's words.
    """
    words, stretch = phrase.words, phrase.stretch(at) if phrase.words[at].relation in ("obj", "obl") else None
    if stretch is None:
        return None
    start = stretch.start + (words[stretch.start].tag == "ADP")
    governs = start > 0 and (start - 1 == words[at].head or (words[start - 1].tag == "ADP" and words[start - 1].head == at))
    ends = stretch.end == len(words) or words[stretch.end].tag == "PUNCT"
    plain = all(w.tag not in ("PUNCT", "NUM", "PRON") or w.form == "-" for w in words[start : stretch.end])
    days = any(w.low in _DAYS for w in words[start : stretch.end])
    return Span(start, stretch.end) if governs and ends and plain and not days else None
