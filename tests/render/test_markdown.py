"""A story as Markdown, read back by a CommonMark parser."""

import re

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.render import dossiers, hostile

from copydesk.render import markdown
from copydesk.render.clean import one_line


def shown(line: str) -> tuple[str, set[str]]:
    """Return the text a reader sees of inline Markdown, and what kinds of markup it holds."""
    tokens = MarkdownIt("commonmark").parse(line)
    children = [child for token in tokens for child in (token.children or [])]
    return "".join(child.content for child in children), {child.type for child in children} | {token.type for token in tokens}


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_escaped_text_shows_itself_and_is_no_markup(text: str) -> None:
    line = one_line(text)
    content, kinds = shown(f"- **x**: {markdown.escaped(text)}")
    assert content == f"x: {line}".rstrip()
    assert not kinds & {"link_open", "em_open", "code_inline", "html_inline", "html_block", "image", "heading_open"}


@given(
    st.sampled_from(
        ["# a", "- a", "+ a", "1. a", "12) a", "> a", "```a", "    a", "<b>", "|a|", "=", "***", "[^1]: a", "a | b", ": a"]
    )
)
def test_a_line_of_article_text_opens_no_block(text: str) -> None:
    content, kinds = shown(markdown.escaped(text))
    assert content == one_line(text)
    assert kinds == {"paragraph_open", "inline", "paragraph_close", "text"} or kinds <= {
        "paragraph_open",
        "inline",
        "paragraph_close",
        "text",
        "text_special",
    }


def test_every_citation_has_its_footnote_with_outlet_title_and_words() -> None:
    text = markdown.story(dossiers.dossier(), dossiers.run())
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.*)$", text, re.MULTILINE))
    assert used == set(notes)
    assert notes["1"] == f"Norrvik Wire, Cracked bearing closes Elstrand footbridge: “{dossiers.CLOSED.text}”"


def test_what_is_in_the_dossier_is_in_the_text() -> None:
    text = markdown.story(dossiers.dossier(), dossiers.run())
    for part in (
        "6 articles · 3 to 4 independent origins",
        "●●○○[^7][^8]",
        "*(partly supported)*",
        "**40 centimetres**",
        "| ruled out |",
        "Speaker",
    ):
        assert part.lower() in text.lower()


def test_hostile_text_is_neither_markup_nor_html() -> None:
    text = markdown.story(hostile.hostile(), hostile.run())
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    children = [child for token in tokens for child in (token.children or [])]
    assert not [token for token in tokens if token.type == "html_block"]
    assert not [
        child for child in children if child.type in ("html_inline", "image", "code_inline") and "window.hacked" in child.content
    ]
    assert not [child for child in children if child.type == "link_open" and "javascript" in str(child.attrs)]
    assert "\x1b" not in text


def test_sections_without_content_are_absent() -> None:
    text = markdown.story(dossiers.small(), dossiers.run())
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["The articles"]


def test_the_footnotes_of_several_stories_in_one_text_have_numbers_of_their_own() -> None:
    output = dossiers.story_output()
    twice = msgspec.structs.replace(output, dossiers=(output.dossiers[0], output.dossiers[0]))
    labels = re.findall(r"^\[\^(\d+)\]:", markdown.stories(twice), re.MULTILINE)
    assert len(labels) > 2
    assert labels == [str(n) for n in range(1, len(labels) + 1)]


def test_an_initiative_shows_how_its_status_moved() -> None:
    text = markdown.story(dossiers.dossier(), dossiers.run())
    assert "| announced (expected on 11 May 2031 → announced on 12 May 2031) |" in text
    assert "| agreed |" in text


def test_unnamed_people_are_counted_and_open_questions_told() -> None:
    text = markdown.story(dossiers.dossier(), dossiers.run())
    assert "2 of 4 statements rest on unnamed people." in text
    assert "## What no article says\n\n- What it costs. Something is to be built" in text
    assert "since 12 May 2031" in text
