"""What a reader can do on a story's page, in a real browser."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Open
from tests.render import dossiers

WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")


def fits(page: Page) -> bool:
    """Return whether nothing sticks out to the right."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["story", "small", "hostile", "large", "index"])
def test_nothing_scrolls_sideways(open_page: Open, name: str, width: int) -> None:
    page = open_page(name, width)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert fits(page)


def test_reflows_at_320_pixels(open_page: Open) -> None:
    assert fits(open_page(width=320))


@pytest.mark.parametrize("width", WIDTHS)
def test_a_click_on_a_sentence_shows_its_passages_in_their_article(open_page: Open, width: int) -> None:
    page = open_page(width=width)
    page.locator("#s3").click(position={"x": 30, "y": 12})
    panel = page.locator("#panel")
    expect(panel).to_be_visible()
    expect(panel.locator(".card")).to_have_count(5)
    marked = panel.locator(".card").nth(1).locator("mark")
    assert marked.text_content() == dossiers.CLOSED_OWN.text
    expect(panel.locator(".card").nth(1)).to_contain_text("The Harbour Post")
    expect(panel).to_contain_text("Supported")
    panel.locator(".looked-for summary").click()
    expect(panel).to_contain_text("Tuesday (date) found in Norrvik Wire")
    expect(page.locator("#s3")).to_have_class("s on")
    assert fits(page)


def test_every_sentence_leads_to_marked_words_that_are_its_citations(open_page: Open) -> None:
    page = open_page()
    report = dossiers.report()
    sentences = [report.headline, report.dek, *(s for section in report.sections for s in section.sentences)]
    for place, sentence in enumerate(sentences, start=1):
        page.locator(f"a.m[href='#e{place}']").click()
        shown = {"".join(card.locator("mark").all_text_contents()) for card in page.locator("#panel .card").all()}
        assert shown == {passage.text for passage in sentence.citations}
        page.keyboard.press("Escape")


def test_by_keyboard_alone(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    link = page.locator("a.m[href='#e4']")
    for _ in range(40):
        page.keyboard.press("Tab")
        if link.evaluate("(element) => element === document.activeElement"):
            break
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#panel-h")).to_be_focused()
    expect(page.locator("#panel-h")).to_have_text("Sentence 4 of 12")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(link).to_be_focused()


@pytest.mark.parametrize("width", WIDTHS)
def test_closing_returns_the_focus(open_page: Open, width: int) -> None:
    page = open_page(width=width)
    page.locator("a.m[href='#e5']").click()
    page.locator("#panel [data-close]").click()
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator("a.m[href='#e5']")).to_be_focused()


def test_steps_from_sentence_to_sentence(open_page: Open) -> None:
    page = open_page()
    page.locator("a.m[href='#e3']").click()
    page.locator("#next").click()
    expect(page.locator("#panel-h")).to_have_text("Sentence 4 of 12")
    expect(page.locator("#s4")).to_have_class("s on")
    page.locator("#previous").click()
    page.locator("#previous").click()
    page.locator("#previous").click()
    expect(page.locator("#panel-h")).to_have_text("The headline")
    expect(page.locator("#previous")).to_be_disabled()


def test_a_number_shows_its_passage_first(open_page: Open) -> None:
    page = open_page(width=390)
    page.locator("#s3 [data-n='3']").click()
    top = page.locator("#panel-body").bounding_box()
    card = page.locator("#panel .card[data-note='3']").bounding_box()
    assert top is not None
    assert card is not None
    assert abs(card["y"] - top["y"]) < 60


def test_deep_link_opens_the_sentence(open_page: Open) -> None:
    page = open_page(fragment="#s6")
    expect(page.locator("#panel")).to_be_visible()
    expect(page.locator("#panel-h")).to_have_text("Sentence 6 of 12")
    expect(page.locator("#s6")).to_be_in_viewport()
    assert page.url.endswith("#s6")


def test_outlet_links_show_their_passage(open_page: Open) -> None:
    page = open_page()
    link = page.locator("#timeline a.at").first
    link.click()
    assert page.locator("#panel mark").text_content() == dossiers.BUILT.text
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_the_way_into_the_whole_article(open_page: Open) -> None:
    page = open_page()
    page.locator("a.m[href='#e3']").click()
    page.locator("#panel .card").first.get_by_text("Read the whole article").click()
    expect(page.locator("#panel")).to_be_hidden()
    expect(page.locator("#a1 .text")).to_be_visible()
    expect(page.locator("#a1 .text p").first).to_be_in_viewport()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("by", ["curve", "row", "list"])
def test_two_texts_side_by_side(open_page: Open, width: int, by: str) -> None:
    page = open_page(width=width)
    if by == "curve":
        page.locator("a.edge[data-link='2']").focus()
        page.keyboard.press("Enter")
    elif by == "row":
        page.locator(".taking a[data-link='2']").click()
    else:
        page.locator("#l2 summary").click()
        page.locator("#l2 button").click()
    compare = page.locator("#compare")
    expect(compare).to_be_visible()
    sides = compare.locator(".side-text")
    expect(sides).to_have_count(2)
    kinds = ("reworded", "quoted", "edited")
    assert all(sides.nth(0).locator(f"mark.{kind}").count() for kind in kinds)
    assert sides.nth(0).locator("mark[data-pair='2']").text_content() == dossiers.CROSS_REWRITE.text
    assert sides.nth(1).locator("mark[data-pair='2']").text_content() == dossiers.CROSS.text
    assert "5,000" in sides.nth(0).locator("mark[data-pair='2'] .same").all_text_contents()
    page.locator("#pair-next").click()
    expect(page.locator("#pair-count")).to_contain_text("2 of 5")
    sides.nth(0).locator("mark[data-pair='2']").click()
    expect(sides.nth(1).locator("mark[data-pair='2']")).to_be_in_viewport()
    assert fits(page)
    page.keyboard.press("Escape")
    expect(compare).to_be_hidden()


