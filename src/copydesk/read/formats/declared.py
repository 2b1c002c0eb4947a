"""What an HTML page declares of its article: JSON-LD first, then meta elements."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import msgspec

from copydesk.read.opinions import is_opinion, titled_opinion
from copydesk.read.outlets import without_outlet
from copydesk.read.times import declared
from copydesk.records import Genre, Published, Record, Reservation
from copydesk.text.fold import plain

Tree: TypeAlias = "bool | int | float | str | list[Tree] | dict[str, Tree] | None"

_GENRES: dict[str, Genre | None] = {
    "newsarticle": None, "article": None, "reportagenewsarticle": None, "blogposting": None, "liveblogposting": None,
    "report": None, "reviewnewsarticle": None, "scholarlyarticle": None, "socialmediaposting": None, "webpage": None,
    "opinionnewsarticle": "opinion", "analysisnewsarticle": "analysis", "backgroundnewsarticle": "analysis",
    "askpublicnewsarticle": None, "advertisercontentarticle": "sponsored", "satiricalarticle": "opinion",
}  # fmt: skip
_META_TITLE = ("og:title", "twitter:title", "parsely-title", "dc.title", "title")
_META_OUTLET = ("og:site_name", "application-name", "cre", "dc.publisher", "publisher")
_META_AUTHOR = ("author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author")
_META_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "pubdate", "publish-date", "date",
    "dc.date.issued", "dc.date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published",
)  # fmt: skip
_META_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod")
_ROBOTS = frozenset({"robots", "ai", "gptbot"})
_RESERVATIONS: tuple[Reservation, ...] = ("noai", "noimageai", "tdm")
_SECTIONS: dict[str, Genre] = {
    "analysis": "analysis",
    "press release": "release",
    "press-release": "release",
    "sponsored": "sponsored",
}


class Declared(Record, frozen=True, kw_only=True):
    """What a page declares.

    Attributes:
        title: The headline.
        byline: The authors, in a row.
        outlet: Who publishes it.
        url: Canonical address.
        language: ISO 639-1 code of the page.
        published: When it was published.
        updated: When it was last changed.
        genre: What kind of text it is.
        credits: Outlets that it names as where the text comes from.
        body: The whole text, where the page gives it.
        reservations: What it reserves.
    """

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published | None = None
    updated: Published | None = None
    genre: Genre | None = None
    credits: tuple[str, ...] = ()
    body: str | None = None
    reservations: tuple[Reservation, ...] = ()


def declarations(tree: Any) -> Declared:  # noqa: ANN401  (lxml is untyped)
    """Return what a page declares of its article."""
    article = _article(tree)
    meta = _meta(tree)
    outlet = _name(article.get("publisher")) or _first(meta, _META_OUTLET)
    title = _text(article.get("headline")) or _first(meta, _META_TITLE) or _heading(tree)
    canonical = _canonical(tree) or meta.get("og:url") or _text(article.get("url"))
    sections = (meta.get("article:section"), meta.get("parsely-section"), *_each(article.get("articleSection")))
    titles = (title, meta.get("og:title"), *(_text(element.text_content()) for element in tree.iterfind(".//head/title")))
    return Declared(
        title=without_outlet(title, outlet)[0] if title else None,
        byline=_authors(article.get("author")) or _author_name(_first(meta, _META_AUTHOR)),
        outlet=outlet,
        url=canonical,
        language=(tree.get("lang") or "")[:2].lower() or None,
        published=_time(article, "datePublished", "json-ld") or _meta_time(meta, _META_PUBLISHED) or _time_element(tree),
        updated=_time(article, "dateModified", "json-ld") or _meta_time(meta, _META_UPDATED),
        genre=_genre(article) or genre_named(*sections) or ("opinion" if any(titled_opinion(t) for t in titles if t) else None),
        credits=tuple(_credits(article, canonical, meta)),
        body=_body(article),
        reservations=tuple(_reservations(tree)),
    )


def genre_named(*names: str | None) -> Genre | None:
    """Return the kind that the name of a section or a kind stands for, of several the first."""
    found = (_SECTIONS.get(name.strip().lower()) or ("opinion" if is_opinion(name) else None) for name in names if name)
    return next((genre for genre in found if genre), None)


def _article(tree: Any) -> Mapping[str, Tree]:  # noqa: ANN401
    """Return the JSON-LD object that is the page's article: the one with a headline and most to say."""
    found: list[Mapping[str, Tree]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            try:
                found += _objects(msgspec.json.decode(script.text.strip().rstrip(";")), 0)
            except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
                continue
    articles = [item for item in found if any(kind in _GENRES for kind in _types(item))]
    return max(articles, key=lambda item: ("headline" in item, "webpage" not in _types(item), len(item)), default={})


def _objects(value: Tree, depth: int) -> Iterator[Mapping[str, Tree]]:
    if depth > 5:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(name), depth + 1)


