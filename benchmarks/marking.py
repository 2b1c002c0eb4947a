"""Measures marking: time per article, and quotes with their speakers on PolNeAR.

    .venv/bin/python benchmarks/marking.py                               time only
    .venv/bin/python benchmarks/marking.py --polnear PATH --part dev     and quotes, speakers, attributions

PATH is the `data` folder of the PolNeAR corpus (networkdynamics/PolNeAR). Its test part is refused: it is how results are judged.
"""

import argparse
import json
import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from copydesk.mark import MarkConfig, MarkContext, mark
from copydesk.models import load_parser
from copydesk.ports import ParsedSentence, Parser
from copydesk.records import Block, Marks, QuoteMark
from copydesk.text.tokens import tokenise

SHARED = Path(os.environ.get("COPYDESK_SHARED", Path(__file__).parents[2] / "shared"))
EVERY = 7  # one article of so many
OPENING, CLOSING = "\"“”‘«`'", "\"”“»'"


class Remembering:
    """A parser that knows its answers, so that the time of marking alone can be taken; counts how often it is asked."""

    def __init__(self, parser: Parser) -> None:
        self.name = parser.name
        self.seconds = 0.0
        self._parser = parser
        self._known: dict[int, list[ParsedSentence]] = {}

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[ParsedSentence]:
        """Answer from memory, else ask and take the time."""
        key = hash(tuple(map(tuple, sentences)))
        if key not in self._known:
            start = time.process_time()
            self._known[key] = self._parser.parse(sentences)
            self.seconds += time.process_time() - start
        return self._known[key]


def by_line(text: str) -> MarkContext:
    """Return the context of a text with one paragraph per line."""
    lines = re.finditer(r"[^\n]*\S[^\n]*", text)
    return MarkContext(blocks=tuple(Block(start=line.start(), end=line.end()) for line in lines))


def speed() -> None:
    """Print CPU time per 450 words: parsing, everything else, and the tokeniser alone as a measure of the machine's mood."""
    path = SHARED / "data" / "ecbplus" / "articles.jsonl"
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()[::EVERY]]
    words = sum(len(text.split()) for text in texts)
    parser = Remembering(load_parser())
    contexts = [by_line(text) for text in texts]

    def once() -> float:
        start = time.process_time()
        for text, context in zip(texts, contexts, strict=True):
            mark(text, parser, MarkConfig(), context)
        return time.process_time() - start

    def cut() -> float:
        start = time.process_time()
        for text in texts:
            tokenise(text)
        return time.process_time() - start

    once()
    rows = {"parse": parser.seconds, "all but parse": min(once() for _ in range(5)), "(tokenise)": min(cut() for _ in range(5))}
    print(f"{len(texts)} articles, {words:,} words\n\n| part | ms of CPU per 450 words |\n|---|---|")
    for name, seconds in rows.items():
        print(f"| {name} | {1000 * seconds / words * 450:.2f} |")


@dataclass
class Gold:
    """An attribution as the corpus has it: spans of content and source."""

    content: list[tuple[int, int]]
    speakers: list[tuple[int, int]]


@dataclass
class Found:
    """How many attributions the corpus has, how many were found, and how many of these are right."""

    gold: int = 0
    said: int = 0
    right: int = 0


@dataclass
class Counts:
    """What was counted over the corpus: direct quotes, reported speech with direct quotes, and attributions of all kinds."""

    gold_direct: int = 0
    found_direct: int = 0
    said_direct: int = 0
    right_direct: int = 0
    with_speaker: int = 0
    right_speaker: int = 0
    speech: Found = field(default_factory=Found)
    all: Found = field(default_factory=Found)
    with_holder: int = 0
    right_holder: int = 0
    texts: int = 0


def gold_of(path: Path) -> Iterator[Gold]:
    """Yield the attributions of one annotation file (brat's stand-off form)."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        parts = line.split("\t")
        if len(parts) > 1 and line[0] == "T":
            places = parts[1].split(" ", 1)[1].split(";")
            spans[parts[0]] = [(int(a), int(b)) for a, b in (place.split() for place in places)]
        elif len(parts) > 1 and line[0] == "E":
            roles: dict[str, list[tuple[int, int]]] = {"Content": [], "Source": []}
            for role, mention in (pair.split(":") for pair in parts[1].split()):
                roles.setdefault(role.rstrip("0123456789"), []).extend(spans.get(mention, []))
            if roles["Content"]:
                yield Gold(sorted(roles["Content"]), roles["Source"])


@dataclass
class Attributed:
    """An attribution as it was found: a quote or an attribution that is none."""

    start: int
    end: int
    direct: bool
    holder: tuple[int, int]


def attributed(marks: Marks) -> tuple[list[Attributed], list[Attributed]]:
    """Return the quotes whose speaker is named, without a few words in quotation marks, and the attributions that are no quotes."""
    quotes = [
        Attributed(q.start, q.end, direct=q.direct, holder=(q.speaker_start, q.speaker_end))
        for q in marks.quotes
        if q.speaker and (q.whole or not q.direct)
    ]
    others = [Attributed(a.start, a.end, direct=False, holder=(a.holder_start, a.holder_end)) for a in marks.attributions]
    return quotes, others


def shared(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Return how many characters two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def is_direct(text: str, gold: Gold) -> bool:
    """Return whether a content stands wholly in quotation marks."""
    words = text[gold.content[0][0] : gold.content[-1][1]].strip()
    return bool(words) and words[0] in OPENING and (words[-1] in CLOSING or words[-2:-1] in CLOSING)


def score_direct(text: str, golds: Sequence[Gold], quotes: Sequence[QuoteMark], counts: Counts) -> None:
    """Count direct quotes found and made up, and speakers that overlap the corpus's."""
    for gold in (gold for gold in golds if is_direct(text, gold)):
        near = [
            q for q in quotes if any(shared(s, (q.start, q.end)) > 0.8 * min(s[1] - s[0], q.end - q.start) for s in gold.content)
        ]
        covered = sum(shared(s, (q.start, q.end)) for s in gold.content for q in near)
        counts.gold_direct += 1
        counts.found_direct += covered > 0.8 * sum(end - start for start, end in gold.content)
        if gold.speakers:
            counts.with_speaker += 1
            counts.right_speaker += any(shared((q.speaker_start, q.speaker_end), s) for q in near for s in gold.speakers)
    contents = [span for gold in golds for span in gold.content]
    for quote in (q for q in quotes if q.whole):
        counts.said_direct += 1
        counts.right_direct += any(shared((quote.start, quote.end), s) > 0.5 * (quote.end - quote.start) for s in contents)


