"""What is known at once of a sentence that takes its words from one it cites.

A draft is mostly made by leaving out. What is left of a marked sentence keeps its analysis, and no parser has to read it again.
"""

from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace

from copydesk.check.config import CheckConfig
from copydesk.check.judge import repeated, verbatim
from copydesk.check.lines import Line, Word
from copydesk.check.pool import ArticleLine, Pool
from copydesk.check.reporter import reporter_of
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
    line = Line(text, 0, len(text), Marks())
    lines = pool.cited(citations)
    if not lines or not 0 < len(line.spoken) <= config.longest:
        return None
    reporter = reporter_of(line, pool)
    same = repeated(line, reporter, lines)
    if same:
        return verbatim(line, same, reporter)
    told = [word for word in line.words if word.kind != "sign" and not (reporter and word.at in reporter.words)]
    return next((marks for other in lines if (marks := _cut(line, told, other))), None)


def _cut(line: Line, told: Sequence[Word], other: ArticleLine) -> Marks | None:
    """Return the marks of a sentence that was cut out of another one; None where it was not, or a number or time was cut."""
    places = _places(told, [word for word in other.words if word.kind != "sign"])
    kept = dict(zip(places or (), told, strict=bool(places)))
    amounts, dates = _whole(other.amounts, other, kept), _whole(other.dates, other, kept)
    if not kept or amounts is None or dates is None:
        return None
    return Marks(tokens=_tokens(line, other, kept), amounts=amounts, dates=dates)


def _places(ours: Sequence[Word], theirs: Sequence[Word]) -> list[int] | None:
    """Return for each word the index of the word of the other sentence it is; None where one is not there."""
    wanted, lows = [word.low for word in ours], [word.low for word in theirs]
    found, at = list[int](), 0
    for order, low in enumerate(wanted):
        if lows[at : at + 1] != [low]:
            following = wanted[order : order + _AHEAD]
            left = range(at + 1, len(lows))
            alike = (i for i in left if lows[i : i + _AHEAD] == following)
            at = next(alike, next((i for i in left if lows[i] == low), -1))
        if at < 0:
            return None
        found.append(theirs[at].at)
        at += 1
    return found


def _tokens(line: Line, other: ArticleLine, kept: dict[int, Word]) -> tuple[Token, ...]:
    """Return a sentence's words tagged as in the other one; what hung on a word that is left out hangs on that one's head."""
    tokens = [Token(start=w.start, end=w.end, tag="X", fine="", lemma="", head=-1, relation="") for w in line.words]
    for place, word in kept.items():
        theirs = other.words[place]
        head = theirs.head
        while head >= 0 and head not in kept:
            head = other.words[head].head
        tokens[word.at] = Token(
            start=word.start,
            end=word.end,
            tag=theirs.tag,
            fine=theirs.fine,
            lemma=other.tokens[1][place].lemma,
            head=kept[head].at if head >= 0 else -1,
            relation=theirs.relation if head == theirs.head else "root" if head < 0 else "dep",
        )
    return tuple(tokens)


def _whole(marks: Sequence[M], other: ArticleLine, kept: dict[int, Word]) -> tuple[M, ...] | None:
    """Return the marks whose words are all kept, moved to where they stand now; None where one is kept in part."""
    found = list[M]()
    for mark in marks:
        places = [at for at in other.words_in(mark) if other.words[at].kind != "sign"]
        words = [kept[at] for at in places if at in kept]
        if words and len(words) < len(places):
            return None
        if words:
            found.append(replace(mark, start=words[0].start, end=words[-1].end))
    return tuple(found)
