"""What an amount counts or measures, so that two articles' numbers of the same thing meet.

"31 injured", "thirty-one people were hurt" and "the number of wounded is 31" count one thing; "12 million crowns for a radar" and
"6 million crowns a year" share a unit and nothing else, so beside unit and noun the verb that governs the amount is kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

import msgspec

from copydesk.records import AmountMark, Token
from copydesk.text.units import CURRENCIES
from copydesk.weigh.grammar import Syntax, denied
from copydesk.weigh.lists import listed
from copydesk.weigh.units import Unit

# Tolls: whatever stands as noun, verb or adjective beside a number of people.
TOLLS: dict[str, str] = {
    **dict.fromkeys(listed("kill die dead death fatality decease perish slay body"), "dead"),
    **dict.fromkeys(listed("injure injury injured hurt wound wounded wounding"), "hurt"),
    **dict.fromkeys(listed("miss missing disappear unaccount unaccounted"), "missing"),
    **dict.fromkeys(listed("arrest arrested detain detained arrestee custody"), "held"),
    **dict.fromkeys(listed("evacuate evacuated evacuee displace displaced evacuation"), "moved"),
}
_NOBODY = frozenset({"no", "nobody", "none"})
_CASUALTIES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(listed("injury"), ("hurt",)),
    **dict.fromkeys(listed("death fatality"), ("dead",)),
    "casualty": ("dead", "hurt"),
}
_LIFE = listed("lose claim take cost")  # "claimed 17 lives", "17 have lost their lives"
_MOVING = listed("rise go climb grow increase jump soar mount reach stand raise revise fall drop")  # "the toll rose to 17"
_COUNTS = listed("toll number count figure total")
_PART = listed("include among them whom")  # "including three children", "among them three children"
_OTHER = listed("else other another more additional further prior previous past earlier")
# Whoever is counted in a toll. Women, children or soldiers are part of one, and another article may count the rest.
PEOPLE: frozenset[str] = listed("person people victim passenger resident other life soul traveller traveler")
_ALL_ABOARD = frozenset({None, "person", "people", "soul"})  # passengers are those aboard without the crew
_FLEEING = 50  # so many do not flee from the police
_HOMES = listed("home house")
_BURNS = listed("burn injury wound smoke cut fracture shock hypothermia")
_LIMBS = listed("hand arm leg foot face finger head back knee ankle neck")
_ANIMALS: frozenset[str] = listed("animal cow cattle sheep pig goat horse dog cat bird chicken fish whale deer wolf bee tree job")
# Parts of a plan: "70 initiatives", "a 70-point agenda" and "70 measures" may be one.
_PLANNED: frozenset[str] = listed(
    """
    initiative point item measure step project plan proposal deal agreement announcement action commitment pledge deliverable
    programme program
    """
)
_SUFFERED = listed("burn injure hurt wound break treat")
_MANY = listed("dozen score hundred thousand million billion ten")
RATES: frozenset[str | None] = frozenset({"percent", "percentage point", "basis point"})  # of what, the number does not say
_NEVER_NAMED = frozenset({*CURRENCIES, "score"})
_CLIMB = 4


class Measure(msgspec.Struct, frozen=True, gc=False):
    """An amount with what it counts.

    Attributes:
        amount: The amount.
        toll: `dead`, `hurt`, `missing`, `held`, `moved`, where people are counted as such.
        verb: Dictionary form of the verb that governs it; empty where there is none.
        bucket: What measures must share to be held against each other: unit and counted noun, or the kind of toll.
        whole: Whether all of the noun is counted; "one rocket launcher" counts no rockets, "two of the dead" not all dead.
        end: `from`, `to` or `by` where it is one end or the size of a change ("from 100 to 80", "by 20"); else empty.
        vague: Whether it is "dozens" or "hundreds".
        named: Whether it is part of a name for its noun: "a 13-inch screen".
    """

    amount: AmountMark
    toll: str
    verb: str
    bucket: tuple[str, str]
    whole: bool
    end: str = ""
    vague: bool = False
    named: bool = False


def bucket_of(amount: AmountMark, toll: str) -> tuple[str, str]:
    """Return what measures must share to be held against each other."""
    if toll:
        return "toll", toll if generic(amount, toll) else f"{toll} {amount.what}"
    what = amount.what or ""
    if amount.unit in CURRENCIES:
        what = ""  # "85 million euros", "jewels worth 85 million euros": the same money
    return amount.unit or "", "plan" if what in _PLANNED else what


def generic(amount: AmountMark, toll: str = "") -> bool:
    """Return whether an amount counts people as such, not some of them."""
    if toll == "aboard":
        return amount.what in _ALL_ABOARD
    return amount.what is None or amount.what in PEOPLE or amount.what in TOLLS


def measures_of(unit: Unit, syntax: Syntax) -> tuple[Measure, ...]:
    """Return the amounts of a unit, ordinals apart, with what they count; "nobody was hurt" counts none."""
    zero = [] if _NOBODY.isdisjoint(syntax.words) else list(nobody(syntax))
    if not _SUFFERED.isdisjoint(syntax.words):
        zero += somebody(syntax)
    if not unit.amounts:
        return tuple(zero)
    found = [measured(amount, unit, syntax) for amount in nouned(unit) if not amount.ordinal]
    return (*[besides(m, found[:i], syntax) for i, m in enumerate(found)], *zero)


def besides(measure: Measure, before: Sequence[Measure], syntax: Syntax) -> Measure:
    """Return a toll as that of all: "killed three and left 24 others injured" tells of 24 who were hurt, for the three are dead."""
    others = measure.amount.what == "other" and any(m.toll and m.toll != measure.toll for m in before)
    parts = {syntax.lemma(syntax.inside(measure.amount)[0] - 1)} & _PART if others else set()
    return msgspec.structs.replace(measure, whole=True) if measure.toll and others and not parts else measure


def nobody(syntax: Syntax) -> Iterator[Measure]:
    """Yield the tolls that a unit says are none: "no injuries have been reported", "nobody was hurt", but not "nobody else was"."""
    for i in range(syntax.first, syntax.last - 1):
        lemma, behind = syntax.lemma(i), syntax.lemma(i + 1)
        last = i + 1 if lemma == "no" else i
        if lemma not in _NOBODY or syntax.lemma(last + 1) in _OTHER:
            continue
        kinds = _CASUALTIES.get(behind, ()) if lemma == "no" and behind != "one" else (toll_behind(syntax, last),)
        for kind in filter(None, kinds):
            span = syntax.span([i, last])
            amount = AmountMark(start=span.start, end=span.end, low=0, high=0, what="person")
            yield Measure(amount=amount, toll=kind, verb="", bucket=bucket_of(amount, kind), whole=True)


def somebody(syntax: Syntax) -> Iterator[Measure]:
    """Yield the toll of a sentence in which somebody, who is not counted, is hurt: "burned her hand", "treated for a burn"."""
    for i in range(syntax.first, syntax.last - 2):
        if syntax.lemma(i) not in _SUFFERED or syntax.tokens[i].tag != "VERB" or denied(syntax, i):
            continue
        behind = [syntax.lemma(j) for j in range(i + 1, min(i + 9, syntax.last))]
        own = behind[0] in ("her", "his", "their") and not _LIMBS.isdisjoint(behind[1:3])
        treated = syntax.lemma(i) == "treat" and "for" in behind and not _BURNS.isdisjoint(behind[behind.index("for") :])
        if own or treated:
            last = next(j for j in range(i + 1, syntax.last) if syntax.lemma(j) in (_LIMBS if own else _BURNS))
            span = syntax.span([i, last])
            amount = AmountMark(start=span.start, end=span.end, low=1, high=1, approximation="at_least", what="person")
            yield Measure(amount=amount, toll="hurt", verb="", bucket=bucket_of(amount, "hurt"), whole=True)
            return


def nouned(unit: Unit) -> list[AmountMark]:
    """Return the amounts of a unit; of "nine of 11 counts" and "nine counts out of 11" both count counts."""
    amounts = list(unit.amounts)
    text = unit.marked.article.text
    for i, (a, b) in enumerate(pairwise(amounts)):
        if text[a.end : b.start].strip() in ("of", "of the", "out of") and (a.what is None) != (b.what is None):
            what = a.what or b.what
            amounts[i], amounts[i + 1] = (msgspec.structs.replace(m, what=what) for m in (a, b))
    return amounts


def measured(amount: AmountMark, unit: Unit, syntax: Syntax) -> Measure:
    """Return an amount with what it counts."""
    tokens = syntax.tokens
    inside = syntax.inside(amount)
    if not inside:
        return Measure(amount=amount, toll="", verb="", bucket=bucket_of(amount, ""), whole=True)
    head = next((i for i in inside if tokens[i].head not in inside), inside[-1])
    above = climb(head, unit, tokens)
    verb = next((syntax.lemma(i) for i in above if tokens[i].tag == "VERB"), "")
    toll = ""
    if amount.unit is None:
        toll = toll_of(amount, syntax, inside, [head, *above])
        toll = toll or aboard(amount, syntax, inside) or uprooted(amount, syntax, inside) or suffering(amount, syntax, inside)
    before = syntax.lemma(inside[0] - 1) if inside[0] > unit.first else ""
    return Measure(
        amount=amount,
        toll=toll,
        verb=verb,
        bucket=bucket_of(amount, toll),
        whole=(counts_all(syntax, inside) if toll != "aboard" else not apart(syntax, inside)) and not further(syntax, inside),
        end=before if before in ("from", "to", "by") and verb and not toll else "",
        named=amount.unit not in _NEVER_NAMED and any(tokens[i].fine == "HYPH" for i in inside),
        vague=any(syntax.lemma(i) in _MANY and tokens[i].fine == "NNS" for i in inside),
    )


def counts_all(syntax: Syntax, inside: range) -> bool:
    """Return whether an amount counts all of its noun, and that noun is no part of a longer one.

    "Two of the dead" are not all of them (in "hundreds of people" the number is a noun), nor are "including three children";
    "four prior arrests" and "three more" are others.
    """
    tokens, last = syntax.tokens, inside[-1]
    if any(tokens[i].tag == "NUM" and i + 1 < syntax.last and syntax.lemma(i + 1) == "of" for i in inside):
        return False
    if apart(syntax, inside):
        return False
    behind = tokens[last + 1] if last + 1 < syntax.last else None
    goes_on = behind is not None and (
        behind.tag in ("NOUN", "PROPN") or (behind.fine == "VBN" and syntax.lemma(last + 1) not in TOLLS) or behind.fine == "HYPH"
    )
    return not (goes_on or tokens[last].relation in ("compound", "amod", "nmod:desc"))


def apart(syntax: Syntax, inside: range) -> bool:
    """Return whether an amount is said to be part of another or to come on top of it: "including three", "three more"."""
    first, last = inside[0] - syntax.first, inside[-1] + 1 - syntax.first
    own, around = syntax.lemmas[first:last], syntax.lemmas[max(0, first - 2) : first] + syntax.lemmas[last : last + 2]
    return not (_PART.isdisjoint(around) and _OTHER.isdisjoint(own) and _OTHER.isdisjoint(around[-2:-1]))


def further(syntax: Syntax, inside: range) -> bool:
    """Return whether a sentence begins with "another 43": these come on top of those told before."""
    return syntax.lemma(syntax.first) == "another" and inside[0] - syntax.first < len(inside)


def at_large(syntax: Syntax, amount: AmountMark) -> bool:
    """Return whether an amount stands for itself, though it may be so many of a number that both know: "75 of the 175 seats"."""
    inside = syntax.inside(amount)
    return bool(inside) and not apart(syntax, inside)


def toll_of(amount: AmountMark, syntax: Syntax, inside: range, above: list[int]) -> str:
    """Return as what kind of toll an amount counts people, empty where it does not.

    "31 injured" says so itself, "killed 31" by its verb; "14 attacks killed 31" counts attacks first: who acts is not counted.
    """
    tokens = syntax.tokens
    before = inside[0] - 1
    own = toll_in(syntax, inside)
    if before >= syntax.first and tokens[before].tag == "VERB" and amount.what not in _ANIMALS:
        own = own or TOLLS.get(syntax.lemma(before), "")  # "killing one": right before the number, whatever it is tied to
    if syntax.lemma(before) == "of" and syntax.lemma(before - 1) == "loss" and generic(amount):
        own = "dead"  # "with the loss of 13 people"
    head, verb = above[0], above[1] if len(above) > 1 else -1
    if own or amount.what in _ANIMALS or verb < 0:
        return "" if own == "missing" and not generic(amount) else own
    to = next((i for i in (before, *inside) if syntax.lemma(i) == "to"), -1)  # "rose to 17", "gone [up to 17]"
    if amount.what is None and to >= 0 and (moved := risen(syntax, verb, to)):
        return moved
    relation, people = tokens[head].relation, generic(amount)
    if people and life(amount, syntax, verb):
        return "dead"
    following = verb > inside[-1] and (relation == "obj" or syntax.tokens[verb].fine == "VBG")
    if following and syntax.lemma(verb) not in ("die", "miss"):
        return ""  # "shot three people, killing one": what follows tells of another number
    if not (relation in ("obj", "nsubj:pass") or (people and relation in ("nsubj", "amod", "nummod", "conj", "appos"))):
        return ""
    behind = toll_behind(syntax, inside[-1]) if people else ""  # "five dead and 16 injured": the nearer word counts
    if not behind and relation == "nsubj:pass" and people and syntax.lemma(verb) in ("find", "locate") and denied(syntax, verb):
        return "missing"  # "eight people have not been found"
    if not behind and syntax.lemma(inside[-1] + 1) in ("have", "be", "will") and inside[-1] + 1 != verb:
        return ""  # "14 people are dead and 3,000 have left": it begins a clause of its own
    found = behind or (toll_in(syntax, [verb]) if tokens[verb].tag in ("VERB", "ADJ") else "")
    return "" if found == "missing" and not (people and relation.startswith("nsubj")) else found


def aboard(amount: AmountMark, syntax: Syntax, inside: range) -> str:
    """Return `aboard` where an amount counts who was on a ship or plane: "with 164 on board", "a ferry carrying 164 people"."""
    behind = [syntax.lemma(i) for i in range(inside[-1] + 1, inside[-1] + 4)]
    here = [syntax.lemma(i) for i in inside]
    if "aboard" in (*behind[:2], *here) or behind[:2] == ["on", "board"] or behind[1:] == ["on", "board"]:
        return "aboard"
    return "aboard" if syntax.lemma(inside[0] - 1) == "carry" and amount.what in _ALL_ABOARD and amount.what else ""


def uprooted(amount: AmountMark, syntax: Syntax, inside: range) -> str:
    """Return `moved` where an amount counts who had to go: "forced 12,000 people to flee", "are out of their homes"."""
    if amount.low < _FLEEING or not generic(amount):
        return ""
    behind = list(takewhile(lambda word: word != ",", (syntax.lemma(i) for i in range(inside[-1] + 1, inside[-1] + 8))))
    ordered = any(pair in (("order", "out"), ("order", "to"), ("to", "flee")) for pair in pairwise(behind))
    homeless = not _HOMES.isdisjoint(behind) and any(word in ("leave", "flee", "out") for word in behind)
    return "moved" if ordered or homeless else ""


def suffering(amount: AmountMark, syntax: Syntax, inside: range) -> str:
    """Return `hurt` where an amount counts who has injuries: "left 22 residents with burns", "22 people suffered injuries"."""
    behind = [syntax.lemma(i) for i in range(inside[-1] + 1, min(syntax.last, inside[-1] + 1 + _CLIMB))]
    held = behind[:1] in (["with"], ["suffer"], ["sustain"]) and not _BURNS.isdisjoint(behind)
    return "hurt" if held and generic(amount) and not denied(syntax, inside[-1] + 1) else ""


def life(amount: AmountMark, syntax: Syntax, verb: int) -> bool:
    """Return whether lives are lost: "claimed 17 lives", "17 lost their lives"."""
    if syntax.lemma(verb) not in _LIFE:
        return False
    return amount.what == "life" or any(syntax.lemma(i) == "life" for i in syntax.children(verb, "obj"))


def risen(syntax: Syntax, verb: int, end: int) -> str:
    """Return the kind of toll that a verb moves to a number: "the death toll rose to 17", "the number of injured climbed to 40".

    It goes by the words before the number: a light parser ties the toll to "said" as often as to "rose".
    """
    if syntax.lemma(verb) not in _MOVING:
        return ""
    counted = next((i for i in range(syntax.first, end) if syntax.lemma(i) in _COUNTS), end)
    return toll_in(syntax, range(counted - 1, end)) if counted < end else ""


def toll_behind(syntax: Syntax, last: int) -> str:
    """Return the kind of toll that follows an amount: "31 people were hurt", "12 who died", "12 are known to have died"."""
    for i in range(last + 1, min(last + 7, syntax.last)):
        if syntax.tokens[i].tag not in ("AUX", "PRON", "ADV", "VERB", "ADJ", "PART"):
            return ""
        if syntax.tokens[i].tag in ("VERB", "ADJ") and syntax.lemma(i) in TOLLS:
            return TOLLS[syntax.lemma(i)]
    return ""


def toll_in(syntax: Syntax, indices: Iterable[int]) -> str:
    """Return the kind of toll that the first of some words to name one names."""
    return next((TOLLS[lemma] for i in indices if (lemma := syntax.lemma(i)) in TOLLS), "")


def climb(head: int, unit: Unit, tokens: Sequence[Token]) -> list[int]:
    """Return the words above a word in its unit up to the first verb, nearest first."""
    above: list[int] = []
    at = head
    for _ in range(_CLIMB):
        at = tokens[at].head
        if not unit.first <= at < unit.last or at in above:
            break
        above.append(at)
        if tokens[at].tag == "VERB":
            break
    return above
