"""What earlier dossiers know about a story's people, places and things: background, with citations, never from memory.

earlier dossiers -> claims about what the story is about, published before it, that the story does not tell itself
                 -> the best ones, worded and gated as ever against their own articles, marked with their day
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from copydesk.check import Pool, check
from copydesk.earlier import as_article
from copydesk.errors import ConfigError, DossierError
from copydesk.gate.judging import Gate, statements
from copydesk.gate.mending import foresee
from copydesk.gate.settling import settled
from copydesk.inputs import Setup, mark_all
from copydesk.loading import load
from copydesk.records import (
    ArticleEntry,
    Brief,
    Check,
    Claim,
    Dossier,
    DraftSentence,
    LeftOut,
    Lineage,
    Material,
    Origin,
    Report,
    Section,
    Sentence,
    Skipped,
    Story,
    StoryOutput,
    Weighed,
)
from copydesk.render.words import day
from copydesk.write import FORMS, OfflineWriter

_MOST, _TRIED = 3, 12
# Words of background that a report may have, as a share of all its words.
_SHARE = 0.25
_NAMES = 2  # of what the story is about, a claim must name so many, or one that nearly all articles name
_CENTRAL = 0.7
_RARE = 0.3  # share of the articles below which a name is not what the story is about
_IMPORTANCE, _AGE = 0.3, 1 / 3650  # worth of a claim's importance in its own story; price of each day
_DAY = 10  # letters of an ISO 8601 day


class Known(NamedTuple):
    """A claim of an earlier dossier.

    Attributes:
        claim: The claim.
        dossier: The dossier.
        worth: How much it is about this story.
    """

    claim: Claim
    dossier: Dossier
    worth: float


class Background(NamedTuple):
    """What a report gets from earlier dossiers.

    Attributes:
        sentences: Checked sentences, the oldest first.
        articles: The articles they cite, as they stand in a dossier.
        origins: Their origins.
        left_out: What was tried and is not told, with the reason.
    """

    sentences: tuple[Sentence, ...] = ()
    articles: tuple[ArticleEntry, ...] = ()
    origins: tuple[Origin, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def load_archive(folder: Path) -> tuple[tuple[StoryOutput, ...], tuple[Skipped, ...]]:
    """Read the dossiers of a folder and of those inside it, in the order of their names; what is none is skipped with the reason.

    Raises:
        ConfigError: There is no such folder.
    """
    if not folder.is_dir():
        raise ConfigError(str(folder), "is no folder")
    found, skipped = list[StoryOutput](), list[Skipped]()
    for path in sorted(p for p in folder.rglob("*.json") if not p.name.startswith(".")):
        try:
            found.append(load(path)[1])
        except DossierError as error:
            skipped.append(Skipped(location=str(path), reason="broken", detail=f"It is no dossier of copydesk: {error.problem}"))
    return tuple(found), tuple(skipped)


def background(material: Material, setup: Setup) -> Background:
    """Return what earlier dossiers tell about what a story is about; nothing where the form has no place for it."""
    form = FORMS[setup.form]
    if not setup.archive or not form.headed or form.dated:
        return Background()
    chosen = tuple(news(candidates(material, setup.archive), material, setup))[:_MOST]
    if not chosen:
        return Background()
    entries = {a.id: a for one in chosen for a in cited(one)}
    own = Material(
        story=Story(id=material.story.id, article_ids=tuple(sorted(entries)), reasons={}),
        articles=mark_all([as_article(a) for _, a in sorted(entries.items())], setup),
        lineage=lineage_of(chosen, entries),
    )
    brief = Brief(material=own, weighed=weighed(chosen), words=int(_SHARE * setup.report_words))
    return told(brief, entries, last_day(material), setup)


def told(brief: Brief, entries: Mapping[str, ArticleEntry], today: str, setup: Setup) -> Background:
    """Word and check some claims; keep those that hold, as far as the words reach, with the articles and origins they cite."""
    writer = OfflineWriter(setup.config.write, setup.config.style)
    proposed, left = writer.apart(brief, as_day(today))
    gate = Gate(brief, writer, setup, spare=brief.words // 4)
    foresee(proposed, gate)
    kept, words = list[Sentence](), 0
    for sentence in (dated(one, entries) for one in (settled(one, gate) for one in proposed) if one):
        words += len(sentence.text.split())
        if words <= brief.words:
            kept.append(sentence)
        else:
            left.append(LeftOut(text=sentence.text, reason="no room for it"))
    kept.sort(key=lambda s: (entries[s.citations[0].article_id].published.when or "", s.text))
    ids = {p.article_id for s in kept for p in s.citations}
    return Background(
        sentences=tuple(kept),
        articles=tuple(replace(a, reason="cited as background, from an earlier dossier") for i, a in entries.items() if i in ids),
        origins=brief.material.lineage.within(ids).origins if ids else (),
        left_out=(*left, *gate.left_out),
    )


def candidates(material: Material, archive: Iterable[StoryOutput]) -> list[Known]:
    """Return claims of earlier dossiers about what a story is about, published before it, the best first."""
    names, first = subjects(material), first_day(material)
    own = {m.article.id for m in material.articles} | {m.article.text for m in material.articles}
    found = dict[str, Known]()
    for dossier in (d for output in archive for d in output.dossiers):
        articles = {a.id: a for a in dossier.articles if a.id not in own and a.text not in own}
        for claim in dossier.claims:
            days = [as_day(articles[p.article_id].published.when) if p.article_id in articles else None for p in claim.passages]
            known = [one for one in days if one is not None]
            about = [share for name, share in names.items() if f" {name} " in spaced(claim.text)]
            central = len(about) >= _NAMES or max(about, default=0.0) >= _CENTRAL
            before = first is not None and len(known) == len(days) and max(known).isoformat() < first
            if central and before and claim.kind in ("fact", "announcement"):
                age = (as_day(first) or max(known)) - max(known)
                worth = sum(about) + _IMPORTANCE * claim.importance - _AGE * age.days
                found.setdefault(claim.text, Known(claim, dossier, worth))
    return sorted(found.values(), key=lambda one: (-one.worth, one.claim.text))


def subjects(material: Material) -> dict[str, float]:
    """Return the names of what a story is about with the share, in (0, 1], of its articles that name each."""
    named = Counter(spelling for m in material.articles for spelling in {s for e in m.marks.entities for s in e.spellings})
    shares = {name: count / len(material.articles) for name, count in named.items()}
    return {name: share for name, share in shares.items() if share > _RARE and name[:1].isupper()}


def spaced(text: str) -> str:
    """Return a text's words with a space around each, without signs, so that a name is found as whole words only."""
    return f" {' '.join(''.join(s if s.isalnum() or s in '-.&' else ' ' for s in text).split())} ".replace(". ", " ")


