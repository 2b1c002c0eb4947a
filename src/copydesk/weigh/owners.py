"""Numbers of which one thing has one, on which articles differ: an age, a share, a speed, a contract's length, a vote."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from copydesk.weigh.groups import Groups
from copydesk.weigh.newness import days_between
from copydesk.weigh.nodes import Node
from copydesk.weigh.numbers import counts, course, elsewhere, known_to, other_days, periods_of, stages_apart, stand_of, value_key
from copydesk.weigh.properties import Property
from copydesk.weigh.roots import root
from copydesk.weigh.scene import Scene
from copydesk.weigh.sides import Found
from copydesk.weigh.slots import agree, rounds
from copydesk.weigh.wording import phrase

_FAR = {"age": 1.35, "term": 4.0, "vote": 2.0, "share": 1.5, "event": 3.0}  # how many times the lesser value the greater may be
_EVENTS = {"burned": "area that burned", "convicted": "number of counts"}
_CROWDED = 200
_MONTH = 31  # days
_DEVELOPING = frozenset({"percent", "acre", "hectare", "degree"})  # what is measured again and again


def owner_differences(scene: Scene) -> Iterator[Found]:
    """Yield the numbers of one thing on which articles differ; an article that gives several values knows more than one thing."""
    for held, pairs in contested(scene):
        groups = Groups(len(held))
        for a, b in pairs:
            groups.join(a, b)
        for group in groups.all():
            if len(group) > 1:
                yield told([held[i] for i in group], scene)


def contested(scene: Scene) -> Iterator[tuple[Sequence[Property], list[tuple[int, int]]]]:
    """Yield the numbers of each one thing with the pairs of them, by their places, that cannot both hold."""
    shelves: dict[tuple[str, ...], list[Property]] = {}
    for owned in scene.owned:
        for found in filter(usable, owned):
            shelves.setdefault(found.key, []).append(found)
    for key in sorted(shelves):
        held = of_one_value(shelves[key])
        if 1 < len(held) <= _CROWDED:
            yield held, [(a, b) for a, b in combinations(range(len(held)), 2) if rivals(held[a], held[b], scene)]


def usable(one: Property) -> bool:
    """Return whether a number is no tally of a game, not vague, and no part of a whole beside other parts."""
    if one.kind in ("age", "vote"):
        return True
    unit = one.measure.amount.unit
    parted = unit != "percent" and sum(m.amount.unit == unit for m in one.node.measures) > 1 and unit is not None
    return counts(one.measure) and not parted


def told(held: Sequence[Property], scene: Scene) -> Found:
    """Return a number of one thing as a difference."""
    one = held[0]
    moving = one.kind in ("share", "event") and (one.measure.amount.unit in _DEVELOPING or one.measure.amount.unit is None)
    times = course([(h.node, value_key(h.measure.amount)) for h in held]) if moving else ""
    return Found(topic=topic_of(one, scene) + times, what="number", stands=tuple(stand_of(h.node, h.measure.amount) for h in held))


def topic_of(one: Property, scene: Scene) -> str:
    """Return what a number is of, in words."""
    if one.kind == "age":
        return f"how old {scene.cast.name(one.key[1])} is"
    if one.kind == "term":
        return f"how long the {one.key[2]} runs"
    if one.kind == "event":
        return _EVENTS.get(one.key[1], f"{one.key[1]} ({one.key[0]})")
    if one.kind == "vote":
        return "how the vote was split"
    amount, named = one.measure.amount, one.key[1].startswith("@")
    if amount.unit == "percent" and not named:
        return phrase(one.node.syntax, one.head)
    unit = "percentage" if amount.unit == "percent" else amount.unit or f"number of {one.key[0].strip('#~')}s"
    thing = scene.cast.name(one.key[1][1:]).rstrip(" .0123456789") if named else phrase(one.node.syntax, one.head)
    return f"{thing} ({unit})"


def of_one_value(held: Sequence[Property]) -> list[Property]:
    """Return the numbers of articles that give one value of the thing only."""
    values: dict[str, set[str]] = {}
    for one in held:
        for article in one.node.articles:
            values.setdefault(article, set()).add(value_key(one.measure.amount))
    several = {article for article, given in values.items() if len(given) > 1}
    return [h for h in held if not h.node.articles <= several]


def rivals(a: Property, b: Property, scene: Scene) -> bool:
    """Return whether two numbers of one thing cannot both hold."""
    one, other = a.measure.amount, b.measure.amount
    if not a.node.articles.isdisjoint(b.node.articles) or agree(one, other) or rounds(one, other):
        return False
    low, high = sorted((one.low, other.low))
    if low <= 0 or high > _FAR[a.kind] * low or (one.what and other.what and one.what != other.what and one.unit):
        return False
    if a.kind == "age":
        return near_in_time(a.node, b.node)
    if times(a) != times(b) or known_to(a.node, other, a.measure) or known_to(b.node, one, b.measure):
        return False
    if elsewhere(a.node, b.node, scene.cast) or (a.described - b.described and b.described - a.described):
        return False
    if a.kind == "share" and set_apart(a, b):
        return False
    if a.kind == "share":
        return a.key[1].startswith("@") or not scene.strangers(a.node, b.node)
    return a.kind != "term" or bool(a.node.names & b.node.names)


def set_apart(a: Property, b: Property) -> bool:
    """Return whether two numbers are for two things, of two stages, or changes of two days ("fell 4 percent on Monday")."""
    told = [(purpose(a), purpose(b)), (above(a), above(b))]
    if any(one and other and one != other for one, other in told) or stages_apart(a.node, b.node):
        return True
    return bool(a.key[2]) and (other_days(a.node, b.node) or periods_of(a.node) != periods_of(b.node))


def above(one: Property) -> str:
    """Return the noun to which whatever has a number belongs: the "cost" of "the cost of the stand"; empty where there is none."""
    syntax, at = one.node.syntax, one.head - 1
    while at > syntax.first and syntax.tokens[at].tag in ("DET", "ADJ", "PROPN", "PRON"):
        at -= 1
    behind = at > syntax.first and syntax.tokens[at].tag == "ADP" and syntax.tokens[at - 1].tag == "NOUN"
    return root(syntax.lemma(at - 1)) if behind else ""


def purpose(one: Property) -> str:
    """Return on or for what a number is said to be, as the noun behind it: "1 million on the pier"; empty for none."""
    syntax = one.node.syntax
    inside = syntax.inside(one.measure.amount)
    at = inside[-1] + 1 if inside else syntax.last
    if syntax.lemma(at) not in ("on", "for"):
        return ""
    at += 1
    while at < syntax.last and syntax.tokens[at].tag in ("DET", "ADJ", "PRON"):
        at += 1
    return root(syntax.lemma(at)) if at < syntax.last and syntax.tokens[at].tag == "NOUN" else ""


def near_in_time(a: Node, b: Node) -> bool:
    """Return whether two nodes stand in articles of one month, or nearly: people grow older."""
    days = days_between(a.unit.marked.article, b.unit.marked.article)
    return days is not None and days <= _MONTH


def times(one: Property) -> set[str]:
    """Return the months and years of which a node speaks: a number is that of its time."""
    node = one.node
    year = (node.unit.marked.article.published.when or "")[:4]
    text = node.unit.marked.article.text
    own = [d for d in node.dates if text[d.start - 1 : d.start] != "("]  # "(2020: 69 percent)" is of another number
    found = {d.when or str(d.start) for d in own if d.weekday is None and d.precision in ("month", "year", "quarter")}
    return found - {year}
