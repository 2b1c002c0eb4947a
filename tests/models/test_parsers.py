"""One body of tests for everything that fulfils the Parser port."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.models import load_parser
from copydesk.ports import ParsedSentence, Parser
from copydesk.text.tokens import tokenise

_UNIVERSAL = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X"
TAGS = frozenset(_UNIVERSAL.split())
PARSERS: dict[str, Callable[[], Parser]] = {"light": load_parser}


@pytest.fixture(scope="session", params=sorted(PARSERS))
def parser(request: pytest.FixtureRequest) -> Parser:
    return PARSERS[request.param]()


def words_of(text: str) -> list[str]:
    return [text[span.start : span.end] for span in tokenise(text)]


def assert_whole(words: Sequence[str], parsed: ParsedSentence) -> None:
    """Everything the port promises of one sentence."""
    columns = (parsed.tags, parsed.fine, parsed.lemmas, parsed.heads, parsed.relations, parsed.entities)
    assert all(len(column) == len(words) for column in columns)
    assert TAGS.issuperset(parsed.tags)
    assert all(parsed.lemmas)
    assert [head == -1 for head in parsed.heads] == [relation == "root" for relation in parsed.relations]
    assert parsed.heads.count(-1) == (1 if words else 0)
    for word in range(len(words)):
        at, steps = word, 0
        while at >= 0:
            at, steps = parsed.heads[at], steps + 1
            assert steps <= len(words)
    for before, label in zip(("O", *parsed.entities), parsed.entities, strict=False):
        assert label == "O" or label[:2] == "B-" or (label[:2] == "I-" and before[2:] == label[2:])


SENTENCES = [
    "Officials in Velmora said on Friday that the harbour would stay closed.",
    '"We will not go back," said Tarin Oskel, who leads the union.',
    "PORT TO REOPEN, MINISTER SAYS",
    "Yes.",
    "!",
    "1,200 of the 3.5m homes had no power at 6 a.m., up from 900.",
]


def test_each_sentence_gets_one_whole_analysis(parser: Parser) -> None:
    sentences = [words_of(text) for text in SENTENCES]
    parsed = parser.parse(sentences)
    assert len(parsed) == len(sentences)
    for words, one in zip(sentences, parsed, strict=True):
        assert_whole(words, one)


def test_a_sentence_is_read_the_same_whatever_stands_beside_it(parser: Parser) -> None:
    sentences = [words_of(text) for text in SENTENCES]
    together = parser.parse(sentences)
    assert [parser.parse([words])[0] for words in sentences] == together
    assert parser.parse(sentences[::-1]) == together[::-1]


def test_no_sentence_and_no_word(parser: Parser) -> None:
    assert parser.parse([]) == []
    nothing, one = parser.parse([[], ["Rain"]])
    assert_whole([], nothing)
    assert_whole(["Rain"], one)


def test_a_sentence_of_thousands_of_words(parser: Parser) -> None:
    words = words_of("The ferry, which was late, left for Velmora and then ") * 400
    assert_whole(words, parser.parse([words])[0])


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8), max_size=12), max_size=4))
@settings(deadline=None, max_examples=60)
def test_any_words_give_a_whole_analysis(sentences: list[list[str]]) -> None:
    parser = load_parser()
    for words, one in zip(sentences, parser.parse(sentences), strict=True):
        assert_whole(words, one)
