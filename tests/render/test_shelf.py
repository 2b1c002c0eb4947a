"""What articles are called."""

import pytest
from msgspec.structs import replace
from tests.render import dossiers

from copydesk.records import Published
from copydesk.render.shelf import shelve


@pytest.mark.parametrize(
    ("times", "names"),
    [
        (("2024-05-07", "2024-05-08T20:00"), ["Daily, 7 May 2024", "Daily, 8 May 2024"]),
        (("2024-05-07T20:00:00Z", "2024-05-07T21:55:00Z"), ["Daily, 20:00", "Daily, 21:55"]),
        (("2024-05-07", "2024-05-07"), ["Daily (1)", "Daily (2)"]),
        ((None, "2024-05-07"), ["Daily (1)", "Daily (2)"]),
    ],
)
def test_articles_of_one_outlet_are_told_apart_by_their_times(times: tuple[str | None, ...], names: list[str]) -> None:
    article = dossiers.articles()[0]
    same = [replace(article, id=str(n), outlet="Daily", published=Published(when=when)) for n, when in enumerate(times)]
    assert list(shelve(same, ()).names.values()) == names


def test_one_article_of_an_outlet_has_its_name_alone() -> None:
    article = replace(dossiers.articles()[0], outlet="Daily")
    assert list(shelve([article], ()).names.values()) == ["Daily"]