def news(known: Sequence[Known], material: Material, setup: Setup) -> Iterator[Known]:
    """Yield the claims that the story's own articles do not tell."""
    tried = known[:_TRIED]
    drafts = [DraftSentence(text=one.claim.text, claim_ids=(), citations=()) for one in tried]
    verdicts = check(statements(drafts, setup), Pool(material.articles), setup.config.check)
    yield from (one for one, verdict in zip(tried, verdicts, strict=True) if verdict.label != "supported")


def cited(known: Known) -> Iterator[ArticleEntry]:
    """Yield the articles of a claim's passages."""
    ids = {p.article_id for p in known.claim.passages}
    yield from (a for a in known.dossier.articles if a.id in ids)


def weighed(chosen: Sequence[Known]) -> Weighed:
    """Return some claims as a story's, numbered anew."""
    claims = tuple(replace(one.claim, id=f"b{n}") for n, one in enumerate(chosen, start=1))
    return Weighed(claims=claims, quotes=(), differences=(), initiatives=(), timeline=())


def lineage_of(chosen: Sequence[Known], entries: Mapping[str, ArticleEntry]) -> Lineage:
    """Return where the passages of some articles come from, as the earlier dossiers have it.

    Origins that a dossier held to be one, perhaps, stay so: where a claim's count is an interval, none of its origins are surely
    apart.
    """
    origins: dict[str, Origin] = {}
    for origin in (o for one in chosen for o in one.dossier.origins):
        here = tuple(p for p in origin.passages if p.article_id in entries)
        before = origins[origin.id].passages if origin.id in origins else ()
        root = origin.root_article_id if origin.root_article_id in entries else None
        origins[origin.id] = replace(origin, passages=tuple(dict.fromkeys((*before, *here))), root_article_id=root)
    mains = {i: a.main_origin_id for i, a in entries.items()}
    kept = tuple(o for o in origins.values() if o.passages or o.id in mains.values())
    unsure = (one.claim.origin_ids for one in chosen if one.claim.independent.low < one.claim.independent.high)
    pairs = tuple((a, b) for ids in unsure for a, b in pairwise(ids))
    return Lineage(links=(), origins=kept, main_origins=mains, perhaps_one=pairs)


