"""Operations that cut circumstances: a time, a place, a purpose that a sentence can do without."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from copydesk.spans import Span
from copydesk.text.words import MONTHS, WEEKDAYS
from copydesk.write.grammar.lexicon import CONDITIONS, NEGATIONS, OBLIGING, RELATIONAL, REPORTING, TIME_UNITS, words
from copydesk.write.grammar.phrase import ENDS, SUBJECTS, Phrase, Word, headed, saying
from copydesk.write.grammar.telling import trailing_telling
from copydesk.write.grammar.trim import asides, leaves, second_statement, tails
from copydesk.write.grammar.valency import belongs

_ENDLESS = 1.5  # times the words a sentence should have: then it tells its first statement only
_SUPERLATIVE = 14  # words behind "the most important" that say among which
_NEAR = 6  # words between a preposition that a verb or noun needs and its noun
_WHEN = words("after following during amid")  # what these open is a circumstance, whatever the verb
_CLAUSES = words("after before since until when while as because once")
_FROM_WHEN = words("out after before from since of to later earlier ago into")
_PLACING = words("put place set lay bring take keep leave hold turn throw plunge drive push drag send")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PARTICLES = words("down up out off back over away in on apart together aside forward through around along")
_DAYS = frozenset({*WEEKDAYS, *MONTHS, "today", "yesterday", "tomorrow"})
# What says which one is meant when it stands before its noun.
_BEHIND = ("nmod", "acl", "acl:relcl", "appos")
_OPTIONAL = (
    "obl",
    "obl:unmarked",
    "obl:tmod",
    "obl:agent",
    "advmod",
    "advcl",
    "nmod",
    "acl",
    "acl:relcl",
    "appos",
    "parataxis",
    "nmod:unmarked",
)
# Adverbs that say how sure, how much or how often: without them a headline says more.
_WEIGHING = words(
    "allegedly reportedly apparently possibly probably likely nearly partly only barely hardly supposedly purportedly early daily"
)
# Verbs of saying that need somebody or something behind them, and are no other word for "said".
_TOLD_TO = words("preview brief outline recount post tweet")
# Complements without which a verb says something else: "rely on", "agree to", "consist of".
_BOUND = frozenset({"on", "to", "of", "for", "with", "against", "from", "by"})


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
        purpose = next(purposes(phrase, limit), None)
        return phrase.without(range(purpose.start, purpose.end)) if purpose else unhedged(phrase)
    last = max(found, key=lambda part: (part.end, part.start))
    return phrase.without(range(last.start, last.end))


def _closed(phrase: Phrase, part: Span) -> bool:
    """Return whether nothing behind a part may hang on it: of "hit back at claims by an actor", "at claims" cannot go alone."""
    if any(w.fine in _FINITE for w in phrase.words[part.start : part.end]) and _clausal(phrase, part.start):
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
    whole = whole and not _participle(phrase, part.start - 1)  # "a pact established" (last year)
    whole = whole and not _clausal(phrase, part.start)
    return whole and len(tops) == 1 and not hung and opener.tag in ("ADP", "SCONJ", "VERB", "DET", "PRON", "ADV")


def _participle(phrase: Phrase, at: int) -> bool:
    """Return whether a word describes the noun before it as a participle, whatever the parser takes it for."""
    word = phrase.words[at]
    bare = word.relation == "advcl" and word.fine in ("VBD", "VBN") and not phrase.children(at, *SUBJECTS)
    return bare or word.relation in ("acl", "acl:relcl")


def _clausal(phrase: Phrase, end: int) -> bool:
    """Return whether what ends at a place may be the subject of a clause of time: "after an overnight ferry" (flipped over)."""
    for word in reversed(phrase.words[max(0, end - _NEAR) : end]):
        if word.low in _CLAUSES:
            return True
        if word.tag in ("ADP", "VERB", "AUX", "PUNCT"):
            break
    return False


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


def rules(phrase: Phrase) -> bool:
    """Return whether a sentence tells what must, may or need not be done: where, when and with what is what it tells."""
    return phrase.once(_rules)


def _rules(phrase: Phrase) -> bool:
    forms = phrase.forms()
    if phrase.has("have", "has", "had") and any(b == "to" and a in ("have", "has", "had") for a, b in pairwise(forms)):
        return True
    return phrase.has(*OBLIGING) and any(w.low in OBLIGING and w.tag in ("AUX", "VERB", "ADJ") for w in phrase.words)


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


def adjuncts(phrase: Phrase, limit: int, *, figures: bool = False) -> Iterator[Span]:
    """Yield the circumstances before a place that can go, each with the comma before it.

    Args:
        phrase: The words.
        limit: The place.
        figures: Whether those that hold a figure may go, too.
    """
    if rules(phrase):
        return
    root, quoted, among = phrase.root, phrase.quoted(), phrase.once(compared)
    for i, word in enumerate(phrase.words[:limit]):
        second = word.relation == "conj" and word.head == root and word.tag in ("VERB", "AUX")
        before = word.relation in _BEHIND and i < word.head  # "fully vaccinated visitors" need not have been vaccinated without it
        part = phrase.stretch(i) if (word.relation in _OPTIONAL or second) and not quoted[i] and not before else None
        if part is None or part.start < 2 or part.end > limit or not (word.low in TIME_UNITS or _ends(phrase, part.end, limit)):
            continue
        if any(part.start - _SUPERLATIVE <= at < part.start for at in among):
            continue  # the largest of which, the first since when
        if _related(phrase, part.end):
            continue
        if _may_go(phrase, i, range(part.start, part.end), figures=figures):
            start = part.start - 1 if phrase.words[part.start - 1].form == "," else part.start
            listed = start < part.start or any(w.form == "," for w in phrase.words[part.start : part.end])  # "in Osper, Tarn,"
            both = listed and part.end < limit and phrase.words[part.end].form == ","
            # Behind a subject that a comma sets apart, the comma that closes it must go as well.
            if not start < part.start < root or both:
                yield Span(start, part.end + both)


def _related(phrase: Phrase, at: int) -> bool:
    """Return whether a relative clause follows a comma at a place: ", in which many died" belongs to what stands before it."""
    behind = phrase.words[at : at + 3]
    comma = bool(behind) and behind[0].form == ","
    return comma and any(w.fine in ("WDT", "WP", "WP$") for w in behind[1 : 2 + (len(behind) > 1 and behind[1].tag == "ADP")])


def purposes(phrase: Phrase, limit: int) -> Iterator[Span]:
    """Yield what a counted thing is for, up to the attribution: "70 measures *to ease trade*, officials said"."""
    for i, word in enumerate(phrase.words[:limit]):
        noun = word.head
        purpose = word.relation in ("acl", "advcl") and 0 <= noun < i and phrase.words[i - 1].low == "to"
        # A parser may hang the purpose on the verb: "announced 70 measures to ease trade".
        counted = purpose and any(phrase.children(at, "nummod") for at in (noun, *phrase.children(noun, "obj")))
        if not counted or any(phrase.quoted()[i:limit]):
            continue
        rest = phrase.words[i:limit]
        if not any(w.low in CONDITIONS or w.low in NEGATIONS or w.fine in _FINITE for w in rest):
            yield Span(i - 1, limit if limit < len(phrase.words) else limit - 1)


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


def _ends(phrase: Phrase, end: int, limit: int) -> bool:
    """Return whether a part ends where a new part of the sentence begins: a parser's mistake must not leave half of one."""
    if end >= limit:
        return end == limit
    if phrase.words[end].form == "," and end + 1 < len(phrase.words) and phrase.quoted()[end + 1]:
        return False  # "under the name, “Red Otter”,"
    return phrase.words[end].tag in ("ADP", "SCONJ", "CCONJ", "PUNCT", "AUX") and phrase.words[end].low != "of"


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


