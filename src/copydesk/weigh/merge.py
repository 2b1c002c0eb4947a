"""Which nodes are one claim: the pairs that agree in every slot, joined while the members of a group hang together."""

from collections.abc import Sequence

import msgspec

from copydesk.ports import Vectors
from copydesk.weigh.config import WeighConfig
from copydesk.weigh.grammar import AHEAD_OF_NOW
from copydesk.weigh.groups import Groups
from copydesk.weigh.links import opening_alike
from copydesk.weigh.nodes import Node
from copydesk.weigh.owners import contested
from copydesk.weigh.passing import Agreement, Told, with_passing
from copydesk.weigh.places import place_differences, scope_differences
from copydesk.weigh.properties import anchors
from copydesk.weigh.propose import Pair, likeness
from copydesk.weigh.roles import rival_titles
from copydesk.weigh.scene import Scene
from copydesk.weigh.slots import Slots, figures_agree, held, numbers_refused, tolls_agree

# What one slot is worth beside two cosines. Set by eye, from reading which pairs change sides, on the example, five articles of one
# event, ECB+ and dated triples during development; no labelled pairs were fitted and none were held out.
_PREDICATE = 0.15  # the main predicates are one word
_OTHER_PREDICATE = 0.15  # neither main predicate stands anywhere in the other sentence
_NAME = 0.1  # each of at most two names in both
_OTHER_DEED = 0.13  # the same beside a number that both give, where most of what is wrong has another verb
_TOLL = 0.1  # so many dead are one statement, in whatever sentence
_DENIED = 0.2  # the main predicate of one of them is denied
_ACTOR = 0.04  # less is asked where one entity does the same in both
_DEED = 0.39  # what likeness of meaning is asked for where the predicate and one plain word more than `words` are in both
_ANCHORS = 2  # amounts, names and plain words that two nodes share at least where amounts or days are to join them
_MOSTLY = 0.5  # share of a node in quotation marks from which it is somebody's words
_NAMED_WORDS, _NAMED_DEED = 2, 0.55  # the same where a name is in both as well
_FEWER = 0.05  # one plain word less than `words` in both
_STRANGERS = 0.25  # each names a person or body that the other does not
_PLACES = 0.1  # the same for places, which often lie in each other
_ONE_ARTICLE = 0.2  # they stand in one article, which seldom says a thing twice
_SURE = 0.35  # two sentences that share words enough for the rest are that near in meaning at least, almost always
_MOST = 0.8  # and hardly ever nearer than this where the words leave a doubt: 22 in 5,000 pairs of ECB+
_OPEN = 0.75  # likeness of meaning that is asked for in the openings of two articles that share a name
_NEVER = 3.0  # more than two cosines can reach
_DAY = 0.1  # what is asked for above `related` where only a day is shared


def merged(scene: Scene, vectors: Vectors) -> list[Told]:
    """Return the nodes that make one claim each.

    The pairs with most to spare are joined first. Two groups become one while no two of their members contradict each other and
    more than half of the pairs across them say the same, copies counted once: a sentence that says two things must not chain those
    who say either.
    """
    open_, refused = weighed_up(scene)
    alike: dict[int, set[int]] = {}
    same = agreeing(open_, scene, vectors)
    for pair in same:
        tie(alike, (pair.a, pair.b))

    voices = voices_of(same, scene.nodes)

    def hang_together(one: Sequence[int], other: Sequence[int]) -> bool:
        here = set(one)
        if any(j in refused and not here.isdisjoint(refused[j]) for j in other):
            return False
        measured = [given for i in one if (given := scene.nodes[i].measures)]
        if any(numbers_refused(given, scene.nodes[j].measures) for given in measured for j in other):
            return False
        agreed = {(voices[i], voices[j]) for j in other if j in alike for i in here & alike[j]}
        return 2 * len(agreed) > len({voices[i] for i in one}) * len({voices[j] for j in other})

    groups = Groups(len(scene.nodes), hang_together)
    for pair in same:
        groups.join(pair.a, pair.b)
    agreement = Agreement(alike=alike, refused=refused, voices=voices)
    return with_passing([[scene.nodes[i] for i in members] for members in groups.all()], agreement, scene)


