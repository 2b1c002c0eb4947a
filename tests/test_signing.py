"""A person's sign-off: on which bytes, with which changes, each held against the articles."""

import json
from pathlib import Path

import pytest

from copydesk.cli.sign_off import sign_off
from copydesk.dossier import story as make_story
from copydesk.inputs import Setup
from copydesk.publish import pages
from copydesk.records import Receipt, SignOff
from copydesk.signing import edits, load_sign_offs, load_story, sign_offs_of, signed, stands

EXAMPLE = Path(__file__).parents[1] / "examples" / "harbour" / "articles"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the example's stories."""
    folder = tmp_path_factory.mktemp("out")
    for name, content in pages(make_story([EXAMPLE], Setup())).items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def ferry(folder: Path) -> Path:
    """The JSON file of the story about the ferry."""
    return next(path for path in folder.glob("two-*.json") if "receipt" not in path.name)


def word(sha256: str) -> SignOff:
    return SignOff(by="Ana Berg", when="2026-03-05T10:00:00Z", note="", sha256=sha256, version="0")


def test_an_untouched_story_has_no_edits(ferry: Path) -> None:
    assert edits(load_story(ferry), ferry.with_suffix(".md").read_text(encoding="utf-8"), Setup()) == ()


def test_what_was_changed_is_held_against_the_articles(ferry: Path) -> None:
    markdown = ferry.with_suffix(".md").read_text(encoding="utf-8")
    changed = markdown.replace("at about 14 knots", "at about 41 knots").replace(
        "## Background", "Repairs will take at least five weeks.\n\n## Background"
    )
    lines = [line for line in changed.split("\n") if "came out of the fog" not in line]
    wrong, gone, new = sorted(
        edits(load_story(ferry), "\n".join(lines), Setup()), key=lambda e: (e.before is None, e.after is None)
    )[:3]
    wrong, gone = sorted((wrong, gone), key=lambda e: e.after is None)
    assert (wrong.label, "41 knots" in (wrong.after or "")) == ("contradicted", True)
    assert any("41 knots" in reason for reason in wrong.reasons)
    assert (gone.after, gone.label) == (None, None)
    assert (new.before, new.label) == (None, "supported")


def test_a_sign_off_stands_for_the_bytes_that_were_signed(ferry: Path, tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_bytes(ferry.read_bytes())
    story = load_story(path)
    offs = signed(story, None, word(story.sha256))
    assert stands(story, offs) == offs.signed[0]
    assert stands(story, None) is None
    path.write_bytes(ferry.read_bytes() + b"\n")
    assert stands(load_story(path), offs) is None
    again = signed(load_story(path), offs, word(load_story(path).sha256))
    assert len(again.signed) == 2
    assert stands(load_story(path), again) == again.signed[1]
    assert load_sign_offs(sign_offs_of(path)) is None


def test_the_receipt_names_what_was_written(ferry: Path) -> None:
    receipt = json.loads(ferry.with_name(f"{ferry.stem}.receipt.json").read_bytes())
    story = load_story(ferry)
    assert receipt["files"][ferry.name] == story.sha256
    assert sum(receipt["verdicts"].values()) == receipt["sentences"]
    assert set(receipt["verdicts"]) == {"supported"}
    assert receipt["longest_run"]["article_id"] in receipt["articles"]
    assert set(receipt) == set(Receipt.__struct_fields__)


@pytest.mark.parametrize("content", [b"{}", b"not json", b"\xff"])
def test_what_is_no_story_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "story.json"
    path.write_bytes(content)
    with pytest.raises(Exception, match=r"story\.json: is not what was expected"):
        load_story(path)
    assert sign_off.name == "sign-off"
