"""Edits that leave a sentence its article does not carry."""

import re
import zlib
from collections.abc import Callable, Iterator, Sequence

from benchmarks.edits import words
from benchmarks.edits.base import Original, replaced, swap

from copydesk.records import Token


def number(original: Original) -> str | None:
    """Change a number in digits, or one in words."""
    found = [m for m in re.finditer(r"(?<![\w.,/-])\d[\d,]*(?:\.\d+)?(?![\w/])", original.text) if not in_date(original, m)]
    if found:
        match = found[zlib.crc32(original.text.encode()) % len(found)]
        digit = int(match[0][0])
        other = (digit + 1 + zlib.crc32(match[0].encode()) % 8) % 10 or 1
        return replaced(original, match.start(), match.start() + 1, str(other)) if other != digit else None
    word = re.search(rf"\b(?:{'|'.join(words.NUMBER_WORDS)})\b", original.text)
    return replaced(original, *word.span(), original.draw([w for w in words.NUMBER_WORDS if w != word[0]])) if word else None


def in_date(original: Original, number: re.Match[str]) -> bool:
    """Return whether a number is a year or a day of the month."""
    months = "|".join(month[:3] for month in words.MONTHS)
    return bool(re.fullmatch(r"(?:19|20)\d\d", number[0]) or re.search(rf"(?:{months})\w*\.? $", original.text[: number.start()]))


def date(original: Original) -> str | None:
    """Change a year, a month or a day of the month."""
    year = re.search(r"\b(?:19|20)\d\d\b(?!-)", original.text)
    if year:
        return replaced(original, *year.span(), str(int(year[0]) - 1 - zlib.crc32(original.text.encode()) % 4))
    day = re.search(rf"\b(?:{'|'.join(words.MONTHS)}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.) (\d\d?)\b", original.text)
    if day:
        return replaced(original, *day.span(1), str(int(day[1]) % 28 + 1))
    month = re.search(rf"\b(?:{'|'.join(words.MONTHS)})\b", original.text)
    if month:
        return replaced(original, *month.span(), original.draw([m for m in words.MONTHS if m != month[0]]))
    return None


def weekday(original: Original) -> str | None:
    """Change a weekday."""
    found = re.search(rf"\b(?:{'|'.join(words.WEEKDAYS)})\b", original.text)
    return replaced(original, *found.span(), original.draw([d for d in words.WEEKDAYS if d != found[0]])) if found else None


def unit(original: Original) -> str | None:
    """Change a unit behind a number."""
    for old, new in words.UNITS:
        behind = rf"(?<=\d )(?<!a ){re.escape(old)}\b" if old[0].isalpha() else rf"{re.escape(old)}(?=\d)"
        found = re.search(behind, original.text)
        if found:
            return replaced(original, *found.span(), new)
    return None


def names_of(original: Original) -> list[tuple[int, int, str]]:
    """Return the sentence's names of people: two or three words in capitals."""
    return [
        (m.start(), m.end(), m[0])
        for m in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]{2,}\b(?! [A-Z])", original.text)
        if not set(m[0].split()) & ({*words.WEEKDAYS, *words.MONTHS, *words.PLACES} | words.NO_NAMES)
    ]


def name_of_pile(original: Original) -> str | None:
    """Put a name that stands elsewhere in the pile in place of one."""
    for start, end, name in names_of(original):
        others = [n for n in original.names if not set(n.split()) & set(original.text.split())]
        if others:
            return replaced(original, start, end, original.draw(others, name))
    return None


def name_invented(original: Original) -> str | None:
    """Put an invented name in place of one."""
    for start, end, _ in names_of(original):
        return replaced(original, start, end, original.draw(words.PEOPLE))
    return None


def surname(original: Original) -> str | None:
    """Put an invented family name in place of one that stands alone."""
    found = re.search(r"\b([A-Z][a-z]{3,}) (?:said|told|added|was|is|has|had|will)\b", original.text)
    if not found or found[1] in {*words.WEEKDAYS, *words.MONTHS} | words.NO_NAMES:
        return None
    return replaced(original, *found.span(1), original.draw(words.SURNAMES))


def place(original: Original) -> str | None:
    """Change a place."""
    found = re.search(rf"\b(?:{'|'.join(words.PLACES)})\b", original.text)
    if not found:
        return None
    return replaced(original, *found.span(), original.draw([p for p in words.PLACES if p != found[0] and p not in original.text]))


def role(original: Original) -> str | None:
    """Change an office."""
    return swap(original, words.ROLES)


def former(original: Original) -> str | None:
    """Add or take away a "former"."""
    if "ormer" in original.text:
        return re.sub(r"\bformer ", "", original.text, count=1)
    offices = "[Pp]resident|[Gg]overnor|[Mm]ayor|[Ss]enator|[Pp]rime [Mm]inister|[Cc]hairman|[Dd]irector|coach"
    found = re.search(rf"(?<=[a-z,] )(?:{offices})\b", original.text)
    return replaced(original, found.start(), found.start(), "former ") if found else None


def negation_added(original: Original) -> str | None:
    """Add a "not" behind an auxiliary, or make a past verb "did not"."""
    found = re.search(rf"\b(?:{words.AUXILIARIES})\b(?! (?:not|no|n't))(?!['’])", original.text)
    if found:
        return replaced(original, found.end(), found.end(), " not")
    for token in original.marks.tokens:
        if token.fine == "VBD" and token.lemma and token.relation == "root":
            return replaced(original, token.start, token.end, f"did not {token.lemma}")
    return None


def negation_dropped(original: Original) -> str | None:
    """Take a "not" or a "no" away."""
    if re.search(r"not only|won['’]t|can['’]t", original.text):
        return None
    fits = (original.text.replace(old, new, 1) for old, new in words.NEGATED if old in original.text)
    return next(fits, None)


