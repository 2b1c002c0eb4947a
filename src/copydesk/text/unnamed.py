"""Words for people whom a text speaks of without naming them."""

import re

# A closed class of heads. A capitalised word behind one makes it a name.
_PEOPLE = re.compile(
    r"\b(?:(?:official|source|aide|diplomat|insider|adviser|advisor|negotiator|investigator|executive|employee|staffer|lawmaker|witness|"
    r"resident|analyst|expert|observer|campaigner|relative|neighbou?r|colleague)(?:e?s)?|person|people|someone|somebody)\b(?!\s+[A-Z][a-z])"
    r"|\b(?:unnamed|anonymous|anonymity|unidentified)\b"
)


def is_unnamed(who: str) -> bool:
    """Return whether words for a speaker name nobody: "a senior official", but not "official Mara Lind"."""
    return _PEOPLE.search(who[:1].lower() + who[1:]) is not None  # "Officials" begin a sentence
