"""Finds where names stand: the parser's labels, repaired by what names look like in print.

A label may stop short of a name, take its title in, or be missing; capital letters, titles, and the same name elsewhere in the
article say more than any single label.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from copydesk.mark.titles import Title, title_before
from copydesk.mark.view import View
from copydesk.records import EntityKind, SentenceMark
from copydesk.text.nations import ALIASES, DEMONYMS
from copydesk.text.roles import TITLES
from copydesk.text.words import MONTHS, SPEECH_VERBS, STARTERS, WEEKDAYS

_KINDS: dict[str, EntityKind] = {"person": "person", "organisation": "organisation", "place": "place"}
_INSIDE = frozenset({"of", "the", "and", "for", "de", "da", "di", "du", "del", "van", "von", "der", "den", "la", "le", "al", "el", "bin", "ibn", "&",
                     "-", ".", "'", "’"})  # fmt: skip
_PARTICLES = frozenset({"de", "da", "di", "du", "del", "van", "von", "der", "den", "la", "le", "al", "el", "bin", "ibn", "ben"})
# What a name of an organisation begins or ends with.
ORGANISATION_WORDS = frozenset(
    """
    inc inc. corp corp. co co. ltd ltd. llc plc company corporation group bank university college school institute ministry department
    agency bureau commission committee council court congress senate parliament party union association federation foundation fund
    organization organisation alliance league club church hospital center centre police force forces army navy guard coalition
    office authority administration service services board society trust network news times post journal herald tribune gazette
    press airlines airways motors motor energy systems technologies industries partners holdings media museum academy laboratory
    institution embassy assembly treasury exchange team fc united city
    """.split()  # noqa: SIM905
)
_PLACE_WORDS = frozenset(
    "street avenue road boulevard county province state island islands river lake sea ocean bay strait mountain mountains valley airport park "  # noqa: SIM905
    "bridge square district city town village beach hills heights coast peninsula republic kingdom canyon desert forest gulf".split()
)
_HEADS_OF = frozenset(
    "bank department ministry university house council office bureau republic institute court board group academy federation kingdom association "  # noqa: SIM905
    "church state city secretary statue museum school college gulf bay sea strait isle isles university embassy society league center centre "
    "commission committee chamber fund agency union organization organisation duke duchess prince princess queen king bishop".split()
)
_NOT_NAMES = frozenset(
    (*WEEKDAYS, *MONTHS, "i", "gmt", "est", "edt", "et", "mr", "mrs", "ms", "ok", "tv", "dna", "covid-19", "read", "more")
)
_IN_PLACES = frozenset({"in", "near", "outside", "across", "throughout", "toward", "towards"})


@dataclass(frozen=True, slots=True)
class Found:
    """A mention of a name: tokens `first` to `last` (exclusive), its kind, its title, and whether a label stood there."""

    first: int
    last: int
    kind: EntityKind
    title: Title | None = None
    labelled: bool = True


def find_mentions(view: View) -> list[Found]:
    """Return the mentions of names in a text, in order, none over another."""
    found = [mention for sentence in view.sentences for mention in _in_sentence(view, sentence)]
    kinds = _kinds_by_words(view, found)
    settled = (_settled(view, mention, kinds) for mention in found)
    return [mention for mention in settled if mention is not None]


def words_of(view: View, mention: Found) -> str:
    """Return the name as it is written, on one line."""
    text = view.text[view.tokens[mention.first].start : view.tokens[mention.last - 1].end]
    return " ".join(text.split())


def _in_sentence(view: View, sentence: SentenceMark) -> Iterator[Found]:
    """Yield what is labelled or looks like a name in a sentence."""
    headline = _is_headline(view, sentence)
    at = sentence.first
    while at < sentence.last:
        last = _run(view, sentence, at)
        if last == at:
            at += 1
            continue
        yield from _parts(view, sentence, at, last, headline)
        at = last


def _is_headline(view: View, sentence: SentenceMark) -> bool:
    """Return whether nearly every word is capitalised, so that capitals say nothing."""
    words = [word for word in view.words[sentence.first : sentence.last] if word[:1].isalpha() and len(word) > 3]
    return len(words) > 3 and sum(word[:1].isupper() for word in words) >= 0.8 * len(words)


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
    return view.labels[at].startswith("I-") or _capital(view, at)


def _capital(view: View, at: int) -> bool:
    word = view.words[at]
    return word[0].isupper() and view.lower[at] not in _NOT_NAMES and (len(word) > 1 or view.tokens[at].tag == "PROPN")


def _joint(view: View, sentence: SentenceMark, at: int) -> int:
    """Return how many small words at a token join what stands before and behind into one name, 0 for none."""
    word = view.lower[at]
    if word not in _INSIDE:
        return 0
    touching = view.tokens[at - 1].end == view.tokens[at].start
    behind = at + 1
    if word in ("-", "'", "’", ".", "&"):
        return 1 if behind < sentence.last and (touching or word == "&") and _capital(view, behind) and word != "." else 0
    if word in _PARTICLES:
        return 1 if behind < sentence.last and _capital(view, behind) else 0
    if word == "of" and view.lower[at - 1] in _HEADS_OF and behind < sentence.last:
        skip = 2 if view.lower[behind] == "the" and behind + 1 < sentence.last else 1
        return skip if _capital(view, at + skip) else 0
    return 0


def _parts(view: View, sentence: SentenceMark, first: int, last: int, headline: bool) -> Iterator[Found]:
    """Part a run where the parser sees several names in it, and give each part its kind."""
    starts = [at for at in range(first, last) if view.labels[at].startswith("B-")]
    bounds = [first, *(at for at in starts[1:] if at > first), last] if starts else [first, last]
    for begin, end in zip(bounds, bounds[1:], strict=False):
        labels = Counter(view.labels[at][2:] for at in range(begin, end) if view.labels[at] != "O")
        if headline and not labels:
            continue
        kind = _KINDS.get(max(labels, key=lambda k: (labels[k], k)), "other") if labels else "other"
        part = _trimmed(view, sentence, begin, end)
        if part:
            title = title_before(view, sentence, begin, part[0])
            yield Found(part[0], part[1], "person" if title and title.personal else kind, title, bool(labels))


def _trimmed(view: View, sentence: SentenceMark, first: int, last: int) -> tuple[int, int] | None:
    """Take titles, articles, adjectives of nations and words that only begin the sentence from the ends of a run."""
    while first < last and _no_first_word(view, sentence, first, last):
        first += 1
    while last > first and (
        not view.words[last - 1][0].isalnum() or view.lower[last - 1] in ("'s", "’s", "'", "’", "the", "of", "and")
    ):
        last -= 1
    if first == last or not any(view.words[at][0].isupper() or view.labels[at] != "O" for at in range(first, last)):
        return None
    if last - first == 1 and (
        view.words[first] in DEMONYMS or view.lower[first] in _NOT_NAMES or not view.words[first][0].isalnum()
    ):
        return None
    return first, last


def _no_first_word(view: View, sentence: SentenceMark, at: int, last: int) -> bool:
    """Return whether the first word of a run is not part of the name."""
    word = view.words[at]
    if not word[0].isalnum() or (view.lower[at] in ("the", "a", "an", "'s", "’s") and not (word == "The" and at > sentence.first)):
        return True
    if view.lower[at] in TITLES and (at + 1 < last or view.labels[at] == "O") and not _is_family_name(view, at, last):
        return True
    if word in DEMONYMS and at + 1 < last and view.lower[at + 1] in TITLES:
        return True
    first_word = at == sentence.first or not view.words[at - 1][0].isalnum()
    return first_word and word in STARTERS and (view.labels[at] == "O" or at + 1 == last)


def _is_family_name(view: View, at: int, last: int) -> bool:
    """Return whether a title word ends a run that the parser calls a person: "Judge" in "Mike Judge"."""
    return at + 1 == last and view.labels[at].startswith("I-person")


def _kinds_by_words(view: View, found: list[Found]) -> dict[str, EntityKind]:
    """Return the kind that most mentions of the same words have, titles counting more than labels."""
    votes: dict[str, Counter[EntityKind]] = {}
    for mention in found:
        words = words_of(view, mention)
        weight = 3 if mention.title and mention.title.personal else 1 if mention.labelled and mention.kind != "other" else 0
        votes.setdefault(words, Counter())[mention.kind] += weight
        if mention.kind == "person" and mention.last - mention.first > 1:
            votes.setdefault(words.split()[-1], Counter())["person"] += weight
    return {words: max(counts, key=lambda kind: (counts[kind], kind)) for words, counts in votes.items() if counts.total()}


def _settled(view: View, mention: Found, kinds: dict[str, EntityKind]) -> Found | None:
    """Return a mention with the kind that the whole article gives it, None where it is no name after all."""
    words = words_of(view, mention)
    kind: EntityKind = "place" if words in ALIASES else _kind_by_shape(view, mention) or kinds.get(words) or mention.kind
    if kind == "other" and not mention.labelled:
        kind = _kind_by_place(view, mention)
        sentence = view.sentences[view.sentence_at(view.tokens[mention.first].start)]
        single = mention.last - mention.first == 1 and (
            mention.first == sentence.first or not view.words[mention.first - 1][0].isalnum()
        )
        if single and words not in kinds and kind == "other":
            return None
    return replace(mention, kind=kind)


def _kind_by_shape(view: View, mention: Found) -> EntityKind | None:
    """Return the kind that the words of a name show by themselves."""
    last, first = view.lower[mention.last - 1], view.lower[mention.first]
    several = mention.last - mention.first > 1
    if mention.title and mention.title.personal:
        return "person"
    if several and (
        last in ORGANISATION_WORDS
        or (first in _HEADS_OF and first not in ("statue", "gulf", "bay", "sea", "strait", "isle", "city"))
    ):
        return None if mention.kind == "person" and last in ("city", "united", "post", "energy", "guard") else "organisation"
    if several and last in _PLACE_WORDS and mention.kind != "organisation":
        return "place"
    return None


def _kind_by_place(view: View, mention: Found) -> EntityKind:
    """Guess the kind of a name that has no label from the words beside it."""
    before = view.lower[mention.first - 1] if mention.first else ""
    behind = view.lower[mention.last] if mention.last < len(view.lower) else ""
    words = view.words[mention.first : mention.last]
    if len(words) == 1 and words[0].isupper() and 2 <= len(words[0]) <= 6:
        return "organisation"
    if len(words) in (2, 3) and (
        behind in SPEECH_VERBS or (behind == "," and view.lower[mention.last + 1 : mention.last + 2] == ("who",))
    ):
        return "person"
    return "place" if before in _IN_PLACES and len(words) <= 2 else "other"
