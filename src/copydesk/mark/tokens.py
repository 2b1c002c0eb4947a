"""Turns the parser's answer into tokens of the text."""

from collections.abc import Iterator, Sequence

from copydesk.mark.sentences import Cut
from copydesk.ports import ParsedSentence
from copydesk.records import Token


def tokens_of(cuts: Sequence[Cut], parsed: Sequence[ParsedSentence]) -> tuple[Token, ...]:
    """Return the words of all sentences with their tags, heads counted in the whole text."""
    return tuple(_tokens(cuts, parsed))


def _tokens(cuts: Sequence[Cut], parsed: Sequence[ParsedSentence]) -> Iterator[Token]:
    first = 0
    for one, analysis in zip(cuts, parsed, strict=True):
        for at, word in enumerate(one.words):
            head = analysis.heads[at]
            yield Token(
                start=word.start,
                end=word.end,
                tag=analysis.tags[at],
                fine=analysis.fine[at],
                lemma=analysis.lemmas[at],
                head=head if head < 0 else first + head,
                relation=analysis.relations[at],
            )
        first += len(one.words)
