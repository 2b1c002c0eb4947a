"""One story's report: written by the model that was named, with the offline writer behind it, and by that alone where none was.

no model   offline writer -> gate
a model    model's draft -> what can be told apart from the model's word (trusted) -> gate: a sentence that does not hold
                         -> the model's other wording, once
                         -> the same words, given to who reports them (the gate's own)
                         -> the offline writer's sentence of the same claims, where no other sentence tells them
                         -> left out, and listed
           the model cannot be asked, or fewer than half of its sentences are printed or quoted in their place
                         -> the offline report, with the reason

The same for every form. What a model's draft has to pass before the gate is in `backed`.
"""

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from copydesk.backed import Backed
from copydesk.errors import ModelError
from copydesk.gate import gated
from copydesk.inputs import Setup
from copydesk.ports import Writer
from copydesk.records import Brief, Draft, Report, Written
from copydesk.styling import held_to
from copydesk.write import OfflineWriter, write

# A report of which less than this share of what the model wrote can be printed is not the model's.
LEAST = 0.5


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
    kept = report.written.by_model + report.written.quoted if report.written else 0
    if not kept or kept < LEAST * backed.proposed:
        return in_its_place(checked(offline), model, f"{kept} of its {backed.proposed} sentences hold", offline.name)
    return replace(report, disclosure=f"{report.disclosure} {told(report.written, offline.name)}")


def in_its_place(report: Report, model: Writer, failure: str, offline: str) -> Report:
    """Return the offline writer's report, which says that a model was to write it and why it did not."""
    written = Written(model=model.name, by_model=0, by_offline=sentences_of(report), failure=failure)
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
    every = list(reports)
    found = [report.written for report in every if report.written]
    failures = list(dict.fromkeys(one.failure for one in found if one.failure))
    by_model = sum(one.by_model for one in found)
    # Where there was nothing new to tell, nobody was asked.
    by_offline = sum(one.by_offline for one in found) + sum(sentences_of(report) for report in every if not report.written)
    why = f" (not used for {sum(one.failure is not None for one in found)} of {len(found)} stories: {'; '.join(failures)})"
    return f"{model.name}: {counted(by_model)}{why if failures else ''}; {offline}: {counted(by_offline)}"


def sentences_of(report: Report) -> int:
    """Return how many sentences a report has, headline and dek included."""
    return 2 + sum(len(section.sentences) for section in report.sections)


def counted(sentences: int) -> str:
    """Return "1 sentence", "2 sentences"."""
    return f"{sentences} sentence{'s' * (sentences != 1)}"


def failures(reports: Sequence[Report]) -> tuple[str, ...]:
    """Return, for people, why a model's words are not used in some reports; each reason once."""
    found = (f"{r.written.model}: {r.written.failure}" for r in reports if r.written and r.written.failure)
    return tuple(dict.fromkeys(found))
