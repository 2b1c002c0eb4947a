"""From scores to trees and names: what the numbers may not say by themselves is settled here."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]
NEVER = np.float32(-1e9)
CHANCE = np.float32(1e-3)  # added to chances before they are multiplied, so that no single word has a veto


class Pairs(NamedTuple):
    """What sentences of like length say of their words, two by two.

    Attributes:
        sentences: Numbers of the sentences.
        rows: For each the rows of its words, where all sentences stand one below the other; goes on behind shorter ones.
        scores: For each the score of each word under each governor: column 0 is the root, column `i + 1` the word `i`. A word under
            itself, and what stands behind the last word, is `NEVER`.
    """

    sentences: Indices
    rows: Indices
    scores: Array


def trees(pairs: Iterable[Pairs], starts: Indices, sizes: Indices) -> Indices:
    """Return the governor of each word of all sentences, as a place in its sentence, -1 for the root.

    The best governor of each word where these make a tree (four sentences of five), else a tree near them.

    Args:
        pairs: The scores of all sentences.
        starts: First row of each sentence, where all stand one below the other.
        sizes: Words of each sentence.
    """
    heads: Indices = np.empty(int(sizes.sum()), dtype=np.intp)
    scored: dict[int, Array] = {}
    for some in pairs:
        inside = np.arange(some.rows.shape[1]) < sizes[some.sentences, None]
        heads[some.rows[inside]] = some.scores.argmax(2)[inside] - 1
        scored.update(zip(some.sentences.tolist(), some.scores, strict=True))
    for sentence in np.flatnonzero(~_are_trees(heads, starts, sizes)).tolist():
        start, size = starts[sentence], sizes[sentence]
        heads[start : start + size] = mended(scored[sentence][:size, : size + 1])
    return heads


def _are_trees(heads: Indices, starts: Indices, sizes: Indices) -> Flags:
    """Return for each sentence whether it has one root from which all its words hang."""
    root = heads < 0
    up = np.where(root, np.arange(len(heads)), heads + np.repeat(starts, sizes))
    for _ in range(int(sizes.max()).bit_length()):
        up = up[up]
    return np.asarray(
        (np.add.reduceat(root, starts, dtype=np.intp) == 1) & (np.add.reduceat(root[up], starts, dtype=np.intp) == sizes)
    )


def mended(scores: Array) -> Indices:
    """Return a tree near the best governors: under the root that stands out most, every cycle broken where that costs least.

    This is the first step of Chu and Liu (1965) and Edmonds (1967) for every cycle, without going back on it: the exact tree
    differs in few words.
    """
    heads: Indices = scores.argmax(1) - 1
    root = _root(scores, heads)
    pairs = scores[:, 1:]
    heads = pairs.argmax(1)
    heads[root] = -1
    while not (reached := _reach(heads)).all():
        cycle, outside = _cycle(heads.tolist(), int(reached.argmin())), np.flatnonzero(reached)
        loss = pairs[np.ix_(np.array(cycle), outside)] - pairs[cycle, heads[cycle]][:, None]
        word, governor = divmod(int(loss.argmax()), len(outside))
        heads[cycle[word]] = outside[governor]
    return heads


def _root(scores: Array, heads: Indices) -> int:
    """Return the word that gains most by being the root, among those that want to be; among all where none does."""
    if len(heads) == 1:
        return 0
    gain = scores[:, 0] - scores[:, 1:].max(1)
    if (heads < 0).any():
        gain[heads >= 0] = NEVER
    return int(gain.argmax())


def _reach(heads: Indices) -> Flags:
    """Return which words hang from the root, at whatever distance."""
    up = np.where(heads < 0, np.arange(len(heads)), heads)
    for _ in range(len(heads).bit_length()):
        up = up[up]
    return np.asarray(heads[up] < 0)


def _cycle(heads: list[int], word: int) -> list[int]:
    """Return the words of the cycle that a word ends in, going up."""
    path: dict[int, None] = {}
    while word not in path:
        path[word] = None
        word = heads[word]
    return list(path)[list(path).index(word) :]


class NameLabels:
    """Columns of the scores of names, and what they mean.

    Args:
        labels: `O`, and `B-` and `I-` of each kind.
    """

    def __init__(self, labels: Sequence[str]) -> None:
        self.kinds = sorted({label[2:] for label in labels if label != "O"})
        self.outside = labels.index("O")
        self.begin = [i for i, label in enumerate(labels) if label.startswith("B-")]
        self.by_kind = [[labels.index(f"{position}-{kind}") for position in "BI"] for kind in self.kinds]


def names(scores: Array, labels: NameLabels, starts: Indices, edges: tuple[Flags, Flags]) -> list[str]:
    """Return a label for each word of all sentences.

    Whether a word stands in a name, whether it begins one and of which kind it is are three questions, answered one after the
    other by the sum of the chances of all labels that say yes: a name whose kind is in doubt is a name all the same. All words of
    a name answer the third together. Words at its edges that may not stand there go.

    Args:
        scores: One row per word, one column per label.
        labels: What the columns mean.
        starts: First row of each sentence.
        edges: Whether each word may begin a name, and whether it may end one.
    """
    found = ["O"] * len(scores)
    may = (edges[0].tolist(), edges[1].tolist())
    chances = np.exp(scores.T - scores.max(1))
    outside, all_ = chances[labels.outside], chances.sum(0)
    named = all_ > 2 * outside
    rows = np.flatnonzero(named)
    if not len(rows):
        return found
    opens = chances[labels.begin].sum(0) * 2 > all_ - outside
    opens[1:] |= ~named[:-1]
    opens[starts] = True
    firsts = np.flatnonzero(opens[rows])
    strength = np.log(chances[labels.by_kind][:, :, rows].sum(1) + CHANCE)
    best = np.add.reduceat(strength, firsts, axis=1).argmax(0)
    for first, after, kind in zip(rows[firsts].tolist(), _behind(rows, firsts), best.tolist(), strict=True):
        _write(found, range(first, after), labels.kinds[kind], may)
    return found


def _behind(rows: Indices, firsts: Indices) -> list[int]:
    """Return behind which word each name ends."""
    lasts: list[int] = rows[[*(firsts[1:] - 1), len(rows) - 1]].tolist()
    return [last + 1 for last in lasts]


def _write(found: list[str], name: range, kind: str, edges: tuple[list[bool], list[bool]]) -> None:
    """Write the labels of one name, without words that may not begin or end one."""
    first, after = name.start, name.stop
    while first < after and not edges[0][first]:
        first += 1
    while after > first and not edges[1][after - 1]:
        after -= 1
    if first < after:
        found[first:after] = [f"B-{kind}"] + [f"I-{kind}"] * (after - first - 1)
