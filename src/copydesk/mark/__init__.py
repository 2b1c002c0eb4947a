"""Finds sentences, names, amounts, dates, quotes and credits in a text.

    text, blocks -> sentences and words -> parse (one call) -> view: the text with its tokens
      view -> dates -> amounts (no number twice)
      view -> mentions -> entities -> pronouns and offices (not inside quotation marks)
      view, names -> quotes and reported speech with their speakers
      view, quotes -> credits with their scope -> quotes without what an outlet reports, which is a credit
      view, quotes -> stances, beliefs, intentions, findings and speech without its words, where they are no quotes

Everything found is a span of the text; nothing in the text is changed.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from copydesk.mark.amounts import find_amounts
from copydesk.mark.attitudes import find_attributions
from copydesk.mark.config import MarkConfig
from copydesk.mark.context import MarkContext
from copydesk.mark.credits import OutletJudge, find_credits
from copydesk.mark.dates import find_dates
from copydesk.mark.entities import entities_of, join, names_of
from copydesk.mark.mentions import find_mentions
from copydesk.mark.parsing import Sentences
from copydesk.mark.quotes import find_quotes, said_in
from copydesk.mark.references import find_references
from copydesk.mark.remembered import remembered
from copydesk.mark.sentences import Cut, blocks_of, cut
from copydesk.mark.view import View, view_of
from copydesk.mark.voices import spoken
from copydesk.ports import Parser
from copydesk.records import Block, Marks
from copydesk.spans import Span
from copydesk.text.quotes import quoted

__all__ = ["MarkConfig", "MarkContext", "mark", "mark_texts"]

# Words after which waiting texts are parsed: more are no faster.
TOGETHER = 4_000

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
    return next(mark_texts([(text, context)], parser, config))


def mark_texts(texts: Iterable[tuple[str, MarkContext]], parser: Parser, config: MarkConfig) -> Iterator[Marks]:
    """Yield the marks of each text, as `mark` finds them; the parser is called once for several short texts."""
    known = Sentences(parser)
    waiting: list[_Text] = []
    words = 0
    for text, context in texts:
        blocks = blocks_of(text, context.blocks)
        cuts = tuple(cut(text, blocks, config.longest_sentence))
        waiting.append(_Text(text, context, blocks, cuts))
        words += sum(len(one.words) for one in cuts)
        if words >= TOGETHER:
            yield from _marked(waiting, known, config)
            waiting, words = [], 0
    yield from _marked(waiting, known, config)


class _Text(NamedTuple):
    """A text, what is known of it, and its sentences before they are parsed."""

    text: str
    context: MarkContext
    blocks: tuple[Block, ...]
    cuts: tuple[Cut, ...]


def _marked(texts: Sequence[_Text], known: Sentences, config: MarkConfig) -> Iterator[Marks]:
    """Yield the marks of each of some texts, all parsed at once."""
    parsed = iter(known.parsed([sentence.words for one in texts for sentence in one.cuts]))
    for one in texts:
        view = view_of(one.text, one.blocks, one.cuts, list(islice(parsed, len(one.cuts))))
        yield _found(view, one.blocks, config, one.context)


def _found(view: View, blocks: Sequence[Block], config: MarkConfig, context: MarkContext) -> Marks:
    """Return what the finders find in a parsed text."""
    dates = tuple(remembered(view, find_dates(view, context.published)))
    mentions = find_mentions(view)
    groups = join(view, mentions)
    direct = quoted(view.text, blocks)
    names = names_of(view, mentions, groups)
    if config.pronouns:
        names = sorted((*names, *find_references(view, groups, names, direct)), key=lambda name: name.start)
    said = said_in(view, blocks, direct)
    quotes = find_quotes(view, blocks, said, names)
    entities = entities_of(groups)
    kinds = {entity.id: entity.kind for entity in entities}
    others = [Span(name.start, name.end) for name in names if kinds[name.entity] in ("person", "place")]
    judge = OutletJudge(view, others, context, known=config.known_outlets)
    credited = find_credits(view, blocks, quotes, judge)
    own = tuple(spoken(view, quotes, credited))
    return Marks(
        sentences=view.sentences,
        tokens=view.tokens,
        entities=entities,
        names=tuple(names),
        amounts=tuple(find_amounts(view, dates)),
        dates=dates,
        quotes=own,
        credits=tuple(credited),
        attributions=tuple(find_attributions(view, said, quotes, own, names)),
    )
