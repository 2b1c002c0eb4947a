"""Finds sentences, names, amounts, dates, quotes and credits in a text.

    text, blocks -> sentences and words -> parse (one call) -> view: the text with its tokens
      view -> dates -> amounts (no number twice)
      view -> mentions -> entities -> pronouns and offices (not inside quotation marks)
      view, names -> quotes and reported speech with their speakers
      view, quotes -> credits with their scope

Everything found is a span of the text; nothing in the text is changed.
"""

from copydesk.mark.amounts import find_amounts
from copydesk.mark.config import MarkConfig
from copydesk.mark.context import MarkContext
from copydesk.mark.credits import OutletJudge, find_credits
from copydesk.mark.dates import find_dates
from copydesk.mark.entities import entities_of, join, names_of
from copydesk.mark.mentions import find_mentions
from copydesk.mark.quotes import find_quotes
from copydesk.mark.references import find_references
from copydesk.mark.sentences import blocks_of, cut
from copydesk.mark.view import view_of
from copydesk.ports import Parser
from copydesk.records import Marks
from copydesk.spans import Span
from copydesk.text.quotes import quoted

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
    words = [[text[word.start : word.end] for word in one.words] for one in cuts]
    view = view_of(text, blocks, cuts, words, parser.parse(words))
    dates = tuple(find_dates(view, context.published))
    mentions = find_mentions(view)
    groups = join(view, mentions)
    direct = quoted(text, blocks)
    names = names_of(view, mentions, groups)
    if config.pronouns:
        names = sorted((*names, *find_references(view, groups, names, direct)), key=lambda name: name.start)
    quotes = find_quotes(view, blocks, direct, names)
    entities = entities_of(groups)
    kinds = {entity.id: entity.kind for entity in entities}
    others = [Span(name.start, name.end) for name in names if kinds[name.entity] in ("person", "place")]
    judge = OutletJudge(view, others, context, known=config.known_outlets)
    return Marks(
        sentences=view.sentences,
        tokens=view.tokens,
        entities=entities,
        names=tuple(names),
        amounts=tuple(find_amounts(view, dates)),
        dates=dates,
        quotes=tuple(quotes),
        credits=tuple(find_credits(view, blocks, quotes, judge)),
    )
