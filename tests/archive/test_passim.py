"""Clusters of passages in passim's fields."""

import json
from pathlib import Path

from tests.archive.corpora import newsroom, traced, write

from copydesk.archive import plan, write_passim


def test_each_passage_stands_once_with_its_words(tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus", newsroom())
    traced(corpus, tmp_path / "links")
    assert write_passim(str(tmp_path / "links"), str(corpus), plan(str(corpus)).portions) == 2
    lines = [json.loads(line) for line in (tmp_path / "links" / "passim.jsonl").read_text().splitlines()]
    texts = {one["id"]: one["text"] for one in newsroom()}
    assert all(texts[line["id"]][line["begin"] : line["end"]] == line["text"] for line in lines)
    clusters = {
        cluster: {line["id"] for line in lines if line["cluster"] == cluster} for cluster in {line["cluster"] for line in lines}
    }
    assert sorted(map(sorted, clusters.values())) == [["copy", "edited", "loan", "report"], ["copy", "edited", "report"]]
    assert all(line["size"] == len(clusters[line["cluster"]]) for line in lines)
    assert {line["series"] for line in lines if line["id"] == "report"} == {"Lantern"}
    assert {line["date"] for line in lines if line["id"] == "report"} == {"2024-04-02"}
