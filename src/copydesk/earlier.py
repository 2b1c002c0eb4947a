"""What an earlier dossier knew: its articles join the pile, and what it does not have is new.

    earlier dossier -> its articles, marked -> one pile with those given -> trace, group, weigh as ever
                    -> narrowed: the claims no earlier article makes, figures that moved, initiatives whose status did
                    -> written and gated as ever; where nothing is left, the report says so

Claims are matched where all claims are: in `weigh`, which puts passages that say the same into one claim. Ids play no part.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from msgspec.structs import replace as changed

from copydesk.check import Pool, check
from copydesk.corrections import HEADING
from copydesk.gate.judging import statements
from copydesk.inputs import Gathered, Setup, mark_all
from copydesk.read.notices import notice
from copydesk.records import (
    Article,
    ArticleEntry,
    Block,
    BlockKind,
    Check,
    Claim,
    Difference,
    DraftSentence,
    Initiative,
    Lineage,
    Marked,
    Material,
    Report,
    StoryOutput,
    Weighed,
)
from copydesk.text.pile import Pile

# Kinds of lines that are kept for what they show.
KINDS: Mapping[str, BlockKind] = {"credit": "credit", "byline": "byline", "correction": "correction", "embargo": "embargo"}
_HEADING_WORDS = 12
_SENTENCE_ENDS = (".", "!", "?", "…", "”", '"', "’", "'", ")", ":")


def as_article(entry: ArticleEntry, sha256: str = "") -> Article:
    """Return an article of a dossier as the stages take it; its blocks are told by their look."""
    shared = {name: getattr(entry, name) for name in Article.__struct_fields__ if hasattr(entry, name)}
    return Article(**shared, sha256=sha256, blocks=tuple(blocks_of(entry.text)))


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the parts of an article's text that stand between empty lines."""
    start = 0
    for part in text.split("\n\n"):
        if part.strip():
            kind = KINDS.get(notice(part) or "", "heading" if headed(part) else "body")
            yield Block(start=start, end=start + len(part), kind=kind)
        start += len(part) + len("\n\n")


def headed(part: str) -> bool:
    """Return whether a part of a text looks like a heading: few words and no end of a sentence."""
    return len(part.split()) <= _HEADING_WORDS and not part.rstrip().endswith(_SENTENCE_ENDS)


def joined(gathered: Gathered, setup: Setup) -> Gathered:
    """Return the pile with the earlier dossier's articles that are not among those given."""
    if setup.since is None:
        return gathered
    given = {m.article.id for m in gathered.marked}
    digests = {one.location: one.sha256 for one in setup.since.run.inputs}
    entries = {a.id: a for d in setup.since.dossiers for a in d.articles}
    carried = [as_article(a, digests.get(a.location.partition("#")[0], "")) for i, a in sorted(entries.items()) if i not in given]
    known = (named(m, entries.get(m.article.id)) for m in gathered.marked)
    return replace(gathered, marked=Pile((*known, *mark_all(carried, setup))))


def named(given: Marked, known: ArticleEntry | None) -> Marked:
    """Return an article with the outlet that the earlier dossier knows, where it is the same one and does not say so itself now."""
    if known is None or given.article.outlet is not None or known.outlet is None:
        return given
    return changed(given, article=changed(given.article, outlet=known.outlet))


def concerned(stories: Iterable[Material], gathered: Gathered) -> tuple[Material, ...]:
    """Return the stories that hold one of the articles that were given; those of carried ones alone are not asked for."""
    given = {m.article.id for m in gathered.marked}
    return tuple(one for one in stories if not given.isdisjoint(one.story.article_ids))


@dataclass(frozen=True)
class Known:
    """What readers of an earlier dossier know of a story.

    Attributes:
        articles: Its articles that belong to the story, by id.
        initiatives: Its initiatives.
    """

    articles: Mapping[str, Marked]
    initiatives: tuple[Initiative, ...]


def known_of(material: Material, since: StoryOutput) -> Known:
    """Return what an earlier output knew of a story."""
    ids = {a.id for d in since.dossiers for a in d.articles}
    articles = {m.article.id: m for m in material.articles if m.article.id in ids}
    dossiers = [d for d in since.dossiers if not articles.keys().isdisjoint(a.id for a in d.articles)]
    return Known(articles, tuple(i for d in dossiers for i in d.initiatives))


