"""Where in a statement words may stand between commas: "The harbour, officials said, will close"."""

from collections.abc import Iterator
from itertools import pairwise

from copydesk.spans import Span
from copydesk.text.words import MONTHS, WEEKDAYS
from copydesk.write.grammar.adjuncts import adjuncts
from copydesk.write.grammar.lexicon import PURPOSEFUL, RELATIONAL, TELLING, words
from copydesk.write.grammar.phrase import SUBJECTS, Phrase
from copydesk.write.grammar.valency import belongs

_LONGEST_SUBJECT = 18  # words and signs before an aside
_LONGEST_SET_APART = 28  # where a comma closes it
_LONGEST_OPENING = 18
_OPENING = ("ADP", "SCONJ", "ADV", "NUM")
_SUBJECT_TAGS = ("NOUN", "PROPN", "ADJ", "NUM")
_FINITE = ("VBD", "VBZ", "VBP", "VB")
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that", "where", "when"})
# Before one of these a new part of the sentence begins.
_JOINTS = words("when after before while because although though following during amid despite unless whereas")
_CLAUSES = _JOINTS | words("as if since until where")
_MEASURED = words("shortly soon right just long even only ever immediately not except moments days day hours hour minutes minute")
_MEASURED |= words("weeks week months month years year seconds second or and but that than as well")
_PREPOSITIONS = words(
    "in at on for with from near by through under over across against into throughout during about outside inside"
)
_SUCH = words("such well known same far long much")
_DATES = frozenset({*WEEKDAYS, *MONTHS})
_SHUT = frozenset({",", ")", "”", "%"})
_EVEN = words("even only just both")
# Verbs whose past form is their dictionary form: any other word without an ending is hardly one.
_SAME_PAST = words(
    "put cut hit set let read cost shut spread beat bet burst hurt quit split shed bid rid cast thrust broadcast wed"
)
_AND_DO = words("try go come wait")  # "to try and win"
_DOING = words("for by after before without since")
_ANDS = words("and but while")
_EARLY = 6  # words of a subject before the "who" that belongs to it
_NEAR, _SHORTLY = 4, 2  # words between an aside and somebody who says something before or behind it
_LEAST_BEFORE = 2  # words before an aside
_LEAST_BEHIND = 4  # words behind an aside


def places(phrase: Phrase) -> tuple[int, ...]:
    """Return where an aside may stand: behind the opening words or before the verb, between clauses, before a circumstance."""
    return phrase.once(_places)


def _places(phrase: Phrase) -> tuple[int, ...]:
    return tuple(
        at for at in dict.fromkeys(_found(phrase)) if phrase.words[at - 1].tag != "PUNCT" or phrase.words[at - 1].form in _SHUT
    )


def told_near(phrase: Phrase, at: int) -> bool:
    """Return whether somebody says something near a place: "the Courier reports, said it …" would leave open who says what."""
    near = phrase.words[max(0, at - _NEAR) : at + _SHORTLY]
    return any(word.tag in ("VERB", "AUX") and word.lemma in TELLING for word in near)


def _found(phrase: Phrase) -> Iterator[int]:
    words = phrase.words
    first = (_opening(phrase) or _verb(phrase)) if words else None
    spoken = first if first and not _misread(phrase, first) else 0
    closing = bool(spoken) and words[spoken - 1].form == ","
    if spoken and not closing:
        yield spoken
    # Before the main verb only its subject stands, which nothing may part.
    tensed = next((i + 1 for i, word in enumerate(words) if word.fine in _TENSED), len(words))
    tensed = max(tensed, min([phrase.root, *phrase.children(phrase.root, "aux", "aux:pass", "cop")], default=0))
    first = max(first or _LEAST_BEFORE, tensed)
    free = [at for at in range(first + 1, len(words) - _LEAST_BEHIND) if not _closed_off(phrase, at) and not _awaited(phrase, at)]
    yield from (at for at in free if _parts(phrase, at))
    # Last of all before a circumstance: "… will close the harbour, the Courier reports, after the feast of spring".
    late = {part.start for part in adjuncts(phrase, len(words)) if words[part.start].tag in ("ADP", "SCONJ")}
    found = [at for at in free if at in late or _circumstance(phrase, at, "obl")]
    yield from sorted(found, key=lambda at: _below(phrase, at))
    yield from (at for at in free if _circumstance(phrase, at, "nmod"))
    if closing:
        yield spoken  # "Boro, who owns the ship, the Courier reports, left": it may be taken for what is told of the ship only