def _may_go(phrase: Phrase, at: int, part: range, *, figures: bool) -> bool:
    """Return whether a headline holds without a part: no condition, no negation, not what a verb or noun needs."""
    forms, relation, opener = phrase.forms(), phrase.words[at].relation, phrase.words[part.start]
    if phrase.words[part.start - 1].form in (":", ";") or not opener.space or _completes(phrase, at, part) or _held(phrase, part):
        return False
    if any(forms[i] in CONDITIONS or forms[i] in NEGATIONS or phrase.words[i].form in ("“", "”", '"') for i in part):
        return False
    if forms[part.start] in ("of", "than", "as") or _measured(phrase, part.start) or _says_which(phrase, at, part):
        return False
    if relation == "conj":
        return opener.low == "and"
    if relation == "advmod":
        return opener.low.endswith("ly") and opener.low not in _WEIGHING
    return not belongs(phrase, at, part.start) and _adds(phrase, at, part, figures=figures)


def _says_which(phrase: Phrase, at: int, part: range) -> bool:
    """Return whether a clause says which thing its noun means, or may be the verb of a clause of time.

    "Someone *who saw the fire*", "a plan *to rebuild*"; in "when a fire whipped up by winds *raced across the hills*" a parser may
    take the verb for a participle.
    """
    relation, opener = phrase.words[at].relation, phrase.words[part.start]
    if relation == "acl:relcl":
        return phrase.words[part.start - 1].form != ","
    participle = part.start == at and opener.fine == "VBN" and any(w.low in _CLAUSES for w in phrase.words[: part.start])
    return relation == "acl" and (opener.low == "to" or participle)


