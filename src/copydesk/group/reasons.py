"""Why an article belongs to its story, in words."""

import re
from collections.abc import Mapping, Sequence

import numpy as np

from copydesk.group.about import About
from copydesk.records import Marked, ReuseLink
from copydesk.text.shingles import common

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
    found: dict[str, str] = {}
    for i in members:
        words = _shared(i, members, articles, marked[i])
        others = [link for link in links.get(articles[i].id, ()) if ids.issuperset(link.articles)]
        found[articles[i].id] = "; ".join(part for part in (_taken(articles[i].id, others), words) if part)
    return found


def _taken(article_id: str, links: Sequence[ReuseLink]) -> str:
    """Return with how many articles an article shares its reporting."""
    others = {other for link in links for other in link.articles} - {article_id}
    return f"shares its reporting with {len(others)} of them" if others else ""


def _shared(place: int, members: Sequence[int], articles: Sequence[About], marked: Marked) -> str:
    """Return the words that connect an article most with the others of its story."""
    mine = articles[place]
    told = np.zeros(len(mine.terms), np.float32)
    having = np.zeros(len(mine.terms), np.int64)
    for other in members:
        if other != place:
            here, there = common(mine.terms, articles[other].terms)
            told[here] += mine.weights[here] * articles[other].weights[there]
            having[here] += 1
    order = np.lexsort((mine.terms, -told))
    shown: list[str] = []
    for at in order[: 4 * _SHOWN]:
        word = _spelled(marked, int(mine.starts[at]), int(mine.ends[at]))
        if told[at] > 0 and not any(word in other or other in word for other in shown):
            shown.append(word)
    if not shown:
        return "is linked with them"
    with_most = int(having[order[0]])
    whom = "the other" if len(members) == 2 else f"{with_most} others" if with_most > 1 else "another"
    return f"shares {', '.join(shown[:_SHOWN])} with {whom}"


def _spelled(marked: Marked, start: int, end: int) -> str:
    """Return a word as the article writes it, with the whole name where it is part of one."""
    whole = next(
        ((n.start, n.end) for n in marked.marks.names if n.start <= start and end <= n.end and n.mention != "role"), (start, end)
    )
    return _POSSESSIVE.sub("", " ".join(marked.article.text[slice(*whole)].split()))
