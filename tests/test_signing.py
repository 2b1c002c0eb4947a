"""A person's sign-off: on which bytes, with which changes, each held against the articles."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.chaining import altered
from copydesk.cli import commands
from copydesk.cli.sign_off import sign_off
from copydesk.dossier import story as make_story
from copydesk.errors import DossierError, InternalError, UsageError
from copydesk.exporting import export
from copydesk.inputs import Setup
from copydesk.publish import pages
from copydesk.records import Dossier, Edit, Receipt, Signature, SignOff
from copydesk.render import markdown
from copydesk.render.returned import lines_of
from copydesk.signatures import as_signed, load_sign_offs, sign_offs_of, signature
from copydesk.signing import Story, changes, edits, load_story, own_lines, printed, signed

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


def test_a_sign_off_stands_for_the_bytes_that_were_signed(ferry: Path) -> None:
    content = ferry.read_bytes()
    offs = signed(load_story(ferry), None, word(load_story(ferry).sha256))
    stands = signature(offs, content)
    assert stands is not None
    assert (stands.by, stands.stands) == ("Ana Berg", True)
    changed = signature(offs, content + b"\n")
    assert changed is not None
    assert not changed.stands
    assert signature(None, content) is None
    again = signed(load_story(ferry), offs, word(hashlib.sha256(content + b"\n").hexdigest()))
    assert len(again.signed) == 2
    stands = signature(again, content + b"\n")
    assert stands is not None
    assert stands.stands
    assert load_sign_offs(ferry.with_name("other.signoff.json")) is None


EDITS = (
    ("at about 14 knots", "at about 15 knots"),
    ("## Background", "Repairs will take at least five weeks.\n\n## Background"),
)


@pytest.fixture
def desk(folder: Path, tmp_path: Path) -> Path:
    """A folder of pages of one's own."""
    return Path(shutil.copytree(folder, tmp_path / "out"))


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(commands, [str(word) for word in words])


def edited(desk: Path) -> Path:
    story = next(path for path in desk.glob("two-*.md"))
    text = story.read_text(encoding="utf-8")
    for old, new in EDITS:
        assert old in text
        text = text.replace(old, new)
    text = "\n".join(line for line in text.split("\n") if "came out of the fog" not in line)
    (desk.parent / "edited.md").write_text(text, encoding="utf-8")
    return story.with_suffix(".json")


def test_page_and_markdown_say_who_signed_them(desk: Path) -> None:
    story = next(path for path in desk.glob("two-*.md")).with_suffix(".json")
    assert "No person has edited it." in story.with_suffix(".html").read_text(encoding="utf-8")
    assert run("sign-off", story, "--by", "Ana Berg").exit_code == 0
    for ending in (".html", ".md"):
        text = story.with_suffix(ending).read_text(encoding="utf-8").replace("\\", "")
        assert "Read and signed off by Ana Berg on " in text
        assert "; no sentence edited by a person." in text
        assert "No person has edited it." not in text
    receipt = json.loads(story.with_suffix(".receipt.json").read_bytes())
    for name, digest in receipt["files"].items():
        assert hashlib.sha256((desk / name).read_bytes()).hexdigest() == digest


def test_what_was_edited_stands_in_page_and_exports_and_not_in_the_json(desk: Path) -> None:
    story = edited(desk)
    before = story.read_bytes()
    told = run("sign-off", story, "--by", "Ana Berg", "--edited", desk.parent / "edited.md", "--anyway")
    assert told.exit_code == 0, told.output
    assert story.read_bytes() == before
    page = story.with_suffix(".html").read_text(encoding="utf-8")
    item = json.loads(run("export", story, "--to", "ninjs").stdout)
    markdown = run("export", story, "--to", "markdown").stdout
    for text in (page, json.dumps(item, ensure_ascii=False), markdown):
        assert "at about 15 knots" in text
        assert "3 sentences edited by a person" in text
    assert [line for line in markdown.split("\n") if line.startswith("Repairs will take at least five weeks.")]
    assert "came out of the fog" not in markdown.partition("## Who took from whom")[0]
    assert item["digitalSourceType"]["literal"] == "humanEdits"
    assert "contradicted" in item["bodies"][0]["value"]


