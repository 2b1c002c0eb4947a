"""Why a draft's sentence got its verdict, in one sentence for each thing that failed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from copydesk.records import Check, CheckedSentence, Passage
from copydesk.render.clean import excerpt

_LONGEST = 120  # code points of quoted words that a reason repeats
_NEVER_CLOSED = "a quotation mark that is never closed"
_SOMEWHERE = "The article"
_JUDGED = ("judge", "unjudged")  # what a model that was asked for a second opinion answered, or that it did not


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something in a sentence does not hold.

    Attributes:
        text: The reason, one sentence.
        outcome: `missing` or `contradicted`; `found` of what a model answered that agrees.
        passage: What the articles say there; None where nothing comes near.
        name: What the passage's article is called; empty where there is no passage.
        instead: The words of the passage that stand in the place of the sentence's; empty where none do in one piece.
    """

    text: str
    outcome: str
    passage: Passage | None
    name: str
    instead: str


def reasons(sentence: CheckedSentence, names: Mapping[str, str]) -> tuple[Reason, ...]:
    """Return why a sentence is not supported, nothing where it is; and what a model answered, where one was asked.

    Args:
        sentence: The sentence with its verdict.
        names: Article id -> what it is called.
    """
    judged = [Reason(f"{c.text}.", c.outcome, None, "", "") for c in sentence.verdict.checks if c.kind in _JUDGED]
    failed = [check for check in sentence.verdict.checks if check.outcome != "found" and check.kind not in _JUDGED]
    lost = [check for check in failed if check.kind == "words" and check.outcome == "missing"]
    near = next((check.evidence for check in failed if check.evidence), None)
    if sentence.verdict.label == "unsupported" and near:
        return (_unlike(failed, near, names), *judged)
    told = [_reason(check, sentence.text, names) for check in failed if check not in lost]
    return (*told, *_lost(lost), *judged)


def _unlike(failed: list[Check], near: Passage, names: Mapping[str, str]) -> Reason:
    """Return that nothing in the articles says so: the nearest passage is about something else, and contradicts nothing."""
    asked = _listed([check.text for check in failed])
    lost = f"{asked} are not found together" if len(failed) > 1 else f"{asked} is not found"
    text = f"Nothing in the articles says so: {lost}. The nearest passage is of something else."
    return Reason(text, "missing", near, names.get(near.article_id, ""), "")


def _lost(lost: list[Check]) -> Iterator[Reason]:
    if lost:
        yield Reason(f"Not found in the articles: {_listed([check.text for check in lost])}.", "missing", None, "", "")


def _reason(check: Check, sentence: str, names: Mapping[str, str]) -> Reason:
    name = names.get(check.evidence.article_id, _SOMEWHERE) if check.evidence else ""
    told = (_CONTRADICTED if check.outcome == "contradicted" else _MISSING).get(check.kind, _OTHER)
    text = told.text(check, name) if isinstance(told, _Told) else told(check, name, sentence)
    return Reason(text, check.outcome, check.evidence, name, check.instead or "")


def _said(text: str) -> str:
    words = excerpt(text, _LONGEST).strip('“”" ').rstrip(",")
    return f"“{words}”"


def _listed(texts: list[str]) -> str:
    return ", ".join(_said(text) for text in dict.fromkeys(texts))


@dataclass(frozen=True, slots=True)
class _Told:
    """How a check that failed is told.

    Attributes:
        plainly: A sentence with places for the `name` of the article, for what the draft `said` and for its bare `text`.
        beside: The same with a place for what stands there `instead`, where that is known; empty: never told so.
    """

    plainly: str
    beside: str = ""

    def text(self, check: Check, name: str) -> str:
        form = self.beside if self.beside and check.instead and name else self.plainly
        return form.format(name=name, said=_said(check.text), text=check.text, instead=_said(check.instead or ""))


def _not_quoted(check: Check, _: str, __: str) -> str:
    if check.text == _NEVER_CLOSED:
        return "A quotation mark is never closed, so what is quoted cannot be told."
    return f"No article quotes {_said(check.text)}."


def _not_said(check: Check, name: str, sentence: str) -> str:
    if check.text in sentence:
        return f"No article gives this to {_said(check.text)}."
    return f"{name or _SOMEWHERE} does not say this itself: {_said(check.text)} is left out."


_OTHER = _Told("Not found in the articles: {said}.")
_OTHERWISE = _Told("{name} says otherwise about {said}.", "{name} has {instead} where the draft has {said}.")
_NOT_GIVEN = _Told("No article gives {said} here.", "{name} has {instead}, which is not {said}.")
_CONTRADICTED: dict[str, _Told] = {
    "number": _OTHERWISE,
    "date": _OTHERWISE,
    "name": _OTHERWISE,
    "role": _OTHERWISE,
    "words": _OTHERWISE,
    "negation": _Told("{name} says the opposite of {said}."),
    "quote": _Told("{name} has these words otherwise: {said} is not verbatim."),
    "speaker": _Told("{name} gives this to somebody else, not to {said}."),
    "order": _Told("{name} has {said} the other way round."),
}
_MISSING: dict[str, _Told | Callable[[Check, str, str], str]] = {
    "number": _NOT_GIVEN,
    "date": _NOT_GIVEN,
    "name": _Told("No article names {said} here."),
    "role": _NOT_GIVEN,
    "negation": _NOT_GIVEN,
    "quote": _not_quoted,
    "attribution": _not_said,
    "speaker": _Told("No article has {said} say this."),
    "firmness": _Told("No article says {said} as firmly, or with this reservation.", "{name} is less sure: it says {instead}."),
    "scope": _Told(
        "No article says {said}: what narrows it is the draft’s own.", "{name} says {instead}, which the draft leaves out."
    ),
    "order": _Told("No article says {said} of the same people or things as the draft."),
    "outlet": _Told("{said} names no outlet of these articles, nor one that they credit."),
    "passage": _Told("The articles do not have {text}."),
}
