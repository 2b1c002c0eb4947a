"""Compares taggers, parsers and name finders on GUM's test part, words as given.

    .venv/bin/python benchmarks/parser.py            # copydesk's own
    .venv/bin/python benchmarks/parser.py --all      # beside HanTa (if installed) and perceptrons (trained here, minutes)

Prints Markdown tables. Speed is CPU time of one thread over the test part in batches of 20 sentences, the second of two runs.
"""

import argparse
import os
import pickle
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.gum import FOLDER, Sentence, sentences, spans
from benchmarks.perceptron import Tagger, TransitionParser

from copydesk.ports import ParsedSentence
from copydesk.text.tokens import tokenise

Parse = Callable[[Sequence[Sequence[str]]], list[ParsedSentence]]
KINDS = ("person", "organisation", "place", "other")


@dataclass
class Candidate:
    """Something that parses: its name, what it can do, seconds to load, bytes on disk."""

    name: str
    parse: Parse
    load: float
    size: int
    can: str = "tfpe"


def f1(pairs: Sequence[tuple[set[Any], set[Any]]]) -> float:
    """Return the harmonic mean of precision and recall."""
    hit, made, wanted = (float(sum(counts)) for counts in zip(*((len(a & g), len(a), len(g)) for a, g in pairs), strict=True))
    return 200 * hit / max(1.0, made + wanted)


def batches(words: Sequence[Sequence[str]], size: int = 20) -> Iterator[Sequence[Sequence[str]]]:
    """Yield as many sentences at once as an article has."""
    for start in range(0, len(words), size):
        yield words[start : start + size]


def measure(candidate: Candidate, gold: Sequence[Sentence], change: Callable[[str], str] = str) -> list[str]:
    """Return the cells of a row."""
    words = [[change(word) for word in sentence.words] for sentence in gold]
    for _ in range(2):
        start = time.process_time()
        made = [one for batch in batches(words) for one in candidate.parse(batch)]
        seconds = time.process_time() - start
    total = sum(map(len, words))
    rows = [(g, m, i) for g, m in zip(gold, made, strict=True) for i in range(len(g.words))]

    def share(test: Callable[[tuple[Sentence, ParsedSentence, int]], bool]) -> str:
        return f"{100 * sum(map(test, rows)) / total:.1f}"

    named = [(set(spans(m.entities)), set(spans(g.entities))) for g, m in zip(gold, made, strict=True)]
    cells = {
        "t": [share(lambda r: r[0].tags[r[2]] == r[1].tags[r[2]])],
        "f": [share(lambda r: r[0].fine[r[2]] == r[1].fine[r[2]])],
        "p": [
            share(lambda r: r[0].heads[r[2]] == r[1].heads[r[2]]),
            share(lambda r: (r[0].heads[r[2]], r[0].relations[r[2]]) == (r[1].heads[r[2]], r[1].relations[r[2]])),
        ],
        "e": [f"{f1(named):.1f}", f"{f1([({s[:2] for s in a}, {s[:2] for s in g}) for a, g in named]):.1f}"],
    }
    shown = [cell if kind in candidate.can else "–" for kind, group in cells.items() for cell in group]
    return [candidate.name, *shown, f"{total / seconds:,.0f}", f"{candidate.load:.2f}", f"{candidate.size / 1e6:.1f}"]


def table(rows: Sequence[Sequence[str]]) -> None:
    head = "| | UPOS | XPOS | UAS | LAS | names F1 | names F1, kind aside | words/s | load s | MB |"
    print(head, "|---" * 10 + "|", *("| " + " | ".join(row) + " |" for row in rows), sep="\n")


def light() -> Candidate:
    from copydesk.models import light  # noqa: PLC0415 -- its loading is timed

    start = time.process_time()
    parser = light.load()
    load = time.process_time() - start
    return Candidate("light (copydesk)", parser.parse, load, (Path(light.__file__).parent / "light.npz").stat().st_size)


# HanTa's tags (CLAWS 5) by how they begin.
_CLAWS = {
    "AJ": "ADJ", "AT": "DET", "AV": "ADV", "CJC": "CCONJ", "CJ": "SCONJ", "CRD": "NUM", "ORD": "ADJ", "DPS": "PRON", "DT": "DET",
    "EX": "PRON", "ITJ": "INTJ", "NN": "NOUN", "NP": "PROPN",
    "PN": "PRON", "POS": "PART", "PR": "ADP", "PU": "PUNCT", "TO0": "PART",
    "VB": "AUX", "VM": "AUX", "VD": "AUX", "VH": "AUX", "VV": "VERB", "XX": "PART", "ZZ": "X", "UNC": "X", "$": "PUNCT",
}  # fmt: skip


