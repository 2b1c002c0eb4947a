"""Who took from whom: what `trace` finds."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from copydesk.records.base import Interval, Passage, Record

LinkKind = Literal["copy", "edited", "partial", "credited"]
Dependence = Literal["yes", "no", "unclear"]
Direction = Literal["forward", "common", "unclear"]
ReuseKind = Literal["verbatim", "edited", "reworded", "quoted"]
OriginKind = Literal["reporting", "agency", "release", "own_addition", "elsewhere"]


class Reuse(Record, frozen=True, kw_only=True):
    """One passage that two articles share.

    Attributes:
        later: The passage in the later article (in the first named one, where the direction is open).
        earlier: The passage in the earlier one.
        kind: How it is shared; `quoted` words are aligned apart and are no evidence by themselves.
    """

    later: Passage
    earlier: Passage
    kind: ReuseKind


class ReuseLink(Record, frozen=True, kw_only=True):
    """A later article that comes from an earlier one, or both from a third.

    Attributes:
        articles: Ids of the later and the earlier article; sorted by id where the direction is not `forward`.
        kind: What is shared.
        dependence: Whether one rests on the other.
        direction: `forward`: the later from the earlier; `common`: both from a third; `unclear`.
        overlap: Share in [0, 1] of the later one's own words (quotes apart) that stand in the earlier one.
        passages: What they share.
        evidence: The reasons, each a phrase for people.
    """

    articles: tuple[str, str]
    kind: LinkKind
    dependence: Dependence
    direction: Direction
    overlap: float
    passages: tuple[Reuse, ...]
    evidence: tuple[str, ...]


class Origin(Record, frozen=True, kw_only=True):
    """One independent root of reporting.

    Attributes:
        id: Its name, the same in every order of the input.
        kind: What it is; `elsewhere`: its article is not at hand.
        root_article_id: The article at hand that stands nearest to it.
        credited: The outlet that is credited with it.
        passages: Every passage, in all articles, that comes from it. Together the origins' passages are all body sentences.
        evidence: The reasons, each a phrase for people; never empty.
    """

    id: str
    kind: OriginKind
    root_article_id: str | None
    credited: str | None
    passages: tuple[Passage, ...]
    evidence: tuple[str, ...]


class Lineage(Record, frozen=True, kw_only=True):
    """What `trace` gives.

    Attributes:
        links: Reuse links between articles.
        origins: The origins.
        main_origins: Article id -> id of the origin of most of its reporting.
        perhaps_one: Pairs of origin ids that may be one: they widen intervals and merge nothing.
    """

    links: tuple[ReuseLink, ...]
    origins: tuple[Origin, ...]
    main_origins: dict[str, str]
    perhaps_one: tuple[tuple[str, str], ...] = ()

    def independent(self, origin_ids: Iterable[str]) -> Interval:
        """Return how many of the given origins are independent of each other.

        Args:
            origin_ids: Ids of origins; one named twice counts once.
        """
        ids = set(origin_ids)
        groups = {i: i for i in ids}
        for a, b in self.perhaps_one:
            if a in ids and b in ids and groups[a] != groups[b]:
                joined, kept = groups[a], groups[b]
                groups = {i: kept if g == joined else g for i, g in groups.items()}
        return Interval(low=len(set(groups.values())), high=len(ids))

    def origins_of(self, passage: Passage) -> tuple[str, ...]:
        """Return the ids of the origins that a passage comes from, sorted; empty where it touches no reporting."""
        return tuple(sorted(o.id for o in self.origins if any(touches(passage, other) for other in o.passages)))

    def within(self, article_ids: Iterable[str]) -> "Lineage":
        """Return the part of the lineage that concerns the given articles."""
        ids = frozenset(article_ids)
        mains = {article: origin for article, origin in self.main_origins.items() if article in ids}
        parts = (origin_within(origin, ids) for origin in self.origins)
        kept = tuple(o for o in parts if o.passages or o.id in mains.values())
        names = {o.id for o in kept}
        return Lineage(
            links=tuple(link for link in self.links if ids.issuperset(link.articles)),
            origins=kept,
            main_origins=mains,
            perhaps_one=tuple(pair for pair in self.perhaps_one if names.issuperset(pair)),
        )


def touches(a: Passage, b: Passage) -> bool:
    """Return whether two passages share at least one code point."""
    return a.article_id == b.article_id and a.start < b.end and b.start < a.end


def origin_within(origin: Origin, article_ids: frozenset[str]) -> Origin:
    """Return an origin with only its passages in the given articles."""
    passages = tuple(p for p in origin.passages if p.article_id in article_ids)
    root = origin.root_article_id if origin.root_article_id in article_ids else None
    return msgspec.structs.replace(origin, passages=passages, root_article_id=root)
