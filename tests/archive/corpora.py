"""Small invented corpora of which it is known who has whose words."""

import json
import random
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pyarrow import parquet

from copydesk.archive import ArchiveConfig, Run, plan, trace_archive
from copydesk.engine import LocalEngine
from copydesk.ports import Engine

Row = dict[str, Any]


def words(seed: int, count: int) -> list[str]:
    """Return some words, the same for a seed."""
    dice = random.Random(seed)
    return ["".join(dice.choices("abcdefghijklmnop", k=dice.randint(2, 8))) for _ in range(count)]


def prose(seed: int, count: int = 120) -> str:
    """Return a text of so many words."""
    made = words(seed, count)
    return " ".join(word + ("." if at % 15 == 14 else "") for at, word in enumerate(made))


def edited(text: str, every: int = 12) -> str:
    """Return a text with every so manieth word changed."""
    return " ".join("other" if at % every == 5 else word for at, word in enumerate(text.split(" ")))


def row(name: str, text: str, outlet: str = "", day: int = 1, **more: Any) -> Row:  # noqa: ANN401 -- any field
    """Return an article."""
    return {"id": name, "text": text, "outlet": outlet, "published": f"2024-04-{day:02}", **more}


def newsroom() -> list[Row]:
    """Return a report, its copy, an edited copy, a loan of it, a report with the same quote, and others that share nothing."""
    report = prose(1)
    loan = " ".join(report.split(" ")[30:75])
    quote = f"“{prose(90, 60)}”"
    return [
        row("report", f"{report} {quote}", "Lantern", 2),
        row("copy", f"{report} {quote}", "Post", 3),
        row("edited", edited(report), "Herald", 4),
        row("loan", f"{prose(2, 60)} {loan} {prose(3, 60)}", "Tribune", 5),
        row("quotes", f"{prose(4)} {quote}", "Echo", 1),
        *(row(f"other{n}", prose(100 + n), f"Paper {n}", 6) for n in range(12)),
    ]


def write(path: Path, rows: Iterable[Mapping[str, Any]], name: str = "news.jsonl") -> Path:
    """Write articles as JSON Lines into a folder; return the folder."""
    path.mkdir(parents=True, exist_ok=True)
    (path / name).write_text("\n".join(json.dumps(one) for one in rows), encoding="utf-8")
    return path


def traced(corpus: Path | str, links: Path | str, engine: Engine | None = None, config: ArchiveConfig | None = None) -> Run:
    """Trace a corpus."""
    return trace_archive(plan(str(corpus)), str(links), engine or LocalEngine(1), config or ArchiveConfig(), lambda *_: None)


def links_in(links: Path) -> dict[tuple[str, str], Row]:
    """Return the links of a traced archive by their articles."""
    rows = [one for part in sorted((links / "links").iterdir()) for one in parquet.read_table(part).to_pylist()]
    return {(one["later_id"], one["earlier_id"]): one for one in rows}


def articles_in(links: Path) -> dict[str, Row]:
    """Return the articles of a traced archive by their ids."""
    return {one["id"]: one for part in (links / "articles").iterdir() for one in parquet.read_table(part).to_pylist()}


def groups_in(links: Path) -> list[Row]:
    """Return the groups of a traced archive."""
    found: list[Row] = parquet.read_table(links / "groups.parquet").to_pylist()
    return found
