"""What was planned and is then told as done or under way: the same verb in the past, or "is rebuilding", "began rebuilding"."""

from collections.abc import Iterator, Sequence

from copydesk.records import InitiativeStatus
from copydesk.weigh.cast import Cast
from copydesk.weigh.grammar import AHEAD, DISCUSSING, NEGATIONS, PROSPECT, SAYING, Syntax, denied, modals, past
from copydesk.weigh.nodes import Node
from copydesk.weigh.plan_bounds import absolute
from copydesk.weigh.plan_words import AGREEING, ANNOUNCING, OFFERING, REFUSING
from copydesk.weigh.plans import Plan, acts, doer, verbs, written

_WORDS_ALONE = SAYING | ANNOUNCING | AGREEING | OFFERING | REFUSING | DISCUSSING | PROSPECT  # what these tell is no deed
_BEGINNING = frozenset({"begin", "start"})


def deeds_of(node: Node, cast: Cast, planned: frozenset[str]) -> Iterator[Plan]:
    """Yield what a node tells as done or under way with a verb that somewhere is planned, in its order.

    Args:
        node: The node.
        cast: Who is who.
        planned: Dictionary forms of the verbs of the story's plans.
    """
    syntax = node.syntax
    if node.quoted > 0.5 or syntax.words.isdisjoint(planned) or not NEGATIONS.isdisjoint(syntax.words):
        return
    for verb in verbs(syntax, node):
        chain, status = told(syntax, verb)
        if status is None or syntax.lemma(chain[-1]) not in planned or absolute(syntax, verb):
            continue
        subject, passive = doer(syntax, chain)
        if acts(syntax, node, chain[-1], (subject, passive), "announced"):
            yield from written(syntax, node, cast, (chain, subject, status))


def told(syntax: Syntax, verb: int) -> tuple[Sequence[int], InitiativeStatus | None]:
    """Return the verbs of a deed, and whether it is done or under way; None for what is ahead, said or denied."""
    helpers = modals(syntax, verb)
    if helpers & AHEAD or denied(syntax, verb) or syntax.lemma(verb) in _WORDS_ALONE:
        return [verb], None
    begun = [i for i in syntax.children(verb, "xcomp") if syntax.lemma(verb) in _BEGINNING and i > verb]
    if begun and past(syntax, verb):
        return [verb, begun[0]], "under_way"
    if syntax.tokens[verb].fine == "VBG" and "be" in helpers and not past_helper(syntax, verb):
        return [verb], "under_way"
    return [verb], "done" if past(syntax, verb) else None


def past_helper(syntax: Syntax, verb: int) -> bool:
    """Return whether an auxiliary of a verb stands in the past: "was rebuilding" tells of another time."""
    return any(syntax.tokens[i].fine in ("VBD", "VBN") for i in syntax.children(verb, "aux"))
