"""How near a passage is to what the articles of a story are titled and open with: what their editors took for the news."""

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np

from copydesk.ports import Vectors
from copydesk.records import Claim, Marked, Material, Passage

_MOST = 40  # claims, the most important first: no other opens a report
_PASSAGES = 3  # of one claim
_DIGITS = 3


def leading(claims: Sequence[Claim], material: Material, vectors: Vectors) -> tuple[tuple[Passage, float], ...]:
    """Return how like titles and openings the passages of the most important claims are, in [0, 1].

    Of each main origin counts the title or first sentence nearest to a passage, by the cosine of their word vectors; the mean over
    the origins is given as a share of the highest in the story.

    Args:
        claims: The claims, the most important first.
        material: Their articles and origins.
        vectors: Puts texts of like meaning near each other.
    """
    by_origin: dict[str, list[str]] = {}
    for marked in material.articles:
        by_origin.setdefault(material.lineage.main_origins.get(marked.article.id, ""), []).extend(head(marked))
    heads = [sorted(texts) for _, texts in sorted(by_origin.items()) if texts]
    passages = list(dict.fromkeys(p for claim in claims[:_MOST] for p in claim.passages[:_PASSAGES]))
    if not heads or not passages:
        return ()
    rows = vectors.embed([passage.text for passage in passages])
    likeness = np.zeros(len(passages))
    for texts in heads:
        likeness += np.maximum((rows @ vectors.embed(texts).T).max(axis=1), 0)
    highest = float(likeness.max()) or 1.0
    return tuple((passage, round(float(value) / highest, _DIGITS)) for passage, value in zip(passages, likeness, strict=True))


def head(marked: Marked) -> Iterator[str]:
    """Yield an article's title and the first sentence of its reporting, where it has them."""
    if marked.article.title:
        yield marked.article.title
    for sentence in islice(marked.reporting(), 1):
        yield marked.article.text[sentence.start : sentence.end]
