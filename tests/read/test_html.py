import json

import pytest
from tests.read.conftest import Read, blocks, document, reading

PARAGRAPHS = [
    "The council closed the bridge over the Tarn on Monday after inspectors found cracks in two of its pillars.",
    "Inspectors from the transport ministry told the council that the cracks had grown by a centimetre since March.",
    "“We had no choice,” said Mayor Lena Holt. “Nobody wants to be the one who waited.”",
    "The bridge carries 20,000 cars a day. The next crossing is 40 kilometres upstream, at Odern.",
    "Mayor Holt promised a ferry by the summer. The ministry will pay for half of it.",
]
NAVIGATION = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/s'>Sport</a></li><li><a href='/w'>Weather</a></li></ul></nav>"
FOOT = "<footer><p>© 2024 Tarn Valley News</p><ul><li>Terms of use</li><li>Privacy policy</li></ul></footer>"


def page(head: str = "", extra: str = "", paragraphs: list[str] | None = None) -> str:
    text = "".join(f"<p>{line}</p>" for line in paragraphs or PARAGRAPHS)
    top = f"<!doctype html><html lang=en><head><title>Bridge closed | Tarn News</title>{head}</head><body>{NAVIGATION}"
    return f"{top}<main><article><h1>Bridge closed</h1>{text}{extra}</article></main>{FOOT}</body></html>"


def json_ld(**fields: object) -> str:
    return (
        f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": "Bridge closed", **fields})}</script>'
    )


def test_the_article_and_nothing_else_of_a_page(article: Read) -> None:
    found = article(page(), "a.html", "text/html")
    assert blocks(found) == PARAGRAPHS
    assert found.title == "Bridge closed"
    assert {"Home", "Terms of use"} <= {removed.text for removed in found.removed}


def test_what_json_ld_declares(article: Read) -> None:
    head = json_ld(
        author=[{"@type": "Person", "name": "Jo Smith"}, {"name": "Al Ray"}],
        publisher={"name": "Tarn Valley News"},
        datePublished="2024-03-04T10:00:00+01:00",
        dateModified="2024-03-05T10:00:00+01:00",
        isBasedOn="https://www.odern-mail.example/1",
    )
    found = article(page(head), "a.html", "text/html")
    assert (found.byline, found.outlet) == ("Jo Smith, Al Ray", "Tarn Valley News")
    assert (found.published.when, found.published.basis) == ("2024-03-04T10:00:00+01:00", "json-ld")
    assert found.updated is not None
    assert found.updated.isoformat() == "2024-03-05T09:00:00+00:00"
    assert found.markup_credits == ("odern-mail.example",)


def test_a_whole_text_in_json_ld_counts(article: Read) -> None:
    found = article(page(json_ld(articleBody="\n".join(PARAGRAPHS))), "a.html", "text/html")
    assert blocks(found) == PARAGRAPHS


@pytest.mark.parametrize(
    ("kind", "genre"),
    [
        ("OpinionNewsArticle", "opinion"),
        ("AnalysisNewsArticle", "analysis"),
        ("AdvertiserContentArticle", "sponsored"),
        ("NewsArticle", "brief"),
    ],
)
def test_kinds_that_json_ld_declares(article: Read, kind: str, genre: str) -> None:
    head = f'<script type="application/ld+json">{{"@graph": [{{"@type": ["{kind}"], "headline": "Bridge closed"}}]}}</script>'
    assert article(page(head), "a.html", "text/html").genre == genre


def test_what_meta_elements_declare(article: Read) -> None:
    head = (
        '<meta property="og:title" content="Bridge closed - Tarn Valley News">'
        '<meta property="og:site_name" content="Tarn Valley News">'
        '<meta name="author" content="By Jo Smith"><meta property="article:published_time" content="2024-03-04T10:00:00Z">'
        '<link rel="canonical" href="https://odern.example/1"><meta property="og:url" content="https://www.tarn.example/1">'
    )
    found = article(page(head), "a.html", "text/html")
    assert (found.title, found.outlet, found.byline) == ("Bridge closed", "Tarn Valley News", "Jo Smith")
    assert (found.published.when, found.published.basis) == ("2024-03-04T10:00:00+00:00", "meta")
    assert (found.url, found.markup_credits) == ("https://odern.example/1", ("odern.example",))


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display: none">SECRET WORDS that nobody who opens this page will ever see.</p>',
        "<p hidden>SECRET WORDS that nobody who opens this page will ever see.</p>",
        "<!-- SECRET WORDS that nobody who opens this page will ever see. -->",
        "<template><p>SECRET WORDS that nobody who opens this page will ever see.</p></template>",
        "<script>var x = 'SECRET WORDS that nobody who opens this page will ever see.'</script>",
        "<noscript><p>SECRET WORDS that nobody who opens this page will ever see.</p></noscript>",
    ],
)
def test_what_is_hidden_does_not_become_text(article: Read, hidden: str) -> None:
    assert "SECRET" not in article(page(extra=hidden), "a.html", "text/html").text


@pytest.mark.parametrize("broken", [page()[:-60], page().replace("</p>", ""), page().replace("<body>", ""), "<p>" * 300 + page()])
def test_broken_html_is_still_read(article: Read, broken: str) -> None:
    assert PARAGRAPHS[0] in article(broken, "a.html", "text/html").text


def test_broken_json_ld_is_passed_over(article: Read) -> None:
    assert article(page('<script type="application/ld+json">{"@type": </script>'), "a.html", "text/html").title == "Bridge closed"


def test_a_page_of_navigation_is_only_clutter() -> None:
    (skipped,) = reading(document(f"<html><body>{NAVIGATION}{FOOT}</body></html>", "a.html", "text/html")).skipped
    assert skipped.reason == "only_clutter"


def test_what_is_kept_of_a_pages_removed_text_is_limited(article: Read) -> None:
    many = "".join(f"<p><a href='/{n}'>Story {n} that is not this one</a></p>" for n in range(2000))
    found = article(page(extra=f"<aside>{many}</aside>"), "a.html", "text/html")
    assert sum(len(removed.text) for removed in found.removed) < 25_000
    assert any("not kept" in removed.reason for removed in found.removed)


@pytest.mark.parametrize(
    ("head", "reserved"),
    [
        ('<meta name="robots" content="index, noai, noimageai">', ("noai", "noimageai")),
        ('<meta name="GPTBot" content="noai">', ("noai",)),
        ('<meta name="tdm-reservation" content="1">', ("tdm",)),
        ('<meta name="tdm-reservation" content="0"><meta name="robots" content="noarchive">', ()),
        ("", ()),
    ],
)
def test_what_a_page_reserves_is_kept(article: Read, head: str, reserved: tuple[str, ...]) -> None:
    assert article(page(head), "a.html", "text/html").reservations == reserved
