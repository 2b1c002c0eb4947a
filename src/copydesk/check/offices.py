"""Who holds the office that a sentence gives somebody: it rests on the office of that one, not on somebody else's."""

from collections.abc import Iterator, Sequence

from copydesk.check.align import Alignment
from copydesk.check.finding import Finding
from copydesk.check.words import Word
from copydesk.text.roles import OFFICES
from copydesk.text.words import word_set

_COMING_TO = word_set(
    "become became becomes becoming named elected appointed serves served serving remains remained made works worked"
)
_LONGEST = 8  # words from a name to the office set behind it, and back


def offices(alignment: Alignment, settled: frozenset[int]) -> Iterator[Finding]:
    """Yield a finding for each office that a sentence gives one person and its grounding another.

    Args:
        alignment: A sentence and its grounding.
        settled: Indices of words whose office was looked at beside their name.
    """
    line = alignment.line
    for word in line.content:
        link = alignment.links.get(word.at)
        if link is None or word.low not in OFFICES or word.at in settled:
            continue
        one, other = holder(line.words, word.at), holder(alignment.grounding[link.line].words, link.at)
        if one is None or other is None or _same(alignment, one, link.line, other) or _held_elsewhere(alignment, word, one):
            continue
        article = alignment.grounding[link.line].article
        name = alignment.links.get(one)
        here = name is not None and alignment.grounding[name.line].article == article
        first, last = sorted((one, word.at))
        yield Finding("role", line.between(first, last), "contradicted" if here else "missing", link.line)


def held_alike(alignment: Alignment) -> Iterator[int]:
    """Yield the words of names that have the same office in the grounding: "the mayor, Ana Velde" is "Ana Velde, the mayor"."""
    line = alignment.line
    for word in line.content:
        link = alignment.links.get(word.at) if word.low in OFFICES else None
        one = holder(line.words, word.at) if link else None
        other = holder(alignment.grounding[link.line].words, link.at) if link else None
        if link and one is not None and other is not None and _same(alignment, one, link.line, other):
            yield from (at for at, unit in line.units.items() if unit == line.units.get(one))


def holder(words: Sequence[Word], at: int) -> int | None:
    """Return the last word of the name of who holds an office; None where that is not said beside it."""
    found = _titled(words, at)
    if found is None:
        found = _set_behind(words, at)
    if found is None:
        found = _set_before(words, at)
    return _being(words, at) if found is None else found


def _named(word: Word) -> bool:
    return word.kind == "name" and word.low not in OFFICES


def _last(words: Sequence[Word], at: int) -> int:
    while at + 1 < len(words) and _named(words[at + 1]):
        at += 1
    return at


def _titled(words: Sequence[Word], at: int) -> int | None:
    """Read "Mayor Ana Velde", "coach Ivo Mann"."""
    while at + 1 < len(words) and words[at + 1].low in OFFICES:
        at += 1
    return _last(words, at + 1) if at + 1 < len(words) and _named(words[at + 1]) else None


def _set_behind(words: Sequence[Word], at: int) -> int | None:
    """Read "the mayor of Quist, Ana Velde,"."""
    comma = next((w.at for w in words[at + 1 : at + 1 + _LONGEST] if w.kind == "sign" and w.low != "-"), None)
    if comma is None or words[comma].low != "," or comma + 1 >= len(words) or not _named(words[comma + 1]):
        return None
    if any(w.tag in ("VERB", "AUX") for w in words[at + 1 : comma]):
        return None
    last = _last(words, comma + 1)
    return last if last + 1 >= len(words) or words[last + 1].kind == "sign" else None


def _set_before(words: Sequence[Word], at: int) -> int | None:
    """Read "Ana Velde, mayor of Quist," and "Ana Velde, Quist's mayor,"."""
    for word in reversed(words[max(0, at - _LONGEST) : at]):
        if word.low == ",":
            return word.at - 1 if word.at and _named(words[word.at - 1]) else None
        if word.kind == "sign" or word.tag in ("VERB", "AUX"):
            return None
    return None


def _being(words: Sequence[Word], at: int) -> int | None:
    """Read "Ana Velde is the mayor", "the mayor is Ana Velde", "she was elected mayor", "serves as mayor"."""
    word = words[at]
    if word.relation.startswith("nsubj") and word.head >= 0 and _named(words[word.head]):
        linked = any(w.head == word.head and w.relation == "cop" for w in words)
        return _last(words, word.head) if linked else None
    verb = at if any(w.head == at and w.relation == "cop" for w in words) else word.head
    if verb < 0 or (verb != at and words[verb].low not in _COMING_TO):
        return None
    subject = next((w.at for w in words if w.head == verb and w.relation in ("nsubj", "nsubj:pass") and _named(w)), None)
    return _last(words, subject) if subject is not None else None


def _same(alignment: Alignment, one: int, index: int, other: int) -> bool:
    """Return whether a name rests on another one, or means whom that means."""
    line, theirs = alignment.line, alignment.grounding[index]
    if line.words[one].low == theirs.words[other].low or other in theirs.meant.get(line.words[one].low, ()):
        return True
    link = alignment.links.get(one)
    return link is not None and (link.line, link.at) == (index, other)


def _held_elsewhere(alignment: Alignment, word: Word, one: int) -> bool:
    """Return whether another place of the grounding gives the office to the one whom the sentence gives it to."""
    for index, theirs in enumerate(alignment.grounding):
        for at in {at for key in word.keys for at in theirs.by_key.get(key, ())}:
            other = holder(theirs.words, at)
            if other is not None and _same(alignment, one, index, other):
                return True
    return False
