import pytest

from copydesk.spans import Span
from copydesk.text.quotes import is_title, is_whole, names_work, quoted


def words(text: str) -> list[str]:
    return [text[q.words_start : q.words_end] for q in quoted(text, [Span(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One,” he said, “two.”", ["One,", "two."]),
        ('"One," he said, "two."', ["One,", "two."]),
        ('" One , " he said , " two . "', ["One ,", "two ."]),
        ("„One“ and «two» and “three”", ["One", "two", "three"]),
        ("`` One , '' he said .", ["One ,"]),
        ("''One,'' he said.", ["One,"]),
        ("He said ‘one’ and 'two'.", ["one", "two"]),
        ("“He said ‘one’ to me,” she said.", ["He said ‘one’ to me,"]),
        ("The miners' plan and the bakers' plan", []),
        ("It's 5' 2\" tall", []),
        ('“One" he said.', ["One"]),
        ("“He calls “one” two,” she said.", ["He calls “one” two,"]),
        ("“One is two.“", ["One is two."]),
        ("“One “two” three.", ["One “two"]),
    ],
)
def test_every_quotation_mark_is_read(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_sign_that_never_closes_opens_nothing() -> None:
    assert words("“One, he said. Two.") == []


def test_a_quote_goes_on_in_the_next_paragraph_that_opens_it_again() -> None:
    text = "“One.\n“Two.”"
    first, second = quoted(text, [Span(0, 5), Span(6, 12)])
    assert first.continues
    assert text[first.start : first.end] == "“One."
    assert text[second.start : second.end] == "“Two.”"


def test_titles_and_parts_are_told_from_speech() -> None:
    assert is_title("The Long Winter of Davor")
    assert not is_title("The long winter is over.")
    assert is_whole("It is late,", "")
    assert not is_whole("crowning partnership", "He spoke of a ")


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("Face the River,", "The mayor said on "),
        ("The Morning Ferry,", "On an episode of "),
        ("Ferries.", "She sat down for his show, "),
        ("State of the River.", "Venn said on DNN's "),
        ("Friends of Davor 2031.", "Venn was the founder of "),
        ("Guardians of the River,", "He starred in “Ferries” and "),
    ],
)
def test_a_work_is_told_by_what_stands_before_its_title(words: str, before: str) -> None:
    assert names_work(words, before)


@pytest.mark.parametrize(
    ("words", "before"),
    [
        ("The river will rise,", "She said on "),
        ("Stop the Ferry,", "The crowd broke into chants of "),
        ("Stop the Ferry,", "The hall rang with shouts of "),
        ("Stop the Ferry,", ""),
        ("Not in Davor,", "Venn said, "),
    ],
)
def test_speech_with_capitals_is_no_work(words: str, before: str) -> None:
    assert not names_work(words, before)
