"""Feeds: every entry an article, with its outlet, its time and the outlet that it was taken from."""

import pytest
from tests.read.conftest import blocks, document, reading

from copydesk.records import Article

BODY = "The council closed the bridge over the Tarn on Monday after inspectors found cracks in two of its pillars."
MORE = "Mayor Lena Holt promised a ferry by the summer, and the ministry will pay for half of it."
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="feed.css"?>
<!-- made by hand -->
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Tarn News</title><link>https://tarn.example/</link>
<item><title>Bridge &amp; ferry</title><link>https://tarn.example/1</link><dc:creator>Jo Smith</dc:creator>
<pubDate>Mon, 04 Mar 2024 10:00:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{BODY}</p><p>{MORE}</p>]]></content:encoded>
<source url="https://odern.example/feed">The Odern Mail</source></item>
<item><title>Own</title><link>https://tarn.example/2</link><description>{BODY} {MORE}</description>
<source url="https://tarn.example/feed">Tarn News</source></item>
<item><title>Only a title</title></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Tarn News</title>
<entry><title>Bridge closed</title><link rel="self" href="https://tarn.example/feed/1"/><link href="https://tarn.example/1"/>
<author><name>Jo Smith</name><uri>https://tarn.example/jo</uri></author><published>2024-03-04T10:00:00Z</published>
<updated>2024-03-04T12:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BODY}</p><p>{MORE}</p></div></content>
<source><title>The Odern Mail</title></source></entry></feed>"""


def read(text: str, location: str = "feed.xml", media_type: str | None = "application/xml") -> tuple[Article, ...]:
    """Return the articles of a feed."""
    return reading(document(text, location, media_type)).articles


def test_an_entry_of_rss_is_an_article_with_its_credit() -> None:
    first, second = read(RSS)
    assert (first.title, first.outlet, first.byline, first.url) == (
        "Bridge & ferry",
        "Tarn News",
        "Jo Smith",
        "https://tarn.example/1",
    )
    assert blocks(first) == [BODY, MORE]
    assert (first.published.when, first.published.basis) == ("2024-03-04T10:00:00+01:00", "feed")
    assert first.markup_credits == ("The Odern Mail",)
    assert first.location == "feed.xml#1"
    assert second.markup_credits == ()


def test_an_entry_without_text_is_told() -> None:
    (skipped,) = reading(document(RSS, "feed.xml")).skipped
    assert (skipped.location, skipped.reason) == ("feed.xml#3", "empty")


def test_an_entry_of_atom_is_an_article_with_its_credit() -> None:
    (entry,) = read(ATOM, "feed.atom", "application/atom+xml")
    assert (entry.title, entry.outlet, entry.byline, entry.url) == (
        "Bridge closed",
        "Tarn News",
        "Jo Smith",
        "https://tarn.example/1",
    )
    assert blocks(entry) == [BODY, MORE]
    assert entry.published.when == "2024-03-04T10:00:00+00:00"
    assert entry.markup_credits == ("The Odern Mail",)


@pytest.mark.parametrize("media_type", [None, "text/plain", "application/rss+xml", "text/xml"])
def test_a_feed_is_known_by_what_it_holds(media_type: str | None) -> None:
    assert len(read(RSS, "feed", media_type)) == 2


def test_entities_lead_nowhere_and_expand_to_nothing() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x" * 10}">' for n in range(9))
    hostile = f'<?xml version="1.0"?><!DOCTYPE rss [{bomb}<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    text = hostile + RSS.partition("-->")[2].replace("Short.", "&file; &e8;").replace(MORE, f"{MORE} &file; &e8;")
    for found in reading(document(text, "feed.xml")).articles:
        assert "root:" not in found.text
        assert len(found.text) < 1000
