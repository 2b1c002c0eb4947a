"""A long sentence is told in parts: each statement, each plan, a sentence of a longer quotation, whole and with who says it."""

from pathlib import Path

import pytest
from tests.write.conftest import Read

from copydesk.config import Config
from copydesk.dossier import story
from copydesk.inputs import Setup
from copydesk.records import Hints, StoryOutput
from copydesk.write import WriteConfig
from copydesk.write.grammar.statements import statements


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The bridge is closed to lorries and a ferry will carry them across the sound.",
            ["The bridge is closed to lorries", "A ferry will carry them across the sound."],
        ),
        (
            "The council will build a new school — two hundred pupils are expected to move there in May.",
            ["The council will build a new school", "Two hundred pupils are expected to move there in May."],
        ),
        (
            "The town will link up with Davor for a tram line and Osper and Tarn are also expected to pay for it.",
            ["The town will link up with Davor for a tram line", "Osper and Tarn are also expected to pay for it."],
        ),
    ],
)
def test_each_statement_of_a_sentence_stands_by_itself(parsed: Read, text: str, parts: list[str]) -> None:
    assert [part.text for part in statements(parsed(text))] == parts


@pytest.mark.parametrize(
    "text",
    [
        "If the bridge is closed, lorries will wait and a ferry will carry passengers across the sound.",
        "The mayor said the bridge is closed and a ferry will carry lorries across the sound.",
        "The bridge is closed and a ferry will carry lorries across the sound, officials said.",
        "The trial of a man charged with the murder of a nurse and her brother is under way in Osper.",
        "The cooperation between the port of Osper and the town of Davor will be expanded in the coming years.",
        "The harbour master closed the port and called the coast guard on Monday evening.",
    ],
)
def test_what_belongs_together_is_not_taken_apart(parsed: Read, text: str) -> None:
    phrase = parsed(text)
    assert statements(phrase) == (phrase,)


PREVIEW = """Norvane and Davor will sign a treaty on fishing in Osper on Friday, both governments said.

Norvane will be made a partner in the space programme of Davor and the two academies will share their telescopes on the island of \
Tarn — a Norvane pilot is expected to be chosen as the first visitor of the orbiting station Halden in a later year.

“For sixty years our boats fished apart from each other in these waters. This treaty makes neighbours of two fleets,” a senior \
government official said."""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> StoryOutput:
    path = tmp_path_factory.mktemp("preview") / "preview.txt"
    path.write_text(PREVIEW, encoding="utf-8")
    hints = {path.name: Hints(outlet="Osper Gazette", published="2026-03-04")}
    return story([path], Setup(hints=hints, config=Config(write=WriteConfig(share=1.5))))


def texts(output: StoryOutput) -> list[str]:
    (dossier,) = output.dossiers
    report = dossier.report
    return [report.headline.text, report.dek.text, *(s.text for section in report.sections for s in section.sentences)]


def test_each_plan_of_a_long_sentence_may_be_told(preview: StoryOutput) -> None:
    told = [text for text in texts(preview) if "pilot" in text]
    assert told
    assert all("telescopes" not in text for text in told)


def test_a_sentence_of_a_longer_quotation_has_its_marks_and_its_speaker(preview: StoryOutput) -> None:
    told = [text for text in texts(preview) if "boats fished apart" in text or "neighbours of two fleets" in text]
    assert told
    for text in told:
        assert text.count("“") == text.count("”") == 1
        assert "a senior government official" in text


def test_sentences_that_are_put_together_hold(preview: StoryOutput) -> None:
    (dossier,) = preview.dossiers
    for section in dossier.report.sections:
        assert all(s.verdict.label == "supported" for s in section.sentences)


def test_what_only_sets_a_scene_gives_way_to_what_happened(tmp_path: Path) -> None:
    scene = "The sleet comes in sideways off the bay. Somebody has got a brazier going from a pallet."
    facts = [
        f"The harbour of Osper was closed on Monday after a tanker lost {n} tons of oil, the port authority said."
        f" Divers found a hole of {n} metres in the hull. The port will be opened again on Friday."
        for n in (300, 320)
    ]
    paths = []
    for name, text in (("a", facts[0]), ("b", f"{scene} {facts[1]}")):
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    (dossier,) = story(paths, Setup(form="brief", words=60)).dossiers
    told = " ".join(s.text for section in dossier.report.sections for s in section.sentences)
    assert "sleet" not in told
