"""A draft by somebody else, read as a fact-checker would: every planted error is named, and what is right stands."""

from pathlib import Path

import pytest

from copydesk.drafts import check
from copydesk.inputs import Setup
from copydesk.records import CheckOutput

EXAMPLE = Path(__file__).parents[1] / "examples" / "harbour" / "articles"


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup()


def labels(output: CheckOutput) -> list[str]:
    return [s.verdict.label for s in output.sentences]


def test_what_is_right_in_other_words_is_supported(setup: Setup) -> None:
    draft = (
        "The captain of the Solvind was suspended by Nordlin Ferries. The police had given 31 the day before. "
        "A 24-year-old deckhand and a passenger aged 61 died. Aldersund General Hospital has treated 38 injured passengers "
        "and crew, according to its medical director, Elin Sorby."
    )
    assert labels(check(draft, [EXAMPLE], setup)) == ["supported"] * 4


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The Solvind hit the pier at about 41 knots.", "number"),
        ("The town council will vote on 14 March on a new harbour radar.", "date"),
        ("Former mayor Henrik Ostby said the council would vote on 24 March.", "scope"),
        ("Blood was flown in from Kestrup, 180 kilometres to the north.", "words"),
        ("Some 340 lorries a month used the crossing.", "words"),
        ("“They were told, and they did something,” said Øyvind Lassen.", "quote"),
        ("Nordlin Ferries received the letter.", "negation"),
        ("Petra Sandau, the transport minister, said pilots would become compulsory.", "speaker"),
        ("Seven people walked home in shock and only came in during the night.", "attribution"),
    ],
)
def test_a_planted_error_is_named(setup: Setup, sentence: str, kind: str) -> None:
    (only,) = check(sentence, [EXAMPLE], setup).sentences
    assert only.verdict.label != "supported"
    assert kind in {c.kind for c in only.verdict.checks if c.outcome != "found"}


def test_a_heading_that_asks_states_nothing(setup: Setup) -> None:
    draft = "# Ferry crash\n\nTwo people were killed.\n\n## What is next\n\nRepairs will take at least five weeks.\n"
    output = check(draft, [EXAMPLE], setup, "markdown")
    assert [s.text for s in output.sentences] == ["Two people were killed.", "Repairs will take at least five weeks."]


def test_a_quotation_is_judged_with_who_said_it(setup: Setup) -> None:
    draft = "<p>&ldquo;Fresh fish does not wait five weeks,&rdquo; said {}.</p>"
    right, wrong = (check(draft.format(who), [EXAMPLE], setup, "html") for who in ("Torben Krag", "Petra Sandau"))
    assert [q.label for q in right.quotes] == ["supported"]
    assert right.quotes[0].evidence is not None
    assert [q.label for q in wrong.quotes] == ["contradicted"]
    assert right.sentences[0].text.startswith("“Fresh")


def test_what_is_missing_shows_the_passage_it_was_looked_for_in(setup: Setup) -> None:
    (only,) = check("Seven people walked home in shock and only came in during the night.", [EXAMPLE], setup).sentences
    (missing,) = [c for c in only.verdict.checks if c.outcome == "missing"]
    assert missing.evidence is not None
    assert "seven people" in missing.evidence.text


CITING = """Two people died and 31 were injured.[^gazette] Repairs will take at least five weeks.[^gazette]

Repairs will take at least [five weeks](freight.txt). It was foggy.[^nobody]

[^gazette]: “The whole deck tilted”: Aldersund mourns after ferry crash, Aldersund Gazette
[^nobody]: Somewhere Weekly
"""


def test_each_citation_is_held_against_the_article_it_names(setup: Setup) -> None:
    output = check(CITING, [EXAMPLE], setup, "markdown")
    gazette, same, freight, nobody = output.cites
    by_id = {article.id: article.location.rsplit("/", 1)[-1] for article in output.articles}
    assert by_id[gazette.article_id or ""] == by_id[same.article_id or ""] == "gazette.html"
    assert (gazette.sentence, gazette.label) == (0, "supported")
    assert (same.sentence, same.label) == (1, "unsupported")  # another article says so: the cited one does not
    assert (output.sentences[1].verdict.label, output.sentences[1].cited) == ("supported", "unsupported")
    assert (by_id[freight.article_id or ""], freight.label) == ("freight.txt", "supported")
    assert (nobody.article_id, nobody.label, nobody.target) == (None, None, "Somewhere Weekly")


