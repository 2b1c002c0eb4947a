"""What a user relies on: what happened or will happen stands in order, and when it was said is no event."""

from tests.weigh.stories import weighed

from copydesk.records import TimelineEntry


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
