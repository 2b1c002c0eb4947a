"""What a sentence says is held against the articles piece by piece; one wrong piece loses `supported`."""

import pytest
from tests.check.articles import article, failed, verdict

from copydesk.records import Marked

HARBOUR = (
    "Some 70 officials met in Varnholm on Wednesday to discuss the harbour. Prime Minister Ana Duarte will not sign the water "
    "treaty, officials said. The storm killed 24 people and wounded 70. The bridge over the Tarn could reopen in May.",
    "Mayor Olaf Brandt told reporters that the repair would cost about 3.5 million euros. “We have lost the pier and nothing "
    "else,” Brandt said. Former mayor Greta Solberg praised the divers. Prices rose 12 percent from January to March, the port "
    "authority said.",
    "The ferry left before the storm. The company has suspended all crossings and plans to hire 40 more sailors. Police arrested "
    "the captain after the accident. At least 300 homes lost power.",
)


@pytest.fixture(scope="module")
def harbour() -> Marked:
    return article(*HARBOUR, outlet="Varnholm Herald", when="2024-04-12")


CARRIED = [
    "Some 70 officials met in Varnholm on Wednesday to discuss the harbour.",
    "About 70 officials met in Varnholm on Wednesday.",
    "Officials said Prime Minister Ana Duarte will not sign the water treaty.",
    "Prime Minister Duarte won't sign the water treaty, officials said.",
    "The storm killed 24 people.",
    "The storm wounded seventy.",
    "The bridge over the Tarn might reopen in May.",
    "Brandt said that the repair would cost approximately 3.5 million euros.",
    "“We have lost the pier and nothing else,” the mayor, Olaf Brandt, said.",
    "Former mayor Greta Solberg praised the divers.",
    "Prices rose 12% from January to March, according to the port authority.",
    "The company has suspended all crossings.",
    "The company intends to hire 40 more sailors.",
    "The captain was arrested by police after the accident.",
    "At least 300 homes lost power.",
    "The Varnholm Herald reports that the storm killed 24 people.",
    "According to the Varnholm Herald, the ferry left before the storm.",
    "One report says that the storm killed 24 people.",
    "The storm killed 24 people, one report says.",
]


@pytest.mark.parametrize("sentence", CARRIED)
def test_what_the_article_says_in_the_same_or_other_words_is_supported(harbour: Marked, sentence: str) -> None:
    found = verdict(sentence, harbour)
    assert (found.label, failed(found)) == ("supported", set())
    assert found.score >= 0.5


CHANGED = [
    ("Some 80 officials met in Varnholm on Wednesday to discuss the harbour.", "number"),
    ("More than 70 officials met in Varnholm on Wednesday.", "number"),
    ("Some 74 officials met in Varnholm on Wednesday.", "number"),
    ("Some 70 officials met in Varnholm on Thursday.", "date"),
    ("Some 70 officials met in Lisbon on Wednesday.", "name"),
    ("Officials said Prime Minister Ana Duarte will sign the water treaty.", "negation"),
    ("Officials said President Ana Duarte will not sign the water treaty.", "role"),
    ("Officials said Prime Minister Rita Duarte will not sign the water treaty.", "name"),
    ("Officials said Prime Minister Ana Duarte may not sign the water treaty.", "firmness"),
    ("Prime Minister Ana Duarte will not sign the water treaty.", "attribution"),
    ("The storm killed 70 people and wounded 24.", "number"),
    ("The storm did not kill 24 people.", "negation"),
    ("The storm killed 24 horses.", "words"),
    ("The bridge over the Tarn will reopen in May.", "firmness"),
    ("The bridge over the Tarn could reopen in June.", "date"),
    ("The bridge over the Tarn reopened in May.", "firmness"),
    ("Brandt said that the repair would cost about 3.5 billion euros.", "number"),
    ("Brandt said that the repair would cost about 3.5 million dollars.", "number"),
    ("Solberg told reporters that the repair would cost about 3.5 million euros.", "speaker"),
    ("“We have lost the pier and little else,” Brandt said.", "quote"),
    ("Brandt said “the repair would cost about 3.5 million euros”.", "quote"),
    ("Mayor Greta Solberg praised the divers.", "scope"),
    ("The divers praised former mayor Greta Solberg.", "order"),
    ("Prices fell 12 percent from January to March, the port authority said.", "words"),
    ("Prices rose 12 percent from March to January, the port authority said.", "order"),
    ("The ferry left after the storm.", "order"),
    ("The company has resumed all crossings.", "words"),
    ("The company has hired 40 more sailors.", "firmness"),
    ("The captain arrested police after the accident.", "order"),
    ("At most 300 homes lost power.", "number"),
    ("The Northern Post reports that the storm killed 24 people.", "name"),
]


