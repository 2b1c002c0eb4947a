"""Every export of every story is what its standard says it is, and the same story gives the same bytes."""

import json
from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.needs import schemas_asked_for
from tests.render import dossiers, hostile
from tests.render.exports.cases import CASES, ordinary
from tests.render.exports.validators import VALIDATORS

from copydesk.exporting import FORMATS
from copydesk.render.exports.told import Told
from copydesk.render.imprint import Imprint

XML = ("newsml-g2", "nitf", "atom", "rss", "docx")
FOUND_BY_READERS = (
    ("newsml-g2", b"<body.content>", b"<body.content><p>"),
    ("nitf", b"<docdata ", b"<docdat "),
    ("jsonld", b'"articleBody"', b'"articleBoddy"'),
    ("atom", b"<updated>", b"<updatet>"),
    ("rss", b"<channel>", b"<channel>&nothing;"),
    ("stix", b'"published"', b'"publishd"'),
)
FOUND_BY_SCHEMAS = (
    ("ninjs", b'"pubStatus": "usable"', b'"pubStatus": "perhaps"'),
    ("ninjs", b'"uri": "urn:uuid:', b'"uri": "no uri :'),
    ("newsml-g2", b"<contentMeta>", b"<contentMeta><by/><urgency>1</urgency>"),
    ("json-feed", b'"title"', b'"titel"'),
)


def made(name: str, told: Told) -> bytes:
    result = FORMATS[name].render((told,))
    return result.encode() if isinstance(result, str) else result


@pytest.mark.parametrize("name", VALIDATORS)
@pytest.mark.parametrize("case", CASES)
def test_is_valid(name: str, case: str) -> None:
    VALIDATORS[name](made(name, CASES[case]()))


@pytest.mark.parametrize(("name", "whole", "broken"), [*FOUND_BY_READERS, *(FOUND_BY_SCHEMAS if schemas_asked_for() else ())])
def test_what_is_broken_is_found(name: str, whole: bytes, broken: bytes) -> None:
    content = made(name, ordinary())
    assert whole in content
    with pytest.raises(Exception, match=r"."):  # each library has errors of its own
        VALIDATORS[name](content.replace(whole, broken))


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_story_gives_the_same_bytes(name: str) -> None:
    assert made(name, ordinary()) == made(name, ordinary())


@pytest.mark.parametrize("name", sorted(set(VALIDATORS) - {"stix", "docx"}))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(attack=st.text(max_size=12))
def test_is_valid_whatever_stands_in_the_texts(name: str, attack: str) -> None:
    dossier = hostile.hostile(attack.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    VALIDATORS[name](made(name, Told(dossier, dossiers.run(), Imprint(publisher=attack, base_url=f"https://a.example/{attack}"))))


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"claims-csv", "initiatives-csv", "claims-parquet", "initiatives-parquet"}))
def test_carries_headline_text_disclosure_count_and_how_it_was_made(name: str) -> None:
    told = ordinary()
    text = made(name, told).decode(errors="replace") if name != "docx" else _words_of_word(made(name, told))
    for part in (told.headline, told.disclosure.split(", by rules")[0], "3 to 4", "0.1.0", "5f1c09ab77e2"):
        assert part in text.replace("\\", ""), part
    assert "the only footbridge" in text
    assert "partly supported" in text.lower()


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"claims-csv", "initiatives-csv"}))
def test_says_who_signed_it_and_how_much_they_changed(name: str) -> None:
    for case, changed in (("signed", "no sentence"), ("edited", "1 sentence")):
        content = made(name, CASES[case]())
        text = _words_of_word(content) if name == "docx" else content.decode(errors="replace")
        assert f"Read and signed off by Ana Berg on 12 May 2031, 16:02 UTC; {changed} edited by a person." in text


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"claims-csv", "initiatives-csv", "claims-parquet", "initiatives-parquet"}))
def test_has_the_words_that_were_signed(name: str) -> None:
    content = made(name, CASES["edited"]())
    text = _words_of_word(content) if name == "docx" else content.decode(errors="replace")
    assert "The old bridge is shut." in text


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"markdown", "claims-csv", "initiatives-csv", "docx"}))
@pytest.mark.parametrize(
    ("case", "code"), [("ordinary", b"algorithmicMedia"), ("by_model", b"trainedAlgorithmicMedia"), ("edited", b"humanEdits")]
)
def test_says_by_which_kind_of_program_it_was_written(name: str, case: str, code: bytes) -> None:
    assert code in made(name, CASES[case]())


def test_a_citation_leads_to_the_article_in_every_form_of_text() -> None:
    for name in ("ninjs", "newsml-g2", "nitf", "jsonld", "atom", "rss", "json-feed", "kite", "markdown", "stix"):
        assert "https://gazette.example/news/bridge?id=7&ref=home" in unescape(unescape(made(name, ordinary()).decode())), name


def test_several_stories_stand_in_one_feed_the_newest_first() -> None:
    later = Told(dossiers.small(), dossiers.run())
    earlier = CASES["small"]()
    for order in ((later, earlier), (earlier, later)):
        result = FORMATS["json-feed"].render(order)
        assert [item["date_published"] for item in json.loads(result)["items"]] == ["2031-05-12T15:15:00Z", "1970-01-01T00:00:00Z"]


def _words_of_word(content: bytes) -> str:
    import io  # noqa: PLC0415
    import zipfile  # noqa: PLC0415

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return " ".join(archive.read(name).decode() for name in archive.namelist())
