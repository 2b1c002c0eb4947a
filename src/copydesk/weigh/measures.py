"""What an amount counts or measures, so that two articles' numbers of the same thing meet.

"31 injured", "thirty-one people were hurt" and "the number of wounded is 31" count one thing; "12 million crowns for a radar" and
"6 million crowns a year" share a unit and nothing else, so beside unit and noun the verb that governs the amount is kept.
"""

import msgspec

from copydesk.records import AmountMark, Token
from copydesk.spans import contains
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
PEOPLE: frozenset[str] = listed("""
    person people man woman child victim passenger civilian resident other life soul adult worker migrant villager student
    protester demonstrator
    """)
_CLIMB = 4


class Measure(msgspec.Struct, frozen=True, gc=False):
    """An amount with what it counts.

    Attributes:
        amount: The amount.
        toll: `dead`, `hurt`, `missing`, `held`, `moved`, where people are counted as such.
        verb: Dictionary form of the verb that governs it; empty where there is none.
    """

    amount: AmountMark
    toll: str
    verb: str

    @property
    def bucket(self) -> tuple[str, str]:
        """What measures must share to be held against each other."""
        if self.toll:
            return "toll", self.toll
        return self.amount.unit or "", self.amount.what or ""


def measures_of(unit: Unit) -> tuple[Measure, ...]:
    """Return the amounts of a unit, ordinals apart, with what they count."""
    tokens = unit.marked.marks.tokens
    return tuple(measured(amount, unit, tokens) for amount in unit.amounts if not amount.ordinal)


def measured(amount: AmountMark, unit: Unit, tokens: tuple[Token, ...]) -> Measure:
    """Return an amount with what it counts."""
    inside = [i for i in range(unit.first, unit.last) if contains(amount, tokens[i])]
    if not inside:
        return Measure(amount=amount, toll="", verb="")
    above = climb(inside, unit, tokens)
    verb = next((tokens[i].lemma.lower() for i in above if tokens[i].tag == "VERB"), "")
    counted = amount.unit is None and (
        amount.what is None or amount.what in PEOPLE or amount.what in TOLLS or amount.what in _ROLES
    )
    near = [*inside, *range(inside[-1] + 1, min(inside[-1] + 4, unit.last)), *above[:2]] if counted else []
    toll = next((TOLLS[tokens[i].lemma.lower()] for i in near if tokens[i].lemma.lower() in TOLLS), "")
    return Measure(amount=amount, toll=toll, verb=verb)


_ROLES: frozenset[str] = listed("crew officer soldier deckhand firefighter pupil tourist driver prisoner inmate patient suspect")


def climb(inside: list[int], unit: Unit, tokens: tuple[Token, ...]) -> list[int]:
    """Return the words above an amount in its unit, nearest first."""
    within = set(inside)
    at = next((i for i in inside if tokens[i].head not in within), inside[-1])
    above: list[int] = []
    for _ in range(_CLIMB):
        at = tokens[at].head
        if not unit.first <= at < unit.last or at in above:
            break
        above.append(at)
        if tokens[at].tag == "VERB":
            break
    return above
