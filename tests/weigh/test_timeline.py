"""What a user relies on: what happened or will happen stands in order, and when it was said is no event."""

import pytest
from tests.weigh.stories import article, material, weighed

from copydesk.models import load_vectors
from copydesk.records import TimelineEntry
from copydesk.weigh import WeighConfig, weigh


def timeline(*texts: str) -> tuple[TimelineEntry, ...]:
    """Return the timeline of articles published on 14 May 2031, a Wednesday."""
    return weighed({f"a{i}": text for i, text in enumerate(texts)}).timeline


def test_past_and_future_stand_in_order() -> None:
    found = timeline("The bridge in Orvelle fell on Monday. It was built in 1912. A new one will open on 3 June 2033.")
    assert [(e.when, e.precision) for e in found] == [("1912", "year"), ("2031-05-12", "day"), ("2033-06-03", "day")]
    assert all(e.passages for e in found)


def test_the_day_of_the_telling_is_no_event() -> None:
    assert [e.when for e in timeline("The bridge fell in 2029, police said on Tuesday.")] == ["2029"]


def test_the_same_event_of_two_articles_is_one_entry() -> None:
    (entry,) = timeline(
        "A ferry struck the north pier of Orvelle on Monday.", "On Monday a ferry struck the north pier in Orvelle."
    )
    assert {p.article_id for p in entry.passages} == {"a0", "a1"}


def test_publication_is_no_event() -> None:
    assert not timeline("The bridge fell.")


def test_a_date_of_a_side_clause_is_told_by_that_clause() -> None:
    found = timeline(
        "Nora Veld, who will open a hall in Quist on 3 June 2033, has offered Orvelle oaks. It was the worst fire since 2009, "
        "when the customs house burned down."
    )
    assert [(e.when, e.text) for e in found] == [
        ("2009", "The customs house burned down."),
        ("2033-06-03", "Nora Veld will open a hall in Quist on 3 June 2033."),
    ]


def test_a_date_that_only_says_which_thing_is_meant_is_no_event() -> None:
    assert not timeline(
        "Under a plan adopted in 2022, the harbour has grown. Sales were higher than in 2020. The mayor spoke at "
        "length, recalling a gift of 1912."
    )


def test_one_sentence_is_not_told_of_two_dates() -> None:
    found = timeline("Jonas Werle won the office of mayor in 2015 and kept it in 2019.")
    assert [e.when for e in found] == ["2015"]


def test_a_weekday_of_no_known_week_is_that_of_the_same_event_elsewhere() -> None:
    articles = [
        article("a", "The bridge in Orvelle fell on Monday and nobody was hurt.", "2031-05-14"),
        article("b", "On Monday the bridge in Orvelle fell and nobody was hurt.", None),
    ]
    (entry,) = weigh(material(articles), load_vectors(), WeighConfig()).timeline
    assert entry.when == "2031-05-12"
    assert len(entry.passages) == 2


def test_a_day_without_a_year_stands_in_the_words_of_the_article() -> None:
    articles = [article("a", "On April 10, Tarnland and Vosland will announce a treaty.", None)]
    (entry,) = weigh(material(articles), load_vectors(), WeighConfig()).timeline
    assert (entry.when, entry.precision) == ("April 10", "unknown")


def test_days_that_are_only_weekdays_stand_in_the_order_of_the_week() -> None:
    undated = article(
        "a", "Jonas Werle will open the fair on Thursday. Nora Veld will plant a tree in Quist on Wednesday.", when=None
    )
    found = weigh(material([undated]), load_vectors(), WeighConfig()).timeline
    assert [e.when for e in found] == ["Wednesday", "Thursday"]


@pytest.mark.parametrize(
    "text",
    [
        "The company Norgas denied on Tuesday that its director Ola Finn paid the lobbyist on 14 May 2030.",
        "The minister did not say whether his deputy had met the lobbyist on 3 June 2030.",
        "Police could not confirm that the lobbyist left Orvelle on 20 August 2030.",
        "It is unclear if the cabinet discussed the pipeline on 11 July 2030.",
        "The minister's lawyer disputed that the minister signed a contract on 12 July 2030.",
        "The minister denied meeting the lobbyist in Quist on 3 June 2030.",
        "The deputy would not say when the ministry had received the letter of 7 July 2030.",
        "Nobody has proved that the minister flew to Quist on 8 June 2030.",
    ],
)
def test_what_is_denied_or_left_open_did_not_happen_that_day(text: str) -> None:
    assert not timeline(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Opposition leader Ida Brunn claimed that the minister flew to Quist on 8 June 2030.", "claimed that"),
        ("Petra Quist said the minister paid the lobbyist on 14 May 2030.", "Petra Quist said"),
        ("Norgas did not pay the lobbyist on 14 May 2030.", "did not pay"),
        ("A court rejected on 2 September 2030 a request to search the ministry.", "rejected"),
        ("The minister denied that he knew the lobbyist, but on 3 June 2030 the two signed a contract in Quist.", "denied"),
    ],
)
def test_who_claims_it_and_a_not_stay_in_the_line(text: str, told: str) -> None:
    (entry,) = timeline(text)
    assert told in entry.text


def test_what_an_office_says_is_told_as_what_happened() -> None:
    assert [e.text for e in timeline("The board reported that a barge had struck the old bridge in Orvelle on 3 June 2030.")] == [
        "A barge had struck the old bridge in Orvelle on 3 June 2030."
    ]
