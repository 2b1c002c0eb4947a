"""What is written about a story, and whether it holds."""

from typing import Literal

from copydesk.records.base import Interval, Passage, Record
from copydesk.records.marks import Marks

Label = Literal["supported", "partly", "contradicted", "unsupported"]
Outcome = Literal["found", "missing", "contradicted"]
Hand = Literal["offline", "model", "quote"]
Worded = Literal["offline", "model", "both"]


class Check(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that was looked for.

    Attributes:
        kind: `number`, `date`, `name`, `quote`, `negation`, `words`, …; `newness` for "Nothing new since …", `published` for the
            day of background and `moved` for who gave a figure that moved, which are known and not read; `judge` for what a model
            that was asked answered,
            `unjudged` where it gave no answer and what was found without it stands.
        text: What was looked for, as the sentence says it; of `judge` and `unjudged`, the model and its answer.
        outcome: Whether the passages carry it.
        evidence: The passage that carries or contradicts it.
        instead: What stands there in its place, or the reservation or restriction that the sentence leaves out, in the article's
            words; not given where nothing does, or not in one piece.
    """

    kind: str
    text: str
    outcome: Outcome
    evidence: Passage | None
    instead: str | None = None


class Verdict(Record, frozen=True, kw_only=True):
    """The result of checking one sentence.

    Attributes:
        label: Whether the passages carry it. `supported` has evidence and only checks that were `found`.
        score: In [0, 1]: how surely they do.
        checks: What was looked for.
        evidence: The passages it rests on.
    """

    label: Label
    score: float
    checks: tuple[Check, ...]
    evidence: tuple[Passage, ...]


class Statement(Record, frozen=True, kw_only=True):
    """A sentence to be checked.

    Attributes:
        text: The sentence.
        marks: What `mark` found in it (spans count from the sentence's start).
        citations: The passages it claims to rest on; empty: any passage of the articles.
    """

    text: str
    marks: Marks
    citations: tuple[Passage, ...] = ()


class Printed(Record, frozen=True, kw_only=True):
    """How a wording is printed once it holds: with what is known of its passages and cannot be read off them.

    Attributes:
        wording: The wording that has to hold.
        text: The same with these words in it.
        told: These words.
        citations: The passages that these words speak of.
        kind: What they tell: a figure before it moved, or when a report was published.
    """

    wording: str
    text: str
    told: str
    citations: tuple[Passage, ...]
    kind: Literal["moved", "published"] = "moved"


class DraftSentence(Record, frozen=True, kw_only=True):
    """A sentence a writer proposes, not yet checked.

    Attributes:
        text: The sentence.
        claim_ids: The claims it makes.
        citations: The passages it rests on, at least one.
        attributed: True when the sentence itself says who reports it.
        fallbacks: Weaker or more literal wordings to try in turn when it is not supported.
        hand: Who worded it: the offline writer, a model, or an article. Of a model's sentence, `attributed` counts for nothing:
            whether it says who reports it is looked up in its words.
        printed: How single wordings of it are printed, where that says more; of no model's sentence.
        parts: The sentences that it was made of, which stand in its place where it does not hold.
    """

    text: str
    claim_ids: tuple[str, ...]
    citations: tuple[Passage, ...]
    attributed: bool = False
    fallbacks: tuple[str, ...] = ()
    hand: Hand = "offline"
    printed: tuple[Printed, ...] = ()
    parts: tuple["DraftSentence", ...] = ()


class DraftSection(Record, frozen=True, kw_only=True):
    """A heading and its sentences.

    Attributes:
        heading: The heading.
        sentences: In reading order.
    """

    heading: str
    sentences: tuple[DraftSentence, ...]


class LeftOut(Record, frozen=True, kw_only=True):
    """Something that is not in the report.

    Attributes:
        text: What it would have said.
        reason: Why it does not.
    """

    text: str
    reason: str


class Draft(Record, frozen=True, kw_only=True):
    """What a writer proposes.

    Attributes:
        headline: The headline; a sentence like any other.
        dek: One sentence under it.
        sections: The report.
        left_out: What the writer decided not to use, with the reason.
    """

    headline: DraftSentence
    dek: DraftSentence
    sections: tuple[DraftSection, ...]
    left_out: tuple[LeftOut, ...] = ()


class Sentence(Record, frozen=True, kw_only=True):
    """A sentence of a report.

    Attributes:
        text: The sentence.
        citations: The passages that carry it.
        claim_ids: The claims it makes.
        independent: How many independent origins carry it: those of `origin_ids`.
        verdict: The result of checking it.
        origin_ids: Origins of which a cited passage by itself carries the sentence's core, sorted. The other cited passages carry
            a part of it, and count for nothing.
    """

    text: str
    citations: tuple[Passage, ...]
    claim_ids: tuple[str, ...]
    independent: Interval
    verdict: Verdict
    origin_ids: tuple[str, ...] = ()


class Section(Record, frozen=True, kw_only=True):
    """A heading and its sentences, at least one.

    Attributes:
        heading: The heading; empty where the form has none.
        sentences: In reading order.
    """

    heading: str
    sentences: tuple[Sentence, ...]


class Written(Record, frozen=True, kw_only=True):
    """Who worded a report that a model was asked for, headline and dek included.

    Attributes:
        model: The model that was asked.
        by_model: Sentences that it worded.
        by_offline: Sentences that the offline writer worded.
        quoted: Sentences that are a passage, as words of its outlet.
        failure: Why nothing that the model wrote is used; None where something is.
    """

    model: str
    by_model: int
    by_offline: int
    quoted: int = 0
    failure: str | None = None


class Report(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What copydesk writes about a story.

    Attributes:
        headline: The headline.
        dek: One sentence under it.
        sections: The report.
        left_out: What is not in it and why.
        disclosure: How it was made, for readers.
        form: Which form it has: `story` (where the field is missing), `brief`, `explainer`, `timeline`, `update`, `bulletin`.
        written: Who worded it, where a model was asked; not given where none was.
    """

    headline: Sentence
    dek: Sentence
    sections: tuple[Section, ...]
    left_out: tuple[LeftOut, ...]
    disclosure: str
    form: str = "story"
    written: Written | None = None

    @property
    def worded(self) -> Worded:
        """Whose words it is printed in, before any person edited it: rules' alone, a model's alone, or those of both."""
        if self.written is None or not self.written.by_model:
            return "offline"
        return "both" if self.written.by_offline or self.written.quoted else "model"
