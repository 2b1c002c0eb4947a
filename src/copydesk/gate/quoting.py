"""A passage as words of its outlet, where no wording of a sentence holds."""

from collections.abc import Sequence

from copydesk.gate.grounds import LEANING, holds
from copydesk.gate.judging import Gate, judged, length
from copydesk.gate.mending import trusted
from copydesk.records import DraftSentence, Marked, Passage

QUOTE_SIGNS = "\"“”„«»‘’'`"

_FEWEST = 5  # words of a sentence


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
    words = f"“{passage.text}”" if marked else passage.text
    return DraftSentence(text=f"{outlet}: {words}", claim_ids=(), citations=(passage,), attributed=True, hand="quote")


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
