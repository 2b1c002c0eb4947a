"""What is exported is read back as the same report: its text, headline, time and outlet."""

import pytest
from tests.render.exports.cases import attacking, by_model, ordinary, unpublished

from copydesk.exporting import FORMATS
from copydesk.read import read
from copydesk.records import Article, Document
from copydesk.render.exports.told import Told


def back(name: str, told: Told) -> Article:
    made = FORMATS[name].render((told,))
    content = made.encode() if isinstance(made, str) else made
    result = read([Document(location=f"story{FORMATS[name].ending}", content=content)])
    assert not result.skipped
    (article,) = result.articles
    return article


@pytest.mark.parametrize("name", ["ninjs", "newsml-g2", "nitf"])
@pytest.mark.parametrize(
    ("told", "outlet"), [(ordinary(), "The Elstrand Daily"), (by_model(), "The Elstrand Daily"), (unpublished(), "copydesk")]
)
def test_text_headline_time_and_outlet_come_back(name: str, told: Told, outlet: str) -> None:
    article = back(name, told)
    assert article.title == told.headline
    assert article.outlet == outlet
    assert article.published.when == "2031-05-12T15:15:00+00:00"
    assert article.language == "en"
    kept = " ".join(article.text.split())
    for _, sentences in told.notes.sections:
        for numbered in sentences:
            assert numbered.sentence.text in kept
    assert "[1]" not in kept


@pytest.mark.parametrize("name", ["newsml-g2", "nitf"])
def test_notes_and_the_way_it_was_made_are_not_taken_for_the_report(name: str) -> None:
    article = back(name, ordinary())
    assert "roots of reporting" not in article.text
    assert "Cracked bearing closes Elstrand footbridge" not in article.text


@pytest.mark.parametrize("name", ["atom", "rss", "docx"])
def test_feeds_and_word_documents_are_read_too(name: str) -> None:
    article = back(name, ordinary())
    assert "the only footbridge between Elstrand’s old town and its harbour" in article.text


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"claims-parquet", "initiatives-parquet"}))
def test_what_a_hostile_story_is_exported_as_can_be_read_without_harm(name: str) -> None:
    made = FORMATS[name].render((attacking(),))
    content = made.encode() if isinstance(made, str) else made
    result = read([Document(location=f"story{FORMATS[name].ending}", content=content)])
    assert not any("\x1b" in article.text for article in result.articles)


def test_the_outlets_of_a_ninjs_report_are_its_credits() -> None:
    assert set(back("ninjs", ordinary()).markup_credits) == {
        "Norrvik Wire",
        "Coast Gazette",
        "City Ledger",
        "The Harbour Post",
        "Port of Elstrand",
    }
