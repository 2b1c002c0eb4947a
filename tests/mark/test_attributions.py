import pytest
from tests.mark.conftest import Marker

from copydesk.records import Marks
from copydesk.text.attitudes import CUES


def told(text: str, marks: Marks) -> list[tuple[str, str, str | None, str]]:
    return [(one.kind, one.cue, one.holder, text[one.start : one.end]) for one in marks.attributions]


# text, kind, cue, holder, content
ATTITUDES = [
    ("Rada Venn opposes the new dam.", "stance", "opposes", "Rada Venn", "the new dam"),
    ("The mayor praised the firefighters after the storm.", "stance", "praised", "The mayor", "the firefighters"),
    ("The union wants to keep the bridge.", "intention", "wants", "The union", "keep the bridge"),
    ("The mayor refused on Tuesday to sell the mill.", "intention", "refused", "The mayor", "sell the mill"),
    ("The mayor talked about the mill.", "speech", "talked", "The mayor", "the mill"),
    ("The mayor accused the union of greed.", "stance", "accused", "The mayor", "the union of greed"),
    ("Rada Venn is confident that the dam will hold.", "belief", "confident", "Rada Venn", "the dam will hold"),
    ("Rada Venn was critical of the plan.", "speech", "critical", "Rada Venn", "the plan"),
    ("The mayor's fear that the dam could burst is old.", "belief", "fear", "The mayor", "the dam could burst"),
    ("Their criticism of the plan was loud.", "stance", "criticism", "Their", "the plan"),
    ("The plan was praised by the union.", "stance", "praised", "the union", "The plan"),
    ("The dam is expected to hold.", "belief", "expected", None, "The dam is expected to hold"),
    ("Officials were told that the dam would hold.", "speech", "told", "Officials", "the dam would hold"),
    ("Venn came to Davor to praise the plan.", "stance", "praise", "Venn", "the plan"),
    # Headlines: the tagger takes the verb for a noun.
    ("Mayor assails the plan.", "stance", "assails", "Mayor", "the plan"),
]


@pytest.mark.parametrize("case", ATTITUDES, ids=lambda case: case[0][:40])
def test_an_attitude_has_its_kind_cue_holder_and_content(marked: Marker, case: tuple[str, str, str, str | None, str]) -> None:
    text, *expected = case
    marks = marked(text)
    assert told(text, marks) == [tuple(expected)]
    assert marks.quotes == ()
    (one,) = marks.attributions
    assert text[one.cue_start : one.cue_end].lower() == one.cue
    assert one.holder is None or text[one.holder_start : one.holder_end] == one.holder


NOTHING_HELD = [
    "The mayor opened the bridge on Monday.",
    "The pledged sum of 40 marks was paid.",
    "The plan has three parts.",
    "The report that shocked the town is old.",
    "“We oppose the dam,” Rada Venn said.",
    "Rada Venn said the union opposes the dam.",
]


@pytest.mark.parametrize("text", NOTHING_HELD)
def test_deeds_and_what_stands_in_a_quote_are_no_attitudes(marked: Marker, text: str) -> None:
    assert marked(text).attributions == ()


ENDS = [
    ("The mayor praised the plan, and the union left.", "the plan"),
    ("The mayor praised the plan and sold the mill.", "the plan"),
    ("The mayor praised the dam, the mill and the bridge.", "the dam, the mill and the bridge"),
    ("The mayor praised the plan in an interview with the Davor Times.", "the plan"),
    ("The mayor opposes Venn (of Pelm) and Arlen.", "Venn (of Pelm) and Arlen"),
    ("Those who support the mayor were at the mill.", "the mayor"),
]


@pytest.mark.parametrize(("text", "words"), ENDS)
def test_what_is_held_ends_where_the_writer_goes_on(marked: Marker, text: str, words: str) -> None:
    assert [text[one.start : one.end] for one in marked(text).attributions][:1] == [words]


def test_only_the_outermost_of_two_attributions_is_marked(marked: Marker) -> None:
    text = "The mayor denounced the union's criticism of the plan."
    assert told(text, marked(text)) == [("stance", "denounced", "The mayor", "the union's criticism of the plan")]


def test_a_clause_with_a_few_quoted_words_is_told_beside_the_quote(marked: Marker) -> None:
    text = "Rada Venn called the plan “a dangerous joke” on Monday."
    marks = marked(text)
    assert [text[q.words_start : q.words_end] for q in marks.quotes] == ["a dangerous joke"]
    ((kind, cue, holder, words),) = told(text, marks)
    assert (kind, cue, holder) == ("speech", "called", "Rada Venn")
    assert words.startswith("the plan “a dangerous joke”")


def test_what_an_outlet_reports_is_attributed_to_it_and_no_quote(marked: Marker) -> None:
    text = "The Davor Times said the bridge is unsafe."
    marks = marked(text)
    assert marks.quotes == ()
    assert told(text, marks) == [("speech", "said", "The Davor Times", "the bridge is unsafe")]


def test_a_holder_knows_its_entity(marked: Marker) -> None:
    marks = marked("Prime Minister Rada Venn opened the bridge. Venn opposes the new dam.")
    (one,) = marks.attributions
    assert one.entity is not None
    assert (marks.entity(one.entity).name, one.known) == ("Rada Venn", "named")


def test_part_of_a_text_keeps_its_attributions(marked: Marker) -> None:
    text = "It is late. Rada Venn opposes the new dam."
    begin = text.index("Rada")
    (one,) = marked(text).within(begin, len(text)).attributions
    part = text[begin:]
    assert (part[one.start : one.end], part[one.cue_start : one.cue_end]) == ("the new dam", "opposes")
    assert part[one.holder_start : one.holder_end] == "Rada Venn"
    (cut,) = marked(text).within(text.index("opposes"), len(text)).attributions
    assert (cut.holder, cut.holder_start) == ("Rada Venn", -1)


def test_a_cue_has_one_kind_for_each_thing_it_takes() -> None:
    assert CUES["verb"]["want"] == {"object": "intention", "to": "intention"}
    assert CUES["verb"]["talk"]["about"] == "speech"
