"""Silver data: news analysed by networks that learned from GUM, with the kinds of names settled by all their occurrences."""

import random
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
import torch
from batching import Encoder, Tables, groups
from benchmarks.gum import TITLES, Sentence, countries, spans
from network import Network

from copydesk.models.decoding import NameLabels, mended, names
from copydesk.text.lemmas import lemma
from copydesk.text.words import MONTHS, WEEKDAYS

FULL_NAME = 3  # what a name of several words counts for, where one of one word counts 1
LAST_NAME = 4  # what a person's full name counts for its last word's being a person's
KNOWN = 4  # votes in all texts from which on a run of proper nouns is taken for a name
NO_NAMES = TITLES | frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS))
PART = 4  # what the names that share a first or a last word with it count for together
SHARED_PART = 3  # how many of them there must be
EVERYWHERE = 4  # what all other texts together count for
_VERBS = "say tell add think believe argue write ask recall insist joke smile state note explain warn announce claim report reply"
SPEAKING = frozenset(_VERBS.split())


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
    for sentence in every:
        invert(sentence)
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
    entities = torch.log(sum(s.entities.softmax(2) for s in said) / len(said))
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
        capital = np.array([word[:1].isupper() for word in sentence.words])
        proper = np.array([f in ("NNP", "NNPS") for f in sentence.fine])
        may = proper | (capital & np.array([f in ("NN", "NNS", "JJ", "FW") for f in sentence.fine]))
        edges = (may, may | np.array([f == "CD" for f in sentence.fine]))
        sentence.entities = names(entities[b, :size].numpy(), NameLabels(tables.entities), np.zeros(1, np.intp), edges)


def invert(s: Sentence) -> None:
    """Call the speaker behind a verb of speech its subject: "…, said Ola Brandt". GUM has few, and teachers call it an object."""
    for i, relation in enumerate(s.relations):
        verb = s.heads[i]
        if relation != "obj" or not 0 <= verb < i or lemma(s.words[verb], s.fine[verb]) not in SPEAKING:
            continue
        beside = [j for j, head in enumerate(s.heads) if head == verb]
        what_first = any(s.relations[j] in ("ccomp", "parataxis") and j < verb for j in beside) or s.relations[verb] == "parataxis"
        if what_first and not any(s.relations[j].startswith("nsubj") for j in beside):
            s.relations[i] = "nsubj"


Votes = dict[str, Counter[str]]


def settle(sentences: Sequence[Sentence]) -> None:
    """Put the ends of names right, label runs of proper nouns that are names elsewhere, then settle each name's kind."""
    for s in sentences:
        _trim(s)
    within, everywhere = _votes(sentences)
    missed = Counter(" ".join(s.words[start:end]) for s in sentences for start, end in _unlabelled(s))
    for s in sentences:
        for start, end in _unlabelled(s):
            name = " ".join(s.words[start:end])
            known = everywhere.get(name, Counter()).total() >= max(KNOWN, missed[name])
            if known or (f"{s.text}|{name}" in within and name.lower() not in NO_NAMES):
                s.entities[start:end] = _labels("other", end - start)
    within, everywhere = _votes(sentences)
    parts = _parts(everywhere)
    for s in sentences:
        for start, end, _ in spans(s.entities):
            name = " ".join(s.words[start:end])
            here = within.get(f"{s.text}|{name}", Counter())
            kind = "place" if name.lower() in countries() else _most(here, everywhere[name], [parts[part] for part in _ends(name)])
            s.entities[start:end] = _labels(kind, end - start)


def _votes(sentences: Sequence[Sentence]) -> tuple[Votes, Votes]:
    """Return what speaks for each kind of a name, in each text (`text|name`) and in all."""
    within: Votes = defaultdict(Counter)
    everywhere: Votes = defaultdict(Counter)
    for s in sentences:
        for start, end, kind in spans(s.entities):
            name, last = " ".join(s.words[start:end]), s.words[end - 1]
            votes = Counter({kind: FULL_NAME if end - start > 1 else 1}) + cues(s, start, end)
            everywhere[name] += votes
            within[f"{s.text}|{name}"] += votes
            if end - start > 1 and votes.most_common(1)[0][0] == "person":
                within[f"{s.text}|{last}"]["person"] += LAST_NAME
                everywhere[last]["person"] += 1
    return dict(within), dict(everywhere)


def _unlabelled(s: Sentence) -> list[tuple[int, int]]:
    """Return the runs of proper nouns outside names."""
    free = [f in ("NNP", "NNPS") and label == "O" for f, label in zip(s.fine, s.entities, strict=True)]
    starts = [i for i, is_free in enumerate(free) if is_free and not (i and free[i - 1])]
    return [(i, next((j for j in range(i, len(free)) if not free[j]), len(free))) for i in starts]


def _labels(kind: str, size: int) -> list[str]:
    return [f"B-{kind}"] + [f"I-{kind}"] * (size - 1)


_FORMS = ("Corp", "Inc", "Ltd", "Co", "Plc", "plc", "LLC", "Group", "Holdings")
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
    elif end - start == 1 and s.words[start].isupper() and len(last) > 2 and last not in countries():
        found["organisation"] += 1
    elif s.relations[start] == "nsubj" and lemma(s.words[s.heads[start]], s.fine[s.heads[start]]) in SPEAKING:
        found["person"] += 1
    return found


def _most(here: Counter[str], everywhere: Counter[str], parts: list[Counter[str]]) -> str:
    """Return the kind that most speaks for: its occurrences here and everywhere, and names with the same first or last word."""
    scores = {kind: here[kind] + EVERYWHERE * votes / everywhere.total() for kind, votes in everywhere.items()}
    for part in parts:
        if part.total() >= SHARED_PART:
            for kind, votes in part.items():
                scores[kind] = scores.get(kind, 0) + PART * votes / part.total()
    return max(sorted(scores), key=lambda kind: scores[kind])


def _parts(everywhere: Votes) -> Votes:
    """Return how many different names of each kind share a first or a last word."""
    parts: Votes = defaultdict(Counter)
    for name, votes in everywhere.items():
        kind = max(sorted(votes), key=lambda k: votes[k])
        for part in _ends(name):
            parts[part][kind] += 1
    return parts


def _ends(name: str) -> list[str]:
    """Return the first and the last word of a name of several words, marked as such."""
    words = name.split(" ")
    return [f"{words[0]} …", f"… {words[-1]}"] if len(words) > 1 else []


def _trim(s: Sentence) -> None:
    """Take titles from the front of people's names, and add a company's form behind its name."""
    for start, stop, named in spans(s.entities):
        first, end, kind = start, stop, named
        while kind == "person" and first < end - 1 and s.words[first].lower().rstrip(".") in TITLES:
            s.entities[first] = "O"
            first += 1
        if end < len(s.words) and s.words[end].rstrip(".") in _FORMS and s.entities[end] == "O":
            end, kind = end + 1, "organisation"
        s.entities[first:end] = _labels(kind, end - first)
