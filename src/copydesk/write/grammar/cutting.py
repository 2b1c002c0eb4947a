"""Operations that cut circumstances: a time, a place, a purpose that a sentence can do without."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from copydesk.spans import Span
from copydesk.text.words import MONTHS, WEEKDAYS
from copydesk.write.grammar.adjuncts import adjuncts, clausal, participle, purposes, rules
from copydesk.write.grammar.lexicon import CONDITIONS, NEGATIONS, REPORTING, TIME_UNITS, words
from copydesk.write.grammar.phrase import ENDS, SUBJECTS, Phrase, Word, headed, saying
from copydesk.write.grammar.telling import trailing_telling
from copydesk.write.grammar.trim import asides, leaves, second_statement, tails

_ENDLESS = 1.5  # times the words a sentence should have: then it tells its first statement only
_NEAR = 6  # words between a preposition that a verb or noun needs and its noun
_ENDING_WITH = words("after when while amid")
_STRETCHES = words("seconds minutes hours days weeks months years decades moments time day morning night")
_SHORTEST = 4  # words before "after"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DAYS = frozenset({*WEEKDAYS, *MONTHS, "today", "yesterday", "tomorrow"})
# Verbs of saying that need somebody or something behind them, and are no other word for "said".
_TOLD_TO = words("preview brief outline recount post tweet")


def cut(phrase: Phrase) -> Phrase | None:
    """Return a phrase without its last part that may go; None where none may."""
    telling = trailing_telling(phrase)
    for span in tails(phrase):
        if _closed(phrase, span):
            return phrase.without(range(span.start, span.end))
    if telling and (shorter := told_briefly(phrase, telling)):
        return shorter
    if telling and (aside := described(phrase, telling.start)):
        return phrase.without(range(aside.start, aside.end))
    limit = telling.start if telling else len(phrase.words)
    found = [part for part in adjuncts(phrase, limit) if _closed(phrase, part) and _rounded(phrase, part)]
    if not found:
        purpose = next(purposes(phrase, limit), None) or _what_went_before(phrase, limit)
        return phrase.without(range(purpose.start, purpose.end)) if purpose else unhedged(phrase)
    last = max(found, key=lambda part: (part.end, part.start))
    return phrase.without(range(last.start, last.end))


def _what_went_before(phrase: Phrase, limit: int) -> Span | None:
    """Return what a sentence ends with after its statement: "(will strike on Monday) *after talks collapsed*".

    A parser often gets such an end wrong, so it goes as a whole or not at all.
    """
    end = limit - (limit == len(phrase.words) and phrase.words[-1].form in ENDS)
    at = next((i for i, w in enumerate(phrase.words[:end]) if w.low in _ENDING_WITH and i > _SHORTEST), 0)
    before, rest = phrase.words[:at], phrase.words[at:end]
    if not at or before[-1].tag not in ("NOUN", "PROPN", "VERB", "NUM", "PUNCT") or before[-1].low in _STRETCHES or rules(phrase):
        return None
    goes_on = any(a.form == "," and (b.fine == "VBG" or b.tag in ("CCONJ", "SCONJ")) for a, b in pairwise(rest))
    held = any(w.low in CONDITIONS or w.low in NEGATIONS for w in rest)
    if phrase.words[phrase.root].lemma in ("come", "happen", "occur", "follow") or any(phrase.quoted()[at:end]):
        return None  # "the new toll came" (as the search ended)
    if goes_on or held or not any(w.fine in _FINITE for w in before) or any(w.lemma in REPORTING for w in before):
        return None
    return Span(at - (before[-1].form == ","), end)


def _closed(phrase: Phrase, part: Span) -> bool:
    """Return whether nothing behind a part may hang on it: of "hit back at claims by an actor", "at claims" cannot go alone."""
    if any(w.fine in _FINITE for w in phrase.words[part.start : part.end]) and clausal(phrase, part.start):
        return False  # "came out after his office (and home were raided)"
    behind = phrase.words[part.end : part.end + 2]
    if not behind or behind[0].tag == "PUNCT" or phrase.words[part.end - 1].low in _DAYS:
        return True
    if behind[0].fine in _FINITE:  # the main verb, or another one whose subject the part may be
        return part.end == phrase.root or (behind[0].head == phrase.root and behind[0].tag == "AUX")
    return behind[0].low == "to" and behind[-1].tag in ("VERB", "AUX")


def described(phrase: Phrase, end: int) -> Span | None:
    """Return the description that stands between commas before a place: "…, the first pack for sixty years" (, officials said)."""
    start = next((i for i in range(end - 1, 0, -1) if phrase.words[i].form == ","), 0)
    inside = phrase.words[start + 1 : end]
    listed = any(w.form == "," or w.tag == "CCONJ" for w in phrase.words[max(0, start - _NEAR) : start])
    plain = len(inside) > 1 and inside[0].tag == "DET" and not any(w.fine in _FINITE or w.low in NEGATIONS for w in inside)
    return Span(start, end) if start and plain and not listed else None


def ending(phrase: Phrase) -> Phrase | None:
    """Return a phrase without the circumstance or clause its statement ends with; None where it ends with what it needs."""
    telling = trailing_telling(phrase)
    limit = telling.start if telling else len(phrase.words) - (phrase.words[-1].form in ENDS)
    parts = (part for part in (*tails(phrase), *adjuncts(phrase, limit)) if part.end == limit and _rounded(phrase, part))
    found = [part for part in parts if _severable(phrase, part)]
    if not found:
        return None
    last = max(found, key=lambda part: part.start)
    return phrase.without(range(last.start, last.end))


def _severable(phrase: Phrase, part: Span) -> bool:
    """Return whether what stands before a part at the end is whole without it."""
    inside = range(part.start, part.end)
    before = phrase.words[part.start - 1]
    tops = [i for i in inside if phrase.words[i].head not in inside and phrase.words[i].tag != "PUNCT"]
    hung = any(w.head in inside for i, w in enumerate(phrase.words) if i not in inside and w.tag != "PUNCT")
    set_apart = phrase.words[part.start].form == ","
    opener = phrase.words[part.start + set_apart]
    if not set_apart and any(phrase.words[i].relation == "acl" for i in tops):
        return False  # what a parser takes for a participle may be the verb: "after a ferry flipped over"
    whole = before.tag in ("NOUN", "PROPN", "NUM", "ADJ", "VERB", "ADV", "PRON") or before.form in ("”", '"', ")")
    whole = whole and before.lemma not in REPORTING and before.fine != "VBG"
    whole = whole and not participle(phrase, part.start - 1)  # "a pact established" (last year)
    whole = whole and not clausal(phrase, part.start)
    return whole and len(tops) == 1 and not hung and opener.tag in ("ADP", "SCONJ", "VERB", "DET", "PRON", "ADV")


def core(phrase: Phrase, stated: Callable[[Sequence[Word]], bool]) -> Phrase:
    """Drop whatever can go and is not stated elsewhere: a second statement, asides, tails, circumstances.

    Args:
        phrase: The words.
        stated: Returns whether others state a part as well.
    """
    kept: set[tuple[int, int]] = set()  # where parts that stay begin and end in the article
    while gone := next((p for p in phrase.once(_droppable) if not _stays(phrase, p, stated, kept)), None):
        phrase = headed(phrase.without(range(gone.start, gone.end)))
    return phrase


def _stays(phrase: Phrase, part: Span, stated: Callable[[Sequence[Word]], bool], kept: set[tuple[int, int]]) -> bool:
    """Return whether others state a part, or no sentence is left without it; the parts of which that is known are kept."""
    place = _place(phrase, part)
    if place not in kept and (stated(phrase.words[part.start : part.end]) or not leaves(phrase, part)):
        kept.add(place)
    return place in kept


def _rounded(phrase: Phrase, part: Span) -> bool:
    """Return whether a part does not end in the middle of a list or a pair: "a year and a ferry between Merrin and" (Lusk)."""
    words = phrase.words[part.start : part.end]
    last = next((w for w in reversed(words) if w.tag != "PUNCT"), None)
    paired = any(w.low == "between" for w in words) and not any(w.low == "and" for w in words)
    return last is not None and last.tag not in ("CCONJ", "ADP", "DET", "SCONJ") and not paired


def front(phrase: Phrase) -> Span | None:
    """Return what stands before the subject, with the comma behind it; None for nothing, a condition or a statement of its own."""
    root = phrase.root
    subject = next((i for i, w in enumerate(phrase.words) if w.head == root and w.relation in SUBJECTS), -1)
    stretch = phrase.stretch(subject) if subject >= 0 else None
    if stretch is None or stretch.start < 2 or phrase.words[stretch.start - 1].form != ",":
        return None
    before = phrase.words[: stretch.start]
    states = any(w.relation in ("ccomp", "parataxis", *SUBJECTS) and w.head in (-1, root) for w in before)
    states = states or len(before) > len(phrase.words) // 2  # the statement itself, before "…, an exit poll showed"
    if states or rules(phrase) or any(w.low in CONDITIONS or w.low in NEGATIONS or w.form in ("“", '"', "”") for w in before):
        return None
    return Span(0, stretch.start)


def unfronted(phrase: Phrase) -> Phrase:
    """Drop what stands before the subject, a comma behind it, unless it is a condition."""
    place = front(phrase)
    return headed(phrase.slice(place.end, len(phrase.words))) if place else phrase


def _place(phrase: Phrase, part: Span) -> tuple[int, int]:
    return phrase.words[part.start].start, phrase.words[part.end - 1].end


def _droppable(phrase: Phrase) -> tuple[Span, ...]:
    """Return what can go from a sentence: a second statement, then the shortest parts first, so that no more goes than must."""
    second, before, telling = second_statement(phrase), front(phrase), trailing_telling(phrase)
    limit = telling.start if telling else len(phrase.words)
    parts = {*asides(phrase), *tails(phrase), *adjuncts(phrase, limit, figures=True), *purposes(phrase, limit)}
    parts = {part for part in parts if _rounded(phrase, part)} | ({before} if before else set())
    return (*((second,) if second else ()), *sorted(parts, key=lambda p: (p.end - p.start, -p.start)))


def tightened(phrase: Phrase, words: int) -> Phrase:
    """Return a phrase of more than so many words with a short attribution, and without what a counted thing is for.

    Of one that is longer by half, only the first statement is left.
    """
    telling = trailing_telling(phrase)
    if phrase.count > words and telling:
        phrase = told_briefly(phrase, telling, who=True) or phrase
        telling = trailing_telling(phrase)
    second = second_statement(phrase)
    if second and phrase.count > _ENDLESS * words:
        phrase = phrase.without(range(second.start, second.end))
    purpose = next(purposes(phrase, telling.start if telling else len(phrase.words)), None)
    return phrase.without(range(purpose.start, purpose.end)) if purpose and phrase.count > words else phrase


def unhedged(phrase: Phrase) -> Phrase | None:
    """Return a phrase without nameless officials at its end where it says itself that something is only expected."""
    telling = trailing_telling(phrase)
    names = telling and any(w.tag == "PROPN" and w.low not in TIME_UNITS for w in phrase.words[telling.start : telling.end])
    if telling is None or names:
        return None
    before = phrase.words[: telling.start]
    hedged = any(a.low in ("expected", "likely") and b.low == "to" for a, b in pairwise(before))
    return phrase.without(range(telling.start, telling.end)) if hedged else None


def told_briefly(phrase: Phrase, telling: Span, *, who: bool = False) -> Phrase | None:
    """Return a phrase whose attribution at its end is no more than who and a verb: ", officials said"; None where it is already.

    Args:
        phrase: The words.
        telling: Where its attribution stands.
        who: Whether all words that say who they are stay: "two senior officials said".
    """
    verb = next((i for i in range(telling.start, telling.end) if phrase.words[i].lemma in REPORTING), -1)
    behind = range(verb + 1, telling.end)
    if verb < 0 or phrase.words[verb - 1].tag in ("PUNCT", "ADP"):
        return None
    before = [i for i in range(telling.start + 1, verb) if phrase.words[i].tag in ("ADJ", "NOUN", "DET")]
    if any(phrase.words[i].tag == "ADP" for i in range(telling.start + 1, verb)):
        before = []  # "one of the senior officials said"
    modifiers = before[:-1] if not who and len(before) > 1 and phrase.words[verb - 1].fine == "NNS" else []
    if not (behind or modifiers):
        return None
    if behind and phrase.words[verb].lemma in _TOLD_TO:
        return None
    # Who "told a press conference" said it.
    if behind and phrase.words[verb].low == "told":
        phrase = phrase.replaced(Span(verb, verb + 1), saying("said"))
    return phrase.without([*behind, *modifiers])