def _awaited(phrase: Phrase, at: int) -> bool:
    """Return whether the main verb is still to come: "a clerk who opened fire (at a feast) *and killed a man* has been charged"."""
    before, told = phrase.words[:at], phrase.words[at:]
    relative = [i for i, word in enumerate(before) if word.fine in ("WP", "WDT") and i <= _EARLY]
    tensed = sum(word.fine in _TENSED for word in before)
    return bool(relative) and tensed <= len(relative) and any(word.fine in _TENSED for word in told)


def _below(phrase: Phrase, at: int) -> bool:
    """Return whether a circumstance belongs to another verb than the main one: "…, since the ship got stuck *on rocks*"."""
    noun = phrase.words[phrase.words[at].head]
    return noun.head != phrase.root


def _closed_off(phrase: Phrase, at: int) -> bool:
    """Return whether a place stands in or near quotation marks, in brackets, or between the commas behind a subject."""
    return _marked(phrase, at) or _bracketed(phrase, at) or _unclosed(phrase, at)


def _unclosed(phrase: Phrase, at: int) -> bool:
    """Return whether a place stands in what is said of a subject behind a comma: "The ship, the largest *of the fleet*, sank"."""
    words = phrase.words
    first = next((i for i, word in enumerate(words[:at]) if word.form == ","), at)
    opens = first < at and words[0].tag in ("DET", "NOUN", "PROPN", "ADJ") and not any(w.fine in _TENSED for w in words[:first])
    return opens and sum(w.form == "," for w in words[:at]) % 2 == 1


def _marked(phrase: Phrase, at: int) -> bool:
    """Return whether a place is in or near quotation marks: who stands there might be taken for who said what is quoted."""
    return any(phrase.quoted()[max(0, at - _SHORTLY) : at + _SHORTLY + 1])


def _bracketed(phrase: Phrase, at: int) -> bool:
    opened = sum((w.form in ("(", "[")) - (w.form in (")", "]")) for w in phrase.words[:at])
    return opened > 0


def predicate(phrase: Phrase) -> int | None:
    """Return where what is said of its subject begins in a statement that begins with its subject; None for others."""
    at = _opening(phrase) or _verb(phrase) if phrase.words else None
    plain = at is not None and phrase.words[at].fine in _TENSED and phrase.words[0].tag in ("DET", *_SUBJECT_TAGS)
    return at if plain and not _misread(phrase, at or 0) else None


def _misread(phrase: Phrase, at: int) -> bool:
    """Return whether a word is no verb, though a parser takes it for one: "a weather (buoy) near Osper recorded gusts"."""
    verb = phrase.words[at]
    if verb.tag != "VERB":
        return False
    if verb.fine == "VBD" and verb.low == verb.lemma and verb.low not in _SAME_PAST:
        return True
    for word in phrase.words[at + 1 :]:
        if word.fine in _TENSED:
            return True
        if word.tag in ("PUNCT", "CCONJ", "SCONJ", "PRON", "PART") and word.form != "-":
            return False
    return False


def _parts(phrase: Phrase, at: int) -> bool:
    """Return whether a new part of a statement begins at a place: a second verb or statement, a clause, a circumstance of time."""
    if phrase.words[at].form == ",":
        return phrase.words[at + 1].tag != "NUM" and _behind_comma(phrase, at + 1)  # "170, 000 people"
    return any(begins(phrase, at) for begins in (_joint, _conjoined, _purpose, _doing))


def _behind_comma(phrase: Phrase, at: int) -> bool:
    """Return whether a clause, a participle or a second statement begins behind a comma."""
    clause = phrase.words[at].low in _CLAUSES and _states(phrase, at + 1)
    listed = any(a.form == "," and b.low in ("and", "or") for a, b in pairwise(phrase.words[at:]))
    participle = phrase.words[at].fine == "VBG" and not listed and any(w.fine in _TENSED for w in phrase.words[:at])
    return clause or participle or _clause(phrase, at) or _second(phrase, at)


def _joint(phrase: Phrase, at: int) -> bool:
    """Return whether "when", "after", "but", "as" open a clause or a circumstance at a place."""
    word, before = phrase.words[at], phrase.words[at - 1]
    if word.low in _JOINTS:
        fits = word.tag in ("ADP", "SCONJ", "ADV", "VERB")
        return fits and before.low not in _MEASURED and before.tag not in ("ADP", "NUM", "DET", "PUNCT", "AUX")
    as_it_was = word.low == "as" and before.tag in ("NOUN", "PROPN", "NUM") and before.low not in _SUCH
    return (as_it_was or word.low == "but") and _states(phrase, at + 1)


