"""Where the files of a local model are: in a folder, or fetched from the hub once it was named."""

import hashlib
import re
from pathlib import Path

import msgspec

from copydesk.errors import MissingExtra, ModelError

# Of a hub's model only these are fetched: some have the same weights in ten forms.
_WEIGHTS = ("model.onnx", "onnx/model.onnx")
_FETCHED = ["config.json", "tokenizer.json", *(f"{name}{end}" for name in _WEIGHTS for end in ("", "_data*", ".data*"))]
_ON_THE_HUB = re.compile(r"[\w-][\w.-]*/[\w-][\w.-]*")
EXPORT = (
    "Export it once: pip install 'optimum-onnx[onnxruntime]', then "
    "optimum-cli export onnx --task text-classification --model MODEL FOLDER"
)


class ModelFiles(msgspec.Struct, frozen=True):
    """The files of a model.

    Attributes:
        name: The model, without a path: what is the same on every machine.
        weights: The ONNX file.
        card: `config.json`.
        tokenizer: `tokenizer.json`.
    """

    name: str
    weights: Path
    card: Path
    tokenizer: Path

    def digest(self) -> str:
        """Return twelve hexadecimal digits of the ONNX file and the description; weights in a file beside it are not read."""
        digest = hashlib.sha256(self.card.read_bytes())
        with self.weights.open("rb") as opened:
            digest.update(hashlib.file_digest(opened, "sha256").digest())
        return digest.hexdigest()[:12]


def find_model(model: str) -> ModelFiles:
    """Return the files of a model.

    Args:
        model: A folder with `config.json`, `tokenizer.json` and `model.onnx` or `onnx/model.onnx`; an ONNX file in such a folder;
            or a model's name on the hub, which is fetched only where it does not lie on this machine already.

    Raises:
        ModelError: There is no such model, a file of it is missing, or it cannot be fetched.
        MissingExtra: It is one on the hub, and the library that fetches is not installed.
    """
    path = Path(model).expanduser()
    if path.is_file():
        folder = next((f for f in (path.parent, path.parent.parent) if (f / "config.json").is_file()), path.parent)
        return _complete(model, path.resolve().stem if folder == path.parent else folder.resolve().name, folder, path)
    if path.is_dir():
        return _in_folder(model, path.resolve().name, path)
    if not _ON_THE_HUB.fullmatch(model):
        raise ModelError(model, "there is no such folder", "Name a folder with a model, or ORGANISATION/MODEL on the hub.")
    return _on_the_hub(model)


def _in_folder(model: str, name: str, folder: Path) -> ModelFiles:
    weights = next((folder / w for w in _WEIGHTS if (folder / w).is_file()), None)
    if weights is None:
        raise ModelError(model, f"there is no {_WEIGHTS[0]} in it", EXPORT)
    return _complete(model, name, folder, weights)


def _complete(model: str, name: str, folder: Path, weights: Path) -> ModelFiles:
    files = ModelFiles(name, weights, folder / "config.json", folder / "tokenizer.json")
    for needed in (files.card, files.tokenizer):
        if not needed.is_file():
            raise ModelError(model, f"there is no {needed.name} beside its weights", EXPORT)
    return files


def _on_the_hub(model: str) -> ModelFiles:
    try:
        from huggingface_hub import snapshot_download  # noqa: PLC0415 -- an extra
    except ModuleNotFoundError as error:
        raise MissingExtra("nli", f"Fetching the model {model}") from error
    try:
        return _in_folder(model, model, Path(snapshot_download(model, allow_patterns=_FETCHED, local_files_only=True)))
    except (OSError, ModelError):  # not here, or not all of it
        try:
            folder = snapshot_download(model, allow_patterns=_FETCHED)
        except (OSError, ValueError) as error:  # all that the library raises of networks, servers and names is one of both
            reason = str(error).partition("\n")[0].rstrip(".")
            way_out = f"Is there a folder {model}, a model of that name on the hub, and a network? A folder works offline."
            raise ModelError(model, f"it is not on this machine and cannot be fetched ({reason})", way_out) from error
    return _in_folder(model, model, Path(folder))