def _types(item: Mapping[str, Tree]) -> list[str]:
    kinds = item.get("@type")
    return [kind.lower() for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _genre(article: Mapping[str, Tree]) -> Genre | None:
    return next((genre for kind in _types(article) if (genre := _GENRES.get(kind))), None)


def _text(value: Tree) -> str | None:
    return " ".join(plain(value).split()) or None if isinstance(value, str) else None


def _each(value: Tree) -> Iterator[str | None]:
    """Yield the words of a field that may hold one value or several."""
    yield from map(_text, value if isinstance(value, list) else [value])


def _name(value: Tree) -> str | None:
    if isinstance(value, list):
        return next((name for item in value if (name := _name(item))), None)
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _authors(value: Tree) -> str | None:
    names = (_author_name(_name(item)) for item in (value if isinstance(value, list) else [value]))
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def _author_name(name: str | None) -> str | None:
    if not name or "://" in name or len(name) > 200:
        return None
    return name.removeprefix("By ").removeprefix("by ").strip() or None


def _time(article: Mapping[str, Tree], field: str, basis: str) -> Published | None:
    value = article.get(field)
    return declared(value, basis) if isinstance(value, str) else None


def _body(article: Mapping[str, Tree]) -> str | None:
    body = article.get("articleBody")
    return plain(body) if isinstance(body, str) and "<" not in body and len(body) > 200 else None


def _meta(tree: Any) -> dict[str, str]:  # noqa: ANN401
    """Return the page's meta fields, the first of each name."""
    fields: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = _text(element.get("content"))
        if name and content:
            fields.setdefault(name, content)
    return fields


def _reservations(tree: Any) -> Iterator[Reservation]:  # noqa: ANN401
    """Yield what the page reserves: "noai" and "noimageai" among its fields for robots, and text and data mining (W3C TDMRep)."""
    said: set[str] = set()
    for element in tree.iter("meta"):
        name, content = (element.get("name") or "").lower(), (element.get("content") or "").lower()
        if name in _ROBOTS or name.endswith("bot"):
            said.update(part.strip() for part in content.split(","))
        elif name == "tdm-reservation" and content.strip() == "1":
            said.add("tdm")
    yield from (one for one in _RESERVATIONS if one in said)


def _first(meta: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _meta_time(meta: Mapping[str, str], names: Iterable[str]) -> Published | None:
    return next((found for name in names if (found := declared(meta.get(name), "meta"))), None)


def _time_element(tree: Any) -> Published | None:  # noqa: ANN401
    """Return the time of an element marked as that of publication."""
    for element in tree.iter("time"):
        if element.get("pubdate") is not None or (element.get("itemprop") or "").lower() == "datepublished":
            found = declared(element.get("datetime"), "markup")
            if found:
                return found
    return None


def _heading(tree: Any) -> str | None:  # noqa: ANN401
    for path in (".//h1", ".//title"):
        words = [line for element in tree.iterfind(path) if (line := _text(element.text_content()))]
        if len(words) == 1:
            return words[0]
    return None


def _canonical(tree: Any) -> str | None:  # noqa: ANN401
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            return _text(element.get("href"))
    return None


def _credits(article: Mapping[str, Tree], canonical: str | None, meta: Mapping[str, str]) -> Iterator[str]:
    """Yield where the markup says the text comes from: what it is based on, or a canonical address on another site."""
    based_on = article.get("isBasedOn") or article.get("isBasedOnUrl")
    for item in based_on if isinstance(based_on, list) else [based_on]:
        name = (_name(item.get("publisher")) or _name(item) if isinstance(item, dict) else _text(item)) or ""
        if name:
            yield site_of(name) or name
    own, other = site_of(meta.get("og:url")), site_of(canonical)
    if own and other and own != other:
        yield other


def site_of(url: str | None) -> str | None:
    """Return the site of an address without `www.`, or None where it is no address."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
