"""Words about the reporting state nothing of the event, and a name for a pronoun needs the article's own reference."""

import pytest
from tests.check.articles import article, failed, verdict

FIRST = article("The dam held through the night.", name="a", outlet="The Tarn Courier")
SECOND = article("The dam held through the night, engineers said.", name="b", outlet="Northern Post")


@pytest.mark.parametrize(
    "telling",
    [
        "A third report says that {}.",
        "Two outlets report that {}.",
        "One article says {}.",
        "The Tarn Courier and two others report that {}.",
        "The Tarn Courier and one other outlet report that {}.",
        "The Tarn Courier also reports that {}.",
        "The same report says that {}.",
        "According to the same report, {}.",
        "According to three independent reports, {}.",
        "{}, two other articles say.",
    ],
)
def test_how_many_reports_there_are_is_neither_held_against_a_sentence_nor_for_it(telling: str) -> None:
    right, wrong = (telling.format(f"the dam {verb} through the night") for verb in ("held", "leaked"))
    assert verdict(right, FIRST, SECOND).label == "supported"
    assert verdict(wrong, FIRST, SECOND).label != "supported"


def test_an_outlet_named_beside_others_has_to_be_one() -> None:
    assert (
        verdict("The Vestria Globe and two others report that the dam held through the night.", FIRST, SECOND).label != "supported"
    )


def test_a_number_of_reports_is_no_number_of_the_event() -> None:
    one = article("Three divers searched the lake.", "Nobody searched the river.")
    assert verdict("Two reports say that three divers searched the lake.", one).label == "supported"
    assert "number" in failed(verdict("Three reports say that two divers searched the lake.", one))


def test_a_name_for_a_pronoun_needs_the_article_s_own_reference() -> None:
    known = article("Mayor Greta Solberg closed the bridge on Monday. She reopened the school the same day.")
    assert verdict("Solberg reopened the school the same day.", known, cited=[0, 1]).label == "supported"
    unknown = article("He reopened the school. Greta Solberg, a teacher from Varnholm, praised him.")
    found = verdict("Greta Solberg, a teacher from Varnholm, reopened the school.", unknown, cited=[0, 1])
    assert found.label != "supported"
    assert "name" in failed(found)


def test_a_name_for_a_description_needs_the_article_s_own_reference() -> None:
    one = article("Olaf Brandt, a diver from Varnholm, praised the rescue. A smuggler sank the boat.")
    found = verdict("Olaf Brandt, a diver from Varnholm, sank the boat.", one, cited=[0, 1])
    assert "name" in failed(found)


@pytest.mark.parametrize("aside", ["The Tarn Courier reports", "according to the Tarn Courier", "one report adds"])
def test_who_reports_it_may_stand_in_the_middle(aside: str) -> None:
    assert verdict(f"The dam, {aside}, held through the night.", FIRST, SECOND).label == "supported"
    assert verdict(f"The dam, {aside}, leaked through the night.", FIRST, SECOND).label != "supported"


CREWS = article(
    "The dam held through the night while crews from both banks of the river carried sand to its lowest part.",
    name="c",
    outlet="The Tarn Courier",
)


@pytest.mark.parametrize("aside", ["according to the second report", "according to one of the reports", "the second report says"])
def test_a_report_without_a_name_may_stand_far_from_the_end(aside: str) -> None:
    told = f"The dam {{}} through the night, {aside}, while crews from both banks of the river carried sand to its lowest part."
    assert verdict(told.format("held"), CREWS).label == "supported"
    assert verdict(told.format("leaked"), CREWS).label != "supported"


@pytest.mark.parametrize("teller", ["The Tarn Courier writes", "according to The Tarn Courier", "one report says"])
def test_an_outlet_s_own_words_are_quoted_with_its_name_behind_them(teller: str) -> None:
    told = f"“The dam {{}} through the night while crews from both banks of the river carried sand to its lowest part,” {teller}."
    assert verdict(told.format("held"), CREWS).label == "supported"
    assert verdict(told.format("leaked"), CREWS).label != "supported"


def test_an_outlet_in_the_middle_has_to_carry_it() -> None:
    assert verdict("The dam, the Vestria Globe reports, held through the night.", FIRST, SECOND).label != "supported"
