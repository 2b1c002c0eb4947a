"""Which nodes may say the same, by TF-IDF over shared terms; and how near their words are in meaning, where that leaves a doubt.

Pairs come from an inverted index: two nodes are looked at when they share a term that is not crowded, so the work grows with the
number of sentences and not with its square. Crowded terms (the story's main names) then count for the pairs that were found.
"""

from collections.abc import Iterable, Sequence
from itertools import chain

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.ports import Vectors
from copydesk.weigh.config import WeighConfig
from copydesk.weigh.nodes import Node

Pairs = NDArray[np.int64]
Weights = NDArray[np.float32]


class Pair(msgspec.Struct, frozen=True, gc=False):
    """Two nodes that may say the same.

    Attributes:
        a: Number of the first node.
        b: Number of the second, greater than `a`.
        lexical: TF-IDF cosine in [0, 1].
        linked: Whether a reuse link aligns them.
    """

    a: int
    b: int
    lexical: float
    linked: bool


class Terms(msgspec.Struct, frozen=True):
    """Which node holds which term, how much: a sparse matrix whose rows have unit length.

    Attributes:
        rows: Node of each entry.
        columns: Term of each entry, sorted within a node.
        weights: Weight of each entry.
        starts: Index of each node's first entry, and one behind the last.
        frequency: In how many nodes each term stands.
        width: How many terms there are.
    """

    rows: Pairs
    columns: Pairs
    weights: Weights
    starts: Pairs
    frequency: Pairs
    width: int

    def centroid(self) -> Weights:
        """Return the mean of all rows."""
        mean = np.zeros(self.width, dtype=np.float32)
        np.add.at(mean, self.columns, self.weights)
        return mean / np.float32(max(1, len(self.starts) - 1))

    def against(self, vector: Weights) -> Weights:
        """Return the cosine of every node with a vector over the terms."""
        norm = float(np.linalg.norm(vector)) or 1.0
        return np.bincount(self.rows, self.weights * vector[self.columns] / norm, len(self.starts) - 1).astype(np.float32)


def weighted(nodes: Sequence[Node]) -> Terms:
    """Weigh the terms of all nodes by TF-IDF."""
    told = list(chain.from_iterable([node.terms for node in nodes]))
    vocabulary = {term: place for place, term in enumerate(dict.fromkeys(told))}
    ids = np.array([vocabulary[term] for term in told], dtype=np.int64)
    width = max(1, len(vocabulary))
    keys = np.repeat(np.arange(len(nodes), dtype=np.int64), [len(node.terms) for node in nodes]) * width + ids
    held, counts = np.unique(keys, return_counts=True)
    rows, columns = held // width, held % width
    frequency = np.bincount(columns, minlength=width).astype(np.int64)
    idf = np.log1p(len(nodes) / np.maximum(frequency, 1))
    weights = (1 + np.log(counts)) * idf[columns]
    norms = np.sqrt(np.bincount(rows, weights**2, len(nodes)))
    return Terms(
        rows=rows,
        columns=columns,
        weights=(weights / norms[rows]).astype(np.float32),
        starts=np.searchsorted(rows, np.arange(len(nodes) + 1)),
        frequency=frequency,
        width=width,
    )


def propose(
    terms: Terms, linked: Iterable[tuple[int, int]], quoting: Iterable[tuple[int, int]], config: WeighConfig
) -> tuple[Pair, ...]:
    """Return the pairs of nodes that may say the same, the most alike first.

    Args:
        terms: The terms of all nodes.
        linked: Pairs of nodes that reuse links align.
        quoting: Pairs of nodes that quote the same words.
        config: The thresholds.
    """
    ties = {(min(pair), max(pair)) for pair in linked if pair[0] != pair[1]}
    wanted = ties | {(min(pair), max(pair)) for pair in quoting}
    pairs = together(terms, config, sorted(wanted))
    lexical = cosines(terms, pairs)
    found = [
        Pair(a=a, b=b, lexical=x, linked=(a, b) in ties)
        for (a, b), x in zip(pairs.tolist(), lexical.tolist(), strict=True)
        if x >= config.proposed or (a, b) in wanted
    ]
    return tuple(sorted(found, key=lambda p: -round(p.lexical, 4)))  # equal ones stay in the order of their numbers


def together(terms: Terms, config: WeighConfig, ties: Sequence[tuple[int, int]]) -> Pairs:
    """Return the pairs of nodes that share enough in terms which are not crowded, and the ties; sorted, shape `(pairs, 2)`."""
    size = max(1, len(terms.starts) - 1)
    order = np.argsort(terms.columns, kind="stable")
    holders, weights, often = terms.rows[order], terms.weights[order], terms.frequency[terms.columns[order]]
    place = np.arange(len(order))
    behind = (np.cumsum(terms.frequency)[terms.columns[order]] - 1 - place) * (often <= config.crowded)
    left = np.repeat(place, behind)  # each holder of a term with each that comes behind it
    right = left + 1 + np.arange(len(left)) - np.repeat(np.cumsum(behind) - behind, behind)
    tied = np.array([a * size + b for a, b in ties], dtype=np.int64)
    codes = np.concatenate([tied, holders[left] * size + holders[right]])
    shares = np.concatenate([np.ones(len(tied), dtype=np.float32), weights[left] * weights[right]])
    unique, which = np.unique(codes, return_inverse=True)
    kept = unique[np.bincount(which, shares, len(unique)) >= config.proposed / 2]
    return np.stack([kept // size, kept % size], axis=1)


def cosines(terms: Terms, pairs: Pairs) -> Weights:
    """Return the TF-IDF cosine of each pair."""
    keys = terms.rows * terms.width + terms.columns  # sorted, for nodes come in order and columns are sorted within them
    sums = np.zeros(len(pairs), dtype=np.float32)
    if not len(pairs):
        return sums
    lengths = np.diff(terms.starts)[pairs[:, 0]]
    which = np.repeat(np.arange(len(pairs)), lengths)
    offsets = np.arange(len(which)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    entries = terms.starts[pairs[which, 0]] + offsets
    wanted = pairs[which, 1] * terms.width + terms.columns[entries]
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    hit = keys[at] == wanted
    return np.bincount(which, np.where(hit, terms.weights[entries] * terms.weights[at], 0), len(pairs)).astype(np.float32)


def likeness(nodes: Sequence[Node], pairs: Sequence[Pair], vectors: Vectors) -> list[float]:
    """Return the cosine of the word vectors of each pair; only nodes that stand in a pair are embedded."""
    if not pairs:
        return []
    wanted = sorted({i for pair in pairs for i in (pair.a, pair.b)})
    place = {number: row for row, number in enumerate(wanted)}
    rows = vectors.embed([nodes[i].text for i in wanted])
    cosine = np.einsum("ij,ij->i", rows[[place[p.a] for p in pairs]], rows[[place[p.b] for p in pairs]])
    return [float(x) for x in cosine]
