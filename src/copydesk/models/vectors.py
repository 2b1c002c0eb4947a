"""Meaning of texts as vectors: static word vectors of the `wordllama` package, offline."""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class _Embedder(Protocol):
    def embed(self, texts: list[str], *, norm: bool) -> NDArray[np.float32]: ...


class WordVectors:
    """Fulfils `copydesk.ports.Vectors`.

    Args:
        model: What turns texts into rows of unit length.
        version: Of the package it is from.
        dimensions: Length of a row.
    """

    def __init__(self, model: _Embedder, version: str, dimensions: int) -> None:
        self._model = model
        self._version = version
        self._dimensions = dimensions

    @property
    def name(self) -> str:
        """Name and version."""
        return f"wordllama {self._version}"

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row per text; see [`Vectors.embed`][copydesk.ports.Vectors.embed]."""
        rows = np.zeros((len(texts), self._dimensions), dtype=np.float32)
        filled = [i for i, text in enumerate(texts) if text.strip()]
        if filled:
            rows[filled] = np.nan_to_num(self._model.embed([texts[i] for i in filled], norm=True))
        return rows


def load() -> WordVectors:
    """Return the vectors that lie in the `wordllama` package; nothing is downloaded."""
    import wordllama  # noqa: PLC0415 -- 0.3 s of import

    folder = Path(wordllama.__file__).parent
    model = wordllama.WordLlama.load(cache_dir=folder, disable_download=True)
    return WordVectors(model, version("wordllama"), int(model.embedding.shape[1]))
