"""JSON Feed 1.1 (jsonfeed.org) of a folder of stories, the newest first."""

from collections.abc import Sequence
from typing import Any

from copydesk.render.exports import xhtml
from copydesk.render.exports.feeds import feed_title, feed_url, home_url, newest_first, publisher
from copydesk.render.exports.told import Told, stamp
from copydesk.render.json import indented

VERSION = "https://jsonfeed.org/version/1.1"


def feed(stories: Sequence[Told]) -> bytes:
    """Return stories as a JSON Feed, UTF-8 JSON; what the standard has no word for stands under `_copydesk`, as it provides."""
    home, place = home_url(stories), feed_url(stories)
    return indented(
        {
            "version": VERSION,
            "title": feed_title(stories),
            **({"home_page_url": home} if home else {}),
            **({"feed_url": place} if place else {}),
            "description": "Stories written from several outlets' articles, each sentence with the passages it rests on.",
            "authors": [{"name": publisher(stories)}],
            "language": "en",
            "items": [_item(told) for told in newest_first(stories)],
        }
    )


def _item(told: Told) -> dict[str, Any]:
    independent = told.dossier.story.independent
    return {
        "id": told.uri,
        **({"url": told.url} if told.url else {}),
        "title": told.headline,
        "summary": told.dek,
        "content_html": xhtml.markup(told, local=False),
        "content_text": xhtml.plain(told),
        "date_published": stamp(told.time),
        "tags": [told.digital_source.code],
        "_copydesk": {
            "digital_source_type": told.digital_source.uri,
            "independent": {"low": independent.low, "high": independent.high},
            "verdicts": told.verdicts,
            "disclosure": told.disclosure,
            "generator": told.generator,
        },
    }
