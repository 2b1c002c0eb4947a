"""Trains the weights of `copydesk.models.light` and writes them into the package.

Needs PyTorch, which copydesk itself does not: make an environment of its own with `pip install torch==2.13.0 -e .` and run, from the
repository, `python scripts/train_parser`. Reads the GUM corpus from ../shared (or COPYDESK_SHARED).
"""

import argparse
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
from augment import recased, renamed  # noqa: E402
from gum import Sentence, countries, sentences  # noqa: E402
from network import Batch, Network, Sizes  # noqa: E402

from copydesk.models.features import UNKNOWN, context, normal, word_rows  # noqa: E402


def main() -> None:
    options = arguments()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rng = random.Random(options.seed)
    train, dev = sentences("train"), sentences("dev")
    tables = Tables(train, raw_words(), options.minimum)
    sizes = Sizes(
        len(tables.words),
        len(tables.tags),
        len(tables.relations),
        len(tables.entities),
        lstm=options.lstm,
        hidden=options.hidden,
        dilations=tuple(int(d) for d in options.dilations.split(",") if d),
        dropout=options.dropout,
    )
    network = Network(sizes)
    if options.vectors:
        start_from_vectors(network, tables)
    print(sizes, sum(p.numel() for p in network.parameters()))
    best = fit(network, tables, train, dev, rng, options)
    torch.save({"sizes": sizes._asdict(), "state": best, "tables": tables.__dict__}, options.out)


def arguments() -> argparse.Namespace:
    p = argparse.ArgumentParser()
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--minutes", type=float, default=5)
    p.add_argument("--lstm", action="store_true")
    p.add_argument("--hidden", type=int, default=160)
    p.add_argument("--minimum", type=int, default=3)
    p.add_argument("--dilations", default="1,1,2,4")
    p.add_argument("--dropout", type=float, default=0.3)
    p.add_argument("--vectors", type=int, default=1)
    p.add_argument("--lr", type=float, default=2e-3)
    p.add_argument("--rename", type=float, default=0.35)
    p.add_argument("--worddrop", type=float, default=0.15)
    p.add_argument("--out", default="/tmp/A/model.pt")
    return p.parse_args()


class Tables:
    def __init__(self, train, counts, minimum) -> None:
        seen = {normal(w) for s in train for w in s.words}
        extra = sorted(w for w, n in counts.items() if n >= minimum and w not in seen)
        self.words = {w: i for i, w in enumerate(["<unknown>", *sorted(seen), *extra])}
        self.tags = sorted({f"{t} {f}" for s in train for t, f in zip(s.tags, s.fine)})
        self.relations = sorted({r for s in train for r in s.relations})
        self.entities = sorted({e for s in train for e in s.entities})
        self.rare = {w for w in seen}


def raw_words():
    import json
    from collections import Counter

    from gum import FOLDER

    from copydesk.text.tokens import tokenise

    c = Counter()
    for name, key in (("ecbplus/articles.jsonl", "text"), ("triples/articles.jsonl", "text"), ("defacto/train.jsonl", "article")):
        seen = set()
        for line in (FOLDER.parent / name).open():
            t = json.loads(line)[key]
            if t in seen:
                continue
            seen.add(t)
            if name.startswith("ecb"):
                c.update(normal(w) for w in t.split())
            else:
                c.update(normal(t[s.start : s.end]) for s in tokenise(t))
    return c


def start_from_vectors(network, tables) -> None:
    from wordllama import WordLlama
    import wordllama

    model = WordLlama.load(cache_dir=Path(wordllama.__file__).parent, disable_download=True)
    v = model.embed(list(tables.words), norm=True).astype(np.float32)
    v -= v.mean(0)
    _, _, basis = np.linalg.svd(v, full_matrices=False)
    d = network.sizes.embedding
    p = v @ basis[:d].T
    p *= 0.15 / p.std()
    p[UNKNOWN] = 0
    with torch.no_grad():
        network.word.weight.copy_(torch.from_numpy(p))


def encode(sents, tables):
    tag = {t: i for i, t in enumerate(tables.tags)}
    rel = {t: i for i, t in enumerate(tables.relations)}
    ent = {t: i for i, t in enumerate(tables.entities)}
    B, L = len(sents), max(len(s.words) for s in sents)
    rows = np.zeros((B, L, 6), np.int64)
    ctx = np.zeros((B, L), np.int64)
    mask = np.zeros((B, L), bool)
    gold = np.full((4, B, L), -100, np.int64)
    for b, s in enumerate(sents):
        n = len(s.words)
        rows[b, :n] = word_rows(s.words, tables.words)
        ctx[b, :n] = context(s.words)
        mask[b, :n] = True
        gold[0, b, :n] = [tag.get(f"{t} {f}", -100) for t, f in zip(s.tags, s.fine)]
        gold[1, b, :n] = [h + 1 for h in s.heads]
        gold[2, b, :n] = [rel.get(r, -100) for r in s.relations]
        gold[3, b, :n] = [ent.get(e, -100) for e in s.entities]
    return Batch(torch.from_numpy(rows), torch.from_numpy(ctx), torch.from_numpy(mask)), torch.from_numpy(gold)


