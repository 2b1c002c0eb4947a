"""Counting origins, and narrowing a lineage to a story."""

from hypothesis import given
from hypothesis import strategies as st

from copydesk.records import Interval, Lineage, Origin, Passage

names = st.sampled_from("abcdef")


def origin(name: str, *articles: str) -> Origin:
    passages = tuple(Passage(article_id=a, start=0, end=3, text="abc") for a in articles)
    return Origin(id=name, kind="reporting", root_article_id=name, credited=None, passages=passages, evidence=("own words",))


@given(st.lists(names), st.lists(st.tuples(names, names)))
def test_what_may_be_one_lowers_only_the_low_end(ids: list[str], pairs: list[tuple[str, str]]) -> None:
    lineage = Lineage(links=(), origins=(), main_origins={}, perhaps_one=tuple(pairs))
    counted = lineage.independent(ids)
    assert counted.high == len(set(ids))
    assert (counted.low == 0) == (not ids)
    assert counted.low <= counted.high


def test_pairs_chain() -> None:
    lineage = Lineage(links=(), origins=(), main_origins={}, perhaps_one=(("a", "b"), ("b", "c")))
    assert lineage.independent("abcd") == Interval(low=2, high=4)
    # b is not among them: nothing joins a and c
    assert lineage.independent("ac") == Interval(low=2, high=2)


def test_within_keeps_what_concerns_the_story() -> None:
    lineage = Lineage(
        links=(),
        origins=(origin("x", "x", "y"), origin("z", "z")),
        main_origins={"x": "x", "y": "x", "z": "z"},
        perhaps_one=(("x", "z"),),
    )
    part = lineage.within(["y"])
    assert part.main_origins == {"y": "x"}
    assert [o.id for o in part.origins] == ["x"]
    assert part.origins[0].root_article_id is None
    assert [p.article_id for p in part.origins[0].passages] == ["y"]
    assert part.perhaps_one == ()


def test_origins_of_a_passage_are_those_it_touches() -> None:
    lineage = Lineage(links=(), origins=(origin("x", "x"), origin("z", "z")), main_origins={})
    assert lineage.origins_of(Passage(article_id="x", start=2, end=9, text="c…")) == ("x",)
    assert lineage.origins_of(Passage(article_id="x", start=3, end=9, text="…")) == ()
