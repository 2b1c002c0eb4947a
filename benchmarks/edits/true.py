"""Edits that leave a sentence its article still carries, in other words."""

import re
from collections.abc import Callable

from benchmarks.edits import words
from benchmarks.edits.base import Original, replaced, swap
from benchmarks.edits.false import arguments, in_date, names_of


def verbatim(original: Original) -> str | None:
    """Leave the sentence as it is."""
    return original.text


def speech_verb(original: Original) -> str | None:
    """Use another neutral verb of speech."""
    return swap(original, words.SPEECH)


def attribution_moved(original: Original) -> str | None:
    """Make "X said that P" from "P, X said", or the other way round."""
    found = re.search(r"^([^\"“”]+), ((?:[\w.]+ ){1,4}(?:said|added))( [A-Z]\w+day)?\.$", original.text)
    if found:
        rest = found[1] if re.match(r"[A-Z]\w* [A-Z]|[A-Z]{2}|[A-Z]\w+'s", found[1]) else found[1][0].lower() + found[1][1:]
        return f"{found[2][0].upper()}{found[2][1:]}{found[3] or ''} that {rest}."
    found = re.search(r"^((?:[\w.]+ ){1,4}(?:said|added))( [A-Z]\w+day)? that ([^\"“”]+)\.$", original.text)
    return f"{found[3][0].upper()}{found[3][1:]}, {found[1]}{found[2] or ''}." if found else None


def number_form(original: Original) -> str | None:
    """Write a small number in digits, or one in digits as a word."""
    found = re.search(rf"(?<![-\w])(?:{'|'.join(words.NUMBER_WORDS)})(?= [a-z])(?! and a half)", original.text)
    if found:
        return replaced(original, *found.span(), str(words.NUMBER_WORDS.index(found[0]) + 2))
    found = re.search(r"(?<=[a-z] )(?:[2-9]|1[0-2])(?= [a-z]{3,})(?! (?:percent|million|billion))", original.text)
    if found and not in_date(original, found):
        return replaced(original, *found.span(), words.NUMBER_WORDS[int(found[0]) - 2])
    return None


def separators(original: Original) -> str | None:
    """Leave out or put in a thousands separator, or write "percent" for a sign."""
    found = re.search(r"\b\d{1,3},\d{3}\b", original.text)
    if found:
        return replaced(original, *found.span(), found[0].replace(",", ""))
    found = re.search(r"(?<=\d)%", original.text)
    if found:
        return replaced(original, *found.span(), " percent")
    return swap(original, ((" percent", "%"), (" per cent", "%"))) if re.search(r"\d per ?cent", original.text) else None


def rounded(original: Original) -> str | None:
    """Round a number, saying so."""
    exact = r"(?<=[a-z] )(?<!about )(?<!than )(?<!least )(?<!around )(?<!nearly )(?<!almost )(?<!of )(?<!some )(?<!tate )"
    found = re.search(rf"{exact}(?:\d{{1,3}},\d{{3}}|\d{{3}})(?= (?!percent|million|billion)[a-z]{{4,}})", original.text)
    if not found:
        return None
    value = int(found[0].replace(",", ""))
    digits = 10 ** (len(str(value)) - 2)
    near = round(value / digits) * digits
    return replaced(original, *found.span(), f"about {near:,}") if near != value and abs(near - value) <= 0.05 * value else None


def contraction(original: Original) -> str | None:
    """Contract or expand."""
    return swap(Original(original.text.replace("’", "'"), original.marks, (), ""), words.CONTRACTIONS)


def synonym(original: Original) -> str | None:
    """Put a synonym in a word's place."""
    return swap(original, words.SYNONYMS) if not re.search(r"[\"“”]", original.text) else None


def aside_dropped(original: Original) -> str | None:
    """Leave out an aside between commas."""
    found = re.search(r"(?<=[a-z]), (?:who|which|a|an|the|\d\d) ?[^,;:\"“”()]{0,60}, (?=[a-z])", original.text)
    if not found or re.search(r"\b(?:said|told|says|not|no|according)\b", found[0]):
        return None
    return original.text[: found.start()] + " " + original.text[found.end() :]


