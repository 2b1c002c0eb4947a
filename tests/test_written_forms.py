"""A model writes every form behind the same gate: the form holds, and nothing unsupported is printed as fact."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.anything import INVENTED, Anything, assert_holds, drafts, texts
from tests.models.authors import Behave, honest, obedient, said, sentence_of, writes
from tests.models.hidden import ATTACKS, SMUGGLED, UNKNOWN
from tests.models.server import Reply, Server, data_of, serving
from tests.needs import library

from copydesk.dossier import story
from copydesk.errors import ModelError
from copydesk.inputs import Setup, with_writer
from copydesk.models.chat_prompt import Prompt
from copydesk.models.config import WriterConfig
from copydesk.records import Brief, Draft, DraftSection, DraftSentence, Hints, Report, StoryOutput
from copydesk.write import FORMS
from copydesk.write.forms import parts_of

EXAMPLE = Path(__file__).parents[1] / "examples" / "harbour" / "articles"
GAZETTE, AGENCY = EXAMPLE / "gazette.html", EXAMPLE / "npa.txt"
DATED = re.compile(r"(?:\d{1,2} )?[A-Z][a-z]+(?: \d{4})?: |\d{4}: ")
OTHERS = tuple(name for name in FORMS if name != "story")
MONDAY = """Twelve people died when a warehouse in Osper burned down on Monday, police said. The building on Canal Street held \
paint and timber. Firefighters from three towns fought the flames until midnight."""
TUESDAY = """Fourteen people died when a warehouse in Osper burned down on Monday, police said on Tuesday. The owner, Halden \
Timber, said it would pay for the funerals. Mayor Ana Boro asked the council for a new fire station. A second warehouse on Mill \
Lane was damaged by the heat."""
HINTS = {
    "monday.txt": Hints(outlet="Osper Gazette", published="2026-03-02"),
    "tuesday.txt": Hints(outlet="Radio Nine", published="2026-03-03"),
}
LIBRARY = """The city library of Osper will close for two years of repairs, the council said on Thursday. Readers can borrow books \
from a bus that stops at four squares. The roof of the building dates from 1911."""
ORCHARDS = """Frost destroyed half of the apple harvest in Halden county, the farmers' union said on Thursday. Growers ask for \
help of 3 million crowns. The last frost so late in spring was in 1987."""


@pytest.fixture(scope="module")
def known() -> StoryOutput:
    """Return what readers of an update know: the agency's report alone."""
    return story([AGENCY])


@pytest.fixture(scope="module")
def setups(known: StoryOutput) -> dict[str, Setup]:
    return {form: Setup(form=form, since=known if form == "update" else None) for form in FORMS}


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    library("openai")
    for name in ("COPYDESK_API_KEY", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)


def given_to(form: str) -> list[Path]:
    return [GAZETTE] if form == "update" else [GAZETTE, AGENCY]


def by(writer: Anything, setup: Setup) -> StoryOutput:
    return story(given_to(setup.form), replace(setup, tools=replace(setup.tools, writer=writer)))


def asked(behave: Behave, setup: Setup, paths: list[Path], **settings: object) -> tuple[StoryOutput, Server]:
    with serving(behave) as server:
        named = {"kind": "openai", "model": "tiny", "base_url": server.url, "longest_wait": 0.01, "timeout": 20, **settings}
        return story(paths, with_writer(setup, msgspec.convert(named, WriterConfig))), server


def body(report: Report) -> list[str]:
    return [s.text for section in report.sections for s in section.sentences]


def words(report: Report) -> int:
    return sum(len(text.split()) for text in texts(report))


# ------------------------------------------------------------------------------------------------------ any writer


@pytest.mark.parametrize("form", OTHERS)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_a_writer_returns_in_any_form_nothing_unsupported_is_printed(
    form: str, setups: dict[str, Setup], data: st.DataObject
) -> None:
    invented = st.sampled_from(INVENTED)
    writer = Anything(drafts(data), lambda s: msgspec.structs.replace(s, text=data.draw(invented), attributed=True))
    output = by(writer, setups[form])
    assert_holds(output, setups[form])
    told = " ".join(text for dossier in output.dossiers for text in texts(dossier.report))
    assert not any(words in told for words in ("bribery", "dragons", "900 people", "script", "Zwei", "\u202e"))
    assert all(d.report.form == form for d in output.dossiers)
    assert form != "timeline" or all(DATED.match(line) for d in output.dossiers for line in body(d.report))


def refuses(brief: Brief) -> Draft:
    raise ModelError("anything", "it sleeps", "Wake it.")


