"""What a story's articles say: claims, quotes, differences, initiatives and a timeline."""

from copydesk.ports import Vectors
from copydesk.records import Material, Weighed
from copydesk.weigh.config import WeighConfig

__all__ = ["WeighConfig", "weigh"]


def weigh(material: Material, vectors: Vectors, config: WeighConfig) -> Weighed:
    """Say what a story's articles claim."""
    return Weighed(claims=(), quotes=(), differences=(), initiatives=(), timeline=())
