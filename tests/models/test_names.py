"""Names nobody has ever heard must be found from what stands around them, in the sentences of news.

Marked up by hand: `{person Ola Brandt}`. All of it is invented.
"""

import re

from benchmarks.gum import spans

from copydesk.models import load_parser
from copydesk.text.tokens import tokenise

NEWS = """
President {person Tavik} and Prime Minister {person Oru Selmani} met at the palace in {place Velmora} on Wednesday .
{person Ilsa Tromberg} , a spokeswoman for the {organisation Ministry of Finance} , declined to comment .
" We will not go back , " said {person Dorin Vask} , who leads the dockers ' union .
Shares of {organisation Quellon Corp.} fell 4 percent after the {organisation Brenner Group} withdrew its offer .
The fire broke out in {place Harrowdene} , a town of 12,000 people north of {place Lissport} .
Police in {place Ostrava Bay} arrested {person Petra Kolm} , 34 , on Friday .
{person Kolm} was taken to a hospital , where she died .
Gen. {person Artem Solvik} told reporters that troops had left {place Karsund} .
{organisation KVT} , the state broadcaster , said that the vote would go ahead .
Sen. {person Maro Keddle} , R - {place Tenmark} , voted against the bill .
{place Velmora} and {place Norland} signed a treaty in 1994 .
The {organisation University of Karsund} will close its medical school .
Mr. {person Vask} 's lawyer , {person Hana Orlec} , asked the court for more time .
Officials at the {organisation Central Bank of Velmora} expect prices to rise .
{person Bram Okello} scored twice as {organisation Lissport United} beat {organisation Karsund City} .
A bridge over the {place Orra River} collapsed during the storm .
" It is a disgrace , " {person Solvik} said in an interview with {organisation The Lissport Herald} .
The company , based in {place Dunmere} , {place Norland} , employs 900 people .
{person Tromberg} said she had spoken to {person Keddle} twice .
According to {organisation Amberline} , a pressure group , 300 families lost their homes .
Rescue workers from {place Tessaly} reached the village near {place Mount Orlo} on Monday .
Judge {person Lena Marsh-Odum} sentenced {person Ruben Haake} to nine years in prison .
{organisation Norland Airlines} cancelled all flights to {place Velmora} until Sunday .
The {organisation Supreme Court} ruled against {person Oru Selmani} , the former prime minister .
Foreign Minister {person Zdena Pohl} will travel to {place Karsund} next week .
{person Haake} , who has denied the charges , plans to appeal .
The {organisation European Fisheries Agency} warned {place Norland} about its quotas .
"""
_NAME = re.compile(r"\{(\w+) ([^}]+)\}")


def expected() -> list[tuple[list[str], set[tuple[int, int, str]]]]:
    """Return words and names of each sentence."""
    rows = []
    for line in NEWS.strip().splitlines():
        words: list[str] = []
        names = set()
        for part in re.split(r"(\{[^}]+\})", line):
            match = _NAME.match(part)
            found = _words(match[2] if match else part)
            if match:
                names.add((len(words), len(words) + len(found), match[1]))
            words += found
        rows.append((words, names))
    return rows


def _words(text: str) -> list[str]:
    return [text[span.start : span.end] for span in tokenise(text)]


def shares() -> tuple[float, float]:
    """Return which share of the names is found with exact ends, and with the right kind too (F1)."""
    rows = expected()
    parsed = load_parser().parse([words for words, _ in rows])
    pairs = [(set(spans(one.entities)), wanted) for one, (_, wanted) in zip(parsed, rows, strict=True)]
    total = sum(len(made) + len(wanted) for made, wanted in pairs)
    placed = sum(len({n[:2] for n in made} & {n[:2] for n in wanted}) for made, wanted in pairs)
    return 2 * placed / total, 2 * sum(len(made & wanted) for made, wanted in pairs) / total


def test_unheard_names_are_found() -> None:
    placed, kind = shares()
    assert placed >= 0.85
    assert kind >= 0.7
