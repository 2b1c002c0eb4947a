"""Who is accused in a story, and whom of them no article lets answer."""

from collections.abc import Iterable, Iterator

from copydesk.weigh.events import accused
from copydesk.weigh.lists import listed
from copydesk.weigh.nodes import Node
from copydesk.weigh.scene import Scene

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
    return beside or (scene.cast.kind(key) == "organisation" and any(not _BODIES.isdisjoint(who) for who in speakers(node)))


def speaks(node: Node, key: str, scene: Scene) -> bool:
    """Return whether a quote in a node is given to somebody, or to one who speaks for him ("Eide's lawyer")."""
    last = scene.cast.name(key).split()[-1].casefold()
    article = node.unit.marked.article.id
    own = any(q.entity is not None and scene.cast.key(article, q.entity) == key for q in node.unit.quotes)
    return own or any(last in who or not _REPLY.isdisjoint(who) for who in speakers(node))


def speakers(node: Node) -> Iterator[frozenset[str]]:
    """Yield the words for each speaker of a node, in small letters and without possessives."""
    for quote in node.unit.quotes:
        words = (quote.speaker or "").casefold().replace("’", "'").split()
        yield frozenset(word.removesuffix("'s").strip(".,'") for word in words)
