"""What may go from a sentence, read by the parser: what is left still says something, and nothing else."""

import pytest
from tests.write.conftest import Read

from copydesk.write.grammar.cutting import core, cut, ending
from copydesk.write.grammar.kernel import kernel
from copydesk.write.grammar.openings import drop_opening, said_plainly
from copydesk.write.grammar.phrase import Phrase
from copydesk.write.grammar.trim import drop_furthering, shortened
from copydesk.write.offline.headline import compressed, sound
from copydesk.write.offline.standing import why_not


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        (
            "Officials in Osper said that releasing details before the hearing on Monday could put the whole case at risk.",
            "at risk",
        ),
        ("The board agreed that the treatment would be safe in some patients six months out from their first visit.", "out from"),
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
        "The council directed the harbour master and the owners of both ferries to meet within ten days of the vote.",
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


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("The council directed the harbour master and the owners of both ferries to meet within ten days of the vote.", "to meet"),
        (
            "The ministry set a goal of having at least a tenth of every town’s children vaccinated by the end of the year.",
            "vaccinated",
        ),
        (
            "The port announced a new rule that prohibits owners of boats from selling places on the quay to visitors.",
            "from selling",
        ),
        (
            "The hearing with the harbour master and two engineers does not cast his decisions in a better light.",
            "in a better light",
        ),
        ("After filling their bags the thieves backed out of the shop and set fire to it before driving off.", "fire to it"),
        ("Given the debate it would be easy to jump to the conclusion that the fire was the work of the owner.", "that the fire"),
    ],
)
def test_what_completes_a_verb_or_noun_stays(parsed: Read, text: str, needed: str) -> None:
    shorter: Phrase | None = parsed(text)
    while shorter is not None:
        assert needed in shorter.text
        shorter = cut(shorter)


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("The council passed the budget, sending it to the mayor hours before the old one ran out.", "hours."),
        ("The body was found in the bay near the pier where he had gone fishing the day his wife vanished.", "the day."),
        ("The council signed a pact with the port of Davor established in the first year of the union.", "established."),
        ("The people of Osper are still haunted by pictures of the flood in December 2003, in which forty died.", "haunted in"),
    ],
)
def test_what_an_ending_hangs_on_does_not_stay_without_it(parsed: Read, text: str, half: str) -> None:
    shorter: Phrase | None = parsed(text)
    while shorter is not None:
        assert half not in shorter.text
        shorter = cut(shorter)


def test_half_of_a_list_does_not_stay(parsed: Read) -> None:
    text = (
        "The members held out on the bill to create leverage for passing the larger package, which includes harbour works, grants "
        "for health care, public schools, paid leave and child care, as well as a range of tax rises."
    )
    assert "package public" not in shortened(parsed(text), 12).text


def test_a_conjunction_does_not_lose_what_it_joins(parsed: Read) -> None:
    text = "The three actors are already signed on to appear in the sequel and, no doubt, the third film of the series."
    shorter = cut(parsed(text))
    assert shorter is None or "no doubt" not in shorter.text


def test_an_age_is_not_cut_in_two(parsed: Read) -> None:
    shorter = core(parsed("The former harbour master Ivo Marsh has died at age 84 of complications of a fall."), lambda _: False)
    assert ("at age" in shorter.text) == ("84" in shorter.text)


def test_who_only_said_something_tells_nothing(parsed: Read) -> None:
    assert why_not(parsed("Marsh said in a statement released by the port."), [])
    assert why_not(parsed("Marsh said in a statement that the port will close."), []) is None
    assert (
        why_not(parsed("A ferry carrying 164 people capsized in heavy seas off the island of Senby, officials said."), []) is None
    )
    assert why_not(parsed("The port issued a statement late on Monday."), [])
    assert why_not(parsed("The port issued a statement explaining why the pier was closed."), []) is None


@pytest.mark.parametrize(
    "text",
    [
        "The mayor and the council announced on Monday",
        "The mayor died of a heart attack suffered",
    ],
)
def test_what_tells_nothing_or_ends_in_half_a_clause_is_no_headline(parsed: Read, text: str) -> None:
    assert not sound(parsed(text))


