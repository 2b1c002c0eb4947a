"""Articles made ready for comparing: which of their words are evidence, and how much each tells."""

from collections.abc import Collection, Sequence
from hashlib import blake2b

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.records import Marked, QuoteMark, SentenceMark
from copydesk.text.pile import Cut
from copydesk.text.shingles import Hashes, common, shingles
from copydesk.text.similarity import cosine, inside, profile
from copydesk.trace.facts import Facts, facts

RUN = 4  # words in a row that count as a shared run
NAME_WEIGHT = 0.4  # both reports of one event name the same people: a shared name tells less than another shared word
_FRAME = 0.4  # a sentence quoted to that share only frames the quote: who said it, of which office


class Runs(msgspec.Struct, frozen=True, eq=False):
    """Runs of `RUN` words of an article.

    Attributes:
        hashes: Hash of every run, in order.
        starts: Index of the first word of each.
        known: The same hashes in rising order, each once.
        first: Index in `hashes` of the first of each.
        times: How often each occurs.
    """

    hashes: Hashes
    starts: NDArray[np.intp]
    known: Hashes
    first: NDArray[np.intp]
    times: NDArray[np.intp]


class Prose(msgspec.Struct, frozen=True, eq=False):
    """An article made ready for comparing.

    Arrays `starts` to `quotes` and `weights` have one entry per word of the compared sentences.

    Attributes:
        marked: The article.
        sentences: The sentences that are compared.
        starts: First code point of each word.
        ends: Behind the last code point of each word.
        hashes: Hash of each word.
        places: Index in `sentences` of each word.
        own: Whether a word is the article's own: neither quoted, nor naming a speaker, nor framing a quote.
        quotes: Index in the article's marks of the direct quote in which a word stands, -1 for none.
        framed: Whether a sentence is mostly quoted; its other words only say who spoke.
        weights: How much a word tells; 0 for words that are not its own; names tell less.
        runs: Runs of own words.
        quoted_runs: Runs of quoted words.
        own_words: How many own words each sentence has.
        terms: Sorted stems (hashes) of the own words that tell something.
        vectors: One row per sentence, one column per term, rows of unit length.
        lengths: Length of each row before it was scaled, shape `(sentences, 1)`.
        mass: Sum of each row before it was scaled.
        digest: Of all words in order, of the text itself where there are none; equal where the texts are.
        facts: The anchors of its facts.
        topic: Sorted stems (hashes) of all telling words, names and quotes included.
        profile: Weight of each, a vector of unit length.
    """

    marked: Marked
    sentences: tuple[SentenceMark, ...]
    starts: NDArray[np.intp]
    ends: NDArray[np.intp]
    hashes: Hashes
    places: NDArray[np.intp]
    own: NDArray[np.bool_]
    quotes: NDArray[np.intp]
    framed: NDArray[np.bool_]
    weights: NDArray[np.float32]
    runs: Runs
    quoted_runs: Runs
    own_words: NDArray[np.float64]
    terms: Hashes
    vectors: NDArray[np.float32]
    lengths: NDArray[np.float32]
    mass: NDArray[np.float32]
    digest: bytes
    facts: Facts
    topic: Hashes
    profile: NDArray[np.float32]

    @property
    def quoted(self) -> NDArray[np.bool_]:
        """Whether a word stands in quotation marks."""
        return self.quotes >= 0

    @property
    def id(self) -> str:
        """The article's id."""
        return self.marked.article.id

    def text(self, first: int, last: int) -> str:
        """Return the article's words from index `first` to before index `last`, as they are written."""
        return " ".join(self.marked.article.text[self.starts[first] : self.ends[last - 1]].split())


def prose(marked: Marked, words: Cut, longest: int, boilerplate: Collection[int] = ()) -> Prose:
    """Make an article ready for comparing.

    Args:
        marked: The article.
        words: Its words.
        longest: How many sentences are looked at.
        boilerplate: Places of the sentences that are its outlet's boilerplate: none of their words are its own.
    """
    sentences = tuple(marked.reporting())[:longest]
    found = words.first(longest)
    starts, places, hashes = found.starts, found.places, found.hashes
    quotes = _quotes(starts, marked.marks.quotes)
    quoted = quotes >= 0
    framed = _framed(quoted, places, len(sentences))
    printed = np.isin(places, np.array(sorted(boilerplate), np.intp))
    own = ~quoted & ~_speakers(starts, marked.marks.quotes) & ~framed[places] & ~printed
    weights = found.weights * np.where(found.names, NAME_WEIGHT, 1.0) * own
    columns, raw = _vectors(found.stems, weights.astype(np.float32), places, len(sentences))
    topic, about = profile(found.stems, found.weights)
    lengths = np.sqrt((raw * raw).sum(axis=1, keepdims=True))
    every = shingles(hashes, RUN)
    return Prose(
        marked=marked,
        sentences=sentences,
        starts=starts,
        ends=found.ends,
        hashes=hashes,
        places=places,
        own=own,
        quotes=quotes,
        framed=framed,
        weights=weights.astype(np.float32),
        runs=_runs(every, own),
        quoted_runs=_runs(every, quoted),
        own_words=np.bincount(places, weights=own, minlength=len(sentences)).astype(np.float64),
        terms=columns,
        vectors=raw / np.maximum(lengths, 1e-9),
        lengths=lengths,
        mass=raw.sum(axis=1),
        digest=_digest(hashes, marked.article.text),
        facts=facts(found, quoted),
        topic=topic,
        profile=about,
    )


