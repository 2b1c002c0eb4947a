"""How fast `weigh` is and how much it finds: the event groups of ECB+ as stories, every article an origin of its own.

Run: .venv/bin/python benchmarks/weighing.py [--show] [--of KIND] [--claims N] [--growth]

`--show` prints every difference with its sides, `--of` those of one kind ("role"), of the events of dated triples too, with every
initiative whose status moved; `--claims` prints so many claims that are told in several wordings, to be read by hand; `--growth`
times one story of 25 to 200 articles. Prints Markdown. Reads the shared data (`COPYDESK_SHARED`).
"""

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import msgspec
from benchmarks.piles import ecbplus, marked, triples

from copydesk.models import load_vectors
from copydesk.records import Article, Block, Claim, Difference, Initiative, Lineage, Marked, Material, Origin, Story, Weighed
from copydesk.weigh import WeighConfig, weigh

_FILL = "river harbour council engineer bridge winter orchard signal copper lantern meadow granite voyage thunder cobalt timber"


Read = Callable[[], tuple[dict[str, Article], dict[str, str]]]


def material(articles: Sequence[Marked]) -> Material:
    """Return a story whose articles all have an origin of their own."""
    origins = tuple(
        Origin(
            id=f"o-{m.article.id}",
            kind="reporting",
            root_article_id=m.article.id,
            credited=None,
            passages=tuple(m.passage(b.start, b.end) for b in m.article.blocks),
            evidence=("stated",),
        )
        for m in articles
    )
    mains = {m.article.id: f"o-{m.article.id}" for m in articles}
    story = Story(id="s", article_ids=tuple(mains), reasons={})
    return Material(story=story, articles=tuple(articles), lineage=Lineage(links=(), origins=origins, main_origins=mains))


def stories(read: Read = ecbplus) -> Iterator[Material]:
    """Yield the event groups, marked."""
    articles, groups = read()
    for group in sorted(set(groups.values())):
        ids = sorted(i for i, other in groups.items() if other == group)
        yield material(tuple(marked([articles[i] for i in ids]).values()))


def line(found: Difference) -> str:
    """Return a difference with its sides."""
    sides = "".join(f"\n    - {s.value or '–'}: {s.passage.text}" for s in found.sides)
    return f"- {found.what}: {found.topic}{sides}"


def moved(one: Initiative) -> str:
    """Return an initiative with how its status moved."""
    steps = "".join(f"\n    - {s.status}, {s.when or 'before'}: {s.passage.text}" for s in one.course)
    return f"- moved: {one.text}{steps}"


def wordings(claim: Claim) -> list[str]:
    """Return the passages of a claim that differ in more than signs and case."""
    return list({" ".join(re.findall(r"\w+", p.text.lower())): p.text for p in claim.passages}.values())


def sampled(found: Sequence[Weighed], most: int) -> list[str]:
    """Return some claims that are told in several wordings, drawn at random with a fixed seed, as Markdown."""
    told = [texts for w in found for c in w.claims if len(texts := wordings(c)) > 1]
    drawn = random.Random(5).sample(told, min(most, len(told)))
    return ["- " + "\n    - ".join(texts) for texts in drawn]


def varied(article: Article, seed: int) -> Article:
    """Return an article with other names and other words, so that it is no copy."""
    chance = random.Random(seed)
    parts = re.split(r"(\W+)", article.text)
    names = sorted({p for p in parts if p[:1].isupper() and len(p) > 4})
    other = {name: "".join(chance.choices("aeioudlmnrst", k=len(name))).capitalize() for name in names if chance.random() < 0.3}
    fill = [p if not p.islower() or len(p) < 6 or chance.random() < 0.7 else chance.choice(_FILL.split()) for p in parts]
    text = "".join(other.get(p, p) for p in fill)
    blocks: list[Block] = []
    at = 0
    for line_ in text.split("\n"):
        blocks += [Block(start=at, end=at + len(line_))] if line_.strip() else []
        at += len(line_) + 1
    return msgspec.structs.replace(article, id=f"{article.id}-{seed}", text=text, blocks=tuple(blocks), dateline=None)


def growth(piles: Sequence[Material]) -> Iterator[str]:
    """Yield how long one story takes as it grows: the articles of the largest event, then these again with other words."""
    largest = [m.article for m in max(piles, key=lambda pile: len(pile.articles)).articles]
    many = list(marked([varied(a, seed) for seed in range(10) for a in largest][:200]).values())
    vectors, config = load_vectors(), WeighConfig()
    yield "| articles in the story | CPU ms per article |"
    yield "|---|---|"
    for count in (25, 50, 100, 200):
        story = material(many[:count])
        spent = []
        for _ in range(3):
            began = time.process_time()
            weigh(story, vectors, config)
            spent.append(time.process_time() - began)
        yield f"| {count} | {1000 * min(spent) / count:.2f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print every difference")
    parser.add_argument("--of", metavar="KIND", help="print every difference of one kind, of dated triples too, and what moved")
    parser.add_argument("--claims", type=int, default=0, help="print so many claims told in several wordings")
    parser.add_argument("--growth", action="store_true", help="time one story as it grows")
    chosen = parser.parse_args()
    vectors, config = load_vectors(), WeighConfig()
    piles = list(stories())
    weigh(piles[0], vectors, config)  # the first call loads the vectors
    began = time.process_time()
    found: list[Weighed] = [weigh(pile, vectors, config) for pile in piles]
    spent = time.process_time() - began
    articles = sum(len(p.articles) for p in piles)
    claims = [c for w in found for c in w.claims]
    shared = [c for c in claims if c.independent.low > 1]
    kinds = Counter(d.what for w in found for d in w.differences)
    print("| stories | articles | CPU ms per article | claims | of several | quotes | initiatives | timeline | differences |")
    print("|---|---|---|---|---|---|---|---|---|")
    print(
        f"| {len(piles)} | {articles} | {1000 * spent / articles:.1f} | {len(claims)} | {len(shared)} | "
        f"{sum(len(w.quotes) for w in found)} | {sum(len(w.initiatives) for w in found)} | {sum(len(w.timeline) for w in found)} | "
        f"{', '.join(f'{kind} {n}' for kind, n in sorted(kinds.items()))} |"
    )
    if chosen.show:
        print("\n".join(line(d) for w in found for d in w.differences))
    if chosen.of:
        found += [weigh(pile, vectors, config) for pile in stories(triples)]
        print("\n".join(line(d) for w in found for d in w.differences if d.what == chosen.of))
        print("\n".join(moved(i) for w in found for i in w.initiatives if i.course))
    if chosen.claims:
        print("\n".join(sampled(found, chosen.claims)))
    if chosen.growth:
        print("\n".join(growth(piles)))


if __name__ == "__main__":
    main()
