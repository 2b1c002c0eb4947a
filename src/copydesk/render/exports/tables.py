"""Claims and initiatives of stories as tables: CSV (RFC 4180) without a cell that a spreadsheet would compute."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from copydesk.records import (
    ArticleEntry,
    CitedArticle,
    Claim,
    ClaimsOutput,
    Differing,
    Dossier,
    Initiative,
    ListedClaim,
    ListedStory,
    StoryClaims,
)
from copydesk.render import listing, words
from copydesk.render.clean import excerpt
from copydesk.render.exports.told import PASSAGE, Told

INITIATIVE_COLUMNS = (
    "story", "number", "text", "actors", "partners", "when", "status", "independent_low", "independent_high", "outlets", "passages",
    "course",
)  # fmt: skip
SCHEMA = 1


def claims(stories: Sequence[Told]) -> str:
    """Return the claims of stories as CSV, in the same columns as `copydesk claims --format csv`."""
    return listing.table(claims_output(stories)) if stories else ",".join(listing.COLUMNS) + "\r\n"


def initiatives(stories: Sequence[Told]) -> str:
    r"""Return what was announced, planned or promised as CSV: a row each, lines ended by `\r\n`."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(INITIATIVE_COLUMNS)
    for place, told in enumerate(stories, start=1):
        for number, one in enumerate(told.dossier.initiatives, start=1):
            writer.writerow([listing.cell(value) for value in _row(place, number, one, told)])
    return out.getvalue()


def claims_output(stories: Sequence[Told]) -> ClaimsOutput:
    """Return the claims of stories as `copydesk claims` lists them; at least one story."""
    return ClaimsOutput(
        schema=SCHEMA,
        run=stories[0].run,
        skipped=(),
        stories=tuple(_claims_of(told.dossier, place) for place, told in enumerate(stories, start=1)),
    )


def outlets_of(told: Told, article_ids: Sequence[str]) -> list[str]:
    """Return what some articles are called, each name once."""
    return list(dict.fromkeys(told.shelf.names[article_id] for article_id in article_ids))


def _row(place: int, number: int, one: Initiative, told: Told) -> Iterator[str]:
    names = told.shelf.names
    yield from (str(place), str(number), one.text, "; ".join(one.actors), "; ".join(one.partners), one.when or "", one.status)
    yield from (str(one.independent.low), str(one.independent.high))
    yield "; ".join(outlets_of(told, [p.article_id for p in one.passages]))
    yield "; ".join(f"{names[p.article_id]} {p.start}-{p.end}: {excerpt(p.text, PASSAGE)}" for p in one.passages)
    yield words.course(one.course)


def _claims_of(dossier: Dossier, number: int) -> StoryClaims:
    story, articles = dossier.story, {article.id: article for article in dossier.articles}
    return StoryClaims(
        story=ListedStory(
            id=story.id,
            number=number,
            first_published=story.first_published,
            last_published=story.last_published,
            independent=story.independent,
            articles=tuple(_cited(article) for article in dossier.articles),
        ),
        claims=tuple(_listed(claim, dossier, articles) for claim in dossier.claims),
        differences=dossier.differences,
        unnamed=dossier.unnamed,
        unanswered=dossier.unanswered,
    )


def _cited(article: ArticleEntry) -> CitedArticle:
    return CitedArticle(**{name: getattr(article, name) for name in CitedArticle.__struct_fields__})


def _listed(claim: Claim, dossier: Dossier, articles: dict[str, ArticleEntry]) -> ListedClaim:
    made = {p.article_id: articles[p.article_id] for p in claim.passages}
    ordered = sorted(made.values(), key=lambda article: (article.published.when or "9999", article.id))
    return ListedClaim(
        **{name: getattr(claim, name) for name in Claim.__struct_fields__},
        outlets=tuple(dict.fromkeys(article.outlet or article.location for article in ordered)),
        differs=tuple(_differing(claim.id, dossier)),
    )


def _differing(claim_id: str, dossier: Dossier) -> Iterator[Differing]:
    """Yield how a claim stands in each difference on a side of which it stands."""
    for difference in dossier.differences:
        own = [side for side in difference.sides if side.claim_id == claim_id]
        others = tuple(dict.fromkeys(side.claim_id for side in difference.sides if side.claim_id != claim_id))
        if own:
            yield Differing(topic=difference.topic, what=difference.what, value=own[0].value, claim_ids=others)
