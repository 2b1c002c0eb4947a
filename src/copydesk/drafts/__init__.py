"""Checking a draft that somebody else wrote: which of its sentences do the articles carry?

draft -> blank its markup -> mark (layout) -> check every sentence and quotation (quotes) against all articles
      -> ask a judge, where there is one
      -> every link and note against the article that it points to (cites)
      -> what the articles say put in the place of what they contradict, where that mends a sentence (fixes)
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from copydesk.check import Pool, second
from copydesk.check import check as check_statements
from copydesk.drafts.cites import cites_of
from copydesk.drafts.fixes import fixed
from copydesk.drafts.layout import blocks_of, draft_blocks, plain, states_something
from copydesk.drafts.quotes import checked_quotes, unclosed
from copydesk.errors import NothingToCheck
from copydesk.inputs import Setup, gather
from copydesk.manuscript import Manuscript, load_draft, manuscript
from copydesk.mark import MarkContext, mark
from copydesk.ports import Judge
from copydesk.records import (
    CheckedCite,
    CheckedSentence,
    CheckOutput,
    CitedArticle,
    Marked,
    Skipped,
    Statement,
    Totals,
    Verdict,
)
from copydesk.text.markup import Markup
from copydesk.text.quotes import left_open
from copydesk.version import __version__

__all__ = ["check", "load_draft"]

SCHEMA = 1
# Sentences between two words of progress.
STEP = 100


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
