from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.sentences import sentences

CASES = [
    ["He spoke in the U.S. Capitol at 5 p.m. Tuesday.", "Then he left."],
    ["The Japan-U.S. alliance is old.", "It holds."],
    ["J. K. Arlen met Mr. Venn, Sen. Arl and Dr. Moor.", "They talked."],
    ["He moved to the U.S.", "The plan failed."],
    ["“That is it.", "We go on.”", "He left."],
    ['"Is it over?" Venn asked.', "Then he left."],
    ['"Go!"', "Venn said he was glad."],
    ["“He is here,” she said.", "“He is not,” he said."],
    ["The end …", "And so on."],
    ["See Davor.com for it.", "It is new."],
    ["No. 5 is out.", "So is Plan B.", "It works."],
    ["`` If there was more , I would , '' the judge said .", "Arl was spared ."],
    ["He fell (in May).", "She left."],
    ["The ban holds from 1 May.", "Emergency doctors want more."],
    ["Work ends on 3 Dec.", "“We are late,” she said."],
    ["It ended on Dec. 3 at noon.", "All left."],
    ["They met Const. Smith, Cst. Arlen and Pte. Moor near Asst. Chief Venn.", "They talked."],
    ["It ended Jan. 5 at noon.", "All left."],
    ["‘I know it.’", "He left."],
]


@pytest.mark.parametrize("parts", CASES)
def test_news_sentences_are_cut_where_an_editor_would(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[s.start : s.end] for s in sentences(text)] == parts


@given(st.text(max_size=400))
def test_sentences_are_in_order_and_lose_no_word(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[s.start : s.end].split()) for s in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_many_sentences_take_no_more_than_linear_time() -> None:
    """One piece of this length took sentencex minutes; windows keep it short."""
    assert len(sentences("It is so. “Yes. No " * 60_000)) > 100_000
