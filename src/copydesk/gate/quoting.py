"""A passage as words of its outlet, where no wording of a sentence holds, or none is far enough from the article."""

import re
from collections.abc import Callable, Iterator, Sequence

from copydesk.gate.grounds import LEANING, holds
from copydesk.gate.judging import Gate, judged, length
from copydesk.gate.mending import trusted
from copydesk.records import DraftSentence, Marked, Passage, Sentence
from copydesk.text.runs import placed, words_of
from copydesk.write import Apart, opened, spaced, with_article

CLOSING = (".", "!", "?", "”")
QUOTE_SIGNS = "\"“”„«»‘’'`"

# A passage longer than this is a reprint, not a quotation.
MOST_QUOTED_WORDS = 40
_POINTING = frozenset(
    {"he", "she", "him", "her", "his", "hers", "they", "them", "their", "today", "yesterday", "tomorrow", "tonight"}
)
_SHORT = re.compile(r"(?:\b[A-Z]|\.[A-Za-z])$")  # "U.S", "p.m": the stop behind it belongs to it
_NEAR = 0.7  # of a sentence's words that a passage quoted in its place must have
_FEWEST = 5  # words of a sentence
_DOUBLE = re.compile(r"“([^“”]*)”|\"([^\"]*)\"")


def quoted(citations: Sequence[Passage], gate: Gate, most_words: int, *, marked: bool = True) -> DraftSentence | None:
    """Return the shortest cited passage as words of its outlet.

    Args:
        citations: The passages to choose from.
        gate: What the gate works with.
        most_words: A longer passage is not taken.
        marked: Whether it stands in quotation marks; then a passage that holds some itself is not taken.
    """
    fit = [
        p
        for p in citations
        if len(p.text.split()) <= most_words
        and not (marked and (any(sign in p.text for sign in QUOTE_SIGNS) or LEANING.match(p.text)))
    ]
    if not fit:
        return None
    passage = min(fit, key=lambda p: (len(p.text), p))
    outlet = next(outlet_name(m) for m in gate.brief.material.articles if m.article.id == passage.article_id)
    words = f"“{spaced(passage.text)}”" if marked else passage.text
    return DraftSentence(text=f"{outlet}: {words}", claim_ids=(), citations=(passage,), attributed=True, hand="quote")


def in_marks(sentence: Sentence, parts: Apart, whole: Callable[[str], str], gate: Gate) -> Iterator[DraftSentence]:
    """Yield a printed sentence as a quotation: “…,” the Courier reports.

    First its own words, where an article has them in a row: then it tells no more than before, and rests on what it rested on.
    Else the shortest passage it cites.

    Args:
        sentence: The sentence.
        parts: Who reports it and what it tells.
        whole: Puts another wording where the sentence has its place: behind the day of a timeline's line.
        gate: What the gate works with.
    """
    outlets = {m.article.id: m.article.outlet for m in gate.brief.material.articles}
    for passage in sentence.citations:
        place = placed(parts.told, passage.text)
        words = cited(passage.text[place[0] : _dotted(passage.text, place[1])]) if place else None
        if words:
            wording = told_in_marks(sentence, words, whole, parts.teller or teller_of(outlets[passage.article_id], gate))
            # The same words as before: whoever carried them carries them now.
            gate.carried[wording] = sentence.origin_ids
            yield wording
            break
    said = set(words_of(parts.told))
    for passage in sorted(sentence.citations, key=lambda p: (-len(said.intersection(words_of(p.text))), len(p.text), p)):
        near = (
            len(said.intersection(words_of(passage.text))) >= _NEAR * len(said) and len(passage.text.split()) <= MOST_QUOTED_WORDS
        )
        # "His" is of whom the passage before tells, "today" the article's day.
        others = not _POINTING.isdisjoint(set(words_of(passage.text)) - said)
        words = cited(passage.text) if near and not others and not LEANING.match(passage.text) else None
        if words:
            yield told_in_marks(sentence, words, whole, parts.teller or teller_of(outlets[passage.article_id], gate))
            break


def _dotted(text: str, end: int) -> int:
    """Return the end of words with the stop that belongs to the last one, a short form."""
    return end + (text[end : end + 1] == "." and _SHORT.search(text[:end]) is not None)


def told_in_marks(sentence: Sentence, words: str, whole: Callable[[str], str], teller: str) -> DraftSentence:
    """Return a quotation with who reports it behind it, in the place of a sentence."""
    closed = words if words[-1] in "?!…" else f"{opened(words).rstrip(',;:')},"
    end = "." if sentence.text[-1:] in CLOSING else ""  # a headline has no full stop
    text = whole(f"“{closed}” {teller}{end}")
    return DraftSentence(text=text, claim_ids=sentence.claim_ids, citations=sentence.citations, attributed=True, hand="quote")


def cited(text: str) -> str | None:
    """Return words of an article as they stand in quotation marks; None where marks in them do not come in pairs."""
    text = _DOUBLE.sub(lambda m: f"‘{(m[1] or m[2] or '').strip()}’", spaced(text))
    if (
        not text
        or any(sign in text for sign in '"“”„«»')
        or text.count("‘") > text.count("’")
        or text.count("(") != text.count(")")
    ):
        return None
    return text[0].upper() + text[1:]


def teller_of(outlet: str | None, gate: Gate) -> str:
    """Return who reports something, behind a quotation: "the Courier reports", "one report says"."""
    return f"{with_article(outlet)} {gate.setup.config.style.reporting}s" if outlet else "one report says"


def quoted_surely(sentence: DraftSentence, gate: Gate, room: int) -> DraftSentence:
    """Return a passage as its outlet's words, in the place of a sentence that must stand; one that holds where any does."""
    everything = [m.passage(s.start, s.end) for m in gate.brief.material.articles for s in m.reporting()]
    # "A 4 ." is what a page's layout left of a sentence: it stands only where nothing else does.
    passages = sorted((*sentence.citations, *everything), key=lambda p: len(p.text.split()) < _FEWEST)
    found = (quoted([p], gate, most_words=1000, marked=m) for m in (True, False) for p in passages)
    new = [q for q in found if q and q.text not in gate.said]
    for fits in (True, False):
        for one in new:
            judged([one], gate)
            if holds(one, gate) and (length(one.text) <= room or not fits):
                return one
    last = new[0] if new else trusted(sentence, gate)
    judged([last], gate)
    return last


def outlet_name(marked: Marked) -> str:
    """Return an article's outlet with what it does, or honest words where it is not known."""
    return f"{marked.article.outlet} reports" if marked.article.outlet else "One report says"
