"""Writes learned weights in the form that `copydesk.models.light` reads."""

import hashlib
from pathlib import Path

import msgspec
import numpy as np
import torch
from batching import Tables
from network import Network

# These are looked up, not multiplied with, and stay as they are.
_LOOKED_UP = ("context.weight", "label_distance.weight")


@torch.no_grad()
def export(network: Network, tables: Tables, path: Path) -> None:
    """Write an .npz: embeddings as one byte per number with a scale per row, matrices as half floats, transposed."""
    state = {name: value.detach().numpy() for name, value in network.named_parameters() if not name.startswith("lift")}
    state["word.weight"] = (network.lift(network.fixed) + network.word.weight).numpy()
    arrays: dict[str, np.ndarray] = {}
    for name, values in sorted(state.items()):
        if name in ("word.weight", "affix.weight"):
            scale = np.maximum(np.abs(values).max(1), 1e-8) / 127
            arrays[name] = np.round(values / scale[:, None]).astype(np.int8)
            arrays[name.replace("weight", "scale")] = scale.astype(np.float16)
        elif name.endswith(".weight") and name not in _LOOKED_UP:
            arrays[name] = np.ascontiguousarray(values.T).astype(np.float16)
        else:
            arrays[name] = values.astype(np.float16)
    digest = hashlib.sha256(b"".join(arrays[name].tobytes() for name in sorted(arrays))).hexdigest()[:8]
    said = msgspec.json.encode({"version": digest, "dilations": network.sizes.dilations, **tables._asdict()})
    np.savez_compressed(path, tables=np.frombuffer(said, dtype=np.uint8), **arrays)