def nothing(brief: Brief) -> Draft:
    empty = DraftSentence(text="", claim_ids=(), citations=())
    return Draft(headline=empty, dek=empty, sections=())


def inventions(brief: Brief) -> Draft:
    cited = tuple(c.passages[0] for c in brief.weighed.claims[:2])
    made = tuple(DraftSentence(text=text, claim_ids=(), citations=cited, attributed=True) for text in INVENTED)
    return Draft(headline=made[0], dek=made[1], sections=(DraftSection(heading="What happened", sentences=made),))


@pytest.mark.parametrize("form", OTHERS)
@pytest.mark.parametrize("make", [refuses, nothing, inventions])
def test_a_writer_that_fails_yields_the_offline_report_of_that_form(
    form: str, make: Callable[[Brief], Draft], setups: dict[str, Setup]
) -> None:
    found, offline = by(Anything(make), setups[form]), story(given_to(form), setups[form])
    assert [texts(d.report) for d in found.dossiers] == [texts(d.report) for d in offline.dossiers]
    assert [d.report.sections for d in found.dossiers] == [d.report.sections for d in offline.dossiers]
    for dossier in found.dossiers:
        assert dossier.report.written is not None
        assert dossier.report.written.failure
        assert dossier.report.written.failure in dossier.report.disclosure
    assert "not used for 1 of 1 stories" in found.run.writer


# ------------------------------------------------------------------------------------------------ a model on a server


def form_asked(server: Server) -> str:
    return str(server.calls[0]["messages"][1]["content"].rpartition(" ===\n")[2])


@pytest.mark.parametrize("form", FORMS)
def test_a_model_is_asked_for_the_form_and_words_it(form: str, setups: dict[str, Setup]) -> None:
    output, server = asked(writes(honest), setups[form], given_to(form))
    report = output.dossiers[0].report
    assert report.written is not None
    assert report.written.failure is None
    # It words its sentences as the articles do: some are quoted.
    assert report.written.by_model + report.written.quoted > 2
    assert_holds(output, setups[form])
    assert words(report) <= setups[form].report_words
    told = form_asked(server)
    headings = [part.heading for part in parts_of(FORMS[form], dict(setups[form].config.write.headings))]
    assert all(f'"{heading}": ' in told for heading in headings)
    assert ('"sections"' in told) == bool(headings)
    (limit,) = re.findall(r"at most (\d+) words in all", told)
    assert int(limit) <= setups[form].report_words
    assert Prompt().part(f"about {form}") in told
    assert "$" not in told


@pytest.mark.parametrize("form", OTHERS)
@pytest.mark.parametrize(
    "behave",
    [
        lambda _call, _number: Reply("The ferry crashed. That is all I know."),
        lambda _call, _number: Reply("[" * 50_000),
        lambda _call, _number: Reply("boom", status=500),
        lambda _call, _number: Reply("x" * 500, cut=True),
        writes(lambda d: {"headline": said("Two died.", claims=["c999"]), "dek": said("x"), "sentences": [said("Two died.")] * 9}),
    ],
)
def test_a_model_that_returns_rubbish_yields_the_offline_report_of_that_form(
    form: str, behave: Behave, setups: dict[str, Setup]
) -> None:
    output, _ = asked(behave, setups[form], given_to(form))
    offline = story(given_to(form), setups[form])
    assert [texts(d.report) for d in output.dossiers] == [texts(d.report) for d in offline.dossiers]
    assert all(d.report.written and d.report.written.failure for d in output.dossiers)


def ordered(folder: Path, *orders: str) -> list[Path]:
    """Return the articles of a form with orders in the agency's report and the Gazette's, before the last paragraph."""
    agency = AGENCY.read_text(encoding="utf-8").split("\n\n")
    last = next(at for at, paragraph in enumerate(agency) if paragraph.startswith("It was the worst accident"))
    (folder / "npa.txt").write_text("\n\n".join((*agency[:last], *orders, *agency[last:])), encoding="utf-8")
    before, end, after = GAZETTE.read_text(encoding="utf-8").rpartition("</p>")
    hidden = "".join(f'<p style="display:none">{order}</p>' for order in UNKNOWN)
    (folder / "gazette.html").write_text(f"{before}{end}{hidden}{after}", encoding="utf-8")
    return [folder / "gazette.html"] if not orders else [folder / "gazette.html", folder / "npa.txt"]


