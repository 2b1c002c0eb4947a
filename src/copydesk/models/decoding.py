"""From scores to trees and names: what the numbers may not say by themselves is settled here."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
NEVER = np.float32(-1e9)


def tree(scores: Array) -> list[int]:
    """Return the governor of each word so that there is one root and no cycle.

    Args:
        scores: Shape `(words, words + 1)`: each word (row) under each governor (column); column 0 is the root, column `i + 1` the
            word `i`; a word under itself must be `NEVER`.

    Returns:
        Governors counted from 0; -1 for the root. The best governor of each word where these make a tree (nine sentences of ten),
        else the best tree under the root that stands out most (Chu and Liu 1965, Edmonds 1967).
    """
    heads: list[int] = (scores.argmax(1) - 1).tolist()
    if is_tree(heads):
        return heads
    root = _root(scores, heads)
    pairs = scores[:, 1:].copy()
    pairs[root] = NEVER
    return _edmonds(pairs, root)


def is_tree(heads: Sequence[int]) -> bool:
    """Return whether exactly one word is the root (-1) and all others hang from it."""
    if heads.count(-1) != 1:
        return False
    safe = [False] * len(heads)
    for start, head in enumerate(heads):
        path = [start]
        while head >= 0 and not safe[head]:
            if head == start or len(path) > len(heads):
                return False
            path.append(head)
            head = heads[head]
        for word in path:
            safe[word] = True
    return True


def _root(scores: Array, heads: list[int]) -> int:
    """Return the word whose place at the root gains most over its next best governor."""
    candidates = [i for i, head in enumerate(heads) if head == -1] or list(range(len(heads)))
    if len(heads) == 1:
        return 0
    gain = scores[candidates, 0] - scores[candidates, 1:].max(1)
    return candidates[int(gain.argmax())]


def _edmonds(pairs: Array, root: int) -> list[int]:
    """Return the best tree under `root`: break every cycle where that costs least, in all of them at once, until none is left."""
    size = len(pairs)
    heads = pairs.argmax(1)
    heads[root] = -1
    while cycle := _cycle(heads.tolist()):
        inside = np.zeros(size, dtype=bool)
        inside[cycle] = True
        outside = np.flatnonzero(~inside & _reaches(heads, root))
        loss = pairs[np.ix_(cycle, outside)] - pairs[cycle, heads[cycle]][:, None]
        word, governor = divmod(int(loss.argmax()), len(outside))
        heads[cycle[word]] = outside[governor]
    return [int(head) for head in heads]


def _reaches(heads: NDArray[np.intp], root: int) -> NDArray[np.bool_]:
    """Return which words hang from the root, at whatever distance."""
    up = heads.copy()
    up[root] = root
    for _ in range(int(len(heads)).bit_length()):
        up = up[up]
    return np.asarray(up == root)


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


def names(scores: Array, labels: Sequence[str]) -> list[str]:
    """Return a label per word: the words of a name are found one by one, its kind by all of them together.

    Args:
        scores: Shape `(words, labels)`.
        labels: `O` and `B-` and `I-` of each kind.
    """
    best = scores.argmax(1).tolist()
    found = [labels[i] for i in best]
    if not any(i != labels.index("O") for i in best):
        return found
    start = 0
    while start < len(found):
        end = start + 1
        if found[start] != "O":
            while end < len(found) and found[end].startswith("I-"):
                end += 1
            kind = _kind(scores[start:end], labels)
            found[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
        start = end
    return found


def _kind(scores: Array, labels: Sequence[str]) -> str:
    """Return the kind that the words of a name speak for together."""
    strength: dict[str, float] = {}
    for column, label in enumerate(labels):
        if label != "O":
            strength.setdefault(label[2:], 0.0)
    for kind in strength:
        columns = [i for i, label in enumerate(labels) if label[2:] == kind]
        strength[kind] = float(scores[:, columns].max(1).sum())
    return max(strength, key=lambda kind: strength[kind])
