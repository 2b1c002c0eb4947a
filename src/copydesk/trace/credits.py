"""What an article rests on by its own words: the outlets it credits, and for what."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from copydesk.records import Article, CreditMark, Marked, QuoteMark, SentenceMark
from copydesk.spans import Span, overlap
from copydesk.trace.outlets import Outlets, heads, shortened

# `own`: published by that outlet. `whole`: says that its text is that outlet's. `central`: credits its central facts to it and
# shows no reporting of its own. `perhaps`: credits its central fact to it, and nothing more can be said.
Strength = Literal["own", "whole", "central", "perhaps"]

LEAD = 0.4  # a credit in that first part of the text is one for its central fact
_MOSTLY = 0.5  # credits that cover that share of the sentences carry the article
_FIRST = 2  # sentences before which a dateline stands; a byline may count as one
_BRACKET = re.compile(r"[(\[/]")
_LISTED = re.compile(r"\s*(?:,|and|&|,\s*and)\s+(?:the\s+)?", re.IGNORECASE)


class Rest(msgspec.Struct, frozen=True):
    """An outlet on whose report an article rests.

    Attributes:
        key: The outlet.
        name: Its name as the article gives it; where that is short for a name in the pile, the full one.
        strength: How surely.
        agency: Whether the outlet is an agency.
        reach: Number of sentences, from the first, that rest on it as far as the article's own words show.
        evidence: The reason, a phrase for people.
    """

    key: str
    name: str
    strength: Strength
    agency: bool
    reach: int
    evidence: str


class Crediting(msgspec.Struct, frozen=True):
    """What an article credits.

    Attributes:
        rests: The outlets on which its body rests, the surest first.
        facts: Index of a sentence -> key and name of the outlet to which it credits that sentence's fact or quote.
        signed: Whether the text opens with the name of the outlet it is from, be it its own: "OLDHAVEN (MNA) —".
    """

    rests: tuple[Rest, ...]
    facts: dict[int, tuple[str, str]]
    signed: bool = False

    def on(self, *strengths: Strength) -> tuple[Rest, ...]:
        """Return the outlets on which it rests with one of these strengths."""
        return tuple(rest for rest in self.rests if rest.strength in strengths)

    @property
    def main(self) -> Rest | None:
        """The outlet that its main origin is named after: the one it says its text is, else the one of its central facts."""
        return next(iter(self.on("whole") or self.on("central")), None)


def crediting(marked: Marked, credited: Sequence[CreditMark], outlets: Outlets) -> Crediting:
    """Return what an article credits, as far as its credits, markup, byline and outlet show.

    Args:
        marked: The article.
        credited: Its credits in order.
        outlets: Which names of the pile mean one outlet.
    """
    sentences = tuple(marked.reporting())
    own = outlets.key(marked.article.outlet)
    call_signs = heads(marked.article.outlet or "")
    beside = {short: full for short, full in shortened(_named(marked, credited)).items() if short != own}
    by_outlet: dict[str, list[CreditMark]] = defaultdict(list)
    for mark in listed(marked.article.text, credited):
        key = outlets.key(mark.name, beside)
        if mark.scope != "mention" and key and key != own and key not in call_signs:
            by_outlet[key].append(mark)
    rests = [*_own(marked.article, outlets), *_named_by_markup(marked.article, outlets, len(sentences))]
    for key in sorted(by_outlet):
        rest = _rest(marked, sentences, key, by_outlet, outlets)
        rests += [rest] if rest else []
    order = {"own": 0, "whole": 1, "central": 2, "perhaps": 3}
    return Crediting(
        rests=tuple(sorted(rests, key=lambda rest: (order[rest.strength], rest.key))),
        facts=_facts(sentences, by_outlet, outlets),
        signed=any(mark.scope == "article" and _in_front(marked, mark, sentences[:_FIRST]) for mark in credited),
    )


def _in_front(marked: Marked, mark: CreditMark, first: Sequence[SentenceMark]) -> bool:
    """Return whether a credit stands in brackets or behind a slash before the first words of the report."""
    return bool(first) and mark.start < first[-1].end and bool(_BRACKET.search(marked.article.text, mark.start, mark.end))


def listed(text: str, credited: Sequence[CreditMark]) -> list[CreditMark]:
    """Return a text's credits, those of a list each for itself: in "A, B and C reported" all three did."""
    found = sorted(credited, key=lambda mark: (mark.start, mark.end))
    for places in (range(len(found) - 1), range(len(found) - 2, -1, -1)):
        for at in places:
            one, other = found[at : at + 2]
            if _LISTED.fullmatch(text[one.end : other.start]):
                found[at : at + 2] = _alike(one, other), _alike(other, one)
    return found


def _alike(mark: CreditMark, beside: CreditMark) -> CreditMark:
    """Return a mere mention as a credit for what the outlet listed beside it is credited for."""
    if mark.scope != "mention" or beside.scope not in ("fact", "quote"):
        return mark
    return replace(mark, scope=beside.scope, covers_start=beside.covers_start, covers_end=beside.covers_end)


