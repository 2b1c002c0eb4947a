"""Stories that every export is tried with: an ordinary one, one with as good as nothing in it, one that attacks, a large one."""

from msgspec.structs import replace
from tests.render import dossiers, hostile

from copydesk.render.exports.told import Imprint, Told

IMPRINT = Imprint(
    publisher="The Elstrand Daily",
    base_url="https://daily.example/stories/",
    principles="https://daily.example/principles",
    tlp="green",
)
HOSTILE_IMPRINT = Imprint(publisher=hostile.NASTY, base_url=f"https://x.example/{hostile.NASTY}", principles=hostile.SCRIPT)


def ordinary() -> Told:
    """Return a story in which everything occurs, published by somebody."""
    return Told(dossiers.dossier(), dossiers.run(), IMPRINT, "elstrand.html")


def unpublished() -> Told:
    """Return the same without anything that only a publisher knows."""
    return Told(dossiers.dossier(), dossiers.run())


def small() -> Told:
    """Return a story of one article and no time."""
    run = replace(dossiers.run(), as_of=None)
    return Told(dossiers.small(), run)


def attacking() -> Told:
    """Return a story whose every text is an attack."""
    return Told(hostile.hostile(), hostile.run(), HOSTILE_IMPRINT, hostile.NASTY)


def large() -> Told:
    """Return a story of many copies with very long sentences."""
    return Told(hostile.large(40), dossiers.run(), IMPRINT, "large.html")


def by_model() -> Told:
    """Return a story that a language model wrote."""
    return Told(dossiers.dossier(), replace(dossiers.run(), writer="some-model 7"), IMPRINT)


CASES = {
    "ordinary": ordinary,
    "unpublished": unpublished,
    "small": small,
    "attacking": attacking,
    "large": large,
    "by_model": by_model,
}
