"""The built-in parser: a small network that runs in numpy.

    words -> features (form, beginning, end, shape)  one row per different word, remembered
          -> window layers (a word and its neighbours at growing distances, for all sentences at once)
          -> tags | governors (a score for each pair of words) -> tree -> relations | names

Governors are scored as by Dozat and Manning (2017), the window layers are dilated convolutions as in Strubell et al. (2017).
The weights are made by `scripts/train_parser`, which also says from what.
"""

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.models import decoding
from copydesk.models.features import UNKNOWN, context, normal, word_rows
from copydesk.ports import ParsedSentence
from copydesk.text.lemmas import lemma

Array = NDArray[np.float32]
Indices = NDArray[np.intp]

# A longer sentence is parsed in pieces, because the scores of pairs grow with the square of its length.
_PIECE = 160
_REMEMBERED = 30_000  # how many different words are kept with their features
_BREAKS = frozenset(",;:.!?-–—")


class Tables(msgspec.Struct, frozen=True):
    """What the columns of the network's results mean.

    Attributes:
        version: Digest of the weights.
        words: The vocabulary; the first stands for all other words.
        tags: Universal and Penn tag, with a space between them.
        relations: Kinds of dependence.
        entities: Labels of words in names.
        dilations: Distance of the neighbours that each window layer looks at.
    """

    version: str
    words: list[str]
    tags: list[str]
    relations: list[str]
    entities: list[str]
    dilations: list[int]


class LightParser:
    """Fulfils `copydesk.ports.Parser`.

    Args:
        tables: What the columns mean.
        weights: Arrays by name, as `scripts/train_parser` writes them.
    """

    def __init__(self, tables: Tables, weights: dict[str, Array]) -> None:
        self._tables = tables
        self._weights = weights
        self._vocabulary = {word: i for i, word in enumerate(tables.words)}
        self._tag_pairs = [tuple(tag.split(" ")) for tag in tables.tags]
        self._distances = _distances(weights["distance"])
        self._words: dict[str, int] = {}
        self._features = np.zeros((0, weights["project.bias"].shape[0]), dtype=np.float32)
        self._lemma = lru_cache(_REMEMBERED)(lambda word, fine: lemma(word, fine, self._vocabulary))

    @property
    def name(self) -> str:
        """Name and version."""
        return f"copydesk-light {self._tables.version}"

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[ParsedSentence]:
        """Analyse tokenised sentences; see [`Parser.parse`][copydesk.ports.Parser.parse]."""
        pieces = [piece for sentence in sentences for piece in _pieces(sentence)]
        parsed = iter(self._parse(pieces) if pieces else [])
        return [_joined([next(parsed) for _ in _pieces(sentence)]) for sentence in sentences]

    def _parse(self, sentences: Sequence[Sequence[str]]) -> list[ParsedSentence]:
        """Analyse sentences of 1 to `_PIECE` words."""
        lengths = np.array([len(sentence) for sentence in sentences])
        ends = lengths.cumsum()
        states = self._encode(sentences, lengths)
        heads = self._heads(states, ends)
        tags = self._linear("tags", states).argmax(1).tolist()
        relations = self._relations(states, heads)
        entities = self._linear("entities", states)
        return [
            self._result(
                words, tags[end - len(words) : end], heads[i], relations[end - len(words) : end], entities[end - len(words) : end]
            )
            for i, (words, end) in enumerate(zip(sentences, ends.tolist(), strict=True))
        ]

    def _result(
        self, words: Sequence[str], tags: list[int], heads: list[int], relations: list[int], entities: Array
    ) -> ParsedSentence:
        pairs = [self._tag_pairs[tag] for tag in tags]
        fine = tuple(pair[1] for pair in pairs)
        return ParsedSentence(
            tags=tuple(pair[0] for pair in pairs),
            fine=fine,
            lemmas=tuple(map(self._lemma, words, fine)),
            heads=tuple(heads),
            relations=tuple(
                "root" if head == -1 else self._tables.relations[relation] for head, relation in zip(heads, relations, strict=True)
            ),
            entities=tuple(decoding.names(entities, self._tables.entities)),
        )

    def _encode(self, sentences: Sequence[Sequence[str]], lengths: Indices) -> Array:
        """Return the state of each word of all sentences, one below the other."""
        words = [word for sentence in sentences for word in sentence]
        contexts = [kind for sentence in sentences for kind in context(sentence)]
        x = self._known(words) + self._weights["context.weight"][contexts]
        place = np.arange(len(words)) - np.repeat(lengths.cumsum() - lengths, lengths)
        behind = np.repeat(lengths, lengths) - place - 1
        for layer, dilation in enumerate(self._tables.dilations):
            x = x + self._window(layer, x, (place >= dilation, behind >= dilation), dilation)
        return _level(x)

    def _window(self, layer: int, x: Array, has: tuple[NDArray[np.bool_], NDArray[np.bool_]], dilation: int) -> Array:
        """Return what a window layer adds: a mix of each word with its neighbours to the left and right, as far as it `has` them."""
        size, width = x.shape
        three = np.zeros((size, 3 * width), dtype=np.float32)
        three[:, width : 2 * width] = y = _level(x)
        three[dilation:, :width] = y[: max(size - dilation, 0)]
        three[: max(size - dilation, 0), 2 * width :] = y[dilation:]
        three[~has[0], :width] = 0
        three[~has[1], 2 * width :] = 0
        return np.maximum(self._linear(f"layers.{layer}.mix", three), 0)

    def _linear(self, name: str, x: Array) -> Array:
        """Return `x` through a matrix. Rows are filled up to a multiple of eight, so that a row's sums do not hang on the others."""
        size = len(x)
        full = -size % 8
        if full:
            x = np.concatenate((x, np.zeros((full, x.shape[1]), dtype=np.float32)))
        product: Array = x @ self._weights[name + ".weight"]
        product += self._weights[name + ".bias"]
        return product[:size]

    def _known(self, words: list[str]) -> Array:
        """Return the features of each word; those of new words are computed and kept."""
        rows = self._words
        new = [word for word in dict.fromkeys(words) if word not in rows]
        if new:
            if len(rows) + len(new) > _REMEMBERED:
                rows.clear()
                self._features = self._features[:0]
                new = list(dict.fromkeys(words))
            self._features = np.concatenate((self._features, self._compute(new)))
            rows.update(zip(new, range(len(rows), len(rows) + len(new)), strict=True))
        return self._features[[rows[word] for word in words]]

    def _compute(self, words: list[str]) -> Array:
        """Return the features of words, one row each."""
        ids = word_rows(words, self._vocabulary)
        weights = self._weights
        embedded = weights["word.weight"][ids[:, 0]] * weights["word.scale"][ids[:, 0], None]
        for column in range(1, ids.shape[1]):
            embedded += weights["affix.weight"][ids[:, column]] * weights["affix.scale"][ids[:, column], None]
        return np.maximum(self._linear("project", embedded), 0)

    def _heads(self, states: Array, ends: Indices) -> list[list[int]]:
        """Return the governors of each sentence's words."""
        width = np.float32(self._weights["root"].shape[0] ** 0.5)
        dependent = np.maximum(self._linear("dependent", states), 0) / width
        governor = np.maximum(self._linear("governor", states), 0)
        roots = dependent @ self._weights["root"]
        result, start = [], 0
        for end in ends.tolist():
            size = end - start
            scores = np.empty((size, size + 1), dtype=np.float32)
            scores[:, 0] = roots[start:end]
            np.matmul(dependent[start:end], governor[start:end].T, out=scores[:, 1:])
            scores[:, 1:] += self._distances[:size, :size]
            result.append(decoding.tree(scores))
            start = end
        return result

    def _relations(self, states: Array, heads: list[list[int]]) -> list[int]:
        """Return the best relation of each word to its governor."""
        far = self._weights["label_distance.weight"].shape[0] // 2
        first = np.repeat(np.cumsum([0, *map(len, heads[:-1])]), [len(h) for h in heads])
        local = np.concatenate([np.array(h, dtype=np.intp) for h in heads])
        place = np.arange(len(local)) - first
        root = local < 0
        governor = self._linear("label_governor", states)[np.where(root, 0, local + first)]
        governor[root] = self._weights["label_root"]
        apart = np.where(root, 0, (local - place).clip(-far, far)) + far
        mixed = self._linear("label_dependent", states) + governor + self._weights["label_distance.weight"][apart]
        scores = self._linear("relations", np.maximum(mixed, 0))
        scores[~root, self._tables.relations.index("root")] = decoding.NEVER
        return scores.argmax(1).tolist()


