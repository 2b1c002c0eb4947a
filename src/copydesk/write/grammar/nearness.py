"""How near a sentence comes to an article: the most words in a row that both have, as they count (`text/runs.py`)."""

from bisect import bisect_right

import msgspec

from copydesk.spans import Span
from copydesk.text.runs import Originals, Term
from copydesk.write.grammar.phrase import Phrase

_LONGEST_TERM = 6  # words
_TERM = frozenset({"ADJ", "NOUN", "PROPN"})
_INSIDE = frozenset({"of", "for", "and", "’s", "'s", "-"})


class Near(msgspec.Struct, frozen=True):
    """The longest stretch that a sentence shares with an article.

    Attributes:
        words: How many of its words count.
        start: Place in the phrase of its first word.
        end: Behind the place of its last word.
    """

    words: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The stretch as a range of places."""
        return Span(self.start, self.end)


def nearest(phrase: Phrase, originals: Originals) -> Near:
    """Return the longest stretch of words outside quotation marks that a phrase shares with any of some articles."""
    told = originals.told(phrase.text)
    best = max(originals.runs(told), key=lambda run: (run.counted, run.end - run.start), default=None)
    if best is None:
        return Near(0, 0, 0)
    starts, at = [], 0
    for i, word in enumerate(phrase.words):
        at += bool(word.space and i)
        starts.append(at)
        at += len(word.form)
    first, last = told[best.start].start, told[best.end - 1].end - 1
    return Near(best.counted, bisect_right(starts, first) - 1, bisect_right(starts, last))


def terms(phrase: Phrase) -> set[Term]:
    """Return the words in a row of a phrase that may be a term: two to six, a noun among them, a noun or a name at the end."""
    found, words = set[Term](), phrase.words
    for start, word in enumerate(words):
        if word.tag not in _TERM:
            continue
        for end in range(start + 1, min(len(words), start + _LONGEST_TERM) + 1):
            last = words[end - 1]
            if last.tag not in _TERM and last.low not in _INSIDE:
                break
            if end - start > 1 and last.tag in ("NOUN", "PROPN") and any(w.tag == "NOUN" for w in words[start:end]):
                found.add(tuple(w.low for w in words[start:end] if w.tag in _TERM or w.low in ("of", "for", "and")))
    return {term for term in found if len(term) > 1}
