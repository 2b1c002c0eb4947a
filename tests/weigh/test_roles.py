"""What a user relies on: one person in two roles, and two people in one, stand side by side; titles that go together do not."""

import pytest
from tests.weigh.stories import article, material, weighed
from tests.weigh.test_differences import dated, differences, values

from copydesk.models import load_vectors
from copydesk.weigh import WeighConfig, weigh


@pytest.mark.parametrize(
    ("one", "other", "roles"),
    [
        (
            "Deputy Finance Minister Ana Boro signed the loan on Monday.",
            "Finance Minister Ana Boro signed the loan on Monday.",
            {"Deputy Finance Minister", "Finance Minister"},
        ),
        (
            "The mine's manager, Ilo Karst, said that the lift had been checked.",
            "Ilo Karst, the mine's safety inspector, would not say when it was checked.",
            {"the mine's manager", "the mine's safety inspector"},
        ),
        (
            "Ilo Karst is the manager of the mine near Quist.",
            "The safety inspector at the mine, Ilo Karst, said the lift had been checked.",
            {"the manager of the mine near Quist", "the safety inspector at the mine"},
        ),
        (
            "Former Finance Minister Ana Boro spoke in Quist.",
            "Ana Boro, the finance minister, spoke in Quist.",
            {"Former Finance Minister", "the finance minister"},
        ),
        (
            "Jon Pell, the acting head of the Tarn Water Board, spoke in Quist.",
            "Tarn Water Board head Jon Pell spoke in Quist.",
            {"the acting head of the Tarn Water Board", "Tarn Water Board head"},
        ),
        (
            "Finance Minister Ana Boro signed the loan on Monday.",
            "Ana Boro, the foreign minister, signed the loan on Monday.",
            {"Finance Minister", "the foreign minister"},
        ),
        (
            "Jon Pell, the chief executive of Norvik Steel, spoke in Quist.",
            "Norvik Steel's chief financial officer, Jon Pell, went to see the plant.",
            {"the chief executive of Norvik Steel", "Norvik Steel's chief financial officer"},
        ),
        (
            "The prosecutor Jon Pell asked for nine years.",
            "Defence lawyer Jon Pell asked for nine years.",
            {"the prosecutor", "Defence lawyer"},
        ),
        (
            "The driver of the bus, Jon Pell, was hurt near Quist.",
            "Jon Pell, 43, a passenger on the bus, was hurt near Quist.",
            {"the driver of the bus", "a passenger on the bus"},
        ),
        (
            "Mayor Jon Pell said the bridge is closed.",
            "Deputy Mayor Jon Pell said the bridge is closed.",
            {"Mayor", "Deputy Mayor"},
        ),
        ("Sgt. Jon Pell said the bridge is closed.", "Lt. Jon Pell said the bridge is closed.", {"Sgt.", "Lt."}),
    ],
)
def test_one_person_in_two_roles(one: str, other: str, roles: set[str]) -> None:
    (found,) = differences(one, other)
    assert found.what == "role"
    assert found.topic in ("what Ana Boro is", "what Ilo Karst is", "what Jon Pell is")
    assert values(found) == roles
    assert len({side.claim_id for side in found.sides}) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Senator Ana Boro spoke in Quist.", "Ana Boro, a candidate for president, spoke in Quist."),
        ("Jon Pell, chairman and chief executive of Norvik Steel, spoke.", "Norvik Steel's chief executive, Jon Pell, spoke."),
        ("Jon Pell, chairman of Norvik Steel, spoke.", "Norvik Steel's chief executive, Jon Pell, spoke."),
        ("Jon Pell, a lawyer, spoke in Quist.", "Defence lawyer Jon Pell spoke in Quist."),
        ("Quist police spokesman Jon Pell spoke.", "Jon Pell, a spokesperson for the police, spoke."),
        ("Sgt. Jon Pell spoke in Quist.", "Jon Pell, a spokesman for the police, spoke in Quist."),
        ("Finance Minister Ana Boro spoke in Quist.", "Minister Ana Boro spoke in Quist."),
        ("Tarnish party leader Ana Boro spoke in Quist.", "Finance Minister Ana Boro spoke in Quist."),
        ("General Manager Jon Pell spoke.", "The manager, Jon Pell, spoke."),
        ("Ana Boro, a senior vice president at Norvik Steel, spoke.", "Norvik Steel vice president Ana Boro spoke in Quist."),
        ("Colonel Jon Pell spoke in Quist.", "Lieutenant Colonel Jon Pell spoke in Quist."),
        ("Health and Education Minister Ana Boro spoke in Quist.", "Ana Boro, the health minister, spoke in Quist."),
        ("Business Secretary Ana Boro spoke in Quist.", "Energy Secretary Ana Boro spoke in Quist."),
        ("Ana Boro, the deputy prime minister, spoke in Quist.", "Finance Minister Ana Boro spoke in Quist."),
        ("Jonas Werle, director of communications at the museum, spoke.", "Jonas Werle, the museum's deputy director, spoke."),
        ("The project engineer, Jonas Werle, spoke in Quist.", "Jonas Werle, the project manager, spoke in Quist."),
        ("Jonas Werle, a former nurse, spoke in Quist.", "Jonas Werle, a doctor, spoke in Quist."),
    ],
)
def test_roles_that_go_together_and_shorter_forms_are_no_difference(one: str, other: str) -> None:
    assert not differences(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A bare title may be short for the deputy's or the acting holder's; presidents are called so for life.
        ("Minister Ana Boro spoke in Quist.", "Deputy Finance Minister Ana Boro spoke in Quist."),
        ("Commissioner Ana Boro spoke in Quist.", "Acting Police Commissioner Ana Boro spoke in Quist."),
        ("President Ana Boro spoke in Quist.", "Former President Ana Boro spoke in Quist."),
        # Of two bodies.
        ("The vice president of Norvik Steel, Jon Pell, spoke.", "Jon Pell, president of Quist Rowing Club, spoke in Quist."),
        # Somebody comes or goes, or one article knows both.
        ("Mayor Jon Pell of Quist resigned on Monday.", "Jon Pell, the former mayor of Quist, spoke in Quist."),
        (
            "Finance Minister Ana Boro signed the loan. She had been deputy finance minister until May.",
            "Ana Boro, the deputy finance minister, signed the loan.",
        ),
        ("Vice President Ana Boro spoke in Quist.", "Ana Boro, president of the senate, spoke in Quist."),
        ("The dam at Quist was built under President Ana Boro.", "Vice President Ana Boro spoke in Quist."),
        # A list of people gives nobody a title.
        ("With Ana Boro, the mayor and two ministers came to Quist.", "Deputy Mayor Ana Boro came to Quist."),
        ("Ana Boro, the mayor, and Jon Pell came to Quist.", "Ana Boro, the deputy mayor, came to Quist."),
        ("After he met the manager of the mine, Ilo Karst, a nurse, left.", "The mine's inspector, Ilo Karst, left."),
        # Two people of one name, for all one knows.
        ("Deputy Finance Minister Boro signed the loan.", "Finance Minister Ana Boro signed the loan."),
    ],
)
def test_where_it_is_not_certain_nothing_is_said(one: str, other: str) -> None:
    assert not [found for found in differences(one, other) if found.what == "role"]


