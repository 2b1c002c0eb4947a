"""How fast `weigh` is and how much it finds: the event groups of ECB+ as stories, every article an origin of its own.

Run: .venv/bin/python benchmarks/weighing.py [--show]

`--show` prints every difference with its sides, to be read by hand. Prints Markdown. Reads the shared data (`COPYDESK_SHARED`).
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.piles import ecbplus, marked

from copydesk.models import load_vectors
from copydesk.records import Difference, Lineage, Marked, Material, Origin, Story, Weighed
from copydesk.weigh import WeighConfig, weigh


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


def stories() -> Iterator[Material]:
    """Yield the event groups, marked."""
    articles, groups = ecbplus()
    for group in sorted(set(groups.values())):
        ids = sorted(i for i, other in groups.items() if other == group)
        yield material(tuple(marked([articles[i] for i in ids]).values()))


def line(found: Difference) -> str:
    """Return a difference with its sides."""
    sides = "".join(f"\n    - {s.value or '–'}: {s.passage.text}" for s in found.sides)
    return f"- {found.what}: {found.topic}{sides}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print every difference")
    show: bool = parser.parse_args().show
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
    if show:
        print("\n".join(line(d) for w in found for d in w.differences))


if __name__ == "__main__":
    main()
