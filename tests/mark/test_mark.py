"""What holds for every text: marks resolve, keep their order and their block, and nothing crashes."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.mark.conftest import WEDNESDAY, Marker

from copydesk.mark import MarkConfig, MarkContext, mark_texts
from copydesk.models import load_parser
from copydesk.ports import ParsedSentence, Parser
from copydesk.records import AmountMark, Block, CreditMark, DateMark, Marks, NameMark, QuoteMark

WORDS = """
U.S. the said reported told , . ? ( ) 70 $ % - 3-2 1,200 half million Tuesday 2031 (Vesna) Source: By he who
of : minus to between and first last week ago Mr. J. not is will bridge officials report
"""
OTHERS = [
    "Rada Venn",
    "Prime Minister",
    "“",
    "”",
    '"',
    "''",
    "``",
    "‘",
    "’",
    "'",
    "\n",
    "\n\n",
    " ",
    " — ",
    "a dozen",
    "April 10",
    "5 p.m.",
    "according to",
    "The Lantern",
    "…",
    "\x00",
    "\u202e",
    "é",
    "日本",
    "🙂",
]
PIECES = st.sampled_from([*WORDS.split(), *OTHERS])
NEWSLIKE = st.lists(PIECES, max_size=60).map(" ".join)
ANYTHING = st.one_of(st.text(max_size=300), NEWSLIKE, st.lists(PIECES, max_size=40).map("".join))
UNHURRIED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def all_marks(marks: Marks) -> Iterator[AmountMark | CreditMark | DateMark | NameMark | QuoteMark]:
    yield from marks.amounts
    yield from marks.dates
    yield from marks.names
    yield from marks.quotes
    yield from marks.credits


@given(text=ANYTHING)
@UNHURRIED
def test_every_mark_resolves_in_order_and_inside_one_block(marked: Marker, text: str) -> None:
    marks = marked(text)
    blocks = {sentence.block: (10**9, -1) for sentence in marks.sentences}
    for s in marks.sentences:
        low, high = blocks[s.block]
        blocks[s.block] = (min(low, s.start), max(high, s.end))
        assert 0 <= s.start < s.end <= len(text)
        assert text[s.start : s.end].strip() == text[s.start : s.end]
        assert s.first < s.last
    for mark in all_marks(marks):
        assert 0 <= mark.start < mark.end <= len(text)
        assert text[mark.start : mark.end].strip()
        assert any(low <= mark.start and mark.end <= high for low, high in blocks.values())
    for name in ("sentences", "tokens", "amounts", "dates", "names", "quotes", "credits"):
        starts = [one.start for one in getattr(marks, name)]
        assert starts == sorted(starts)


@given(text=ANYTHING)
@UNHURRIED
def test_tokens_cover_sentences_and_heads_stay_inside(marked: Marker, text: str) -> None:
    marks = marked(text)
    assert [t for s in marks.sentences for t in marks.tokens[s.first : s.last]] == list(marks.tokens)
    for s in marks.sentences:
        heads = [t.head for t in marks.tokens[s.first : s.last]]
        assert all(head == -1 or s.first <= head < s.last for head in heads)


@given(text=ANYTHING)
@UNHURRIED
def test_speakers_and_entities_resolve(marked: Marker, text: str) -> None:
    marks = marked(text)
    ids = {entity.id for entity in marks.entities}
    assert {name.entity for name in marks.names} == ids
    for quote in marks.quotes:
        assert quote.start <= quote.words_start <= quote.words_end <= quote.end
        assert quote.entity is None or quote.entity in ids
        if quote.speaker is not None:
            assert " ".join(text[quote.speaker_start : quote.speaker_end].split()) == quote.speaker
    for credit in marks.credits:
        assert 0 <= credit.covers_start <= credit.covers_end <= len(text)
        assert credit.name


@given(text=NEWSLIKE)
@UNHURRIED
def test_the_same_text_gives_the_same_marks(marked: Marker, text: str) -> None:
    assert marked(text) == marked(text)


def test_blocks_bound_sentences_and_give_their_kind(marked: Marker) -> None:
    text = "By Rada Venn\nThe bridge is\nsafe."
    blocks = (Block(start=0, end=12, kind="byline"), Block(start=13, end=26), Block(start=27, end=32))
    marks = marked(text, MarkContext(blocks=blocks))
    assert [(text[s.start : s.end], s.block, s.kind) for s in marks.sentences] == [
        ("By Rada Venn", 0, "byline"),
        ("The bridge is", 1, "body"),
        ("safe.", 2, "body"),
    ]


def test_an_empty_text_has_no_marks(marked: Marker) -> None:
    assert marked("") == Marks()
    assert marked(" \n\n \t") == Marks()


HOSTILE = {
    "one endless word": "a" * 100_000,
    "one endless line": "The bridge is safe and " * 2_000,
    "quotation marks": '"' * 8_000,
    "open quotes": "“It is late and " * 4_000,
    "single quotes": "'It is late " * 4_000,
    "numbers": "70 - " * 4_000,
    "dates": "Tuesday, April 10, " * 1_000,
    "names": "Rada Venn, " * 3_000,
    "different names": " ".join(f"Mr. Venn{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}," for i in range(2_000)),
    "attributions": "he said, " * 2_000,
    "credits": "reported The Lantern, " * 1_500,
    "brackets": "(" * 15_000,
    "capitals": "A. " * 8_000,
    "blank lines": "It.\n\n" * 5_000,
    "NULs and overrides": "\x00\u202e\u200b" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_marked_like_any_other(marked: Marker, name: str) -> None:
    text = HOSTILE[name]
    for mark in all_marks(marked(text)):
        assert 0 <= mark.start < mark.end <= len(text)


class Counting:
    """A parser that counts the sentences it is asked for."""

    def __init__(self, parser: Parser) -> None:
        self.name = parser.name
        self.asked = 0
        self._parser = parser

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[ParsedSentence]:
        """Count and answer."""
        self.asked += len(sentences)
        return self._parser.parse(sentences)


def test_many_texts_are_marked_as_each_alone_is(marked: Marker) -> None:
    shared = "Rada Venn, the mayor of Davor, said on Tuesday that 40 houses had burnt."
    texts = [f"{shared} {more}" for more in ("“We will rebuild,” she said.", "", "The Vesna Times reported it first.")]
    parser = Counting(load_parser())
    context = MarkContext(published=WEDNESDAY)
    together = list(mark_texts([(text, context) for text in (*texts, "", *texts)], parser, MarkConfig()))
    assert together == [marked(text) for text in (*texts, "", *texts)]
    assert parser.asked == 3  # each different sentence once


def test_more_words_than_are_parsed_at_once(marked: Marker) -> None:
    texts = [f"The ferry reached pier {number} at noon, and {number} people left it." * 3 for number in range(200)]
    together = mark_texts([(text, MarkContext()) for text in texts], load_parser(), MarkConfig())
    assert [marks.tokens for marks in together] == [marked(text, MarkContext()).tokens for text in texts]
