"""Which nodes are one claim: the pairs that agree in every slot, joined while the members of a group hang together."""

from collections.abc import Sequence

from copydesk.ports import Vectors
from copydesk.weigh.config import WeighConfig
from copydesk.weigh.groups import Groups
from copydesk.weigh.nodes import Node
from copydesk.weigh.propose import Pair, likeness
from copydesk.weigh.scene import Scene
from copydesk.weigh.slots import Slots, held

# What one slot is worth beside two cosines. Set by eye, from reading which pairs change sides, on the example, five articles of one
# event, ECB+ and dated triples during development; no labelled pairs were fitted and none were held out.
_PREDICATE = 0.15  # the main predicates are one word
_OTHER_PREDICATE = 0.15  # neither main predicate stands anywhere in the other sentence
_NAME = 0.1  # each of at most two names in both
_STRANGERS = 0.25  # each names a person or body that the other does not
_PLACES = 0.1  # the same for places, which often lie in each other
_ONE_ARTICLE = 0.2  # they stand in one article, which seldom says a thing twice
_SURE = 0.35  # two sentences that share words enough for the rest are that near in meaning at least, almost always
_MOST = 0.8  # and hardly ever nearer than this where the words leave a doubt: 22 in 5,000 pairs of ECB+
_NEVER = 3.0  # more than two cosines can reach
_DAY = 0.1  # what is asked for above `related` where only a day is shared


def merged(scene: Scene, vectors: Vectors) -> list[list[Node]]:
    """Return the groups of nodes that make one claim, each in the order of its nodes.

    The pairs with most to spare are joined first. Two groups become one while no two of their members contradict each other and at
    least half of the pairs across them say the same: a sentence that says two things must not chain those who say either.
    """
    refused: dict[int, set[int]] = {}
    open_: list[tuple[Pair, float]] = []
    for pair in scene.pairs:
        a, b = scene.nodes[pair.a], scene.nodes[pair.b]
        if not (pair.linked or pair.lexical >= scene.config.least or comparable(a, b, pair, scene.config)):
            continue
        slots = held(a, b, scene.cast)
        if slots.contradicting:
            tie(refused, pair)
        else:
            open_.append((pair, needed(pair, slots, scene.config) + _ONE_ARTICLE * (not a.articles.isdisjoint(b.articles))))
    alike: dict[int, set[int]] = {}
    same = agreeing(open_, scene, vectors)
    for pair in same:
        tie(alike, pair)

    def hang_together(one: Sequence[int], other: Sequence[int]) -> bool:
        here = set(one)
        if any(not here.isdisjoint(refused.get(j, ())) for j in other):
            return False
        return 2 * sum(len(here & alike[j]) for j in other if j in alike) > len(one) * len(other)

    groups = Groups(len(scene.nodes), hang_together)
    for pair in same:
        groups.join(pair.a, pair.b)
    return [[scene.nodes[i] for i in members] for members in groups.all()]


def agreeing(open_: Sequence[tuple[Pair, float]], scene: Scene, vectors: Vectors) -> list[Pair]:
    """Return the pairs whose likeness of words and of meaning reach together what is needed, those with most to spare first."""
    spare = [(pair.lexical - least, pair) for pair, least in open_]
    found = [(over + _SURE, pair) for over, pair in spare if over + _SURE >= 0]
    doubt = [(over, pair) for over, pair in spare if over + _SURE < 0 <= over + _MOST]
    meaning = likeness(scene.nodes, [pair for _, pair in doubt], vectors)
    found += [(over + x, pair) for (over, pair), x in zip(doubt, meaning, strict=True) if over + x >= 0]
    return [pair for _, pair in sorted(found, key=lambda entry: (-round(entry[0], 4), entry[1].a, entry[1].b))]


def tie(ties: dict[int, set[int]], pair: Pair) -> None:
    """Note a pair under both of its nodes."""
    ties.setdefault(pair.a, set()).add(pair.b)
    ties.setdefault(pair.b, set()).add(pair.a)


def comparable(a: Node, b: Node, pair: Pair, config: WeighConfig) -> bool:
    """Return whether two nodes both give numbers or both give dates, so that they may agree or contradict each other there."""
    return pair.lexical >= config.anchored and bool((a.measures and b.measures) or (a.dates and b.dates))


def needed(pair: Pair, slots: Slots, config: WeighConfig) -> float:
    """Return what likeness of words and of meaning must reach together in two nodes that do not contradict each other.

    Words and meaning propose, slots decide: less is needed with every slot that agrees, more where each sentence has somebody whom
    the other does not know.
    """
    if pair.linked and pair.lexical >= config.linked:
        return 0.0
    if (slots.amounts or slots.days) and pair.lexical >= config.anchored:
        least = config.related + _DAY * (not slots.amounts)
    elif pair.lexical >= config.least:
        least = config.alike - _PREDICATE * slots.predicate - _NAME * min(2, len(slots.shared))
    else:
        return _NEVER
    return least + _OTHER_PREDICATE * slots.apart + _STRANGERS * slots.strangers + _PLACES * slots.places
