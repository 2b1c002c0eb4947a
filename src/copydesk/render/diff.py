"""What two wordings have in common, word by word."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

_SIGNS = "“”\"'‘’«»„.,;:!?…()[]–—-"
# Words of a stretch that both have which are shown at each end of it.
_SHOWN = 5


class Change(NamedTuple):
    """A stretch of two wordings: what both have, what only the first has, or what only the second has."""

    kind: Literal["same", "out", "in"]
    text: str


def changes(old: str, new: str, *, shortened: bool = False) -> Iterator[Change]:
    """Yield what was taken out of a text, word by word, and what came in; case and punctuation alone are no change.

    Args:
        old: The one wording.
        new: The other.
        shortened: Whether the middle of long stretches that both have is left out.
    """
    before, after = old.split(), new.split()
    keys = [[word.strip(_SIGNS).casefold() for word in words] for words in (before, after)]
    for tag, i, j, k, m in SequenceMatcher(a=keys[0], b=keys[1], autojunk=False).get_opcodes():
        if tag == "equal":
            ends = {"first": i == k == 0, "last": j == len(before) and m == len(after)}
            yield Change("same", _stretch(after[k:m], **ends) if shortened else " ".join(after[k:m]))
            continue
        if i < j:
            yield Change("out", " ".join(before[i:j]))
        if k < m:
            yield Change("in", " ".join(after[k:m]))


def _stretch(words: list[str], *, first: bool, last: bool) -> str:
    """Return words that both wordings have, those far from a change left out."""
    head, tail = 0 if first else _SHOWN, 0 if last else _SHOWN
    if len(words) <= head + tail + 2:
        return " ".join(words)
    return " ".join((*words[:head], "…", *words[len(words) - tail :]))
