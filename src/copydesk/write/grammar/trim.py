"""Operations that take away what a sentence can do without."""

from itertools import pairwise

from copydesk.spans import Span
from copydesk.text.words import verb_forms
from copydesk.write.grammar.lexicon import (
    CONDITIONS,
    FURTHERING,
    MODALS,
    NEGATIONS,
    PURPOSEFUL,
    REPORTING,
)
from copydesk.write.grammar.phrase import DELIMITERS, ENDS, SUBJECTS, Phrase, Word, aside
from copydesk.write.grammar.telling import trailing_telling

LONGEST_OPENING = 7
_ROOMY = 16  # words: a longer sentence does without what good its news is to do
_FURTHERING_FORMS = FURTHERING | {form for verb in FURTHERING for form in verb_forms(verb)}
_NEAR = 4  # words between two commas that set one short aside apart
_COUNTED = 1.4  # times the words a sentence should have: up to there a part with a number stays
FEWEST_LEFT = 5
LONGEST_ASIDE = 16
_NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM")
ATTACHED = ("appos", "acl:relcl", "acl", "parataxis", "advcl")


def asides(phrase: Phrase) -> list[Span]:
    """Return what stands between two signs and can go, signs included: appositions, relative clauses, remarks; in order."""
    return list(phrase.once(_asides))


def _asides(phrase: Phrase) -> tuple[Span, ...]:
    found = []
    for i, word in enumerate(phrase.words):
        if word.relation in ATTACHED:
            part = phrase.stretch(i)
            whole = aside(phrase, part) if part else None
            if whole and _goes_on(phrase, whole):
                continue
            listed = part and word.relation == "appos" and _member(phrase, part)
            if part and whole and not listed and _may_go(phrase, part):
                found.append(whole)
    found.extend(_bracketed(phrase))
    found.extend(_parted(phrase))
    # An aside at the end of a wider one shares its closing sign: without it the wider one would stand open.
    kept = (a for a in set(found) if not any(b.start < a.start and a.end == b.end for b in found))
    # The comma that parts the attribution from the rest stays: "…, the service said."
    telling = trailing_telling(phrase)
    shared = (Span(a.start, a.end - 1) if (telling and telling.start == a.end - 1) or _shares(phrase, a) else a for a in kept)
    return tuple(sorted(shared))


def _goes_on(phrase: Phrase, part: Span) -> bool:
    """Return whether a list goes on behind an aside: of ", which includes health, *schools, leave and care*" half would stay."""
    behind = phrase.words[part.end : part.end + 2]
    if phrase.root >= part.start or len(behind) < len(("first", "second")) or behind[0].tag not in _NOMINAL:
        return False
    verb = next((i for i in range(part.end, len(phrase.words)) if phrase.words[i].fine in ("VBZ", "VBP", "MD")), len(phrase.words))
    return any(w.form == "," or w.tag == "CCONJ" for w in phrase.words[part.end : verb])


def _shares(phrase: Phrase, part: Span) -> bool:
    """Return whether the comma behind an aside is needed: "Boro, 29, *a baker,* said", "Boro, *the mayor,* whose house burned"."""
    if phrase.words[part.end - 1].form != "," or part.end >= len(phrase.words):
        return False
    before = next((i for i in range(part.start - 1, max(-1, part.start - _NEAR), -1) if phrase.words[i].form == ","), -1)
    aged = before >= 0 and all(w.tag == "NUM" for w in phrase.words[before + 1 : part.start])
    return aged or phrase.words[part.end].low in ("who", "whose", "which", "whom")


def _member(phrase: Phrase, part: Span) -> bool:
    """Return whether a part between commas may be a member of a list that the parser took for an apposition."""
    forms = phrase.forms()
    behind = phrase.words[part.end + 1] if part.end + 1 < len(phrase.words) else None
    if forms[part.end : part.end + 1] == [","] and behind and behind.tag in ("NOUN", "PROPN", "NUM", "ADJ", "DET", "CCONJ"):
        return True
    return any(forms[i] in ("and", "or") for i in (part.start, part.end) if i < len(forms)) or any(
        phrase.words[i].relation == "conj" and phrase.words[i].head in (part.start, part.end - 1)
        for i in range(part.end, len(forms))
    )