def test_a_story_told_anew_keeps_its_sign_off_and_a_changed_one_says_that_it_is_not_signed(desk: Path) -> None:
    desk.joinpath(".copydesk.json").unlink(missing_ok=True)
    for file in desk.iterdir():
        file.unlink()
    assert run("story", EXAMPLE, "-o", desk).exit_code == 0
    story = next(path for path in desk.glob("two-*.md")).with_suffix(".json")
    assert run("sign-off", story, "--by", "Ana Berg").exit_code == 0
    assert run("story", EXAMPLE, "-o", desk).exit_code == 0
    page = story.with_suffix(".html")
    assert "Read and signed off by Ana Berg" in page.read_text(encoding="utf-8")
    assert "signed off by Ana Berg" in (desk / "index.html").read_text(encoding="utf-8")
    assert run("story", EXAMPLE, "-o", desk, "--as-of", "2026-03-09").exit_code == 0
    assert "This version is not signed off: the story has changed since Ana Berg" in page.read_text(encoding="utf-8")
    assert "not signed off in this version" in (desk / "index.html").read_text(encoding="utf-8")
    feed = run("export", desk, "--to", "json-feed").stdout
    assert "This version is not signed off" in feed
    assert "No person has edited it." in feed, "the other story was never signed"
    check = run("sign-off", story, "--check")
    assert (check.exit_code, "not signed off" in check.stderr) == (1, True)


def test_a_page_that_somebody_changed_is_left_as_it_is(desk: Path) -> None:
    story = next(path for path in desk.glob("two-*.md")).with_suffix(".json")
    page = story.with_suffix(".html")
    page.write_text("ours", encoding="utf-8")
    told = run("sign-off", story, "--by", "Ana Berg")
    assert page.read_text(encoding="utf-8") == "ours"
    assert f"{page} is not as copydesk wrote it and was left so" in told.stderr


def test_a_heading_stays_and_so_do_headline_and_dek(ferry: Path) -> None:
    text = ferry.with_suffix(".md").read_text(encoding="utf-8")
    with pytest.raises(UsageError, match="the heading “How it came” is none of the story’s"):
        edits(load_story(ferry), text.replace("## Background", "## How it came"), Setup())
    with pytest.raises(UsageError, match=r"headline and the sentence under it may change, and must not go"):
        edits(load_story(ferry), "\n\n".join(text.split("\n\n")[1:]), Setup())


def worked_on(story: Story, text: str) -> Dossier:
    """Return a story as somebody signed it who left its Markdown so; no change is checked, which takes long and plays no part."""
    told, lines = printed(story), list(lines_of(text, own_lines(story, ())))
    found = changes(*([line for line in some if line.level < 2] for some in (told, lines)))
    unchecked = [Edit(before=b, after=a, label=None, reasons=(), place=place, heading=h) for place, b, a, h in found]
    return as_signed(story.dossier, Signature(by="Ana Berg", when="2026-03-05", stands=True, edits=tuple(unchecked)))


def exported(story: Story, text: str) -> list[tuple[str, str]]:
    """Return the sentences of a story that somebody worked on as they are exported, each with its heading."""
    run = markdown.story(worked_on(story, text), story.output.run)
    return [(line.heading, line.text) for line in lines_of(run, own_lines(story, ())) if line.level < 2]


def in_text(story: Story, text: str) -> list[tuple[str, str]]:
    return [(line.heading, line.text) for line in lines_of(text, own_lines(story, ())) if line.level < 2]


def body_of(path: Path) -> tuple[list[str], int]:
    """Return the paragraphs of a story's Markdown, and which of them is its second heading."""
    parts = path.with_suffix(".md").read_text(encoding="utf-8").split("\n\n")
    return parts, [at for at, part in enumerate(parts) if part.startswith("## ")][1]


def test_what_is_exported_is_what_was_signed_where_two_headings_meet(ferry: Path) -> None:
    parts, second = body_of(ferry)
    parts[second - 1 : second + 2] = ["Another line.", "A second one.", "A third one.", parts[second]]
    story, text = load_story(ferry), "\n\n".join(parts)
    assert exported(story, text) == in_text(story, text)
    assert [said for _, said in exported(story, text)].count("A third one.") == 1


PUT = st.sampled_from(
    ("Ships wait.", "The port is shut.", "Nobody knows why.", "**Bold** words.", "*As of* now.", "It had ●● stars.")
)
WORK = st.lists(st.tuples(st.sampled_from(("put", "out", "other", "down")), st.integers(0, 60), PUT), max_size=8)


@given(WORK)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
def test_what_is_exported_is_what_was_signed(ferry: Path, work: list[tuple[str, int, str]]) -> None:
    story, (parts, _) = load_story(ferry), body_of(ferry)
    end = next(at for at, part in enumerate(parts) if part.startswith("## Who took from whom"))
    body, rest = parts[2:end], parts[end:]
    for what, number, words in work:
        at = number % (len(body) + 1)
        free = at < len(body) and not body[at].startswith("## ")
        if what == "put":
            body.insert(at, words)
        elif free and what == "down":
            body.insert(number * 7 % len(body), body.pop(at))
        elif free:
            body[at : at + 1] = [words] * (what == "other")
    text = "\n\n".join((*parts[:2], *body, *rest))
    assert exported(story, text) == in_text(story, text)


