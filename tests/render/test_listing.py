"""Claims in a terminal and as a table: what a spreadsheet opens, and what no article can make it do."""

import csv
import io

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render import dossiers

from copydesk.records import CitedArticle, Claim, ClaimsOutput, Differing, ListedClaim, ListedStory, StoryClaims
from copydesk.render import listing

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r\n=cmd|' /C calc'!A0", " =HYPERLINK(1)", "\uff1d1", "\x00=1")


def output(*texts: str) -> ClaimsOutput:
    """Return the claims of the invented dossier, the first ones with other texts."""
    whole = dossiers.dossier()
    differing = Differing(topic="When a diver first saw it", what="date", value="March", claim_ids=("c3",))
    claims = [
        ListedClaim(
            **{name: getattr(claim, name) for name in Claim.__struct_fields__},
            outlets=("Norrvik Wire",),
            differs=(differing,) * (claim.id == "c1"),
        )
        for claim in whole.claims
    ]
    claims[: len(texts)] = [msgspec.structs.replace(claim, text=text) for claim, text in zip(claims, texts, strict=False)]
    names = CitedArticle.__struct_fields__
    story = ListedStory(
        id=whole.story.id,
        number=1,
        first_published=whole.story.first_published,
        last_published=whole.story.last_published,
        independent=whole.story.independent,
        articles=tuple(CitedArticle(**{name: getattr(article, name) for name in names}) for article in whole.articles),
    )
    one = StoryClaims(
        story=story, claims=tuple(claims), differences=whole.differences, unnamed=whole.unnamed, unanswered=whole.unanswered
    )
    return ClaimsOutput(schema=1, run=dossiers.run(), skipped=(), stories=(one,))


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_table_has_a_row_for_each_claim_under_the_documented_columns() -> None:
    rows = read(listing.table(output()))
    assert [row["id"] for row in rows] == ["c1", "c2", "c3", "c4"]
    assert tuple(rows[0]) == listing.COLUMNS
    assert rows[0]["outlets"] == "Norrvik Wire; The Harbour Post; coastal-broadcast"
    assert (rows[0]["independent_low"], rows[0]["independent_high"]) == ("3", "3")
    assert (rows[1]["unnamed"], rows[1]["speaker"]) == ("yes", "two officials")
    assert (rows[0]["differs"], rows[0]["differs_with"]) == ("When a diver first saw it: March", "c3")


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_taken_for_a_formula(text: str) -> None:
    found = read(listing.table(output(text)))[0]["text"]
    assert not found.lstrip().startswith(("=", "+", "-", "@", "\uff1d"))


@given(st.text())
def test_whatever_a_text_holds_the_table_keeps_its_shape(text: str) -> None:
    rows = read(listing.table(output(text)))
    assert len(rows) == 4
    assert all(None not in row and None not in row.values() for row in rows)
    assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for value in row.values())


def test_lines_end_as_spreadsheets_write_them() -> None:
    text = listing.table(output())
    assert text.count("\r\n") == text.count("\n") == 5


@pytest.mark.parametrize("width", [40, 80, 132])
def test_a_terminal_shows_each_claim_within_its_width(width: int) -> None:
    text = listing.claims(output(), width=width)
    assert max(len(line) for line in text.splitlines()) <= width
    together = " ".join(text.split())
    for part in ("c1", "said by two officials", "2 of 4 statements rest on unnamed people", "No article says: what it costs"):
        assert part in together
    assert "against c3" in together


def test_article_text_cannot_drive_the_terminal() -> None:
    text = listing.claims(output("\x1b[31mred \x07 [bold]x[/bold]"))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "[bold]x[/bold]" in text


def test_nothing_found_is_said() -> None:
    empty = msgspec.structs.replace(output(), stories=())
    assert listing.claims(empty) == "No claim is all that was asked for.\n"
    assert read(listing.table(empty)) == []
