"""A second opinion may change little: whatever a judge answers, what the rules find otherwise is never overruled."""

import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.check.articles import article, marks_of
from tests.models.tiny import tiny_model
from tests.needs import library

from copydesk.check import CheckConfig, Pool, check, second
from copydesk.errors import InternalError
from copydesk.models import load_judge
from copydesk.models.config import JudgeConfig
from copydesk.ports import Asked, Judge, Opinion
from copydesk.records import Marked, Statement, Verdict

CONFIG = CheckConfig()
ARTICLE = article(
    "The Odern council approved the new harbour plan on Tuesday, Mayor Ida Brenn said.",
    "Two people were hurt when the ferry Solvind hit the pier.",
    "The storm was not expected to reach the islands before Friday.",
    "“We will rebuild the pier,” said Tom Rask, who leads the port.",
    "The ferry crew called off the voyage in the storm.",
    "The fire brigade searched the hull with lamps and found nobody.",
    outlet="The Tarn Courier",
)
# Each is wrong in one thing the rules see.
WRONG = (
    "Three people were hurt when the ferry Solvind hit the pier.",
    "Two people were hurt when the ferry Marwick hit the pier.",
    "The Odern council approved the new harbour plan on Friday, Mayor Ida Brenn said.",
    "Minister Ida Brenn said the Odern council approved the new harbour plan on Tuesday.",
    "The Odern council approved the new harbour plan on Tuesday.",
    "The storm was expected to reach the islands before Friday.",
    "“We will repaint the pier,” said Tom Rask, who leads the port.",
    "“We will rebuild the pier,” said Ida Brenn.",
    "The pier hit the ferry Solvind, and two people were hurt.",
    "The Odern council rejected the new harbour plan on Tuesday, Mayor Ida Brenn said.",
    "Two people were hurt when the ferry Solvind hit the pier at 40 knots.",
    "The Northern Post reports that two people were hurt when the ferry Solvind hit the pier.",
)
# Each is true, in words the rules do not know for the same.
REWORDED = (
    "The fire brigade combed the hull with lamps and found nobody.",
    "Two people were hurt when the ferry Solvind rammed the pier.",
)


class Says:
    """A judge that gives the opinions it was made with, whatever it is asked, and keeps what it was asked."""

    name = "a test"

    def __init__(self, *opinions: Opinion) -> None:
        self.opinions = opinions
        self.asked: list[Asked] = []

    def judge(self, asked: Sequence[Asked]) -> Iterator[Opinion]:
        self.asked.extend(asked)
        return iter([self.opinions[at % len(self.opinions)] for at in range(len(asked))])


def judged(
    sentences: Sequence[str], judge: Judge, config: CheckConfig = CONFIG, articles: Sequence[Marked] = (ARTICLE,)
) -> list[tuple[Verdict, Verdict]]:
    """Return for each sentence the verdict without and with a judge."""
    pool = Pool(articles)
    statements = [Statement(text=sentence, marks=marks_of(sentence)) for sentence in sentences]
    before = check(statements, pool, config)
    after = second(tuple(zip(statements, before, strict=True)), pool, judge, config)
    return list(zip(before, after, strict=True))


YES, NO, AGAINST, PERHAPS = (
    Opinion(carried=0.99, contradicted=0.0),
    Opinion(carried=0.01, contradicted=0.1),
    Opinion(carried=0.0, contradicted=0.99),
    Opinion(carried=0.6, contradicted=0.2),
)
SILENT = Opinion(silence="it slept")


def assert_whole(verdict: Verdict) -> None:
    """What holds of every verdict."""
    assert 0.0 <= verdict.score <= 1.0
    assert (verdict.score >= 0.5) or verdict.label != "supported"
    assert (verdict.score <= 0.5) or verdict.label == "supported"
    if verdict.label == "supported":
        assert verdict.evidence
        assert all(one.outcome == "found" for one in verdict.checks)
    for passage in (*verdict.evidence, *(c.evidence for c in verdict.checks if c.evidence)):
        assert ARTICLE.article.text[passage.start : passage.end] == passage.text


@pytest.mark.parametrize("sentence", REWORDED)
def test_a_judge_stands_in_for_words_that_were_not_found(sentence: str) -> None:
    ((before, after),) = judged([sentence], Says(YES))
    assert (before.label, after.label) == ("partly", "supported")
    (told,) = [one for one in after.checks if one.kind == "judge"]
    lost = [one.text for one in before.checks if one.outcome != "found"]
    assert told.text == f"a test: carried 99%, contradicted 0%; in other words: {', '.join(f'“{word}”' for word in lost)}"
    assert_whole(after)


@pytest.mark.parametrize("opinion", [NO, AGAINST, PERHAPS])
def test_a_judge_that_is_not_sure_leaves_it_as_it_was(opinion: Opinion) -> None:
    ((before, after),) = judged(REWORDED[:1], Says(opinion))
    assert (before.label, before.score) == (after.label, after.score)
    assert after.checks[:-1] == before.checks
    assert (after.checks[-1].kind, after.checks[-1].outcome) == ("judge", "missing")


HOLDS = "The council in Odern approved the new harbour plan on Tuesday, Mayor Ida Brenn said."


