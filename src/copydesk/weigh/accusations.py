"""Who is accused in a story, and whom of them no article lets answer."""

from collections.abc import Iterable, Iterator

from copydesk.weigh.cast import Cast
from copydesk.weigh.events import firm, happened, stated
from copydesk.weigh.grammar import FIRM_MODALS, modals
from copydesk.weigh.lists import listed
from copydesk.weigh.nodes import Node
from copydesk.weigh.scene import Scene

_ACCUSING = listed("accuse blame sue charge indict")
_ANSWERING = frozenset({"person", "organisation", "place"})  # "sued Arden": states answer too
_CHARGES = listed("lawsuit suit complaint charge indictment accusation allegation")
_DONE = ("VBD", "VBN", "VBZ", "VBP")
_NEAR = 5  # words
_HYPHENS = ("-", "‐", "‑")
_REPLY = listed("""
    deny reject dispute plead comment lawyer attorney spokesman spokeswoman spokesperson respond response reply apologise apologize
    admit confess insist defend refuse guilty innocent counsel dismiss contest statement claim allegation
    """)
# Who may answer for a body without its name being said.
_BODIES = listed("company firm union club ministry government agency university bank airline operator maker group party spokesman")
_DYING = listed("kill die dead death murder suicide")


def accusations(scene: Scene, nodes: Iterable[Node]) -> dict[str, list[Node]]:
    """Return who is accused -> the nodes that say so."""
    found: dict[str, list[Node]] = {}
    for node in nodes:
        key = accused(node, scene.cast)
        if key is not None:
            found.setdefault(key, []).append(node)
    return found


def answered(key: str, scene: Scene) -> bool:
    """Return whether any article may hold what an accused says."""
    return any(answers(node, key, scene) for node in scene.nodes)


def answers(node: Node, key: str, scene: Scene) -> bool:
    """Return whether a node may hold what an accused says: his words, words for an answer beside his name, or that he is dead."""
    if node.person == key or speaks(node, key, scene):
        return True
    beside = key in node.names and not (_REPLY | _DYING).isdisjoint(node.syntax.words)
    return beside or (scene.cast.kind(key) != "person" and any(not _BODIES.isdisjoint(who) for who in speakers(node)))


def speaks(node: Node, key: str, scene: Scene) -> bool:
    """Return whether a quote in a node is given to somebody, or to one who speaks for him ("Eide's lawyer")."""
    last = scene.cast.name(key).rpartition(" ")[2].casefold()
    article = node.unit.marked.article.id
    own = any(q.entity is not None and scene.cast.key(article, q.entity) == key for q in node.unit.quotes)
    return own or any(last in who or not _REPLY.isdisjoint(who) for who in speakers(node))


def speakers(node: Node) -> Iterator[frozenset[str]]:
    """Yield the words for each speaker of a node, in small letters and without possessives."""
    for quote in node.unit.quotes:
        words = (quote.speaker or "").casefold().replace("’", "'").split()
        yield frozenset(word.removesuffix("'s").strip(".,'") for word in words)


def accused(node: Node, cast: Cast) -> str | None:
    """Return whom a node says to be accused, sued or charged by somebody; None where it says that of nobody who is named."""
    if not stated(node):
        return None
    for i in [] if _ACCUSING.isdisjoint(node.syntax.words) else node.syntax.places(_ACCUSING):
        if node.syntax.tokens[i].fine in _DONE and firm(node, i) and not ahead(node, i):
            found = [key for at in undergoing(node, i) if (key := called(node, at, cast))]
            if found:
                return found[0]
    return sued(node, cast)


def ahead(node: Node, verb: int) -> bool:
    """Return whether a verb says what is still to be done."""
    return not modals(node.syntax, verb).isdisjoint(FIRM_MODALS)


def undergoing(node: Node, verb: int) -> list[int]:
    """Return the words for who undergoes what a verb says: its object, or its subject where it is passive.

    "Was arrested and charged" shares the subject of the verb before it.
    """
    syntax = node.syntax
    passive = bool(syntax.children(verb, "aux:pass", "nsubj:pass"))
    above = syntax.tokens[verb].head
    if syntax.tokens[verb].relation == "conj" and syntax.first <= above < verb and syntax.tokens[verb].fine == "VBN":
        return syntax.children(above, "nsubj:pass")
    return syntax.children(verb, "nsubj:pass", "nsubj") if passive else syntax.children(verb, "obj")


def called(node: Node, index: int, cast: Cast) -> str | None:
    """Return the person or body whose name a word is part of, None where it is part of none."""
    at = node.syntax.tokens[index].start
    for name in node.unit.names:
        titled = name.start - len(name.role) - 1 if name.role is not None else name.start
        compound = node.syntax.text[name.end : name.end + 1] in _HYPHENS  # "U.S.-based makers" are not the U.S.
        if titled <= at < name.end and name.mention in ("full", "short") and not compound:
            key = cast.key(node.unit.marked.article.id, name.entity)
            return key if cast.kind(key) in _ANSWERING else None
    return None


def sued(node: Node, cast: Cast) -> str | None:
    """Return against whom a node says that a suit or charges were brought: the name behind "against"."""
    syntax = node.syntax
    if _CHARGES.isdisjoint(syntax.words) or "against" not in syntax.words or not happened(node):
        return None
    for i in syntax.places(frozenset({"against"})):
        near = range(i + 1, min(i + _NEAR, syntax.last))
        stop = next((j for j in near if syntax.tokens[j].tag in ("PUNCT", "VERB", "ADP")), near.stop)
        before = {syntax.lemma(j) for j in range(i - _NEAR, i)}
        found = [key for j in range(i + 1, stop) if (key := called(node, j, cast))]
        if found and not _CHARGES.isdisjoint(before):
            return found[-1]
    return None