def test_a_curve_can_be_clicked(open_page: Open) -> None:
    page = open_page()
    box = page.locator("a.edge[data-link='2'] .line").bounding_box()
    assert box is not None
    page.locator(".tree").scroll_into_view_if_needed()
    box = page.locator("a.edge[data-link='2'] .line").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 1, box["y"] + box["height"] - 30)
    expect(page.locator("#compare")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_dots_of_the_drawing_stand_beside_their_rows(open_page: Open, width: int) -> None:
    page = open_page(width=width)
    dots = [box["y"] + box["height"] / 2 for box in (dot.bounding_box() for dot in page.locator("circle.node").all()) if box]
    rows = [box["y"] + box["height"] / 2 for box in (row.bounding_box() for row in page.locator(".row .who").all()) if box]
    assert len(dots) == len(rows) == len(dossiers.TEXTS)
    assert all(abs(dot - row) < 2 for dot, row in zip(dots, rows, strict=True))


def test_colours_follow_the_system_and_the_switch(open_page: Open) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    light, dark = open_page(), open_page(scheme="dark")
    assert light.evaluate(background) != dark.evaluate(background)
    light.locator("#theme").click()
    assert light.evaluate(background) == dark.evaluate(background)
    expect(light.locator("#theme")).to_have_attribute("aria-pressed", "true")
    light.locator("#theme").click()
    assert light.evaluate(background) != dark.evaluate(background)


def test_print_shows_the_notes_and_not_the_buttons(open_page: Open) -> None:
    page = open_page(scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("#n1 blockquote")).to_be_visible()
    expect(page.locator("#s3 .n.more").first).to_be_visible()
    expect(page.locator("#theme")).to_be_hidden()
    expect(page.locator(".side nav")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(30, 29, 27)"
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_without_script_the_page_is_whole(open_page: Open) -> None:
    page = open_page(javascript=False)
    expect(page.locator("#s3")).to_be_visible()
    expect(page.locator("#theme")).to_be_hidden()
    expect(page.locator("#l2 button")).to_be_hidden()
    page.locator("a.m[href='#e3']").click()
    expect(page.locator("#e3")).to_be_visible()
    page.locator("#e3 a[href='#n1']").click()
    expect(page.locator("#n1 blockquote")).to_be_in_viewport()
    page.locator("#n1 a.jump").first.click()
    expect(page.locator("#a1 .text")).to_be_visible()
    page.locator("#l2 summary").click()
    expect(page.locator("#l2 .pairs li").first).to_be_visible()


def test_removed_blocks_are_folded_where_they_stood(open_page: Open) -> None:
    page = open_page()
    page.locator("#a2 > summary").click()
    gaps = page.locator("#a2 details.gap")
    expect(gaps).to_have_count(2)
    expect(gaps.first.locator(".removed").first).to_be_hidden()
    gaps.first.locator("summary").click()
    expect(gaps.first.locator(".removed").first).to_contain_text("navigation")
    expect(gaps.first.locator(".removed").first).to_contain_text("Home | News | Sport | Tides")


@pytest.mark.parametrize("width", WIDTHS)
def test_what_can_be_tapped_is_large_enough(open_page: Open, width: int) -> None:
    page = open_page(width=width)
    small = page.evaluate(
        """[...document.querySelectorAll('a, button, summary')].filter((element) => {
            const box = element.getBoundingClientRect();
            const small = box.width && (box.width < 24 || box.height < 24);
            return small && !element.closest('svg') && !element.classList.contains('skip');
        }).map((element) => element.outerHTML.slice(0, 90))"""
    )
    # Links within running text are the exception that WCAG 2.2 makes (2.5.8, "inline").
    assert [element for element in small if 'href="#about"' not in element] == []


@pytest.mark.parametrize("name", ["hostile", "large"])
def test_hostile_text_is_inert(open_page: Open, name: str) -> None:
    page = open_page(name)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.locator("a.m[href='#e2']").first.click()
    assert page.locator("#panel .card").count() >= 1
    page.keyboard.press("Escape")
    page.locator(".taking a[data-link]").first.click()
    page.keyboard.press("Escape")
    assert page.evaluate("window.hacked") is None
    assert page.locator("script:not([type='application/ld+json'])").count() == 1
    told = page.evaluate("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)")
    assert told["@type"] == "NewsArticle"
    assert page.locator("img").count() == 0


def test_marks_are_right_beyond_the_basic_plane(open_page: Open) -> None:
    page = open_page("hostile")
    page.locator("a.m[href='#e3']").click()
    assert page.locator("#panel .card").nth(1).locator("mark").text_content() == dossiers.CLOSED_OWN.text


def test_the_list_of_stories_leads_to_them(open_page: Open) -> None:
    page = open_page("index")
    links = page.locator(".stories h2 a")
    expect(links).to_have_count(2)
    assert [link.get_attribute("href") for link in links.all()] == [
        "elstrand-closes-its-only-harbour-footbridge-over.html",
        "lantern-bridge-closed-the-harbour-post-reports.html",
    ]
    expect(page.locator("#skipped")).to_contain_text("reports/scan.pdf")
