"""A text that is longer than any article is read up to a limit, and what is not read is told."""

from pathlib import Path

import pytest

from copydesk.inputs import Setup, gather
from copydesk.read import ReadConfig, read
from copydesk.records import Document
from copydesk.text.runs import SHORTEST, Originals

SENTENCE = "The council of Osper closed the harbour on Monday after a ferry struck the pier. "


@pytest.mark.parametrize(
    "text", [SENTENCE * 50, (SENTENCE + "\n\n") * 50, SENTENCE.replace(" ", "-") * 50], ids=["line", "lines", "word"]
)
def test_a_text_is_read_up_to_a_limit(text: str) -> None:
    document = Document(location="a.txt", content=text.encode(), media_type="text/plain")
    reading = read([document], ReadConfig(longest_text=1_000, shortest_words=1))
    (skipped,) = [s for s in reading.skipped if s.reason == "too_long"]
    assert f"of its {len(text):,} characters are read; `read.longest_text` sets the limit." in skipped.detail
    assert all(len(article.text) <= 1_000 for article in reading.articles)


def test_a_text_within_the_limit_is_read_whole() -> None:
    document = Document(location="a.txt", content=(SENTENCE * 5).encode(), media_type="text/plain")
    assert not read([document], ReadConfig(longest_text=len(SENTENCE) * 5)).skipped


def test_a_sentence_that_is_said_without_end_is_looked_up_in_few_places() -> None:
    originals = Originals.of([SENTENCE * 2_000])
    assert max(map(len, originals.places.values())) < 100
    others = Originals.of([f"{SENTENCE} In town {number} nobody knew. " for number in range(50)])
    assert max(map(len, others.places.values())) == 50
    assert all(len(stretch) == SHORTEST for stretch in originals.places)


def test_people_are_told_that_a_long_text_takes_long(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    (tmp_path / "a.txt").write_text(SENTENCE * 3_000, encoding="utf-8")
    gather([tmp_path], Setup(progress=lambda *one: told.append(one)))
    assert [(stage, done) for stage, done, _ in told if stage == "long"] == [("long", 1)]
