"""Who took from whom, made ready to be drawn and told.

Each origin is a band; the article at its root stands first, and under it the articles that took from it, as a tree. A link that
is no branch of such a tree (a second taking, or one whose direction cannot be told) is kept as a cross link.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from copydesk.records import ArticleEntry, Origin, Passage, ReuseLink
from copydesk.render.shelf import Shelf
from copydesk.render.telling import Taking, changes_of, sentences_of, told_root, told_taker, words_of
from copydesk.render.words import percent, spelled
from copydesk.spans import merged

# A link whose direction is known outweighs one that shares this much more but leaves open who took from whom.
_DIRECTED = 0.25


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article with where it comes from.

    Attributes:
        start: From where, in thousandths of the article.
        length: How long, in thousandths.
        own: Whether it is the article's own reporting.
    """

    start: int
    length: int
    own: bool


@dataclass(frozen=True, slots=True)
class Node:
    """An article in its band.

    Attributes:
        article_id: The article; None for one that is not at hand.
        depth: How many takings lie between it and the root.
        parent: Index in the band of the node it took from, None for a root.
        takings: What it took, the branch of the tree first.
        parts: Where its text comes from.
        told: The same in a sentence.
    """

    article_id: str | None
    depth: int
    parent: int | None
    takings: tuple[Taking, ...] = ()
    parts: tuple[Part, ...] = ()
    told: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """An origin with the articles whose reporting is mostly its own.

    Attributes:
        origin: The origin.
        name: Whose reporting it is.
        nodes: Its articles in drawing order; parents stand before those that took from them.
    """

    origin: Origin
    name: str
    nodes: tuple[Node, ...]


class _Edge(NamedTuple):
    """A way for a tree to grow: the strongest sorts first.

    Attributes:
        weakness: Negated overlap, less a bonus where the direction is known.
        number: The link's number.
        parent: Who stands in the tree.
        child: Who would be hung on it.
    """

    weakness: float
    number: int
    parent: str
    child: str


@dataclass(frozen=True, slots=True)
class _Tree:
    """An origin's articles in order.

    Attributes:
        origin: The origin.
        root: Its article at the root; None where that is not at hand.
        branches: Every other article -> whom it took from, and the number of that link; None where only the origin is known.
    """

    origin: Origin
    root: str | None
    branches: Mapping[str, tuple[str | None, int | None]]


@dataclass(frozen=True, slots=True)
class _Known:
    """What nodes are made from.

    Attributes:
        shelf: Articles and origins.
        told: Article id -> the links that are told at it, with their numbers.
        stretches: Article id -> its passages with their origins.
    """

    shelf: Shelf
    told: Mapping[str, Sequence[tuple[int, ReuseLink]]]
    stretches: Mapping[str, Sequence[tuple[Origin, Passage]]]


def bands(shelf: Shelf, links: Sequence[ReuseLink]) -> tuple[Band, ...]:
    """Return the origins with their articles, the widest spread first."""
    members: dict[str, list[str]] = defaultdict(list)
    for article in sorted((a for a in shelf.articles.values() if a.id not in shelf.lent), key=_age):
        members[article.main_origin_id].append(article.id)
    order = {origin_id: place for place, origin_id in enumerate(shelf.origins)}
    ranked = sorted((i for i in members if i in shelf.origins), key=lambda i: (-len(members[i]), order[i]))
    trees = [_tree(shelf.origins[i], members[i], links) for i in ranked]
    known = _Known(shelf, _told_at(trees, links), _stretches(shelf))
    return tuple(Band(tree.origin, shelf.origin_name(tree.origin), tuple(_nodes(tree, known))) for tree in trees)


def unlike(links: Sequence[ReuseLink]) -> tuple[tuple[int, ReuseLink], ...]:
    """Return the links that were found to show no dependence, with their numbers: alike, and still independent."""
    return tuple((number, link) for number, link in enumerate(links, start=1) if link.dependence == "no")


def _age(article: ArticleEntry) -> tuple[bool, str, str]:
    return article.published.when is None, article.published.when or "", article.location


def _tree(origin: Origin, members: Sequence[str], links: Sequence[ReuseLink]) -> _Tree:
    root = origin.root_article_id if origin.kind != "elsewhere" and origin.root_article_id in members else None
    if root is None and origin.kind != "elsewhere":
        root = members[0]
    return _Tree(origin, root, _branches(root, members, links))


def _told_at(trees: Sequence[_Tree], links: Sequence[ReuseLink]) -> dict[str, list[tuple[int, ReuseLink]]]:
    """Return at which article each link is told: where it is a branch, at the one that hangs on it; else at the first named one.

    A link within one origin that is no branch says nothing about independence and is left to the list of links.
    """
    homes = {a: place for place, tree in enumerate(trees) for a in (tree.root, *tree.branches) if a}
    hanging = {number: article_id for tree in trees for article_id, (_, number) in tree.branches.items() if number}
    told: dict[str, list[tuple[int, ReuseLink]]] = defaultdict(list)
    for number, link in enumerate(links, start=1):
        across = homes.get(link.articles[0]) != homes.get(link.articles[1])
        if number in hanging or (link.dependence != "no" and across):
            told[hanging.get(number, link.articles[0])].append((number, link))
    return told


