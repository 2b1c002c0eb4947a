"""Stories that every export is tried with: an ordinary one, one with as good as nothing in it, one that attacks, a large one."""

from msgspec.structs import replace
from tests.render import dossiers, hostile

from copydesk.records import Edit, Signature, Written
from copydesk.render.exports.told import Told
from copydesk.render.imprint import Imprint
from copydesk.signatures import as_signed

IMPRINT = Imprint(
    publisher="The Elstrand Daily",
    base_url="https://daily.example/stories/",
    principles="https://daily.example/principles",
    tlp="green",
    feed_url="https://daily.example/feed.xml",
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
    report = replace(dossiers.report(), written=Written(model="some-model 7", by_model=11, by_offline=1))
    told = replace(dossiers.dossier(), report=report)
    return Told(told, replace(dossiers.run(), writer="some-model 7: 11 sentences"), IMPRINT)


def signature(*, stands: bool = True, edits: tuple[Edit, ...] = ()) -> Signature:
    """Return what a sign-off of Ana Berg says."""
    return Signature(by="Ana Berg", when="2031-05-12T16:02:00Z", stands=stands, edits=edits)


def change() -> Edit:
    """Return a sentence that somebody wrote in the place of another one."""
    verdict = dossiers.report().dek.verdict
    after = "The old bridge is shut."
    return Edit(before="…", after=after, label="supported", reasons=(), place=3, heading="What happened", verdict=verdict)


def signed() -> Told:
    """Return a story that a person has read and signed off without a change."""
    return Told(dossiers.dossier(), dossiers.run(), IMPRINT, "elstrand.html", signature())


def edited() -> Told:
    """Return a story that a person has changed and signed off."""
    by_her = signature(edits=(change(),))
    return Told(as_signed(dossiers.dossier(), by_her), dossiers.run(), IMPRINT, "elstrand.html", by_her)


CASES = {
    "ordinary": ordinary,
    "unpublished": unpublished,
    "small": small,
    "attacking": attacking,
    "large": large,
    "by_model": by_model,
    "signed": signed,
    "edited": edited,
}
