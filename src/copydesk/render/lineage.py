"""Who took from whom, made ready to be drawn and told.

Each origin is a band; the article at its root stands first, and under it the articles that took from it, as a tree. A link that
is no branch of such a tree (a second taking, or one whose direction cannot be told) is kept as a cross link.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from copydesk.records import ArticleEntry, Origin, ReuseLink
from copydesk.render.shelf import Shelf
from copydesk.render.words import TAKINGS, listed, percent, spelled
from copydesk.spans import merged

_ROOTS = {
    "reporting": "Its own reporting, as far as the texts show",
    "agency": "An agency’s own report, as far as the texts show",
    "release": "A press release: what one side says of itself",
}
_OPENINGS = {
    "copy of": "A copy of",
    "edited copy of": "An edited copy of",
    "rewrite of": "Mostly a rewrite of",
    "passages from": "Takes passages from",
}


@dataclass(frozen=True, slots=True)
class Taking:
    """What one article took from another.

    Attributes:
        number: Place of its link in the dossier, from 1; None where the other article is not at hand or only the origin is known.
        words: `edited copy of`, `passages from`, …
        other: Name of the article or outlet it took from.
        share: `48 %` of its own words, where that is known.
        sure: Whether it surely rests on it.
        directed: Whether it is known who took from whom.
    """

    number: int | None
    words: str
    other: str
    share: str
    sure: bool
    directed: bool


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


@dataclass(frozen=True, slots=True)
class _Tree:
    """A band's articles while they are being put in order."""

    root: str | None
    branches: Mapping[str, tuple[str | None, int | None]]
    children: dict[str | None, list[str]] = field(default_factory=lambda: defaultdict(list))


def bands(shelf: Shelf, links: Sequence[ReuseLink]) -> tuple[Band, ...]:
    """Return the origins with their articles, the widest spread first."""
    members: dict[str, list[str]] = defaultdict(list)
    for article in sorted(shelf.articles.values(), key=_age):
        members[article.main_origin_id].append(article.id)
    order = {origin_id: place for place, origin_id in enumerate(shelf.origins)}
    ranked = sorted((i for i in members if i in shelf.origins), key=lambda i: (-len(members[i]), order[i]))
    return tuple(_band(shelf.origins[i], members[i], shelf, links) for i in ranked)


def unlike(links: Sequence[ReuseLink]) -> tuple[tuple[int, ReuseLink], ...]:
    """Return the links that were found to show no dependence, with their numbers: alike, and still independent."""
    return tuple((number, link) for number, link in enumerate(links, start=1) if link.dependence == "no")


def _age(article: ArticleEntry) -> tuple[bool, str, str]:
    return article.published.when is None, article.published.when or "", article.location


def _band(origin: Origin, members: Sequence[str], shelf: Shelf, links: Sequence[ReuseLink]) -> Band:
    root = origin.root_article_id if origin.kind != "elsewhere" and origin.root_article_id in members else None
    if root is None and origin.kind != "elsewhere":
        root = members[0]
    tree = _Tree(root, _branches(root, members, links))
    for article_id in members:
        if article_id != root:
            tree.children[tree.branches[article_id][0]].append(article_id)
    return Band(origin, shelf.origin_name(origin), tuple(_nodes(tree, origin, shelf, links)))


def _branches(root: str | None, members: Sequence[str], links: Sequence[ReuseLink]) -> dict[str, tuple[str | None, int | None]]:
    """Return for each article but the root whom it took from, and the number of that link."""
    inside = set(members)
    best: dict[str, tuple[tuple[bool, float], str, int]] = {}
    for number, link in enumerate(links, start=1):
        later, earlier = link.articles
        if link.dependence != "yes" or later not in inside or earlier not in inside:
            continue
        directed = link.direction == "forward"
        pairs = [(later, earlier)] if directed else [(a, b) for a, b in ((later, earlier), (earlier, later)) if b == root]
        for child, parent in pairs:
            rank = (directed, link.overlap)
            if child not in best or rank > best[child][0]:
                best[child] = (rank, parent, number)
    rooted = _rooted({child: parent for child, (_, parent, _) in best.items()}, root)
    return {m: (best[m][1], best[m][2]) if m in rooted else (root, None) for m in members if m != root}


def _rooted(parents: Mapping[str, str], root: str | None) -> set[str]:
    """Return the articles whose chain of takings ends at the root and not in a circle or elsewhere."""
    rooted = {root} if root else set()
    for start in parents:
        chain, at = [], start
        while at in parents and at not in rooted and at not in chain:
            chain.append(at)
            at = parents[at]
        if at in rooted or (root is None and at not in parents):
            rooted.update(chain)
    return {article_id for article_id in rooted if article_id}


