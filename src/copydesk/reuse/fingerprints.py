"""Words -> fingerprints: winnowed hashes of runs of words, by which texts that share a run find each other.

Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003) keeps the smallest hash of every window: any `run + window - 1` words that
two texts share leave at least one fingerprint with both.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.compiled import compiled
from copydesk.reuse.words import Flags, Numbers, Words

Hashes = NDArray[np.uint64]

VERSION = "winnowed-1"

# What a text offers to the index.
OWN, ONLY_QUOTES, SHORT, EMPTY = range(4)

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


class Fingerprints(NamedTuple):
    """Fingerprints of some texts.

    Attributes:
        hashes: The fingerprints, one text behind the other; one that a text has twice may stand twice.
        texts: Number of the text that each belongs to.
        basis: Of each text on what they rest: `OWN` words, `ONLY_QUOTES` where there are not enough of these, `SHORT`: the text as
            a whole, which is shorter than a run, `EMPTY`: none.
    """

    hashes: Hashes
    texts: Numbers
    basis: NDArray[np.uint8]


def fingerprints_of(words: Words, run: int, window: int) -> Fingerprints:
    """Return the fingerprints of texts.

    Quoted words are left out, because reports that quote the same words do not rest on each other; of a text that is little else
    they are taken, and its basis says so.

    Args:
        words: The words.
        run: Words per hash, at least 2.
        window: Hashes per window, at least 1.
    """
    room = len(words.hashes) + len(words.bounds)
    hashes, texts = np.empty(room, np.uint64), np.empty(room, np.uint32)
    basis = np.empty(len(words.bounds) - 1, np.uint8)
    runs = np.empty(int(np.diff(words.bounds).max(initial=0)), np.uint64)
    count = _all(words, run, window, runs, hashes, texts, basis)
    return Fingerprints(hashes[:count].copy(), texts[:count].copy(), basis)


@compiled
def runs_of(words: Numbers, run: int) -> Hashes:  # pragma: no cover -- compiled, as are all functions below
    """Return the hash of every run of words of one text, in order.

    Args:
        words: Hashes of the words.
        run: Words of a run, at least 1; a text with fewer has none.
    """
    hashes = np.empty(len(words), np.uint64)
    count = _own_runs(words, np.zeros(len(words), np.bool_), run, hashes)
    return hashes[:count]


@compiled
def _all(  # pragma: no cover
    words: Words, run: int, window: int, runs: Hashes, hashes: Hashes, texts: Numbers, basis: NDArray[np.uint8]
) -> int:
    """Fill the arrays; return how many fingerprints there are."""
    count = 0
    for text in range(len(words.bounds) - 1):
        first, end = words.bounds[text], words.bounds[text + 1]
        before = count
        if end - first >= run:
            basis[text] = OWN
            own = _own_runs(words.hashes[first:end], words.quoted[first:end], run, runs)
            if own == 0:
                basis[text] = ONLY_QUOTES
                own = _own_runs(words.hashes[first:end], np.zeros(end - first, np.bool_), run, runs)
            count = _winnowed(runs[:own], window, hashes, count)
        elif end > first:
            basis[text] = SHORT
            hashes[count] = _finished(_sum(words.hashes, first, end))
            count += 1
        else:
            basis[text] = EMPTY
        texts[before:count] = text
    return count


@compiled
def _own_runs(words: Numbers, quoted: Flags, run: int, runs: Hashes) -> int:  # pragma: no cover
    """Write down the hashes of the runs of words of which none is quoted; return how many there are."""
    oldest = np.uint64(1)
    for _ in range(run):
        oldest *= _MULTIPLIER
    rolling, own, count = np.uint64(0), 0, 0
    for at in range(len(words)):
        rolling = rolling * _MULTIPLIER + np.uint64(words[at])
        if at >= run:
            rolling -= oldest * np.uint64(words[at - run])
        own = 0 if quoted[at] else own + 1
        if own >= run:
            runs[count] = _finished(rolling)
            count += 1
    return count


@compiled
def _winnowed(runs: Hashes, window: int, hashes: Hashes, count: int) -> int:  # pragma: no cover
    """Write down the smallest hash of every window, of equals the first, or of all where there is no whole window.

    Returns:
        How many hashes there are now.
    """
    smallest, kept = 0, -1
    for at in range(len(runs)):
        if smallest <= at - window:
            smallest = at - window + 1
            for later in range(smallest + 1, at + 1):
                if runs[later] < runs[smallest]:
                    smallest = later
        elif runs[at] < runs[smallest]:
            smallest = at
        if smallest != kept and (at >= window - 1 or at == len(runs) - 1):
            hashes[count] = runs[smallest]
            count += 1
            kept = smallest
    return count


@compiled
def _sum(words: Numbers, first: int, end: int) -> np.uint64:  # pragma: no cover
    """Return the sum that stands for a run of words."""
    total = np.uint64(0)
    for at in range(first, end):
        total = total * _MULTIPLIER + np.uint64(words[at])
    return total


@compiled
def _finished(total: np.uint64) -> np.uint64:  # pragma: no cover
    """Spread a sum over all 64 bits (the finishing step of splitmix64, Steele et al. 2014)."""
    spread = (total ^ (total >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    spread = (spread ^ (spread >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return spread ^ (spread >> np.uint64(31))
