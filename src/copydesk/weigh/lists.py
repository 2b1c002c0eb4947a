"""Word lists, written as running text."""


def listed(spaced: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(spaced.split())
