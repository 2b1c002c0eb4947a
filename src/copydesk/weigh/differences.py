"""Where the articles differ: the same slot with another value, each side with its words and who stands on it.

    measures of one thing        -> numbers
    what one thing has one of    -> ages, shares, speeds, terms, votes
    pairs about the same thing   -> days, places, scope, stance, firmness
    who is who                   -> spellings, holders of an office
    the same words               -> who said them

A false difference embarrasses more than a missed one, so each finder asks for more than a likeness of words.
"""

from copydesk.records import Difference
from copydesk.weigh.claims import Made
from copydesk.weigh.days import day_differences
from copydesk.weigh.ground import Ground
from copydesk.weigh.numbers import number_differences
from copydesk.weigh.owners import owner_differences
from copydesk.weigh.people import name_differences
from copydesk.weigh.places import place_differences, scope_differences
from copydesk.weigh.roles import role_differences
from copydesk.weigh.scene import Scene
from copydesk.weigh.sides import difference
from copydesk.weigh.speakers import speaker_differences
from copydesk.weigh.sums import sum_differences
from copydesk.weigh.tone import tone_differences

_FINDERS = (
    sum_differences,
    number_differences,
    owner_differences,
    day_differences,
    name_differences,
    role_differences,
    place_differences,
    scope_differences,
    speaker_differences,
    tone_differences,
)


def differences_of(scene: Scene, made: Made, ground: Ground) -> tuple[Difference, ...]:
    """Return the differences of a story, those that most origins stand on first."""
    found = [difference(f, made, ground) for finder in _FINDERS for f in finder(scene)]
    kept = {tuple((s.claim_id, s.value) for s in d.sides): d for d in found if d is not None}
    return tuple(sorted(kept.values(), key=lambda d: (-len(origins_in(d)), d.what, d.sides[0].passage, d.topic)))


def origins_in(found: Difference) -> frozenset[str]:
    """Return the origins that stand on any side of a difference."""
    return frozenset(origin for side in found.sides for origin in side.origin_ids)
