"""What still holds: nothing that a later article tells to be over is told as if it were so, and a toll is told as it is now."""

from pathlib import Path

import pytest

from copydesk.config import Config
from copydesk.dossier import story
from copydesk.inputs import Setup
from copydesk.mark import mark
from copydesk.models import load_parser
from copydesk.records import StoryOutput
from copydesk.write.grammar.phrase import Phrase
from copydesk.write.grammar.states import called_off, settles, states
from copydesk.write.grammar.telling import told_then

Told = tuple[str, str, str]  # outlet, when published, text

FLOOD: tuple[Told, ...] = (
    (
        "Tarnby Courier",
        "2025-03-03T08:00:00Z",
        "Water poured over the Quill dam early on Monday and flooded the lower districts of Tarnby, killing three people, police "
        "said.\n\nMayor Ivan Kestrel has not declared a state of emergency. The Hallow bridge is still closed, and about 400 "
        "people have left their homes.\n\nThe cause of the overflow is not known. Engineers from the water board are at the dam.",
    ),
    (
        "Radio Nine",
        "2025-03-03T15:00:00Z",
        "Seven people have died in the flood that struck Tarnby on Monday, the police said in the afternoon, after water came over "
        "the Quill dam.\n\nMayor Ivan Kestrel declared a state of emergency at noon, which lets the town call in the army.",
    ),
    (
        "The Norvane Tribune",
        "2025-03-04T09:00:00Z",
        "The number of people killed in the Tarnby flood has risen to 11, police said on Tuesday, a day after water came over the "
        "Quill dam.\n\nA jammed sluice gate caused the overflow, the water board said after divers had looked at the dam.\n\nThe "
        "Hallow bridge reopened on Tuesday morning after inspectors found no cracks.",
    ),
    (
        "Coast Post",
        "2025-03-04T11:30:00Z",
        "Eleven people died when a dam overflowed above Tarnby, the police say, and two are still missing.\n\nThe water board "
        "blamed a sluice gate that had jammed. Its director, Maud Ferrier, said it was last serviced in 2019.",
    ),
)
QUAKE: tuple[Told, ...] = (
    (
        "Wire One",
        "2025-04-01T04:00:00Z",
        "An earthquake of magnitude 6.4 struck the Orsa valley on Tuesday and killed at least 12 people, the governor said.\n\n"
        "Dozens of houses collapsed in the town of Belm.",
    ),
    (
        "City Wire",
        "2025-04-01T05:00:00Z",
        "At least 12 people were killed when an earthquake of magnitude 6.4 hit the Orsa valley early on Tuesday, Governor Petra "
        "Lind said.\n\nRescuers are digging in the rubble of Belm. Power is out in the whole valley.",
    ),
    (
        "Morning Ledger",
        "2025-04-01T06:00:00Z",
        "A strong earthquake in the Orsa valley on Tuesday killed at least 12 people and left hundreds without homes, the "
        "authorities said.\n\nThe magnitude was 6.4. Schools across the valley are closed.",
    ),
    (
        "Tribune",
        "2025-04-02T19:00:00Z",
        "Sixty-three people are now known to have died in the earthquake that struck the Orsa valley, officials said on Wednesday "
        "evening.\n\nPower was restored to most of the valley overnight, Governor Petra Lind said.",
    ),
)


def written(folder: Path, told: tuple[Told, ...], form: str = "story") -> StoryOutput:
    for number, (outlet, when, text) in enumerate(told):
        head = f"---\ntitle: What {outlet} knows\noutlet: {outlet}\npublished: {when}\n---\n\n"
        (folder / f"{number}.md").write_text(head + text, encoding="utf-8")
    return story([folder], Setup(form=form))


def texts(output: StoryOutput) -> list[str]:
    reports = [d.report for d in output.dossiers]
    return [s.text for r in reports for s in (r.headline, r.dek, *(s for part in r.sections for s in part.sentences))]


@pytest.mark.parametrize("form", ["story", "brief", "explainer", "bulletin"])
def test_a_state_that_is_over_is_not_told(tmp_path: Path, form: str) -> None:
    output = written(tmp_path, FLOOD, form)
    told = "\n".join(texts(output))
    for over in ("has not declared", "still closed", "remains closed", "is not known"):
        assert over not in told
    reasons = {left.text: left.reason for d in output.dossiers for left in d.report.left_out}
    assert reasons["The cause of the overflow is not known."] == "a later article tells that this is no longer so"
    if form == "story":
        assert "reopened" in told


