"""Passages of pairs of texts -> links: which pairs share enough, and of what kind each is."""

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.reuse.config import ReuseConfig
from copydesk.reuse.fingerprints import OWN
from copydesk.reuse.passages import FEWEST, Passages, Places, Texts, own_words, passages_of
from copydesk.reuse.postings import UNKNOWN

COPY, EDITED, PARTIAL = range(3)
KINDS: tuple[Literal["copy", "edited", "partial"], ...] = ("copy", "edited", "partial")


class Facts(NamedTuple):
    """What is known of texts beside their words.

    Attributes:
        outlets: Number of each one's outlet, `UNKNOWN` where it is not known.
        basis: On what its fingerprints rest.
    """

    outlets: NDArray[np.uint32]
    basis: NDArray[np.uint8]


class Links(NamedTuple):
    """Links between texts, as columns.

    Attributes:
        pairs: Numbers of the two texts, shape (links, 2).
        kinds: `COPY`, `EDITED` or `PARTIAL`.
        certain: Whether one rests on the other for sure, or only perhaps: texts of a few words, and texts that are all quotes.
        shares: Share in [0, 1] of the own words of each of the two that stand in the other, shape (links, 2).
        passages: Their passages.
    """

    pairs: Places
    kinds: NDArray[np.uint8]
    certain: NDArray[np.bool_]
    shares: NDArray[np.float32]
    passages: Passages


def links_of(texts: Texts, facts: Facts, pairs: Places, config: ReuseConfig, *, loans_within: bool = False) -> Links:
    """Return the links among pairs of texts that share fingerprints.

    Args:
        texts: The texts; what is known to be a formula counts as quoted.
        facts: What else is known of them.
        pairs: Numbers of the two texts of each pair, shape (pairs, 2), in order.
        config: Settings.
        loans_within: Whether a part that two texts of one outlet share is a link, too.
    """
    passages = passages_of(texts, pairs)
    shares = passages.agreeing / np.maximum(own_words(texts)[pairs], 1)
    same = _same(texts, pairs)
    shares[same] = 1.0
    agreeing, low, high = passages.agreeing.min(axis=1), shares.min(axis=1), shares.max(axis=1)
    kinds = np.full(len(pairs), PARTIAL, np.uint8)
    kinds[(high >= config.edited) & (low >= config.kept)] = EDITED
    kinds[(low >= config.copy) & (same | (_faithful(passages) >= config.verbatim))] = COPY
    outlets = facts.outlets[pairs]
    inside = (outlets[:, 0] == outlets[:, 1]) & (outlets[:, 0] != UNKNOWN)  # one outlet: only whole articles are of interest
    dull = inside & (kinds == PARTIAL) & (not loans_within)
    found = ((agreeing >= config.least) & ~dull) | (kinds == COPY)
    certain = (agreeing >= config.least) & (facts.basis[pairs] == OWN).all(axis=1)
    return Links(pairs[found], kinds[found], certain[found], shares[found].astype(np.float32), _chosen(passages, found))


def chosen(links: Links, some: NDArray[np.bool_]) -> Links:
    """Return some of the links."""
    passages = _chosen(links.passages, some)
    return Links(links.pairs[some], links.kinds[some], links.certain[some], links.shares[some], passages)


def _faithful(passages: Passages) -> NDArray[np.float64]:
    """Return for each pair which share of the own words of its passages, in the wordier of the two texts, agree."""
    agreeing, wordy = (np.concatenate([[0], passages.spans[:, column].cumsum()]) for column in (4, 5))
    return np.asarray(np.diff(agreeing[passages.bounds]) / np.maximum(np.diff(wordy[passages.bounds]), 1), np.float64)


def _same(texts: Texts, pairs: Places) -> NDArray[np.bool_]:
    """Return for each pair whether the texts are the same few words, fewer than a passage has."""
    sizes = np.diff(texts.bounds)[pairs]
    same = (sizes[:, 0] == sizes[:, 1]) & (sizes[:, 0] < FEWEST)
    for at in np.flatnonzero(same).tolist():
        one, other = (texts.hashes[texts.bounds[t] : texts.bounds[t + 1]] for t in pairs[at].tolist())
        same[at] = np.array_equal(one, other)
    return np.asarray(same, np.bool_)


def _chosen(passages: Passages, pairs: NDArray[np.bool_]) -> Passages:
    """Return the passages of some of the pairs."""
    counts = np.diff(passages.bounds)
    spans = passages.spans[np.repeat(pairs, counts)]
    return Passages(np.concatenate([[0], np.cumsum(counts[pairs])]), spans, passages.agreeing[pairs])
