"""Silver data: news analysed by networks that learned from GUM, with the kinds of names settled by all their occurrences."""

import random
from collections import Counter, defaultdict
from collections.abc import Sequence

import torch
from batching import Encoder, Tables, groups
from benchmarks.gum import TITLES, Sentence, countries
from network import Network

from copydesk.models.decoding import mended

FULL_NAME = 3  # what a name of several words counts for, where one of one word counts 1
LAST_NAME = 4  # what a person's full name counts for its last word's being a person's
EVERYWHERE = 4  # what all other texts together count for


@torch.no_grad()
def analyse(networks: Sequence[Network], tables: Tables, documents: list[list[list[str]]]) -> list[Sentence]:
    """Return the sentences of all documents with what the networks together say of them."""
    blank = [[_blank(words, number) for words in document] for number, document in enumerate(documents)]
    every = [sentence for document in blank for sentence in document]
    for network in networks:
        network.eval()
    encoder = Encoder(tables)
    for group in groups(every, 4000, random.Random(0)):
        _label(networks, encoder, group)
    every = [s for s in every if s.heads.count(-1) == 1]
    settle(every)
    return every


def _blank(words: list[str], document: int) -> Sentence:
    size = len(words)
    return Sentence(words, ["X"] * size, ["FW"] * size, [""] * size, [-1] * size, ["root"] * size, ["O"] * size, str(document))


def _label(networks: Sequence[Network], encoder: Encoder, group: list[Sentence]) -> None:
    batch, tables = encoder.batch(group), encoder.tables
    said = [network(batch) for network in networks]
    tags = sum(s.tags.log_softmax(2) for s in said).argmax(2)
    arcs = sum(s.arcs.log_softmax(2) for s in said) / len(said)
    entities = sum(s.entities.softmax(2) for s in said) / len(said)
    heads = torch.zeros_like(tags)
    for b, sentence in enumerate(group):
        size = len(sentence.words)
        scores = arcs[b, :size, : size + 1].numpy()
        heads[b, :size] = torch.from_numpy(mended(scores)) + 1
    relations = sum(n.labels(s.states, heads).log_softmax(2) for n, s in zip(networks, said, strict=True)).argmax(2)
    for b, sentence in enumerate(group):
        size = len(sentence.words)
        pairs = [tables.tags[i].split(" ") for i in tags[b, :size].tolist()]
        sentence.tags, sentence.fine = [p[0] for p in pairs], [p[1] for p in pairs]
        sentence.heads = (heads[b, :size] - 1).tolist()
        sentence.relations = [
            "root" if h < 0 else tables.relations[r] for h, r in zip(sentence.heads, relations[b, :size].tolist(), strict=True)
        ]
        sentence.entities = [tables.entities[i] for i in entities[b, :size].argmax(1).tolist()]
        _clean(sentence)


def _clean(sentence: Sentence) -> None:
    """Take from names the words that cannot begin or end one, as the parser does."""
    fine = sentence.fine
    for start, end, kind in spans(sentence.entities):
        first, last = start, end
        while first < last and not fine[first].startswith("NNP"):
            first += 1
        while last > first and not fine[last - 1].startswith(("NNP", "CD")):
            last -= 1
        sentence.entities[start:end] = ["O"] * (end - start)
        if first < last:
            sentence.entities[first:last] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first - 1)


def spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return start, end and kind of each name."""
    found, start = [], -1
    for i, label in enumerate([*labels, "O"]):
        if start >= 0 and not label.startswith("I-"):
            found.append((start, i, labels[start][2:]))
            start = -1
        if label != "O" and start < 0:
            start = i
    return found


def settle(sentences: Sequence[Sentence]) -> None:
    """Give each name the kind that most of its occurrences have, those in its own text above all."""
    everywhere: dict[str, Counter[str]] = defaultdict(Counter)
    within: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for s in sentences:
        for start, end, kind in spans(s.entities):
            name, last = " ".join(s.words[start:end]), s.words[end - 1]
            weight = FULL_NAME if end - start > 1 else 1
            votes = Counter({kind: weight}) + cues(s, start, end)
            everywhere[name] += votes
            within[s.text, name] += votes
            if end - start > 1 and kind == "person":
                within[s.text, last][kind] += LAST_NAME
                everywhere[last][kind] += 1
    for s in sentences:
        for start, end, _ in spans(s.entities):
            name = " ".join(s.words[start:end])
            best = "place" if name.lower() in countries() else _most(within[s.text, name], everywhere[name])
            s.entities[start:end] = [f"B-{best}"] + [f"I-{best}"] * (end - start - 1)


_HEADS = """
corp inc ltd co company university ministry department agency party court bank institute association council committee commission
bureau union congress senate parliament police force group college news times post army navy
"""
_HEADS_OF_ORGANISATIONS = frozenset(_HEADS.split())
_OWNERS = "wife husband mother father son daughter brother sister lawyer attorney parents family widow"
_OWNED_BY_PEOPLE = frozenset(_OWNERS.split())


def cues(s: Sentence, start: int, end: int) -> Counter[str]:
    """Return what stands around a name and speaks for a kind, by signs that hold for any name."""
    low = ["", "", *(word.lower().rstrip(".") for word in s.words), "", "", "", ""]
    before, after, last = low[start + 1], low[end + 2 : end + 5], low[end + 1]
    found: Counter[str] = Counter()
    if last in _HEADS_OF_ORGANISATIONS:
        found["organisation"] += 3
    elif before in TITLES or (after[0] == "," and after[1].isdigit() and len(after[1]) == 2):
        found["person"] += 3
    elif (
        (after[0] == "," and after[1] == "who") or after[0] == "who" or (after[0] in ("'s", "’s") and after[1] in _OWNED_BY_PEOPLE)
    ):
        found["person"] += 2
    elif before in ("in", "near", "outside", "across"):
        found["place"] += 1
    return found


def _most(here: Counter[str], everywhere: Counter[str]) -> str:
    total = everywhere.total()
    return max(sorted(everywhere), key=lambda kind: here[kind] + EVERYWHERE * everywhere[kind] / total)
