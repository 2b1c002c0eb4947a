"""Bad input gets a reason of its own and hides nothing that is good beside it."""

import json
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.conftest import STORY, Read, document, reading

from copydesk.read import ReadConfig, read
from copydesk.read.decoding import decode
from copydesk.text.fold import plain

GERMAN = "Der Rat hat am Montag beschlossen, die Brücke für ein Jahr zu sperren, sagte ein Sprecher. Der Verkehr wird umgeleitet."


@pytest.mark.parametrize(
    ("content", "media_type", "reason"),
    [
        (b"", None, "empty"),
        (b" \n\t\n", None, "empty"),
        (b"Menu\nShare\nHome\nLog in", None, "only_clutter"),
        (b"\x89PNG\r\n\x1a\n0000", None, "binary"),
        (bytes(range(256)) * 40, None, "binary"),
        (b"PK\x03\x04rest of a document", None, "binary"),
        (b'{"title": "A", "text": ', "application/json", "broken"),
        (b'{"title": "A", "text": ', None, "broken"),
        (b"[]", "application/json", "empty"),
        (b'{"a": 1}', "application/json", "unknown_type"),
        (b'<?xml version="1.0"?><urlset><url/></urlset>', None, "unknown_type"),
        (b'<?xml version="1.0"?><rss><channel/></rss>', None, "empty"),
        (b"<rss><channel><item><title>x</title></item>", None, "broken"),
        (b"a,b\n1,2", "text/csv", "unknown_type"),
        (b"{\\rtf1 Text}", None, "unknown_type"),
        (b"%PDF-1.4\nnot really", "application/pdf", "broken"),
        (GERMAN.encode(), None, "language"),
        (b"<html></html>", "text/html", "empty"),
    ],
)
def test_each_kind_has_its_reason(content: bytes, media_type: str | None, reason: str) -> None:
    result = reading(document(STORY, "good.txt"), document(content, "bad", media_type))
    assert [found.location for found in result.articles] == ["good.txt"]
    assert [(s.location, s.reason) for s in result.skipped] == [("bad", reason)]
    assert result.skipped[0].detail.endswith((".", ").", ")"))


def test_any_language_can_be_allowed() -> None:
    (found,) = reading(document(GERMAN), config=ReadConfig(languages=())).articles
    assert found.language == "de"


def test_the_same_bytes_twice_are_read_once_whatever_came_first() -> None:
    for order in (("b", "a"), ("a", "b")):
        result = reading(*(document(STORY, location) for location in order))
        assert [found.location for found in result.articles] == ["a"]
        assert [(s.location, s.reason, s.detail) for s in result.skipped] == [("b", "duplicate", "It has the same bytes as a.")]


def test_renaming_a_file_changes_no_id() -> None:
    (one,), (two,) = reading(document(STORY, "a")).articles, reading(document(STORY, "b")).articles
    assert one.id == two.id == one.sha256[:12]


def test_nothing_hides_in_the_text(article: Read) -> None:
    dirty = STORY.replace("council", "cou\u200bncil\u202e\u0000\x07").replace("bridge", "bri\u00addge")
    assert article(dirty).text == article(STORY).text


def test_line_ends_and_blanks_have_one_form(article: Read) -> None:
    assert article(STORY.replace("\n", "\r\n").replace(" ", "\u00a0")).text == article(STORY).text


def test_a_script_in_the_headline_is_only_text(article: Read) -> None:
    found = article(STORY.replace("Council closes", "<script>alert(1)</script> closes"))
    assert "<script>" in (found.title or "") + "".join(removed.text for removed in found.removed)


def test_one_huge_line_is_read(article: Read) -> None:
    assert len(article("The council closed the bridge on Monday, it said. " * 20_000).text) > 900_000


def test_ten_thousand_quotes_and_brackets_are_no_trap() -> None:
    for trap in (
        '"' * 10_000,
        "(" * 10_000,
        "- " * 5_000,
        "by " * 5_000,
        "A. " * 5_000,
        "2024 " * 3_000,
        "a/" * 5_000,
        "©" * 5_000,
    ):
        reading(document(STORY + trap))


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from([None, "text/plain", "text/html", "application/json", "message/rfc822", "text/markdown"]),
)
def test_no_bytes_crash_it(content: bytes, media_type: str | None) -> None:
    result = read([document(content, "x", media_type)], ReadConfig(languages=()))
    assert len(result.articles) + len(result.skipped) >= 1


LINES = st.lists(
    st.one_of(
        st.text(max_size=80),
        st.sampled_from(
            [*STORY.split("\n"), "Source: The Odern Mail", "Read more", "By Ann Ray, Associated Press", "PARIS (AP) —", "- item"]
        ),
    ),
    max_size=20,
)


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(["\n", "\n\n"]))
def test_nothing_is_lost_and_a_second_reading_changes_nothing(lines: list[str], end: str) -> None:
    text = end.join(lines)
    config = ReadConfig(languages=())
    result = read([document(text, "x", "text/plain")], config)
    for found in result.articles:
        assert characters(decode(text.encode("utf-8", "replace")) or "") == characters(
            "\n".join((found.text, *(removed.text for removed in found.removed)))
        )
        assert [b.end for b in found.blocks[:-1]] == [b.start - 2 for b in found.blocks[1:]]
        assert all(0 <= removed.after <= len(found.text) for removed in found.removed)
        # With a byte order mark, so that nothing is guessed about its encoding.
        (again,) = read([document(found.text.encode("utf-8-sig"), "x", "text/plain")], config).articles
        assert (again.text, again.removed) == (found.text, ())


def characters(text: str) -> str:
    shown = plain(text)
    return "".join(sorted(unicodedata.normalize("NFD", re.sub(r"\s", "", shown))))


def test_a_text_of_one_sentence_that_is_its_title_too_is_kept() -> None:
    sentence = "A driver was charged on Friday with stealing eleven school buses in Odern, the police said."
    (found,) = reading(document(json.dumps({"title": sentence, "text": sentence}), "a.json")).articles
    assert (found.title, found.text) == (sentence, sentence)


@pytest.mark.parametrize(
    "line",
    [
        "Ann Ray is a reporter for The Odern Mail.",
        "(Ann Ray/The Odern Mail",
        "About Odern Mail",
        "- ENDS -",
        "Odern Ferry Sails Again As Minister Visits",
        "A Kenmark man stole a boat in Lowe on Tuesday and sailed it to Sundby, where Captain Pia Lund gave chase.",
    ],
)
def test_thousands_of_lines_that_end_articles_lose_nothing(line: str) -> None:
    (found,) = reading(document(STORY + f"\n{line}\n" * 3_000)).articles
    held = found.text + "".join(removed.text for removed in found.removed)
    assert len(re.sub(r"\s", "", held)) == len(re.sub(r"\s", "", STORY)) + 3_000 * len(line.replace(" ", ""))
