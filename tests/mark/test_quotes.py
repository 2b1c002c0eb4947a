import pytest
from tests.mark.conftest import Marker

from copydesk.mark import MarkContext
from copydesk.records import Block

# text, quoted words, speaker, known, cue
DIRECT = [
    ("“The bridge is safe,” Rada Venn said.", "The bridge is safe,", "Rada Venn", "named", "said"),
    ('"The bridge is safe," Rada Venn said.', "The bridge is safe,", "Rada Venn", "named", "said"),
    ("`` The bridge is safe , '' Rada Venn said .", "The bridge is safe ,", "Rada Venn", "named", "said"),
    ("‘The bridge is safe,’ Rada Venn said.", "The bridge is safe,", "Rada Venn", "named", "said"),
    ("«The bridge is safe,» Rada Venn said.", "The bridge is safe,", "Rada Venn", "named", "said"),
    ("''The bridge is safe,'' Rada Venn said.", "The bridge is safe,", "Rada Venn", "named", "said"),
    ("“The bridge is safe,” said Rada Venn.", "The bridge is safe,", "Rada Venn", "named", "said"),
    ("“It is late,” one senior official said.", "It is late,", "one senior official", "role", "said"),
    ("“It is late,” three ministry officials said.", "It is late,", "three ministry officials", "group", "said"),
    ("“It is late,” one of the aides said on the call.", "It is late,", "one of the aides", "group", "said"),
    ("“It is late,” said one senior administration official.", "It is late,", "one senior administration official", "role", "said"),
    ("“Is it late?” Rada Venn asked.", "Is it late?", "Rada Venn", "named", "asked"),
    ("“It is late,” Rada Venn told reporters in Davor.", "It is late,", "Rada Venn", "named", "told"),
    ("“It is late,” he added.", "It is late,", "he", "pronoun", "added"),
    ("Rada Venn said, “It is late.”", "It is late.", "Rada Venn", "named", "said"),
    ("Rada Venn said: “It is late.”", "It is late.", "Rada Venn", "named", "said"),
    ("According to Rada Venn, “it is late.”", "it is late.", "Rada Venn", "named", "according to"),
    ("“It is late,” according to the report.", "It is late,", "the report", "document", "according to"),
    ("Rada Venn called the plan “a dangerous joke” on Monday.", "a dangerous joke", "Rada Venn", "named", "called"),
    (
        "“It is late,” Rada Venn, a doctor at a clinic in Davor, in the north, told a radio station.",
        "It is late,",
        "Rada Venn",
        "named",
        "told",
    ),
    ("The plan will “align and produce” weapons, an official said.", "align and produce", "an official", "role", "said"),
    ("She put it plainly: “It is late.”", "It is late.", "She", "pronoun", "put"),
    ("“It is late,” its chairman, Øyvind Arlen, said.", "It is late,", "its chairman, Øyvind Arlen", "named", "said"),
    ("“It is late,” said its chairman, Øyvind Arlen.", "It is late,", "its chairman, Øyvind Arlen", "named", "said"),
    (
        "“It is late,” the 43-year-old nurse, who comes from Pelm every morning, told the paper on Friday.",
        "It is late,",
        "the 43-year-old nurse",
        "role",
        "told",
    ),
    ("“It is late.” — Rada Venn", "It is late.", "Rada Venn", "named", "—"),
]


# A speaker's name has no words of the verb and no time in it.
DIRECT += [
    ("Rada Venn was heard saying: “It is late.”", "It is late.", "Rada Venn", "named", "saying"),
    ("Rada Venn often laughed, saying, “It is late.”", "It is late.", "Rada Venn", "named", "saying"),
    ("“It is late,” Rada Venn on Tuesday told reporters.", "It is late,", "Rada Venn", "named", "told"),
    ("“It is late,” Rada Venn this week said.", "It is late,", "Rada Venn", "named", "said"),
]

# Any verb may speak that stands right behind a quote with its comma or mark inside.
DIRECT += [
    ("“It is late,” crowed mayor Rada Venn.", "It is late,", "mayor Rada Venn", "named", "crowed"),
    ("“It was a long night,” sighed Rada Venn, a nurse.", "It was a long night,", "Rada Venn", "named", "sighed"),
    ("“It is late!” thundered the mayor on Friday.", "It is late!", "the mayor", "role", "thundered"),
    ("Then he said: “It is late.”", "It is late.", "he", "pronoun", "said"),
]


@pytest.mark.parametrize("case", DIRECT, ids=lambda case: case[0][:40])
def test_direct_quote_has_its_speaker(marked: Marker, case: tuple[str, str, str, str, str]) -> None:
    text, words, speaker, known, cue = case
    (quote,) = [q for q in marked(text).quotes if q.direct]
    assert text[quote.words_start : quote.words_end] == words
    assert (quote.speaker, quote.known, quote.cue) == (speaker, known, cue)
    assert text[quote.speaker_start : quote.speaker_end] == speaker


