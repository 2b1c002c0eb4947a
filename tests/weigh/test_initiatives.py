"""What a user relies on: what is announced, planned, promised or ruled out is listed with who, with whom, when and how firmly."""

import pytest
from tests.weigh.stories import weighed

from copydesk.records import Initiative


def initiatives(*texts: str) -> tuple[Initiative, ...]:
    """Return the initiatives of articles of different origins."""
    return weighed({f"a{i}": text for i, text in enumerate(texts)}).initiatives


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Tarn government is expected to announce a new rail link on Friday.", "expected"),
        ("The city of Orvelle will rebuild the old bridge next year.", "announced"),
        ("The company has offered 20,000 euros to each passenger.", "offered"),
        ("The two ministers are discussing a joint rescue service.", "under_discussion"),
        ("Tarnland and Norvik agreed to share their fishing grounds.", "agreed"),
        ("The museum is building a second hall beside the river.", "under_way"),
        ("Rail Minister Jonas Werle ruled out closing the line to Quist.", "ruled_out"),
        ("The court will hear the case of the two bankers on 3 June.", "announced"),
    ],
)
def test_the_verb_shows_how_firm_it_is(text: str, status: str) -> None:
    (found,) = initiatives(text)
    assert found.status == status


@pytest.mark.parametrize(
    "text",
    [
        "The storm will reach the coast on Friday.",
        "Prices are expected to rise next year.",
        "The mayor said it was a sad day for the town.",
        "The ferry struck the pier at dawn.",
        "Will the company close its plant next year?",
        "The shop offers a range of shoes.",
        "Investigators are considering arson.",
        "Police announced that two men were arrested.",
        "The driver may have tried to open the door.",
        "Nora Veld had planned to leave Orvelle with her sister.",
        "The council of Orvelle rejected a plan for the bridge last year.",
        "A review would begin only if the river rose again, Nora Veld said.",
        "Jonas Werle must spend nine years in prison.",
        "Jonas Werle did not go to work.",
        "Nora Veld will not comment on the inquiry.",
        "Customers may return the lamps.",
        "The council wants her to close the pier.",
        "The club never wanted to sell the stadium.",
        "The electoral board announced the result.",
        "Smoke could be seen over Quist.",
        "The council asked how many beds would be needed.",
        "Nora Veld said she would use it.",
    ],
)
def test_forecasts_and_events_are_no_initiatives(text: str) -> None:
    assert not initiatives(text)


def test_who_with_whom_and_when() -> None:
    (found,) = initiatives("Tarnland will also build an air defence network with Norvik by 2035.")
    assert found.actors == ("Tarnland",)
    assert found.partners == ("Norvik",)
    assert found.when == "2035"
    assert "also" not in found.text.split()


def test_the_same_plan_in_two_articles_is_one() -> None:
    (found,) = initiatives(
        "The city of Orvelle will rebuild the old bridge over the Tarn next year.",
        "The old bridge over the Tarn will be rebuilt by the city of Orvelle next year.",
    )
    assert (found.independent.low, found.independent.high) == (2, 2)


def test_a_plan_of_a_list_is_that_of_another_article() -> None:
    found = initiatives(
        "Officials have disclosed plans for a lunar agreement, expanded university research partnerships, and a new rescue centre.",
        "Tarnland and Vosland will announce research partnerships of universities on Friday.",
    )
    (research,) = [i for i in found if "research" in i.text]
    assert research.independent.low == 2
    assert research.actors == ("Tarnland", "Vosland")


def test_an_enumeration_is_several() -> None:
    found = initiatives("Officials announced a lunar agreement, a scholarship for nurses, and a new rescue centre in Quist.")
    assert {i.text for i in found} == {
        "Officials announced a lunar agreement",
        "Officials announced a scholarship for nurses",
        "Officials announced a new rescue centre in Quist",
    }


@pytest.mark.parametrize(
    ("text", "initiative"),
    [
        (
            "These goals are part of a 30-point plan that Tarnland and Norvik are set to unveil this week.",
            "Tarnland and Norvik are set to unveil a 30-point plan this week",
        ),
        (
            "Tarnland will become a rescue partner, with the cooperation between the Sailors' Union and Norvik's Guild set to "
            "grow.",
            None,
        ),
        (
            "The ministry said that from 1 May every ferry with more than 80 passengers must take a pilot on board.",
            "Every ferry with more than 80 passengers must take a pilot on board",
        ),
        ("The port will open a berth and work between Quist and Orvelle will be expanded.", None),
        (
            "Nora Veld, who has two dogs and a cat, said she would open a shelter in Quist.",
            "Nora Veld would open a shelter in Quist",
        ),
    ],
)
def test_an_entry_is_a_whole_statement(text: str, initiative: str | None) -> None:
    found = {i.text for i in initiatives(text)}
    assert not any(told.endswith(("Union", "Orvelle")) or told.startswith(("Norvik's", "The port will be")) for told in found)
    if initiative is not None:
        assert initiative in found


