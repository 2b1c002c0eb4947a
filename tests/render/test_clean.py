"""What may reach a page, a terminal or a file name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.render.clean import clean, excerpt, one_line, slug, tail, web_address

ANY = st.text(st.characters(codec=None, exclude_categories=()))


@given(ANY)
def test_cleaning_keeps_offsets_and_leaves_nothing_harmful(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    cleaned.encode("utf-8")
    assert not [c for c in cleaned if unicodedata.category(c) == "Cc" and c not in "\t\n"]
    assert "\u202e" not in cleaned


@given(ANY, st.integers(1, 60))
def test_an_excerpt_is_short_and_from_the_text(text: str, limit: int) -> None:
    cut = excerpt(text, limit)
    assert len(cut) <= limit + 1
    assert one_line(text).startswith(cut.removesuffix("…"))


@given(st.text())
def test_the_tail_of_a_text_loses_nothing(text: str) -> None:
    head, last = tail(text)
    assert (head + last).rstrip() == text.rstrip()
    assert len(last) <= 24


@given(st.text(max_size=200))
def test_slugs_are_file_names_everywhere(text: str) -> None:
    name = slug(text)
    assert len(name) <= 48
    assert not set(name) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name == name.strip("-")


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://gazette.example/a?b=1", True),
        ("http://gazette.example", True),
        ("javascript:alert(1)", False),
        (" JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("//gazette.example/a", False),
        ("https://[broken", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, safe: bool) -> None:  # noqa: FBT001 -- a case's answer
    assert (web_address(url) is not None) is safe
