"""A draft's headings, paragraphs and sentences: which of them state something, and how they look to people."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from copydesk.manuscript import Manuscript
from copydesk.records import Block, CheckedSentence, DraftBlock, Marks, SentenceMark

# A heading that opens with one of these asks, or names what follows: "What is next".
ASKING = frozenset({"what", "why", "how", "who", "where", "when", "which"})
FINITE = ("VBD", "VBZ", "VBP", "MD")


def blocks_of(draft: Manuscript) -> tuple[Block, ...]:
    """Return a draft's blocks: its headings, and what stands between empty lines."""
    words, titles = draft.words, draft.headings
    spans = [Block(start=start, end=end, kind="heading") for start, end in titles]
    edges = [0, *(edge for title in titles for edge in title), len(words)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        spans.extend(paragraphs(words, start, end))
    return tuple(sorted(spans, key=lambda block: block.start))


def paragraphs(words: str, start: int, end: int) -> Iterable[Block]:
    """Yield what stands between empty lines in `words[start:end]`."""
    offset = start
    for part in words[start:end].split("\n\n"):
        if part.strip():
            yield Block(start=offset, end=offset + len(part))
        offset += len(part) + 2


def draft_blocks(blocks: Sequence[Block], draft: Manuscript, sentences: Sequence[CheckedSentence]) -> Iterator[DraftBlock]:
    """Yield the draft's headings and paragraphs, each with which of the checked sentences stand in it."""
    starts = [sentence.start for sentence in sentences]
    for block in blocks:
        first, last = bisect_right(starts, block.start - 1), bisect_right(starts, block.end - 1)
        text = plain(draft.words[block.start : block.end].strip(), draft)
        if text:
            kind: Literal["heading", "body"] = "heading" if block.kind == "heading" else "body"
            yield DraftBlock(kind=kind, text=text, start=block.start, end=block.end, first=first, last=last)


def states_something(sentence: SentenceMark, marks: Marks, words: str) -> bool:
    """Return whether a sentence states anything: all do but headings without a finite verb and stretches without words."""
    if not any(sign.isalnum() for sign in words[sentence.start : sentence.end]):
        return False
    tokens = marks.tokens[sentence.first : sentence.last]
    asks = words[tokens[0].start : tokens[0].end].lower() in ASKING if tokens else False
    return sentence.kind != "heading" or (not asks and any(t.fine in FINITE for t in tokens))


def plain(text: str, draft: Manuscript) -> str:
    """Return a part of a draft for people: as it stands in plain text, without the gaps of blanked markup elsewhere."""
    if not draft.marked_up and not draft.cites:
        return text
    return re.sub(r" +(?=[.,;:!?)’”])|(?<=[“‘(]) +", "", " ".join(text.split()))
