"""Names that articles spell in several ways."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from copydesk.text.fold import folded
from copydesk.text.names import name_parts
from copydesk.weigh.cast import Cast
from copydesk.weigh.nodes import Node
from copydesk.weigh.scene import Scene
from copydesk.weigh.sides import Found, Stand

_NEAR = 0.9  # Jaro-Winkler from which two parts of a name are one, spelled in two ways
_SHORT = 5  # letters of a first name that may be short for a longer one
_SHORTENED = 0.8  # a part less than this share of the other's length is a short form ("Dan" for "Daniel")


def name_differences(scene: Scene) -> Iterator[Found]:
    """Yield the people whose names articles spell in several ways."""
    cast = scene.cast
    named: dict[str, list[Node]] = {key: [] for key in sorted(cast.members) if cast.kind(key) == "person"}
    for node in scene.nodes:
        for key in node.names & named.keys():
            named[key].append(node)
    for key, nodes in named.items():
        yield from spellings(key, nodes, cast)


def spellings(key: str, nodes: Sequence[Node], cast: Cast) -> Iterator[Found]:
    """Yield the full names of one person that differ in a letter or two."""
    names = {e.name for _, e in cast.members[key]} | {
        s for _, e in cast.members[key] for s in e.spellings if len(name_parts(s)) > 1
    }
    for a, b in combinations(sorted(names), 2):
        if misspelt(a, b):
            stands = tuple(s for name in (a, b) for s in naming(name, key, nodes, cast))
            if len({s.same for s in stands}) > 1 and not same_articles(stands):
                yield Found(topic="how {} is spelled", what="name", stands=stands)


def misspelt(a: str, b: str) -> bool:
    """Return whether two full names differ in one part, and there by a letter or two."""
    first, second = ([folded_part(p) for p in name_parts(n)] for n in (a, b))
    if len(first) != len(second) or len(first) < 2:
        return False
    other = [(x, y) for x, y in zip(first, second, strict=True) if x != y]
    if len(other) != 1:
        return False
    short, long = sorted(other[0], key=len)
    if len(short) <= _SHORT and long.startswith(short):
        return False  # "Steve" is short for "Steven"
    return len(short) > 3 and len(short) >= _SHORTENED * len(long) and JaroWinkler.normalized_similarity(short, long) >= _NEAR


def folded_part(part: str) -> str:
    """Return a part of a name without case, accents and signs."""
    return folded("".join(c for c in unicodedata.normalize("NFKD", part) if not unicodedata.combining(c)))


def naming(name: str, key: str, nodes: Sequence[Node], cast: Cast) -> Iterator[Stand]:
    """Yield the nodes that give a person exactly this name."""
    for node in nodes:
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", node.text):
            yield Stand(node=node, value=name, same=name)


def same_articles(stands: Sequence[Stand]) -> bool:
    """Return whether one article gives all values: then it is a slip and no difference between articles."""
    by_value: dict[str, set[str]] = {}
    for stand in stands:
        by_value.setdefault(stand.same, set()).update(stand.node.articles)
    return len(set.union(*by_value.values())) < 2
