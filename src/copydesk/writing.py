"""One story's report: written by the model that was named, with the offline writer behind it, and by that alone where none was.

no model   offline writer -> gate
a model    model's draft -> what can be told apart from the model's word (trusted) -> gate: a sentence that does not hold
                         -> the model's other wording, once
                         -> the same words, given to who reports them (the gate's own)
                         -> the offline writer's sentence of the same claims, where no other sentence tells them
                         -> left out, and listed
           the model cannot be asked, or fewer than half of its sentences are printed -> the offline report, with the reason

The model's draft is hostile: what it says of its own sentences counts for nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from math import inf

from msgspec.structs import replace

from copydesk.errors import ModelError
from copydesk.gate import gated
from copydesk.inputs import Setup
from copydesk.ports import Writer
from copydesk.records import Brief, Draft, DraftSection, DraftSentence, LeftOut, Report, Verdict, Written
from copydesk.styling import held_to
from copydesk.write import OfflineWriter, write

# A report of which less than this share of what the model wrote can be printed is not the model's.
LEAST = 0.5
# A headline that is longer than one of the house by this much is none.
HEADLINE = 1.5
# Signs of a model's sentence that are listed where it is left out.
LISTED = 300


def worded(brief: Brief, whole: Brief, setup: Setup, finish: Callable[[Draft], Draft] = lambda draft: draft) -> Report:
    """Have the report on one story written and checked; there always is one.

    Args:
        brief: What there is to tell, in how many words.
        whole: The same, with the words that the report may have together with what `finish` adds.
        setup: How to run.
        finish: What is done to a draft before the gate: other lines that are told, too.
    """
    style = setup.config.style

    def checked(writer: Writer) -> Report:
        held = held_to(writer, style)
        return gated(finish(write(brief, held, setup.config.write)), whole, held, setup)

    offline, model = OfflineWriter(setup.config.write, style), setup.tools.writer
    if model is None:
        return checked(offline)
    backed = Backed(model, offline, brief)
    try:
        report = checked(backed)
    except ModelError as error:
        return in_its_place(checked(offline), model, error.problem, offline.name)
    kept = report.written.by_model if report.written else 0
    if not kept or kept < LEAST * backed.proposed:
        return in_its_place(checked(offline), model, f"{kept} of its {backed.proposed} sentences hold", offline.name)
    return replace(report, disclosure=f"{report.disclosure} {told(report.written, offline.name)}")


def in_its_place(report: Report, model: Writer, failure: str, offline: str) -> Report:
    """Return the offline writer's report, which says that a model was to write it and why it did not."""
    count = 2 + sum(len(section.sentences) for section in report.sections)
    written = Written(model=model.name, by_model=0, by_offline=count, failure=failure)
    return replace(report, written=written, disclosure=f"{report.disclosure} {told(written, offline)}")


def told(written: Written | None, offline: str) -> str:
    """Return, for readers, who worded a report."""
    if written is None:
        return ""
    if written.failure is not None:
        return f"The model {written.model} was asked to write it, and nothing of that is used: {written.failure}."
    if not written.by_offline and not written.quoted:
        return f"All {written.by_model} sentences, headline included, are worded by the model {written.model}."
    hands = [f"{written.by_model} by the model {written.model}"]
    hands += [f"{written.by_offline} by the {offline}"] if written.by_offline else []
    hands += [f"{written.quoted} quoted from an article"] if written.quoted else []
    count = written.by_model + written.by_offline + written.quoted
    return f"Of its {count} sentences, headline included, {' and '.join(hands)}."


def writer_of(reports: Iterable[Report], setup: Setup) -> str:
    """Return who wrote some reports, as it stands in the run's record."""
    offline, model = OfflineWriter(setup.config.write).name, setup.tools.writer
    if model is None:
        return offline
    found = [report.written for report in reports if report.written]
    failures = list(dict.fromkeys(one.failure for one in found if one.failure))
    by_model, by_offline = (sum(getattr(one, key) for one in found) for key in ("by_model", "by_offline"))
    why = f" (not used for {sum(one.failure is not None for one in found)} of {len(found)} stories: {'; '.join(failures)})"
    return f"{model.name}: {counted(by_model)}{why if failures else ''}; {offline}: {counted(by_offline)}"


def counted(sentences: int) -> str:
    """Return "1 sentence", "2 sentences"."""
    return f"{sentences} sentence{'s' * (sentences != 1)}"


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
        draft = self._model.draft(brief)
        known = {claim.id for claim in brief.weighed.claims}
        house = dict(self._offline.config.headings).values()
        sections = tuple(
            DraftSection(
                heading=section.heading if section.heading in house else next(iter(house)),
                sentences=tuple(untrusted(s, known) for s in section.sentences),
            )
            for section in draft.sections
        )
        body = [s for section in sections for s in section.sentences]
        claims = {claim.text for claim in brief.weighed.claims}
        self.proposed = 2 + len(body) + sum(one.text not in claims for one in draft.left_out)
        if not any(s.citations and s.text.strip() for s in body):
            raise ModelError(self.name, "no sentence that it wrote rests on anything it was shown", "Try a larger model.")
        self._told = {s: frozenset(s.claim_ids) for s in body}
        headline = self._topped(
            untrusted(draft.headline, known), self._behind.headline, HEADLINE * self._offline.config.headline_signs
        )
        dek = self._topped(untrusted(draft.dek, known), self._behind.dek)
        left = [LeftOut(text=one.text[:LISTED], reason=one.reason[:LISTED]) for one in draft.left_out]
        if headline.hand != "model" and draft.headline.text.strip():
            left.append(LeftOut(text=draft.headline.text[:LISTED], reason="cites nothing, or is too long for a headline"))
        return Draft(headline=headline, dek=dek, sections=sections, left_out=tuple(left))

    def repair(self, sentence: DraftSentence, verdict: Verdict, brief: Brief) -> DraftSentence | None:
        """Return the next wording: the writer's other one, then the offline writer's and what that one falls back on."""
        if sentence.hand == "offline":
            return self._offline.repair(sentence, verdict, brief)
        if sentence not in self._first:
            self._told.pop(self._proposed(sentence), None)
            other = self._model.repair(sentence, verdict, brief)
            known = {claim.id for claim in brief.weighed.claims}
            reworded = untrusted(other, known) if other is not None else sentence
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
            if one not in self._used and wanted.intersection(one.claim_ids) and told.isdisjoint(one.claim_ids):
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


def failures(reports: Sequence[Report]) -> tuple[str, ...]:
    """Return, for people, why a model's words are not used in some reports; each reason once."""
    found = (f"{r.written.model}: {r.written.failure}" for r in reports if r.written and r.written.failure)
    return tuple(dict.fromkeys(found))
