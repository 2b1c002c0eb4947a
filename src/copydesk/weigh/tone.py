"""Where articles say the same thing with another stance or less firmly."""

from collections.abc import Iterator

from copydesk.spans import contains
from copydesk.weigh.cast import Cast
from copydesk.weigh.denial import denied_words
from copydesk.weigh.grammar import AHEAD_OF_NOW
from copydesk.weigh.nodes import Node, subject_of
from copydesk.weigh.roots import root
from copydesk.weigh.scene import Scene
from copydesk.weigh.sides import Found, Stand
from copydesk.weigh.wording import topic

_OPPOSITES: tuple[tuple[frozenset[str], frozenset[str]], ...] = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        (
            "approve accept back support endorse welcome favour favor embrace",
            "reject oppose refuse object criticize criticise condemn veto block",
        ),
        ("confirm admit acknowledge", "deny dispute rebut"),
        ("rise increase grow gain jump surge soar", "fall decrease drop decline lose plunge slump shrink"),
        ("win", "lose"),
        ("allow permit legalise legalize authorise authorize", "ban forbid prohibit bar"),
        ("open reopen resume", "close shut suspend"),
        ("acquit clear", "convict"),
        ("strengthen improve deepen boost", "weaken strain disrupt damage harm worsen"),
        ("survive recover", "die"),
    )
)
_OPPOSED = frozenset().union(*(side for sides in _OPPOSITES for side in sides))
_LIGHT = frozenset({"be", "have", "do", "say", "make", "take", "get", "go", "tell", "know", "think", "see", "want"})
_DENIED = 0.2  # likeness of words that is asked for where one sentence denies the very word of the other
_HEDGES = frozenset({"if", "whether"})
_REACH = 6  # words behind a denial that it reaches at most
_SHARED = 3  # terms that these two share at least
_LEXICAL = 0.4  # likeness of words that is asked for where two statements are opposed or differ in firmness


def tone_differences(scene: Scene) -> Iterator[Found]:
    """Yield the statements that articles deny each other or state with unequal firmness."""
    for pair in scene.pairs:
        if pair.lexical < _DENIED:
            return
        a, b = scene.nodes[pair.a], scene.nodes[pair.b]
        if not a.articles.isdisjoint(b.articles) or a.quoted > 0.5 or b.quoted > 0.5:
            continue
        near = pair.lexical >= _LEXICAL
        if stance_differs(a, b, scene, near=near):
            yield Found(
                topic=topic(a),
                what="stance",
                stands=(Stand(node=a, value=None, same="a"), Stand(node=b, value=None, same="b")),
            )
        elif near and unequal(a, b) and not scene.strangers(a, b) and same_actor(a, b, scene.cast) and same_object(a, b):
            yield Found(topic=topic(a), what="firmness", stands=(cue(a), cue(b)))


def stance_differs(a: Node, b: Node, scene: Scene, *, near: bool) -> bool:
    """Return whether two statements about one thing cannot both hold; opposite words are believed only where the rest is alike."""
    if absent(a, b) or absent(b, a):
        return True
    if (near and opposed(a, b) and not scene.strangers(a, b)) or excludes(a, b) or excludes(b, a):
        return about_one(a, b, scene.cast)
    return False


def about_one(a: Node, b: Node, cast: Cast) -> bool:
    """Return whether two statements have one subject, or where one only says that something is or is not there, share a name."""
    one, other = subject_of(a, cast), subject_of(b, cast)
    return one == other or (root("there") in (one, other) and bool(a.names & b.names))


def excludes(a: Node, b: Node) -> bool:
    """Return whether a node denies what another states, in whatever grammar: "is not in danger of failing", "could fail"."""
    if not a.denying or b.denying or b.predicate is None or b.predicate.lemma in _LIGHT or waits(a) or waits(b):
        return False
    if "if" in a.syntax.words or not alike_voice(a, b) or b.predicate.firmness == "done":  # "would not have closed if …"
        return False
    said = root(b.predicate.lemma)
    if any(contains(name, b.syntax.tokens[b.predicate.index]) for name in b.unit.names):
        return False
    return said[0] != "~" and said in denied_words(a, most=_REACH) and len(a.vocabulary & b.vocabulary) >= _SHARED