def dated(sentence: Sentence, entries: Mapping[str, ArticleEntry]) -> Sentence:
    """Return a checked sentence with the day of the article it is worded after, which is known and not read."""
    passage = sentence.citations[0]
    when = day((entries[passage.article_id].published.when or "")[:_DAY])
    text = f"{sentence.text[:-1]} ({when})." if sentence.text.endswith(".") else f"{sentence.text} ({when})"
    stamp = Check(kind="published", text=when, outcome="found", evidence=passage)
    verdict = replace(sentence.verdict, checks=(*sentence.verdict.checks, stamp))
    return replace(sentence, text=text, claim_ids=(), verdict=verdict)


def as_day(when: str | None) -> date | None:
    """Return the day of an ISO 8601 time; None where it is not exact to the day."""
    try:
        return date.fromisoformat((when or "")[:_DAY])
    except ValueError:
        return None


def days_of(material: Material) -> list[str]:
    """Return the days on which a story's articles were published, as far as they are known, in order."""
    days = (as_day(m.article.published.when) for m in material.articles)
    return sorted(one.isoformat() for one in days if one)


def first_day(material: Material) -> str | None:
    """Return the first day on which a story's articles were published; None where none is known."""
    return next(iter(days_of(material)), None)


def last_day(material: Material) -> str:
    """Return the last day on which a story's articles were published; empty where none is known."""
    return days_of(material)[-1] if days_of(material) else ""


def with_background(report: Report, found: Background) -> Report:
    """Return a report with background: why it matters, where the form asks for that, else a section before what is next."""
    if not found.sentences:
        return report
    own = next((part.heading for part in FORMS[report.form].parts if "archive" in part.roles), "Background")
    sections = list(report.sections)
    same = next((n for n, s in enumerate(sections) if s.heading == own), None)
    if same is not None:
        sections[same] = Section(heading=own, sentences=(*sections[same].sentences, *found.sentences))
    else:
        after = [part.heading for part in FORMS[report.form].parts if "archive" not in part.roles][2:] or ["What is next"]
        at = next((n for n, s in enumerate(sections) if s.heading in after), len(sections))
        sections.insert(at, Section(heading=own, sentences=found.sentences))
    return replace(report, sections=tuple(sections), left_out=(*report.left_out, *found.left_out))


def carrying(dossier: Dossier, found: Background) -> Dossier:
    """Return a dossier that holds the articles its background cites; they are no part of what is counted."""
    ids = tuple(a.id for a in found.articles)
    if not ids:
        return dossier
    origins = {o.id: o for o in dossier.origins}
    for origin in found.origins:
        before = origins.get(origin.id)
        origins[origin.id] = replace(before, passages=(*before.passages, *origin.passages)) if before else origin
    return replace(
        dossier,
        story=replace(dossier.story, article_ids=(*dossier.story.article_ids, *ids)),
        articles=(*dossier.articles, *found.articles),
        origins=tuple(origins.values()),
        background=ids,
    )