def _measured(phrase: Phrase, at: int) -> bool:
    """Return whether a place stands behind a stretch of time of which what follows says from when: "six months *out from it*"."""
    before = phrase.words[max(0, at - 2) : at]
    return (
        len(before) > 1
        and before[0].tag == "NUM"
        and before[1].low.removesuffix("s") in TIME_UNITS
        and phrase.words[at].low in _FROM_WHEN
    )


def _held(phrase: Phrase, part: range) -> bool:
    """Return whether a part opens with what the word before it needs: "was brought *down*", "the job *he is doing*"."""
    before, opener = phrase.words[part.start - 1], phrase.words[part.start]
    particle = opener.low in _PARTICLES and before.tag == "VERB" and not _governs(phrase, part)
    return particle or (opener.relation in SUBJECTS and before.tag == "NOUN")


def _governs(phrase: Phrase, part: range) -> bool:
    """Return whether a noun follows the word that a part opens with, so that this is a preposition: "down the road"."""
    behind = phrase.words[part.start + 1 : part.stop]
    return bool(behind) and behind[0].tag in ("DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ")


def _completes(phrase: Phrase, at: int, part: range) -> bool:
    """Return whether a part says which thing its noun means: "the limit *inside the breakwater*", "a role *in the talks*"."""
    head = phrase.words[at].head
    if phrase.words[at].relation not in ("nmod", "acl") or head < 0:
        return False
    return phrase.words[head].lemma in RELATIONAL or _definite(phrase, head, part)


def compared(phrase: Phrase) -> list[int]:
    """Return where superlatives and "first" stand; "at least" is none."""
    found = [i for i, word in enumerate(phrase.words) if word.low == "first" or word.fine in ("JJS", "RBS")]
    return [i for i in found if not (phrase.words[i].low in ("least", "most") and i > 0 and phrase.words[i - 1].low == "at")]


def _definite(phrase: Phrase, at: int, part: range) -> bool:
    """Return whether a common noun stands with "the", "other" or an owner, and only the part behind it says which one is meant."""
    if at < 0 or phrase.words[at].tag != "NOUN" or phrase.words[part.stop - 1].low in TIME_UNITS:
        return False
    if any(at < i < part.start for i in phrase.children(at, "nmod", "acl", "acl:relcl")):
        return False
    return any(
        phrase.words[i].low in ("the", "other", "another", "same") or phrase.words[i].relation == "nmod:poss"
        for i in phrase.children(at)
    )


def _adds(phrase: Phrase, at: int, part: range, *, figures: bool) -> bool:
    """Return whether a part is a circumstance: a time, or words behind a preposition or conjunction that no verb needs."""
    relation, opener, time = phrase.words[at].relation, phrase.words[part.start], phrase.words[at].low in TIME_UNITS
    if phrase.words[part.start - 1].tag == "NUM":
        return False
    if time:
        return True
    counts = any(phrase.words[i].tag == "NUM" for i in part)
    if counts and not figures and not any(phrase.words[i].tag == "VERB" for i in part):
        return False  # "at 14 knots" is what the sentence tells
    if opener.low == "in" and any(w.fine == "VBG" for w in phrase.words[part.start + 1 : part.start + 2]):
        return False  # "a part in making it", "succeed in making it"
    opens = opener.tag in ("ADP", "SCONJ", "ADV", "PRON") or opener.fine in ("VBG", "VBN", "WDT", "WP", "WRB")
    bound = relation in ("obl", "nmod") and opener.low in _BOUND and at - part.start < _NEAR
    needed = relation != "advcl" and opener.low not in _WHEN and _needed(phrase, phrase.words[at].head, part)
    return opens and not bound and not needed


def _needed(phrase: Phrase, head: int, part: range) -> bool:
    """Return whether a part is all that completes the verb it hangs on: "based on a flag", "left for the coast"."""
    if head < 0 or phrase.words[head].tag not in ("VERB", "AUX"):
        return False
    if phrase.words[head].lemma in _PLACING and phrase.children(head, "obj"):
        return not any(i > head and i not in part for i in phrase.children(head, "obl", "advmod"))  # "put the case at risk"
    completing = phrase.children(head, "obj", "iobj", "xcomp", "ccomp", "cop", "obl", "obl:agent", "obl:unmarked")
    return not any(i > head and i not in part and phrase.words[i].low not in TIME_UNITS for i in completing)
