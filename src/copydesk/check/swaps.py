"""Who did what to whom: two things that stand on the two sides of a verb may not change sides."""

from collections.abc import Iterator, Sequence

from copydesk.check.align import Alignment, Link
from copydesk.check.finding import Finding
from copydesk.check.lexicon import DIRECTIONS, NEUTRAL_SPEECH, SAME_DIRECTION
from copydesk.check.lines import Line, Word

_REACH = 6  # words on each side of a verb
_ORDER = frozenset({"before", "after", "above", "below", "since", "until", "without", "with", "despite"})
_TURNED = {"before": "after", "after": "before", "above": "below", "below": "above"}
_TURN_REACH = 3  # words behind a partner in which its turned word is looked for
_VERBS = ("VERB", "X")
_SIGNS = frozenset({",", ";", ":", ".", "“", "”", '"', "--", "–", "—", "(", ")"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "get", "got", "gets"})


def swaps(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each verb whose two sides are exchanged, and for each "from" that has become a "to"."""
    yield from _sides(alignment)
    yield from _directions(alignment)
    yield from _turned(alignment)


def _sides(alignment: Alignment) -> Iterator[Finding]:
    line = alignment.line
    for word in line.content:
        link = alignment.links.get(word.at)
        if link is None or word.kind != "word" or word.low in NEUTRAL_SPEECH:
            continue
        other = alignment.grounding[link.line].words
        if (word.tag not in _VERBS and other[link.at].tag not in _VERBS) or _passive(line.words, word.at) != _passive(
            other, link.at
        ):
            continue
        pairs = ((_beside(line.words, word.at, -1), _beside(line.words, word.at, 1)), _arguments(line.words, word.at))
        if any(_crossed(alignment, pair, link) for pair in pairs):
            text = line.text[
                line.words[max(0, word.at - _REACH)].start : line.words[min(len(line.words), word.at + _REACH) - 1].end
            ]
            yield Finding("order", text, "contradicted", link.line)


def _crossed(alignment: Alignment, pair: tuple[int | None, int | None], verb: Link) -> bool:
    """Return whether what stands left of a verb rests on what stands right of its partner, and the other way round."""
    left, right = (_partner(alignment, at, verb) for at in pair)
    if left is None or right is None or not right < verb.at < left:
        return False
    words = alignment.grounding[verb.line].words
    near = left - verb.at <= _REACH and verb.at - right <= _REACH and not _parted(words, right, left)
    return near or _arguments(words, verb.at) == (right, left)


def _arguments(words: Sequence[Word], at: int) -> tuple[int | None, int | None]:
    """Return subject and object that the parse gives a verb."""
    subject = next((w.at for w in words if w.head == at and w.relation == "nsubj" and w.at < at), None)
    thing = next((w.at for w in words if w.head == at and w.relation == "obj" and w.at > at), None)
    return subject, thing


def _beside(words: Sequence[Word], at: int, step: int) -> int | None:
    """Return the nearest noun or name to one side of a verb, up to the next sign."""
    place = at + step
    while 0 <= place < len(words) and abs(place - at) <= _REACH and words[place].low not in _SIGNS:
        if words[place].kind in ("name", "word") and words[place].tag in ("NOUN", "PROPN", "X"):
            return place
        place += step
    return None


def _partner(alignment: Alignment, at: int | None, verb: Link) -> int | None:
    link = alignment.links.get(at) if at is not None else None
    return link.at if link and link.line == verb.line and not link.meant else None


def _parted(words: Sequence[Word], start: int, end: int) -> bool:
    """Return whether a sign stands between two words: what it parts belongs to different clauses."""
    return any(word.low in _SIGNS for word in words[start:end])


def _passive(words: Sequence[Word], at: int) -> bool:
    """Return whether a verb is built with "be": its sides are the other way round."""
    by = any(word.low == "by" for word in words[at + 1 : at + 4])
    return by or (
        words[at].low.endswith(("ed", "en")) and any(word.low in _BE and word.tag != "PART" for word in words[max(0, at - 3) : at])
    )


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


def _turned(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each "before" in whose place the grounding has "after", and the other way round."""
    words = alignment.line.words
    for word in words:
        other = _TURNED.get(word.low)
        left = next((alignment.links[w.at] for w in reversed(words[: word.at]) if w.at in alignment.links), None) if other else None
        if left is None:
            continue
        theirs = alignment.grounding[left.line].words[left.at + 1 : left.at + 1 + _TURN_REACH]
        ahead = [w.low for w in theirs]
        if other in ahead and word.low not in ahead:
            yield Finding("order", word.low, "contradicted", left.line)


def preposition(line: Line, at: int) -> str | None:
    """Return the directing preposition of the phrase a word stands in, where it stands close before."""
    for word in reversed(line.words[max(0, at - 4) : at]):
        if word.low in DIRECTIONS:
            return word.low
        if word.tag in ("VERB", "AUX") or word.low in _SIGNS or word.low in ("and", "or", "of", "in", "on", "at"):
            return None
    return None
