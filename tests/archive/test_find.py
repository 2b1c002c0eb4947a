"""Who has run this text? One text against a traced archive."""

import json
from pathlib import Path

import pytest
from tests.archive.corpora import edited, newsroom, prose, row, traced, write

from copydesk.archive.finding import Archive
from copydesk.errors import ArchiveError


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the folder of the newsroom, traced, with an outlet that has a footer."""
    path = tmp_path_factory.mktemp("find")
    footed = [row(f"footed{n}", f"{prose(700 + n)} {prose(8, 50)}", "Footed") for n in range(9)]
    traced(write(path / "corpus", [*newsroom(), *footed]), path / "links")
    return str(path / "links")


def test_who_has_run_a_text_is_found_with_the_passages(links: str) -> None:
    text = edited(prose(1), 20)
    with Archive(links) as archive:
        output = archive.find(text)
    assert [(one.id, one.kind) for one in output.found] == [
        ("report", "edited"),
        ("copy", "edited"),
        ("edited", "edited"),
        ("loan", "partial"),
    ]
    first = output.found[0]
    assert (first.outlet, first.published, first.dependence) == ("lantern", "2024-04-02T00:00:00+00:00", "yes")
    there = newsroom()[0]["text"]
    for passage in first.passages:
        assert text[passage.start : passage.end] == passage.text
        assert there[passage.there_start : passage.there_end].split()[0] == passage.text.split()[0]


def test_a_text_that_nobody_has_and_an_empty_one_find_nothing(links: str) -> None:
    with Archive(links) as archive:
        assert archive.find(prose(9999)).found == ()
        assert archive.find("").found == ()
        assert archive.find("日本 \x00 ￿").found == ()


def test_boilerplate_finds_nothing_and_a_copy_with_it_does(links: str) -> None:
    with Archive(links) as archive:
        assert archive.find(prose(8, 50)).found == ()
        assert [one.id for one in archive.find(f"{prose(703)} {prose(8, 50)}").found] == ["footed3"]


def test_the_most_like_come_first_and_no_more_than_asked(links: str) -> None:
    with Archive(links) as archive:
        assert [one.id for one in archive.find(prose(1), most=1).found] == ["report"]


def test_a_folder_without_an_archive_and_one_of_another_version_say_what_to_do(tmp_path: Path, links: str) -> None:
    with pytest.raises(ArchiveError, match=r"no traced archive.*copydesk archive trace"):
        Archive(str(tmp_path))
    run = json.loads((Path(links) / "run.json").read_text())
    (tmp_path / "run.json").write_text(json.dumps(run | {"surprise": 1}))
    with pytest.raises(ArchiveError, match=r"another version.*Trace the archive again"):
        Archive(str(tmp_path))
