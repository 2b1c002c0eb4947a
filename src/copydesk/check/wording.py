"""All other words: each that states something has to be found, if only in another form or a synonym."""

from collections.abc import Iterator

from copydesk.check.align import Alignment
from copydesk.check.config import CheckConfig
from copydesk.check.finding import Finding
from copydesk.check.forms import opposites
from copydesk.check.lines import Word
from copydesk.text.roles import OFFICES
from copydesk.text.units import UNITS


def wording(alignment: Alignment, answered: frozenset[int], config: CheckConfig) -> Iterator[Finding]:
    """Yield a finding for the words of a sentence that no other part of `check` answers for.

    Args:
        alignment: A sentence and its grounding.
        answered: Indices of the words that others answer for.
        config: How many light words may be missing.
    """
    line = alignment.line
    asked = [word for word in line.content if word.at not in answered]
    lost = [word for word in asked if word.at not in alignment.links]
    held = [alignment.links[word.at].line for word in asked if word.at in alignment.links]
    whole = sum(word.weight for word in line.content)
    grave = [word for word in lost if not _is_light(word)]
    if held:
        yield Finding(
            "words",
            _shown(alignment, [w for w in asked if w.at in alignment.links]),
            "found",
            max(set(held), key=lambda h: (held.count(h), -h)),
        )
    for word in lost:
        against = _opposite(alignment, word)
        if against >= 0:
            yield Finding("words", word.low, "contradicted", against)
        elif word in grave or sum(w.weight for w in lost) > config.light_words * whole:
            yield Finding("words", line.text[word.start : word.end], "missing")


def _is_light(word: Word) -> bool:
    return word.kind == "word" and word.low not in OFFICES and word.low not in UNITS


def _opposite(alignment: Alignment, word: Word) -> int:
    """Return the sentence of the grounding that says the opposite of a word, in a place nothing rests on; -1 for none."""
    table = opposites()
    against = frozenset(other for key in word.keys for other in table.get(key, ()))
    if not against:
        return -1
    for index, line in enumerate(alignment.grounding):
        for other in line.content:
            if not alignment.resting_on(index, other.at) and any(key in against for key in other.keys):
                return index
    return -1


def _shown(alignment: Alignment, words: list[Word]) -> str:
    """Return the words looked for, as the sentence says them."""
    return " ".join(alignment.line.text[word.start : word.end] for word in words)
