import pytest
from tests.read.conftest import STORY, Read, document

from copydesk.read import read
from copydesk.read.times import declared, times_in
from copydesk.records import Hints

ON_A_LINE = [
    ("10 Apr 2024, 12:34 PM", "2024-04-10T12:34", "minute"),
    ("Published Wed, Feb 28 20246:08 AM EST", "2024-02-28T06:08:00-05:00", "minute"),
    ("Sat 2 Mar 2024 17.00 CET", "2024-03-02T17:00:00+01:00", "minute"),
    ("February 28, 2024", "2024-02-28", "day"),
    ("12:30 GMT, 5 May 2023", "2023-05-05T12:30:00+00:00", "minute"),
    ("2024-03-04", "2024-03-04", "day"),
    ("23/03/2024 10:00", "2024-03-23T10:00", "minute"),
    ("March 4, 2024 at 3 p.m. ET", "2024-03-04T15", "hour"),
    ("Valley Desk · Mar 4, 2024 · 2 min read", "2024-03-04", "day"),
    ("March 4, 2024 | By Jo Smith", "2024-03-04", "day"),
    ("By Jo Smith | The Odern Mail | March 4, 2024", "2024-03-04", "day"),
    ("Published: 4 March 2024 14:05 GMT", "2024-03-04T14:05:00+00:00", "minute"),
    ("Published: March 4, 2024 at 5:45 p.m. | Updated: March 5, 2024 at 6:10 p.m.", "2024-03-04T17:45", "minute"),
    ("Updated March 5, 2024 - 6:30am, first published March 4, 2024 - 5:15pm", "2024-03-04T17:15", "minute"),
    ("Posted: Mar 4, 2024 / 06:30 PM", "2024-03-04T18:30", "minute"),
]


@pytest.mark.parametrize(("line", "when", "precision"), ON_A_LINE)
def test_a_line_of_its_own_near_the_head_is_the_time(article: Read, line: str, when: str, precision: str) -> None:
    found = article(STORY.replace("4 March 2024, 10:30 GMT", line)).published
    assert (found.when, found.precision, found.basis) == (when, precision, "text")


@pytest.mark.parametrize(
    "line", ["© 2024 Tarn News", "Photo: Ann Ray, March 3, 2022.", "The bridge opened on 4 May 1961.", "03/04/2024"]
)
def test_other_years_and_dates_are_none(article: Read, line: str) -> None:
    assert article(STORY.replace("4 March 2024, 10:30 GMT", "") + f"\n{line}\n").published.when is None


def test_of_the_time_of_a_change_the_day_stands_in_for_that_of_publication(article: Read) -> None:
    found = article(STORY.replace("4 March 2024, 10:30 GMT", "Updated 5 March 2024, 10:30 GMT"))
    assert (found.published.when, found.published.precision, found.published.basis) == ("2024-03-05", "day", "updated")
    assert found.updated is not None
    assert found.updated.isoformat() == "2024-03-05T10:30:00+00:00"


def test_a_person_stands_above_the_text() -> None:
    hints = Hints(outlet="The Odern Mail", published="2024-03")
    (found,) = read([document(STORY, hints=hints)]).articles
    assert (found.published.when, found.published.precision, found.published.basis) == ("2024-03", "month", "hints")
    assert found.outlet == "The Odern Mail"


@pytest.mark.parametrize(
    ("value", "when"),
    [
        ("2024-04-10T12:34:00Z", "2024-04-10T12:34:00+00:00"),
        ("2024-04-10T12:34:00.123+0200", "2024-04-10T12:34:00+02:00"),
        ("2024-04-10 12:34", "2024-04-10T12:34"),
        ("2024", "2024"),
        ("Wed, 10 Apr 2024 08:00:00 GMT", "2024-04-10T08:00:00+00:00"),
    ],
)
def test_a_field_says_no_more_than_it_states(value: str, when: str) -> None:
    found = declared(value, "meta")
    assert found is not None
    assert found.when == when


@pytest.mark.parametrize("value", ["", None, "soon", "2024-13-40", "9999999"])
def test_a_field_without_a_time_is_none(value: str | None) -> None:
    assert declared(value, "meta") is None


def test_zones_that_may_be_several_stay_open() -> None:
    (stated,) = times_in("10 Apr 2024, 12:34 IST")
    assert stated.published.when == "2024-04-10T12:34"
