#!/usr/bin/env python3
"""Learn the weights of the block judge and write them to `src/copydesk/read/weights.py`.

    scripts/train_reading.py [--pages FOLDER] [--clean FILE] [--check]

FOLDER holds hand-labelled news pages (`ground_truth.json`, `html/*.html.gz`; the evaluation set of the Fundus project, MIT), FILE
holds clean articles as JSON Lines with a `text` (the ECB+ corpus, CC BY 3.0). Each page is read as text in several ways, as copying
and scraping give it, and its lines are labelled by whether they stand in the gold text. `--check` only prints how well weights
learned without an outlet judge that outlet's pages.
"""

import argparse
import gzip
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from copydesk.read.assembling import parts_of
from copydesk.read.formats.visible import parsed, visible_text
from copydesk.read.places import PLACE, core_of, place_signs
from copydesk.read.signs import FACE, Face, around, face_signs
from copydesk.text.fold import folded, plain

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared/data"
WEIGHTS = ROOT / "src/copydesk/read/weights.py"
FOLDS = 4
# So many times each gold text is broken up by clutter.
BOXED = 2
FURNITURE = ("nav", "header", "footer", "aside", "form")
HEAD = '"""Weights of the block judge, learned by `scripts/train_reading.py`; see `signs.FACE` and `places.PLACE`."""\n\n'
Matrix = Any


@dataclass
class Sample:
    """A text with labelled blocks, as the judge sees it.

    Attributes:
        outlet: Whose it is; weights are checked on outlets they were not learned from.
        way: How the text was made: `full`, `main`, `paragraphs`, `gold`, `tail`, `boxes`, `clean`.
        faces: Its blocks.
        labels: 1 for the article's own.
        use_widgets: Whether the table of widgets counts.
        elsewhere: Lines that other pages of the outlet have too.
    """

    outlet: str
    way: str
    faces: list[Face]
    labels: list[int]
    use_widgets: bool = True
    elsewhere: frozenset[str] = frozenset()
    signs: Matrix = field(default=None)

    def weights(self) -> Matrix:
        """Return how much each block counts: longer ones more, clean text twice."""
        twice = 2 if self.way in ("gold", "tail", "clean") else 1
        counted = [self.way != "clean" or face.prose for face in self.faces]
        return np.array([twice * c * math.log2(2 + len(face.words)) for c, face in zip(counted, self.faces, strict=True)])

    def face_matrix(self) -> Matrix:
        """Return the numbers of `FACE`, a row per block."""
        if self.signs is None:
            known = around(self.faces, self.elsewhere, use_widgets=self.use_widgets)
            self.signs = np.array([face_signs(face, i, known) for i, face in enumerate(self.faces)])
        return self.signs

    def matrix(self, first: Matrix) -> Matrix:
        """Return the numbers of `FACE` and `PLACE`, a row per block, given the weights of the first reading."""
        chances = sigmoid(self.face_matrix() @ first)
        core = core_of(self.faces, list(chances))
        places = place_signs(self.faces, list(chances), core, use_widgets=self.use_widgets)
        return np.hstack([self.face_matrix(), np.array(places)])


def faces_of(text: str) -> list[Face]:
    """Cut a text into blocks."""
    return [Face(part) for part in parts_of(plain(text))]


def ways(html: str) -> Iterator[tuple[str, str]]:
    """Yield a page's text as a browser's copy gives it, without the page's furniture, and its paragraphs alone."""
    yield "full", visible_text(parsed(html))
    tree = parsed(html)
    for element in list(tree.iter(*FURNITURE)):
        if element.getparent() is not None:
            element.drop_tree()
    yield "main", visible_text(tree)
    lines = (re.sub(r"\s+", " ", e.text_content()).strip() for e in tree.iter("p", "h1", "h2", "h3", "figcaption", "time", "li"))
    yield "paragraphs", "\n".join(line for line in lines if line)


def labelled(faces: Sequence[Face], gold: Sequence[str]) -> list[int]:
    """Return 1 for each block that stands in the gold text."""
    keys = {folded(part) for paragraph in gold for part in parts_of(plain(paragraph))}
    whole = f" {' '.join(folded(plain(paragraph)) for paragraph in gold)} "
    return [int(face.key in keys or (len(face.words) >= 5 and f" {face.key} " in whole)) for face in faces]


