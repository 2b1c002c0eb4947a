"""Marks invented articles and sentences, and checks the one against the other."""

from collections.abc import Sequence

from copydesk.check import CheckConfig, check
from copydesk.mark import MarkConfig, MarkContext, mark
from copydesk.models import load_parser
from copydesk.records import Article, Block, BlockKind, Marked, Marks, Published, Statement, Verdict


def marks_of(text: str) -> Marks:
    """Return the marks of a draft's sentence."""
    return mark(text, load_parser(), MarkConfig(), MarkContext(blocks=(Block(start=0, end=len(text)),)))


def article(
    *paragraphs: str, name: str = "a", outlet: str | None = None, kinds: Sequence[BlockKind] = (), when: str | None = None
) -> Marked:
    """Return a marked article; paragraphs without a kind are its body."""
    text, blocks, offset = "\n\n".join(paragraphs), [], 0
    for index, paragraph in enumerate(paragraphs):
        kind = kinds[index] if index < len(kinds) else "body"
        blocks.append(Block(start=offset, end=offset + len(paragraph), kind=kind))
        offset += len(paragraph) + 2
    published = Published(when=when, precision="day" if when else "unknown", basis="hints")
    context = MarkContext(blocks=tuple(blocks), published=published, outlet=outlet)
    marks = mark(text, load_parser(), MarkConfig(), context)
    one = Article(id=name, location=name, sha256="", text=text, blocks=tuple(blocks), outlet=outlet, published=published)
    return Marked(article=one, marks=marks)


def verdict(sentence: str, *articles: Marked, cited: Sequence[int] | None = None) -> Verdict:
    """Return the verdict on a sentence.

    Args:
        sentence: The sentence.
        articles: What it is held against.
        cited: Which reporting sentences of the first article it cites, by their number; None: it cites nothing.
    """
    sentences = list(articles[0].reporting()) if articles else []
    citations = tuple(articles[0].passage(sentences[i].start, sentences[i].end) for i in cited or ())
    (found,) = check([Statement(text=sentence, marks=marks_of(sentence), citations=citations)], articles, CheckConfig())
    return found


def failed(found: Verdict) -> set[str]:
    """Return the kinds of the checks that were not met."""
    return {one.kind for one in found.checks if one.outcome != "found"}
