"""What the parser remembers of words never changes what it says of them."""

from collections.abc import Sequence

import numpy as np
import pytest

from copydesk.models import memory
from copydesk.models.memory import Array, Indices, Memory


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Memory:
    """A memory for ten words that keeps each word's length and context."""
    monkeypatch.setattr(memory, "REMEMBERED", 10)

    def compute(words: Sequence[str], contexts: Indices) -> Array:
        return np.array([(len(word), context) for word, context in zip(words, contexts, strict=True)], dtype=np.float32)

    return Memory(compute, 2, 10, lambda word, tag: f"{word}/{tag}")


def test_words_are_told_apart_when_others_had_to_go(small: Memory) -> None:
    for first in range(0, 40, 4):
        words = ["a" * length for length in range(first + 1, first + 6)] * 2
        contexts = np.array([0] * 5 + [3] * 5)
        numbers = small.numbers(words)
        rows = small.rows(numbers, contexts)
        assert rows[:, 0].tolist() == [len(word) for word in words]
        assert rows[:, 1].tolist() == contexts.tolist()
        assert small.lemmas(numbers, contexts) == [f"{word}/{tag}" for word, tag in zip(words, contexts, strict=True)]


def test_casing_hangs_on_the_word(small: Memory) -> None:
    assert small.casings(small.numbers(["Venn", "venn", "VENN", ","])).tolist() == [3, 2, 4, 0]
