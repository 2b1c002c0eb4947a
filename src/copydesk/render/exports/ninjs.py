"""ninjs 3.1 (IPTC News in JSON): a story as one news object, with the articles it rests on as its associations.

Several stories are a composite object whose associations are the stories, each with its own, as the standard has it.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from copydesk.records import ArticleEntry
from copydesk.render.clean import address, one_line
from copydesk.render.exports import xhtml
from copydesk.render.exports.told import Told, article_uri, latest, moment, package_title, package_uri, package_version, stamp
from copydesk.render.json import indented

VERSION = "3.1"
SCHEMA = f"http://www.iptc.org/std/ninjs/ninjs-schema_{VERSION}.json"
STANDARD = {"name": "ninjs", "version": VERSION, "schema": SCHEMA}
ROLES = "http://cv.iptc.org/newscodes/contentprodpartyrole/"
POLICY = "http://cv.iptc.org/newscodes/trustindicator/editorialPolicy"


def items(stories: Sequence[Told]) -> bytes:
    """Return one story as an object, several as one of type `composite` that holds them whole, in their order."""
    return item(stories[0]) if len(stories) == 1 else indented(_composite(stories))


def item(told: Told) -> bytes:
    """Return a story as a ninjs 3.1 object, UTF-8 JSON.

    Text stands in `bodies` plain and as XHTML with numbered notes; every article is an association with its cited passages;
    `infoSources` names the outlets; `edNote` tells the count of independent origins, the verdicts and how it was made.
    """
    return indented({name: value for name, value in _fields(told) if value})


def _composite(stories: Sequence[Told]) -> dict[str, Any]:
    first, dated = stories[0], stamp(latest(stories))
    known = any(told.as_of for told in stories)
    fields = {
        "standard": STANDARD,
        "uri": package_uri(stories),
        "type": "composite",
        "representationType": "full",
        "version": package_version(stories),
        "versionCreated": dated if known else None,
        "pubStatus": "usable",
        "language": "en",
        "title": package_title(stories),
        "copyrightHolder": one_line(first.imprint.publisher or ""),
        "headlines": [{"role": "main", "contentType": "text/plain", "value": package_title(stories)}],
        "infoSources": [{"name": first.imprint.name, "role": f"{ROLES}distributor"}],
        "trustIndicators": _trust(first),
        "associations": [{"name": told.headline, **_story(told)} for told in stories],
    }
    return {name: value for name, value in fields.items() if value}


def _story(told: Told) -> dict[str, Any]:
    return {name: value for name, value in _fields(told) if value and name != "standard"}


def _trust(told: Told) -> list[dict[str, str]] | None:
    principles = address(told.imprint.principles)
    return [{"role": POLICY, "title": "Publishing principles", "href": principles}] if principles else None


def _fields(told: Told) -> Iterator[tuple[str, Any]]:
    source, dated = told.digital_source, stamp(told.as_of) if told.as_of else None
    yield "standard", STANDARD
    yield "uri", told.uri
    yield "type", "text"
    yield "representationType", "full"
    yield "version", told.version
    yield "versionCreated", dated
    yield "contentCreated", dated
    yield "pubStatus", "usable"
    yield "language", "en"
    yield "title", told.headline
    yield "by", told.generator
    yield "copyrightHolder", one_line(told.imprint.publisher or "")
    yield "headlines", [{"role": "main", "contentType": "text/plain", "value": told.headline}]
    yield "descriptions", [*_description("summary", told.dek), *_description("disclosure", told.disclosure)]
    yield "bodies", _bodies(told)
    yield "edNote", f"{told.counted}. {told.verdicts}. {told.generator}. {told.disclosure}"
    yield "digitalSourceType", {"name": source.name, "uri": source.uri, "literal": source.code}
    yield (
        "infoSources",
        [
            {"name": told.imprint.name, "role": f"{ROLES}distributor"},
            {"name": told.generator, "role": f"{ROLES}author"},
            *({"name": name, "role": f"{ROLES}contentSource"} for name in told.outlets),
        ],
    )
    yield "trustIndicators", _trust(told)
    yield "altIds", [{"role": "copydesk story", "value": told.dossier.story.id}]
    yield "renditions", [{"name": "page", "href": told.url, "contentType": "text/html"}] if told.url else None
    yield "associations", [_association(told, article) for article in told.dossier.articles]


def _bodies(told: Told) -> list[dict[str, Any]]:
    text = xhtml.plain(told)
    counts = {"charCount": len(text), "wordCount": len(text.split())}
    return [
        {"role": "main", "contentType": "text/plain", **counts, "value": text},
        {"role": "richtext", "contentType": "application/xhtml+xml", "value": xhtml.markup(told)},
    ]


def _association(told: Told, article: ArticleEntry) -> dict[str, Any]:
    published, title = moment(article.published.when), one_line(article.title or "")
    outlet, byline = one_line(article.outlet or ""), one_line(article.byline or "")
    cited = [part for n, words in told.passages(article.id) for part in _description(f"cited passage {n}", words)]
    fields: dict[str, Any] = {
        "name": told.shelf.names[article.id],
        "rel": "derivedFrom",
        "uri": article_uri(article),
        "type": "text",
        "representationType": "partial",
        "contentCreated": stamp(published) if published and article.published.precision in ("second", "minute", "hour") else None,
        "language": article.language,
        "headlines": [{"role": "main", "contentType": "text/plain", "value": title}] if title else None,
        "by": byline,
        "descriptions": cited,
        "infoSources": [{"name": outlet, "role": f"{ROLES}distributor"}] if outlet else None,
        "altIds": [{"role": "copydesk article", "value": article.id}],
    }
    return {name: value for name, value in fields.items() if value}


def _description(role: str, text: str) -> list[dict[str, str]]:
    return [{"role": role, "contentType": "text/plain", "value": text}] if text else []
