"""A draft's quotations, each with the verdict that follows from the sentences that hold it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from copydesk.manuscript import Manuscript
from copydesk.records import Check, CheckedQuote, CheckedSentence, Label, Marks, QuoteMark, Verdict

NEVER_CLOSED = "a quotation mark that is never closed"


def checked_quotes(marks: Marks, draft: Manuscript, sentences: Sequence[CheckedSentence]) -> Iterator[CheckedQuote]:
    """Yield the verdict on each quotation."""
    ends = [sentence.end for sentence in sentences]
    for quote in marks.quotes:
        if quote.direct:
            at = bisect_right(ends, quote.start)
            holding = []
            while at < len(sentences) and sentences[at].start < quote.end:
                holding.append(sentences[at].verdict)
                at += 1
            yield checked_quote(quote, draft.words, holding)


def checked_quote(quote: QuoteMark, words: str, holding: Sequence[Verdict]) -> CheckedQuote:
    """Return the verdict on one quotation, taken from the checks of the sentences that hold it."""
    text = words[quote.words_start : quote.words_end]
    checks = [c for verdict in holding for c in quote_checks(verdict, text)]
    failed = next((c for c in checks if c.outcome != "found"), None)
    label: Label = "unsupported"
    if holding and all(verdict.label == "supported" for verdict in holding):
        label = "supported"
    elif checks:
        label = "supported" if failed is None else "contradicted" if failed.outcome == "contradicted" else "unsupported"
    evidence = next((c.evidence for c in checks if c.evidence), None)
    evidence = evidence or next((p for verdict in holding for p in verdict.evidence if label == "supported"), None)
    return CheckedQuote(text=text, start=quote.start, end=quote.end, speaker=quote.speaker, label=label, evidence=evidence)


def quote_checks(verdict: Verdict, text: str) -> tuple[Check, ...]:
    """Return a sentence's checks of words that stand in the quotation `text`, and of who is said to have spoken them."""
    quoted = tuple(c for c in verdict.checks if c.kind == "quote" and (c.text in text or text in c.text))
    return (*quoted, *(c for c in verdict.checks if c.kind == "speaker")) if quoted else ()


def unclosed(verdict: Verdict) -> Verdict:
    """Return the verdict on a sentence in which a quotation opens that never closes: what is quoted cannot be told."""
    if any(check.text == NEVER_CLOSED for check in verdict.checks):
        return verdict
    missing = Check(kind="quote", text=NEVER_CLOSED, outcome="missing", evidence=None)
    supported = verdict.label == "supported"
    label: Label = "partly" if supported else verdict.label
    return replace(
        verdict, label=label, score=min(verdict.score, 0.49) if supported else verdict.score, checks=(*verdict.checks, missing)
    )
