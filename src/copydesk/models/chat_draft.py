"""What of a model's answer is taken: sentences of plain text that rest on what it was shown. All else is left out, and listed."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TypeVar

import msgspec

from copydesk.models.chat_prompt import Offer
from copydesk.models.fence import plain
from copydesk.records import Draft, DraftSection, DraftSentence, LeftOut

T = TypeVar("T")

MOST_SIGNS = 600  # of a sentence
MOST_SENTENCES = 200  # of a report
_THOUGHT = re.compile(r"</think(?:ing)?>")
_FENCE = re.compile(r"^\s*```\w*\s*$", re.MULTILINE)
_TRAILING = re.compile(r",(\s*[}\]])")
# Notes that a model puts behind its sentences though nobody asked for them.
_NOTE = re.compile(r"\s*[\[(](?:\s*[cp]\d+\s*[,;]?)+[\])]")
_NOTHING = DraftSentence(text="", claim_ids=(), citations=(), hand="model")
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
_MARKUP = re.compile(r"[<>{}\[\]`|\\*#]|https?://|www\.|_{2}|={3}")


class _Said(msgspec.Struct):
    text: str
    claims: list[str] = []
    passages: list[str] = []


class _Section(msgspec.Struct):
    heading: str = ""
    sentences: list[_Said] = []


class Proposal(msgspec.Struct):
    """A report as a model answers it: in sections, or in one piece."""

    headline: _Said
    dek: _Said
    sections: list[_Section] | None = None
    sentences: list[_Said] | None = None

    def parts(self) -> list[_Section]:
        """Return its sections; what stands outside of them is one without a heading."""
        return [*(self.sections or []), *([_Section(sentences=self.sentences)] if self.sentences else [])]


class Unreadable(Exception):
    """An answer is not in the form that was asked for.

    Args:
        problem: What is wrong, for the model that is asked again and for people.
    """

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def read_proposal(text: str) -> Proposal:
    """Return the report that a model's text holds.

    Raises:
        Unreadable: It holds none in the form that was asked for.
    """
    proposal = _read(text, Proposal)
    if proposal.sections is None and proposal.sentences is None:
        raise Unreadable("it has neither sections nor sentences")
    return proposal


def read_sentence(text: str, offer: Offer) -> DraftSentence | None:
    """Return the sentence that a model's text holds; None where it holds none that could be used."""
    with suppress(Unreadable):
        made = _sentence(_read(text, _Said), offer)
        return made if isinstance(made, DraftSentence) else None
    return None


def draft_of(proposal: Proposal, offer: Offer, headings: Sequence[str]) -> Draft:
    """Return a draft with what can be used of a model's report.

    A heading that is none of those given is empty. A headline or dek that cannot be used is empty and cites nothing; whoever stands
    behind the model puts another in its place.
    """
    left = list(offer.left_out)
    above = [next(_kept([said], offer, left), _NOTHING) for said in (proposal.headline, proposal.dek)]
    known = {heading.casefold(): heading for heading in headings}
    sections, taken = [], 0
    for section in proposal.parts():
        sentences = tuple(_kept(section.sentences[: MOST_SENTENCES - taken], offer, left))
        taken += len(section.sentences)
        if sentences:
            heading = known.get(section.heading.strip().casefold(), "")
            sections.append(DraftSection(heading=heading, sentences=sentences))
        if taken >= MOST_SENTENCES:
            left.append(LeftOut(text="what the model wrote beyond that", reason=f"more than {MOST_SENTENCES} sentences"))
            break
    return Draft(headline=above[0], dek=above[1], sections=tuple(sections), left_out=tuple(left))


def _kept(said: Sequence[_Said], offer: Offer, left: list[LeftOut]) -> Iterator[DraftSentence]:
    """Yield the sentences that can be used; the others are added to `left`."""
    for one in said:
        made = _sentence(one, offer)
        if isinstance(made, DraftSentence):
            yield made
        elif one.text.strip():
            left.append(LeftOut(text=plain(one.text, MOST_SIGNS // 2), reason=made))


def _sentence(said: _Said, offer: Offer) -> DraftSentence | str:
    """Return a sentence with what it rests on, or why it cannot be used."""
    text = _NOTE.sub("", " ".join(said.text.split()))
    reason = _unfit(text)
    if reason:
        return reason
    named = [offer.passages[one] for one in dict.fromkeys(said.passages) if one in offer.passages]
    claim_ids = [one for one in dict.fromkeys(said.claims) if one in offer.claims]
    claim_ids = claim_ids or [c.id for c in offer.claims.values() if any(p in named for p in offer.of([c.id]))]
    cited = tuple(dict.fromkeys((*named, *offer.of(claim_ids))))
    if not cited:
        return "the model names no claim or passage that it was shown"
    return DraftSentence(text=text, claim_ids=tuple(claim_ids), citations=cited, hand="model")


def _unfit(text: str) -> str | None:
    """Return why words cannot stand in a report whatever they say; None where they can."""
    if not text:
        return "empty"
    if len(text) > MOST_SIGNS:
        return f"longer than {MOST_SIGNS} signs"
    if _MARKUP.search(text):
        return "it holds markup or an address"
    return "it holds signs that nobody sees" if any(unicodedata.category(sign) in _UNSEEN for sign in text) else None


def _read(text: str, form: type[T]) -> T:
    """Decode the one JSON object in a text, whatever stands around it."""
    said = _FENCE.sub("", _THOUGHT.split(text)[-1])
    start, end = said.find("{"), said.rfind("}")
    if start < 0 or end < start:
        raise Unreadable("it holds no JSON object" if start < 0 else "its JSON object does not end")
    found = said[start : end + 1]
    try:
        return _decoded(found, form)
    except msgspec.DecodeError:
        try:
            return _decoded(_TRAILING.sub(r"\1", found), form)
        except msgspec.DecodeError as error:
            raise Unreadable(str(error)[:200]) from None


def _decoded(text: str, form: type[T]) -> T:
    try:
        return msgspec.json.decode(text, type=form)
    except RecursionError:
        raise Unreadable("it is nested too deeply") from None
