"""What single forms hold beyond being valid: fields that their readers rely on."""

import csv
import io
import json
import re
import sys
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import mammoth
import msgspec
import pyarrow.parquet
import pytest
from lxml import etree
from tests.render import dossiers, hostile
from tests.render.exports.cases import CASES, IMPRINT, attacking, ordinary, unpublished

from copydesk.errors import MissingExtra
from copydesk.render import html, listing
from copydesk.render.exports import docx, feeds, json_feed, jsonld, kite, newsml_g2, ninjs, parquet, stix, tables
from copydesk.render.exports.told import Told
from copydesk.render.imprint import Imprint, Publication, Tlp

# The types of the open front end of Kite, written down anew: what is required there is required here.


class KiteArticle(msgspec.Struct, forbid_unknown_fields=True):
    title: str
    link: str
    domain: str
    date: str


class KiteView(msgspec.Struct, forbid_unknown_fields=True):
    text: str
    sources: list[dict[str, str]]


class KiteStory(msgspec.Struct):
    cluster_number: int
    category: str
    title: str
    short_summary: str
    articles: list[KiteArticle]
    id: str | None = None
    unique_domains: int | None = None
    number_of_titles: int | None = None
    sourceLanguage: str | None = None  # noqa: N815 -- Kite's word
    talking_points: list[str] | None = None
    quote: str | None = None
    quote_author: str | None = None
    quote_attribution: str | None = None
    quote_source_url: str | None = None
    quote_source_domain: str | None = None
    perspectives: list[KiteView] | None = None
    timeline: list[dict[str, str]] | None = None
    future_outlook: str | None = None
    suggested_qna: list[dict[str, str]] | None = None
    technical_details: list[str] | None = None
    domains: list[dict[str, str]] | None = None


class KiteCategory(msgspec.Struct, forbid_unknown_fields=True):
    category: str
    timestamp: int
    read: int
    clusters: list[KiteStory]


CITATION = re.compile(r"\[([^#\]]+)#(\d+)\]")


@pytest.mark.parametrize("case", CASES)
def test_kite_has_the_fields_of_its_types_and_every_citation_finds_its_article(case: str) -> None:
    made = kite.category([CASES[case]()])
    (story,) = msgspec.json.decode(made, type=KiteCategory).clusters
    prose = [story.short_summary, *(story.talking_points or ()), *(event["content"] for event in story.timeline or ())]
    assert CITATION.search(story.short_summary)
    for text in prose:
        for domain, place in CITATION.findall(text):
            assert [article for article in story.articles if article.domain == domain][int(place) - 1]
        assert "[" not in CITATION.sub("", text)


def test_kite_shows_how_it_was_made_where_its_readers_show_something() -> None:
    (story,) = json.loads(kite.category([ordinary()]))["clusters"]
    assert ordinary().disclosure in story["technical_details"]
    assert story["independent"] == {"low": 3, "high": 4}
    assert {view["text"] for view in story["perspectives"]} >= {
        "How long the crack is: 40 centimetres",
        "How long the crack is: 45 centimetres",
    }


