import pytest
from tests.mark.conftest import Marker

from copydesk.mark import MarkConfig, MarkContext
from copydesk.records import Block

# sentence, credited outlet, scope. All outlets are invented: no table knows them.
CREDITED = [
    ("The council will build the bridge, reported The Lantern.", "The Lantern", "fact"),
    ("The Lantern reported that the council will build the bridge.", "The Lantern", "fact"),
    ("The council will build it, the Davor Times reported on Monday.", "Davor Times", "fact"),
    ("The plan was first reported by The Lantern.", "The Lantern", "fact"),
    ("The plan, first reported by Vesna News, is old.", "Vesna News", "fact"),
    ("According to the Ardania Post, the bridge is unsafe.", "Ardania Post", "fact"),
    ("The bridge is unsafe, according to a report by the Ardania Post.", "Ardania Post", "fact"),
    ("“It is unsafe,” Rada Venn told the Davor Herald.", "Davor Herald", "quote"),
    ("Venn said in an interview with the Davor Herald that it is unsafe.", "Davor Herald", "fact"),
    ("The newspaper Vesna reported that the bridge is unsafe.", "Vesna", "fact"),
    ("The bridge is unsafe, the Davor Gazette has learned.", "Davor Gazette", "fact"),
    ("A memo seen by the Ardania Journal says it is unsafe.", "Ardania Journal", "fact"),
]

CREDITED += [
    ("The Lantern is reporting that the bridge is unsafe.", "The Lantern", "fact"),
    ("The ministry confirmed to the Davor Times that it is unsafe.", "Davor Times", "fact"),
    ("The bridge is unsafe, as cited in the Davor Times.", "Davor Times", "fact"),
    ("The crack was first noted by the Davor Times.", "Davor Times", "fact"),
    ("The story was broken by The Lantern.", "The Lantern", "fact"),
    ("The Lantern broke the story on Monday.", "The Lantern", "fact"),
    ("The Lantern was first to report the crack.", "The Lantern", "fact"),
    ("The Lantern was the first to report the crack.", "The Lantern", "fact"),
    ("The Davor Times wrote that the bridge is unsafe.", "The Davor Times", "fact"),
    ("A memo obtained by the Davor Times calls it unsafe.", "Davor Times", "fact"),
]

CREDITED += [
    ("According to a report in the Davor Globe, the firm hid its losses.", "Davor Globe", "fact"),
    ("The Davor Times, citing two officials, said the bridge is unsafe.", "The Davor Times", "fact"),
    ("Rada Venn wrote in a column for the Davor Times that it is unsafe.", "Davor Times", "fact"),
    ("Per the Davor Times, the bridge is unsafe.", "Davor Times", "fact"),
    ("“It is unsafe,” an official was quoted as saying by the Davor Times.", "Davor Times", "quote"),
    ("The bridge is unsafe, the Davor Independent writes.", "Davor Independent", "fact"),
    ("Ardania’s Channel 12 said the bridge is unsafe.", "Channel 12", "fact"),
    ("Vesna news agency quoted the mayor as saying that it is unsafe.", "Vesna", "fact"),
    ("The mayor said in an interview with the Lantern newspaper that it is unsafe.", "Lantern", "fact"),
    ("The mayor said in an interview with French newspaper Vesna that it is unsafe.", "Vesna", "fact"),
    ("It is unsafe, according to documents reviewed by The Lantern.", "The Lantern", "fact"),
]


@pytest.mark.parametrize(("text", "name", "scope"), CREDITED)
def test_credit_to_an_outlet_never_seen(marked: Marker, text: str, name: str, scope: str) -> None:
    for known in (True, False):
        found = [c for c in marked(text, config=MarkConfig(known_outlets=known)).credits if c.scope != "mention"]
        assert [(c.name, c.scope) for c in found] == [(name, scope)]
        assert name in text[found[0].start : found[0].end]
        assert found[0].covers_start <= found[0].covers_end


