"""Credits that only other articles show to be some."""

import pytest
from tests.trace.articles import INDEPENDENT, REPORT, marked

from copydesk.trace.heard import heard, known

PILE = (
    marked("k", REPORT, outlet="Kestrel"),
    marked("m", REPORT, outlet="The Maren Dyke Reporter"),
    marked("o", INDEPENDENT, outlet="Ministry of Dykes"),
    marked("r", INDEPENDENT, outlet="Oldhaven Dairy", genre="release"),
)


@pytest.mark.parametrize(
    "words",
    [
        "The pumps failed twice, an engineer told Kestrel.",
        "According to Kestrel, the pumps failed twice.",
        "The pumps failed twice, per Kestrel.",
        "The pumps, Kestrel has learned, failed twice.",
        "Kestrel was first to report that the pumps failed twice.",
        "Now, MDR is reporting that the pumps failed twice.",
        "The failure of the pumps was first noted by Kestrel.",
        "The engineer confirmed to the Maren Dyke Reporter that the pumps failed.",
        "An engineer told the Reporter that the pumps failed.",
        "Both pumps failed, as cited in Kestrel.",
        "The board's report, seen by Kestrel, says that the pumps failed.",
    ],
)
def test_a_name_that_the_pile_shows_to_be_an_outlets_is_credited_where_reporting_is_meant(words: str) -> None:
    text = f"Rain fell on Oldhaven for nine days.\n{words}"
    (found,) = heard(marked("x", text), known(PILE))
    assert found.scope == "fact"
    assert text[found.covers_start : found.covers_end] == words
    assert heard(marked("x", text), known(PILE[2:])) == (), "without the pile nothing shows it"


@pytest.mark.parametrize(
    "words",
    [
        "A kestrel was seen by the engineer above the dyke.",
        "Kestrel sells its papers in nine towns.",
        "The engineer told the Ministry of Dykes that the pumps failed.",
        "The dairy's boss told Oldhaven Dairy workers to stay at home.",
        "The engineer wrote to Kestrel Street's shopkeepers.",
        "According to Maren, a baker, the pumps failed.",
        "The engineer, Tom Reporter, told nobody.",
    ],
)
def test_a_name_alone_is_no_credit_nor_is_an_office_that_publishes(words: str) -> None:
    assert heard(marked("x", f"Rain fell on Oldhaven for nine days.\n{words}"), known(PILE)) == ()


def test_a_quote_is_credited_as_a_quote_and_a_mention_makes_room() -> None:
    text = "“The pumps failed twice while we slept,” an engineer told Kestrel."
    one = marked("x", text, credited=[("Kestrel", "Kestrel", "mention")])
    (found,) = heard(one, known(PILE))
    assert (found.scope, text[found.covers_start : found.covers_end]) == ("quote", "“The pumps failed twice while we slept,”")


def test_what_is_marked_stays() -> None:
    one = marked("x", "The pumps failed, Kestrel reported.", credited=[("Kestrel reported", "Kestrel", "fact")])
    assert heard(one, known(PILE)) == one.marks.credits
