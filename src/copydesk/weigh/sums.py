"""Sums of money and shares of one kind on which articles differ, whatever words give them: a fine, a loss, a rise of prices.

"Was fined £300,000 over the spill" and "must pay a fine of £320,000 for the spill" give one sum of two values. What kind of sum it
is, the words tell on which the number hangs; that both are of one thing, the nouns and names of their sentences.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from copydesk.records import Token
from copydesk.spans import contains
from copydesk.text.units import CURRENCIES
from copydesk.weigh.cast import Cast
from copydesk.weigh.grammar import Syntax
from copydesk.weigh.groups import Groups
from copydesk.weigh.lists import listed
from copydesk.weigh.measures import Measure, at_large
from copydesk.weigh.nodes import Node
from copydesk.weigh.numbers import (
    elsewhere,
    known_to,
    other_days,
    other_time,
    periods_of,
    stages_apart,
    stages_of,
    stand_of,
    value_key,
)
from copydesk.weigh.roots import root
from copydesk.weigh.scene import Scene
from copydesk.weigh.sides import Found
from copydesk.weigh.slots import agree, background, rounds
from copydesk.weigh.wording import topic

# Words on which a sum hangs -> what kind of sum it is.
_MONEY: Mapping[str, str] = {
    **dict.fromkeys(listed("cost price bill expense"), "cost"),
    **dict.fromkeys(listed("fine penalty"), "fine"),
    **dict.fromkeys(listed("loss lose"), "loss"),
    **dict.fromkeys(listed("profit earnings"), "profit"),
    **dict.fromkeys(listed("revenue turnover sales"), "revenue"),
    **dict.fromkeys(listed("damage"), "damage"),
    **dict.fromkeys(listed("loan lend"), "loan"),
    **dict.fromkeys(listed("grant donate donation subsidy"), "grant"),
    **dict.fromkeys(listed("bonus"), "bonus"),
    **dict.fromkeys(listed("ransom"), "ransom"),
    **dict.fromkeys(listed("settlement compensation"), "compensation"),
    **dict.fromkeys(listed("buy purchase acquire acquisition takeover fee"), "price"),
    **dict.fromkeys(listed("worth value steal rob robbery theft haul"), "worth"),
}
_SHARES: Mapping[str, str] = {
    **dict.fromkeys(listed("rise climb increase grow gain jump soar surge up"), "rise"),
    **dict.fromkeys(listed("fall drop decline decrease slump shrink plunge down"), "fall"),
    **dict.fromkeys(listed("vote"), "vote"),
    **dict.fromkeys(listed("turnout"), "turnout"),
}
_TOPICS = {
    "cost": "what it costs",
    "fine": "how high the fine is",
    "loss": "how high the loss is",
    "profit": "how high the profit is",
    "revenue": "how high the revenue is",
    "damage": "how high the damage is",
    "loan": "how high the loan is",
    "grant": "how high the grant is",
    "bonus": "how high the bonus is",
    "ransom": "how high the ransom is",
    "compensation": "how high the compensation is",
    "price": "how high the price is",
    "worth": "what it is worth",
    "vote": "the share of the vote",
    "turnout": "how high the turnout is",
}
_CHANGES = ("rise", "fall", "level")
_COINS = listed("crown mark pound kroner krona lira dinar florin thaler shilling")  # each is the money of several countries
_VOTING = listed("vote cast take turn")
_FAR = 1.5  # how many times the lesser value the greater may be
_CROWDED = 120
_CLIMB = 5  # steps from a number to the word that tells what it is
_BESIDE = 3  # words before and behind a number in which such a word may stand
_OWN = 2  # words of their own from which two sentences may be about two things
_BARE = listed("price rate cost sale share profit loss fee fine loan")
# Nouns that say nothing of what a sum is of.
_PLAIN = listed(
    """
    year month week day quarter time today percent percentage point rate share total amount sum figure number part people euro
    dollar pound money article report statement court judge police mayor minister official authority spokesman spokeswoman
    voter electorate office agency news group company firm one-off
    """
)
_EMPTY = _PLAIN | _COINS | _SHARES.keys() | (_MONEY.keys() - {"price"})
_INTERIM = re.compile(r"\b(?:as of|so far|until now|by (?:noon|midday|midnight|\d))\b", re.IGNORECASE)


class Sum(msgspec.Struct, frozen=True, gc=False):
    """A number with what kind of sum or share it is.

    Attributes:
        node: Where it stands.
        measure: The number.
        kind: Which kind.
        core: The nouns and names of what it is said of, as roots and keys.
        things: Those of the whole sentence.
        stages: The words that tell the first from the second.
    """

    node: Node
    measure: Measure
    kind: str
    core: frozenset[str]
    things: frozenset[str]
    stages: frozenset[str]


def sum_differences(scene: Scene) -> Iterator[Found]:
    """Yield the sums and shares of one kind and one thing on which articles differ."""
    shelves: dict[tuple[str, str], list[Sum]] = {}
    for node in scene.nodes:
        for one in sums_in(node, scene.cast):
            shelves.setdefault((coin(one.measure), one.kind), []).append(one)
    for (_, kind), held in sorted(shelves.items()):
        yield from contested(kind, of_one_value(held), scene) if len(held) <= _CROWDED else ()


def contested(kind: str, held: Sequence[Sum], scene: Scene) -> Iterator[Found]:
    """Yield what sums of one kind differ on, once for those of which one leads to the next."""
    groups = Groups(len(held))
    for a, b in combinations(range(len(held)), 2):
        if rivals(held[a], held[b], scene):
            groups.join(a, b)
    for group in groups.all():
        if len(group) > 1:
            stands = tuple(stand_of(held[i].node, held[i].measure.amount) for i in group)
            yield Found(topic=_TOPICS.get(kind) or topic(held[group[0]].node), what="number", stands=stands)


def sums_in(node: Node, cast: Cast) -> Iterator[Sum]:
    """Yield the sums and shares of a node of which it has one of their unit, with their kinds."""
    measures = [m for m in node.measures if coin(m) and not m.vague and not m.toll]
    if not measures or background(node) or _INTERIM.search(node.text) or node.text.rstrip().endswith("?"):
        return
    every = frozenset(things_of(node, range(node.syntax.first, node.syntax.last), cast))
    for measure in measures:
        alone = sum(coin(m) == coin(measure) for m in measures) == 1
        found = kind_of(node, measure) if alone and at_large(node.syntax, measure.amount) else None
        if found is not None:
            core = frozenset(things_of(node, node.syntax.subtree(found.at), cast))
            yield Sum(node=node, measure=measure, kind=found.kind, core=core, things=every, stages=stages_of(node))


def coin(measure: Measure) -> str:
    """Return in what a sum is given: a currency or percent; empty for anything else."""
    amount = measure.amount
    if amount.unit in CURRENCIES or amount.unit == "percent":
        return amount.unit
    words = [w for w in (amount.what or "").split() if w in _COINS]
    return words[0] if amount.unit is None and words else ""


class Kind(msgspec.Struct, frozen=True, gc=False):
    """What kind of sum a number is.

    Attributes:
        kind: The kind.
        at: Index of the word over all that it is said of: the noun that tells the kind, else the verb.
    """

    kind: str
    at: int


def kind_of(node: Node, measure: Measure) -> Kind | None:
    """Return which kind of sum a number is, by the words above it and those right beside it; None where they do not tell."""
    syntax = node.syntax
    inside = syntax.inside(measure.amount)
    if not inside:
        return None
    table = _SHARES if measure.amount.unit == "percent" else _MONEY
    above = upward(node, inside)
    beside = range(max(syntax.first, inside[0] - _BESIDE), min(syntax.last, inside[-1] + _BESIDE + 1))
    below = [c for i in above for c in syntax.children(i, "obj", "nsubj", "nsubj:pass", "compound")]
    at = next((i for i in (*inside, *above, *beside, *below) if syntax.lemma(i) in table), -1)
    verb = above[-1] if above else at
    if at < 0:
        kind = taking_part(syntax, inside) if table is _SHARES else paid(syntax, inside, above)
        return Kind(kind, verb) if kind else None
    kind = table[syntax.lemma(at)]
    top = at if at in above or syntax.tokens[at].tag == "VERB" else verb
    if kind not in ("rise", "fall"):
        return Kind(kind, top)
    if measure.end == "to" or syntax.lemma(inside[0] - 1) == "to":
        return Kind("level", top)
    return Kind(kind, top) if measure.end in ("", "by") else None


def paid(syntax: Syntax, inside: range, above: Sequence[int]) -> str:
    """Return what is paid: what somebody is ordered to pay is a fine, what is paid for a thing its price; empty for others."""
    if not any(syntax.lemma(i) == "pay" for i in above):
        return ""
    behind = inside[-1] + 1
    while syntax.lemma(behind + 1) in ("the", "a", "an", "its", "his", "her", "their"):
        behind += 1
    bought = (
        syntax.lemma(inside[-1] + 1) == "for" and behind + 1 < syntax.last and syntax.tokens[behind + 1].tag in ("NOUN", "PROPN")
    )
    return "fine" if "order" in syntax.words else "price" if bought else ""


def taking_part(syntax: Syntax, inside: range) -> str:
    """Return `turnout` for a share of voters who voted, else nothing."""
    voters = any(syntax.lemma(i) == "voter" for i in range(inside[0], min(syntax.last, inside[-1] + _BESIDE + 1)))
    return "turnout" if voters and not syntax.words.isdisjoint(_VOTING) else ""


def upward(node: Node, inside: range) -> list[int]:
    """Return the words on which a number hangs, up to and with the first verb."""
    tokens, found = node.syntax.tokens, list[int]()
    at = next((i for i in inside if tokens[i].head not in inside), inside[-1])
    for _ in range(_CLIMB):
        at = tokens[at].head
        if not node.unit.first <= at < node.unit.last or at in found:
            break
        found.append(at)
        if tokens[at].tag == "VERB":
            break
    return found


def things_of(node: Node, places: Iterable[int], cast: Cast) -> Iterator[str]:
    """Yield the nouns and names among some words of a sentence that tell what it is about."""
    syntax = node.syntax
    for i in places:
        token, lemma = syntax.tokens[i], syntax.lemma(i)
        name = next((n for n in node.unit.names if contains(n, token)), None)
        if name is not None:
            key = cast.key(node.unit.marked.article.id, name.entity)
            yield from [] if key in node.tellers else [f"@{cast.name(key).casefold()}"]
        elif (
            telling(node, i)
            and lemma not in _PLAIN | _COINS | _SHARES.keys() | (_MONEY.keys() - {"price"})
            and unspent(node, token)
        ):
            yield root(lemma)


def telling(node: Node, at: int) -> bool:
    """Return whether a word is a noun, or says of which kind a price or rate is: "bread prices"."""
    token, syntax = node.syntax.tokens[at], node.syntax
    return token.tag == "NOUN" or (token.relation == "amod" and syntax.lemma(token.head) in _BARE)


def unspent(node: Node, token: Token) -> bool:
    """Return whether a noun is not one that is counted, or the unit of an amount."""
    return not any(contains(amount, token) for amount in node.unit.amounts if amount.what is None)


def of_one_value(held: Sequence[Sum]) -> list[Sum]:
    """Return the sums of articles that give one value of their kind only."""
    values: dict[str, set[str]] = {}
    for one in held:
        for article in one.node.articles:
            values.setdefault(article, set()).add(value_key(one.measure.amount))
    several = {article for article, given in values.items() if len(given) > 1}
    return [h for h in held if not h.node.articles <= several]


def rivals(a: Sum, b: Sum, scene: Scene) -> bool:
    """Return whether two sums of one kind are of one thing and cannot both hold."""
    one, other = a.measure.amount, b.measure.amount
    if not a.node.articles.isdisjoint(b.node.articles) or agree(one, other) or rounds(one, other):
        return False
    low, high = sorted((one.low, other.low))
    if low <= 0 or high > _FAR * low or known_to(a.node, other, a.measure) or known_to(b.node, one, b.measure):
        return False
    if a.stages != b.stages or stages_apart(a.node, b.node) or other_time(a.node, b.node) or other_days(a.node, b.node):
        return False
    if a.kind in _CHANGES and periods_of(a.node) != periods_of(b.node):
        return False
    if elsewhere(a.node, b.node, scene.cast) or scene.strangers(a.node, b.node):
        return False
    return of_one_thing(a, b)


def of_one_thing(a: Sum, b: Sum) -> bool:
    """Return whether two sums are of one thing: their cores share a noun or name, and not each has several of its own.

    Of turnouts a story has one, where no two places are named.
    """
    if a.kind == "turnout":
        return True
    shared = (a.core & b.things) | (b.core & a.things)
    own = min(len(a.core - b.things), len(b.core - a.things))
    return bool(shared) and own < _OWN and own < len(shared)
