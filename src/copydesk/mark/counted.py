"""What an amount counts or measures: the noun its number goes with."""

from typing import NamedTuple

from copydesk.mark.view import View
from copydesk.records import SentenceMark
from copydesk.text.lemmas import lemma
from copydesk.text.words import word_set

# Words that may stand between a number and its noun.
_BETWEEN = frozenset({"ADJ", "ADV", "NOUN", "PROPN", "VERB"})
_LONGEST = 9
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_OLDEST = 120
_PERSONS = word_set("people men women children boys girls")
# Endings of irregular past tenses that are nouns as well ("underground", "won"), and those of regular forms ("building").
_NOUNS_TOO = tuple(
    sorted(word_set("bit bore bound dove drunk ed felt found ground ing left lit rose saw shot spat spoke thought won wound"))
)
_LATER = ("later", "earlier", "ago", "before", "after")


class Counted(NamedTuple):
    """The noun, the token behind the amount's last word, and a unit that the noun showed."""

    what: str | None
    last: int
    unit: str | None = None


def counted(view: View, sentence: SentenceMark, first: int, last: int, unit: str | None) -> Counted:
    """Return what the number in tokens `first` to `last` (exclusive) counts.

    Args:
        view: The text.
        sentence: Its sentence.
        first: First token of the number.
        last: Token behind the number and its unit.
        unit: Its unit, where it has one.
    """
    age = _age(view, sentence, first, last, unit)
    if age:
        return age
    at = last
    if view.lower[at : min(at + 1, sentence.last)] == ("of",):
        return _of_what(view, sentence, last)
    if at < sentence.last and view.lower[at] in ("-", "–"):
        at += 1
    if unit is not None and view.lower[last : min(last + 1, sentence.last)] in tuple((word,) for word in _LATER):
        return Counted(None, last)
    if unit is not None and not _attributive(view, last, sentence):
        return Counted(None, last)
    noun = _noun_from(view, sentence, at)
    if noun < 0:
        return Counted(None, last)
    if at > last and unit is None and view.tokens[at].tag in ("NOUN", "PROPN"):  # "a 70-point agenda" counts points
        return Counted(_lemma(view, at), noun + 1)
    return Counted(_lemma(view, noun), noun + 1)


def _age(view: View, sentence: SentenceMark, first: int, last: int, unit: str | None) -> Counted | None:
    """Recognise ages: "37-year-old", "37 years old", "aged 37", "Ms. Arlen, 37,"."""
    behind = view.lower[last : min(last + 2, sentence.last)]
    if unit in ("year", "month", "week", "day") and (behind[:1] == ("old",) or behind in (("-", "old"), ("of", "age"))):
        return Counted("age", last + (1 if behind[:1] == ("old",) else 2), unit)
    before = view.lower[first - 1] if first > sentence.first else ""
    if unit is None and (before in ("aged", "age") or _reached(view, sentence, first, last)):
        return Counted("age", last, "year")
    if unit is None and before == "," and first - 2 >= sentence.first and behind[:1] in ((",",), (".",)) and last == first + 1:
        named = view.tokens[first - 2].tag == "PROPN" and view.lower[first].isdecimal() and len(view.lower[first]) <= 3
        return Counted("age", last, "year") if named else None
    return None


def _reached(view: View, sentence: SentenceMark, first: int, last: int) -> bool:
    """Return whether an age follows: "at the age of 91", "died at 91", "turned 91"."""
    word = view.lower[first]
    if first - 2 < sentence.first or not (word.isdecimal() and int(word) <= _OLDEST) or last != first + 1:
        return False
    before = view.lower[first - 2 : first]
    if before == ("age", "of"):
        return True
    if last < sentence.last and view.tokens[last].tag not in ("PUNCT", "ADP", "CCONJ", "SCONJ", "ADV"):
        return False
    verb = view.tokens[first - 2 if before[1] == "at" else first - 1].lemma
    return verb == ("die" if before[1] == "at" else "turn")


