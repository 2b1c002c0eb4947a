"""Look-ups in a dossier: what an article is called, what it rests on, which passages need a place to jump to."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from copydesk.records import (
    ArticleEntry,
    CitedArticle,
    Claim,
    Difference,
    Dossier,
    Initiative,
    Origin,
    Passage,
    Side,
    TimelineEntry,
)
from copydesk.render.clean import one_line
from copydesk.render.words import day

_DAY, _MINUTE = 10, 16  # lengths of "2024-04-10" and "2024-04-10T12:34"
_DETERMINER = re.compile(r"^(?:an?|one|the) ")
# What content systems put into file names: eight or more hexadecimal digits, at least one of them a figure.
_DIGEST = re.compile(r"(?<![0-9a-zA-Z])(?=[a-f]*[0-9])[0-9a-f]{8,}(?![0-9a-zA-Z])")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Articles and origins by id, with the names readers see.

    Attributes:
        articles: Articles by id, in their order.
        places: Article id -> its number on the page, from 1.
        names: Article id -> a short name, different for each article.
        origins: Origins by id, in their order.
        lent: Ids of articles that are cited as background only: no part of who took from whom.
    """

    articles: Mapping[str, ArticleEntry]
    places: Mapping[str, int]
    names: Mapping[str, str]
    origins: Mapping[str, Origin]
    lent: frozenset[str] = frozenset()

    @property
    def releases(self) -> int:
        """How many of the articles' main origins are press releases."""
        main = {article.main_origin_id for article in self.articles.values() if article.id not in self.lent}
        return sum(origin.kind == "release" for origin_id, origin in self.origins.items() if origin_id in main)

    def rests_on(self, passage: Passage) -> Origin | None:
        """Return the origin that shares most of a passage, None where none does."""
        best, shared = None, 0
        for origin in self.origins.values():
            common = sum(_common(passage, p) for p in origin.passages if p.article_id == passage.article_id)
            if common > shared:
                best, shared = origin, common
        return best

    def origin_name(self, origin: Origin) -> str:
        """Return whose reporting an origin is: the credited outlet's, else that of the article at its root."""
        root = self.names.get(origin.root_article_id or "")
        if origin.kind == "own_addition" and root:
            return root
        return one_line(origin.credited) if origin.credited else root or "not known"

    def holders(self, origin_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the names of origins, each once, in order; ids that are not known are left out."""
        return tuple(dict.fromkeys(self.origin_name(self.origins[i]) for i in origin_ids if i in self.origins))


def shelve(articles: Iterable[ArticleEntry], origins: Iterable[Origin], lent: frozenset[str] = frozenset()) -> Shelf:
    """Put articles and origins on a shelf; `lent` are those cited as background only."""
    by_id = {article.id: article for article in articles}
    places = {article_id: place for place, article_id in enumerate(by_id, start=1)}
    return Shelf(by_id, places, names_of(by_id.values()), {origin.id: origin for origin in origins}, lent)


def file_name(location: str) -> str:
    """Return the last part of a location: a file's name, or an address without its scheme."""
    parts = urlsplit(location) if "://" in location else None
    if parts and parts.netloc:
        return one_line(parts.netloc + parts.path).rstrip("/")
    return one_line(PurePosixPath(location).name or location)


@dataclass(frozen=True, slots=True)
class JoinedSide:
    """One side of a difference, with everybody who stands on it.

    Attributes:
        value: What they give, where the difference is one of values.
        passages: Their words.
        origin_ids: Their origins, each once.
        since: When the first of them was published; None where that is not known.
    """

    value: str | None
    passages: tuple[Passage, ...]
    origin_ids: tuple[str, ...]
    since: str | None = None


def sides(difference: Difference) -> tuple[JoinedSide, ...]:
    """Return the sides of a difference, those that give the same value as one."""
    together: dict[str, list[Side]] = {}
    for place, side in enumerate(difference.sides):
        key = f"#{place}" if side.value is None else f"={one_line(side.value).casefold()}"
        together.setdefault(key, []).append(side)
    return tuple(
        JoinedSide(
            same[0].value,
            tuple(s.passage for s in same),
            tuple(dict.fromkeys(i for s in same for i in s.origin_ids)),
            min((s.since for s in same if s.since), default=None),
        )
        for same in together.values()
    )


def on_unnamed(claims: Iterable[Claim]) -> Iterator[tuple[Claim, tuple[str, ...]]]:
    """Yield the claims that rest on people nobody names, with the words the articles have for them."""
    for claim in claims:
        if claim.unnamed:
            firsts: dict[str, str] = {}
            for who in (*([claim.speaker] if claim.speaker else []), *claim.rests_on):
                firsts.setdefault(_DETERMINER.sub("", who.casefold()), who)
            yield claim, tuple(firsts.values())


def pointed_at(dossier: Dossier) -> Iterator[Passage]:
    """Yield every passage that a page may lead to."""
    report = dossier.report
    for sentence in (report.headline, report.dek, *(s for section in report.sections for s in section.sentences)):
        yield from sentence.citations
    for quote in dossier.quotes:
        yield quote.passage
        yield from (variant.passage for variant in quote.variants)
    holders: tuple[Initiative | TimelineEntry | Claim, ...] = (*dossier.initiatives, *dossier.timeline, *dossier.claims)
    for holder in holders:
        yield from holder.passages
    for difference in dossier.differences:
        yield from (side.passage for side in difference.sides)


def _unnamed(location: str) -> str:
    """Return what an article is called whose outlet is not known: its file without digests, `Article 7` for a number."""
    name = file_name(location)
    if "/" in name:
        return name
    stem, _, piece = name.partition("#")
    stem = stem.rsplit(".", 1)[0] if "." in stem[1:] else stem
    short = _DIGEST.sub("", stem).strip("-_. ") or stem
    readable = short.replace("_", " ") if any(c.isalpha() for c in short) else f"Article {short}"
    return f"{readable} #{piece}" if piece else readable


def _common(a: Passage, b: Passage) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def names_of(articles: Iterable[ArticleEntry] | Iterable[CitedArticle]) -> dict[str, str]:
    """Return a name for each article: its outlet's, else its file's; several of one outlet have their times, or numbers."""
    together: dict[str, list[ArticleEntry | CitedArticle]] = {}
    for article in articles:
        name = one_line(article.outlet) if article.outlet and article.outlet.strip() else _unnamed(article.location)
        together.setdefault(name, []).append(article)
    names = {}
    for name, same in together.items():
        times = _times([article.published.when for article in same]) if len(same) > 1 else [""]
        for place, (article, time) in enumerate(zip(same, times, strict=True), start=1):
            names[article.id] = f"{name}, {time}" if time else f"{name} ({place})" if len(same) > 1 else name
    return names


def _times(moments: Sequence[str | None]) -> list[str]:
    """Return for each of some times what tells it from the others, the day or the time of day; empty where that is not known."""
    days = [moment[:_DAY] if moment and len(moment) >= _DAY else None for moment in moments]
    clocks = [moment[_DAY + 1 : _MINUTE] if moment and len(moment) >= _MINUTE else None for moment in moments]
    if None not in days and len(set(days)) == len(days):
        return [day(one or "") for one in days]
    if None not in clocks and len(set(days)) == 1 and len(set(clocks)) == len(clocks):
        return [clock or "" for clock in clocks]
    return [""] * len(moments)
