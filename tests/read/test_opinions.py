"""Opinion pieces are known by their labels, and reports about opinions have none."""

import pytest
from tests.read.test_html import page

from copydesk.read.genres import Signs, genre_of
from copydesk.read.opinions import filed_as_opinion, headed_opinion, is_opinion, titled_opinion

from .conftest import Read

TITLED = [
    "Opinion: The mayor must go",
    "Column: A bridge too few",
    "Editorial | Open the library again",
    "Comment is free: We need more trams",
    "Op-Ed: What the ferry taught us",
    "OPINION — Osper deserves better",
    "[Opinion] The port is asleep",
    "Guest column: Why I left the council",
    "The mayor must go | Opinion",
    "The mayor must go - Comment - Osper Post",
    "The mayor must go (Opinion)",
]
REPORTS = [
    "Opinion poll: Mayor ahead by five points",
    "Opinion polls show the mayor ahead",
    "Column of tanks reaches Osper",
    "Letter: Minister knew of the cracks",
    "Comment by minister angers fishermen",
    "Editorial staff of the Post walk out",
    "Newspaper drops column after complaints",
    "No comment: Haulex stays silent",
    "Public opinion turns against the port",
    "Views from the bridge: Osper in pictures",
]


@pytest.mark.parametrize("title", TITLED)
def test_a_title_may_say_that_it_is_an_opinion(title: str) -> None:
    assert titled_opinion(title)
    assert genre_of(["Some text. " * 60], [], [], Signs(title=title)) == "opinion"


@pytest.mark.parametrize("title", REPORTS)
def test_a_report_about_opinions_is_a_report(title: str) -> None:
    assert not titled_opinion(title)
    assert genre_of(["Some text. " * 60], [], [], Signs(title=title)) == "report"


@pytest.mark.parametrize(
    "section", ["Opinion", "Comment", "Comment is free", "Columnists", "Op-Ed", "Opinion | Politics", "Letters to the editor"]
)
def test_a_section_may_say_so(section: str, article: Read) -> None:
    assert is_opinion(section)
    head = f'<meta property="article:section" content="{section}">'
    assert article(page(head), "a.html", "text/html").genre == "opinion"


@pytest.mark.parametrize("section", ["Politics", "Opinion polls", "Comment and share", "Home | News | Opinion | Sport"])
def test_other_sections_do_not(section: str) -> None:
    assert not is_opinion(section)


@pytest.mark.parametrize("line", ["Comment", "VIEWS", "Leaders"])
def test_a_button_beside_a_text_is_no_label(line: str) -> None:
    assert not headed_opinion(line)


@pytest.mark.parametrize(
    "url",
    [
        "https://post.example/opinion/the-mayor-must-go",
        "https://post.example/commentisfree/2025/may/05/trams",
        "https://post.example/news/columnists/ada-holm/a-bridge",
        "https://post.example/op-ed/2025/05/05/ferry",
        "https://opinion.post.example/2025/05/05/ferry",
    ],
)
def test_an_address_may_say_so(url: str, article: Read) -> None:
    assert filed_as_opinion(url)
    assert article(page(f'<link rel="canonical" href="{url}">'), "a.html", "text/html").genre == "opinion"


@pytest.mark.parametrize(
    "url",
    [
        "https://post.example/politics/opinion-polls-show-the-mayor-ahead",
        "https://post.example/news/2025/05/05/opinion",
        "https://post.example/blog/a-post/comment/12",
        "https://post.example/news/letters/found-in-attic",
        "no address [",
    ],
)
def test_other_addresses_do_not(url: str) -> None:
    assert not filed_as_opinion(url)


def test_a_label_is_no_outlet(article: Read) -> None:
    assert (
        article("# The mayor of Osper must go now | Opinion\n\n" + "Some text of it. " * 30, "a.md", "text/markdown").outlet is None
    )