def test_ninjs_says_what_it_is_based_on_and_how_far_to_trust_it() -> None:
    item = json.loads(ninjs.item(ordinary()))
    assert item["standard"] == {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"}
    assert item["version"] == "203105121515"
    assert item["edNote"].startswith(
        "6 articles, 3 to 4 independent origins. 12 sentences checked: 11 supported, 1 partly supported. copydesk 0.1.0"
    )
    assert [one["name"] for one in item["associations"]] == list(ordinary().shelf.names.values())
    assert item["associations"][0]["descriptions"][0] == {
        "role": "cited passage 1", "contentType": "text/plain", "value": dossiers.CLOSED.text,
    }  # fmt: skip
    assert {one["name"] for one in item["infoSources"]} > {"Norrvik Wire", "Coast Gazette"}
    assert item["trustIndicators"][0]["href"] == "https://daily.example/principles"
    assert "trustIndicators" not in json.loads(ninjs.item(unpublished()))


def test_newsml_g2_gives_its_text_in_two_renditions() -> None:
    tree = etree.fromstring(newsml_g2.item(ordinary()))
    kinds = tree.xpath("//*[local-name()='inlineXML']/@contenttype")
    assert kinds == ["application/xhtml+xml", "application/nitf+xml"]
    assert len(tree.xpath("//*[local-name()='link'][contains(@reluri, 'derivedFrom')]")) == 6


def test_every_citation_of_a_word_document_is_a_footnote_with_outlet_and_words() -> None:
    read = mammoth.convert_to_html(io.BytesIO(docx.document(ordinary()))).value
    numbers = re.findall(r'<a href="#footnote-(\d+)"', read)
    cited = sum(len(numbered.numbers) for numbered in ordinary().notes.sentences)
    assert numbers == [str(n) for n in range(1, cited + 1)]
    notes = read[read.index('<li id="footnote-1">') :]
    assert "Norrvik Wire, Cracked bearing closes Elstrand footbridge" in notes
    assert 'href="https://gazette.example/news/bridge?id=7&amp;ref=home"' in notes
    assert read.startswith("<h1>Elstrand closes its only harbour footbridge") or "Elstrand closes" in read[:200]


def test_a_word_document_has_no_time_of_its_making() -> None:
    with zipfile.ZipFile(io.BytesIO(docx.document(ordinary()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_claims_are_the_table_that_the_list_of_claims_gives() -> None:
    rows = list(csv.DictReader(io.StringIO(tables.claims([ordinary()]))))
    assert tuple(rows[0]) == listing.COLUMNS
    assert rows[0]["differs"] == "How long the crack is: 40 centimetres"
    assert (rows[1]["speaker"], rows[1]["unnamed"], rows[1]["independent_low"]) == ("two officials", "yes", "1")


def test_initiatives_are_a_row_each() -> None:
    rows = list(csv.DictReader(io.StringIO(tables.initiatives([ordinary()]))))
    assert tuple(rows[0]) == tables.INITIATIVE_COLUMNS
    assert [row["status"] for row in rows] == ["announced", "agreed", "under_discussion", "ruled_out"]
    assert rows[0]["outlets"] == "Port of Elstrand; Norrvik Wire; coastal-broadcast"
    assert [row["course"] for row in rows] == ["expected on 11 May 2031 → announced on 12 May 2031", "", "", ""]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\uff1d"])
def test_no_cell_is_taken_for_a_formula(sign: str) -> None:
    told = Told(hostile.hostile(f'{sign}HYPERLINK("https://evil.example") '), dossiers.run())
    for made in (tables.claims([told]), tables.initiatives([told])):
        for row in list(csv.reader(io.StringIO(made)))[1:]:
            assert not [cell for cell in row if cell.lstrip().startswith(("=", "+", "-", "@", "\uff1d"))]


def test_tables_of_no_story_have_their_columns() -> None:
    assert tables.claims([]) == ",".join(listing.COLUMNS) + "\r\n"
    assert tables.initiatives([]) == ",".join(tables.INITIATIVE_COLUMNS) + "\r\n"


def test_parquet_holds_typed_columns_and_every_passage() -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(parquet.claims([ordinary()])))
    rows: list[dict[str, Any]] = table.to_pylist()
    assert [row["id"] for row in rows] == ["c1", "c2", "c3", "c4"]
    assert rows[0]["independent_low"] == 3
    assert rows[0]["passages"][0]["text"] == dossiers.CLOSED.text
    assert rows[0]["origin_ids"] == ["o1", "o2", "o3"]
    assert rows[1]["unnamed"] is True
    initiatives = pyarrow.parquet.read_table(io.BytesIO(parquet.initiatives([ordinary()]))).to_pylist()
    assert [row["number"] for row in initiatives] == [1, 2, 3, 4]
    assert [(step["status"], step["when"]) for step in initiatives[0]["course"]] == [
        ("expected", "2031-05-11"),
        ("announced", "2031-05-12T09:00:00+02:00"),
    ]


def test_parquet_says_which_extra_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"Writing Parquet needs an extra: pip install 'copydesk\[archive\]'"):
        parquet.claims([ordinary()])


@pytest.mark.parametrize(("tlp", "name"), [("clear", "TLP:WHITE"), ("amber", "TLP:AMBER"), ("red", "TLP:RED")])
def test_every_object_of_a_stix_bundle_carries_the_mark(tlp: Tlp, name: str) -> None:
    objects = json.loads(stix.bundle([Told(dossiers.dossier(), dossiers.run(), Imprint(tlp=tlp))]))["objects"]
    (mark,) = [one for one in objects if one["type"] == "marking-definition"]
    assert mark["name"] == name
    assert {tuple(one["object_marking_refs"]) for one in objects if one is not mark} == {(mark["id"],)}
    (report,) = [one for one in objects if one["type"] == "report"]
    assert set(report["object_refs"]) <= {one["id"] for one in objects}
    assert "independent-origins:3-4" in report["labels"]


def test_json_ld_cannot_end_the_script_element_it_stands_in() -> None:
    script = jsonld.script(attacking())
    assert not set("<>&\u2028\u2029") & set(script)
    assert json.loads(script) == json.loads(jsonld.article(attacking()))


def test_json_ld_marks_what_the_articles_do_not_carry() -> None:
    made = dossiers.dossier()
    section, *others = made.report.sections
    wrong, *rest = section.sentences
    contradicted = msgspec.structs.replace(wrong.verdict, label="contradicted")
    sentences = (msgspec.structs.replace(wrong, verdict=contradicted), *rest)
    sections = (msgspec.structs.replace(section, sentences=sentences), *others)
    partly = msgspec.structs.replace(made.report.dek.verdict, label="partly")
    dek = msgspec.structs.replace(made.report.dek, verdict=partly)
    report = msgspec.structs.replace(made.report, sections=sections, dek=dek)
    tree = json.loads(jsonld.article(Told(msgspec.structs.replace(made, report=report), dossiers.run())))
    assert f"{wrong.text} (contradicted)" in tree["articleBody"]
    assert tree["abstract"] == f"{dek.text} (partly supported)"


def test_a_feed_is_the_same_in_whatever_order_its_stories_are_given() -> None:
    some = [ordinary(), Told(dossiers.small(), dossiers.run(), ordinary().imprint)]
    assert feeds.rss(some) == feeds.rss(some[::-1])


@pytest.mark.parametrize("make", [feeds.atom, feeds.rss])
def test_a_feed_says_where_it_stands_where_that_was_said(make: Callable[[Sequence[Told]], bytes]) -> None:
    links = etree.fromstring(make([ordinary()])).xpath("//*[local-name()='link'][@rel='self']/@href")
    assert links == ["https://daily.example/feed.xml"]
    assert json.loads(json_feed.feed([ordinary()]))["feed_url"] == "https://daily.example/feed.xml"
    assert not etree.fromstring(make([unpublished()])).xpath("//*[local-name()='link'][@rel='self']")
    assert "feed_url" not in json.loads(json_feed.feed([unpublished()]))


def test_principles_stand_where_they_were_stated_and_nowhere_else() -> None:
    assert json.loads(jsonld.article(ordinary()))["publishingPrinciples"] == "https://daily.example/principles"
    assert "publishingPrinciples" not in json.loads(jsonld.article(unpublished()))
    page = html.story_page(dossiers.dossier(), dossiers.run(), publication=Publication(IMPRINT, page="elstrand.html"))
    assert '"publishingPrinciples":"https://daily.example/principles"' in page
    assert 'href="https://daily.example/principles"' in page
    assert '"url":"https://daily.example/stories/elstrand.html"' in page
    assert "rinciples" not in html.story_page(dossiers.dossier(), dossiers.run())