def weighed_up(scene: Scene) -> tuple[list[tuple[Pair, float]], dict[int, set[int]]]:
    """Return the pairs that may be one claim with what each needs, and which nodes contradict which."""
    refused = refusals(scene)
    known = [anchors(owned) for owned in scene.owned]
    open_: list[tuple[Pair, float]] = []
    for pair in scene.pairs:
        a, b = scene.nodes[pair.a], scene.nodes[pair.b]
        if not worth_a_look(a, b, pair, scene):
            continue
        anchored = not known[pair.a].isdisjoint(known[pair.b])
        slots = held(a, b, scene.cast, scene.words(a, b), anchored=anchored)
        if slots.contradicting or pair.b in refused.get(pair.a, ()):
            tie(refused, (pair.a, pair.b))
            continue
        if anchored:
            slots = msgspec.structs.replace(slots, figure=True)
        open_.append((pair, asked(a, b, pair, slots, scene)))
    return open_, refused


def refusals(scene: Scene) -> dict[int, set[int]]:
    """Return which nodes contradict which, as finders of differences know that look at more than two nodes."""
    refused: dict[int, set[int]] = {}
    for owned, rivals in contested(scene):
        for i, j in rivals:
            tie(refused, (owned[i].node.number, owned[j].node.number))
    for found in (*place_differences(scene), *scope_differences(scene)):
        one, other = (stand.node.number for stand in found.stands)
        tie(refused, (one, other))
    for titles in rival_titles(scene):
        tie(refused, (titles[0].node.number, titles[1].node.number))
    return refused


def asked(a: Node, b: Node, pair: Pair, slots: Slots, scene: Scene) -> float:
    """Return what likeness of words and of meaning must reach together in two nodes that do not contradict each other."""
    least = needed(pair, slots, scene.config)
    if (pair.a, pair.b) in scene.retold.same:
        least = min(least, scene.config.related)
    if slots.quoted:
        least = min(least, pair.lexical + _SURE)  # enough, but what else a sentence tells may join it to others before
    if a.articles.isdisjoint(b.articles):
        return min(least, restated(a, b, pair, slots, scene.config))
    return least + _ONE_ARTICLE


def voices_of(same: Sequence[Pair], nodes: Sequence[Node]) -> list[int]:
    """Return for each node the first of those that are one voice with it: copies, and what one article says twice."""
    groups = Groups(len(nodes))
    for pair in same:
        if pair.linked or nodes[pair.a].articles == nodes[pair.b].articles:
            groups.join(pair.a, pair.b)
    return groups.group


def agreeing(open_: Sequence[tuple[Pair, float]], scene: Scene, vectors: Vectors) -> list[Pair]:
    """Return the pairs whose likeness of words and of meaning reach together what is needed, those with most to spare first."""
    spare = [(pair.lexical - least, pair) for pair, least in open_]
    found = [(over + _SURE, pair) for over, pair in spare if over + _SURE >= 0]
    doubt = [(over, pair) for over, pair in spare if over + _SURE < 0 <= over + _MOST]
    meaning = likeness(scene.nodes, [pair for _, pair in doubt], vectors)
    found += [(over + x, pair) for (over, pair), x in zip(doubt, meaning, strict=True) if over + x >= 0]
    return [pair for _, pair in sorted(found, key=lambda entry: (-round(entry[0], 4), entry[1].a, entry[1].b))]


def tie(ties: dict[int, set[int]], pair: tuple[int, int]) -> None:
    """Note a pair under both of its nodes."""
    a, b = pair
    ties.setdefault(a, set()).add(b)
    ties.setdefault(b, set()).add(a)


