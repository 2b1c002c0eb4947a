"""Sides of a difference about what somebody is keep what he is called."""

from pathlib import Path

from copydesk import story

COURIER = (
    "Mill loan signed in Quist\nBy Lena Kurz\nOsper Courier\n12 March 2024\n\n"
    "Deputy Finance Minister Ana Boro signed a loan of 40 million crowns for the Quist paper mill on Tuesday. "
    "Ana Boro said the mill would keep its 300 workers. "
    "The mill had lost money for four years. "
    "Its owner, Dalen Paper, said it would modernise the plant.\n"
)
HERALD = (
    "State lends to paper mill\nBy Ana Holt\nTarn Herald\n12 March 2024\n\n"
    "The state is lending 40 million crowns to the paper mill of Quist, Finance Minister Ana Boro announced in the capital. "
    "She spoke of a future for 300 families. "
    "Works council chairman Pavel Idris welcomed the money. "
    "The owner, Dalen Paper, plans to modernise the plant by 2026.\n"
)
POST = (
    "Quist mill gets loan\nBy Tom Rask\nNorthern Post\n13 March 2024\n\n"
    "Relief in Quist: its paper mill gets money from the state. "
    "Pavel Idris told the Post that the workers had feared for their jobs. "
    "Idris said that Dalen Paper had not called the workers for weeks. "
    "A first instalment of 10 million crowns is due in April. "
    "Ana Boro had visited the mill in January.\n"
)


def test_a_side_about_an_office_names_the_office(tmp_path: Path) -> None:
    for name, text in (("a", COURIER), ("b", HERALD), ("c", POST)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (dossier,) = story([tmp_path]).dossiers
    told = [s.text for section in dossier.report.sections for s in section.sentences]
    assert any("Deputy Finance Minister Ana Boro" in side for side in told)
    assert any("Finance Minister Ana Boro" in side and "Deputy" not in side for side in told)
