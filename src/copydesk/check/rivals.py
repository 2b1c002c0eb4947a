"""Which other numbers of an article may stand where a sentence has one: of the same kind, of the same verb."""

from collections.abc import Iterator, Sequence

from copydesk.check.align import Alignment
from copydesk.check.amounts import equal, same_thing
from copydesk.check.lines import Line
from copydesk.check.manner import manner_of
from copydesk.records import AmountMark
from copydesk.spans import contains

# From a number to the verb of which it, or the noun it counts, is the subject or object.
_STEPS = 3
_CORE_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj"})
_IN_PHRASE = frozenset({"nummod", "compound", "flat"})


def number_words(line: Line, amount: AmountMark) -> tuple[int, ...]:
    """Return the indices of the numbers of an amount, without its noun."""
    return tuple(at for at in line.words_in(amount) if line.words[at].kind == "number")


def understood(alignment: Alignment) -> Iterator[int]:
    """Yield the numbers of a sentence that rest on one whose noun is left unsaid: what stands before that noun is another."""
    for amount in alignment.line.amounts:
        for at in number_words(alignment.line, amount):
            link = alignment.links.get(at)
            other = alignment.grounding[link.line] if link else None
            if link and other and any(is_understood(amount, a, other) and contains(a, other.words[link.at]) for a in other.amounts):
                yield at


def is_understood(amount: AmountMark, theirs: AmountMark, other: Line) -> bool:
    """Return whether a number counts what the one before it counts, left unsaid: "24 people were killed and 1,200 hurt"."""
    if theirs.what is not None or theirs.unit is not None or amount.what is None:
        return False
    before = [a for a in other.amounts if a.end <= theirs.start and a.unit is None and not a.ordinal]
    return bool(before) and before[-1].what == amount.what


def of_its_verb(alignment: Alignment, amount: AmountMark, words: tuple[int, ...]) -> tuple[int, tuple[int, ...]] | None:
    """Return another number that the grounding has where a sentence has this one: of the same verb, this one being of another.

    "24 people were hurt" has both its words in "24 people were killed and 1,200 hurt".
    """
    verb = verb_of(alignment.line, words)
    link = alignment.links.get(verb) if verb is not None else None
    if link is None:
        return None
    other = alignment.grounding[link.line]
    manner = manner_of(alignment.line, words)[0]
    told = [(a, number_words(other, a)) for a in other.amounts if a.unit == amount.unit and not a.ordinal]
    told = [(a, places) for a, places in told if manner_of(other, places)[0] == manner]
    same = [verb_of(other, places) for a, places in told if equal(a, amount)]
    others = [places for a, places in told if not equal(a, amount) and places and verb_of(other, places) == link.at]
    return (link.line, others[0]) if same and None not in same and link.at not in same and len(others) == 1 else None


def verb_of(line: Line, words: Sequence[int]) -> int | None:
    """Return the verb of which a number, or the noun that it counts, is the subject or object; None where there is none."""
    at = words[0] if words else -1
    for _ in range(_STEPS):
        if at < 0:
            return None
        word = line.words[at]
        if word.relation in _CORE_ARGUMENTS or (word.relation == "nummod" and line.words[word.head].tag == "VERB"):
            return word.head
        if word.relation not in _IN_PHRASE:
            return None
        at = word.head
    return None


def rivals(
    alignment: Alignment, amount: AmountMark, words: Sequence[int], score: float
) -> tuple[list[tuple[int, tuple[int, ...]]], float, list[tuple[int, tuple[int, ...]]]]:
    """Return the other amounts of its kind, the score they have to beat, and which of them leave unsaid what they count."""
    places = _places(alignment, amount, words)
    unsaid = [
        (index, number_words(other, theirs))
        for index, other in enumerate(alignment.grounding)
        for theirs in other.amounts
        if is_understood(amount, theirs, other)
    ]
    return places, score, unsaid


def _places(alignment: Alignment, amount: AmountMark, words: Sequence[int]) -> list[tuple[int, tuple[int, ...]]]:
    """Return the amounts of the grounding that count the same kind of thing in the same way with another number."""
    manner = manner_of(alignment.line, words)[0]
    return [
        (index, number_words(other, theirs))
        for index, other in enumerate(alignment.grounding)
        for theirs in other.amounts
        if theirs.unit == amount.unit
        and not equal(theirs, amount)
        and theirs.ordinal == amount.ordinal
        and (theirs.what is None or amount.what is None or same_thing(amount, theirs))
        and manner_of(other, number_words(other, theirs))[0] == manner
    ]
