"""A passage counts for a sentence when it carries the sentence's core by itself; the truth below is written by hand."""

import pytest
from tests.check.articles import article, marks_of

from copydesk.check import CheckConfig, Pool, carriers
from copydesk.records import Passage, Statement

# A sentence; the passages that carry its core, and those that carry a part only or tell it otherwise.
CASES: dict[str, tuple[str, list[str], list[str]]] = {
    "a short toll for a long lead": (
        "Two people were killed and 31 injured when a ferry struck the north pier of Varnholm harbour in thick fog on Tuesday.",
        ["Two people died and 31 were injured.", "The crash left two dead and 31 hurt."],
        ["Thick fog lay over Varnholm harbour on Tuesday.", "The ferry struck the north pier of Varnholm harbour."],
    ),
    "half of a toll": (
        "Two people were killed and 31 injured in the crash.",
        ["The crash killed two people and injured 31."],
        ["Two people were killed in the crash.", "Police put the number of injured at 31."],
    ),
    "another toll": (
        "Two people were killed and 31 injured in the crash.",
        [],
        ["Two people were killed and 38 injured in the crash.", "Three people were killed and 31 injured in the crash."],
    ),
    "a part of the number": (
        "Police found seven rifles in the cellar.",
        ["Seven rifles were found in the cellar, police said."],
        ["Police found seven AK-47 and three other rifles in the cellar.", "Police found ten rifles in the cellar."],
    ),
    "another bound": (
        "At least 40 homes burned down in the fire.",
        ["The fire burned down at least 40 homes."],
        ["Fewer than 40 homes burned down in the fire.", "The fire burned down 60 homes."],
    ),
    "who did it": (
        "Mayor Greta Solberg closed the bridge after the flood.",
        ["After the flood, Solberg closed the bridge.", "The bridge was closed by Mayor Solberg."],
        ["Governor Nils Tarn closed the bridge after the flood.", "The flood damaged the bridge."],
    ),
    "a denial": (
        "The company will not close the mill.",
        ["The company said it would not close the mill."],
        ["The company will close the mill.", "The company owns the mill."],
    ),
    "a plan is no deed": (
        "The ministry cut the subsidy for ferries.",
        ["The subsidy for ferries was cut by the ministry."],
        ["The ministry may cut the subsidy for ferries.", "The ministry refused to cut the subsidy for ferries."],
    ),
    "the day": (
        "The council approved the budget on Tuesday.",
        ["On Tuesday the council approved the budget.", "The council approved the budget."],
        ["The council approved the budget on Friday.", "The council debated on Tuesday."],
    ),
    "a doubt": (
        "The bridge over the Tarn is unsafe.",
        ["The bridge over the Tarn is unsafe, engineers found."],
        [
            "It is unclear whether the bridge over the Tarn is unsafe.",
            "The claim that the bridge over the Tarn is unsafe is false.",
            "The builder doubts that the bridge over the Tarn is unsafe.",
            "Nobody can say that the bridge over the Tarn is unsafe.",
        ],
    ),
    "a verdict": (
        "Mayor Greta Solberg said the bridge over the Tarn is unsafe.",
        ["Greta Solberg, the mayor, said on Monday that the bridge over the Tarn was unsafe."],
        [
            "Mayor Greta Solberg said the bridge over the Tarn is unsafe, and she's right.",
            "Mayor Greta Solberg said the bridge over the Tarn is unsafe, which is nonsense.",
            "Mayor Greta Solberg falsely said the bridge over the Tarn is unsafe.",
            "Mayor Greta Solberg said the bridge over the Tarn is unsafe, but later she denied it.",
        ],
    ),
    "what may be": (
        "The council will close the bridge over the Tarn in June.",
        ["The council will close the bridge over the Tarn in June, and the right lane of the road too."],
        ["The council may close the bridge over the Tarn in June."],
    ),
    "a share": (
        "Shares in the port company fell 9 percent after the accident.",
        ["The port company's shares fell 9 percent."],
        ["Shares in the port company fell after the accident.", "Shares in the port company fell 12 percent."],
    ),
    "an attribution apart": (
        "Police said the lorry was carrying 12 tonnes of fertiliser.",
        [
            "The lorry was carrying 12 tonnes of fertiliser, according to the prosecutor.",
            "The lorry carried 12 tonnes of fertiliser.",
        ],
        ["Police said the lorry was stopped at the border.", "Police said the lorry was carrying 20 tonnes of fertiliser."],
    ),
    "a detail behind it": (
        "The museum returned the mask to Benin, ending a dispute that began in 1987.",
        ["The museum returned the mask to Benin."],
        ["The dispute over the mask began in 1987."],
    ),
    "a sum": (
        "The insurer paid the town 3 million euros for the pier.",
        ["The town was paid 3 million euros by the insurer."],
        ["The insurer paid the town for the pier.", "The insurer paid the town 5 million euros for the pier."],
    ),
    "a pronoun is not enough": (
        "Judge Ana Duarte sentenced the smuggler to nine years in prison.",
        ["Ana Duarte sentenced the smuggler to nine years."],
        ["The smuggler spent nine years in prison.", "The judge sentenced the smuggler to six years in prison."],
    ),
    "the opposite": (
        "Grain prices rose sharply in March.",
        ["Prices of grain rose in March."],
        ["Grain prices fell sharply in March.", "Farmers sowed grain in March."],
    ),
    "the family name for the full one": (
        "Solberg closed the bridge after the flood.",
        ["Mayor Greta Solberg closed the bridge after the flood."],
        ["Mayor Greta Solbergsen closed the bridge after the flood.", "Mayor Greta Solberg opened the bridge after the flood."],
    ),
    "an event by its noun": (
        "Marsh will attend a summit in Lisbon.",
        ["Marsh's trip will include talks and a summit in Lisbon."],
        ["Marsh attended a summit in Lisbon.", "Marsh will attend a dinner in Lisbon."],
    ),
    "the points of a plan": (
        "Okoro and Berg are expected to announce some 70 measures.",
        ["The tax is part of a 70-point plan that Okoro and Berg are expected to unveil this week."],
        ["The tax is part of an 80-point plan that Okoro and Berg are expected to unveil this week."],
    ),
    "which things": (
        "Okoro will announce new research partnerships on batteries between universities.",
        ["Okoro will announce research partnerships between universities."],
        ["Okoro will announce a defence partnership with the navy."],
    ),
    "what is expected of whom": (
        "The ministry plans to close the port and sell its cranes.",
        ["The ministry plans to close the port next year and to sell its cranes."],
        ["The ministry plans to deepen the port.", "The ministry plans to close the port."],
    ),
}


