"""Briefs and headlines: too short to share enough words with anything, so word vectors decide where they belong."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from copydesk.group.about import About
from copydesk.group.config import GroupConfig
from copydesk.ports import Vectors
from copydesk.records import Marked
from copydesk.text.similarity import Weights

_SENTENCES = 3
_CROWDED = 200  # articles per word that are looked at
_COMPARED = 30  # articles whose meaning is compared with a short one's
_LONGEST = 600  # code points of title and lead that are compared


def placed(
    groups: Sequence[Sequence[int]], articles: Sequence[About], marked: Sequence[Marked], vectors: Vectors, config: GroupConfig
) -> list[list[int]]:
    """Return the stories with every short article that was left alone put to the story whose title and lead are most like it.

    It must be clearly more like that story than any other, and share at least one telling word with it. How many
    headlines without a text that places, rightly and wrongly, is measured by `benchmarks/grouping.py`.

    Args:
        groups: Stories as places of articles.
        articles: What the articles are about.
        marked: The articles.
        vectors: Puts texts of like meaning near each other.
        config: Settings.
    """
    short = [members[0] for members in groups if len(members) == 1 and len(articles[members[0]].terms) <= config.brief]
    left = set(short)
    story_of = {place: at for at, members in enumerate(groups) for place in members if place not in left}
    near = _near(short, articles, story_of)
    involved = sorted({other for others in near.values() for other in others} | {place for place, others in near.items() if others})
    if not involved:
        return [list(members) for members in groups]
    rows = dict(zip(involved, vectors.embed([lead(marked[place]) for place in involved]), strict=True))
    moved = {place: _best(place, others, rows, story_of, config) for place, others in near.items() if others}
    kept = [[*members] for members in groups if not (len(members) == 1 and moved.get(members[0], -1) >= 0)]
    at = {members[0]: members for members in kept}
    for place, story in sorted(moved.items()):
        if story >= 0:
            at[groups[story][0]].append(place)
    return sorted(sorted(members) for members in kept)


def lead(marked: Marked) -> str:
    """Return an article's title and first sentences."""
    first = [marked.article.text[s.start : s.end] for s, _ in zip(marked.reporting(), range(_SENTENCES), strict=False)]
    return " ".join([marked.article.title or "", *first])[:_LONGEST]


def _near(short: Sequence[int], articles: Sequence[About], story_of: Mapping[int, int]) -> dict[int, list[int]]:
    """Return for each short article those articles of stories that share most with it; crowded words count for the first."""
    wanted = {int(term) for place in short for term in articles[place].terms}
    owners: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for other in sorted(story_of) if wanted else ():
        for term, weight in zip(articles[other].terms.tolist(), articles[other].weights.tolist(), strict=True):
            if term in wanted and len(owners[term]) < _CROWDED:
                owners[term].append((other, weight))
    return {place: _nearest(articles[place], owners) for place in short}


def _nearest(one: About, owners: Mapping[int, Sequence[tuple[int, float]]]) -> list[int]:
    """Return the articles that share most with a short one, at most `_COMPARED`."""
    shared: dict[int, float] = defaultdict(float)
    for term, weight in zip(one.terms.tolist(), one.weights.tolist(), strict=True):
        for other, its in owners.get(term, ()):
            shared[other] += weight * its
    return sorted(sorted(shared, key=lambda other: (-round(shared[other], 6), other))[:_COMPARED])


def _best(place: int, others: Sequence[int], rows: Mapping[int, Weights], story_of: Mapping[int, int], config: GroupConfig) -> int:
    """Return the story that is clearly most like a short article, -1 where none is."""
    likeness: dict[int, float] = defaultdict(float)
    for other in others:
        likeness[story_of[other]] = max(likeness[story_of[other]], round(float(rows[place] @ rows[other]), 6))
    ranked = sorted(likeness, key=lambda story: (-likeness[story], story))
    second = likeness[ranked[1]] if len(ranked) > 1 else 0.0
    clear = likeness[ranked[0]] >= config.meaning and likeness[ranked[0]] >= second + config.margin
    return ranked[0] if clear else -1
