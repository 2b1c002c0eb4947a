"""What is known at once of a sentence that takes its words from one it cites.

A draft is mostly made by leaving out. What is left of a marked sentence keeps its analysis, and no parser has to read it again.
"""

from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace

from copydesk.check.config import CheckConfig
from copydesk.check.judge import repeated, verbatim
from copydesk.check.lines import Line
from copydesk.check.pool import ArticleLine, Pool
from copydesk.check.reporter import reporter_of
from copydesk.check.words import is_sign
from copydesk.records import AmountMark, DateMark, Marks, Passage, Token, Verdict

M = TypeVar("M", AmountMark, DateMark)

_AHEAD = 2  # words that have to go on alike where something was left out


def at_once(text: str, citations: Sequence[Passage], pool: Pool, config: CheckConfig) -> Verdict | Marks | None:
    """Return what is known of a sentence without marking it.

    Words that say who reports it may be added to those it takes.

    Args:
        text: The sentence.
        citations: What it cites.
        pool: The articles.
        config: How strictly.

    Returns:
        The verdict, the same as with marks, where it is word for word one of those it cites. Its marks where all its words stand in
        one of them, in the same order; but a number or a time of which a part is left out ("70" of "fewer than 70") is another one.
        None for every other sentence.
    """
    line = pool.line(text, Marks())
    lines = pool.cited(citations)
    if not lines or not 0 < len(line.spoken) <= config.longest:
        return None
    reporter = line.once(reporter_of, pool)
    same = repeated(line, reporter, lines)
    if same:
        return verbatim(line, same, reporter)
    skip = reporter.words if reporter else ()
    told = [at for at, low in enumerate(line.lows) if at not in skip and not is_sign(low)]
    return next((marks for other in lines if (marks := _cut(line, told, other))), None)


def _cut(line: Line, told: Sequence[int], other: ArticleLine) -> Marks | None:
    """Return the marks of a sentence that was cut out of another one; None where it was not, or a number or time was cut."""
    places = _places([line.lows[at] for at in told], other.lows)
    if not places:
        return None
    kept = dict(zip(places, told, strict=True))
    amounts, dates = _whole(line, other.amounts, other, kept), _whole(line, other.dates, other, kept)
    if amounts is None or dates is None:
        return None
    return Marks(tokens=_tokens(line, other, kept), amounts=amounts, dates=dates)


def _places(wanted: Sequence[str], lows: Sequence[str]) -> list[int] | None:
    """Return for each word the index of the word of the other sentence it is; None where one is not there."""
    found, at = list[int](), 0
    for order, low in enumerate(wanted):
        while at < len(lows) and lows[at] != low and is_sign(lows[at]):
            at += 1
        if lows[at : at + 1] != [low]:
            following = list(wanted[order : order + _AHEAD])
            left = range(at + 1, len(lows))
            alike = (i for i in left if lows[i : i + _AHEAD] == following)
            at = next(alike, next((i for i in left if lows[i] == low), -1))
        if at < 0:
            return None
        found.append(at)
        at += 1
    return found


def _tokens(line: Line, other: ArticleLine, kept: dict[int, int]) -> tuple[Token, ...]:
    """Return a sentence's words tagged as in the other one; what hung on a word that is left out hangs on that one's head."""
    tokens = [Token(start=p.start, end=p.end, tag="X", fine="", lemma="", head=-1, relation="") for p in line.places]
    first, marked = other.tokens[0].start, other.tokens[1]
    for place, at in kept.items():
        theirs = marked[place]
        own = head = theirs.head - first
        while head in range(len(marked)) and head not in kept:
            head = marked[head].head - first
        tokens[at] = Token(
            start=tokens[at].start,
            end=tokens[at].end,
            tag=theirs.tag,
            fine=theirs.fine,
            lemma=theirs.lemma,
            head=kept.get(head, -1),
            relation=theirs.relation if head == own else "dep" if head in kept else "root",
        )
    return tuple(tokens)


def _whole(line: Line, marks: Sequence[M], other: ArticleLine, kept: dict[int, int]) -> tuple[M, ...] | None:
    """Return the marks whose words are all kept, moved to where they stand now; None where one is kept in part."""
    found = list[M]()
    for mark in marks:
        inside = (at for at, place in enumerate(other.places) if mark.start <= place.start < mark.end)
        places = [at for at in inside if not is_sign(other.lows[at])]
        words = [kept[at] for at in places if at in kept]
        if words and len(words) < len(places):
            return None
        if words:
            found.append(replace(mark, start=line.places[words[0]].start, end=line.places[words[-1]].end))
    return tuple(found)
