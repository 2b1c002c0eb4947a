import pytest
from tests.mark.conftest import Marker

# sentence, the amount's words, low, high, approximation, unit, what
AMOUNTS = [
    ("They will announce some 70 new initiatives.", "some 70 new initiatives", 70, 70, "about", None, "initiative"),
    ("They will announce approximately 70 initiatives.", "approximately 70 initiatives", 70, 70, "about", None, "initiative"),
    ("It is part of a 70-point agenda.", "70-point agenda", 70, 70, "exact", None, "point"),
    ("The park lost 158 pear trees.", "158 pear trees", 158, 158, "exact", None, "tree"),
    ("They counted two dozen ships.", "two dozen ships", 24, 24, "exact", None, "ship"),
    ("Half a million residents fled.", "Half a million residents", 500_000, 500_000, "exact", None, "resident"),
    ("Three-quarters of voters agreed.", "Three-quarters of voters", 75, 75, "exact", "percent", "voter"),
    ("A third of the fleet was lost.", "A third of the fleet", 100 / 3, 100 / 3, "exact", "percent", "fleet"),
    ("It approved a $1-trillion pay package.", "$1-trillion pay package", 1e12, 1e12, "exact", "USD", "package"),
    ("The bank lent USD 4bn.", "USD 4bn", 4e9, 4e9, "exact", "USD", None),
    ("The house cost £3m.", "£3m", 3e6, 3e6, "exact", "GBP", None),
    ("They raised 4 million euros.", "4 million euros", 4e6, 4e6, "exact", "EUR", None),
    ("The plan costs $3-4 million.", "$3-4 million", 3e6, 4e6, "range", "USD", None),
    ("It seeks a 50%-52% reduction.", "50%-52% reduction", 50, 52, "range", "percent", "reduction"),
    ("Between 12 and 14 people were hurt.", "Between 12 and 14 people", 12, 14, "range", None, "person"),
    ("At least 12 miners were killed.", "At least 12 miners", 12, 12, "at_least", None, "miner"),
    ("It took more than 30 hours.", "more than 30 hours", 30, 30, "more_than", "hour", None),
    ("No more than 3 boats sank.", "No more than 3 boats", 3, 3, "at_most", None, "boat"),
    ("Fewer than 20 houses stand.", "Fewer than 20 houses", 20, 20, "less_than", None, "house"),
    ("Nearly half of them left.", "Nearly half", 50, 50, "about", "percent", None),
    ("It made dozens of announcements.", "dozens of announcements", 24, 24, "at_least", None, "announcement"),
    ("Hundreds of thousands of people marched.", "Hundreds of thousands of people", 200_000, 200_000, "at_least", None, "person"),
    ("It fell to minus 10 degrees Celsius.", "minus 10 degrees Celsius", -10, -10, "exact", "°C", None),
    ("It was -10°C at dawn.", "-10°C", -10, -10, "exact", "°C", None),
    ("It was 12 degrees below zero.", "12 degrees below zero", -12, -12, "exact", "degree", None),
    ("The Larks won 3-2.", "3-2", 2, 3, "exact", "score", None),
    ("The jury was deadlocked at 9-3.", "9-3", 3, 9, "exact", "score", None),
    ("About 10-15 people came.", "About 10-15 people", 10, 15, "range", None, "person"),
    ("A 37-year-old man was held.", "37-year-old", 37, 37, "exact", "year", "age"),
    ("Rada Venn, 37, was held.", "37", 37, 37, "exact", "year", "age"),
    ("One in five farmers agreed.", "One in five farmers", 20, 20, "exact", "percent", "farmer"),
    ("The train went 80 mph.", "80 mph", 80, 80, "exact", "mph", None),
    ("It lies 5 km north of Davor.", "5 km", 5, 5, "exact", "km", None),
    ("He got a 20-year sentence.", "20-year sentence", 20, 20, "exact", "year", "sentence"),
    ("It needs two or three days.", "two or three days", 2, 3, "range", "day", None),
    ("The 6.1-magnitude quake struck at sea.", "6.1-magnitude", 6.1, 6.1, "exact", "magnitude", "quake"),
    ("The 5.4-magnitude quake shook Davor.", "5.4-magnitude", 5.4, 5.4, "exact", "magnitude", "quake"),
    ("Two dozen ships struck rocks.", "Two dozen ships", 24, 24, "exact", None, "ship"),
    ("They planted 40 rose bushes.", "40 rose bushes", 40, 40, "exact", None, "bush"),
    ("They sold 1,200 acres.", "1,200 acres", 1200, 1200, "exact", "acre", None),
    ("It lasted 2½ years.", "2½ years", 2.5, 2.5, "exact", "year", None),
    ("Some 100,000 or more came.", "100,000 or more", 100_000, 100_000, "at_least", None, None),
    ("About 170 , 000 people died .", "About 170 , 000 people", 170_000, 170_000, "about", None, "person"),
    ("They spent 250bn yen.", "250bn yen", 250e9, 250e9, "exact", "JPY", None),
    ("Up to 500 troops will go.", "Up to 500 troops", 500, 500, "at_most", None, "troop"),
]

