"""The gate: what a writer proposes becomes a report only sentence by sentence, each checked.

draft -> check all its sentences, then the writer's other wordings of those that do not hold, round by round (mending.foresee)
      -> supported, and attributed where one origin carries it? (judging, grounds) -> printed (settling)
                              -> else the writer's next wording, as long as it has one and it brings something new (mending)
                              -> else the same words, given to the outlet that reports them
                              -> else the passage itself, as a quotation of its outlet (quoting; no model's sentence: see `writing`)
                              -> else left out, with the reason
      -> a difference of which one side is lost is not told at all
      -> what repeats an article too closely is said otherwise, else quoted, else left out (distancing)
      -> of what repeats too much of one article, the least important sentences are left out (sharing)
"""

from collections import Counter
from collections.abc import Sequence

from copydesk.gate.distancing import set_apart
from copydesk.gate.judging import Gate, length
from copydesk.gate.mending import foresee
from copydesk.gate.settling import section_of, settled_surely
from copydesk.gate.sharing import shared
from copydesk.inputs import Setup
from copydesk.ports import Writer
from copydesk.records import Brief, Draft, Report, Sentence, Written
from copydesk.render.disclosing import UNEDITED
from copydesk.render.words import day
from copydesk.version import __version__


def gated(draft: Draft, brief: Brief, writer: Writer, setup: Setup) -> Report:
    """Turn a draft into a report in which every sentence is supported by what it cites.

    Args:
        draft: What the writer proposes; any text at all.
        brief: What the writer was given.
        writer: Asked for other wordings where a sentence does not hold.
        setup: How to run.
    """
    proposed = [draft.headline, draft.dek, *(s for section in draft.sections for s in section.sentences)]
    gate = Gate(brief, writer, setup, spare=max(0, brief.words - sum(length(s.text) for s in proposed)))
    foresee(proposed, gate)
    headline = settled_surely(draft.headline, gate)
    dek = settled_surely(draft.dek, gate)
    settled_ones = (section_of(section, gate) for section in draft.sections)
    sections = tuple(section for section in settled_ones if section.sentences)
    headline, dek, sections = set_apart(headline, dek, sections, gate)
    sections = shared(headline, dek, sections, gate)
    return Report(
        headline=headline,
        dek=dek,
        sections=sections,
        left_out=(*draft.left_out, *gate.left_out),
        disclosure=disclosure(brief, writer, setup),
        form=brief.form,
        written=written([headline, dek, *(s for section in sections for s in section.sentences)], writer, gate),
    )


def written(sentences: Sequence[Sentence], writer: Writer, gate: Gate) -> Written | None:
    """Return who worded the sentences of a report; None where no model worded any."""
    hands = Counter(gate.hands[s.text] for s in sentences)
    if not hands["model"]:
        return None
    return Written(model=writer.name, by_model=hands["model"], by_offline=hands["offline"], quoted=hands["quote"])


def disclosure(brief: Brief, writer: Writer, setup: Setup) -> str:
    """Return, for readers, how the report was made."""
    articles = brief.material.articles
    times = [m.article.published.when for m in articles if m.article.published.when]
    as_of = setup.as_of or max(times, default=None)
    count = "one article" if len(articles) == 1 else f"{len(articles)} articles"
    when = f" as of {day(as_of)}" if as_of else "; none of the articles shows when it was published" if not times else ""
    return (
        f"Written by copydesk {__version__} ({writer.name}) from {count}{when}. {UNEDITED} Each sentence was "
        "checked against the passages it cites, which tells whether the articles say so, not whether it is true; the count of "
        "independent origins says what the texts show."
    )
