"""Passages that two texts share: found through small edits, not through quotes, and never invented."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from copydesk.reuse.folding import folding
from copydesk.reuse.passages import Passages, Texts, passages_of
from copydesk.reuse.words import text_words

BODY = (
    "The harbour board voted on Tuesday to close the eastern quay until the cracked pier has been repaired a decision that leaves "
    "two ferry lines without a berth and forces some forty fishing boats to land their catch in the next town along the coast"
)


def compared(*texts: str) -> Passages:
    """Return the passages that the first text shares with each other one."""
    cut = [text_words(text, folding()) for text in texts]
    bounds = np.cumsum([0, *(len(one.hashes) for one in cut)])
    joined = Texts(np.concatenate([one.hashes for one in cut]), np.concatenate([one.quoted for one in cut]), bounds)
    return passages_of(joined, np.array([[0, other] for other in range(1, len(texts))]))


def test_a_copy_is_one_passage() -> None:
    size = len(BODY.split())
    found = compared(BODY, f"In other news there was rain. {BODY} It was dry later.")
    assert found.spans.tolist() == [[0, size, 6, 6 + size, size, size]]
    assert found.agreeing.tolist() == [[size, size]]


def test_a_passage_goes_on_over_small_edits() -> None:
    edited = BODY.replace("on Tuesday ", "").replace("cracked", "damaged old").replace("forces some forty", "makes forty")
    found = compared(BODY, edited)
    assert len(found.spans) == 1
    assert found.spans[0][:2].tolist() == [0, len(BODY.split())]
    assert found.agreeing[0].tolist() == [len(BODY.split()) - 5, len(BODY.split()) - 5]


def test_a_sentence_that_moved_is_a_passage_of_its_own() -> None:
    words = BODY.split()
    found = compared(BODY, " ".join([*words[20:], *words[:20]]))
    assert sorted(span[:2] for span in found.spans.tolist()) == [[0, 20], [20, len(words)]]


def test_quoted_words_are_no_evidence() -> None:
    found = compared(f"“{BODY}” she said on the quay in the rain.", f"“{BODY}” he told a meeting far away from there.")
    assert found.agreeing.tolist() == [[0, 0]]


def test_chance_is_no_passage() -> None:
    found = compared(BODY, "He voted on Tuesday to close the eastern window until the summer has been and gone.")
    assert len(found.spans) == 0


def test_what_is_taken_twice_counts_once_in_its_source() -> None:
    found = compared(BODY, f"{BODY} and so {BODY}")
    assert found.agreeing.tolist() == [[len(BODY.split()), 2 * len(BODY.split())]]


def test_every_pair_has_its_own_passages() -> None:
    found = compared(BODY, "nothing of it here", BODY, "nor here")
    assert np.diff(found.bounds).tolist() == [0, 1, 0]


words = st.lists(st.sampled_from([f"w{n}" for n in range(12)]), max_size=80)


@given(words, words)
def test_spans_are_inside_and_counts_are_possible(one: list[str], other: list[str]) -> None:
    found = compared(" ".join(one), " ".join(other))
    for start, end, there, there_end, own, wordy in found.spans.tolist():
        assert 0 <= start < end <= len(one)
        assert 0 <= there < there_end <= len(other)
        assert own <= min(end - start, there_end - there)
        assert own <= wordy <= max(end - start, there_end - there)
    assert found.agreeing[0, 0] <= len(one)
    assert found.agreeing[0, 1] <= len(other)
    ends = found.spans[:, 3].tolist()
    starts = found.spans[:, 2].tolist()
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
