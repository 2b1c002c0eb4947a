"""What a user relies on: one sum, share or toll that two articles give otherwise stands side by side, whatever words give it."""

import pytest
from tests.weigh.test_differences import differences

SUMS = [
    (
        "The harbour repair will cost $1.2 million, the council said on Monday.",
        "The council put the cost of the harbour repair at $1.4 million.",
    ),
    ("Dalen Paper was fined £300,000 for the spill in the Tarn.", "A court fined Dalen Paper £320,000 over the spill."),
    ("Dalen Paper must pay a fine of £300,000 for the spill.", "The judge ordered Dalen Paper to pay £320,000 for the spill."),
    (
        "The thieves took jewels worth 2.1 million euros from the shop in Tarn.",
        "Jewels valued at 2.4 million euros were stolen from the shop in Tarn, police said.",
    ),
    ("The storm caused damage of 30 million dollars in Loma.", "Damage from the storm in Loma was put at $36 million."),
    ("The bridge, which cost 12 million crowns, opened on Monday.", "The new bridge cost 14 million crowns to build."),
    ("The bank will buy its rival for 1.2 billion euros.", "The bank agreed to pay 1.3 billion euros for its rival."),
    ("The union says 80 percent of drivers joined the strike.", "The company said 55 percent of drivers had joined the strike."),
    (
        "Rebuilding the theatre in Marl is to cost 8.5 million euros.",
        "The theatre in Marl will be rebuilt for 9.2 million euros, at a cost above all plans.",
    ),
    (
        "Tavo Airlines made a loss of $210 million between April and June.",
        "Between April and June, Tavo Airlines lost $230 million.",
    ),
    ("Exports of Ostmark fell 12 percent in June.", "In June exports of Ostmark dropped by 10 percent."),
]


@pytest.mark.parametrize(("one", "other"), SUMS)
def test_one_sum_or_share_in_other_words(one: str, other: str) -> None:
    found = [d for d in differences(one, other) if d.what == "number"]
    assert len(found) == 1
    assert len(found[0].sides) == 2


TOLLS = [
    ("The crash left 24 injured on the road near Quist.", "Twenty-two people were hurt when the bus left the road near Quist."),
    ("A bus hit a wall near Quist on Monday, injuring 24.", "Police said 22 people were hurt when a bus hit a wall near Quist."),
    (
        "A blast at the mill killed three workers and left 24 others injured.",
        "Three workers died and 22 were injured in the blast at the mill.",
    ),
    ("The fire injured 24 residents of the tower.", "The fire in the tower left 22 residents with injuries."),
    ("Forty-one people were hurt when the stand collapsed.", "The stand collapsed, injuring 44."),
]


@pytest.mark.parametrize(("one", "other"), TOLLS)
def test_people_who_are_hurt_in_clauses_of_other_kinds(one: str, other: str) -> None:
    (found,) = [d for d in differences(one, other) if d.what == "number"]
    assert found.topic.startswith("how many were hurt")


APART = [
    ("The harbour repair will cost $1.2 million, the council said.", "The council has spent $1.4 million on roads this year."),
    ("Dalen Paper was fined £300,000 for the spill.", "Norrby Metals was fined £320,000 for dumping waste."),
    ("The council will spend 1.2 million euros on the pier.", "The council will spend 1.4 million euros on the quay."),
    ("The fire cost the town 2 million euros.", "The fire cost the insurer 2.2 million euros."),
    ("Bread prices rose 12 percent in March.", "Milk prices rose 15 percent in March."),
    ("Bread prices rose 12 percent in March.", "Bread prices rose 15 percent in April."),
    ("Bread prices rose 12 percent in March.", "Bread prices rose 9 percent over the year to March."),
    ("Reform won 36 percent in Quist.", "Reform won 33 percent in Tarn."),
    ("The bank will pay a dividend of 1.2 billion euros.", "The bank made a profit of 1.3 billion euros."),
    ("The first stage of the pier will cost 3 million euros.", "The second stage of the pier will cost 3.5 million euros."),
    ("Dalen shares fell 4 percent on Monday.", "Dalen shares fell 5 percent on Tuesday."),
    ("Rebuilding the theatre costs 8.5 million euros.", "Rebuilding the library costs 9.2 million euros."),
    ("Exports to Tarnland fell 12 percent in June.", "Imports from Tarnland fell 10 percent in June."),
    ("The cost of the stand was 3 million euros.", "The damage to the stand is 3.5 million euros."),
    ("The union wants a bonus of 500 euros for each driver.", "The company offers a bonus of 400 euros for each driver."),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_sums_of_two_things_times_or_stages_are_no_difference(one: str, other: str) -> None:
    assert not [d for d in differences(one, other) if d.what == "number"]