def modality(original: Original) -> str | None:
    """Change how firm it is."""
    return None if " May" in original.text else swap(original, words.MODALS)


def fact_for_plan(original: Original) -> str | None:
    """Say as done what is only planned or possible."""
    adverbs = r"have|not|also|likely|never|soon|only|still|then|now|next|most|\w+ly|\w+ed"
    plans = "will|is expected to|are expected to|plans to|plan to|is set to|may|might"
    found = re.search(rf"\b(?:{plans}) (?!(?:{adverbs})\b)([a-z]{{2,}})\b(?! not)", original.text)
    if not found:
        return None
    regular = found[1] + ("d" if found[1].endswith("e") else "ed")
    return replaced(original, *found.span(), words.PAST.get(found[1], regular))


def comparison(original: Original) -> str | None:
    """Turn a comparison, or add one."""
    turned = swap(original, words.COMPARISONS)
    if turned:
        return turned
    bare = r"(?<=[a-z] )(?<!about )(?<!around )(?<!of )(?<!than )"
    found = re.search(rf"{bare}\d[\d,]*(?= (?:{words.COUNTED}))", original.text)
    return (
        replaced(original, found.start(), found.start(), original.draw(["more than ", "at least ", "fewer than "]))
        if found
        else None
    )


def subtree(tokens: Sequence[Token], root: int) -> tuple[int, int]:
    """Return first and last token of what depends on a word."""
    inside = {root}
    for _ in range(12):
        inside |= {i for i, t in enumerate(tokens) if t.head in inside}
    return min(inside), max(inside)


def arguments(original: Original) -> Iterator[tuple[int, tuple[int, int], tuple[int, int]]]:
    """Yield verb, subject and object, the latter two as first and last token."""
    tokens = original.marks.tokens
    for at, verb in enumerate(tokens):
        nouns = [(i, t.relation) for i, t in enumerate(tokens) if t.head == at and t.tag in ("NOUN", "PROPN")]
        subject = [i for i, relation in nouns if relation == "nsubj"]
        thing = [i for i, relation in nouns if relation == "obj"]
        if verb.tag == "VERB" and len(subject) == len(thing) == 1:
            left, right = subtree(tokens, subject[0]), subtree(tokens, thing[0])
            if left[1] < at < right[0] and left[1] - left[0] <= 4 and right[1] - right[0] <= 4:
                yield at, left, right


def swapped(original: Original) -> str | None:
    """Let subject and object of a verb change places."""
    text, tokens = original.text, original.marks.tokens
    for _, left, right in arguments(original):
        a = text[tokens[left[0]].start : tokens[left[1]].end]
        b = text[tokens[right[0]].start : tokens[right[1]].end]
        if any(sign in a + b for sign in ',"“”'):
            continue
        keep = tokens[left[0]].tag == "PROPN" or left[0] > 0
        first, last = (b if left[0] else b[0].upper() + b[1:]), (a if keep else a[0].lower() + a[1:])
        between = text[tokens[left[1]].end : tokens[right[0]].start]
        return text[: tokens[left[0]].start] + first + between + last + text[tokens[right[1]].end :]
    return None


def speaker(original: Original) -> str | None:
    """Put the words into somebody else's mouth."""
    name = "(?:[A-Z][a-z]+ )?[A-Z][a-z]+"
    for verb in words.VERBS:
        found = re.search(rf"(?<=, )({name}|police|officials|authorities) {verb}\b|{verb} ({name})(?=[,.])", original.text)
        if found and (found[1] or found[2]).split()[-1] not in words.WEEKDAYS:
            others = [n for n in original.names if not set(n.split()) & set(original.text.split())] or list(words.PEOPLE)
            return replaced(original, *found.span(1 if found[1] else 2), original.draw(others))
    return None


def attribution_dropped(original: Original) -> str | None:
    """Say as plain fact what somebody said."""
    if re.search(r"[\"“”]", original.text):
        return None
    found = re.search(rf", (?:[\w.]+ ){{1,4}}(?:{'|'.join(words.VERBS)})\.$", original.text)
    if found:
        return original.text[: found.start()] + "."
    found = re.match(rf"(?:[\w.]+ ){{1,4}}(?:{'|'.join(words.VERBS[:4])})(?: \w+day)? that ", original.text)
    return original.text[found.end()].upper() + original.text[found.end() + 1 :] if found else None


def quote_altered(original: Original) -> str | None:
    """Change a word inside quotation marks, unmarked."""
    parts = re.split(r"[“”\"]", original.text)
    found = next((re.search(re.escape(part), original.text) for part in parts[1::2] if len(part) > 20 and "[" not in part), None)
    if not found:
        return None
    said = found[0].split()
    middle = len(said) // 2
    return replaced(original, *found.span(), " ".join([*said[:middle], *said[middle + 1 :]])) if len(said) > 5 else None


def antonym(original: Original) -> str | None:
    """Put the opposite of a word in its place."""
    return swap(original, words.OPPOSITES)


FALSE: dict[str, Callable[[Original], str | None]] = {
    "number": number, "date": date, "weekday": weekday, "unit": unit, "name of the pile": name_of_pile,
    "name invented": name_invented, "family name": surname, "place": place, "role": role, "former": former,
    "negation added": negation_added, "negation dropped": negation_dropped, "modality": modality, "fact for plan": fact_for_plan,
    "comparison": comparison, "subject and object": swapped, "speaker": speaker, "attribution dropped": attribution_dropped,
    "quote altered": quote_altered, "opposite": antonym,
}  # fmt: skip
