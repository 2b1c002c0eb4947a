"""Printed reports beside what is to be had for nothing: what do they tell of what outlets share, how often twice, and at what cost?

Run: .venv/bin/python benchmarks/reports.py [STORIES] [--judge nli:FOLDER | --judge openai:MODEL --base-url URL]
     .venv/bin/python benchmarks/reports.py [STORIES] --sample FILE [--seed N] [--drawn N]

Reads the triples and ECB+ of the shared data: at most STORIES (default 40) events of each, up to six articles of an event. Prints
Markdown. Three texts stand beside each other, of as many words:

    report      the offline report as printed, headline and dek included: behind the gate, with its rewording
    lead-3      the first sentences of all articles in turn, then the second, then the third ones; further ones where that is short
    MMR         sentences nearest to the centroid of all (TF-IDF), each with less the nearer it is to one that was taken

    MMR, less   the same, of as many words as the report has without those that say who reports it

The baselines are cut at the report's last word, and say of nothing who reports it; a report takes a fifth of its words for that.

What outlets share, how a text tells it and what counts as said twice is in `shared.py`.

Whether sentences are carried by what they cite is told by the gate's own checker, which proves nothing, and by a judge where one is
named (its likelihood of .5 and more); otherwise `--sample` writes sentences drawn at random with their passages into a file, to be
read by somebody.
"""

import argparse
import random
import statistics
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import piles
from benchmarks.shared import TELLING, Measured, by_centroid, cut, facts_of, in_turn, measured, shared_words
from benchmarks.writing import groups

from copydesk.gate.judging import Gate, judged
from copydesk.inputs import Setup, with_judge
from copydesk.ports import Asked
from copydesk.records import Article, Brief, DraftSentence, Marked, Material, Passage, Report, Sentence, Story
from copydesk.reporting import report_on, written
from copydesk.trace import trace
from copydesk.weigh import weigh
from copydesk.write import OfflineWriter, write

MANY, EVENTS = 20, 2  # articles of a large report; events of ECB+ with so many


class Proposed(msgspec.Struct):
    """A sentence with what it cites.

    Attributes:
        event: The event.
        text: The sentence.
        passages: What it cites.
        supported: Whether the gate's own checker says that they carry it.
    """

    event: str
    text: str
    passages: tuple[str, ...]
    supported: bool


class Written(msgspec.Struct):
    """One event's texts, measured.

    Attributes:
        facts: How many facts its articles share.
        length: Words of the report.
        allowed: Words that it may have.
        texts: Name of a text -> its figures.
        before: Sentences as the writer proposed them.
        behind: Sentences as printed.
    """

    facts: int
    length: int
    allowed: int
    texts: dict[str, Measured]
    before: list[Proposed]
    behind: list[Proposed]


def traced(articles: Iterable[Marked], setup: Setup) -> Material:
    """Return some articles as one story."""
    marked = tuple(sorted(articles, key=lambda m: m.article.id))
    one = Story(id="s", article_ids=tuple(m.article.id for m in marked), reasons={})
    return Material(story=one, articles=marked, lineage=trace(marked, setup.config.trace))


def printed(report: Report) -> list[Sentence]:
    """Return the sentences of a report, headline and dek first."""
    return [report.headline, report.dek, *(s for section in report.sections for s in section.sentences)]


def event_of(name: str, articles: Sequence[Article], setup: Setup) -> Written:
    """Write one event's report and measure it beside the baselines."""
    material = traced(piles.marked(articles).values(), setup)
    brief = Brief(material=material, weighed=weigh(material, setup.tools.vectors, setup.config.weigh), words=setup.report_words)
    report = printed(written(brief, (), setup))
    text = [sentence.text for sentence in report]
    length = sum(len(sentence.split()) for sentence in text)
    facts, words = facts_of(material), shared_words(material)
    bare = sum(len(TELLING.sub("", sentence).split()) for sentence in text)
    nearest = list(by_centroid(material.articles))
    texts = {
        "report": text,
        "lead-3": cut(in_turn(material.articles), length),
        "MMR": cut(nearest, length),
        "MMR, less": cut(nearest, bare),
    }
    return Written(
        facts=len(facts),
        length=length,
        allowed=brief.words,
        texts={kind: measured(one, facts, words, above=int(kind == "report")) for kind, one in texts.items()},
        before=[cited(name, s, supported=good) for s, good in drafted(brief, setup)],
        behind=[cited(name, s, supported=s.verdict.label == "supported") for s in report],
    )


def drafted(brief: Brief, setup: Setup) -> list[tuple[DraftSentence, bool]]:
    """Return the sentences that the offline writer proposes, and whether the gate's checker carries each."""
    writer = OfflineWriter(setup.config.write, setup.config.style)
    draft = write(brief, writer, setup.config.write)
    proposed = [draft.headline, draft.dek, *(s for section in draft.sections for s in section.sentences)]
    verdicts = judged(proposed, Gate(brief, writer, setup))
    return [(s, verdict.label == "supported") for s, verdict in zip(proposed, verdicts, strict=True)]


def cited(event: str, sentence: DraftSentence | Sentence, *, supported: bool) -> Proposed:
    """Return a sentence with the words of its passages."""
    passages: Sequence[Passage] = sentence.citations
    return Proposed(event=event, text=sentence.text, passages=tuple(p.text for p in passages), supported=supported)


