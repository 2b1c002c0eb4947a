"""What a report opens with: what titles and openings speak of, and no courtesy, scene or bare toll before it."""

from pathlib import Path

import pytest
from tests.write.conftest import Read

from copydesk.dossier import story
from copydesk.inputs import Setup
from copydesk.records import Hints, Report
from copydesk.write.grammar.courtesy import drop_courtesy
from copydesk.write.grammar.openings import drop_also
from copydesk.write.grammar.telling import Teller
from copydesk.write.offline.vagueness import vague
from copydesk.write.offline.wording import itself

CUT = {
    "wire.txt": """Central bank cuts rate by half a point

Norvane's central bank cut its key rate by half a percentage point to 4.75 percent on Thursday, its first cut in nine years.

Consumer prices rose by 2.6 percent in August. Unemployment stood at 6.1 percent in July.""",
    "home.txt": """Borrowing gets cheaper in Norvane

Loans in Norvane are about to get cheaper after the central bank lowered the cost of money on Thursday.

A typical household will save some 84 crowns a month. Consumer prices rose by 2.6 percent in August, the statistics office says.""",
    "feature.txt": """A rate cut, and a governor with a metaphor

Governor Ana Boro likes a metaphor, and that morning she had one ready.

Consumer prices rose by 2.6 percent in August. "The guest has left," Boro said. The bank lowered its key rate to 4.75 percent.""",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("cut")
    hints = {}
    for name, text in CUT.items():
        (folder / name).write_text(text, encoding="utf-8")
        hints[name] = Hints(outlet=f"The {name.removesuffix('.txt').title()}", published="2026-03-05T10:00:00Z")
    output = story([Path(folder)], Setup(hints=hints))
    return max(output.dossiers, key=lambda d: len(d.articles)).report


def test_the_headline_tells_what_titles_and_openings_tell_and_not_a_detail_that_all_have(report: Report) -> None:
    assert "rate" in report.headline.text or "Borrowing" in report.headline.text or "Loans" in report.headline.text
    assert "Consumer prices" not in report.headline.text


def test_a_scene_does_not_open_the_report(report: Report) -> None:
    first = next(s.text for section in report.sections for s in section.sentences)
    assert "metaphor" not in first
    assert "metaphor" not in report.dek.text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The club is delighted to announce the signing of Ivo Marsh.", "The club announces the signing of Ivo Marsh."),
        ("The ports were proud to present the new ferry.", "The ports presented the new ferry."),
        ("The club will be delighted to welcome Ivo Marsh.", "The club will be delighted to welcome Ivo Marsh."),
        ("The mayor was glad to see the ferry.", "The mayor was glad to see the ferry."),
        ("“The club is delighted to announce it,” she said.", "“The club is delighted to announce it,” she said."),
    ],
)
def test_what_somebody_is_delighted_to_announce_is_announced(parsed: Read, text: str, plain: str) -> None:
    assert drop_courtesy(parsed(text)).text == plain


@pytest.mark.parametrize(
    ("text", "says_nothing"),
    [
        ("The commission announces the provisional result of the general election.", True),
        ("The commission announces that the alliance has 75 seats.", False),
        ("The commission published a report saying the pier was unsafe.", False),
        ("The minister will play a significant role in the talks.", True),
        ("The minister played Hamlet in Osper.", False),
    ],
)
def test_who_announces_a_result_without_it_waits(parsed: Read, text: str, *, says_nothing: bool) -> None:
    assert vague(parsed(text)) is says_nothing


def test_who_reports_of_itself_is_it(parsed: Read) -> None:
    club = Teller(name="BayTrans")
    sentence = parsed("BayTrans has not hired drivers.")
    assert itself(sentence.text, sentence, club) == "it has not hired drivers."
    owned = parsed("BayTrans shares fell by 2 percent.")
    assert not itself(owned.text, owned, club)
    assert not itself(sentence.text, sentence, Teller(name="Radio Nine"))


def test_an_assurance_at_the_end_goes(parsed: Read) -> None:
    assert drop_also(parsed("There were forty boats in the harbour, yes.")).text == "There were forty boats in the harbour."
