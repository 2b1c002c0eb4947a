"""A real browser that sees pages as a reader does, from disk."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.needs import browser as browser_path
from tests.render import dossiers, hostile

from copydesk.render import html

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The distribution's chromium, started once."""
    path = browser_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages under test."""
    folder = tmp_path_factory.mktemp("pages")
    pages = {
        "story": html.story_page(dossiers.dossier(), dossiers.run(), dossiers.skipped()),
        "small": html.story_page(dossiers.small(), dossiers.run()),
        "hostile": html.story_page(hostile.hostile(), hostile.run(), dossiers.skipped()),
        "large": html.story_page(hostile.large(), dossiers.run()),
        "index": html.index_page(dossiers.story_output()),
        "check": html.check_page(dossiers.check_output()),
        "hostile-check": html.check_page(hostile.hostile_check()),
    }
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def open_page(chromium: Browser, folder: Path) -> Iterator[Open]:
    """Opens a page; behind the test, no request may have left it and nothing may stand in its console."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def opened(name: str = "story", width: int = 1280, scheme: str = "light", fragment: str = "", javascript: bool = True) -> Page:  # noqa: FBT001, FBT002 -- a test's options
        height = 900 if width > 600 else 844
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        address = (folder / f"{name}.html").as_uri()
        page.on(
            "request",
            lambda request: None if request.url.startswith((address, "data:,")) else wrong.append(f"request: {request.url}"),
        )
        page.on("console", lambda message: wrong.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
        page.goto(address + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not wrong