@pytest.mark.parametrize(("sentence", "kind"), CHANGED)
def test_one_changed_piece_loses_supported_and_is_named(harbour: Marked, sentence: str, kind: str) -> None:
    found = verdict(sentence, harbour)
    assert found.label != "supported"
    assert kind in failed(found)
    assert found.score < 0.5


def test_a_contradiction_points_at_the_passage_that_contradicts(harbour: Marked) -> None:
    found = verdict("Some 80 officials met in Varnholm on Wednesday.", harbour)
    (wrong,) = [c for c in found.checks if c.outcome == "contradicted"]
    assert found.label == "contradicted"
    assert wrong.evidence is not None
    assert wrong.evidence.text.startswith("Some 70 officials")


def test_what_no_article_speaks_of_is_unsupported(harbour: Marked) -> None:
    assert verdict("Astronomers discovered a new comet beyond Neptune.", harbour).label == "unsupported"


def test_a_weekday_and_the_date_it_fell_on_are_one_day() -> None:
    dated = article("The council voted on Wednesday to close the mine.", when="2024-04-12")
    assert verdict("The council voted on 10 April 2024 to close the mine.", dated).label == "supported"
    assert verdict("The council voted on 11 April 2024 to close the mine.", dated).label == "contradicted"


def test_a_rounded_number_needs_its_about() -> None:
    counted = article("The flood destroyed 1,243 houses in the valley.")
    assert verdict("The flood destroyed about 1,200 houses in the valley.", counted).label == "supported"
    assert verdict("The flood destroyed more than 1,200 houses in the valley.", counted).label == "supported"
    assert verdict("The flood destroyed 1,200 houses in the valley.", counted).label != "supported"
    assert verdict("The flood destroyed about 1,500 houses in the valley.", counted).label != "supported"


def test_several_passages_carry_a_sentence_together(harbour: Marked) -> None:
    found = verdict("The storm killed 24 people and the company has suspended all crossings.", harbour)
    assert found.label == "supported"
    assert len(found.evidence) == 2


def test_a_claim_stays_a_claim() -> None:
    told = article("The suspect allegedly stole the painting. Two witnesses claimed that the guard was asleep.")
    assert verdict("The suspect stole the painting.", told).label != "supported"
    assert verdict("The guard was asleep.", told).label != "supported"


def test_shared_words_of_two_events_do_not_make_a_third() -> None:
    pile = article("A judge sentenced the trader to nine years. The prosecutor praised the police in Oslo.")
    assert verdict("A prosecutor sentenced the trader to nine years.", pile).label != "supported"
    assert verdict("A judge sentenced the trader in Oslo to nine years.", pile).label != "supported"


def test_the_second_largest_is_not_the_largest() -> None:
    one = article("Solen, the second-largest maker in the country, opened a plant in Tarn.")
    assert verdict("Solen is the second-largest maker in the country.", one).label == "supported"
    assert verdict("Solen is the largest maker in the country.", one).label != "supported"
    assert verdict("Solen is the third-largest maker in the country.", one).label != "supported"