def hanta() -> Candidate | None:
    try:
        from HanTa import HanoverTagger  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 -- may be absent
    except ModuleNotFoundError:
        print("HanTa is not installed: pip install HanTa", file=sys.stderr)
        return None
    start = time.process_time()
    tagger = HanoverTagger.HanoverTagger("morphmodel_en.pgz")
    load = time.process_time() - start

    def one(words: Sequence[str]) -> ParsedSentence:
        rows = tagger.tag_sent(list(words)) if words else []
        tags = ["PUNCT" if not any(c.isalnum() for c in w) else _claws(tag) for w, _, tag in rows]
        return ParsedSentence(
            tuple(tags), ("",) * len(rows), ("",) * len(rows), (-2,) * len(rows), ("",) * len(rows), ("O",) * len(rows)
        )

    size = (Path(HanoverTagger.__file__).parent / "morphmodel_en.pgz").stat().st_size
    return Candidate("HanTa", lambda batch: [one(words) for words in batch], load, size, can="t")


def _claws(tag: str) -> str:
    return next((kind for start, kind in _CLAWS.items() if tag.startswith(start)), "X")


def perceptron() -> Candidate:
    """Train the perceptrons; the parser learns on tags that the tagger made for sentences it had not seen."""
    train = sentences("train")
    pairs = [f"{t} {f}" for s in train for t, f in zip(s.tags, s.fine, strict=True)]
    gold = iter(pairs)
    tagged = [(s.words, [next(gold) for _ in s.words]) for s in train]
    tagger, finder, parser = Tagger(), Tagger(), TransitionParser()
    tagger.train(tagged)
    finder.train([(s.words, s.entities) for s in train])
    half = len(train) // 2
    jackknifed: list[tuple[Sentence, list[str]]] = []
    for learn, use in ((slice(half, None), slice(0, half)), (slice(0, half), slice(half, None))):
        other = Tagger()
        other.train(tagged[learn], rounds=3)
        jackknifed += [(s, [tag.split(" ")[1] for tag in other.tag(s.words)]) for s in train[use]]
    parser.train(jackknifed)

    def one(words: Sequence[str]) -> ParsedSentence:
        tags = [tag.split(" ") for tag in tagger.tag(words)]
        fine = [f for _, f in tags]
        heads, relations = parser.parse(words, fine)
        return ParsedSentence(
            tuple(t for t, _ in tags), tuple(fine), tuple(words), tuple(heads), tuple(relations), tuple(finder.tag(words))
        )

    size = len(pickle.dumps((tagger.model.weights, finder.model.weights, parser.model.weights)))
    return Candidate("averaged perceptrons, arc-standard", lambda batch: [one(words) for words in batch], 0.0, size)


def tokens(gold: Sequence[Sentence]) -> float:
    """Return F1 of the tokeniser's spans against the corpus's."""
    pairs = []
    for s in gold:
        place, wanted = 0, set()
        for word in s.words:
            place = s.text.find(word, place) if s.text.find(word, place) >= 0 else place
            wanted.add((place, place + len(word)))
            place += len(word)
        pairs.append(({(t.start, t.end) for t in tokenise(s.text)}, wanted))
    return f1(pairs)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--all", action="store_true")
    options.add_argument("--part", default="test", choices=("dev", "test"))
    chosen = options.parse_args()
    if not FOLDER.is_dir():
        sys.exit(f"no corpus at {FOLDER}")
    gold = sentences(chosen.part)
    candidates = [light(), *([c for c in (hanta(),) if c] + [perceptron()] if chosen.all else [])]
    print(f"GUM {chosen.part}, all {sum(len(s.words) for s in gold):,} words\n")
    table([measure(candidate, gold) for candidate in candidates])
    print("\nThe same in capitals, in lower case and as headlines\n")
    changes: list[tuple[str, Callable[[str], str]]] = [("capitals", str.upper), ("lower case", str.lower), ("headlines", _headline)]
    table([[f"{name}: {row[0]}", *row[1:]] for name, change in changes for row in [measure(candidates[0], gold, change)]])
    print(f"\nTokeniser: F1 of spans {tokens(gold):.2f}")


def _headline(word: str) -> str:
    return (
        word
        if word.lower() in ("a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "'s", "n't")
        else word[:1].upper() + word[1:]
    )


if __name__ == "__main__":
    random.seed(0)
    main()
