"""Atom 1.0 (RFC 4287) and RSS 2.0 of a folder of stories, the newest first."""

from collections.abc import Sequence
from email.utils import format_datetime

from copydesk.render.clean import address
from copydesk.render.exports import xhtml
from copydesk.render.exports.told import Told, article_uri, latest, stamp, urn
from copydesk.render.exports.xml import XHTML, Element, add, root, serialised
from copydesk.version import __version__

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
SCHEME = "http://cv.iptc.org/newscodes/digitalsourcetype/"


def atom(stories: Sequence[Told]) -> bytes:
    """Return stories as an Atom 1.0 feed: each entry holds the whole report as XHTML, `via` links lead to the articles."""
    feed = root(ATOM, "feed")
    add(feed, "id", feed_uri(stories))
    add(feed, "title", feed_title(stories))
    add(feed, "updated", stamp(latest(stories)))
    add(add(feed, "author"), "name", publisher(stories))
    add(feed, "generator", "copydesk", {"version": __version__})
    _self(feed, stories, "application/atom+xml")
    home = home_url(stories)
    if home:
        add(feed, "link", attributes={"rel": "alternate", "href": home})
    for told in newest_first(stories):
        _entry(add(feed, "entry"), told)
    return serialised(feed)


def rss(stories: Sequence[Told]) -> bytes:
    """Return stories as an RSS 2.0 feed: the dek as description, the whole report as HTML in `content:encoded`."""
    feed = root(None, "rss", {"version": "2.0"}, atom=ATOM, content=CONTENT, dc=DUBLIN_CORE)
    channel = add(feed, "channel")
    add(channel, "title", feed_title(stories))
    add(channel, "link", home_url(stories) or feed_uri(stories))
    _self(channel, stories, "application/rss+xml")
    add(channel, "description", "Stories written from several outlets' articles, each sentence with the passages it rests on.")
    add(channel, "lastBuildDate", format_datetime(latest(stories)))
    add(channel, "generator", f"copydesk {__version__}")
    for told in newest_first(stories):
        _item(add(channel, "item"), told)
    return serialised(feed)


def _self(feed: Element, stories: Sequence[Told], media_type: str) -> None:
    """Add where the feed itself stands, if that is known."""
    place = feed_url(stories)
    if place:
        add(feed, f"{{{ATOM}}}link", attributes={"rel": "self", "type": media_type, "href": place})


def _entry(entry: Element, told: Told) -> None:
    add(entry, "id", told.uri)
    add(entry, "title", told.headline)
    add(entry, "updated", stamp(told.time))
    add(entry, "published", stamp(told.time))
    if told.url:
        add(entry, "link", attributes={"rel": "alternate", "type": "text/html", "href": told.url})
    for article in told.dossier.articles:
        title = article.title or told.shelf.names[article.id]
        add(entry, "link", attributes={"rel": "via", "href": article_uri(article), "title": title})
    source = told.digital_source
    add(entry, "category", attributes={"term": source.code, "scheme": SCHEME, "label": source.name})
    add(entry, "summary", f"{told.dek} ({told.counted})")
    add(entry, "content", attributes={"type": "xhtml"}).append(xhtml.article(told, XHTML, local=False))


def _item(item: Element, told: Told) -> None:
    source = told.digital_source
    add(item, "title", told.headline)
    if told.url:
        add(item, "link", told.url)
    add(item, "description", f"{told.dek} ({told.counted})")
    add(item, "guid", told.uri, {"isPermaLink": "false"})
    add(item, "pubDate", format_datetime(told.time))
    add(item, "category", source.code, {"domain": SCHEME})
    add(item, f"{{{DUBLIN_CORE}}}creator", told.imprint.name)
    add(item, f"{{{CONTENT}}}encoded", xhtml.markup(told, local=False))


def newest_first(stories: Sequence[Told]) -> list[Told]:
    """Return stories in the order of a feed; the order in which they are given changes nothing."""
    in_order = sorted(stories, key=lambda told: told.uri)
    return sorted(in_order, key=lambda told: told.time, reverse=True)


def publisher(stories: Sequence[Told]) -> str:
    """Return who publishes a feed."""
    return stories[0].imprint.name if stories else "copydesk"


def feed_title(stories: Sequence[Told]) -> str:
    """Return what a feed is called."""
    return f"Stories of {publisher(stories)}"


def home_url(stories: Sequence[Told]) -> str | None:
    """Return where the page that lists the stories stands on the web, if that is known."""
    return address(stories[0].imprint.base_url) if stories else None


def feed_url(stories: Sequence[Told]) -> str | None:
    """Return where the feed itself will stand on the web, if that was said: a file cannot know where it will be put."""
    return address(stories[0].imprint.feed_url) if stories else None


def feed_uri(stories: Sequence[Told]) -> str:
    """Return a name for a feed, the same as long as its publisher and its place stay."""
    return urn("feed", f"{publisher(stories)} {home_url(stories) or ''}")
