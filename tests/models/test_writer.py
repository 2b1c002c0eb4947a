"""A model that writes, behind a real server that misbehaves: what a user gets of it."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.models.authors import Behave, honest, said, with_sentence, writes
from tests.models.server import Reply, Server, data_of, serving
from tests.needs import library

from copydesk.config import Config
from copydesk.dossier import story
from copydesk.errors import MissingExtra, OutputError, UsageError
from copydesk.inputs import Setup, with_writer
from copydesk.models.config import WriterConfig
from copydesk.records import Report, StoryOutput

HONEST = writes(honest)
ARTICLE = Path(__file__).parents[2] / "examples" / "harbour" / "articles" / "gazette.html"
KEY = "sk-very-secret"


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    library("openai")
    for name in ("COPYDESK_API_KEY", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def setup() -> Setup:
    # The model of these tests words its sentences as the article does; what is done about that is tested at the gate.
    config = Config()
    return Setup(
        config=msgspec.structs.replace(config, write=msgspec.structs.replace(config.write, longest_run=0, article_share=0.0))
    )


@pytest.fixture(scope="module")
def offline(setup: Setup) -> Report:
    return story([ARTICLE], setup).dossiers[0].report


def asked(server: Server, **settings: object) -> WriterConfig:
    quick = {"longest_wait": 0.01, "timeout": 20, **settings}
    return msgspec.convert({"kind": "openai", "model": "tiny", "base_url": server.url, **quick}, WriterConfig)


def written(behave: Behave, setup: Setup, calls: Path | None = None, **settings: object) -> tuple[StoryOutput, Server, Setup]:
    with serving(behave) as server:
        ready = with_writer(setup, asked(server, **settings), calls)
        return story([ARTICLE], ready), server, ready


def report_of(output: StoryOutput) -> Report:
    return output.dossiers[0].report


def texts(report: Report) -> list[str]:
    return [report.headline.text, report.dek.text, *(s.text for section in report.sections for s in section.sentences)]


def first(*replies: Reply) -> Behave:
    """Return how a server behaves that gives these replies first and is honest then."""
    return lambda call, number: replies[number] if number < len(replies) else HONEST(call, number)


def test_a_model_words_the_report_and_the_report_says_so(setup: Setup) -> None:
    output, server, _ = written(HONEST, setup)
    report = report_of(output)
    assert report.written is not None
    assert (report.written.by_model, report.written.by_offline, report.written.failure) == (8, 0, None)
    assert "All 8 sentences, headline included, are worded by the model openai tiny." in report.disclosure
    assert output.run.writer.startswith("openai tiny: 8 sentences; offline writer")
    assert all(s.verdict.label == "supported" for section in report.sections for s in section.sentences)
    assert server.keys == ["none"]


def test_a_model_is_shown_claims_and_sentences_and_never_an_article(setup: Setup) -> None:
    output, server, _ = written(HONEST, setup)
    (article,) = output.dossiers[0].articles
    (system, user) = server.calls[0]["messages"]
    data = data_of(server.calls[0])
    assert article.text not in user["content"]
    assert len(user["content"]) < 1.5 * len(article.text) + 3_000
    assert article.title
    assert article.title not in user["content"] + system["content"]
    assert all(set(c) >= {"id", "kind", "independent", "passages"} for c in data["claims"])
    assert all(len(p["text"]) <= 400 and p["id"].startswith("p") for c in data["claims"] for p in c["passages"])
    assert str(ARTICLE) not in json.dumps(server.calls)
    assert server.calls[0]["stream"] is True


@pytest.mark.parametrize(
    "reply",
    [
        Reply("slow down", status=429),
        Reply("boom", status=500),
        Reply("overloaded", status=503),
        Reply("{" * 500, cut=True),
        Reply("x" * 500, unended=True),
        Reply(body=b'data: {"choices": [], "error": {"message": "boom"}}\n\n'),
        Reply(body=b'data: {"choices": [{"delta": {"content": "{"}\n\n'),
    ],
)
def test_what_goes_wrong_for_now_is_tried_again(reply: Reply, setup: Setup) -> None:
    output, server, _ = written(first(reply), setup)
    assert report_of(output).written is not None
    assert report_of(output).written.by_model == 8  # type: ignore[union-attr]
    assert len(server.calls) == 2


@pytest.mark.parametrize("known", ["json_object", "text"])
def test_a_form_or_setting_the_server_lacks_is_done_without(known: str, setup: Setup) -> None:
    forms = {"json_object": ("json_object", "text"), "text": ("text",)}[known]

    def behave(call: dict[str, Any], number: int) -> Reply:
        form = call.get("response_format", {}).get("type", "text")
        if "stream_options" in call:
            return Reply("Unknown parameter: stream_options", status=400)
        return HONEST(call, number) if form in forms else Reply("no such response_format", status=500)

    output, server, ready = written(behave, setup)
    assert report_of(output).written.by_model == 8  # type: ignore[union-attr]
    assert ready.tools.calls is not None
    assert ready.tools.calls.calls[-1].form == known
    assert "stream" in server.calls[-1]


def in_prose(call: dict[str, Any], number: int) -> Reply:
    told = HONEST(call, number).text.replace("]}]}", "],}]}")
    return Reply(f"<think>Two {{maybe}}</think>Here is the report:\n```json\n{told}\n```\nI hope it helps.")


def with_notes(data: dict[str, Any]) -> dict[str, Any]:
    report = honest(data)
    for one in report["sections"][0]["sentences"]:
        one["text"] += f" [{one['claims'][0]}, p1]"
    return report


def unstreamed(call: dict[str, Any], number: int) -> Reply:
    return Reply(body=Reply(HONEST(call, number).text).encoded())


@pytest.mark.parametrize(
    "behave", [in_prose, writes(with_notes), unstreamed, first(Reply("I am sorry, I cannot.")), first(Reply("{}"))]
)
def test_a_report_in_an_odd_form_is_read_or_asked_for_once_more(behave: Behave, setup: Setup) -> None:
    report = report_of(written(behave, setup)[0])
    assert report.written is not None
    assert report.written.by_model == 8
    assert not any("[" in text for text in texts(report))


GERMAN = "Zwei Menschen starben, als eine Fähre gegen die Mole fuhr."


def only(sentences: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return a report that opens with two sentences and has the others below."""
    headline, dek, *rest = sentences
    return {"headline": headline, "dek": dek, "sections": [{"heading": "What happened", "sentences": rest}]}


