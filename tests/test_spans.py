"""Span arithmetic."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from copydesk.spans import Places, Span, contains, covered, inside, merged, overlap, stripped

spans = st.builds(lambda a, b: Span(min(a, b), max(a, b)), st.integers(0, 60), st.integers(0, 60))


@given(st.lists(spans))
def test_a_union_holds_exactly_the_points_of_its_spans(some: list[Span]) -> None:
    union = merged(some)
    assert {p for s in union for p in range(s.start, s.end)} == {p for s in some for p in range(s.start, s.end)}
    assert all(a.end < b.start for a, b in pairwise(union))


@given(spans, spans)
def test_overlap_is_symmetric_and_whole_where_contained(a: Span, b: Span) -> None:
    assert overlap(a, b) == overlap(b, a)
    if contains(a, b):
        assert overlap(a, b) == b.end - b.start


@given(spans, st.lists(spans))
def test_covered_is_a_share(span: Span, by: list[Span]) -> None:
    assert 0 <= covered(span, by) <= 1
    assert covered(span, [span, *by]) == (1 if span.end > span.start else 0)


@given(st.text(alphabet=" a\n", max_size=30))
def test_stripped_agrees_with_strip(text: str) -> None:
    span = stripped(text, 0, len(text))
    assert text[span.start : span.end] == text.strip()


def test_inside_keeps_what_lies_wholly_inside() -> None:
    assert inside(Span(2, 8), [Span(0, 3), Span(2, 4), Span(7, 8), Span(7, 9)]) == (Span(2, 4), Span(7, 8))


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 10), st.text(max_size=2)), max_size=20),
    st.integers(0, 30),
    st.integers(1, 9),
)
def test_places_touching_a_span_are_those_that_share_a_code_point_with_it(
    values: list[tuple[int, int, str]], start: int, length: int
) -> None:
    placed = [(first, first + size, value) for first, size, value in values]
    span = Span(start, start + length)
    expected = [one for one in placed if one[0] < span.end and span.start < one[1]]
    assert sorted(Places(placed).touching(span)) == sorted(expected)
