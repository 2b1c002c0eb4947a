"""What is new since an earlier dossier: what a reader of the first one relies on."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import msgspec
import pytest
from click.testing import CliRunner

from copydesk.cli import commands
from copydesk.dossier import story
from copydesk.earlier import blocks_of
from copydesk.errors import DossierError
from copydesk.inputs import Setup
from copydesk.loading import load
from copydesk.records import Difference, Hints, Report, Sentence, StoryOutput
from copydesk.render.words import day
from copydesk.write.offline import moved as moving
from copydesk.write.offline.differences import Differences
from copydesk.write.offline.pile import Pile

EXAMPLE = Path(__file__).parents[1] / "examples" / "harbour" / "articles"
MONDAY = """Twelve people died when a warehouse in Osper burned down on Monday, police said. The building on Canal Street held \
paint and timber. Firefighters from three towns fought the flames until midnight.

Mayor Ana Boro said the city would open a shelter on Friday."""
TUESDAY = """Fourteen people died when a warehouse in Osper burned down on Monday, police said on Tuesday. The building on Canal \
Street held paint and timber. Two of the injured died in hospital overnight.

The owner, Halden Timber, said it would pay for the funerals."""
HINTS = {
    "monday.txt": Hints(outlet="Osper Gazette", published="2026-03-02"),
    "tuesday.txt": Hints(outlet="Radio Nine", published="2026-03-03"),
}


def sentences(report: Report) -> Iterator[Sentence]:
    yield report.headline
    yield report.dek
    for section in report.sections:
        yield from section.sentences


def texts(output: StoryOutput) -> str:
    return " ".join(s.text for d in output.dossiers for s in sentences(d.report))


def written(folder: Path, **articles: str) -> list[Path]:
    paths = []
    for name, text in articles.items():
        paths.append(folder / f"{name}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def updated(paths: list[Path], since: StoryOutput) -> StoryOutput:
    return story(paths, Setup(form="update", since=since, hints=HINTS))


@pytest.fixture(scope="module")
def monday(tmp_path_factory: pytest.TempPathFactory) -> StoryOutput:
    return story(written(tmp_path_factory.mktemp("monday"), monday=MONDAY), Setup(hints=HINTS))


@pytest.fixture(scope="module")
def harbour() -> StoryOutput:
    return story([EXAMPLE])


def test_a_dossier_has_nothing_new_over_itself(harbour: StoryOutput) -> None:
    output = updated([EXAMPLE], harbour)
    assert [d.story.headline for d in output.dossiers] == [d.story.headline for d in harbour.dossiers]
    for dossier in output.dossiers:
        report = dossier.report
        assert report.dek.text.startswith(f"Nothing new since {day(str(dossier.story.as_of)[:10])}: ")
        assert report.dek.citations
        assert report.dek.verdict.checks[0].kind == "newness"
        assert not report.sections


def test_a_copy_brings_nothing_new(monday: StoryOutput, tmp_path: Path) -> None:
    output = updated(written(tmp_path, copy=MONDAY + "\n\nCopyright Some Site."), monday)
    assert "Nothing new since 2 March 2026" in texts(output)


def test_a_copy_beside_a_new_report_changes_nothing_that_is_new(monday: StoryOutput, tmp_path: Path) -> None:
    new = written(tmp_path, tuesday=TUESDAY)
    one = updated(new, monday)
    other = updated([*new, *written(tmp_path, copy=MONDAY)], monday)
    assert {s.text for s in sentences(one.dossiers[0].report)} == {s.text for s in sentences(other.dossiers[0].report)}


def test_a_toll_that_moved_is_told_with_what_it_was(monday: StoryOutput, tmp_path: Path) -> None:
    (dossier,) = updated(written(tmp_path, tuesday=TUESDAY), monday).dossiers
    (section,) = (s for s in dossier.report.sections if s.heading == "Figures that moved")
    (sentence,) = section.sentences
    assert sentence.text == (
        "Fourteen people died when a warehouse in Osper burned down on Monday, police said, Radio Nine reports; before, twelve "
        "died, according to the Osper Gazette."
    )
    assert [c.text for c in sentence.verdict.checks if c.kind == "moved"] == ["before, twelve died, according to the Osper Gazette"]
    assert {p.article_id for p in sentence.citations} == {a.id for a in dossier.articles}
    assert sentence.verdict.label == "supported"


def test_a_figure_that_moved_says_which_report_is_not_known(monday: StoryOutput, tmp_path: Path) -> None:
    (dossier,) = story(written(tmp_path, tuesday=TUESDAY), Setup(form="update", since=monday)).dossiers
    (section,) = (s for s in dossier.report.sections if s.heading == "Figures that moved")
    assert section.sentences[0].text.endswith(
        "burned down on Monday, police said, one report says; before, twelve died, according to the Osper Gazette."
    )


def test_an_outlet_that_goes_on_with_its_own_report_is_named_once(monday: StoryOutput, tmp_path: Path) -> None:
    hints = {**HINTS, "tuesday.txt": Hints(outlet="Osper Gazette", published="2026-03-03")}
    (dossier,) = story(written(tmp_path, tuesday=TUESDAY), Setup(form="update", since=monday, hints=hints)).dossiers
    (section,) = (s for s in dossier.report.sections if s.heading == "Figures that moved")
    assert section.sentences[0].text.endswith("; before, twelve died, the Osper Gazette reports.")


FIRST = """A passenger ferry, the Marit, capsized in heavy seas off the island of Senby late on Tuesday, carrying 164 people.

