"""Takings in words: what one article took from another, and what an article is, in a sentence."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.records import Change, Origin, ReuseLink
from copydesk.render.clean import one_line
from copydesk.render.words import TAKINGS, counted, listed, spelled

_MOST_NAMED = 2
# An edited copy shares more of its words than this with the text it was made from; below it, somebody wrote anew.
_REWRITE = 0.6
_ROOTS = {
    "reporting": "Its own reporting, as far as the texts show",
    "agency": "An agency’s own report, as far as the texts show",
    "release": "A press release: what one side says of itself",
}
# Each as one, as several, and what was done to it.
_CHANGES: dict[str, tuple[str, str, str]] = {
    "attribution": ("attribution", "attributions", "lost"),
    "number": ("number", "numbers", "changed"),
    "date": ("date", "dates", "changed"),
    "firmness": ("statement", "statements", "made firmer"),
    "negation": ("negation", "negations", "changed"),
    "speaker": ("quote", "quotes", "given to another speaker"),
}
_OPENINGS = {
    "copy of": "A copy of",
    "edited copy of": "An edited copy of",
    "rewrite of": "Mostly a rewrite of",
    "passages from": "Takes passages from",
}


@dataclass(frozen=True, slots=True)
class Taking:
    """What one article took from another.

    Attributes:
        number: Place of its link in the dossier, from 1; None where the other article is not at hand or only the origin is known.
        words: `edited copy of`, `passages from`, …
        other: Name of the article or outlet it took from.
        share: `48 % of its words`, where it is known how many stand in both.
        sentences: `9 of 14 sentences`, where it is known how many of them stand in the other one.
        changes: `two quotes shortened`: what it made of what it took, where that is known.
        sure: Whether it surely rests on it.
        directed: Whether it is known who took from whom.
    """

    number: int | None
    words: str
    other: str
    share: str
    sentences: str
    changes: str
    sure: bool
    directed: bool


def words_of(link: ReuseLink) -> str:
    """Return what a link says of the article it is told at, before the name of the other: `copy of`, `passages from`, …."""
    if link.dependence == "unclear":
        return "perhaps shared with"
    if link.direction == "common":
        return "from the same text as"
    if link.direction == "unclear":
        return "shares text with"
    return "rewrite of" if _is_rewrite(link) else TAKINGS[link.kind]


def _is_rewrite(link: ReuseLink) -> bool:
    """Return whether an article took its report but not its words: most are said in other words, or its own prevail."""
    lengths: dict[str, int] = defaultdict(int)
    for reuse in link.passages:
        lengths[reuse.kind] += reuse.later.end - reuse.later.start
    in_other_words = 2 * lengths["reworded"] > sum(lengths.values()) - lengths["quoted"]
    return link.kind in ("edited", "credited") and (in_other_words or link.overlap < _REWRITE)


def sentences_of(link: ReuseLink) -> str:
    """Return how many of an article's sentences stand in the other one; empty where that is not known."""
    held, sentences = link.sentences
    return f"{held} of {counted(sentences, 'sentence')}" if sentences else ""


def changes_of(link: ReuseLink) -> str:
    """Return what an article made of what it took, counted in words; empty where it changed nothing or that is not known."""
    counts = Counter(_counted_as(change) for change in link.changes if change.aspect != "fact")
    return ", ".join(f"{spelled(n)} {one if n == 1 else many} {done}" for (one, many, done), n in counts.items())


def _counted_as(change: Change) -> tuple[str, str, str]:
    """Return a change as one, as several, and what was done."""
    if change.aspect == "quote":
        return "quote", "quotes", "shortened" if change.detail.startswith("shortened") else "altered"
    if change.aspect == "quotation":
        narrated = change.detail.endswith("without quotation marks")
        return "quote", "quotes", "told as narration" if narrated else "made of narration"
    return _CHANGES[change.aspect]


def told_root(origin: Origin, name: str, takings: Sequence[Taking]) -> str:
    """Return what the article at an origin's root is; `name` is its own."""
    loans = listed(f"{taking.words} {taking.other}" for taking in takings if taking.sure and taking.number is None)
    opening = _ROOTS.get(origin.kind, _ROOTS["reporting"])
    if origin.credited and one_line(origin.credited) != name:
        opening = f"Carries the reporting of {one_line(origin.credited)}"
    return f"{opening}{', but for ' + loans if loans else ''}."


def told_taker(origin: Origin, takings: Sequence[Taking], *, adds: bool) -> str:
    """Return what an article is that took from others; `adds` says whether some of its reporting is its own."""
    sure = [taking for taking in takings if taking.sure]
    if not sure:
        return "Rests on another article."
    first, *others = sure
    credited = one_line(origin.credited or "")
    whose = f", the report of {credited}" if credited and credited != first.other else ""
    named = [f"{taking.words} {taking.other}" for taking in others[:_MOST_NAMED]]
    named += [f"{spelled(len(others) - _MOST_NAMED)} more"] if len(others) > _MOST_NAMED else []
    more = f"; also {listed(named)}" if named else ""
    much = ", ".join(part for part in (first.sentences, first.changes) if part)
    own = " What it adds is its own." if adds else ""
    return f"{_OPENINGS.get(first.words, first.words.capitalize())} {first.other}{whose}{f': {much}' if much else ''}{more}.{own}"
