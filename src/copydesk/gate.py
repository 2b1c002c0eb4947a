"""The gate: what a writer proposes becomes a report only sentence by sentence, each checked.

draft -> check every sentence -> supported and attributed where one origin carries it? -> printed
                              -> else the writer's next wording, as long as it has one
                              -> else the passage itself, as a quotation of its outlet
                              -> else left out, with the reason
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from copydesk.check import check
from copydesk.inputs import Setup
from copydesk.mark import MarkContext, mark
from copydesk.ports import Writer
from copydesk.records import (
    Block,
    Brief,
    Draft,
    DraftSentence,
    Interval,
    LeftOut,
    Marked,
    Passage,
    Report,
    Section,
    Sentence,
    Statement,
    Verdict,
)
from copydesk.version import __version__

# A writer that keeps proposing is stopped here; the offline writer has four wordings at most.
MOST_REPAIRS = 6
# A passage longer than this is a reprint, not a quotation.
MOST_QUOTED_WORDS = 40
QUOTE_SIGNS = "\"“”„«»‘’'`"


@dataclass(frozen=True)
class Gate:
    """What the gate works with.

    Attributes:
        brief: What the writer was given.
        writer: Who proposed and repairs.
        setup: How to run.
        said: Texts printed so far: nothing is said twice.
        left_out: What was not printed so far.
    """

    brief: Brief
    writer: Writer
    setup: Setup
    said: set[str] = field(default_factory=set)
    left_out: list[LeftOut] = field(default_factory=list)


def gated(draft: Draft, brief: Brief, writer: Writer, setup: Setup) -> Report:
    """Turn a draft into a report in which every sentence is supported by what it cites.

    Args:
        draft: What the writer proposes; any text at all.
        brief: What the writer was given.
        writer: Asked for other wordings where a sentence does not hold.
        setup: How to run.
    """
    gate = Gate(brief, writer, setup)
    proposed = [draft.headline, draft.dek, *(s for section in draft.sections for s in section.sentences)]
    verdicts = dict(zip(map(id, proposed), judged(proposed, gate), strict=True))
    headline = settled_surely(draft.headline, verdicts[id(draft.headline)], gate)
    dek = settled_surely(draft.dek, verdicts[id(draft.dek)], gate)
    sections = []
    for section in draft.sections:
        kept = tuple(k for s in section.sentences if (k := settled(s, verdicts[id(s)], gate)))
        if kept:
            sections.append(Section(heading=section.heading, sentences=kept))
    return Report(
        headline=headline,
        dek=dek,
        sections=tuple(sections),
        left_out=(*draft.left_out, *gate.left_out),
        disclosure=disclosure(brief, writer, setup),
    )


def judged(sentences: Sequence[DraftSentence], gate: Gate) -> tuple[Verdict, ...]:
    """Return the verdict on each sentence against the passages it cites."""
    return check(statements(sentences, gate.setup), gate.brief.material.articles, gate.setup.config.check)


def statements(sentences: Sequence[DraftSentence], setup: Setup) -> tuple[Statement, ...]:
    """Mark sentences, all at once, so that they can be checked."""
    blocks, offset = [], 0
    for sentence in sentences:
        blocks.append(Block(start=offset, end=offset + len(sentence.text)))
        offset += len(sentence.text) + 2
    text = "\n\n".join(sentence.text for sentence in sentences)
    marks = mark(text, setup.tools.parser, setup.config.mark, MarkContext(blocks=tuple(blocks)))
    return tuple(
        Statement(text=s.text, marks=marks.within(block.start, block.end), citations=s.citations)
        for s, block in zip(sentences, blocks, strict=True)
    )


def settled(sentence: DraftSentence, verdict: Verdict, gate: Gate) -> Sentence | None:
    """Return the sentence, or what may be printed in its place; None when there is nothing. What is lost is listed."""
    holding = first_that_holds(sentence, verdict, gate)
    if holding:
        return holding
    reason = "said already" if sentence.text in gate.said else why_not(verdict)
    literal = quoted(sentence.citations, gate, MOST_QUOTED_WORDS)
    if literal:
        literal = replace(literal, claim_ids=sentence.claim_ids)
        (its_verdict,) = judged([literal], gate)
        if may_print(literal, its_verdict, gate):
            gate.left_out.append(LeftOut(text=sentence.text, reason=f"{reason}; the passage is quoted in its place"))
            return printed(literal, its_verdict, gate)
    gate.left_out.append(LeftOut(text=sentence.text, reason=reason))
    return None


def settled_surely(sentence: DraftSentence, verdict: Verdict, gate: Gate) -> Sentence:
    """Return what may be printed of a sentence that must stand: at worst a passage, as its outlet's words."""
    holding = first_that_holds(sentence, verdict, gate)
    if holding:
        return holding
    gate.left_out.append(LeftOut(text=sentence.text, reason=f"{why_not(verdict)}; a passage is quoted in its place"))
    everything = (m.passage(s.start, s.end) for m in gate.brief.material.articles for s in m.reporting())
    pool = (*sentence.citations, *everything)
    quotations = (quoted([p], gate, most_words=1000, marked=marked) for marked in (True, False) for p in pool)
    literal = next((q for q in quotations if q and q.text not in gate.said), sentence)
    (its_verdict,) = judged([literal], gate)
    return printed(literal, its_verdict, gate)


