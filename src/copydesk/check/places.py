"""What stands in a word's place: where the words around it meet the article, the article may have another word between them."""

from collections.abc import Iterator, Sequence

from copydesk.check.align import Alignment, Link
from copydesk.check.finding import Finding
from copydesk.check.words import Word

_REACH = 3  # words that state something, to each side, in which a partner is looked for
_BESIDE = 2
_SURE = 0.8  # strength of a link from which on a word has a place of its own
_WIDEST = 8  # words of the article between the partners


def displaced(alignment: Alignment, settled: frozenset[int]) -> Iterator[Finding]:
    """Yield a finding for each word that rests on another place, while in its own the article has a different word of its kind.

    "A prosecutor sentenced the man" rests, word by word, on "A judge sentenced the man whom the prosecutor …"; in the place of
    "prosecutor" stands "judge".

    Args:
        alignment: The sentence and its grounding.
        settled: Indices of words whose place others have looked at.
    """
    content = alignment.line.content
    for order, word in enumerate(content):
        link = alignment.links.get(word.at)
        if link is None or word.at in settled or link.strength < _SURE:
            continue
        left = _neighbour(alignment, order, -1)
        right = _neighbour(alignment, order, 1)
        taken = _between(alignment, word, link, left, right) if left and right else _at_the_edge(alignment, word, link, left, right)
        if taken is not None:
            other = alignment.grounding[taken[0]].words[taken[1]]
            if other.low == word.low:
                continue
            there = alignment.grounding[taken[0]].between(other.at, other.at)
            yield Finding(_kind(word), alignment.line.text[word.start : word.end], "contradicted", taken[0], instead=there)


def _by(alignment: Alignment, link: Link) -> bool:
    """Return whether a word rests on who did it in a passive: that one stands behind the verb, not before it."""
    words = alignment.grounding[link.line].words
    return any(word.low == "by" for word in words[max(0, link.at - _BESIDE) : link.at])


def _kind(word: Word) -> str:
    return {"name": "name", "number": "number", "time": "date"}.get(word.kind, "words")


def _neighbour(alignment: Alignment, order: int, step: int) -> Link | None:
    """Return what the nearest word to one side rests on, if it is near enough and rests on anything."""
    content, units = alignment.line.content, alignment.line.units
    seen = 0
    for word in content[order + 1 :] if step > 0 else reversed(content[:order]):
        if units[word.at] == units[content[order].at]:
            continue
        seen += 1
        if word.at in alignment.links:
            return alignment.links[word.at]
        if seen == _REACH:
            break
    return None


def _at_the_edge(alignment: Alignment, word: Word, link: Link, left: Link | None, right: Link | None) -> tuple[int, int] | None:
    """Return where another word stands right beside the partner of the only neighbour of a first or last word."""
    beside = left or right
    if beside is None or _by(alignment, link) or word.relation == "nsubj:pass":
        return None
    words = alignment.grounding[beside.line].words
    following = words[beside.at + 1 :] if left else reversed(words[: beside.at])
    other = next((w for w in following if w.content), None)
    if other is None or any(not w.content and w.kind == "sign" for w in words[min(other.at, beside.at) : max(other.at, beside.at)]):
        return None
    ahead = link.at - beside.at if left else beside.at - link.at
    if (link.line == beside.line and 0 < ahead <= _WIDEST) or abs(other.at - beside.at) > _BESIDE:
        return None
    same_kind = other.kind == word.kind and other.tag == word.tag
    return (beside.line, other.at) if same_kind and not alignment.resting_on(beside.line, other.at) else None


def _between(alignment: Alignment, word: Word, link: Link, left: Link, right: Link) -> tuple[int, int] | None:
    """Return where in the grounding another word stands in this one's place, as sentence and word; None where none does."""
    if left.line != right.line or not 0 < right.at - left.at <= _WIDEST:
        return None
    words = alignment.grounding[left.line].words
    if link.line == left.line and left.at < link.at < right.at + _BESIDE:  # in its place, or right behind it
        return None
    if link.line == left.line and (_one_phrase(words, link.at, left.at) or _one_phrase(words, link.at, right.at)):
        return None
    for other in words[left.at + 1 : right.at]:
        same_kind = other.kind == word.kind and (other.kind != "word" or other.tag == word.tag)
        if same_kind and not alignment.resting_on(left.line, other.at):
            return left.line, other.at
    return None


def _one_phrase(words: Sequence[Word], one: int, other: int) -> bool:
    """Return whether two words stand in one phrase, in whatever order: "the end of the year" in "by year's end"."""
    between = words[min(one, other) + 1 : max(one, other)]
    return len(between) <= _BESIDE and not any(w.kind == "sign" or w.tag in ("VERB", "AUX") for w in between)
