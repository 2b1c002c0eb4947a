"""A rewriter is told as no second voice beside the report that it rests on."""

from pathlib import Path

from copydesk import story

COURIER = (
    "Quist mill to lose 300 jobs\nBy Lena Kurz\nOsper Courier\n12 March 2024\n\n"
    "Dalen Paper will cut 300 jobs at its mill in Quist by the end of June, "
    "three people with knowledge of the plan told the Osper Courier. "
    "The mill has lost money for four years. "
    "The works council was told of the plan on Monday. "
    "Its chairman, Pavel Idris, said the town would not survive it.\n"
)
HERALD = (
    "Dalen Paper plans job cuts: report\nBy Ana Holt\nTarn Herald\n12 March 2024\n\n"
    "Paper maker Dalen is planning to slash 300 positions at its Quist factory before July, the Osper Courier reported on Tuesday. "
    "The newspaper cited three people familiar with the matter. "
    "Dalen shares fell 4 percent in early trading. "
    "The works council learned of the cuts on Monday, according to the report.\n"
)
POST = (
    "Shares in Dalen drop\nBy Tom Rask\nNorthern Post\n12 March 2024\n\n"
    "Shares in Dalen Paper dropped as much as 4 percent on Tuesday morning. "
    "A spokesman for the firm declined to comment on a newspaper report of job cuts in Quist. "
    "The mill has about 1,200 workers. "
    "Analysts had expected savings of 20 million crowns.\n"
)


def test_a_rewriter_is_not_told_beside_its_source(tmp_path: Path) -> None:
    for name, text in (("a", COURIER), ("b", HERALD), ("c", POST)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (dossier,) = story([tmp_path]).dossiers
    told = [s for section in dossier.report.sections for s in section.sentences if "300" in s.text]
    assert told
    assert all(s.independent.low == 1 for s in told)
    assert not any("Courier and the Tarn Herald" in s.text or "two reports" in s.text.lower() for s in told)
