"""Who took from whom: what `trace` finds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from copydesk.records.base import Interval, Passage, Record
from copydesk.spans import Places

LinkKind = Literal["copy", "edited", "partial", "credited"]
Dependence = Literal["yes", "no", "unclear"]
Direction = Literal["forward", "common", "unclear"]
ReuseKind = Literal["verbatim", "edited", "reworded", "quoted"]
ChangeKind = Literal["dropped", "altered", "added"]
ChangeAspect = Literal["fact", "attribution", "number", "date", "quote", "quotation", "firmness", "negation", "speaker"]
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


class Change(Record, frozen=True, kw_only=True):
    """What a later article made of something in the earlier one that it rests on.

    Attributes:
        what: Whether it left it out, made something else of it, or has it of its own.
        aspect: What it is: a whole sentence (`fact`), who said it (`attribution`), a number, a date, words in quotation marks
            (`quote`), whether words stand in quotation marks (`quotation`), how sure it is (`firmness`), whether it is so at all
            (`negation`), or who speaks the words in quotation marks (`speaker`).
        detail: The change in words, for people.
        later: Where it shows in the later article; None for what it left out.
        earlier: Where it stands in the earlier one; None for what the later one added.
    """

    what: ChangeKind
    aspect: ChangeAspect
    detail: str
    later: Passage | None = None
    earlier: Passage | None = None


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
        sentences: How many sentences of the later one stand in the earlier one, and how many it has; (0, 0) where `changes` are not
            told.
        changes: What the later one dropped, altered and added, in the order of the later one, what was dropped last; for pairs that
            are dependent and whose direction is known.
    """

    articles: tuple[str, str]
    kind: LinkKind
    dependence: Dependence
    direction: Direction
    overlap: float
    passages: tuple[Reuse, ...]
    evidence: tuple[str, ...]
    sentences: tuple[int, int] = (0, 0)
    changes: tuple[Change, ...] = ()


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

    def places(self) -> dict[str, Places[str]]:
        """Return for each article where in it which origin's words stand."""
        spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for origin in self.origins:
            for passage in origin.passages:
                spans[passage.article_id].append((passage.start, passage.end, origin.id))
        return {article_id: Places(found) for article_id, found in spans.items()}

    def within(self, article_ids: Iterable[str]) -> "Lineage":
        """Return the part of the lineage that concerns the given articles."""
        return self.parted([article_ids])[0]

    def parted(self, groups: Iterable[Iterable[str]]) -> tuple["Lineage", ...]:
        """Return for each group of articles, no article in two of them, the part of the lineage that concerns it."""
        ids = [frozenset(group) for group in groups]
        group_of = {article: at for at, group in enumerate(ids) for article in group}
        mains = [{a: self.main_origins[a] for a in sorted(group) if a in self.main_origins} for group in ids]
        origins: list[list[Origin]] = [[] for _ in ids]
        held: dict[str, set[int]] = defaultdict(set)
        for at, main in enumerate(mains):
            for origin_id in main.values():
                held[origin_id].add(at)
        for origin in self.origins:
            shares = origin_parted(origin, group_of, held[origin.id])
            held[origin.id] = set(shares)
            for at, share in shares.items():
                origins[at].append(share)
        links: list[list[ReuseLink]] = [[] for _ in ids]
        for link in self.links:
            places = {group_of.get(article, -1) for article in link.articles}
            if len(places) == 1 and -1 not in places:
                links[places.pop()].append(link)
        pairs: list[list[tuple[str, str]]] = [[] for _ in ids]
        for pair in self.perhaps_one:
            for at in held[pair[0]] & held[pair[1]]:
                pairs[at].append(pair)
        return tuple(
            Lineage(links=tuple(links[at]), origins=tuple(origins[at]), main_origins=mains[at], perhaps_one=tuple(pairs[at]))
            for at in range(len(ids))
        )


def touches(a: Passage, b: Passage) -> bool:
    """Return whether two passages share at least one code point."""
    return a.article_id == b.article_id and a.start < b.end and b.start < a.end


def origin_parted(origin: Origin, group_of: Mapping[str, int], main_of: Iterable[int]) -> dict[int, Origin]:
    """Return for each group of articles the origin with only its passages there, sorted by group.

    Args:
        origin: The origin.
        group_of: Article id -> its group.
        main_of: Groups in which it is the main origin of an article; they get it also where it has no passage.
    """
    shares: dict[int, list[Passage]] = {at: [] for at in main_of}
    for passage in origin.passages:
        if passage.article_id in group_of:
            shares.setdefault(group_of[passage.article_id], []).append(passage)
    root, home = origin.root_article_id, group_of.get(origin.root_article_id or "", -1)
    return {
        at: msgspec.structs.replace(origin, passages=tuple(shares[at]), root_article_id=root if at == home else None)
        for at in sorted(shares)
    }
