"""Whose acts news tells now under a leader's name, now under the country's: "Okoro offered talks", "Kenya offered talks"."""

import re
from collections.abc import Iterable

from copydesk.records import Entity
from copydesk.text.names import family_name
from copydesk.text.nations import ALIASES, DEMONYMS
from copydesk.text.words import word_set

_HEADS = word_set("president premier chancellor")
_NOT_NOW = word_set("former ex vice deputy late then elect designate candidate acting first")
_WORD = re.compile(r"[^\s’'-]+")
_LONGEST_NATION = 3  # words


def leaders_of(people: Iterable[Entity]) -> dict[str, str]:
    """Return the family names, in lower case, of those whom a text calls the head of a country or of its government.

    Args:
        people: Entities of one or more articles.

    Returns:
        Family name -> country as in `nations`; a name that two countries' leaders bear is left out.
    """
    found: dict[str, set[str]] = {}
    for entity in people:
        for role in entity.roles if entity.kind == "person" else ():
            if nation := _led(role):
                found.setdefault(family_name(entity.name), set()).add(nation)
    return {name: min(nations) for name, nations in found.items() if name and len(nations) == 1}


def _led(role: str) -> str | None:
    """Return the country that somebody with an office leads; None for any other office."""
    words = _WORD.findall(role)
    lows = [word.lower() for word in words]
    leads = not _HEADS.isdisjoint(lows) or "prime minister" in " ".join(lows)
    if not leads or not _NOT_NOW.isdisjoint(lows):
        return None
    runs = (" ".join(words[i : i + n]) for n in range(_LONGEST_NATION, 0, -1) for i in range(len(words) - n + 1))
    return next((nation for run in runs if (nation := ALIASES.get(run) or DEMONYMS.get(run))), None)
