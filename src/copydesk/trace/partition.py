"""Which articles share a main origin: groups joined pair by pair, the surest pairs first."""

from collections.abc import Iterable, Sequence

from copydesk.trace.cases import Judgement

_BRIEF = 3  # sentences of a brief at most
_LONGER = 3  # times as many has a report beside which it is one


class Partition:
    """Groups of places `0..count-1`, joined step by step.

    Args:
        count: How many there are.
        apart: Pairs that must not come into one group.
    """

    def __init__(self, count: int, apart: Iterable[tuple[int, int]] = ()) -> None:
        self._leader = list(range(count))
        self._apart = set(apart)

    def find(self, place: int) -> int:
        """Return the smallest place of a place's group."""
        while self._leader[place] != place:
            self._leader[place] = self._leader[self._leader[place]]
            place = self._leader[place]
        return place

    def join(self, a: int, b: int, also_apart: Iterable[tuple[int, int]] = ()) -> bool:
        """Make one group of two, unless a pair that must stay apart would come together; return whether they now are one.

        Args:
            a: A place in the one.
            b: A place in the other.
            also_apart: Further pairs that must not come together by this step.
        """
        a, b = sorted((self.find(a), self.find(b)))
        if a == b:
            return True
        if any({self.find(x), self.find(y)} == {a, b} for x, y in (*self._apart, *also_apart)):
            return False
        self._leader[b] = a
        return True

    def groups(self) -> list[list[int]]:
        """Return the groups, each in order, sorted by their first place."""
        found: dict[int, list[int]] = {}
        for place in range(len(self._leader)):
            found.setdefault(self.find(place), []).append(place)
        return list(found.values())


def joined(count: int, judgements: Sequence[tuple[int, int, Judgement]]) -> Partition:
    """Return the articles grouped by main origin: what a person states first, then by falling likelihood.

    A brief of a few sentences may stand in two reports that are independent of each other; it joins the one that it is most like,
    and does not chain the two.
    """
    apart = [(i, j) for i, j, judgement in judgements if judgement.bond == "independent"]
    partition = Partition(count, apart)
    order = sorted(judgements, key=lambda entry: (entry[2].bond != "stated", -entry[2].likelihood, entry[0], entry[1]))
    independent = [(i, j) for i, j, judgement in judgements if judgement.dependence == "no" and not _of_brief(judgement)]
    for i, j, judgement in order:
        if judgement.joins:
            partition.join(i, j, independent if _of_brief(judgement) and judgement.bond != "stated" else ())
    return partition


def _of_brief(judgement: Judgement) -> bool:
    """Say whether one of two articles is a brief beside the other."""
    fewer, more = sorted(len(case.prose.sentences) for case in (judgement.first, judgement.second))
    return fewer <= _BRIEF and _LONGER * fewer <= more


def shown(judgements: Sequence[tuple[int, int, Judgement]], partition: Partition) -> list[Judgement]:
    """Return the judgements that people should see; of independent articles one pair for each two main origins, the most alike."""
    found: list[Judgement] = []
    apart: dict[tuple[int, int], tuple[float, int, int, Judgement]] = {}
    for i, j, judgement in judgements:
        if judgement.dependence != "no" or judgement.bond in ("stated", "independent"):
            found.append(judgement)
            continue
        groups = (min(partition.find(i), partition.find(j)), max(partition.find(i), partition.find(j)))
        if groups[0] == groups[1] or not judgement.alike:
            continue
        rank = (-judgement.likeness.share, i, j, judgement)
        if rank[:3] < apart.get(groups, (1.0, 0, 0))[:3]:
            apart[groups] = rank
    return found + [rank[3] for rank in apart.values()]
