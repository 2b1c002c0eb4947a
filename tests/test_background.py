"""Background from earlier dossiers: cited, dated, checked, counted nowhere, and never the story's own words again."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from copydesk.background import load_archive
from copydesk.cli import commands
from copydesk.dossier import story
from copydesk.errors import ConfigError
from copydesk.inputs import Setup
from copydesk.publish import rendered
from copydesk.records import Dossier, Hints, Sentence, StoryOutput

JANUARY = """Inspectors found blocked fire exits at the Halden Timber warehouse on Canal Street in Osper, a city report says. \
Halden Timber was fined 4,000 crowns on Friday.

Mayor Ana Boro said the city would inspect all warehouses near the canal by June."""
MARCH = """Fourteen people died when the Halden Timber warehouse in Osper burned down, police said. The building on Canal Street \
held paint and timber. Firefighters from three towns fought the flames until midnight.

Mayor Ana Boro said the city would open a shelter on Friday."""
OTHER = "The Brekka museum has bought a painting of wolves by Una Lind for 300,000 crowns, its director said."
HINTS = {
    "january.txt": Hints(outlet="Osper Gazette", published="2026-01-12"),
    "march.txt": Hints(outlet="Radio Nine", published="2026-03-03"),
    "other.txt": Hints(outlet="Brekka Post", published="2026-01-10"),
}


def file(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[StoryOutput, ...]:
    folder = tmp_path_factory.mktemp("earlier")
    return tuple(story([file(folder, name, text)], Setup(hints=HINTS)) for name, text in (("january", JANUARY), ("other", OTHER)))


@pytest.fixture(scope="module")
def march(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return file(tmp_path_factory.mktemp("now"), "march", MARCH)


def written(path: Path, archive: tuple[StoryOutput, ...], form: str = "story") -> Dossier:
    (dossier,) = story([path], Setup(hints=HINTS, archive=archive, form=form)).dossiers
    return dossier


def under(dossier: Dossier, heading: str) -> tuple[Sentence, ...]:
    return next((s.sentences for s in dossier.report.sections if s.heading == heading), ())


@pytest.mark.parametrize(("form", "heading"), [("story", "Background"), ("explainer", "Why it matters")])
def test_background_is_cited_dated_and_checked(form: str, heading: str, march: Path, archive: tuple[StoryOutput, ...]) -> None:
    dossier = written(march, archive, form)
    told = [s for s in under(dossier, heading) if "(12 January 2026)" in s.text]
    assert any("fire exits" in s.text for s in told)
    held = {a.id: a.text for a in dossier.articles}
    for sentence in told:
        assert sentence.verdict.label == "supported"
        assert all(held[p.article_id][p.start : p.end] == p.text for p in sentence.citations)
        assert not set(sentence.claim_ids) - {c.id for c in dossier.claims}


def test_a_time_that_held_only_then_is_not_told(march: Path, archive: tuple[StoryOutput, ...]) -> None:
    dossier = written(march, archive)
    assert all("Friday" not in s.text for s in under(dossier, "Background"))


def test_what_is_lent_is_counted_nowhere(march: Path, archive: tuple[StoryOutput, ...]) -> None:
    plain, lent = written(march, ()), written(march, archive)
    assert lent.story.independent == plain.story.independent
    assert [a.id for a in lent.own] == [a.id for a in plain.articles]
    assert lent.claims == plain.claims
    assert set(lent.story.article_ids) == {a.id for a in lent.articles}
    assert {a.main_origin_id for a in lent.articles} <= {o.id for o in lent.origins}
    output = story([march], Setup(hints=HINTS, archive=archive))
    for form in ("terminal", "markdown", "html"):
        text = rendered(output, form)
        assert "1 article" in (text if isinstance(text, str) else text.decode())


def test_another_story_s_dossier_lends_nothing(march: Path, archive: tuple[StoryOutput, ...]) -> None:
    assert written(march, archive[1:]) == written(march, ())


def test_a_story_is_no_background_to_itself(march: Path) -> None:
    today = story([march], Setup(hints=HINTS))
    assert written(march, (today,)) == written(march, ())


def test_a_later_dossier_is_no_background(tmp_path: Path, archive: tuple[StoryOutput, ...], march: Path) -> None:
    later = story([march], Setup(hints=HINTS))
    path = file(tmp_path, "january", JANUARY)
    assert written(path, (later,)) == written(path, ())


@pytest.mark.parametrize("form", ["brief", "timeline", "bulletin"])
def test_forms_without_a_place_for_background_stay_as_they_are(form: str, march: Path, archive: tuple[StoryOutput, ...]) -> None:
    assert written(march, archive, form) == written(march, (), form)


def test_the_words_of_a_report_hold_with_background(march: Path, archive: tuple[StoryOutput, ...]) -> None:
    (dossier,) = story([march], Setup(hints=HINTS, archive=archive, words=120)).dossiers
    sentences = [dossier.report.headline, dossier.report.dek, *(s for one in dossier.report.sections for s in one.sentences)]
    assert any("2026)" in s.text for s in sentences)
    assert sum(len(s.text.split()) for s in sentences) <= 120


def test_an_archive_is_a_folder_of_dossiers_and_what_is_none_is_told(
    tmp_path: Path, archive: tuple[StoryOutput, ...], march: Path
) -> None:
    (tmp_path / "january.json").write_bytes(encoded(archive[0]))
    (tmp_path / "notes.json").write_text("{}", encoding="utf-8")
    found, skipped = load_archive(tmp_path)
    assert found == archive[:1]
    assert [Path(s.location).name for s in skipped] == ["notes.json"]
    result = CliRunner().invoke(commands, ["story", str(march), "--archive", str(tmp_path)])
    assert result.exit_code == 0
    assert "notes.json: It is no dossier" in result.stderr


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is no folder"):
        load_archive(tmp_path / "none")


def encoded(output: StoryOutput) -> bytes:
    text = rendered(output, "json")
    return text if isinstance(text, bytes) else text.encode()