def test_signs_of_notes_are_no_numbers(setup: Setup) -> None:
    (only,) = check("Two people died and 31 were injured.[1]\n\n[1] Vesna, 7 March", [EXAMPLE], setup).sentences
    assert only.verdict.label == "supported"


@pytest.mark.parametrize(
    ("wrong", "mended"),
    [
        ("The Solvind hit the pier at about 41 knots.", "The Solvind hit the pier at about 14 knots."),
        (
            "The town council will vote on 14 March on a new harbour radar.",
            "The town council will vote on 24 March on a new harbour radar.",
        ),
    ],
)
def test_a_wrong_piece_gets_a_proposal(setup: Setup, wrong: str, mended: str) -> None:
    (only,) = check(wrong, [EXAMPLE], setup).sentences
    assert only.fix == mended


def test_nothing_is_proposed_for_what_holds_or_stands_nowhere(setup: Setup) -> None:
    draft = "Two people died and 31 were injured. Nordlin Ferries received the letter. The moon is made of green cheese."
    assert [s.fix for s in check(draft, [EXAMPLE], setup).sentences] == [None] * 3


def test_blocks_hold_all_sentences_in_order(setup: Setup) -> None:
    output = check("# Ferry crash\n\nTwo died. 31 were hurt.\n\nIt was foggy.", [EXAMPLE], setup, "markdown")
    assert [(b.kind, b.first, b.last) for b in output.blocks] == [("heading", 0, 0), ("body", 0, 2), ("body", 2, 3)]
    assert output.text[output.sentences[2].start : output.sentences[2].end] == "It was foggy."


@pytest.mark.parametrize(
    ("draft", "told"),
    [
        ("“Fresh fish does not wait five weeks, said Torben Krag.", True),
        ('"Fresh fish does not wait five weeks, said Torben Krag.', True),
        ("“Fresh fish does not wait five weeks,” said Torben Krag.", False),
        ("“Fresh fish does not wait five weeks.\n\n“Fresh fish does not wait five weeks,” said Torben Krag.", False),
    ],
)
def test_a_quotation_that_never_closes_is_told(setup: Setup, draft: str, told: bool) -> None:  # noqa: FBT001 -- a test's case
    first = check(draft, [EXAMPLE], setup).sentences[0]
    assert told == any(c.text == "a quotation mark that is never closed" for c in first.verdict.checks)
    assert first.verdict.label != "supported" or not told


FLOOD = """Dam breaks at Ardun

Officials said on Tuesday that 24 people were killed and 1,200 hurt when a dam broke at Ardun. The temperature was minus 12 degrees.
About a dozen houses were swept away. Half of the town is under water. The team won 3-1. It cost €5 million. One in three bridges
is unsafe. Between 40 and 50 soldiers came second. The budget for 2024 is 2,024 crowns.
"""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Officials said twenty-four people were killed.", "Officials said twenty-five people were killed."),
        ("Officials said 1200 people were hurt.", "Officials said 24 people were hurt."),
        ("Officials said 24 people were killed.", "Officials said 1,200 people were killed and 24 hurt."),
        ("About 12 houses were swept away.", "A dozen houses were swept away."),
        ("50 percent of the town is under water.", "The town is under water."),
        ("The temperature was -12 degrees.", "The temperature was 12 degrees."),
        ("The team won 3-1.", "The team won 1-3."),
        ("It cost 5 million euros.", "It cost £5 million."),
        ("A third of bridges are unsafe.", "One in four bridges is unsafe."),
        ("40 to 50 soldiers came second.", "Between 40 and 60 soldiers came second."),
        ("The budget for 2024 is 2,024 crowns.", "The budget for 2025 is 2,024 crowns."),
    ],
)
def test_numbers_are_read_however_they_are_written(setup: Setup, tmp_path: Path, right: str, wrong: str) -> None:
    article = tmp_path / "flood.txt"
    article.write_text(FLOOD, encoding="utf-8")
    held, failed = check(f"{right} {wrong}", [article], setup).sentences
    assert (held.verdict.label, held.text) == ("supported", right)
    assert failed.verdict.label != "supported"
    assert {c.kind for c in failed.verdict.checks if c.outcome != "found"} & {"number", "date", "scope"}
