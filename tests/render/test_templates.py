"""A house's templates: they stand in the place of ours, escape as ours do, and say where they break."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.render import dossiers, hostile
from tests.render.test_bulletin import as_bulletin

from copydesk.errors import ConfigError
from copydesk.publish import load_templates, pages, rendered
from copydesk.records import StoryOutput
from copydesk.render.templating import REPLACEABLE


def one() -> StoryOutput:
    return replace(dossiers.story_output(), dossiers=(dossiers.dossier(),))


def attacked() -> StoryOutput:
    return replace(dossiers.story_output(), dossiers=(hostile.hostile(),), run=hostile.run())


def printed(folder: Path, form: str, output: StoryOutput | None = None) -> str:
    text = rendered(output or one(), form, templates=load_templates(folder))
    return text if isinstance(text, str) else text.decode()


def test_copies_of_our_templates_give_what_ours_give(tmp_path: Path) -> None:
    with as_file(files("copydesk.render") / "templates") as ours:
        for name in REPLACEABLE:
            shutil.copy(ours / name, tmp_path / name)
    assert printed(tmp_path, "html") == rendered(one(), "html")
    assert printed(tmp_path, "markdown") == rendered(one(), "markdown")
    assert pages(one(), load_templates(tmp_path)) == pages(one())
    bulletin = as_bulletin(dossiers.dossier(), dossiers.small(), hostile.hostile())
    for form in ("html", "markdown"):
        assert printed(tmp_path, form, bulletin) == rendered(bulletin, form)
    assert pages(bulletin, load_templates(tmp_path)) == pages(bulletin)
    checked = dossiers.check_output()
    assert rendered(checked, "html", templates=load_templates(tmp_path)) == rendered(checked, "html")


def test_a_template_replaces_the_check_page_and_the_markdown_bulletin(tmp_path: Path) -> None:
    (tmp_path / "check.html").write_text("<p>{{ page.title }}: {{ page.output.text }}</p>", encoding="utf-8")
    (tmp_path / "bulletin.md").write_text(
        "{% for entry in entries %}{{ loop.index }}. {{ entry.headline }} {{ entry.dossier.articles[0].text }}\n{% endfor %}",
        encoding="utf-8",
    )
    page = rendered(dossiers.check_output(), "html", templates=load_templates(tmp_path))
    assert isinstance(page, str)
    assert page.startswith("<p>A crossing shut: ")
    text = printed(tmp_path, "markdown", as_bulletin(dossiers.dossier(), hostile.hostile()))
    assert text.startswith("1. Elstrand closes")
    assert "<script" not in text.replace("\\<script", "")


def test_what_all_pages_share_is_replaced_once(tmp_path: Path) -> None:
    (tmp_path / "_page.html").write_text("<title>The Daily</title>{% block main %}{% endblock %}", encoding="utf-8")
    for page in (
        pages(one(), load_templates(tmp_path)),
        {"check.html": rendered(dossiers.check_output(), "html", templates=load_templates(tmp_path))},
    ):
        for name, content in page.items():
            if name.endswith(".html"):
                text = content.decode() if isinstance(content, bytes) else content
                assert text.startswith("<title>The Daily</title>"), name


def test_a_template_replaces_ours(tmp_path: Path) -> None:
    (tmp_path / "story.html").write_text("<title>{{ page.dossier.report.headline.text }}</title>", encoding="utf-8")
    (tmp_path / "story.md").write_text("Our paper\n\n{{ parts.head }}\n\n{{ dossier.articles[0].text }}", encoding="utf-8")
    assert printed(tmp_path, "html") == f"<title>{one().dossiers[0].report.headline.text}</title>"
    assert printed(tmp_path, "markdown").startswith("Our paper\n\n# ")


def test_hostile_text_stays_text_in_a_house_s_template(tmp_path: Path) -> None:
    (tmp_path / "story.html").write_text("<p>{{ page.dossier.articles[0].text }}</p>", encoding="utf-8")
    (tmp_path / "story.md").write_text("{{ dossier.articles[0].text }}\n\n{{ parts.head }}", encoding="utf-8")
    page, text = printed(tmp_path, "html", attacked()), printed(tmp_path, "markdown", attacked())
    assert "<script>" not in page
    assert "<img" not in page
    assert "{{ 7 * 7 }}" in page
    assert "<script" not in text.replace("\\<script", "")


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("story.html", "<p>\n{% if %}\n</p>", "story.html:2: is no template"),
        ("story.html", "a\nb\n{{ nothing.there }}", "story.html:3: cannot be filled in: 'nothing' is undefined"),
        ("story.html", "{{ 1 / 0 }}", "story.html:1: cannot be filled in: division by zero"),
        ("story.html", "\n{{ page.dossier.story.id|safe }}", "story.html:2: “|safe”"),
        ("story.html", "{% autoescape false %}{% endautoescape %}", "story.html:1: “{% autoescape”"),
        ("story.html", "{{ page.__class__.__mro__ }}", "story.html:1: cannot be filled in"),
        ("_macros.html", "{% macro sentence(page) %}", "_macros.html:1: is no template"),
        ("storry.html", "", "stands for none of our templates; did you mean story.html?"),
    ],
)
def test_a_broken_template_names_file_and_line(name: str, text: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as told:
        printed(tmp_path, "html")
    assert problem in str(told.value)


def test_a_broken_markdown_template_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text("one\n{{ parts.hed.x }}", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"story\.md:2: cannot be filled in"):
        printed(tmp_path, "markdown")


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="No such file"):
        load_templates(tmp_path / "none")
