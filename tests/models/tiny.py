# ruff: noqa: ANN401 -- the libraries that make models may be absent, so their types are not known
"""A classifier of sentence pairs whose answers can be foreseen, made on the spot: its ONNX file, its tokenizer, its description.

It looks at words alone: a sentence all of whose words stand in the passages is carried; one that holds "not" where the passages do
not is contradicted; any other one is neither.
"""

import json
from pathlib import Path
from typing import Any

from tests.needs import library

WORDS = (
    "the a of in to and not was is had council mayor approved plan harbour ferry crew called off voyage trip cancelled sailors "
    "sailed on tuesday for two three people hurt injured storm officials said bridge closed opened new old residents angry happy"
)
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
VOCABULARY = {word: at for at, word in enumerate((*SPECIAL, *WORDS.split(), *".,;:!?'\"()"))}
NLI = {"0": "contradiction", "1": "entailment", "2": "neutral"}
SURE = 8.0  # what the winning output is above the others


def tiny_model(
    folder: Path,
    labels: dict[str, str] | None = None,
    *,
    token_types: bool = True,
    longest: int = 130,
    mask: str = "attention_mask",
    inside: str = "",
) -> Path:
    """Write a model into a folder.

    Args:
        folder: Where; made where it is not there.
        labels: Names of the outputs; three are an NLI model's. None: three, as `NLI` has them.
        token_types: Whether the model asks for the kind of each token; else it finds the sentence by the sign between the two.
        longest: Tokens it says it can read.
        mask: Name of the second input.
        inside: Folder inside the folder for the weights.
    """
    names = NLI if labels is None else labels
    (folder / inside).mkdir(parents=True, exist_ok=True)
    _tokenizer().save(str(folder / "tokenizer.json"))
    card = {"id2label": names, "max_position_embeddings": longest, "model_type": "words"}
    (folder / "config.json").write_text(json.dumps(card))
    library("onnx").save(_graph(names, mask, token_types=token_types), str(folder / inside / "model.onnx"))
    return folder


def _tokenizer() -> Any:
    tokenizers = library("tokenizers")
    made = tokenizers.Tokenizer(tokenizers.models.WordLevel(VOCABULARY, unk_token="[UNK]"))
    made.normalizer = tokenizers.normalizers.Lowercase()
    made.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    made.post_processor = tokenizers.processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[(name, VOCABULARY[name]) for name in ("[CLS]", "[SEP]")],
    )
    return made


def _graph(names: dict[str, str], mask: str, *, token_types: bool) -> Any:
    onnx = library("onnx")
    np = library("numpy")
    helper, kinds = onnx.helper, onnx.TensorProto
    size = len(VOCABULARY)
    telling = np.array([float(word[0].isalpha() or word == "[UNK]") for word in VOCABULARY])
    no = np.array([1.0 if word == "not" else 0.0 for word in VOCABULARY])
    constants = {
        "size": np.array(size, np.int64),
        "off_on": np.array([0.0, 1.0], np.float32),
        "telling": telling.astype(np.float32),
        "no": no.astype(np.float32),
        "between": np.array(VOCABULARY["[SEP]"], np.int64),
        "words": np.array([1], np.int64),
        "last": np.array([2], np.int64),
        "at": np.array(1, np.int64),
        "one": np.array(1.0, np.float32),
        "zero": np.array(0.0, np.float32),
        "sure": np.array(SURE, np.float32),
    }
    node = helper.make_node
    if token_types:
        second = [node("Cast", ["token_type_ids"], ["second"], to=kinds.FLOAT)]
    else:  # a token behind the first sign that stands between two texts belongs to the second
        second = [
            node("Equal", ["input_ids", "between"], ["is_between"]),
            node("Cast", ["is_between"], ["as_number"], to=kinds.FLOAT),
            node("CumSum", ["as_number", "at"], ["passed"], exclusive=1),
            node("Min", ["passed", "one"], ["second"]),
        ]
    steps = [
        *second,
        node("Cast", [mask], ["there"], to=kinds.FLOAT),
        node("OneHot", ["input_ids", "size", "off_on"], ["each"], axis=-1),
        node("Mul", ["each", "telling"], ["told"]),
        node("Mul", ["there", "second"], ["is_b"]),
        node("Sub", ["one", "second"], ["first"]),
        node("Mul", ["there", "first"], ["is_a"]),
    ]
    for text in ("a", "b"):
        steps += [
            node("Unsqueeze", [f"is_{text}", "last"], [f"column_{text}"]),
            node("Mul", ["told", f"column_{text}"], [f"of_{text}"]),
            node("ReduceMax", [f"of_{text}", "words"], [f"has_{text}"], keepdims=0),
        ]
    steps += [
        node("Sub", ["has_b", "has_a"], ["more"]),
        node("Relu", ["more"], ["lost"]),
        node("ReduceSum", ["lost", "words"], ["count"], keepdims=1),
        node("Min", ["count", "one"], ["open"]),
        node("Sub", ["one", "open"], ["carried"]),
        node("Mul", ["lost", "no"], ["denials"]),
        node("ReduceSum", ["denials", "words"], ["denied"], keepdims=1),
        node("Sub", ["open", "denied"], ["neither"]),
    ]
    roles = _roles(names)
    steps += [node("Concat", roles, ["outputs"], axis=1), node("Mul", ["outputs", "sure"], ["scaled"])]
    if len(roles) == 1:
        steps += [node("Sub", ["scaled", "half"], ["logits"])]
        constants["half"] = np.array(SURE / 2, np.float32)
    else:
        steps += [node("Identity", ["scaled"], ["logits"])]
    asked = ["input_ids", mask, *(["token_type_ids"] if token_types else [])]
    graph = helper.make_graph(
        steps,
        "words",
        [helper.make_tensor_value_info(name, kinds.INT64, ["pairs", "tokens"]) for name in asked],
        [helper.make_tensor_value_info("logits", kinds.FLOAT, ["pairs", len(roles)])],
        [onnx.numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    onnx.checker.check_model(made)
    return made


def _roles(names: dict[str, str]) -> list[str]:
    """Return what each output is computed of: by its name, else the last one is the one for carried."""
    known = {"contradiction": "denied", "entailment": "carried", "neutral": "neither"}
    last = len(names) - 1
    return [known.get(name, "carried" if at == last else "open") for at, name in enumerate(names.values())]
