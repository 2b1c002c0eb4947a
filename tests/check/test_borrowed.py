"""What is taken from another sentence than the rest has to be said of the same there."""

import pytest
from tests.check.articles import article, failed, verdict

BORROWED = [
    (
        ("Dalen Steel will cut jobs at its mill.", "Norrby Metals will cut 300 jobs at its mill."),
        "Dalen Steel will cut 300 jobs.",
        "number",
    ),
    (
        ("The fire in Quist destroyed homes. The flood in Varn destroyed 31 homes.",),
        "The fire in Quist destroyed 31 homes.",
        "number",
    ),
    (("The quake in Loma killed people.", "The quake in Terra killed 14 people."), "The quake in Loma killed 14 people.", "number"),
    (("The Greens won seats in the north. The Liberals won 31 seats.",), "The Greens won 31 seats.", "number"),
    (("Ines Falk was jailed on Monday.", "Karl Ott, 44, was jailed."), "Ines Falk, 44, was jailed.", "number"),
    (
        ("Rita Sol signed the letter. Emil Ott, who chairs the bank, did not.",),
        "Rita Sol, who chairs the bank, signed the letter.",
        "order",
    ),
    (("Ana Velde spoke first. The union is led by Olaf Brandt.",), "Ana Velde, who leads the union, spoke first.", "order"),
]


@pytest.mark.parametrize(("said", "sentence", "kind"), BORROWED)
def test_what_one_passage_tells_of_another_is_not_carried(said: tuple[str, ...], sentence: str, kind: str) -> None:
    found = verdict(sentence, *(article(text, name=f"a{at}") for at, text in enumerate(said)))
    assert found.label == "partly"
    assert failed(found) == {kind}


TOGETHER = [
    (("The clinic treated patients all night. It treated 40 patients on Monday.",), "The clinic treated 40 patients."),
    (("Ana Velde spoke first.", "Ana Velde heads the council."), "Ana Velde, who heads the council, spoke first."),
    (("Pia Roth praised the team.", "Pia Roth, the coach, arrived late."), "Pia Roth, the coach, praised the team."),
]


@pytest.mark.parametrize(("said", "sentence"), TOGETHER)
def test_what_two_passages_tell_of_the_same_is_carried_together(said: tuple[str, ...], sentence: str) -> None:
    assert verdict(sentence, *(article(text, name=f"a{at}") for at, text in enumerate(said))).label == "supported"


OFFICES = [
    ("The mayor, Olaf Brandt, was ill. Ana Velde opened the bridge.", "The mayor, Ana Velde, opened the bridge."),
    ("Ivo Mann plays for Lund. Pia Roth is the coach of Lund.", "The coach of Lund is Ivo Mann."),
    ("Ana Velde opened the bridge. Olaf Brandt, Quist's mayor, was ill.", "Velde, Quist's mayor, opened the bridge."),
    (
        "The club's president, Ivo Mann, and its coach, Ana Velde, left.",
        "The club's president, Ana Velde, and its coach, Ivo Mann, left.",
    ),
    ("Pia Roth praised the team. The team's coach, Ivo Mann, was absent.", "The team's coach, Pia Roth, praised the team."),
]


@pytest.mark.parametrize(("said", "sentence"), OFFICES)
def test_an_office_is_not_taken_from_somebody_else(said: str, sentence: str) -> None:
    found = verdict(sentence, article(said))
    assert found.label == "contradicted"
    assert "role" in failed(found)


@pytest.mark.parametrize("sentence", ["The mayor, Ana Velde, opened the bridge.", "The mayor of Quist is Ana Velde."])
def test_an_office_is_known_from_whatever_words_give_it(sentence: str) -> None:
    assert verdict(sentence, article("Ana Velde, the mayor of Quist, opened the bridge.")).label in ("supported", "partly")