def carrying(sentence: str, passages: list[str]) -> list[str]:
    """Return the passages, each an article of its own, that carry a sentence's core."""
    articles = [article(text, name=str(i), when="2025-03-20") for i, text in enumerate(passages)]
    citations = tuple(Passage(article_id=str(i), start=0, end=len(text), text=text) for i, text in enumerate(passages))
    statement = Statement(text=sentence, marks=marks_of(sentence), citations=citations)
    return [passage.text for passage in carriers(statement, Pool(articles), CheckConfig())]


PAIRS = [(name, sentence, p, True) for name, (sentence, yes, _) in CASES.items() for p in yes]
PAIRS += [(name, sentence, p, False) for name, (sentence, _, no) in CASES.items() for p in no]


@pytest.mark.parametrize(("sentence", "passage", "carries"), [c[1:] for c in PAIRS], ids=[f"{c[0]}: {c[2]}" for c in PAIRS])
def test_a_passage_counts_when_it_carries_the_core(sentence: str, passage: str, *, carries: bool) -> None:
    assert carrying(sentence, [passage]) == ([passage] if carries else [])


def test_a_government_goes_by_its_country_and_by_who_leads_it() -> None:
    country = article("Kenya has offered to plant trees in the park.", "Kenyan President Anna Okoro spoke of roads.", name="0")
    leader = article("Kenyan President Anna Okoro has offered to plant trees in the park.", name="1")
    other = article("Norway has offered to plant trees in the park.", "Kenyan President Anna Okoro spoke of roads.", name="2")
    articles = [country, leader, other]
    cited = tuple(m.passage(s.start, s.end) for m in articles for s in list(m.reporting())[:1])
    for sentence in ("Okoro has offered to plant trees in the park.", "Kenya has offered to plant trees in the park."):
        statement = Statement(text=sentence, marks=marks_of(sentence), citations=cited)
        assert carriers(statement, Pool(articles), CheckConfig()) == cited[:2]
