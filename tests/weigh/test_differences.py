"""What a user relies on: articles that do not agree stand side by side, and those that do are left in peace."""

import pytest
from tests.weigh.stories import article, material, weighed

from copydesk.models import load_vectors
from copydesk.records import Difference
from copydesk.weigh import WeighConfig, weigh


def differences(*texts: str) -> tuple[Difference, ...]:
    """Return the differences of articles of different origins."""
    return weighed({f"a{i}": text for i, text in enumerate(texts)}).differences


def dated(*texts: tuple[str, str]) -> tuple[Difference, ...]:
    """Return the differences of articles of different origins, each given with the day it was published."""
    articles = [article(f"a{i}", text, when) for i, (when, text) in enumerate(texts)]
    return weigh(material(articles), load_vectors(), WeighConfig()).differences


def values(found: Difference) -> set[str | None]:
    """Return the values of all sides."""
    return {side.value for side in found.sides}


def test_two_tolls_in_different_words() -> None:
    (found,) = differences(
        "At least 12 people died when a coach left the road near Quist on Monday.",
        "The crash of a bus on the mountain road killed 9 people, the regional governor said.",
    )
    assert found.what == "number"
    assert {s.passage.article_id for s in found.sides} == {"a0", "a1"}
    assert all(s.value is not None and s.value in s.passage.text for s in found.sides)


def test_a_number_of_another_thing_is_no_difference() -> None:
    assert not differences(
        "The council voted to spend 12 million crowns on a new radar for the harbour.",
        "The shipping company will fit its ferries with a second radar, an investment of 6 million crowns.",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Officials announced some 70 new projects in the valley.", "Officials announced 70 new projects in the valley."),
        ("More than 300 people were evacuated from the valley.", "Police said 340 people were evacuated from the valley."),
        ("The mayor opened the bridge in Orvelle on Tuesday.", "The mayor opened the bridge in Orvelle on 13 May."),
        ("The toll in the fire was 4, later raised to 6 people killed.", "Four people were killed in the fire."),
    ],
)
def test_what_agrees_is_no_difference(one: str, other: str) -> None:
    assert not [d for d in differences(one, other) if d.what in ("number", "date")]


def test_another_day_of_the_same_event() -> None:
    found = differences(
        "The council of Orvelle will vote on the new stadium on Tuesday.",
        "The council of Orvelle will vote on the new stadium on Thursday.",
    )
    assert [d.what for d in found] == ["date"]


def test_another_holder_of_the_office() -> None:
    found = differences(
        "Prime Minister Nora Veld of Tarnland met miners in Orvelle. Tarnland's Prime Minister Nora Veld promised them help.",
        "Tarnland's Prime Minister Jonas Werle met miners in Orvelle and promised them help.",
    )
    assert [d.what for d in found] == ["role"]


def test_a_former_mayor_is_no_second_mayor() -> None:
    assert not differences(
        "Mayor Nora Veld opened the sports hall in Orvelle to families on Monday.",
        "Former mayor Jonas Werle came to the sports hall in Orvelle that was opened to families on Monday.",
    )


def test_two_spellings_of_one_person() -> None:
    found = differences(
        "President Ferdinand Oslo arrived in Quist on Monday for talks.",
        "President Ferdinando Oslo will stay in Quist until Friday.",
    )
    assert [(d.what, values(d)) for d in found] == [("name", {"Ferdinand Oslo", "Ferdinando Oslo"})]


def test_the_heading_has_the_spelling_that_most_origins_have() -> None:
    variant = "President Ferdinando Ruiz-Oslo will stay in Quist until Friday."
    (found,) = differences(
        variant,
        "President Ferdinand Ruiz-Oslo arrived in Quist on Monday for talks.",
        "Nurses in Tarn cheered when Ferdinand Ruiz-Oslo came to their clinic.",
    )
    assert found.topic == "how Ferdinand Ruiz-Oslo is spelled"
    (found,) = differences(variant, "President Ferdinand Ruiz-Oslo arrived in Quist on Monday for talks.")
    assert found.topic in {
        "how Ferdinand Ruiz-Oslo or Ferdinando Ruiz-Oslo is spelled",
        "how Ferdinando Ruiz-Oslo or Ferdinand Ruiz-Oslo is spelled",
    }


def test_will_against_is_expected_to() -> None:
    found = differences(
        "President Nora Veld will announce a new border treaty with Tarnland on Friday.",
        "President Nora Veld is expected to announce a new border treaty with Tarnland on Friday.",
    )
    assert [d.what for d in found] == ["firmness"]


def test_a_statement_and_its_denial() -> None:
    found = differences(
        "The steel company will close its plant in Orvelle next year.",
        "The steel company will not close its plant in Orvelle next year.",
    )
    assert [d.what for d in found] == ["stance"]


def test_one_article_does_not_differ_from_itself() -> None:
    text = "Twelve people died in the crash near Quist, police said. Earlier the police had said that 9 people died in the crash."
    assert not weighed({"a": text}).differences


def test_a_side_shows_its_number_in_digits_where_an_article_writes_it_so() -> None:
    (found,) = differences(
        "Thirty-one people were hurt when a coach left the road near Quist on Monday.",
        "The crash of a bus near Quist left at least 31 people hurt, a rescuer said. Four of the hurt are in hospital.",
        "Doctors said on Monday that 31 people were hurt in the crash. Four of the hurt are children.",
        "The clinic in Quist said that 38 people were hurt in the accident of the coach.",
    )
    assert {(s.value, s.passage.article_id) for s in found.sides} == {("31 people", "a2"), ("38 people", "a3")}