RUBBISH: dict[str, Behave] = {
    "prose": lambda _call, _number: Reply("The ferry crashed. That is all I know."),
    "nothing": lambda _call, _number: Reply(""),
    "html": lambda _call, _number: Reply(body=b"<html>It works!</html>"),
    "braces": lambda _call, _number: Reply("{" * 50_000),
    "nested": lambda _call, _number: Reply('{"headline":' * 5_000 + "}"),
    "empty": lambda _call, _number: Reply('{"headline": {"text": ""}, "dek": {"text": ""}, "sections": []}'),
    "invented ids": writes(lambda d: only(said("Two died.", claims=["c999"]) for _ in d["claims"])),
    "other language": writes(lambda d: only(said(GERMAN, claim) for claim in d["claims"])),
    "always 500": lambda _call, _number: Reply("boom", status=500),
    "always 429": lambda _call, _number: Reply("slow down", status=429),
    "key refused": lambda _call, _number: Reply(f"wrong key {KEY}", status=401),
    "no such model": lambda _call, _number: Reply("no such model", status=404),
    "always cut": lambda _call, _number: Reply("x" * 500, cut=True),
}


@pytest.mark.parametrize("what", RUBBISH)
def test_a_model_that_returns_rubbish_yields_the_offline_story_and_says_so(
    what: str, setup: Setup, offline: Report, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COPYDESK_API_KEY", KEY)
    log = tmp_path / "calls.jsonl"
    output, _, _ = written(RUBBISH[what], setup, log)
    report = report_of(output)
    assert texts(report) == texts(offline)
    assert report.left_out == offline.left_out
    assert report.written is not None
    assert report.written.failure
    assert report.written.by_model == 0
    assert report.written.failure in report.disclosure
    assert "not used for 1 of 1 stories" in output.run.writer
    assert KEY not in log.read_text() + repr(output)


def changed_number(data: dict[str, Any]) -> dict[str, Any]:
    report = honest(data)
    one = report["sections"][0]["sentences"][0]
    assert "100 passengers" in one["text"]
    one["text"] = one["text"].replace("100 passengers", "900 passengers")
    return report


def test_a_changed_number_is_never_printed(setup: Setup) -> None:
    output, server, ready = written(writes(changed_number), setup)
    report = report_of(output)
    assert not any("900" in text for text in texts(report))
    assert any("900" in left.text and "number" in left.reason for left in report.left_out)
    assert report.written is not None
    assert report.written.by_offline == 1  # the offline writer's sentence of that claim stands there
    assert any("100 passengers" in text for text in texts(report))
    assert ready.tools.calls is not None
    assert [c.task for c in ready.tools.calls.calls] == ["draft", "repair"]
    told = data_of(server.calls[1])
    assert told["failed"][0]["kind"] == "number"
    assert told["failed"][0]["passages_say"]
    assert len(told["claims"]) == 1


def test_a_sentence_that_is_repaired_is_the_model_s(setup: Setup) -> None:
    def behave(call: dict[str, Any], _: int) -> Reply:
        data = data_of(call)
        if "failed" in data:
            return Reply(json.dumps(said(data["sentence"].replace("900", "100"), data["claims"][0])))
        return Reply(json.dumps(changed_number(data)))

    report = report_of(written(behave, setup)[0])
    assert report.written is not None
    assert (report.written.by_model, report.written.by_offline) == (8, 0)


def plain_statement(data: dict[str, Any]) -> dict[str, Any]:
    report = honest(data)
    for one in report["sections"][0]["sentences"]:
        one["text"] = one["text"].partition(": ")[2]
    return report


def test_what_one_origin_carries_is_given_to_it_whatever_the_model_says(setup: Setup) -> None:
    report = report_of(written(writes(plain_statement), setup)[0])
    assert all("Gazette" in text or "report" in text for text in texts(report))


@pytest.mark.parametrize("telling", ["All outlets report that", "Several reports say that", "Nine reports say that"])
def test_a_model_cannot_make_many_reports_of_one(telling: str, setup: Setup) -> None:
    def make(data: dict[str, Any]) -> dict[str, Any]:
        report = plain_statement(data)
        for one in report["sections"][0]["sentences"]:
            one["text"] = f"{telling} {one['text'][0].lower()}{one['text'][1:]}"
        return report

    assert not any(telling[:5] in text for text in texts(report_of(written(writes(make), setup)[0])))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Two died <b>here</b>.", "markup"),
        ("See https://example.org for more.", "markup"),
        ("Two died\u200b here.", "nobody sees"),
        ("Two died. " * 100, "longer than"),
    ],
)
def test_a_sentence_that_cannot_stand_in_a_report_is_left_out(text: str, why: str, setup: Setup) -> None:
    report = report_of(written(with_sentence(said(text)), setup)[0])
    assert any(why in left.reason for left in report.left_out)
    assert report.written is not None
    assert report.written.by_model == 8


