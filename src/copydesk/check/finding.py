"""What the parts of `check` say about one thing they looked for."""

import msgspec

from copydesk.records import Outcome


class Finding(msgspec.Struct, frozen=True):
    """One thing a sentence says, and whether its grounding carries it.

    Attributes:
        kind: `number`, `date`, `name`, `role`, `quote`, `negation`, `firmness`, `scope`, `speaker`, `attribution`, `order`,
            `words`, …
        text: What was looked for, as the sentence says it.
        outcome: Whether it is carried.
        line: Index of the sentence of the grounding that carries or contradicts it; -1 where none does.
        words: Indices of the words of the sentence this answers for: they need not be found as words, too.
        instead: What stands in its place there, or what is left out of it, in the article's words; empty where nothing does, or not
            in one piece.
    """

    kind: str
    text: str
    outcome: Outcome
    line: int = -1
    words: tuple[int, ...] = ()
    instead: str = ""
