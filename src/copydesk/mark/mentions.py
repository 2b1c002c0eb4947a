"""Finds where names stand: the parser's labels, repaired by what names look like in print.

A label may stop short of a name, take its title in, or be missing; capital letters, titles, and the same name elsewhere in the
article say more than any single label.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from copydesk.mark.kinds import ALSO_PERSONAL, HEADS_OF, ORGANISATION_WORDS, PLACE_WORDS, Found, settled
from copydesk.mark.titles import title_before
from copydesk.mark.view import View
from copydesk.records import EntityKind, SentenceMark
from copydesk.text.nations import ALIASES, DEMONYMS
from copydesk.text.roles import TITLE_MODIFIERS, TITLES
from copydesk.text.words import MONTHS, STARTERS, WEEKDAYS, word_set

_KINDS: dict[str, EntityKind] = {"person": "person", "organisation": "organisation", "place": "place"}
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
_PARTICLES = word_set("de da di du del van von der den la le al el bin ibn ben")
_INSIDE = _PARTICLES | {"of", "the", "and", "for", "&", "-", "'", "’"}
# Abbreviations that name nothing by themselves but may stand inside a name.
_ABBREVIATIONS = frozenset({"tv", "it", "ai", "pr", "id", "dna", "hiv", "aids", "gdp", "covid", "covid-19", "vip"})
_NOT_NAMES = (
    _ABBREVIATIONS
    | frozenset((*WEEKDAYS, *MONTHS, *(month[:3] for month in MONTHS)))
    | word_set("i sept gmt utc est edt et ct pt bst mr mrs ms am pm ok ceo cfo tbd faq pdf read more")
)


_PARTIES = word_set("party union alliance front coalition movement bloc greens democrats liberals")
_NATIONS = ALIASES.keys() | DEMONYMS.keys()
# Titles with which names of companies, teams and places begin too.
_IN_COMPANIES = word_set(
    """
    general major private premier prime executive coach captain marshal king prince princess queen duke lord lady sir father sister
    brother cardinal bishop archbishop judge justice chief director manager agent officer counsel attorney doctor dr dr. delegate
    constable principal dean pope rector pastor rabbi emperor corporal chair leader commander admiral
    """
)


def find_mentions(view: View) -> list[Found]:
    """Return the mentions of names in a text, in order, none over another."""
    found: list[Found] = []
    titled: list[Found] = []
    looked_at = sorted({*view.capitals, *(at for at, label in enumerate(view.labels) if label != "O")})
    for number, places in groupby(looked_at, key=view.owners.__getitem__):
        sentence = view.sentences[number]
        headline = _is_headline(view, sentence)
        (titled if headline else found).extend(_in_sentence(view, sentence, places, headline=headline))
    if found:  # what only a headline shows may be any of its words
        seen = {view.words[at] for mention in found for at in range(mention.first, mention.last)}
        titled = [mention for mention in titled if view.words[mention.last - 1] in seen]
    found.extend(titled)
    return settled(view, sorted((*found, *_overlooked(view, found)), key=lambda mention: mention.first))


def _overlooked(view: View, found: list[Found]) -> Iterator[Found]:
    """Yield bare family names that neither label nor tag shows: "Venn" at the head of a sentence, where "Rada Venn" is named."""
    taken = {at for mention in found for at in range(mention.first, mention.last)}
    families = {view.words[m.last - 1] for m in found if m.kind == "person" and m.last - m.first > 1}
    for at in view.capitals:
        word = view.words[at]
        if word in families and at not in taken and word not in STARTERS:
            yield Found(at, at + 1, "person", None, labelled=False)


def _in_sentence(view: View, sentence: SentenceMark, places: Iterable[int], *, headline: bool) -> Iterator[Found]:
    """Yield the names in a sentence that begin at one of these places: words with a label or a capital."""
    behind = 0
    for at in places:
        if at < behind:
            continue
        last = _run(view, sentence, at)
        if last > at:
            yield from _parts(view, sentence, range(at, last), headline=headline)
            behind = last


def _is_headline(view: View, sentence: SentenceMark) -> bool:
    """Return whether every noun, verb and adjective is capitalised, so that capitals say nothing."""
    inside = range(sentence.first, sentence.last)
    seen = 0
    for at in inside:  # most sentences show by their second or third word that they are none
        if view.tokens[at].tag in _CONTENT and (word := view.words[at])[0].isalpha():
            if not word[0].isupper():
                return False
            seen += 1
    return seen > 3


def _run(view: View, sentence: SentenceMark, at: int) -> int:
    """Return where the run of name-like words that begins at a token ends; `at` where none begins."""
    if not _starts_run(view, at):
        return at
    last = at + 1
    while last < sentence.last:
        if _in_run(view, last):
            last += 1
            continue
        step = _joint(view, sentence, last)
        if not step:
            break
        last += step
    return last


def _starts_run(view: View, at: int) -> bool:
    return view.labels[at] != "O" or _capital(view, at)


def _in_run(view: View, at: int) -> bool:
    label, word = view.labels[at], view.words[at]
    if label == "O" and word == view.lower[at]:
        return False  # most words
    return label[0] == "I" or _capital(view, at) or (word.isupper() and view.lower[at] in _ABBREVIATIONS)


def _capital(view: View, at: int) -> bool:
    word = view.words[at]
    return word[0].isupper() and view.lower[at].rstrip(".") not in _NOT_NAMES


def _joint(view: View, sentence: SentenceMark, at: int) -> int:
    """Return how many small words at a token join what stands before and behind into one name, 0 for none."""
    word = view.lower[at]
    behind = at + 1
    if word not in _INSIDE or behind >= sentence.last:
        return 0
    if word in ("-", "'", "’", "&"):
        touching = view.tokens[at - 1].end == view.tokens[at].start
        nations = {view.words[at - 1], view.words[behind]} & _NATIONS
        return 1 if _capital(view, behind) and (word == "&" or (touching and not nations)) else 0
    if word in _PARTICLES:
        return 1 if _capital(view, behind) else 0
    if word == "and":  # "Centers for Disease Control and Prevention"
        office = any(view.lower[here] in ("of", "for") and view.lower[here - 1] in HEADS_OF for here in range(max(1, at - 3), at))
        return 1 if office and _capital(view, behind) else 0
    if word in ("of", "for") and view.lower[at - 1] in HEADS_OF:
        skip = 2 if view.lower[behind] == "the" and behind + 1 < sentence.last else 1
        return skip if _capital(view, at + skip) else 0
    return 0


def _parts(view: View, sentence: SentenceMark, run: range, *, headline: bool) -> Iterator[Found]:
    """Part a run where the parser sees several names in it, and give each part its kind."""
    first, last = run.start, run.stop
    starts = [at for at in run if view.labels[at][0] == "B"]
    bounds = [first, *(at for at in starts[1:] if at > first and not _joined(view, at)), last] if starts else [first, last]
    for begin, end in pairwise(bounds):
        inside = range(begin, end)
        labelled = [view.labels[at][2:] for at in inside if view.labels[at] != "O"]
        if headline:  # capitals say nothing: the label alone bounds the name
            inside = range(begin, next((at for at in inside if at > begin and view.labels[at] == "O"), end))
        if not labelled and (headline or not any(view.tokens[at].tag == "PROPN" for at in inside)):
            continue
        part = _trimmed(view, sentence, begin, inside.stop)
        if part:
            kind = _KINDS.get(max(labelled, key=lambda k: (labelled.count(k), k)), "other") if labelled else "other"
            title = title_before(view, sentence, part[0])
            yield Found(part[0], part[1], "person" if title else kind, title, bool(labelled))


def _hyphenated(view: View, at: int) -> bool:
    """Return whether a word hangs on the one before by a hyphen that parts no two nations: "Indo-Pacific", not "Japan-U.S."."""
    return view.words[at - 1] == "-" and not {view.words[at - 2], view.words[at]} & _NATIONS


def _joined(view: View, at: int) -> bool:
    """Return whether a name that the parser begins anew goes on with the one before: behind "-", "&", "Church of"."""
    if view.lower[at - 1] == "&":
        return True
    if view.lower[at] in ORGANISATION_WORDS and view.lower[at] not in ALSO_PERSONAL and _capital(view, at - 1):
        return True
    office = view.lower[at - 1] in ("of", "the") and (view.lower[at - 2] in HEADS_OF or view.lower[at - 3] in HEADS_OF)
    return office or _hyphenated(view, at)


def _trimmed(view: View, sentence: SentenceMark, first: int, last: int) -> tuple[int, int] | None:
    """Take titles, articles, adjectives of nations and words that only begin the sentence from the ends of a run."""
    first, before = _behind_title(view, first, last), (-1, -1)
    while first < last and before != (first, last):
        before = (first, last)
        first += _no_first_word(view, sentence, first, last)
        last -= last > first and _no_last_word(view, sentence, first, last)
    if first == last or _only_title(view, first, last):
        return None
    adjective = view.words[last - 1] in DEMONYMS and last - first < 3
    return None if adjective or (last - first == 1 and _names_nothing(view.lower[first])) else (first, last)


def _only_title(view: View, first: int, last: int) -> bool:
    """Return whether a run is an office and no name: "Vice President", "Japanese Prime"."""
    if last - first < 2 or view.lower[last - 1] in ORGANISATION_WORDS:
        return False
    return all(
        view.lower[at] in TITLES or view.lower[at] in TITLE_MODIFIERS or (at == first and view.words[at] in DEMONYMS)
        for at in range(first, last)
    )


def _names_nothing(word: str) -> bool:
    return len(word) == 1 or word.rstrip(".") in _NOT_NAMES


def _behind_title(view: View, first: int, last: int) -> int:
    """Return where the name begins behind the last title in a run: "Ardanian Prime Minister Rada Venn".

    Offices and companies whose names hold a title word ("Justice Department", "General Motors") keep it.
    """
    if view.lower[last - 1] in ORGANISATION_WORDS or view.lower[last - 1] in PLACE_WORDS:
        return first
    for at in range(last - 2, first - 1, -1):
        if view.lower[at] not in TITLES or not view.words[at][0].isupper() or not view.words[at + 1][0].isupper():
            continue
        if view.labels[at + 1] != "I-organisation" or view.labels[at] == "O" or _holder(view, at, last):
            return at + 1
    return first


def _holder(view: View, at: int, last: int) -> bool:
    """Return whether a title that is labelled as part of a body is a person's: "Mayor Rada Venn", not "General Motors Europe"."""
    begins = view.labels[at].startswith("B-") and view.lower[at] not in _IN_COMPANIES
    return begins and last - at == 3 and all(word.istitle() and word.isalpha() for word in view.words[at + 1 : last])