def short_name(original: Original) -> str | None:
    """Use the family name alone, where the article does so elsewhere."""
    for start, end, name in names_of(original):
        last = name.split()[-1]
        if re.search(rf"(?:\b{last} (?:said|told|added|says|was|is|has|had)\b|said {last}\b)", original.article):
            return replaced(original, start, end, last)
    return None


def full_name(original: Original) -> str | None:
    """Use the full name where the sentence has the family name alone and the article knows only one with it."""
    for found in re.finditer(r"(?<=\b[a-z]{3} |[a-z]{2}[,] )[A-Z][a-z]{3,}\b(?! [A-Z])(?! (?:of|and) )", original.text):
        firsts = set(re.findall(rf"\b([A-Z]\w+) (?={found[0]}\b)", original.article))
        if len(firsts) == 1 and f"{min(firsts)} {found[0]}" in original.names:
            return replaced(original, *found.span(), f"{min(firsts)} {found[0]}")
    return None


def adverb_dropped(original: Original) -> str | None:
    """Leave out a weightless adverb."""
    found = re.search(r" (?:also|however|meanwhile|then|very|just|already)(?= [a-z])", original.text)
    return replaced(original, *found.span(), "") if found else None


def passive(original: Original) -> str | None:
    """Turn an active past clause at the head of a sentence into a passive one; what follows its object stays behind it."""
    text, tokens = original.text, original.marks.tokens
    for at, left, right in arguments(original):
        done = text[tokens[at].start : tokens[at].end].lower()
        participle = words.PARTICIPLES.get(done, done if done.endswith("ed") else "")
        following = tokens[right[1] + 1]
        plain = left[0] == 0 and left[1] + 1 == at and right[0] == at + 1 and following.tag in ("ADP", "PUNCT", "SCONJ", "ADV")
        if (
            not plain
            or tokens[at].fine != "VBD"
            or not participle
            or tokens[right[1]].tag == "PRON"
            or tokens[left[1]].tag == "PRON"
        ):
            continue
        doer = text[tokens[left[0]].start : tokens[left[1]].end]
        thing = text[tokens[right[0]].start : tokens[right[1]].end]
        be = "were" if tokens[right[1]].fine in ("NNS", "NNPS") or " and " in thing else "was"
        doer = doer if tokens[0].tag == "PROPN" else doer[0].lower() + doer[1:]
        rest = text[tokens[right[1]].end :]
        if re.match(r",? (?:by|saying)\b", rest):
            continue
        return f"{thing[0].upper()}{thing[1:]} {be} {participle} by {doer}{rest}"
    return None


def unit_words(original: Original) -> str | None:
    """Write a currency or a unit as a word, or short."""
    found = re.search(
        r"(?<![\w$])\$(\d[\d,.]*\d|\d)( (?:million|billion|trillion))?(?![\w-]| (?:million|billion|trillion))", original.text
    )
    if found:
        return replaced(original, *found.span(), f"{found[1]}{found[2] or ''} dollars")
    found = re.search(rf"(?<=\d )(?:{'|'.join(words.UNIT_WORDS)})\b(?! per)", original.text)
    return replaced(original, *found.span(), words.UNIT_WORDS[found[0]]) if found else None


def reported(original: Original) -> str | None:
    """Say that a report says so."""
    if re.search(r"[\"“”]", original.text) or not original.text[0].isupper():
        return None
    first, rest = original.text.split(" ", 1)
    plain = first.lower() if first in ("The", "A", "An", "In", "He", "She", "It", "They", "On", "At", "After", "Some") else first
    return f"One report says that {plain} {rest}"


def trimmed(original: Original) -> str | None:
    """Leave out a closing subordinate clause."""
    found = re.search(r", (?:which|while|after|when|where|as)\b[^\"“”;]{10,90}\.$", original.text)
    if not found or re.search(r"[\"“”]", original.text) or found.start() < 40:
        return None
    return original.text[: found.start()] + "."


TRUE: dict[str, Callable[[Original], str | None]] = {
    "verbatim": verbatim, "verb of speech": speech_verb, "attribution moved": attribution_moved, "number form": number_form,
    "separators, percent": separators, "rounded with about": rounded, "contraction": contraction, "synonym": synonym,
    "aside left out": aside_dropped, "short name": short_name, "full name": full_name, "weightless adverb left out": adverb_dropped,
    "passive": passive, "unit words": unit_words, "attributed to a report": reported, "clause left out": trimmed,
}  # fmt: skip
