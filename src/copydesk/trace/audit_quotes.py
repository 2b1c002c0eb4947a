"""What became of somebody's words: shortened, altered, put into the reporter's mouth, or narration put into quotation marks."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise, takewhile
from typing import NamedTuple

from copydesk.records import Change, Marked, Passage, QuoteMark, Reuse
from copydesk.text.shingles import Word, words
from copydesk.text.words import FIRST_AND_SECOND

_RUN = 7  # words in a row that were taken, and are not found alike by chance
_MOST = 0.8  # share of a short quote's words that make as much
_FEWEST = 4  # words of a quote that is looked at
_SHOWN = 8  # words of a difference that are told
_QUOTING = ("“", "”", "„", "«", "»", '"', "``", "''")
_MARKED = ("…", "...", "[", "(")  # signs by which a writer says that something was left out or put in


class _Said(NamedTuple):
    """Words of an article.

    Attributes:
        article: The article.
        words: The words.
        folded: Their comparable forms.
    """

    article: Marked
    words: list[Word]
    folded: list[str]

    def passage(self, first: int, end: int) -> Passage:
        """Return the passage of some of the words."""
        return self.article.passage(self.words[first].start, self.words[end - 1].end)


def quote_changes(later: Marked, earlier: Marked, passages: Sequence[Reuse]) -> Iterator[Change]:
    """Yield what the later article did to words in quotation marks.

    Args:
        later: The later article.
        earlier: The earlier one.
        passages: What they share; those of kind `quoted` are quotes that both have.
    """
    everything = set(grams(words(later.article.text)))
    both = [reuse for reuse in passages if reuse.kind == "quoted"]
    for reuse in both:
        yield from _altered(later, earlier, reuse, everything)
    yield from _unquoted(later, earlier, [reuse.earlier for reuse in both], now_quoted=False)
    yield from _unquoted(earlier, later, [reuse.later for reuse in both], now_quoted=True)


def _said(article: Marked, start: int, end: int) -> _Said:
    """Return the words of a span."""
    found = words(article.article.text, start, end)
    return _Said(article, found, [word.folded for word in found])


def grams(said: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    """Yield every three words in a row, in their comparable forms."""
    return (tuple(word.folded for word in said[at : at + 3]) for at in range(len(said) - 2))


def _altered(later: Marked, earlier: Marked, reuse: Reuse, everything: set[tuple[str, ...]]) -> Iterator[Change]:
    """Yield what differs inside a quote that both have, and what was cut off its ends and stands nowhere else."""
    mine, yours = (_said(one, p.start, p.end) for one, p in ((later, reuse.later), (earlier, reuse.earlier)))
    blocks = SequenceMatcher(None, yours.folded, mine.folded, autojunk=False).get_matching_blocks()[:-1]
    kept = [block for block in blocks if block.size > 1] or blocks
    if not kept:
        return
    first, last = kept[0], kept[-1]
    places = zip(_between([(b.a, b.size) for b in kept]), _between([(b.b, b.size) for b in kept]), strict=True)
    for (there, next_there), (here, next_here) in places:
        gap = later.article.text[mine.words[here - 1].end : mine.words[next_here].start]
        if (next_there > there or next_here > here) and not any(sign in gap for sign in _MARKED):
            detail = _difference(_text(yours, there, next_there), _text(mine, here, next_here))
            yield Change(what="altered", aspect="quote", detail=detail, later=reuse.later, earlier=reuse.earlier)
    ends = (((0, first.a), (0, first.b)), ((last.a + last.size, len(yours.words)), (last.b + last.size, len(mine.words))))
    lost = 0
    for (there, stop), (here, end) in ends:
        if stop > there and end > here:
            detail = _difference(_text(yours, there, stop), _text(mine, here, end))
            yield Change(what="altered", aspect="quote", detail=detail, later=reuse.later, earlier=reuse.earlier)
        elif stop - there >= _FEWEST and not set(grams(yours.words[there:stop])) & everything:
            lost += stop - there
    if lost:
        detail = f"shortened from {len(yours.words)} to {len(yours.words) - lost} words"
        yield Change(what="altered", aspect="quote", detail=detail, later=reuse.later, earlier=reuse.earlier)


def _between(blocks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches between blocks of words, as places of the first word and the one behind the last."""
    return [(at + size, following) for (at, size), (following, _) in pairwise(blocks)]


def _text(said: _Said, first: int, end: int) -> str:
    """Return some words as they stand in their article, no more than a reader takes in."""
    if end <= first:
        return ""
    shown = said.passage(first, min(end, first + _SHOWN)).text
    return shown if end - first <= _SHOWN else f"{shown} …"


def _difference(was: str, now: str) -> str:
    if was and now:
        return f"inside the quotation marks, “{was}” became “{now}”"
    return f"“{was}” is left out inside the quotation marks" if was else f"“{now}” is put inside the quotation marks"


def _unquoted(narrating: Marked, quoting: Marked, known: Sequence[Passage], *, now_quoted: bool) -> Iterator[Change]:
    """Yield the quotes of one article whose words the other says itself.

    Args:
        narrating: The article that says the words itself.
        quoting: The article that has them in quotation marks.
        known: Quotes that both have.
        now_quoted: Whether the quoting one is the later.
    """
    own = _own(narrating)
    places: dict[tuple[str, ...], int] = {}
    for at, gram in enumerate(grams(own.words)):
        places.setdefault(gram, at)
    for quote in quoting.marks.quotes:
        if not quote.direct or any(p.start < quote.words_end and quote.words_start < p.end for p in known):
            continue
        said = _said(quoting, quote.words_start, quote.words_end)
        at, place, size = _longest(said, own, places)
        if size >= _FEWEST and (size >= _RUN or size >= _MOST * len(said.words)):
            here, there = own.passage(place, place + size), said.passage(at, at + size)
            if not _spoken(narrating, here):
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


def _own(article: Marked) -> _Said:
    """Return the words of an article that stand in no quotation marks."""
    direct = [(q.start, q.end) for q in article.marks.quotes if q.direct]
    said = _said(article, 0, len(article.article.text))
    kept = [word for word in said.words if not any(start <= word.start < end for start, end in direct)]
    return _Said(article, kept, [word.folded for word in kept])


def _longest(one: _Said, other: _Said, places: Mapping[tuple[str, ...], int]) -> tuple[int, int, int]:
    """Return where the longest run of words that both have begins in each, and how long it is."""
    best = (0, 0, 0)
    for at, gram in enumerate(grams(one.words)):
        place = places.get(gram)
        if place is None:
            continue
        size = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one.folded[at:], other.folded[place:], strict=False)))
        if size > best[2]:
            best = (at, place, size)
    return best