def _no_first_word(view: View, sentence: SentenceMark, at: int, last: int) -> bool:
    """Return whether the first word of a run is not part of the name."""
    word = view.words[at]
    if word == view.lower[at] and not word[0].isdigit() and word not in _PARTICLES:
        return True
    if view.lower[at] in ("the", "a", "an"):
        return not (word == "The" and at > sentence.first)
    if word in DEMONYMS and at + 1 < last and (view.lower[at + 1] in TITLES or view.labels[at + 1].startswith("B-")):
        return True
    if view.labels[at] == "O" and view.tokens[at].tag not in ("PROPN", "NOUN", "ADJ", "NUM", "X"):
        return True
    begins = at == sentence.first or not view.words[at - 1][0].isalnum()
    return begins and word in STARTERS and (view.labels[at] == "O" or at + 1 == last)


def _no_last_word(view: View, sentence: SentenceMark, first: int, last: int) -> bool:
    """Return whether the last word of a run is not part of the name: a sign, a small word, the title of the name that follows."""
    at = last - 1
    if at > first and view.lower[at - 1] in _PARTIES and view.words[at].isdecimal():
        return True  # a list of results: "Farmers' Union 8"
    if view.words[at] == view.lower[at] and not any(map(str.isdigit, view.words[at])):
        return True
    followed = last < sentence.last and (view.words[last][0].isupper() or view.lower[last] == ".")
    if followed and at > first and view.tokens[at].fine == "VBZ" and view.tokens[at].tag == "VERB":  # a headline's verb
        return True
    return followed and at > first and (view.lower[at] in TITLES or view.lower[at] in ("prime", "vice", "deputy"))
