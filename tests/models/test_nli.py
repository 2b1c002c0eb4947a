"""A local model that cannot be used says what is wrong with it and what to do."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from tests.models.tiny import NLI, tiny_model
from tests.needs import library

from copydesk.errors import MissingExtra, ModelError, UsageError
from copydesk.models import load_judge, nli
from copydesk.models.config import JudgeConfig
from copydesk.models.labels import ModelCard, meaning_of
from copydesk.ports import Asked

QUICK = JudgeConfig()


@pytest.fixture
def model(tmp_path: Path) -> Path:
    library("onnxruntime")
    return tiny_model(tmp_path / "words")


def without(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).unlink()


def text(name: str, content: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(content)


def cut(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes((folder / name).read_bytes()[:-200] + b"\xff")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (without("model.onnx"), r"no model\.onnx.*optimum-cli export onnx"),
        (without("config.json"), r"no config\.json.*optimum-cli"),
        (without("tokenizer.json"), r"no tokenizer\.json.*optimum-cli"),
        (text("model.onnx", "no model"), "weights cannot be loaded"),
        (text("model.onnx", ""), "weights cannot be loaded"),
        (text("tokenizer.json", "{}"), r"tokenizer\.json cannot be read"),
        (text("tokenizer.json", ""), r"tokenizer\.json cannot be read"),
        (text("tokenizer.json", '{"version": "9.0", "model": {"type": "Abacus"}}'), r"tokenizer\.json cannot be read"),
        (cut("tokenizer.json"), r"tokenizer\.json cannot be read"),
        (text("config.json", "["), r"config\.json cannot be read"),
        (text("config.json", '{"id2label": {"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"}}'), "id2label"),
        (text("config.json", '{"id2label": {"0": "positive", "1": "negative"}}'), "positive, negative"),
    ],
)
def test_a_model_that_lacks_something(model: Path, spoil: Callable[[Path], object], said: str) -> None:
    spoil(model)
    with pytest.raises(ModelError, match=said) as raised:
        load_judge(f"nli:{model}", None, QUICK)
    assert str(model) in str(raised.value)


def test_a_model_of_another_kind(tmp_path: Path) -> None:
    library("onnxruntime")
    with pytest.raises(ModelError, match="asks for pixels"):
        load_judge(f"nli:{tiny_model(tmp_path, mask='pixels')}", None, QUICK)


def test_a_model_with_other_outputs_than_its_labels(model: Path) -> None:
    (model / "config.json").write_text('{"id2label": {"0": "unsupported", "1": "supported"}}')
    judge = load_judge(f"nli:{model}", None, QUICK)
    with pytest.raises(ModelError, match=r"\(1, 3\) numbers"):
        list(judge.judge([Asked("The crew sailed.", ("The crew sailed.",))]))


def test_the_name_tells_which_weights(model: Path, tmp_path: Path) -> None:
    copy = tiny_model(tmp_path / "elsewhere" / "words")
    other = tiny_model(tmp_path / "other" / "words", token_types=False)
    names = [load_judge(f"nli:{folder}", None, QUICK).name for folder in (model, copy, other, f"{model}/model.onnx")]
    assert names[0] == names[1]
    assert names[0].split()[:2] == ["nli", "words"]
    assert names[2].split()[:2] == names[0].split()[:2]
    assert names[2] != names[0]
    assert names[3].split()[-1] == names[0].split()[-1]


def test_passages_are_cut_and_never_the_sentence(tmp_path: Path) -> None:
    library("onnxruntime")
    judge = load_judge(f"nli:{tiny_model(tmp_path, longest=34)}", None, QUICK)  # two of them are not counted on
    filler = "the mayor had a plan for the harbour and " * 20
    near, far, long = judge.judge(
        [
            Asked("The crew sailed.", ("The crew sailed.", filler)),
            Asked("The crew sailed.", (filler, "The crew sailed.")),
            Asked("The crew sailed on Tuesday and not for the old harbour in a storm, officials said, two angry.", (filler,)),
        ]
    )
    assert near.carried == pytest.approx(1.0, abs=1e-2)
    assert far.carried == pytest.approx(0.0, abs=1e-2)
    assert "longer than the 16 tokens" in long.silence


def test_numbers_that_are_none_are_no_answer(model: Path) -> None:
    judge = nli.load(str(model), QUICK)
    assert "no numbers" in judge._opinion(np.array([np.nan, 0.0, 0.0])).silence


@pytest.mark.parametrize("named", ["acme/no-such-model", "no-such-folder", "./no/such/folder", "a b/c"])
def test_a_model_that_is_nowhere(named: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    library("onnxruntime")
    library("huggingface_hub")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)  # read once, when the library is imported
    with pytest.raises(ModelError, match=f"{named}: .*(no such folder|not on this machine).*folder"):
        load_judge(f"nli:{named}", None, QUICK)


def test_a_model_of_the_hub_that_lies_here_is_not_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    library("onnxruntime")
    library("huggingface_hub")
    snapshot = tmp_path / "models--acme--words" / "snapshots" / "0123456789012345678901234567890123456789"
    tiny_model(snapshot, inside="onnx")
    refs = tmp_path / "models--acme--words" / "refs"
    refs.mkdir()
    (refs / "main").write_text(snapshot.name)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    assert load_judge("nli:acme/words", None, QUICK).name.startswith("nli acme/words ")


def test_without_the_extra_the_error_says_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(MissingExtra, match=r"pip install 'copydesk\[nli\]'"):
        load_judge("nli:x", None, QUICK)


def test_a_local_model_has_no_address(model: Path) -> None:
    with pytest.raises(UsageError, match="--base-url"):
        load_judge(f"nli:{model}", "http://localhost/v1", QUICK)


@pytest.mark.parametrize(
    ("names", "carried", "contradicted"),
    [
        (["entailment", "neutral", "contradiction"], 0, 2),
        (["CONTRADICTION", "NEUTRAL", "ENTAILMENT"], 2, 0),
        (["entailment", "not_entailment"], 0, None),
        (["Supported", "Not Supported"], 0, None),
        (["LABEL_0", "LABEL_1"], 1, None),
        (["LABEL_0"], 0, None),
    ],
)
def test_labels_are_read_by_their_names(names: list[str], carried: int, contradicted: int | None) -> None:
    meaning = meaning_of(ModelCard(id2label={str(at): name for at, name in enumerate(names)}), "m")
    assert (meaning.carried, meaning.contradicted) == (carried, contradicted)


def test_likelihoods_of_any_outputs_are_whole() -> None:
    rows = np.array([[1e4, -1e4, 0.0], [0.0, 0.0, 0.0], [-1e300, 1e300, 0.0]])
    found = meaning_of(ModelCard(id2label=json.loads(json.dumps(NLI))), "m").likelihoods(rows)
    assert found.sum(axis=1) == pytest.approx(1.0)
