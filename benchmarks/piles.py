"""Reads the shared piles of articles and marks them: ECB+ with its event groups, the triples, the judged pairs; builds small piles.

ECB+ is tokenised, one sentence to a line; it is put together again as well as rules can. Lines are paragraphs, but a quote that
runs over lines is one.
"""

import hashlib
import json
import os
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from copydesk.mark import MarkConfig, MarkContext, mark
from copydesk.models import load_parser
from copydesk.records import Article, Block, Marked, Published

SHARED = Path(os.environ.get("COPYDESK_SHARED", Path(__file__).parents[2] / "shared")) / "data"
_LONGEST_QUOTE = 1_500


class Pair(msgspec.Struct, frozen=True):
    """Two articles that two readers judged.

    Attributes:
        a: Id of the one.
        b: Id of the other.
        group: Their event.
        kinds: What is shared, by each reader.
        verdicts: Whether they are dependent, by each reader: yes, no, unclear.
    """

    a: str
    b: str
    group: str
    kinds: tuple[str, str]
    verdicts: tuple[str, str]

    @property
    def agreed(self) -> bool:
        """Whether both readers gave the same clear answer."""
        return self.verdicts[0] == self.verdicts[1] != "unclear"

    @property
    def dependent(self) -> bool:
        """Whether the first reader holds them to be dependent."""
        return self.verdicts[0] == "yes"


def lines(name: str) -> list[dict[str, Any]]:
    """Return the objects of a shared JSON Lines file."""
    return [json.loads(line) for line in (SHARED / name).read_text(encoding="utf-8").splitlines()]


def pairs() -> list[Pair]:
    """Return the judged pairs."""
    return [
        Pair(p["a"], p["b"], p["group"], (p["kind"][0], p["kind"][1]), (p["dependent"][0], p["dependent"][1]))
        for p in lines("lineage/pairs.jsonl")
    ]


def ecbplus() -> tuple[dict[str, Article], dict[str, str]]:
    """Return the ECB+ articles by id, and the event group of each. Their first lines are titles, kept as text."""
    rows = lines("ecbplus/articles.jsonl")
    return {row["id"]: article(row["id"], paragraphs(row["text"])) for row in rows}, {row["id"]: row["cluster"] for row in rows}


def triples() -> tuple[dict[str, Article], dict[str, str]]:
    """Return the articles of the triples by id, and the event of each."""
    rows = lines("triples/articles.jsonl")
    found = {
        row["id"]: msgspec.structs.replace(
            article(row["id"], [row["text"]]),
            title=row["title"],
            outlet=row["source"],
            published=Published(when=row["time"], precision="minute", basis="feed"),
        )
        for row in rows
    }
    return found, {row["id"]: row["cluster"] for row in rows}


def article(name: str, parts: Sequence[str]) -> Article:
    """Return an article made of paragraphs."""
    text = "\n\n".join(parts)
    starts = [sum(len(part) + 2 for part in parts[:i]) for i in range(len(parts))]
    blocks = tuple(Block(start=start, end=start + len(part)) for start, part in zip(starts, parts, strict=True))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(id=name, location=name, sha256=digest, text=text, blocks=blocks, language="en")


def marked(articles: Iterable[Article]) -> dict[str, Marked]:
    """Mark articles with the built-in parser."""
    parser = load_parser()
    return {
        one.id: Marked(
            article=one,
            marks=mark(
                one.text,
                parser,
                MarkConfig(),
                MarkContext(blocks=one.blocks, published=one.published, language=one.language, outlet=one.outlet, title=one.title),
            ),
        )
        for one in articles
    }


def paragraphs(text: str) -> list[str]:
    """Return tokenised text as paragraphs of plain text."""
    joined: list[str] = []
    for line in _quotes(_plain(text)).splitlines():
        stripped = line.strip()
        if joined and joined[-1].count("“") > joined[-1].count("”") and len(joined[-1]) < _LONGEST_QUOTE:
            joined[-1] += f" {stripped}"
        elif stripped:
            joined.append(stripped)
    return joined


def _plain(text: str) -> str:
    """Take back what the tokeniser did."""
    text = re.sub(r"\s*''", "”", re.sub(r"``\s*", "“", text))
    text = re.sub(r"(\w) ?(['’]) ?(s|t|re|ve|ll|d|m)\b", r"\1\2\3", re.sub(r" n ?['’] ?t\b", "n't", text))
    text = re.sub(r"\b([A-Z]) \. ?(?=[A-Z] ?\.)", r"\1.", text)
    return re.sub(r"(\w) - (\w)", r"\1-\2", re.sub(r"([($]) ", r"\1", re.sub(r" ([,.;:?!%)])", r"\1", text)))


def _quotes(text: str) -> str:
    """Turn straight quotation marks into opening and closing ones."""
    out: list[str] = []
    inside = False
    for line in text.split("\n"):
        built = ""
        for part in re.split(r'(\s*"\s*)', line):
            if part.strip() != '"':
                built += part
                continue
            inside = not (inside and built.strip())
            built += " “" if inside else "” "
        out.append(built)
    return "\n".join(out)


def small_piles(groups: Mapping[str, str], count: int, seed: int = 3) -> list[list[str]]:
    """Return piles as people have them: two to six events with one to six articles each, often two events of one kind among them.

    Args:
        groups: Article id -> event group of ECB+, whose groups come in pairs of like events ("1_ecb", "1_ecbplus").
        count: How many piles.
        seed: For drawing.
    """
    draw = random.Random(seed)
    members: dict[str, list[str]] = defaultdict(list)
    for name, group in sorted(groups.items()):
        members[group].append(name)
    piles = []
    for _ in range(count):
        chosen = draw.sample(sorted(members), draw.randint(2, 6))
        like = chosen[0].removesuffix("plus") if chosen[0].endswith("plus") else f"{chosen[0]}plus"
        if like in members and like not in chosen and draw.random() < 0.6:
            chosen[1] = like
        drawn = [draw.sample(members[group], min(len(members[group]), draw.randint(1, 6))) for group in chosen]
        piles.append([name for some in drawn for name in some])
    return piles


def bcubed(found: Sequence[str], truth: Sequence[str]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of a grouping, averaged over items (Bagga and Baldwin 1998)."""
    by_found: dict[str, set[int]] = defaultdict(set)
    by_truth: dict[str, set[int]] = defaultdict(set)
    for i, (a, b) in enumerate(zip(found, truth, strict=True)):
        by_found[a].add(i)
        by_truth[b].add(i)
    both = [(by_found[a], by_truth[b]) for a, b in zip(found, truth, strict=True)]
    precision = sum(len(x & y) / len(x) for x, y in both) / max(1, len(both))
    recall = sum(len(x & y) / len(y) for x, y in both) / max(1, len(both))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)
