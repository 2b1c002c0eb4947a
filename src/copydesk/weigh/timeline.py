"""What happened or will happen when."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from copydesk.records import DateMark, Precision, TimelineEntry
from copydesk.spans import contains
from copydesk.text.words import MONTHS, WEEKDAYS
from copydesk.weigh.grammar import Syntax
from copydesk.weigh.groups import Groups
from copydesk.weigh.nodes import Node, guessed
from copydesk.weigh.scene import Scene
from copydesk.weigh.units import FINITE, SUBJECTS
from copydesk.weigh.unsaid import PLAIN, unsaid
from copydesk.weigh.wording import closed, leaning, opened, wording

_CROWDED = 100  # sentences of one date that are held against each other
_SHARED = 3  # plain words beside a name, from which two sentences of one day tell of one event
_CLAUSES = ("ccomp", "parataxis", "acl", "acl:relcl", "advcl", "advcl:relcl", "csubj")
_NO_POINT = frozenset({"since", "than", "until", "till"})  # "since 2009", "more than last year": a stretch, a measure
_OPENING = 4  # words of a clause among which stands what makes it one that cannot be told alone
_SHORTEST = 4  # words; a shorter clause does not say enough


class Dated(msgspec.Struct, frozen=True, gc=False):
    """A node with one of its dates.

    Attributes:
        node: The node.
        when: ISO 8601, or the article's words.
        weekday: The weekday that the article names; None where it names none.
        precision: How exact it is.
        text: The clause.
        claim: Place of the node's claim by importance.
    """

    node: Node
    when: str
    weekday: str | None
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
        if one.weekday is not None:
            days.setdefault(one.weekday, []).append(i)
    for here in days.values():
        for a, b in combinations(here[:_CROWDED], 2):
            if one_day(told[a], told[b]) and one_event(told[a], told[b], scene):
                groups.join(a, b)
    entries = [entry([told[i] for i in group]) for group in groups.all()]
    return tuple(sorted(entries, key=lambda e: (e.precision == "unknown", weekday_of(e.when), e.when, e.text)))


def weekday_of(when: str) -> int:
    """Return the place in the week, from 1, of a day that is only a weekday in the article's words; 0 for every other one."""
    first = when.lower().split(maxsplit=1)[:1]
    return WEEKDAYS.index(first[0]) + 1 if first and first[0] in WEEKDAYS else 0


def one_day(a: Dated, b: Dated) -> bool:
    """Return whether two dates may be one: equal, or one of them a weekday of a week that is not known."""
    return a.when.lower() == b.when.lower() or "unknown" in (a.precision, b.precision)


def one_event(a: Dated, b: Dated, scene: Scene) -> bool:
    """Return whether two nodes tell of one event: they make one claim, or share words and a name."""
    if a.claim == b.claim:
        return True
    pair = scene.pair(a.node, b.node)
    if pair is None:
        return False
    return pair.lexical >= scene.config.aligned or (
        scene.words(a.node, b.node) >= _SHARED and not a.node.names.isdisjoint(b.node.names)
    )


def entry(group: Sequence[Dated]) -> TimelineEntry:
    """Return the entry that the same event on the same date makes."""
    best = min(group, key=lambda d: (leaning(d.text), len(d.text.split()) < 5, len(d.text), d.text))
    day = min(group, key=lambda d: (d.precision == "unknown", d is not best))
    passages = tuple(dict.fromkeys(u.passage for d in [best, *group] for u in d.node.units))
    return TimelineEntry(when=day.when, precision=day.precision, text=best.text, passages=passages)


def dated_of(node: Node, claim: int) -> Iterator[Dated]:
    """Yield a node's dates with what happens then; what the whole unit tells, it tells of one of them."""
    if not node.dates or node.quoted > 0.9 or node.predicate is None:
        return
    syntax, whole = node.syntax, wording(node.unit)
    seen: set[str] = set()
    for date in node.dates:
        if any(q.direct and contains(q, date) for q in node.unit.quotes) or names_something(syntax, date) or unsaid(syntax, date):
            continue
        words = " ".join(node.unit.marked.article.text[date.start : date.end].split())
        when = date.when or date.weekday or (words if not set(MONTHS).isdisjoint(words.lower().split()) else None)
        if when is None or guessed(node, date) or date.until is not None or when in seen:
            continue
        text = told(syntax, node, date, whole)
        if text is None or text in seen:
            continue
        seen |= {when, text}
        known = date.when is not None
        yield Dated(
            node=node,
            when=date.when or words,
            weekday=date.weekday,
            precision=date.precision if known else "unknown",
            text=text,
            claim=claim,
        )


def names_something(syntax: Syntax, date: DateMark) -> bool:
    """Return whether a date tells of no event: it says which thing is meant ("the March 2005 rampage"), or what is compared."""
    inside = syntax.inside(date)
    if not inside:
        return False
    before = [syntax.lemma(inside[0] - n) for n in (0, 1, 2)]
    if _NO_POINT.intersection(before[:2]) or before[2] == "than":
        return follows_when(syntax, inside[-1]) < 0
    behind = inside[-1] + 1
    noun = behind < syntax.last and syntax.tokens[behind].tag in ("NOUN", "ADJ") and syntax.tokens[behind].relation != "nsubj"
    return noun and any(syntax.tokens[i].head >= behind and syntax.tokens[syntax.tokens[i].head].tag == "NOUN" for i in inside)


def follows_when(syntax: Syntax, last: int) -> int:
    """Return the first word behind ", when" or "when" that follows a date; -1 where it does not."""
    at = last + 2 if syntax.lemma(last + 1) == "," else last + 1
    return at + 1 if syntax.lemma(at) == "when" and at + 1 < syntax.last else -1


