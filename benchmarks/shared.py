"""What the articles of an event share, how much of it a text tells and how often twice; and texts that are to be had for nothing.

What outlets share is told in two ways:

    facts       Two sentences of articles of different main origins align where they share half of what the shorter one tells, three
                words at least and a number or a name among them. What the two share is a fact; one that holds, or is held by, three
                fifths of a heavier one is that one. A text tells a fact when a single sentence of it holds three fifths of it, with
                every number. So a rewrite counts as far as it keeps the words, and a word here and one there do not.
    words       All words that two articles of different main origins have, wherever they stand.

Words are stems, weighted by how rare they are; a number weighs as much as a very rare word, and "twelve" is 12. Redundancy is the
share of a sentence, in weighted words, that the sentence nearest to it holds, too; "twice" the share of sentences of which another
holds three fifths. Who reports it is taken off before all of this. What a headline tells counts as told; that it is told again
below does not count as said twice.
"""

import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, zip_longest

import msgspec
import numpy as np
from benchmarks.writing import much
from numpy.typing import NDArray

from copydesk.records import Marked, Material
from copydesk.text.background import stem, weight
from copydesk.write.grammar.lexicon import figures

Terms = frozenset[str]

ALIGNED, TOLD = 0.5, 0.6  # of what the shorter sentence tells; of a fact
LEAST_WORDS = 3
DIVERSITY = 0.7  # how much nearness to the centroid counts beside newness
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
# Who reports it, at the head or the end of a report's sentence.
TELLING = re.compile(
    r"^According to [^,:]{1,80}[,:] |^.{0,60}?\b(?:reports?|says?|adds?|writes?)(?: also)?(?: that\b|: )"
    r"|, according to [^,.]{1,80}\.$|, [^,.]{1,60} (?:reports?|says?|adds?|writes?)\.$"
)


class Fact(msgspec.Struct, frozen=True):
    """What sentences of two origins share.

    Attributes:
        terms: The words.
        origins: How many main origins have a sentence that tells it.
    """

    terms: Terms
    origins: int


class Measured(msgspec.Struct):
    """One text beside what its articles share.

    Attributes:
        told: Share of the facts that it tells.
        widely: Share of the facts of three origins and more; None where there are none.
        words: Share, in weight, of the words that two origins have.
        redundant: Mean share of a sentence that another one holds.
        twice: Share of sentences of which another holds three fifths.
        sentences: How many it has.
        length: How many words it has.
    """

    told: float
    widely: float | None
    words: float
    redundant: float
    twice: float
    sentences: int
    length: int


def terms(text: str) -> Terms:
    """Return the stems of a text's words that tell something, numbers as figures."""
    words = figures(_WORD.findall(text.casefold()))
    return frozenset(word if word[:1].isdigit() else stem(word) for word in words if weight(word) > 0 or word[:1].isdigit())


def said(text: str) -> Terms:
    """Return what a sentence of a report tells, without who reports it."""
    return terms(TELLING.sub("", text))


def named(text: str) -> Terms:
    """Return the words of a sentence that are numbers, or stand with a capital behind its first word."""
    words = _WORD.findall(text)
    return frozenset(chain.from_iterable(terms(w) for at, w in enumerate(words) if w[:1].isdigit() or (at and w[:1].isupper())))


def sentences_of(marked: Marked) -> list[str]:
    """Return the sentences of an article that report."""
    return [marked.article.text[s.start : s.end] for s in marked.reporting()]


def facts_of(material: Material) -> list[Fact]:
    """Return what sentences of different main origins share, the heaviest first, none of which is another."""
    mains = material.lineage.main_origins
    told = [(mains[m.article.id], terms(text), named(text)) for m in material.articles for text in sentences_of(m)]
    shared = set[Terms]()
    for (one, here, names), (other, there, names_there) in combinations(told, 2):
        both = here & there
        telling = len(both) >= LEAST_WORDS and both & (names | names_there)
        if one != other and telling and much(set(both)) >= ALIGNED * min(much(set(here)), much(set(there))):
            shared.add(both)
    kept = list[Terms]()
    for fact in sorted(shared, key=lambda f: (-much(set(f)), sorted(f))):
        if not any(much(set(fact & k)) >= TOLD * min(much(set(fact)), much(set(k))) for k in kept):
            kept.append(fact)
    return [Fact(fact, len({origin for origin, here, _ in told if tells(here, fact)})) for fact in kept]


