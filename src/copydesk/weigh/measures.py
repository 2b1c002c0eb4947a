"""What an amount counts or measures, so that two articles' numbers of the same thing meet.

"31 injured", "thirty-one people were hurt" and "the number of wounded is 31" count one thing; "12 million crowns for a radar" and
"6 million crowns a year" share a unit and nothing else, so beside unit and noun the verb that governs the amount is kept.
"""

from collections.abc import Iterable

import msgspec

from copydesk.records import AmountMark, Token
from copydesk.spans import contains
from copydesk.text.units import CURRENCIES
from copydesk.weigh.lists import listed
from copydesk.weigh.units import Unit

# Tolls: whatever stands as noun, verb or adjective beside a number of people.
TOLLS: dict[str, str] = {
    **dict.fromkeys(["kill", "die", "dead", "death", "fatality", "decease", "perish", "slay", "body", "murder"], "dead"),
    **dict.fromkeys(["injure", "injury", "injured", "hurt", "wound", "wounded", "wounding", "casualty"], "hurt"),
    **dict.fromkeys(["miss", "missing", "disappear", "unaccounted"], "missing"),
    **dict.fromkeys(["arrest", "arrested", "detain", "detained", "arrestee", "custody"], "held"),
    **dict.fromkeys(["evacuate", "evacuated", "evacuee", "displace", "displaced", "evacuation"], "moved"),
}
# Whoever is counted in a toll. Women, children or soldiers are part of one, and another article may count the rest.
PEOPLE: frozenset[str] = listed("person people victim passenger resident other life soul traveller traveler")
_ANIMALS: frozenset[str] = listed("animal cow cattle sheep pig goat horse dog cat bird chicken fish whale deer wolf bee tree job")
# Parts of a plan: "70 initiatives", "a 70-point agenda" and "70 measures" may be one.
_PLANNED: frozenset[str] = listed(
    """
    initiative point item measure step project plan proposal deal agreement announcement action commitment pledge deliverable
    programme program
    """
)
_MANY = listed("dozen score hundred thousand million billion ten")
_CLIMB = 4


class Measure(msgspec.Struct, frozen=True, gc=False):
    """An amount with what it counts.

    Attributes:
        amount: The amount.
        toll: `dead`, `hurt`, `missing`, `held`, `moved`, where people are counted as such.
        verb: Dictionary form of the verb that governs it; empty where there is none.
        vague: Whether it is "dozens" or "hundreds".
        bucket: What measures must share to be held against each other: unit and counted noun, or the kind of toll.
        whole: Whether all of the noun is counted; "one rocket launcher" counts no rockets, "two of the dead" not all dead.
    """

    amount: AmountMark
    toll: str
    verb: str
    bucket: tuple[str, str]
    whole: bool
    vague: bool = False


def bucket_of(amount: AmountMark, toll: str) -> tuple[str, str]:
    """Return what measures must share to be held against each other."""
    if toll:
        return "toll", toll if generic(amount) else f"{toll} {amount.what}"
    what = amount.what or ""
    if amount.unit in CURRENCIES:
        what = ""  # "85 million euros", "jewels worth 85 million euros": the same money
    return amount.unit or "", "plan" if what in _PLANNED else what


def generic(amount: AmountMark) -> bool:
    """Return whether an amount counts people as such, not some of them."""
    return amount.what is None or amount.what in PEOPLE or amount.what in TOLLS


def measures_of(unit: Unit, syntax: object) -> tuple[Measure, ...]:
    """Return the amounts of a unit, ordinals apart, with what they count."""
    if not unit.amounts:
        return ()
    tokens = unit.marked.marks.tokens
    return tuple(measured(amount, unit, tokens) for amount in unit.amounts if not amount.ordinal)


