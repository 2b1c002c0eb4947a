"""What every export says of a story: names, addresses, times, how it was written."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.render import dossiers, hostile
from tests.render.exports.cases import change, ordinary, small
from tests.render.exports.cases import signature as signed_by_her

from copydesk.records import Dossier, Signature, Written
from copydesk.render import disclosing, html, markdown
from copydesk.render.clean import address
from copydesk.render.disclosing import UNEDITED
from copydesk.render.exports.told import NO_TIME, Told, moment, stamp, urn
from copydesk.render.imprint import Imprint, Publication


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


def of_hands(by_model: int, by_offline: int) -> Dossier:
    written = Written(model="some-model 7", by_model=by_model, by_offline=by_offline)
    return replace(dossiers.dossier(), report=replace(dossiers.report(), written=written))


@pytest.mark.parametrize(
    ("dossier", "signature", "code"),
    [
        (dossiers.dossier(), None, "algorithmicMedia"),
        (dossiers.dossier(), signed_by_her(), "algorithmicMedia"),
        (dossiers.dossier(), signed_by_her(edits=(change(),)), "humanEdits"),
        (of_hands(12, 0), None, "trainedAlgorithmicMedia"),
        (of_hands(8, 4), None, "trainedAlgorithmicMedia"),
        (of_hands(8, 4), signed_by_her(edits=(change(),)), "compositeSynthetic"),
        (of_hands(0, 12), None, "algorithmicMedia"),
    ],
    ids=["rules", "read", "edited", "model", "both", "model edited", "model of no use"],
)
def test_how_it_was_written_is_told_from_who_worded_it(dossier: Dossier, signature: Signature | None, code: str) -> None:
    """Not from what the writer is called: a model may have any name."""
    run = replace(dossiers.run(), writer="offline-sounding 1")
    source = Told(dossier, run, signature=signature).digital_source
    assert source.uri == f"http://cv.iptc.org/newscodes/digitalsourcetype/{code}"


def test_the_disclosure_says_who_signed_and_how_much_they_changed() -> None:
    assert told_with(None).endswith("No person has edited it. Each sentence was checked.")
    assert "Read and signed off by Ana Berg on 12 May 2031, 16:02 UTC; no sentence edited by a person. Each" in told_with(
        signed_by_her()
    )
    assert "; 1 sentence edited by a person. Each" in told_with(signed_by_her(edits=(change(),)))
    changed = told_with(signed_by_her(stands=False))
    assert "not signed off: the story has changed since Ana Berg signed it off on 12 May 2031, 16:02 UTC. Each" in changed
    assert all("No person" not in told for told in (changed, told_with(signed_by_her())))


def told_with(signature: Signature | None) -> str:
    report = replace(dossiers.report(), disclosure=f"Written by copydesk. {UNEDITED} Each sentence was checked.")
    return Told(replace(dossiers.dossier(), report=report), dossiers.run(), signature=signature).disclosure


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


def test_the_name_of_a_signer_is_text_and_nothing_else() -> None:
    by = Signature(by=f"{hostile.NASTY}{hostile.SCRIPT}", when="2031-05-12T16:02:00Z", stands=True)
    page = html.story_page(dossiers.dossier(), dossiers.run(), publication=Publication(signature=by))
    assert page.count("<script") == html.story_page(dossiers.dossier(), dossiers.run()).count("<script")
    text = markdown.story(dossiers.dossier(), dossiers.run(), signature=by)
    assert "<script" not in text.replace("\\<script", "")
    assert "\n" not in disclosing.signed(by)
