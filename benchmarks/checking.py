"""How many false sentences `check` catches, how many true ones it doubts, how well its score ranks, and how fast it is.

Run: .venv/bin/python benchmarks/checking.py [ARTICLES] [--seen] [--show KIND] [--fit] [--judge KIND:MODEL [--base-url URL]]

ARTICLES is how many articles edits are made of (default 120); `--show` prints what went wrong with one kind of edit, or `all`;
`--fit` fits the weights of the score anew. Articles are drawn from those nobody looked at while the rules were written; `--seen`
draws from the others (`edits/seen.txt`), whose figures are in-sample; `--judge` asks a model for a second opinion on edits and free
paraphrases, as `copydesk check` does, and `--judge yes` one that says yes to everything, which shows how far a judge can go. Prints
Markdown. Reads the shared data (`COPYDESK_SHARED`).
"""

import argparse
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import piles
from benchmarks.edits import Edit, Original, edits_of

from copydesk.check import CheckConfig, check, second
from copydesk.check.judge import case_of, groundings, look
from copydesk.check.pool import Pool
from copydesk.check.scores import features
from copydesk.mark import MarkConfig, MarkContext, mark
from copydesk.models import load_judge, load_parser
from copydesk.models.config import JudgeConfig
from copydesk.ports import Asked, Judge, Opinion
from copydesk.records import Article, Block, Marked, Marks, SentenceMark, Statement, Verdict

SENTENCES = 3  # of each article
COMPANY = 5  # other articles of the event in the pile of an uncited sentence
PARAPHRASES = Path(__file__).parent / "paraphrases"  # invented: label, passage, sentence of a draft
NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]+ [A-Z][a-z]{2,}\b(?! [A-Z])")


class Yes:
    """Fulfils `copydesk.ports.Judge`: everything is carried. What it makes of false sentences, a judge can do at worst."""

    name = "yes to everything"

    def judge(self, asked: Sequence[Asked]) -> Iterator[Opinion]:
        """Say yes."""
        return (Opinion(carried=1.0) for _ in asked)


def judge_of(named: str, base_url: str | None) -> Judge | None:
    """Return the judge that is named, if one is."""
    if not named:
        return None
    return Yes() if named == "yes" else load_judge(named, base_url, JudgeConfig(most_calls=100_000, most_tokens=100_000_000))


def verdicts_on(statements: Sequence[Statement], pile: Sequence[Marked], judge: Judge | None) -> tuple[Verdict, ...]:
    """Return the verdicts on sentences, with a judge's opinion where there is one."""
    pool, config = Pool(pile), CheckConfig()
    found = check(statements, pool, config)
    return second(tuple(zip(statements, found, strict=True)), pool, judge, config) if judge else found


def marks_of(texts: Sequence[str]) -> list[Marks]:
    """Mark sentences as a draft's are, all at once."""
    blocks, offset = [], 0
    for text in texts:
        blocks.append(Block(start=offset, end=offset + len(text)))
        offset += len(text) + 2
    marks = mark("\n\n".join(texts), load_parser(), MarkConfig(), MarkContext(blocks=tuple(blocks)))
    return [marks.within(block.start, block.end) for block in blocks]


def usable(article: Marked, draw: random.Random) -> list[SentenceMark]:
    """Return some sentences of an article: whole ones of a middle length."""
    text = article.article.text
    found = [s for s in article.reporting() if 40 < s.end - s.start < 300 and text[s.end - 1] in ".”" and text[s.start].isupper()]
    draw.shuffle(found)
    return found[:SENTENCES]


def judged(pile: Sequence[Marked], draw: random.Random, judge: Judge | None, *, cited: bool) -> Iterator[tuple[str, Edit, Verdict]]:
    """Yield original, edit and verdict for sentences of a pile's first article."""
    first = pile[0]
    names = tuple(sorted({name for m in pile for name in NAME.findall(m.article.text)}))
    for sentence in usable(first, draw):
        text = first.article.text[sentence.start : sentence.end]
        edits = list(edits_of(Original(text, marks_of([text])[0], names, first.article.text)))
        citations = (first.passage(sentence.start, sentence.end),) if cited else ()
        marks = marks_of([edit.text for edit in edits])
        statements = [Statement(text=e.text, marks=m, citations=citations) for e, m in zip(edits, marks, strict=True)]
        for edit, verdict in zip(edits, verdicts_on(statements, pile, judge), strict=True):
            yield text, edit, verdict