def _attributive(view: View, last: int, sentence: SentenceMark) -> bool:
    """Return whether a measured noun may follow a unit: "a 52% reduction", "$1-trillion pay package", "a 20-year sentence"."""
    if last >= sentence.last:
        return False
    if view.lower[last] in ("-", "–"):
        return True
    # "rose 5 percent Tuesday", "5 km north of": only what hangs together with the number is measured by it.
    tag = view.tokens[last].tag
    return tag in ("NOUN", "ADJ") and view.lower[last] not in ("north", "south", "east", "west", "northeast", "northwest", *_LATER)


def _noun_from(view: View, sentence: SentenceMark, at: int) -> int:
    """Return the head of the noun phrase that goes on at a token, -1 where there is none.

    It goes on behind a possessive ("children's night lights"), and a hyphen holds a compound together ("plug-in lights").
    """
    owner = noun = -1
    for here in range(at, min(at + _LONGEST, sentence.last)):
        step = _step(view, sentence, here, at, found=noun >= 0)
        if step == "owned":
            owner, noun = noun, -1
        elif step == "part":  # what a compound names may only describe what follows: "second-hand buses"
            owner, noun = here if view.tokens[here].tag == "NOUN" else max(noun, owner), -1
        elif step == "noun":
            noun = here
        elif step != "on":
            return here if step == "last" else noun if noun >= 0 else owner
    return noun if noun >= 0 else owner


def _step(view: View, sentence: SentenceMark, here: int, first: int, *, found: bool) -> str:
    """Say what a word is to the noun phrase that began at `first`.

    Returns:
        "noun", its "last" noun, "owned" behind a possessive, "part" of a compound, "on" for what leads on, else "end".
    """
    token, word = view.tokens[here], view.lower[here]
    if found and word in _POSSESSIVE and token.fine == "POS":
        return "owned"
    if here > first and _in_compound(view, here):
        return "part"
    if token.fine == "NN" and _past(word):
        return "end" if found else "on"  # "12 frozen meals"
    if token.tag == "NOUN" or (token.tag == "PROPN" and token.fine == "NNPS"):
        return "noun" if token.fine != "NNS" or _plural_goes_on(view, sentence, here + 1) else "last"
    if token.tag in ("ADJ", "ADV", "PROPN") or token.fine in ("VBN", "VBG") or word == "such" or view.words[here][0].isupper():
        return "end" if found else "on"
    return "on" if word in ("and", ",") and not found and here > first else "end"


def _in_compound(view: View, here: int) -> bool:
    """Return whether a token is the hyphen of a compound or stands behind one: "plug-in"."""
    hyphen = here if view.lower[here] == "-" else here - 1
    if view.lower[hyphen] != "-" or hyphen + 1 >= len(view.tokens):
        return False
    return view.tokens[hyphen - 1].end == view.tokens[hyphen].start and view.tokens[hyphen].end == view.tokens[hyphen + 1].start


def _plural_goes_on(view: View, sentence: SentenceMark, behind: int) -> bool:
    """Return whether a noun phrase may go on behind a plural: compounds rarely begin with one, and "12 houses stand" is none."""
    if behind >= sentence.last:
        return False
    return view.tokens[behind].fine in ("NNS", "POS") or _in_compound(view, behind)


def _past(word: str) -> bool:
    """Return whether a word is an irregular past tense and no noun: a parser may take "struck" in "the quake struck" for one."""
    return not word.endswith(_NOUNS_TOO) and lemma(word, "VBD") != word


def _of_what(view: View, sentence: SentenceMark, last: int) -> Counted:
    """Return the noun of "dozens of people", "two-thirds of the voters", "three of his aides"."""
    at = last + 1
    while at < sentence.last and view.tokens[at].tag in ("DET", "PRON") and at < last + 4:
        at += 1
    noun = _noun_from(view, sentence, at)
    return Counted(_lemma(view, noun), noun + 1) if noun >= 0 else Counted(None, last)


def _lemma(view: View, at: int) -> str:
    """Return the lower-case singular."""
    if view.lower[at] in ("people", "persons"):
        return "person"
    return view.tokens[at].lemma.lower() or view.lower[at]
