"""What a user relies on: mixed piles become stories, with reasons, whatever the order of the files."""

import random
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from copydesk.group import group
from copydesk.group.config import GroupConfig
from copydesk.records import Article, Block, Marked, Marks, Published, QuoteMark, SentenceMark, Story
from copydesk.text.sentences import sentences
from copydesk.trace import trace
from copydesk.trace.config import TraceConfig

CONFIG = GroupConfig()

# Two eruptions and a trial, each told by three outlets in their own words.
PILE = {
    "ash1": "Mount Kelvar on the island of Tessaly threw ash nine kilometres into the sky on Monday. "
    "Governor Ines Marlo ordered the villages of Orrin and Dape to be cleared. Flights to Tessaly airport were cancelled.",
    "ash2": "Buses carried the people of Orrin to the coast after Mount Kelvar woke on Monday. Tessaly has not "
    "seen such an eruption "
    "since 1911, said volcanologist Piet Andersen, and Governor Marlo asked the mainland for masks.",
    "ash3": "A grey film covers the streets of Dape. Ines Marlo, governor of Tessaly, said nobody may go home "
    "before Kelvar is quiet; "
    "the airport stays shut until Thursday.",
    "lava1": "Lava from Monte Suro reached the vineyards above Calvetta on Sunday, and Mayor Dario Lenzi closed the coast road. "
    "The eruption on Sarda had been expected for weeks.",
    "lava2": "Wine growers in Calvetta are losing their oldest vines to Monte Suro. Dario Lenzi, the mayor, promised help from the "
    "Sarda regional fund.",
    "lava3": "Tourists watch from boats as Monte Suro glows above Calvetta. Sarda's hoteliers say that the "
    "eruption fills their rooms, "
    "while Mayor Lenzi warns of falling stones.",
    "court1": "The former banker Edith Crane went on trial in Norham on Monday, accused of hiding losses of 3 "
    "billion marks at Halvard "
    "Bank. Crane denied every charge.",
    "court2": "Prosecutor Jonas Weil told the Norham court that Edith Crane signed Halvard Bank's false accounts "
    "herself. Her lawyer "
    "called the papers forged.",
}
EVENTS = {"ash1", "ash2", "ash3"}, {"lava1", "lava2", "lava3"}, {"court1", "court2"}


class NoVectors:
    """Knows no meaning: every text is nothing."""

    name = "none"

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.zeros((len(texts), 2), np.float32)


class TopicVectors:
    """Knows two topics by their words."""

    name = "topics"

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        topics = (
            ["lava", "eruption", "volcano", "vineyards", "growers", "vines"],
            ["trial", "bank", "prosecutor", "accused", "banker", "dock"],
        )
        rows = np.array([[sum(word in text.lower() for word in topic) for topic in topics] for text in texts], np.float32)
        return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), np.float32)


def marked(name: str, text: str, published: str | None = None) -> Marked:
    found = tuple(SentenceMark(start=s.start, end=s.end, block=0, kind="body", first=0, last=0) for s in sentences(text))
    return Marked(
        article=Article(
            id=name,
            location=name,
            sha256="0" * 64,
            text=text,
            blocks=(Block(start=0, end=len(text)),),
            published=Published(when=published, precision="day" if published else "unknown"),
        ),
        marks=Marks(sentences=found),
    )


def pile() -> list[Marked]:
    return [marked(name, text) for name, text in PILE.items()]


def members(stories: Sequence[Story]) -> set[frozenset[str]]:
    return {frozenset(story.article_ids) for story in stories}


def test_nothing_gives_nothing() -> None:
    assert group((), (), (), NoVectors(), CONFIG) == ()


def test_events_are_told_apart_even_two_of_one_kind() -> None:
    assert members(group(pile(), (), (), NoVectors(), CONFIG)) == {frozenset(event) for event in EVENTS}


def test_reasons_name_what_an_article_shares() -> None:
    stories = group(pile(), (), (), NoVectors(), CONFIG)
    reasons = {name: reason for story in stories for name, reason in story.reasons.items()}
    assert set(reasons) == set(PILE)
    assert "Kelvar" in reasons["ash2"] or "Orrin" in reasons["ash2"]
    assert "with 2 others" in reasons["ash1"]


def test_an_article_alone_is_a_story_and_says_so() -> None:
    (story,) = group([marked("a", PILE["ash1"])], (), (), NoVectors(), CONFIG)
    assert story.article_ids == ("a",)
    assert story.reasons == {"a": "no other article here is about it"}


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_articles_changes_nothing(seed: int) -> None:
    shuffled = pile()
    random.Random(seed).shuffle(shuffled)
    assert group(shuffled, (), (), NoVectors(), CONFIG) == group(pile(), (), (), NoVectors(), CONFIG)


