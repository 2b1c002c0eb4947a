"""One body of tests for everything that fulfils the Judge port, on real models: tiny ones, and one behind a real server."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.models.server import Reply, answer, data_of, serving
from tests.models.tiny import tiny_model
from tests.needs import library

from copydesk.models import load_judge
from copydesk.models.config import JudgeConfig
from copydesk.ports import Asked, Judge, Opinion

UNNAMED = {"0": "LABEL_0", "1": "LABEL_1"}
LOCAL: dict[str, Callable[[Path], Path]] = {
    "three labels": tiny_model,
    "three labels, no token types": lambda folder: tiny_model(folder, token_types=False),
    "two unnamed labels": lambda folder: tiny_model(folder, UNNAMED),
    "two unnamed labels, no token types": lambda folder: tiny_model(folder, UNNAMED, token_types=False),
    "two labels": lambda folder: tiny_model(folder, {"0": "unsupported", "1": "supported"}),
    "entailment or not": lambda folder: tiny_model(folder, {"0": "not_entailment", "1": "entailment"}),
    "one label": lambda folder: tiny_model(folder, {"0": "LABEL_0"}),
    "weights in a folder": lambda folder: tiny_model(folder, inside="onnx"),
}


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def by_words(call: dict[str, Any], _number: int) -> Reply:
    """Answer as the tiny models do."""
    data = data_of(call)
    passages = " ".join(data["passages"])
    lost = words(data["sentence"]) - words(passages)
    kind = "carried" if not lost else "contradicted" if "not" in lost else "neither"
    return Reply(answer(kind, 0.98, data["passages"][0]))


@pytest.fixture(scope="module", params=[*LOCAL, "server"])
def judge(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    if request.param == "server":
        library("openai")
        with serving(by_words) as server:
            yield load_judge("openai:tiny", server.url, JudgeConfig(timeout=20))
    else:
        library("onnxruntime")
        folder = LOCAL[request.param](tmp_path_factory.mktemp("tiny"))
        yield load_judge(f"nli:{folder}", None, JudgeConfig(batch=3))


PASSAGES = ("The council approved the plan on Tuesday.", "The ferry crew called off the voyage in the storm.")
CARRIED = Asked("The crew called off the voyage.", PASSAGES)
NEITHER = Asked("The residents had approved the old bridge.", PASSAGES)
CONTRADICTED = Asked("The council had not approved the plan.", PASSAGES)


def opinions(judge: Judge, *asked: Asked) -> list[Opinion]:
    return list(judge.judge(asked))


def assert_whole(opinion: Opinion) -> None:
    for value in (opinion.carried, opinion.contradicted):
        assert value is None or 0.0 <= value <= 1.0
    assert (opinion.carried is None) == bool(opinion.silence)


def test_a_judge_tells_what_is_carried_from_what_is_not(judge: Judge) -> None:
    carried, neither, contradicted = opinions(judge, CARRIED, NEITHER, CONTRADICTED)
    assert carried.carried is not None
    assert carried.carried > 0.9
    assert neither.carried is not None
    assert neither.carried < 0.1
    assert contradicted.carried is not None
    assert contradicted.carried < 0.1
    if contradicted.contradicted is not None:
        assert contradicted.contradicted > 0.9
        assert carried.contradicted is not None
        assert carried.contradicted < 0.1


def test_opinions_come_in_order_and_do_not_hang_on_what_stands_beside_them(judge: Judge) -> None:
    asked = [
        Asked(sentence.sentence, (*PASSAGES, "Officials said the bridge was closed. " * extra))
        for extra, sentence in enumerate((CARRIED, NEITHER, CONTRADICTED) * 3)
    ]
    together = opinions(judge, *asked)
    for opinion in together:
        assert_whole(opinion)
    alone = [opinions(judge, one)[0] for one in asked]
    assert [o.carried for o in alone] == pytest.approx([o.carried for o in together], abs=1e-5)
    assert [o.carried for o in opinions(judge, *reversed(asked))] == pytest.approx([o.carried for o in reversed(alone)], abs=1e-5)


def test_nothing_asked_is_nothing_answered(judge: Judge) -> None:
    assert opinions(judge) == []


def test_a_name_holds_no_path_and_no_address(judge: Judge) -> None:
    assert judge.name.startswith(("nli ", "openai "))
    assert "/" not in judge.name
    assert "127.0.0.1" not in judge.name


def test_a_sentence_and_passages_of_thousands_of_words(judge: Judge) -> None:
    long = "The ferry crew called off the voyage. " * 1500
    for opinion in opinions(judge, Asked(long, PASSAGES), Asked("The crew sailed.", (long, long)), CARRIED):
        assert_whole(opinion)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@given(st.lists(st.builds(Asked, TEXT, st.lists(TEXT, min_size=1, max_size=3).map(tuple)), max_size=5))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_has_an_opinion(judge: Judge, asked: list[Asked]) -> None:
    found = opinions(judge, *asked)
    assert len(found) == len(asked)
    for opinion in found:
        assert_whole(opinion)
