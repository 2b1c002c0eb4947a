"""Floors for what is caught and what is doubted in real articles; `benchmarks/checking.py` has the whole table."""

import random
from collections import Counter

import pytest
from benchmarks import piles
from benchmarks.checking import judged
from tests.needs import shared

ARTICLES = 10
# Shares that only a reviewed change may lower. These articles were looked at while the rules were written: a guard, not a measure.
CAUGHT = 0.97
DOUBTED = 0.04


@pytest.mark.parametrize("cited", [True, False])
def test_false_edits_are_caught_and_true_ones_are_not_doubted(*, cited: bool) -> None:
    shared("ecbplus", "articles.jsonl")
    articles, groups = piles.ecbplus()
    tally: Counter[tuple[bool, bool]] = Counter()
    for name in sorted(articles)[:: len(articles) // ARTICLES]:
        company = [other for other in sorted(groups) if groups[other] == groups[name] and other != name][:2]
        marked = list(piles.marked(articles[i] for i in (name, *company)).values())
        for _, edit, verdict in judged(marked, random.Random(name), None, cited=cited):
            tally[edit.true, verdict.label == "supported"] += 1
    assert tally[False, False] >= CAUGHT * (tally[False, False] + tally[False, True])
    assert tally[True, False] <= DOUBTED * (tally[True, False] + tally[True, True])
