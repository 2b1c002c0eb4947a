"""What a user relies on: where time has passed between the articles of a story, an initiative shows how its status moved."""

import pytest
from tests.weigh.stories import article, material

from copydesk.models import load_vectors
from copydesk.records import Initiative
from copydesk.weigh import WeighConfig, weigh

EXPECTED = "The Tarn government is expected to announce a new rail link to Quist."
ANNOUNCED = "The Tarn government announced a new rail link to Quist."


def initiatives(*dated: tuple[str | None, str], same: dict[str, str] | None = None) -> tuple[Initiative, ...]:
    """Return the initiatives of articles `a0`, `a1`, … that were published on the given days."""
    articles = [article(f"a{i}", text, when) for i, (when, text) in enumerate(dated)]
    return weigh(material(articles, same), load_vectors(), WeighConfig()).initiatives


def course(one: Initiative) -> list[tuple[str, str | None, str]]:
    """Return the steps of an initiative's course: status, since when, article."""
    return [(step.status, step.when, step.passage.article_id) for step in one.course]


def test_a_plan_that_was_expected_and_then_announced() -> None:
    (found,) = initiatives(("2031-05-12", EXPECTED), ("2031-05-14", ANNOUNCED))
    assert found.status == "announced"
    assert course(found) == [("expected", "2031-05-12", "a0"), ("announced", "2031-05-14", "a1")]
    assert found.text == "The Tarn government announced a new rail link to Quist"
    assert {step.passage for step in found.course} <= set(found.passages)


def test_the_order_of_the_articles_changes_nothing() -> None:
    (found,) = initiatives(("2031-05-14", ANNOUNCED), ("2031-05-12", EXPECTED))
    assert course(found) == [("expected", "2031-05-12", "a1"), ("announced", "2031-05-14", "a0")]


@pytest.mark.parametrize(
    ("first", "later", "steps"),
    [
        (
            "Tarnland and Norvik are discussing a joint rescue service.",
            "Tarnland and Norvik agreed to set up a joint rescue service.",
            ["under_discussion", "agreed"],
        ),
        (
            "The city of Orvelle will rebuild the old bridge over the Tarn.",
            "The city of Orvelle is rebuilding the old bridge over the Tarn.",
            ["announced", "under_way"],
        ),
        (
            "The council of Orvelle will open the old bridge over the Tarn.",
            "The council of Orvelle opened the old bridge over the Tarn.",
            ["announced", "done"],
        ),
        (
            "Norvik will close its coal plant in Orvelle.",
            "Norvik ruled out closing its coal plant in Orvelle.",
            ["announced", "ruled_out"],
        ),
        (
            "Norvik will not close its coal plant in Orvelle.",
            "Norvik will close its coal plant in Orvelle.",
            ["ruled_out", "announced"],
        ),
    ],
)
def test_what_time_does_to_a_plan(first: str, later: str, steps: list[str]) -> None:
    (found,) = initiatives(("2031-05-12", first), ("2031-05-14", later))
    assert [step.status for step in found.course] == steps
    assert found.status == steps[-1]
    assert found.independent.low == 2


def test_three_steps() -> None:
    (found,) = initiatives(
        ("2031-05-16", "The council of Orvelle opened the old bridge over the Tarn."),
        ("2031-05-10", "The council of Orvelle may open the old bridge over the Tarn."),
        ("2031-05-12", "The council of Orvelle will open the old bridge over the Tarn."),
    )
    assert [(step.status, step.when) for step in found.course] == [
        ("under_discussion", "2031-05-10"),
        ("announced", "2031-05-12"),
        ("done", "2031-05-16"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # No time is known, or one alone.
        ((None, EXPECTED), (None, ANNOUNCED)),
        (("2031-05-12", EXPECTED), (None, ANNOUNCED)),
        # Words of one day stand side by side, and softer words later are only softer words.
        (("2031-05-12", EXPECTED), ("2031-05-12", ANNOUNCED)),
        (("2031-05-12T08:00:00+00:00", EXPECTED), ("2031-05-12T11:00:00+00:00", ANNOUNCED)),
        (("2031-05-12", ANNOUNCED), ("2031-05-14", EXPECTED)),
    ],
)
def test_statuses_side_by_side_are_no_course(one: tuple[str | None, str], other: tuple[str | None, str]) -> None:
    (found,) = initiatives(one, other)
    assert not found.course
    assert found.status == "expected"


