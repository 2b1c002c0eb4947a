"""Checking a draft that somebody else wrote: which of its sentences do the articles carry?

draft -> blank its markup -> mark -> check every sentence and quotation against all articles
      -> ask a judge, where there is one
      -> every link and note against the article that it points to
      -> what the articles say put in the place of what they contradict, where that mends a sentence
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from msgspec.structs import replace

from copydesk.check import Pool, second
from copydesk.check import check as check_statements
from copydesk.cited import meant_by
from copydesk.errors import NothingToCheck
from copydesk.inputs import Setup, gather
from copydesk.manuscript import Manuscript, load_draft, manuscript
from copydesk.mark import MarkContext, mark
from copydesk.ports import Judge
from copydesk.records import (
    Article,
    Block,
    Check,
    CheckedCite,
    CheckedQuote,
    CheckedSentence,
    CheckOutput,
    CitedArticle,
    DraftBlock,
    Label,
    Marked,
    Marks,
    Passage,
    QuoteMark,
    SentenceMark,
    Skipped,
    Statement,
    Totals,
    Verdict,
)
from copydesk.text.cites import Cite
from copydesk.text.markup import Markup
from copydesk.text.quotes import left_open
from copydesk.version import __version__

__all__ = ["check", "load_draft"]

SCHEMA = 1
# A heading that opens with one of these asks, or names what follows: "What is next".
ASKING = frozenset({"what", "why", "how", "who", "where", "when", "which"})
FINITE = ("VBD", "VBZ", "VBP", "MD")
# Sentences between two words of progress.
STEP = 100
NEVER_CLOSED = "a quotation mark that is never closed"


def check(
    draft: str | Manuscript, against: Iterable[str | Path], setup: Setup | None = None, markup: Markup = "text"
) -> CheckOutput:
    """Hold every sentence of a draft against the articles it should rest on, and every link and note against the article it names.

    Args:
        draft: The draft itself, not its path, or what `load_draft` made of a file.
        against: Files, folders, or "-" for standard input, that hold the articles.
        setup: Settings, models, hints and progress; the defaults work offline.
        markup: How the draft is marked up, where it is given as text.

    Returns:
        A verdict per sentence with offsets into the draft. A heading without a verb states nothing and is passed over.

    Raises:
        NothingReadable: Not one article could be read.
        NothingToCheck: The draft holds no sentence.
        ModelError: A judge was named and cannot be asked at all.
    """
    setup = setup or Setup()
    taken = manuscript(draft, markup) if isinstance(draft, str) else draft
    gathered = gather(against, setup)
    return checked(taken, gathered.marked, gathered.skipped, setup)


def checked(taken: Manuscript, articles: Sequence[Marked], skipped: tuple[Skipped, ...], setup: Setup) -> CheckOutput:
    """Hold every sentence of a draft against marked articles.

    Args:
        taken: The draft, taken apart.
        articles: The articles.
        skipped: What was not taken in, for the result.
        setup: How to run.

    Raises:
        NothingToCheck: The draft holds no sentence.
        ModelError: A judge was named and cannot be asked at all.
    """
    blocks = blocks_of(taken)
    marks = mark(taken.words, setup.tools.parser, setup.config.mark, MarkContext(blocks=blocks))
    stated = tuple(s for s in marks.sentences if states_something(s, marks, taken.words))
    if not stated:
        raise NothingToCheck
    pool = Pool(articles)
    statements = tuple(Statement(text=taken.words[s.start : s.end], marks=marks.within(s.start, s.end)) for s in stated)
    opened = {bisect_right(stated, at, key=lambda s: s.start) - 1 for at in left_open(taken.words, blocks)}
    verdicts = tuple(unclosed(v) if at in opened else v for at, v in enumerate(found_in(statements, pool, setup)))
    if setup.tools.judge:
        verdicts = asked(tuple(zip(statements, verdicts, strict=True)), pool, setup.tools.judge, setup)
    cites, cited = cites_of(taken, stated, statements, pool, setup)
    sentences = tuple(
        CheckedSentence(
            text=plain(statement.text, taken),
            start=s.start,
            end=s.end,
            verdict=verdict,
            cited=cited.get(at),
            fix=fixed(plain(statement.text, taken), verdict, pool, setup),
        )
        for at, (s, statement, verdict) in enumerate(zip(stated, statements, verdicts, strict=True))
    )
    counts = Counter(verdict.label for verdict in verdicts)
    return CheckOutput(
        schema=SCHEMA,
        sentences=sentences,
        quotes=tuple(checked_quotes(marks, taken, sentences)),
        totals=Totals(
            supported=counts["supported"],
            partly=counts["partly"],
            contradicted=counts["contradicted"],
            unsupported=counts["unsupported"],
        ),
        skipped=skipped,
        cites=cites,
        blocks=tuple(draft_blocks(blocks, taken, sentences)),
        articles=tuple(spoken_of(sentences, cites, articles)),
        text=taken.text,
        checker=checker_of(setup),
    )


def asked(found: Sequence[tuple[Statement, Verdict]], pool: Pool, judge: Judge, setup: Setup) -> tuple[Verdict, ...]:
    """Return the verdict on each sentence with a judge's opinion on those that it may change, telling progress."""
    return second(found, pool, judge, setup.config.check, partial(setup.progress, "judge"))


