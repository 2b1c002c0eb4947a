"""Trains the weights of `copydesk.models.light` and writes them into the package.

    python3 -m venv /tmp/training && /tmp/training/bin/pip install torch==2.13.0 -e .
    OMP_NUM_THREADS=1 /tmp/training/bin/python scripts/train_parser --work /tmp/parser

PyTorch is needed here only. Reads ../shared (or COPYDESK_SHARED): the GUM corpus, and raw news.

    GUM -> two teachers -> news as they analyse it (silver) -> kinds of names settled over all news
    GUM + silver -> the student -> light.npz

Teachers and silver are kept in the work folder, so that a second run goes on from there. About an hour on one core.
"""

import argparse
import pickle
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import news
import silver
from batching import Tables
from benchmarks.gum import Sentence, sentences
from export import export
from fitting import Plan, fit
from network import Network

from copydesk.models import light, load_vectors
from copydesk.models.features import UNKNOWN

Made = TypeVar("Made")

LEAST = 3  # how often a word must stand in the news to have a vector of its own
TEACHERS = (
    Plan(seed=1, epochs=24, hidden=176, dilations=(1, 1, 2, 4)),
    Plan(seed=2, epochs=24, hidden=176, dilations=(1, 2, 4, 1), rename=0.2),
)
STUDENT = Plan(
    seed=3, epochs=22, hidden=128, dilations=(1, 1, 2, 4), dropout=0.2, rename=0.5, unknown=0.1, words=1000, names=1.5, pair=64
)
SILVER_SHARE = 3  # words of silver for each word of GUM in an epoch; each epoch draws anew


def main() -> None:
    """Teach teachers, let them analyse news, teach the student, write its weights."""
    options = argparse.ArgumentParser()
    options.add_argument("--work", type=Path, required=True)
    options.add_argument("--out", type=Path, default=Path(light.__file__).parent / "light.npz")
    options.add_argument(
        "--teacher", type=int, default=0, help="teach only the teacher of this seed, to have them taught side by side"
    )
    chosen = options.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    train, dev = sentences("train"), sentences("dev")
    tables = kept(chosen.work / "tables.pickle", lambda: Tables.of(train, news.counts(), LEAST))
    vectors = fixed_vectors(tables.words)
    wanted = [plan for plan in TEACHERS if chosen.teacher in (0, plan.seed)]
    taught = [teacher(plan, chosen.work, tables, vectors, (train, dev)) for plan in wanted]
    if chosen.teacher:
        return
    analysed = kept(chosen.work / "silver.pickle", lambda: silver.analyse(taught, tables, news.documents()))
    words = sum(len(s.words) for s in train)

    def mixed(rng: random.Random) -> list[Sentence]:
        return train + drawn(analysed, SILVER_SHARE * words, rng)

    student = fit(STUDENT, tables, vectors, mixed, dev)
    torch.save(student.state_dict(), chosen.work / "student.pt")
    export(student, tables, chosen.out)


def kept(path: Path, make: Callable[[], Made]) -> Made:
    """Return what an earlier run left at `path`, else make it and leave it there."""
    if not path.exists():
        path.write_bytes(pickle.dumps(make()))
    made: Made = pickle.loads(path.read_bytes())
    return made


def teacher(plan: Plan, work: Path, tables: Tables, vectors: Tensor, parts: tuple[list[Sentence], list[Sentence]]) -> Network:
    """Return a network that learned from GUM alone."""
    train, dev = parts
    return kept(work / f"teacher{plan.seed}.pickle", lambda: fit(plan, tables, vectors, lambda _: train, dev))


def drawn(data: list[Sentence], words: int, rng: random.Random) -> list[Sentence]:
    """Return random sentences with about so many words together."""
    chosen: list[Sentence] = []
    while words > 0:
        chosen.append(rng.choice(data))
        words -= len(chosen[-1].words)
    return chosen


def fixed_vectors(words: list[str]) -> Tensor:
    """Return wordllama's vectors of the words, centred and scaled; nothing for the unknown word."""
    rows = load_vectors().embed(words)
    rows -= rows.mean(0)
    rows /= rows.std()
    rows[UNKNOWN] = 0
    return torch.from_numpy(rows.astype(np.float32))


if __name__ == "__main__":
    main()
