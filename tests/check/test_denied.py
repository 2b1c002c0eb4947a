"""What denies the same thing in another place of the sentence is the same, and what denies another thing is not."""

import pytest
from tests.check.articles import article, verdict

SAME = [
    ("The jury did not find Orvik guilty of arson.", "Orvik was found not guilty of arson by the jury."),
    ("Orvik was found not guilty of arson by the jury.", "The jury did not find Orvik guilty of arson."),
    ("A jury acquitted Orvik of arson.", "A jury found Orvik not guilty of arson."),
    ("The panel found the pilot not responsible.", "The panel did not find the pilot responsible."),
    (
        "The jury acquitted Holm of murder but found him guilty of theft.",
        "The jury found Holm not guilty of murder but guilty of theft.",
    ),
    ("The two sides did not reach a deal.", "The two sides reached no deal."),
    ("No deal was reached by the two sides.", "The two sides did not reach a deal."),
    ("The council has made no decision on the dam.", "The council has not made a decision on the dam."),
    ("Lind did not pay the fine.", "Lind failed to pay the fine."),
    ("The airline refused to refund the passengers.", "The airline would not refund the passengers."),
    ("No one was hurt when the crane fell.", "Nobody was injured when the crane fell."),
    ("Nobody was injured when the crane fell.", "There were no injuries when the crane fell."),
    ("There were no injuries when the crane fell.", "No one was hurt when the crane fell."),
    ("Nobody was hurt, the police said, when the crane fell.", "No injuries were reported when the crane fell."),
]


@pytest.mark.parametrize(("said", "sentence"), SAME)
def test_a_denial_in_another_place_is_no_contradiction(said: str, sentence: str) -> None:
    assert verdict(sentence, article(said)).label in ("supported", "partly")


OTHER = [
    ("Orvik was found not guilty of arson by the jury.", "Orvik was found guilty of arson by the jury."),
    ("A jury acquitted Orvik of arson.", "A jury found Orvik guilty of arson."),
    (
        "The jury acquitted Holm of murder but found him guilty of theft.",
        "The jury found Holm not guilty of theft but guilty of murder.",
    ),
    ("The two sides reached no deal.", "The two sides reached a deal."),
    ("None of the ships reached the port.", "The ships reached the port."),
    ("Police seized no documents but found weapons.", "Police found no weapons but seized documents."),
    ("The airline refused to refund the passengers.", "The airline would refund the passengers."),
]


@pytest.mark.parametrize(("said", "sentence"), OTHER)
def test_what_is_denied_in_one_alone_is_not_supported(said: str, sentence: str) -> None:
    assert verdict(sentence, article(said)).label != "supported"
