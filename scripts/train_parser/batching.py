"""Tables of what the network's columns mean, and sentences as arrays."""

import random
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import torch
from benchmarks.gum import Sentence
from network import Batch
from torch import Tensor

from copydesk.models.features import casing, context, normal, word_rows

IGNORED = -100  # what the losses pass over


class Tables(NamedTuple):
    """What the columns mean; the first word stands for all that are not listed."""

    words: list[str]
    tags: list[str]
    relations: list[str]
    entities: list[str]

    @classmethod
    def of(cls, train: Sequence[Sentence], counts: Counter[str], least: int) -> "Tables":
        """Return the tables of a corpus, with the words that occur at least so often in raw text."""
        words = {normal(w) for s in train for w in s.words} | {w for w, n in counts.items() if n >= least}
        return cls(
            ["<unknown>", *sorted(words)],
            sorted({f"{t} {f}" for s in train for t, f in zip(s.tags, s.fine, strict=True)}),
            sorted({r for s in train for r in s.relations}),
            sorted({e for s in train for e in s.entities}),
        )


class Encoder:
    """Turns sentences into arrays."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        vocabulary = {word: i for i, word in enumerate(tables.words)}
        self._row = lru_cache(200_000)(lambda word: word_rows([word], vocabulary)[0].tolist())
        self._tag, self._relation, self._entity = ({name: i for i, name in enumerate(names)} for names in tables[1:])

    def batch(self, group: Sequence[Sentence]) -> Batch:
        """Return what the network sees."""
        size, length = len(group), max(len(s.words) for s in group)
        rows = np.zeros((size, length, 6), np.int64)
        contexts, mask = np.zeros((size, length), np.int64), np.zeros((size, length), bool)
        for i, s in enumerate(group):
            n = len(s.words)
            rows[i, :n], contexts[i, :n], mask[i, :n] = [self._row(w) for w in s.words], context([casing(w) for w in s.words]), True
        return Batch(torch.from_numpy(rows), torch.from_numpy(contexts), torch.from_numpy(mask))

    def gold(self, group: Sequence[Sentence]) -> Tensor:
        """Return tags, governors (0 is the root), relations and labels of names, shape (4, sentences, words)."""
        gold = np.full((4, len(group), max(len(s.words) for s in group)), IGNORED, np.int64)
        for i, s in enumerate(group):
            n = len(s.words)
            gold[0, i, :n] = [self._tag.get(f"{t} {f}", IGNORED) for t, f in zip(s.tags, s.fine, strict=True)]
            gold[1, i, :n] = [head + 1 for head in s.heads]
            gold[2, i, :n] = [self._relation.get(r, IGNORED) for r in s.relations]
            gold[3, i, :n] = [self._entity.get(e, IGNORED) for e in s.entities]
        return torch.from_numpy(gold)


def groups(data: Sequence[Sentence], words: int, rng: random.Random) -> list[list[Sentence]]:
    """Return sentences of like length in groups of about so many words, in random order."""
    made: list[list[Sentence]] = [[]]
    filled = 0
    for sentence in sorted(data, key=lambda s: len(s.words) + rng.random() * 4):
        made[-1].append(sentence)
        filled += len(sentence.words)
        if filled >= words:
            made.append([])
            filled = 0
    made = [group for group in made if group]
    rng.shuffle(made)
    return made
