import pytest

from copydesk.read.decoding import decode

WORDS = "“No,” she said — the café’s €5 coffee is naïve, and that is all there is to say about it today. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_told_apart(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


def test_a_declared_character_set_counts_where_utf_8_fails() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Мост закрыт до весны, сообщил совет.</body></html>'
    assert decode(page.encode("cp1251")) == page


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert decode(b'<meta charset="iso-8859-1"> \x93No\x94') == '<meta charset="iso-8859-1"> “No”'


def test_utf_8_written_twice_is_undone() -> None:
    assert decode("the mayor’s café".encode().decode("cp1252").encode()) == "the mayor’s café"


def test_a_few_stray_bytes_do_not_spoil_the_rest() -> None:
    assert decode(WORDS.encode() + "the mayor’s".encode("cp1252")) == WORDS + "the mayor’s"


def test_bytes_that_are_no_text_are_none() -> None:
    assert decode(b"\x00\x01\x02\x03\x04\x05\x06\x07") is None
    assert decode(b"GIF89a....") is None