@pytest.mark.parametrize("form", ["story", "brief", "explainer", "bulletin"])
@pytest.mark.parametrize(
    ("pile", "now", "before"), [(FLOOD, ("11", "Eleven"), ("three people", "Seven")), (QUAKE, ("Sixty-three",), ("12",))]
)
def test_the_newest_toll_leads(
    tmp_path: Path, pile: tuple[Told, ...], now: tuple[str, ...], before: tuple[str, ...], form: str
) -> None:
    headline, *rest = texts(written(tmp_path, pile, form))
    assert any(figure in headline for figure in now)
    assert not any(figure in text for figure in before for text in (headline, *rest))


def test_what_a_lower_toll_stood_beside_is_still_told(tmp_path: Path) -> None:
    assert "An earthquake of magnitude 6.4 struck the Orsa valley" in "\n".join(texts(written(tmp_path, QUAKE)))


def test_another_count_is_no_newer_one(tmp_path: Path) -> None:
    # What police and a hospital count differs; neither takes the other's place.
    police = "Twenty people were injured when a tram left its rails in Sorrel on Monday, police said.\n\nThe line is shut."
    again = "A tram left its rails in Sorrel on Monday. Police said 20 people were injured.\n\nTwo carriages fell on their side."
    hospital = "Sorrel hospital has treated 26 injured people after a tram left its rails on Monday.\n\nThe tram was built in 1991."
    told = (
        ("Post", "2025-02-03T08:00:00Z", police),
        ("Echo", "2025-02-03T09:00:00Z", again),
        ("Star", "2025-02-04T08:00:00Z", hospital),
    )
    assert "twenty people" in "\n".join(texts(written(tmp_path, told))).casefold()


def test_a_state_of_an_earlier_day_is_told_with_its_day(tmp_path: Path) -> None:
    told = (
        (
            "Coast Post",
            "2025-02-10T07:00:00Z",
            "The ferry Aurelia ran aground off the island of Sund on Monday with 84 people on board, the coastguard said.\n\nTugs "
            "from Havn are still waiting for the tide.",
        ),
        (
            "Sund Herald",
            "2025-02-11T14:00:00Z",
            "The ferry Aurelia ran aground off Sund on Monday. All 84 people on board were taken off by lifeboats.\n\nHer owner "
            "said that the steering had failed.",
        ),
    )
    assert "Tugs from Havn are still waiting for the tide, the Coast Post reported on Monday." in texts(written(tmp_path, told))


def test_what_has_come_about_is_not_told_as_ahead(tmp_path: Path) -> None:
    told = (
        (
            "Capital Daily",
            "2025-10-06T09:00:00Z",
            "Parliament will vote on the pension bill on Wednesday, Speaker Anno Brill said on Monday.\n\nPrime Minister Sven Holt "
            "has so far refused to change the bill.",
        ),
        (
            "The Inland Gazette",
            "2025-10-08T19:00:00Z",
            "Parliament passed the pension bill on Wednesday by 76 votes to 74.\n\nThe Green Alliance decided to vote for it after "
            "Prime Minister Sven Holt changed the bill to exempt nurses.",
        ),
    )
    headline, *rest = texts(written(tmp_path, told))
    assert headline.startswith("Parliament passed the pension bill")
    assert not any("will vote" in text or "has so far refused" in text for text in (headline, *rest))


def phrase(text: str) -> Phrase:
    tokens = mark(text, load_parser(), Config().mark).tokens
    return Phrase.of(text, tokens, 0, len(tokens))


@pytest.mark.parametrize(
    ("state", "later"),
    [
        ("The driver is still missing, police said.", "The driver was found dead on Tuesday, police said."),
        ("No arrests have been made, a police spokesman said.", "Police arrested two men in the evening."),
        (
            "The transport minister, Paul Dacre, has yet to comment.",
            "Dacre called the flight an act of stupidity and said he was angry.",
        ),
        ("Lunde remains in her post as chief executive.", "Hedda Lunde resigned as chief executive of Norbank on Wednesday."),
        ("No group has claimed responsibility.", "A gang has claimed responsibility for the attack on the hospital."),
        ("What started the fire is unknown.", "A spark from a power line caused the fire, the utility said."),
        ("The A14 has not reopened.", "The A14 reopened shortly before midnight."),
        ("Operations are suspended at the clinic.", "Operations resumed on Wednesday, the clinic said."),
    ],
)
def test_what_settles_a_state(state: str, later: str) -> None:
    assert any(settles(phrase(later), one) for one in states(phrase(state)))


