"""Compiles what the tests call, so that no single test is slow."""

import numpy as np
import pytest

from copydesk.reuse.fingerprints import fingerprints_of, runs_of
from copydesk.reuse.folding import folding
from copydesk.reuse.packing import Room, packed, stride_of, unpack, widened
from copydesk.reuse.passages import Texts, passages_of
from copydesk.reuse.words import text_words


@pytest.fixture(scope="session", autouse=True)
def _compiled() -> None:
    words = text_words("some words " * 30, folding())
    fingerprints_of(words, 8, 16)
    runs_of(words.hashes, 8)
    stored = widened([packed(words), packed(text_words("a" * 300, folding()))])
    size = len(words.hashes) + 1
    room = Room(np.empty(size, np.uint32), np.empty(size, np.bool_), np.empty(size, np.uint32), np.empty(size, np.uint32))
    for one in (packed(words), stored):
        unpack(one.data, one.widths, np.diff(one.bounds) // stride_of(one.widths), room, 0)
    passages_of(Texts(words.hashes, words.quoted, words.bounds), np.array([[0, 0]]))