def _conjoined(phrase: Phrase, at: int) -> bool:
    """Return whether "and" joins a second verb or statement at a place."""
    word, before = phrase.words[at], phrase.words[at - 1]
    if word.relation == "cc" and before.form != "," and before.low not in _AND_DO and _joined(phrase, word.head):
        return True
    return word.low == "and" and before.tag in ("NOUN", "PROPN", "ADV", "NUM") and _goes_on(phrase, at + 1)


def _purpose(phrase: Phrase, at: int) -> bool:
    """Return whether "to" says at a place what something was done for: "used evidence *to show* …"; not "an attempt to show"."""
    word, before, verb = phrase.words[at], phrase.words[at - 1], phrase.words[at + 1]
    opens = word.low == "to" and verb.fine == "VB" and verb.relation == "advcl" and verb.head == phrase.root
    return opens and before.relation == "obj" and before.lemma not in PURPOSEFUL


def _doing(phrase: Phrase, at: int) -> bool:
    """Return whether a participle begins at a place, by itself or behind "for", "by", "after"."""
    word, before = phrase.words[at], phrase.words[at - 1]
    if word.fine == "VBG":
        hangs = word.relation == "advcl" and 0 <= word.head < at and phrase.words[word.head].fine in _TENSED
        return hangs and before.tag in ("NOUN", "PROPN")
    opens = word.relation == "mark" and word.low in _DOING and phrase.words[at + 1].fine == "VBG"
    return opens and before.tag in ("NOUN", "PROPN", "NUM") and phrase.words[word.head].relation == "advcl"


def _circumstance(phrase: Phrase, at: int, relation: str) -> bool:
    """Return whether a circumstance begins at a preposition behind a noun, and the verb does not need it."""
    word, before = phrase.words[at], phrase.words[at - 1]
    named = before.tag in ("PROPN", "NUM") or (before.tag == "NOUN" and not before.low.endswith("ing"))
    noun, behind = phrase.words[word.head], phrase.words[word.head + 1 : word.head + 2]
    if word.low not in _PREPOSITIONS or word.relation != "case" or not named or (behind and behind[0].low in _RELATIVE):
        return False
    head = noun.head if noun.relation.startswith(relation) else -1
    if relation == "nmod":
        if before.tag == "NOUN" and word.low in ("in", "on"):
            return False  # "an exercise, the Courier reports, in democracy"
        return (
            0 <= head < at and phrase.words[head].relation in ("obj", "obl", "conj") and phrase.words[head].lemma not in RELATIONAL
        )
    dated = before.tag == "NUM" or before.low in _DATES  # "will vote on Monday, the Courier reports, on the plan"
    return 0 <= head < at - 1 and phrase.words[head].tag == "VERB" and (dated or not belongs(phrase, word.head, at))


def _second(phrase: Phrase, at: int) -> bool:
    """Return whether a second statement begins at a place behind a comma: "and the mayor resigned"."""
    words = phrase.words
    if words[at].low not in _ANDS or not any(w.fine in _TENSED for w in words[:at]):
        return False
    return _states(phrase, at + 1)


def _states(phrase: Phrase, at: int) -> bool:
    """Return whether a subject and its finite verb stand at a place."""
    commas = 0
    for word in phrase.words[at : at + _LONGEST_SUBJECT]:
        commas += word.form == ","
        if word.fine in _TENSED:
            return not commas % 2
        if word.low in _RELATIVE:
            return False
        if word.tag in ("PUNCT", "CCONJ", "SCONJ", "VERB") and word.form not in ("-", ",") and word.fine != "VBG":
            return False
    return False


def _goes_on(phrase: Phrase, at: int) -> bool:
    """Return whether a second verb of the subject stands at a place, alike the first one: "and ran away"."""
    words = phrase.words
    at += words[at].tag == "ADV"
    verb, joined = words[at], words[words[at].head] if words[at].tag == "AUX" else words[at]
    before = any(w.fine in _TENSED for w in words[:at])
    return before and ((verb.fine in _TENSED and joined.relation == "conj") or (verb.tag == "AUX" and verb.fine in _TENSED))


def _opening(phrase: Phrase) -> int | None:
    """Return the place behind the opening words of a statement, or before its verb; None where it has no plain opening."""
    words = phrase.words
    subject = _subject(phrase)
    if subject is not None:
        verb = words[subject.end] if subject.end < len(words) else None
        states = verb is not None and (verb.fine in _TENSED or verb.tag == "AUX") and _main(phrase, subject.end)
        return subject.end if states else None
    if words[0].low in _EVEN or (words[0].tag not in _OPENING and words[0].relation != "mark"):
        return _closed(phrase)
    first = next((s.start for i in phrase.children(phrase.root, *SUBJECTS) if (s := phrase.stretch(i))), 0)
    before = [i for i, word in enumerate(words[:first]) if word.form == ","]
    if not before and words[0].tag == "ADP" and _LEAST_BEFORE < first <= _LONGEST_OPENING:
        return first  # "During the vote everyone left"
    if words[0].tag == "NUM" and not before:
        return None  # "Two men, three women and a child"
    comma = before[-1] if before else next((i for i, word in enumerate(words) if word.form == ","), len(words))
    near = comma < min(len(words) - 1, _LONGEST_OPENING)
    return comma if near and words[comma + 1].low not in _RELATIVE else None


