"""How likely each block is the article's own: two readings, one of faces, one of places.

The first looks at each block as it stands; the second at how the first judged its neighbours, where the article's core lies and how
a block's words and names relate to it. Both are logistic; the weights are learned by `scripts/train_reading.py`.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul

from copydesk.read.config import ReadConfig
from copydesk.read.places import Core, core_of, place_signs
from copydesk.read.signs import FACE, Face, around, signs_beside
from copydesk.read.weights import FACE_WEIGHTS, PLACE_WEIGHTS

# The weights behind those of the signs that a block's shape alone gives; see `Face.sums`.
_SHAPE = FACE.index("twice")
_FACE_REST, _PLACE_REST = FACE_WEIGHTS[_SHAPE:], PLACE_WEIGHTS[_SHAPE:]


@dataclass(frozen=True)
class Judged:
    """A document's blocks with their chances.

    Attributes:
        faces: The blocks.
        by_face: For each, how likely it is the article's own by its face alone, in [0, 1].
        chances: The same by its place too.
        core: Where most of the article stands.
        elsewhere: Folded lines that are clutter by standing in other documents too.
    """

    faces: tuple[Face, ...]
    by_face: tuple[float, ...]
    chances: tuple[float, ...]
    core: Core
    elsewhere: frozenset[str]


def judge(faces: Sequence[Face], elsewhere: frozenset[str], config: ReadConfig) -> Judged:
    """Judge each block of a document.

    Args:
        faces: The blocks, in order.
        elsewhere: Folded lines that are clutter by standing in other documents too.
        config: Settings.
    """
    known = around(faces, elsewhere, use_widgets=config.widgets)
    beside = [signs_beside(face, i, known) for i, face in enumerate(faces)]
    first = [_chance(face.sums[0], _FACE_REST, values) for face, values in zip(faces, beside, strict=True)]
    core = core_of(faces, first)
    places = place_signs(faces, first, core, use_widgets=config.widgets)
    rest = [[*own, *place] for own, place in zip(beside, places, strict=True)]
    second = tuple([_chance(face.sums[1], _PLACE_REST, values) for face, values in zip(faces, rest, strict=True)])
    return Judged(tuple(faces), tuple(first), second, core_of(faces, second, core), elsewhere)


def _chance(total: float, weights: Sequence[float], values: Sequence[float]) -> float:
    """Return the chance that a sum stands for, after the values that are not in it yet."""
    total = sum(map(mul, weights, values), total)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
