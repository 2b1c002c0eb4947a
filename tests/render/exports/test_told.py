"""What every export says of a story: names, addresses, times, how it was written."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.render import dossiers, hostile
from tests.render.exports.cases import by_model, ordinary, small

from copydesk.render.exports.told import NO_TIME, Imprint, Told, address, moment, stamp, urn


@pytest.mark.parametrize(
    ("given_url", "expected"),
    [
        ("https://a.example/b?c=d&e=%20f#g", "https://a.example/b?c=d&e=%20f#g"),
        ("https://a.example/über uns", "https://a.example/%C3%BCber%20uns"),
        ('https://a.example/" onclick="x', "https://a.example/%22%20onclick=%22x"),
        ("https://a.example/<script>", "https://a.example/%3Cscript%3E"),
        ("https://a.example/100%", None),
        ("javascript:alert(1)", None),
        ("ftp://a.example/", None),
        ("https://", None),
        (None, None),
    ],
)
def test_an_address_is_one_of_the_web_or_none(given_url: str | None, expected: str | None) -> None:
    assert address(given_url) == expected


@given(st.text())
def test_no_text_becomes_an_address_that_a_program_could_misread(text: str) -> None:
    for found in (address(text), address(f"https://a.example/{text}")):
        if found is not None:
            assert found.isascii()
            assert not set(found) & set(" <>\"'\\^`{|}\n") - {"'"}
            assert urlsplit(found).scheme in ("http", "https")


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2031-05-12T17:15:00+02:00", datetime(2031, 5, 12, 15, 15, tzinfo=UTC)),
        ("2031-05-12T17:15", datetime(2031, 5, 12, 17, 15, tzinfo=UTC)),
        ("2031-05-12", datetime(2031, 5, 12, tzinfo=UTC)),
        ("2031-05", None),
        ("Thursday", None),
        ("0001-01-01T00:00:00+23:00", None),
        (hostile.NASTY, None),
        (None, None),
    ],
)
def test_a_time_is_in_utc_or_none(when: str | None, expected: datetime | None) -> None:
    assert moment(when) == expected


def test_no_clock_is_asked_where_no_time_is_known() -> None:
    assert small().as_of is None
    assert small().version == "1"
    assert stamp(small().time) == stamp(NO_TIME) == "1970-01-01T00:00:00Z"


def test_the_version_grows_with_the_time_the_story_speaks_of() -> None:
    later = Told(dossiers.dossier(), replace(dossiers.run(), as_of="2031-05-12T17:16:00+02:00"))
    assert int(ordinary().version) == 203105121515 < int(later.version)
    assert ordinary().uri == later.uri


def test_whatever_writes_but_the_rules_is_told_to_be_a_model() -> None:
    assert ordinary().digital_source.uri == "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"
    assert by_model().digital_source.uri == "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"


def test_names_are_those_of_the_thing_and_not_of_the_export() -> None:
    assert urn("story", "s1") == urn("story", "s1") != urn("article", "s1")


def test_verdicts_are_counted() -> None:
    assert ordinary().verdicts == "12 sentences checked: 11 supported, 1 partly supported"


def test_a_page_has_an_address_where_its_place_is_known() -> None:
    assert ordinary().url == "https://daily.example/stories/elstrand.html"
    assert (
        Told(dossiers.dossier(), dossiers.run(), Imprint(base_url="https://a.example/x"), "ä b.html").url
        == "https://a.example/x/%C3%A4%20b.html"
    )
    assert small().url is None
