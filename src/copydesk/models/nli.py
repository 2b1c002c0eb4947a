"""A classifier of sentence pairs as a judge: any exported transformers model, on this machine (extra `nli`).

    pairs, some hundreds at a time -> tokens, passages cut where they are too long
                                   -> sorted by length, in batches -> ONNX Runtime -> likelihoods, back in their order

ONNX Runtime takes 50 MB where the libraries that train such models take gigabytes, and runs the same weights.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.errors import MissingExtra, ModelError
from copydesk.models.config import JudgeConfig
from copydesk.models.labels import Meaning, ModelCard, meaning_of, opinion_numbers
from copydesk.models.onnx_files import EXPORT, ModelFiles, find_model
from copydesk.ports import Asked, Opinion

# Pairs whose tokens are held at once.
_AHEAD = 256
# A sentence that takes more of what the model reads than this leaves too little for its passages.
_SENTENCE_SHARE = 0.5
# What runs a model faster than the processor, best first. One that compiles for minutes before it starts is not among them.
_FAST = ("CUDAExecutionProvider", "ROCMExecutionProvider", "MIGraphXExecutionProvider", "CoreMLExecutionProvider")
_INPUTS = frozenset({"input_ids", "attention_mask", "token_type_ids"})
_TYPES = {"tensor(int64)": np.int64, "tensor(int32)": np.int32}


class NliJudge:
    """Fulfils `copydesk.ports.Judge`.

    Args:
        name: Name and digest of the model.
        session: An ONNX Runtime session.
        tokenizer: The model's `tokenizers.Tokenizer`, which cuts passages.
        meaning: What the model's outputs mean.
        config: How it works.
    """

    def __init__(self, name: str, session: Any, tokenizer: Any, meaning: Meaning, config: JudgeConfig) -> None:  # noqa: ANN401 -- extras
        self._name = name
        self._session = session
        self._tokenizer = tokenizer
        self._meaning = meaning
        self._config = config
        self._inputs = {one.name: _TYPES[one.type] for one in session.get_inputs()}

    @property
    def name(self) -> str:
        """Name of the model and digest of its files."""
        return self._name

    def judge(self, asked: Sequence[Asked]) -> Iterator[Opinion]:
        """Judge sentences; see [`Judge.judge`][copydesk.ports.Judge.judge]."""
        for start in range(0, len(asked), _AHEAD):
            yield from self._judged(asked[start : start + _AHEAD])

    def _judged(self, asked: Sequence[Asked]) -> list[Opinion]:
        room = int(self._tokenizer.truncation["max_length"] * _SENTENCE_SHARE)
        alone = self._tokenizer.encode_batch([one.sentence for one in asked], add_special_tokens=False)
        fit = [at for at, encoded in enumerate(alone) if len(encoded.ids) <= room]
        pairs = self._tokenizer.encode_batch([(" ".join(asked[at].passages), asked[at].sentence) for at in fit])
        opinions = [Opinion(silence=f"the sentence is longer than the {room} tokens the model can take")] * len(asked)
        by_length = sorted(range(len(fit)), key=lambda i: len(pairs[i].ids))
        for start in range(0, len(by_length), self._config.batch):
            batch = by_length[start : start + self._config.batch]
            for i, row in zip(batch, self._likelihoods([pairs[i] for i in batch]), strict=True):
                opinions[fit[i]] = self._opinion(row)
        return opinions

    def _opinion(self, row: NDArray[np.float64]) -> Opinion:
        if not np.isfinite(row).all():
            return Opinion(silence="the model gave no numbers")
        return Opinion(*opinion_numbers(row.tolist(), self._meaning))

    def _likelihoods(self, encoded: Sequence[Any]) -> NDArray[np.float64]:
        from onnxruntime.capi import onnxruntime_pybind11_state as raised  # noqa: PLC0415 -- an extra

        try:
            logits = self._session.run(None, self._tensors(encoded))[0]
        except (raised.Fail, raised.InvalidArgument, raised.RuntimeException, raised.EPFail) as error:
            way_out = "Fewer at once or on another device: judge.batch and judge.device in the file given with --config."
            raise ModelError(self._name, f"it broke off ({_first_line(error)})", way_out) from error
        shape = (len(encoded), self._meaning.labels)
        if np.shape(logits) != shape:
            raise ModelError(self._name, f"it gives {np.shape(logits)} numbers where its labels ask for {shape}", EXPORT)
        return self._meaning.likelihoods(np.asarray(logits, dtype=np.float64))

    def _tensors(self, encoded: Sequence[Any]) -> dict[str, NDArray[np.integer[Any]]]:
        """Return what the model asks for, each of shape `(pairs, longest pair)`, shorter pairs filled up."""
        shape = (len(encoded), max(len(one.ids) for one in encoded))
        padding = self._tokenizer.token_to_id("[PAD]") or self._tokenizer.token_to_id("<pad>") or 0
        tensors = {name: np.zeros(shape, dtype=kind) for name, kind in self._inputs.items()}
        for name, tensor in tensors.items():
            if name == "input_ids":
                tensor.fill(padding)
            for row, one in zip(tensor, encoded, strict=True):
                values = {"input_ids": one.ids, "attention_mask": one.attention_mask, "token_type_ids": one.type_ids}[name]
                row[: len(values)] = values
        return tensors


def load(model: str, config: JudgeConfig) -> NliJudge:
    """Return a judge that asks an exported model.

    Args:
        model: A folder, an ONNX file in it, or a model's name on the hub; see `copydesk.models.onnx_files.find_model`.
        config: How it works.

    Raises:
        MissingExtra: ONNX Runtime or tokenizers are not installed.
        ModelError: There is no such model, or it cannot be used.
    """
    try:
        import onnxruntime  # noqa: PLC0415 -- an extra
        import tokenizers  # noqa: PLC0415 -- an extra
    except ModuleNotFoundError as error:
        raise MissingExtra("nli", "A local model as judge") from error
    files = find_model(model)
    card = _card(files, model)
    longest = min(config.longest, (card.max_position_embeddings or config.longest + 2) - 2)  # some count from the third place
    tokenizer = _tokenizer(tokenizers, files, model)
    tokenizer.no_padding()
    tokenizer.enable_truncation(longest, strategy="only_first")
    session = _session(onnxruntime, files, model, config)
    return NliJudge(f"nli {files.name} {files.digest()}", session, tokenizer, meaning_of(card, model), config)


def _card(files: ModelFiles, model: str) -> ModelCard:
    try:
        return msgspec.json.decode(files.card.read_bytes(), type=ModelCard)
    except msgspec.DecodeError as error:
        raise ModelError(model, f"its config.json cannot be read ({error})", EXPORT) from error


def _tokenizer(tokenizers: Any, files: ModelFiles, model: str) -> Any:  # noqa: ANN401 -- an extra
    try:
        return tokenizers.Tokenizer.from_buffer(files.tokenizer.read_bytes())  # of a file it raises a bare Exception
    except (OSError, ValueError) as error:
        raise ModelError(model, f"its tokenizer.json cannot be read ({_first_line(error)})", EXPORT) from error


def _session(onnxruntime: Any, files: ModelFiles, model: str, config: JudgeConfig) -> Any:  # noqa: ANN401 -- an extra
    from onnxruntime.capi import onnxruntime_pybind11_state as raised  # noqa: PLC0415 -- an extra

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3  # errors only: its warnings are about its own optimisations
    at_hand = onnxruntime.get_available_providers()
    fast = [name for name in _FAST if name in at_hand and config.device == "auto"]
    broken = (raised.Fail, raised.InvalidGraph, raised.InvalidProtobuf, raised.InvalidArgument, raised.NoSuchFile)
    try:
        session = onnxruntime.InferenceSession(str(files.weights), options, providers=[*fast, "CPUExecutionProvider"])
    except (*broken, raised.NotImplemented, raised.RuntimeException, raised.EPFail) as error:
        raise ModelError(model, f"its weights cannot be loaded ({_first_line(error)})", EXPORT) from error
    for one in session.get_inputs():
        if one.name not in _INPUTS or one.type not in _TYPES:
            problem = f"it asks for {one.name} of type {one.type}, which no classifier of sentence pairs does"
            raise ModelError(model, problem, EXPORT)
    return session


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0][:200]
