"""Dictionary forms: rules, irregular forms, and what a word list settles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.lemmas import lemma

KNOWN = frozenset(["rate", "visit", "hope", "stop", "fill", "control", "create", "announce", "bus", "movie"])
CASES = [
    ("said", "VBD", "say"),
    ("Said", "VBD", "say"),
    ("is", "VBZ", "be"),
    ("’re", "VBP", "be"),
    ("rewritten", "VBN", "rewrite"),
    ("rated", "VBN", "rate"),
    ("visited", "VBD", "visit"),
    ("hoping", "VBG", "hope"),
    ("stopped", "VBD", "stop"),
    ("filled", "VBD", "fill"),
    ("controlled", "VBN", "control"),
    ("announced", "VBD", "announce"),
    ("carries", "VBZ", "carry"),
    ("carried", "VBD", "carry"),
    ("watches", "VBZ", "watch"),
    ("goes", "VBZ", "go"),
    ("ministers", "NNS", "minister"),
    ("countries", "NNS", "country"),
    ("buses", "NNS", "bus"),
    ("movies", "NNS", "movie"),
    ("women", "NNS", "woman"),
    ("policemen", "NNS", "policeman"),
    ("crises", "NNS", "crisis"),
    ("1980s", "NNS", "1980s"),
    ("larger", "JJR", "large"),
    ("biggest", "JJS", "big"),
    ("earlier", "RBR", "early"),
    ("best", "JJS", "good"),
    ("n't", "RB", "not"),
    ("wo", "MD", "will"),
    ("them", "PRP", "they"),
    ("States", "NNPS", "States"),
    ("Velmora", "NNP", "Velmora"),
    ("I", "PRP", "I"),
    ("Officials", "NNS", "official"),
    ("the", "DT", "the"),
]


@pytest.mark.parametrize(("word", "fine", "wanted"), CASES)
def test_lemma(word: str, fine: str, wanted: str) -> None:
    assert lemma(word, fine, KNOWN) == wanted


@given(st.text(min_size=1), st.sampled_from(["NN", "NNS", "NNP", "VBD", "VBG", "VBZ", "VBN", "JJR", "RBS", "MD", "DT", "XX"]))
def test_every_word_has_a_lemma(word: str, fine: str) -> None:
    assert lemma(word, fine)
