"""Finds what is said and by whom: words in quotation marks, and reported speech.

signs -> direct quotes -> attributions of each sentence -> speaker of each quote:
    the cue that touches it, else the cue whose clause holds it, else the speaker of the quote before it
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from copydesk.mark.attributions import Attribution, attributions, introduction, signature
from copydesk.mark.speakers import Speaker, speaker_of
from copydesk.mark.view import View
from copydesk.records import Block, NameMark, QuoteMark
from copydesk.spans import overlap
from copydesk.text.quotes import Quoted, is_title, is_whole, names_work


class Said:
    """What stands in quotation marks in a text, for each token the number of its quote (-1 for none), attributions by sentence."""

    def __init__(self, view: View, direct: Sequence[Quoted]) -> None:
        self.direct = direct
        self.quoted = _numbers(view, direct)
        self.by_sentence = attributions(view, self.quoted)


def said_in(view: View, blocks: Sequence[Block], direct: Sequence[Quoted]) -> Said:
    """Return what stands in quotation marks, names of works not, and who says something."""
    return Said(view, [quote for quote in direct if not names_work(_words(view, quote), _before(view, blocks, quote))])


def find_quotes(view: View, blocks: Sequence[Block], said: Said, names: Sequence[NameMark]) -> list[QuoteMark]:
    """Return direct quotes and reported speech in order of the text.

    Args:
        view: The text.
        blocks: Its blocks.
        said: What stands in quotation marks, and who says something.
        names: Where entities are named, pronouns included.
    """
    marks = _direct(view, blocks, said.direct, said, names)
    indirect = _indirect(view, said, marks, names)
    return sorted((*marks, *indirect), key=lambda mark: (mark.start, -mark.end, mark.direct))


def _numbers(view: View, direct: Sequence[Quoted]) -> list[int]:
    """Return for each token the number of the quote it stands in, -1 for none."""
    numbers = [-1] * len(view.tokens)
    for number, quote in enumerate(direct):
        for at in view.tokens_in(quote.start, quote.end):
            numbers[at] = number
    return numbers


def _direct(
    view: View, blocks: Sequence[Block], direct: Sequence[Quoted], said: Said, names: Sequence[NameMark]
) -> list[QuoteMark]:
    """Return the direct quotes with their speakers; titles of works are none."""
    marks: list[QuoteMark] = []
    kept: list[Quoted] = []
    for number, quote in enumerate(direct):
        words = _words(view, quote)
        found = _labelled(view, quote, said) or _attribution_of(view, quote, number, said)
        found = found or _signed(view, blocks, quote) or _introduced(view, quote, said, words)
        whole = is_whole(words, _before(view, blocks, quote))
        heading = quote.single and _alone(blocks, quote)  # between paragraphs, a heading quotes in single marks
        title = is_title(words.rstrip(".") if heading else words)
        if not words.strip() or (title and (found is None or not whole)):
            continue
        mark = QuoteMark(
            start=quote.start, end=quote.end, words_start=quote.words_start, words_end=quote.words_end, direct=True, whole=whole
        )
        speaker = speaker_of(view, found, names) if found else None
        marks.append(_with_speaker(mark, speaker))
        kept.append(quote)
    return _continued(view, blocks, kept, marks, names)


def _words(view: View, quote: Quoted) -> str:
    return view.text[quote.words_start : quote.words_end]


def _before(view: View, blocks: Sequence[Block], quote: Quoted) -> str:
    """Return what stands just before a quote in its block."""
    return view.text[max(blocks[quote.block].start, quote.start - 40) : quote.start]


def _alone(blocks: Sequence[Block], quote: Quoted) -> bool:
    """Return whether a quote is all there is in its block."""
    return blocks[quote.block].end - quote.end < 3 and quote.start == blocks[quote.block].start


def _with_speaker(mark: QuoteMark, speaker: Speaker | None) -> QuoteMark:
    if speaker is None:
        return mark
    return replace(
        mark,
        speaker=speaker.text,
        speaker_start=speaker.start,
        speaker_end=speaker.end,
        entity=speaker.entity,
        known=speaker.known,
        cue=speaker.cue,
    )


def _attribution_of(view: View, quote: Quoted, number: int, said: Said) -> Attribution | None:
    """Return the attribution that names a quote's speaker: one that touches it, else one whose content holds it."""
    first, last = view.sentence_at(quote.start), view.sentence_at(max(quote.start, quote.end - 1))
    behind = [a for a in said.by_sentence[last] if a.trailing] if view.sentences else []
    before = (
        [a for a in said.by_sentence[first] if not a.trailing or a.cue_end <= view.token_at(quote.start)] if view.sentences else []
    )
    opening, closing = view.token_at(quote.start), view.tokens_in(quote.start, quote.end).stop
    touching = [a for a in behind if 0 <= min(a.cue, a.speaker if a.speaker >= 0 else a.cue) - closing <= 2]
    leading = [a for a in before if a.cue < opening and (a.content <= opening or a.trailing) and a.content_end >= opening - 1]
    holding = [a for a in behind if a.content < closing and a.cue >= closing]
    near = [a for a in leading if not _other_between(said.quoted, a.cue_end, opening, number)]
    return next(iter((*touching, *reversed(near), *holding, *reversed(leading))), None)


