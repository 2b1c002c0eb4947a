"""Cuts a text into blocks, sentences and words."""

import re
from collections.abc import Iterator, Sequence

from copydesk.records import Block
from copydesk.spans import Span, stripped
from copydesk.text.sentences import sentences
from copydesk.text.tokens import tokenise

_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


class Cut(Span, frozen=True):
    """One sentence before it is parsed.

    Attributes:
        block: Index of its block.
        words: Spans of its words and signs in the text, none of them empty, at least one.
    """

    block: int
    words: tuple[Span, ...]


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
            words = tokenise(text, block.start + sentence.start, block.start + sentence.end)
            for at in range(0, len(words), longest):
                part = words[at : at + longest]
                yield Cut(part[0].start, part[-1].end, index, tuple(part))
