"""The light parser's network, run forward in numpy.

    features of words + context -> window layers -> one matrix for all tasks -> tags | names | governors | relations

All sentences of a call stand one below the other; no number of a sentence hangs on the others.
"""

from collections.abc import Mapping, Sequence
from itertools import count, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.models.decoding import NEVER
from copydesk.models.features import word_rows

Array = NDArray[np.float32]
Indices = NDArray[np.intp]

# How many different words are kept with what is computed of them alone (2 kB each).
REMEMBERED = 16_000
SMALL_PRODUCT = 1_000_000  # rows * columns * sums up to which OpenBLAS takes its way for small matrices
BLOCK = 8  # rows


class Layout(NamedTuple):
    """Where the sentences stand.

    Attributes:
        starts: First row of each sentence.
        ends: Behind the last row of each sentence.
        place: For each word, its place in its sentence.
        behind: For each word, how many stand behind it in its sentence.
    """

    starts: Indices
    ends: Indices
    place: Indices
    behind: Indices

    @classmethod
    def of(cls, lengths: Sequence[int]) -> "Layout":
        """Return the layout of sentences of these lengths."""
        sizes = np.array(lengths, dtype=np.intp)
        ends = sizes.cumsum()
        place = np.arange(sizes.sum()) - np.repeat(ends - sizes, sizes)
        return cls(ends - sizes, ends, place, np.repeat(sizes, sizes) - place - 1)


class Scores(NamedTuple):
    """What the network says of each word, one row per word.

    Attributes:
        tags: One column per tag.
        entities: One column per label.
        dependent: What a word asks of its governor.
        governor: What a word offers as one.
        label_dependent: What a word knows of its relation.
        label_governor: What a word as governor knows of it.
    """

    tags: Array
    entities: Array
    dependent: Array
    governor: Array
    label_dependent: Array
    label_governor: Array


