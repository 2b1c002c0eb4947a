"""A draft's words without its markup keep their places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.markup import Markup, headings, words_in_place

MARKUPS: tuple[Markup, ...] = ("text", "markdown", "html")


@given(st.text(max_size=200), st.sampled_from(MARKUPS))
def test_a_draft_keeps_its_length(draft: str, markup: Markup) -> None:
    assert len(words_in_place(draft, markup)) == len(draft)


@given(st.text(alphabet=st.characters(categories=["L", "N", "Zs"]), max_size=60))
def test_text_without_markup_is_left_alone(draft: str) -> None:
    assert all(words_in_place(draft, markup).split() == draft.split() for markup in MARKUPS)


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("## The *toll* rose to **14** on Monday.[^2]", "The toll rose to 14 on Monday."),
        ("- He said [so](https://a.b/c_d) on `Monday`", "He said so on Monday"),
        ("snake_case stays, _this_ goes", "snake_case stays, this goes"),
        ("a\n\n[^2]: Wire, 4 March\n\nb", "a b"),
        ("1. First\n2. Second", "First Second"),
        ("> Quoted &amp; kept", "Quoted & kept"),
        ("5 * 3 is 15", "5 3 is 15"),
    ],
)
def test_markdown_is_blanked(markdown: str, words: str) -> None:
    assert " ".join(words_in_place(markdown, "markdown").split()) == words


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>The <b>toll</b> rose.</p><script>var x = 'Two died.'</script>", "The toll rose."),
        ("Two<!-- not three --> died", "Two died"),
        ("Smith &amp; Sons", "Smith & Sons"),
        ("<style>p {color: red}</style><p>One.</p>", "One."),
    ],
)
def test_html_is_blanked(html: str, words: str) -> None:
    assert " ".join(words_in_place(html, "html").split()) == words


def test_a_word_stands_where_it_stood() -> None:
    draft = "# Head\n\nThe **toll** rose."
    assert words_in_place(draft, "markdown").index("toll") == draft.index("toll")


def test_headings_are_found_with_their_spans() -> None:
    assert [draft[a:b] for draft in ("# One\n\ntext\n\nTwo\n---\n",) for a, b in headings(draft, "markdown")] == [
        "# One",
        "Two\n---",
    ]
    assert headings("<h1>One</h1><p>two</p>", "html") == ((0, 12),)
    assert headings("One", "text") == ()


@pytest.mark.parametrize("opener", ["<!--", "<script>", "[^", "```\n", "![", "&#"])
def test_an_opener_that_never_closes_costs_no_more_than_its_length(opener: str) -> None:
    draft = opener * 20_000
    assert len(words_in_place(draft, "markdown")) == len(draft)
