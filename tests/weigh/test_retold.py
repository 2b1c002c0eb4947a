"""What a user relies on: who tells a fact beside something else, or in another grammar, counts for it, and for nothing more."""

import pytest
from tests.weigh.stories import weighed

OPENED = "Minister Nora Veld opened the Quarry Bridge on Friday."
BOATS = "Boats blew their horns for an hour after the opening of the Quarry Bridge by Nora Veld on Friday."
ARRESTED = "Soldiers arrested the writer Ilse Brandt at Quist."
PUBLISHER = (
    "Her publisher, who had printed nine of her books on a press in his own cellar, left the country two days after soldiers "
    "arrested Ilse Brandt."
)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (OPENED, BOATS),
        (ARRESTED, PUBLISHER),
        (
            "Nordlin Ferries acquired the Quist yard.",
            "Welders who had not been paid since winter cheered at the gate when Nordlin Ferries bought the Quist yard.",
        ),
    ],
)
def test_what_is_told_in_a_side_clause_or_as_a_noun_counts_for_the_claim(short: str, long: str) -> None:
    told, beside = weighed({"a": short, "b": long}).claims
    assert told.text == short
    assert told.origin_ids == ("o-a", "o-b")
    assert [p.text for p in told.passages] == [short, long]
    assert beside.text == long
    assert beside.origin_ids == ("o-b",)  # the boats, the publisher and the welders have one origin


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (
            OPENED,
            "Shop owners on the far bank called for the opening of the Quarry Bridge by Nora Veld for years, and nobody came.",
        ),
        (OPENED, "Boats blew their horns for an hour after the opening of the Tarn Bridge by Ilse Brandt on Friday."),
        (OPENED, "Boats will blow their horns for an hour if Nora Veld opens the Quarry Bridge on Friday."),
        (
            "A Danish climber fell from the Tarn cliff.",
            "Helpers were looking for his rope when a Swedish climber fell from the Tarn cliff.",
        ),
    ],
)
def test_what_is_asked_for_or_done_by_others_or_to_others_does_not_count(short: str, long: str) -> None:
    found = weighed({"a": short, "b": long})
    assert [c.origin_ids for c in found.claims if c.text == short] == [("o-a",)]


def test_a_sentence_that_says_two_things_counts_for_both_and_ties_nothing_together() -> None:
    pool = "The council of Orvelle will close the old swimming pool in March."
    fee = "The council of Orvelle raised the water fee by 12 percent."
    both = f"{fee[:-1]} after the drought and will close the old swimming pool in March."
    found = weighed({"a": pool, "b": fee, "c": both})
    assert {c.text: c.origin_ids for c in found.claims} == {pool: ("o-a", "o-c"), fee: ("o-b", "o-c")}


def test_a_copy_of_what_tells_a_claim_in_passing_confirms_nothing() -> None:
    found = weighed({"a": ARRESTED, "b": PUBLISHER, "c": PUBLISHER}, same={"c": "b"})
    told = next(c for c in found.claims if c.text == ARRESTED)
    assert (told.independent.low, told.independent.high) == (2, 2)
    assert {p.article_id for p in told.passages} == {"a", "b", "c"}


def test_one_count_of_one_thing_needs_few_other_words() -> None:
    counted = "Wardens counted 1,240 seals on the sandbank."
    assert len(weighed({"a": counted, "b": "There were 1,240 seals, yes."}).claims) == 1
    assert len(weighed({"a": counted, "b": "There were 1,240 gulls, yes."}).claims) == 2


def test_who_only_says_it_parts_no_two_accounts_of_one_number() -> None:
    found = weighed(
        {
            "a": "Some 43,000 heaters are being recalled in Tarnland because they leak, the Consumer Safety Authority said on "
            "Tuesday.",
            "b": "As a precautionary measure, Nordlin Home Ltd is recalling approximately 43,000 heaters sold since spring.",
        }
    )
    assert [c.origin_ids for c in found.claims] == [("o-a", "o-b")]
