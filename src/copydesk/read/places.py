"""What shows on a block only beside the others: neighbours, the core of the article, how its words relate to the text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, chain

from copydesk.read.signs import Face

PLACE = (
    "own", "before", "after", "before_near", "after_near", "inside", "behind", "ahead", "gap", "prose", "clutter_share",
    "end_sign", "gap_at_end", "end_but_known", "credit_follows", "related", "names_known", "names_new", "strange_run",
    "strange_rest",
)  # fmt: skip


class Vocabulary:
    """The words of several blocks.

    Attributes:
        blocks: The words of each.
        words: All of them.
        repeated: Those that stand in more than one block.
    """

    def __init__(self, blocks: Iterable[frozenset[str]]) -> None:
        self.blocks = tuple(blocks)
        self.words: set[str] = set()
        self.repeated: set[str] = set()
        for block in self.blocks:
            self.repeated |= block & self.words
            self.words |= block

    def commonest(self) -> str:
        """Return the word that stands in most blocks, the first in the alphabet of several; empty where there is none."""
        counts = Counter(chain.from_iterable(self.blocks))
        return min(counts, key=lambda word: (-counts[word], word), default="")

    def share(self, words: frozenset[str], *, itself: bool = False) -> float:
        """Return the share of some words that stand in it; `itself`: the words are one of its blocks, which does not count."""
        return len(words & (self.repeated if itself else self.words)) / len(words) if words else 0.0


class Core:
    """The stretch of blocks that holds most of the article, and its words.

    Attributes:
        start: First block.
        end: Behind the last block.
    """

    def __init__(self, start: int, end: int, prose: Sequence[Face]) -> None:
        self.start = start
        self.end = end
        self._prose = prose

    def is_of(self, start: int, end: int, prose: Sequence[Face]) -> bool:
        """Tell whether it is the core of this stretch and these paragraphs."""
        return (self.start, self.end) == (start, end) and self._prose == prose

    @cached_property
    def content(self) -> Vocabulary:
        """The meaningful words of its paragraphs."""
        return Vocabulary(face.content for face in self._prose)

    @cached_property
    def names(self) -> Vocabulary:
        """The names in its paragraphs."""
        return Vocabulary(face.names for face in self._prose)


def core_of(faces: Sequence[Face], chances: Sequence[float], known: Core | None = None) -> Core:
    """Find the stretch with the greatest sum of words in blocks that look like the article's, less those that do not.

    The maximum subarray, as boilerplate removers use it since Pasternack & Roth (2009), over words weighted by the chance. Where it
    is a core already known, that one is returned: its words are counted.
    """
    best, best_sum, start, running = (0, 0), 0.0, 0, 0.0
    for i, (face, chance) in enumerate(zip(faces, chances, strict=True)):
        gain = (chance - 0.5) * min(len(face.words), 60) - (3.0 if chance < 0.5 else 0.0)
        if running <= 0:
            running, start = 0.0, i
        running += gain
        if running > best_sum:
            best, best_sum = (start, i + 1), running
    inner = [face for face, chance in zip(faces[slice(*best)], chances[slice(*best)], strict=True) if chance >= 0.5 and face.prose]
    return known if known is not None and known.is_of(*best, inner) else Core(*best, inner)


def place_signs(faces: Sequence[Face], chances: Sequence[float], core: Core, *, use_widgets: bool) -> list[list[float]]:
    """Return, for each block, the numbers named in `PLACE`.

    Args:
        faces: The document's blocks.
        chances: For each, how likely it is the article's by its face alone, in [0, 1].
        core: Where most of the article stands by these chances.
        use_widgets: Whether the table of widgets counts.
    """
    new = _new_to_the_text(faces, chances, core)
    strange, to_come = _strangeness(faces, new, _runs(faces, new)), _to_come(faces, new)
    near = _Neighbours(faces, chances)
    clutter = sum(1 for chance in chances if chance < 0.3) / max(1, len(chances))
    signs, gap, ended = [], 0.0, 0.0
    end = [0.0, 0.0]
    for i, face in enumerate(faces):
        article = chances[i] >= 0.5 and face.prose
        # Paragraphs of one run stand or fall together: what shows an end before a run counts for all of it, and for nothing else.
        if gap or not article:
            end = [ended * (1 - to_come[i]), gap * (1 - to_come[i])]
        relation = _relation(i, faces, core, own=article)
        shape = [gap, float(face.prose), clutter, *end, max(end) * (1 - strange[i][0]) * relation[1]]
        signs.append([*near.signs(i), *_to_core(i, core), *shape, *relation, *strange[i]])
        gap = 0.0 if article else min(1.0, gap + 0.25)
        if use_widgets and face.widget in _END_SIGNS and i >= core.start:
            ended = max(ended, _END_SIGNS[face.widget])
        elif article and core.start <= i < core.end:
            ended *= 0.6
    return signs


_SUBHEAD_WORDS = 5
# Before so many words of the text have been seen, anything may still be new.
_NEW_BY_NATURE = 80
# How surely a widget stands behind the end: single teasers and newsletter forms often stand inside an article.
_END_SIGNS = {"more stories": 1.0, "comment form": 1.0, "tags": 0.6, "teaser": 0.4, "newsletter": 0.4}


class _Neighbours:
    """Means of the chances around a block, weighted by length, each in constant time."""

    def __init__(self, faces: Sequence[Face], chances: Sequence[float]) -> None:
        weights = [min(len(face.words), 40) + 3 for face in faces]
        self.chances = chances
        self.mass = [0.0, *accumulate(w * c for w, c in zip(weights, chances, strict=True))]
        self.total = [0, *accumulate(weights)]

    def mean(self, start: int, end: int) -> float:
        start, end = max(0, start), min(len(self.chances), end)
        return (self.mass[end] - self.mass[start]) / (self.total[end] - self.total[start]) if start < end else 0.5

    def signs(self, i: int) -> list[float]:
        before = self.chances[i - 1] if i else 0.5
        after = self.chances[i + 1] if i + 1 < len(self.chances) else 0.5
        return [self.chances[i], before, after, self.mean(i - 4, i), self.mean(i + 1, i + 5)]


def _to_core(i: int, core: Core) -> list[float]:
    if core.start <= i < core.end:
        return [1.0, 0.0, 0.0]
    return [0.0, min(1.0, max(0, i - core.end + 1) / 8), min(1.0, max(0, core.start - i) / 8)]


def _relation(i: int, faces: Sequence[Face], core: Core, *, own: bool) -> list[float]:
    """Return whether a photo credit follows, and how much of its words and names the core has outside the block."""
    face = faces[i]
    itself = own and core.start <= i < core.end
    known = core.names.share(face.names, itself=itself)
    enough = len(face.content) >= 5 and len(core.content.words) >= 20
    return [
        float(i + 1 < len(faces) and faces[i + 1].is_photo_credit),
        core.content.share(face.content, itself=itself) if enough else 0.5,
        known if face.names else 0.5,
        float(known == 0 and len(face.names) >= 2 and len(core.names.words) >= 3),
    ]


def _runs(faces: Sequence[Face], new: Sequence[float | None]) -> list[tuple[int, int]]:
    """Return the stretches of paragraphs without another line between them, but for subheads."""
    runs: list[tuple[int, int]] = []
    for i, strange in enumerate(new):
        if strange is None:
            continue
        if runs and (runs[-1][1] == i or (runs[-1][1] == i - 1 and is_subhead(faces[i - 1]))):
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return runs


def _strangeness(faces: Sequence[Face], new: Sequence[float | None], runs: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """Return how foreign to the article before it each block's run of paragraphs is, and all prose from that run on.

    The teaser of another story is a run of its own and brings its own people and places; a paragraph that follows its article's
    others directly never counts as foreign by itself.
    """
    signs = [(0.0, 0.0)] * len(faces)
    rest_words, rest_sum, following = 0, 0.0, len(faces)
    for start, end in reversed(runs[1:]):
        words = sum(len(faces[i].words) for i in range(start, end))
        run_sum = sum((new[i] or 0.0) * len(faces[i].words) for i in range(start, end))
        rest_words, rest_sum = rest_words + words, rest_sum + run_sum
        signs[start:following] = [(run_sum / words, rest_sum / rest_words)] * (following - start)
        following = start
    return signs


def is_subhead(face: Face) -> bool:
    """Tell whether a line may head a part of an article: a few words, no furniture of a page. Headlines are longer."""
    return (
        len(face.words) <= _SUBHEAD_WORDS
        and face.text[0].isalnum()
        and not (face.ends or face.widget or face.notice or face.by or face.is_photo_credit or face.is_numbered)
    )


def _to_come(faces: Sequence[Face], new: Sequence[float | None]) -> list[float]:
    """Return, for each block, how much of the text's known matter still stands from it on: 1 for half of it or more.

    A box of teasers inside an article looks like its end, but the article goes on behind it.
    """
    known = [0.0 if strange is None else (1 - strange) * len(face.words) for face, strange in zip(faces, new, strict=True)]
    total = sum(known) or 1.0
    behind = accumulate(reversed(known))
    return [min(1.0, 2 * mass / total) for mass in reversed(list(behind))]


def _new_to_the_text(faces: Sequence[Face], chances: Sequence[float], core: Core) -> list[float | None]:
    """Return, for each paragraph, how little of its words and names stood in the paragraphs before it; None for other blocks.

    Names count double. The first paragraphs of an article are new by nature.
    """
    content: set[str] = set()
    names: set[str] = set()
    seen, new = 0, list[float | None]()
    for i, face in enumerate(faces):
        if not (face.prose and chances[i] >= 0.5 and i >= core.start):
            new.append(None)
            continue
        known = _share(face.content, content) + 2 * (_share(face.names, names) if face.names else 0.25)
        new.append(max(0.0, 0.8 - known) / 0.8 if seen >= _NEW_BY_NATURE else 0.0)
        seen += len(face.words)
        content.update(face.content)
        names.update(face.names)
    return new


def _share(words: frozenset[str], known: set[str]) -> float:
    return len(words & known) / len(words) if words else 0.0