class Network:
    """Learned weights and the sums that are made with them.

    What the first window layer needs of a word hangs on the word and its `context` alone, so it is computed once for each and kept:
    a quarter of all sums.

    Args:
        weights: Arrays by name, as `scripts/train_parser` writes them; embeddings are `int8` with a scale per row.
        vocabulary: Row of each word in the embeddings.
        dilations: Distance of the neighbours each window layer looks at.
        longest: Words of the longest sentence that will come.
    """

    def __init__(
        self,
        weights: dict[str, NDArray[np.float16] | NDArray[np.int8]],
        vocabulary: Mapping[str, int],
        dilations: Sequence[int],
        longest: int,
    ) -> None:
        self._weights = {name: array.astype(np.float32) for name, array in weights.items() if array.dtype != np.int8}
        self._embeddings = np.concatenate([weights["word.weight"], weights["affix.weight"]])
        self._scales: Array = np.concatenate([self._weights["word.scale"], self._weights["affix.scale"]])[:, None]
        self._vocabulary = vocabulary
        self._dilations = dilations
        width = len(self._weights["project.bias"])
        self._mixes = [np.split(self._weights[f"layers.{layer}.mix.weight"], 3) for layer in range(len(dilations))]
        self._rows: dict[tuple[str, int], int] = {}
        self._known: Array = np.empty((4, REMEMBERED, width), dtype=np.float32)  # takes no memory before it is filled
        self._tasks: Array = np.concatenate([self._weights[f"{task}.weight"] for task in Scores._fields], axis=1)
        self._task_bias: Array = np.concatenate([self._weights[f"{task}.bias"] for task in Scores._fields])
        ends = np.cumsum([len(self._weights[f"{task}.bias"]) for task in Scores._fields]).tolist()
        self._columns = [slice(start, end) for start, end in pairwise((0, *ends))]
        self._distances = _distances(self._weights["distance"], longest)

    def run(self, words: Sequence[str], contexts: Sequence[int], layout: Layout) -> Scores:
        """Return the scores of all words.

        Args:
            words: The words of all sentences.
            contexts: What the capital letter of each is worth, see `features.context`.
            layout: Where the sentences stand.
        """
        x, *given = self._looked_up(words, contexts)
        for layer, dilation in enumerate(self._dilations):
            x += self._window(layer, given if layer == 0 else self._given(x, layer), layout, dilation)
        tasks = _product(_level(x), self._tasks)
        tasks += self._task_bias
        return Scores(*(tasks[:, columns] for columns in self._columns))

    def arcs(self, scores: Scores, layout: Layout) -> list[Array]:
        """Return for each sentence the scores of each word (row) under the root (column 0) and under each word."""
        root = self._weights["root"]
        dependent: Array = np.maximum(scores.dependent, 0) * np.float32(len(root) ** -0.5)
        governor: Array = np.insert(np.maximum(scores.governor, 0), layout.starts, root, axis=0)
        found = []
        for number, (start, end) in enumerate(zip(layout.starts.tolist(), layout.ends.tolist(), strict=True)):
            arcs = dependent[start:end] @ governor[start + number : end + number + 1].T
            arcs += self._distances[: end - start, : end - start + 1]
            found.append(arcs)
        return found

    def relations(self, scores: Scores, heads: Indices, layout: Layout) -> Array:
        """Return the score of each relation to the governors `heads` (places in the sentence, -1 for the root)."""
        far = self._weights["label_distance.weight"].shape[0] // 2
        root = heads < 0
        first = np.arange(len(heads)) - layout.place
        mixed = scores.label_governor[np.where(root, 0, heads + first)]
        mixed[root] = self._weights["label_root"]
        apart = np.where(root, 0, (heads - layout.place).clip(-far, far)) + far
        mixed += scores.label_dependent
        mixed += self._weights["label_distance.weight"][apart]
        return _product(np.maximum(mixed, 0), self._weights["relations.weight"]) + self._weights["relations.bias"]

    def _given(self, x: Array, layer: int) -> list[Array]:
        """Return what each word gives, in a window layer, to its neighbour behind, to itself and to its neighbour before."""
        level = _level(x)
        return [_product(level, part) for part in self._mixes[layer]]

    def _window(self, layer: int, given: Sequence[Array], layout: Layout, dilation: int) -> Array:
        """Return what a window layer adds to each word: a mix of itself and of its neighbours, where it has them.

        Args:
            layer: Number of the layer.
            given: What `_given` returns; is changed.
            layout: Where the sentences stand.
            dilation: Distance of the neighbours.
        """
        behind, mixed, before = given
        behind[layout.behind < dilation] = 0
        before[layout.place < dilation] = 0
        mixed += self._weights[f"layers.{layer}.mix.bias"]
        mixed[dilation:] += behind[:-dilation]
        mixed[:-dilation] += before[dilation:]
        return np.maximum(mixed, 0, out=mixed)

    def _looked_up(self, words: Sequence[str], contexts: Sequence[int]) -> Array:
        """Return for each word what is kept of it, see `_compute`; what is not known yet is computed."""
        keys = list(zip(words, contexts, strict=True))
        if not self._rows.keys() >= set(keys):
            self._learn(keys)
        return self._known[:, list(map(self._rows.__getitem__, keys))]

    def _learn(self, keys: Sequence[tuple[str, int]]) -> None:
        """Compute what is kept of words; where there is no room left for them, all others go."""
        new = list(dict.fromkeys(key for key in keys if key not in self._rows))
        if len(self._rows) + len(new) > REMEMBERED:
            self._rows.clear()
            new = list(dict.fromkeys(keys))
        start = len(self._rows)
        self._known[:, start : start + len(new)] = self._compute(new)
        self._rows.update(zip(new, count(start)))

    def _compute(self, keys: Sequence[tuple[str, int]]) -> Array:
        """Return the features of each word and what it gives in the first window layer, shape (4, words, width)."""
        ids = word_rows([word for word, _ in keys], self._vocabulary)
        ids[:, 1:] += len(self._vocabulary)
        embedded: Array = (self._embeddings[ids] * self._scales[ids]).sum(1)
        x = _product(embedded, self._weights["project.weight"])
        x += self._weights["project.bias"]
        np.maximum(x, 0, out=x)
        x += self._weights["context.weight"][[context for _, context in keys]]
        return np.stack((x, *self._given(x, 0)))


def _product(x: Array, matrix: Array) -> Array:
    """Return `x` through a matrix, filled up with rows so that the sums of a row do not hang on how many others there are.

    OpenBLAS adds up in another order where a product is small, and at the edge of a block of rows: one sentence in ten came out
    different in its last digits alone and among others.
    """
    size = len(x)
    least = SMALL_PRODUCT // matrix.size + 1
    full = -(-max(size, least) // BLOCK) * BLOCK
    if full > size:
        x = np.concatenate((x, np.zeros((full - size, x.shape[1]), dtype=np.float32)))
    product: Array = x @ matrix
    return product[:size]


def _level(x: Array) -> Array:
    """Return each row at unit length per coordinate (root mean square)."""
    mean = np.einsum("ij,ij->i", x, x) / np.float32(x.shape[1]) + np.float32(1e-6)
    scaled: Array = x * (np.float32(1) / np.sqrt(mean))[:, None]
    return scaled


def _distances(learned: Array, longest: int) -> Array:
    """Return what the distance of two words adds to their score, 0 for the root; a word never stands under itself."""
    far = len(learned) // 2
    place = np.arange(longest)
    table: Array = learned[(place[None, :] - place[:, None]).clip(-far, far) + far]
    np.fill_diagonal(table, NEVER)
    return np.insert(table, 0, 0, axis=1)
