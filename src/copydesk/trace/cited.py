"""Words that one article puts in quotation marks and another says itself: then the article is quoted, not a speaker.

A statement or a speech that some newsroom prints without quotation marks speaks in the first person, and one whose closing mark is
missing stands behind an opening one; such words are left out.
"""

from itertools import pairwise

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.text.shingles import common, word_hash
from copydesk.trace.prose import RUN, Prose

_SHORTEST = 10  # words in a row; shorter ones a speaker may have in common with a reporter
_SPEAKING = np.array([word_hash(word) for word in ("i", "im", "ive", "my", "we", "weve", "our", "us")], np.uint64)


class Cited(msgspec.Struct, frozen=True):
    """What one article quotes from another's own words.

    Attributes:
        words: Length of the longest such stretch; 0 where none is long enough.
        sentences: Sentence of the one with the quote, sentence of the other that says it itself.
    """

    words: int = 0
    sentences: tuple[tuple[int, int], ...] = ()


NOT_CITED = Cited()


def cited(one: Prose, other: Prose) -> Cited:
    """Return what one article quotes from another's own words.

    Args:
        one: The article that quotes.
        other: The article that may be quoted.
    """
    here, there = common(one.quoted_runs.hashes, other.runs.known)
    if len(here) <= _SHORTEST - RUN:
        return NOT_CITED
    starts, theirs = one.quoted_runs.starts[here], other.runs.starts[other.runs.first[there]]
    edges = np.flatnonzero(np.diff(starts, prepend=-2, append=-2) != 1).tolist()  # where a stretch begins; last: behind the last
    long = [(first, last) for first, last in pairwise(edges) if last - first + RUN - 1 >= _SHORTEST]
    kept = [(first, last) for first, last in long if not _spoken(other, theirs[first:last])]
    pairs = {(int(one.places[starts[at]]), int(other.places[theirs[at]])) for first, last in kept for at in range(first, last)}
    return Cited(max((last - first + RUN - 1 for first, last in kept), default=0), tuple(sorted(pairs)))


def _spoken(one: Prose, words: NDArray[np.intp]) -> bool:
    """Return whether some words of an article are a speaker's, though no pair of quotation marks holds them."""
    sentences = np.unique(one.places[words])
    inside = np.isin(one.places, sentences) & ~one.quoted
    if np.isin(one.hashes[inside], _SPEAKING).any():
        return True
    block = one.marked.article.blocks[one.sentences[int(sentences[0])].block]
    before = one.marked.article.text[block.start : int(one.starts[words[0]])]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
