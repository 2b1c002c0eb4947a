"""Writes learned weights in the form that `copydesk.models.light` reads."""

import hashlib
from pathlib import Path

import msgspec
import numpy as np
import torch
from torch import Tensor

SMALL = np.float16


def export(state: dict[str, Tensor], tables: dict[str, list[str]], dilations: list[int], path: Path) -> None:
    """Write an .npz: embeddings as one byte per number with a scale per row, matrices as half floats, transposed."""
    arrays: dict[str, np.ndarray] = {}
    for name, tensor in sorted(state.items()):
        values = tensor.numpy().astype(np.float32)
        if name in ("word.weight", "affix.weight"):
            scale = np.maximum(np.abs(values).max(1), 1e-8) / 127
            arrays[name] = np.round(values / scale[:, None]).astype(np.int8)
            arrays[name.replace("weight", "scale")] = scale.astype(SMALL)
        elif name.endswith(".weight") and name not in ("context.weight", "label_distance.weight"):
            arrays[name] = np.ascontiguousarray(values.T).astype(SMALL)
        else:
            arrays[name] = values.astype(SMALL)
    digest = hashlib.sha256(b"".join(arrays[name].tobytes() for name in sorted(arrays))).hexdigest()[:8]
    said = msgspec.json.encode({"version": digest, "dilations": dilations, **tables})
    np.savez_compressed(path, tables=np.frombuffer(said, dtype=np.uint8), **arrays)


if __name__ == "__main__":
    import sys

    saved = torch.load(sys.argv[1])
    tables = dict(saved["tables"])
    tables.pop("rare", None)
    tables["words"] = list(tables["words"])
    export(saved["state"], tables, list(saved["sizes"]["dilations"]), Path(sys.argv[2]))
