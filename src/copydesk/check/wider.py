"""Words that are wider than others: a sentence may say "people" of residents, never "residents" of people."""

from collections.abc import Mapping
from functools import cache

from copydesk.check.forms import stem, table_lines


@cache
def wider() -> Mapping[str, frozenset[str]]:
    """Return the stems of the wider words for each stem."""
    found: dict[str, set[str]] = {}
    for line in table_lines("wider.txt"):
        one, _, narrower = line.partition(" < ")
        for word in narrower.split():
            found.setdefault(stem(word), set()).add(stem(one))
    return {one: frozenset(others) for one, others in found.items()}


@cache
def widest() -> frozenset[str]:
    """Return the stems of all words that are wider than others."""
    return frozenset(one for others in wider().values() for one in others)
