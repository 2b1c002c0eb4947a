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
