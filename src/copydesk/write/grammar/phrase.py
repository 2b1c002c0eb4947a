"""A sentence as words with their grammar, from which parts can be taken and still leave a sentence.

All operations return a new phrase; word order, heads and offsets in the article stay right, so operations can follow each other.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from typing import TypeVar, cast

import msgspec

from copydesk.records import Token
from copydesk.spans import Span

T = TypeVar("T")
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer", "expl")
OPENING_QUOTES = frozenset({"“", "‘", "«", "„", "``"})
CLOSING_QUOTES = frozenset({"”", "’", "»", "''"})
_QUOTES = OPENING_QUOTES | CLOSING_QUOTES | {'"'}
# Commas, dashes and brackets that set a part of a sentence apart: opening sign -> closing signs.
DELIMITERS: dict[str, tuple[str, ...]] = {
    ",": (",",),
    "—": ("—", ","),
    "–": ("–", ","),
    "--": ("--", ","),
    "-": ("-", ","),
    "(": (")",),
    "[": ("]",),
}
ENDS = frozenset({".", "!", "?", "…", "..."})


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word or sign of a phrase.

    Attributes:
        form: As it is written.
        space: Whether white space stands before it.
        tag: Universal part of speech.
        fine: Penn Treebank tag.
        lemma: Dictionary form.
        head: Place in the phrase of the word it depends on; -1 where that is not in the phrase.
        relation: Kind of that dependence.
        start: First code point in the article; -1 for a word the writer put in.
        end: Behind the last code point; -1 likewise.
        low: The form in lower case; made from it where it is not given.
    """

    form: str
    space: bool = True
    tag: str = "X"
    fine: str = ""
    lemma: str = ""
    head: int = -1
    relation: str = "dep"
    start: int = -1
    end: int = -1
    low: str = ""

    def __post_init__(self) -> None:
        if not self.low:
            # Asked for more often than anything else of a word: kept rather than made again.
            msgspec.structs.force_setattr(self, "low", self.form.lower())


