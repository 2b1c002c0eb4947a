"""Cuts a text into blocks, sentences and words."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.records import Block
from copydesk.spans import stripped
from copydesk.text.sentences import sentences
from copydesk.text.tokens import words_of

_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


class Cut(NamedTuple):
    """One sentence before it is parsed.

    Attributes:
        block: Index of its block.
        starts: Where its words and signs begin in the text, at least one.
        words: The words and signs, none of them empty.
    """

    block: int
    starts: list[int]
    words: list[str]

    @property
    def end(self) -> int:
        """Behind its last code point."""
        return self.starts[-1] + len(self.words[-1])


def blocks_of(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks as given, else what stands between blank lines, all of kind `body`."""
    if blocks:
        return tuple(blocks)
    bounds = [0, *(at for gap in _BLANK_LINE.finditer(text) for at in gap.span()), len(text)]
    spans = (stripped(text, start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True))
    return tuple(Block(start=span.start, end=span.end) for span in spans if span.start < span.end)


def cut(text: str, blocks: Sequence[Block], longest: int) -> Iterator[Cut]:
    """Yield the sentences of each block; one of more than `longest` words comes in several parts."""
    for index, block in enumerate(blocks):
        for sentence in sentences(text[block.start : block.end]):
            starts, words = words_of(text, block.start + sentence.start, block.start + sentence.end)
            for at in range(0, len(words), longest):
                yield Cut(index, starts[at : at + longest], words[at : at + longest])