def told(syntax: Syntax, node: Node, date: DateMark, whole: str) -> str | None:
    """Return what happens at a date, as a sentence: the clause whose verb has the date; None where that cannot be told alone."""
    inside = syntax.inside(date)
    if not inside:
        return whole
    behind = follows_when(syntax, inside[-1])
    if behind >= 0 and syntax.lemma(inside[0] - 1) in _NO_POINT:
        return sentence(syntax, list(range(behind, next_sign(syntax, behind))))
    if (opens := relative_before(syntax, inside[0])) >= 0:
        return described(syntax, node, opens, inside[-1])
    if syntax.tokens[syntax.first].tag == "SCONJ" and inside[-1] < next_sign(syntax, syntax.first):
        return side_clause(syntax, range(syntax.first + 1, next_sign(syntax, syntax.first)))
    at = inside[0]
    for _ in range(syntax.last - syntax.first):
        relation = syntax.tokens[at].relation
        if syntax.tokens[at].fine == "VBG" and date.precision in ("month", "year") and relation in _CLAUSES:
            return None  # "…, recalling a gift of 1912"
        if syntax.tokens[at].tag in ("VERB", "AUX") and relation in _CLAUSES:
            return governed(syntax, at, date, whole)
        above = syntax.tokens[at].head
        if not syntax.first <= above < syntax.last or above == at:
            break
        at = above
    return whole


def next_sign(syntax: Syntax, first: int) -> int:
    """Return the index of the next comma, dash or stop from a word on, or that behind the last word."""
    signs = (",", "–", "—", ";", ".", "(", ")", ":")
    return next((i for i in range(first, syntax.last) if syntax.lemma(i) in signs), syntax.last)


def relative_before(syntax: Syntax, index: int) -> int:
    """Return the "who" or "which" of the relative clause in which a word stands by the signs around it; -1 where it is in none."""
    for i in range(index - 1, syntax.first, -1):
        if syntax.tokens[i].fine in ("WP", "WDT") and syntax.lemma(i) != "that":
            return i
        if syntax.tokens[i].tag == "PUNCT" and syntax.lemma(i) not in ("-", "’", "'"):
            break
    return -1


def described(syntax: Syntax, node: Node, opens: int, last: int) -> str | None:
    """Return what a relative clause between signs says of the name before it: "Veld will open the hall" of "Veld, who will …".

    Of a common noun it is not sure that it is the one that is meant ("a ban from public office, which was imposed in 2021").
    """
    end = next_sign(syntax, opens)
    noun = opens - 2
    named = next((n for n in node.unit.names if noun >= syntax.first and contains(n, syntax.tokens[noun])), None)
    if syntax.lemma(opens - 1) != "," or last >= end or named is None or named.mention == "pronoun":
        return None
    if syntax.tokens[opens + 1].tag not in ("VERB", "AUX", "ADV"):
        return None  # "which the council adopted": the noun is no subject
    return sentence(syntax, list(range(opens + 1, end)), syntax.text[named.start : named.end])


def side_clause(syntax: Syntax, words: Sequence[int]) -> str | None:
    """Return a side clause as a sentence; None where it begins with a verb or a pronoun, or has no finite verb."""
    finite = any(syntax.tokens[i].fine in FINITE for i in words)
    if any(syntax.tokens[i].relation == "mark" for i in words[:_OPENING]):
        return None  # "three years *after* it was sold"
    return None if not words or not finite or syntax.tokens[words[0]].tag in ("PRON", "VERB", "AUX") else sentence(syntax, words)


def governed(syntax: Syntax, verb: int, date: DateMark, whole: str) -> str | None:
    """Return the side clause of a verb that has a date, as a sentence; the whole unit where that is not to be cut out of it."""
    relation = syntax.tokens[verb].relation
    words = syntax.subtree(verb)
    while words and syntax.tokens[words[0]].relation in ("mark", "punct", "cc"):
        words.pop(0)
    subjects = syntax.children(verb, *SUBJECTS)
    clean = bool(words) and words[-1] - words[0] < len(words) and contains(syntax.span(words), date)
    if (relation.startswith("acl") or (not subjects and relation.startswith("advcl"))) and date.precision in ("month", "year"):
        return None
    if relation.startswith("acl"):
        return whole
    if not clean or not subjects or syntax.tokens[words[0]].tag == "ADP":
        return whole
    if relation in ("ccomp", "parataxis"):
        if relation == "ccomp" and not handed_on(syntax, syntax.tokens[verb].head):
            return whole
        stated = syntax.tokens[words[0]].tag not in ("VERB", "AUX") and any(syntax.tokens[i].fine in FINITE for i in words)
        return (sentence(syntax, words) if stated else None) or whole
    return side_clause(syntax, words)


def handed_on(syntax: Syntax, verb: int) -> bool:
    """Return whether what a verb of saying hands on may be told without it: nobody claims or alleges it, and no person says it."""
    people = (
        i for i in syntax.children(verb, *SUBJECTS) if syntax.tokens[i].tag in ("PROPN", "PRON") and syntax.lemma(i) != "police"
    )
    return syntax.lemma(verb) in PLAIN and next(people, None) is None


def sentence(syntax: Syntax, words: Sequence[int], subject: str = "") -> str | None:
    """Return words in a row as a sentence; None where they are too few to say something."""
    while words and syntax.tokens[words[-1]].tag == "PUNCT":
        words = words[:-1]
    if len(words) < _SHORTEST:
        return None
    span = syntax.span(words)
    return closed(opened(f"{subject} {' '.join(syntax.text[span.start : span.end].split())}".strip()))
