"""Words in the form in which they are compared: spelling habits of outlets do not tell them apart."""

import pytest

from copydesk.text.shingles import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [("don’t", "don't"), ("O’Brien", "o'brien"), ("Japan’s", "Japan"), ("U.S.", "US"), ("1,500", "1500"), ("Émile", "emile")],
)
def test_spellings_of_one_word_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("tree", "trees"), ("1500", "1501"), ("क", "कि"), ("won’t", "want")])
def test_other_words_stay_others(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_word_of_signs_alone_is_kept() -> None:
    assert fold("’") == "’"