def test_a_heading_states_nothing(setup: Setup) -> None:
    def make(data: dict[str, Any]) -> dict[str, Any]:
        report = honest(data)
        report["sections"][0]["heading"] = "Mayor arrested for bribery"
        return report

    headings = [section.heading for section in report_of(written(writes(make), setup)[0]).sections]
    assert headings == ["What happened"]


def test_every_call_is_kept_and_holds_no_text(setup: Setup, tmp_path: Path) -> None:
    log = tmp_path / "calls.jsonl"
    settings = {"price_in": 2.0, "price_out": 10.0}
    written(first(Reply("slow down", status=429)), setup, log, **settings)
    written(HONEST, setup, log, **settings)
    calls = [json.loads(line) for line in log.read_text().splitlines()]
    assert [c["outcome"] for c in calls] == ["the server answered 429: slow down", "answered", "answered"]
    assert {c["prompt"] for c in calls} == {"writer-2"}
    assert len({c["input"] for c in calls}) == 1  # the same articles are asked about in the same words
    assert [c["tokens_in"] for c in calls] == [0, 100, 100]
    assert [c["cost"] for c in calls] == [0.0, pytest.approx(0.0003), pytest.approx(0.0003)]
    assert all(c["seconds"] >= 0 for c in calls)
    assert set(calls[0]) == {"model", "task", "prompt", "input", "form", "outcome", "tokens_in", "tokens_out", "seconds", "cost"}