def worth_a_look(a: Node, b: Node, pair: Pair, scene: Scene) -> bool:
    """Return whether two nodes share words, numbers or dates enough to be one claim, or to contradict each other."""
    counted = bool(a.measures and b.measures)
    if (
        pair.linked
        or (pair.a, pair.b) in scene.retold.same
        or pair.lexical >= scene.config.least
        or (a.spoken and b.spoken)
        or opening_alike(a, b)
    ):
        return True
    if counted and (tolls_agree(a.measures, b.measures) or figures_agree(a.measures, b.measures)):
        return True
    if pair.lexical < scene.config.anchored:
        return a.dates != () != b.dates or not a.occasions.isdisjoint(b.occasions)
    if counted or (a.dates and b.dates):
        return True
    shared = scene.words(a, b)
    if shared >= scene.config.words - 1:
        return True
    return shared > 1 and not a.names.isdisjoint(b.names)


def restated(a: Node, b: Node, pair: Pair, slots: Slots, config: WeighConfig) -> float:
    """Return what two nodes must reach together where another wording of one statement may share few words: near in meaning alone.

    Less sure than shared words, it asks for a number of plain words in both, for nobody whom only one of them knows, and for one
    time and one stance.
    """
    one, other = a.predicate, b.predicate
    if slots.strangers or one is None or other is None or a.denying != b.denying or (a.quoted > _MOSTLY) != (b.quoted > _MOSTLY):
        return _NEVER
    happened = [p.firmness == "done" and p.lemma not in ("be", "become") for p in (one, other)]
    if slots.occasion and happened[0] == happened[1]:
        return config.related
    if (one.firmness in AHEAD_OF_NOW) != (other.firmness in AHEAD_OF_NOW):
        return _NEVER
    if slots.actor and slots.words > 1:
        return pair.lexical + config.meant - _ACTOR
    if slots.predicate and slots.words > config.words:
        return pair.lexical + _DEED
    if slots.predicate and slots.shared and slots.words > _NAMED_WORDS and not slots.places:
        return pair.lexical + _NAMED_DEED
    if slots.words >= config.words:
        return pair.lexical + config.meant + _PLACES * slots.places
    meaning = _OPEN if slots.words and opening_alike(a, b) else _NEVER
    if slots.words == config.words - 1 and not slots.apart:
        meaning = min(meaning, config.meant + _FEWER)
    return pair.lexical + meaning


def needed(pair: Pair, slots: Slots, config: WeighConfig) -> float:
    """Return what the two must reach together where the slots speak for themselves.

    Words and meaning propose, slots decide: less is needed with every slot that agrees, more where each sentence has somebody whom
    the other does not know.
    """
    if pair.linked and pair.lexical >= config.linked and (slots.words > 1 or not slots.apart):
        return 0.0
    if slots.tolls:
        return config.related - _TOLL + _STRANGERS * slots.others + _PLACES * slots.places
    if slots.counted and slots.words and pair.lexical >= config.proposed and not slots.others:
        return config.related - _TOLL + _PLACES * slots.places
    if slots.figure and slots.words + len(slots.shared) > 1 and slots.words and pair.lexical >= config.proposed:
        return config.related - _TOLL + _STRANGERS * slots.others + _PLACES * slots.places + _OTHER_PREDICATE * slots.apart
    if slots.times > 1 and pair.lexical >= config.proposed:
        return config.related + _STRANGERS * slots.strangers
    if (
        (slots.amounts or slots.days)
        and pair.lexical >= config.anchored
        and slots.words + len(slots.shared) + slots.amounts + slots.days >= _ANCHORS
    ):
        least = config.related + _DAY * (not slots.amounts) + _OTHER_DEED * (slots.apart and slots.words < config.words)
    elif pair.lexical >= config.least:
        least = config.alike - _PREDICATE * slots.predicate - _NAME * min(2, len(slots.shared)) + _DENIED * slots.denied
    else:
        return _NEVER
    return least + _OTHER_PREDICATE * slots.apart + _STRANGERS * slots.strangers + _PLACES * slots.places
