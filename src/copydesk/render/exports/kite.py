"""Story JSON as the readers of Kite (Kagi News) take it: one category whose clusters are the stories.

Field names are those of the `Story`, `Article` and `CategoryData` types of its open front end (kagisearch/kite-public, May 2026).
Its readers find citations in the prose as `[domain#2]`, the second article of that domain, so square brackets of the texts become
round ones; and they split `Title: text` at the first colon.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from copydesk.records import ArticleEntry, Difference, Initiative, Passage
from copydesk.render import words
from copydesk.render.clean import address, excerpt, one_line, slug
from copydesk.render.exports.told import PASSAGE, Told, article_uri, moment, stamp
from copydesk.render.exports.xhtml import cited_text
from copydesk.render.json import indented
from copydesk.render.numbering import Numbered
from copydesk.render.shelf import sides

CATEGORY = "Stories"
_ROUND = str.maketrans("[]", "()")


def category(stories: Sequence[Told]) -> bytes:
    """Return stories as a category of Kite, UTF-8 JSON.

    What its readers have no field for (count of independent origins, verdicts, how it was made) stands in `technical_details`,
    which they show, and under names of our own, which they leave alone.
    """
    return indented(
        {
            "category": CATEGORY,
            "timestamp": int(max((told.time.timestamp() for told in stories), default=0)),
            "read": sum(len(told.dossier.articles) for told in stories),
            "clusters": [_story(told, number) for number, told in enumerate(stories, start=1)],
        }
    )


def _story(told: Told, number: int) -> dict[str, Any]:
    domains, cited = _domains(told), _citations(told)
    return {
        "id": told.uri,
        "cluster_number": number,
        "unique_domains": len(set(domains.values())),
        "number_of_titles": len(told.dossier.articles),
        "sourceLanguage": "en",
        "category": CATEGORY,
        "title": _prose(told.headline),
        "short_summary": _summary(told, cited),
        "talking_points": list(_points(told, cited)),
        **_quote(told, domains),
        "perspectives": [view for difference in told.dossier.differences for view in _perspectives(difference, told)],
        "timeline": [_event(told, cited, one.when, one.text, one.passages) for one in told.dossier.timeline],
        "future_outlook": _outlook(told, cited),
        "suggested_qna": [
            {"question": f"What does no article say? {_prose(words.opening(one.question))}", "answer": _prose(one.reason)}
            for one in told.dossier.unanswered
        ],
        "technical_details": [_prose(line) for line in told.about],
        "articles": [_article(article, domains, told) for article in told.dossier.articles],
        "domains": [{"name": name} for name in dict.fromkeys(domains.values())],
        "independent": {"low": told.dossier.story.independent.low, "high": told.dossier.story.independent.high},
        "digital_source_type": told.digital_source.uri,
        "disclosure": told.disclosure,
        "generator": told.generator,
    }


def _prose(text: str) -> str:
    return one_line(text).translate(_ROUND)


def _domains(told: Told) -> dict[str, str]:
    """Return for each article its site, or where it has no address a name made of its outlet's."""
    return {article.id: _domain(article, told) for article in told.dossier.articles}


def _domain(article: ArticleEntry, told: Told) -> str:
    url = address(article.url)
    site = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    return site or slug(article.outlet or told.shelf.names[article.id]) or f"article-{told.shelf.places[article.id]}"


def _citations(told: Told) -> dict[str, str]:
    """Return for each article what cites it: `[domain#2]`."""
    seen: Counter[str] = Counter()
    cited = {}
    for article_id, domain in _domains(told).items():
        seen[domain] += 1
        cited[article_id] = f"[{domain}#{seen[domain]}]"
    return cited


def _refs(passages: Sequence[Passage], cited: dict[str, str]) -> str:
    return "".join(dict.fromkeys(cited[passage.article_id] for passage in passages))


def _sentence(numbered: Numbered, cited: dict[str, str]) -> str:
    return f"{_prose(cited_text(numbered))} {_refs(numbered.sentence.citations, cited)}"


def _summary(told: Told, cited: dict[str, str]) -> str:
    """Return the dek and the first section: a paragraph each."""
    first = [
        " ".join(_sentence(one, cited) for one in paragraph)
        for _, sentences in told.notes.sections[:1]
        for paragraph in told.notes.paragraphs(sentences)
    ]
    return "\n\n".join([_sentence(told.notes.dek, cited), *first])


def _points(told: Told, cited: dict[str, str]) -> Iterator[str]:
    for heading, sentences in told.notes.sections[1:]:
        title = _prose(heading).replace(":", " –")
        yield from (f"{title}: {_sentence(numbered, cited)}" for numbered in sentences)


def _quote(told: Told, domains: dict[str, str]) -> dict[str, str]:
    quote = next((one for one in told.dossier.quotes if one.direct and one.speaker), None)
    if quote is None:
        return {}
    article = told.shelf.articles[quote.passage.article_id]
    return {
        "quote": _prose(quote.text).rstrip(","),
        "quote_author": _prose(quote.speaker or ""),
        "quote_attribution": told.shelf.names[article.id],
        "quote_source_url": article_uri(article),
        "quote_source_domain": domains[article.id],
    }


def _perspectives(difference: Difference, told: Told) -> Iterator[dict[str, Any]]:
    topic = _prose(words.opening(difference.topic)).replace(":", " –")
    for side in sides(difference):
        told_by = dict.fromkeys(passage.article_id for passage in side.passages)
        said = _prose(side.value) if side.value else words.cited(_prose(excerpt(side.passages[0].text, PASSAGE)))
        named = [{"name": told.shelf.names[i], "url": article_uri(told.shelf.articles[i])} for i in told_by]
        yield {"text": f"{topic}: {said}", "sources": named}


def _event(told: Told, cited: dict[str, str], when: str, text: str, passages: Sequence[Passage]) -> dict[str, str]:
    known = moment(when)
    exact = {"date_iso": stamp(known)[:10]} if known else {}
    return {"date": _prose(words.day(when)), **exact, "content": f"{_prose(text)} {_refs(passages, cited)}"}


def _outlook(told: Told, cited: dict[str, str]) -> str | None:
    lines = [f"{_prose(words.opening(one.text))} ({_status(one)}) {_refs(one.passages, cited)}" for one in told.dossier.initiatives]
    return "\n\n".join(lines) or None


def _status(one: Initiative) -> str:
    return _prose(words.course(one.course)) or words.STATUSES[one.status]


def _article(article: ArticleEntry, domains: dict[str, str], told: Told) -> dict[str, str]:
    published = moment(article.published.when)
    return {
        "title": one_line(article.title or "") or told.shelf.names[article.id],
        "link": article_uri(article),
        "domain": domains[article.id],
        "date": stamp(published or told.time),
    }
