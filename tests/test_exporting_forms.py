"""Every export of every form of report: valid, whole, and without the seams of a form that it was not made for."""

import io
import json
import re
from collections.abc import Mapping
from pathlib import Path

import mammoth
import pytest
from lxml import etree
from msgspec.structs import replace
from tests.render.exports.validators import VALIDATORS
from tests.test_update import HINTS, MONDAY, TUESDAY, written

from copydesk import Imprint
from copydesk.dossier import story, trace
from copydesk.errors import UsageError
from copydesk.exporting import FORMATS, export
from copydesk.inputs import Setup
from copydesk.publish import pages, rendered
from copydesk.records import StoryOutput
from copydesk.write import FORMS

EXAMPLE = Path(__file__).parents[1] / "examples" / "harbour" / "articles"
NAR = "{http://iptc.org/std/nar/2006-10-01/}"


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, StoryOutput]:
    """The example in every form; an update of another pile, and one that has nothing new."""
    made = {form: story([EXAMPLE], Setup(form=form)) for form in FORMS if form != "update"}
    monday = story(written(tmp_path_factory.mktemp("monday"), monday=MONDAY), Setup(hints=HINTS))
    new = written(tmp_path_factory.mktemp("tuesday"), tuesday=TUESDAY)
    made["update"] = story(new, Setup(form="update", since=monday, hints=HINTS))
    made["nothing new"] = story([EXAMPLE], Setup(form="update", since=made["story"]))
    return made


@pytest.mark.parametrize("form", [*FORMS, "nothing new"])
@pytest.mark.parametrize("name", FORMATS)
def test_is_valid_in_every_form(name: str, form: str, outputs: Mapping[str, StoryOutput]) -> None:
    for number in range(1, len(outputs[form].dossiers) + 1):
        made = export(outputs[form], name, story=str(number))
        VALIDATORS.get(name, len)(made)


@pytest.mark.parametrize("form", [*FORMS, "nothing new"])
@pytest.mark.parametrize("name", sorted(name for name, form in FORMATS.items() if form.many))
def test_all_stories_of_a_form_are_one_valid_export(name: str, form: str, outputs: Mapping[str, StoryOutput]) -> None:
    made = export(outputs[form], name)
    VALIDATORS.get(name, len)(made)


@pytest.mark.parametrize("form", [*FORMS, "nothing new"])
@pytest.mark.parametrize("name", ["newsml-g2", "nitf", "atom", "rss", "ninjs", "json-feed", "docx"])
def test_a_form_without_headings_leaves_no_empty_ones(name: str, form: str, outputs: Mapping[str, StoryOutput]) -> None:
    made = export(outputs[form], name, story="1")
    assert not re.findall(
        r"<(?:h2|hl2)>\s*</|<(?:h2|hl2)/>", made.decode(errors="replace").replace("&lt;", "<").replace("&gt;", ">")
    )
    if name == "docx":
        assert "<h1></h1>" not in mammoth.convert_to_html(io.BytesIO(made)).value


def test_the_lines_of_a_timeline_stand_by_themselves(outputs: Mapping[str, StoryOutput]) -> None:
    report = outputs["timeline"].dossiers[0].report
    lines = [sentence.text for section in report.sections for sentence in section.sentences]
    assert len(lines) > 3
    body = json.loads(export(outputs["timeline"], "ninjs", story="1"))["bodies"][0]["value"].split("\n\n")
    assert set(lines) <= set(body)
    assert set(lines) <= set(json.loads(export(outputs["timeline"], "jsonld", story="1"))["articleBody"].split("\n\n"))
    nitf = etree.fromstring(export(outputs["timeline"], "nitf", story="1"))
    assert len(nitf.xpath("//*[local-name()='block']/*[local-name()='p']")) == len(lines)


def test_each_form_of_a_story_is_an_item_of_its_own(outputs: Mapping[str, StoryOutput]) -> None:
    """A brief must not pass for another version of the story: it would take its place wherever it is delivered."""
    names = {form: json.loads(export(outputs[form], "ninjs", story="1"))["uri"] for form in FORMS if form != "update"}
    assert len(set(names.values())) == len(names)
    objects = {form: json.loads(export(outputs[form], "stix", story="1"))["objects"] for form in ("story", "brief")}
    reports = [one["id"] for some in objects.values() for one in some if one["type"] in ("report", "note")]
    assert len(set(reports)) == len(reports)


def test_several_stories_are_a_package_in_the_order_of_importance(outputs: Mapping[str, StoryOutput]) -> None:
    bulletin = outputs["bulletin"]
    message = etree.fromstring(export(bulletin, "newsml-g2"))
    (package,) = message.findall(f".//{NAR}packageItem")
    pointed = [one.get("residref") for one in package.iter(f"{NAR}itemRef")]
    items = [one.get("guid") for one in message.iter(f"{NAR}newsItem")]
    headlines = [one.text for one in message.findall(f".//{NAR}newsItem/{NAR}itemMeta/{NAR}title")]
    assert pointed == items
    assert headlines == [dossier.report.headline.text for dossier in bulletin.dossiers]
    composite = json.loads(export(bulletin, "ninjs"))
    assert (composite["type"], composite["title"]) == ("composite", f"{len(items)} stories of copydesk")
    assert [one["uri"] for one in composite["associations"]] == items
    assert all(one["associations"] for one in composite["associations"])
    unordered = replace(bulletin, dossiers=bulletin.dossiers[::-1])
    assert export(unordered, "newsml-g2") == export(bulletin, "newsml-g2")


@pytest.mark.parametrize("name", ["nitf", "jsonld", "docx"])
def test_a_format_for_one_story_says_so(name: str, outputs: Mapping[str, StoryOutput]) -> None:
    with pytest.raises(UsageError, match=rf"{name} holds one story and there are 3; say which with --story ID:\n"):
        export(outputs["bulletin"], name)


@pytest.mark.parametrize("name", FORMATS)
def test_no_story_is_an_empty_feed_or_table_or_an_error(name: str, outputs: Mapping[str, StoryOutput]) -> None:
    nothing = replace(outputs["story"], dossiers=())
    if FORMATS[name].empty:
        assert isinstance(export(nothing, name), bytes)
    else:
        with pytest.raises(UsageError, match=rf"there is no story to export, and {name} cannot hold none\."):
            export(nothing, name)


def test_a_bulletin_is_one_markdown_text(outputs: Mapping[str, StoryOutput]) -> None:
    assert export(outputs["bulletin"], "markdown").decode() == rendered(outputs["bulletin"], "markdown")


def test_the_folder_of_a_bulletin_is_exported_with_its_pages(outputs: Mapping[str, StoryOutput], tmp_path: Path) -> None:
    files = pages(outputs["bulletin"])
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    feed = json.loads(export([tmp_path], "json-feed", imprint=Imprint(base_url="https://daily.example/s/")))
    assert {item["url"].rpartition("/")[2] for item in feed["items"]} == {n for n in files if n.endswith(".html")} - {"index.html"}
    assert export([tmp_path], "newsml-g2") == export(outputs["bulletin"], "newsml-g2")


def test_copydesk_reads_the_stories_of_its_own_package(outputs: Mapping[str, StoryOutput], tmp_path: Path) -> None:
    (tmp_path / "package.xml").write_bytes(export(outputs["bulletin"], "newsml-g2"))
    found = trace([tmp_path])
    assert {article.title for article in found.articles} == {d.report.headline.text for d in outputs["bulletin"].dossiers}
    assert [one.reason for one in found.skipped] == ["empty"]
