"""What stands behind a passage: its origins, and how near its article is to them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain

from copydesk.records import Interval, Lineage, Passage

SHARE = 0.2  # of a passage must come from an origin to rest on it: spans of two stages may differ by a sign or a word


class Ground:
    """The origins of all passages of a story.

    Args:
        lineage: Where the passages come from.
    """

    def __init__(self, lineage: Lineage) -> None:
        self.lineage = lineage
        self.spans: dict[str, list[tuple[int, int, str]]] = {}
        for origin in lineage.origins:
            for passage in origin.passages:
                self.spans.setdefault(passage.article_id, []).append((passage.start, passage.end, origin.id))
        self.reach: dict[str, list[int]] = {}
        for article_id, spans in self.spans.items():
            spans.sort()
            reach: list[int] = []
            for _, end, _ in spans:
                reach.append(max(end, reach[-1] if reach else 0))
            self.reach[article_id] = reach
        self.known: dict[tuple[str, int, int], tuple[str, ...]] = {}
        self.counted: dict[tuple[str, ...], Interval] = {}
        self.roots = {o.id: o.root_article_id for o in lineage.origins}
        self.total = max(1, lineage.independent(lineage.main_origins.values()).high)

    def origins(self, passage: Passage) -> tuple[str, ...]:
        """Return the ids of the origins of a passage, sorted; its article's main origin where its span comes from none."""
        place = (passage.article_id, passage.start, passage.end)
        found = self.known.get(place)
        if found is None:
            found = self.known[place] = self.looked_up(passage)
        return found

    def looked_up(self, passage: Passage) -> tuple[str, ...]:
        """Return what `origins` gives, for a passage that was not asked about before."""
        spans = self.spans.get(passage.article_id, [])
        first = bisect_right(self.reach.get(passage.article_id, []), passage.start)
        last = bisect_left(spans, (passage.end, 0, ""))
        least = SHARE * (passage.end - passage.start)
        found = {o for start, end, o in spans[first:last] if min(end, passage.end) - max(start, passage.start) > least}
        main = self.lineage.main_origins.get(passage.article_id)
        return tuple(sorted(found)) or ((main,) if main is not None else ())

    def of_all(self, passages: Iterable[Passage]) -> tuple[str, ...]:
        """Return the ids of the origins of several passages, sorted."""
        found = {self.origins(p) for p in passages}
        return found.pop() if len(found) == 1 else tuple(sorted(set(chain.from_iterable(found))))

    def independent(self, origin_ids: Sequence[str]) -> Interval:
        """Return how many of the given origins are independent."""
        key = tuple(origin_ids)
        if key not in self.counted:
            self.counted[key] = self.lineage.independent(key)
        return self.counted[key]

    def copied(self, passage: Passage) -> bool:
        """Return whether a passage comes from other articles of the story alone."""
        roots = {self.roots.get(o) for o in self.origins(passage)} - {None}
        return bool(roots) and passage.article_id not in roots

    def is_root(self, passage: Passage) -> bool:
        """Return whether a passage stands in the article that is nearest to its origin."""
        return any(self.roots.get(o) == passage.article_id for o in self.origins(passage))
