"""Which words a sentence denies, read from the words alone: a light parser ties a "not" to many things."""

from copydesk.weigh.grammar import NOT
from copydesk.weigh.nodes import Node
from copydesk.weigh.roots import root

_EXCEPT = frozenset({"without", "unless", "until", "except"})
_NEAR = 2


def denied_words(node: Node, by: frozenset[str] = NOT, most: int = 100) -> set[str]:
    """Return the roots of the words that a denial reaches: at most so many behind it, up to the next sign."""
    found: set[str] = set()
    left = 0
    for token, lemma in zip(node.unit.tokens, node.syntax.lemmas, strict=True):
        if left > 0 and token.tag != "PUNCT":
            found.add(root(lemma))
        left = most if lemma in by else left - 1 if token.tag != "PUNCT" else 0
    return found


def denied_in_one(a: Node, b: Node) -> bool:
    """Return whether one of two nodes denies a word right behind its "not" that the other, which denies nothing, states."""
    if a.denying == b.denying:
        return False
    one, other = (a, b) if a.denying else (b, a)
    if not _EXCEPT.isdisjoint(one.syntax.words):
        return False  # "no ferry without a pilot" denies no ferry
    return not denied_words(one, NOT, _NEAR).isdisjoint(other.vocabulary)
