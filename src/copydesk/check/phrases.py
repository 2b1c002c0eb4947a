"""Phrases that say what one word says: "called the strike off" for "cancelled it", "three-way" for "trilateral"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from copydesk.check.forms import keys_of, stem, table_lines
from copydesk.check.lexicon import FUNCTION
from copydesk.check.words import Word

_PARTICLES = frozenset({"off", "down", "up", "out", "away", "back", "over", "forward"})
_GAP = 4  # words between a verb and its particle: "called the teachers' strike off"


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
def patterns() -> Mapping[str, tuple[Pattern, ...]]:
    """Return the phrases of the table by the stem of their first word, longer ones first."""
    found: dict[str, list[Pattern]] = {}
    for line in table_lines("phrases.txt"):
        phrase, _, single = line.partition(" / ")
        stems = tuple(stem(word) for word in phrase.split())
        words = single.split()
        keys = tuple(dict.fromkeys(key for word in words for key in keys_of(word, word)))
        found.setdefault(stems[0], []).append(Pattern(stems, keys, small=all(word in FUNCTION for word in words)))
    return {first: tuple(sorted(some, key=lambda p: -len(p.stems))) for first, some in found.items()}


def phrases_in(words: Sequence[Word]) -> Iterator[Phrase]:
    """Yield the phrases of a sentence, in order; none begins inside another."""
    table = patterns()
    free = 0
    for word in words:
        if word.at < free or word.kind in ("name", "sign", "time"):
            continue
        known = (pattern for key in (*word.keys, stem(word.low)) if key in table for pattern in table[key])
        found = next(((pattern, others) for pattern in known if (others := _matched(words, word, pattern))), None)
        if found:
            pattern, others = found
            places = (word.at, *others)
            head = next((at for at in places if words[at].content), word.at)
            yield Phrase(head, tuple(at for at in places if at != head), pattern)
            free = word.at + 1 + len(others) if others[-1] - word.at == len(others) else free


def _matched(words: Sequence[Word], head: Word, pattern: Pattern) -> tuple[int, ...]:
    """Return the places of a phrase's other words, empty where it is not there."""
    rest = pattern.stems[1:]
    following = words[head.at + 1 : head.at + 1 + len(rest)]
    if len(following) == len(rest) and all(_is(word, wanted) for word, wanted in zip(following, rest, strict=True)):
        return tuple(word.at for word in following)
    if len(rest) == 1 and rest[0] in _PARTICLES and head.tag == "VERB":
        for word in words[head.at + 1 : head.at + 2 + _GAP]:
            if word.kind == "sign" or word.tag in ("VERB", "AUX"):
                break
            if word.low == rest[0]:
                return (word.at,)
    return ()


def _is(word: Word, wanted: str) -> bool:
    return word.low == wanted or wanted in word.keys
