"""Outlets as speakers: what an outlet reports is credited to it; it says only what it says of itself."""

from collections.abc import Iterator, Sequence

from copydesk.mark.view import View
from copydesk.records import CreditMark, QuoteMark
from copydesk.spans import Span, contains
from copydesk.text.words import word_set

_ITSELF = frozenset({"it", "its"})
_STATED = word_set("statement editorial memo apology letter op-ed correction")


def spoken(view: View, quotes: Sequence[QuoteMark], credited: Sequence[CreditMark]) -> Iterator[QuoteMark]:
    """Yield the quotes without what credited outlets report: "the Lantern said the bridge is unsafe".

    Direct quotes stay, since somebody's words are quoted; so does what an outlet says of itself ("said it stood by its story").
    """
    outlets = [credit for credit in credited if credit.scope != "mention" and not credit.back]
    for quote in quotes:
        if quote.direct or quote.speaker_start < 0 or not _by_outlet(quote, outlets) or _of_itself(view, quote):
            yield quote


def _by_outlet(quote: QuoteMark, outlets: Sequence[CreditMark]) -> bool:
    """Return whether the speaker is an outlet that is credited right there."""
    speaker = (quote.speaker or "").removeprefix("the ").removeprefix("The ")
    return any(
        credit.name.removeprefix("The ") == speaker and contains(credit, Span(quote.speaker_end - 1, quote.speaker_end))
        for credit in outlets
    )


def _of_itself(view: View, quote: QuoteMark) -> bool:
    """Return whether an outlet speaks of itself, or in a statement."""
    sentence = view.sentences[view.sentence_at(quote.start)]
    first = view.lower[view.token_at(quote.start)]
    return first in _ITSELF or not _STATED.isdisjoint(view.lower[sentence.first : sentence.last])
