"""What happened or will happen when."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from copydesk.records import DateMark, Precision, TimelineEntry
from copydesk.spans import Span, contains
from copydesk.weigh.grammar import Syntax
from copydesk.weigh.groups import Groups
from copydesk.weigh.nodes import Node, guessed
from copydesk.weigh.scene import Scene
from copydesk.weigh.units import SUBJECTS
from copydesk.weigh.wording import closed, leaning, opened, wording

_CROWDED = 100  # sentences of one date that are held against each other
_SHORTEST = 4  # words; a shorter clause does not say enough


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


def timeline_of(scene: Scene, of_node: Mapping[int, int]) -> tuple[TimelineEntry, ...]:
    """Return a story's timeline in order: first what can be put on the calendar, then what stands by a weekday alone.

    Args:
        scene: The story's nodes.
        of_node: Node number -> place of its claim by importance; a node that is not in it makes no entry.
    """
    told = [d for node in scene.nodes if node.number in of_node for d in dated_of(node, of_node[node.number])]
    groups = Groups(len(told))
    days: dict[str, list[int]] = {}
    for i, one in enumerate(told):
        days.setdefault(one.when.lower(), []).append(i)
    for here in days.values():
        for a, b in combinations(here[:_CROWDED], 2):
            pair = scene.pair(told[a].node, told[b].node)
            if told[a].claim == told[b].claim or (pair is not None and pair.lexical >= scene.config.aligned):
                groups.join(a, b)
    entries = [entry([told[i] for i in group]) for group in groups.all()]
    return tuple(sorted(entries, key=lambda e: (e.precision == "unknown", e.when, e.text)))


def entry(group: Sequence[Dated]) -> TimelineEntry:
    """Return the entry that the same event on the same date makes."""
    best = min(group, key=lambda d: (leaning(d.text), len(d.text.split()) < 5, len(d.text), d.text))
    passages = tuple(dict.fromkeys(u.passage for d in [best, *group] for u in d.node.units))
    return TimelineEntry(when=best.when, precision=best.precision, text=best.text, passages=passages)


def dated_of(node: Node, claim: int) -> Iterator[Dated]:
    """Yield a node's dates with what happens then; the date of the telling is none."""
    if not node.dates or node.quoted > 0.9 or node.predicate is None:
        return
    syntax = node.syntax
    seen: set[str] = set()
    for date in node.dates:
        if any(q.direct and contains(q, date) for q in node.unit.quotes) or names_something(syntax, date):
            continue
        when = date.when or date.weekday
        if when is None or guessed(node, date) or date.until is not None or when in seen:
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


def names_something(syntax: Syntax, date: DateMark) -> bool:
    """Return whether a date only says which thing is meant ("the March 2005 rampage"): the sentence tells of something else."""
    inside = [i for i in range(syntax.first, syntax.last) if contains(date, syntax.tokens[i])]
    if not inside:
        return False
    behind = inside[-1] + 1
    noun = behind < syntax.last and syntax.tokens[behind].tag in ("NOUN", "ADJ") and syntax.tokens[behind].relation != "nsubj"
    return noun and any(syntax.tokens[i].head >= behind and syntax.tokens[syntax.tokens[i].head].tag == "NOUN" for i in inside)


def told(syntax: Syntax, node: Node, date: DateMark) -> str:
    """Return what happens at a date: what somebody says about it without who says so, else the whole unit."""
    at = next((i for i in range(syntax.first, syntax.last) if contains(date, syntax.tokens[i])), -1)
    for _ in range(syntax.last - syntax.first):
        if not syntax.first <= at < syntax.last or at == syntax.root:
            break
        if syntax.tokens[at].relation in ("ccomp", "parataxis") and syntax.children(at, *SUBJECTS):
            words = syntax.subtree(at)
            while words and syntax.tokens[words[0]].relation in ("mark", "punct", "cc"):
                words.pop(0)
            span = syntax.span(words) if words else Span(0, 0)
            if len(words) >= _SHORTEST and words[-1] - words[0] < len(words) and contains(span, date):
                return closed(opened(" ".join(syntax.text[span.start : span.end].split())))
        at = syntax.tokens[at].head
    return wording(node.unit)