def test_what_a_person_puts_between_headline_and_dek_stands_there(ferry: Path) -> None:
    story, (parts, _) = load_story(ferry), body_of(ferry)
    text = "\n\n".join((parts[0], "An opening.", *parts[1:]))
    assert exported(story, text) == in_text(story, text)


def test_a_change_that_has_no_place_is_no_silent_loss(ferry: Path) -> None:
    story = load_story(ferry)
    lost = Edit(before=None, after="Lost.", label=None, reasons=(), place=4, heading="No such heading")
    beyond = Edit(before="Gone.", after=None, label=None, reasons=(), place=400)
    for edit in (lost, beyond):
        with pytest.raises(InternalError, match="broke a promise of its own"):
            as_signed(story.dossier, Signature(by="Ana Berg", when="2026-03-05", stands=True, edits=(edit,)))


def test_a_heading_that_moved_is_named(ferry: Path) -> None:
    parts, second = body_of(ferry)
    heading = parts.pop(second)
    first = next(at for at, part in enumerate(parts) if part.startswith("## "))
    with pytest.raises(UsageError, match="has moved"):
        edits(load_story(ferry), "\n\n".join((*parts[:first], heading, *parts[first:])), Setup())


@pytest.mark.parametrize(
    "own", ["**Five boats** wait.", "*As of* noon it is shut.", "an independent origin of the smoke was found."]
)
def test_a_paragraph_that_looks_like_one_of_ours_is_read(ferry: Path, own: str) -> None:
    story, (parts, second) = load_story(ferry), body_of(ferry)
    text = "\n\n".join((*parts[:second], own, *parts[second:]))
    assert own in [line.text for line in lines_of(text, own_lines(story, ()))]
    assert own in [edit.after for edit in edits(story, text, Setup())]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The film got ●●○ from critics. ●◐[^1][^2]", "The film got ●●○ from critics."),
        ("The film got ●●○ ●[^1]", "The film got ●●○"),
        ("It is shut. ●○[^1] It stays so. ●[^2]", "It is shut. It stays so."),
        ("It is shut. ●○ It stays so. ●", "It is shut. It stays so."),
        ("It is shut. ●○[^1] *(not supported)*", "It is shut."),
        ("# Critics give the film ●●○[^1]", "Critics give the film ●●○"),
        ("Key: ● is one, ○ is none.", "Key: ● is one, ○ is none."),
    ],
)
def test_signs_of_carriers_are_no_words_and_those_in_a_sentence_are(written: str, read: str) -> None:
    assert [line.text for line in lines_of(written)] == [read]


def test_a_record_of_sign_offs_that_cannot_be_read_is_named(desk: Path) -> None:
    story = next(path for path in desk.glob("two-*.md")).with_suffix(".json")
    sign_offs_of(story).write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match=r"signoff\.json: is no record of sign-offs .* Move it away and sign the story again\."):
        export([story], "ninjs")


def test_the_receipt_names_what_was_written(ferry: Path) -> None:
    receipt = json.loads(ferry.with_name(f"{ferry.stem}.receipt.json").read_bytes())
    story = load_story(ferry)
    assert receipt["files"][ferry.name] == story.sha256
    assert sum(receipt["verdicts"].values()) == receipt["sentences"]
    assert set(receipt["verdicts"]) == {"supported"}
    assert receipt["longest_run"]["article_id"] in receipt["articles"]
    assert [one["article_id"] for one in receipt["repeated"]] == receipt["articles"]
    assert max(one["longest_run"] for one in receipt["repeated"]) == receipt["longest_run"]["words"]
    assert all(0 <= one["share"] <= 1 and (one["words"] == 0) == (one["share"] == 0) for one in receipt["repeated"])
    assert set(receipt) == set(Receipt.__struct_fields__)


DEEP = b'{"schema":1,"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}"


@pytest.mark.parametrize("content", [b"{}", b"not json", b"\xff", DEEP, b'{"schema":1,"run":' + b"[" * 100_000])
def test_what_is_no_story_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "story.json"
    path.write_bytes(content)
    with pytest.raises(DossierError, match=r"story\.json: .*It must be what `copydesk story"):
        load_story(path)
    assert sign_off.name == "sign-off"


def test_what_has_no_file_is_not_signed() -> None:
    with pytest.raises(UsageError, match="name the file"):
        load_story(Path("-"))


