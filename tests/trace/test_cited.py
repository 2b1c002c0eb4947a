"""Words in quotation marks that another article says itself."""

from tests.trace.articles import INDEPENDENT, OTHER_EVENT, REPORT, marked

from copydesk.records import Lineage
from copydesk.trace import trace
from copydesk.trace.config import TraceConfig

TAKEN = (
    "“Engineers had warned the board in March that the clay core of the dyke was riddled with muskrat tunnels and needed repair,”"
)
STATEMENT = (
    "I have asked the board to mow both banks before the autumn rains, and I will pay for the hay wagons out of my own pocket."
)


def traced(first: str, second: str) -> Lineage:
    return trace([marked("a", first), marked("c", second)], TraceConfig())


def test_an_article_that_quotes_anothers_own_words_took_them() -> None:
    (link,) = traced(REPORT, f"{INDEPENDENT}\n{TAKEN} a paper in the capital wrote.").links
    assert (link.articles, link.dependence, link.kind, link.direction) == (("c", "a"), "yes", "partial", "forward")
    assert any("quotes 22 words in a row that the other says itself" in reason for reason in link.evidence)


def test_what_is_quoted_comes_from_there_and_the_rest_stays() -> None:
    lineage = traced(REPORT, f"{INDEPENDENT}\n{TAKEN} a paper in the capital wrote.")
    assert lineage.main_origins == {"a": "o-a", "c": "o-c"}
    texts = {origin.id: " ".join(passage.text for passage in origin.passages) for origin in lineage.origins}
    assert "paper in the capital" in texts["o-a"]
    assert "baker rowed" in texts["o-c"]


def test_a_statement_that_one_prints_without_quotation_marks_is_still_a_statement() -> None:
    lineage = traced(f"{REPORT}\n{STATEMENT}", f"{INDEPENDENT}\n“{STATEMENT}”")
    assert [link for link in lineage.links if link.dependence != "no"] == []


def test_a_few_words_in_quotation_marks_are_no_sign() -> None:
    assert (
        traced(REPORT, f"{INDEPENDENT}\nThe core was “riddled with muskrat tunnels and needed repair”, a digger said.").links == ()
    )


def test_a_quote_that_is_nowhere_closed_is_still_a_quote() -> None:
    words = TAKEN.strip("“”,")
    lineage = traced(f"{INDEPENDENT}\n“{words}", f"{OTHER_EVENT}\n{TAKEN} the digger said.")
    assert all(link.dependence == "no" for link in lineage.links)
