"""Circumstances: which part of a sentence is a time, a place or a purpose that it can do without."""

from collections.abc import Iterator
from itertools import pairwise

from copydesk.spans import Span
from copydesk.text.words import MONTHS, WEEKDAYS
from copydesk.write.grammar.lexicon import CONDITIONS, NEGATIONS, OBLIGING, RELATIONAL, TIME_UNITS, words
from copydesk.write.grammar.phrase import SUBJECTS, Phrase
from copydesk.write.grammar.valency import belongs

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
# Whom one "directed to meet" did not direct without it.
_TO_DO = words(
    """
    direct order ask urge tell force allow require instruct advise encourage enable persuade invite permit compel expect want help
    push press beg command authorize authorise warn remind teach request challenge pressure convince oblige sentence lead cause
    """
)
_OF_WHICH = words("day night morning evening moment minute time week year way place")  # "gone fishing the day *she vanished*"
_MADE_SO = words("have get keep leave want need see find make")  # "having a tenth of them *vaccinated*"
# Complements without which a verb says something else: "rely on", "agree to", "consist of".
_BOUND = frozenset({"on", "to", "of", "for", "with", "against", "from", "by"})


def participle(phrase: Phrase, at: int) -> bool:
    """Return whether a word describes the noun before it as a participle, whatever the parser takes it for."""
    word = phrase.words[at]
    bare = word.relation == "advcl" and word.fine in ("VBD", "VBN") and not phrase.children(at, *SUBJECTS)
    return bare or word.relation in ("acl", "acl:relcl")


def clausal(phrase: Phrase, end: int) -> bool:
    """Return whether what ends at a place may be the subject of a clause of time: "after an overnight ferry" (flipped over)."""
    for word in reversed(phrase.words[max(0, end - _NEAR) : end]):
        if word.low in _CLAUSES:
            return True
        if word.tag in ("ADP", "VERB", "AUX", "PUNCT"):
            break
    return False


def rules(phrase: Phrase) -> bool:
    """Return whether a sentence tells what must, may or need not be done: where, when and with what is what it tells."""
    return phrase.once(_rules)


def _rules(phrase: Phrase) -> bool:
    forms = phrase.forms()
    if phrase.has("have", "has", "had") and any(b == "to" and a in ("have", "has", "had") for a, b in pairwise(forms)):
        return True
    return phrase.has(*OBLIGING) and any(w.low in OBLIGING and w.tag in ("AUX", "VERB", "ADJ") for w in phrase.words)


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
        if any(part.start - _SUPERLATIVE <= at < part.start for at in among) or _splits(phrase, part.end):
            continue  # the largest of which, the first since when; "at age" (84)
        if _related(phrase, part.end):
            continue
        if _may_go(phrase, i, range(part.start, part.end), figures=figures):
            start = part.start - 1 if phrase.words[part.start - 1].form == "," else part.start
            listed = start < part.start or any(w.form == "," for w in phrase.words[part.start : part.end])  # "in Osper, Tarn,"
            both = listed and part.end < limit and phrase.words[part.end].form == ","
            # Behind a subject that a comma sets apart, the comma that closes it must go as well.
            if not start < part.start < root or both:
                yield Span(start, part.end + both)


def _splits(phrase: Phrase, at: int) -> bool:
    """Return whether a figure stands at a place that no comma parts from what is before it."""
    return at < len(phrase.words) and phrase.words[at].tag == "NUM"


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
        counted = counted and not asked(phrase, i - 1)
        if not counted or any(phrase.quoted()[i:limit]):
            continue
        rest = phrase.words[i:limit]
        if not any(w.low in CONDITIONS or w.low in NEGATIONS or w.fine in _FINITE for w in rest):
            yield Span(i - 1, limit if limit < len(phrase.words) else limit - 1)


def _ends(phrase: Phrase, end: int, limit: int) -> bool:
    """Return whether a part ends where a new part of the sentence begins: a parser's mistake must not leave half of one."""
    if end >= limit:
        return end == limit
    if phrase.words[end].form == "," and end + 1 < len(phrase.words) and phrase.quoted()[end + 1]:
        return False  # "under the name, “Red Otter”,"
    return phrase.words[end].tag in ("ADP", "SCONJ", "CCONJ", "PUNCT", "AUX") and phrase.words[end].low != "of"


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
    if opener.low == "that" and phrase.words[part.start - 1].tag == "NOUN":
        return True  # "the conclusion *that it was arson*"
    if (opener.low == "to" and asked(phrase, part.start)) or (part.start == at and opener.fine == "VBN" and _made(phrase, at)):
        return True
    participle = part.start == at and opener.fine == "VBN" and any(w.low in _CLAUSES for w in phrase.words[: part.start])
    return relation == "acl" and (opener.low == "to" or participle)


def asked(phrase: Phrase, at: int) -> bool:
    """Return whether "to" opens, at a place, what somebody before it is asked, told or allowed to do."""
    before = next((w for w in reversed(phrase.words[:at]) if w.tag == "VERB"), None)
    return before is not None and before.lemma in _TO_DO


def _made(phrase: Phrase, at: int) -> bool:
    """Return whether a participle says what becomes of the object of "have", "keep", "leave"."""
    seen, head = {at}, phrase.words[at].head
    while head >= 0 and head not in seen and phrase.words[head].relation in ("nmod", "obj", "conj", "compound"):
        seen.add(head)
        head = phrase.words[head].head
    return head >= 0 and phrase.words[head].tag == "VERB" and phrase.words[head].lemma in _MADE_SO


def _measured(phrase: Phrase, at: int) -> bool:
    """Return whether a place stands behind a stretch of time of which what follows says from when: "six months *out from it*"."""
    before = phrase.words[max(0, at - 2) : at]
    if not before or phrase.words[at].low not in _FROM_WHEN:
        return False
    unit = before[-1].low
    several = unit.endswith("s") and unit not in _DAYS and before[-1].fine == "NNS"  # "hours *before it ran out*"
    counted = len(before) > 1 and before[0].tag == "NUM"
    return unit.removesuffix("s") in TIME_UNITS and (several or counted)


def _held(phrase: Phrase, part: range) -> bool:
    """Return whether a part opens with what the word before it needs: "was brought *down*", "the job *he is doing*"."""
    before, opener = phrase.words[part.start - 1], phrase.words[part.start]
    if opener.low == "by" and before.fine in ("VBN", "VBD"):
        return True  # "are haunted *by what they saw*"
    if participle(phrase, part.start - 1):
        return True  # "a pact signed *in June*" goes as a whole
    if before.low in _OF_WHICH and any(w.fine in _FINITE for w in phrase.words[part.start : part.stop]):
        return True
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
    clause = any(w.low in _CLAUSES for w in phrase.words[: part.start])  # "after talks *collapsed*" is no participle
    opens = opens or (part.start == at and participle(phrase, at) and not clause)
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
