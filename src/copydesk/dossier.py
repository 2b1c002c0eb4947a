"""The main job, readable from top to bottom.

    paths -> gather (find, read, mark) -> trace -> group
          -> for each story: weigh -> report (write -> gate: check, repair, attribute, leave out)

`story` makes a dossier per story, `trace` stops behind the lineage.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from copydesk.background import carrying
from copydesk.earlier import concerned, joined
from copydesk.group import group
from copydesk.inputs import Gathered, Setup, gather
from copydesk.records import (
    ArticleEntry,
    Credit,
    Dossier,
    Lineage,
    Marked,
    Material,
    Report,
    Run,
    StoryEntry,
    StoryOutput,
    TraceOutput,
)
from copydesk.reporting import in_order, report_on
from copydesk.text.pile import Pile
from copydesk.trace import trace as trace_articles
from copydesk.version import __version__
from copydesk.weigh import weigh
from copydesk.writing import writer_of

SCHEMA = 1


def story(paths: Iterable[str | Path], setup: Setup | None = None) -> StoryOutput:
    """Turn articles into one checked story per event.

    Args:
        paths: Files, folders, or "-" for standard input.
        setup: Settings, models, hints and progress; the defaults work offline.

    Returns:
        A dossier per story, the one with most articles first, and what was skipped.

    Raises:
        NothingReadable: Not one article could be read.
    """
    setup = setup or Setup()
    gathered = gather(paths, setup)
    stories = concerned(materials(joined(gathered, setup).marked, setup), gathered)
    found = tuple(dossiers(in_order(stories, setup.form), setup))
    return StoryOutput(
        schema=SCHEMA,
        run=run_of(gathered, setup, writer_of((one.report for one in found), setup)),
        skipped=gathered.skipped,
        dossiers=found,
    )


def trace(paths: Iterable[str | Path], setup: Setup | None = None) -> TraceOutput:
    """Find out who took from whom and how many articles are independent.

    Args:
        paths: Files, folders, or "-" for standard input.
        setup: Settings, models, hints and progress; the defaults work offline.

    Raises:
        NothingReadable: Not one article could be read.
    """
    setup = setup or Setup()
    gathered = gather(paths, setup)
    setup.progress("trace", 0, len(gathered.marked))
    lineage = trace_articles(gathered.marked, setup.config.trace)
    return TraceOutput(
        schema=SCHEMA,
        articles=tuple(article_entry(marked, lineage, None) for marked in gathered.marked),
        links=lineage.links,
        origins=lineage.origins,
        independent=lineage.independent(lineage.main_origins.values()),
        skipped=gathered.skipped,
    )


def materials(marked: Pile, setup: Setup) -> tuple[Material, ...]:
    """Trace and group articles: return what is known of each story, the one with most articles first."""
    setup.progress("trace", 0, len(marked))
    lineage = trace_articles(marked, setup.config.trace)
    setup.progress("group", 0, len(marked))
    stories = group(marked, lineage.links, (), setup.tools.vectors, setup.config.group)
    by_id = {m.article.id: m for m in marked}
    ordered = sorted(stories, key=lambda s: (-len(s.article_ids), s.id))
    parts = lineage.parted(one.article_ids for one in ordered)
    return tuple(
        Material(story=one, articles=tuple(by_id[i] for i in sorted(one.article_ids)), lineage=part)
        for one, part in zip(ordered, parts, strict=True)
    )


def dossiers(stories: Sequence[Material], setup: Setup) -> Iterable[Dossier]:
    """Yield a dossier per story, in the order in which they are given: a model that may ask so much spends it on the first ones."""
    for done, material in enumerate(stories):
        setup.progress("write", done, len(stories))
        yield dossier(material, setup)


def dossier(material: Material, setup: Setup) -> Dossier:
    """Weigh, write and check one story."""
    config = setup.config
    weighed = weigh(material, setup.tools.vectors, config.weigh)
    report, found = report_on(material, weighed, setup)
    lineage = material.lineage
    made = Dossier(
        story=story_entry(material, report, setup.as_of),
        articles=tuple(article_entry(m, lineage, material.story.reasons.get(m.article.id)) for m in material.articles),
        origins=lineage.origins,
        links=lineage.links,
        claims=weighed.claims,
        quotes=weighed.quotes,
        differences=weighed.differences,
        initiatives=weighed.initiatives,
        timeline=weighed.timeline,
        report=report,
        unnamed=weighed.unnamed,
        unanswered=weighed.unanswered,
    )
    return carrying(made, found)


def story_entry(material: Material, report: Report, as_of: str | None) -> StoryEntry:
    """Return a story as it stands in a dossier, told of a time that the user stated or of its own last article's."""
    times = sorted(m.article.published.when for m in material.articles if m.article.published.when)
    lineage = material.lineage
    return StoryEntry(
        id=material.story.id,
        headline=report.headline.text,
        summary=report.dek.text,
        first_published=times[0] if times else None,
        last_published=times[-1] if times else None,
        article_ids=tuple(m.article.id for m in material.articles),
        independent=lineage.independent(lineage.main_origins.values()),
        as_of=as_of or (times[-1] if times else None),
    )


def article_entry(marked: Marked, lineage: Lineage, reason: str | None) -> ArticleEntry:
    """Return an article as it stands in a dossier."""
    article = marked.article
    shared = {name: getattr(article, name) for name in ArticleEntry.__struct_fields__ if hasattr(article, name)}
    return ArticleEntry(
        **shared,
        credits=tuple(
            Credit(name=mark.name, passage=marked.passage(mark.start, mark.end), scope=mark.scope) for mark in marked.marks.credits
        ),
        main_origin_id=lineage.main_origins[article.id],
        reason=reason,
    )


def run_of(gathered: Gathered, setup: Setup, writer: str) -> Run:
    """Return what a result was made from, without clock and machine."""
    times = [m.article.published.when for m in gathered.marked if m.article.published.when]
    return Run(
        version=__version__,
        config_hash=setup.config.digest(),
        writer=writer,
        as_of=setup.as_of or max(times, default=None),
        inputs=gathered.inputs,
    )
