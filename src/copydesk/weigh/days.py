"""Days of the same event that do not agree."""

from collections.abc import Iterator

from copydesk.records import DateMark
from copydesk.weigh.lists import listed
from copydesk.weigh.nodes import Node, subject_of
from copydesk.weigh.scene import Scene
from copydesk.weigh.sides import Found, Stand
from copydesk.weigh.slots import fits
from copydesk.weigh.wording import topic

_BEGINNING = listed("open reopen start begin launch run sail operate resume commence debut")
_OPEN = "~"  # behind every date


def day_differences(scene: Scene) -> Iterator[Found]:
    """Yield the days on which articles differ: one date each, the same predicate, a sentence about the same thing."""
    for pair in scene.pairs:
        a, b = scene.nodes[pair.a], scene.nodes[pair.b]
        if len(a.dates) != 1 or len(b.dates) != 1 or fits(a.dates[0], b.dates[0]) is not False:
            continue
        alike = pair.lexical >= scene.config.aligned and same_predicate(a, b)
        if not a.articles.isdisjoint(b.articles) or not (alike or begin_alike(a, b, scene)) or scene.strangers(a, b):
            continue
        if not (happens(a) and happens(b)) or may_be_one(reach(a), reach(b)):
            continue
        yield Found(topic=topic(a), what="date", stands=(dated(a, a.dates[0]), dated(b, b.dates[0])))


def same_predicate(a: Node, b: Node) -> bool:
    """Return whether the main predicates are one word."""
    return a.predicate is not None and b.predicate is not None and a.predicate.lemma == b.predicate.lemma


def begin_alike(a: Node, b: Node, scene: Scene) -> bool:
    """Return whether both say when one thing is to begin, be it with another verb: "will open", "will not sail before"."""
    one, other = a.predicate, b.predicate
    if one is None or other is None or not {one.lemma, other.lemma} <= _BEGINNING or "done" in (one.firmness, other.firmness):
        return False
    subject = subject_of(a, scene.cast)
    return subject is not None and subject == subject_of(b, scene.cast) and not a.names.isdisjoint(b.names)


def reach(node: Node) -> tuple[str, str]:
    """Return the first and the last day that a node's only date allows: "by 2026" is up to it, "not before 2026" from it."""
    date, syntax = node.dates[0], node.syntax
    when = date.when or ""
    first = next(iter(syntax.inside(date)), syntax.first)
    words = {syntax.lemma(first), syntax.lemma(first - 1)}
    if not words.isdisjoint(("by", "before", "until")):
        denied = node.predicate is not None and node.predicate.negated
        return (when, _OPEN) if denied else ("", when)
    return (when, _OPEN) if not words.isdisjoint(("after", "from", "since")) else (when, date.until or when)


def may_be_one(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Return whether two stretches of days touch; days that are not known touch nothing."""
    if "" in (a[1], b[1]) or (a[0] == a[1] and b[0] == b[1]):
        return False
    return all(x[0][: len(y[1])] <= y[1] for x, y in ((a, b), (b, a)))


def happens(node: Node) -> bool:
    """Return whether a node's only date is tied to its main predicate or to what that is about ("vote on a law on Tuesday")."""
    tokens = node.unit.marked.marks.tokens
    words = node.syntax.inside(node.dates[0])
    if not words or node.predicate is None or node.predicate.subject < 0 or node.predicate.lemma in ("update", "publish", "post"):
        return False
    head = next((tokens[i].head for i in words if tokens[i].head not in words), -1)
    introduced = tokens[words[0]].lemma.lower() == "on" or (
        words[0] > node.unit.first and tokens[words[0] - 1].lemma.lower() == "on"
    )
    tied = head >= 0 and tokens[head].head == node.predicate.index and introduced
    return head == node.predicate.index or tied


def dated(node: Node, date: DateMark) -> Stand:
    """Return a date as a stand."""
    text = " ".join(node.unit.marked.article.text[date.start : date.end].split())
    return Stand(node=node, value=text, same=date.when or date.weekday or text)