def sample(count: int, *, seen: bool = False, seed: int = 11) -> list[list[Article]]:
    """Return piles of articles of one event each; the first is the one sentences are taken from, and alone is seen or not."""
    draw = random.Random(seed)
    articles, groups = {}, {}
    for found, group in (piles.ecbplus(), piles.triples()):
        articles.update(found)
        groups.update(group)
    members = defaultdict(list)
    for name in sorted(groups):
        members[groups[name]].append(name)
    looked_at_before = set((Path(__file__).parent / "edits" / "seen.txt").read_text(encoding="utf-8").split())
    chosen = draw.sample(sorted(name for name in groups if (name in looked_at_before) == seen), count)
    return [[articles[i] for i in [name, *(o for o in members[groups[name]] if o != name)][: COMPANY + 1]] for name in chosen]


def edit_table(count: int, show: str, judge: Judge | None, *, seen: bool) -> None:
    """Print what was caught and what was doubted, by kind."""
    tally: dict[tuple[bool, str], Counter[str]] = defaultdict(Counter)
    for pile in sample(count, seen=seen):
        marked = list(piles.marked(pile).values())
        for way, articles in (("cited", marked[:1]), ("open", marked)):
            for original, edit, verdict in judged(articles, random.Random(pile[0].id), judge, cited=way == "cited"):
                wrong = (verdict.label == "supported") != edit.true
                tally[edit.true, edit.kind].update({way: 1, f"{way} wrong": int(wrong)})
                if wrong and show in (edit.kind, "all"):
                    failed = [(c.kind, c.text, c.outcome) for c in verdict.checks if c.outcome != "found"]
                    print(f"<!-- {way} {edit.kind} {verdict.label}\n  {original}\n  {edit.text}\n  {failed} -->")
    for true, title, word in ((False, "False edits", "caught"), (True, "True rewordings", "doubted")):
        print(f"\n{title}\n\n| kind | sentences | {word}, cited | {word}, uncited |\n|---|---|---|---|")
        rows = {kind: counts for (is_true, kind), counts in tally.items() if is_true == true}
        for kind in (*sorted(rows), "all"):
            counts = rows.get(kind) or sum((c for k, c in rows.items() if k != "verbatim"), Counter())
            cells = " | ".join(f"{percent(counts, way, true=true):.1f} %" for way in ("cited", "open"))
            print(f"| {kind if kind != 'all' or not true else 'all but verbatim'} | {counts['cited']} | {cells} |")


def percent(counts: Counter[str], way: str, *, true: bool) -> float:
    """Return the share of wrong verdicts on true sentences, or of right ones on false sentences."""
    wrong = 100 * counts[f"{way} wrong"] / max(1, counts[way])
    return wrong if true else 100 - wrong


def auc(good: NDArray[np.bool_], scores: NDArray[np.float64]) -> float:
    """Return how often a good sentence outranks a bad one, ties half: the area under the receiver operating characteristic."""
    above = scores[good][:, None] - scores[~good][None, :]
    return float((above > 0).mean() + 0.5 * (above == 0).mean())


def human(part: str) -> tuple[list[dict[str, float]], NDArray[np.float64], NDArray[np.bool_]]:
    """Return features, score and human verdict of the one-sentence summaries of a part."""
    rows = piles.lines(f"defacto/{part}.jsonl")
    statements = marks_of([row["candidate"] for row in rows])
    found, scores = [], []
    for index, (row, marks) in enumerate(zip(rows, statements, strict=True)):
        articles = list(piles.marked([piles.article(str(index), [row["article"]])]).values())
        (verdict,) = check([Statement(text=row["candidate"], marks=marks)], articles, CheckConfig())
        found.append(looked_at(row["candidate"], marks, articles))
        scores.append(verdict.score)
    return found, np.array(scores), np.array([not row["has_error"] for row in rows])