def narrowed(weighed: Weighed, material: Material, setup: Setup) -> tuple[Weighed, tuple[str, ...]]:
    """Return what of a story is new since the earlier dossier, and the articles that its readers know, by id."""
    if setup.since is None:
        return weighed, ()
    known = known_of(material, setup.since)
    moved = {c.id: c for c in status_moves(weighed, known, material.lineage)}
    fresh = {c.id for c in unheard(weighed.claims, known, setup)}
    kept = tuple(moved.get(c.id, c) for c in weighed.claims if c.id in fresh or c.id in moved)
    ids = {c.id for c in kept}
    return changed(
        weighed,
        claims=kept,
        differences=tuple(d for d in weighed.differences if news(d, ids)),
        initiatives=tuple(i for i in weighed.initiatives if any(p.article_id not in known.articles for p in i.passages)),
    ), tuple(sorted(known.articles))


def news(difference: Difference, fresh: set[str]) -> bool:
    """Return whether a difference has a side that is new."""
    return any(side.claim_id in fresh for side in difference.sides)


def unheard(claims: Iterable[Claim], known: Known, setup: Setup) -> Iterator[Claim]:
    """Yield the claims that no earlier article makes, and that the earlier articles do not carry in other words either."""
    found = [c for c in claims if all(p.article_id not in known.articles for p in c.passages)]
    if not known.articles:
        yield from found
        return
    drafts = [DraftSentence(text=c.text, claim_ids=(), citations=()) for c in found]
    verdicts = check(statements(drafts, setup), Pool(tuple(known.articles.values())), setup.config.check)
    yield from (claim for claim, verdict in zip(found, verdicts, strict=True) if verdict.label != "supported")


def status_moves(weighed: Weighed, known: Known, lineage: Lineage) -> Iterator[Claim]:
    """Yield the claims in which new articles say that an initiative stands otherwise than the earlier dossier had it."""
    before = {(p.article_id, p.start): i.status for i in known.initiatives for p in i.passages}
    for initiative in weighed.initiatives:
        old = {before[key] for p in initiative.passages if (key := (p.article_id, p.start)) in before}
        if not old or initiative.status in old:
            continue
        for claim in weighed.claims:
            new = tuple(p for p in claim.passages if p.article_id not in known.articles and p in initiative.passages)
            if new:
                origins = tuple(sorted({o for p in new for o in lineage.origins_of(p)}))
                text = claim.text if any(claim.text.rstrip(".") in p.text for p in new) else new[0].text
                count = lineage.independent(origins)
                yield changed(claim, text=text, passages=new, origin_ids=origins or claim.origin_ids, independent=count)


def unchanged(report: Report, since: StoryOutput, day: str) -> Report:
    """Return a report that says there is nothing new: what was known stays in the headline and, behind these words, in the dek.

    Only where new articles correct themselves there is something new: those corrections.

    What the whole report would have left out is no news either and is not listed. The words "Nothing new since …" are copydesk's
    own and speak of two dossiers; what stands behind them was checked as ever.
    """
    kept = tuple(section for section in report.sections if section.heading == HEADING)
    if kept:
        return changed(report, sections=kept, left_out=())
    told = f"Nothing new since {day}" if day else "Nothing new since the earlier dossier"
    dek = report.dek
    compared = Check(kind="newness", text=told, outcome="found", evidence=dek.citations[0])
    dek = changed(dek, text=f"{told}: {dek.text}", verdict=changed(dek.verdict, checks=(compared, *dek.verdict.checks)))
    return changed(report, dek=dek, sections=(), left_out=(), form="update")


def time_of(since: StoryOutput, material: Material) -> str:
    """Return as of when the earlier dossiers of a story speak, ISO 8601; empty where that is not known."""
    own = [d for d in since.dossiers if not set(material.story.article_ids).isdisjoint(d.story.article_ids)]
    return max((since.run.told_of(d.story) or "" for d in own), default=since.run.as_of or "")
