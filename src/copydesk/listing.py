"""Every claim of a pile of articles, without a report: the recipe behind `copydesk claims`.

paths -> gather (find, read, mark) -> trace -> group -> for each story: weigh -> which claims were asked for
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import asdict

from copydesk.dossier import SCHEMA, materials, run_of
from copydesk.errors import UsageError
from copydesk.inputs import Setup, gather
from copydesk.records import (
    Article,
    CitedArticle,
    Claim,
    ClaimsOutput,
    Difference,
    Differing,
    ListedClaim,
    ListedStory,
    Material,
    StoryClaims,
    Weighed,
)
from copydesk.seeking import Index, Wanted, best, on_sides
from copydesk.weigh import weigh

NO_WRITER = "none"


def claims(paths: Iterable[str | Path], setup: Setup | None = None, wanted: Wanted | None = None) -> ClaimsOutput:
    """List the claims of articles, story by story; no report is written.

    Args:
        paths: Files, folders, or "-" for standard input.
        setup: Settings, models, hints and progress; the defaults work offline.
        wanted: Which claims are asked for; the default is all.

    Returns:
        The claims of each story and what was skipped. The story with most articles is first, or, where a subject is given, the one
        that answers best. Stories without a claim that was asked for are left out.

    Raises:
        NothingReadable: Not one article could be read.
        UsageError: There is no such story.
    """
    setup, wanted = setup or Setup(), wanted or Wanted()
    gathered = gather(paths, setup)
    chosen = in_story(list(enumerate(materials(gathered.marked, setup), 1)), wanted.story)
    weighed: list[Weighed] = []
    for _, material in chosen:
        setup.progress("write", len(weighed), len(chosen))
        weighed.append(weigh(material, setup.tools.vectors, setup.config.weigh))
    kept = asked_for([material for _, material in chosen], weighed, wanted)
    all_shown = wanted == Wanted(story=wanted.story)
    ranked = sorted(range(len(chosen)), key=lambda at: -kept[at].answer)
    return ClaimsOutput(
        schema=SCHEMA,
        run=run_of(gathered, setup, NO_WRITER),
        skipped=gathered.skipped,
        stories=tuple(
            listed(listed_story(chosen[at][1], chosen[at][0]), chosen[at][1], weighed[at], kept[at].claims)
            for at in ranked
            if kept[at].claims or all_shown
        ),
    )


def in_story(numbered: Sequence[tuple[int, Material]], story: str | None) -> Sequence[tuple[int, Material]]:
    """Return the story of a number or an id, with its number; all where none is given.

    Raises:
        UsageError: There is no such story.
    """
    found = [(n, m) for n, m in numbered if story is None or story in (str(n), m.story.id)]
    if not found:
        there = "there is one, 1" if len(numbered) == 1 else f"there are {len(numbered)}, from 1 to {len(numbered)}"
        raise UsageError(f"no story is called {story!r}: {there}; `copydesk claims PATH` shows each with its number and its id.")
    return found


@dataclass(frozen=True)
class Kept:
    """The claims of a story that were asked for.

    Attributes:
        claims: They, in the order in which they are listed.
        answer: How well the best of them answers to a subject; 0 where none was given.
    """

    claims: Sequence[Claim]
    answer: float = 0.0


def asked_for(materials: Sequence[Material], weighed: Sequence[Weighed], wanted: Wanted) -> list[Kept]:
    """Return for each story the claims that are asked for: by importance, or by how well they answer to a subject."""
    indices = [Index(material.articles) for material in materials]
    fitting: list[list[Claim]] = []
    for index, one in zip(indices, weighed, strict=True):
        sides = on_sides(one.differences)
        some = [claim for claim in one.claims if wanted.plain(claim, sides)]
        fitting.append(some if wanted.speaker is None else index.said(some, wanted.speaker))
    if wanted.about is None:
        return [Kept(some) for some in fitting]
    scores = [index.answers(one.claims, wanted.about) for index, one in zip(indices, weighed, strict=True)]
    least = best(scores)
    return [
        answering(some, dict(zip([c.id for c in one.claims], answered, strict=True)), least)
        for one, some, answered in zip(weighed, fitting, scores, strict=True)
    ]


def answering(claims: Sequence[Claim], answers: Mapping[str, float], least: float) -> Kept:
    """Return those of some claims that answer well enough to a subject, the best first."""
    found = [claim for claim in claims if answers[claim.id] > 0 and answers[claim.id] >= least]
    found.sort(key=lambda claim: (-answers[claim.id], -claim.importance))
    return Kept(found, answers[found[0].id] if found else 0.0)


def listed(story: ListedStory, material: Material, weighed: Weighed, claims: Sequence[Claim]) -> StoryClaims:
    """Return a story's claims as they stand in a list."""
    articles = {m.article.id: m.article for m in material.articles}
    shown = {claim.id for claim in claims}
    return StoryClaims(
        story=story,
        claims=tuple(row(claim, articles, weighed.differences) for claim in claims),
        differences=tuple(d for d in weighed.differences if shown & {side.claim_id for side in d.sides}),
        unnamed=weighed.unnamed,
        unanswered=weighed.unanswered,
    )


def row(claim: Claim, articles: dict[str, Article], differences: Iterable[Difference]) -> ListedClaim:
    """Return a claim with who published it and what it differs from."""
    made = {p.article_id: articles[p.article_id] for p in claim.passages}
    ordered = sorted(made.values(), key=lambda a: (a.published.when or "9999", a.id))
    return ListedClaim(
        **{name: getattr(claim, name) for name in Claim.__struct_fields__},
        outlets=tuple(dict.fromkeys(article.outlet or article.location for article in ordered)),
        differs=tuple(differing for difference in differences for differing in differs(claim.id, difference)),
    )


def differs(claim_id: str, difference: Difference) -> Iterable[Differing]:
    """Yield how a claim stands in a difference: once where it stands on a side of it."""
    own = [side for side in difference.sides if side.claim_id == claim_id]
    others = tuple(dict.fromkeys(side.claim_id for side in difference.sides if side.claim_id != claim_id))
    if own:
        yield Differing(topic=difference.topic, what=difference.what, value=own[0].value, claim_ids=others)


def listed_story(material: Material, number: int) -> ListedStory:
    """Return a story as it stands in a list of claims."""
    articles = [m.article for m in material.articles]
    times = sorted(a.published.when for a in articles if a.published.when)
    names = CitedArticle.__struct_fields__
    return ListedStory(
        id=material.story.id,
        number=number,
        first_published=times[0] if times else None,
        last_published=times[-1] if times else None,
        independent=material.lineage.independent(material.lineage.main_origins.values()),
        articles=tuple(CitedArticle(**{n: v for n, v in asdict(a).items() if n in names}) for a in articles),
    )
