"""Why a sentence got its verdict is told in words, whatever signs the draft and the articles hold."""

import pytest

from copydesk.records import Check, CheckedSentence, Label, Outcome, Passage, Verdict
from copydesk.render.reasons import reasons

THERE = Passage(article_id="a1", start=0, end=24, text="The pier was {closed} on Monday.")
NAMES = {"a1": "The Osper Gazette"}


def told(kind: str, text: str, outcome: Outcome, instead: str | None = None, evidence: Passage | None = THERE) -> str:
    check = Check(kind=kind, text=text, outcome=outcome, evidence=evidence, instead=instead)
    label: Label = "contradicted" if outcome == "contradicted" else "partly"
    verdict = Verdict(label=label, score=0.2, checks=(check,), evidence=(THERE,))
    sentence = CheckedSentence(text=f"Nine {text} piers shut.", start=0, end=20, verdict=verdict)
    (reason,) = reasons(sentence, NAMES)
    return reason.text


@pytest.mark.parametrize(
    ("kind", "outcome", "instead", "said"),
    [
        ("number", "contradicted", "eight", "The Osper Gazette has “eight” where the draft has “nine”."),
        ("date", "contradicted", None, "The Osper Gazette says otherwise about “nine”."),
        ("negation", "contradicted", None, "The Osper Gazette says the opposite of “nine”."),
        ("order", "contradicted", None, "The Osper Gazette has “nine” the other way round."),
        ("number", "missing", "eight", "The Osper Gazette has “eight”, which is not “nine”."),
        ("number", "missing", None, "No article gives “nine” here."),
        ("firmness", "missing", "may", "The Osper Gazette is less sure: it says “may”."),
        ("scope", "missing", "former", "The Osper Gazette says “former”, which the draft leaves out."),
        ("quote", "missing", None, "No article quotes “nine”."),
        ("attribution", "missing", None, "No article gives this to “nine”."),
        ("anything else", "missing", None, "Not found in the articles: “nine”."),
    ],
)
def test_what_failed_is_told_with_what_stands_there(kind: str, outcome: Outcome, instead: str | None, said: str) -> None:
    assert told(kind, "nine", outcome, instead) == said


@pytest.mark.parametrize("text", ["{name}", "{0}", "a { b", "%s {said}"])
def test_signs_of_a_draft_are_only_signs(text: str) -> None:
    assert f"“{text}”" in told("number", text, "contradicted", "{instead}")


def test_nothing_is_said_of_an_article_that_is_not_known() -> None:
    assert told("firmness", "nine", "missing", "may", evidence=None).startswith("No article says “nine”")
