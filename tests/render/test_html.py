"""The pages as documents; what a browser does with them is tested in tests/browser."""

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Callable

import lxml.html
import pytest
from msgspec.structs import replace
from tests.render import dossiers, hostile

from copydesk.records import Dossier
from copydesk.render import html
from copydesk.render.shelf import on_unnamed


@pytest.fixture(scope="module")
def page() -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(html.story_page(dossiers.dossier(), dossiers.run(), dossiers.skipped()))


def text_of(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_same_dossier_same_page() -> None:
    once, again = (html.story_page(dossiers.dossier(), dossiers.run(), dossiers.skipped()) for _ in range(2))
    assert once == again


def test_every_id_stands_once_and_every_inner_link_leads_somewhere(page: lxml.html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in page.xpath("//a/@href | //*[local-name()='a']/@href") if href.startswith("#")}
    assert targets
    assert targets <= set(ids)


@pytest.mark.parametrize("build", [dossiers.dossier, dossiers.small, hostile.hostile])
def test_nothing_outside_the_page_is_needed_and_its_policy_allows_nothing_else(build: Callable[[], Dossier]) -> None:
    text = html.story_page(build(), hostile.run(), dossiers.skipped())
    page = lxml.html.document_fromstring(text)
    assert not page.xpath("//@src | //link[not(starts-with(@href, 'data:'))] | //@style | //@*[starts-with(name(), 'on')]")
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    inline = [*page.xpath("//style/text()"), *page.xpath("//script[not(@type)]/text()")]
    assert len(inline) == 4
    assert page.xpath("//script/@type") == ["application/ld+json"]
    for content in inline:
        assert f"'sha256-{b64encode(hashlib.sha256(content.encode()).digest()).decode()}'" in policy


def test_hostile_text_stays_text() -> None:
    text = html.story_page(hostile.hostile(), hostile.run(), dossiers.skipped())
    page = lxml.html.document_fromstring(text)
    assert len(page.xpath("//script[not(@type)]")) == 1
    assert json.loads(page.xpath("//script[@type='application/ld+json']/text()")[0])["articleBody"]
    assert not page.xpath("//img | //textarea")
    assert "{{ 7 * 7 }}" in text_of(page.xpath("//h1")[0])
    assert "\x00" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert all(href.startswith(("#", "https://", "http://", "data:,")) for href in page.xpath("//@href"))


def test_a_sentence_says_how_many_carry_it_in_words_too(page: lxml.html.HtmlElement) -> None:
    sentence = page.get_element_by_id("s4")
    assert "carried by 2 independent origins of 4" in text_of(sentence)
    assert [text_of(n) for n in sentence.xpath(".//*[@data-n]")] == ["[7]", "[8]"]
    assert "partly supported" in text_of(page.get_element_by_id("s12").getparent())


def test_notes_name_outlet_title_origin_and_words(page: lxml.html.HtmlElement) -> None:
    note = text_of(page.get_element_by_id("n1"))
    for part in (
        "Norrvik Wire",
        "Cracked bearing closes Elstrand footbridge",
        "12 May 2031, 09:31 UTC",
        dossiers.CLOSED.text,
        "news agency",
    ):
        assert part in note


def test_sides_with_the_same_value_stand_in_one_column(page: lxml.html.HtmlElement) -> None:
    first = page.xpath("//*[@id='differences']//section")[0]
    columns = [text_of(column) for column in first.find_class("column")]
    assert len(columns) == 2
    assert columns[0].endswith("Norrvik Wire · City Ledger · one origin")


def test_removed_blocks_skipped_files_and_left_out_sentences_are_shown_with_reasons(page: lxml.html.HtmlElement) -> None:
    assert "3 blocks removed" not in text_of(page.get_element_by_id("a2"))
    assert "2 blocks removed: navigation and share widget" in text_of(page.get_element_by_id("a2"))
    assert "PDF needs an extra" in text_of(page.get_element_by_id("skipped"))
    assert "colour; the report was full" in text_of(page.get_element_by_id("left-out"))
    assert "two officials" in text_of(page.get_element_by_id("unnamed")).lower()


def test_unnamed_people_are_each_named_once() -> None:
    claim = replace(dossiers.claims()[1], speaker="an official", rests_on=("official", "An official", "two aides"))
    named = replace(claim, unnamed=False, rests_on=("Mara Lindqvist",))
    assert [people for _, people in on_unnamed((claim, named))] == [("an official", "two aides")]


def test_how_much_rests_on_unnamed_people_and_what_no_article_says_stand_beside_the_report(page: lxml.html.HtmlElement) -> None:
    assert "2 of 4 statements rest on unnamed people." in text_of(page.get_element_by_id("unnamed"))
    side = text_of(page.find_class("side")[0])
    assert "What no article says" in side
    assert "What it costs. Something is to be built" in side
    assert "What it costs" not in text_of(page.get_element_by_id("report"))


def test_a_side_says_since_when_it_is_told(page: lxml.html.HtmlElement) -> None:
    sides = [text_of(column) for column in page.get_element_by_id("differences").find_class("column")]
    assert [since for side in sides for since in (side.partition("since ")[2],) if since] == ["12 May 2031"]


def test_an_initiative_shows_how_its_status_moved(page: lxml.html.HtmlElement) -> None:
    (moved,) = page.xpath("//section[@id='initiatives']//span[@class='course']")
    assert moved.text_content() == "expected on 11 May 2031 → announced on 12 May 2031"


def test_sections_without_content_are_absent() -> None:
    page = lxml.html.document_fromstring(html.story_page(dossiers.small(), dossiers.run()))
    ids = set(page.xpath("//@id"))
    assert not ids & {"lineage", "differences", "initiatives", "timeline", "quotes", "unnamed", "left-out", "skipped"}
    assert {"notes", "articles", "about"} <= ids


def test_copies_do_not_swell_the_page() -> None:
    dossier = hostile.large(60)
    texts = sum(len(article.text) for article in dossier.articles)
    assert len(html.story_page(dossier, dossiers.run())) < 1.5 * texts + 200_000


def test_passages_jump_to_their_place_in_the_article(page: lxml.html.HtmlElement) -> None:
    link = page.xpath("//*[@id='timeline']//a[@data-at]")[0]
    article, start, end = (int(number) for number in link.get("data-at").split(","))
    assert dossiers.articles()[article - 1].text[start:end] == dossiers.BUILT.text
    assert page.get_element_by_id(link.get("href")[1:]) is not None


def test_page_names_are_different_and_never_that_of_the_list() -> None:
    output = dossiers.story_output()
    story = replace(dossiers.small().story, headline="Index")
    twin = replace(dossiers.small(), story=story)
    names = html.page_names(replace(output, dossiers=(*output.dossiers, *output.dossiers, twin, twin)))
    assert len(set(names)) == 6
    assert "index.html" not in names
    assert all(re.fullmatch(r"[a-z0-9-]+\.html", name) for name in names)


def test_a_headline_of_another_script_still_gives_a_file() -> None:
    story = replace(dossiers.small().story, headline="橋が閉鎖")
    assert html.page_names(replace(dossiers.story_output(), dossiers=(replace(dossiers.small(), story=story),))) == ("story.html",)