def test_a_headline_is_cut_behind_the_noun(parsed: Read) -> None:
    text = "The former mayor of Osper succumbed to complications from a heart attack suffered almost three weeks ago."
    found = [phrase.text for phrase in compressed(parsed(text), 95) if sound(phrase)]
    assert found
    assert not any(text.endswith("suffered.") for text in found)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Osper and Davor are launching a council to “co-run and co-own” the ferries, elevating the standing of the coast "
            "in the union, an official said.",
            "Osper and Davor are launching a council to “co-run and co-own” the ferries, an official said.",
        ),
        (
            "Osper and Davor are launching a council to run the ferries, cutting the fare by 40 percent, an official said.",
            "Osper and Davor are launching a council to run the ferries, cutting the fare by 40 percent, an official said.",
        ),
    ],
)
def test_what_good_it_is_to_do_goes_before_who_says_so(parsed: Read, text: str, left: str) -> None:
    assert drop_furthering(parsed(text)).text == left


@pytest.mark.parametrize(
    "text",
    [
        "There are 63 with no house under them.",
        "The sheriff's people say he is not on any list.",
        "Here's where the fire on the ridge stands at seven o'clock.",
        "The official text of the ministry follows below.",
    ],
)
def test_what_points_outside_its_sentence_does_not_stand_alone(parsed: Read, text: str) -> None:
    assert why_not(parsed(text), [])


@pytest.mark.parametrize(
    "text",
    ["There are 63 houses on the ridge.", "There were 14 of the crew in the boats.", "The sheriff says he is not on any list."],
)
def test_what_has_its_noun_or_its_speaker_stands_alone(parsed: Read, text: str) -> None:
    assert why_not(parsed(text), []) is None


def test_what_went_before_goes_as_a_whole(parsed: Read) -> None:
    text = "Tram and bus drivers in Osper will walk out for 48 hours from Monday after talks with operator BayTrans collapsed."
    found, shorter = list[str](), cut(parsed(text))
    while shorter is not None:
        found.append(shorter.text)
        shorter = cut(shorter)
    assert any(text.endswith("from Monday.") for text in found)
    assert not any(text.endswith("BayTrans.") for text in found)


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("The new toll came as the search in the harbour of Osper ended.", "The new toll came."),
        ("Drivers walked out when BayTrans cut pay, and buses stood still.", "Drivers walked out."),
    ],
)
def test_what_a_statement_needs_from_its_end_stays(parsed: Read, text: str, half: str) -> None:
    shorter = cut(parsed(text))
    assert shorter is None or shorter.text != half


def test_what_adds_to_a_quoted_list_says_nothing(parsed: Read) -> None:
    text = "The new rule adds to “a long list of duties” of the port."
    assert said_plainly(parsed(text)).text == text


def test_three_people_with_their_titles_are_no_heading(parsed: Read) -> None:
    text = (
        "Harbour Board Chairman Ivo Marsh, Transport Minister Ana Boro and Chief Inspector Leif Holm will testify before the "
        "Senate Transport Committee on Tuesday."
    )
    assert why_not(parsed(text), []) is None
    assert why_not(parsed("Harbour Board Chairman Ivo Marsh Faces Senate Transport Committee On Tuesday."), [])


def test_a_statement_before_who_says_it_stands_however_it_is_parsed(parsed: Read) -> None:
    text = (
        "Ferry services Norline, Lunna and Havlys are back up and running after a storm that lasted almost six hours, Norline says."
    )
    assert why_not(parsed(text), []) is None


def test_an_order_without_what_it_orders_is_no_headline(parsed: Read) -> None:
    assert not sound(parsed("A federal judge in Osper issued an order"))
    assert sound(parsed("A federal judge in Osper issued an order closing the pier"))


@pytest.mark.parametrize(
    "text",
    [
        "Marsh, who acted as his own lawyer, faces up to life in prison.",
        "Marsh served four and a half months in prison for his role.",
        "Two calls came from the pay-as-you-go phone on the pier.",
        "Marsh was announced on Friday as the host of the harbour fair.",
    ],
)
def test_what_a_word_in_the_sentence_stands_for_stands_alone(parsed: Read, text: str) -> None:
    assert why_not(parsed(text), []) is None
