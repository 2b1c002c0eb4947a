"""Boxes inside an article: the text goes on behind them.

Pages break their articles up by advertisements, pictures, teasers and whole lists of other stories, which copied text shows without
their frames. The judge of places takes such a box for the end, the more the less of the article stands before it. What tells that
the article goes on: paragraphs of plain prose without a headline of their own that speak of the same people and things, or that
follow a box which never closes an article, such as an advertisement or a picture.
"""

from collections.abc import Iterator, Sequence

from copydesk.read.judging import Judged
from copydesk.read.places import is_subhead
from copydesk.read.signs import Face
from copydesk.read.words import INVITING, OFFERED

# A paragraph by its face alone.
_SURE, _CAPTION = 0.7, 0.5
# So many words, in two paragraphs or more, has no teaser; so many words in common, or one name, tie them to the text before.
_WORDS, _PARAGRAPHS, _COMMON = 30, 2, 2
# Widgets behind which no article goes on, those that stand inside articles, and those that may be either.
_CLOSING = frozenset(["comment form", "tags", "legal"])
_INSIDE = frozenset(["advertisement", "teaser", "picture control", "podcast"])
_HEADLINE_WORDS, _HEADING_WORDS, _LINE_WORDS = 4, 5, 6
# What is enough for a short line between two paragraphs.
_LIKELY = 0.15
# What is enough for the paragraph before the first that is kept.
_LEAD = 0.4


def rejoined(judged: Judged, kept: Sequence[bool], taken: frozenset[int]) -> list[bool]:
    """Return which blocks are kept with those added that an article goes on with behind a box.

    Args:
        judged: The blocks and their chances.
        kept: For each, whether it is kept so far.
        taken: The places of those that go by their wording.
    """
    faces, result = judged.faces, list(kept)
    text = _Text()
    last = max((i for i, keep in enumerate(kept) if keep and faces[i].prose), default=0)
    for run in _runs(judged, kept, taken):
        box = range(text.end, run[0])
        if text.end and any(faces[i].widget in _CLOSING for i in box):
            break
        if any(kept[i] for i in run):
            text.add(run, faces)
        elif text.end and _goes_on(run, box, text, faces, inside=run[-1] < last):
            text.add(run, faces)
            result[run[0] : run[-1] + 1] = [result[i] or i in run for i in range(run[0], run[-1] + 1)]
    return result


class _Text:
    """What an article has said so far.

    Attributes:
        end: Behind its last block; 0 before its first.
    """

    def __init__(self) -> None:
        self.end = 0
        self.names: set[str] = set()
        self.content: set[str] = set()

    def add(self, run: Sequence[int], faces: Sequence[Face]) -> None:
        self.end = run[-1] + 1
        for i in run:
            self.names.update(faces[i].names)
            self.content.update(faces[i].content)

    def is_tied(self, run: Sequence[int], faces: Sequence[Face]) -> bool:
        names = set[str]().union(*(faces[i].names for i in run))
        content = set[str]().union(*(faces[i].content for i in run))
        return not names.isdisjoint(self.names) or len(content & self.content) >= _COMMON


def _goes_on(run: Sequence[int], box: Sequence[int], text: _Text, faces: Sequence[Face], *, inside: bool) -> bool:
    """Tell whether an article goes on with some paragraphs behind a box; `inside`: more of it is known to follow."""
    if not any(faces[i].widget == "more stories" or _is_headline(i, faces) for i in box):
        # Before each entry of a live blog stands when it was written.
        harmless = faces[box[-1]].widget == "time stamp" or all(faces[i].widget in _INSIDE or _is_picture(i, faces) for i in box)
        return harmless or text.is_tied(run, faces)
    words = sum(len(faces[i].words) for i in run)
    says_its_headline = len(faces[run[0]].content & faces[run[0] - 1].content) >= _COMMON
    return len(run) >= _PARAGRAPHS and words >= _WORDS and not says_its_headline and (inside or text.is_tied(run, faces))


