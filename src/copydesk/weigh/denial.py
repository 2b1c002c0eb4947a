"""Which words a sentence denies, read from the words alone: a light parser ties a "not" to many things."""

from copydesk.text.words import NEGATIONS
from copydesk.weigh.lists import listed
from copydesk.weigh.nodes import Node
from copydesk.weigh.roots import root

_NOT = NEGATIONS | {"n't", "n’t"}
_EXCEPT = frozenset({"without", "unless", "until", "except"})
_DENYING = _NOT | listed("below under less few fewer short only hardly barely scarcely little refuse without")
_NEAR = 2


def denies(node: Node) -> bool:
    """Return whether any word of a node denies or limits: "not at full capacity" and "below capacity" are one."""
    return not _DENYING.isdisjoint(node.syntax.words)


def denied_words(node: Node, by: frozenset[str] = _NOT, most: int = 100) -> set[str]:
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
    if denies(a) == denies(b):
        return False
    one, other = (a, b) if denies(a) else (b, a)
    if not _EXCEPT.isdisjoint(one.syntax.words):
        return False  # "no ferry without a pilot" denies no ferry
    return not denied_words(one, _NOT, _NEAR).isdisjoint(other.terms)