def checker_of(setup: Setup) -> str:
    """Return what checks: name and version, and who gives a second opinion."""
    judge = setup.tools.judge
    return f"copydesk {__version__}, offline" + (f"; second opinion: {judge.name}" if judge else "")


def found_in(statements: Sequence[Statement], pool: Pool, setup: Setup) -> Iterator[Verdict]:
    """Yield the verdict on each sentence, telling progress."""
    for first in range(0, len(statements), STEP):
        setup.progress("check", first, len(statements))
        yield from check_statements(statements[first : first + STEP], pool, setup.config.check)


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


def cites_of(
    draft: Manuscript, stated: Sequence[SentenceMark], statements: Sequence[Statement], pool: Pool, setup: Setup
) -> tuple[tuple[CheckedCite, ...], dict[int, Label]]:
    """Return the draft's links and notes, each held against the article it names; and by sentence, the verdict by all of these."""
    articles = [marked.article for marked in pool.articles]
    places = [place_of(cite, stated) for cite in draft.cites]
    meant = [meant_by(cite.target, articles) for cite in draft.cites]
    whole = {article.id: passage_of(article) for article in articles}
    checked = []
    named: dict[int, dict[str, Passage]] = {}
    for cite, place, article in zip(draft.cites, places, meant, strict=True):
        verdict = None
        if place is not None and article is not None:
            named.setdefault(place, {})[article.id] = whole[article.id]
            verdict = held_against(statements[place], (whole[article.id],), pool, setup)
        checked.append(
            CheckedCite(
                text=cite.shown,
                start=cite.start,
                end=cite.end,
                target=cite.target,
                sentence=place,
                article_id=article.id if article else None,
                label=verdict.label if verdict else None,
                evidence=next(iter(verdict.evidence), None) if verdict else None,
            )
        )
    together = {
        place: held_against(statements[place], tuple(passages.values()), pool, setup).label for place, passages in named.items()
    }
    return tuple(checked), together


def passage_of(article: Article) -> Passage:
    """Return a whole article as a passage."""
    return Passage(article_id=article.id, start=0, end=len(article.text), text=article.text)


def held_against(statement: Statement, passages: tuple[Passage, ...], pool: Pool, setup: Setup) -> Verdict:
    """Return the verdict on a sentence against some passages alone."""
    cited = Statement(text=statement.text, marks=statement.marks, citations=passages)
    return check_statements((cited,), pool, setup.config.check)[0]


def place_of(cite: Cite, stated: Sequence[SentenceMark]) -> int | None:
    """Return which sentence a cite stands in, or right behind; None where it stands before all of them."""
    order = bisect_right(stated, cite.start, key=lambda sentence: sentence.start) - 1
    if order < 0:
        return None
    behind = order + 1 < len(stated) and stated[order + 1].block == stated[order].block
    return order if cite.start <= stated[order].end or cite.sign or behind else None


