"""A writer on real stories: do its sentences pass the gate, whom do they hear, what do they cover and copy?

Run: .venv/bin/python benchmarks/writing.py [STORIES]
     .venv/bin/python benchmarks/writing.py [STORIES] --writer openai --model NAME --base-url URL [--calls FILE]

The offline writer, or a model behind an OpenAI-compatible server with the offline writer behind it; the second way prints two
columns more: how much of what is printed the model worded, and for how many stories nothing of it could be used.

Reads the triples and ECB+ of the shared data and writes at most STORIES (default 60) stories of each. Prints Markdown. Beside the
report stands what an editor would get for nothing: the first sentences of the articles in turn, as many words as the report has.
"""

import argparse
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import piles

from copydesk.backed import Backed
from copydesk.errors import ModelError
from copydesk.gate.judging import Gate, judged
from copydesk.gate.settling import settled
from copydesk.inputs import Setup, with_writer
from copydesk.models.config import WriterConfig
from copydesk.ports import Writer
from copydesk.records import Article, Brief, Draft, DraftSentence, Marked, Material, Sentence, Story
from copydesk.text.background import stem, weight
from copydesk.trace import trace
from copydesk.weigh import weigh
from copydesk.write import OfflineWriter, write

MOST_ARTICLES = 6
HALF = 0.5
_TELLING = re.compile(r"^According to [^,]*,|^.{0,40}\breports? (?:says? )?that\b")
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"“[^”]*”")


class Measured(msgspec.Struct):
    """What was measured of one story."""

    articles: int
    proposed: int
    supported: int
    printed: int
    words: int
    several: int
    beyond: int
    heard: float
    covered: float
    covered_by_leads: float
    run: int
    seconds: float
    by_model: int = 0
    failed: bool = False


def groups(articles: Mapping[str, Article], events: Mapping[str, str], count: int) -> Iterator[list[Article]]:
    """Yield the articles of each event that has at least two."""
    by_event: dict[str, list[Article]] = {}
    for name in sorted(articles):
        outlet = (articles[name].outlet or "").split(" (")[0] or None  # "CNN (Online News)" is a label of the collection
        by_event.setdefault(events[name], []).append(msgspec.structs.replace(articles[name], outlet=outlet))
    yield from [found[:MOST_ARTICLES] for _, found in sorted(by_event.items()) if len(found) > 1][:count]


def story(articles: Sequence[Article], setup: Setup) -> Measured:
    """Write one story and measure it."""
    marked = tuple(m for _, m in sorted(piles.marked(articles).items()))
    lineage = trace(marked, setup.config.trace)
    one = Story(id="s", article_ids=tuple(m.article.id for m in marked), reasons={})
    material = Material(story=one, articles=marked, lineage=lineage)
    brief = Brief(
        material=material, weighed=weigh(material, setup.tools.vectors, setup.config.weigh), words=setup.config.write.words
    )
    started = time.process_time()
    writer, draft = drafted(brief, setup)
    seconds = time.process_time() - started
    proposed = [draft.headline, draft.dek, *(s for section in draft.sections for s in section.sentences)]
    gate = Gate(brief, writer, setup, spare=brief.words)
    verdicts = judged(proposed, gate)
    printed = [p for s in proposed if (p := settled(s, gate))]
    text = " ".join(s.text for s in printed)
    return Measured(
        articles=len(articles),
        proposed=len(proposed),
        supported=sum(v.label == "supported" for v in verdicts),
        printed=len(printed),
        words=len(text.split()),
        several=len(shares := least_shares(proposed, brief)),
        beyond=sum(share < HALF for share in shares),
        heard=heard(printed, brief),
        covered=coverage(text, marked),
        covered_by_leads=coverage(leads(marked, len(text.split())), marked),
        run=max((longest_run(s, marked) for s in proposed), default=0),
        seconds=seconds,
        by_model=sum(gate.hands[p.text] == "model" for p in printed),
        failed=setup.tools.writer is not None and not isinstance(writer, Backed),
    )


def drafted(brief: Brief, setup: Setup) -> tuple[Writer, Draft]:
    """Return who wrote a draft, and it: the model that was named, or the offline writer where none was or it failed."""
    offline = OfflineWriter(setup.config.write)
    if setup.tools.writer:
        backed = Backed(setup.tools.writer, offline, brief)
        try:
            return backed, write(brief, backed, setup.config.write)
        except ModelError as error:
            print(error, file=sys.stderr)
    return offline, write(brief, offline, setup.config.write)


