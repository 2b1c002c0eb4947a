"""Links, footnotes and numbered sources of a draft, with what they point to; what is a sign is no part of a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.cites import cites_in
from copydesk.text.markup import Markup

MARKUPS: tuple[Markup, ...] = ("text", "markdown", "html")

CASES: list[tuple[Markup, str, list[tuple[str, str]]]] = [
    ("markdown", "The toll rose.[^a]\n\n[^a]: Vesna, 4 March", [("a", "Vesna, 4 March")]),
    ("markdown", "[Vesna reported](https://vesna.example/a) a rise.", [("Vesna reported", "https://vesna.example/a")]),
    ("markdown", "It rose [1].\n\n[1]: https://vesna.example/a", [("1", "https://vesna.example/a")]),
    ("markdown", "It [rose][v].\n\n[v]: <https://vesna.example/a> 'A title'", [("rose", "https://vesna.example/a")]),
    ("markdown", "It rose: https://vesna.example/a.", [("https://vesna.example/a", "https://vesna.example/a")]),
    ("markdown", "![a picture](https://vesna.example/p.png)", []),
    ("html", '<p><a href="https://vesna.example/a?b=1&amp;c=2">It rose</a>.</p>', [("It rose", "https://vesna.example/a?b=1&c=2")]),
    (
        "html",
        '<p>It rose.<sup><a href="#n1" id="r1">[1]</a></sup></p><ol><li id="n1">Vesna, <a href="https://vesna.example/a">here</a>'
        ' <a href="#r1">↑</a></li></ol>',
        [("1", "Vesna, here https://vesna.example/a")],
    ),
    ("html", '<a href="mailto:a@b.example">write</a> <a href="#top">top</a>', []),
    (
        "text",
        "It rose.[1] It fell [2, 3].\n\n[1] Vesna\n[2] Davor Times\n[3] Lantern",
        [("1", "Vesna"), ("2", "Davor Times"), ("3", "Lantern")],
    ),
    ("text", "It rose.¹\n\n¹ Vesna, 4 March", [("1", "Vesna, 4 March")]),
    ("text", "It rose.[1]\n\nSources:\n1. Vesna, 4 March\n2. Davor Times", [("1", "Vesna, 4 March")]),
    ("text", "It rose [sic] by 3 m² to 20 m².", []),
    ("text", "1. First it rose.\n2. Then it fell.", []),
]


@pytest.mark.parametrize(("markup", "draft", "expected"), CASES)
def test_what_a_draft_points_to(markup: Markup, draft: str, expected: list[tuple[str, str]]) -> None:
    assert [(cite.shown, cite.target) for cite in cites_in(draft, markup).cites] == expected


@pytest.mark.parametrize(
    ("markup", "draft", "left"),
    [
        ("text", "It rose to 70.[1] It fell.\n\n[1] Vesna", "It rose to 70. It fell."),
        ("text", "It rose to 70¹ in May.\n\n¹ Vesna", "It rose to 70¹ in May.\n\n¹ Vesna"),  # may as well be a power
        ("markdown", "It rose [1].\n\n[1]: https://vesna.example/a", "It rose ."),
        ("markdown", "It [rose](https://vesna.example/a) fast.", "It rose fast."),
        ("text", "It rose (https://vesna.example/a).", "It rose ()."),
    ],
)
def test_signs_and_notes_are_no_part_of_a_sentence(markup: Markup, draft: str, left: str) -> None:
    gone = cites_in(draft, markup).gone
    kept = "".join(sign for at, sign in enumerate(draft) if not any(start <= at < end for start, end in gone))
    assert kept.strip() == left


@given(st.text(alphabet="a.1[]()^:# \n<>/=\"'¹²lihref", max_size=120), st.sampled_from(MARKUPS))
def test_spans_stand_in_the_draft_in_order(draft: str, markup: Markup) -> None:
    found = cites_in(draft, markup)
    assert all(0 <= cite.start < cite.end <= len(draft) for cite in found.cites)
    edges = [edge for span in found.gone for edge in span]
    assert edges == sorted(edges)
    assert not edges or edges[-1] <= len(draft)
