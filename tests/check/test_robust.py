"""Any text gets a verdict that keeps its promises, and what cannot be checked is `unsupported` with the reason."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.check.articles import article, marks_of, verdict

from copydesk.check import CheckConfig, check
from copydesk.records import Marked, Marks, Passage, Statement, Verdict

WORDS = st.sampled_from(
    [
        "the",
        "a",
        "minister",
        "Duarte",
        "Lisbon",
        "70",
        "24",
        "percent",
        "said",
        "that",
        "not",
        "will",
        "may",
        "never",
        "Tuesday",
        "May",
        "2024",
        "“",
        "”",
        '"',
        "'",
        "…",
        "--",
        "$",
        "%",
        "former",
        "some",
        "killed",
        "officials",
        "treaty",
        "signed",
        "to",
        "by",
        "from",
        ".",
        ",",
        ";",
        "before",
        "after",
        "if",
        "no",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join))


def holds(found: Verdict, articles: tuple[Marked, ...]) -> None:
    texts = {m.article.id: m.article.text for m in articles}
    assert 0.0 <= found.score <= 1.0
    assert found.checks
    for passage in (*found.evidence, *(c.evidence for c in found.checks if c.evidence)):
        assert texts[passage.article_id][passage.start : passage.end] == passage.text
    if found.label == "supported":
        assert found.evidence
        assert all(c.outcome == "found" for c in found.checks)
        assert found.score >= 0.5
    else:
        assert any(c.outcome != "found" for c in found.checks)
        assert found.score < 0.5 or found.label == "partly"


@settings(max_examples=50, deadline=None)
@given(sentences=st.lists(TEXTS, min_size=1, max_size=3), bodies=st.lists(TEXTS, max_size=3), cite=st.booleans())
def test_any_text_gets_a_verdict_that_keeps_its_promises(sentences: list[str], bodies: list[str], *, cite: bool) -> None:
    articles = tuple(article(body, name=str(i), outlet="The Post") for i, body in enumerate(bodies) if body)
    citations = tuple(m.passage(s.start, s.end) for m in articles for s in m.reporting())[:2] if cite else ()
    statements = [Statement(text=text, marks=marks_of(text), citations=citations) for text in sentences]
    found = check(statements, articles, CheckConfig())
    assert len(found) == len(statements)
    for one in found:
        holds(one, articles)
    assert check(statements, articles, CheckConfig()) == found


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, min_size=3, max_size=25).map(" ".join))
def test_a_sentence_of_an_article_is_supported_by_it(text: str) -> None:
    one = article(text)
    for sentence in one.reporting():
        own = text[sentence.start : sentence.end]
        if any(sign.isalnum() for sign in own):
            assert verdict(own, one).label == "supported"


@pytest.mark.parametrize(
    "text", ["", "   ", "—", "It was so.", "He did.", "Σήμερα έβρεξε στην πόλη.", "昨日、大臣は署名した。", "\x00\u202e"]
)
def test_what_cannot_be_checked_is_unsupported_with_a_reason(text: str) -> None:
    found = verdict(text, article("The minister signed the treaty on Tuesday."))
    assert found.label == "unsupported"
    assert any(c.outcome == "missing" for c in found.checks)


def test_words_that_state_nothing_are_supported_only_verbatim() -> None:
    assert verdict("It was so.", article("The mill burned. It was so.")).label == "supported"


def test_without_articles_nothing_is_supported() -> None:
    assert verdict("The minister signed the treaty.").label == "unsupported"


def test_articles_without_reporting_support_nothing() -> None:
    assert (
        verdict("The minister signed the treaty.", article("The minister signed the treaty.", kinds=("heading",))).label
        == "unsupported"
    )


def test_a_citation_of_nothing_known_is_unsupported() -> None:
    lost = Passage(article_id="gone", start=0, end=3, text="The")
    (found,) = check(
        [Statement(text="The mill burned.", marks=Marks(), citations=(lost,))], [article("The mill burned.")], CheckConfig()
    )
    assert found.label == "unsupported"


def test_a_quotation_that_is_never_closed_has_to_be_verbatim() -> None:
    one = article("“We lost the pier,” the captain said.")
    assert verdict("The captain said: “We lost the pier", one).label == "supported"
    assert verdict("The captain said: “We lost the ship", one).label != "supported"


def test_sentences_without_marks_are_still_checked() -> None:
    one = article("The storm killed 24 people in Varnholm.")
    (right, wrong) = check(
        [
            Statement(text="The storm killed 24 people.", marks=Marks()),
            Statement(text="The storm killed 25 people.", marks=Marks()),
        ],
        [one],
        CheckConfig(),
    )
    assert (right.label, wrong.label != "supported") == ("supported", True)


def test_a_sentence_of_thousands_of_words_is_refused() -> None:
    assert verdict("storm " * 5000, article("The storm passed.")).label == "unsupported"


def test_the_order_of_articles_changes_no_label() -> None:
    pile = [article("The mill burned down on Monday.", name="a"), article("The owner blamed lightning.", name="b")]
    sentence = "The mill burned down on Monday and the owner blamed lightning."
    assert verdict(sentence, *pile).label == verdict(sentence, *reversed(pile)).label == "supported"
