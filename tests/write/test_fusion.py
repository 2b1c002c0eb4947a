"""Two short statements of one report share a sentence; a promise before a colon goes."""

from pathlib import Path

import pytest
from tests.write.conftest import Read

from copydesk.config import Config
from copydesk.dossier import story
from copydesk.inputs import Setup
from copydesk.records import Hints, Sentence, StoryOutput
from copydesk.write import WriteConfig
from copydesk.write.grammar.fusion import coordinated, fused, joinable, shared_subject
from copydesk.write.grammar.preface import drop_preface


@pytest.mark.parametrize(
    "text",
    [
        "If the quay is finished, the ferry will sail in May.",
        "The ferry will sail in May, the mayor said.",
        "The mayor said that the ferry will sail in May.",
        "“The ferry will sail in May,” she wrote.",
        "In May, the ferry will sail.",
        "The quay is closed; the ferry sails from Davor.",
        "The ferry, which was built in Davor in 1988 and has been in service on this route since, will sail in May of that year.",
    ],
)
def test_what_cannot_stand_under_one_that_stands_alone(parsed: Read, text: str) -> None:
    assert not joinable(parsed(text))


def test_two_statements_stand_under_one_that(parsed: Read) -> None:
    second = parsed("The old quay is closed.")
    assert joinable(second)
    told = "The Gazette reports that the ferry will sail in May."
    assert fused(told, second, "the old quay is closed.") == (
        "The Gazette reports that the ferry will sail in May, and that the old quay is closed."
    )


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (
            "The council approved the plan on Monday.",
            "The council will buy two ferries.",
            "The council approved the plan on Monday and will buy two ferries.",
        ),
        (
            "The president, Ana Boro, opened the quay.",
            "Boro has visited the port.",
            None,  # the parser's subject goes up to a comma
        ),
        (
            "Ana Boro opened the quay.",
            "Boro has visited the port twice.",
            "Ana Boro opened the quay and has visited the port twice.",
        ),
        ("Ana Boro opened the quay.", "Marsh has visited the port twice.", None),
        ("Ana Boro did not open the quay.", "Boro has visited the port twice.", None),
        ("The council met the owners who left the port.", "The council will buy two ferries.", None),
    ],
)
def test_what_two_statements_say_of_one_subject_is_said_of_it_once(
    parsed: Read, first: str, second: str, together: str | None
) -> None:
    predicate = shared_subject(parsed(first), parsed(second))
    assert (coordinated(first, predicate) if predicate else None) == together


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Officials have outlined another way to protect Norway's coast: the country will begin talks on a joint patrol.",
            "Norway will begin talks on a joint patrol.",
        ),
        (
            "The board has found a new way to save money: trams will stop running at ten.",
            "Trams will stop running at ten.",
        ),
    ],
)
def test_a_promise_before_a_colon_goes(parsed: Read, text: str, told: str) -> None:
    assert drop_preface(parsed(text)).text.strip() == told


@pytest.mark.parametrize(
    "text",
    [
        "Officials have outlined another way to protect Norway and Sweden: the country will begin talks on a joint patrol.",
        "The board has not found another way to save money: trams will stop running at ten.",
        "The minister gave another reason: it was late.",
        "The board said: Line 4 will close in the evening.",
        "The score was level at half time: Osper led by two goals before that.",
    ],
)
def test_what_more_is_told_before_a_colon_stays(parsed: Read, text: str) -> None:
    phrase = parsed(text)
    assert drop_preface(phrase) is phrase


PREVIEW = """The council of Osper will open a swimming hall on the old pier in June, its members decided on Monday.

The hall will have two pools of fifty metres. The hall will be heated with water from the sea. The pier will get a tram stop. \
Two hundred flats will be built behind the hall, and the road along the shore will be closed to lorries from September.

Norvane Bank lends 40 million crowns for it. The state pays for the tram stop. The pier was built in 1911 for the herring fleet."""


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("preview") / "preview.txt"
    path.write_text(PREVIEW, encoding="utf-8")
    return path


def written(path: Path, *off: str) -> StoryOutput:
    hints = {path.name: Hints(outlet="Osper Gazette", published="2026-03-04")}
    return story([path], Setup(hints=hints, config=Config(write=WriteConfig(share=1.5, off=off))))


def sentences(output: StoryOutput) -> list[Sentence]:
    (dossier,) = output.dossiers
    return [s for section in dossier.report.sections for s in section.sentences]


def test_short_statements_of_one_report_share_a_sentence_and_cite_what_each_rests_on(preview: Path) -> None:
    joined = [s for s in sentences(written(preview)) if len(s.claim_ids) > 1]
    assert joined
    for one in joined:
        assert len(one.citations) > 1
        assert one.verdict.label == "supported"
        assert one.text.count("Osper Gazette") + one.text.count("The report") + one.text.count("the report") == 1


def test_the_operation_can_be_switched_off(preview: Path) -> None:
    assert all(len(s.claim_ids) == 1 for s in sentences(written(preview, "fused")))
