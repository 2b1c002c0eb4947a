"""What a person states about pairs of articles; it stands above what the texts show."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePosixPath

from copydesk.records import Article, Hints
from copydesk.trace.cases import Bond

Stated = dict[tuple[int, int], tuple[Bond, str]]


def stated(articles: Sequence[Article]) -> Stated:
    """Return for each pair of places what is stated about it, with that in words; where both are stated, independence counts.

    Args:
        articles: The pile. Hints name other articles by location, or by the last part of it.
    """
    by_name: dict[str, list[int]] = defaultdict(list)
    for i, article in enumerate(articles):
        for name in {article.location, PurePosixPath(article.location).name}:
            by_name[name].append(i)
    found: Stated = {}
    for bond, what in _KINDS:
        for i, article in enumerate(articles):
            hints = article.hints or Hints()
            names = hints.same_as if bond == "stated" else hints.independent_of
            for j in _places(names, by_name):
                if j != i:
                    found[min(i, j), max(i, j)] = (bond, f"{what}, stated by {hints.by or 'whoever gave the files'}")
    return found


_KINDS: tuple[tuple[Bond, str], ...] = (("stated", "the same reporting"), ("independent", "independent"))


def _places(names: Sequence[str], by_name: dict[str, list[int]]) -> list[int]:
    """Return the places of the articles that names mean."""
    return [j for name in names for j in by_name.get(name) or by_name.get(PurePosixPath(name).name, [])]