def _nodes(tree: _Tree, origin: Origin, shelf: Shelf, links: Sequence[ReuseLink]) -> Iterable[Node]:
    places: dict[str | None, int] = {}
    waiting: list[tuple[str | None, int, int | None]] = [(tree.root, 0, None)]
    while waiting:
        article_id, depth, parent = waiting.pop()
        if article_id in places:
            continue
        places[article_id] = len(places)
        yield _node(article_id, (depth, parent), tree, (origin, shelf, links))
        waiting += [(child, depth + 1, places[article_id]) for child in reversed(tree.children[article_id])]


def _node(
    article_id: str | None, place: tuple[int, int | None], tree: _Tree, known: tuple[Origin, Shelf, Sequence[ReuseLink]]
) -> Node:
    origin, shelf, links = known
    if article_id is None:
        return Node(None, *place)
    branch = tree.branches.get(article_id, (None, None))[1] if article_id != tree.root else None
    takings = list(_takings(article_id, branch, shelf, links))
    if article_id != tree.root and branch is None:
        takings.insert(0, Taking(None, "rests on", shelf.origin_name(origin), "", sure=True, directed=True))
    takings += _loans(article_id, origin, shelf)
    parts = _parts(shelf.articles[article_id], shelf)
    return Node(article_id, *place, tuple(takings), parts, _told(takings, origin if article_id == tree.root else None, parts))


def _takings(article_id: str, branch: int | None, shelf: Shelf, links: Sequence[ReuseLink]) -> Iterable[Taking]:
    numbered = [(n, link) for n, link in enumerate(links, start=1) if link.dependence != "no" and _takes(article_id, link)]
    for number, link in sorted(numbered, key=lambda pair: (pair[0] != branch, -pair[1].overlap, pair[0])):
        directed = link.direction == "forward"
        other = link.articles[1] if link.articles[0] == article_id else link.articles[0]
        yield Taking(
            number,
            _words(link),
            shelf.names[other],
            percent(link.overlap) if link.overlap else "",
            link.dependence == "yes",
            directed,
        )


def _takes(article_id: str, link: ReuseLink) -> bool:
    """Return whether a link is told at this article: the later one, or the first of two of which that is not known."""
    return link.articles[0] == article_id


def _words(link: ReuseLink) -> str:
    if link.dependence == "unclear":
        return "perhaps shared with"
    if link.direction == "common":
        return "from the same text as"
    if link.direction == "unclear":
        return "shares text with"
    return "rewrite of" if _is_rewrite(link) else TAKINGS[link.kind]


def _is_rewrite(link: ReuseLink) -> bool:
    """Return whether most of what an article took is said in other words."""
    lengths: dict[str, int] = defaultdict(int)
    for reuse in link.passages:
        lengths[reuse.kind] += reuse.later.end - reuse.later.start
    return link.kind in ("edited", "credited") and 2 * lengths["reworded"] > sum(lengths.values()) - lengths["quoted"]


def _loans(article_id: str, main: Origin, shelf: Shelf) -> Iterable[Taking]:
    """Yield what an article says on the word of outlets whose articles are not at hand."""
    for origin in shelf.origins.values():
        if origin.kind != "elsewhere" or origin.id == main.id:
            continue
        passages = sum(passage.article_id == article_id for passage in origin.passages)
        if passages:
            yield Taking(
                None,
                f"{spelled(passages)} passage{'' if passages == 1 else 's'} on the word of",
                shelf.origin_name(origin),
                "",
                sure=True,
                directed=True,
            )


def _parts(article: ArticleEntry, shelf: Shelf) -> tuple[Part, ...]:
    length = max(len(article.text), 1)
    parts = []
    for own in (True, False):
        spans = [
            p
            for o in shelf.origins.values()
            if (o.root_article_id == article.id and o.kind != "elsewhere") is own
            for p in o.passages
        ]
        for span in merged((p for p in spans if p.article_id == article.id), gap=3):
            start = 1000 * span.start // length
            parts.append(Part(start, max(1000 * span.end // length - start, 1), own))
    return tuple(sorted(parts, key=lambda part: part.start))


def _told(takings: Sequence[Taking], root_of: Origin | None, parts: Sequence[Part]) -> str:
    sure = [taking for taking in takings if taking.sure]
    loans = listed(f"{taking.words} {taking.other}" for taking in sure if taking.number is None)
    if root_of is not None:
        return f"{_ROOTS.get(root_of.kind, _ROOTS['reporting'])}{', but for ' + loans if loans else ''}."
    if not sure:
        return "Rests on another article."
    first, *others = sure
    more = f"; also {listed(f'{t.words} {t.other}' for t in others)}" if others else ""
    own = " What it adds is its own." if any(part.own for part in parts) else ""
    return f"{_OPENINGS.get(first.words, first.words.capitalize())} {first.other}{more}.{own}"
