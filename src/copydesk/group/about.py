"""What an article is about, so that it can be held against others."""

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.records import Article, Marked, Published
from copydesk.text.background import stem, weight
from copydesk.text.shingles import Hashes, Word, word_hash, words
from copydesk.text.similarity import Weights, inside, named, profile, projected

DIMENSIONS = 4096
_NAME = 2.5  # who, where and when tell two like events apart; 1: BCubed F1 .87, 2.5: .91, 4: .90 on ECB+
_LEAD_SENTENCES = 3
_LEAD = 0.2  # share of the likeness that title and lead decide; 0: .911, .2: .917
_LEAD_SALT = np.uint64(0x5BD1E9955BD1E995)
_SECONDS_A_DAY = 86_400


class About(msgspec.Struct, frozen=True, eq=False):
    """What an article is about.

    Attributes:
        id: The article's id.
        terms: Its telling terms, sorted hashes of stems.
        weights: How much each tells; a vector of unit length.
        vector: Title, lead and body as one vector of unit length and `DIMENSIONS` dimensions.
        day: When it was published, in days since 1970; NaN where not even the day is known.
    """

    id: str
    terms: Hashes
    weights: Weights
    vector: Weights
    day: float


class Lexicon:
    """Remembers hash and weight of the words of one pile."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, float]] = {}

    def look_up(self, folded: str) -> tuple[int, float]:
        """Return the hash of a word's stem and how much the word tells."""
        known = self._known.get(folded)
        if known is None:
            known = (word_hash(stem(folded)), weight(folded))
            self._known[folded] = known
        return known


def about(marked: Marked, lexicon: Lexicon) -> About:
    """Return what an article is about.

    Args:
        marked: The article.
        lexicon: Shared by the articles of one pile.
    """
    found, places = _words(marked)
    looked_up = [lexicon.look_up(word.folded) for word in found]
    stems = np.array([known[0] for known in looked_up], np.uint64)
    tells = np.array([known[1] for known in looked_up], np.float32) * np.where(_names(marked, found, places), _NAME, 1.0)
    terms, weights = profile(stems, tells.astype(np.float32))
    title = [lexicon.look_up(word.folded) for word in words(marked.article.title or "")]
    first = np.array(places, np.intp) < _LEAD_SENTENCES
    lead = profile(
        np.concatenate([stems[first], np.array([known[0] for known in title], np.uint64)]),
        np.concatenate([tells[first], np.array([known[1] for known in title], np.float32)]).astype(np.float32),
    )
    body = projected(terms, weights, DIMENSIONS) * np.float32(np.sqrt(1 - _LEAD))
    vector = body + projected(lead[0] ^ _LEAD_SALT, lead[1], DIMENSIONS) * np.float32(np.sqrt(_LEAD))
    length = float(np.linalg.norm(vector))
    return About(
        marked.article.id, terms, weights, (vector / np.float32(length or 1.0)).astype(np.float32), day(marked.article.published)
    )


def _words(marked: Marked) -> tuple[list[Word], list[int]]:
    """Return the words of the reporting sentences and the sentence in which each stands."""
    found: list[Word] = []
    places: list[int] = []
    for place, sentence in enumerate(marked.reporting()):
        some = words(marked.article.text, sentence.start, sentence.end)
        found += some
        places += [place] * len(some)
    return found, places


def _names(marked: Marked, found: Sequence[Word], places: Sequence[int]) -> NDArray[np.bool_]:
    """Return which words are names: by the way they are written, or marked as one."""
    spans = [(n.start, n.end) for n in marked.marks.names if n.mention in ("full", "short")]
    starts = np.array([word.start for word in found], np.intp)
    return named(marked.article.text, found, places) | inside(starts, spans)


def day(published: Published) -> float:
    """Return a publication time in days since 1970, NaN where not even the day is known."""
    if not published.when or published.precision in ("month", "year", "unknown"):
        return float("nan")
    try:
        when = datetime.fromisoformat(published.when)
    except ValueError:
        return float("nan")
    aware = when if when.tzinfo else when.replace(tzinfo=UTC)
    return aware.timestamp() / _SECONDS_A_DAY


def surface(article: Article, marked: Marked) -> dict[int, str]:
    """Return for each term the way an article writes it: the shortest name that has it, else the word as it stands."""
    spelled: dict[int, str] = {}
    for name in marked.marks.names:
        if name.mention in ("full", "short"):
            text = " ".join(article.text[name.start : name.end].split())
            for word in words(text):
                key = word_hash(stem(word.folded))
                spelled[key] = min(spelled.get(key, text), text, key=lambda option: (len(option), option))
    for sentence in marked.reporting():
        for word in words(article.text, sentence.start, sentence.end):
            spelled.setdefault(word_hash(stem(word.folded)), article.text[word.start : word.end])
    return spelled
