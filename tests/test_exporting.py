"""From files to exports: what is read, what is refused and how that is said."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from msgspec.structs import replace
from tests.render import dossiers

import copydesk
from copydesk.cli import commands
from copydesk.config import Config, load_config
from copydesk.errors import ConfigError, DossierError, UsageError
from copydesk.exporting import FORMATS, export, load_stories
from copydesk.publish import pages
from copydesk.render.json import encode


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "story.json"
    path.write_bytes(encode(dossiers.story_output()))
    return path


def changed(file: Path, change: dict[str, Any]) -> Path:
    file.write_text(json.dumps(json.loads(file.read_text()) | change))
    return file


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_gives_what_the_result_itself_gives(name: str, file: Path) -> None:
    output = replace(dossiers.story_output(), dossiers=dossiers.story_output().dossiers[:1])
    assert export([file], name, story="1") == export(output, name)


def test_a_folder_of_pages_is_a_feed_that_links_to_them(tmp_path: Path) -> None:
    for name, content in pages(dossiers.story_output()).items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / ".copydesk.json").write_text("{}")
    feed = json.loads(export([tmp_path], "json-feed", imprint=copydesk.Imprint(base_url="https://daily.example/s/")))
    assert all((tmp_path / item["url"].removeprefix("https://daily.example/s/")).exists() for item in feed["items"])
    assert len(feed["items"]) == len(dossiers.story_output().dossiers)


def test_a_story_is_chosen_by_id_or_number(file: Path) -> None:
    by_id = export([file], "ninjs", story=dossiers.dossier().story.id)
    assert by_id == export([file], "ninjs", story="1")
    with pytest.raises(UsageError, match="no story is called 'x'; there are: s-7f3a91"):
        export([file], "ninjs", story="x")


def test_a_form_for_one_story_asks_which(file: Path) -> None:
    with pytest.raises(UsageError, match="docx holds one story and there are 2; say which with --story ID:\n  s-7f3a91  Elstrand"):
        export([file], "docx")


def test_of_a_story_in_two_files_the_latest_telling_counts(file: Path, tmp_path: Path) -> None:
    tree = json.loads(file.read_text())
    tree["run"]["as_of"] = "2031-05-13"
    (tmp_path / "update.json").write_text(json.dumps(tree))
    for order in ([file, tmp_path / "update.json"], [tmp_path / "update.json", file]):
        assert {told.run.as_of for told in load_stories(order)} == {"2031-05-13"}


def test_an_unknown_form_is_answered_with_those_there_are(file: Path) -> None:
    with pytest.raises(UsageError, match="ninjs, newsml-g2"):
        export([file], "pdf")


def test_a_newer_form_is_refused_with_words(file: Path) -> None:
    with pytest.raises(DossierError, match=r"its form is 2 and this copydesk reads 1: a newer copydesk wrote it\. Update copydesk"):
        load_stories([changed(file, {"schema": 2, "something": "new"})])


def test_a_wrong_field_is_named_with_its_path(file: Path) -> None:
    tree = json.loads(file.read_text())
    tree["dossiers"][0]["story"]["independent"]["low"] = "three"
    with pytest.raises(DossierError, match=r"dossiers\[0\].story.independent.low: Expected `int`, got `str`. It must be what"):
        load_stories([changed(file, tree)])


@pytest.mark.parametrize("content", ["", "{", "[]", '{"schema": 1}', "no JSON", '{"schema": 1, "sentences": []}', "\udcff"])
def test_what_is_no_story_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text(content, errors="surrogateescape")
    with pytest.raises(DossierError, match="copydesk story"):
        load_stories([path])


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="No such file"):
        load_stories([tmp_path / "none.json"])
    with pytest.raises(DossierError, match="no JSON in this folder"):
        load_stories([tmp_path])


def test_a_passage_that_leads_nowhere_is_refused(file: Path) -> None:
    tree = json.loads(file.read_text())
    tree["dossiers"][0]["articles"][0]["text"] = "Other words."
    with pytest.raises(DossierError, match="has other words at"):
        load_stories([changed(file, tree)])
    tree["dossiers"][0]["articles"] = tree["dossiers"][0]["articles"][1:]
    with pytest.raises(DossierError, match="which is not in it"):
        load_stories([changed(file, tree)])


def test_who_publishes_is_a_setting_and_options_stand_above_it(file: Path, tmp_path: Path) -> None:
    settings = tmp_path / "house.toml"
    settings.write_text('[imprint]\npublisher = "The Daily"\nprinciples = "https://daily.example/principles"\n', encoding="utf-8")
    options = ("export", str(file), "--story", "1", "--to", "jsonld", "--config", str(settings))
    by_setting = json.loads(CliRunner().invoke(commands, options).stdout)
    assert by_setting["publisher"]["name"] == "The Daily"
    assert by_setting["publishingPrinciples"] == "https://daily.example/principles"
    by_option = json.loads(CliRunner().invoke(commands, [*options, "--publisher", "The Weekly"]).stdout)
    assert by_option["publisher"]["name"] == "The Weekly"
    assert by_option["publishingPrinciples"] == "https://daily.example/principles"
    assert load_config(settings).digest() == Config().digest(), "who publishes it changes nothing of a story"


@pytest.mark.parametrize("key", ["base_url", "principles", "feed_url"])
def test_an_address_that_is_none_is_an_error(key: str, file: Path, tmp_path: Path) -> None:
    settings = tmp_path / "house.toml"
    settings.write_text(f'[imprint]\n{key} = "daily.example"\n', encoding="utf-8")
    with pytest.raises(
        ConfigError, match=rf"imprint.{key}: “daily.example” is no address of the web; write it whole, such as https"
    ):
        load_config(settings)
    with pytest.raises(UsageError, match=rf"{key.replace('_', '-')}: “daily.example” is no address of the web"):
        export([file], "atom", imprint=replace(copydesk.Imprint(), **{key: "daily.example"}))