def _signed(view: View, blocks: Sequence[Block], quote: Quoted) -> Attribution | None:
    """Return who signs a quote behind a dash at the end of its line."""
    end = blocks[quote.block].end
    line = view.text.find("\n", quote.end, end)
    rest = view.tokens_in(quote.end, line if line >= 0 else end)
    return signature(view, rest.start, rest.stop)


def _labelled(view: View, quote: Quoted, said: Said) -> Attribution | None:
    """Return whose name and a colon stand before a quote: "Ana Arlen: “…"."""
    opening = view.token_at(quote.start)
    found = introduction(view, view.sentences[view.sentence_at(quote.start)], opening, said.quoted)
    return found if found and view.lower[found.cue] == ":" else None


def _introduced(view: View, quote: Quoted, said: Said, words: str) -> Attribution | None:
    """Return who is announced before a colon, in the sentence a quote stands in or in the one before.

    A comma announces only whole quotes in the same sentence.
    """
    at, opening = view.sentence_at(quote.start), view.token_at(quote.start)
    sentence = view.sentences[at]
    if opening > sentence.first:
        comma = view.lower[opening - 1] == ","
        return None if comma and not words[:1].isupper() else introduction(view, sentence, opening, said.quoted)
    before = view.sentences[at - 1] if at else sentence
    return introduction(view, before, before.last, said.quoted) if at and view.lower[before.last - 1] == ":" else None


def _other_between(quoted: Sequence[int], first: int, last: int, number: int) -> bool:
    return any(quoted[at] not in (-1, number) for at in range(first, last))


def _continued(
    view: View, blocks: Sequence[Block], quotes: Sequence[Quoted], marks: list[QuoteMark], names: Sequence[NameMark]
) -> list[QuoteMark]:
    """Give quotes without a cue the speaker of the quote before: in one paragraph, over paragraphs, in a paragraph of its own."""
    for at in range(len(marks) - 2, -1, -1):  # a quote over paragraphs has its cue behind the last or in the first
        if marks[at].speaker is None and quotes[at].continues and quotes[at + 1].block == quotes[at].block + 1:
            marks[at] = _copied(marks[at], marks[at + 1])
    for at in range(1, len(marks)):
        mark, before = marks[at], marks[at - 1]
        if mark.speaker is not None or before.speaker is None or not mark.whole:
            continue
        if quotes[at - 1].continues or _goes_on(view, blocks, quotes[at - 1], quotes[at]):
            marks[at] = _copied(mark, before)
    return marks


def _copied(mark: QuoteMark, other: QuoteMark) -> QuoteMark:
    return replace(
        mark,
        speaker=other.speaker,
        speaker_start=other.speaker_start,
        speaker_end=other.speaker_end,
        entity=other.entity,
        known=other.known,
        cue=other.cue,
    )


def _goes_on(view: View, blocks: Sequence[Block], before: Quoted, quote: Quoted) -> bool:
    """Return whether a quote without a cue goes on with the words of the quote before it."""
    if quote.block == before.block:
        return quote.start - before.end < 400
    return _alone(blocks, quote) and quote.block == before.block + 1


def _indirect(view: View, said: Said, direct: Sequence[QuoteMark], names: Sequence[NameMark]) -> Iterator[QuoteMark]:
    """Yield reported speech that is not wholly in quotation marks."""
    for found in (a for sentence in said.by_sentence for a in sentence if a.clause):
        start, end = view.tokens[found.content].start, view.tokens[found.content_end - 1].end
        inside = sum(
            overlap(mark, QuoteMark(start=start, end=end, words_start=start, words_end=end, direct=False))
            for mark in _near(direct, start, end)
        )
        speaker = speaker_of(view, found, names)
        if inside > 0.6 * (end - start) or speaker is None or not _says_something(view, found):
            continue
        yield _with_speaker(QuoteMark(start=start, end=end, words_start=start, words_end=end, direct=False), speaker)


def _says_something(view: View, found: Attribution) -> bool:
    """Return whether the content is a statement: it has a verb, and words besides."""
    inside = range(found.content, found.content_end)
    return len(inside) > 2 and any(view.tokens[at].fine in ("VBD", "VBZ", "VBP", "MD", "VB") for at in inside)


def _near(direct: Sequence[QuoteMark], start: int, end: int) -> list[QuoteMark]:
    at = bisect_left(direct, start, key=lambda mark: mark.end)
    near = []
    while at < len(direct) and direct[at].start < end:
        near.append(direct[at])
        at += 1
    return near
