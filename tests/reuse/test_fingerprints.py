"""Fingerprints: whatever long run two texts share, they share one of these."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from copydesk.reuse.fingerprints import EMPTY, ONLY_QUOTES, OWN, SHORT, Fingerprints, fingerprints_of, runs_of
from copydesk.reuse.folding import folding
from copydesk.reuse.words import Cutter, text_words
from copydesk.text.shingles import winnowed

RUN, WINDOW = 8, 16
word = st.sampled_from([f"w{n}" for n in range(40)])


def made(text: str) -> Fingerprints:
    """Return the fingerprints of a text."""
    return fingerprints_of(text_words(text, folding()), RUN, WINDOW)


@given(st.lists(word, max_size=30), st.lists(word, min_size=RUN + WINDOW - 1, max_size=60), st.lists(word, max_size=30))
def test_a_shared_run_of_a_window_leaves_a_shared_fingerprint(before: list[str], shared: list[str], after: list[str]) -> None:
    one, other = made(" ".join(["x1", *before, *shared])), made(" ".join([*shared, "y1", *after]))
    assert set(one.hashes.tolist()) & set(other.hashes.tolist())


@given(st.lists(word, max_size=200))
def test_they_are_what_winnowing_keeps(words: list[str]) -> None:
    cut = text_words(" ".join(words), folding())
    runs = runs_of(cut.hashes, RUN)
    assert len(runs) == max(0, len(words) - RUN + 1)
    if len(runs):
        assert fingerprints_of(cut, RUN, WINDOW).hashes.tolist() == runs[winnowed(runs, WINDOW)].tolist()


def test_quoted_words_leave_none() -> None:
    quote = " ".join(f"said{n}" for n in range(60))
    own = " ".join(f"own{n}" for n in range(60))
    assert not set(made(f"“{quote}” {own}").hashes.tolist()) & set(made(quote).hashes.tolist())


def test_the_basis_says_what_a_text_offers() -> None:
    quote = " ".join(f"said{n}" for n in range(60))
    assert [made(text).basis[0] for text in ("", "four words of text", f"“{quote}”", quote)] == [EMPTY, SHORT, ONLY_QUOTES, OWN]
    assert len(made(f"“{quote}”").hashes) > 0
    assert made("four words of text").hashes.tolist() == made("Four words, of TEXT!").hashes.tolist()


def test_texts_are_counted_from_nought() -> None:
    data = np.frombuffer(b"a b c d e f g h i jk l", np.uint8)
    found = fingerprints_of(Cutter(folding()).words_of(data, np.array([0, 19, 22])), RUN, WINDOW)
    assert found.texts.tolist() == [0, 1]
