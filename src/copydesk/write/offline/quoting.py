"""A sentence of a quotation that goes on over several, with its quotation marks and who says it."""

import msgspec

from copydesk.records import Passage, QuoteMark
from copydesk.write.grammar.phrase import CLOSING_QUOTES, OPENING_QUOTES, Phrase, Word, fresh, saying
from copydesk.write.offline.pile import Pile

_KNOWN = ("named", "role", "group")
_ENDS = (".", "!", "?")
_MARKS = OPENING_QUOTES | CLOSING_QUOTES | {'"'}
_LONGEST_SPEAKER = 12  # words


class Requoted(msgspec.Struct, frozen=True):
    """A sentence out of a quotation, made whole.

    Attributes:
        phrase: Its words.
        speakers: The sentence that names who says it, where that is another one.
    """

    phrase: Phrase
    speakers: tuple[Passage, ...] = ()


def requoted(phrase: Phrase, passage: Passage, pile: Pile) -> Requoted:
    """Return a sentence of a longer quotation with its own quotation marks, and with who says it where another sentence tells that.

    “One. Two,” she said. -> “One,” said she. / “Two,” she said. The words between the marks stay as they are. Any other sentence is
    returned as it is, as is one whose speaker has no name and no office.
    """
    quote = next((q for q in pile.quotes(passage) if _goes_on(q, passage)), None)
    if quote is None or not phrase.words or quote.start < 0:
        return Requoted(phrase)
    inner = phrase
    if quote.start < passage.start and not _opens(inner):
        inner = Phrase((Word(form="“", space=False, tag="PUNCT"), *_moved(inner.words, 1, space=False)))
    if passage.start <= quote.speaker_start < passage.end:
        return Requoted(inner) if quote.end <= passage.end else Requoted(phrase)
    said = _said(quote)
    if not said:
        return Requoted(phrase)
    speaker = pile.around(quote.speaker_start, passage.article_id)
    closed = _closed(inner)
    return Requoted(Phrase((*closed, *said, Word(form=".", space=False, tag="PUNCT"))), (speaker,)) if closed else Requoted(phrase)


def _goes_on(quote: QuoteMark, passage: Passage) -> bool:
    """Return whether a direct quotation goes on beyond a passage, or is all of it while its speaker stands elsewhere."""
    beyond = quote.start < passage.start or quote.end > passage.end
    alone = quote.start - passage.start <= 1 and passage.end - quote.end <= 1
    elsewhere = not passage.start <= quote.speaker_start < passage.end
    return quote.direct and quote.whole and (beyond or (alone and elsewhere))


def _opens(phrase: Phrase) -> bool:
    return phrase.words[0].form in _MARKS


def _said(quote: QuoteMark) -> tuple[Word, ...]:
    """Return "said" with who said it; nothing where that is nobody by name or office."""
    words = (quote.speaker or "").split()
    if quote.known not in _KNOWN or quote.speaker_start < 0 or not 0 < len(words) <= _LONGEST_SPEAKER:
        return ()
    named = fresh(" ".join(words), "PROPN" if quote.known == "named" else "NOUN", "nsubj")
    return (*saying("said"), *named)


def _closed(phrase: Phrase) -> tuple[Word, ...]:
    """Return the words of a quotation with its closing mark: ",”" for a full stop; nothing where it does not end as a sentence."""
    words = list(phrase.words)
    while words and words[-1].form in CLOSING_QUOTES | {'"'}:
        words.pop()
    if not words or words[-1].form not in (*_ENDS, ","):
        return ()
    if words[-1].form == ".":
        words[-1] = msgspec.structs.replace(words[-1], form=",", low=",")
    return (*words, Word(form="”", space=False, tag="PUNCT"))


def _moved(words: tuple[Word, ...], by: int, *, space: bool) -> tuple[Word, ...]:
    """Return words whose heads count from further behind, the first with or without white space before it."""
    moved = tuple(msgspec.structs.replace(w, head=w.head + by if w.head >= 0 else -1) for w in words)
    return (msgspec.structs.replace(moved[0], space=space), *moved[1:])