def least_shares(sentences: Sequence[DraftSentence], brief: Brief) -> list[float]:
    """Return, for each sentence that cites several independent origins, the least share of it that one of them holds."""
    lineage, found = brief.material.lineage, []
    for sentence in sentences:
        cited: dict[str, set[str]] = {}
        for passage in sentence.citations:
            for origin in lineage.origins_of(passage):
                cited.setdefault(origin, set()).update(terms(passage.text))
        told = terms(_TELLING.sub("", sentence.text))
        if told and lineage.independent(cited).low > 1:
            found.append(min(much(told & held) for held in cited.values()) / much(told))
    return found


def much(found: set[str]) -> float:
    """Return how much words tell; a number as much as a rare word."""
    return sum(6.0 if term[:1].isdigit() else max(1.0, weight(term)) for term in found)


def heard(sentences: Sequence[Sentence], brief: Brief) -> float:
    """Return the share of the story's main origins that at least one sentence rests on."""
    lineage = brief.material.lineage
    mains = set(lineage.main_origins.values())
    cited = {origin for s in sentences for c in s.citations for origin in lineage.origins_of(c)}
    return len(mains & cited) / len(mains)


def terms(text: str) -> set[str]:
    """Return the stems of a text's words that tell something."""
    return {stem(word) for word in (w.casefold() for w in _WORD.findall(text)) if weight(word) > 0 or word.isdigit()}


def coverage(text: str, articles: Sequence[Marked]) -> float:
    """Return how much of what at least two articles say, in weighted words, a text says."""
    counts = Counter(term for m in articles for term in terms(m.article.text))
    shared = {term for term, count in counts.items() if count > 1}
    total = sum(max(1.0, weight(term)) for term in shared)
    return sum(max(1.0, weight(term)) for term in shared & terms(text)) / total if total else 1.0


def leads(articles: Sequence[Marked], words: int) -> str:
    """Return the first, then the second, … sentences of all articles up to a number of words."""
    texts = [[m.article.text[s.start : s.end] for s in m.reporting()] for m in articles]
    found = [text for row in zip_longest(*texts) for text in row if text]
    return " ".join(" ".join(found).split()[:words])


def longest_run(sentence: DraftSentence, articles: Sequence[Marked]) -> int:
    """Return how many words in a row, quotations apart, a sentence shares with an article."""
    words = _WORD.findall(_QUOTED.sub(" ", sentence.text).casefold())
    texts = [" " + " ".join(_WORD.findall(m.article.text.casefold())) + " " for m in articles]
    best = 0
    for start in range(len(words)):
        while start + best < len(words) and any(f" {' '.join(words[start : start + best + 1])} " in text for text in texts):
            best += 1
    return best


def row(name: str, found: Sequence[Measured], *, model: bool) -> str:
    """Return a set's figures as a row of the table."""
    proposed, printed = sum(m.proposed for m in found), sum(m.printed for m in found)
    cells = [
        name,
        f"{len(found)}",
        f"{proposed}",
        f"{sum(m.supported for m in found) / proposed:.1%}",
        f"{printed / proposed:.1%}",
        f"{statistics.mean(m.words for m in found):.0f}",
        f"{sum(m.several for m in found)}",
        f"{sum(m.beyond for m in found) / max(1, sum(m.several for m in found)):.0%}",
        f"{statistics.mean(m.heard for m in found):.0%}",
        f"{statistics.mean(m.covered for m in found):.0%} / {statistics.mean(m.covered_by_leads for m in found):.0%}",
        f"{statistics.median(m.run for m in found):.0f}",
        f"{1000 * sum(m.seconds for m in found) / sum(m.articles for m in found):.1f}",
    ]
    if model:
        cells += [f"{sum(m.by_model for m in found) / printed:.1%}", f"{sum(m.failed for m in found)}"]
    return f"| {' | '.join(cells)} |"


def options() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="?", type=int, default=60)
    parser.add_argument("--writer", dest="kind", choices=("offline", "openai"), default="offline")
    parser.add_argument("--model", default="")
    parser.add_argument("--base-url", default="")
    parser.add_argument("--calls", type=Path)
    return parser.parse_args()


def main() -> None:
    """Print the table."""
    asked = options()
    setup, model = Setup(), asked.kind == "openai"
    if model:
        terms = WriterConfig(kind="openai", model=asked.model, base_url=asked.base_url, most_calls=10_000, most_tokens=100_000_000)
        setup = with_writer(setup, terms, asked.calls)
    more = "| by the model | stories without it " if model else ""
    print(
        "| set | stories | sentences | supported at once | printed | words | several origins | beyond one | origins heard "
        f"| shared words covered / by leads | longest run | ms per article {more}|"
    )
    print(f"|{'---|' * (14 if model else 12)}")
    for name, (articles, events) in (("triples", piles.triples()), ("ECB+", piles.ecbplus())):
        print(row(name, [story(found, setup) for found in groups(articles, events, asked.stories)], model=model), flush=True)


if __name__ == "__main__":
    main()
