"""From scores to trees and names: what the numbers may not say by themselves is settled here."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Indices = NDArray[np.intp]
Flags = NDArray[np.bool_]
NEVER = np.float32(-1e9)
CHANCE = np.float32(1e-3)  # added to chances before they are multiplied, so that no single word has a veto


def trees(arcs: Sequence[Array], starts: Indices) -> Indices:
    """Return the governor of each word of all sentences, as a place in its sentence, -1 for the root.

    The best governor of each word where these make a tree (four sentences of five), else a tree near them.

    Args:
        arcs: For each sentence the score of each word (row) under each governor (column): column 0 is the root, column `i + 1` the
            word `i`; a word under itself is `NEVER`.
        starts: First row of each sentence, where all stand one below the other.
    """
    heads: Indices = np.concatenate([scores.argmax(1) for scores in arcs]) - 1
    for sentence in np.flatnonzero(~_are_trees(heads, starts)).tolist():
        scores, start = arcs[sentence], starts[sentence]
        heads[start : start + len(scores)] = mended(scores)
    return heads


def _are_trees(heads: Indices, starts: Indices) -> Flags:
    """Return for each sentence whether it has one root from which all its words hang."""
    sizes = np.diff(starts, append=len(heads))
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
    while cycle := _cycle(heads.tolist()):
        outside = np.flatnonzero(_reach(heads))
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


def _cycle(heads: list[int]) -> list[int]:
    """Return the words of a cycle, empty where there is none."""
    state = [0] * len(heads)
    for start in range(len(heads)):
        path = []
        at = start
        while at >= 0 and state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if at >= 0 and state[at] == 1:
            return path[path.index(at) :]
        for word in path:
            state[word] = 2
    return []


def names(scores: Array, labels: Sequence[str], starts: Indices, edges: tuple[Flags, Flags]) -> list[str]:
    """Return a label for each word of all sentences.

    Whether a word stands in a name, whether it begins one and of which kind it is are three questions, answered one after the
    other by the sum of the chances of all labels that say yes: a name whose kind is in doubt is a name all the same. All words of
    a name answer the third together. Words at its edges that may not stand there go.

    Args:
        scores: One row per word, one column per label.
        labels: `O`, and `B-` and `I-` of each kind.
        starts: First row of each sentence.
        edges: Whether each word may begin a name, and whether it may end one.
    """
    found = ["O"] * len(scores)
    chances = np.exp(scores - scores.max(1, keepdims=True))
    within, begin, kinds = _columns(labels)
    named = chances[:, within].sum(1) > chances[:, labels.index("O")]
    rows = np.flatnonzero(named)
    if not len(rows):
        return found
    opens = chances[:, begin].sum(1) * 2 > chances[:, within].sum(1)
    opens[1:] |= ~named[:-1]
    opens[starts] = True
    firsts = np.flatnonzero(opens[rows])
    strength = np.stack([chances[rows][:, columns].sum(1) for columns in kinds.values()], axis=1) + CHANCE
    best = np.add.reduceat(np.log(strength), firsts).argmax(1)
    listed = list(kinds)
    for first, after, kind in zip(rows[firsts].tolist(), _behind(rows, firsts), best.tolist(), strict=True):
        _write(found, range(first, after), listed[kind], edges)
    return found


def _columns(labels: Sequence[str]) -> tuple[list[int], list[int], dict[str, list[int]]]:
    """Return the columns of words within names, of their first words, and of each kind."""
    kinds = sorted({label[2:] for label in labels if label != "O"})
    by_kind = {kind: [i for i, label in enumerate(labels) if label[2:] == kind] for kind in kinds}
    first = [i for i, label in enumerate(labels) if label.startswith("B-")]
    return sorted(i for columns in by_kind.values() for i in columns), first, by_kind


def _behind(rows: Indices, firsts: Indices) -> list[int]:
    """Return behind which word each name ends."""
    lasts: list[int] = rows[[*(firsts[1:] - 1), len(rows) - 1]].tolist()
    return [last + 1 for last in lasts]


def _write(found: list[str], name: range, kind: str, edges: tuple[Flags, Flags]) -> None:
    """Write the labels of one name, without words that may not begin or end one."""
    first, after = name.start, name.stop
    while first < after and not edges[0][first]:
        first += 1
    while after > first and not edges[1][after - 1]:
        after -= 1
    if first < after:
        found[first:after] = [f"B-{kind}"] + [f"I-{kind}"] * (after - first - 1)
