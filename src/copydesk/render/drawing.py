"""The drawing of who took from whom: places and curves, in pixels at a root font size of 16.

Rows are laid out one below the other, so that their height alone is needed and not their width: the rail of dots and curves
stands left of them, and the same drawing serves a telephone and a desk. A layered drawing with boxes beside each other was
tried first and thrown away: it needs about 700 pixels of width before its words can be read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.records import ReuseLink
from copydesk.render.lineage import Band, Node
from copydesk.render.telling import Taking

# The heights the style sheet gives to the parts of the list, in pixels; a test holds the two against each other.
HEAD, ROW, TAKING, GAP = 36, 78, 30, 28
DOT = 14  # from a row's top to the middle of its dot
STEP, LANE, EDGE, ROUND = 22, 14, 12, 9
MOST_TAKINGS, MOST_DEPTH, MOST_LANES, MOST_CROSSINGS = 3, 4, 4, 8


@dataclass(frozen=True, slots=True)
class Dot:
    """An article's place on the rail.

    Attributes:
        x: From the left.
        y: From the top.
        kind: `root`, `taker`, or `absent` for an article that is not at hand.
    """

    x: int
    y: int
    kind: str


@dataclass(frozen=True, slots=True)
class Curve:
    """A taking.

    Attributes:
        path: From the earlier article to the later one, as SVG path data.
        number: The link's number; None where there is nothing to compare.
        words: What it says: `Coast Gazette: copy of Nordlys Wire, 98 %`.
        sure: Drawn whole, else dashed.
        head: Path data of the arrow's head; empty where it is not known who took from whom.
    """

    path: str
    number: int | None
    words: str
    sure: bool
    head: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The rail.

    Attributes:
        width: In pixels.
        height: In pixels.
        dots: One for each row, in order.
        curves: The takings.
    """

    width: int
    height: int
    dots: tuple[Dot, ...]
    curves: tuple[Curve, ...]


def draw(bands: Sequence[Band], links: Sequence[ReuseLink], names: Mapping[str, str]) -> Drawing:
    """Return the rail for the bands, whose rows are `HEAD`, `ROW`, `TAKING` and `GAP` high."""
    crossings = _crossings(bands, links)
    rows = tuple(_rows(bands, EDGE + LANE * min(len(crossings), MOST_LANES)))
    dots = tuple(row.dot for row in rows)
    width = max((dot.x for dot in dots), default=0) + EDGE + 6
    curves = (*_branches(rows, names), *_cross(crossings, rows, links, names))
    return Drawing(width, _height(bands), dots, curves)


def lines(node: Node) -> int:
    """Return how many lines of takings a row shows."""
    return min(len(node.takings), MOST_TAKINGS)


@dataclass(frozen=True, slots=True)
class _Row:
    """A node with its dot and its parent's row."""

    node: Node
    dot: Dot
    parent: "_Row | None"


def _rows(bands: Sequence[Band], base: int) -> Iterator[_Row]:
    top = 0
    for band in bands:
        top += HEAD
        inside: list[_Row] = []
        for node in band.nodes:
            kind = "absent" if node.article_id is None else "taker" if node.depth else "root"
            dot = Dot(base + STEP * min(node.depth, MOST_DEPTH), top + DOT, kind)
            inside.append(_Row(node, dot, None if node.parent is None else inside[node.parent]))
            top += ROW + TAKING * lines(node)
        yield from inside
        top += GAP


def _height(bands: Sequence[Band]) -> int:
    return sum(HEAD + GAP + sum(ROW + TAKING * lines(node) for node in band.nodes) for band in bands)


def _branches(rows: Sequence[_Row], names: Mapping[str, str]) -> Iterator[Curve]:
    for row in rows:
        if row.parent is None or row.node.article_id is None:
            continue
        taking = row.node.takings[0]
        start, end = row.parent.dot, row.dot
        path = f"M{start.x} {start.y + 6}V{end.y - ROUND}Q{start.x} {end.y} {start.x + ROUND} {end.y}H{end.x - 7}"
        if end.x <= start.x:  # deeper than the rail is wide: straight down
            path = f"M{start.x} {start.y + 6}V{end.y - 7}"
        head = _head(end) if taking.directed and end.x > start.x else ""
        yield Curve(path, taking.number, _words(names[row.node.article_id], taking), taking.sure, head)


def _crossings(bands: Sequence[Band], links: Sequence[ReuseLink]) -> tuple[int, ...]:
    """Return the numbers of the links that are told at an article and are no branch of a tree, the strongest first."""
    numbers = [t.number for band in bands for node in band.nodes for t in node.takings[node.parent is not None :] if t.number]
    return tuple(sorted(numbers, key=lambda number: (-links[number - 1].overlap, number)))[:MOST_CROSSINGS]


def _cross(crossings: Sequence[int], rows: Sequence[_Row], links: Sequence[ReuseLink], names: Mapping[str, str]) -> Iterator[Curve]:
    at = {row.node.article_id: row for row in rows if row.node.article_id}
    for place, number in enumerate(crossings):
        link = links[number - 1]
        later, earlier = (at.get(article_id) for article_id in link.articles)
        if later is None or earlier is None:
            continue
        lane = EDGE // 2 + LANE * (place % MOST_LANES)
        taking = next((t for t in later.node.takings if t.number == number), None)
        if taking is not None:
            head = _head(later.dot) if taking.directed else ""
            words = _words(names[link.articles[0]], taking)
            yield Curve(_around(earlier.dot, later.dot, lane), number, words, taking.sure, head)


def _around(start: Dot, end: Dot, lane: int) -> str:
    """Return a path that leaves a dot to the left, runs along a lane and comes back."""
    down = 1 if end.y > start.y else -1
    leave, arrive = start.y + 4 * down, end.y - 3 * down
    bend = ROUND * down
    return (
        f"M{start.x - 6} {leave}H{lane + ROUND}Q{lane} {leave} {lane} {leave + bend}"
        f"V{arrive - bend}Q{lane} {arrive} {lane + ROUND} {arrive}H{end.x - 7}"
    )


def _head(dot: Dot) -> str:
    tip = dot.x - 6
    return f"M{tip - 6} {dot.y - 4}L{tip} {dot.y}L{tip - 6} {dot.y + 4}Z"


def _words(name: str, taking: Taking) -> str:
    return f"{name}: {taking.words} {taking.other}{', ' + taking.share if taking.share else ''}"
