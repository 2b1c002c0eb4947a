"""Operations that take away what ties a sentence to its article: a dateline, "However,", "also", "she added"."""

import re

from copydesk.spans import Span
from copydesk.write.grammar.lexicon import (
    ADDING,
    CONNECTIVES,
    CONTINUING,
    JOINTS,
    LEADING_INTO,
    LEADING_OVER,
    MONTH_NAMES,
    REPORTING,
    TEASERS,
)
from copydesk.write.grammar.phrase import ENDS, Phrase, headed, saying
from copydesk.write.grammar.telling import trailing_telling

LONGEST_OPENING = 7
_LONGEST_DATELINE = 14
# An aside longer than this is news of its own rather than a remark.
_LONGEST_TAG = 8  # words and signs of a party in brackets
_PARTY = re.compile(r"(?:[DRI]|Dem|Rep|Ind|GOP|Lab|Con|LD|SNP|BJP|INC)\.?(?:[-–,].{1,14})?\)")
# What may go when commas set it apart. A place or a way between commas may be one leg of several ("from A, its base, to B, …").
_ASSURING = ("yes", "indeed", "though", "however", "anyway")  # behind a comma at the end: ", though."


def drop_dateline(phrase: Phrase) -> Phrase:
    """Drop "OSPER, 4 March (Agency) —" at the head of a report."""
    for i, word in enumerate(phrase.words[:_LONGEST_DATELINE]):
        if word.form in ("—", "–", "-", "--") and word.space and i + 5 < len(phrase.words):
            place, before = phrase.words[0].form, phrase.words[:i]
            dated = any(w.form in MONTH_NAMES for w in before) and any(w.form.isdigit() for w in before)
            datelined = (place.isupper() and len(place) > 2) or (dated and not any(w.tag in ("VERB", "AUX") for w in before))
            return headed(phrase.slice(i + 1, len(phrase.words))) if datelined else phrase
    return phrase


def drop_opening(phrase: Phrase) -> Phrase:
    """Drop the words at the head that tie the sentence to the one before: "However,", "But", "On a lighter note,"."""
    while (end := _opening(phrase)) and end < len(phrase.words):
        phrase = headed(phrase.slice(end, len(phrase.words)))
    return phrase


def _opening(phrase: Phrase) -> int:
    """Return behind which place an opening ends; 0 where there is none."""
    forms = phrase.forms()
    if len(forms) < 4:
        return 0
    if forms[0] in JOINTS and phrase.words[0].tag in ("CCONJ", "SCONJ"):
        return 2 if forms[1] == "," else 1
    if (forms[0] in CONNECTIVES and forms[1] == ",") or (forms[1] == ":" and phrase.words[0].tag in ("NOUN", "PROPN")):
        return 2
    if end := _teaser(phrase):
        return end
    comma = next((i for i in range(1, min(LONGEST_OPENING, len(forms))) if forms[i] == ","), 0)
    if comma and any(tuple(forms[: len(adding)]) == adding for adding in ADDING):
        return comma + 1
    short = comma and forms[0] in LEADING_INTO and forms[comma - 1] in LEADING_OVER
    return comma + 1 if short and not any(c.isdigit() for c in "".join(forms[:comma])) else 0


def _teaser(phrase: Phrase) -> int:
    """Return behind which colon a few words end that only promise something: "Here's the rub:", "There's more:"; 0 for none."""
    colon = next((i for i in range(1, min(LONGEST_OPENING, len(phrase.words))) if phrase.words[i].form == ":"), 0)
    before = phrase.words[:colon]
    told = any(w.tag in ("PROPN", "NUM") or w.lemma in REPORTING for w in before)
    return colon + 1 if before and not told and not TEASERS.isdisjoint(w.low for w in before) else 0


def drop_also(phrase: Phrase) -> Phrase:
    """Drop "also", "too", "as well" and ", though" at the end outside quotation marks: they count on a sentence before this one."""
    if not phrase.has("also", "too", "well", *_ASSURING):
        return phrase
    quoted, forms = phrase.quoted(), phrase.forms()
    gone: set[int] = set()
    for i, form in enumerate(forms):
        if quoted[i]:
            continue
        last = i + 1 >= len(forms) or forms[i + 1] in ENDS
        if form == "also" and phrase.words[i].tag == "ADV":
            # ", also" and "also," lose their comma where it set the word apart on both sides.
            between = 0 < i < len(forms) - 1 and forms[i - 1] == forms[i + 1] == ","
            gone |= {i - 1, i, i + 1} if between else {i}
        elif form in _ASSURING and last and i > 1 and forms[i - 1] == ",":
            gone |= {i - 1, i}
        elif form == "too" and last and i:
            gone |= {i - 1, i} if forms[i - 1] == "," else {i}
        elif form == "well" and last and i > 1 and forms[i - 1] == "as":
            gone |= {i - 1, i}
    return phrase.without(gone)


def drop_party(phrase: Phrase) -> Phrase:
    """Drop a politician's party and constituency in brackets: "(D-N.Y.)", "(R., Ohio)", "(Lab)"."""
    for i in (i for i, form in enumerate(phrase.forms()) if form == "(" and i):
        end = next((j for j in range(i + 1, min(i + _LONGEST_TAG, len(phrase.words))) if phrase.words[j].form.endswith(")")), 0)
        if end and _PARTY.fullmatch("".join(w.form for w in phrase.words[i + 1 : end + 1])):
            return drop_party(phrase.without(range(i, end + 1)))
    return phrase


def drop_said_earlier(phrase: Phrase) -> Phrase:
    """Drop what places a saying inside its article: "said earlier in the call" is "said"."""
    if not phrase.has("earlier", "later", "again", "further"):
        return phrase
    quoted, forms = phrase.quoted(), phrase.forms()
    for i in range(1, len(forms)):
        said = phrase.words[i - 1].lemma in REPORTING
        timed = forms[i + 1 : i + 2] and forms[i + 1] in ("this", "last", "today", "yesterday", "that", "than")
        if said and forms[i] in ("earlier", "later", "again", "further") and not quoted[i] and not timed:
            stretch = phrase.stretch(i)
            end = stretch.end if stretch and stretch.start == i else i + 1
            return phrase.without(range(i, end))
    return phrase


def said_plainly(phrase: Phrase) -> Phrase:
    """Turn "added", "continued", "replied" into "said" where they attribute what is said."""
    if not phrase.has(*CONTINUING):
        return phrase
    quoted = phrase.quoted()
    for i, word in enumerate(phrase.words):
        plain = CONTINUING.get(word.low)
        telling = plain and not quoted[i] and _attributes(phrase, i)
        if plain and telling:
            phrase = phrase.replaced(Span(i, i + 1), saying(plain))
    return phrase


def _attributes(phrase: Phrase, at: int) -> bool:
    """Return whether a verb attributes speech: it closes the sentence, "that" follows it, or a quotation is next to it."""
    forms, behind = phrase.forms(), trailing_telling(phrase)
    if behind and behind.start < at == behind.end - 1:
        return True
    if forms[at + 1 : at + 2] == ["to"]:
        return False  # "adds to “a long list”"
    before = [form for form in forms[max(0, at - 4) : at] if form in ("”", '"')]
    return forms[at + 1 : at + 2] == ["that"] or bool(before) or any(form in ("“", '"') for form in forms[at + 1 : at + 3])
