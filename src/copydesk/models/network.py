"""The light parser's network, run forward in numpy.

    features of words + context -> window layers -> one matrix for all tasks -> tags | names | governors | relations

All sentences of a call stand one below the other; no number of a sentence hangs on the others.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.models.decoding import NEVER, Pairs
from copydesk.models.features import word_rows

Array = NDArray[np.float32]
Indices = NDArray[np.intp]

SMALL_PRODUCT = 1_000_000  # rows * columns * sums up to which OpenBLAS takes its way for small matrices
BLOCK = 8  # rows
ALIKE = 8  # sentences whose lengths differ by less than so many words are looked at together


class Layout(NamedTuple):
    """Where the sentences stand.

    Attributes:
        starts: First row of each sentence.
        sizes: Words of each sentence.
        place: For each word, its place in its sentence.
        behind: For each word, how many stand behind it in its sentence.
    """

    starts: Indices
    sizes: Indices
    place: Indices
    behind: Indices

    @classmethod
    def of(cls, lengths: Sequence[int]) -> "Layout":
        """Return the layout of sentences of these lengths."""
        sizes = np.array(lengths, dtype=np.intp)
        starts = sizes.cumsum() - sizes
        place = np.arange(sizes.sum()) - np.repeat(starts, sizes)
        return cls(starts, sizes, place, np.repeat(sizes, sizes) - place - 1)


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

    Args:
        weights: Arrays by name, as `scripts/train_parser` writes them; embeddings are `int8` with a scale per row.
        vocabulary: Row of each word in the embeddings.
        dilations: Distance of the neighbours each window layer looks at.
        longest: Words of the longest sentence that will come.
        most: Words that will come at once. Room for their numbers is kept: to ask the system for it anew took a fifth of the time.
    """

    def __init__(
        self,
        weights: dict[str, NDArray[np.float16] | NDArray[np.int8]],
        vocabulary: Mapping[str, int],
        dilations: Sequence[int],
        longest: int,
        most: int,
    ) -> None:
        self._weights = {name: array.astype(np.float32) for name, array in weights.items() if array.dtype != np.int8}
        self._embeddings = np.concatenate([weights["word.weight"], weights["affix.weight"]])
        self._scales: Array = np.concatenate([self._weights["word.scale"], self._weights["affix.scale"]])
        self._vocabulary = vocabulary
        self._dilations = dilations
        self._width = len(self._weights["project.bias"])
        self._first: Array = np.concatenate(np.split(self._weights["layers.0.mix.weight"], 3), axis=1)
        self._tasks: Array = np.concatenate([self._weights[f"{task}.weight"] for task in Scores._fields], axis=1)
        self._task_bias: Array = np.concatenate([self._weights[f"{task}.bias"] for task in Scores._fields])
        ends = np.cumsum([len(self._weights[f"{task}.bias"]) for task in Scores._fields]).tolist()
        self._columns = [slice(start, end) for start, end in pairwise((0, *ends))]
        self._distances = _distances(self._weights["distance"], longest)
        rows = _filled(most, self._weights["project.weight"])
        self._seen, self._mixed, self._scored = (
            np.zeros((rows, width), dtype=np.float32) for width in (3 * self._width, self._width, len(self._task_bias))
        )

    @property
    def kept(self) -> int:
        """How many numbers `given` gives for a word."""
        return 4 * self._width

    def given(self, words: Sequence[str], contexts: Indices) -> Array:
        """Return what hangs on each word and its context alone.

        That is what it gives in the first window layer to its neighbour behind, to itself and to its neighbour before, then its
        features: a quarter of all sums.
        """
        ids = word_rows(words, self._vocabulary)
        ids[:, 1:] += len(self._vocabulary)
        embedded: Array = np.einsum("wf,wfn->wn", self._scales[ids], self._embeddings[ids].astype(np.float32))
        x = _product(embedded, self._weights["project.weight"])
        x += self._weights["project.bias"]
        np.maximum(x, 0, out=x)
        x += self._weights["context.weight"][contexts]
        mixed = _product(x * _levels(x), self._first)
        mixed[:, self._width : 2 * self._width] += self._weights["layers.0.mix.bias"]
        return np.concatenate((mixed, x), axis=1)

    def run(self, given: Array, layout: Layout) -> Scores:
        """Return the scores of all words; they stand until the next call.

        Args:
            given: What `given` returns for each word.
            layout: Where the sentences stand.
        """
        x = self._first_window(given, layout, self._dilations[0])
        for layer, dilation in enumerate(self._dilations[1:], start=1):
            x += self._window(x, layer, layout, dilation)
        filled = _filled(len(x), self._tasks)
        level = self._mixed[:filled]
        np.multiply(x, _levels(x), out=level[: len(x)])
        tasks = np.matmul(level, self._tasks, out=self._scored[:filled])[: len(x)]
        tasks += self._task_bias
        return Scores(*(tasks[:, columns] for columns in self._columns))

    def arcs(self, scores: Scores, layout: Layout) -> Iterator[Pairs]:
        """Yield the scores of each word under the root and under each word of its sentence, sentences of like length at once."""
        root = self._weights["root"]
        dependent: Array = np.maximum(scores.dependent, 0) * np.float32(len(root) ** -0.5)
        governor: Array = np.maximum(scores.governor, 0)
        widths = -(-layout.sizes // ALIKE) * ALIKE
        for width in sorted(set(widths.tolist())):
            chosen = np.flatnonzero(widths == width)
            rows = layout.starts[chosen, None] + np.arange(width)
            offered = np.empty((len(chosen), width + 1, len(root)), dtype=np.float32)
            offered[:, 0] = root
            offered[:, 1:] = governor.take(rows, axis=0, mode="clip")
            pairs = dependent.take(rows, axis=0, mode="clip") @ offered.transpose(0, 2, 1)
            pairs += self._distances[:width, : width + 1]
            pairs += np.where(np.arange(width + 1) > layout.sizes[chosen, None], NEVER, np.float32(0))[:, None]
            yield Pairs(chosen, rows, pairs)

    def relations(self, scores: Scores, heads: Indices, layout: Layout) -> Array:
        """Return the score of each relation to the governors `heads` (places in the sentence, -1 for the root)."""
        far = self._weights["label_distance.weight"].shape[0] // 2
        root = heads < 0
        apart = heads - layout.place
        mixed = scores.label_governor[np.where(root, 0, np.arange(len(heads)) + apart)]
        mixed[root] = self._weights["label_root"]
        apart[root] = 0
        mixed += scores.label_dependent
        mixed += self._weights["label_distance.weight"][apart.clip(-far, far) + far]
        np.maximum(mixed, 0, out=mixed)
        return _product(mixed, self._weights["relations.weight"]) + self._weights["relations.bias"]

    def _first_window(self, given: Array, layout: Layout, dilation: int) -> Array:
        """Return the words after the first window layer, for which each word's part is known; `given` is changed."""
        behind, mixed, before, x = np.split(given, 4, axis=1)
        behind[layout.behind < dilation] = 0
        before[layout.place < dilation] = 0
        mixed[dilation:] += behind[:-dilation]
        mixed[:-dilation] += before[dilation:]
        np.maximum(mixed, 0, out=mixed)
        summed: Array = mixed + x
        return summed

    def _window(self, x: Array, layer: int, layout: Layout, dilation: int) -> Array:
        """Return what a window layer adds to each word: a mix of its neighbours, where it has them, and of itself.

        Args:
            x: The words.
            layer: Number of the layer.
            layout: Where the sentences stand.
            dilation: Distance of the neighbours.
        """
        weight = self._weights[f"layers.{layer}.mix.weight"]
        filled = _filled(len(x), weight)
        seen = self._seen[:filled]  # of each word its neighbour before, itself, its neighbour behind
        before, itself, behind = np.split(seen[: len(x)], 3, axis=1)
        np.multiply(x, _levels(x), out=itself)
        before[dilation:] = itself[:-dilation]
        behind[:-dilation] = itself[dilation:]
        before[layout.place < dilation] = 0
        behind[layout.behind < dilation] = 0
        mixed: Array = np.matmul(seen, weight, out=self._mixed[:filled])[: len(x)]
        mixed += self._weights[f"layers.{layer}.mix.bias"]
        return np.maximum(mixed, 0, out=mixed)


def _filled(rows: int, matrix: Array) -> int:
    """Return with how many rows a product is made, so that the sums of a row do not hang on how many others there are.

    OpenBLAS adds up in another order where a product is small, and at the edge of a block of rows: one sentence in ten came out
    different in its last digits alone and among others.
    """
    return -(-max(rows, SMALL_PRODUCT // matrix.size + 1) // BLOCK) * BLOCK


def _product(x: Array, matrix: Array) -> Array:
    """Return `x` through a matrix, filled up with rows, see `_filled`."""
    size = len(x)
    filled = _filled(size, matrix)
    if filled > size:
        x = np.concatenate((x, np.zeros((filled - size, x.shape[1]), dtype=np.float32)))
    product: Array = x @ matrix
    return product[:size]


def _levels(x: Array) -> Array:
    """Return for each row what brings it to unit length per coordinate (root mean square), as a column."""
    mean = np.einsum("ij,ij->i", x, x) / np.float32(x.shape[1]) + np.float32(1e-6)
    scaled: Array = (np.float32(1) / np.sqrt(mean))[:, None]
    return scaled


def _distances(learned: Array, longest: int) -> Array:
    """Return what the distance of two words adds to their score, 0 for the root; a word never stands under itself."""
    far = len(learned) // 2
    place = np.arange(longest)
    table: Array = learned[(place[None, :] - place[:, None]).clip(-far, far) + far]
    np.fill_diagonal(table, NEVER)
    return np.insert(table, 0, 0, axis=1)
