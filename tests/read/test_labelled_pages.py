"""Floors on labelled pages, so that no change makes reading worse unseen. Figures: benchmarks/reading.py."""

import gzip
import json
import re
from collections import Counter

from tests.needs import shared

from copydesk.read import ReadConfig, read
from copydesk.read.formats.web import text_of_html
from copydesk.records import Document

WORD = re.compile(r"\w+")
CONFIG = ReadConfig(languages=())


def f1(got: str, gold: str) -> float:
    a, b = (Counter(WORD.findall(text.lower())) for text in (got, gold))
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def test_html_and_visible_text_of_labelled_pages() -> None:
    folder = shared("fundus", "dataset")
    truth = json.loads((folder / "ground_truth.json").read_text(encoding="utf-8"))
    html: list[float] = []
    text: list[float] = []
    for name in sorted(truth)[::4]:
        content = gzip.decompress((folder / "html" / name).read_bytes())
        gold = "\n".join(truth[name]["body"])
        visible = text_of_html(content.decode("utf-8", "replace")).encode()
        for scores, given, kind in ((html, content, "text/html"), (text, visible, "text/plain")):
            found = read([Document(location=name, content=given, media_type=kind)], CONFIG).articles
            scores.append(f1(found[0].text, gold) if found else 0.0)
    assert sum(html) / len(html) >= 0.93
    assert sum(text) / len(text) >= 0.88


def test_clean_sentences_are_never_lost() -> None:
    lost = words = 0
    lines = shared("ecbplus", "articles.jsonl").read_text(encoding="utf-8").splitlines()[5::20]
    for line in lines:
        item = json.loads(line)
        (article,) = read([Document(location="x", content=item["text"].encode())], CONFIG).articles
        sentences = [s for s in item["text"].split("\n") if s.rstrip().endswith(" .") and s.count(" ") >= 10]
        flat = " ".join(article.text.split())
        lost += sum(s.count(" ") for s in sentences if " ".join(s.split())[-40:] not in flat)
        words += sum(s.count(" ") for s in sentences)
    assert lost <= 0.01 * words
