"""Finds sentences, names, amounts, dates, quotes and credits in a text.

    text, blocks -> sentences and words -> parse (one call) -> tokens
                                                             -> names and entities
                                         -> amounts, dates
                                         -> quotes with speakers (need names)
                                         -> credits with scope (need quotes)

Everything found is a span of the text; nothing in the text is changed.
"""

from copydesk.mark.config import MarkConfig
from copydesk.mark.context import MarkContext
from copydesk.mark.sentences import blocks_of, cut
from copydesk.mark.tokens import tokens_of
from copydesk.ports import Parser
from copydesk.records import Marks, SentenceMark

__all__ = ["MarkConfig", "MarkContext", "mark"]

_NOTHING_KNOWN = MarkContext()


def mark(text: str, parser: Parser, config: MarkConfig, context: MarkContext = _NOTHING_KNOWN) -> Marks:
    """Find sentences, names, amounts, dates, quotes and credits in an article's or a draft's text.

    Args:
        text: The text; spans of the result are code points of it.
        parser: Tags, parses and finds names; called once, with all sentences.
        config: Settings.
        context: What is known beside the words.

    Returns:
        Marks, each kind in the order of the text, each mark inside one block. Raises nothing on any text.
    """
    blocks = blocks_of(text, context.blocks)
    cuts = tuple(cut(text, blocks, config.longest_sentence))
    parsed = parser.parse([[text[word.start : word.end] for word in one.words] for one in cuts])
    tokens = tokens_of(cuts, parsed)
    firsts = [0]
    for one in cuts:
        firsts.append(firsts[-1] + len(one.words))
    sentences = tuple(
        SentenceMark(start=c.start, end=c.end, block=c.block, kind=blocks[c.block].kind, first=first, last=last)
        for c, first, last in zip(cuts, firsts, firsts[1:], strict=False)
    )
    return Marks(sentences=sentences, tokens=tokens)
