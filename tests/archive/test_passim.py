"""Clusters of passages in passim's fields."""

import json
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.archive.corpora import newsroom, traced, write

from copydesk.archive import ArchiveConfig, plan, write_passim
from copydesk.archive.passim import stretches


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


def test_however_little_memory_there_is_the_same_is_written(tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus", newsroom())
    written = []
    for memory in (4_000_000_000, 1_000):
        links = tmp_path / f"links {memory}"
        traced(corpus, links, config=ArchiveConfig(memory=memory))
        assert write_passim(str(links), str(corpus), plan(str(corpus)).portions) == 2
        written.append((links / "passim.jsonl").read_text())
    assert written[0] == written[1]
    assert written[0].count("\n") == 7


@given(st.lists(st.integers(0, 9), max_size=30), st.integers(1, 20))
def test_stretches_hold_everything_once_and_no_more_than_there_is_room_for(counts: list[int], most: int) -> None:
    found = stretches(np.array(counts, np.int64), most)
    held = [at for low, high in found for at in range(low, high)]
    assert held == sorted(set(held))
    assert {at for at, count in enumerate(counts) if count} <= set(held)
    assert all(sum(counts[low:high]) <= most or high - low == 1 for low, high in found)