# What is counted is the head of the whole noun phrase, through possessives, compounds and brand names, up to what leads on.
AMOUNTS += [
    ("Some 900 farmers' milk cans were taken back.", "Some 900 farmers' milk cans", 900, 900, "about", None, "can"),
    ("They took back 900 children's rain boots.", "900 children's rain boots", 900, 900, "exact", None, "boot"),
    ("It took back 900 Brenlo clip-on desk lamps.", "900 Brenlo clip-on desk lamps", 900, 900, "exact", None, "lamp"),
    ("It sold 500 Brenlo Model S pressure cookers.", "500 Brenlo Model S pressure cookers", 500, 500, "exact", None, "cooker"),
    ("It bought 40 second-hand electric buses.", "40 second-hand electric buses", 40, 40, "exact", None, "bus"),
    ("It bought 12 of the bank's gold bars.", "12 of the bank's gold bars", 12, 12, "exact", None, "bar"),
    ("At least 14 people, two of them cooks, died.", "At least 14 people", 14, 14, "at_least", None, "person"),
    ("Some 12 members of the rowing club came.", "Some 12 members", 12, 12, "about", None, "member"),
    ("She had two weeks' notice.", "two weeks", 2, 2, "exact", "week", None),
]

# A small word that belongs to the verb before the number says nothing of the number.
AMOUNTS += [
    ("The toll has gone up to fourteen.", "fourteen", 14, 14, "exact", None, None),
    ("The number of the dead rose up to 17.", "17", 17, 17, "exact", None, None),
    ("The toll was revised up to 17.", "17", 17, 17, "exact", None, None),
    ("The count climbed up to 40.", "40", 40, 40, "exact", None, None),
    ("The boat carries up to 60 passengers.", "up to 60 passengers", 60, 60, "at_most", None, "passenger"),
    ("The army will put up to 500 guards there.", "up to 500 guards", 500, 500, "at_most", None, "guard"),
    ("They agreed to hand over 150 prisoners.", "150 prisoners", 150, 150, "exact", None, "prisoner"),
    ("They complained about 12 flights.", "12 flights", 12, 12, "exact", None, "flight"),
    ("He said about 12 flights were late.", "about 12 flights", 12, 12, "about", None, "flight"),
    ("The party won over 300 seats.", "over 300 seats", 300, 300, "more_than", None, "seat"),
    ("Prices rose over five years.", "five years", 5, 5, "exact", "year", None),
    ("Over two days, the guests ate fish.", "two days", 2, 2, "exact", "day", None),
    ("It took over ten years to build.", "over ten years", 10, 10, "more_than", "year", None),
    ("She was jailed for over ten years.", "over ten years", 10, 10, "more_than", "year", None),
]

# A part of one unit is an amount of that unit, not a share.
AMOUNTS += [
    (
        "It cut rates by a quarter of a percentage point.",
        "a quarter of a percentage point",
        0.25,
        0.25,
        "exact",
        "percentage point",
        None,
    ),
    ("It cut rates by half a percentage point.", "half a percentage point", 0.5, 0.5, "exact", "percentage point", None),
    ("The index fell half a point.", "half a point", 0.5, 0.5, "exact", None, "point"),
    ("They made a quarter-point cut.", "a quarter-point cut", 0.25, 0.25, "exact", None, "point"),
    ("The rate rose by half a percent.", "half a percent", 0.5, 0.5, "exact", "percent", None),
    ("They waited half an hour.", "half an hour", 0.5, 0.5, "exact", "hour", None),
    ("A third of a ton was found.", "A third of a ton", 1 / 3, 1 / 3, "exact", "ton", None),
    ("Half won their seats.", "Half", 50, 50, "exact", "percent", None),
    ("Three quarters of a million people fled.", "Three quarters of a million people", 750e3, 750e3, "exact", None, "person"),
    ("A million and a half people fled.", "A million and a half people", 1.5e6, 1.5e6, "exact", None, "person"),
    ("He was held for two and a half years.", "two and a half years", 2.5, 2.5, "exact", "year", None),
    ("It burned for an hour and a half.", "an hour and a half", 1.5, 1.5, "exact", "hour", None),
    ("Nine in ten teachers agreed.", "Nine in ten teachers", 90, 90, "exact", "percent", "teacher"),
    ("They were trapped for a fortnight.", "a fortnight", 2, 2, "exact", "week", None),
    ("The tower has stood for four decades.", "four decades", 4, 4, "exact", "decade", None),
]