def absent(a: Node, b: Node) -> bool:
    """Return whether a node says there is none of what another tells of: "no deal on quotas", "a deal on quotas was done"."""
    main = b.predicate
    if "no" not in a.syntax.words or b.denying or main is None or main.subject < b.unit.first:
        return False
    if main.subject >= b.unit.last or main.firmness in AHEAD_OF_NOW or a.syntax.words & b.syntax.words & _HEDGES:
        return False
    subject, about = root(b.syntax.lemma(main.subject)), limits(b, main.subject)
    for i in range(a.unit.first, a.unit.last - 1):
        if a.syntax.lemma(i) == "no" and root(a.syntax.lemma(i + 1)) == subject and about and about == limits(a, i + 1):
            return asserted(a, i + 1)
    return False


def limits(node: Node, noun: int) -> frozenset[str]:
    """Return the roots of what a noun is said to be of or on: "quota" of "a deal on fishing quotas"."""
    return frozenset(root(node.syntax.lemma(i)) for i in node.syntax.children(noun, "nmod"))


def asserted(node: Node, noun: int) -> bool:
    """Return whether a node says of a noun that it is there or comes about: "there was no deal", "no deal was reached"."""
    main = node.predicate
    return main is not None and (main.subject == noun or node.syntax.lemma(main.subject) == "there")


def alike_voice(a: Node, b: Node) -> bool:
    """Return whether the subjects of both do, or both undergo, what is said: who is not allowed may allow."""
    return a.predicate is not None and b.predicate is not None and a.predicate.passive == b.predicate.passive


def opposed(a: Node, b: Node) -> bool:
    """Return whether one denies what the other states, or uses the opposite verb; "did not accept" is no other than "rejected"."""
    one, other = a.predicate, b.predicate
    if one is None or other is None or one.lemma in _LIGHT or other.lemma in _LIGHT:
        return False
    if one.lemma != other.lemma and not (one.lemma in _OPPOSED and other.lemma in _OPPOSED):
        return False
    if waits(a) or waits(b):
        return False
    if one.lemma == other.lemma:
        return one.negated != other.negated and a.denying != b.denying and alike_voice(a, b)
    for sides in _OPPOSITES:
        side = [[n for n, words in enumerate(sides) if verb.lemma in words] for verb in (one, other)]
        if side[0] and side[1]:
            return (side[0] != side[1]) != (one.negated != other.negated)
    return False


def waits(node: Node) -> bool:
    """Return whether a node says "not until": it denies nothing."""
    return not node.syntax.words.isdisjoint(("until", "unless", "before", "till"))


def unequal(a: Node, b: Node) -> bool:
    """Return whether one says "will" where the other says "is expected to" or "may"."""
    one, other = a.predicate, b.predicate
    if one is None or other is None or one.lemma != other.lemma or one.lemma in _LIGHT or one.negated != other.negated:
        return False
    loose = {"expected", "possible"}
    return (one.firmness == "will" and other.firmness in loose) or (other.firmness == "will" and one.firmness in loose)


def same_actor(a: Node, b: Node, cast: Cast) -> bool:
    """Return whether the subjects name the same."""
    first, second = subject_names(a, cast), subject_names(b, cast)
    return bool(first) and first == second


def same_object(a: Node, b: Node) -> bool:
    """Return whether what is done is done to the same: two plans about different things do not differ in firmness."""
    first, second = objects(a), objects(b)
    return not first.isdisjoint(second) if first or second else True


def objects(node: Node) -> frozenset[str]:
    """Return the roots of the objects of a node's main predicate."""
    main = node.predicate
    found = node.syntax.children(main.index, "obj", "nsubj:pass", "xcomp", "ccomp") if main is not None else []
    return frozenset(root(node.syntax.lemma(i)) for i in found)


def subject_names(node: Node, cast: Cast) -> frozenset[str]:
    """Return who is named before a node's predicate."""
    if node.predicate is None or node.predicate.subject < 0:
        return frozenset()
    tokens = node.unit.marked.marks.tokens
    verb = node.predicate.cue.start if node.predicate.cue else tokens[node.predicate.index].start
    article = node.unit.marked.article.id
    return frozenset(
        cast.key(article, n.entity) for n in node.unit.names if n.end <= verb and cast.kind(cast.key(article, n.entity)) == "person"
    )


def cue(node: Node) -> Stand:
    """Return how firmly a node puts it, as a stand."""
    span = node.predicate.cue if node.predicate else None
    words = " ".join(node.unit.marked.article.text[span.start : span.end].split()) if span else None
    return Stand(node=node, value=words, same=words or "")