def _bracketed(phrase: Phrase) -> list[Span]:
    """Return what stands in brackets or between two dashes, signs included."""
    forms, quoted = phrase.forms(), phrase.quoted()
    found = []
    for opening in ("(", "[", "—", "–", "--"):
        if opening not in ("(", "[") and forms.count(opening) != len(("opening", "closing")):
            continue
        closing = DELIMITERS[opening][0]
        at = 0
        while opening in forms[at:]:
            start = forms.index(opening, at)
            end = next((i for i in range(start + 1, len(forms)) if forms[i] == closing), -1)
            if end < 0 or start == 0 or end + 1 >= len(forms):
                break
            if not any(quoted[start : end + 1]) and _may_go(phrase, Span(start + 1, end)):
                found.append(Span(start, end + 1))
            at = end + 1
    return found


def _parted(phrase: Phrase) -> list[Span]:
    """Return what looks like an apposition although the parser did not see it: ", the first pack for sixty years,"."""
    commas = [i for i, w in enumerate(phrase.words) if w.form == ","]
    found = []
    for left, right in pairwise(commas):
        inner = phrase.words[left + 1 : right]
        named = left > 0 and phrase.words[left - 1].tag in ("NOUN", "PROPN") and inner and _opens_aside(inner[0])
        verbless = not any(w.fine in ("VBD", "VBZ", "VBP", "MD") for w in inner)
        # A noun behind the second comma may be the next member of a list, of which none may go.
        listed = right + 1 >= len(phrase.words) or phrase.words[right + 1].tag not in ("VERB", "AUX", "ADV", "SCONJ")
        brief = 0 < len(inner) <= LONGEST_ASIDE and not any(phrase.quoted()[left : right + 1])
        # "Boro Foods, the town's largest baker, agreed": whichever of the two the parser takes for the subject.
        opens = left < LONGEST_OPENING and all(w.tag in ("PROPN", "DET", "NOUN") for w in phrase.words[:left])
        remark = (opens and not listed and inner[0].tag == "DET") or _remarks(phrase, Span(left + 1, right))
        if named and verbless and brief and not listed and remark:
            found.append(Span(left, right + 1))
    return found


def _remarks(phrase: Phrase, part: Span) -> bool:
    """Return whether a part is a remark: no condition, nobody who says it, and not the subject of what follows."""
    inner = range(part.start, part.end)
    words = phrase.words[part.start : part.end]
    if any(w.low in CONDITIONS or w.low == "according" or w.lemma in REPORTING for w in words):
        return False
    return not any(phrase.words[i].relation in SUBJECTS and phrase.words[i].head not in inner for i in inner)


def _opens_aside(word: Word) -> bool:
    """Return whether a word can open an apposition or a participle: "the", "inbound", "carrying"."""
    return word.tag in ("DET", "ADJ") or (word.tag == "VERB" and word.fine in ("VBG", "VBN"))


def _may_go(phrase: Phrase, part: Span) -> bool:
    """Return whether the sentence says the same without a part, only less."""
    quoted = phrase.quoted()
    forms = phrase.forms()[part.start : part.end]
    if _hangs(phrase, part.start):
        return False
    if not 0 < part.end - part.start <= LONGEST_ASIDE or any(quoted[part.start : part.end]):
        return False
    inside = range(part.start, part.end)
    tops = [i for i in inside if phrase.words[i].head not in inside]
    # A part that holds the main word, a list's member, a condition, a contrast or the one who says it all must stay.
    if any(phrase.words[i].head == -1 or phrase.words[i].relation in SUBJECTS for i in tops):
        return False
    if forms[0] in CONDITIONS or forms[0] in ("and", "or", "but", "although", "though", "while", "not", "despite", "without"):
        return False
    return "according" not in forms and not any(phrase.words[i].lemma in REPORTING for i in inside)


