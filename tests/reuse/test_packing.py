"""Words as they are stored come back as they were, however wide their numbers are."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from copydesk.reuse.folding import folding
from copydesk.reuse.packing import Packed, Room, packed, stride_of, unpack, widened
from copydesk.reuse.words import Cutter, Words


def cut(texts: list[str]) -> Words:
    """Return the words of texts."""
    data = [text.encode("utf-8", "replace") for text in texts]
    offsets = np.cumsum([0, *map(len, data)]).astype(np.int64)
    return Cutter(folding()).words_of(np.frombuffer(b"".join(data), np.uint8), offsets)


def unpacked(stored: Packed) -> Room:
    """Return the words of what is stored."""
    counts = np.diff(stored.bounds) // stride_of(stored.widths)
    size = int(counts.sum())
    room = Room(np.empty(size, np.uint32), np.empty(size, np.bool_), np.empty(size, np.uint32), np.empty(size, np.uint32))
    unpack(stored.data, stored.widths, counts, room, 0)
    return room


def same(room: Room, *words: Words) -> bool:
    """Say whether words came back."""
    wanted = [np.concatenate(arrays) for arrays in zip(*((w.hashes, w.quoted, w.starts, w.ends) for w in words), strict=True)]
    return all(np.array_equal(one, other) for one, other in zip(room, wanted, strict=True))


text = st.text(st.sampled_from("ab “”日.'"), max_size=60)


@given(st.lists(text, min_size=1, max_size=4), st.lists(text, min_size=1, max_size=4))
def test_words_come_back(some: list[str], more: list[str]) -> None:
    first, second = cut(some), cut(more)
    assert same(unpacked(packed(first)), first)
    assert same(unpacked(widened([packed(first), packed(second)])), first, second)


def test_wide_gaps_and_words_come_back() -> None:
    narrow, wide, wider = cut(["a few words", ""]), cut(["a" * 300 + " b"]), cut(["a" + " " * 70_000 + "b", "c d"])
    assert [packed(one).widths.tolist() for one in (narrow, wide, wider)] == [[1, 1], [1, 2], [4, 1]]
    assert same(unpacked(widened([packed(one) for one in (narrow, wide, wider)])), narrow, wide, wider)
