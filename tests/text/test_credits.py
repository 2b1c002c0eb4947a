import pytest

from copydesk.text.credits import outlet_evidence, same_outlet


@pytest.mark.parametrize(
    "name", ["Davor Times", "Ardania News Agency", "The Davor Star", "WKLD-TV", "davornews.com", "Daily Vesna", "Vesna News"]
)
def test_names_that_show_by_themselves_that_they_are_outlets(name: str) -> None:
    assert outlet_evidence(name, known=False) == 3


@pytest.mark.parametrize("name", ["Ministry of Transport", "Davor Police", "NASA", "Vessar Corp.", "Ardania Central Bank"])
def test_institutions_are_no_outlets(name: str) -> None:
    assert outlet_evidence(name) < 0


def test_an_unknown_name_shows_little() -> None:
    assert outlet_evidence("Vesna") == 0
    assert outlet_evidence("The Lantern") == 1


def test_the_table_knows_what_no_shape_shows() -> None:
    assert outlet_evidence("Reuters") == 3
    assert outlet_evidence("Reuters", known=False) == 0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Lantern", "lantern"),
        ("AP", "The Associated Press"),
        ("Davor Times", "davortimes.com"),
        ("the Courier", "The Davor Courier"),
    ],
)
def test_names_of_one_outlet(a: str, b: str) -> None:
    assert same_outlet(a, b)


def test_names_of_two_outlets() -> None:
    assert not same_outlet("Davor Times", "Davor Herald")
    assert not same_outlet("Davor", "Davor Times")
    assert not same_outlet("The Times", "The Sunday Times")
