"""How a number counts: so many, all but so many, so many fewer, so many short of what was wanted.

"All but 6,000 homes" and "14,000 homes" may say the same of 20,000: neither number is wrong, and none may be put for the other.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from copydesk.check.align import Alignment
from copydesk.check.finding import Finding
from copydesk.check.lines import Line
from copydesk.check.words import Word

Manner = Literal["", "except", "less", "more", "short"]

_EVERY = frozenset({"all", "every", "everyone", "everybody", "everything", "everywhere", "any", "none", "nobody", "no", "each"})
_EXCEPT = frozenset({"except", "excepting", "excluding", "barring"})
_EXCEPT_WITH = frozenset({("except", "for"), ("apart", "from"), ("aside", "from"), ("other", "than"), ("save", "for")})
_EVERY_REACH = 5  # words between "all" and "but": "all of the homes but"
_LESS = frozenset({"fewer", "less"})
_SHORT = frozenset({"short", "shy"})
_GOAL = frozenset({"shortfall", "shortage"})
# Without one of these words, a number tells how many there are.
_TELLING = _EXCEPT | _LESS | _SHORT | _GOAL | {"but", "except", "apart", "aside", "other", "save", "more"}
_PLAIN: tuple[Manner, tuple[int, ...]] = ("", ())
_BEHIND = 3  # words behind a number in which its noun and "short" stand
_THAN = 7
_SMALL = frozenset(
    {"about", "around", "some", "roughly", "nearly", "almost", "just", "only", "the", "an", "a", "approximately", "for"}
)


def manner_of(line: Line, words: Sequence[int]) -> tuple[Manner, tuple[int, ...]]:
    """Return how a number counts, and the words that say so.

    Args:
        line: A sentence.
        words: Indices of the words of the number.
    """
    return line.once(_manners).get(words[0], _PLAIN) if words else _PLAIN


def _manners(line: Line) -> dict[int, tuple[Manner, tuple[int, ...]]]:
    """Return how each number of a sentence counts that does not simply tell how many there are, by each of its words."""
    words = line.words
    if _TELLING.isdisjoint(line.lows):
        return {}
    found = {}
    for word in words:
        if word.kind != "number" and word.low != "one":
            continue
        first = last = word.at
        while first > 0 and words[first - 1].kind == "number":
            first -= 1
        while last + 1 < len(words) and words[last + 1].kind == "number":
            last += 1
        manner = _excepted(words, first) or _less(words, first, last) or _short(words, first, last)
        if manner:
            found[word.at] = manner
    return found


def _excepted(words: Sequence[Word], first: int) -> tuple[Manner, tuple[int, ...]] | None:
    """Read "all but", "all except for", "every ship apart from" before a number."""
    at = first - 1
    while at >= 0 and words[at].low in _SMALL and (words[at].low != "for" or words[at - 1].low not in ("except", "save")):
        at -= 1
    if at < 1:
        return None
    if words[at].low in _EXCEPT:
        return "except", (at,)
    if (words[at - 1].low, words[at].low) in _EXCEPT_WITH:
        return "except", (at - 1, at)
    return ("except", ()) if words[at].low == "but" and _of_all(words, at) else None


def _of_all(words: Sequence[Word], at: int) -> bool:
    """Return whether "but" takes something from all there are: "all the homes but", and not "all schools closed but"."""
    for word in reversed(words[max(0, at - _EVERY_REACH) : at]):
        if word.low in _EVERY:
            return True
        if word.kind == "sign" or word.tag in ("VERB", "AUX"):
            return False
    return False


def _less(words: Sequence[Word], first: int, last: int) -> tuple[Manner, tuple[int, ...]] | None:
    """Read "300 fewer cars", "fewer by 300", "5 percent less"; "300 more cars than last year" are so many more, too."""
    behind = words[last + 1 : last + 1 + _BEHIND]
    for word in behind:
        if word.low in _LESS:
            return "less", (word.at,)
        if word.low == "more" and any(w.low == "than" for w in words[word.at + 1 : word.at + 1 + _THAN]):
            return "more", (word.at,)
        if word.kind == "sign" and word.low != "%":
            break
    by = first - 1
    if by > 0 and words[by].low == "by" and words[by - 1].low in _LESS:
        return "less", (by - 1,)
    return None


def _short(words: Sequence[Word], first: int, last: int) -> tuple[Manner, tuple[int, ...]] | None:
    """Read "40 votes short of a majority", "short by 40 votes", "a shortfall of 40 votes"."""
    before = words[max(0, first - 2) : first]
    if len(before) == 2 and before[1].low in ("by", "of") and before[0].low in (_SHORT if before[1].low == "by" else _GOAL):
        return "short", (before[0].at,)
    for word in words[last + 1 : last + 1 + _BEHIND]:
        behind = words[word.at + 1].low if word.at + 1 < len(words) else ""
        if word.low in _SHORT and (behind == "of" or word.at + 1 >= len(words) or words[word.at + 1].kind == "sign"):
            return "short", (word.at,)
        if word.kind == "sign":
            break
    return None


def reckoned(alignment: Alignment) -> frozenset[int]:
    """Return the numbers of a sentence that do not simply count, or rest on one that does not: their place says nothing."""
    links = {
        at: alignment.links[at] for word in alignment.line.words if (at := word.at) in alignment.links and word.kind == "number"
    }
    theirs = {at for at, link in links.items() if link.at in alignment.grounding[link.line].once(_manners)}
    return frozenset(alignment.line.once(_manners)) | theirs


def holds_back(line: Line) -> bool:
    """Return whether a sentence counts what is left over or lacking: then how many there are may follow without standing there."""
    return any(manner in ("except", "short", "less") for manner, _ in line.once(_manners).values())


def but_one(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for an "all but one", which counts nothing by itself, and for a "one" in its place."""
    line = alignment.line
    theirs = [(i, at, _is_excepted(other, at)) for i, other in enumerate(alignment.grounding) for at in _ones(other)]
    for at in _ones(line):
        own = _is_excepted(line, at)
        same = next((i for i, _, excepted in theirs if own == excepted), -1)
        if own or (same < 0 and theirs):
            yield Finding("scope", line.between(max(0, at - 1), at), "found" if same >= 0 else "missing", same)


def _ones(line: Line) -> list[int]:
    return [word.at for word in line.words if word.low == "one" and (word.tag == "NUM" or _is_excepted(line, word.at))]


def _is_excepted(line: Line, at: int) -> bool:
    return manner_of(line, (at,))[0] == "except"
