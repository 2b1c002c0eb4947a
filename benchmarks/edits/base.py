"""What all edits work with."""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.records import Marks


@dataclass(frozen=True)
class Original:
    """A sentence of an article, as edits see it.

    Attributes:
        text: The sentence.
        marks: What was found in it, with spans from its start.
        names: Names that stand elsewhere in the pile.
        article: The article's whole text.
    """

    text: str
    marks: Marks
    names: tuple[str, ...]
    article: str

    def draw(self, options: Sequence[str], salt: str = "") -> str:
        """Return one of the options, always the same for the same sentence."""
        return options[zlib.crc32((self.text + salt).encode()) % len(options)]


@dataclass(frozen=True)
class Edit:
    """An edited sentence.

    Attributes:
        kind: What was done.
        true: Whether the article still carries it.
        text: The new sentence.
    """

    kind: str
    true: bool
    text: str


def swap(original: Original, pairs: Sequence[tuple[str, str]]) -> str | None:
    """Return the sentence with the first of the pairs that fits exchanged."""
    for old, new in pairs:
        found = re.search(
            rf"(?<![\w-]){re.escape(old)}(?![\w-])" if old[0].isalpha() else re.escape(old), original.text, re.IGNORECASE
        )
        if found:
            word = new.capitalize() if found[0][0].isupper() and found[0][0].isalpha() else new
            word = " ".join(part.capitalize() for part in new.split()) if found[0].istitle() and " " in new else word
            return original.text[: found.start()] + word + original.text[found.end() :]
    return None


def replaced(original: Original, start: int, end: int, new: str) -> str:
    """Return the sentence with a span exchanged."""
    return original.text[:start] + new + original.text[end:]
