"""What became of somebody's words: shortened, altered, put into another mouth, or narration put into quotation marks."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice, pairwise, takewhile

from copydesk.records import Change, Marked, Passage, QuoteMark, Reuse
from copydesk.text.contractions import expanded
from copydesk.text.shingles import words
from copydesk.text.words import FIRST_AND_SECOND
from copydesk.trace.examined import Examined, Said
from copydesk.trace.speakers import respoken

_RUN = 7  # words in a row that were taken, and are not found alike by chance
_MOST = 0.8  # share of a short quote's words that make as much
_FEWEST = 4  # words of a quote that is looked at
_SHOWN = 8  # words of a difference that are told
_QUOTING = ("“", "”", "„", "«", "»", '"', "``", "''")
_MARKED = ("…", "...", "[", "(")  # signs by which a writer says that something was left out or put in


def quote_changes(later: Examined, earlier: Examined, passages: Sequence[Reuse]) -> Iterator[Change]:
    """Yield what the later article did to words in quotation marks.

    Args:
        later: The later article.
        earlier: The earlier one.
        passages: What they share; those of kind `quoted` are quotes that both have.
    """
    both = [reuse for reuse in passages if reuse.kind == "quoted"]
    for reuse in both:
        if reuse.later.text != reuse.earlier.text:
            yield from _altered(later, earlier, reuse)
        yield from respoken(later, earlier, reuse)
    yield from _unquoted(later, earlier, [reuse.earlier for reuse in both], now_quoted=False)
    yield from _unquoted(earlier, later, [reuse.later for reuse in both], now_quoted=True)


def _altered(later: Examined, earlier: Examined, reuse: Reuse) -> Iterator[Change]:
    """Yield what differs inside a quote that both have, and what was cut off its ends and stands nowhere else."""
    mine, yours = _written_out(later, reuse.later), _written_out(earlier, reuse.earlier)
    blocks = SequenceMatcher(None, yours.folded, mine.folded, autojunk=False).get_matching_blocks()[:-1]
    kept = [block for block in blocks if block.size > 1] or blocks
    if not kept:
        return
    first, last = kept[0], kept[-1]
    places = zip(_between([(b.a, b.size) for b in kept]), _between([(b.b, b.size) for b in kept]), strict=True)
    for (there, next_there), (here, next_here) in places:
        gap = later.article.article.text[mine.words[here - 1].end : mine.words[next_here].start]
        if (next_there > there or next_here > here) and not any(sign in gap for sign in _MARKED):
            detail = _difference(_text(yours, there, next_there), _text(mine, here, next_here))
            yield Change(what="altered", aspect="quote", detail=detail, later=reuse.later, earlier=reuse.earlier)
    ends = (((0, first.a), (0, first.b)), ((last.a + last.size, len(yours.words)), (last.b + last.size, len(mine.words))))
    lost = 0
    for (there, stop), (here, end) in ends:
        if stop > there and end > here:
            detail = _difference(_text(yours, there, stop), _text(mine, here, end))
            yield Change(what="altered", aspect="quote", detail=detail, later=reuse.later, earlier=reuse.earlier)
        elif stop > there:
            cut = earlier.said(yours.words[there].start, yours.words[stop - 1].end)
            lost += len(cut.words) if len(cut.words) >= _FEWEST and later.grams.isdisjoint(cut.grams) else 0
    if lost:
        all_words = len(earlier.said(reuse.earlier.start, reuse.earlier.end).words)
        detail = f"shortened from {all_words} to {all_words - lost} words"
        yield Change(what="altered", aspect="quote", detail=detail, later=reuse.later, earlier=reuse.earlier)


def _written_out(one: Examined, passage: Passage) -> Said:
    """Return the words of a quote, contractions written out: whether "don't" or "do not" is printed is a matter of house style."""
    return Said(one.article, expanded(one.said(passage.start, passage.end).words, one.article.article.text))


def _between(blocks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches between blocks of words, as places of the first word and the one behind the last."""
    return [(at + size, following) for (at, size), (following, _) in pairwise(blocks)]


def _text(said: Said, first: int, end: int) -> str:
    """Return some words as they stand in their article, no more than a reader takes in."""
    if end <= first:
        return ""
    shown = said.passage(first, min(end, first + _SHOWN)).text
    return shown if end - first <= _SHOWN else f"{shown} …"


def _difference(was: str, now: str) -> str:
    if was and now:
        return f"inside the quotation marks, “{was}” became “{now}”"
    return f"“{was}” is left out inside the quotation marks" if was else f"“{now}” is put inside the quotation marks"


def _unquoted(narrating: Examined, quoting: Examined, known: Sequence[Passage], *, now_quoted: bool) -> Iterator[Change]:
    """Yield the quotes of one article whose words the other says itself.

    Args:
        narrating: The article that says the words itself.
        quoting: The article that has them in quotation marks.
        known: Quotes that both have.
        now_quoted: Whether the quoting one is the later.
    """
    for quote in quoting.article.marks.quotes:
        if not quote.direct or any(p.start < quote.words_end and quote.words_start < p.end for p in known):
            continue
        said = quoting.said(quote.words_start, quote.words_end)
        at, place, size = _longest(said, narrating)
        if size >= _FEWEST and (size >= _RUN or size >= _MOST * len(said.words)):
            here, there = narrating.own.passage(place, place + size), said.passage(at, at + size)
            if not _spoken(narrating.article, here):
                yield _turned(here, there, quote, now_quoted=now_quoted)


def _spoken(one: Marked, passage: Passage) -> bool:
    """Say whether words are a speaker's though no pair of quotation marks was found: they say "I", or stand beside a lone mark."""
    if {word.folded for word in words(passage.text)} & FIRST_AND_SECOND:
        return True
    block = next((b for b in one.article.blocks if b.start <= passage.start < b.end), None)
    around = one.article.text[block.start : block.end] if block else passage.text
    return any(sign in around for sign in _QUOTING)


def _turned(narrated: Passage, quoted: Passage, quote: QuoteMark, *, now_quoted: bool) -> Change:
    """Return the change of words that are in quotation marks on one side."""
    if now_quoted:
        detail = "the other article’s own words stand in quotation marks"
        return Change(what="altered", aspect="quotation", detail=detail, later=quoted, earlier=narrated)
    whose = f"words of {quote.speaker}" if quote.speaker and quote.known != "pronoun" else "quoted words"
    detail = f"{whose} stand without quotation marks"
    return Change(what="altered", aspect="quotation", detail=detail, later=narrated, earlier=quoted)


def _longest(said: Said, other: Examined) -> tuple[int, int, int]:
    """Return where the longest run of words that are the other article's own begins on each side, and how long it is."""
    best = (0, 0, 0)
    one = said.folded
    for at, gram in enumerate(said.grams):
        place = other.own_places.get(gram)
        if place is None:
            continue
        theirs = (word.folded for word in islice(other.own.words, place, place + len(one) - at))
        size = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one[at:], theirs, strict=False)))
        if size > best[2]:
            best = (at, place, size)
    return best
