"""Boxes inside an article do not end it."""

import pytest
from tests.read.conftest import Read, blocks

HEAD = [
    "The harbour board will close the north quay for a year, it said on Monday, after divers found holes in the old wall.",
    "Chairman Olin Vass said the work would cost 40 million crowns and that fishing boats could use the south basin.",
]
REST = [
    "Vass said he had asked the ministry for a loan, and that the board would decide on the builder in the spring of next year.",
    "About a third of the quay dates from 1890. The rest was built after the flood of 1953 and is thought to be sound.",
    "No date has been set.",
]
BOXES = {
    "popular": ["Most Popular", "1", "Singer cancels three shows in the capital", "2", "What is open and closed on Labour Day"],
    "teaser": ["Also Read | Tram drivers call off their strike"],
    "advertisement": ["Advertisement"],
    "picture": ["The north quay, seen from the lighthouse", "Credit: Harbour Board"],
    "stamp": ["Posted at 21:12"],
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_the_text_goes_on_behind_a_box(article: Read, box: list[str]) -> None:
    found = article("\n".join(["North quay to close for a year", "By Jo Smith", *HEAD, *box, *REST]))
    assert blocks(found) == [*HEAD, *REST]
    assert set(box) <= {removed.text for removed in found.removed}


def test_a_list_under_a_line_that_announces_it_stays(article: Read) -> None:
    listed = ["- Cost: 40m crowns", "- Length: 310 metres", "- Boats moved: 41"]
    found = article("\n".join(["North quay to close for a year", *HEAD, "Key figures", *listed, *REST]))
    assert blocks(found, "list") == listed


def test_other_stories_behind_the_end_stay_out(article: Read) -> None:
    others = ["Comments", "A robber in Odern fled on a horse on Sunday and was caught at the ford, the police in that town said."]
    found = article("\n".join(["North quay to close for a year", *HEAD, *REST, *others]))
    assert blocks(found) == [*HEAD, *REST]
