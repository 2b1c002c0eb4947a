"""Who is named and who is not."""

import pytest

from copydesk.text.unnamed import is_unnamed


@pytest.mark.parametrize(
    ("who", "unnamed"),
    [
        ("a senior official", True),
        ("three officials who were briefed", True),
        ("a person familiar with the inspection", True),
        ("sources close to the board", True),
        ("officials in Elstrand", True),
        ("port official Mara Lind", False),
        ("Mara Lind", False),
        ("the mayor", False),
        ("Mayor Tove Rask", False),
        ("witnesses", True),
        ("Officials", True),
        ("Two officials", True),
        ("Official Mara Lind", False),
        ("a statement of the Port", False),
    ],
)
def test_unnamed_people_are_told_from_named_ones(who: str, unnamed: bool) -> None:  # noqa: FBT001 -- a case's answer
    assert is_unnamed(who) is unnamed