def test_another_holder_of_a_bare_office() -> None:
    (found,) = differences(
        "Mayor Nora Veld has opened the sports hall to families who wait for news.",
        "Mayor Lars Fenner has opened the sports hall to families who wait for news.",
    )
    assert (found.what, found.topic, values(found)) == ("role", "who is the mayor", {"Nora Veld", "Lars Fenner"})


TOLLS = [
    "The death toll from the flood in Quist rose to 17, the coroner said.",
    "The number of people killed in the flood climbed to 17 in Quist.",
    "At Quist, 17 people have lost their lives in the flood.",
    "The flood in Quist has claimed 17 lives.",
    "The flood left 17 dead in Quist.",
]


@pytest.mark.parametrize("text", TOLLS)
def test_a_toll_in_whatever_words(text: str) -> None:
    (found,) = differences(text, "Twelve people died in the flood at Quist.")
    assert found.what == "number"
    assert {v.casefold().removesuffix(" people").removesuffix(" lives") for v in values(found) if v} == {"17", "twelve"}


@pytest.mark.parametrize("first", ["At least 12 people died in the flood at Quist.", "The flood at Quist killed 12 people."])
@pytest.mark.parametrize("later", TOLLS)
def test_a_toll_that_has_risen_since_is_shown_as_one_that_moved(first: str, later: str) -> None:
    (found,) = dated(("2031-05-14", first), ("2031-05-15", later))
    assert found.what == "number"
    assert "different times" in found.topic


def test_a_later_toll_that_is_lower_is_no_course() -> None:
    (found,) = dated(("2031-05-14", TOLLS[0]), ("2031-05-15", "Twelve people died in the flood at Quist."))
    assert "different times" not in found.topic


def test_people_who_are_missing_in_other_words() -> None:
    (found,) = differences(
        "Eight people have not been found since the flood at Quist, including three children.",
        "Five people were still unaccounted for in Quist, and the river is falling again.",
    )
    assert found.topic == "how many are missing"
    assert {s.value for s in found.sides} == {"Eight people", "Five people"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The crash near Quist killed 12 people.", "The crash near Quist injured 30 people."),
        ("Twelve people died near Quist, including three children.", "The crash near Quist killed 12 people."),
        ("The crash near Quist killed 12 people, among them three children.", "Four children were among the dead at Quist."),
        ("A man shot three people near Quist, killing one, before he fled.", "One person died near Quist."),
        ("Eleven people, three of them children, died near Quist.", "The crash near Quist killed 11 people."),
        ("Thirty people were hurt near Quist, four of them badly.", "The crash near Quist hurt 30 people."),
        ("The crash killed 12 people and 300 have had to leave Quist.", "The crash near Quist killed 12 people."),
        ("The captain missed four games after the crash.", "After the crash near Quist two people are missing."),
    ],
)
def test_tolls_of_other_kinds_and_parts_of_a_toll_are_not_held_against_each_other(one: str, other: str) -> None:
    assert not differences(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The council of Orvelle rejected the plan for the stadium.",
            "The council of Orvelle did not accept the plan for the stadium.",
        ),
        ("The steel company cut the jobs in Orvelle by 20.", "The steel company reduced the jobs in Orvelle from 100 to 80."),
        (
            "Its plant in Orvelle has not run at full capacity since the fire of 2029.",
            "Its plant in Orvelle has been running below capacity since the fire of 2029.",
        ),
    ],
)
def test_the_same_in_words_that_look_opposed_is_no_difference(one: str, other: str) -> None:
    assert not differences(one, other)


def test_opposite_verbs_and_one_of_them_denied() -> None:
    found = differences(
        "The council of Orvelle accepted the plan for the stadium.", "The council of Orvelle did not back the plan for the stadium."
    )
    assert [d.what for d in found] == ["stance"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The dam at Quist was not in danger of failing, an engineer said.",
            "The dam at Quist could fail this week, a geologist said.",
        ),
        (
            "Werle’s lawyer, Nora Veld, said there would be no appeal of the conviction.",
            "Nora Veld said she would appeal the conviction within a month.",
        ),
    ],
)
def test_what_one_denies_in_another_grammar_than_the_other_states_it(one: str, other: str) -> None:
    assert [d.what for d in differences(one, other)] == ["stance"]


def test_two_close_counts_of_one_thing() -> None:
    (found,) = differences(
        "The recall covers 58 lots of the tablets.", "Pharmacies in Quist were told to take 64 lots from their shelves."
    )
    assert values(found) == {"58 lots", "64 lots"}


def test_one_origin_does_not_differ_from_itself() -> None:
    texts = {"a": "The flood in Quist killed 17 people.", "b": "Twelve people died in the flood at Quist."}
    assert weighed(texts).differences
    assert not weighed(texts, same={"b": "a"}).differences


def test_nobody_against_some() -> None:
    (found,) = differences(
        "No injuries have been reported, the port of Quist said.",
        "Three people were hurt when the crane fell, a hospital in Quist said.",
    )
    assert found.topic == "how many were hurt"
    assert values(found) == {"No injuries", "Three people"}


def test_nobody_else_is_no_toll() -> None:
    assert not differences(
        "Three people were hurt when the crane in Quist fell.", "Nobody else was hurt when the crane in Quist fell."
    )


def test_two_rates_of_one_thing() -> None:
    (found,) = differences("Turnout was 71 percent, the commission said.", "Turnout was around 74 percent, analysts said.")
    assert found.topic == "turnout"
    assert values(found) == {"71 percent", "around 74 percent"}


def test_a_loss_of_people_is_a_toll() -> None:
    (found,) = differences(
        "The ferry Lysa sank on Saturday and fourteen people died.",
        "The Lysa went down with the loss of thirteen people on Saturday.",
    )
    assert found.topic == "how many died"
