"""How good the built-in parser is on GUM's test part, as floors that only a reviewed change may lower."""

import pytest
from benchmarks.gum import Sentence, sentences, spans
from benchmarks.parser import f1
from tests.needs import shared

from copydesk.models import load_parser
from copydesk.ports import ParsedSentence

FLOORS = {"tags": 0.96, "fine": 0.957, "heads": 0.82, "relations": 0.785, "lemmas": 0.965}
NAMES = 0.55
NAMES_KIND_ASIDE = 0.755

Pairs = list[tuple[Sentence, ParsedSentence]]


@pytest.fixture(scope="module")
def analysed() -> Pairs:
    shared("gum")
    gold = sentences("test")
    return list(zip(gold, load_parser().parse([s.words for s in gold]), strict=True))


def right(pair: tuple[Sentence, ParsedSentence], column: str, i: int) -> bool:
    gold, made = pair
    if column == "relations":
        return gold.heads[i] == made.heads[i] and gold.relations[i] == made.relations[i]
    return bool(getattr(gold, column)[i] == getattr(made, column)[i])


@pytest.mark.parametrize("column", sorted(FLOORS))
def test_share_of_words_that_are_right(analysed: Pairs, column: str) -> None:
    words = [(pair, i) for pair in analysed for i in range(len(pair[0].words))]
    assert sum(right(pair, column, i) for pair, i in words) / len(words) >= FLOORS[column]


def test_names(analysed: Pairs) -> None:
    pairs = [(set(spans(made.entities)), set(spans(gold.entities))) for gold, made in analysed]
    assert f1(pairs) / 100 >= NAMES
    assert f1([({n[:2] for n in made}, {n[:2] for n in gold}) for made, gold in pairs]) / 100 >= NAMES_KIND_ASIDE
