"""What an article itself says of how a plan came to stand: "announced on 3 March", "proposed last week", "as expected"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.records import DateMark, InitiativeStatus
from copydesk.weigh.grammar import FIRM_MODALS, LOOSE_MODALS, Syntax, modals
from copydesk.weigh.lists import listed
from copydesk.weigh.nodes import Node
from copydesk.weigh.plan_text import of_which, owning

# How far a plan has come; what has the same number may follow one another either way.
RANK: dict[InitiativeStatus, int] = {
    "under_discussion": 0, "offered": 0, "expected": 1, "announced": 2, "agreed": 3, "under_way": 4, "done": 5,
}  # fmt: skip
_STATUSES: dict[str, InitiativeStatus] = {
    **dict.fromkeys(listed("announce unveil promise pledge disclose"), "announced"),
    **dict.fromkeys(listed("expect anticipate plan schedule"), "expected"),
    **dict.fromkeys(listed("propose offer float"), "offered"),
    **dict.fromkeys(listed("agree approve"), "agreed"),
    **dict.fromkeys(listed("discuss consider"), "under_discussion"),
}
_BEFORE = listed("previously earlier first already long originally initially")


class Since(NamedTuple):
    """A time that an article gives.

    Attributes:
        when: ISO 8601, to sort by.
        shown: The same, or the article's words for a stretch of time.
    """

    when: str
    shown: str


def since_of(syntax: Syntax, node: Node, chain: Sequence[int]) -> Since | None:
    """Return the day on which what a plan's only verb tells took place: "announced on 3 March that"; None where none is given."""
    verb = chain[0]
    told = syntax.tokens[verb].fine in ("VBD", "VBN") and (FIRM_MODALS | LOOSE_MODALS).isdisjoint(modals(syntax, verb))
    return dated_by(syntax, node, verb) if len(chain) == 1 and told else None


def dated_by(syntax: Syntax, node: Node, verb: int) -> Since | None:
    """Return the past date that is tied to a verb."""
    for date in node.unit.dates:
        words = syntax.inside(date)
        tied = any(syntax.tokens[i].head == verb for i in words)
        if tied and date.when and not owning(syntax, words[-1]) and not later(node, date):
            return Since(date.when, date.when if date.until is None else " ".join(syntax.text[date.start : date.end].split()))
    return None


def later(node: Node, date: DateMark) -> bool:
    """Return whether a date lies behind the day on which a node's article was published, as far as that is known."""
    published, when = (node.unit.marked.article.published.when or "")[:10], date.when or ""
    return bool(published) and when[: len(published)] > published[: len(when)]


def earlier_in(
    syntax: Syntax, node: Node, clause: tuple[Sequence[int], Sequence[int]], status: InitiativeStatus
) -> Iterator[tuple[InitiativeStatus, Since | None]]:
    """Yield the statuses that a sentence says its plan had before, those that are no less than what it has now left out.

    Args:
        syntax: The unit.
        node: Its node.
        clause: The plan's verbs, and all its words.
        status: What it has now.
    """
    if syntax.words.isdisjoint(_STATUSES):
        return
    chain, words = clause
    for i in syntax.places(frozenset(_STATUSES)):
        old = _STATUSES[syntax.lemma(i)]
        if i in chain or syntax.tokens[i].fine != "VBN" or RANK[old] >= RANK.get(status, len(RANK)):
            continue
        if not modals(syntax, i).isdisjoint(FIRM_MODALS | LOOSE_MODALS) or not told_of(syntax, i, [*chain, *words]):
            continue
        when = dated_by(syntax, node, i)
        if when is not None or over(syntax, i):
            yield old, when


def told_of(syntax: Syntax, verb: int, clause: Sequence[int]) -> bool:
    """Return whether a participle tells of a plan: it describes a noun of it ("which was announced"), or "as" opens it.

    A light parser ties a side clause to the verb as often as to the noun before it.
    """
    token = syntax.tokens[verb]
    describing = token.relation in ("acl", "acl:relcl", "amod") or of_which(syntax, verb)
    return token.head in clause and (describing or opened_by_as(syntax, verb))


def opened_by_as(syntax: Syntax, verb: int) -> bool:
    """Return whether "as" stands before a participle, with nothing but its auxiliaries between: "as had been expected"."""
    at = verb - 1
    while at > syntax.first and (syntax.tokens[at].tag == "AUX" or syntax.lemma(at) in _BEFORE):
        at -= 1
    return syntax.lemma(at) == "as"


def over(syntax: Syntax, verb: int) -> bool:
    """Return whether a participle says that something was so before: "had been expected", "previously announced", "as expected"."""
    helpers = syntax.children(verb, "aux", "aux:pass")
    had = any(syntax.lemma(i) == "have" and syntax.tokens[i].fine == "VBD" for i in helpers)
    return had or not _BEFORE.isdisjoint(syntax.lemma(i) for i in syntax.children(verb, "advmod")) or opened_by_as(syntax, verb)