def _hangs(phrase: Phrase, start: int) -> bool:
    """Return whether a part belongs to what stands around it: "after, police say, he fled", "the ship, inbound, sank"."""
    if start < len(phrase.words) and phrase.words[start].fine in ("VBD", "VBZ", "VBP", "MD"):
        return True
    remark = next((i for i in range(start - 2, max(1, start - 2 - _NEAR), -1) if phrase.words[i].form == ","), 0)
    if remark and phrase.words[start - 1].form == "," and phrase.words[remark - 1].tag == "CCONJ":
        return True  # "the sequel and, no doubt, (the third film)"
    return start > 1 and phrase.words[start - 2].tag in ("ADP", "SCONJ", "DET", "AUX", "CCONJ")


def tails(phrase: Phrase) -> list[Span]:
    """Return what hangs behind the sentence's main statement and can go, the last first: ", increasing …", ", which …"."""
    return list(phrase.once(_tails))


def _tails(phrase: Phrase) -> tuple[Span, ...]:
    end = len(phrase.words)
    while end and phrase.words[end - 1].form in ENDS:
        end -= 1
    found = []
    for i in range(end - 1, 1, -1):
        sign = phrase.words[i - 1]
        if sign.form not in (",", "—", "–", "-", "--") or (sign.form == "-" and not sign.space):
            continue  # "plug-in" is one word
        part = Span(i, end)
        adds = not _hangs(phrase, i) and _closed(phrase, part) and _trailing(phrase, part)
        resumes = _resumes(phrase, part) and not trailing_telling(phrase)
        if (adds or resumes) and not any(phrase.quoted()[i:end]):
            found.append(Span(i - 1, end))
    return tuple(found)


def drop_furthering(phrase: Phrase) -> Phrase:
    """Drop what only says what good something is to do: ", boosting ties", "to strengthen cooperation"; nothing with a number."""
    if phrase.count <= _ROOMY or not phrase.has(*_FURTHERING_FORMS):
        return phrase
    telling = trailing_telling(phrase)
    limit = telling.start if telling else len(phrase.words) - (phrase.words[-1].form in ENDS)
    parts = [part for part in tails(phrase) if _furthers(phrase, part.start + 1)]
    parts += [Span(i, limit) for i in range(FEWEST_LEFT, limit - 1) if phrase.words[i].form == "," and _furthers(phrase, i + 1)]
    parts += [Span(i - 1, limit) for i in range(FEWEST_LEFT, limit) if _aims(phrase, i)]
    for part in sorted(parts):
        rest = phrase.words[part.start : part.end]
        held = any(w.low in NEGATIONS or w.low in CONDITIONS or w.form in ("“", "”", '"') for w in rest) or numbered(phrase, part)
        if part.end == limit and not held and leaves(phrase, part):
            return phrase.without(range(part.start, part.end))
    return phrase


def _furthers(phrase: Phrase, at: int) -> bool:
    """Return whether a part that trails begins with "boosting" or "thereby boosting"."""
    word = phrase.words[at + (phrase.words[at].low in ("thereby", "thus", "further"))]
    return word.fine == "VBG" and word.lemma in FURTHERING


def _aims(phrase: Phrase, at: int) -> bool:
    """Return whether a verb opens a purpose that its sentence is whole without: "built a dock *to boost* trade"."""
    word, before = phrase.words[at], phrase.words[at - 2]
    purpose = word.relation == "advcl" and word.lemma in FURTHERING and phrase.words[at - 1].low == "to"
    return purpose and before.tag in ("NOUN", "PROPN") and before.lemma not in PURPOSEFUL


def second_statement(phrase: Phrase) -> Span | None:
    """Return the second of two statements that a comma and "and", or a semicolon, join, with the sign before it; None for one."""
    return phrase.once(_second_statement)


def _second_statement(phrase: Phrase) -> Span | None:
    end = len(phrase.words) - (phrase.words[-1].form in ENDS if phrase.words else 0)
    if trailing_telling(phrase):
        return None
    for i in range(FEWEST_LEFT, end - FEWEST_LEFT):
        joint = phrase.words[i].form == ";" or (phrase.words[i].form == "," and phrase.forms()[i + 1 : i + 2] == ["and"])
        if joint and not any(phrase.quoted()[i:end]) and _states(phrase, range(i)) and _states(phrase, range(i + 1, end)):
            return Span(i, end)
    return None


