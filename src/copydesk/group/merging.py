"""Merging: articles become stories, the likest first, as long as a story stays of one piece."""

import heapq
from collections.abc import Iterable, Sequence

import numpy as np

from copydesk.group.about import About
from copydesk.group.config import GroupConfig


class Merging:
    """Stories in the making; each is known by the smallest place of its articles.

    The likeness of two stories is the mean likeness of their articles (average linkage), which for unit vectors is the inner
    product of their sums. Two become one if that mean is not only large enough but also not much smaller than the likeness inside
    each: reports of two earthquakes are like each other, but those of one are more so.

    Args:
        articles: What the articles are about, in a fixed order.
        config: Settings.
    """

    def __init__(self, articles: Sequence[About], config: GroupConfig) -> None:
        self._config = config
        self._sums = np.stack([one.vector for one in articles]) if articles else np.zeros((0, 1), np.float32)
        self._days = [(one.day, one.day) for one in articles]
        self._sizes = [1] * len(articles)
        self._versions = [0] * len(articles)
        self._near: list[set[int]] = [set() for _ in articles]
        self._leader = list(range(len(articles)))
        self._heap: list[tuple[float, int, int, int, int]] = []

    def run(self, forced: Iterable[tuple[int, int]], near: Iterable[tuple[int, int]]) -> list[list[int]]:
        """Return the stories, each a sorted list of places, sorted by their first.

        Args:
            forced: Pairs that surely are one story.
            near: Pairs that may be.
        """
        for a, b in near:
            self._near[a].add(b)
            self._near[b].add(a)
        for a, b in forced:
            if self.find(a) != self.find(b):
                self._merge(self.find(a), self.find(b))
        for a in range(len(self._leader)):
            if self.find(a) == a:
                self._push(a, above=True)
        while self._heap:
            negative, a, b, version_a, version_b = heapq.heappop(self._heap)
            if (self._versions[a], self._versions[b]) == (version_a, version_b) and self._compact(a, b, -negative):
                self._push(self._merge(a, b), above=False)
        return self._stories()

    def find(self, place: int) -> int:
        """Return the place by which a place's story is known."""
        while self._leader[place] != place:
            self._leader[place] = self._leader[self._leader[place]]
            place = self._leader[place]
        return place

    def _push(self, story: int, *, above: bool) -> None:
        """Note the likeness of a story with its neighbours, if `above` only with those behind it."""
        others = sorted({self.find(other) for other in self._near[story]} - {story})
        self._near[story] = set(others)
        others = [other for other in others if other > story] if above else others
        if not others:
            return
        sizes = np.array([self._sizes[other] for other in others]) * self._sizes[story]
        means = (self._sums[others] @ self._sums[story]) / sizes
        for other, mean in zip(others, means.tolist(), strict=True):
            likeness = mean * self._timely(story, other)
            if likeness >= self._config.least:
                a, b = min(story, other), max(story, other)
                heapq.heappush(self._heap, (-round(likeness, 6), a, b, self._versions[a], self._versions[b]))

    def _timely(self, a: int, b: int) -> float:
        """Return by how much the time between two stories lets their likeness count, in (0, 1]."""
        (first_a, last_a), (first_b, last_b) = self._days[a], self._days[b]
        gap = max(first_a - last_b, first_b - last_a)
        return 1.0 if not gap > self._config.days else 1 / (1 + (gap - self._config.days) / self._config.fade)

    def _compact(self, a: int, b: int, likeness: float) -> bool:
        """Return whether two stories would be one of one piece; a single article has no inside to compare with."""
        inside = [self._inside(story) for story in (a, b) if self._sizes[story] > 1]
        return len(inside) < 2 or likeness >= self._config.compact * sum(inside) / 2

    def _inside(self, story: int) -> float:
        """Return the mean likeness of a story's articles."""
        size = self._sizes[story]
        return float(self._sums[story] @ self._sums[story] - size) / (size * (size - 1))

    def _merge(self, a: int, b: int) -> int:
        """Make one story of two and return the place by which it is known."""
        a, b = min(a, b), max(a, b)
        self._leader[b] = a
        self._sums[a] += self._sums[b]
        self._sizes[a] += self._sizes[b]
        self._near[a] |= self._near[b]
        self._days[a] = (_least(self._days[a][0], self._days[b][0]), -_least(-self._days[a][1], -self._days[b][1]))
        self._versions[a] += 1
        self._versions[b] += 1
        return a

    def _stories(self) -> list[list[int]]:
        """Return the stories."""
        found: dict[int, list[int]] = {}
        for place in range(len(self._leader)):
            found.setdefault(self.find(place), []).append(place)
        return list(found.values())


def _least(a: float, b: float) -> float:
    """Return the smaller of two numbers, the other where one is not known."""
    return b if np.isnan(a) else a if np.isnan(b) else min(a, b)