def tells(sentence: Terms, fact: Terms) -> bool:
    """Return whether a sentence tells a fact: most of its words, and every number."""
    numbers = {term for term in fact if term[:1].isdigit()}
    return numbers <= sentence and much(set(fact & sentence)) >= TOLD * much(set(fact))


def shared_words(material: Material) -> Terms:
    """Return the words that articles of two main origins have."""
    by_origin: dict[str, set[str]] = {}
    for marked in material.articles:
        by_origin.setdefault(material.lineage.main_origins[marked.article.id], set()).update(terms(marked.article.text))
    return frozenset(chain.from_iterable(a & b for a, b in combinations(by_origin.values(), 2)))


def measured(text: Sequence[str], facts: Sequence[Fact], words: Terms, above: int = 0) -> Measured:
    """Return the figures of a text, given by its sentences, of which the first ones may stand above it as a headline."""
    told = [said(sentence) for sentence in text]
    known = [any(tells(one, fact.terms) for one in told) for fact in facts]
    widely = [one for one, fact in zip(known, facts, strict=True) if fact.origins > 2]
    every = frozenset(chain.from_iterable(told))
    below = told[above:]
    nearest = [
        max((much(set(one & other)) for at, other in enumerate(below) if at != number), default=0.0) / much(set(one))
        for number, one in enumerate(below)
        if one
    ]
    return Measured(
        told=statistics.mean(known) if known else 1.0,
        widely=statistics.mean(widely) if widely else None,
        words=much(set(every & words)) / much(set(words)) if words else 1.0,
        redundant=statistics.mean(nearest) if nearest else 0.0,
        twice=statistics.mean(share >= TOLD for share in nearest) if nearest else 0.0,
        sentences=len(text),
        length=sum(len(sentence.split()) for sentence in text),
    )


def cut(text: Iterable[str], words: int) -> list[str]:
    """Return sentences up to a number of words; the last one may break off."""
    found = list[str]()
    for sentence in text:
        if words <= 0:
            break
        taken = sentence.split()[:words]
        found.append(" ".join(taken))
        words -= len(taken)
    return found


def in_turn(articles: Sequence[Marked]) -> Iterator[str]:
    """Yield the first sentences of all articles, then the second ones, and so on."""
    yield from (text for row in zip_longest(*map(sentences_of, articles)) for text in row if text)


def by_centroid(articles: Sequence[Marked]) -> Iterator[str]:
    """Yield sentences by their nearness to all of them, less the nearer they are to one before (Carbonell and Goldstein 1998)."""
    texts = list(dict.fromkeys(text for marked in articles for text in sentences_of(marked)))
    vectors = tf_idf(texts)
    centroid = vectors.mean(axis=0)
    near = vectors @ (centroid / (np.linalg.norm(centroid) or 1.0))
    like = vectors @ vectors.T
    left, taken = list(range(len(texts))), list[int]()
    while left:
        best = max(left, key=lambda i: DIVERSITY * near[i] - (1 - DIVERSITY) * max((like[i, j] for j in taken), default=0.0))
        left.remove(best)
        taken.append(best)
        yield texts[best]


def tf_idf(texts: Sequence[str]) -> NDArray[np.float64]:
    """Return a row of unit length for each text; a text is a sentence, and so is a document."""
    bags = [terms(text) for text in texts]
    vocabulary = {term: at for at, term in enumerate(sorted(frozenset(chain.from_iterable(bags))))}
    rows = np.zeros((len(bags), max(1, len(vocabulary))))
    for row, bag in zip(rows, bags, strict=True):
        row[[vocabulary[term] for term in bag]] = 1.0
    rows *= np.log((1 + len(bags)) / (1 + rows.sum(axis=0))) + 1
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    rows[:] = rows / np.where(norms > 0, norms, 1.0)
    return rows
