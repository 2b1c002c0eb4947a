"""A text with its words, as the finders look at it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise, repeat

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
        begins: Where each sentence begins.
        owners: Index of each token's sentence.
        places: Indices of the tokens of each word in lower case.
        capitals: Indices of the tokens that begin with a capital.
        digits: Indices of the tokens that begin with a digit.
    """

    text: str
    sentences: tuple[SentenceMark, ...]
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    lower: tuple[str, ...]
    labels: tuple[str, ...]
    starts: tuple[int, ...]
    begins: tuple[int, ...]
    owners: tuple[int, ...]
    places: dict[str, list[int]]
    capitals: tuple[int, ...]
    digits: tuple[int, ...]

    def where(self, words: Set[str]) -> list[int]:
        """Return the indices of the tokens that are one of these words, given in lower case."""
        return sorted(at for word in self.places.keys() & words for at in self.places[word])

    def phrase(self, first: int, last: int) -> str:
        """Return the text of tokens `first` to `last` (exclusive) on one line."""
        if last - first == 1:
            return self.words[first]
        return " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    def sentence_of(self, token: int) -> SentenceMark:
        """Return the sentence a token stands in."""
        return self.sentences[self.owners[token]]

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
        return max(0, bisect_right(self.begins, place) - 1)

    def above(self, token: int) -> Iterator[int]:
        """Yield the indices of the words a word depends on, nearest first."""
        seen = 0
        head = self.tokens[token].head
        while head >= 0 and seen < 50:  # a parser may err; a circle must not hold us
            yield head
            head = self.tokens[head].head
            seen += 1


def view_of(
    text: str, blocks: Sequence[Block], cuts: Sequence[Cut], words: Sequence[Sequence[str]], parsed: Sequence[ParsedSentence]
) -> View:
    """Return the view of a text from its sentences, their words and the parser's answer."""
    tokens = tuple(chain.from_iterable(_tokens(cuts, parsed)))
    ends = list(accumulate(map(len, words), initial=0))
    sentences = tuple(
        [
            SentenceMark(start=one.start, end=one.end, block=one.block, kind=blocks[one.block].kind, first=first, last=last)
            for one, (first, last) in zip(cuts, pairwise(ends), strict=True)
        ]
    )
    flat = tuple(chain.from_iterable(words))
    lower = tuple([word.lower() for word in flat])
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(lower):
        places[word].append(at)
    return View(
        text=text,
        sentences=sentences,
        tokens=tokens,
        words=flat,
        lower=lower,
        labels=tuple(chain.from_iterable([analysis.entities for analysis in parsed])),
        starts=tuple([token.start for token in tokens]),
        begins=tuple([one.start for one in sentences]),
        owners=tuple(chain.from_iterable([repeat(index, len(one)) for index, one in enumerate(words)])),
        places=dict(places),
        capitals=tuple([at for at, word in enumerate(flat) if word != lower[at] and word[0].isupper()]),
        digits=tuple(sorted([at for word in places if word[0].isdigit() for at in places[word]])),
    )


def _tokens(cuts: Sequence[Cut], parsed: Sequence[ParsedSentence]) -> Iterator[list[Token]]:
    """Yield the words of each sentence with their tags, heads counted in the whole text."""
    first = 0
    for one, analysis in zip(cuts, parsed, strict=True):
        columns = zip(one.words, analysis.tags, analysis.fine, analysis.lemmas, analysis.heads, analysis.relations, strict=True)
        yield [
            Token(
                start=word.start,
                end=word.end,
                tag=tag,
                fine=fine,
                lemma=lemma,
                head=head if head < 0 else first + head,
                relation=relation,
            )
            for word, tag, fine, lemma, head, relation in columns
        ]
        first += len(one.words)
