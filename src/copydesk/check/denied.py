"""What a "no" or "not" denies beside the words behind it.

"Reached no deal", "no deal was reached" and "did not reach a deal" say one thing; so do "found not guilty" and "not found guilty".
"""

from collections.abc import Iterator, Sequence

from copydesk.check.lexicon import DIRECTIONS
from copydesk.check.words import Word

_REACH = 6  # words between what is denied and what is denied with it
_NOT = frozenset({"not", "n't", "never"})
_NOBODY = frozenset({"none", "nobody", "nothing", "neither"})
_CORE = frozenset({"nsubj", "nsubj:pass", "obj"})
# Stems of verbs by which somebody is held to be something, and what for: to deny either is to deny the other.
_HOLDING = frozenset({"find", "found", "hold", "held", "deem", "declar", "judg", "rul", "consider"})
_VERDICTS = frozenset(
    {"guilty", "liable", "responsible", "innocent", "fit", "unfit", "negligent", "culpable", "accountable", "safe", "legal"}
)


def denied_with(words: Sequence[Word], at: int, focus: tuple[int, ...]) -> Iterator[int]:
    """Yield what else a word denies: the verb of "reached no deal", the verdict of "did not find her guilty".

    Args:
        words: The words of a sentence.
        at: Index of a "not" or "no".
        focus: Indices of the words that it stands before.
    """
    if not focus:
        return
    noun = words[at] if words[at].low in _NOBODY else words[focus[-1]] if words[at].low == "no" else None
    if noun is not None and noun.relation in _CORE and noun.head >= 0 and not _apart(words, noun.at, noun.head):
        yield noun.head
    if words[at].low in _NOT and not _HOLDING.isdisjoint(words[focus[-1]].keys):
        yield from _held_to_be(words, focus[-1])


def _apart(words: Sequence[Word], one: int, other: int) -> bool:
    """Return whether a noun stands far from its verb or in another clause, where a parse may err, or its verb states nothing."""
    first, last = sorted((one, other))
    stating = words[other].tag == "VERB" and words[other].content
    return not stating or last - first > _REACH or any(word.kind == "sign" for word in words[first:last])


def _held_to_be(words: Sequence[Word], verb: int) -> Iterator[int]:
    """Yield the adjective that says what somebody is held to be; one before a noun tells whom instead."""
    for word in words[verb + 1 : verb + 1 + _REACH]:
        if word.kind == "sign" or word.tag in ("VERB", "AUX", "SCONJ") or word.low in DIRECTIONS:
            return
        behind = words[word.at + 1] if word.at + 1 < len(words) else None
        if word.low in _VERDICTS and (behind is None or behind.tag not in ("NOUN", "PROPN")):
            yield word.at
            return
