#!/usr/bin/env python3
"""Learn how common words are in news: writes src/copydesk/text/background.tsv.

Reads the articles of ECB+ and of the AllSides triples from ../shared/data (or COPYDESK_SHARED). Articles about one event count
together as one, so that a name that fills ten reports of one trial is no common word.
"""

import json
import os
from collections import Counter, defaultdict
from pathlib import Path

from copydesk.text.shingles import words

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("COPYDESK_SHARED", ROOT.parent / "shared"))
TARGET = ROOT / "src/copydesk/text/background.tsv"
LEAST = 1.5  # events; rarer words tell more about these events than about news


def events() -> dict[str, list[set[str]]]:
    """Return the words of each article, by event."""
    found: dict[str, list[set[str]]] = defaultdict(list)
    for name in ("ecbplus", "triples"):
        for line in (SHARED / f"data/{name}/articles.jsonl").read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            found[f"{name}/{article['cluster']}"].append({word.folded for word in words(article["text"])})
    return found


def main() -> None:
    """Write the table: a word and the share of events that speak of it, in thousandths."""
    found = events()
    counts: Counter[str] = Counter()
    for articles in found.values():
        for article in articles:
            for word in article:
                counts[word] += 1 / len(articles)  # type: ignore[assignment]
    kept = sorted((word, count) for word, count in counts.items() if count >= LEAST and word.isalpha())
    lines = [f"{word}\t{1000 * count / len(found):.1f}\n" for word, count in kept]
    TARGET.write_text("".join(lines), encoding="utf-8")
    print(f"{len(kept):,} words of {len(found)} events -> {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