NOT_CREDITED = [
    "Police reported two arrests.",
    "The ministry reported that the bridge is safe.",
    "The Ministry of Transport reported that the bridge is safe.",
    "NASA said the launch went well.",
    "The bridge is reportedly unsafe.",
    "According to the Transport Ministry, the bridge is safe.",
    "Vessar Motors told staff to stay at home.",
    "Vessar Motors reported a loss of $3 million.",
    "Rada Venn told reporters that she will go.",
    "Rada Venn reported the theft to the police.",
    "He wrote in a post on Chirper.",
    "According to Rada Venn, the bridge is safe.",
]

NOT_CREDITED += [
    "The ministry is reporting two deaths.",
    "The crack was first noted by Rada Venn.",
    "The window was broken by Rada Venn.",
    "Rada Venn was first to report the theft.",
    "Rada Venn wrote that the bridge is unsafe.",
    "A memo obtained by the police calls it unsafe.",
    "The Ardanian Geological Survey reported a quake.",
    "According to the Geological Survey, the quake was deep.",
    "Captain Piet Arl of the Marren Star said the ship was safe.",
    "The Marren Star capsized. The Marren Star said nothing for an hour.",
    "The bridge was built with materials provided by Davor Steel.",
    "Materials provided by Davor Steel were used.",
]

NOT_CREDITED += [
    "Vessar Motors, citing supply problems, said deliveries would slip.",
    "Judge Rada Venn, citing two precedents, wrote that the order was void.",
    "Several agencies, including the Coast Guard and the Navy, reported a quake.",
    "Retailers including Vessar and Marren reported weaker sales.",
    "Another news agency quoted the mayor as saying that it is unsafe.",
    "According to reports in a Davor newspaper, it is unsafe.",
    "Taxes must fall, Rada Venn writes.",
    "Taxes must fall, the Central Bank writes.",
    "Per the agreement, both sides will go.",
    "Per Olof Arl reported the theft.",
    "In a report for the Senate, the auditors found gaps.",
    "He told Rada Venn that he was sorry.",
]


@pytest.mark.parametrize("text", NOT_CREDITED)
def test_those_who_are_no_outlets_get_no_credit(marked: Marker, text: str) -> None:
    assert [c for c in marked(text).credits if c.scope != "mention"] == []


@pytest.mark.parametrize(
    "list_", ["News organizations including the Davor Herald and Vesna", "Several outlets, among them Vesna and the Davor Herald,"]
)
def test_every_outlet_of_a_list_is_credited(marked: Marker, list_: str) -> None:
    found = [c.name for c in marked(f"{list_} reported that the bridge is unsafe.").credits if c.scope == "fact"]
    assert sorted(found) == ["Davor Herald", "Vesna"]


BODY = "The council will build the bridge. It will cost a lot.\n\nWork begins soon. The river is deep and wide at Davor."
LINES = [
    (f"{BODY}\n\nSource: The Lantern", "The Lantern"),
    (f"By Ardania Press Agency\n\n{BODY}", "Ardania Press Agency"),
    (f"DAVOR (Vesna) — {BODY}", "Vesna"),
    (f"DAVOR, April 3 (Vesna) - {BODY}", "Vesna"),
    (f"{BODY} (APA)", "APA"),
    (f"{BODY}\n\nThis article was originally published by The Lantern.", "The Lantern"),
    (f"{BODY}\n\nStory source: Materials provided by University of Davor. Note: Content may be cut.", "University of Davor"),
    (f"{BODY}\n\nThis story first appeared in the Davor Times.", "Davor Times"),
]


@pytest.mark.parametrize(("text", "name"), LINES)
def test_credit_lines_cover_the_whole_article(marked: Marker, text: str, name: str) -> None:
    (credit,) = [c for c in marked(text).credits if c.scope == "article"]
    assert credit.name.removeprefix("the ") == name
    assert text[credit.covers_start : credit.covers_end].startswith(text[:3])