@pytest.mark.parametrize(
    "settings", [{"most_tokens": 4_500}, {"most_cost": 0.001, "price_in": 1.0, "price_out": 1.0}, {"most_calls": 1}]
)
def test_a_budget_is_a_hard_stop(settings: dict[str, Any], setup: Setup) -> None:
    behave = first(Reply("this is no report", tokens=5_000))
    output, server, _ = written(behave, setup, **settings)
    assert report_of(output).written.failure == "what the run may take is spent"  # type: ignore[union-attr]
    assert len(server.calls) <= 1


def test_progress_is_told_while_the_model_writes(setup: Setup) -> None:
    seen: list[tuple[str, int, int]] = []
    written(HONEST, replace(setup, progress=lambda *told: seen.append(told)))
    pieces = [done for stage, done, total in seen if stage == "answer" and total == 4_000]
    assert max(pieces) > 10


def test_what_is_missing_is_named_with_the_way_out(setup: Setup, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refused(error: type[Exception], match: str, calls: Path | None = None, **settings: object) -> None:
        with pytest.raises(error, match=match):
            with_writer(setup, msgspec.convert({"kind": "openai", **settings}, WriterConfig), calls)

    refused(UsageError, "--model NAME")
    refused(UsageError, "COPYDESK_API_KEY or OPENAI_API_KEY", model="x")
    refused(UsageError, "http://localhost", model="x", base_url="localhost:1")
    refused(UsageError, "--price-in", model="x", base_url="http://localhost", most_cost=1.0)
    foreign = tmp_path / "article.txt"
    foreign.write_text("An article.")
    refused(OutputError, "no log of calls", foreign, model="x", base_url="http://localhost")
    refused(OutputError, "--calls", tmp_path / "none" / "calls.jsonl", model="x", base_url="http://localhost")
    assert foreign.read_text() == "An article."
    monkeypatch.setitem(__import__("sys").modules, "openai", None)
    refused(MissingExtra, r"pip install 'copydesk\[llm\]'", model="x", base_url="http://localhost")


@pytest.mark.parametrize("field", ['name="robots" content="noai"', 'name="tdm-reservation" content="1"'])
def test_what_its_page_reserves_is_not_shown_to_a_model(field: str, setup: Setup, tmp_path: Path) -> None:
    page = tmp_path / "gazette.html"
    page.write_text(ARTICLE.read_text(encoding="utf-8").replace("<head>", f"<head><meta {field}>", 1), encoding="utf-8")
    with serving(HONEST) as server:
        report = report_of(story([page], with_writer(setup, asked(server))))
        shown = json.dumps(server.calls)
    assert "The whole deck tilted" not in shown
    assert "hospital appointment" not in shown
    assert report.written is not None
    assert report.written.by_model == 0
    assert report.headline.text
