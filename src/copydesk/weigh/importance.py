"""How much an editor would miss a claim."""

import math
import re
from collections.abc import Sequence

import msgspec

from copydesk.records import Interval
from copydesk.weigh.lists import listed
from copydesk.weigh.nodes import Node
from copydesk.weigh.units import Unit
from copydesk.weigh.wording import leans

# What closes an article by saying that all this matters: a pointing or summing subject, a verb of showing, a noun of weight.
_SHOWING = listed(
    "highlight underscore underline emphasise emphasize demonstrate reflect signal showcase illustrate exemplify mark"
)
_WEIGHT = re.compile(
    r"\b(?:importance|significance|significant (?:step|moment|milestone)|commitment|need for|urgency|strength|role of|potential|"
    r"efforts? to)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"^(?:these|this|such|the) (?:developments?|moves?|events?|efforts?|initiatives?|meetings?|visits?|decisions?|case|incident)\b",
    re.I,
)
_SUMMING = re.compile(
    r"^(?:overall|in conclusion|in summary|ultimately|all in all|in short|as the situation|it remains to be seen|only time will)\b",
    re.I,
)

_SUMMERS = listed("overall in ultimately all as it only")  # how each of these begins
_OPENING = 12  # code points


class Measures(msgspec.Struct, frozen=True):
    """What the importance of a claim is made of.

    Attributes:
        independent: How many independent origins carry it.
        total: How many the story has.
        central: Cosine of its best node with the story's centroid, as a share of the highest in the story.
        latest: Latest year that the story's articles speak of or were published in; 0 where none is known.
    """

    independent: Interval
    total: int
    central: float
    latest: int


def importance(group: Sequence[Node], best: Unit, measures: Measures) -> float:
    """Return a claim's importance in [0, 1].

    Origins, centrality and a place near the head of an article weigh most; then names and amounts, and newness. What only closes an
    article, leans on another sentence or asks a question loses.
    """
    shared = (measures.independent.low + measures.independent.high) / 2
    agreed = math.log1p(max(0.0, shared - 1)) / math.log1p(max(1, measures.total - 1))
    place = min([unit.place for node in group for unit in node.units])
    score = 0.30 * min(1.0, agreed) + 0.25 * measures.central + 0.20 * math.exp(-place / 4)
    score += 0.10 * density(group) + 0.10 * (not background(group, measures.latest))
    score += 0.05 * any(0.2 < n.quoted < 0.9 for n in group)
    score *= 0.35 if all(generic(node) for node in group) else 1.0
    score *= 0.7 if leans(best) else 1.0
    score *= 0.3 if group[0].text.rstrip("”\"’' ").endswith("?") else 1.0
    return round(min(1.0, max(0.0, score)), 4)


def density(group: Sequence[Node]) -> float:
    """Return how rich in names, amounts and dates a claim's richest node is, in [0, 1]."""
    return min(1.0, max([len(n.names) + 1.5 * len(n.measures) + 0.5 * len(n.dates) for n in group]) / 6)


def background(group: Sequence[Node], latest: int) -> bool:
    """Return whether every node speaks of years before the one before the story's own, and of none later."""
    return latest > 0 and all(old(node, latest) for node in group)


def old(node: Node, latest: int) -> bool:
    """Return whether all years that a node names lie at least one before the latest."""
    years = [int(d.when[:4]) for d in node.dates if d.when and d.when[:4].isdigit()]
    return bool(years) and max(years) < latest - 1


def generic(node: Node) -> bool:
    """Return whether a node only says that all this matters."""
    text = node.text
    if text[:_OPENING].split(" ", 1)[0].lower().rstrip(",") in _SUMMERS and _SUMMING.match(text):
        return True
    if _SHOWING.isdisjoint(node.syntax.words) or not _WEIGHT.search(text):
        return False
    return bool(_POINTING.match(text)) or not (node.measures or node.unit.quotes or node.unit.dates)
