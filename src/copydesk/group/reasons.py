"""Why an article belongs to its story, in words."""

import re
from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.group.about import About
from copydesk.records import Marked, ReuseLink
from copydesk.text.shingles import Hashes

_SHOWN = 4
_POSSESSIVE = re.compile(r"['’]s?$")
_ALONE = "no other article here is about it"


def reasons(
    members: Sequence[int], articles: Sequence[About], marked: Sequence[Marked], links: Mapping[str, Sequence[ReuseLink]]
) -> dict[str, str]:
    """Return for each article of a story why it belongs there.

    Args:
        members: Places of the story's articles.
        articles: What all articles are about.
        marked: The articles.
        links: Article id -> links that surely connect it to others.
    """
    if len(members) == 1:
        return {articles[members[0]].id: _ALONE}
    ids = {articles[i].id for i in members}
    whole = _together([articles[i] for i in members])
    found: dict[str, str] = {}
    for i in members:
        others = [link for link in links.get(articles[i].id, ()) if ids.issuperset(link.articles)]
        parts = (_taken(articles[i].id, others), _shared(articles[i], whole, marked[i]))
        found[articles[i].id] = "; ".join(part for part in parts if part)
    return found


def _taken(article_id: str, links: Sequence[ReuseLink]) -> str:
    """Return with how many articles an article shares its reporting."""
    others = {other for link in links for other in link.articles} - {article_id}
    return f"shares its reporting with {len(others)} of them" if others else ""


class Together(msgspec.Struct, frozen=True, eq=False):
    """What the articles of a story are about together.

    Attributes:
        count: How many articles there are.
        terms: Their terms, sorted.
        weights: The sum of the weights of each.
        having: How many articles have it.
    """

    count: int
    terms: Hashes
    weights: NDArray[np.float64]
    having: NDArray[np.intp]


def _together(articles: Sequence[About]) -> Together:
    """Return what articles are about together."""
    terms, places = np.unique(np.concatenate([one.terms for one in articles]), return_inverse=True)
    weights = np.concatenate([one.weights for one in articles])
    return Together(
        count=len(articles),
        terms=terms,
        weights=np.bincount(places, weights=weights).astype(np.float64),
        having=np.bincount(places),
    )


def _shared(one: About, whole: Together, marked: Marked) -> str:
    """Return the words that connect an article most with the others of its story."""
    at = np.searchsorted(whole.terms, one.terms)
    told = one.weights * (whole.weights[at] - one.weights)
    having = whole.having[at] - 1
    order = np.lexsort((one.terms, -np.round(told, 9)))
    shown: list[str] = []
    for place in order[: 4 * _SHOWN]:
        word = _spelled(marked, int(one.starts[place]), int(one.ends[place]))
        if having[place] and not any(word in other or other in word for other in shown):
            shown.append(word)
    if not shown:
        return "is linked with them"
    others = int(having[order[0]])
    whom = "the other" if whole.count == 2 else f"{others} others" if others > 1 else "another"
    return f"shares {', '.join(shown[:_SHOWN])} with {whom}"


def _spelled(marked: Marked, start: int, end: int) -> str:
    """Return a word as the article writes it, with the whole name where it is part of one."""
    whole = next(
        ((n.start, n.end) for n in marked.marks.names if n.start <= start and end <= n.end and n.mention != "role"), (start, end)
    )
    return _POSSESSIVE.sub("", " ".join(marked.article.text[slice(*whole)].split()))
