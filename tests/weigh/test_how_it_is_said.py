"""How firmly a claim is put, who says it, when it was told first, and whether anybody with a name stands behind it."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace
from tests.weigh.stories import article, material, weighed

from copydesk.models import load_vectors
from copydesk.records import Claim, Weighed
from copydesk.weigh import WeighConfig, weigh


def only(text: str) -> Claim:
    """Return the one claim of a text."""
    (claim,) = weighed({"a": text}).claims
    return claim


def dated(texts: Mapping[str, tuple[str, str | None]]) -> Weighed:
    """Weigh articles given as name -> time and text."""
    return weigh(material([article(name, text, when) for name, (text, when) in texts.items()]), load_vectors(), WeighConfig())


@pytest.mark.parametrize(
    ("text", "firmness", "modality"),
    [
        ("The city built a bridge across the harbour.", "done", None),
        ("The city builds a bridge across the harbour.", "is", None),
        ("The city will build a bridge across the harbour.", "will", "will build"),
        ("The city is to build a bridge across the harbour.", "expected", "is to build"),
        ("The city expects to build a bridge across the harbour.", "expected", "expects"),
        ("The city may build a bridge across the harbour.", "possible", "may build"),
        ("The ferries will no longer be let into the harbour.", "will", "will no longer be let"),
    ],
)
def test_a_claim_says_how_firmly_it_is_put(text: str, firmness: str, modality: str | None) -> None:
    claim = only(text)
    assert (claim.firmness, claim.modality) == (firmness, modality)


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        ("The city will build a bridge across the harbour, officials said.", "officials said"),
        ("The bridge across the harbour is beyond repair, according to the ministry.", "according to the ministry"),
        ("The city will build a bridge across the harbour.", None),
    ],
)
def test_a_claim_says_who_says_it_in_the_words_of_its_article(text: str, attribution: str | None) -> None:
    assert only(text).attribution == attribution


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        ("The city will build a bridge across the harbour, officials said.", True),
        ("The city will build a bridge across the harbour, two diplomats told reporters.", True),
        ("The city will build a bridge across the harbour, officials said in a call with reporters.", True),
        ("The city will build a bridge across the harbour, officials said in a letter.", False),
        ("The city will build a bridge across the harbour, Mayor Tove Rask said.", False),
        ("The city will build a bridge across the harbour.", False),
    ],
)
def test_only_what_rests_on_unnamed_people_alone_counts_as_such(text: str, unnamed: bool) -> None:  # noqa: FBT001 -- a case's answer
    assert only(text).unnamed is unnamed


def test_what_another_origin_states_plainly_does_not_rest_on_unnamed_people() -> None:
    texts = {
        "a": "The city of Elstrand will build 14 new schools, officials said.",
        "b": "The city of Elstrand will build 14 new schools.",
    }
    assert [c.unnamed for c in weighed(texts).claims if "14" in c.text] == [False]
    assert [c.unnamed for c in weighed(texts, same={"b": "a"}).claims if "14" in c.text] == [True]


def test_the_share_on_unnamed_people_is_that_of_its_claims() -> None:
    found = weighed(
        {
            "a": "The city will build a bridge across the harbour, officials said. Gulls nest on the old one in spring. "
            "The ferry Signe carries 120 passengers from quay to quay.",
        }
    )
    assert (found.unnamed.claims, found.unnamed.of) == (1, 3)
    assert found.unnamed.share == pytest.approx(1 / 3, abs=1e-4)
    assert [c.id for c in found.claims if c.unnamed] == list(found.unnamed.claim_ids)


def test_a_story_without_claims_has_no_share() -> None:
    assert weighed({"a": "Quite."}).unnamed.share == 0


DAYS = {
    "a": ("The city of Elstrand will build 14 new schools.", "2031-05-12T09:31:00+00:00"),
    "b": ("Elstrand will build 14 new schools. Gulls nest on the roof of the old one.", "2031-05-13T10:00:00+00:00"),
}


def test_a_claim_is_first_seen_in_the_earliest_article_that_makes_it() -> None:
    found = dated(DAYS)
    schools, gulls = (next(c for c in found.claims if word in c.text) for word in ("schools", "Gulls"))
    assert schools.first_seen is not None
    assert gulls.first_seen is not None
    assert (schools.first_seen.when, schools.first_seen.article_id) == ("2031-05-12T09:31:00+00:00", "a")
    assert (schools.new, gulls.new) == (False, True)
    assert gulls.first_seen.article_id == "b"


def test_times_of_several_zones_are_held_against_each_other() -> None:
    found = dated({**DAYS, "b": (DAYS["b"][0], "2031-05-12T11:00:00+02:00")})
    schools = next(c for c in found.claims if "schools" in c.text)
    assert schools.first_seen is not None
    assert schools.first_seen.article_id == "b"


@pytest.mark.parametrize("when", [None, "2031", "2031-05-12"])
def test_where_a_time_is_not_known_nothing_is_new(when: str | None) -> None:
    assert not any(c.new for c in dated({**DAYS, "b": (DAYS["b"][0], when)}).claims)


def test_a_side_of_a_difference_says_since_when_it_is_told() -> None:
    found = dated(
        {
            "a": ("The storm in Harrow Bay killed 14 people.", "2031-05-12"),
            "b": ("The storm in Harrow Bay killed 17 people.", "2031-05-13"),
            "c": ("The storm in Harrow Bay killed 17 people, the mayor said.", "2031-05-14"),
        }
    )
    (toll,) = [d for d in found.differences if d.what == "number"]
    assert {side.value: side.since for side in toll.sides} == {"14 people": "2031-05-12", "17 people": "2031-05-13"}


def test_what_only_an_opinion_piece_tells_is_a_view() -> None:
    view = article(
        "view", "The mayor has failed Quist. He spent 3 million crowns on a car park.\n\n“We were never told,” Ada Holm said."
    )
    view = replace(view, article=replace(view.article, genre="opinion"))
    news = article("news", "The mayor of Quist spent 3 million crowns on a car park, the council said on Monday.")
    alone = {c.text: c.kind for c in weigh(material([view]), load_vectors(), WeighConfig()).claims}
    assert alone["The mayor has failed Quist."] == "opinion"
    assert next(kind for text, kind in alone.items() if "never told" in text) == "fact"
    both = weigh(material([view, news]), load_vectors(), WeighConfig()).claims
    assert {c.kind for c in both if "car park" in c.text and any(p.article_id == "news" for p in c.passages)} == {"fact"}
