# ruff: noqa: ANN401 -- spaCy may be absent, so its types are not known
"""A spaCy pipeline behind the parser port, where spaCy is installed; what to do where it is not."""

import sys
from typing import Any

import pytest
from tests.needs import library

from copydesk.errors import MissingExtra
from copydesk.models import spacy as adapter

WORDS = ["Officials", "in", "Velmora", "resigned", ".", "Rain", "fell"]


def test_without_spacy_the_error_says_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)  # how Python marks a module that cannot be imported
    with pytest.raises(MissingExtra, match=r"pip install 'copydesk\[spacy\]'"):
        adapter.load("en_core_web_sm")


@pytest.fixture
def pipeline() -> Any:
    """A pipeline whose one component writes down an analysis in spaCy's own scheme."""
    spacy = library("spacy")
    language = spacy.blank("en")

    def fixed_analysis(doc: Any) -> Any:
        doc.ents = [spacy.tokens.Span(doc, 2, 3, label="GPE")] if len(doc) > 2 else []
        for word, head, dep in zip(
            doc, (3, 0, 1, 3, 3, 6, 6), ("nsubj", "prep", "pobj", "ROOT", "punct", "nsubj", "ROOT"), strict=False
        ):
            word.dep_, word.head, word.pos_, word.tag_ = dep, doc[min(head, len(doc) - 1)], "NOUN", "NN"
        return doc

    spacy.Language.component("fixed_analysis", func=fixed_analysis)
    language.add_pipe("fixed_analysis")
    return language


def test_relations_become_universal_and_the_root_is_one(pipeline: Any) -> None:
    parsed, empty, short = adapter.SpacyParser(pipeline).parse([WORDS, [], ["Rain"]])
    assert parsed.heads == (3, 2, 0, -1, 3, 6, 3)
    assert parsed.relations == ("nsubj", "case", "nmod", "root", "punct", "nsubj", "parataxis")
    assert parsed.entities[2] == "B-place"
    assert empty.tags == ()
    assert short.heads == (-1,)