The Marit, operated by Corvane Lines, sent a distress call about 40 minutes after it left Port Hallow. Boats searched all night."""
LATER = """On Tuesday night the Marit went over off Senby with 171 people aboard, by the revised count of Corvane Lines. Small \
children had not been entered on the list of the passengers when she left Port Hallow.

Corvane Lines has tied up its other two boats, and divers looked at the inner bow door of the Marit."""


def test_a_figure_that_is_no_toll_is_told_with_what_it_was(tmp_path: Path) -> None:
    early = story(written(tmp_path, monday=FIRST), Setup(hints=HINTS))
    (dossier,) = story(written(tmp_path, tuesday=LATER), Setup(form="update", since=early, hints=HINTS)).dossiers
    told = [s for section in dossier.report.sections if section.heading == "Figures that moved" for s in section.sentences]
    assert [s.text.partition("; ")[2] for s in told] == ["before, 164 were aboard, according to the Osper Gazette."]
    assert {p.text.split()[0] for p in told[0].citations} == {"A", "On"}


def test_another_toll_is_no_figure_that_moved(monday: StoryOutput, tmp_path: Path) -> None:
    """Two who died in hospital do not bring twelve down to two."""
    output = updated(written(tmp_path, tuesday="Two of the injured died in hospital in Osper overnight, doctors said.\n"), monday)
    assert "twelve" not in texts(output).lower()


def moved(output: StoryOutput) -> list[Sentence]:
    return [
        s for d in output.dossiers for part in d.report.sections if part.heading == "Figures that moved" for s in part.sentences
    ]


def since(first: str, then: str, folder: Path) -> list[Sentence]:
    """Return what is told of figures that moved from one report to another."""
    early = story(written(folder, monday=first), Setup(hints=HINTS))
    return moved(updated(written(folder, tuesday=then), early))


STORM = "{} people were injured in Osper on Monday."


@pytest.mark.parametrize(
    ("first", "then"), [("900.000", "1.100.000"), ("1.100.000", "900.000"), ("200,000", "3 million"), ("2", "²"), ("²", "2")]
)
def test_a_number_that_is_hard_to_read_stops_no_story(first: str, then: str, tmp_path: Path) -> None:
    told = since(STORM.format(first), STORM.format(then), tmp_path)
    assert "down from" not in " ".join(s.text for s in told)
    assert all(s.text.endswith(f"before, {first} were hurt, according to the Osper Gazette.") for s in told)


@pytest.mark.parametrize(
    ("first", "then", "went"),
    [("900.000", "1.100.000", "up from"), ("200,000", "3 million", "up from"), ("3 million", "200,000", "down from")],
)
def test_which_way_a_figure_went_is_read_off_what_it_is_worth(
    first: str, then: str, went: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[str] = []
    way = moving.way

    def noted(one: moving.Move, pile: Pile) -> str:
        found.append(way(one, pile))
        return found[-1]

    monkeypatch.setattr(moving, "way", noted)
    since(STORM.format(first), STORM.format(then), tmp_path)
    assert set(found) == {went}


@pytest.mark.parametrize("days", sorted(permutations((4, 5, 6))))
def test_what_a_figure_was_is_what_readers_were_told_last(days: tuple[int, ...], tmp_path: Path) -> None:
    hints = {
        f"{name}.txt": Hints(outlet=f"The {name.title()} Post", published=f"2026-03-0{day}")
        for name, day in zip("abc", days, strict=True)
    }
    tolls = {name: STORM.format(10 * day) for name, day in zip("abc", days, strict=True)}
    early = story(written(tmp_path, **tolls), Setup(hints=hints))
    hints["d.txt"] = Hints(outlet="Radio Nine", published="2026-03-09")
    new = written(tmp_path, d=STORM.format(90))
    told = moved(story(new, Setup(form="update", since=early, hints=hints)))
    last = "ABC"[days.index(6)]
    assert [s.text.partition("; ")[2] for s in told] == [f"before, 60 were hurt, according to The {last} Post."]


def test_a_difference_that_was_weighed_goes_before_one_that_is_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed, guessed = (Difference(topic=topic, what="number", sides=()) for topic in ("weighed", "guessed"))
    brief = SimpleNamespace(earlier=("a",), weighed=SimpleNamespace(differences=(weighed,)))
    line = SimpleNamespace(claim=SimpleNamespace(id="c1"))
    monkeypatch.setattr(moving, "known_tolls", lambda _: {})
    monkeypatch.setattr(moving, "tolls", lambda *_: iter([guessed]))
    monkeypatch.setattr(moving, "grown", lambda _: iter(()))
    monkeypatch.setattr(moving, "moved", lambda one, *_: SimpleNamespace(stand=SimpleNamespace(line=line), topic=one.topic))
    found = moving.moves(cast("Differences", SimpleNamespace(pile=SimpleNamespace(brief=brief))))
    assert [one.topic for one in found] == ["weighed"]


COACH = """A coach carrying pensioners left the A9 near Sorrel on Monday and rolled down a slope, killing seven people, police said.

