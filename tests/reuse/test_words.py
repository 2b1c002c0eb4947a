"""Words of an archive: the same whatever the script, the case, the accents and the apostrophes."""

import unicodedata
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.reuse.folding import folding
from copydesk.reuse.words import Cutter, text_words

SPELLINGS = [
    ("Japan’s", "japan's"),
    ("U.S.", "US"),
    ("1,500", "1500"),
    ("Émile", "emile"),
    ("Straße", "STRASSE"),
    ("ﬁnal", "final"),
    ("Ｔｏｋｙｏ", "tokyo"),
    ("co\u00adoperate", "cooperate"),
    ("Не́что", "нечто"),
    ("한국", unicodedata.normalize("NFD", "한국")),
    ("café", unicodedata.normalize("NFD", "café")),
]
HASHES = [1576067699, 1197828764, 645534542, 1902092304]


def spelled(text: str) -> list[str]:
    """Return the words of a text as they stand in it."""
    words = text_words(text, folding())
    return [text[start:end] for start, end in zip(words.starts.tolist(), words.ends.tolist(), strict=True)]


def quoted(text: str) -> list[str]:
    """Return the quoted words of a text."""
    words = text_words(text, folding())
    return [word for word, said in zip(spelled(text), words.quoted.tolist(), strict=True) if said]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spellings_of_one_word_are_one_word(one: str, other: str) -> None:
    first, second = (text_words(text, folding()).hashes.tolist() for text in (one, other))
    assert first == second
    assert len(first) == 1


@pytest.mark.parametrize(("one", "other"), [("tree", "trees"), ("kami", "kamī n"), ("1500", "1501"), ("क", "कि"), ("日本", "日中")])
def test_other_words_are_other_words(one: str, other: str) -> None:
    assert text_words(one, folding()).hashes.tolist() != text_words(other, folding()).hashes.tolist()


def test_signs_part_words_and_apostrophes_do_not() -> None:
    assert spelled("The U.S. sent 1,500 men—“don't,” he said. 3.5 tons") == [
        *("The", "U.S", "sent", "1,500", "men", "don't", "he", "said", "3.5", "tons")
    ]


def test_scripts_without_spaces_are_cut_by_signs() -> None:
    assert spelled("日本の首相 สวัส") == ["日", "本", "の", "首", "相", *"สวัส"]


def test_quoted_words_are_known() -> None:
    assert quoted("He said: “We will not go there again,” and left.") == ["We", "will", "not", "go", "there", "again"]
    assert quoted('He said: "We will not go there again," and left.') == ["We", "will", "not", "go", "there", "again"]
    assert quoted("»Wir gehen dort nicht mehr hin«, sagte er. »Nie.«") == ["Wir", "gehen", "dort", "nicht", "mehr", "hin"]
    assert quoted("Il a dit : « Nous n'irons plus jamais là-bas ».") == ["Nous", "n'irons", "plus", "jamais", "là", "bas"]
    assert quoted("„Wir gehen dort nicht mehr hin“, sagte er.") == ["Wir", "gehen", "dort", "nicht", "mehr", "hin"]


def test_two_backticks_or_apostrophes_are_one_quotation_mark() -> None:
    words = ["We", "don't", "go", "there", "again"]
    for opening, closing in (("``", "''"), ("`` ", " ''"), ("''", "''"), ("‘‘", "’’"), ("``", '"')):
        text = f"It’s the students' plan. He said, {opening}We don't go there again,{closing} and left."
        assert quoted(text) == words, text
    assert quoted("``We don't go there again,''he said, and left with them.") == words


def test_two_apostrophes_that_stand_free_close_a_quote_of_several_lines() -> None:
    text = "`` I do not think so .\nI look forward to it . ''\nHe was not aware of it .\n`` We are all aware of it , '' she said ."
    assert " ".join(quoted(text)) == "I do not think so I look forward to it We are all aware of it"


def test_a_single_backtick_or_apostrophe_quotes_nothing() -> None:
    assert quoted("the students' plan and the teachers' plan were both `not' the boys' plan, it was said") == []


def test_places_behind_doubled_marks_are_exact() -> None:
    assert spelled("``One'' ‘‘two’’ three") == ["One", "two", "three"]


def test_a_quote_of_several_paragraphs_opens_each_and_closes_once() -> None:
    text = "She said:\n\n“One two three four five.\n\n“Six seven eight nine ten.” Then she left."
    assert quoted(text) == ["One", "two", "three", "four", "five", "Six", "seven", "eight", "nine", "ten"]


def test_quotes_behind_signs_without_width_and_in_other_marks() -> None:
    words = ["We", "will", "not", "go", "there"]
    for opening, closing in (('\u200f"', '"\u200f'), ("＂", "＂"), ("‹", "›")):
        assert quoted(f"He said {opening}We will not go there{closing} and left.") == words


def test_texts_of_nothing_but_signs_are_cut() -> None:
    for text in ("\n" * 30_000, '"' * 30_000, "“" * 30_000):
        assert spelled(text) == []


def test_an_accent_behind_its_letter_belongs_to_the_word() -> None:
    text = unicodedata.normalize("NFD", "the café")
    assert spelled(text)[-1] == text[4:]


def test_titles_scare_quotes_and_lost_signs_are_no_quotes() -> None:
    assert quoted("The “so-called reform” of 5'10\" men") == []
    assert quoted('A 7" disc.\n\nMore of it here and there and everywhere. “Nobody said more than this,” he said.') == [
        *("Nobody", "said", "more", "than", "this")
    ]


@given(st.text())
def test_spans_stand_in_the_text_in_order(text: str) -> None:
    words = text_words(text, folding())
    spans = list(zip(words.starts.tolist(), words.ends.tolist(), strict=True))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert (words.hashes > 0).all()


@given(st.lists(st.text(), max_size=5))
def test_texts_do_not_touch_each_other(texts: list[str]) -> None:
    data = [text.encode("utf-8", "replace") for text in texts]
    offsets = np.cumsum([0, *map(len, data)]).astype(np.int64)
    words = Cutter(folding()).words_of(np.frombuffer(b"".join(data), np.uint8), offsets)
    alone = [text_words(text, folding()) for text in texts]
    assert words.hashes.tolist() == [value for one in alone for value in one.hashes.tolist()]
    assert words.quoted.tolist() == [value for one in alone for value in one.quoted.tolist()]


@given(st.binary())
def test_any_bytes_are_cut(data: bytes) -> None:
    words = Cutter(folding()).words_of(np.frombuffer(data, np.uint8), np.array([0, len(data)]))
    assert len(words.hashes) == words.bounds[-1]


def test_hashes_never_change() -> None:
    # Stored archives hold them: another value here needs another VERSION.
    assert text_words("Tokyo 日 U.S. 1,500", folding()).hashes.tolist() == HASHES
