"""What may go from a sentence, read by the parser: what is left still says something, and nothing else."""

import pytest
from tests.write.conftest import Read

from copydesk.write.grammar.cutting import core, ending
from copydesk.write.grammar.kernel import kernel
from copydesk.write.grammar.trim import drop_opening, shortened


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        (
            "Officials in Osper said that releasing details before the hearing on Monday could put the whole case at risk.",
            "at risk",
        ),
        ("The board agreed that the treatment would be safe in some patients six months out from their first visit.", "out from"),
        (
            "The council signed a pact with the port of Davor established in the first year of the union of the coast.",
            "established in",
        ),
    ],
)
def test_an_ending_that_its_sentence_needs_stays(parsed: Read, text: str, needed: str) -> None:
    shorter = ending(parsed(text))
    assert shorter is None or needed in shorter.text


def test_what_a_word_before_an_aside_needs_stays(parsed: Read) -> None:
    text = (
        "The summer of good news for the harbour came to an end in August, due, in part, to the long strike of the pilots of Osper."
    )
    assert not shortened(parsed(text), 10).text.endswith("due, in part.")


def test_a_list_is_not_cut_in_the_middle(parsed: Read) -> None:
    text = (
        "Among the accords are joint patrols in the sound, a student exchange with 500 places a year and a ferry between Merrin "
        "and the port of Lusk, which is to open by 2031, an official said."
    )
    shorter = core(parsed(text), lambda _: False).text
    assert "places the port" not in shorter
    assert ("between Merrin" in shorter) == ("and the port of Lusk" in shorter)


@pytest.mark.parametrize(
    "text",
    [
        "The people of Osper are haunted by pictures of the flood in December 2003.",
        "Thousands of pensioners are to receive the biggest rise in four decades.",
    ],
)
def test_a_core_does_not_lose_what_it_is_compared_with_or_done_by(parsed: Read, text: str) -> None:
    assert kernel(parsed(text)) is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Here's the rub: fixed offers had come down in August.", "Fixed offers had come down in August."),
        ("There's more: the bank will sell fewer bonds from October.", "The bank will sell fewer bonds from October."),
        ("Police said: two more men were arrested in Osper.", "Police said: two more men were arrested in Osper."),
    ],
)
def test_a_few_words_that_only_promise_something_go(parsed: Read, text: str, kept: str) -> None:
    assert drop_opening(parsed(text)).text == kept