def _states(phrase: Phrase, part: range) -> bool:
    """Return whether a part has a subject and its finite verb, and is no clause that hangs on a word outside it."""
    subjects = [w for w in phrase.words[part.start : part.stop] if w.relation in SUBJECTS and w.head in part]
    main = (phrase.words[w.head] for w in subjects)
    return any(verb.relation not in ("acl:relcl", "acl", "advcl") for verb in main) and any(
        phrase.words[i].fine in ("VBD", "VBZ", "VBP", "MD") for i in part
    )


def _resumes(phrase: Phrase, part: Span) -> bool:
    """Return whether a part at the end takes up what was told: ", a deal that would …", ", a rule which …"."""
    words = phrase.words[part.start : part.start + 4]
    noun = next((i for i, w in enumerate(words) if w.tag == "NOUN"), 0)
    return noun > 0 and words[0].low in ("a", "an") and any(w.low in ("that", "which") for w in words[noun + 1 : noun + 2])


def _closed(phrase: Phrase, part: Span) -> bool:
    """Return whether a part hangs on the rest by one word only, and nothing of the rest hangs on it."""
    inside = range(part.start, part.end)
    tops = [i for i in inside if phrase.words[i].head not in inside and phrase.words[i].tag != "PUNCT"]
    outside = [i for i, w in enumerate(phrase.words) if i not in inside and w.head in inside and w.tag != "PUNCT"]
    return len(tops) == 1 and not outside and phrase.words[tops[0]].head != -1


def _trailing(phrase: Phrase, part: Span) -> bool:
    """Return whether a part at the end only adds to the statement."""
    top = next(i for i in range(part.start, part.end) if not part.start <= phrase.words[i].head < part.end)
    forms = phrase.forms()[part.start : part.end]
    word = phrase.words[top]
    if "according" in forms or (word.relation == "appos" and _member(phrase, part)):
        return False
    if forms[0] in ("to", "of", "than", "for", "from") and phrase.words[part.start].tag in ("ADP", "PART"):
        return False  # "due, in part, to the rise"
    if forms[0] in CONDITIONS or forms[0] in ("but", "although", "though", "while", "not", "or", "despite", "without"):
        return False
    if word.relation in ("acl:relcl", "appos", "acl"):
        return True
    if word.relation in ("advcl", "obl", "parataxis", "nmod"):
        telling = any(w.lemma in REPORTING and w.tag == "VERB" for w in phrase.words[part.start : part.end])
        return not telling and forms[0] not in ("as", "and", "or")  # ", and South Korea" is the last of a list
    return word.relation == "conj" and forms[0] == "and" and bool(phrase.children(top, *SUBJECTS)) and word.tag in ("VERB", "AUX")


def shortened(phrase: Phrase, words: int) -> Phrase:
    """Drop asides, then what trails, until the phrase has at most so many words or nothing may go; parts with numbers go last."""
    while phrase.count > words:
        found = [s for s in (*asides(phrase), *tails(phrase)) if leaves(phrase, s)]
        if not found:
            break
        first = min(found, key=lambda s: numbered(phrase, s))
        if numbered(phrase, first) and phrase.count <= _COUNTED * words:
            break
        phrase = phrase.without(range(first.start, first.end))
    return phrase


def leaves(phrase: Phrase, part: Span) -> bool:
    """Return whether a sentence is left when a part goes."""
    shorter = Phrase((*phrase.words[: part.start], *phrase.words[part.end :]))  # what hangs on what does not matter here
    return shorter.count >= FEWEST_LEFT and (states(shorter) or not states(phrase))


def states(phrase: Phrase) -> bool:
    """Return whether a phrase has a finite verb that is no relative clause's."""
    return any(w.fine in ("VBD", "VBZ", "VBP", "MD") and w.relation not in ("acl:relcl", "acl") for w in phrase.words)


def numbered(phrase: Phrase, part: Span) -> bool:
    """Return whether a part holds a number: how many were hurt often hangs at the end of a sentence."""
    return any(w.tag == "NUM" or w.form[:1].isdigit() for w in phrase.words[part.start : part.end])


def weakened(phrase: Phrase) -> bool:
    """Return whether a phrase holds a word that makes it less than a plain statement: a modal, a negation, a condition."""
    return any(w.low in MODALS or w.low in NEGATIONS or w.low in CONDITIONS for w in phrase.words)
