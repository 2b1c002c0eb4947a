"""A draft taken apart: whatever form it has, its sentences, headings and citations are found."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.word_documents import word_document

from copydesk.errors import UsageError
from copydesk.manuscript import flattened, load_draft, manuscript


def test_a_word_document_gives_paragraphs_headings_links_and_notes(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(
        word_document("# Ferry crash", "Two died.[^Vesna, 4 March] It [hit the pier](https://vesna.example/a).", "All left.")
    )
    draft = load_draft(path)
    assert draft.text == draft.words == "Ferry crash\n\nTwo died. It hit the pier.\n\nAll left."
    assert [draft.text[start:end].strip() for start, end in draft.headings] == ["Ferry crash"]
    note, link = draft.cites
    assert (note.target, draft.text[: note.start]) == ("Vesna, 4 March", "Ferry crash\n\nTwo died.")
    assert (link.target, draft.text[link.start : link.end]) == ("https://vesna.example/a", "hit the pier")


@pytest.mark.parametrize("content", [b"PK\x03\x04 torn", word_document("Two died.")[:200], b"not a zip"])
def test_a_broken_word_document_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "torn.docx"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=r"torn\.docx: is no whole Word document"):
        load_draft(path)


def test_words_keep_their_places_and_signs_are_gone() -> None:
    draft = manuscript("It rose to 70.[^1] It fell.\n\n[^1]: Vesna", "markdown")
    assert len(draft.words) == len(draft.text)
    assert draft.words.split() == ["It", "rose", "to", "70.", "It", "fell."]
    assert draft.words.index("fell") == draft.text.index("fell")


@given(st.text(alphabet="ab.1 \n<p>/h[]()#", max_size=80))
def test_a_flattened_draft_has_the_same_words(text: str) -> None:
    taken = manuscript(text, "html")
    flat = flattened(taken)
    assert "".join(flat.text.split()) == "".join(taken.words.split())
    assert all(0 <= start <= end <= len(flat.text) for start, end in (*flat.headings, *((c.start, c.end) for c in flat.cites)))
