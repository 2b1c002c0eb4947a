"""What happened or will happen when."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from copydesk.records import DateMark, Precision, TimelineEntry
from copydesk.spans import contains
from copydesk.text.words import SPEECH_LEMMAS
from copydesk.weigh.grammar import Syntax
from copydesk.weigh.nodes import Node
from copydesk.weigh.units import SUBJECTS
from copydesk.weigh.wording import closed, opened, wording

_LONGEST = 32  # words; of a longer sentence only the clause that holds the date is shown
_TELLING = SPEECH_LEMMAS - {"announce", "promise", "pledge", "vow", "report"}  # their dates are those of the telling


class Dated(msgspec.Struct, frozen=True, gc=False):
    """A node with one of its dates.

    Attributes:
        node: The node.
        when: ISO 8601, or the article's words in lower case.
        precision: How exact it is.
        text: The clause.
        claim: Place of the node's claim by importance.
    """

    node: Node
    when: str
    precision: Precision
    text: str
    claim: int


def timeline_of(nodes: Sequence[Node], of_node: Mapping[int, int]) -> tuple[TimelineEntry, ...]:
    """Return a story's timeline in order: first what can be put on the calendar, then what stands by a weekday alone.

    Args:
        nodes: All nodes.
        of_node: Node number -> place of its claim by importance; a node that is not in it makes no entry.
    """
    same: dict[tuple[str, int], list[Dated]] = {}
    for node in nodes:
        if node.number in of_node:
            for dated in dated_of(node, of_node[node.number]):
                same.setdefault((dated.when, dated.claim), []).append(dated)
    entries = [entry(group) for group in same.values()]
    return tuple(sorted(entries, key=lambda e: (e.precision == "unknown", e.when, e.text)))


def entry(group: Sequence[Dated]) -> TimelineEntry:
    """Return the entry that the same event on the same date makes."""
    best = min(group, key=lambda d: (len(d.text.split()) < 5, len(d.text), d.text))
    passages = tuple(dict.fromkeys(u.passage for d in [best, *group] for u in d.node.units))
    return TimelineEntry(when=best.when, precision=best.precision, text=best.text, passages=passages)


def dated_of(node: Node, claim: int) -> Iterator[Dated]:
    """Yield a node's dates with what happens then; the date of the telling is none."""
    if node.predicate is None or node.quoted > 0.9:
        return
    syntax = Syntax(node.unit)
    seen: set[str] = set()
    for date in node.dates:
        when = date.when or date.weekday
        if when is None or when in seen or telling(syntax, date):
            continue
        seen.add(when)
        words = " ".join(node.unit.marked.article.text[date.start : date.end].split())
        known = date.when is not None
        yield Dated(
            node=node,
            when=date.when or words,
            precision=date.precision if known else "unknown",
            text=told(syntax, node, date),
            claim=claim,
        )


def telling(syntax: Syntax, date: DateMark) -> bool:
    """Return whether a date says when something was said, and not when it happened."""
    inside = [i for i in range(syntax.first, syntax.last) if contains(date, syntax.tokens[i])]
    if not inside:
        return False
    at = inside[0]
    for _ in range(6):
        at = syntax.tokens[at].head
        if not syntax.first <= at < syntax.last:
            return False
        if syntax.tokens[at].tag == "VERB":
            return syntax.lemma(at) in _TELLING
    return False


def told(syntax: Syntax, node: Node, date: DateMark) -> str:
    """Return the sentence that tells what happens at a date, or the clause around the date where the sentence is long."""
    if node.unit.last - node.unit.first <= _LONGEST:
        return wording(node.unit)
    at = next((i for i in range(syntax.first, syntax.last) if contains(date, syntax.tokens[i])), -1)
    while at >= 0:
        if syntax.tokens[at].tag in ("VERB", "AUX") and syntax.children(at, *SUBJECTS):
            span = syntax.span(syntax.subtree(at))
            return closed(opened(" ".join(syntax.text[span.start : span.end].split())))
        head = syntax.tokens[at].head
        at = head if syntax.first <= head < syntax.last and head != at else -1
    return wording(node.unit)
