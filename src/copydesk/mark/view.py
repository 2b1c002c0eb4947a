"""A text with its words, as the finders look at it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from copydesk.mark.sentences import Cut
from copydesk.ports import ParsedSentence
from copydesk.records import Block, SentenceMark, Token


@dataclass(frozen=True, slots=True)
class View:
    """A text that has been cut and parsed.

    Attributes:
        text: The text.
        sentences: Its sentences.
        tokens: Words and signs of all sentences.
        words: The same as written.
        lower: The same in lower case.
        labels: The parser's labels for names: `B-person`, `I-person`, …, `O`.
        starts: Where each token begins.
    """

    text: str
    sentences: tuple[SentenceMark, ...]
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    lower: tuple[str, ...]
    labels: tuple[str, ...]
    starts: tuple[int, ...]

    def token_at(self, place: int) -> int:
        """Return the index of the token that holds a code point, else of the first one behind it."""
        at = bisect_right(self.starts, place) - 1
        return at if at >= 0 and place < self.tokens[at].end else at + 1

    def tokens_in(self, start: int, end: int) -> range:
        """Return the indices of the tokens that begin in `text[start:end]`."""
        first = bisect_left(self.starts, start)
        return range(first, bisect_left(self.starts, end, first if start <= end else 0))

    def sentence_at(self, place: int) -> int:
        """Return the index of the sentence that holds a code point, else of the last one before it (0 at least)."""
        return max(0, bisect_right(self.sentences, place, key=lambda sentence: sentence.start) - 1)

    def above(self, token: int) -> Iterator[int]:
        """Yield the indices of the words a word depends on, nearest first."""
        seen = 0
        head = self.tokens[token].head
        while head >= 0 and seen < 50:  # a parser may err; a circle must not hold us
            yield head
            head = self.tokens[head].head
            seen += 1


def view_of(text: str, blocks: Sequence[Block], cuts: Sequence[Cut], parsed: Sequence[ParsedSentence]) -> View:
    """Return the view of a text from its sentences and the parser's answer."""
    tokens = tuple(_tokens(cuts, parsed))
    words = tuple([text[word.start : word.end] for one in cuts for word in one.words])
    ends = list(accumulate((len(one.words) for one in cuts), initial=0))
    sentences = tuple(
        SentenceMark(start=one.start, end=one.end, block=one.block, kind=blocks[one.block].kind, first=first, last=last)
        for one, (first, last) in zip(cuts, pairwise(ends), strict=True)
    )
    labels = tuple(label for analysis in parsed for label in analysis.entities)
    lower = tuple([word.lower() for word in words])
    return View(text, sentences, tokens, words, lower, labels, tuple([token.start for token in tokens]))


def _tokens(cuts: Sequence[Cut], parsed: Sequence[ParsedSentence]) -> Iterator[Token]:
    """Yield the words of all sentences with their tags, heads counted in the whole text."""
    first = 0
    for one, analysis in zip(cuts, parsed, strict=True):
        columns = zip(one.words, analysis.tags, analysis.fine, analysis.lemmas, analysis.heads, analysis.relations, strict=True)
        for word, tag, fine, lemma, head, relation in columns:
            yield Token(
                start=word.start,
                end=word.end,
                tag=tag,
                fine=fine,
                lemma=lemma,
                head=head if head < 0 else first + head,
                relation=relation,
            )
        first += len(one.words)
