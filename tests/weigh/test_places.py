"""Where articles put one event in different places, and how much of something they say it of."""

import pytest
from tests.weigh.test_differences import differences, values

BOMB = "A bomb exploded {} on Monday and killed 12 shoppers at a crowded market, police said."
FLIGHTS = "{} flights from the airport were cancelled after the blast on Monday."


def test_one_event_in_two_places() -> None:
    (found,) = differences(BOMB.format("in the town of Marren"), BOMB.format("in the town of Davor"))
    assert (found.what, values(found)) == ("place", {"Marren", "Davor"})
    assert len({side.claim_id for side in found.sides}) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("in the town of Marren", "in the town of Marren"),
        ("in the town of Marren", "in Ardania"),  # which may be the country of that town
        ("in the town of Marren", "in the town of Davor, near Marren,"),  # it knows the other's place
        ("in Germany", "in the town of Marren"),
    ],
)
def test_places_that_may_be_one_are_no_difference(one: str, other: str) -> None:
    assert [d for d in differences(BOMB.format(one), BOMB.format(other)) if d.what == "place"] == []


def test_all_of_it_and_a_part_of_it() -> None:
    (found,) = differences(FLIGHTS.format("All"), FLIGHTS.format("Most"))
    assert (found.what, values(found)) == ("scope", {"all", "most"})


@pytest.mark.parametrize(("one", "other"), [("All", "All"), ("Most", "Many"), ("Some", "Several"), ("All", "No")])
def test_parts_that_may_be_one_are_no_difference(one: str, other: str) -> None:
    assert [d for d in differences(FLIGHTS.format(one), FLIGHTS.format(other)) if d.what == "scope"] == []