# Votes, times that were run, money and ages as news writes them.
AMOUNTS += [
    ("The council voted 9-2 to close the pool.", "9-2", 2, 9, "exact", "score", None),
    ("The council voted 9 to 2 to close the pool.", "9 to 2", 2, 9, "exact", "score", None),
    ("It passed by nine votes to two.", "nine votes to two", 2, 9, "exact", "score", None),
    ("She won 2 to 3 seats.", "2 to 3 seats", 2, 3, "range", None, "seat"),
    ("She ran the race in 2:05:12.", "2:05:12", 7512, 7512, "exact", "second", None),
    ("The deal is worth $4.8bn.", "$4.8bn", 4.8e9, 4.8e9, "exact", "USD", None),
    ("The bridge cost 5bn crowns.", "5bn crowns", 5e9, 5e9, "exact", None, "crown"),
    ("The state set aside Rs 500 crore.", "Rs 500 crore", 5e9, 5e9, "exact", "INR", None),
    ("He was fined Rs. 2,000.", "Rs. 2,000", 2000, 2000, "exact", "INR", None),
    ("He died aged 91.", "91", 91, 91, "exact", "year", "age"),
    ("He died at 91.", "91", 91, 91, "exact", "year", "age"),
    ("She wrote it at the age of 91.", "91", 91, 91, "exact", "year", "age"),
    ("The singer turned 91 in spring.", "91", 91, 91, "exact", "year", "age"),
    ("The 23-year-old was held.", "23-year-old", 23, 23, "exact", "year", "age"),
]

NOT_AMOUNTS = [
    "The Group of 7 met.",
    "The G7 met in Davor.",
    "An F-16 jet crashed.",
    "Call 212-555-0134 now.",
    "He flew on Apollo 11.",
    "He lives at No. 10 Miller Street.",
    "The office at 1820 Harbour Road was searched.",
    "The firm sought Chapter 11 protection.",
    "It shares with the Five Eyes.",
    "It was one of the largest gifts.",
    "“It is late,” one official said.",
    "It opened in 2015.",
    "It builds 5G masts.",
    "The first lady spoke.",
]


@pytest.mark.parametrize("case", AMOUNTS, ids=lambda case: case[1])
def test_amount_is_read_with_value_unit_and_counted_noun(
    marked: Marker, case: tuple[str, str, float, float, str, str | None, str | None]
) -> None:
    text, words, *expected = case
    found = [a for a in marked(text).amounts if words in text[a.start : a.end]]
    assert len(found) == 1, [text[a.start : a.end] for a in marked(text).amounts]
    amount = found[0]
    assert [amount.low, amount.high] == pytest.approx(expected[:2])
    assert [amount.approximation, amount.unit, amount.what] == expected[2:]


@pytest.mark.parametrize("text", NOT_AMOUNTS)
def test_numbers_in_names_and_years_are_no_amounts(marked: Marker, text: str) -> None:
    assert marked(text).amounts == ()


def test_an_ordinal_says_so(marked: Marker) -> None:
    (amount,) = marked("It was the fifth such visit.").amounts
    assert amount.ordinal
    assert (amount.low, amount.what) == (5, "visit")


def test_hours_minutes_and_seconds_are_a_time_of_day_where_nothing_was_measured(marked: Marker) -> None:
    marks = marked("At 14:05:12 the alarm rang.")
    assert marks.amounts == ()
    assert [date.precision for date in marks.dates] == ["minute"]


def test_no_number_is_both_a_date_and_an_amount(marked: Marker) -> None:
    marks = marked("On April 10, 2031, 12 people met at 5 p.m.")
    assert [a.low for a in marks.amounts] == [12]
