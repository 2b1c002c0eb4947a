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
    told = (_CONTRADICTED if check.outcome == "contradicted" else _MISSING).get(check.kind, _other)
    return Reason(told(check, name, sentence), check.outcome, check.evidence, name, check.instead or "")


def _said(text: str) -> str:
    words = excerpt(text, _LONGEST).strip('“”" ').rstrip(",")
    return f"“{words}”"


def _listed(texts: list[str]) -> str:
    return ", ".join(_said(text) for text in dict.fromkeys(texts))


def _otherwise(check: Check, name: str, _: str) -> str:
    if check.instead:
        return f"{name} has {_said(check.instead)} where the draft has {_said(check.text)}."
    return f"{name} says otherwise about {_said(check.text)}."


def _opposite(check: Check, name: str, _: str) -> str:
    return f"{name} says the opposite of {_said(check.text)}."


def _requoted(check: Check, name: str, _: str) -> str:
    return f"{name} has these words otherwise: {_said(check.text)} is not verbatim."


def _respoken(check: Check, name: str, _: str) -> str:
    return f"{name} gives this to somebody else, not to {_said(check.text)}."


def _reordered(check: Check, name: str, _: str) -> str:
    return f"{name} has {_said(check.text)} the other way round."


def _not_given(check: Check, name: str, _: str) -> str:
    if check.instead and name:
        return f"{name} has {_said(check.instead)}, which is not {_said(check.text)}."
    return f"No article gives {_said(check.text)} here."


def _not_named(check: Check, _: str, __: str) -> str:
    return f"No article names {_said(check.text)} here."


def _not_quoted(check: Check, _: str, __: str) -> str:
    if check.text == _NEVER_CLOSED:
        return "A quotation mark is never closed, so what is quoted cannot be told."
    return f"No article quotes {_said(check.text)}."


def _not_said(check: Check, name: str, sentence: str) -> str:
    if check.text in sentence:
        return f"No article gives this to {_said(check.text)}."
    return f"{name or _SOMEWHERE} does not say this itself: {_said(check.text)} is left out."


def _not_spoken(check: Check, _: str, __: str) -> str:
    return f"No article has {_said(check.text)} say this."


def _too_firm(check: Check, name: str, _: str) -> str:
    if check.instead:
        return f"{name} is less sure: it says {_said(check.instead)}."
    return f"No article says {_said(check.text)} as firmly, or with this reservation."


def _too_wide(check: Check, name: str, _: str) -> str:
    if check.instead:
        return f"{name} says {_said(check.instead)}, which the draft leaves out."
    return f"No article says {_said(check.text)}: what narrows it is the draft’s own."


def _no_outlet(check: Check, _: str, __: str) -> str:
    return f"{_said(check.text)} names no outlet of these articles, nor one that they credit."


def _no_passage(check: Check, _: str, __: str) -> str:
    return f"The articles do not have {check.text}."


def _other(check: Check, _: str, __: str) -> str:
    return f"Not found in the articles: {_said(check.text)}."


_Told = Callable[[Check, str, str], str]
_CONTRADICTED: dict[str, _Told] = {
    "number": _otherwise,
    "date": _otherwise,
    "name": _otherwise,
    "role": _otherwise,
    "words": _otherwise,
    "negation": _opposite,
    "quote": _requoted,
    "speaker": _respoken,
    "order": _reordered,
}
_MISSING: dict[str, _Told] = {
    "number": _not_given,
    "date": _not_given,
    "name": _not_named,
    "role": _not_given,
    "negation": _not_given,
    "quote": _not_quoted,
    "attribution": _not_said,
    "speaker": _not_spoken,
    "firmness": _too_firm,
    "scope": _too_wide,
    "outlet": _no_outlet,
    "passage": _no_passage,
}