INDIRECT = [
    ("Rada Venn said that the bridge is safe.", "the bridge is safe", "Rada Venn"),
    ("The bridge is safe, officials said.", "The bridge is safe", "officials"),
    ("The bridge is safe, according to the ministry.", "The bridge is safe", "the ministry"),
    ("According to the ministry, the bridge is safe.", "the bridge is safe", "the ministry"),
    ("The ministry said the bridge is safe.", "the bridge is safe", "The ministry"),
    ("Officials said there is no danger that the dam would break.", "there is no danger that the dam would break", "Officials"),
    ("There is no danger that the dam would break, officials said.", "There is no danger that the dam would break", "officials"),
    ("Rada Venn told reporters that the plan that failed was hers.", "the plan that failed was hers", "Rada Venn"),
    ("Officials said talks with the union were about fish.", "talks with the union were about fish", "Officials"),
    ("The road could open this week, said Rada Venn, a friend of the family.", "The road could open this week", "Rada Venn"),
    ("The dam has hurt the town, Venn said, adding no more.", "The dam has hurt the town", "Venn"),
    ("The stove was on, police said, and a lamp burned.", "The stove was on, police said, and a lamp burned", "police"),
    ("Rada Venn's lawyer has said he will appeal.", "he will appeal", "Rada Venn's lawyer"),
    # What the writer or somebody else adds is no part of what was said.
    ("According to Rada Venn, who leads the agency, a light at night is no luxury.", "a light at night is no luxury", "Rada Venn"),
    ("The mayor said the pool would close, prompting protests from swimmers.", "the pool would close", "The mayor"),
    ("Rada Venn said she would step down, a decision that stunned her party.", "she would step down", "Rada Venn"),
    ("Rada Venn said the bridge is unsafe, and a farmer in the hall walked out.", "the bridge is unsafe", "Rada Venn"),
    ("Rada Venn said the bridge fell, and two men were hurt.", "the bridge fell, and two men were hurt", "Rada Venn"),
    ("The mayor said the pool, built in 1961, would close.", "the pool, built in 1961, would close", "The mayor"),
    ("Asked about the dam, Arlen on Tuesday said it had burst.", "it had burst", "Arlen"),
    # Nor is what the main clause tells.
    ("Those who said the bridge is safe have lost their homes.", "the bridge is safe", "Those"),
    ("Venn came late, and according to a sheriff, he had lost his keys.", "he had lost his keys", "a sheriff"),
    ("Venn came late and, according to a sheriff, he had lost his keys.", "he had lost his keys", "a sheriff"),
    (
        "The dam, which, according to Venn, was built in 1950, is unsafe.",
        "which, according to Venn, was built in 1950, is unsafe",
        "Venn",
    ),
    # A parser that cuts off the subject, and one that sees a clause behind the speaker.
    ("Adel said much of his talk with Venn was about fish.", "much of his talk with Venn was about fish", "Adel"),
    (
        "The dam is old, but it is safe, said the company's chief engineer, Ivo Arlen.",
        "The dam is old, but it is safe",
        "the company's chief engineer, Ivo Arlen",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), INDIRECT)
def test_reported_speech_has_its_speaker(marked: Marker, text: str, words: str, speaker: str) -> None:
    (quote,) = marked(text).quotes
    assert not quote.direct
    assert (text[quote.start : quote.end], quote.speaker) == (words, speaker)


NOBODY_SPEAKS = [
    "“It is late,” stood on the banner.",
    "Known as “the Fox,” became a judge.",
    "“It is late,” left Rada Venn in tears.",
]


@pytest.mark.parametrize("text", NOBODY_SPEAKS)
def test_a_verb_behind_a_quote_without_a_speaker_beside_it_says_nothing(marked: Marker, text: str) -> None:
    assert {q.speaker for q in marked(text).quotes} <= {None}


def test_what_two_say_in_one_sentence_is_told_apart(marked: Marker) -> None:
    text = "The mayor said the pool would close, but the union said it would fight."
    found = [(text[q.start : q.end], q.speaker) for q in marked(text).quotes]
    assert found == [("the pool would close", "The mayor"), ("it would fight", "the union")]


def test_what_a_clause_before_the_main_one_says_ends_with_it(marked: Marker) -> None:
    for text in (
        "Asked whether the dam is safe, the mayor told the board that it is old.",
        "Having said that the dam is safe, the mayor told the board that it is old.",
        "When the mayor said the dam is safe, a farmer told the board that it is old.",
    ):
        assert all("told" not in text[q.start : q.end] for q in marked(text).quotes)


