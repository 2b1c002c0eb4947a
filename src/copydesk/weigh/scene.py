"""What the finders of differences look at."""

import msgspec

from copydesk.weigh.cast import Cast
from copydesk.weigh.config import WeighConfig
from copydesk.weigh.nodes import Node
from copydesk.weigh.propose import Pair


class Scene(msgspec.Struct, frozen=True):
    """A story's nodes and how they lie to each other.

    Attributes:
        nodes: All nodes, by number.
        pairs: Which are about the same thing, the most alike first.
        cast: Who is who.
        config: The thresholds.
    """

    nodes: tuple[Node, ...]
    pairs: tuple[Pair, ...]
    cast: Cast
    config: WeighConfig

    def strangers(self, a: Node, b: Node) -> bool:
        """Return whether each of two nodes names somebody of one kind whom the other does not."""
        kinds = [{self.cast.kind(k) for k in names} for names in (a.names - b.names, b.names - a.names)]
        return not kinds[0].isdisjoint(kinds[1])
