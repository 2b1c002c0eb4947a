"""What the finders of differences look at."""

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar, cast

import msgspec

from copydesk.weigh.cast import Cast
from copydesk.weigh.config import WeighConfig
from copydesk.weigh.deeds import Deeds
from copydesk.weigh.nodes import Node
from copydesk.weigh.properties import Property
from copydesk.weigh.propose import Pair
from copydesk.weigh.retold import Retold
from copydesk.weigh.slots import strangers
from copydesk.weigh.titled import Titled

T = TypeVar("T")


class Scene(msgspec.Struct, frozen=True, dict=True):
    """A story's nodes and how they lie to each other.

    Attributes:
        nodes: All nodes, by number.
        pairs: Which are about the same thing, the most alike first.
        near: The same by the numbers of their nodes, without those that share a deed and hardly a word.
        telling: The plain words of each node that do not stand in much of the story, by the number of the node.
        owned: The numbers in each node of which one thing has one, by the number of the node.
        titled: The titles that are given to people, by person.
        cast: Who is who.
        deeds: What they tell in each of their clauses.
        retold: Which of them tell one deed.
        latest: Ids of the latest articles; none where that cannot be told.
        config: The thresholds.
    """

    nodes: tuple[Node, ...]
    pairs: tuple[Pair, ...]
    near: dict[tuple[int, int], Pair]
    telling: tuple[frozenset[str], ...]
    owned: tuple[tuple[Property, ...], ...]
    titled: dict[str, tuple[Titled, ...]]
    cast: Cast
    deeds: Deeds
    retold: Retold
    latest: frozenset[str]
    config: WeighConfig

    def once(self, look: Callable[["Scene"], T]) -> T:
        """Return what a function finds in this scene; asked again, it is not looked for again."""
        if look not in self._found:
            self._found[look] = look(self)
        return cast("T", self._found[look])

    @cached_property
    def _found(self) -> dict[object, object]:
        return {}

    def strangers(self, a: Node, b: Node) -> bool:
        """Return whether each of two nodes names a person, or each a body, whom the other does not."""
        return strangers(a, b, self.cast)

    def words(self, a: Node, b: Node) -> int:
        """Return how many plain words that do not stand in much of the story two nodes share."""
        return len(self.telling[a.number] & self.telling[b.number])

    def pair(self, a: Node, b: Node) -> Pair | None:
        """Return how two nodes lie to each other; None where they share too little."""
        return self.near.get((min(a.number, b.number), max(a.number, b.number)))