def first_that_holds(sentence: DraftSentence, verdict: Verdict, gate: Gate) -> Sentence | None:
    """Return the first of a sentence's wordings that may be printed."""
    for wording, its_verdict in wordings(sentence, verdict, gate):
        if may_print(wording, its_verdict, gate):
            return printed(wording, its_verdict, gate)
    return None


def wordings(sentence: DraftSentence, verdict: Verdict, gate: Gate) -> Iterable[tuple[DraftSentence, Verdict]]:
    """Yield the sentence and, one after the other, the writer's other wordings, each with its verdict."""
    yield sentence, verdict
    for _ in range(MOST_REPAIRS):
        repaired = gate.writer.repair(sentence, verdict, gate.brief)
        if repaired is None:
            break
        sentence = repaired
        (verdict,) = judged([sentence], gate)
        yield sentence, verdict


def may_print(sentence: DraftSentence, verdict: Verdict, gate: Gate) -> bool:
    """Return whether a sentence holds, is new, and names who reports it where only one origin does."""
    single = independent(sentence.citations, gate).high == 1
    return verdict.label == "supported" and is_new(sentence.text, gate) and (sentence.attributed or not single)


def is_new(text: str, gate: Gate) -> bool:
    """Return whether a text says something that was not printed yet."""
    return bool(text.strip()) and text not in gate.said


def printed(sentence: DraftSentence, verdict: Verdict, gate: Gate) -> Sentence:
    """Return a draft's sentence as it stands in the report."""
    gate.said.add(sentence.text)
    return Sentence(
        text=sentence.text,
        citations=sentence.citations,
        claim_ids=sentence.claim_ids,
        independent=independent(sentence.citations, gate),
        verdict=verdict,
    )


def independent(citations: Sequence[Passage], gate: Gate) -> Interval:
    """Return how many independent origins the cited passages have."""
    lineage = gate.brief.material.lineage
    return lineage.independent(origin for passage in citations for origin in lineage.origins_of(passage))


def quoted(citations: Sequence[Passage], gate: Gate, most_words: int, *, marked: bool = True) -> DraftSentence | None:
    """Return the shortest cited passage as words of its outlet.

    Args:
        citations: The passages to choose from.
        gate: What the gate works with.
        most_words: A longer passage is not taken.
        marked: Whether it stands in quotation marks; then a passage that holds some itself is not taken.
    """
    fit = [
        p for p in citations if len(p.text.split()) <= most_words and not (marked and any(sign in p.text for sign in QUOTE_SIGNS))
    ]
    if not fit:
        return None
    passage = min(fit, key=lambda p: (len(p.text), p))
    outlet = next(outlet_name(m) for m in gate.brief.material.articles if m.article.id == passage.article_id)
    words = f"“{passage.text}”" if marked else passage.text
    return DraftSentence(text=f"{outlet} reports: {words}", claim_ids=(), citations=(passage,), attributed=True)


def outlet_name(marked: Marked) -> str:
    """Return an article's outlet, or honest words where it is not known."""
    return marked.article.outlet or "One article, whose outlet is not named,"


def why_not(verdict: Verdict) -> str:
    """Return in words why a sentence is not printed."""
    failed = [c for c in verdict.checks if c.outcome != "found"]
    if not failed:
        return "carried by one origin, and no wording that says so holds" if verdict.label == "supported" else verdict.label
    return f"{verdict.label}: {failed[0].kind} “{failed[0].text}” {failed[0].outcome} in the passages it cites"


def disclosure(brief: Brief, writer: Writer, setup: Setup) -> str:
    """Return, for readers, how the report was made."""
    articles = brief.material.articles
    times = [m.article.published.when for m in articles if m.article.published.when]
    as_of = setup.as_of or max(times, default=None)
    count = "one article" if len(articles) == 1 else f"{len(articles)} articles"
    when = f" as of {as_of}" if as_of else "; none of the articles shows when it was published" if not times else ""
    return (
        f"Written by copydesk {__version__} ({writer.name}) from {count}{when}. No person has edited it. Each sentence was "
        "checked against the passages it cites, which tells whether the articles say so, not whether it is true; the count of "
        "independent origins says what the texts show."
    )
