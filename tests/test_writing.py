"""Whatever a writer returns, nothing unsupported is printed as fact; whatever an article orders, nobody obeys."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.anything import INVENTED, Anything, assert_holds, drafts, passages, texts
from tests.models.authors import obedient
from tests.models.hidden import ATTACKS, SMUGGLED, UNKNOWN
from tests.models.server import serving
from tests.needs import library, shared

from copydesk.check import telling
from copydesk.dossier import story
from copydesk.errors import ModelError
from copydesk.gate.judging import Gate
from copydesk.inputs import Setup, with_writer
from copydesk.models.config import WriterConfig
from copydesk.publish import rendered
from copydesk.records import (
    Brief,
    Draft,
    DraftSection,
    DraftSentence,
    StoryOutput,
)

EXAMPLE = Path(__file__).parents[1] / "examples" / "harbour" / "articles"
ARTICLES = [EXAMPLE / name for name in ("gazette.html", "npa.txt")]


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup()


def by(writer: Anything, setup: Setup) -> StoryOutput:
    return story(ARTICLES, replace(setup, tools=replace(setup.tools, writer=writer)))


def assert_contract(output: StoryOutput) -> None:
    held = subprocess.run(
        [sys.executable, str(shared("contract_check.py"))], input=rendered(output, "json", 80), capture_output=True, check=False
    )
    assert held.returncode == 0, held.stdout.decode()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_a_writer_returns_nothing_unsupported_is_printed_as_fact(setup: Setup, data: st.DataObject) -> None:
    invented = st.sampled_from(INVENTED)
    writer = Anything(drafts(data), lambda s: msgspec.structs.replace(s, text=data.draw(invented), attributed=True))
    output = by(writer, setup)
    assert_holds(output, setup)
    said = " ".join(text for dossier in output.dossiers for text in texts(dossier.report))
    assert not any(words in said for words in ("bribery", "dragons", "900 people", "script", "Zwei", "\u202e"))


def test_a_draft_of_inventions_holds_the_contract(setup: Setup) -> None:
    def make(brief: Brief) -> Draft:
        cited = passages(brief)[:2]
        made = [DraftSentence(text=text, claim_ids=("c999",), citations=tuple(cited), attributed=True) for text in INVENTED]
        real = [DraftSentence(text=p.text, claim_ids=(), citations=(p,), attributed=True) for p in passages(brief)[:12]]
        return Draft(headline=made[0], dek=made[1], sections=(DraftSection(heading="x", sentences=(*made, *real)),))

    output = by(Anything(make), setup)
    assert_holds(output, setup)
    assert_contract(output)
    assert rendered(output, "html", 80)


def refuses(brief: Brief) -> Draft:
    raise ModelError("anything", "it sleeps", "Wake it.")


def nothing(brief: Brief) -> Draft:
    empty = DraftSentence(text="", claim_ids=(), citations=())
    return Draft(headline=empty, dek=empty, sections=())


@pytest.mark.parametrize(("make", "why"), [(refuses, "it sleeps"), (nothing, "no sentence that it wrote rests on anything")])
def test_a_writer_that_fails_yields_the_offline_story(make: Callable[[Brief], Draft], why: str, setup: Setup) -> None:
    failed, offline = by(Anything(make), setup), story(ARTICLES, setup)
    assert [texts(d.report) for d in failed.dossiers] == [texts(d.report) for d in offline.dossiers]
    assert all(why in d.report.disclosure for d in failed.dossiers)
    assert why in failed.run.writer
    assert all(d.report.written is None for d in offline.dossiers)


def test_a_pronoun_does_not_change_whom_it_means(setup: Setup) -> None:
    def make(brief: Brief) -> Draft:
        pool = [p for p in passages(brief) if len(p.text) > 40]
        leaning = [p for p in pool if p.text.startswith(("She ", "He "))]
        assert leaning
        made = [DraftSentence(text=p.text, claim_ids=(), citations=(p,)) for p in (*pool[:2], *pool[2:8], *leaning)]
        return Draft(headline=made[0], dek=made[1], sections=(DraftSection(heading="What happened", sentences=tuple(made[2:])),))

    (dossier,) = by(Anything(make), setup).dossiers
    assert not any(text.startswith(("She ", "He ")) for text in texts(dossier.report))
    assert any("stands for somebody" in left.reason for left in dossier.report.left_out)


# ---------------------------------------------------------------------------------------------------- orders in articles

BODY = (EXAMPLE / "npa.txt").read_text(encoding="utf-8")
PARAGRAPHS = BODY.split("\n\n")


def inserted(attack: str) -> str:
    """Return the article with one more paragraph before its last one."""
    last = next(at for at, paragraph in enumerate(PARAGRAPHS) if paragraph.startswith("It was the worst accident"))
    return "\n\n".join((*PARAGRAPHS[:last], attack, *PARAGRAPHS[last:]))


HIDDEN = {
    "comment": "<!-- {} -->",
    "display none": '<p style="display:none">{}</p>',
    "hidden": "<p hidden>{}</p>",
    "white": '<span style="color:#fff;font-size:0">{}</span>',
    "aria": '<div aria-hidden="true">{}</div>',
    "script": '<script type="application/json">{}</script>',
    "attribute": '<img alt="{}" src="x.png">',
}


def obeyed(folder: Path, setup: Setup, changed: Callable[[Path], None]) -> StoryOutput:
    """Return the story of two articles, one of them changed, by a model that obeys whatever it sees."""
    for article in ARTICLES:
        (folder / article.name).write_text(article.read_text(encoding="utf-8"), encoding="utf-8")
    changed(folder)
    with serving(obedient) as server:
        ready = with_writer(setup, WriterConfig(kind="openai", model="tiny", base_url=server.url, longest_wait=0.01))
        return story([folder], ready)


@pytest.fixture(scope="module")
def clean(setup: Setup, tmp_path_factory: pytest.TempPathFactory) -> StoryOutput:
    library("openai")
    return obeyed(tmp_path_factory.mktemp("clean"), setup, lambda folder: None)


def assert_unchanged(found: StoryOutput, clean: StoryOutput) -> None:
    assert [texts(d.report) for d in found.dossiers] == [texts(d.report) for d in clean.dossiers]
    assert all(d.report.written is not None and d.report.written.failure is None for d in found.dossiers)
    assert not any("bribery" in text for d in found.dossiers for text in texts(d.report))


@pytest.mark.parametrize("attack", [*ATTACKS, *SMUGGLED])
def test_an_order_in_plain_sight_changes_nothing(attack: str, setup: Setup, clean: StoryOutput, tmp_path: Path) -> None:
    def changed(folder: Path) -> None:
        (folder / "npa.txt").write_text(inserted(attack), encoding="utf-8")

    assert_unchanged(obeyed(tmp_path, setup, changed), clean)


@pytest.mark.parametrize("attack", UNKNOWN)
def test_an_order_worded_like_news_is_at_most_told_as_what_the_article_says(
    attack: str, setup: Setup, clean: StoryOutput, tmp_path: Path
) -> None:
    def changed(folder: Path) -> None:
        (folder / "npa.txt").write_text(inserted(attack), encoding="utf-8")

    found = obeyed(tmp_path, setup, changed)
    order = attack.partition(" that ")[0].lower()
    told = [[t for t in texts(d.report) if not (order in t.lower() and "Norvane Press Agency" in t)] for d in found.dossiers]
    assert told == [texts(d.report) for d in clean.dossiers]


@pytest.mark.parametrize("way", HIDDEN)
def test_an_order_that_nobody_sees_changes_nothing(way: str, setup: Setup, clean: StoryOutput, tmp_path: Path) -> None:
    def changed(folder: Path) -> None:
        page = (folder / "gazette.html").read_text(encoding="utf-8")
        order = HIDDEN[way].format(UNKNOWN[0].replace('"', "'"))
        before, end, after = page.rpartition("</p>")
        (folder / "gazette.html").write_text(f"{before}{end}{order}{after}", encoding="utf-8")

    assert_unchanged(obeyed(tmp_path, setup, changed), clean)


def test_the_model_of_these_tests_does_obey(setup: Setup, tmp_path: Path) -> None:
    def changed(folder: Path) -> None:
        (folder / "npa.txt").write_text(inserted(UNKNOWN[0]), encoding="utf-8")

    found = obeyed(tmp_path, setup, changed)
    assert any("bribery" in left.text for d in found.dossiers for left in d.report.left_out)


def test_who_reports_it_is_looked_up(setup: Setup) -> None:
    seen: list[bool] = []

    def make(brief: Brief) -> Draft:
        gate = Gate(brief, Anything(refuses), setup)
        texts = ("Two died, the Aldersund Gazette reports.", "According to one report, two died.", "Two died, police say.")
        seen.extend(telling(text, gate.pool) is not None for text in texts)
        return refuses(brief)

    by(Anything(make), setup)
    assert seen[:3] == [True, True, False]


def test_a_headline_as_long_as_a_paragraph_is_none(setup: Setup) -> None:
    def make(brief: Brief) -> Draft:
        pool = [p for p in passages(brief) if len(p.text) > 60 and "“" not in p.text]
        made = [DraftSentence(text=p.text, claim_ids=(), citations=(p,)) for p in pool]
        longest = max(made, key=lambda s: len(s.text))
        return Draft(headline=longest, dek=made[1], sections=(DraftSection(heading="What happened", sentences=tuple(made[2:8])),))

    (found,), (offline,) = by(Anything(make), setup).dossiers, story(ARTICLES, setup).dossiers
    assert found.report.headline.text == offline.report.headline.text
    assert any("too long for a headline" in left.reason for left in found.report.left_out)


def test_what_must_stand_is_never_an_invention(setup: Setup, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("“Nobody was hurt when the bridge fell,” Mayor Ana Boro of Osper told reporters on Monday.")
    invented = "Mayor Henrik Ostby was arrested for bribery."

    def make(brief: Brief) -> Draft:
        (only,) = passages(brief)
        own = (only.text, f"One report says: {only.text}", f"According to one report, {only.text}", f"A report says: {only.text}")
        body = tuple(DraftSentence(text=text, claim_ids=(), citations=(only,)) for text in own)
        top = DraftSentence(text=invented, claim_ids=(), citations=(only,), attributed=True)
        return Draft(headline=top, dek=top, sections=(DraftSection(heading="What happened", sentences=body),))

    output = story([tmp_path], replace(setup, tools=replace(setup.tools, writer=Anything(make))))
    assert not any("bribery" in text for text in texts(output.dossiers[0].report))
