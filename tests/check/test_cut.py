"""What was cut out of a cited sentence is judged as if it had been marked anew, and what was lost on the way is still seen."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.check.articles import article, marks_of

from copydesk.check import CheckConfig, Pool, at_once, check
from copydesk.records import Marks, Passage, Statement, Verdict

TEXT = (
    "Mayor Greta Solberg did not close the old bridge on Monday, although fewer than 70 engineers had inspected it, and she said "
    "that the harbour police, who lost 3 boats in the storm, would guard it until May."
)
ONE = article(TEXT, outlet="The Tarn Courier")
CITED = (Passage(article_id="a", start=0, end=len(TEXT), text=TEXT),)
POOL = Pool([ONE])


def found(text: str) -> Verdict | Marks | None:
    return at_once(text, CITED, POOL, CheckConfig())


def judged(text: str, marks: Marks) -> str:
    (verdict,) = check([Statement(text=text, marks=marks, citations=CITED)], POOL, CheckConfig())
    return verdict.label


@pytest.mark.parametrize("frame", ["{}", "The Tarn Courier reports that {}", "According to The Tarn Courier, {}"])
def test_a_cited_sentence_itself_is_supported_without_marks(frame: str) -> None:
    verdict = found(frame.format(TEXT))
    assert isinstance(verdict, Verdict)
    assert verdict.label == "supported"
    assert (verdict,) == check([Statement(text=frame.format(TEXT), marks=marks_of(frame.format(TEXT)), citations=CITED)], POOL,
                               CheckConfig())  # fmt: skip


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Mayor Greta Solberg did not close the old bridge on Monday.", "supported"),
        ("Greta Solberg did not close the bridge, The Tarn Courier reports.", "supported"),
        ("Mayor Greta Solberg did close the old bridge on Monday.", "contradicted"),
        ("The harbour police lost 3 boats in the storm.", "partly"),
    ],
)
def test_a_sentence_that_was_cut_out_is_judged_as_one_that_was_marked(text: str, label: str) -> None:
    marks = found(text)
    assert isinstance(marks, Marks)
    assert judged(text, marks) == judged(text, marks_of(text)) == label


@pytest.mark.parametrize(
    "text",
    [
        "70 engineers had inspected it.",  # the rest of "fewer than 70"
        "Greta Solberg closed the old bridge.",
        "The old bridge did not close Greta Solberg.",
        "",
    ],
)
def test_whatever_else_was_done_to_it_has_to_be_marked(text: str) -> None:
    assert found(text) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(TEXT.replace(",", " ,").split()), max_size=20).map(" ".join))
def test_any_text_gets_marks_that_stand_where_its_words_stand(text: str) -> None:
    marks = found(text)
    if isinstance(marks, Marks):
        assert all(0 <= t.start < t.end <= len(text) and -1 <= t.head < len(marks.tokens) for t in marks.tokens)
        spans = [(m.start, m.end) for m in marks.amounts] + [(m.start, m.end) for m in marks.dates]
        assert all(text[start:end].strip() for start, end in spans)
        judged(text, marks)
