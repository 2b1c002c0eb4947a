"""Checking a draft that somebody else wrote: which of its sentences do the articles carry?

draft -> blank its markup -> mark -> check every sentence and quotation against all articles -> ask a judge, where there is one
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from copydesk.check import Pool, second
from copydesk.check import check as check_statements
from copydesk.errors import NothingToCheck, UsageError
from copydesk.inputs import Setup, gather
from copydesk.mark import MarkContext, mark
from copydesk.records import (
    Block,
    Check,
    CheckedQuote,
    CheckedSentence,
    CheckOutput,
    Label,
    Marks,
    QuoteMark,
    SentenceMark,
    Statement,
    Totals,
    Verdict,
)
from copydesk.text.markup import Markup, headings, words_in_place
from copydesk.version import __version__

SCHEMA = 1
MARKUPS: dict[str, Markup] = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
# A heading that opens with one of these asks, or names what follows: "What is next".
ASKING = frozenset({"what", "why", "how", "who", "where", "when", "which"})
FINITE = ("VBD", "VBZ", "VBP", "MD")


def check(draft: str, against: Iterable[str | Path], setup: Setup | None = None, markup: Markup = "text") -> CheckOutput:
    """Hold every sentence of a draft against the articles it should rest on.

    Args:
        draft: The draft itself, not its path.
        against: Files, folders, or "-" for standard input, that hold the articles.
        setup: Settings, models, hints and progress; the defaults work offline.
        markup: How the draft is marked up.

    Returns:
        A verdict per sentence with offsets into `draft`. A heading without a verb states nothing and is passed over.

    Raises:
        NothingReadable: Not one article could be read.
        NothingToCheck: The draft holds no sentence.
        ModelError: A judge was named and cannot be asked at all.
    """
    setup = setup or Setup()
    gathered = gather(against, setup)
    words = words_in_place(draft, markup)
    marks = mark(words, setup.tools.parser, setup.config.mark, MarkContext(blocks=blocks_of(draft, words, markup)))
    stated = tuple(s for s in marks.sentences if states_something(s, marks, words))
    if not stated:
        raise NothingToCheck
    statements = tuple(Statement(text=words[s.start : s.end], marks=marks.within(s.start, s.end)) for s in stated)
    setup.progress("check", 0, len(statements))
    pool, judge = Pool(gathered.marked), setup.tools.judge
    verdicts = check_statements(statements, pool, setup.config.check)
    if judge:
        found = tuple(zip(statements, verdicts, strict=True))
        verdicts = second(found, pool, judge, setup.config.check, partial(setup.progress, "judge"))
    sentences = tuple(
        CheckedSentence(text=plain(words[s.start : s.end], markup), start=s.start, end=s.end, verdict=verdict)
        for s, verdict in zip(stated, verdicts, strict=True)
    )
    counts = Counter(verdict.label for verdict in verdicts)
    return CheckOutput(
        schema=SCHEMA,
        sentences=sentences,
        quotes=tuple(checked_quote(q, words, sentences) for q in marks.quotes if q.direct),
        totals=Totals(
            supported=counts["supported"],
            partly=counts["partly"],
            contradicted=counts["contradicted"],
            unsupported=counts["unsupported"],
        ),
        skipped=gathered.skipped,
        checker=f"copydesk {__version__}, offline" + (f"; second opinion: {judge.name}" if judge else ""),
    )


def blocks_of(draft: str, words: str, markup: Markup) -> tuple[Block, ...]:
    """Return a draft's blocks: its headings, and what stands between empty lines."""
    titles = headings(draft, markup)
    spans = [Block(start=start, end=end, kind="heading") for start, end in titles]
    edges = [0, *(edge for title in titles for edge in title), len(words)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        spans.extend(paragraphs(words, start, end))
    return tuple(sorted(spans, key=lambda block: block.start))


def paragraphs(words: str, start: int, end: int) -> Iterable[Block]:
    """Yield what stands between empty lines in `words[start:end]`."""
    offset = start
    for part in words[start:end].split("\n\n"):
        if part.strip():
            yield Block(start=offset, end=offset + len(part))
        offset += len(part) + 2


def states_something(sentence: SentenceMark, marks: Marks, words: str) -> bool:
    """Return whether a sentence states anything: all do but headings without a finite verb and stretches without words."""
    if not any(sign.isalnum() for sign in words[sentence.start : sentence.end]):
        return False
    tokens = marks.tokens[sentence.first : sentence.last]
    asks = words[tokens[0].start : tokens[0].end].lower() in ASKING if tokens else False
    return sentence.kind != "heading" or (not asks and any(t.fine in FINITE for t in tokens))


def plain(text: str, markup: Markup) -> str:
    """Return a sentence for people: as it stands in plain text, without the gaps of blanked markup elsewhere."""
    return text if markup == "text" else re.sub(r" +(?=[.,;:!?)’”])|(?<=[“‘(]) +", "", " ".join(text.split()))


def checked_quote(quote: QuoteMark, words: str, sentences: Iterable[CheckedSentence]) -> CheckedQuote:
    """Return the verdict on one quotation, taken from the checks of the sentences that hold it."""
    text = words[quote.words_start : quote.words_end]
    holding = [s.verdict for s in sentences if s.start < quote.end and quote.start < s.end]
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


def load_draft(path: Path) -> tuple[str, Markup]:
    """Read a draft; its markup follows from the file's ending.

    Args:
        path: A UTF-8 file, or "-" for standard input: `.md` and `.markdown` are Markdown, `.html` and `.htm` HTML, anything else is
            plain text.

    Raises:
        UsageError: The file cannot be read or is not UTF-8.
    """
    try:
        content = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or 'cannot be read'}.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8 text; save it as UTF-8 and try again.") from error
    return text, MARKUPS.get(path.suffix.lower(), "text")
