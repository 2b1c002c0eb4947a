"""What outlets are called."""

import pytest

from copydesk.read.outlets import without_desk


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        ("The Harbour Post (Online News)", "The Harbour Post"),
        ("Osper Gazette (Opinion)", "Osper Gazette"),
        ("Radio Nine (Osper)", "Radio Nine (Osper)"),
        ("(News)", "(News)"),
        (None, None),
    ],
)
def test_a_desk_in_brackets_is_no_part_of_the_outlet(declared: str | None, name: str | None) -> None:
    assert without_desk(declared) == name
