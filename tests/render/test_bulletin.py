"""Many stories in one document: numbered through, a paragraph each, and no place for what hostile text tries."""

import re

import pytest
from msgspec.structs import replace
from tests.render import dossiers, hostile

from copydesk.publish import pages, rendered
from copydesk.records import Dossier, StoryOutput


def as_bulletin(*given: Dossier) -> StoryOutput:
    told = tuple(replace(d, report=replace(d.report, form="bulletin")) for d in given)
    return replace(dossiers.story_output(), dossiers=told, run=hostile.run())


@pytest.fixture(scope="module")
def two() -> StoryOutput:
    return as_bulletin(dossiers.dossier(), dossiers.small())


def text_of(output: StoryOutput, form: str) -> str:
    text = rendered(output, form, 100)
    return text if isinstance(text, str) else text.decode()


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_every_story_has_its_headline_and_its_sentences(two: StoryOutput, form: str) -> None:
    text = " ".join(re.sub(r"<[^>]*>|\\", "", text_of(two, form)).split())
    for dossier in two.dossiers:
        assert dossier.report.dek.text.split()[0] in text
        assert dossier.report.headline.text.split()[0] in text


def test_numbers_run_on_and_each_has_its_note(two: StoryOutput) -> None:
    text = text_of(two, "markdown")
    used = [int(n) for n in re.findall(r"\[\^(\d+)\](?!:)", text)]
    notes = [int(n) for n in re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)]
    assert notes == list(range(1, len(notes) + 1))
    assert set(used) == set(notes)


def test_links_of_the_page_lead_to_notes_that_are_there(two: StoryOutput) -> None:
    text = text_of(two, "html")
    assert set(re.findall(r'href="#n(\d+)"', text)) == set(re.findall(r'<li id="n(\d+)"', text))


def test_hostile_text_stays_text_in_every_form() -> None:
    attacked = as_bulletin(hostile.hostile(), hostile.hostile())
    page = text_of(attacked, "html")
    assert page.count("<script>") == 1
    assert "<img" not in page
    assert "<svg onload" not in page
    assert 'onmouseover="' not in page
    assert "<script" not in text_of(attacked, "markdown").replace("\\<script", "")
    assert not {"\x1b", "\x9b", "\x07"} & set(text_of(attacked, "terminal"))


def test_the_folder_of_a_bulletin_opens_with_it_and_links_the_stories(two: StoryOutput) -> None:
    files = pages(two)
    assert {"index.html", "bulletin.md", "bulletin.json"} <= set(files)
    linked = re.findall(r'<h2 dir="auto"><a href="([^"]+)"', files["index.html"].decode())
    assert linked == [name for name in files if name.endswith(".html") and name != "index.html"]
