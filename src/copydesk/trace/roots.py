"""Main origins: what a group of articles that share their reporting rests on, and which article stands nearest to it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

import msgspec

from copydesk.records import OriginKind
from copydesk.trace.cases import Case, Judgement
from copydesk.trace.credits import Crediting, Rest
from copydesk.trace.facts import in_order

_TOLD = 20  # reasons; a wire story in a thousand copies has no use for a thousand

Entry = tuple[int, int, Judgement]


class Root(msgspec.Struct, frozen=True, eq=False):
    """A main origin.

    Attributes:
        id: Its name: of the article nearest to it, or of the outlet that is credited.
        kind: What it is.
        members: Places of the articles whose main origin it is.
        article: Place of the article nearest to it; -1: it is elsewhere.
        nearest_id: That article's id; None: it is elsewhere.
        key: The outlet that is credited with it; empty for none.
        name: That outlet's name.
        evidence: The reasons, in words.
    """

    id: str
    kind: OriginKind
    members: tuple[int, ...]
    article: int
    nearest_id: str | None
    key: str
    name: str | None
    evidence: tuple[str, ...]


def root(members: Sequence[int], cases: Sequence[Case], inside: Sequence[Entry]) -> Root:
    """Return the main origin of a group.

    Args:
        members: Places of its articles.
        cases: All articles.
        inside: The judgements that joined them.
    """
    credited = _credited(members, cases)
    at_hand = [i for i in members if not _elsewhere(cases[i])]
    nearest = _nearest(at_hand, cases, inside) if at_hand else -1
    ids = sorted(cases[i].prose.id for i in members)
    return Root(
        id=f"o-{cases[nearest].prose.id}" if at_hand else f"o-{slug(credited.name if credited else '')}-{ids[0]}",
        kind=_kind(cases[nearest], credited) if at_hand else "elsewhere",
        members=tuple(members),
        article=nearest,
        nearest_id=cases[nearest].prose.id if at_hand else None,
        key=credited.key if credited else "",
        name=credited.name if credited else None,
        evidence=tuple(_evidence(members, nearest, cases, inside)),
    )


def slug(name: str) -> str:
    """Return a name as part of an id: "The Hill" is "the-hill"."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "-".join(re.findall(r"[^\W_]+", plain))[:40] or "unnamed"


def _elsewhere(case: Case) -> bool:
    """Return whether an article says that its central facts come from a report which it does not reprint."""
    return bool(case.crediting.on("central")) and not case.crediting.on("whole")


def _credited(members: Sequence[int], cases: Sequence[Case]) -> Rest | None:
    """Return the outlet that the group's articles name most, those that carry its text before those that retell it."""
    for strength in ("whole", "central"):
        named = [rest for i in members for rest in cases[i].crediting.rests if rest.strength == strength]
        if named:
            times = Counter(rest.key for rest in named)
            return min(named, key=lambda rest: (-times[rest.key], rest.key, len(rest.name), rest.name))
    own = [rest for i in members for rest in cases[i].crediting.on("own") if rest.agency]
    return min(own, key=lambda rest: (rest.key, rest.name), default=None)


def _nearest(members: Sequence[int], cases: Sequence[Case], inside: Sequence[Entry]) -> int:
    """Return the article that nothing shows to be later than another of the group; of several the one with most words.

    Where others credit an outlet whose own article is among them, it is that one.
    """
    published = published_by_credited(members, cases)
    members = published or members
    held = set(members)
    later = {(i, j)[judgement.later] for i, j, judgement in inside if judgement.later >= 0 and i in held and j in held}
    first = [i for i in members if i not in later] or list(members)
    return min(first, key=lambda i: (cases[i].article.genre != "release", -int(cases[i].prose.own.sum()), cases[i].prose.id))


def published_by_credited(members: Sequence[int], cases: Sequence[Case]) -> list[int]:
    """Return those of a group's articles that the outlet published which most of the others credit; none beside a press release.

    Args:
        members: Places of its articles.
        cases: All articles.
    """
    if any(cases[i].article.genre == "release" for i in members):
        return []
    times = Counter(key for i in members for key in _credited_keys(cases[i].crediting))
    best = [(times[rest.key], i) for i in members if _speaks_itself(cases[i]) for rest in cases[i].crediting.on("own")]
    most = max((count for count, _ in best), default=0)
    return [i for count, i in best if count == most > 0]


def _speaks_itself(case: Case) -> bool:
    """Return whether an article says of no other outlet that its text or its central facts are from there."""
    return not case.crediting.on("whole", "central")


def _credited_keys(crediting: Crediting) -> set[str]:
    """Return the outlets that an article credits."""
    return {rest.key for rest in crediting.on("whole", "central", "perhaps")} | {key for key, _ in crediting.facts.values()}


def _kind(nearest: Case, credited: Rest | None) -> OriginKind:
    """Return what kind of origin it is."""
    if nearest.article.genre == "release":
        return "release"
    named = credited is not None and credited.agency
    return "agency" if named or any(rest.agency for rest in nearest.crediting.on("own", "whole")) else "reporting"


def _evidence(members: Sequence[int], nearest: int, cases: Sequence[Case], inside: Sequence[Entry]) -> list[str]:
    """Return the reasons why these articles have one main origin and which it is."""
    named = [f"{_label(cases[i])} {rest.evidence}" for i in members for rest in cases[i].crediting.on("whole", "central")]
    shared = [
        f"{_label(cases[i])} and {_label(cases[j])}: {judgement.kind}, {_why(judgement)}"
        for i, j, judgement in sorted(inside, key=_places)
    ]
    if named or shared:
        told = [*sorted(set(named)), *shared]
        return told if len(told) <= _TOLD else [*told[:_TOLD], f"and {len(told) - _TOLD:,} reasons more"]
    if nearest >= 0 and cases[nearest].article.genre == "release":
        return ["it is a press release, in its issuer's own words"]
    return ["it credits nobody for its text, and no other article here holds it"]


def _places(entry: Entry) -> tuple[int, int]:
    return entry[0], entry[1]


def _why(judgement: Judgement) -> str:
    """Return the strongest reason of a judgement."""
    if judgement.bond in ("stated", "credit"):
        return judgement.bond_evidence
    matches = judgement.likeness.matches
    return f"{len(matches)} sentences matched, {in_order(match.second for match in matches)} of them in the same order"


def _label(case: Case) -> str:
    """Return how to name an article in a reason: by its outlet, else by where it is from."""
    return case.article.outlet or PurePosixPath(case.article.location).name