@pytest.mark.parametrize(
    ("state", "later"),
    [
        ("The A14 has not reopened.", "The A14 will reopen on Friday."),
        ("The A14 has not reopened.", "The A9 reopened shortly before midnight."),
        ("Mayor Ivan Kestrel has not declared a state of emergency.", "Kestrel has not declared an emergency."),
        ("Police have not named the victim.", "Police said the victim was a man of 40."),
        ("Proof of purchase is not required.", "The town required proof of purchase last year."),
        ("It has not rained in the valley for months.", "It rained in the valley in March."),
        ("The schools are still closed.", "Shops in the valley reopened."),
    ],
)
def test_what_does_not_settle_a_state(state: str, later: str) -> None:
    assert not any(settles(phrase(later), one) for one in states(phrase(state)))


def test_who_reports_is_put_into_the_past() -> None:
    assert told_then("The road is shut, the Courier reports.", "on Monday") == "The road is shut, the Courier reported on Monday."
    assert told_then("Two are missing, Boro said, according to Radio Nine.", "at 09:00 UTC") == (
        "Two are missing, Boro said, according to Radio Nine at 09:00 UTC."
    )
    assert told_then("The road is shut.", "on Monday") is None


def test_a_plan_that_is_called_off_is_not_told_as_ahead(tmp_path: Path) -> None:
    told = (
        (
            "Osper Gazette",
            "2025-03-03T08:00:00Z",
            "Osper will hold its first night market on 14 June, the council said on Monday, with 120 stalls on Canal Street.\n\n"
            "Mayor Ana Boro said food from twelve countries would be sold.",
        ),
        (
            "Radio Nine",
            "2025-03-03T12:00:00Z",
            "A night market with 120 stalls is planned for Canal Street in Osper on 14 June.\n\nThe council will close the street "
            "to cars in July.",
        ),
        (
            "Coast Post",
            "2025-03-04T18:00:00Z",
            "Osper has cancelled the night market on Canal Street that it announced on Monday, the council said on Tuesday.\n\n"
            "Mayor Ana Boro said no firm had been found for the security.",
        ),
    )
    lines = texts(written(tmp_path, told))
    assert any("cancelled the night market" in line for line in lines)
    assert not any("will hold its first night market" in line or "is planned" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Osper has cancelled the night market on Canal Street.", {"market", "canal"}),
        ("The concert in Merle was called off on Friday.", {"concert"}),
        ("Vela has dropped its plan for a ferry line.", {"ferry", "line"}),
        ("The crane dropped its load on the quay.", set()),
        ("Osper may cancel the night market.", set()),
        ("Osper has not cancelled the night market.", set()),
    ],
)
def test_what_a_sentence_calls_off(text: str, things: set[str]) -> None:
    found = called_off(phrase(text))
    assert things <= found if things else not found


def test_a_toll_of_people_by_what_they_are_grows_too(tmp_path: Path) -> None:
    told = (
        (
            "Radio West",
            "2025-09-15T16:00:00Z",
            "Two workers have died after an explosion at the Orin plant near Vale, police said on Monday.\n\nThe plant makes "
            "paint.",
        ),
        (
            "City Wire",
            "2025-09-17T10:00:00Z",
            "A leaking valve led to the explosion that killed three workers at the Orin plant near Vale, inspectors said on "
            "Wednesday.\n\nProduction will start again in October.",
        ),
    )
    lines = texts(written(tmp_path, told))
    assert "killed three workers" in lines[0]
    assert not any("Two workers" in line for line in lines)


def test_who_is_no_longer_free_is_not_told_to_be_free(tmp_path: Path) -> None:
    told = (
        (
            "Post",
            "2025-04-07T12:00:00Z",
            "The trial of Ivo Marsh began in Quist on Monday.\n\nMarsh remains free on bail of 9,000 crowns.",
        ),
        (
            "Star",
            "2025-04-09T18:00:00Z",
            "A jury in Quist convicted Ivo Marsh of bribery.\n\nMarsh was taken into custody in court.",
        ),
    )
    assert not any("free on bail" in line for line in texts(written(tmp_path, told)))