def test_a_story_is_signed_after_the_checks_of_an_export(desk: Path) -> None:
    story = next(path for path in desk.glob("two-*.md")).with_suffix(".json")
    read = json.loads(story.read_bytes())
    story.write_text(json.dumps({**read, "schema": 2}), encoding="utf-8")
    with pytest.raises(DossierError, match=r"its form is 2 and this copydesk reads 1: a newer copydesk wrote it"):
        load_story(story)
    read["dossiers"][0]["articles"][0]["text"] = "Something else."
    story.write_text(json.dumps(read), encoding="utf-8")
    with pytest.raises(DossierError, match="has other words at"):
        load_story(story)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'{"schema":2,"story":"x"}', "its form is 2 and this copydesk reads 1: a newer copydesk wrote it"),
        (DEEP, "is no record of sign-offs"),
    ],
)
def test_a_record_of_sign_offs_in_another_form_is_named(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "story.signoff.json"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=told):
        load_sign_offs(path)


@pytest.fixture
def twice(desk: Path) -> Path:
    """The file of a story that two people signed, one after the other."""
    story = next(path for path in desk.glob("two-*.md")).with_suffix(".json")
    assert run("sign-off", story, "--by", "Ana Berg", "--note", "checked with the port").exit_code == 0
    assert run("sign-off", story, "--by", "Ida Holm").exit_code == 0
    return story


def test_sign_offs_are_a_chain(twice: Path) -> None:
    record = load_sign_offs(sign_offs_of(twice))
    assert record is not None
    first, second = record.signed
    assert (first.before, second.before) == ("", first.digest)
    assert len({first.digest, second.digest}) == 2
    assert altered(record) == ""
    check = run("sign-off", twice, "--check")
    assert check.exit_code == 0
    assert [line[:2] for line in check.stderr.split("\n")[:2]] == ["1.", "2."]


def test_the_digest_of_a_sign_off_can_be_reckoned_without_copydesk(twice: Path) -> None:
    record = json.loads(sign_offs_of(twice).read_bytes())
    first = {key: value for key, value in record["signed"][0].items() if value not in ("", [], None) and key != "digest"}
    told = json.dumps({"story_id": record["story_id"], **first}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(told.encode()).hexdigest() == record["signed"][0]["digest"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ana Berg", "Ina Berg"),
        ("checked with the port", "checked with nobody"),
        ("Ida Holm", "Ada Holm"),
    ],
)
def test_a_record_that_was_changed_says_so_everywhere(twice: Path, old: str, new: str) -> None:
    path = sign_offs_of(twice)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    check = run("sign-off", twice, "--check")
    assert check.exit_code == 1
    assert "was changed after it was written" in check.stderr
    assert "was changed after it was written" in run("export", twice, "--to", "json-feed").stdout
    again = run("sign-off", twice, "--by", "Ana Berg")
    assert isinstance(again.exception, UsageError)
    assert "move it away and sign the story again" in str(again.exception)
    for file in twice.parent.iterdir():
        if file != path:
            file.unlink()
    told = run("story", EXAMPLE, "-o", twice.parent)
    assert told.exit_code == 0
    assert f"{path.name}: was changed after it was written" in told.stderr
    assert "was changed after it was written" in twice.with_suffix(".html").read_text(encoding="utf-8")


@pytest.mark.parametrize("kept", [[1], [1, 0]], ids=["the first one taken out", "the order turned"])
def test_a_sign_off_that_was_taken_out_or_moved_shows(twice: Path, kept: list[int]) -> None:
    path = sign_offs_of(twice)
    record = json.loads(path.read_bytes())
    path.write_text(json.dumps({**record, "signed": [record["signed"][at] for at in kept]}), encoding="utf-8")
    assert "was changed after it was written" in run("sign-off", twice, "--check").stderr


def test_a_record_from_before_there_was_a_chain_is_not_called_changed(desk: Path) -> None:
    story = next(path for path in desk.glob("two-*.md")).with_suffix(".json")
    old = {"by": "Ana Berg", "when": "2026-03-05T10:00:00Z", "note": "", "version": "0", "edits": []}
    digest = hashlib.sha256(story.read_bytes()).hexdigest()
    record = {"schema": 1, "story_id": load_story(story).dossier.story.id, "signed": [{**old, "sha256": digest}]}
    sign_offs_of(story).write_text(json.dumps(record), encoding="utf-8")
    check = run("sign-off", story, "--check")
    assert (check.exit_code, "not chained" in check.stderr) == (0, True)
    assert run("sign-off", story, "--by", "Ida Holm").exit_code == 0
    record = json.loads(sign_offs_of(story).read_bytes())
    record["signed"][0]["by"] = "Ina Berg"
    sign_offs_of(story).write_text(json.dumps(record), encoding="utf-8")
    assert run("sign-off", story, "--check").exit_code == 1
