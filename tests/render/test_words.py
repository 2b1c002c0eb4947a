"""The wording that readers see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.records import InitiativeStatus, Interval, Passage, Step
from copydesk.render import words
from copydesk.render.dots import MOST_DOTS, mark


def interval(low: int, high: int | None = None) -> Interval:
    return Interval(low=low, high=low if high is None else high)


@pytest.mark.parametrize(
    ("when", "read"),
    [
        ("1912", "1912"),
        ("2024-04", "April 2024"),
        ("2024-04-09", "9 April 2024"),
        ("2024-04-09T06:05", "9 April 2024, 06:05"),
        ("2024-04-09T06:05:00+00:00", "9 April 2024, 06:05 UTC"),
        ("2024-04-09T06:05:00+02:00", "9 April 2024, 06:05 UTC+2"),
        ("2024-04-09T06:05:00-03:30", "9 April 2024, 06:05 UTC−3:30"),
        ("2024-04-09T06:05:00Z", "9 April 2024, 06:05 UTC"),
        ("2024-13", "2024-13"),
        ("next Thursday", "next Thursday"),
        ("", ""),
    ],
)
def test_times_read_as_people_write_them(when: str, read: str) -> None:
    assert words.day(when) == read


@pytest.mark.parametrize(
    ("steps", "read"),
    [
        ((), ""),
        ((("expected", "2024-03-03"), ("announced", "2024-03-05")), "expected on 3 March 2024 → announced on 5 March 2024"),
        (
            (("expected", "2024-03-03T08:00:00+00:00"), ("done", "2024-03-05T09:00:00+00:00")),
            "expected on 3 March 2024 → done on 5 March 2024",
        ),
        (
            (("announced", "2024-03-03T08:00"), ("ruled_out", "2024-03-03T19:30")),
            "announced on 3 March 2024, 08:00 → ruled out on 3 March 2024, 19:30",
        ),
        (
            (("offered", None), ("agreed", "last week"), ("under_way", "2024-03"), ("done", None)),
            "offered before → agreed last week → under way in March 2024 → done",
        ),
    ],
)
def test_how_a_status_moved_reads_as_one_line(steps: tuple[tuple[InitiativeStatus, str | None], ...], read: str) -> None:
    passage = Passage(article_id="a", start=0, end=2, text="It")
    assert words.course([Step(status=status, when=when, passage=passage) for status, when in steps]) == read


@given(st.text() | st.from_regex(r"\d{4}-\d\d-\d\dT?\d*:?\d*"))
def test_no_time_breaks_the_page(when: str) -> None:
    assert words.day(when) is not None


@pytest.mark.parametrize(
    ("articles", "independent", "said"),
    [
        (1, interval(1), "Nothing else here confirms"),
        (3, interval(3), "none of them rests on another"),
        (9, interval(1), "one confirmation, not nine"),
        (5, interval(4), "four separate roots; the other repeats one of these."),
        (6, interval(4), "four separate roots; the others repeat one of these."),
        (6, interval(3, 4), "three to four separate roots"),
        (6, interval(3, 6), "three to six separate roots"),
    ],
)
def test_the_count_is_told_in_plain_words(articles: int, independent: Interval, said: str) -> None:
    assert said in words.standing(articles, independent)


def test_a_press_release_among_the_roots_is_told_apart() -> None:
    assert "One of the roots is a press release" in words.standing(7, interval(5), releases=1)
    assert "Two of the roots are press releases" in words.standing(7, interval(5), releases=2)
    assert "no reporting" in words.standing(3, interval(1), releases=1)


@pytest.mark.parametrize(
    ("carried", "total", "signs"),
    [
        (interval(2), interval(3), "●●○"),
        (interval(2, 3), interval(3, 4), "●●◐○"),
        (interval(0, 1), interval(1), "◐"),
        (interval(1), interval(1), "●"),
        (interval(12, 14), interval(40), "●12–14/40"),
        (interval(2), interval(1), "●●"),
    ],
)
def test_the_mark_shows_what_the_interval_says(carried: Interval, total: Interval, signs: str) -> None:
    assert mark(carried, total).signs == signs


@given(st.integers(0, 30), st.integers(0, 30), st.integers(1, 30))
def test_dots_always_add_up_to_the_story(low: int, more: int, others: int) -> None:
    total = low + more + others
    shown = mark(interval(low, low + more), interval(1, total))
    assert (shown.full, shown.half, shown.hollow) == (low, more, others)
    assert bool(shown.figure) == (total > MOST_DOTS)
    assert "independent origin" in shown.words


def test_quotation_marks_are_not_doubled() -> None:
    assert words.quoted("“We will not,”") == "“We will not”"
    assert words.cited("“Late,” she said.") == "“Late,” she said."
    assert words.cited("She was late.") == "“She was late.”"
