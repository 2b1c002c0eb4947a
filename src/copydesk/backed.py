"""A writer that is not trusted, with the offline writer behind it: what it proposes to the gate, and what else there is to try.

The writer's draft is hostile: what it says of its own sentences counts for nothing, and its form is put right. Headline and dek
always stand: where it has none, the offline writer's do.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from math import inf

from msgspec.structs import replace

from copydesk.errors import ModelError
from copydesk.ports import Writer
from copydesk.records import Brief, Draft, DraftSection, DraftSentence, LeftOut, Verdict
from copydesk.write import FORMS, OfflineWriter, fit, write
from copydesk.write.shaping import chronicled, figures, headed_alike, moved_of, shaped, with_moved

# A headline that is longer than one of the house by this much is none.
HEADLINE = 1.5
# Signs of a model's sentence that are listed where it is left out.
LISTED = 300


class Backed:
    """A writer that is not trusted, with the offline writer behind it; for one story.

    Args:
        model: The writer.
        offline: Behind it.
        brief: What both are given.

    Attributes:
        proposed: How many sentences the writer wrote, those included that could not be used.
    """

    def __init__(self, model: Writer, offline: OfflineWriter, brief: Brief) -> None:
        self._model = model
        self._offline = offline
        self._brief = brief
        self._above: dict[DraftSentence, DraftSentence] = {}  # the writer's headline and dek, with the offline ones
        self._told: dict[DraftSentence, frozenset[str]] = {}  # its sentences that were not asked for again, with their claims
        self._first: dict[DraftSentence, DraftSentence] = {}  # another wording -> the sentence that it is in place of
        self._used: set[DraftSentence] = set()
        self._form = FORMS[brief.form]
        self.proposed = 0

    @property
    def name(self) -> str:
        """The name of the writer that words what it can."""
        return self._model.name

    @cached_property
    def _behind(self) -> Draft:
        """What the offline writer writes."""
        return write(self._brief, self._offline, self._offline.config)

    def draft(self, brief: Brief) -> Draft:
        """Return the writer's draft, of which nothing is taken on trust.

        Raises:
            ModelError: The writer cannot be asked, or nothing of what it wrote can be used.
        """
        moved = moved_of(self._behind, brief) if brief.earlier else {}
        draft = self._model.draft(replace(brief, moved=figures(moved, brief)))
        known = {claim.id for claim in brief.weighed.claims}
        proposed = [replace(one, sentences=tuple(untrusted(s, known) for s in one.sentences)) for one in draft.sections]
        every = [s for section in proposed for s in section.sentences]
        claims = {claim.text for claim in brief.weighed.claims}
        self.proposed = 2 + len(every) + sum(one.text not in claims for one in draft.left_out)
        if not any(s.citations and s.text.strip() for s in every):
            raise ModelError(self.name, "no sentence that it wrote rests on anything it was shown", "Try a larger model.")
        sections, lost = self._formed(proposed, moved)
        headline = self._topped(
            untrusted(draft.headline, known), self._behind.headline, HEADLINE * self._offline.config.headline_signs
        )
        dek = self._topped(untrusted(draft.dek, known), self._behind.dek)
        sections = self._fitted(sections, headline, dek, lost)
        self._told = {s: frozenset(s.claim_ids) for section in sections for s in section.sentences}
        self._used.update(s for s in self._told if s.hand == "offline")
        left = [LeftOut(text=one.text[:LISTED], reason=one.reason[:LISTED]) for one in (*draft.left_out, *lost)]
        if headline.hand != "model" and draft.headline.text.strip():
            left.append(LeftOut(text=draft.headline.text[:LISTED], reason="cites nothing, or is too long for a headline"))
        return Draft(headline=headline, dek=dek, sections=sections, left_out=tuple(left))

    def _formed(
        self, proposed: Sequence[DraftSection], moved: Mapping[str, DraftSentence]
    ) -> tuple[tuple[DraftSection, ...], list[LeftOut]]:
        """Return what the writer wrote in the sections and the order of the form, and what has no place in it."""
        sections, left = with_moved(proposed, moved, self._brief) if moved else (tuple(proposed), [])
        sections = shaped(sections, self._form, dict(self._offline.config.headings))
        if not self._form.dated:
            return sections, left
        sections, lost = chronicled(sections, self._brief, self._offline.style)
        return sections, [*left, *lost]

    def _fitted(
        self, sections: Sequence[DraftSection], headline: DraftSentence, dek: DraftSentence, lost: list[LeftOut]
    ) -> tuple[DraftSection, ...]:
        """Return as much of sections as there are words for: a sentence too many is no sign that the others do not hold."""
        above = len(headline.text.split()) + len(dek.text.split())
        over = list[LeftOut]()
        fitted = tuple(fit(sections, self._brief.words - above, over))
        self.proposed -= len(over)
        lost.extend(over)
        return fitted

    def repair(self, sentence: DraftSentence, verdict: Verdict, brief: Brief) -> DraftSentence | None:
        """Return the next wording: the writer's other one, then the offline writer's and what that one falls back on."""
        if sentence.hand == "offline":
            return self._offline.repair(sentence, verdict, brief)
        if sentence not in self._first:
            self._told.pop(self._proposed(sentence), None)
            other = self._model.repair(sentence, verdict, brief)
            known = {claim.id for claim in brief.weighed.claims}
            reworded = untrusted(other, known) if other is not None else sentence
            if self._form.dated and reworded.text and sentence not in self._above:
                reworded = replace(reworded, text=headed_alike(reworded.text, sentence.text))
            if reworded.text.strip() and reworded.citations and reworded.text != sentence.text:
                self._first[reworded] = sentence
                return reworded
        return self._instead(self._proposed(self._first.get(sentence, sentence)))

    def _proposed(self, sentence: DraftSentence) -> DraftSentence:
        """Return what the writer proposed, where the gate has said at its end who reports it."""
        own = (s for s in (*self._above, *self._told) if s.citations == sentence.citations)
        return next((s for s in own if sentence.text.startswith(s.text.removesuffix("."))), sentence)

    def _topped(self, own: DraftSentence, behind: DraftSentence, signs: float = inf) -> DraftSentence:
        """Return a line above the report with what stands behind it; that one where the writer has none so short."""
        if not (own.text.strip() and own.citations) or len(own.text) > signs:
            self._used.add(behind)
            return behind
        self._above[own] = behind
        return own

    def _instead(self, sentence: DraftSentence) -> DraftSentence | None:
        """Return the offline writer's sentence of the same claims, which no other sentence tells; None where there is none."""
        if sentence in self._above:
            self._used.add(self._above[sentence])
            return self._above[sentence]
        told = frozenset[str]().union(*self._told.values())
        wanted = set(sentence.claim_ids) - told
        for one in self._lines():
            fit = not self._form.dated or headed_alike(one.text, sentence.text) == one.text
            if fit and one not in self._used and wanted.intersection(one.claim_ids) and told.isdisjoint(one.claim_ids):
                self._used.add(one)
                return one
        return None

    def _lines(self) -> Iterator[DraftSentence]:
        """Yield the offline writer's sentences, those first that stand first."""
        yield self._behind.dek
        yield from (s for section in self._behind.sections for s in section.sentences)


def untrusted(sentence: DraftSentence, known: set[str]) -> DraftSentence:
    """Return a sentence as a model's, without what the model says of it that cannot be looked up."""
    return DraftSentence(
        text=" ".join(sentence.text.split()),
        claim_ids=tuple(i for i in dict.fromkeys(sentence.claim_ids) if i in known),
        citations=tuple(dict.fromkeys(sentence.citations)),
        hand="model",
    )