The coach was on its way from Havn to a spa."""
AT_NIGHT = """Eight people have died after a coach left the A9 near Sorrel and rolled down a slope, police said on Monday night.

One woman died in hospital."""
A_DAY_LATER = """Eleven people have died after a coach left the A9 near Sorrel on Monday, police said on Tuesday evening.

Three passengers died of their injuries in hospital during the day. The driver, 61, was questioned by detectives."""
AND_AGAIN = """The death toll of the coach crash near Sorrel has risen to 11, the police said on Tuesday.

The coach's owner, Fjordbus, said its other coaches would be checked by Friday."""
DAYS = {
    "coach.txt": Hints(outlet="Sorrel Post", published="2025-05-05T12:00:00Z"),
    "night.txt": Hints(outlet="Radio West", published="2025-05-05T21:00:00Z"),
    "later.txt": Hints(outlet="City Wire", published="2025-05-06T18:00:00Z"),
    "again.txt": Hints(outlet="The Inland Gazette", published="2025-05-06T19:00:00Z"),
}


def test_of_several_new_figures_the_last_is_told_beside_what_readers_know(tmp_path: Path) -> None:
    since = story(written(tmp_path, coach=COACH), Setup(hints=DAYS))
    paths = written(tmp_path, coach=COACH, night=AT_NIGHT, later=A_DAY_LATER, again=AND_AGAIN)
    output = story(paths, Setup(form="update", since=since, hints=DAYS))
    (figures,) = [s for s in output.dossiers[0].report.sections if s.heading == "Figures that moved"]
    assert "11" in figures.sentences[0].text or "Eleven" in figures.sentences[0].text
    assert figures.sentences[0].text.endswith("before, seven were killed, according to the Sorrel Post.")
    assert "Eight" not in texts(output)


