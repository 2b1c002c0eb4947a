"""Phrases that say what one word says: "called the strike off" for "cancelled it", "three-way" for "trilateral"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

import msgspec

from copydesk.check.forms import keys_of, stem, table_lines
from copydesk.check.lexicon import FUNCTION
from copydesk.check.words import Word

_PARTICLES = frozenset({"off", "down", "up", "out", "away", "back", "over", "forward"})
_BEHIND_OBJECT = _PARTICLES | {"guilty", "not"}
_GAP = 4  # words between a verb and its particle: "called the teachers' strike off", "found the two men not guilty"


class Pattern(msgspec.Struct, frozen=True):
    """A phrase of the table.

    Attributes:
        stems: The stems of its words, in order.
        keys: What the words it may stand for can be found by.
        small: Whether it only stands for words that state nothing by themselves.
    """

    stems: tuple[str, ...]
    keys: tuple[str, ...]
    small: bool


class Phrase(msgspec.Struct, frozen=True):
    """A phrase found in a sentence.

    Attributes:
        head: Index of its first word that states something.
        others: Indices of its other words.
        pattern: What it says.
    """

    head: int
    others: tuple[int, ...]
    pattern: Pattern

    def mark(self, words: Sequence[Word]) -> None:
        """Let the head of the phrase be found by what the phrase says, in the words of its sentence."""
        head = words[self.head]
        head.keys = tuple(dict.fromkeys((*head.keys, *self.pattern.keys)))
        if self.pattern.small:
            for at in (self.head, *self.others):
                words[at].kind, words[at].content, words[at].weight = "function", False, 0.0
        elif head.kind == "number":  # "three-way" counts nothing
            head.kind = "word"


@cache
def patterns() -> Mapping[str, Mapping[str, tuple[Pattern, ...]]]:
    """Return the phrases of the table by the stems of their first and second word, longer ones first."""
    found: dict[str, dict[str, list[Pattern]]] = {}
    for line in table_lines("phrases.txt"):
        phrase, _, single = line.partition(" / ")
        stems = tuple(stem(word) for word in phrase.split())
        words = single.split()
        keys = tuple(dict.fromkeys(key for word in words for key in keys_of(word, word)))
        pattern = Pattern(stems, keys, small=all(word in FUNCTION for word in words))
        found.setdefault(stems[0], {}).setdefault(stems[1], []).append(pattern)
    return {
        first: {second: tuple(sorted(some, key=lambda p: -len(p.stems))) for second, some in seconds.items()}
        for first, seconds in found.items()
    }


@lru_cache(maxsize=50_000)
def _opened(low: str, keys: tuple[str, ...]) -> Mapping[str, tuple[Pattern, ...]]:
    """Return the phrases that a word opens, by the stem of their second word."""
    table = patterns()
    found = [table[key] for key in dict.fromkeys((*keys, stem(low))) if key in table]
    return found[0] if len(found) == 1 else {second: some for seconds in reversed(found) for second, some in seconds.items()}


def phrases_in(words: Sequence[Word]) -> Iterator[Phrase]:
    """Yield the phrases of a sentence, in order; none begins inside another."""
    free = 0
    for word in words:
        if word.at < free or word.kind in ("name", "sign", "time"):
            continue
        opened = _opened(word.low, word.keys)
        found = _found(words, word, opened) if opened else None
        if found:
            pattern, others = found
            places = (word.at, *others)
            head = next((at for at in places if words[at].content), word.at)
            yield Phrase(head, tuple(at for at in places if at != head), pattern)
            free = word.at + 1 + len(others) if others[-1] - word.at == len(others) else free


def _found(words: Sequence[Word], head: Word, opened: Mapping[str, tuple[Pattern, ...]]) -> tuple[Pattern, tuple[int, ...]] | None:
    """Return the phrase that a word opens here, with the places of its other words."""
    for following in words[head.at + 1 : head.at + 2]:
        for key in (following.low, *following.keys):
            for pattern in opened.get(key, ()):
                rest = words[head.at + 1 : head.at + len(pattern.stems)]
                if len(rest) == len(pattern.stems) - 1 and all(map(_is, rest, pattern.stems[1:])):
                    return pattern, tuple(word.at for word in rest)
    if head.tag == "VERB" and not _BEHIND_OBJECT.isdisjoint(opened):
        for word in words[head.at + 1 : head.at + 2 + _GAP]:
            if word.kind == "sign" or word.tag in ("VERB", "AUX"):
                break
            if word.low in _BEHIND_OBJECT and word.low in opened:
                return next((_rest(words, word.at, p) for p in opened[word.low] if _whole(words, word.at, p)), None)
    return None


def _whole(words: Sequence[Word], at: int, pattern: Pattern) -> bool:
    """Return whether the words of a phrase behind its verb stand in a row from a place on."""
    rest = words[at : at + len(pattern.stems) - 1]
    return len(rest) == len(pattern.stems) - 1 and all(map(_is, rest, pattern.stems[1:]))


def _rest(words: Sequence[Word], at: int, pattern: Pattern) -> tuple[Pattern, tuple[int, ...]]:
    return pattern, tuple(word.at for word in words[at : at + len(pattern.stems) - 1])


def _is(word: Word, wanted: str) -> bool:
    return word.low == wanted or wanted in word.keys
