"""Measures `group` on ECB+ (whole and as small piles), on the dated triples and on headlines, beside TF-IDF groupings of the field.

    .venv/bin/python benchmarks/grouping.py          # some minutes; prints Markdown tables

ECB+ holds two events of one kind for every topic (two courthouse shootings, two earthquakes), which is the hard part. The triples'
groups are not exhaustive: two of their events may well be one story, so precision there is a lower bound.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.piles import article, bcubed, ecbplus, marked, small_piles, triples

from copydesk.group import group
from copydesk.group.config import GroupConfig
from copydesk.models import load_vectors
from copydesk.ports import Vectors
from copydesk.records import Marked, ReuseLink
from copydesk.text.background import FUNCTION_WORDS
from copydesk.text.shingles import words
from copydesk.trace import trace
from copydesk.trace.config import TraceConfig

LEAST = (0.14, 0.17, 0.2, 0.23, 0.26)
COMPACT = (0.55, 0.6, 0.65, 0.7)
FOLDS = 5
Labels = Mapping[str, str]


def grouped(articles: Sequence[Marked], links: Sequence[ReuseLink], vectors: Vectors, config: GroupConfig) -> dict[str, str]:
    """Return the story of each article."""
    return {name: story.id for story in group(articles, links, (), vectors, config) for name in story.article_ids}


def quality(found: Labels, truth: Labels) -> tuple[float, float, float]:
    """Return BCubed precision, recall and F1."""
    names = sorted(found)
    return bcubed([found[name] for name in names], [truth[name] for name in names])


def cells(values: Sequence[float]) -> str:
    """Return numbers as cells of a table."""
    return " | ".join(f"{value:.3f}" for value in values)


def tf_idf(articles: Sequence[Marked]) -> NDArray[np.float32]:
    """Return plain TF-IDF vectors of unit length, document frequencies counted in the pile."""
    counts = [Counter(word.folded for word in words(one.article.text) if word.folded not in FUNCTION_WORDS) for one in articles]
    frequency = Counter(word for count in counts for word in count)
    column = {word: i for i, word in enumerate(sorted(frequency))}
    rows = np.zeros((len(articles), len(column)), np.float32)
    for row, count in zip(rows, counts, strict=True):
        for word, times in count.items():
            row[column[word]] = (1 + np.log(times)) * np.log(len(articles) / frequency[word] + 1e-9)
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), np.float32)


def leader(rows: NDArray[np.float32], least: float) -> list[int]:
    """Group in one pass: each article joins the group whose mean is most like it, if like enough (single-pass clustering)."""
    sums: list[NDArray[np.float32]] = []
    labels = []
    for row in rows:
        likeness = [float(total @ row) / float(np.linalg.norm(total) + 1e-9) for total in sums]
        best = int(np.argmax(likeness)) if likeness else -1
        if best >= 0 and likeness[best] >= least:
            sums[best] = sums[best] + row
        else:
            best = len(sums)
            sums.append(row.copy())
        labels.append(best)
    return labels


def average(rows: NDArray[np.float32], least: float) -> list[int]:
    """Group by average linkage over all pairs (Lance and Williams 1967)."""
    likeness = (rows @ rows.T).astype(np.float64)
    np.fill_diagonal(likeness, -1)
    labels, sizes = np.arange(len(rows)), np.ones(len(rows))
    while True:
        a, b = sorted(divmod(int(likeness.argmax()), len(rows)))
        if a == b or likeness[a, b] < least:
            return [int(label) for label in labels]
        merged = (sizes[a] * likeness[a] + sizes[b] * likeness[b]) / (sizes[a] + sizes[b])
        likeness[a], likeness[:, a] = merged, merged
        likeness[a, a] = -1
        likeness[b], likeness[:, b] = -1, -1
        sizes[a] += sizes[b]
        labels[labels == b] = a


def whole(articles: Mapping[str, Marked], truth: Labels, links: Sequence[ReuseLink], vectors: Vectors) -> None:
    """Print the quality on all of ECB+ and beside its peers."""
    names = sorted(articles)
    print(f"ECB+, {len(names)} articles, {len(set(truth.values()))} events\n")
    print("| | BCubed precision | recall | F1 |\n|---|---|---|---|")
    print(f"| copydesk, settings cross-validated by topic | {cells(cross_validated(articles, truth, links, vectors))} |")
    print(f"| copydesk, as shipped | {cells(quality(grouped(list(articles.values()), links, vectors, GroupConfig()), truth))} |")
    print(
        f"| copydesk without reuse links | {cells(quality(grouped(list(articles.values()), (), vectors, GroupConfig()), truth))} |"
    )
    rows = tf_idf([articles[name] for name in names])
    gold = [truth[name] for name in names]
    tries = (0.1, 0.12, 0.15, 0.18, 0.2, 0.22, 0.25, 0.3)
    for title, method in (("TF-IDF, single pass", leader), ("TF-IDF, average linkage over all pairs", average)):
        tried = [bcubed([str(label) for label in method(rows, least)], gold) for least in tries]
        print(f"| {title}, threshold chosen on the answers | {cells(max(tried, key=lambda figures: figures[2]))} |")


def cross_validated(
    articles: Mapping[str, Marked], truth: Labels, links: Sequence[ReuseLink], vectors: Vectors
) -> tuple[float, float, float]:
    """Return the mean quality on topics that had no say in choosing the settings, each fold grouped as a pile of its own."""
    topics = sorted({group_id.split("_")[0] for group_id in truth.values()})
    order = np.random.default_rng(1).permutation(len(topics))
    fold_of = {topics[topic]: place % FOLDS for place, topic in enumerate(order)}
    settings = [GroupConfig(least=least, compact=compact) for least in LEAST for compact in COMPACT]
    results = np.zeros((FOLDS, len(settings), 3))
    for fold in range(FOLDS):
        pile = [one for name, one in sorted(articles.items()) if fold_of[truth[name].split("_")[0]] == fold]
        for at, config in enumerate(settings):
            results[fold, at] = quality(grouped(pile, links, vectors, config), truth)
    chosen = [int(np.delete(results, fold, axis=0)[:, :, 2].mean(axis=0).argmax()) for fold in range(FOLDS)]
    mean = np.mean([results[fold, at] for fold, at in enumerate(chosen)], axis=0)
    return float(mean[0]), float(mean[1]), float(mean[2])


def piles(articles: Mapping[str, Marked], truth: Labels, vectors: Vectors) -> None:
    """Print the quality on small piles."""
    drawn = small_piles(truth, 300)
    mine = [quality(grouped([articles[name] for name in pile], (), vectors, GroupConfig()), truth) for pile in drawn]
    print(f"\n{len(drawn)} piles of 2-6 events with 1-6 articles each, six in ten with two events of one kind\n")
    print("| | BCubed precision | recall | F1 | piles without a mistake |\n|---|---|---|---|---|")
    print(f"| copydesk | {cells(np.mean(mine, axis=0).tolist())} | {np.mean([figures[2] > 0.999 for figures in mine]):.2f} |")
    tried = []
    for least in (0.05, 0.08, 0.1, 0.12, 0.15, 0.18):
        found = []
        for pile in drawn:
            labels = average(tf_idf([articles[name] for name in pile]), least)
            found.append(bcubed([str(label) for label in labels], [truth[name] for name in pile]))
        tried.append((np.mean(found, axis=0).tolist(), float(np.mean([figures[2] > 0.999 for figures in found]))))
    best = max(tried, key=lambda one: one[0][2])
    print(f"| TF-IDF of the pile, average linkage, threshold chosen on the answers | {cells(best[0])} | {best[1]:.2f} |")


def dated(vectors: Vectors) -> None:
    """Print the quality on the dated triples, with and without their times, and where headlines without a text are put."""
    rows, truth = triples()
    articles = marked(rows.values())
    timeless = [replace(one, article=replace(one.article, published=article("", [""]).published)) for one in articles.values()]
    print(f"\nTriples, {len(articles)} articles of about 90 words, {len(set(truth.values()))} events\n")
    print("| | BCubed precision | recall | F1 |\n|---|---|---|---|")
    print(f"| with times | {cells(quality(grouped(list(articles.values()), (), vectors, GroupConfig()), truth))} |")
    print(f"| without | {cells(quality(grouped(timeless, (), vectors, GroupConfig()), truth))} |")
    headlines({one.article.id: one for one in timeless}, truth, vectors)


def headlines(articles: Mapping[str, Marked], truth: Labels, vectors: Vectors) -> None:
    """Print where headlines without a text are put: those of five events in the pile, and those of four that are not."""
    draw = random.Random(7)
    members: dict[str, list[str]] = {}
    for name in sorted(articles):
        members.setdefault(truth[name], []).append(name)
    events = [event for event in sorted(members) if len(members[event]) >= 3]
    bare = marked(article(name, [one.article.title or ""]) for name, one in articles.items())
    print("\n| headlines | placed rightly | wrongly | left alone | of strangers, joined to a story |\n|---|---|---|---|---|")
    for title, config in (("by words alone", GroupConfig(meaning=9.0)), ("with word vectors", GroupConfig())):
        counts: Counter[str] = Counter()
        for _ in range(100):
            chosen = draw.sample(events, 9)
            known, strange = [members[event][0] for event in chosen[:5]], [members[event][0] for event in chosen[5:]]
            full = [name for event in chosen[:5] for name in members[event][1:]]
            found = grouped([*(bare[name] for name in known + strange), *(articles[name] for name in full)], (), vectors, config)
            stories = {found[name]: truth[name] for name in full}
            counts.update(_place(stories.get(found[name]), truth[name]) for name in known)
            counts.update("joined" if found[name] in stories else "apart" for name in strange)
        strangers = f"{counts['joined']} of {counts['joined'] + counts['apart']}"
        print(f"| {title} | {counts['right']} | {counts['wrong']} | {counts['alone']} | {strangers} |")


def _place(event: str | None, wanted: str) -> str:
    """Return what became of a headline."""
    return "alone" if event is None else "right" if event == wanted else "wrong"


def speed(articles: Sequence[Marked], vectors: Vectors) -> None:
    """Print time against the number of articles."""
    print("\n| articles | ms of CPU per article |\n|---|---|")
    for count in (125, 250, 500, len(articles)):
        start = time.process_time()
        group(articles[:count], (), (), vectors, GroupConfig())
        print(f"| {count} | {1000 * (time.process_time() - start) / count:.2f} |")


def main() -> None:
    """Print the tables."""
    rows, truth = ecbplus()
    articles = marked(rows.values())
    vectors = load_vectors()
    links = trace(list(articles.values()), TraceConfig()).links
    whole(articles, truth, links, vectors)
    piles(articles, truth, vectors)
    dated(vectors)
    speed(list(articles.values()), vectors)


if __name__ == "__main__":
    main()