def carried(found: Sequence[Proposed], setup: Setup) -> str:
    """Return the share of sentences that a judge says their passages carry; "-" where none was named."""
    if setup.tools.judge is None:
        return "-"
    opinions = list(setup.tools.judge.judge([Asked(TELLING.sub("", one.text), one.passages) for one in found]))
    known = [one.carried >= 0.5 for one in opinions if one.carried is not None]
    return f"{statistics.mean(known):.1%}" if known else "no answer"


def rows_of(name: str, found: Sequence[Written]) -> Iterator[str]:
    """Yield a set's rows of the first table, one for each text."""
    for kind in found[0].texts:
        figures_of = [one.texts[kind] for one in found]
        facts = sum(one.texts[kind].told * one.facts for one in found) / max(1, sum(one.facts for one in found))
        widely = [one.widely for one in figures_of if one.widely is not None]
        cells = [
            name,
            kind,
            f"{statistics.mean(one.length for one in figures_of):.0f}",
            f"{statistics.mean(one.sentences for one in figures_of):.1f}",
            f"{facts:.1%}",
            f"{statistics.mean(widely):.1%}" if widely else "-",
            f"{statistics.mean(one.words for one in figures_of):.1%}",
            f"{statistics.mean(one.redundant for one in figures_of):.2f}",
            f"{statistics.mean(one.twice for one in figures_of):.1%}",
        ]
        yield f"| {' | '.join(cells)} |"


def support_of(name: str, found: Sequence[Written], setup: Setup) -> str:
    """Return a set's row of the second table."""
    before, behind = ([s for one in found for s in getattr(one, key)] for key in ("before", "behind"))
    cells = [name, str(len(found)), str(sum(one.facts for one in found))]
    for some in (before, behind):
        cells += [str(len(some)), f"{statistics.mean(s.supported for s in some):.1%}", carried(some, setup)]
    cells += [f"{sum(one.length > one.allowed for one in found)} of {len(found)}"]
    return f"| {' | '.join(cells)} |"


def large(articles: Mapping[str, Article], events: Mapping[str, str], setup: Setup) -> Iterator[str]:
    """Yield rows of the third table: what a report of twenty articles takes, in seconds of processor time."""
    by_event: dict[str, list[Article]] = {}
    for name in sorted(articles):
        by_event.setdefault(events[name], []).append(articles[name])
    fit = sorted((name, found[:MANY]) for name, found in by_event.items() if len(found) >= MANY)
    for name, found in fit[:EVENTS]:
        took = [time.process_time()]
        marked = piles.marked(found).values()
        took.append(time.process_time())
        material = traced(marked, setup)
        took.append(time.process_time())
        weighed = weigh(material, setup.tools.vectors, setup.config.weigh)
        took.append(time.process_time())
        report, _ = report_on(material, weighed, setup)
        took.append(time.process_time())
        words = sum(len(s.text.split()) for s in printed(report))
        steps = [f"{b - a:.2f}" for a, b in pairwise(took)]
        yield f"| {name} | {MANY} | {' | '.join(steps)} | {took[-1] - took[0]:.2f} | {words} |"


def sampled(found: Mapping[str, Sequence[Proposed]], drawn: int, seed: int) -> Iterator[str]:
    """Yield Markdown: sentences drawn at random of each kind with their passages, and a place for what a reader says."""
    for kind, every in found.items():
        yield f"# {kind}: {min(drawn, len(every))} of {len(every)}, seed {seed}\n"
        for number, one in enumerate(random.Random(seed).sample(list(every), min(drawn, len(every))), start=1):
            yield f"## {number}. {one.text}\n"
            yield from (f"> {passage}\n" for passage in one.passages)
            yield "carried / partly / not:\n"


def options() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="?", type=int, default=40)
    parser.add_argument("--judge", help="nli:FOLDER or openai:MODEL")
    parser.add_argument("--base-url")
    parser.add_argument("--sample", type=Path, help="write sentences to be read into this file")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--drawn", type=int, default=50, help="sentences of each kind in the sample")
    return parser.parse_args()


def main() -> None:
    """Print the tables."""
    asked = options()
    setup = Setup()
    setup = with_judge(setup, asked.judge, asked.base_url) if asked.judge else setup
    sets = {"triples": piles.triples(), "ECB+": piles.ecbplus()}
    found: dict[str, list[Written]] = {}
    print("| set | text | words | sentences | facts told | of three origins | shared words | redundancy | said twice |")
    print(f"|{'---|' * 9}")
    for name, (articles, events) in sets.items():
        found[name] = [event_of(events[some[0].id], some, setup) for some in groups(articles, events, asked.stories)]
        for row in rows_of(name, found[name]):
            print(row, flush=True)
    print("\n| set | events | facts | proposed | checker | judge | printed | checker | judge | longer than asked |")
    print(f"|{'---|' * 10}")
    for name, some in found.items():
        print(support_of(name, some, setup), flush=True)
    print("\n| event | articles | mark | trace | weigh | write and gate | all | words |")
    print(f"|{'---|' * 8}")
    for row in large(*sets["ECB+"], setup):
        print(row, flush=True)
    if asked.sample:
        every = {"printed": "behind", "proposed": "before"}
        kinds = {kind: [s for some in found.values() for one in some for s in getattr(one, key)] for kind, key in every.items()}
        asked.sample.write_text("\n".join(sampled(kinds, asked.drawn, asked.seed)), encoding="utf-8")


if __name__ == "__main__":
    main()
