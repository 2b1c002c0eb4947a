"""Where articles put one event in different places, and how much of something they say it of.

Places often lie in each other, and no map is at hand: two are held against each other only where both are countries, or both are
said to be towns, islands and the like, and where neither article knows the other's.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from copydesk.text.nations import ALIASES
from copydesk.text.words import word_set
from copydesk.weigh.days import same_predicate
from copydesk.weigh.nodes import Node
from copydesk.weigh.roots import root
from copydesk.weigh.scene import Scene
from copydesk.weigh.sides import Found, Stand
from copydesk.weigh.wording import topic

_LEXICAL = 0.4  # likeness of words that is asked for
_WORDS = 2  # plain words that both share at least
_IN = frozenset({"in", "at", "near"})
_TOWNS = word_set("town city village port island province district suburb")
_ALL = frozenset({"all", "every"})
_PART = word_set("some most many several few half")
_LIGHT = frozenset({"be", "have", "do", "say", "make", "take", "get", "go", "tell", "know", "think", "see", "want"})
_BEFORE_NOUN = ("det", "det:predet", "amod", "nummod")


class Placed(NamedTuple):
    """Where something happens, and what kind of place that is: `country`, or as the article calls it, `town`."""

    stand: Stand
    kind: str


def place_differences(scene: Scene) -> Iterator[Found]:
    """Yield the places on which articles differ: one each, tied to the same predicate, in sentences about the same thing."""
    known: dict[str, set[str]] = defaultdict(set)
    for node in scene.nodes:
        for article in node.articles:
            known[article] |= node.names
    for a, b in alike(scene):
        one, other = placed(a, scene), placed(b, scene)
        if one is None or other is None or one.kind != other.kind or one.stand.same == other.stand.same:
            continue
        if all(one.stand.same not in known[i] for i in b.articles) and all(other.stand.same not in known[i] for i in a.articles):
            yield Found(topic=topic(a), what="place", stands=(one.stand, other.stand))


def scope_differences(scene: Scene) -> Iterator[Found]:
    """Yield what some articles say of all of something, and others of a part of it."""
    for a, b in alike(scene):
        one, other = quantified(a), quantified(b)
        for noun in sorted(one.keys() & other.keys()):
            if (one[noun] in _ALL) != (other[noun] in _ALL):
                stands = tuple(Stand(node=n, value=told[noun], same=told[noun]) for n, told in ((a, one), (b, other)))
                yield Found(topic=topic(a), what="scope", stands=stands)


def alike(scene: Scene) -> Iterator[tuple[Node, Node]]:
    """Yield the pairs of nodes of different articles that say the same deed of like things."""
    for pair in scene.pairs:
        if pair.lexical < _LEXICAL:
            return
        a, b = scene.nodes[pair.a], scene.nodes[pair.b]
        if a.predicate is None or a.predicate.lemma in _LIGHT or not same_predicate(a, b) or a.denying != b.denying:
            continue
        if a.articles.isdisjoint(b.articles) and scene.words(a, b) >= _WORDS and not scene.strangers(a, b):
            yield a, b


def placed(node: Node, scene: Scene) -> Placed | None:
    """Return the only place of a known kind in which a node's main predicate happens; None for none, and for several."""
    if node.predicate is None:
        return None
    article, found = node.unit.marked.article, []
    for name in node.unit.names:
        key = scene.cast.key(article.id, name.entity)
        words = node.syntax.inside(name)
        head = next((i for i in words if node.syntax.tokens[i].head not in words), -1)
        if head < 0:
            continue
        above = node.syntax.tokens[head].head
        town = node.syntax.tokens[head].relation == "nmod" and above >= 0 and node.syntax.lemma(above) in _TOWNS
        at = above if town else head
        tied = node.syntax.tokens[at].head == node.predicate.index and node.syntax.tokens[at].relation == "obl"
        written = article.text[name.start : name.end]
        kind = node.syntax.lemma(above) if town else "country" if written in ALIASES else ""
        if kind and tied and any(node.syntax.lemma(i) in _IN for i in node.syntax.children(at, "case")):
            found.append(Placed(Stand(node=node, value=written, same=key), kind))
    return found[0] if len({one.stand.same for one in found}) == 1 else None


def quantified(node: Node) -> dict[str, str]:
    """Return of which things a node speaks of all, and of which of a part: root of the noun -> the word that says so."""
    found = {}
    for i in range(node.unit.first, node.unit.last):
        word = node.syntax.lemma(i)
        if word not in _ALL and word not in _PART:
            continue
        token = node.syntax.tokens[i]
        nouns = [token.head] if token.relation in _BEFORE_NOUN else node.syntax.children(i, "nmod")
        found.update({root(node.syntax.lemma(noun)): word for noun in nouns if node.unit.first <= noun < node.unit.last})
    return found