def _main(phrase: Phrase, at: int) -> bool:
    """Return whether a word is the main verb or helps it: in "the man arrested on Monday denies it", "arrested" is neither."""
    return phrase.root in (at, phrase.words[at].head)


def _closed(phrase: Phrase) -> int | None:
    """Return the place of the main verb behind a comma that closes what is said of the subject: "Boro, who …, kept"."""
    words, root = phrase.words, phrase.root
    commas = [i for i, word in enumerate(words[: _LONGEST_SET_APART + 1]) if word.form == ","]
    if len(commas) > 1 and words[commas[0] + 1].low in _RELATIVE and words[commas[1] + 1 : commas[1] + 2]:
        at = commas[1] + 1  # whatever the parser makes of it
        return at if words[at].fine in _TENSED and words[0].tag in ("DET", *_SUBJECT_TAGS) else None
    at = min([root, *phrase.children(root, "aux", "aux:pass", "cop")])
    if not 2 < at <= _LONGEST_SET_APART or words[at - 1].form != "," or words[0].tag not in ("DET", *_SUBJECT_TAGS):
        return None
    return at if words[at].fine in _TENSED and not sum(w.form == "," for w in words[:at]) % 2 else None


def _verb(phrase: Phrase) -> int | None:
    """Return the place of the first finite verb, where all before it can only be its subject, whatever the parser makes of it."""
    words = phrase.words
    finite = (i for i, w in enumerate(words) if w.fine in _TENSED or (w.tag in ("AUX", "VERB") and w.relation != "acl"))
    at = next(finite, 0)
    if (
        not 0 < at <= _LONGEST_SUBJECT
        or not _main(phrase, at)
        or words[at].fine not in _TENSED
        or words[0].tag not in ("DET", *_SUBJECT_TAGS)
    ):
        return None
    plain = not any(w.low in _RELATIVE or w.tag in ("PRON", "SCONJ", "PART") or w.form in (":", ";", "—") for w in words[:at])
    commas = [i for i, w in enumerate(words[:at]) if w.form == ","]
    listed = commas and any(w.tag == "CCONJ" for w in words[commas[-1] : at])
    return at if plain and (listed or not len(commas) % 2) else None


def _subject(phrase: Phrase) -> Span | None:
    """Return the subject with which a statement begins; None where it begins otherwise."""
    if phrase.words[0].tag in ("SCONJ", "ADP"):
        return None  # "If the talks fail, …"
    for at, word in enumerate(phrase.words):
        stretch = phrase.stretch(at) if word.relation in SUBJECTS and word.tag in _SUBJECT_TAGS else None
        if stretch is not None and stretch.start == 0 and stretch.end <= _LONGEST_SET_APART:
            # Behind "Ana Boro, 35," stands the comma that closes what is said of her.
            commas = sum(w.form == "," for w in phrase.words[: stretch.end + 1])
            closes = phrase.words[stretch.end : stretch.end + 1] and phrase.words[stretch.end].form == ","
            longest = _LONGEST_SET_APART if closes else _LONGEST_SUBJECT
            return None if commas % 2 or stretch.end > longest else Span(0, stretch.end + bool(closes))
    return None


def _clause(phrase: Phrase, start: int) -> bool:
    """Return whether a clause begins at a word: "making it …", "but came …"; not "which …", which would be about the outlet."""
    if phrase.words[start].low in _RELATIVE:
        return False
    starts = (i for i in range(start, len(phrase.words)) if (found := phrase.stretch(i)) and found.start == start)
    return any(phrase.words[i].relation == "advcl" or _joined(phrase, i) for i in starts)


def _joined(phrase: Phrase, at: int) -> bool:
    """Return whether a word is the verb of a second statement, joined to one that is no mere attribute."""
    word = phrase.words[at]
    first = phrase.words[word.head]
    finite = word.fine in _FINITE or any(phrase.words[i].tag == "AUX" for i in phrase.children(at))
    return word.relation == "conj" and word.tag == "VERB" and finite and first.tag == "VERB" and first.relation != "amod"
