"""All but so many, so many fewer, so many short: none of these is so many."""

from pathlib import Path

import pytest
from tests.check.articles import article, failed, verdict

from copydesk import check

STORM = "The storm cut power to 20,000 homes. Crews restored power to 14,000 homes by Sunday; about 6,000 were still dark."

UNSURE = [
    (STORM, "Crews restored power to all but 6,000 of the 20,000 homes."),
    (STORM, "By Sunday crews had restored power to all except about 6,000 homes."),
    (STORM, "Crews restored power to all but 14,000 homes."),
    ("Of the 30 miners, 27 miners were brought up. Three are still below.", "All but three of the 30 miners were brought up."),
    ("All but four of the 20 buses were lost.", "Sixteen of the 20 buses were lost."),
    ("The fire destroyed all but 12 of the 90 cabins.", "The fire destroyed 12 of the 90 cabins."),
    ("The fire destroyed 12 of the 90 cabins.", "The fire destroyed all but 12 of the 90 cabins."),
    ("The museum drew 88,000 visitors, after 100,000 in 2021.", "The museum drew 12,000 fewer visitors than in 2021."),
    ("The plant made 300 fewer cars.", "The plant made 300 cars."),
    ("The town has 70 nurses and needs 100 nurses.", "The town is 30 nurses short."),
    ("One of the nine judges agreed.", "All but one of the nine judges agreed."),
]


@pytest.mark.parametrize(("said", "sentence"), UNSURE)
def test_what_is_left_over_or_lacking_is_neither_carried_nor_contradicted_by_how_many_there_are(said: str, sentence: str) -> None:
    assert verdict(sentence, article(said)).label == "partly"


CARRIED = [
    ("All but three of the 30 miners were brought up by noon.", "All but three of the 30 miners were brought up."),
    ("The council rejected all but two of the 11 claims.", "The council rejected all except two of the 11 claims."),
    ("All schools closed but 40 shops stayed open on Monday.", "All schools closed but 40 shops stayed open."),
]


@pytest.mark.parametrize(("said", "sentence"), CARRIED)
def test_so_many_left_over_carry_so_many_left_over(said: str, sentence: str) -> None:
    assert verdict(sentence, article(said)).label == "supported"


def test_another_number_left_over_contradicts() -> None:
    found = verdict("All but four of the 30 miners were brought up.", article("All but three of the 30 miners were brought up."))
    assert found.label == "contradicted"
    assert failed(found) == {"number"}


def test_no_number_is_proposed_in_the_place_of_what_is_left_over(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(
        f"Storm cuts power\n\n{STORM} The mayor thanked the crews for their work.\n", encoding="utf-8"
    )
    (only,) = check("Crews restored power to all but 6,000 homes by Sunday.", [tmp_path]).sentences
    assert (only.verdict.label, only.fix) == ("partly", None)
