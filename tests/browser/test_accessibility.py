"""No violation that axe-core can find, in both themes, at both widths, closed and open."""

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page
from tests.browser.conftest import Open

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """Return what axe-core finds, a line each."""
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("(tags) => axe.run(document, { runOnly: tags })", RULES)
    return [f"{v['id']}: {node['html'][:120]} {node['failureSummary'][:200]}" for v in found["violations"] for node in v["nodes"]]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")])
def test_story_page_with_everything_unfolded(open_page: Open, width: int, scheme: str) -> None:
    page = open_page(width=width, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert violations(page) == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (390, "light")])
@pytest.mark.parametrize("opener", ["a.m[href='#e12']", ".taking a[data-link='2']"])
def test_story_page_with_a_dialog(open_page: Open, opener: str, width: int, scheme: str) -> None:
    page = open_page(width=width, scheme=scheme)
    page.locator(opener).click()
    assert violations(page) == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")])
def test_checked_draft_with_everything_unfolded(open_page: Open, width: int, scheme: str) -> None:
    page = open_page("check", width=width, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert violations(page) == []


@pytest.mark.parametrize("name", ["small", "index", "hostile", "hostile-check"])
def test_other_pages(open_page: Open, name: str) -> None:
    assert violations(open_page(name)) == []