def fixed(text: str, verdict: Verdict, pool: Pool, setup: Setup) -> str | None:
    """Return a sentence with what the articles say in the place of what they contradict, where that mends it.

    Args:
        text: The sentence.
        verdict: What `check` found.
        pool: The articles.
        setup: How to run.

    Returns:
        The sentence; None where nothing can be put in place in one piece, or where the result is contradicted again or misses
        something that was found before.
    """
    wrong = [c for c in verdict.checks if c.outcome == "contradicted"]
    if verdict.label != "contradicted" or not wrong or any(c.instead is None for c in wrong):
        return None
    mended = text
    for one in wrong:
        found = list(re.finditer(rf"(?<!\w){re.escape(one.text)}(?!\w)", mended, re.IGNORECASE))
        if len(found) != 1 or one.instead is None:
            return None
        mended = f"{mended[: found[0].start()]}{one.instead}{mended[found[0].end() :]}"
    marks = mark(mended, setup.tools.parser, setup.config.mark, MarkContext())
    anew = check_statements((Statement(text=mended, marks=marks),), pool, setup.config.check)[0]
    failing = [c for c in verdict.checks if c.outcome == "missing"]
    lost = [c for c in anew.checks if c.outcome != "found"]
    holds = anew.label in ("supported", "partly") and all(c.outcome == "missing" for c in lost) and len(lost) <= len(failing)
    return mended if holds else None


def blocks_of(draft: Manuscript) -> tuple[Block, ...]:
    """Return a draft's blocks: its headings, and what stands between empty lines."""
    words, titles = draft.words, draft.headings
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


def draft_blocks(blocks: Sequence[Block], draft: Manuscript, sentences: Sequence[CheckedSentence]) -> Iterator[DraftBlock]:
    """Yield the draft's headings and paragraphs, each with which of the checked sentences stand in it."""
    starts = [sentence.start for sentence in sentences]
    for block in blocks:
        first, last = bisect_right(starts, block.start - 1), bisect_right(starts, block.end - 1)
        text = plain(draft.words[block.start : block.end].strip(), draft)
        if text:
            kind: Literal["heading", "body"] = "heading" if block.kind == "heading" else "body"
            yield DraftBlock(kind=kind, text=text, start=block.start, end=block.end, first=first, last=last)


def spoken_of(
    sentences: Sequence[CheckedSentence], cites: Sequence[CheckedCite], articles: Iterable[Marked]
) -> Iterator[CitedArticle]:
    """Yield the articles that the verdicts speak of, by their ids."""
    wanted = {cite.article_id for cite in cites}
    for sentence in sentences:
        wanted.update(p.article_id for p in sentence.verdict.evidence)
        wanted.update(c.evidence.article_id for c in sentence.verdict.checks if c.evidence)
    for article in sorted((marked.article for marked in articles), key=lambda a: a.id):
        if article.id in wanted:
            yield CitedArticle(
                id=article.id,
                location=article.location,
                outlet=article.outlet,
                title=article.title,
                url=article.url,
                published=article.published,
            )


def states_something(sentence: SentenceMark, marks: Marks, words: str) -> bool:
    """Return whether a sentence states anything: all do but headings without a finite verb and stretches without words."""
    if not any(sign.isalnum() for sign in words[sentence.start : sentence.end]):
        return False
    tokens = marks.tokens[sentence.first : sentence.last]
    asks = words[tokens[0].start : tokens[0].end].lower() in ASKING if tokens else False
    return sentence.kind != "heading" or (not asks and any(t.fine in FINITE for t in tokens))


def plain(text: str, draft: Manuscript) -> str:
    """Return a part of a draft for people: as it stands in plain text, without the gaps of blanked markup elsewhere."""
    if not draft.marked_up and not draft.cites:
        return text
    return re.sub(r" +(?=[.,;:!?)’”])|(?<=[“‘(]) +", "", " ".join(text.split()))


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
