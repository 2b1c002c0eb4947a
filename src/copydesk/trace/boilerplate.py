"""An outlet's own boilerplate: sentences that it prints again and again under different reports. Sharing them means nothing."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from urllib.parse import urlsplit

from copydesk.records import Article, Marked
from copydesk.text.fold import folded

_TIMES = 3  # articles of one outlet from which on a sentence is its boilerplate
_MOST = 0.5  # an article of which more than that is repeated is an update or a copy, not made of boilerplate


def boilerplate(marked: Sequence[Marked]) -> dict[str, frozenset[int]]:
    """Return for each article id the places, among its reporting sentences, of those that are its outlet's boilerplate.

    Args:
        marked: The pile. Articles of an unknown outlet and without an address have none.
    """
    houses: dict[str, list[Marked]] = defaultdict(list)
    for one in marked:
        if house(one.article):
            houses[house(one.article)].append(one)
    return {name: places for members in houses.values() if len(members) >= _TIMES for name, places in _repeated(members).items()}


def house(article: Article) -> str:
    """Return what stands for the outlet of an article: its name, else the site of its address; empty where neither is known."""
    return article.outlet.casefold() if article.outlet else (urlsplit(article.url).netloc if article.url else "")


def _repeated(members: Sequence[Marked]) -> dict[str, frozenset[int]]:
    """Return the repeated sentences of one outlet's articles."""
    keys = {one.article.id: [folded(one.article.text[s.start : s.end]) for s in one.reporting()] for one in members}
    texts = {tuple(found) for found in keys.values()}  # a text that the outlet carries twice counts once
    times = Counter(key for found in texts for key in set(found))
    places = {name: frozenset(i for i, key in enumerate(found) if times[key] >= _TIMES) for name, found in keys.items()}
    return {name: some for name, some in places.items() if some and len(some) <= _MOST * len(keys[name])}
