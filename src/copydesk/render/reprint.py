"""How much of a report stands word for word in an article: a report is not a reprint, and the page says how near it comes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from copydesk.records import ArticleEntry, Dossier, Report
from copydesk.render.shelf import Shelf
from copydesk.render.words import shared_run
from copydesk.text.runs import QUOTED

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
# Fewer words in a row are how English is written.
_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class SharedRun:
    """The most words in a row that a report shares with an article outside quotation marks, names included.

    Attributes:
        words: How many.
        article_id: The article, the first of several.
    """

    words: int
    article_id: str


def longest_run(report: Report, articles: Iterable[ArticleEntry]) -> SharedRun | None:
    """Return the longest run of words that a sentence shares with an article outside quotation marks; None below five words.

    Lengths are tried against sets of word n-grams, doubling and then halving, so that endless repetition costs no more than
    a logarithm of passes over the texts.
    """
    sentences = [_words(part) for text in texts_of(report) for part in QUOTED.split(text)]
    best: SharedRun | None = None
    for article in articles:
        length = _longest(sentences, _words(article.text), best.words if best else _SHORTEST - 1)
        if length:
            best = SharedRun(length, article.id)
    return best


def told_run(dossier: Dossier, shelf: Shelf) -> str:
    """Return the longest run of a dossier's report in a sentence; empty where there is none."""
    run = longest_run(dossier.report, dossier.articles)
    return shared_run(run.words, shelf.names[run.article_id]) if run else ""


def _longest(sentences: Sequence[Sequence[str]], text: Sequence[str], beat: int) -> int:
    """Return the length of the longest shared run if it is longer than `beat`, else 0."""
    if not _shares(sentences, text, beat + 1):
        return 0
    low, high = beat + 1, 2 * (beat + 1)
    while _shares(sentences, text, high):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _shares(sentences, text, middle) else (low, middle)
    return low


def _shares(sentences: Sequence[Sequence[str]], text: Sequence[str], length: int) -> bool:
    wanted = {gram for words in sentences for gram in _grams(words, length)}
    return bool(wanted) and any(gram in wanted for gram in _grams(text, length))


def _grams(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + length]) for start in range(len(words) - length + 1))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def texts_of(report: Report) -> Iterator[str]:
    """Yield the sentences of a report, headline and dek first."""
    yield report.headline.text
    yield report.dek.text
    for section in report.sections:
        yield from (sentence.text for sentence in section.sentences)