class Phrase(msgspec.Struct, frozen=True, dict=True):
    """Words in order.

    Attributes:
        words: The words.
    """

    words: tuple[Word, ...]

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token], first: int, last: int) -> "Phrase":
        """Return the phrase of `tokens[first:last]`, whose spans and heads count in `text` and `tokens`."""
        words, before = [], tokens[first].start if first < last else 0
        for token in tokens[first:last]:
            head = token.head - first if first <= token.head < last else -1
            # By place, not by name: this is the commonest of all things that are made here.
            form, space = text[token.start : token.end], token.start > before
            start, end = token.start, token.end
            words.append(Word(form, space, token.tag, token.fine, token.lemma, head, token.relation, start, end, form.lower()))
            before = token.end
        return cls(tuple(words))

    @property
    def text(self) -> str:
        """The words as they are printed."""
        return self._text

    @cached_property
    def _text(self) -> str:
        return "".join((" " if w.space and i else "") + w.form for i, w in enumerate(self.words))

    @cached_property
    def count(self) -> int:
        """How many words it has, signs apart."""
        return sum(w.space or i == 0 for i, w in enumerate(self.words) if w.tag != "PUNCT")

    @cached_property
    def root(self) -> int:
        """Place of its main word; -1 where it has no words."""
        for i, word in enumerate(self.words):
            if word.head == -1 and word.tag != "PUNCT" and word.start >= 0:
                return i
        return 0 if self.words else -1

    def children(self, at: int, *relations: str) -> list[int]:
        """Return the words that depend on a word in one of the given ways (in any, when none is given), in order."""
        return [i for i in self._below.get(at, ()) if not relations or self.words[i].relation in relations]

    def subtree(self, at: int) -> list[int]:
        """Return a word and all that depends on it, sorted."""
        found, waiting = {at}, [at]
        while waiting:
            for i in self._below.get(waiting.pop(), ()):
                if i not in found:
                    found.add(i)
                    waiting.append(i)
        return sorted(found)

    @cached_property
    def starts(self) -> dict[int, int]:
        """Offset in the article at which a word begins -> its place."""
        return {w.start: i for i, w in enumerate(self.words) if w.start >= 0}

    @cached_property
    def _below(self) -> dict[int, list[int]]:
        below: dict[int, list[int]] = {}
        for i, word in enumerate(self.words):
            below.setdefault(word.head, []).append(i)
        return below

    def stretch(self, at: int) -> Span | None:
        """Return the subtree of a word as a half-open range of places; None where other words stand inside it."""
        if at not in self._stretches:
            self._stretches[at] = self._stretch(at)
        return self._stretches[at]

    @cached_property
    def _stretches(self) -> dict[int, Span | None]:
        return {}

    def _stretch(self, at: int) -> Span | None:
        places = self.subtree(at) if at in self._below else [at]
        while places and self.words[places[-1]].tag == "PUNCT" and places[-1] != at:
            places.pop()
        while places and self.words[places[0]].tag == "PUNCT" and places[0] != at:
            places.pop(0)
        whole = bool(places) and places[-1] - places[0] + 1 == len(places)
        return Span(places[0], places[-1] + 1) if whole else None

    def once(self, look: Callable[["Phrase"], T]) -> T:
        """Return what a function finds in this phrase; asked again, it is not looked for again."""
        if look not in self._found:
            self._found[look] = look(self)
        return cast("T", self._found[look])

    @cached_property
    def _found(self) -> dict[object, object]:
        return {}

    def without(self, places: Collection[int]) -> "Phrase":
        """Return the phrase without some words; what depended on them depends on what they depended on."""
        gone = set(places)
        if not gone:
            return self
        new = {old: i for i, old in enumerate(i for i in range(len(self.words)) if i not in gone)}
        kept = []
        for old in new:
            word = self.words[old]
            head, seen = word.head, {old}
            while head in gone and head not in seen:
                seen.add(head)
                head = self.words[head].head
            head = new.get(head, -1) if head != old else -1
            kept.append(word if head == word.head else msgspec.structs.replace(word, head=head))
        return Phrase(tuple(kept))

    def replaced(self, place: Span, words: Iterable[Word]) -> "Phrase":
        """Return the phrase with the words at a non-empty range of places replaced; the first new word takes the range's tie."""
        fresh = list(words)
        if not fresh:
            return self.without(range(place.start, place.end))
        tops = [i for i in range(place.start, place.end) if not place.start <= self.words[i].head < place.end]
        top = self.words[tops[0] if tops else place.start]
        shift = len(fresh) - (place.end - place.start)

        def moved(head: int) -> int:
            return head if head < place.start else place.start if head < place.end else head + shift

        before = [msgspec.structs.replace(w, head=moved(w.head)) for w in self.words[: place.start]]
        behind = [msgspec.structs.replace(w, head=moved(w.head)) for w in self.words[place.end :]]
        first = msgspec.structs.replace(fresh[0], head=moved(top.head), relation=top.relation, space=self.words[place.start].space)
        rest = [msgspec.structs.replace(w, head=place.start) for w in fresh[1:]]
        return Phrase((*before, first, *rest, *behind))

    def arranged(self, items: Sequence[int | Word]) -> "Phrase":
        """Return the phrase's words in another order, without those that are not named, with new words between them.

        Args:
            items: Places of words, each once, and words that are put in; such a word depends on the one it stands before.
        """
        new = {old: i for i, old in enumerate(items) if isinstance(old, int)}
        made: list[Word] = []
        for i, item in enumerate(items):
            if isinstance(item, Word):
                following = next((j for j in range(i + 1, len(items)) if isinstance(items[j], int)), i - 1)
                made.append(msgspec.structs.replace(item, head=following))
                continue
            word = self.words[item]
            head, seen = word.head, {item}
            while head >= 0 and head not in new and head not in seen:
                seen.add(head)
                head = self.words[head].head
            head = new.get(head, -1) if head != item else -1
            made.append(msgspec.structs.replace(word, head=head, space=word.space or (item == 0 and i > 0)))
        return Phrase(tuple(made))

    def slice(self, start: int, end: int) -> "Phrase":
        """Return the words at a range of places as a phrase of their own."""
        return self.without([i for i in range(len(self.words)) if not start <= i < end])

    def quoted(self) -> Sequence[bool]:
        """Return for each word whether it stands in quotation marks; the marks count as inside."""
        return self._quoted

    @cached_property
    def _quoted(self) -> Sequence[bool]:
        if not self.has(*_QUOTES):
            return [False] * len(self.words)
        inside, flags, straight = 0, [], False
        for word in self.words:
            if word.form == '"':
                straight = not straight
                flags.append(True)
                continue
            if word.form in OPENING_QUOTES and word.form != "‘":
                inside += 1
            flags.append(inside > 0 or straight)
            if word.form in CLOSING_QUOTES and word.form != "’" and inside:
                inside -= 1
        return flags

    def forms(self) -> list[str]:
        """Return all forms in lower case."""
        return self._forms

    def has(self, *forms: str) -> bool:
        """Return whether one of some forms, in lower case, is among the words."""
        return not self._form_set.isdisjoint(forms)

    @cached_property
    def _form_set(self) -> frozenset[str]:
        return frozenset(self._forms)

    # Operations ask for these again and again; a phrase never changes, so it works them out once.
    @cached_property
    def _forms(self) -> list[str]:
        return [w.low for w in self.words]


def fresh(text: str, tag: str = "X", relation: str = "dep") -> tuple[Word, ...]:
    """Return words that the writer puts in, cut at white space, the first one at the head."""
    return tuple(
        Word(form=form, tag=tag, lemma=form, relation=relation if i == 0 else "flat") for i, form in enumerate(text.split())
    )


def saying(form: str) -> tuple[Word, ...]:
    """Return a form of "say" that the writer puts in."""
    return (Word(form=form, tag="VERB", fine="VBZ" if form == "says" else "VBD", lemma="say"),)


def headed(phrase: Phrase) -> Phrase:
    """Return a phrase whose first word has become the head of a sentence, with a capital."""
    first = phrase.words[0] if phrase.words else None
    if first is None or not first.form.islower():
        return phrase
    return Phrase((msgspec.structs.replace(first, form=first.form.capitalize()), *phrase.words[1:]))


def aside(phrase: Phrase, part: Span) -> Span | None:
    """Return a part of a phrase with the signs that set it apart, or None where it is not set apart on both sides.

    Args:
        phrase: The phrase.
        part: A range of places in it.

    Returns:
        The range to drop: with both signs in the middle of a sentence; with the first one at its end, whose full stop stays.
    """
    if part.start == 0 or part.end > len(phrase.words):
        return None
    before = phrase.words[part.start - 1].form
    if before not in DELIMITERS or (before == "-" and not phrase.words[part.start - 1].space):
        return None
    if part.end == len(phrase.words) or phrase.words[part.end].form in ENDS:
        return None if before in ("(", "[") else Span(part.start - 1, part.end)
    if phrase.words[part.end].form not in DELIMITERS[before]:
        return None
    return Span(part.start - 1, part.end + 1)
