"""The built-in vectors keep what the port promises, without a network."""

import socket
from typing import NoReturn

import numpy as np
import pytest

from copydesk.models import load_vectors, vectors

TEXTS = ["The ferry to Velmora was cancelled.", "", "No boats sailed to Velmora.", " \n\t", "Parliament passed the budget."]


def test_rows_have_unit_length_and_empty_texts_are_zero() -> None:
    rows = load_vectors().embed(TEXTS)
    assert rows.dtype == np.float32
    assert rows.shape[0] == len(TEXTS)
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 0, 1, 0, 1], abs=1e-5)


def test_like_meaning_is_near() -> None:
    rows = load_vectors().embed(TEXTS)
    assert rows[0] @ rows[2] > rows[0] @ rows[4] + 0.1


def test_a_text_has_the_same_row_whatever_stands_beside_it() -> None:
    together = load_vectors().embed(TEXTS)
    alone = np.concatenate([load_vectors().embed([text]) for text in TEXTS])
    assert alone == pytest.approx(together, abs=1e-6)


def test_no_text() -> None:
    assert load_vectors().embed([]).shape == (0, load_vectors().embed(["a"]).shape[1])


def test_loading_asks_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert vectors.load().embed(["offline"]).any()


def test_the_name_says_what_and_which_version() -> None:
    assert load_vectors().name.startswith("wordllama ")
    assert load_vectors() is load_vectors()
