"""Which article a link or a note means; where several may be meant, none is."""

import pytest

from copydesk.cited import meant_by
from copydesk.records import Article


def article(name: str, outlet: str | None = None, title: str | None = None, url: str | None = None) -> Article:
    location = f"reports/{name}.txt"
    return Article(id=name, location=location, sha256="", text="Two died.", blocks=(), outlet=outlet, title=title, url=url)


ARTICLES = [
    article("one", "Vesna", "Two die as ferry hits pier in fog", "https://www.vesna.example/news/ferry/?utm_source=x"),
    article("two", "Davor Times", "Two die as ferry hits pier in fog", "https://davor.example/a?id=7"),
    article("three", "The Lantern", "Pilots"),
    article("four", "Marren Post"),
    article("five", "Marren Post"),
]


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("https://vesna.example/news/ferry", "one"),
        ("http://m.vesna.example/news/ferry/#top", "one"),
        ("https://davor.example/a?id=8", None),
        ("https://davor.example/a?fbclid=1&id=7", "two"),
        ("Davor Times: Two die as ferry hits pier in fog, 4 March", "two"),
        ("Two die as ferry hits pier in fog", None),
        ("reports/three.txt", "three"),
        ("three.txt", "three"),
        ("Lantern, 4 March", "three"),
        ("Marren Post, 4 March", None),
        ("lanterns were lit", None),
        ("", None),
    ],
)
def test_which_article_is_meant(target: str, meant: str | None) -> None:
    found = meant_by(target, ARTICLES)
    assert (found.id if found else None) == meant
