"""JSON-LD with schema.org's words (NewsArticle, release 29): for the story's page, and as a file of its own."""

from collections.abc import Iterator
from typing import Any

import msgspec

from copydesk.records import ArticleEntry, Passage
from copydesk.render.clean import address, excerpt, one_line
from copydesk.render.exports.told import PASSAGE, Told, article_uri, moment, stamp
from copydesk.render.exports.xhtml import cited_text
from copydesk.render.json import indented
from copydesk.render.words import listed

# In a script element nothing may end the element, open a comment or, in old script engines, break a line.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def article(told: Told) -> bytes:
    """Return a story as a NewsArticle, UTF-8 JSON-LD.

    `isBasedOn` holds the articles, `citation` the cited passages with the article each is from, `backstory` the count of
    independent origins, the verdicts and how it was made, `digitalSourceType` whether rules, a model or a person worded it.
    """
    return indented(_tree(told))


def script(told: Told) -> str:
    """Return the same for a script element of type `application/ld+json`: nothing in it can end the element."""
    return msgspec.json.encode(_tree(told)).decode().translate(_ESCAPES)


def _tree(told: Told) -> dict[str, Any]:
    return {name: value for name, value in _fields(told) if value}


def _fields(told: Told) -> Iterator[tuple[str, Any]]:
    dated = stamp(told.as_of) if told.as_of else None
    paragraphs = (paragraph for _, sentences in told.notes.sections for paragraph in told.notes.paragraphs(sentences))
    text = "\n\n".join(" ".join(cited_text(numbered) for numbered in paragraph) for paragraph in paragraphs)
    publisher = {"@type": "Organization", "name": told.imprint.name}
    yield "@context", "https://schema.org"
    yield "@type", "NewsArticle"
    yield "@id", told.uri
    yield "url", told.url
    yield "identifier", told.dossier.story.id
    yield "headline", told.headline
    yield "abstract", cited_text(told.notes.dek)
    yield "inLanguage", "en"
    yield "datePublished", dated
    yield "dateModified", dated
    yield "version", told.version
    yield "author", {"@type": "Organization", "name": "copydesk", "description": told.generator}
    yield "publisher", publisher
    yield "publishingPrinciples", address(told.imprint.principles)
    yield "creditText", _credit(told)
    yield "digitalSourceType", [code for code in (told.digital_source.schema_org, told.digital_source.uri) if code]
    yield "backstory", " ".join(told.made)
    yield "articleSection", [one_line(heading) for heading, _ in told.notes.sections if heading]
    yield "wordCount", len(text.split())
    yield "articleBody", text
    yield "isBasedOn", [_based_on(entry) for entry in told.dossier.articles]
    yield "citation", [_citation(told, n, passage) for n, passage in enumerate(told.notes.passages, start=1)]


def _credit(told: Told) -> str:
    return f"{told.generator}, from reports of {listed(told.outlets)}" if told.outlets else told.generator


def _based_on(entry: ArticleEntry) -> dict[str, Any]:
    published, outlet, byline = moment(entry.published.when), one_line(entry.outlet or ""), one_line(entry.byline or "")
    fields = {
        "@type": "NewsArticle",
        "@id": article_uri(entry),
        "url": address(entry.url),
        "headline": one_line(entry.title or ""),
        "datePublished": stamp(published) if published and len(entry.published.when or "") > len("2024-04-10") else None,
        "author": {"@type": "Person", "name": byline} if byline else None,
        "publisher": {"@type": "Organization", "name": outlet} if outlet else None,
    }
    return {name: value for name, value in fields.items() if value}


def _citation(told: Told, number: int, passage: Passage) -> dict[str, Any]:
    article_of = told.shelf.articles[passage.article_id]
    text = excerpt(passage.text, PASSAGE)
    return {"@type": "Quotation", "position": number, "text": text, "isPartOf": {"@id": article_uri(article_of)}}