def test_what_has_come_about_later_that_day_is_a_course() -> None:
    (found,) = initiatives(
        ("2031-05-12T08:00:00+00:00", "The council of Orvelle will open the old bridge over the Tarn."),
        ("2031-05-12T19:00:00+00:00", "The council of Orvelle opened the old bridge over the Tarn."),
    )
    assert [step.status for step in found.course] == ["announced", "done"]


def test_an_article_that_is_behind_the_news_moves_nothing_back() -> None:
    (found,) = initiatives(("2031-05-12", EXPECTED), ("2031-05-14", ANNOUNCED), ("2031-05-16", EXPECTED + " It would cost much."))
    assert [step.status for step in found.course] == ["expected", "announced"]


def test_a_copy_moves_no_status() -> None:
    (found,) = initiatives(("2031-05-12", EXPECTED), ("2031-05-14", ANNOUNCED), same={"a1": "a0"})
    assert not found.course
    assert found.status == "expected"


def test_a_late_copy_of_an_early_article_tells_of_its_time() -> None:
    (found,) = initiatives(("2031-05-12", EXPECTED), ("2031-05-14", ANNOUNCED), ("2031-05-16", ANNOUNCED), same={"a2": "a1"})
    assert course(found) == [("expected", "2031-05-12", "a0"), ("announced", "2031-05-14", "a1")]


@pytest.mark.parametrize(
    ("plan", "deed"),
    [
        ("The council of Orvelle will open the old bridge over the Tarn.", "Norvik opened a new school in Quist."),
        ("Norvik will close its coal plant in Orvelle.", "Norvik closed its coal plant in Quist."),
        ("Norvik will close its coal plant in Orvelle.", "Norvik closed its coal plant in Orvelle in 2029."),
        ("Norvik will close its coal plant in Orvelle.", "Norvik has not closed its coal plant in Orvelle."),
        ("Norvik will close its coal plant in Orvelle.", "Norvik said it had closed two plants."),
        ("Norvik will close its coal plant in Orvelle.", "Norvik agreed on Monday to talk about its plant."),
    ],
)
def test_what_others_did_or_what_was_done_long_ago_is_not_this_plan(plan: str, deed: str) -> None:
    assert not any(i.course for i in initiatives(("2031-05-12", plan), ("2031-05-14", deed)))


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            "The rail ministry is building a new tunnel to Quist, which was announced on 3 March.",
            [("announced", "2031-03-03"), ("under_way", "2031-05-14")],
        ),
        (
            "Norvik has agreed to sell the plant in Orvelle, which was announced last week.",
            [("announced", "last week"), ("agreed", "2031-05-14")],
        ),
        (
            "As had been expected, the Tarn government announced a new rail link to Quist.",
            [("expected", None), ("announced", "2031-05-14")],
        ),
        (
            "The Tarn government announced a new rail link to Quist, as expected.",
            [("expected", None), ("announced", "2031-05-14")],
        ),
    ],
)
def test_what_one_article_says_of_the_course(text: str, steps: list[tuple[str, str | None]]) -> None:
    (found,) = initiatives(("2031-05-14", text))
    assert [(step.status, step.when) for step in found.course] == steps
    assert found.status == steps[-1][0]


def test_the_day_on_which_it_was_announced_counts_and_not_that_of_the_article() -> None:
    (found,) = initiatives(
        ("2031-05-14", "The Tarn government announced on Monday that it will build a new rail link to Quist."),
        ("2031-05-11", "The Tarn government is expected to build a new rail link to Quist."),
    )
    assert [(step.status, step.when) for step in found.course] == [("expected", "2031-05-11"), ("announced", "2031-05-12")]


def test_when_it_was_announced_is_not_by_when() -> None:
    (found,) = initiatives((None, "The rail ministry is building a new tunnel to Quist, which was announced on 3 March 2031."))
    assert found.when is None


def test_what_was_promised_for_a_day_is_no_course() -> None:
    (found,) = initiatives(("2031-05-14", "The rail ministry will build a new tunnel to Quist, which is to be opened by 2035."))
    assert not found.course
