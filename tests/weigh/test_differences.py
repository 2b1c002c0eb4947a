"""What a user relies on: articles that do not agree stand side by side, and those that do are left in peace."""

import pytest
from tests.weigh.stories import weighed

from copydesk.records import Difference


def differences(*texts: str) -> tuple[Difference, ...]:
    """Return the differences of articles of different origins."""
    return weighed({f"a{i}": text for i, text in enumerate(texts)}).differences


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
    assert [d.what for d in found] in (["name"], [])


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
    assert (found.what, values(found)) == ("name", {"Nora Veld", "Lars Fenner"})