def _named(marked: Marked, credited: Iterable[CreditMark]) -> list[str]:
    """Return the outlets that an article names, its own among them."""
    return [mark.name for mark in credited] + ([marked.article.outlet] if marked.article.outlet else [])


def _own(article: Article, outlets: Outlets) -> list[Rest]:
    """Return that an article is its own outlet's."""
    key = outlets.key(article.outlet)
    if not article.outlet or not key:
        return []
    name = outlets.full(article.outlet, key)
    return [Rest(key, name, "own", outlets.agency(key), 0, f"published by {name}")]


def _named_by_markup(article: Article, outlets: Outlets, count: int) -> list[Rest]:
    """Return the outlets that the page's markup names, and an agency in the byline."""
    named = [(name, f"its markup names {name}") for name in article.markup_credits]
    if article.byline and outlets.agency(outlets.key(article.byline.removeprefix("By ").strip())):
        name = article.byline.removeprefix("By ").strip()
        named.append((name, f"its byline is {name}"))
    own = outlets.key(article.outlet)
    keyed = [(outlets.key(name), name, why) for name, why in named]
    return [Rest(k, outlets.full(name, k), "whole", outlets.agency(k), count, why) for k, name, why in keyed if k and k != own]


def _rest(
    marked: Marked, sentences: Sequence[SentenceMark], key: str, by_outlet: Mapping[str, Sequence[CreditMark]], outlets: Outlets
) -> Rest | None:
    """Return whether and how the article's body rests on an outlet that it credits."""
    marks = by_outlet[key]
    whole = next((m for m in marks if m.scope == "article"), None)
    said = whole.name if whole else max((m.name for m in marks if not m.back), key=len, default=marks[0].name)
    name = outlets.full(said, key)
    agency = outlets.agency(key)
    if whole:
        words = " ".join(marked.article.text[whole.start : whole.end].split())
        return Rest(key, name, "whole", agency, len(sentences), f"credits its text to {name}: “{words[:80]}”")
    covered = {i for m in marks for i in _touched(sentences, m)}
    reach = _reach(sentences, covered)
    times = f"credits {name} {len(marks)} times" if len(marks) > 1 else f"credits {name}"
    if covered and len(marks) > 1 and len(covered) >= _MOSTLY * len(sentences):
        return Rest(key, name, "central", agency, reach, f"{times}, for {len(covered)} of {len(sentences)} sentences")
    lead = bool(covered) and min(covered) < max(1.0, LEAD * len(sentences))
    own_voices = _own_voices(marked, marks)
    again = len(marks) > 1 and 2 * len(marks) > sum(map(len, by_outlet.values()))
    if not lead or (own_voices and not again):
        return None
    strength: Strength = "central" if again and not own_voices else "perhaps"
    alone = "and lets others speak beside it" if own_voices else "and shows no reporting of its own"
    return Rest(key, name, strength, agency, reach, f"{times}, first for a fact near its beginning, {alone}")


def _touched(sentences: Sequence[SentenceMark], mark: CreditMark) -> list[int]:
    """Return the sentences that a credit covers."""
    span = Span(min(mark.start, mark.covers_start), max(mark.end, mark.covers_end))
    return [i for i, sentence in enumerate(sentences) if overlap(sentence, span)]


def _reach(sentences: Sequence[SentenceMark], covered: set[int]) -> int:
    """Return how many sentences stand up to the end of the paragraph that holds the last credited one."""
    if not covered:
        return 0
    block = sentences[max(covered)].block
    return max(i for i, sentence in enumerate(sentences) if sentence.block == block) + 1


def _own_voices(marked: Marked, marks: Sequence[CreditMark]) -> bool:
    """Return whether somebody whom the article names speaks in quotation marks outside what it credits.

    That is a sign that it spoke to people itself. Reported speech is none: a retelling is full of it; nor are further words of
    somebody who spoke to the credited outlet.
    """
    covered = [Span(min(m.start, m.covers_start), max(m.end, m.covers_end)) for m in marks]
    credited = [quote for quote in marked.marks.quotes if any(overlap(quote, span) for span in covered)]
    heard = {quote.entity for quote in credited if quote.entity}
    return any(_own_voice(quote) and quote not in credited and quote.entity not in heard for quote in marked.marks.quotes)


def _own_voice(quote: QuoteMark) -> bool:
    """Return whether a quote is of somebody named, word for word and in full."""
    return quote.direct and quote.known == "named" and quote.whole


def _facts(
    sentences: Sequence[SentenceMark], by_outlet: Mapping[str, Sequence[CreditMark]], outlets: Outlets
) -> dict[int, tuple[str, str]]:
    """Return which sentences are credited to which outlet; where two are, to the first by name."""
    found: dict[int, tuple[str, str]] = {}
    for key, marks in sorted(by_outlet.items()):
        for mark in marks:
            for i in _touched(sentences, mark) if mark.scope in ("fact", "quote") else ():
                found.setdefault(i, (key, outlets.full(mark.name, key)))
    return found
