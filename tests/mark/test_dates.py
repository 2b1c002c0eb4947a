import pytest
from tests.mark.conftest import Marker

from copydesk.mark import MarkContext
from copydesk.records import Published

# Published on Wednesday, 9 April 2031: sentence, words, when, until, precision
DATES = [
    ("She resigned on Tuesday.", "Tuesday", "2031-04-08", None, "day"),
    ("The fair ran June 28 – July 2, 2030.", "June 28 – July 2, 2030", "2030-06-28", "2030-07-02", "day"),
    ("They met between 12 March and 3 April 2029.", "12 March and 3 April 2029", "2029-03-12", "2029-04-03", "day"),
    ("It was shown from 28 December to 3 January.", "28 December to 3 January", "2030-12-28", "2031-01-03", "day"),
    ("The start moved from March 24 to March 29.", "March 24 to March 29", "2031-03-24", "2031-03-29", "day"),
    ("They debated the attack on Monday that killed four.", "Monday", "2031-04-07", None, "day"),
    ("It burned early on Tuesday.", "Tuesday", "2031-04-08", None, "day"),
    ("She resigned Wednesday.", "Wednesday", "2031-04-09", None, "day"),
    ("She will resign on Friday.", "Friday", "2031-04-11", None, "day"),
    ("The fair is to open next Monday.", "next Monday", "2031-04-14", None, "day"),
    ("He left last Friday.", "last Friday", "2031-04-04", None, "day"),
    ("Talks are set to begin Friday.", "Friday", "2031-04-11", None, "day"),
    ("Vessar plans to resume the service on Friday.", "Friday", "2031-04-11", None, "day"),
    ("He may have died Tuesday.", "Tuesday", "2031-04-08", None, "day"),
    ("The vote was Tuesday.", "Tuesday", "2031-04-08", None, "day"),
    ("On 12 March he fell.", "12 March", "2031-03-12", None, "day"),
    ("It fell on 1 May. Doctors agree.", "1 May", "2030-05-01", None, "day"),
    ("From 1 May every ship must take a pilot.", "1 May", "2031-05-01", None, "day"),
    ("It was signed Tuesday, April 8.", "Tuesday, April 8", "2031-04-08", None, "day"),
    ("It is to end this week.", "this week", "2031-04-07", "2031-04-13", "day"),
    ("It closed earlier this week.", "earlier this week", "2031-04-07", "2031-04-13", "day"),
    ("It was repaired a week ago.", "a week ago", "2031-03-31", "2031-04-06", "day"),
    ("They spoke in a call Tuesday night.", "Tuesday night", "2031-04-08", None, "day"),
    ("Prices fell last month.", "last month", "2031-03", None, "month"),
    ("On April 10, they will meet.", "April 10", "2031-04-10", None, "day"),
    ("He was born on Dec. 3, 2022.", "Dec. 3, 2022", "2022-12-03", None, "day"),
    ("It was revised in 2015.", "2015", "2015", None, "year"),
    ("The two meet this week.", "this week", "2031-04-07", "2031-04-13", "day"),
    ("They arrive tomorrow.", "tomorrow", "2031-04-10", None, "day"),
    ("It arrived yesterday.", "yesterday", "2031-04-08", None, "day"),
    ("Emissions should be halved by 2040.", "2040", "2040", None, "year"),
    ("It grew from 2019 to 2021.", "2019 to 2021", "2019", "2021", "year"),
    ("The 2019-20 season was long.", "2019-20", "2019", "2020", "year"),
    ("The tower has stood since the 1960s.", "1960s", "1960", "1969", "year"),
    ("It was a gift in 1912 from the mayor.", "1912", "1912", None, "year"),
    ("In December 2022, they met.", "December 2022", "2022-12", None, "month"),
    ("In May he left.", "May", "2030-05", None, "month"),
    ("The story was posted 10 Apr 2031, 12:34 PM.", "10 Apr 2031, 12:34 PM", "2031-04-10T12:34", None, "minute"),
    ("They met at 5 p.m. Tuesday.", "5 p.m. Tuesday", "2031-04-08T17:00", None, "hour"),
    ("It opened two years ago.", "two years ago", "2029", None, "year"),
    ("It opened three days ago.", "three days ago", "2031-04-06", None, "day"),
    ("It should be done by the end of the year.", "the end of the year", "2031", None, "year"),
    ("It fell in the third quarter of 2030.", "the third quarter of 2030", "2030-07", "2030-09", "month"),
    ("The log says 2031-04-09.", "2031-04-09", "2031-04-09", None, "day"),
    ("It was signed 25/12/2030.", "25/12/2030", "2030-12-25", None, "day"),
    ("It runs April 10-12, 2031.", "April 10-12, 2031", "2031-04-10", "2031-04-12", "day"),
    ("A storm came in mid-March.", "mid-March", "2031-03", None, "month"),
]

