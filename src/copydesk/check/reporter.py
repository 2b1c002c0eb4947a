"""Who reports it: "The Hill reports that …", "according to one report, …". These words are about an outlet, not about the event."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from copydesk.check.lexicon import REPORTS
from copydesk.check.lines import Line
from copydesk.check.pool import Pool, outlet_key
from copydesk.records import Marks
from copydesk.text.words import word_set

_VERBS = word_set(
    """
    reports report reported says say said writes write wrote adds added notes noted states stated reporting puts put gives
    quotes quoted cites
    """
)
_BETWEEN = frozenset({",", "also", "separately", "further", "additionally", "meanwhile", "later", "earlier"})
_CLOSING = frozenset({"”", "’", '"', "''"})
_LONGEST = 12  # words before the verb
_GENERIC = word_set(
    """
    a an the one two three four five six seven eight nine ten another other others some several both all each every of these those
    this that same unnamed unknown news separate single different early earlier later first second third fourth fifth sixth whose
    which outlet is not named in it its and or published by media online local agency wire further remaining only most many text
    from at hand says say also independent
    """
)


class Reporter(msgspec.Struct, frozen=True):
    """Words of a sentence that say who reports what the rest of it says.

    Attributes:
        words: Indices of these words.
        articles: Indices of the articles that may be meant; None where no outlet is named.
        text: The words that name the outlet.
    """

    words: frozenset[int]
    articles: tuple[frozenset[int], ...] | None
    text: str


def reporter_of(line: Line, pool: Pool) -> Reporter | None:
    """Return who a sentence says reports it, where that is an outlet of the articles, one they credit, or one left unnamed."""
    if _VERBS.isdisjoint(line.lows) and "according" not in line.lows:
        return None
    for start, end, rest in _frames(line.lows):
        named = _articles_of(line.lows[start:end], pool)
        if named is not None:
            text = line.text[line.places[start].start : line.places[end - 1].end]
            return Reporter(frozenset(rest), named or None, text)
    return None


class Telling(msgspec.Struct, frozen=True):
    """How a sentence says who reports it.

    Attributes:
        words: The words that name them.
        article_ids: For each outlet that is named, the articles that may be meant; empty where none is named.
    """

    words: str
    article_ids: tuple[frozenset[str], ...]


def telling(text: str, pool: Pool) -> Telling | None:
    """Return how a sentence says which outlet reports it, or that one report does; None where it does not."""
    reporter = pool.line(text, Marks()).once(reporter_of, pool)
    if reporter is None:
        return None
    named = reporter.articles or ()
    return Telling(reporter.text, tuple(frozenset(pool.articles[at].article.id for at in found) for found in named))


def _frames(lows: Sequence[str]) -> Iterator[tuple[int, int, range]]:
    """Yield where an outlet may be named, with all words that belong to naming it."""
    yield from _leading(lows)
    for at in range(len(lows) - 1, max(0, len(lows) - _LONGEST - 1), -1):
        if lows[at] == "to" and lows[at - 1] == "according":
            for end in _ends(lows, at + 1):
                yield at + 1, end, range(at - 1 - (lows[at - 2] == ","), end)
        elif lows[at] == ",":
            yield from _trailing(lows, at)
    yield from _parenthetic(lows)


def _leading(lows: Sequence[str]) -> Iterator[tuple[int, int, range]]:
    """Yield "The Post reports that" and "According to the Post," at the head of a sentence."""
    for at, low in enumerate(lows[: _LONGEST + 1]):
        if low in _VERBS and at > 0:
            yield 0, _trimmed(lows, 0, at), range(_behind(lows, at + 1))
    if lows[:2] == ["according", "to"]:
        for end in _ends(lows, 2):
            yield 2, end, range(min(end + 1, len(lows)))


def _trailing(lows: Sequence[str], comma: int) -> Iterator[tuple[int, int, range]]:
    """Yield ", the Post reports" and ", reported the Post" at the tail of a sentence."""
    verbs = [at for at in range(comma + 1, len(lows)) if lows[at] in _VERBS]
    if not verbs:
        return
    verb = verbs[-1]  # "one report says": the last one
    start = comma + 1 + (lows[comma + 1] in _CLOSING)  # “It will close,” the Post reports
    if verb > start:
        yield start, verb, range(comma, verb + 1)
    for end in _ends(lows, verb + 1) if verb == comma + 1 else ():
        yield verb + 1, end, range(comma, end)


def _parenthetic(lows: Sequence[str]) -> Iterator[tuple[int, int, range]]:
    """Yield ", the Post reports," and ", according to the Post," in the middle of a sentence."""
    commas = [at for at, low in enumerate(lows) if low == ","]
    for first, last in pairwise(commas):
        if first > 0 and last - first <= _LONGEST:
            # First of all: in "according to the second report", the last word is no verb.
            if list(lows[first + 1 : first + 3]) == ["according", "to"]:
                yield first + 3, last, range(first, last + 1)
            elif lows[last - 1] in _VERBS and last - first > 2:
                yield first + 1, _trimmed(lows, first + 1, last - 1), range(first, last + 1)


def _trimmed(lows: Sequence[str], start: int, end: int) -> int:
    """Return the end of a name without what may stand between it and the verb: "The Post also reports"."""
    while end - 1 > start and lows[end - 1] in _BETWEEN:
        end -= 1
    return end


def _behind(lows: Sequence[str], at: int) -> int:
    while at < len(lows) and lows[at] in (":", ",", "that"):
        at += 1
    return at


def _ends(lows: Sequence[str], start: int) -> Iterator[int]:
    """Yield where an outlet's name that begins at `start` may end: at a comma, a colon or the sentence's end."""
    for at in range(start + 1, min(start + _LONGEST, len(lows)) + 1):
        if at == len(lows) or lows[at] in (",", ":", ".", ";", "—", "–"):
            yield at


def _articles_of(lows: Sequence[str], pool: Pool) -> tuple[frozenset[int], ...] | None:
    """Return for each outlet named in the words its articles; an empty tuple for unnamed ones, None where it is no outlet."""
    text = " ".join(lows)
    if not REPORTS.isdisjoint(lows) and _unnamed(text):
        return ()
    known = pool.outlets
    parts = [text] if outlet_key(text) in known else [part for part in re.split(r" and | , |,", text) if part.strip()]
    named = [part for part in parts if not _unnamed(part)]
    found = [known.get(outlet_key(part)) for part in named]
    if not found or not all(found):
        return None
    return tuple(f for f in found if f) if len(named) == len(parts) else ()


def _unnamed(text: str) -> bool:
    """Return whether words tell of reports without naming an outlet: "two other articles", "one report"."""
    return all(word in REPORTS or word in _GENERIC or not word.isalnum() for word in text.split())
