"""Disjoint groups of numbers that grow by joining."""

from collections.abc import Callable, Sequence

Allowed = Callable[[Sequence[int], Sequence[int]], bool]


def always(one: Sequence[int], other: Sequence[int]) -> bool:
    """Allow every two groups to be joined."""
    return bool(one) and bool(other)


class Groups:
    """Disjoint groups of the numbers below a size; each number begins alone.

    Args:
        size: How many numbers there are.
        allowed: Whether the groups with these members may become one.
    """

    def __init__(self, size: int, allowed: Allowed = always) -> None:
        self.allowed = allowed
        self.group = list(range(size))
        self.members: dict[int, list[int]] = {i: [i] for i in range(size)}

    def join(self, a: int, b: int) -> None:
        """Make the groups of two numbers one, where that is allowed."""
        one, other = self.group[a], self.group[b]
        if one == other or not self.allowed(self.members[one], self.members[other]):
            return
        for i in self.members[other]:
            self.group[i] = one
        self.members[one].extend(self.members.pop(other))

    def all(self) -> list[list[int]]:
        """Return the groups, each sorted, ordered by their least member."""
        return sorted((sorted(m) for m in self.members.values()), key=min)
