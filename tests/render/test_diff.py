"""Two wordings side by side: what is only in the one, what is only in the other."""

from hypothesis import given
from hypothesis import strategies as st

from copydesk.render.diff import changes

WORDS = st.lists(st.sampled_from(["we", "will", "not", "open", "it", "again"]), max_size=12).map(" ".join)


def test_what_was_trimmed_is_shown_and_case_is_no_change() -> None:
    old = "You will see that we are stepping up our cooperation."
    assert list(changes(old, "“We are stepping up our cooperation,”")) == [
        ("out", "You will see that"),
        ("same", "“We are stepping up our cooperation,”"),
    ]


def test_the_middle_of_what_both_have_may_be_left_out() -> None:
    both = " ".join(f"w{n}" for n in range(20))
    assert list(changes(f"a {both} b", f"a {both} c", shortened=True)) == [
        ("same", "… w15 w16 w17 w18 w19"),
        ("out", "b"),
        ("in", "c"),
    ]


@given(WORDS, WORDS)
def test_nothing_is_lost(old: str, new: str) -> None:
    found = list(changes(old, new))
    assert " ".join(one.text for one in found if one.kind != "out").split() == new.split()
    assert sorted(" ".join(one.text for one in found if one.kind != "in").split()) == sorted(old.split())