def test_what_is_known_is_not_told_again(monday: StoryOutput, tmp_path: Path) -> None:
    output = updated(written(tmp_path, tuesday=TUESDAY), monday)
    assert "Canal Street" not in texts(output)
    assert "funerals" in texts(output)


def test_every_citation_resolves_also_to_articles_that_were_not_given_again(monday: StoryOutput, tmp_path: Path) -> None:
    (dossier,) = updated(written(tmp_path, tuesday=TUESDAY), monday).dossiers
    held = {a.id: a.text for a in dossier.articles}
    assert all(held[p.article_id][p.start : p.end] == p.text for s in sentences(dossier.report) for p in s.citations)
    assert set(dossier.story.article_ids) == set(held)


def test_the_order_of_the_files_changes_nothing(monday: StoryOutput, tmp_path: Path) -> None:
    paths = written(tmp_path, tuesday=TUESDAY, monday=MONDAY)
    assert updated(paths, monday) == updated(paths[::-1], monday)


def test_a_story_that_nobody_asked_for_is_not_told(monday: StoryOutput, tmp_path: Path) -> None:
    other = "The Brekka museum has bought a painting of wolves by Una Lind, its director said on Monday.\n"
    output = updated(written(tmp_path, other=other), monday)
    assert "warehouse" not in texts(output)


def test_a_dossier_is_read_as_it_was_written(monday: StoryOutput, tmp_path: Path) -> None:
    path = tmp_path / "monday.json"
    path.write_bytes(msgspec.json.encode(monday))
    assert load(path)[1] == monday


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"schema": 1, "run": 3}', "\x00"])
def test_what_is_no_dossier_is_an_error_that_names_the_file(content: str, tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DossierError, match=r"old\.json: .+copydesk story"):
        load(path)


def test_a_missing_dossier_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="No such file"):
        load(tmp_path / "none.json")


def test_an_earlier_dossier_that_contradicts_itself_is_refused(monday: StoryOutput, tmp_path: Path) -> None:
    path = tmp_path / "monday.json"
    path.write_bytes(msgspec.json.encode(monday).replace(b"Canal Street", b"Canal Avenue", 1))
    result = CliRunner().invoke(commands, ["story", str(path), "--form", "update", "--since", str(path)])
    assert isinstance(result.exception, DossierError)


@pytest.mark.parametrize("options", [("--form", "update"), ("--since", "old.json")])
def test_an_update_needs_a_dossier_and_the_other_way_round(options: tuple[str, ...]) -> None:
    result = CliRunner().invoke(commands, ["story", str(EXAMPLE), *options])
    assert result.exit_code == 2
    assert "belong together" in result.output


def test_blocks_cover_a_text_and_headings_are_no_reporting() -> None:
    text = "What we know\n\nA ferry struck the pier.\n\nCorrection: an earlier version misstated the pier."
    blocks = list(blocks_of(text))
    assert [b.kind for b in blocks] == ["heading", "body", "correction"]
    assert "\n\n".join(text[b.start : b.end] for b in blocks) == text


WRONG = (
    "Correction: An earlier version of this article said that the warehouse belonged to Osper Mills. It belongs to Halden Timber."
)


def test_a_correction_is_told_in_the_words_of_its_outlet(monday: StoryOutput, tmp_path: Path) -> None:
    (dossier,) = updated(written(tmp_path, tuesday=f"{MONDAY}\n\n{WRONG}"), monday).dossiers
    (section,) = dossier.report.sections
    (sentence,) = section.sentences
    assert section.heading == "Corrected"
    assert sentence.text == f"Radio Nine reports: “{WRONG}”"
    assert sentence.verdict.label == "supported"
    assert "Nothing new" not in dossier.report.dek.text


def test_a_correction_that_readers_know_is_not_told_again(tmp_path: Path) -> None:
    paths = written(tmp_path, monday=f"{MONDAY}\n\n{WRONG}")
    output = updated(paths, story(paths, Setup(hints=HINTS)))
    assert WRONG not in texts(output)
    assert "Nothing new since 2 March 2026" in texts(output)
