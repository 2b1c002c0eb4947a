"""What a sentence says at its core: the predicate of its main clause, with who, what and how many.

A sentence of a report is mostly worded after one passage, and holds details that only this one gives. Whether another passage tells
of the same is decided by the core: "Two people were killed when a ferry struck the pier in thick fog, police said" tells that two
people were killed.
"""

from collections.abc import Iterator, Sequence

import msgspec

from copydesk.check.lexicon import LOADED_SPEECH, NEUTRAL_SPEECH
from copydesk.check.lines import Line
from copydesk.check.words import Word

_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "nsubj:pass", "csubj", "obl:agent"})
# Relations by which a noun's own words hang on it: the parts of its name, and its number.
_PARTS = frozenset({"flat", "compound", "nummod", "goeswith"})
_SPEECH = NEUTRAL_SPEECH | LOADED_SPEECH
_COUNTS = frozenset({"nummod", "nsubj", "nsubj:pass"})
_SAID = frozenset({"ccomp", "parataxis"})
_DEEPEST = 6


class Core(msgspec.Struct, frozen=True):
    """The core of a sentence, as indices of its words.

    Attributes:
        predicates: The verbs, nouns or adjectives of the main clause that say what happened or is so.
        arguments: The heads of its subjects and objects.
        numbers: The numbers in it.
        names: Its names, each word of them.
    """

    predicates: tuple[int, ...]
    arguments: tuple[int, ...]
    numbers: tuple[int, ...]
    names: tuple[int, ...]

    @property
    def words(self) -> frozenset[int]:
        """All words of the core."""
        return frozenset((*self.predicates, *self.arguments, *self.numbers, *self.names))


def core_of(line: Line) -> Core:
    """Return the core of a sentence; all its words that state something where the parse gives none."""
    words = line.words
    root = _root(words)
    if root is None or not words[root].content or words[root].low in NEUTRAL_SPEECH:
        return _core(line, (), line.content)
    predicates = (root, *_further(words, root))
    heads = [w for at in dict.fromkeys(predicates) for w in _arguments(line, at)]
    parts = {at for head in (*predicates, *(w.at for w in heads)) for at in _parts(line, head)}
    return _core(line, predicates, [words[at] for at in sorted(parts.difference(predicates))])


def _core(line: Line, predicates: Sequence[int], told: Sequence[Word]) -> Core:
    dated = {at for date in line.dates for at in line.words_in(date)}
    kept = [word for word in told if word.content and word.kind != "time" and word.at not in dated]
    return Core(
        predicates=tuple(at for at in predicates if line.words[at].content),
        arguments=tuple(word.at for word in kept if word.kind == "word"),
        numbers=tuple(word.at for word in kept if word.kind == "number"),
        names=tuple(word.at for word in kept if word.kind == "name"),
    )


def _root(words: Sequence[Word]) -> int | None:
    """Return the main predicate: not that of the words by which somebody is said to say it."""
    tops = [w for w in words if w.tag != "X" and w.kind != "sign" and (w.head < 0 or words[w.head].kind == "sign")]
    root = next((w.at for w in tops if w.tag in ("VERB", "AUX")), tops[0].at if tops else None)
    for _ in range(_DEEPEST):
        said = [w.at for w in words if w.head == root and w.relation in _SAID and w.kind != "sign"]
        if root is None or not said or words[root].low not in _SPEECH:
            break
        root = said[0]
    return root


def _further(words: Sequence[Word], root: int) -> Iterator[int]:
    """Yield the predicates that belong to the main one: what is planned or begun, and a second one that has a number of its own."""
    for word in words:
        if word.head != root or word.kind == "sign":
            continue
        if word.relation == "xcomp" or (
            word.relation == "conj"
            and any(w.head == word.at and w.relation.startswith("nsubj") and w.kind == "number" for w in words)
        ):
            yield word.at


def _arguments(line: Line, at: int) -> Iterator[Word]:
    """Yield the heads of a predicate's subjects and objects, and of what measures it ("by 12 percent")."""
    measured = _measured(line)
    for word in line.words:
        if word.head == at and word.kind != "sign":
            by = word.relation.startswith("obl") and word.at in measured and word.kind != "time"
            if word.relation in _ARGUMENTS or by:
                yield word


def _measured(line: Line) -> set[int]:
    return {at for amount in line.amounts if not amount.ordinal for at in line.words_in(amount)}


def _parts(line: Line, head: int) -> set[int]:
    """Return a noun with the words of its name, its number and what measures it ("a payment of 20 crowns")."""
    found, measured = {head}, _measured(line)
    for _ in range(3):
        found |= {
            w.at
            for w in line.words
            if w.head in found and w.kind != "sign" and (w.relation in _PARTS or (w.relation == "nmod" and w.at in measured))
        }
    return found
