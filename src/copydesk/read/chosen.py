"""The word of an extractor on a page's lines, weighed against that of the block judge."""

from collections.abc import Sequence

from copydesk.read.languages import language_of
from copydesk.read.signs import Face

# The chance that is enough where an extractor took a block, and where it did not. On the Fundus pages the second moves F1 from .929
# (.999) over .944 (.97) to .948 (.9); the first from .939 (.02) over .948 (.04) to .923 (.1).
_CHOSEN, _NOT_CHOSEN = 0.04, 0.9
# So many blocks around those it took are looked at: title, byline and credits stand there.
_BEFORE, _BEHIND = 25, 12


class Chosen:
    """Which lines an extractor took for the article's own."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = frozenset(lines)
        words = " ".join(lines).split()
        self.triples = frozenset(zip(words, words[1:], words[2:], strict=False))
        # The judge's signs are English; on other languages the extractor has the only say.
        self.alone = language_of(" ".join(lines)) not in ("en", "und")

    def holds(self, face: Face) -> bool:
        """Tell whether it took this block: as a line of its own, or nearly all of it where that can be no accident.

        Extractors and browsers part words at other places (initials set large, links without a space).
        """
        if face.key in self.lines:
            return True
        words = face.key.split()
        if len(words) < 5:
            return False
        triples = list(zip(words, words[1:], words[2:], strict=False))
        return sum(map(self.triples.__contains__, triples)) >= 0.8 * len(triples)

    def keeps(self, face: Face, chance: float) -> bool:
        """Tell whether a block is kept, given its chance by the judge."""
        if self.alone:
            return self.holds(face)
        return chance >= (_CHOSEN if self.holds(face) else _NOT_CHOSEN)

    def window(self, faces: Sequence[Face]) -> tuple[int, int]:
        """Return the range of blocks worth judging: from the first to the last that it took, and some around them.

        That is all of them where much prose stands outside: then the extractor may have taken a part for the whole.
        """
        held = [i for i, face in enumerate(faces) if self.holds(face)]
        if not held:
            return 0, len(faces)
        start, end = max(0, held[0] - _BEFORE), min(len(faces), held[-1] + 1 + _BEHIND)
        outside = sum(len(face.text) for face in (*faces[:start], *faces[end:]) if face.ends and len(face.text) > 80)
        return (start, end) if outside < sum(len(faces[i].text) for i in held) else (0, len(faces))