def page_samples(folder: Path) -> Iterator[Sample]:
    """Yield the labelled pages, read in several ways."""
    truth = json.loads((folder / "ground_truth.json").read_text(encoding="utf-8"))
    for name, entry in sorted(truth.items()):
        outlet = name.split("_")[0]
        gold = [line.strip("[]") for line in entry["body"]]
        html = gzip.decompress((folder / "html" / name).read_bytes()).decode("utf-8", "replace")
        for way, text in ways(html):
            faces = faces_of(text)
            yield Sample(outlet, way, faces, labelled(faces, gold))
        faces = faces_of("\n\n".join(gold))
        yield Sample(outlet, "gold", faces, [1] * len(faces))


def with_tails(samples: Sequence[Sample], rng: np.random.Generator) -> Iterator[Sample]:
    """Yield gold texts with the beginnings of other outlets' articles behind their end, as teasers are."""
    stories = [(s.outlet, long) for s in samples if s.way == "gold" and len(long := [f for f in s.faces if len(f.words) >= 12]) > 3]
    between = sorted(
        {
            f.text
            for s in samples
            if s.way == "main"
            for f, y in zip(s.faces, s.labels, strict=True)
            if not y and 3 <= len(f.words) <= 25
        }
    )
    crumbs = [Face(text) for text in between if Face(text).widget is None]
    for sample in samples:
        if sample.way != "gold" or len(sample.faces) < 4:
            continue
        tail: list[Face] = []
        for _ in range(rng.integers(1, 5)):
            outlet, story = stories[rng.integers(len(stories))]
            if outlet == sample.outlet:
                continue
            if rng.random() < 0.6:
                tail.append(crumbs[rng.integers(len(crumbs))])
            tail += story[: rng.integers(1, 3)]
        yield Sample(sample.outlet, "tail", [*sample.faces, *tail], [1] * len(sample.faces) + [0] * len(tail))


def with_boxes(samples: Sequence[Sample], rng: np.random.Generator) -> Iterator[Sample]:
    """Yield gold texts with runs of other outlets' clutter between their paragraphs and behind their end, as copied pages have."""
    runs = [(s.outlet, run) for s in samples if s.way in ("main", "paragraphs") for run in clutter_runs(s)]
    for sample in samples:
        if sample.way != "gold" or len(sample.faces) < 4:
            continue
        others = [run for outlet, run in runs if outlet != sample.outlet]
        for _ in range(BOXED):
            cuts = sorted(
                rng.choice(np.arange(1, len(sample.faces)), min(len(sample.faces) - 1, rng.integers(1, 4)), replace=False)
            )
            faces, labels = list[Face](), list[int]()
            for start, end in pairwise([0, *cuts, len(sample.faces)]):
                box = others[rng.integers(len(others))][: rng.integers(1, 9)]
                faces += [*sample.faces[start:end], *box]
                labels += [1] * (end - start) + [0] * len(box)
            yield Sample(sample.outlet, "boxes", faces, labels)


def clutter_runs(sample: Sample) -> Iterator[list[Face]]:
    """Yield the stretches of blocks of a page that are not its article's."""
    run: list[Face] = []
    for face, label in zip(sample.faces, sample.labels, strict=True):
        if label and run:
            yield run
        run = [] if label else [*run, face]
    if run:
        yield run


def clean_samples(path: Path) -> Iterator[Sample]:
    """Yield every tenth clean article; its paragraphs must all stay."""
    for line in path.read_text(encoding="utf-8").splitlines()[::10]:
        faces = faces_of(json.loads(line)["text"])
        yield Sample("clean", "clean", faces, [1] * len(faces))