def test_a_copy_joins_its_story_by_its_link() -> None:
    short = "Crane denied every charge on Monday in the dock."
    articles = [marked("a", short), marked("b", short), *pile()]
    links = trace(articles, TraceConfig()).links
    stories = group(articles, links, (), NoVectors(), CONFIG)
    story = next(story for story in stories if "a" in story.article_ids)
    assert "b" in story.article_ids
    assert "shares its reporting with 1 of them" in story.reasons["b"]


def test_a_headline_is_placed_by_meaning() -> None:
    articles = [*pile(), marked("head", "Growers despair in Calvetta volcano night")]
    story = next(s for s in group(articles, (), (), TopicVectors(), CONFIG) if "head" in s.article_ids)
    assert "lava2" in story.article_ids


def test_the_same_place_years_later_is_another_story() -> None:
    dated = {"ash1": "2031-03-03", "ash2": "2031-03-03", "ash3": "2033-09-10"}
    stories = group([marked(name, PILE[name], when) for name, when in dated.items()], (), (), NoVectors(), CONFIG)
    assert members(stories) == {frozenset({"ash1", "ash2"}), frozenset({"ash3"})}


def test_an_open_story_grows_and_keeps_its_name() -> None:
    (old,) = group([marked(name, PILE[name]) for name in ("ash1", "ash2")], (), (), NoVectors(), CONFIG)
    named = Story(id="s-kelvar", article_ids=(*old.article_ids, "gone"), reasons={**old.reasons, "gone": "was there before"})
    other = Story(id="s-other", article_ids=("elsewhere",), reasons={"elsewhere": "alone"})
    stories = group(pile(), (), (named, other), NoVectors(), CONFIG)
    grown = next(story for story in stories if story.id == "s-kelvar")
    assert set(grown.article_ids) == {"ash1", "ash2", "ash3", "gone"}
    assert grown.reasons["gone"] == "was there before"
    assert other in stories


TEXTS = st.one_of(st.sampled_from(sorted(PILE.values())), st.text(max_size=80))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(TEXTS, max_size=8), seed=st.randoms(use_true_random=False))
def test_any_pile_is_shared_out_whatever_its_order(texts: list[str], seed: random.Random) -> None:
    articles = [marked(f"x{n}", text) for n, text in enumerate(texts)]
    stories = group(articles, (), (), TopicVectors(), CONFIG)
    assert sorted(name for story in stories for name in story.article_ids) == sorted(one.article.id for one in articles)
    assert all(set(story.reasons) == set(story.article_ids) and all(story.reasons.values()) for story in stories)
    assert len({story.id for story in stories}) == len(stories)
    seed.shuffle(articles)
    assert group(articles, (), (), TopicVectors(), CONFIG) == stories


WORDS = "Nobody on this island has slept since the mountain woke up"
SCENE = (
    f"An old man waters his roses in a gas mask. “{WORDS},” he says, and pulls the hose over the wall in Dape. His wife Ruta plays "
    "the accordion to nine hens, and a goat called Bismarck looks on."
)


def quoting(name: str, text: str, published: str | None = None) -> Marked:
    one = marked(name, text, published)
    start = text.index("“")
    quote = QuoteMark(start=start, end=text.index("”") + 1, words_start=start + 1, words_end=text.index("”"), direct=True)
    return Marked(article=one.article, marks=Marks(sentences=one.marks.sentences, quotes=(quote,)))


def told(name: str, text: str = PILE["ash3"], words: str = WORDS, published: str | None = None) -> Marked:
    return quoting(name, f"{text} “{words},” said a gardener in Dape.", published)


def story_of_the_scene(news: Marked, published: str | None = None) -> tuple[str, ...]:
    stories = group([*pile(), news, quoting("scene", SCENE, published)], (), (), NoVectors(), CONFIG)
    return next(story for story in stories if "scene" in story.article_ids).article_ids


def test_a_scene_joins_the_news_whose_quote_it_shares() -> None:
    assert {"news", "ash1"} <= set(story_of_the_scene(told("news")))


@pytest.mark.parametrize(
    "news",
    [
        told("news", words="Nobody on this island has slept"),
        told("news", published="2031-01-03"),
        told("news", text=f"{PILE['court1']} {PILE['court2']}"),
    ],
    ids=["too few words", "another month", "another event"],
)
def test_a_scene_joins_nothing_for_words_that_are_few_or_old_or_spoken_elsewhere(news: Marked) -> None:
    assert "news" not in story_of_the_scene(news, "2031-02-03" if news.article.published.when else None)