DATES += [
    ("From 1 May, Vessar announced, larger ferries may enter only with a pilot.", "1 May", "2031-05-01", None, "day"),
    ("Vessar said that from 1 May every ferry must take a pilot.", "1 May", "2031-05-01", None, "day"),
    ("On Friday, police said, a man was arrested.", "Friday", "2031-04-04", None, "day"),
    ("They met on the third of February.", "the third of February", "2031-02-03", None, "day"),
    ("It opened on the twenty-first of March 2029.", "the twenty-first of March 2029", "2029-03-21", None, "day"),
    ("They met on March the first.", "March the first", "2031-03-01", None, "day"),
    # The present tells of what is set, "since" of what is past; a perfect takes no day of the past.
    ("From January nobody needs a stamp.", "January", "2032-01", None, "month"),
    ("It has been closed since January.", "January", "2031-01", None, "month"),
    ("From May 1 tickets cost more.", "May 1", "2031-05-01", None, "day"),
    ("The law takes effect on May 1.", "May 1", "2031-05-01", None, "day"),
    ("The deal dates from 3 May.", "3 May", "2030-05-03", None, "day"),
    ("Those who have signed up for the race on 20 June will pay.", "20 June", "2031-06-20", None, "day"),
    # A participle has the time of its clause, unless the time stands right behind it.
    ("A bomb exploded in Davor late Friday killing a guard.", "Friday", "2031-04-04", None, "day"),
    ("A ferry carrying 40 guests sank off the island late on Tuesday.", "Tuesday", "2031-04-08", None, "day"),
    ("The patch, released Monday, should help.", "Monday", "2031-04-07", None, "day"),
    ("On Friday, Rada Venn has an audience with the king.", "Friday", "2031-04-11", None, "day"),
    ("They will all sit down on Friday.", "Friday", "2031-04-11", None, "day"),
]


@pytest.mark.parametrize("case", DATES, ids=lambda case: case[1])
def test_date_is_resolved_against_the_day_of_publication(marked: Marker, case: tuple[str, str, str, str | None, str]) -> None:
    text, words, *expected = case
    (date,) = marked(text).dates
    assert text[date.start : date.end] == words
    assert [date.when, date.until, date.precision] == expected


# What does not say clearly whether it is past or to come: the weekday is kept, no day is guessed.
OPEN = [
    "The council discussed Friday's vote.",
    "Friday's vote was postponed.",
    "Opening on Friday, the show is old.",
    "A vote scheduled for Friday was called off.",
    "He was due to speak Friday.",
    "Parliament will debate the attack on Monday that killed four people.",
    "He left last Monday, or so. The fair is to open next Friday.",
]


@pytest.mark.parametrize("text", OPEN)
def test_a_weekday_stays_open_where_its_week_is_not_clear(marked: Marker, text: str) -> None:
    dates = marked(text).dates
    assert dates
    assert all(date.when is None and date.weekday for date in dates)


def test_a_day_of_a_month_stays_open_where_its_year_is_not_clear(marked: Marker) -> None:
    (date,) = marked("The 12 January accident, a mystery.").dates
    assert (date.when, date.precision) == (None, "day")


