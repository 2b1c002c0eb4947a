"""What no article says though readers will ask: asked where the kind of event makes it natural, and nowhere else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.weigh.stories import weighed

# A pile, and the details that its readers will miss. Each pile that is asked about stands beside one that has the answer.
PILES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "an accident without a toll": (
        ("toll",),
        (
            "A tram derailed near the old mill bridge in Velmora on Tuesday. Police closed the road. The line stays shut.",
            "A tram left the rails in Velmora on Tuesday, and firefighters were called. The brakes are being looked into.",
        ),
    ),
    "an accident in which nobody was hurt": (
        (),
        (
            "A tram derailed near the old mill bridge in Velmora on Tuesday. Police closed the road. Nobody was hurt.",
            "A tram left the rails in Velmora on Tuesday, and firefighters were called. The brakes are being looked into.",
        ),
    ),
    "shares that crash": (
        (),
        (
            "Shares in Norrvik Steel crashed on Tuesday after a profit warning. Police were not involved.",
            "Norrvik Steel collapsed on the stock exchange on Tuesday. An emergency meeting was called.",
        ),
    ),
    "talks that collapse": (
        (),
        (
            "Talks between the union and the tram operator collapsed on Tuesday. Police officers stood outside.",
            "Pay talks collapsed late on Tuesday, the union said. Rescue is not in sight.",
        ),
    ),
    "a plan without cost and time": (
        ("cost", "date"),
        (
            "The city of Elstrand will build a new bridge across the harbour. Mayor Tove Rask said the old one was beyond repair.",
            "Elstrand is to build a bridge across its harbour. The council backed the plan.",
        ),
    ),
    "a plan with both": (
        (),
        (
            "The city of Elstrand will build a new bridge across the harbour for 40 million euros by 2033.",
            "Elstrand is to build a bridge across its harbour. The council backed the plan.",
        ),
    ),
    "ties that are built": (
        (),
        (
            "The two countries will build closer ties. Ministers met in Elstrand.",
            "The two countries will build trust, ministers said.",
        ),
    ),
    "a purchase without a price": (
        ("cost",),
        (
            "Norrvik Steel has bought the shipyard of Elstrand. The yard employs many welders.",
            "Norrvik Steel acquired the Elstrand shipyard, the two companies said.",
        ),
    ),
    "a purchase whose price is kept secret": (
        (),
        (
            "Norrvik Steel has bought the shipyard of Elstrand for an undisclosed sum.",
            "Norrvik Steel acquired the Elstrand shipyard, the two companies said.",
        ),
    ),
    "an accusation without an answer": (
        ("answer",),
        (
            "The union accused Norrvik Steel of hiding safety reports. Its head, Ina Dorn, said they were two years old.",
            "The union has accused Norrvik Steel of hiding safety reports from workers.",
        ),
    ),
    "an accusation that is denied": (
        (),
        (
            "The union accused Norrvik Steel of hiding safety reports.",
            "The union has accused Norrvik Steel of hiding safety reports. Norrvik Steel denied it.",
        ),
    ),
    "an accusation to which a lawyer answers": (
        (),
        (
            "Prosecutors charged Marek Dunn with fraud on Tuesday. He sold berths, they say.",
            "Marek Dunn was charged with fraud on Tuesday. His lawyer said the berths were his to sell.",
        ),
    ),
    "a suit without an answer": (
        ("answer",),
        (
            "Nine officers filed a lawsuit on Tuesday against former harbour master Marek Dunn. They want their pay.",
            "Marek Dunn was arrested and charged with fraud on Tuesday. The harbour was shut.",
        ),
    ),
    "a suit against nobody who is named": (
        (),
        (
            "Nine officers filed a lawsuit on Tuesday against several U.S.-based makers of buoys. They want their pay.",
            "Makers of buoys were sued on Tuesday by nine officers. They want their pay.",
        ),
    ),
    "a fire that nobody was sent to": (
        ("toll",),
        (
            "A large fire has destroyed much of a supermarket in Velmora. The shop was built in 1968.",
            "A fire destroyed a supermarket in Velmora on Tuesday. Its owners want to build it up again.",
        ),
    ),
    "a purchase that is agreed": (
        ("cost",),
        (
            "Norrvik Steel has agreed to buy the shipyard of Elstrand. The yard employs many welders.",
            "Norrvik Steel to acquire Elstrand shipyard. The yard employs many welders.",
        ),
    ),
    "things that people may buy": (
        (),
        (
            "Travellers in Velmora can buy a pass for all trams. Mayor Tove Rask said residents bought sandbags.",
            "A pass for all trams is new in Velmora. Passengers could buy it on Tuesday.",
        ),
    ),
    "a vote without a count": (
        ("count",),
        (
            "The council of Elstrand voted to replace the Lantern Bridge. Work starts in May.",
            "Councillors in Elstrand voted to replace the bridge on Tuesday.",
        ),
    ),
    "a vote with a count": (
        (),
        (
            "The council of Elstrand voted by 17 to 12 to replace the Lantern Bridge. Work starts in May.",
            "Councillors in Elstrand voted to replace the bridge on Tuesday.",
        ),
    ),
    "an attack without a suspect": (
        ("responsible",),
        (
            "A tram driver was stabbed in Velmora on Tuesday evening. Police cordoned off the square. He is in hospital.",
            "A driver of the tram company was stabbed in Velmora on Tuesday. Officers searched the square.",
        ),
    ),
    "an attack with an arrest": (
        (),
        (
            "A tram driver was stabbed in Velmora on Tuesday evening. Police arrested a man of 30.",
            "A driver of the tram company was stabbed in Velmora on Tuesday. Officers searched the square.",
        ),
    ),
    "a film that was shot": (
        (),
        (
            "The film was shot in Velmora. Police escorted the crew.",
            "The film was shot in Velmora with a small crew and officers as extras.",
        ),
    ),
    "a sentence without its length": (
        ("term",),
        (
            "Jon Eide, the former harbour master, was sentenced on Tuesday for selling berths. An appeal is likely.",
            "The former harbour master Jon Eide was sentenced for fraud.",
        ),
    ),
    "a resignation without a successor": (
        ("successor",),
        (
            "Tove Rask resigned as mayor of Elstrand on Tuesday. She wants to spend time with her family.",
            "Tove Rask resigned on Tuesday. Few had seen it coming.",
        ),
    ),
    "a resignation with one": (
        (),
        (
            "Tove Rask resigned as mayor of Elstrand on Tuesday. Her deputy takes over.",
            "Tove Rask resigned on Tuesday. Few had seen it coming.",
        ),
    ),
}


@pytest.mark.parametrize("name", PILES)
def test_what_readers_miss_is_asked_and_nothing_else(name: str) -> None:
    asked, texts = PILES[name]
    found = weighed(dict(zip("ab", texts, strict=True)))
    assert tuple(one.asks for one in found.unanswered) == asked


def test_a_question_names_the_claims_that_raise_it_and_a_reason() -> None:
    found = weighed(dict(zip("ab", PILES["a vote without a count"][1], strict=True)))
    (one,) = found.unanswered
    raising = [claim.text for claim in found.claims if claim.id in one.claim_ids]
    assert raising
    assert all("voted" in text for text in raising)
    assert one.reason


def test_who_does_not_answer_is_named() -> None:
    found = weighed(dict(zip("ab", PILES["an accusation without an answer"][1], strict=True)))
    assert found.unanswered[0].question == "what Norrvik Steel says to it"


def test_an_answer_in_one_of_many_articles_is_enough() -> None:
    texts = PILES["an accident without a toll"][1]
    found = weighed(
        {"a": texts[0], "b": texts[1], "c": "Trams were late in Velmora. Three passengers were taken to hospital, one badly hurt."}
    )
    assert found.unanswered == ()


def test_an_event_that_one_of_many_articles_mentions_is_not_the_story_s() -> None:
    vote, other = PILES["a vote without a count"][1]
    rest = {
        str(i): f"The Lantern Bridge is {i} years older than the harbour. Gulls nest on it, and {i} painters work there."
        for i in range(3, 9)
    }
    assert weighed({"a": vote, **rest}).unanswered == ()
    assert weighed({"a": vote, "b": other, "c": rest["3"]}).unanswered != ()


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(sorted(PILES)), st.permutations(["a", "b"]))
def test_the_order_of_the_articles_and_copies_change_no_question(name: str, order: list[str]) -> None:
    texts = dict(zip("ab", PILES[name][1], strict=True))
    asked = weighed(texts).unanswered
    assert weighed({key: texts[key] for key in order}).unanswered == asked
    copied = weighed({**texts, "z": texts["a"]}, same={"z": "a"}).unanswered
    assert [one.question for one in copied] == [one.question for one in asked]
