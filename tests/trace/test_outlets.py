"""What a user relies on: an outlet is one outlet, whatever an article calls it."""

import pytest

from copydesk.trace.outlets import Outlets, outlet_key, shortened


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("The Beacon", "The Oldhaven Beacon"),
        ("the Beacon", "Oldhaven Beacon"),
        ("River Post", "The Maren River Post"),
        ("Bote", "Der Bote"),
        ("OHB", "Old Harbour Beacon"),
        ("Oldhaven Beacon", "The Oldhaven Beacon (Weekend)"),
    ],
)
def test_a_short_name_means_the_one_full_name(short: str, full: str) -> None:
    outlets = Outlets([short, full])
    assert outlets.key(short) == outlets.key(full) != ""


@pytest.mark.parametrize(
    ("short", "others"),
    [
        ("The Beacon", ["The Oldhaven Beacon", "The Brunfeld Beacon"]),
        ("Steenland", ["Voice of Steenland"]),
        ("The Mirror", ["The Sunday Mirror"]),
        ("AP", ["Coastal AP"]),
        ("Crunch", ["DykeCrunch"]),
        ("Old", ["Old Beacon"]),
    ],
)
def test_a_name_that_could_mean_another_outlet_stays_its_own(short: str, others: list[str]) -> None:
    outlets = Outlets([short, *others])
    assert outlets.key(short) not in {outlets.key(name) for name in others}


def test_an_outlet_with_articles_of_its_own_is_not_short_for_another() -> None:
    outlets = Outlets(["The Beacon", "The Oldhaven Beacon"], ["The Beacon"])
    assert outlets.key("The Beacon") != outlets.key("The Oldhaven Beacon")


def test_a_chain_of_names_ends_at_the_longest() -> None:
    names = ["Beacon", "Evening Beacon", "Oldhaven Evening Beacon"]
    outlets = Outlets(names)
    assert len({outlets.key(name) for name in names}) == 1


def test_what_the_article_itself_calls_it_counts_more_than_the_pile() -> None:
    outlets = Outlets(["The Beacon", "The Oldhaven Beacon", "The Brunfeld Beacon"])
    beside = shortened(["The Beacon", "The Oldhaven Beacon"])
    assert outlets.key("The Beacon", beside) == outlets.key("The Oldhaven Beacon")


@pytest.mark.parametrize(
    ("short", "shown"),
    [("NPA", "Norvane Press Agency"), ("The Beacon", "The Oldhaven Beacon"), ("AP", "The Associated Press"), ("UPI", "UPI")],
)
def test_an_outlet_is_shown_by_the_full_name_at_hand(short: str, shown: str) -> None:
    names = [short, "NPA", "Norvane Press Agency", "The Oldhaven Beacon", "The Associated Press"]
    outlets = Outlets(names, ["Norvane Press Agency"])
    assert outlets.full(short, outlets.key(short)) == shown


def test_the_order_of_names_does_not_change_which_is_shown() -> None:
    names = ["NPA", "Norvane Press Agency", "The Norvane Press Agency"]
    shown = {
        Outlets(order, ["Norvane Press Agency"]).full("NPA", outlet_key("Norvane Press Agency")) for order in (names, names[::-1])
    }
    assert shown == {"Norvane Press Agency"}