def test_a_question_announces_nothing() -> None:
    assert not initiatives("“No,” two officials said when a reporter asked if the matter is expected to be raised.")


def test_who_is_expected_to_do_it_acts() -> None:
    (found,) = initiatives("Tarnland expects Norvik to build two more radar stations.")
    assert found.actors == ("Norvik",)


@pytest.mark.parametrize(
    ("text", "initiative", "actors"),
    [
        (
            "Nora Veld said the state would check its sirens and publish the results by August.",
            "The state would check its sirens and publish the results by August",
            ("the state",),
        ),
        ("Nora Veld said 200 soldiers would be sent by Friday.", "200 soldiers would be sent by Friday", ()),
        ("The alliance will ask the court to stop the sale.", "The alliance will ask the court to stop the sale", ()),
        (
            "Jonas Werle had promised in writing to honour all contracts.",
            "Jonas Werle had promised in writing to honour all contracts",
            ("Jonas Werle",),
        ),
        ("Senator Nora Veld, a farmer, said she would call a hearing.", "Senator Nora Veld would call a hearing", ("Nora Veld",)),
        ("The city will repair the pier (which fell in", "The city will repair the pier", ("the city",)),
    ],
)
def test_the_whole_of_a_plan_and_who_acts(text: str, initiative: str, actors: tuple[str, ...]) -> None:
    (found,) = initiatives(text)
    assert (found.text, found.actors) == (initiative, actors)


def test_a_rule_told_with_and_without_its_day_is_one_plan() -> None:
    (found,) = initiatives(
        "The transport ministry has announced that ships with more than 100 passengers must take pilots in fog from 1 May.",
        "Minister Jonas Werle said that from 1 May every ship with more than 100 passengers must take a pilot on board in fog.",
    )
    assert found.independent.low == 2


def test_what_will_not_be_before_a_day_is_not_ruled_out() -> None:
    (found,) = initiatives("The ministry said the new ferry will not sail before 2035.")
    assert found.status == "announced"


def test_what_is_not_ruled_out_is_open() -> None:
    (found,) = initiatives("Rail Minister Jonas Werle did not rule out closing the line to Quist.")
    assert found.status == "under_discussion"


def test_the_date_of_something_else_is_not_when() -> None:
    (found,) = initiatives("Orvelle will cut 4 million crowns from next year's budget.")
    assert found.when is None


def test_the_two_countries_are_named() -> None:
    found = initiatives("Tarnland and Vosland signed a treaty on Monday. The two countries will work with Orvelle on a radar.")
    assert [i.actors for i in found if "radar" in i.text] == [("Tarnland", "Vosland")]


def test_what_is_forbidden_without_something_else_is_not_ruled_out() -> None:
    (found,) = initiatives("Ferries will no longer be let in without a pilot when it is foggy.")
    assert found.status == "announced"


def test_a_date_before_the_subject_of_a_plan_is_when() -> None:
    (found,) = initiatives("Minister Jonas Werle said that from 1 June every ship with passengers must take a pilot in fog.")
    assert found.when == "2031-06-01"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Quist council announced on Monday that a new bridge will be built over the Tarn.", "the Quist council"),
        ("A new bridge will be built over the Tarn, the Quist council announced on Monday.", "the Quist council"),
        ("The government has decided that the pier will be closed in May.", "the government"),
        ("Lea Horn is expected to be chosen as party leader by the congress on Friday.", "the congress"),
        ("Its owner, Dalen Paper, will modernise the plant.", "Dalen Paper"),
    ],
)
def test_who_acts_is_taken_from_where_the_sentence_says_it(text: str, actor: str) -> None:
    assert all(found.actors == (actor,) for found in initiatives(text))


def test_who_says_that_something_will_be_done_need_not_do_it() -> None:
    (found,) = initiatives("The union said that 300 jobs would be cut.")
    assert found.actors == ()


PARTNERSHIPS = "Velde and Okoro will announce new research partnerships on artificial intelligence between Tarnish universities."


@pytest.mark.parametrize(
    ("other", "origins"),
    [
        ("Velde and Okoro will announce new research partnerships on artificial intelligence.", 2),
        ("Velde and Okoro will announce new research partnerships on quantum sensors between hospitals.", 1),
    ],
)
def test_an_origin_counts_only_where_its_own_passage_tells_what_is_to_be_done(other: str, origins: int) -> None:
    found = [i for i in initiatives(PARTNERSHIPS, other) if "artificial" in i.text]
    assert [i.independent.low for i in found] == [origins]
