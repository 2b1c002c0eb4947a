"""Who did it and who stands in a clause without a subject of its own may not change places."""

import pytest
from tests.check.articles import article, failed, verdict

EXCHANGED = [
    ("Orvik left the hall without speaking to guests.", "Guests left the hall without speaking to Orvik."),
    ("The union flew home without meeting the minister.", "The minister flew home without meeting the union."),
    ("Drivers closed the road after warning police.", "Police closed the road after warning drivers."),
    ("The landlord delayed the sale by suing the tenants.", "The tenants delayed the sale by suing the landlord."),
    ("Having defeated Colby, Marsh went to Turin.", "Having defeated Marsh, Colby went to Turin."),
    (
        "The manager walked off without shaking hands with the striker.",
        "The striker walked off without shaking hands with the manager.",
    ),
]


@pytest.mark.parametrize(("said", "sentence"), EXCHANGED)
def test_who_did_it_may_not_change_places_with_who_stands_in_a_clause_behind_it(said: str, sentence: str) -> None:
    found = verdict(sentence, article(said))
    assert found.label == "contradicted"
    assert "order" in failed(found)


SAME = [
    ("Orvik left the hall without speaking to guests.", "Without speaking to guests, Orvik left the hall."),
    ("Velde resigned after warning Karst about the dam.", "After warning Karst about the dam, Velde resigned."),
    ("Norrby Metals won the contract by suing Dalen Steel.", "The contract was won by Norrby Metals by suing Dalen Steel."),
    ("The union reached a pay deal with the airline.", "The airline reached a pay deal with the union."),
    ("Ferries with more than 100 passengers must take pilots.", "Ferries with over 100 passengers must take pilots."),
]


@pytest.mark.parametrize(("said", "sentence"), SAME)
def test_the_same_in_another_order_is_supported(said: str, sentence: str) -> None:
    assert verdict(sentence, article(said)).label == "supported"