def _digest(hashes: Hashes, text: str) -> bytes:
    """Return what is equal for equal texts."""
    return blake2b(hashes.tobytes() if len(hashes) else text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _quotes(starts: NDArray[np.intp], quotes: Sequence[QuoteMark]) -> NDArray[np.intp]:
    """Return in which direct quote each word stands, -1 for none; of nested ones the inner one."""
    found = np.full(len(starts), -1, np.intp)
    for i, quote in enumerate(quotes):
        if quote.direct:
            found[np.searchsorted(starts, quote.words_start) : np.searchsorted(starts, quote.words_end)] = i
    return found


def _speakers(starts: NDArray[np.intp], quotes: Sequence[QuoteMark]) -> NDArray[np.bool_]:
    """Return which words name the speaker of a direct quote: every report says that in much the same words."""
    return inside(starts, [(q.speaker_start, q.speaker_end) for q in quotes if q.direct and q.speaker_start >= 0])


def _framed(quoted: NDArray[np.bool_], places: NDArray[np.intp], count: int) -> NDArray[np.bool_]:
    """Return which sentences are mostly quoted."""
    total = np.bincount(places, minlength=count)
    share = np.bincount(places, weights=quoted, minlength=count) / np.maximum(total, 1)
    return np.asarray(share >= _FRAME, np.bool_)


def _vectors(
    stems: Hashes, weights: NDArray[np.float32], places: NDArray[np.intp], count: int
) -> tuple[Hashes, NDArray[np.float32]]:
    """Return the terms, and a row per sentence with the weight of each."""
    telling = weights > 0
    terms, columns = np.unique(stems[telling], return_inverse=True)
    vectors = np.zeros((count, len(terms)), np.float32)
    vectors[places[telling], columns] = weights[telling]
    return terms, vectors


def topical(first: Prose, second: Prose) -> float:
    """Return how much two articles are about the same, in [0, 1]: the cosine of what they tell, names and quotes included."""
    return cosine((first.topic, first.profile), (second.topic, second.profile))


def overlapping(first: Prose, mine: Collection[int], second: Prose, yours: Collection[int]) -> float:
    """Return how far some sentences of two articles tell the same, in [0, 1], names and quotes included.

    It is the share of what the ones tell that the others tell too, the larger of both sides.

    Args:
        first: One article.
        mine: Some of its sentences.
        second: The other.
        yours: Some of that one's sentences.
    """
    (terms, weights), (others, their_weights) = _telling(first, mine), _telling(second, yours)
    here, there = common(terms, others)
    parts = ((weights, here), (their_weights, there))
    return max(float(one[at].sum() / max(1e-9, one.sum())) for one, at in parts)


def _telling(one: Prose, sentences: Collection[int]) -> tuple[Hashes, NDArray[np.float64]]:
    """Return the telling terms of some sentences, sorted, and the square of how much each tells, however often it is said."""
    terms, times = np.unique(one.facts.words, return_counts=True)
    here, there = common(terms, one.topic)
    chosen = np.isin(terms[here], one.facts.words[np.isin(one.places, np.array(sorted(sentences), np.intp))])
    weights = one.profile[there] / (1 + np.log(times[here]))
    return terms[here][chosen], weights[chosen] ** 2


def _runs(every: Hashes, chosen: NDArray[np.bool_]) -> Runs:
    """Return the runs of which all words are chosen.

    Args:
        every: Hash of every run.
        chosen: For each word whether it is.
    """
    sums = np.concatenate([[0], np.cumsum(chosen)])
    starts = np.flatnonzero(sums[RUN:] - sums[:-RUN] == RUN)
    known, first, times = np.unique(every[starts], return_index=True, return_counts=True)
    return Runs(every[starts], starts, known, first, times)
