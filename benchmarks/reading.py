"""How well `read` tells an article from its page, beside trafilatura, and what it costs.

    python benchmarks/reading.py [--pages FOLDER] [--second FOLDER]

FOLDER holds `ground_truth.json` and `html/*.html.gz` (the evaluation set of the Fundus project). `--second` names a checkout of
trafilatura's repository, whose evaluation pages were not used for tuning: what must be in the text and what must not.
"""

import argparse
import gzip
import json
import os
import re
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import trafilatura

from copydesk.read import ReadConfig, read
from copydesk.read.formats.web import text_of_html
from copydesk.read.languages import language_of
from copydesk.records import Document

SHARED = Path(os.environ.get("COPYDESK_SHARED", Path(__file__).resolve().parents[2] / "shared"))
WORD = re.compile(r"\w+")
Score = tuple[float, float, float]
ANY_LANGUAGE = ReadConfig(languages=())


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.lower()))


def score(got: str, gold: str) -> Score:
    """Return precision, recall and F1 over words, as multisets."""
    a, b = words(got), words(gold)
    common = sum((a & b).values())
    precision = common / max(1, sum(a.values()))
    recall = common / max(1, sum(b.values()))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def text_read(content: bytes, media_type: str, config: ReadConfig) -> str:
    reading = read([Document(location="page", content=content, media_type=media_type)], config)
    return reading.articles[0].text if reading.articles else ""


def many_read(contents: Sequence[bytes], media_type: str, config: ReadConfig) -> list[str]:
    """Read pages of one outlet together, as a pile."""
    documents = [Document(location=f"{i:03}", content=content, media_type=media_type) for i, content in enumerate(contents)]
    texts = {article.location: article.text for article in read(documents, config).articles}
    return [texts.get(document.location, "") for document in documents]


def by_trafilatura(content: bytes) -> str:
    return trafilatura.extract(content, fast=True, include_comments=False) or ""


class Page:
    """One labelled page."""

    def __init__(self, path: Path, gold: Sequence[str]) -> None:
        self.outlet = path.name.split("_")[0]
        self.html = gzip.decompress(path.read_bytes())
        self.gold = "\n".join(gold)
        self.visible = text_of_html(self.html.decode("utf-8", "replace")).encode()


def pages_in(folder: Path) -> list[Page]:
    gold = json.loads((folder / "ground_truth.json").read_text(encoding="utf-8"))
    return [Page(folder / "html" / name, entry["body"]) for name, entry in sorted(gold.items())]


def timed(call: Callable[[], list[str]]) -> tuple[list[str], float]:
    start = time.process_time()
    return call(), time.process_time() - start


def row(name: str, texts: Sequence[str], pages: Sequence[Page], seconds: float | None = None) -> str:
    scores = [score(text, page.gold) for text, page in zip(texts, pages, strict=True)]
    precision, recall, f1 = (statistics.fmean(values) for values in zip(*scores, strict=True))
    middle = statistics.median(s[2] for s in scores)
    rate = f"{len(pages) / seconds:,.0f}" if seconds else ""
    return f"| {name} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {middle:.3f} | {rate} |"


def html_table(pages: Sequence[Page]) -> Iterable[str]:
    yield "| HTML pages | precision | recall | F1 | median F1 | pages per CPU second |"
    yield "|---|---|---|---|---|---|"
    by_trafilatura(pages[0].html)
    text_read(pages[0].html, "text/html", ANY_LANGUAGE)
    theirs, their_time = timed(lambda: [by_trafilatura(page.html) for page in pages])
    ours, our_time = timed(lambda: [text_read(page.html, "text/html", ANY_LANGUAGE) for page in pages])
    yield row("trafilatura (fast)", theirs, pages, their_time)
    yield row("copydesk", ours, pages, our_time)


def text_table(pages: Sequence[Page]) -> Iterable[str]:
    yield "| visible text of the same pages | precision | recall | F1 | median F1 | pages per CPU second |"
    yield "|---|---|---|---|---|---|"
    yield row("all of it", [page.visible.decode() for page in pages], pages)
    for name, config in (("copydesk", ANY_LANGUAGE), ("copydesk, widget table empty", ReadConfig(languages=(), widgets=False))):
        texts, seconds = timed(lambda c=config: [text_read(page.visible, "text/plain", c) for page in pages])  # type: ignore[misc]
        yield row(f"{name}, page by page", texts, pages, seconds)
        yield row(f"{name}, five of an outlet together", together(pages, config), pages)


def together(pages: Sequence[Page], config: ReadConfig) -> list[str]:
    groups: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        groups[page.outlet].append(page)
    found: dict[int, str] = {}
    for group in groups.values():
        for page, text in zip(group, many_read([page.visible for page in group], "text/plain", config), strict=True):
            found[id(page)] = text
    return [found[id(page)] for page in pages]


def second_table(checkout: Path) -> Iterable[str]:
    yield "| second set, English pages, not used for tuning | wanted kept | unwanted kept | F1 | pages |"
    yield "|---|---|---|---|---|"
    entries = json.loads((checkout / "tests/evaldata.json").read_text(encoding="utf-8"))
    pages = [(content, entry) for entry in entries.values() if (content := second_page(checkout, entry["file"]))]
    # trafilatura's choice of text says which language a page is in, so that no menu does.
    cases = [(content, entry) for content, entry in pages if language_of(by_trafilatura(content)) == "en"]
    visible = [text_of_html(content.decode("utf-8", "replace")).encode() for content, _ in cases]
    yield second_row("trafilatura (fast), HTML", [by_trafilatura(content) for content, _ in cases], cases)
    yield second_row("copydesk, HTML", [text_read(content, "text/html", ANY_LANGUAGE) for content, _ in cases], cases)
    yield second_row("copydesk, visible text", [text_read(content, "text/plain", ANY_LANGUAGE) for content in visible], cases)
    bare = ReadConfig(languages=(), widgets=False)
    yield second_row(
        "copydesk, visible text, widget table empty", [text_read(content, "text/plain", bare) for content in visible], cases
    )


def second_page(checkout: Path, name: str) -> bytes | None:
    for folder in ("cache", "eval"):
        path = checkout / "tests" / folder / name
        if path.is_file():
            return path.read_bytes()
    return None


def second_row(name: str, texts: Sequence[str], cases: Sequence[tuple[bytes, dict[str, list[str]]]]) -> str:
    kept = wanted = wrong = unwanted = 0
    for text, (_, entry) in zip(texts, cases, strict=True):
        flat = " ".join(text.split())
        wanted += len(entry["with"])
        unwanted += len(entry["without"])
        kept += sum(" ".join(piece.split()) in flat for piece in entry["with"])
        wrong += sum(" ".join(piece.split()) in flat for piece in entry["without"])
    precision, recall = kept / max(1, kept + wrong), kept / max(1, wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"| {name} | {recall:.3f} | {wrong / max(1, unwanted):.3f} | {f1:.3f} | {len(cases)} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path, default=SHARED / "data/fundus/dataset")
    parser.add_argument("--second", type=Path)
    options = parser.parse_args()
    if not options.pages.is_dir():
        print(f"no labelled pages in {options.pages}")
        return int(os.environ.get("COPYDESK_REQUIRE_ALL") == "1")
    pages = pages_in(options.pages)
    for table in (html_table(pages), text_table(pages), second_table(options.second) if options.second else ()):
        for line in table:
            print(line, flush=True)
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
