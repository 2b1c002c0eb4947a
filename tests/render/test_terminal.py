"""The three results in a terminal."""

import re

import pytest
from msgspec.structs import replace
from tests.render import dossiers, hostile

from copydesk.records import LeftOut
from copydesk.render import terminal

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def test_without_colour_there_is_no_escape_sequence() -> None:
    for text in (
        terminal.story(dossiers.story_output()),
        terminal.trace(dossiers.trace_output()),
        terminal.check(dossiers.check_output()),
    ):
        assert "\x1b" not in text


def test_colour_changes_nothing_but_colour() -> None:
    plain = terminal.check(dossiers.check_output(), width=80)
    coloured = terminal.check(dossiers.check_output(), width=80, colour=True)
    assert ESCAPE.search(coloured)
    lines = [line.rstrip() for line in ESCAPE.sub("", coloured).splitlines()]
    assert lines == plain.splitlines()


@pytest.mark.parametrize("width", [40, 80, 132])
def test_lines_fit_the_width(width: int) -> None:
    text = terminal.story(dossiers.story_output(), width=width)
    assert max(len(line) for line in text.splitlines()) <= width


def test_the_environment_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = terminal.story(dossiers.story_output(), width=70, colour=True)
    for name, value in {"NO_COLOR": "1", "COLUMNS": "20", "TERM": "dumb", "FORCE_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert terminal.story(dossiers.story_output(), width=70, colour=True) == before


def test_a_story_with_its_marks_numbers_and_notes() -> None:
    text = terminal.story(dossiers.story_output(), width=200)
    assert "said Mara Lindqvist, the city engineer. ●●○○ [7][8]" in text
    assert re.search(r"^\[7\] +Norrvik Wire: “We will not open it", text, re.MULTILINE)
    assert "reports/scan.pdf" in text
    assert "2 stories" in text


def test_trace_says_for_each_article_whom_it_took_from() -> None:
    text = terminal.trace(dossiers.trace_output(), width=200)
    assert "City Ledger: Mostly a rewrite of Norrvik Wire. What it adds is its own. It shares 48 % of its words." in text
    assert "The Harbour Post, Norrvik Wire: both quote what was said on the quay" in text


def test_check_shows_each_label_and_its_reason() -> None:
    text = terminal.check(dossiers.check_output(), width=200)
    assert "1 supported · 1 partly supported · 1 contradicted · 1 not supported" in text
    assert "✗ Norrvik Wire has “40 centimetres” where the draft has “60 centimetres”." in text
    assert "Norrvik Wire: “found a crack 40 centimetres long in one of its bearings”" in text
    assert "→ The articles carry: The crack is 40 centimetres long." in text
    assert "– No article names “Bo Ek” here." in text
    assert "1 Norrvik Wire: does not say this" in text
    assert "2 not one of the articles given, or several may be meant: Somewhere Weekly" in text
    assert "The harbour is [bold]blue[/bold]." in text


def test_what_no_passage_speaks_of_shows_the_nearest_and_blames_nobody() -> None:
    output = dossiers.check_output()
    failed = (dossiers.check("date", "Wednesday", "missing", dossiers.CRACK_40), dossiers.check("words", "sank", "contradicted"))
    verdict = replace(output.sentences[3].verdict, checks=failed)
    text = terminal.check(replace(output, sentences=(replace(output.sentences[3], verdict=verdict),)), width=200)
    assert "“Wednesday”, “sank” are not found together. The nearest passage is of something else." in text
    assert "Norrvik Wire: “" in text
    assert "says otherwise" not in text


def test_an_attribution_that_the_sentence_leaves_out_is_called_that() -> None:
    output = dossiers.check_output()
    failed = dossiers.check("attribution", "the owner said", "missing", dossiers.CRACK_40)
    verdict = replace(output.sentences[1].verdict, checks=(failed,))
    text = terminal.check(replace(output, sentences=(replace(output.sentences[1], verdict=verdict),)), width=200)
    assert "– Norrvik Wire does not say this itself: “the owner said” is left out." in text


def test_article_text_cannot_drive_the_terminal() -> None:
    output = dossiers.story_output()
    attacked = type(output)(schema=1, run=hostile.run(), skipped=output.skipped, dossiers=(hostile.hostile(),))
    text = terminal.story(attacked, width=100)
    assert "\x1b" not in text
    assert "\x9b" not in text
    assert "\x07" not in text
    assert "[bold]rich[/bold]" in text


def test_the_parts_behind_the_story_show_their_first_entries_and_count_the_rest() -> None:
    output = dossiers.story_output()
    first = output.dossiers[0]
    lost = tuple(LeftOut(text=f"A sentence, number {n}.", reason="no room for it") for n in range(40))
    long = replace(first, initiatives=first.initiatives[:1] * 20, report=replace(first.report, left_out=lost))
    text = terminal.story(replace(output, dossiers=(long,)), width=200)
    assert "and 14 more" in text
    assert "40 sentences: no room for it" in text
    assert "A sentence, number" not in text


def test_an_initiative_shows_how_its_status_moved() -> None:
    text = " ".join(terminal.story(dossiers.story_output()).split())
    assert "expected on 11 May 2031 → announced on 12 May 2031" in text


def test_unnamed_people_are_counted_and_open_questions_told() -> None:
    text = " ".join(terminal.story(dossiers.story_output()).split())
    assert "2 of 4 statements rest on unnamed people." in text
    assert "What no article says What it costs — Something is to be built" in text
    assert "since 12 May 2031" in text
