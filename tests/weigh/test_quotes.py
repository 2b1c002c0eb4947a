"""What a user relies on: the same words of the same speaker are one quote, and what was done to them shows."""

from tests.weigh.stories import article, material, weighed

from copydesk.models import load_vectors
from copydesk.records import Quote, ReuseLink
from copydesk.weigh import WeighConfig, weigh

FULL = "“No train will leave this station before the track has been checked by our own engineers,” Rail Minister Jonas Werle said."


def direct(texts: dict[str, str]) -> tuple[Quote, ...]:
    """Return the direct quotes of a story."""
    return tuple(q for q in weighed(texts).quotes if q.direct)


def test_the_same_words_in_two_articles_are_one_quote() -> None:
    (quote,) = direct({"a": FULL, "b": "At the station in Orvelle he spoke briefly. " + FULL})
    assert quote.fidelity == "verbatim"
    assert [v.passage.article_id for v in quote.variants] == ["b"]
    assert quote.variants[0].difference == ""
    assert quote.speaker is not None
    assert "Werle" in quote.speaker


def test_a_shortened_quote_is_trimmed_and_the_fullest_form_leads() -> None:
    (quote,) = direct(
        {"a": "“No train will leave this station before the track has been checked,” Rail Minister Jonas Werle said.", "b": FULL}
    )
    assert quote.fidelity == "trimmed"
    assert quote.passage.article_id == "b"
    assert "by our own engineers" in quote.variants[0].difference


def test_a_changed_word_is_an_alteration() -> None:
    (quote,) = direct({"a": FULL, "b": FULL.replace("our own engineers", "our best engineers")})
    assert quote.fidelity == "altered"
    assert "best" in quote.variants[0].difference


def test_words_given_to_somebody_else_are_misattributed() -> None:
    (quote,) = direct({"a": FULL, "b": FULL.replace("Rail Minister Jonas Werle", "Union leader Petra Lindqvist")})
    assert quote.fidelity == "misattributed"


def test_words_without_marks_elsewhere_are_unquoted() -> None:
    plain = "No train will leave this station before the track has been checked by our own engineers, the ministry let it be known."
    (quote,) = direct({"a": FULL, "b": plain})
    assert quote.fidelity == "unquoted"


def test_an_interrupted_quote_is_one() -> None:
    (quote,) = direct({"a": "“We looked for them all night,” Captain Nora Veld said. “Nobody slept and nobody wanted to go home.”"})
    assert quote.text == "We looked for them all night. Nobody slept and nobody wanted to go home."
    assert quote.fidelity == "single"


def test_scare_quotes_are_none() -> None:
    assert direct({"a": "The so-called “quiet zone” in Orvelle has been noisy since spring."}) == ()


def test_equal_words_are_shown_from_the_article_that_took_nothing() -> None:
    articles = [article(name, FULL) for name in ("a", "b")]
    link = ReuseLink(
        articles=("a", "b"), kind="copy", dependence="yes", direction="forward", overlap=1.0, passages=(), evidence=("stated",)
    )
    (quote,) = (q for q in weigh(material(articles, {"a": "b"}, (link,)), load_vectors(), WeighConfig()).quotes if q.direct)
    assert quote.passage.article_id == "b"
