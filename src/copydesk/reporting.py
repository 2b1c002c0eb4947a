"""From a weighed story to its report, in the form that is asked for.

weighed -> narrowed to what is new, where an earlier dossier is given -> Brief -> write -> gate -> Report
        -> nothing new: the report of the whole, which says so
"""

from collections.abc import Sequence
from dataclasses import replace as changed

from msgspec.structs import replace as record

from copydesk.background import Background, background, with_background
from copydesk.corrections import corrected, corrections, cost, reporting
from copydesk.earlier import narrowed, time_of, unchanged
from copydesk.inputs import Setup
from copydesk.records import Brief, Material, Passage, Report, Weighed
from copydesk.render.words import day
from copydesk.styling import housed, styled
from copydesk.writing import worded

_DAY = 10  # letters of an ISO 8601 day


def report_on(material: Material, weighed: Weighed, setup: Setup) -> tuple[Report, Background]:
    """Have a story written and checked; return its report, and what earlier dossiers lent it.

    Args:
        material: Its articles.
        weighed: What they say.
        setup: How to run; its form, its words, and the earlier dossiers, where there are some.
    """
    told, earlier = narrowed(weighed, material, setup)
    errors = corrections(material, earlier) if setup.since else ()
    if setup.since and not told.claims:
        # Nobody need be asked to write that there is nothing new.
        offline = changed(setup, tools=changed(setup.tools, writer=None))
        same = written(Brief(material=material, weighed=weighed, words=setup.report_words), errors, offline)
        return unchanged(same, setup.since, day(time_of(setup.since, material)[:_DAY])), Background()
    found = background(housed(material, setup.config.style), setup)
    left = setup.report_words - sum(len(s.text.split()) for s in found.sentences)
    brief = Brief(material=material, weighed=told, words=left, earlier=earlier)
    return with_background(written(brief, errors, setup), found), found


def written(brief: Brief, errors: Sequence[Passage], setup: Setup) -> Report:
    """Have a report written from some claims, each sentence of it checked.

    Args:
        brief: What there is to tell, in how many words.
        errors: Corrections that are told, too.
        setup: How to run.
    """
    style = setup.config.style
    material = housed(reporting(brief.material, errors), style)
    brief = record(brief, material=material, form=setup.form, words=brief.words - cost(errors, material))
    whole = record(brief, words=brief.words + cost(errors, material))
    return styled(worded(brief, whole, setup, lambda draft: corrected(draft, errors, material)), material, style)


def in_order(stories: Sequence[Material], form: str) -> tuple[Material, ...]:
    """Return stories in the order in which they are told.

    Those of a bulletin by importance, the others as they are, the one with most articles first.
    """
    if form != "bulletin":
        return tuple(stories)
    latest = sorted(stories, key=lambda one: (last_published(one), one.story.id), reverse=True)
    counts = {one.story.id: one.lineage.independent(one.lineage.main_origins.values()) for one in stories}
    return tuple(sorted(latest, key=lambda one: (-counts[one.story.id].low, -counts[one.story.id].high, -len(one.articles))))


def last_published(material: Material) -> str:
    """Return when the last article of a story was published, ISO 8601; empty where no time is known."""
    return max((m.article.published.when or "" for m in material.articles), default="")