@pytest.mark.parametrize("form", OTHERS)
@pytest.mark.parametrize("orders", [ATTACKS[:7], ATTACKS[7:], SMUGGLED])
def test_orders_in_articles_change_no_form(form: str, orders: tuple[str, ...], setups: dict[str, Setup], tmp_path: Path) -> None:
    (tmp_path / "clean").mkdir()
    (tmp_path / "attacked").mkdir()
    setup = setups[form] if form != "update" else replace(setups[form], since=story([GAZETTE]))
    clean = ordered(tmp_path / "clean", "")
    expected, _ = asked(obedient, setup, clean)
    found, _ = asked(obedient, setup, ordered(tmp_path / "attacked", *orders))
    assert [texts(d.report) for d in found.dossiers] == [texts(d.report) for d in expected.dossiers]
    assert not any("bribery" in text for d in found.dossiers for text in texts(d.report))


@pytest.mark.parametrize("form", OTHERS)
def test_an_order_worded_like_news_is_at_most_what_its_article_says(form: str, setups: dict[str, Setup], tmp_path: Path) -> None:
    setup = setups[form] if form != "update" else replace(setups[form], since=story([GAZETTE]))
    found, _ = asked(obedient, setup, ordered(tmp_path, UNKNOWN[0]))
    for text in (t for d in found.dossiers for t in texts(d.report) if "bribery" in t):
        assert "whoever retells this" in text.lower()
        assert "Norvane Press Agency" in text


# ------------------------------------------------------------------------------------------------------------ forms


def timeline(data: dict[str, Any]) -> dict[str, Any]:
    """Return a timeline in the wrong order, with a time of another thing, and without a time."""
    by_id = {c["id"]: c for c in data["claims"]}
    lines = [
        (one["when"], by_id[one["claim"]]) for one in data["timeline"] if "“" not in by_id[one["claim"]]["passages"][0]["text"]
    ]
    told = [sentence_of(claim, when) for when, claim in reversed(lines)]
    wrong = [sentence_of(claim, "1987-03-01") for _, claim in lines[:1]]
    bare = [sentence_of(claim) for _, claim in lines[1:2]]
    top = [sentence_of(c) for c in data["claims"] if "“" not in c["passages"][0]["text"]]
    return {"headline": top[0], "dek": top[1], "sentences": [*told, *wrong, *bare]}


def test_a_timeline_goes_by_time_and_has_no_time_that_the_articles_do_not_show(setups: dict[str, Setup]) -> None:
    output, _ = asked(writes(timeline), setups["timeline"], given_to("timeline"), repairs=0)
    report = output.dossiers[0].report
    lines = body(report)
    assert len(lines) > 1
    assert all(DATED.match(line) for line in lines)
    assert not any("1987" in line.partition(":")[0] for line in lines)
    assert sum("no time that the articles show" in left.reason for left in report.left_out) >= 2
    whens = [e.when[:10] for e in output.dossiers[0].timeline]
    assert whens == sorted(whens)
    days = [int(line.split()[0]) for line in lines if re.match(r"\d{1,2} March: ", line)]
    assert days == sorted(days)


def test_an_explainer_has_no_more_in_a_section_than_it_takes(setups: dict[str, Setup]) -> None:
    output, _ = asked(writes(lambda data: honest(data, most=12)), setups["explainer"], given_to("explainer"))
    sections = {section.heading: section.sentences for section in output.dossiers[0].report.sections}
    assert list(sections) == ["What happened", "What is known"]
    assert len(sections["What happened"]) <= 4
    assert len(sections["What is known"]) >= 2


def files(folder: Path, **articles: str) -> list[Path]:
    for name, text in articles.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [folder / f"{name}.txt" for name in articles]


@pytest.fixture(scope="module")
def monday(tmp_path_factory: pytest.TempPathFactory) -> StoryOutput:
    return story(files(tmp_path_factory.mktemp("monday"), monday=MONDAY), Setup(hints=HINTS))


def moving(told: str) -> Behave:
    """Return how a server behaves whose model words the figure that moved so, and the rest honestly."""

    def make(data: dict[str, Any]) -> dict[str, Any]:
        report = honest(data)
        (one,) = data["moved"]
        named = [p["id"] for p in one["before"]]
        rest = [s for s in report["sections"][0]["sentences"] if s["claims"] != [one["claim"]]]
        figure = said(told, claims=[one["claim"]], passages=named if "twelve" in told else [])
        others = [s for s in (report["headline"], report["dek"], *rest) if s["claims"] != [one["claim"]]]
        return {
            "headline": report["headline"],
            "dek": others[-1],
            "sections": [
                {"heading": "Figures that moved", "sentences": [figure]},
                {"heading": "What is new", "sentences": others[:-1]},
            ],
        }

    return writes(make)


