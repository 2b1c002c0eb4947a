"""The light parser's network, run forward in numpy.

    features of words + context -> window layers -> one matrix for all tasks -> tags | names | governors | relations

All sentences of a call stand one below the other; no number of a sentence hangs on the others.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.models.decoding import NEVER
from copydesk.models.features import word_rows

Array = NDArray[np.float32]
Indices = NDArray[np.intp]

# How many different words are kept with their features (some 20 MB).
REMEMBERED = 30_000
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
        self._small = {name: array.astype(np.float32) for name, array in weights.items() if array.dtype != np.int8}
        self._large = {name: array.astype(np.int8) for name, array in weights.items() if array.dtype == np.int8}
        self._vocabulary = vocabulary
        self._dilations = dilations
        self._rows: dict[str, int] = {}
        self._features: Array = np.zeros((0, self._small["project.bias"].shape[0]), dtype=np.float32)
        tasks = ("tags", "entities", "dependent", "governor", "label_dependent", "label_governor")
        self._tasks: Array = np.ascontiguousarray(np.concatenate([self._small[f"{task}.weight"] for task in tasks], axis=1))
        self._task_bias: Array = np.concatenate([self._small[f"{task}.bias"] for task in tasks])
        self._columns = np.cumsum([self._small[f"{task}.bias"].shape[0] for task in tasks])[:-1]
        self._distances = _distances(self._small["distance"], longest)

    def run(self, words: list[str], contexts: list[int], layout: Layout) -> Scores:
        """Return the scores of all words."""
        x = self._known(words) + self._small["context.weight"][contexts]
        for layer, dilation in enumerate(self._dilations):
            x += self._window(layer, x, layout, dilation)
        tasks = _product(_level(x), self._tasks, self._task_bias)
        return Scores(*np.split(tasks, self._columns, axis=1))

    def arcs(self, scores: Scores, layout: Layout) -> list[Array]:
        """Return for each sentence the scores of each word (row) under the root (column 0) and under each word."""
        narrower = np.float32(self._small["root"].shape[0] ** -0.5)
        dependent: Array = np.maximum(scores.dependent, 0) * narrower
        governor: Array = np.maximum(scores.governor, 0)
        roots: Array = np.einsum("ij,j->i", dependent, self._small["root"])
        return [
            self._sentence_arcs(dependent[start:end], governor[start:end], roots[start:end])
            for start, end in zip(layout.starts.tolist(), layout.ends.tolist(), strict=True)
        ]

    def _sentence_arcs(self, dependent: Array, governor: Array, roots: Array) -> Array:
        size = len(roots)
        arcs = np.empty((size, size + 1), dtype=np.float32)
        arcs[:, 0] = roots
        np.add(dependent @ governor.T, self._distances[:size, :size], out=arcs[:, 1:])
        return arcs

    def relations(self, scores: Scores, heads: Indices, layout: Layout) -> Array:
        """Return the score of each relation to the governors `heads` (places in the sentence, -1 for the root)."""
        far = self._small["label_distance.weight"].shape[0] // 2
        root = heads < 0
        first = np.arange(len(heads)) - layout.place
        mixed = scores.label_governor[np.where(root, 0, heads + first)]
        mixed[root] = self._small["label_root"]
        apart = np.where(root, 0, (heads - layout.place).clip(-far, far)) + far
        mixed += scores.label_dependent
        mixed += self._small["label_distance.weight"][apart]
        return _product(np.maximum(mixed, 0), self._small["relations.weight"], self._small["relations.bias"])

    def _window(self, layer: int, x: Array, layout: Layout, dilation: int) -> Array:
        """Return what a window layer adds: a mix of each word with its neighbours to the left and right, where it has them."""
        size, width = x.shape
        inner = max(size - dilation, 0)
        three = np.zeros((size, 3 * width), dtype=np.float32)
        three[:, width : 2 * width] = y = _level(x)
        three[dilation:, :width] = y[:inner]
        three[:inner, 2 * width :] = y[dilation:]
        three[layout.place < dilation, :width] = 0
        three[layout.behind < dilation, 2 * width :] = 0
        name = f"layers.{layer}.mix"
        mixed = _product(three, self._small[name + ".weight"], self._small[name + ".bias"])
        return np.maximum(mixed, 0, out=mixed)

    def _known(self, words: list[str]) -> Array:
        """Return the features of each word; those of new words are computed and kept."""
        new = [word for word in dict.fromkeys(words) if word not in self._rows]
        if new and len(self._rows) + len(new) > REMEMBERED:
            self._rows, self._features = {}, self._features[:0]
            new = list(dict.fromkeys(words))
        if new:
            self._rows.update(zip(new, range(len(self._rows), len(self._rows) + len(new)), strict=True))
            self._features = np.concatenate((self._features, self._compute(new)))
        rows = self._rows
        return self._features[[rows[word] for word in words]]

    def _compute(self, words: list[str]) -> Array:
        """Return the features of words, one row each."""
        ids = word_rows(words, self._vocabulary)
        embedded = self._embedded("word", ids[:, 0])
        for column in range(1, ids.shape[1]):
            embedded += self._embedded("affix", ids[:, column])
        projected = _product(embedded, self._small["project.weight"], self._small["project.bias"])
        return np.maximum(projected, 0, out=projected)

    def _embedded(self, name: str, ids: NDArray[np.int32]) -> Array:
        rows: Array = self._large[f"{name}.weight"][ids] * self._small[f"{name}.scale"][ids, None]
        return rows


def _product(x: Array, matrix: Array, bias: Array) -> Array:
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
    product += bias
    return product[:size]


def _level(x: Array) -> Array:
    """Return each row at unit length per coordinate (root mean square)."""
    mean = np.einsum("ij,ij->i", x, x) / np.float32(x.shape[1]) + np.float32(1e-6)
    scaled: Array = x * (np.float32(1) / np.sqrt(mean))[:, None]
    return scaled


def _distances(learned: Array, longest: int) -> Array:
    """Return what the distance of two words adds to their score; a word never stands under itself."""
    far = len(learned) // 2
    place = np.arange(longest)
    table: Array = learned[(place[None, :] - place[:, None]).clip(-far, far) + far]
    np.fill_diagonal(table, NEVER)
    return table
