"""Origins at passages: articles mix, so every sentence is asked where it comes from."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

import numpy as np

from copydesk.text.shingles import common
from copydesk.trace.cases import Case
from copydesk.trace.likeness import Match, taken
from copydesk.trace.partition import Partition
from copydesk.trace.prose import Prose
from copydesk.trace.roots import Entry, Root

_TELLING = 12.0  # nats: a sentence that tells less has no origin of its own

Place = tuple[int, int]  # an article's place and a sentence's index


def additions(root: Root, cases: Sequence[Case], inside: Sequence[Entry]) -> dict[Place, int]:
    """Return the sentences of a group that are not its main origin's, each with the place of the article whose own they are.

    A sentence that stands in the article nearest to the origin, or in one that gives its whole text as the origin's, is the
    origin's, and so is every sentence matched with it. What only retellings say is their own; where two retellings say the same,
    the first one's.
    """
    follows = {i for i in root.members if _follows(i, root, cases)}
    if not follows:
        return {}
    starts = np.concatenate([[0], np.cumsum([len(cases[i].prose.sentences) for i in root.members])])
    at = {member: int(start) for member, start in zip(root.members, starts, strict=False)}
    same = Partition(int(starts[-1]))
    for (i, s), (j, t) in _same(root, follows, cases, inside):
        same.join(at[i] + s, at[j] + t)
    main = _main(root, cases, same, at, follows)
    owners: dict[int, int] = {}
    found: dict[Place, int] = {}
    for i in _by_age(follows, cases):
        for s in range(len(cases[i].prose.sentences)):
            leader = same.find(at[i] + s)
            if leader not in main and _tells(cases[i].prose, s):
                found[i, s] = owners.setdefault(leader, i)
            elif leader not in main and (i, s - 1) in found:  # one that tells little goes with the one before it
                found[i, s] = found[i, s - 1]
    return found


def _follows(member: int, root: Root, cases: Sequence[Case]) -> bool:
    """Return whether an article retells the origin: it is not the nearest to it, nor gives its text as the origin's."""
    return member != root.article and not any(rest.key == root.key for rest in cases[member].crediting.on("whole"))


def _main(root: Root, cases: Sequence[Case], same: Partition, at: dict[int, int], follows: Collection[int]) -> set[int]:
    """Return the leaders of the sentences that are the main origin's."""
    main: set[int] = set()
    for i in root.members:
        count = len(cases[i].prose.sentences)
        reach = count if i not in follows else _reach(cases[i], root)
        main |= {same.find(at[i] + s) for s in range(reach)}
    return main


def _reach(case: Case, root: Root) -> int:
    """Return how many sentences rest on an origin that is elsewhere, as far as the article's credits show."""
    if root.article >= 0:
        return 0
    return max((rest.reach for rest in case.crediting.on("central") if rest.key == root.key), default=0)


def _same(root: Root, follows: Collection[int], cases: Sequence[Case], inside: Sequence[Entry]) -> Iterator[tuple[Place, Place]]:
    """Yield the sentences of retellings, each with a sentence elsewhere that says the same.

    Only looked at from the retelling's side: a sentence that holds all of another and more is an addition.
    """
    for i, j, judgement in inside:
        like = judgement.likeness
        sides = ((i, j, like.matches, like.retelling.held_first), (j, i, like.back, like.retelling.held_second))
        for one, other, seen, held in sides:
            if one not in follows:
                continue
            yield from (((one, m.first), (other, m.second)) for m in seen)
            yield from (((one, m.first), (other, m.second)) for m in quoted(cases[one].prose, cases[other].prose))
            if like.follows and seen:
                yield from (((one, s), (other, seen[0].second)) for s in held)
    first_with: dict[bytes, Place] = {}
    for i in root.members:
        for s, words in enumerate(_sentence_keys(cases[i].prose)):
            yield (i, s), first_with.setdefault(words, (i, s))


def _sentence_keys(one: Prose) -> list[bytes]:
    """Return a key per sentence, equal where the words are; a group whose articles were not all compared meets here."""
    bounds = np.searchsorted(one.places, np.arange(len(one.sentences) + 1))
    return [one.hashes[start:end].tobytes() for start, end in pairwise(bounds)]


def quoted(first: Prose, second: Prose) -> list[Match]:
    """Return the sentences of the first that mostly quote what the second quotes too."""
    again = taken(first, second, ())
    mine, yours = common(first.quoted_runs.hashes, second.quoted_runs.known)
    here = first.places[first.quoted_runs.starts[mine]].tolist()
    there = second.places[second.quoted_runs.starts[second.quoted_runs.first[yours]]].tolist()
    return [Match(s, t, 1.0) for s, t in sorted(set(zip(here, there, strict=True))) if s in again]


def _tells(one: Prose, sentence: int) -> bool:
    """Return whether a sentence says enough to have an origin of its own."""
    return bool(one.mass[sentence] >= _TELLING or one.framed[sentence])


def _by_age(members: Collection[int], cases: Sequence[Case]) -> list[int]:
    """Return articles in the order of their times, those without one last."""
    return sorted(members, key=lambda i: (cases[i].article.published.when or "9", cases[i].prose.id))


def borrowed(judgements: Sequence[Entry]) -> dict[Place, Place]:
    """Return the sentences that an article took from an earlier one without resting on it, each with where it stands there."""
    options: dict[Place, list[tuple[float, Place]]] = defaultdict(list)
    for i, j, judgement in judgements:
        if judgement.dependence != "yes" or judgement.kind != "partial" or judgement.later < 0:
            continue
        later, former = (i, j) if judgement.later == 0 else (j, i)
        for match in judgement.likeness.matches if later == i else judgement.likeness.back:
            options[later, match.first].append((-match.likeness, (former, match.second)))
    return {place: min(choices)[1] for place, choices in options.items()}
