"""The time a report speaks of: that of each story's own articles, or one that a user states, and then nothing of later is in it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from copydesk.cli import commands
from copydesk.dossier import story
from copydesk.errors import NothingReadable
from copydesk.exporting import export
from copydesk.inputs import Setup
from copydesk.publish import pages, rendered
from copydesk.records import Hints, StoryOutput

BRIDGE = "The Lenna bridge was closed on Monday after a lorry broke through its railing.\n\nThe driver was found dead, police said."
AGAIN = "A lorry fell from the Lenna bridge on Monday, police said.\n\nThe driver, 44, was found dead in the river by divers."
VOTE = "Parliament passed the pension bill on Thursday by 76 votes to 74.\n\nNurses are exempt, Prime Minister Sven Holt said."
HINTS = {
    "bridge.txt": Hints(outlet="Ostby Post", published="2025-05-05T07:00:00Z"),
    "again.txt": Hints(outlet="Radio West", published="2025-05-06T12:00:00Z"),
    "vote.txt": Hints(outlet="Capital Daily", published="2025-05-08T19:00:00Z"),
}


def pile(folder: Path) -> Path:
    for name, text in (("bridge", BRIDGE), ("again", AGAIN), ("vote", VOTE)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def told(folder: Path, as_of: str | None = None) -> StoryOutput:
    return story([pile(folder)], Setup(hints=HINTS, as_of=as_of))


def test_each_story_speaks_of_the_time_of_its_own_articles(tmp_path: Path) -> None:
    output = told(tmp_path)
    assert [d.story.as_of for d in output.dossiers] == ["2025-05-06T12:00:00+00:00", "2025-05-08T19:00:00+00:00"]
    for form in ("terminal", "markdown"):
        text = str(rendered(output, form, 200)).lower()
        assert "as of 6 may 2025, 12:00 utc" in text
        assert "as of 8 may 2025, 19:00 utc" in text
    made = {name: text for name, text in pages(output).items() if name.endswith(".html") and name != "index.html"}
    (lorry,) = [text for text in made.values() if b"Lenna" in text]
    assert b"6 May 2025, 12:00 UTC" in lorry
    assert b"8 May 2025" not in lorry
    assert b'"datePublished": "2025-05-06T12:00:00Z"' in export(output, "jsonld", story="1")


def test_what_was_published_later_is_not_known_yet(tmp_path: Path) -> None:
    output = told(tmp_path, "2025-05-06T09:00:00Z")
    assert [a.outlet for d in output.dossiers for a in d.articles] == ["Ostby Post"]
    assert [(s.location.rpartition("/")[2], s.reason) for s in output.skipped] == [("again.txt", "later"), ("vote.txt", "later")]
    assert output.dossiers[0].story.as_of == "2025-05-06T09:00:00Z"


@pytest.mark.parametrize("as_of", ["2025-05-06", "2025-05-06T12:00:00Z", "2025-05-06T14:00:00+02:00"])
def test_what_was_published_that_day_or_minute_is_known(tmp_path: Path, as_of: str) -> None:
    assert len(told(tmp_path, as_of).dossiers[0].articles) == 2


def test_a_time_before_all_articles_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(NothingReadable, match="published on 2025-05-05, after 2025-05-01, the time the report speaks of"):
        told(tmp_path, "2025-05-01")
    article = "---\ntitle: A lorry falls\npublished: 2025-05-05\n---\n\n" + BRIDGE
    (tmp_path / "only.md").write_text(article, encoding="utf-8")
    result = CliRunner().invoke(commands, ["story", str(tmp_path / "only.md"), "--as-of", "2025-05-01"])
    assert isinstance(result.exception, NothingReadable)
    assert "(--as-of)" in str(result.exception)


def test_an_article_without_a_time_is_kept(tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text(BRIDGE, encoding="utf-8")
    assert len(story([tmp_path / "undated.txt"], Setup(as_of="2025-05-01")).dossiers) == 1
