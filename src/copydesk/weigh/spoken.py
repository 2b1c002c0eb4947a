"""The quotes of one article: interrupted ones joined, scare quotes and titles left out."""

from collections.abc import Iterator, Sequence

import msgspec

from copydesk.records import Marked, Passage, QuoteMark
from copydesk.text.shingles import WORD, fold
from copydesk.weigh.cast import Cast
from copydesk.weigh.config import WeighConfig

_LONGEST_BRIDGE = 120  # code points of ", the minister said on Tuesday, " between the halves of an interrupted quote
_INDIRECT_WORDS = 6
_FADED = ("pronoun", "unknown")


class Spoken(msgspec.Struct, frozen=True, gc=False):
    """Somebody's words at one place.

    Attributes:
        passage: From the first sign of the quote to its last; an interrupted one includes what interrupts it.
        text: The words alone.
        words: The words folded, for comparison.
        speaker: Who says them, as the article says it; by name where a pronoun stands for one.
        person: The speaker's entity in the story, where it is one.
        named: Whether the article names that speaker there, or means him with a pronoun; a role is often a guess.
        direct: Whether they stand in quotation marks.
        published: When its article was, `9999` where that is not known.
    """

    passage: Passage
    text: str
    words: tuple[str, ...]
    speaker: str | None
    person: str | None
    named: bool
    direct: bool
    published: str


def spoken_in(marked: Marked, cast: Cast, config: WeighConfig) -> Iterator[Spoken]:
    """Yield the quotes of one article, in its order."""
    parts: list[QuoteMark] = []
    end = -1
    for mark in sorted(marked.marks.quotes, key=lambda q: (q.start, q.end)):
        if not mark.direct:
            if clear(mark, marked):
                yield spoken([mark], marked, cast)
        elif mark.start >= end:  # a quote inside a quote belongs to it
            if parts and not goes_on(parts[-1], mark, marked.article.text):
                yield from worth(parts, marked, cast, config)
                parts = []
            parts.append(mark)
            end = mark.end
    yield from worth(parts, marked, cast, config)


def clear(mark: QuoteMark, marked: Marked) -> bool:
    """Return whether an indirect quote plainly says whose words it reports."""
    words = marked.article.text[mark.words_start : mark.words_end].split()
    return mark.whole and mark.known in ("named", "role", "document") and len(words) >= _INDIRECT_WORDS


def goes_on(before: QuoteMark, after: QuoteMark, text: str) -> bool:
    """Return whether a quote carries on the one before it: nothing but who speaks stands between."""
    bridge = text[before.end : after.start]
    if "\n" in bridge or len(bridge) > _LONGEST_BRIDGE or not (before.whole and after.whole):
        return False
    named = before.speaker_start >= before.end and before.speaker_end <= after.start
    another = after.speaker_start >= after.end and after.entity != before.entity
    if another or not (named or not bridge.strip()):
        return False
    # One full stop may stand between ("…," she said. "…"); a sentence of the article's own may not.
    return sum(bridge.count(sign) for sign in ".!?") <= 1 + bridge.count("Mr.") + bridge.count("Ms.") + bridge.count("Dr.")


def worth(parts: Sequence[QuoteMark], marked: Marked, cast: Cast, config: WeighConfig) -> Iterator[Spoken]:
    """Yield the quote that some parts make, unless it is a scare quote, a title or too short to be followed."""
    if parts:
        found = spoken(parts, marked, cast)
        if len(found.words) >= config.quote_words and (found.speaker is not None or any(p.whole for p in parts)):
            yield found


def spoken(parts: Sequence[QuoteMark], marked: Marked, cast: Cast) -> Spoken:
    """Return the quote that some parts make."""
    text = joined([marked.article.text[p.words_start : p.words_end] for p in parts])
    named = next((p for p in parts if p.speaker is not None), parts[0])
    entity = named.entity if named.entity is not None else beside(named, marked)
    person = cast.key(marked.article.id, entity) if entity is not None else None
    by_name = person is not None and (named.known in _FADED or named.entity is None)
    return Spoken(
        passage=marked.passage(parts[0].start, parts[-1].end),
        text=text,
        words=tuple([fold(word) for word in WORD.findall(text)]),
        speaker=cast.name(person) if by_name and person is not None else named.speaker,
        person=person,
        named=named.known in ("named", "pronoun") or named.entity is None,
        direct=parts[0].direct,
        published=marked.article.published.when or "9999",
    )


def beside(mark: QuoteMark, marked: Marked) -> str | None:
    """Return the entity that is named right behind a speaker's description: "its chairman, Jon Eide, said"."""
    if mark.speaker is None:
        return None
    behind = (n.entity for n in marked.marks.names if mark.speaker_end < n.start <= mark.speaker_end + 2)
    return next(behind, None) if marked.article.text[mark.speaker_end : mark.speaker_end + 1] == "," else None


def joined(pieces: Sequence[str]) -> str:
    """Return the words of an interrupted quote as one text.

    The comma before "he said" is the writer's; whether the speaker's sentence ended there shows in the next piece's capital.
    """
    text = " ".join(pieces[0].split()) if pieces else ""
    for piece in pieces[1:]:
        following = " ".join(piece.split())
        if text.endswith(",") and following[:1].isupper() and following.split(" ")[0] not in ("I", "I’m", "I'm", "I’ve", "I've"):
            text = text[:-1] + "."
        text = f"{text} {following}"
    return text
