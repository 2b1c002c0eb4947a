"""Quotes in common: eight words in a row that two articles put in quotation marks were hardly said at two events."""

from collections.abc import Sequence

import numpy as np

from copydesk.group.about import About
from copydesk.group.config import GroupConfig
from copydesk.records import Marked
from copydesk.text.pile import Cut
from copydesk.text.shingles import Hashes, shingles

_RUN = 8  # words; on ECB+ 415 of 415 pairs that share so many are about one event, of six words 481 of 488


def same_quotes(
    marked: Sequence[Marked], words: Sequence[Cut], articles: Sequence[About], config: GroupConfig
) -> list[tuple[int, int]]:
    """Return the pairs of places that quote the same words, are alike enough for one story, and not known to be far apart in time.

    A run of words that many quote links each of them to the next.

    Args:
        marked: The articles.
        words: The words of each.
        articles: What each is about.
        config: Settings.
    """
    runs = [_quoted(one, cut) for one, cut in zip(marked, words, strict=True)]
    owners = np.repeat(np.arange(len(runs)), [len(one) for one in runs])
    flat = np.concatenate([np.zeros(0, np.uint64), *runs])
    order = np.lexsort((owners, flat))
    flat, owners = flat[order], owners[order]
    found = {(int(owners[at]), int(owners[at + 1])) for at in np.flatnonzero(flat[1:] == flat[:-1])}
    return sorted(pair for pair in found if _near(articles[pair[0]], articles[pair[1]], config))


def _quoted(marked: Marked, words: Cut) -> Hashes:
    """Return the runs of words inside an article's direct quotes, each once."""
    quotes = [quote for quote in marked.marks.quotes if quote.direct]
    edges = [(np.searchsorted(words.starts, q.words_start), np.searchsorted(words.starts, q.words_end)) for q in quotes]
    found = [shingles(words.hashes[first:last], _RUN) for first, last in edges]
    return np.unique(np.concatenate([np.zeros(0, np.uint64), *found]))


def _near(first: About, second: About, config: GroupConfig) -> bool:
    """Return whether two articles that quote the same may be one story: an old quote is quoted again when there is cause."""
    gap = abs(first.day - second.day)
    return float(first.vector @ second.vector) >= config.least and not gap > config.days + config.fade / 2
