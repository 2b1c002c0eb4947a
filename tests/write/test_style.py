"""House style: what it changes, and that it changes no quotation, no name, and nothing the gate demands."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.config import Config, load_config, load_style
from copydesk.dossier import story
from copydesk.errors import ConfigError
from copydesk.inputs import Setup
from copydesk.records import Report, Sentence, StoryOutput
from copydesk.write import Style
from copydesk.write.casing import cased
from copydesk.write.spelling import redated, spelled

EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour" / "articles"


def sentences(report: Report) -> list[Sentence]:
    return [report.headline, report.dek, *(s for section in report.sections for s in section.sentences)]


def written(**style: object) -> StoryOutput:
    return story([EXAMPLE], Setup(config=Config().with_style(Style(**style))))  # type: ignore[arg-type]


def texts(output: StoryOutput) -> str:
    return "\n".join(s.text for d in output.dossiers for s in sentences(d.report))


def outside_quotations(text: str) -> str:
    return re.sub(r"“[^”]*”", "", text)


@pytest.fixture(scope="module")
def plain() -> StoryOutput:
    return story([EXAMPLE])


@pytest.fixture(scope="module")
def house() -> StoryOutput:
    return written(
        headline="title", verbs=("writes",), dates="March 31", spelling="US", banned=("suspended",), outlets={"The Hill": "Hill"}
    )


def test_a_default_style_changes_neither_the_report_nor_the_digits_of_the_settings(plain: StoryOutput) -> None:
    assert written() == plain
    assert Config().with_style(Style()).digest() == Config().digest()
    assert Config().with_style(Style(spelling="US")).digest() != Config().digest()


def test_every_sentence_in_house_style_passed_the_gate(house: StoryOutput) -> None:
    for dossier in house.dossiers:
        held = {a.id: a.text for a in dossier.articles}
        for sentence in sentences(dossier.report):
            assert sentence.verdict.label == "supported"
            assert all(held[p.article_id][p.start : p.end] == p.text for p in sentence.citations)


def test_a_style_is_followed(house: StoryOutput) -> None:
    told = outside_quotations(texts(house))
    assert not re.search(r"\breports(?:\.| that)", told)
    assert " writes" in told
    assert "suspended" not in told
    assert "harbor" in told
    assert "harbour" not in told
    assert "March 24" in told
    assert "24 March" not in told
    assert house.dossiers[0].story.headline.startswith("Two People Were Killed and 31 Hurt When a Car Ferry Struck")


def test_names_and_passages_keep_their_spelling(house: StoryOutput) -> None:
    assert "Harbour Master Ingrid Dalmo" in texts(house)
    assert any("harbour" in p.text for s in sentences(house.dossiers[0].report) for p in s.citations)


def test_what_needs_a_banned_word_is_left_out_with_the_reason(house: StoryOutput) -> None:
    reasons = [one.reason for one in house.dossiers[0].report.left_out]
    assert "it needs “suspended”, which the house style bans" in reasons


def test_a_headline_that_needs_a_banned_word_gives_way(plain: StoryOutput) -> None:
    output = written(banned=("killed", "ferries"))
    for dossier in output.dossiers:
        for sentence in sentences(dossier.report):
            assert not re.search(r"\b(killed|ferries)\b", outside_quotations(sentence.text), re.IGNORECASE)
            assert sentence.verdict.label == "supported"


def test_outlets_go_by_the_names_the_house_gives_them() -> None:
    told = texts(written(outlets={"Norvane Press Agency": "NPA"}))
    assert "NPA" in told
    assert "Norvane Press Agency" not in told


def test_words_per_form_hold_and_the_command_line_stands_above_them() -> None:
    config = Config().with_style(Style(words={"story": 120}))
    assert Setup(config=config).report_words == 120
    assert Setup(config=config, words=200).report_words == 200
    assert Setup(config=config, form="brief").report_words == 100
    report = story([EXAMPLE], Setup(config=config)).dossiers[0].report
    assert sum(len(s.text.split()) for s in sentences(report)) <= 120


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("spelings = 'US'", "unknown key spelings; did you mean spelling?"),
        ("[words]\nstroy = 200", "unknown key words.stroy; did you mean story?"),
        ("[words]\nbrief = 5", "words.brief: Expected a number from 40 to 2000"),
        ("headline = 'tittle'", "headline: Invalid enum value 'tittle'"),
        ("verbs = ['slams']", "verbs[0]: Invalid enum value 'slams'"),
        ("banned = 'slam'", "banned: Expected `array`, got `str`"),
        ("headline = ", "is not TOML"),
    ],
)
def test_a_broken_style_names_file_key_and_the_nearest_one(text: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as told:
        load_style(path)
    assert f"house.toml: {problem}" in str(told.value)


def test_the_configuration_holds_a_style_too(tmp_path: Path) -> None:
    path = tmp_path / "copydesk.toml"
    path.write_text("[style]\nspelling = 'UK'\n", encoding="utf-8")
    assert load_config(path).style == Style(spelling="UK")
    path.write_text("[style]\nspeling = 'UK'\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"unknown key style\.speling; did you mean spelling\?"):
        load_config(path)
    path.write_text("[wrte]\nwords = 300\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"unknown key wrte; did you mean write\?"):
        load_config(path)


@pytest.mark.parametrize(
    ("text", "spelling", "expected"),
    [
        ("The harbour was organised.", "US", "The harbor was organized."),
        ("The harbor was organized.", "UK", "The harbour was organised."),
        ("The Labour Party favoured it.", "US", "The Labour Party favored it."),
        ("Labour costs rose.", "US", "Labor costs rose."),
        ("He called it “a labour of honour”, a neighbour said.", "US", "He called it “a labour of honour”, a neighbor said."),
        ('It is "grey", not grey.', "US", 'It is "grey", not gray.'),
        ("The COLOUR stays.", "US", "The COLOUR stays."),
        ("Harbour said so.", "US", "Harbour said so."),
        ("The meter read 5.", "UK", "The meter read 5."),
    ],
)
def test_spelling(text: str, spelling: str, expected: str) -> None:
    assert spelled(text, spelling, frozenset({"Harbour"})) == expected  # type: ignore[arg-type]


@given(st.text())
def test_there_and_back_is_the_same_in_american(text: str) -> None:
    american = spelled(text, "US", frozenset())
    assert spelled(spelled(american, "UK", frozenset()), "US", frozenset()) == american


@pytest.mark.parametrize(
    ("text", "month_first", "expected"),
    [
        ("It opens on 24 March 2026.", True, "It opens on March 24, 2026."),
        ("It opens on March 24, 2026, he said.", False, "It opens on 24 March 2026, he said."),
        ("In March 2026 it opened.", False, "In March 2026 it opened."),
        ("“On 24 March”, he said.", True, "“On 24 March”, he said."),
        ("The 14 July Movement marched on 3 May.", True, "The 14 July Movement marched on May 3."),
    ],
)
def test_days(text: str, *, month_first: bool, expected: str) -> None:
    assert redated(text, month_first=month_first) == expected


@pytest.mark.parametrize(
    ("headline", "case", "expected"),
    [
        ("Ferry hits the pier of a town", "title", "Ferry Hits the Pier of a Town"),
        ("What the “old man and the sea” is up to", "title", "What the “old man and the sea” Is up To"),
        ("McDonald's, NASA and the EU agree", "title", "McDonald's, NASA and the EU Agree"),
        ("Ferry hits “old pier”", "up", "FERRY HITS “old pier”"),
        ("", "title", ""),
    ],
)
def test_case(headline: str, case: str, expected: str) -> None:
    assert cased(headline, case) == expected  # type: ignore[arg-type]


@given(st.text())
def test_case_changes_no_letter_but_its_case(text: str) -> None:
    assert cased(text, "title").casefold() == text.casefold()


def test_an_operation_that_does_not_exist_is_not_switched_off_in_silence(tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('[write]\noff = ["drop_als"]\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="did you mean drop_also"):
        load_config(settings)