def measured(amount: AmountMark, unit: Unit, tokens: tuple[Token, ...]) -> Measure:
    """Return an amount with what it counts."""
    inside = [i for i in range(unit.first, unit.last) if contains(amount, tokens[i])]
    if not inside:
        return Measure(amount=amount, toll="", verb="", bucket=bucket_of(amount, ""), whole=True)
    head = next((i for i in inside if tokens[i].head not in inside), inside[-1])
    above = climb(head, unit, tokens)
    verb = next((tokens[i].lemma.lower() for i in above if tokens[i].tag == "VERB"), "")
    toll = toll_of(amount, tokens, inside, [head, *above]) if amount.unit is None else ""
    vague = any(tokens[i].lemma.lower() in _MANY and tokens[i].fine == "NNS" for i in inside)
    return Measure(
        amount=amount,
        toll=toll,
        verb=verb,
        bucket=bucket_of(amount, toll),
        whole=counts_all(unit, tokens, inside),
        vague=vague,
    )


def counts_all(unit: Unit, tokens: tuple[Token, ...], inside: list[int]) -> bool:
    """Return whether an amount counts all of its noun, and that noun is no part of a longer one.

    "Two of the dead" are not all of them (in "hundreds of people" the number is a noun); "four prior arrests" are others.
    """
    part = any(tokens[i].tag == "NUM" and i + 1 < unit.last and tokens[i + 1].lemma == "of" for i in inside)
    other = any(tokens[i].lemma.lower() in ("prior", "previous", "past", "earlier", "more", "additional") for i in inside)
    other = other or any(tokens[i].lemma.lower() == "other" and tokens[i].tag == "ADJ" for i in inside)
    behind = tokens[inside[-1] + 1] if inside[-1] + 1 < unit.last else None
    goes_on = behind is not None and (
        behind.tag in ("NOUN", "PROPN") or (behind.fine == "VBN" and behind.lemma.lower() not in TOLLS) or behind.fine == "HYPH"
    )
    return not (part or other or goes_on or tokens[inside[-1]].relation in ("compound", "amod", "nmod:desc"))


def toll_of(amount: AmountMark, tokens: tuple[Token, ...], inside: list[int], above: list[int]) -> str:
    """Return as what kind of toll an amount counts people, empty where it does not.

    "31 injured" says so itself, "killed 31" by its verb; "14 attacks killed 31" counts attacks first: who acts is not counted.
    """
    own = toll_in(tokens, inside)
    people = generic(amount)
    before = tokens[inside[0] - 1] if inside[0] > 0 else None
    if before is not None and before.tag == "VERB":
        return own or TOLLS.get(before.lemma.lower(), "")  # "killing one" has it right before the number, whatever it is tied to
    head, verb = above[0], above[1] if len(above) > 1 else -1
    if own or amount.what in _ANIMALS or verb < 0:
        return own
    relation = tokens[head].relation
    counted = relation in ("obj", "nsubj:pass") or (people and relation in ("nsubj", "amod", "nummod", "conj", "appos"))
    if not counted:
        return ""
    behind = toll_behind(tokens, inside[-1]) if people else ""  # "five dead and 16 injured": the nearer word counts
    return behind or (toll_in(tokens, [verb]) if tokens[verb].tag in ("VERB", "ADJ") else "")


def toll_behind(tokens: tuple[Token, ...], last: int) -> str:
    """Return the kind of toll that follows an amount: "31 people were hurt", "12 who died"."""
    for i in range(last + 1, min(last + 4, len(tokens))):
        if tokens[i].tag not in ("AUX", "PRON", "ADV", "VERB", "ADJ"):
            return ""
        if tokens[i].tag in ("VERB", "ADJ") and tokens[i].lemma.lower() in TOLLS:
            return TOLLS[tokens[i].lemma.lower()]
    return ""


def toll_in(tokens: tuple[Token, ...], indices: Iterable[int]) -> str:
    """Return the kind of toll that the first of some words to name one names."""
    return next((TOLLS[lemma] for i in indices if i < len(tokens) and (lemma := tokens[i].lemma.lower()) in TOLLS), "")


def climb(head: int, unit: Unit, tokens: tuple[Token, ...]) -> list[int]:
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