@pytest.mark.parametrize("line", ["By Rada Venn", "Photo: Vesna/Rada Venn", "By Rada Venn and Tomas Arl"])
def test_persons_and_photographs_credit_nobody(marked: Marker, line: str) -> None:
    assert [c for c in marked(f"{line}\n\n{BODY}").credits if c.scope != "mention"] == []


def test_the_report_refers_back_to_the_outlet_credited_before(marked: Marker) -> None:
    text = "The bridge is unsafe, reported The Lantern.\n\n“It will fall,” an engineer said, according to the report."
    first, back = marked(text).credits
    assert (back.name, back.back, back.scope) == ("The Lantern", True, "quote")
    assert not first.back
    assert "It will fall" in text[back.covers_start : back.covers_end]


def test_the_report_of_nobody_is_no_credit(marked: Marker) -> None:
    assert marked("The ministry published a report. The bridge is unsafe, according to the report.").credits == ()


def test_an_article_that_names_its_own_outlet_credits_nobody(marked: Marker) -> None:
    text = "“It is unsafe,” Rada Venn told the Davor Herald."
    assert marked(text, MarkContext(outlet="Davor Herald")).credits == ()


def test_an_outlet_that_is_merely_named_is_a_mention(marked: Marker) -> None:
    (credit,) = marked("A fire broke out near the Davor Times building.").credits
    assert credit.scope == "mention"
    assert credit.covers_start == credit.covers_end


@pytest.mark.parametrize(
    "text",
    [
        "The Morning Star sank off Davor.",
        "The ferry Evening Post hit a rock.",
        "The MV Polar Star hit a rock. The Polar Star is old.",
        "Meridian Post, the parcel firm, is closing depots.",
        "Mayor Jon Star left the hall at noon.",
    ],
)
def test_ships_firms_and_people_with_an_outlets_name_are_no_mention(marked: Marker, text: str) -> None:
    assert marked(text).credits == ()


def test_a_media_company_that_bears_an_outlets_name_is_one(marked: Marker) -> None:
    (credit,) = marked("The Davor Star, a newspaper, moved into the hall.").credits
    assert credit.name == "The Davor Star"


def test_markup_tells_that_a_name_is_an_outlet(marked: Marker) -> None:
    text = "The bridge is unsafe, according to Vesna."
    assert marked(text).credits == ()
    (credit,) = marked(text, MarkContext(markup_credits=("Vesna",))).credits
    assert credit.name == "Vesna"


@pytest.mark.parametrize("line", ["PELM, Kostria (KPA) —", "PELM (KPA)", "PELM, 3 April (KPA) -"])
def test_a_dateline_that_stands_as_a_block_of_its_own_credits(marked: Marker, line: str) -> None:
    text = f"{line} The bridge is unsafe."
    at = len(line) + 1
    blocks = (Block(start=0, end=at - 1, kind="credit"), Block(start=at, end=len(text)))
    (credit,) = marked(text, MarkContext(blocks=blocks)).credits
    assert (credit.name, credit.scope, credit.covers_start, credit.covers_end) == ("KPA", "article", at, len(text))


def test_a_country_in_a_dateline_is_no_agency(marked: Marker) -> None:
    assert marked(f"PARIS (France) — {BODY}").credits == ()


def test_a_headline_is_no_outlet_because_of_its_last_word(marked: Marker) -> None:
    assert marked("Builders Face Hard Times").credits == ()


def test_a_credit_block_counts_though_it_reports_nothing(marked: Marker) -> None:
    text = "The bridge is unsafe.\n\nSource: The Lantern"
    at = text.index("Source")
    blocks = (Block(start=0, end=at - 2), Block(start=at, end=len(text), kind="credit"))
    (credit,) = marked(text, MarkContext(blocks=blocks)).credits
    assert (credit.scope, credit.covers_start, credit.covers_end) == ("article", 0, at - 2)