def looked_at(text: str, marks: Marks, articles: Sequence[Marked]) -> dict[str, float]:
    """Return the features of the grounding that decides."""
    case = case_of(Statement(text=text, marks=marks), Pool(articles), CheckConfig())
    if isinstance(case, Verdict):
        return {}
    tried = [look(case, grounding) for grounding in groundings(case)]
    alignment, findings = max(tried, key=lambda one: one[0].coverage)
    return features(alignment, findings, case.known)


def fit(rows: Sequence[dict[str, float]], good: NDArray[np.bool_], decay: float = 0.01) -> None:
    """Print the weights of a logistic model of the features, by plain gradient descent."""
    names = sorted({name for row in rows for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    scaled = np.c_[(table - middle) / spread, np.ones(len(table))]
    weights = np.zeros(scaled.shape[1])
    for _ in range(5000):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        weights -= 0.5 * (scaled.T @ (chance - good) / len(good) + decay * np.r_[weights[:-1], 0.0])
    plain = weights[:-1] / spread
    print({name: round(float(w), 3) for name, w in zip(names, plain, strict=True)}, round(float(weights[-1] - plain @ middle), 3))


def rank_table(*, again: bool) -> None:
    """Print how well the score ranks sentences with human verdicts."""
    print("\n| summaries with human verdicts | sentences | ROC-AUC |\n|---|---|---|")
    for part in ("train", "val"):
        rows, scores, good = human(part)
        print(f"| {part} | {len(good)} | {auc(good, scores):.3f} |")
        if again and part == "train":
            fit(rows, good)


def paraphrase_table(judge: Judge | None) -> None:
    """Print the labels of free paraphrases, true and false, each against its one passage, and how well the score ranks them."""
    print("\n| free paraphrases | sentences | supported | partly | contradicted | unsupported | ROC-AUC |")
    print("|---|---|---|---|---|---|---|")
    for name in ("seen", "unseen"):
        rows = [line.split("\t") for line in (PARAPHRASES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()]
        labels: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        scores = []
        for index, ((true, passage, _), marks) in enumerate(zip(rows, marks_of([row[2] for row in rows]), strict=True)):
            articles = list(piles.marked([piles.article(str(index), [passage])]).values())
            (verdict,) = verdicts_on([Statement(text=rows[index][2], marks=marks)], articles, judge)
            labels[true == "T"][verdict.label] += 1
            scores.append(verdict.score)
        ranked = auc(np.array([row[0] == "T" for row in rows]), np.array(scores))
        for kind, counts in labels.items():
            cells = " | ".join(str(counts[label]) for label in ("supported", "partly", "contradicted", "unsupported"))
            print(f"| {name}, {'true' if kind else 'false'} | {counts.total()} | {cells} | {ranked:.3f} |")


def speed_table() -> None:
    """Print how many sentences a core checks in a second against twenty articles, marking apart."""
    articles, groups = piles.ecbplus()
    largest = Counter(groups.values()).most_common(1)[0][0]
    marked = list(piles.marked(articles[name] for name in sorted(groups) if groups[name] == largest).values())[:20]
    texts = [m.article.text[s.start : s.end] for m in marked for s in list(m.reporting())[:15]]
    changed = [re.sub(r"\b(\d)", lambda digit: str((int(digit[0]) + 1) % 10), text).replace(" the ", " a ") for text in texts]
    statements = [Statement(text=text, marks=marks) for text, marks in zip(changed, marks_of(changed), strict=True)]
    started = time.process_time()
    verdicts = check(statements, marked, CheckConfig())
    spent = time.process_time() - started
    print(f"\n{len(verdicts)} sentences against {len(marked)} articles: {len(verdicts) / spent:.0f} sentences per core-second")


def main() -> None:
    """Print all figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("articles", nargs="?", type=int, default=120)
    arguments.add_argument("--show", default="")
    arguments.add_argument("--seen", action="store_true")
    arguments.add_argument("--fit", action="store_true")
    arguments.add_argument("--judge", default="")
    arguments.add_argument("--base-url")
    given = arguments.parse_args()
    judge = judge_of(given.judge, given.base_url)
    if judge:
        print(f"Second opinion: {judge.name}")
    edit_table(given.articles, given.show, judge, seen=given.seen)
    rank_table(again=given.fit)
    paraphrase_table(judge)
    speed_table()


if __name__ == "__main__":
    main()
