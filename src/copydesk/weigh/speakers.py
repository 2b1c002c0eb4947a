"""Who said the same words, on which articles differ."""

from collections.abc import Iterator

from copydesk.records import QuoteMark
from copydesk.text.shingles import WORD, fold
from copydesk.weigh.nodes import Node
from copydesk.weigh.scene import Scene
from copydesk.weigh.sides import Found, Stand

_SHOWN = 6  # words of a quote that its topic shows


def speaker_differences(scene: Scene) -> Iterator[Found]:
    """Yield the quotes that articles give, in the same words, to different people, all of them known by name."""
    said: dict[tuple[str, ...], list[tuple[Node, str]]] = {}
    for node in scene.nodes:
        for quote in node.unit.quotes:
            person = person_of(quote, node, scene)
            words = words_of(quote, node) if person is not None else ()
            if len(words) >= scene.config.quote_words and person is not None:
                said.setdefault(words, []).append((node, person))
    for words in sorted(said):
        people = {person for _, person in said[words]}
        if len(people) > 1:
            shown = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
            stands = tuple(Stand(node=node, value=scene.cast.name(key), same=key) for node, key in said[words])
            yield Found(topic=f"who said “{shown}”", what="name", stands=stands)


def words_of(quote: QuoteMark, node: Node) -> tuple[str, ...]:
    """Return the folded words of a direct quote that lies in a node; none where it does not."""
    if not quote.direct or not node.unit.start <= quote.words_start < node.unit.end:
        return ()
    return tuple(fold(word) for word in WORD.findall(node.unit.marked.article.text, quote.words_start, quote.words_end))


def person_of(quote: QuoteMark, node: Node, scene: Scene) -> str | None:
    """Return the person to whom a quote is given by name."""
    if quote.entity is None or quote.known != "named":
        return None
    key = scene.cast.key(node.unit.marked.article.id, quote.entity)
    return key if scene.cast.kind(key) == "person" else None