def _stretches(shelf: Shelf) -> dict[str, list[tuple[Origin, Passage]]]:
    stretches: dict[str, list[tuple[Origin, Passage]]] = defaultdict(list)
    for origin in shelf.origins.values():
        for passage in origin.passages:
            stretches[passage.article_id].append((origin, passage))
    return stretches


def _branches(root: str | None, members: Sequence[str], links: Sequence[ReuseLink]) -> dict[str, tuple[str | None, int | None]]:
    """Return for each article but the root whom it took from, and the number of that link.

    Trees grow by the strongest link between an article that stands in one and an article that does not; where the direction is
    known, only along it. The first tree grows from the root; an article that no link reaches is hung on the root without one.
    """
    edges = _edges(set(members), links)
    branches: dict[str, tuple[str | None, int | None]] = {}
    if root is not None:
        _grow(root, root, edges, branches)
    for member in members:
        if member != root and member not in branches:
            branches[member] = (root, None)
            _grow(member, root, edges, branches)
    return branches


def _edges(members: Set[str], links: Sequence[ReuseLink]) -> dict[str, list[_Edge]]:
    edges: dict[str, list[_Edge]] = defaultdict(list)
    for number, link in enumerate(links, start=1):
        later, earlier = link.articles
        if link.dependence != "yes" or later not in members or earlier not in members:
            continue
        if link.direction == "forward":
            edges[earlier].append(_Edge(-link.overlap - _DIRECTED, number, earlier, later))
        else:
            edges[earlier].append(_Edge(-link.overlap, number, earlier, later))
            edges[later].append(_Edge(-link.overlap, number, later, earlier))
    return edges


def _grow(
    start: str, root: str | None, edges: Mapping[str, Sequence[_Edge]], branches: dict[str, tuple[str | None, int | None]]
) -> None:
    """Add to the branches everything that links lead to from an article."""
    near = [*edges.get(start, ())]
    heapify(near)
    while near:
        edge = heappop(near)
        if edge.child != root and edge.child not in branches:
            branches[edge.child] = (edge.parent, edge.number)
            for further in edges.get(edge.child, ()):
                heappush(near, further)


def _nodes(tree: _Tree, known: _Known) -> Iterator[Node]:
    children: dict[str | None, list[str]] = defaultdict(list)
    for child, (parent, _) in tree.branches.items():
        children[parent].append(child)
    places: dict[str | None, int] = {}
    waiting: list[tuple[str | None, int, int | None]] = [(tree.root, 0, None)]
    while waiting:
        article_id, depth, above = waiting.pop()
        places[article_id] = len(places)
        yield _node(article_id, depth, above, tree, known)
        waiting += [(child, depth + 1, places[article_id]) for child in reversed(children[article_id])]


def _node(article_id: str | None, depth: int, above: int | None, tree: _Tree, known: _Known) -> Node:
    if article_id is None:
        return Node(None, depth, above)
    takings = tuple(_takings(article_id, tree, known))
    parts = _parts(article_id, known)
    if article_id == tree.root:
        told = told_root(tree.origin, known.shelf.names[article_id], takings)
    else:
        told = told_taker(tree.origin, takings, adds=any(part.own for part in parts))
    return Node(article_id, depth, above, takings, parts, told)


def _takings(article_id: str, tree: _Tree, known: _Known) -> Iterator[Taking]:
    branch = tree.branches[article_id][1] if article_id != tree.root else None
    if article_id != tree.root and branch is None:
        yield Taking(None, "rests on", known.shelf.origin_name(tree.origin), "", "", "", sure=True, directed=True)
    for number, link in sorted(known.told.get(article_id, ()), key=lambda pair: (pair[0] != branch, -pair[1].overlap, pair[0])):
        other = link.articles[1] if link.articles[0] == article_id else link.articles[0]
        share = f"{percent(link.overlap)} of its words" if link.overlap else ""
        sure, directed = link.dependence == "yes", link.direction == "forward"
        yield Taking(
            number,
            words_of(link),
            known.shelf.names[other],
            share,
            sentences_of(link),
            changes_of(link),
            sure=sure,
            directed=directed,
        )
    yield from _loans(article_id, tree.origin, known)


def _loans(article_id: str, main: Origin, known: _Known) -> Iterator[Taking]:
    """Yield what an article says on the word of outlets whose articles are not at hand."""
    loans = Counter(o.id for o, _ in known.stretches.get(article_id, ()) if o.kind == "elsewhere" and o.id != main.id)
    for origin_id, passages in loans.items():
        words = f"{spelled(passages)} passage{'' if passages == 1 else 's'} on the word of"
        other = known.shelf.origin_name(known.shelf.origins[origin_id])
        yield Taking(None, words, other, "", "", "", sure=True, directed=True)


def _parts(article_id: str, known: _Known) -> tuple[Part, ...]:
    length = max(len(known.shelf.articles[article_id].text), 1)
    stretches = known.stretches.get(article_id, ())
    parts = []
    for own in (True, False):
        passages = (p for o, p in stretches if (o.root_article_id == article_id and o.kind != "elsewhere") is own)
        for span in merged(passages, gap=3):
            start = 1000 * span.start // length
            parts.append(Part(start, max(1000 * span.end // length - start, 1), own))
    return tuple(sorted(parts, key=lambda part: part.start))
