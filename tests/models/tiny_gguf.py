"""A language model of some hundred kilobytes with random weights, made on the spot, as llama.cpp reads it. It writes nonsense."""

from pathlib import Path
from typing import Any

import numpy as np

WIDTH, LAYERS, HEADS, INNER, LONGEST = 64, 1, 2, 128, 32_768
PIECES = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256)), *(chr(c) for c in range(0x20, 0x7F)), "▁"]


def tiny_gguf(path: Path, gguf: Any) -> Path:  # noqa: ANN401 -- an optional library
    """Write the model; the same one every time."""
    writer = gguf.GGUFWriter(str(path), "llama")
    writer.add_context_length(LONGEST)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(PIECES))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(PIECES)
    writer.add_token_scores([0.0] * len(PIECES))
    kinds = gguf.TokenType
    control = [kinds.UNKNOWN, kinds.CONTROL, kinds.CONTROL]
    writer.add_token_types([*control, *[kinds.BYTE] * 256, *[kinds.NORMAL] * (len(PIECES) - 259)])
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    for name, shape in shapes().items():
        draw = np.random.default_rng(sum(name.encode()))
        tensor = np.ones(shape) if "norm" in name else draw.normal(0.0, 0.2, shape)
        writer.add_tensor(name, tensor.astype(np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def shapes() -> dict[str, tuple[int, ...]]:
    """Return name -> shape of every tensor."""
    found: dict[str, tuple[int, ...]] = {"token_embd.weight": (len(PIECES), WIDTH), "output_norm.weight": (WIDTH,)}
    found["output.weight"] = (len(PIECES), WIDTH)
    for layer in range(LAYERS):
        block = f"blk.{layer}"
        found |= {f"{block}.{name}_norm.weight": (WIDTH,) for name in ("attn", "ffn")}
        found |= {f"{block}.attn_{name}.weight": (WIDTH, WIDTH) for name in ("q", "k", "v", "output")}
        found |= {f"{block}.ffn_{name}.weight": (INNER, WIDTH) for name in ("gate", "up")}
        found[f"{block}.ffn_down.weight"] = (WIDTH, INNER)
    return found
