"""A checked draft in a real browser: each mark leads to its reason and back, and nothing in it can act."""

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Open


def test_a_mark_leads_to_its_reason_and_back(open_page: Open) -> None:
    page = open_page("check")
    page.get_by_role("link", name="Note 3").click()
    note = page.locator("#n3")
    expect(note).to_be_in_viewport()
    expect(note).to_contain_text("Norrvik Wire has “40 centimetres” where the draft has “60 centimetres”.")
    expect(note.locator("mark")).to_have_text("40 centimetres")
    expect(note.locator("ins")).to_have_text("40")
    expect(note.locator("del")).to_have_text("60")
    note.get_by_role("link", name="To sentence 3").click()
    assert page.url.endswith("#s3")


def test_a_citation_that_does_not_carry_its_sentence_is_told_beside_it(open_page: Open) -> None:
    page = open_page("check", javascript=False)
    expect(page.locator("#n1")).to_contain_text("It cites Norrvik Wire, which does not say this.")
    expect(page.get_by_role("heading", level=1)).to_have_text("A crossing shut")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_draft_is_whole_and_nothing_is_wider_than_the_screen(open_page: Open, width: int) -> None:
    page = open_page("check", width=width)
    expect(page.locator("#draft")).to_contain_text("The harbour is [bold]blue[/bold].")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_text_is_text(open_page: Open) -> None:
    page = open_page("hostile-check")
    assert page.evaluate("window.hacked") is None
    assert page.locator("main script, main img, main svg").count() == 0