@pytest.mark.parametrize(
    ("opinion", "label", "outcome"),
    [
        (YES, "supported", "found"),
        (PERHAPS, "supported", "found"),
        (NO, "partly", "missing"),
        (AGAINST, "contradicted", "contradicted"),
    ],
)
def test_a_judge_that_is_sure_lowers_what_the_rules_let_pass(opinion: Opinion, label: str, outcome: str) -> None:
    ((before, after),) = judged([HOLDS], Says(opinion))
    assert before.label == "supported"
    assert (after.label, after.checks[-1].kind, after.checks[-1].outcome) == (label, "judge", outcome)
    assert_whole(after)


@pytest.mark.parametrize("sentence", [HOLDS, *REWORDED])
@pytest.mark.parametrize("opinion", [SILENT, Opinion(carried=math.nan), Opinion(carried=7.0), Opinion(carried=-0.1)])
def test_no_answer_changes_nothing_and_is_said(sentence: str, opinion: Opinion) -> None:
    ((before, after),) = judged([sentence], Says(opinion))
    assert (before.label, before.score, before.evidence) == (after.label, after.score, after.evidence)
    assert after.checks[:-1] == before.checks
    assert after.checks[-1].kind == "unjudged"
    assert after.checks[-1].text.startswith("a test gave no answer: ")
    assert_whole(after)


def test_a_judge_is_asked_only_where_its_answer_may_change_something() -> None:
    verbatim = "The ferry crew called off the voyage in the storm."
    judge = Says(YES)
    for before, after in judged([*WRONG, verbatim, f"The Tarn Courier reports that {verbatim[0].lower()}{verbatim[1:]}"], judge):
        assert before == after
    assert judge.asked == []


def test_who_reports_it_is_not_part_of_what_a_judge_is_asked() -> None:
    judge = Says(YES)
    first, last = "The Tarn Courier reports that {}.", "{}, according to one report."
    words = "the fire brigade combed the hull with lamps and found nobody"
    found = judged([first.format(words), last.format(f"T{words[1:]}")], judge)
    assert {asked.sentence for asked in judge.asked} == {REWORDED[0]}
    assert [after.label for _, after in found] == ["supported", "supported"]


@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_judge_is_shown_what_the_verdict_rests_on_and_only_so_much(most: int) -> None:
    judge = Says(YES)
    ((before, _),) = judged(REWORDED[1:], judge, CheckConfig(judge_passages=most))
    (asked,) = judge.asked
    assert len(asked.passages) <= most
    assert before.evidence[0].text in asked.passages
    places = [ARTICLE.article.text.index(passage) for passage in asked.passages]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry crew called off the Marwick voyage in the storm.",
        "The ferry crew called off the voyage in the storm in 1987.",
        "Halvorsen called off the voyage in the storm.",
        "The ferry crew called off the last voyage in the storm.",
        "The ferry crew possibly called off the voyage in the storm.",
        "The ferry crew called off the former voyage in the storm.",
    ],
)
def test_what_may_be_a_name_or_number_or_turns_a_sentence_is_no_plain_word(sentence: str) -> None:
    ((before, after),) = judged([sentence], Says(YES))
    assert before.label != "supported"
    assert after == before


CHANCE = st.one_of(st.none(), st.floats(allow_nan=True, allow_infinity=True), st.floats(0, 1), st.sampled_from([0.0, 1.0, 0.9]))


@given(st.lists(st.builds(Opinion, CHANCE, CHANCE, st.text(max_size=5)), min_size=1, max_size=4))
@settings(deadline=None, max_examples=60)
def test_whatever_a_judge_answers_an_error_the_rules_see_is_never_supported(opinions: list[Opinion]) -> None:
    for before, after in judged([*WRONG, *REWORDED, HOLDS], Says(*opinions)):
        assert_whole(after)
        failed = [one for one in before.checks if one.outcome != "found"]
        if any(one.kind != "words" or one.outcome == "contradicted" for one in failed):
            assert after == before
        if before.label in ("contradicted", "unsupported"):
            assert after.label != "supported" or {one.kind for one in failed} == {"words"}


def test_thresholds_are_settings() -> None:
    ((_, after),) = judged(REWORDED[:1], Says(PERHAPS), CheckConfig(judge_carries=0.5))
    assert after.label == "supported"
    ((_, after),) = judged([HOLDS], Says(PERHAPS), CheckConfig(judge_doubts=0.7))
    assert after.label == "partly"


def test_a_judge_that_does_not_answer_every_question_broke_its_promise() -> None:
    class Short(Says):
        def judge(self, asked: Sequence[Asked]) -> Iterator[Opinion]:
            return iter(list(super().judge(asked))[:-1])

    with pytest.raises(InternalError, match="a test answers every question"):
        judged([HOLDS], Short(YES))


def test_a_real_model_changes_what_its_words_allow(tmp_path: Path) -> None:
    library("onnxruntime")
    judge = load_judge(f"nli:{tiny_model(tmp_path)}", None, JudgeConfig())
    articles = [article("The ferry crew called off the voyage. The old harbour was closed. Officials sailed on Tuesday.")]
    (raised, left) = judged(
        ["The old ferry crew called off the voyage.", "The angry ferry crew called off the voyage."], judge, articles=articles
    )
    assert (raised[0].label, raised[1].label) == ("partly", "supported")
    assert (left[0].label, left[1].label) == ("partly", "partly")
    assert re.fullmatch(r"nli \S+ [0-9a-f]{12}: carried 0%, contradicted 0%", left[1].checks[-1].text)