def test_roles_in_articles_of_other_months_are_no_difference() -> None:
    texts = "Ana Boro, the finance minister, spoke in Quist.", "Former Finance Minister Ana Boro spoke in Quist."
    assert dated(("2031-05-14", texts[0]), ("2031-05-20", texts[1]))
    assert not dated(("2031-05-14", texts[0]), ("2032-05-20", texts[1]))


def test_who_copies_a_role_stands_on_no_side_of_its_own() -> None:
    texts = {"a": "Mayor Jon Pell said the bridge is closed.", "b": "Deputy Mayor Jon Pell said the bridge is closed."}
    assert not weighed(texts, same={"b": "a"}).differences


def test_a_contested_role_is_carried_by_its_own_origins_only() -> None:
    articles = [
        article("a", "Deputy Finance Minister Ana Boro signed the loan on Monday."),
        article("b", "Finance Minister Ana Boro signed the loan on Monday."),
    ]
    found = weigh(material(articles), load_vectors(), WeighConfig())
    assert [c.independent.high for c in found.claims] == [1, 1]


@pytest.mark.parametrize(
    ("one", "other", "topic"),
    [
        (
            "Mayor Jon Pell opened the sports hall in Quist on Monday.",
            "Mayor Iva Rund opened the sports hall in Quist on Monday.",
            "who is the mayor",
        ),
        (
            "Mayor Jon Pell opened the sports hall in Quist on Monday.",
            "The mayor of Quist, Iva Rund, opened the sports hall on Monday.",
            "who is the mayor of Quist",
        ),
        (
            "Quist Mayor Jon Pell spoke of the flood.",
            "Iva Rund, the mayor of Quist, told people to leave.",
            "who is the mayor of Quist",
        ),
        (
            "Norvik Steel CEO Jon Pell told reporters that nobody was hurt.",
            "The chief executive of Norvik Steel, Iva Rund, said the plant is safe.",
            "who is the chief executive of Norvik Steel",
        ),
    ],
)
def test_two_people_in_one_office(one: str, other: str, topic: str) -> None:
    (found,) = differences(one, other)
    assert (found.what, found.topic, values(found)) == ("role", topic, {"Jon Pell", "Iva Rund"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mayor Jon Pell of Quist opened the hall on Monday.", "Mayor Iva Rund of Orvelle opened the hall on Monday."),
        ("Mayor Jon Pell spoke of the flood.", "Mayor Iva Rund told people to leave."),
        ("Quist Mayor Jon Pell spoke of the flood.", "Iva Rund, the former mayor of Quist, told people to leave."),
        ("Quist Mayor Jon Pell spoke of the flood.", "Then-Mayor Iva Rund of Quist told people to leave."),
        ("Quist Mayor Jon Pell spoke of the flood.", "Iva Rund was elected mayor of Quist. Quist mayor Iva Rund spoke."),
        ("Quist Mayor Jon Pell spoke of the flood.", "Quist Mayor Jonn Pelle told people to leave."),
        ("Police Chief Jon Pell opened the hall in Quist.", "Fire Chief Iva Rund opened the hall in Quist."),
        ("Finance Minister Jon Pell signed the loan in Quist.", "Foreign Minister Iva Rund signed the loan in Quist."),
        ("EU Commissioner Jonas Werle spoke in Quist.", "EU Commissioner Nora Veld told reporters about it."),
        ("Jonas Werle, minister of state for defence, spoke in Quist.", "Defence Minister Nora Veld spoke in Quist."),
        ("President Jon Pell signed the pact in Quist.", "French President Iva Rund signed the pact in Quist."),
    ],
)
def test_holders_of_two_offices_are_no_difference(one: str, other: str) -> None:
    assert not [found for found in differences(one, other) if found.what == "role"]
