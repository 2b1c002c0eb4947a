"""Words that one article puts in quotation marks and another says itself: then the article is quoted, not a speaker.

A statement or a speech that some newsroom prints without quotation marks speaks in the first person; such sentences are left out.
"""

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
    silent = ~_speaking(other)[other.places[theirs]]
    starts, theirs = starts[silent], theirs[silent]
    edges = np.flatnonzero(np.diff(starts, prepend=-2, append=-2) != 1)  # where a stretch begins; the last: behind the last
    sizes = np.diff(edges) + RUN - 1
    inside = np.repeat(sizes >= _SHORTEST, np.diff(edges))
    pairs = set(zip(one.places[starts[inside]].tolist(), other.places[theirs[inside]].tolist(), strict=True))
    return Cited(int(sizes.max(initial=0)), tuple(sorted(pairs))) if pairs else NOT_CITED


def _speaking(one: Prose) -> NDArray[np.bool_]:
    """Return which sentences say "I" or "we" outside quotation marks."""
    at = one.places[np.isin(one.hashes, _SPEAKING) & ~one.quoted]
    return np.asarray(np.bincount(at, minlength=len(one.sentences)) > 0, np.bool_)
