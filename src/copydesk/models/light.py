"""The built-in parser: a small network that runs in numpy.

    words -> features (form, beginning, end, shape), remembered for each different word
          -> window layers (a word and its neighbours at growing distances, all sentences at once)
          -> tags | governors (a score for each pair of words) -> trees -> relations | names

Governors are scored as by Dozat and Manning (2017), the window layers are dilated convolutions as in Strubell et al. (2017).
The weights are made by `scripts/train_parser`, which also says from what.
"""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import chain

import msgspec
import numpy as np
import threadpoolctl
from numpy.typing import NDArray

from copydesk.models.decoding import NEVER, Flags, NameLabels, names, trees
from copydesk.models.features import CAPITAL, context
from copydesk.models.memory import Memory
from copydesk.models.network import Indices, Layout, Network, Scores
from copydesk.ports import ParsedSentence
from copydesk.text.lemmas import lemma

# A longer sentence is parsed in pieces, because the scores of pairs grow with the square of its length.
LONGEST = 160
# Words that go through the network at once: more cost memory (some 10 kB each) and are no faster; 300 are a fifth slower.
TOGETHER = 2_000
# Penn tags of words at the edges of names; nouns and adjectives only with a capital.
_PROPER, _NUMBER = frozenset({"NNP", "NNPS"}), frozenset({"CD"})
_NOUN, _ADJECTIVE = frozenset({"NN", "NNS", "FW"}), frozenset({"JJ"})
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
    """Fulfils `copydesk.ports.Parser`; for one thread at a time, since it keeps room for its numbers and remembers words.

    Args:
        tables: What the columns mean.
        weights: Arrays by name, as `scripts/train_parser` writes them.
    """

    def __init__(self, tables: Tables, weights: dict[str, NDArray[np.float16] | NDArray[np.int8]]) -> None:
        self._tables = tables
        vocabulary = {word: i for i, word in enumerate(tables.words)}
        self._network = Network(weights, vocabulary, tables.dilations, LONGEST, TOGETHER)
        pairs = [tag.split(" ") for tag in tables.tags]
        fine = [tag for _, tag in pairs]
        self._universal, self._fine = _listed([tag for tag, _ in pairs]), _listed(fine)
        self._number, self._noun, self._adjective, self._may_end = (
            np.array([tag in kind for tag in fine]) for kind in (_NUMBER, _NOUN, _ADJECTIVE, _PROPER | _NUMBER)
        )
        self._names = NameLabels(tables.entities)
        self._relation = _listed(tables.relations)
        self._root = tables.relations.index("root")
        # Our matrices are small: two threads that wait for each other took five times the CPU time of one on a busy machine.
        self._threads = threadpoolctl.ThreadpoolController()
        self._memory = Memory(
            self._network.given, self._network.kept, TOGETHER, lambda word, tag: lemma(word, fine[tag], vocabulary)
        )

    @property
    def name(self) -> str:
        """Name and version."""
        return f"copydesk-light {self._tables.version}"

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[ParsedSentence]:
        """Analyse tokenised sentences; see [`Parser.parse`][copydesk.ports.Parser.parse]."""
        cut = [_pieces(sentence) for sentence in sentences]
        pieces = [piece for sentence in cut for piece in sentence]
        with self._threads.limit(limits=1, user_api="blas"):
            parsed = chain.from_iterable(map(self._parse, _batches(pieces)))
            return [_joined([next(parsed) for _ in sentence]) for sentence in cut]

    def _parse(self, sentences: Sequence[Sequence[str]]) -> list[ParsedSentence]:
        """Analyse sentences of 1 to `LONGEST` words."""
        layout = Layout.of(list(map(len, sentences)))
        numbers = self._memory.numbers(list(chain.from_iterable(sentences)))
        casings = self._memory.casings(numbers)
        scores = self._network.run(self._memory.rows(numbers, context(casings, layout.starts)), layout)
        tags = scores.tags.argmax(1)
        heads = trees(self._network.arcs(scores, layout), layout.starts, layout.sizes)
        columns = (
            self._universal[tags].tolist(),
            self._fine[tags].tolist(),
            self._memory.lemmas(numbers, tags),
            heads.tolist(),
            self._relations(scores, heads, layout),
            names(scores.entities, self._names, layout.starts, self._edges(casings, tags)),
        )
        bounds = zip(layout.starts.tolist(), (layout.starts + layout.sizes).tolist(), strict=True)
        return [ParsedSentence(*[tuple(column[start:end]) for column in columns]) for start, end in bounds]

    def _edges(self, casings: Indices, tags: Indices) -> tuple[Flags, Flags]:
        """Return which words may begin a name and which may end one: a name is not all adjectives."""
        capital = casings >= CAPITAL
        last = self._may_end[tags] | (self._noun[tags] & capital)
        return last & ~self._number[tags] | (self._adjective[tags] & capital), last

    def _relations(self, scores: Scores, heads: Indices, layout: Layout) -> list[str]:
        """Return the relation of each word: `root` for the root and for no other."""
        found = self._network.relations(scores, heads, layout)
        found[:, self._root] = NEVER
        best = found.argmax(1)
        best[heads < 0] = self._root
        relations: list[str] = self._relation[best].tolist()
        return relations


def _listed(strings: Sequence[str]) -> NDArray[np.object_]:
    """Return strings as an array that is looked up for many words at once."""
    return np.array(strings, dtype=object)


def _pieces(words: Sequence[str]) -> list[Sequence[str]]:
    """Cut a very long sentence, behind a sign where that is possible; no piece is empty or longer than `LONGEST`."""
    if len(words) <= LONGEST:
        return [words] if words else []
    pieces, start = [], 0
    while start < len(words):
        end = min(start + LONGEST, len(words))
        if end < len(words):
            end = next((i + 1 for i in range(end - 1, start + LONGEST // 2, -1) if words[i] in _BREAKS), end)
        pieces.append(words[start:end])
        start = end
    return pieces


def _batches(pieces: Sequence[Sequence[str]]) -> Iterator[Sequence[Sequence[str]]]:
    """Yield the sentences in groups of about `TOGETHER` words."""
    start = filled = 0
    for end, piece in enumerate(pieces):
        if filled and filled + len(piece) > TOGETHER:
            yield pieces[start:end]
            start, filled = end, 0
        filled += len(piece)
    if filled:
        yield pieces[start:]


def _joined(pieces: list[ParsedSentence]) -> ParsedSentence:
    """Hang the later pieces of a sentence from the root of the first."""
    if len(pieces) == 1:
        return pieces[0]
    heads: list[int] = []
    relations: list[str] = []
    top = pieces[0].heads.index(-1) if pieces else -1
    for piece in pieces:
        shift = len(heads)
        heads.extend((top if shift else -1) if head == -1 else head + shift for head in piece.heads)
        relations.extend("parataxis" if shift and relation == "root" else relation for relation in piece.relations)
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
        return LightParser(tables, {name: arrays[name] for name in arrays.files if name != "tables"})
