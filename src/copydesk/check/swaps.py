"""Who did what to whom: two things that stand on the two sides of a verb may not change sides."""

from collections.abc import Iterator, Sequence

from copydesk.check.align import Alignment
from copydesk.check.finding import Finding
from copydesk.check.lexicon import DIRECTIONS, SAME_DIRECTION
from copydesk.check.lines import Line, Word

_REACH = 6  # words on each side of a verb
_ORDER = frozenset({"before", "after", "above", "below", "since", "until", "without", "with", "despite"})
_SIGNS = frozenset({",", ";", ":", ".", "“", "”", '"', "-", "–", "—", "(", ")"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "get", "got", "gets"})


def swaps(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each verb whose two sides are exchanged, and for each "from" that has become a "to"."""
    yield from _sides(alignment)
    yield from _directions(alignment)


def _sides(alignment: Alignment) -> Iterator[Finding]:
    line = alignment.line
    for word in line.content:
        link = alignment.links.get(word.at)
        if link is None or word.kind != "word" or word.tag not in ("VERB", "X", "AUX"):
            continue
        left = _partners(alignment, _side(line.words, word.at, -1), link.line)
        right = _partners(alignment, _side(line.words, word.at, 1), link.line)
        if not left or not right or min(left) <= link.at or max(right) >= link.at:
            continue
        other = alignment.grounding[link.line]
        if _passive(line.words, word.at) != _passive(other.words, link.at):
            continue
        their_left, their_right = _side(other.words, link.at, -1), _side(other.words, link.at, 1)
        if all(at in their_right for at in left) and all(at in their_left for at in right):
            text = line.text[line.words[max(0, word.at - _REACH)].start : line.words[min(len(line.words), word.at + _REACH) - 1].end]
            yield Finding("order", text, "contradicted", link.line)


def _side(words: Sequence[Word], at: int, step: int) -> tuple[int, ...]:
    """Return the names and nouns on one side of a verb, up to the next sign."""
    found: list[int] = []
    place = at + step
    while 0 <= place < len(words) and abs(place - at) <= _REACH and words[place].low not in _SIGNS:
        if words[place].content and words[place].kind in ("name", "word") and words[place].tag in ("NOUN", "PROPN", "X", "PRON"):
            found.append(place)
        place += step
    return tuple(found)


def _partners(alignment: Alignment, places: Sequence[int], line: int) -> tuple[int, ...]:
    links = [alignment.links.get(at) for at in places]
    return tuple(link.at for link in links if link and link.line == line)


def _passive(words: Sequence[Word], at: int) -> bool:
    """Return whether a verb is built with "be": its sides are the other way round."""
    by = any(word.low == "by" for word in words[at + 1 : at + 4])
    return by or (words[at].low.endswith(("ed", "en")) and any(word.low in _BE for word in words[max(0, at - 3) : at]))


def _directions(alignment: Alignment) -> Iterator[Finding]:
    line = alignment.line
    for word in line.content:
        link = alignment.links.get(word.at)
        if link is None:
            continue
        ours = preposition(line, word.at)
        theirs = preposition(alignment.grounding[link.line], link.at)
        if word.kind == "word" and not {ours, theirs} <= _ORDER:
            continue
        if ours and theirs and ours != theirs and not any(ours in same and theirs in same for same in SAME_DIRECTION):
            yield Finding("order", f"{ours} {line.text[word.start : word.end]}", "contradicted", link.line)


def preposition(line: Line, at: int) -> str | None:
    """Return the directing preposition of the phrase a word stands in, where it stands close before."""
    for word in reversed(line.words[max(0, at - 4) : at]):
        if word.low in DIRECTIONS:
            return word.low
        if word.tag in ("VERB", "AUX") or word.low in _SIGNS or word.low in ("and", "or", "of", "in", "on", "at"):
            return None
    return None
