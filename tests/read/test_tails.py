"""Other stories behind the end of an article, copied without a line to part them."""

from copydesk.read import read
from copydesk.read.config import ReadConfig
from copydesk.records import Article, Document

ARTICLE = """Bridge over the Tarn to close for repairs

By Odile Brandt

The bridge over the Tarn in Velmora will close for eleven weeks from Monday, the roads authority said, because two of its
cables have rusted through.

Drivers will be sent over the old crossing at Sandrup, which adds nine kilometres to the way into Velmora. Buses will run as
before, said Henrik Moll, who heads the authority.

"We should have done this three years ago," Moll said. The repairs cost 4 million crowns, twice what the council set aside.

Shopkeepers near the bridge asked the council for help with lost trade. The mayor, Dora Lind, said she would answer on Thursday.
"""
OTHERS = """
A court in Pelmark cleared the former swimmer Jonas Ek of fraud on Wednesday. Judge Karla Stein said nobody had been believable.

(Photo by Mia Torv/Getty Images)

The price of cocoa fell to its lowest in two years, traders in Accra said. Analyst Kwame Boaten expects a further drop by spring.

(Rune Falk/Press Pool via Getty)
"""


def article_of(text: str) -> Article:
    (article,) = read([Document(location="a.txt", content=text.encode())], ReadConfig()).articles
    return article


def test_other_stories_behind_the_end_are_taken_out_with_the_reason() -> None:
    article = article_of(ARTICLE + OTHERS)
    assert article.text.endswith("she would answer on Thursday.")
    assert [r.reason for r in article.removed if "Jonas Ek" in r.text] == ["another story"]
    assert any("cocoa" in r.text for r in article.removed)


def test_new_people_at_the_end_of_an_article_stay() -> None:
    last = "\nAn engineer, Paul Oster, found the rust with a drone in March. Nobody at Harlin Steel would comment.\n"
    assert article_of(ARTICLE + last).text.endswith("would comment.")


def test_a_picture_inside_the_article_does_not_end_it() -> None:
    head, _, tail = ARTICLE.partition('"We should')
    inside = head + "(Photo by Mia Torv/Getty Images)\n\n" + '"We should' + tail
    assert article_of(inside).text.endswith("she would answer on Thursday.")
