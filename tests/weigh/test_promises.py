"""What other stages rely on, for any material: spans resolve, origins exist, order and copies change nothing, nothing crashes."""

from collections.abc import Iterator
from itertools import permutations

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.weigh.stories import article, material

from copydesk.models import load_vectors
from copydesk.records import Interval, Marked, Material, Passage, Weighed
from copydesk.weigh import WeighConfig, weigh

TEXTS = {
    "a": "Two people were killed and 31 injured when a ferry struck the pier of Quist on Monday. “We saw her coming far too fast,” "
    "Harbour Master Nora Veld said.\n\nThe company will pay 20,000 euros to each passenger. It plans to resume sailings on Friday.",
    "b": "The ferry Norvik ran into the pier in Quist on Monday, killing two people. A hospital treated 38 injured people.\n\n"
    "“We saw her coming far too fast,” said Nora Veld, the harbour master. The company offered 20,000 euros to each passenger.",
    "c": "Sailings to Quist are expected to resume on Saturday. Two people died in Monday's accident.\n\n"
    "The pier was built in 1912.",
}
SIGNS = "\x00\u202e\n“”\"'.,;:—$%…日é()"
WORDS = (
    "12 | 1912 | on Monday | will | not | said | President Nora Veld | Quist | killed | people | is expected to | announce | and | "
    "The company | ruled out | with | The harbour was closed | while"
)
PIECES = st.sampled_from([*SIGNS, "\n\n", " ", *WORDS.split(" | ")])


def passages_of(found: Weighed) -> Iterator[Passage]:
    """Yield every passage of a result."""
    for group in (found.claims, found.initiatives, found.timeline):
        for one in group:
            yield from one.passages
    yield from (s.passage for d in found.differences for s in d.sides)
    for quote in found.quotes:
        yield quote.passage
        yield from (v.passage for v in quote.variants)


def check(found: Weighed, story: Material) -> None:
    """Hold a result against what every result promises."""
    texts = {m.article.id: m.article.text for m in story.articles}
    origins = {o.id for o in story.lineage.origins}
    claims = {c.id for c in found.claims}
    assert len(claims) == len(found.claims)
    for passage in passages_of(found):
        assert texts[passage.article_id][passage.start : passage.end] == passage.text != ""
    counted = [(c.origin_ids, c.independent) for c in found.claims] + [(i.origin_ids, i.independent) for i in found.initiatives]
    for origin_ids, independent in counted:
        assert origins.issuperset(origin_ids)
        assert 1 <= independent.low <= independent.high <= len(origin_ids)
    assert all(0 <= c.importance <= 1 and c.text for c in found.claims)
    for difference in found.differences:
        assert len(difference.sides) >= 2
        assert claims.issuperset(s.claim_id for s in difference.sides)


def run(articles: list[Marked], same: dict[str, str] | None = None) -> Weighed:
    """Weigh some articles and check what every result promises."""
    story = material(articles, same)
    found = weigh(story, load_vectors(), WeighConfig())
    check(found, story)
    return found


def test_a_story() -> None:
    found = run([article(name, text) for name, text in TEXTS.items()])
    assert found.claims
    assert found.quotes
    assert found.differences
    assert found.initiatives
    assert found.timeline


def test_the_order_of_articles_changes_nothing() -> None:
    articles = [article(name, text) for name, text in TEXTS.items()]
    encoded = {msgspec.json.encode(run(list(order))) for order in permutations(articles)}
    assert len(encoded) == 1


def test_a_copy_raises_no_interval() -> None:
    articles = [article(name, text) for name, text in TEXTS.items()]
    before = carried(run(articles))
    for copied in "abc":
        for name in ("0", "z"):
            copy = article(name, TEXTS[copied])
            after = carried(run([*articles, copy], {name: copied}))
            assert {words: after[words] for words in before} == before


def carried(found: Weighed) -> dict[frozenset[str], Interval]:
    """Return how independent the claims are, by the words of their passages."""
    return {frozenset(p.text for p in c.passages): c.independent for c in found.claims}


def test_no_article_no_claim() -> None:
    assert run([]) == Weighed(claims=(), quotes=(), differences=(), initiatives=(), timeline=())


def test_an_empty_article() -> None:
    assert run([article("a", "")]).claims == ()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(PIECES, max_size=60).map(" ".join), min_size=1, max_size=4))
def test_nothing_crashes(texts: list[str]) -> None:
    run([article(f"a{i}", text) for i, text in enumerate(texts)])


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_nothing_crashes_on_any_text(one: str, other: str) -> None:
    run([article("a", one), article("b", other)])