def test_who_tells_of_a_name_is_that_person(marked: Marker) -> None:
    marks = marked("The board met Rada Venn, who said the bridge is safe.")
    assert [marks.entity(q.entity).name for q in marks.quotes if q.entity] == ["Rada Venn"]


@pytest.mark.parametrize(
    "text",
    [
        "“It is late,” said Rada Venn, a doctor who works at a clinic in Davor.",
        "“It is late,” Rada Venn said Tuesday, adding a warning for the miners of Davor.",
    ],
)
def test_who_the_speaker_is_is_no_part_of_what_is_said(marked: Marker, text: str) -> None:
    assert [text[q.start : q.end] for q in marked(text).quotes] == ["“It is late,”"]


def test_what_somebody_says_follows_in_a_clause_that_tells_of_him(marked: Marker) -> None:
    text = "The board met Rada Venn, who said the bridge is safe."
    (quote,) = marked(text).quotes
    assert text[quote.start : quote.end] == "the bridge is safe"


def test_both_parts_of_an_interrupted_quote_have_the_speaker(marked: Marker) -> None:
    quotes = marked("“It is late,” Rada Venn said. “We must go on. There is no other way.”").quotes
    assert [q.speaker for q in quotes] == ["Rada Venn", "Rada Venn"]


def test_a_quote_over_paragraphs_keeps_its_speaker_and_stays_inside_its_blocks(marked: Marker) -> None:
    text = "“We must go on,” Rada Venn said. “There is no way back.\n\n“The river will not wait.”\n\nThe plan is old."
    quotes = [q for q in marked(text).quotes if q.direct]
    assert [q.speaker for q in quotes] == ["Rada Venn"] * 3
    assert all("\n\n" not in text[q.start : q.end] for q in quotes)


def test_a_paragraph_that_is_only_a_quote_goes_on_with_the_speaker_before(marked: Marker) -> None:
    text = "“It is late,” a senior official said.\n\n“You will see us step up the work.”"
    assert [q.speaker for q in marked(text).quotes] == ["a senior official", "a senior official"]


def test_apostrophes_and_possessives_are_no_quotes(marked: Marker) -> None:
    assert marked("It’s the miners’ plan, and the '90s were the bakers' years. Rock 'n' roll isn't dead.").quotes == ()


def test_titles_of_works_are_no_quotes(marked: Marker) -> None:
    assert marked("She starred in “The Long Winter of Davor” as a child.").quotes == ()


def test_a_beginning_is_no_speech_without_a_quote(marked: Marker) -> None:
    assert marked("When the bridge was closed, the miners began to walk.").quotes == ()
    (quote,) = marked("“It is late,” Rada Venn began.").quotes
    assert quote.speaker == "Rada Venn"


def test_a_title_before_a_speaker_is_not_what_is_said(marked: Marker) -> None:
    text = "In an interview on DNN's “Face the River,” Rada Venn said the bridge is safe."
    (quote,) = marked(text).quotes
    assert text[quote.start : quote.end] == "the bridge is safe"


def test_a_few_words_are_marked_as_part(marked: Marker) -> None:
    whole, part = marked("“It is late,” Rada Venn said. She spoke of a “crowning partnership” with Ardania.").quotes
    assert whole.whole
    assert not part.whole


def test_a_quote_knows_its_speakers_entity(marked: Marker) -> None:
    marks = marked("Prime Minister Rada Venn opened the bridge. “It is safe,” Venn said.")
    (quote,) = [q for q in marks.quotes if q.direct]
    assert quote.entity is not None
    assert marks.entity(quote.entity).name == "Rada Venn"


def test_quotes_stay_inside_the_blocks_given(marked: Marker) -> None:
    text = "He said “it is\nnever late” again."
    cut = text.index("\n")
    blocks = (Block(start=0, end=cut), Block(start=cut + 1, end=len(text)))
    for quote in marked(text, MarkContext(blocks=blocks)).quotes:
        assert any(block.start <= quote.start and quote.end <= block.end for block in blocks)


@pytest.mark.parametrize(
    "text", ["The Davor Times said the bridge is unsafe.", "According to the Davor Times, the bridge is unsafe."]
)
def test_what_an_outlet_reports_is_a_credit_and_no_speech(marked: Marker, text: str) -> None:
    marks = marked(text)
    assert marks.quotes == ()
    assert [credit.scope for credit in marks.credits] == ["fact"]


@pytest.mark.parametrize(
    "text", ["The Davor Times said it stands by its story.", "The Davor Times said in an editorial that the mayor must go."]
)
def test_an_outlet_speaks_of_itself(marked: Marker, text: str) -> None:
    assert [quote.speaker for quote in marked(text).quotes] == ["The Davor Times"]
