"""All other words: each that states something has to be found, if only in another form or a synonym."""

from collections.abc import Iterator

from copydesk.check.align import Alignment
from copydesk.check.config import CheckConfig
from copydesk.check.finding import Finding
from copydesk.check.forms import opposites
from copydesk.check.words import Word
from copydesk.text.roles import OFFICES
from copydesk.text.units import UNITS

# Stems of verbs that say little but that what stands on their two sides belongs together.
_JOINING = frozenset({"involv", "cost", "bring", "put", "total", "amount", "includ", "compris", "see"})


def wording(alignment: Alignment, answered: frozenset[int], config: CheckConfig) -> Iterator[Finding]:
    """Yield a finding for the words of a sentence that no other part of `check` answers for.

    Args:
        alignment: A sentence and its grounding.
        answered: Indices of the words that others answer for.
        config: How many light words may be missing.
    """
    line = alignment.line
    asked = [word for word in line.content if word.at not in answered]
    lost = [word for word in asked if word.at not in alignment.links and not _joins(alignment, word)]
    held = [alignment.links[word.at].line for word in asked if word.at in alignment.links]
    whole = sum(word.weight for word in line.content)
    grave = [word for word in lost if not is_light(word)]
    if held:
        yield Finding(
            "words",
            _shown(alignment, [w for w in asked if w.at in alignment.links]),
            "found",
            max(set(held), key=lambda h: (held.count(h), -h)),
        )
    for word in lost:
        against = _opposite(alignment, word)
        if against:
            index, at = against
            yield Finding("words", word.low, "contradicted", index, instead=alignment.grounding[index].between(at, at))
        elif word in grave or sum(w.weight for w in lost) > config.light_words * whole:
            yield Finding("words", line.text[word.start : word.end], "missing")


def _joins(alignment: Alignment, word: Word) -> bool:
    """Return whether a word only ties together what the words beside it say: "a trial *involving* 9,000 adults"."""
    if word.tag not in ("VERB", "X") or _JOINING.isdisjoint(word.keys):
        return False
    content = alignment.line.content
    order = next(i for i, other in enumerate(content) if other.at == word.at)
    beside = content[max(0, order - 1) : order] + content[order + 1 : order + 2]
    return len(beside) == 2 and all(other.at in alignment.links for other in beside)


def is_light(word: Word) -> bool:
    """Return whether a word is only a word: no name, number or day, no office, no unit."""
    return word.kind == "word" and word.low not in OFFICES and word.low not in UNITS


def _opposite(alignment: Alignment, word: Word) -> tuple[int, int] | None:
    """Return where the grounding says the opposite of a word, in a place nothing rests on, as sentence and word."""
    table = opposites()
    against = frozenset(other for key in word.keys for other in table.get(key, ()))
    if not against:
        return None
    for index, line in enumerate(alignment.grounding):
        for other in line.content:
            if not alignment.resting_on(index, other.at) and any(key in against for key in other.keys):
                return index, other.at
    return None


def _shown(alignment: Alignment, words: list[Word]) -> str:
    """Return the words looked for, as the sentence says them."""
    return " ".join(alignment.line.text[word.start : word.end] for word in words)
