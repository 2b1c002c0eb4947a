"""Fits a network to sentences and says how well it does."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import torch
from augment import recased, renamed
from batching import IGNORED, Encoder, Tables, groups
from benchmarks.gum import Sentence, countries, spans
from network import Batch, Network, Sizes
from torch import Tensor, nn

from copydesk.models.features import UNKNOWN

EMBEDDING = 128
VECTORS = 256


class Plan(NamedTuple):
    """How a network is made and taught."""

    seed: int
    epochs: int
    hidden: int
    dilations: tuple[int, ...]
    dropout: float = 0.33
    rename: float = 0.35  # share of names that are made up anew each time
    unknown: float = 0.15  # share of words whose own vector is hidden
    rate: float = 2e-3
    words: int = 800  # in a step
    names: float = 1.0  # weight of the loss of names; tags, governors and relations have 1 each
    pair: int = 96  # numbers of a word as governor and as dependent


class Running:
    """Mean of the weights over the last few hundred steps: better than the last ones."""

    def __init__(self, network: Network, every: int = 8) -> None:
        self.weights = {name: value.detach().clone() for name, value in network.named_parameters()}
        self._every, self._step = every, 0

    @torch.no_grad()
    def update(self, network: Network) -> None:
        """Take in the weights of this step."""
        self._step += 1
        if self._step % self._every == 0:
            keep = min(0.985, (self._step + 8) / (self._step + 80))
            for name, value in network.named_parameters():
                self.weights[name].mul_(keep).add_(value, alpha=1 - keep)


def fit(
    plan: Plan, tables: Tables, vectors: Tensor, data: Callable[[random.Random], list[Sentence]], dev: Sequence[Sentence]
) -> Network:
    """Return a network that learned from what `data` gives for each epoch."""
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    sizes = Sizes(
        *map(len, tables),
        embedding=EMBEDDING,
        hidden=plan.hidden,
        arc=plan.pair,
        label=plan.pair,
        dilations=plan.dilations,
        dropout=plan.dropout,
        vectors=VECTORS,
    )
    network, encoder = Network(sizes), Encoder(tables)
    network.fixed.copy_(vectors)
    optimiser = torch.optim.AdamW(network.parameters(), lr=plan.rate, betas=(0.9, 0.95), weight_decay=0.01, fused=True)
    running, began = Running(network), time.time()
    for epoch in range(plan.epochs):
        network.train()
        steps = list(_steps(plan, data(rng), rng))
        for i, group in enumerate(steps):
            done = (epoch + i / len(steps)) / plan.epochs
            for settings in optimiser.param_groups:
                settings["lr"] = plan.rate * min(1.0, 40 * done + 0.05) * max(0.02, 1 - done)
            optimiser.zero_grad()
            losses = loss(network, _hidden(encoder.batch(group), plan.unknown), encoder.gold(group))
            (losses[:3].sum() + plan.names * losses[3]).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            running.update(network)
        print(f"epoch {epoch + 1}, {time.time() - began:.0f} s", flush=True)
    network.load_state_dict(running.weights, strict=False)
    print(f"seed {plan.seed}:", *(f"{name} {value:.2f}" for name, value in evaluate(network, encoder, dev).items()), flush=True)
    return network


def _steps(plan: Plan, data: Sequence[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    places = sorted(name.title() for name in countries() if " " not in name and "." not in name)
    for group in groups(data, plan.words, rng):
        yield [recased(renamed(sentence, rng, plan.rename, places), rng) for sentence in group]


def _hidden(batch: Batch, share: float) -> Batch:
    """Return the batch with some words made unknown, so that their shape and their neighbours must do."""
    batch.rows[..., 0][torch.rand(batch.mask.shape) < share] = UNKNOWN
    return batch


def loss(network: Network, batch: Batch, gold: Tensor) -> Tensor:
    """Return the losses of tags, governors, relations and names."""
    scores = network(batch)
    relations = network.labels(scores.states, gold[1].clamp(min=0))
    pairs = ((scores.tags, gold[0]), (scores.arcs, gold[1]), (relations, gold[2]), (scores.entities, gold[3]))
    return torch.stack([nn.functional.cross_entropy(s.transpose(1, 2), g, ignore_index=IGNORED) for s, g in pairs])


@torch.no_grad()
def evaluate(network: Network, encoder: Encoder, dev: Sequence[Sentence]) -> dict[str, float]:
    """Return figures in per cent, without repair of trees and names."""
    network.eval()
    hits, total, names = [0, 0, 0], 0, [0, 0]
    for group in groups(dev, 2000, random.Random(0)):
        batch, gold = encoder.batch(group), encoder.gold(group)
        scores = network(batch)
        heads = scores.arcs.argmax(2)
        right = (heads == gold[1]) & batch.mask
        labelled = right & (network.labels(scores.states, heads).argmax(2) == gold[2])
        tagged = (scores.tags.argmax(2) == gold[0]) & batch.mask
        hits = [h + int(x.sum()) for h, x in zip(hits, (tagged, right, labelled), strict=True)]
        total += int(batch.mask.sum())
        for sentence, labels in zip(group, scores.entities.argmax(2).tolist(), strict=True):
            made = set(spans([encoder.tables.entities[i] for i in labels[: len(sentence.words)]]))
            wanted = set(spans(sentence.entities))
            names = [names[0] + 2 * len(made & wanted), names[1] + len(made) + len(wanted)]
    shares = [100 * h / total for h in hits]
    return dict(zip(("tags", "UAS", "LAS", "names"), [*shares, 100 * names[0] / names[1]], strict=True))