def _level(x: Array) -> Array:
    """Return each row at unit length per coordinate (root mean square)."""
    scale = np.einsum("ij,ij->i", x, x) / np.float32(x.shape[1])
    return x / np.sqrt(scale + np.float32(1e-6))[:, None]


def _distances(learned: Array) -> Array:
    """Return what the distance of two words adds to their score, for a sentence of `_PIECE` words; never a word under itself."""
    far = len(learned) // 2
    place = np.arange(_PIECE)
    table = learned[(place[None, :] - place[:, None]).clip(-far, far) + far].astype(np.float32)
    np.fill_diagonal(table, decoding.NEVER)
    return table


def _pieces(words: Sequence[str]) -> list[Sequence[str]]:
    """Cut a very long sentence behind signs where that is possible; no piece is empty or longer than `_PIECE`."""
    if len(words) <= _PIECE:
        return [words] if words else []
    pieces, start = [], 0
    while start < len(words):
        end = min(start + _PIECE, len(words))
        if end < len(words):
            end = next((i + 1 for i in range(end - 1, start + _PIECE // 2, -1) if words[i] in _BREAKS), end)
        pieces.append(words[start:end])
        start = end
    return pieces


def _joined(pieces: list[ParsedSentence]) -> ParsedSentence:
    """Hang the later pieces of a sentence from the root of the first."""
    if len(pieces) == 1:
        return pieces[0]
    heads: list[int] = []
    relations: list[str] = []
    for piece in pieces:
        shift, later = len(heads), bool(heads)
        top = heads.index(-1) if later else -1
        heads.extend(top if head == -1 else head + shift for head in piece.heads)
        relations.extend("parataxis" if later and relation == "root" else relation for relation in piece.relations)
    return ParsedSentence(
        tags=tuple(tag for piece in pieces for tag in piece.tags),
        fine=tuple(tag for piece in pieces for tag in piece.fine),
        lemmas=tuple(word for piece in pieces for word in piece.lemmas),
        heads=tuple(heads),
        relations=tuple(relations),
        entities=tuple(label for piece in pieces for label in piece.entities),
    )


def load() -> LightParser:
    """Return the parser with the weights of the package."""
    with files("copydesk.models").joinpath("light.npz").open("rb") as file, np.load(file) as arrays:
        tables = msgspec.json.decode(arrays["tables"].tobytes(), type=Tables)
        weights = {name: arrays[name] for name in arrays.files if name != "tables"}
    large = ("word.weight", "affix.weight")  # these stay in one byte per number
    return LightParser(tables, {name: array if name in large else array.astype(np.float32) for name, array in weights.items()})
