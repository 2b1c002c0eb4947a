"""Contractions written out."""

import pytest

from copydesk.text.contractions import expanded
from copydesk.text.shingles import words


@pytest.mark.parametrize(
    ("short", "written"),
    [
        ("We don’t know", "we do not know"),
        ("They won't, and can’t", "they will not and can not"),
        ("It cannot be", "it can not be"),
        ("He’s been told that it's so", "he has been told that it is so"),
        ("We’re, we've, we’ll, I'm, they’d", "we are we have we will i am they would"),
        ("we ca n't , I ’ m and he 's", "we can not i am and he is"),
        ("a team of O'Brien", "a team of obrien"),
    ],
)
def test_contractions_are_written_out(short: str, written: str) -> None:
    assert [word.folded for word in expanded(words(short), short)] == written.split()


def test_each_part_stands_at_its_own_signs() -> None:
    text = "We don’t."
    assert [text[word.start : word.end] for word in expanded(words(text), text)] == ["We", "do", "n’t"]
