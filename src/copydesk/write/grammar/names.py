"""Operations on names: who somebody is at first mention, the short name afterwards, a name where only a pronoun stood."""

import msgspec

from copydesk.spans import Span
from copydesk.text.roles import OFFICES, TITLES
from copydesk.write.grammar.phrase import Phrase, fresh

POSSESSIVE = frozenset({"his", "her", "hers", "its", "their", "theirs", "whose"})
_DISTANCES = frozenset({"feet", "foot", "metres", "meters", "yards", "miles", "kilometres", "kilometers", "km", "inches", "blocks"})
_TITLE_TAGS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "ADP", "PUNCT", "X", "NUM", "CCONJ"})
_LONGEST_TITLE = 7
_LONGEST_STRETCH = 16


class Named(msgspec.Struct, frozen=True):
    """Where somebody is mentioned in a phrase.

    Attributes:
        place: The words of the mention, a title before it apart.
        key: Who that is in the story.
        pronoun: Whether it is a pronoun.
        role: Whether it is an office without a name.
        full: Whether it is a full name.
        title: The title or office that the text gives beside the name; None where it gives none.
        here: Whether it is a pronoun for somebody whom the phrase names before it, so that it may stay.
    """

    place: Span
    key: str
    pronoun: bool = False
    role: bool = False
    full: bool = False
    title: str | None = None
    here: bool = False


def with_title(phrase: Phrase, named: Named) -> Span:
    """Return the words of a mention with the title that stands before it."""
    start = named.place.start
    if not named.title:
        return named.place
    start = _stretch_to(phrase, named.place).start
    wanted = named.title.casefold().split()
    heads = set(range(start, named.place.end))
    while start > 0 and named.place.start - start < _LONGEST_TITLE:
        word = phrase.words[start - 1]
        belongs = word.head in heads or word.low in wanted
        # "of" and "and" belong to a title only inside it: "Secretary of State", but not "policies of President Ana Boro".
        owner = word.fine == "POS" and start > 1 and phrase.words[start - 2].head in heads
        if owner and named.place.start - start < _LONGEST_TITLE - 1:
            start -= 2
            heads |= {start, start + 1}
            continue
        joint = word.tag in ("ADP", "CCONJ", "PUNCT") and word.low not in wanted
        if not belongs or joint or word.tag not in _TITLE_TAGS or word.form in ("“", '"', "("):
            break
        start -= 1
        heads.add(start)
    while start < named.place.start and _goes_on(phrase, start):
        start -= 1
    found = " ".join(w.low for w in phrase.words[start : named.place.start])
    return Span(start, named.place.end) if any(part in found for part in wanted) else named.place


def _goes_on(phrase: Phrase, start: int) -> bool:
    """Return whether a noun stands before a title that a parse does not hang on it: the "works" of "works council chairman"."""
    left = phrase.words[start - 1] if start else None
    if left is None or left.tag not in ("NOUN", "PROPN") or phrase.words[start].tag not in ("NOUN", "ADJ"):
        return False
    return start == 1 or (
        left.tag == "NOUN" and phrase.words[start - 2].tag not in ("VERB", "AUX")
    )  # "told reporters council chairman Ana Boro"


def _stretch_to(phrase: Phrase, place: Span) -> Span:
    """Return the longest run of words that ends with a name, hangs together and is a title before it; the name alone for none.

    A parser may hang "Staff Ana Boro" on "chief of": so the words above the name are tried as well.
    """
    at, found, seen = place.end - 1, place, set[int]()
    while at >= 0 and at not in seen:
        seen.add(at)
        part = phrase.stretch(at) if at in (place.end - 1, place.start) or phrase.words[at].low in OFFICES | TITLES else None
        while part and part.start < place.start and phrase.words[part.start].tag in ("ADP", "PUNCT", "CCONJ"):
            part = Span(part.start + 1, part.end)
        if part and part.end == place.end and part.start < found.start and _is_title(phrase, Span(part.start, place.start)):
            found = part
        at = phrase.words[at].head
    return found


def _is_title(phrase: Phrase, part: Span) -> bool:
    """Return whether the words before a name are no more than what its bearer is: "former chief of staff and minister of state"."""
    words = phrase.words[part.start : part.end]
    plain = all(w.tag in _TITLE_TAGS and w.form not in (",", "“", '"', "(") and w.tag != "NUM" for w in words)
    joint = next((i for i, w in enumerate(words) if w.tag == "CCONJ"), 0)
    if any(w.tag == "PROPN" and w.low not in OFFICES | TITLES for w in words[:joint]):
        return False  # "Ms Ross and Mrs" before "Boro" is somebody else
    return plain and 0 < len(words) <= _LONGEST_STRETCH and words[-1].tag in ("NOUN", "PROPN")


def short(phrase: Phrase, named: Named, name: str) -> Phrase:
    """Put a short name where a title and a full name stand."""
    return _put(phrase, with_title(phrase, named), name)


def introduced(phrase: Phrase, named: Named, introduction: str) -> Phrase:
    """Put title and full name where a shorter name stands."""
    return _put(phrase, with_title(phrase, named), introduction)


def _put(phrase: Phrase, place: Span, name: str) -> Phrase:
    """Return a phrase with a name at a place, unless half a title would be left before it: "podcast Boro", "surgeon and Boro"."""
    left = phrase.words[place.start - 1] if place.start else None
    if left is not None and left.tag == "ADV" and place.start <= left.head < place.end:
        return phrase  # of "relatively unknown actor Ana Boro" nothing but the name would be left
    if left is not None and left.low == "of" and phrase.words[place.start - 2].tag == "PROPN":
        return phrase  # "Chiefs of Staff Ana Boro"
    if left is not None and name.startswith(f"{left.form} "):
        name = name.removeprefix(f"{left.form} ")
    if left is not None and left.fine == "POS":
        owner = phrase.words[place.start - 2].form
        name = name.partition(f"{owner} ")[2] or name  # "Norvane's Norvane Minister Ana Boro"
    listed = place.start > 1 and left is not None and left.tag == "CCONJ" and phrase.words[place.start - 2].tag == "NOUN"
    if left is not None and (left.fine == "PRP$" or left.form in ("-", "–", ")")):
        return phrase  # "his agent Ana Boro" is not "his Boro", and "Secretary-General Ana Boro" not "Secretary-Boro"
    if listed or (left is not None and left.tag in ("NOUN", "PROPN", "ADJ") and left.fine != "POS"):
        return phrase
    return phrase.replaced(place, fresh(name, "PROPN"))


def for_pronoun(phrase: Phrase, named: Named, name: str) -> Phrase:
    """Put a name where a pronoun stands: "his" becomes "Okoro’s"."""
    word = phrase.words[named.place.start]
    behind = phrase.words[named.place.end : named.place.end + 2]
    # "Dragged her ten feet": her two sons are hers.
    counted = word.low == "her" and len(behind) > 1 and behind[0].tag == "NUM" and behind[1].low in _DISTANCES
    owns = word.low in POSSESSIVE and word.relation in ("nmod:poss", "det", "det:poss") and not counted
    text = name + ("’" if name.endswith("s") else "’s") if owns else name
    return phrase.replaced(named.place, fresh(text, "PROPN"))