def batches(sents, size, rng):
    order = sorted(range(len(sents)), key=lambda i: len(sents[i].words) + rng.random() * 4)
    groups, current, tokens = [], [], 0
    for i in order:
        current.append(sents[i])
        tokens += len(sents[i].words)
        if tokens >= size:
            groups.append(current)
            current, tokens = [], 0
    if current:
        groups.append(current)
    rng.shuffle(groups)
    return groups


def loss_of(network, batch, gold):
    scores = network(batch)
    ce = nn.functional.cross_entropy
    heads = gold[1].clamp(min=0)
    total = ce(scores.tags.transpose(1, 2), gold[0], ignore_index=-100) + ce(
        scores.arcs.transpose(1, 2), gold[1], ignore_index=-100
    )
    total = total + ce(network.labels(scores.states, heads).transpose(1, 2), gold[2], ignore_index=-100)
    return total + ce(scores.entities.transpose(1, 2), gold[3], ignore_index=-100)


def fit(network, tables, train, dev, rng, o):
    places = sorted({c.title() for c in countries() if " " not in c and "." not in c})
    opt = torch.optim.AdamW(network.parameters(), lr=o.lr, betas=(0.9, 0.95), weight_decay=0.01)
    average = {k: v.clone() for k, v in network.state_dict().items()}
    start = time.time()
    step = 0
    epoch = 0
    limit = o.minutes * 60
    while time.time() - start < limit:
        network.train()
        epoch += 1
        total = 0
        for group in batches(train, 800, rng):
            share = (time.time() - start) / limit
            for g in opt.param_groups:
                g["lr"] = o.lr * min(1, (step + 1) / 200) * max(0.02, 1 - share)
            changed = [recased(renamed(s, rng, o.rename, places), rng) for s in group]
            batch, gold = encode(changed, tables)
            drop = torch.rand(batch.mask.shape) < o.worddrop
            batch.rows[..., 0][drop] = UNKNOWN
            opt.zero_grad()
            loss = loss_of(network, batch, gold)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            opt.step()
            step += 1
            total += float(loss.detach())
            decay = min(0.998, (step + 1) / (step + 10))
            with torch.no_grad():
                for k, v in network.state_dict().items():
                    average[k].mul_(decay).add_(v, alpha=1 - decay) if v.dtype.is_floating_point else average[k].copy_(v)
            if time.time() - start > limit:
                break
        if epoch % 4 == 0:
            own = {k: v.clone() for k, v in network.state_dict().items()}
            network.load_state_dict(average)
            print(epoch, round(time.time() - start), round(total, 1), evaluate(network, tables, dev), flush=True)
            network.load_state_dict(own)
    network.load_state_dict(average)
    print("end", epoch, step, evaluate(network, tables, dev))
    return average


@torch.no_grad()
def evaluate(network, tables, dev):
    network.eval()
    hit = np.zeros(5)
    n = 0
    tp = fp = fn = 0
    for group in batches(dev, 2000, random.Random(0)):
        batch, gold = encode(group, tables)
        s = network(batch)
        heads = s.arcs.argmax(2)
        rel = network.labels(s.states, heads).argmax(2)
        tags = s.tags.argmax(2)
        ent = s.entities.argmax(2)
        m = batch.mask
        n += int(m.sum())
        up = torch.tensor([hash(t.split()[0]) for t in tables.tags])
        hit += [
            int((up[tags] == up[gold[0].clamp(min=0)])[m].sum()),
            int((tags == gold[0])[m].sum()),
            int((heads == gold[1])[m].sum()),
            int(((heads == gold[1]) & (rel == gold[2]))[m].sum()),
            0,
        ]
        for b, sent in enumerate(group):
            a = spans([tables.entities[int(i)] for i in ent[b, : len(sent.words)]])
            g = spans(sent.entities)
            tp += len(a & g)
            fp += len(a - g)
            fn += len(g - a)
    return [round(100 * float(h / n), 2) for h in hit[:4]] + [round(200 * tp / (2 * tp + fp + fn), 2)]


def spans(labels):
    out = set()
    start = None
    for i, l in enumerate([*labels, "O"]):
        if start is not None and not l.startswith("I"):
            out.add((start, i, labels[start][2:]))
            start = None
        if l != "O" and start is None:
            start = i
    return out


if __name__ == "__main__":
    main()