# What something is compared with, or which one is meant, is no time at which anything happens.
MEASURES = [
    "It sold a third more than last year.",
    "Prices rose 4 percent from last year.",
    "Sales fell compared with last month.",
    "She won this year's Davor marathon.",
    "Next year's budget is larger.",
]


@pytest.mark.parametrize("text", MEASURES)
def test_a_time_that_only_measures_is_left_open(marked: Marker, text: str) -> None:
    assert [date.when for date in marked(text).dates] == [None]


def test_a_time_that_does_not_measure_is_resolved(marked: Marker) -> None:
    dates = marked("It rained more in Davor last year. From next month tickets cost more.").dates
    assert [date.when for date in dates] == ["2030", "2031-05"]


NAMED_AFTER_TIMES = [
    "MoneyTalk Today is a trading name of Venn Media.",
    "He told Ardania Tonight that it rained.",
    "The Davor Sunday Post ran it.",
    "The Sunday Mail ran it.",
    "The Wednesday Group met.",
    "Shops were full on Black Friday.",
]


@pytest.mark.parametrize("text", NAMED_AFTER_TIMES)
def test_a_day_in_a_name_is_no_date(marked: Marker, text: str) -> None:
    assert marked(text).dates == ()


@pytest.mark.parametrize(
    "text",
    ["Today the bridge is open.", "Davor police said today that it is open.", "On Wednesday Rada Venn left.", "Bridge Opens Today"],
)
def test_a_day_beside_a_name_is_a_date(marked: Marker, text: str) -> None:
    assert [date.when for date in marked(text).dates] == ["2031-04-09"]


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "The march began.",
        "April Venn spoke.",
        "He lived there in the last 60 years.",
        "They built 2000 houses.",
        "It beat 3-2.",
        "She lives at 2011 Main Street.",
    ],
)
def test_words_that_only_look_like_dates_are_none(marked: Marker, text: str) -> None:
    assert marked(text).dates == ()


def test_without_a_publication_time_nothing_is_guessed(marked: Marker) -> None:
    marks = marked("She resigned on Tuesday, April 8, and left in 2030.", MarkContext())
    assert [(d.when, d.precision, d.weekday) for d in marks.dates] == [(None, "day", "tuesday"), ("2030", "year", None)]


def test_a_date_says_whether_the_publication_time_was_needed(marked: Marker) -> None:
    stated, counted = marked("She came on May 3, 2029 and left yesterday.").dates
    assert not stated.resolved
    assert counted.resolved


def test_a_year_of_publication_resolves_no_more_than_years(marked: Marker) -> None:
    context = MarkContext(published=Published(when="2031", precision="year", basis="text"))
    found = {d.when for d in marked("It fell last year and on Tuesday, and last month.", context).dates}
    assert found == {"2030", None}


@pytest.mark.parametrize(
    ("text", "whens"),
    [
        ("They met on 3 February 2029. She denies that they met on 3 February.", ["2029-02-03", "2029-02-03"]),
        ("It burned on March 14, 2028. A wall fell on March 15.", ["2028-03-14", "2028-03-15"]),
        ("It warned of it in February 2029. She wrote again on 2 February.", ["2029-02", "2029-02-02"]),
        ("It burned on 14 March 2028. A court cleared the owner on 9 February that year.", ["2028-03-14", "2028-02-09"]),
        # Another month, and a day far behind, are of the year of publication.
        ("It burned on 14 March 2028. A wall fell on 2 February.", ["2028-03-14", "2031-02-02"]),
        ("It burned on 2 March 2028. It stood. It was sold. It was closed. A wall fell on 3 March.", ["2028-03-02", "2031-03-03"]),
    ],
)
def test_a_day_without_a_year_has_that_with_which_it_was_told(marked: Marker, text: str, whens: list[str]) -> None:
    assert [date.when for date in marked(text).dates] == whens