def _runs(judged: Judged, kept: Sequence[bool], taken: frozenset[int]) -> list[list[int]]:
    """Return the stretches of paragraphs without another line between them, but for subheads."""
    runs: list[list[int]] = []
    for i, face in enumerate(judged.faces):
        sure = judged.by_face[i] >= _SURE and face.caption < _CAPTION and not (face.widget or face.notice)
        if not face.prose or i in taken or face.key in judged.elsewhere or not (sure or kept[i]):
            continue
        if runs and (runs[-1][-1] == i - 1 or (runs[-1][-1] == i - 2 and is_subhead(judged.faces[i - 1]))):
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _is_headline(i: int, faces: Sequence[Face]) -> bool:
    face = faces[i]
    return len(face.words) >= _HEADLINE_WORDS and not (face.ends or face.widget or _is_picture(i, faces) or is_subhead(face))


def _is_picture(i: int, faces: Sequence[Face]) -> bool:
    """Tell whether a line is a caption or a credit."""
    follows = i + 1 < len(faces) and faces[i + 1].is_photo_credit
    return faces[i].is_photo_credit or faces[i].is_credited_caption or follows or not faces[i].words or faces[i].text.isdigit()


def smoothed(judged: Judged, kept: Sequence[bool], taken: frozenset[int], begins: int) -> list[bool]:
    """Return which blocks are kept when the short lines between paragraphs are told by what stands around them.

    Above the text a few words are none of the article's, nor is a line above a photo credit that is no sentence; between the
    heading of a box and the next paragraph none is. Between two paragraphs a short sentence or a subhead is, and so is a list under
    a line that announces it. A long first paragraph stays with the second.

    Args:
        judged: The blocks and their chances.
        kept: For each, whether it is kept so far.
        taken: The places of those that go by their wording.
        begins: Where the text begins below headline and byline.
    """
    faces = judged.faces
    head = begins if begins < judged.core.end else 0
    result = [keep and (i >= head or faces[i].ends or len(faces[i].words) > _LINE_WORDS) for i, keep in enumerate(kept)]
    captions = (i for i in range(len(faces) - 1) if not faces[i].ends and faces[i + 1].is_photo_credit)
    for i in (*captions, *_in_boxes(faces, result)):
        result[i] = False
    for i in range(1, len(faces) - 1):
        free = not (i in taken or faces[i].key in judged.elsewhere or faces[i].widget or result[i])
        if free and judged.by_face[i] >= _LIKELY and _is_short(faces[i]):
            result[i] = all(_is_beside(i, step, result, faces) for step in (-1, 1))
    first = next((i for i, keep in enumerate(result) if keep and faces[i].prose), 0) - 1
    if first >= 0 and first not in taken and _is_lead(faces[first]) and judged.by_face[first] >= _LEAD:
        result[first] = faces[first].key not in judged.elsewhere
    for i in _lists(faces, result):
        result[i] = i not in taken
    return result


def _is_lead(face: Face) -> bool:
    """Tell whether a paragraph is long, and nothing on its face but some words of an offer speaks against it."""
    return face.prose and len(face.words) >= _WORDS and face.caption < _CAPTION and not (face.widget or face.notice)


def _is_beside(i: int, step: int, kept: Sequence[bool], faces: Sequence[Face]) -> bool:
    """Tell whether a kept paragraph is the next block in one direction, or the one behind a subhead."""
    near = i + step
    if 0 < near < len(faces) - 1 and is_subhead(faces[near]):
        near += step
    return kept[near] and faces[near].prose


def _is_short(face: Face) -> bool:
    """Tell whether a block is a sentence of a few words or a subhead that orders the reader nothing."""
    return (
        (face.ends or is_subhead(face))
        and face.lower[:1] != []
        and face.lower[0] not in INVITING
        and OFFERED.isdisjoint(face.listed)
    )


def _in_boxes(faces: Sequence[Face], kept: Sequence[bool]) -> Iterator[int]:
    """Yield the places of the lines between the heading of a box of other stories and the next paragraph with its subhead."""
    inside, begun = False, False
    for i, face in enumerate(faces):
        begun |= kept[i] and face.prose
        if face.widget == "more stories" or (face.widget == "teaser" and len(face.words) <= _HEADING_WORDS):
            inside = begun
        elif face.prose:
            inside = False
        elif inside and not (is_subhead(face) and i + 1 < len(faces) and faces[i + 1].prose):
            yield i


def _lists(faces: Sequence[Face], kept: Sequence[bool]) -> Iterator[int]:
    """Yield the places of the items that follow a label or a paragraph which announces them."""
    open_ = False
    for i, face in enumerate(faces):
        if face.is_bullet and open_:
            yield i
        else:
            open_ = face.is_label or (kept[i] and (face.text.endswith(":") or is_subhead(face)))