def in_all_settings(samples: Sequence[Sample]) -> Iterator[Sample]:
    """Yield each sample with the table of widgets and without, pages also in the company of their outlet's others."""
    shared: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sample in samples:
        shared[sample.outlet, sample.way].update({face.key for face in sample.faces})
    for sample in samples:
        often = frozenset(key for key, times in shared[sample.outlet, sample.way].items() if times > 1)
        for use_widgets in (True, False):
            for elsewhere in (frozenset(), often) if sample.way in ("full", "main") else (frozenset(),):
                yield Sample(sample.outlet, sample.way, sample.faces, sample.labels, use_widgets, elsewhere)


def sigmoid(z: Matrix) -> Matrix:
    """Return the logistic function."""
    return 1 / (1 + np.exp(-np.clip(z, -30, 30)))


def logistic(x: Matrix, y: Matrix, weight: Matrix, penalty: float = 1.0) -> Matrix:
    """Return the weights of a logistic regression with an L2 penalty, by Newton's method."""
    beta = np.zeros(x.shape[1])
    ridge = np.full(len(beta), penalty)
    ridge[0] = 1e-6  # the constant is free
    for _ in range(30):
        p = sigmoid(x @ beta)
        gradient = x.T @ (weight * (p - y)) + ridge * beta
        step = np.linalg.solve((x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(ridge), gradient)
        beta -= step
        if np.abs(step).max() < 1e-4:
            break
    return beta


def learn(samples: Sequence[Sample]) -> tuple[Matrix, Matrix]:
    """Return the weights of the first and of the second reading."""
    y = np.concatenate([s.labels for s in samples]).astype(float)
    weight = np.concatenate([s.weights() for s in samples])
    first = logistic(np.concatenate([s.face_matrix() for s in samples]), y, weight)
    return first, logistic(np.concatenate([s.matrix(first) for s in samples]), y, weight)


def check(samples: Sequence[Sample]) -> Iterator[str]:
    """Yield a table of word precision, recall and F1 on outlets that were left out."""
    results: dict[tuple[str, bool, bool], list[tuple[float, float, float]]] = defaultdict(list)
    outlets = sorted({s.outlet for s in samples})
    for fold in (set(outlets[k::FOLDS]) for k in range(FOLDS)):
        first, second = learn([s for s in samples if s.outlet not in fold])
        for sample in (s for s in samples if s.outlet in fold and s.faces):
            results[sample.way, sample.use_widgets, bool(sample.elsewhere)].append(judged(sample, first, second))
    yield "| text | widget table | together with the outlet's others | precision | recall | F1 |"
    yield "|---|---|---|---|---|---|"
    for (way, widgets, company), scores in sorted(results.items()):
        numbers = " | ".join(f"{np.mean(values):.3f}" for values in zip(*scores, strict=True))
        yield f"| {way} | {'yes' if widgets else 'no'} | {'yes' if company else 'no'} | {numbers} |"


def judged(sample: Sample, first: Matrix, second: Matrix) -> tuple[float, float, float]:
    """Return word precision, recall and F1 of one text."""
    kept = sigmoid(sample.matrix(first) @ second) >= 0.5
    words = np.array([len(face.words) for face in sample.faces]) * (sample.weights() > 0)
    right = (words * kept * sample.labels).sum()
    precision, recall = right / max(1, (words * kept).sum()), right / max(1, (words * sample.labels).sum())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def table(name: str, signs: Sequence[str], weights: Matrix) -> str:
    """Return one table of weights as Python."""
    rows = "".join(f"    {weight:.3f},  # {sign}\n" for sign, weight in zip(signs, weights, strict=True))
    return f"{name}: tuple[float, ...] = (\n{rows})\n"


def main() -> int:
    """Learn, or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, default=SHARED / "fundus/dataset")
    parser.add_argument("--clean", type=Path, default=SHARED / "ecbplus/articles.jsonl")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    base = [s for s in page_samples(options.pages) if s.faces]
    rng = np.random.default_rng(7)
    made = [*with_tails(base, rng), *with_boxes(base, rng)]
    samples = list(in_all_settings([*base, *made, *clean_samples(options.clean)]))
    if options.check:
        print("\n".join(check(samples)))
        return 0
    first, second = learn(samples)
    WEIGHTS.write_text(
        HEAD + table("FACE_WEIGHTS", FACE, first) + "\n" + table("PLACE_WEIGHTS", FACE + PLACE, second), encoding="utf-8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
