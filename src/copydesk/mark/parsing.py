"""Parses each sentence of several texts once: reprints and quotes bring one word of twenty again, more where the event is one."""

from collections.abc import Sequence

from copydesk.ports import ParsedSentence, Parser

# How many analyses are kept (2 kB each).
_KEPT = 5_000


class Sentences:
    """What a parser said of the sentences of some texts.

    Args:
        parser: What says it; its answers do not hang on what stands beside a sentence.
    """

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self._known: dict[tuple[str, ...], ParsedSentence] = {}

    def parsed(self, sentences: Sequence[Sequence[str]]) -> list[ParsedSentence]:
        """Return the analysis of each sentence; the parser is called once, with those that are not known."""
        asked = list(map(tuple, sentences))
        new = [sentence for sentence in dict.fromkeys(asked) if sentence not in self._known]
        if len(self._known) + len(new) > _KEPT:
            self._known.clear()
            new = list(dict.fromkeys(asked))
        self._known.update(zip(new, self._parser.parse(new), strict=True))
        return list(map(self._known.__getitem__, asked))
