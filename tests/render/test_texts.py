"""An article's text on the page: nothing lost, what was removed in its place."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.render import dossiers

from copydesk.records import Removed
from copydesk.render.texts import Gap, Paragraph, parts

ARTICLE = dossiers.articles()[1]


def test_removed_blocks_stand_where_they_stood() -> None:
    laid = parts(ARTICLE, ())
    assert isinstance(laid[0], Gap)
    assert laid[0].reasons == ("navigation", "share widget")
    assert isinstance(laid[-1], Gap)
    assert [block.reason for block in laid[-1].blocks] == ["teaser", "legal line"]
    between = parts(dossiers.articles()[3], ())
    assert [type(part) for part in between[:3]] == [Paragraph, Gap, Paragraph]


@given(
    st.text(st.sampled_from("ab \n\t.é𝔘"), max_size=120),
    st.lists(st.integers(0, 130), max_size=8),
    st.lists(st.integers(-3, 140), max_size=4),
)
def test_every_word_is_in_a_paragraph_at_its_offset(text: str, places: list[int], removed: list[int]) -> None:
    article = replace(ARTICLE, text=text, removed=tuple(Removed(text="x", after=after, reason="teaser") for after in removed))
    laid = parts(article, places)
    shown = [False] * len(text)
    for paragraph in (part for part in laid if isinstance(part, Paragraph)):
        at = paragraph.at
        for piece in paragraph.pieces:
            assert text[at : at + len(piece.text)] == piece.text
            assert piece.at in (None, at)
            shown[at : at + len(piece.text)] = [True] * len(piece.text)
            at += len(piece.text)
    assert all(character.isspace() for character, seen in zip(text, shown, strict=True) if not seen)
    assert sum(len(part.blocks) for part in laid if isinstance(part, Gap)) == len(removed)
