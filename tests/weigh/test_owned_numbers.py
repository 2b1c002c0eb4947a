"""What a user relies on: numbers of which one thing has one are held against each other, whatever words stand around them."""

import pytest
from tests.weigh.stories import article, material, weighed

from copydesk.models import load_vectors
from copydesk.records import Difference, Weighed
from copydesk.weigh import WeighConfig, weigh


def told(*texts: str) -> Weighed:
    """Weigh articles of different origins that were published on one day."""
    return weighed({f"a{i}": text for i, text in enumerate(texts)})


def values(found: Difference) -> set[str]:
    """Return the values of all sides."""
    return {side.value or "" for side in found.sides}


@pytest.mark.parametrize(
    ("one", "other", "topic", "expected"),
    [
        (
            "Max Ruhl, 61, denied everything.",
            "The judge looked at Max Ruhl, 62, who wept.",
            "how old Max Ruhl is",
            {"61", "62"},
        ),
        (
            "The Unity Party won 36.4 percent of the vote in Orvelle, and Turnout was high.",
            "In Orvelle the Unity Party received 38 percent of the vote.",
            "Unity Party (percentage)",
            {"36.4 percent of the vote", "38 percent of the vote"},
        ),
        (
            "Winds of up to 40 knots were recorded at the mast in Quist.",
            "A buoy near Quist recorded winds of 55 knots.",
            "winds (knot)",
            {"up to 40 knots", "55 knots"},
        ),
        (
            "The board backed the cut by seven to two.",
            "The board was split six to three on the cut.",
            "how the vote was split",
            {"seven to two", "six to three"},
        ),
        (
            "Orvelle United gave Ilja Kott a five-year contract.",
            "Ilja Kott put his name to a four-year contract.",
            "how long the contract runs",
            {"five-year contract", "four-year contract"},
        ),
        (
            "The ferry Lysa sank off Quist with 164 people aboard.",
            "A ferry carrying 171 people went down near Quist.",
            "how many were aboard",
            {"164 people", "171 people"},
        ),
        (
            "The fire in the hills had burned 6,200 acres.",
            "The blaze above Quist has blackened 9,800 acres.",
            "area that burned",
            {"6,200 acres", "9,800 acres"},
        ),
    ],
)
def test_one_number_in_two_wordings(one: str, other: str, topic: str, expected: set[str]) -> None:
    (found,) = [d for d in told(one, other).differences if d.what == "number"]
    assert found.topic == topic
    assert values(found) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Unity Party won 31 percent of the vote.", "The Unity Party won 31.2 percent of the vote."),
        ("Unemployment was 6.1 percent in 2030.", "Unemployment was 5.8 percent in 2029."),
        ("Youth unemployment was 9 percent.", "Rural unemployment was 8 percent."),
        ("The Unity Party won 36 percent and fell by 5 points.", "The Green Party won 31 percent."),
        ("The crew flew 155 passengers and 7 crew aboard.", "There were 162 people aboard the plane."),
        ("Nora Veld scored 20 points for Orvelle.", "Nora Veld scored 24 points for Orvelle."),
        ("Pharmacies spent almost 139 million crowns on masks.", "Pharmacies spent 138 million crowns on masks."),
    ],
)
def test_numbers_that_can_both_hold(one: str, other: str) -> None:
    assert not told(one, other).differences


def test_an_update_of_the_same_outlet_is_told_as_one_of_another_time() -> None:
    articles = [
        article("a", "The Unity Party would have about 77 seats, an exit poll showed.", "2031-05-14"),
        article("b", "The Unity Party will have 75 seats, the count showed.", "2031-05-15"),
        article("c", "The Unity Party will have 75 seats, the commission said.", "2031-05-16"),
    ]
    (found,) = weigh(material(articles, {"b": "a"}), load_vectors(), WeighConfig()).differences
    assert "different times" in found.topic
    assert len(found.sides) == 2


def test_somebody_who_is_hurt_against_nobody() -> None:
    (found,) = told(
        "No injuries have been reported, the maker of the lamp said.",
        "A girl burned her hand on the lamp, a hospital in Quist said.",
    ).differences
    assert found.topic == "how many were hurt"
    assert values(found) == {"No injuries", "burned her hand"}


def test_the_article_that_cites_a_denial_still_stands_against_it() -> None:
    (found,) = told(
        "No injuries have been reported, the maker of the lamp said.",
        "A girl burned her hand on the lamp. The maker says nobody has been hurt.",
    ).differences
    assert values(found) == {"No injuries", "burned her hand"}


def test_the_same_words_of_two_speakers() -> None:
    made = told(
        '"Nobody stands above the ledger," judge Olga Brandt said in Orvelle.',
        '"Nobody stands above the ledger," prosecutor Ivo Salt said in Orvelle.',
    )
    (found,) = made.differences
    assert found.what == "name"
    assert values(found) == {"Olga Brandt", "Ivo Salt"}
    assert all(len(claim.origin_ids) == 1 for claim in made.claims)


def test_the_same_words_of_one_speaker_are_one_claim() -> None:
    made = told(
        '"Nobody stands above the ledger," judge Olga Brandt said as she read the verdict.',
        "“Nobody stands above the ledger,” Olga Brandt said towards the end, and a man in the third row began to clap.",
        "Outside, Olga Brandt's sentence that “nobody stands above the ledger” was on every phone.",
    )
    assert max(claim.independent.low for claim in made.claims) == 3


def test_another_year_for_the_opening_of_one_ferry() -> None:
    (found,) = told(
        "The new ferry from Orvelle to Quist will open by 2032.",
        "The new ferry from Orvelle to Quist will not sail before 2033.",
    ).differences
    assert found.what == "date"
    assert values(found) == {"2032", "2033"}


def test_no_deal_against_a_deal() -> None:
    (found,) = told(
        "A deal on fishing quotas was almost done, the official said.", "There was no deal on fishing quotas, ministers said."
    ).differences
    assert found.what == "stance"


def test_a_claim_holds_no_two_numbers_of_one_thing() -> None:
    made = told(
        "Reform is set to have 75 of the 175 seats in parliament after the vote in Orvelle.",
        "Reform would have about 77 of the 175 seats in parliament after the vote in Orvelle.",
    )
    assert all(len(claim.origin_ids) == 1 for claim in made.claims)


def test_a_number_of_many_figures_joins_two_wordings() -> None:
    made = told(
        "Some 86,000 bear lamps are being recalled in Orvelle because they can catch fire.",
        "Parents should unplug a bear lamp, as 86,000 units are withdrawn in Orvelle over fears of fire.",
    )
    assert max(claim.independent.low for claim in made.claims) == 2


def test_sheriffs_of_two_counties_are_no_difference() -> None:
    assert not told(
        "Orvelle County Sheriff Nora Veld said the jail was ready for the prisoner on Monday.",
        "Quist County Sheriff Jonas Werle said the prisoner would leave the jail on Monday.",
    ).differences


def test_two_days_that_can_both_hold() -> None:
    assert not told("The ferry to Quist will open by 2033.", "The ferry to Quist will open in 2032.").differences