def same(gold: Gold, mark: Attributed) -> bool:
    """Return whether half of both contents is shared, or a direct quote lies in the corpus's content."""
    length, own = sum(end - start for start, end in gold.content), mark.end - mark.start
    both = sum(shared(s, (mark.start, mark.end)) for s in gold.content)
    return both > 0 and (2 * both >= length + own - both or lies_in(gold, mark))


def lies_in(gold: Gold, mark: Attributed) -> bool:
    """Return whether a direct quote lies in the corpus's content, of which it may be a part."""
    both = sum(shared(s, (mark.start, mark.end)) for s in gold.content)
    return mark.direct and both > 0.8 * (mark.end - mark.start)


def score(golds: Sequence[Gold], marks: Sequence[Attributed], counts: Found) -> list[tuple[Gold, Attributed]]:
    """Count attributions; parts of one gold count once. Returns what belongs together."""
    left, pairs = list(marks), []
    for gold in golds:
        found = next((mark for mark in left if same(gold, mark)), None)
        if found is None:
            continue
        pairs.append((gold, found))
        left = [mark for mark in left if mark is not found and not lies_in(gold, mark)]
    counts.gold += len(golds)
    counts.right += len(pairs)
    counts.said += len(pairs) + len(left)
    return pairs


def score_holders(pairs: Sequence[tuple[Gold, Attributed]], counts: Counts) -> None:
    """Count right attributions that name somebody in the corpus, and those where we name the same."""
    for gold, found in pairs:
        counts.with_holder += bool(gold.speakers)
        counts.right_holder += any(shared(found.holder, s) for s in gold.speakers)


def polnear(folder: Path, part: str) -> None:
    """Print precision, recall and F1 on a part of PolNeAR."""
    parser, counts = load_parser(), Counts()
    files = {path.stem.rsplit("_", 1)[0]: path for path in sorted((folder / part / "attributions").glob("*.ann"), reverse=True)}
    if not files:
        sys.exit(f"{folder / part / 'attributions'} holds no .ann file: --polnear takes the corpus's `data` folder")
    for name, path in sorted(files.items()):
        with (folder / part / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        golds = list(gold_of(path))
        marks = mark(text, parser, MarkConfig())
        quotes, others = attributed(marks)
        score_direct(text, golds, [q for q in marks.quotes if q.direct], counts)
        score(golds, quotes, counts.speech)
        score_holders(score(golds, [*quotes, *others], counts.all), counts)
        counts.texts += 1
    print(f"\nPolNeAR {part}, {counts.texts} articles\n\n| | precision | recall | F1 |\n|---|---|---|---|")
    print(row("direct quotes", counts.right_direct / max(1, counts.said_direct), counts.found_direct / max(1, counts.gold_direct)))
    for name, found in (("all attributions, by quotes alone", counts.speech), ("all attributions", counts.all)):
        print(row(name, found.right / max(1, found.said), found.right / max(1, found.gold)))
    print(f"\nspeaker of direct quotes right: {counts.right_speaker / max(1, counts.with_speaker):.3f} of {counts.with_speaker}")
    print(f"holder of right attributions right: {counts.right_holder / max(1, counts.with_holder):.3f} of {counts.with_holder}")


def row(name: str, precision: float, recall: float) -> str:
    """Return a table row with the harmonic mean."""
    return f"| {name} | {precision:.3f} | {recall:.3f} | {2 * precision * recall / max(1e-9, precision + recall):.3f} |"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--polnear", type=Path, help="the corpus's data folder")
    arguments.add_argument("--part", choices=("train", "dev"), default="dev")
    given = arguments.parse_args()
    speed()
    if given.polnear:
        polnear(given.polnear, given.part)


if __name__ == "__main__":
    main()