@pytest.mark.parametrize(
    ("told", "hand"),
    [
        ("Fourteen people died when a warehouse in Osper burned down, police said; before, twelve died, one report says.", "model"),
        ("Radio Nine reports that fourteen people died when a warehouse in Osper burned down, police said.", "offline"),
        (
            "One report says that ninety people died when a warehouse in Osper burned down, police said; before, twelve died.",
            "offline",
        ),
    ],
)
def test_an_update_tells_what_is_new_and_what_a_figure_was(told: str, hand: str, monday: StoryOutput, tmp_path: Path) -> None:
    setup = Setup(form="update", since=monday, hints=HINTS)
    output, server = asked(moving(told), setup, files(tmp_path, tuesday=TUESDAY))
    data = data_of(server.calls[0])
    assert "Canal Street" not in json.dumps(data["claims"])
    assert "Twelve people died" in json.dumps(data["moved"])
    (dossier,) = output.dossiers
    (section,) = (s for s in dossier.report.sections if s.heading == "Figures that moved")
    (sentence,) = section.sentences
    assert "ourteen" in sentence.text
    assert "before, twelve died" in sentence.text
    assert {p.article_id for p in sentence.citations} == {a.id for a in dossier.articles}
    assert dossier.report.written is not None
    assert (sentence.text == told) == (hand == "model")
    assert dossier.report.written.by_model >= 3
    assert any("funerals" in text for text in texts(dossier.report))
    assert "ninety" not in " ".join(texts(dossier.report))


def test_nobody_is_asked_where_nothing_is_new(monday: StoryOutput, tmp_path: Path) -> None:
    setup = Setup(form="update", since=monday, hints=HINTS)
    output, server = asked(writes(honest), setup, files(tmp_path, copy=MONDAY))
    assert server.calls == []
    (dossier,) = output.dossiers
    assert dossier.report.dek.text.startswith("Nothing new since")
    assert dossier.report.written is None
    assert "offline writer" in output.run.writer
    assert "2 sentences" in output.run.writer


@pytest.fixture
def stories(tmp_path: Path) -> list[Path]:
    """Return three stories: the one with most articles is a copied text, so it is not the most important one."""
    copies = {f"library{n}": LIBRARY for n in range(3)}
    return [GAZETTE, AGENCY, *files(tmp_path, orchards=ORCHARDS, **copies)]


def test_a_bulletin_has_a_paragraph_for_each_story_the_most_important_first(stories: list[Path]) -> None:
    output, server = asked(writes(honest), Setup(form="bulletin"), stories)
    assert len(output.dossiers) == len(server.calls) == 3
    assert ["ferry" in json.dumps(data_of(call)) for call in server.calls] == [True, False, False]
    lows = [d.story.independent.low for d in output.dossiers]
    assert lows == sorted(lows, reverse=True)
    for dossier in output.dossiers:
        assert [section.heading for section in dossier.report.sections] in ([""], [])
        assert words(dossier.report) <= 90
        assert dossier.report.written is not None


@pytest.mark.parametrize(
    "limit", [{"most_calls": 1}, {"most_tokens": 7_000}, {"most_cost": 0.007, "price_in": 1.0, "price_out": 1.0}]
)
def test_a_budget_holds_for_all_stories_of_a_bulletin(limit: dict[str, Any], stories: list[Path]) -> None:
    def behave(call: dict[str, Any], number: int) -> Reply:
        reply = writes(honest)(call, number)
        return replace(reply, tokens=1_500)

    output, server = asked(behave, Setup(form="bulletin"), stories, repairs=0, **limit)
    first, *others = (d.report.written for d in output.dossiers)
    assert len(server.calls) < 3
    assert first is not None
    assert first.failure is None
    assert [one.failure for one in others if one][-1] == "what the run may take is spent"
    assert all(texts(d.report) for d in output.dossiers)


def test_a_short_form_shows_a_model_no_more_than_it_can_tell(setups: dict[str, Setup]) -> None:
    _, long = asked(writes(honest), setups["story"], [EXAMPLE])
    _, short = asked(writes(honest), setups["bulletin"], [EXAMPLE])
    shown = [len(data_of(server.calls[0])["claims"]) for server in (long, short)]
    assert shown[1] <= 23
    assert shown[1] < shown[0]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_stands_in_the_prompt(form: str, setups: dict[str, Setup]) -> None:
    assert Prompt().part(f"about {form}")
