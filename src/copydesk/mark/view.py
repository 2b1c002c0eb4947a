"""A text with its words, as the finders look at it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
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
        vocabulary: Those words.
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
    vocabulary: frozenset[str]
    capitals: tuple[int, ...]
    digits: tuple[int, ...]
    _phrases: dict[tuple[int, int], str] = field(default_factory=dict, repr=False, compare=False)

    def where(self, words: Set[str]) -> list[int]:
        """Return the indices of the tokens that are one of these words, given in lower case."""
        return sorted(chain.from_iterable(map(self.places.__getitem__, self.vocabulary & words)))

    def phrase(self, first: int, last: int) -> str:
        """Return the text of tokens `first` to `last` (exclusive) on one line."""
        if last - first == 1:
            return self.words[first]
        known = self._phrases.get((first, last))
        if known is None:
            known = self._phrases[first, last] = " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split())
        return known

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


def view_of(text: str, blocks: Sequence[Block], cuts: Sequence[Cut], parsed: Sequence[ParsedSentence]) -> View:
    """Return the view of a text from its sentences and the parser's answer."""
    ends = list(accumulate([len(one.words) for one in cuts], initial=0))
    sentences = tuple(
        [
            SentenceMark(start=one.starts[0], end=one.end, block=one.block, kind=blocks[one.block].kind, first=first, last=last)
            for one, (first, last) in zip(cuts, pairwise(ends), strict=True)
        ]
    )
    words = tuple(chain.from_iterable([one.words for one in cuts]))
    starts = tuple(chain.from_iterable([one.starts for one in cuts]))
    lower = tuple(map(str.lower, words))
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(lower):
        places[word].append(at)
    return View(
        text=text,
        sentences=sentences,
        tokens=tuple(_tokens(words, starts, ends, parsed)),
        words=words,
        lower=lower,
        labels=tuple(chain.from_iterable([analysis.entities for analysis in parsed])),
        starts=starts,
        begins=tuple([one.start for one in sentences]),
        owners=tuple(chain.from_iterable([repeat(index, len(one.words)) for index, one in enumerate(cuts)])),
        places=dict(places),
        vocabulary=frozenset(places),
        capitals=tuple([at for at, word in enumerate(words) if word != lower[at] and word[0].isupper()]),
        digits=tuple(sorted([at for word in places if word[0].isdigit() for at in places[word]])),
    )


def _tokens(words: Sequence[str], starts: Sequence[int], ends: Sequence[int], parsed: Sequence[ParsedSentence]) -> list[Token]:
    """Return the words with their tags, heads counted in the whole text."""
    heads = [head if head < 0 else first + head for first, analysis in zip(ends, parsed, strict=False) for head in analysis.heads]
    columns = [chain.from_iterable([getattr(one, column) for one in parsed]) for column in ("tags", "fine", "lemmas", "relations")]
    return [
        Token(start=start, end=start + len(word), tag=tag, fine=fine, lemma=lemma, head=head, relation=relation)
        for start, word, tag, fine, lemma, head, relation in zip(starts, words, *columns[:3], heads, columns[3], strict=True)
    ]
