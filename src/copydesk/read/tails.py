"""Other stories behind the end: paragraphs of real prose that follow an article without a line to part them.

A page that ends in the first paragraphs of other stories, copied as text, looks like an article that goes on. What gives them away,
taken together: a photo credit follows the first of them at once and stands beside each of the others, hardly any of their people,
places and words stood in the article before, and nothing behind them comes back to it. Newness alone does not do: an article's last
paragraphs often bring new people and new words; nor does one picture, which features have in their midst.
"""

from collections.abc import Sequence

from copydesk.read.signs import Face

# Before so many words of an article, anything may still be new to it.
_WORDS_BEFORE = 100
# Shares of a paragraph's meaningful words and of its names that may be known, and the paragraph still be another story's.
_WORDS_KNOWN, _NAMES_KNOWN = 0.25, 0.2
_FEWEST_NAMES = 2


def other_stories(faces: Sequence[Face], kept: Sequence[bool]) -> frozenset[int]:
    """Return the places of the kept paragraphs that tell other stories behind the article's end.

    Args:
        faces: The document's blocks.
        kept: For each, whether it would be kept.
    """
    prose = [i for i, face in enumerate(faces) if kept[i] and face.prose]
    for cut in range(1, len(prose)):
        own, tail = prose[:cut], prose[cut:]
        starts = len(faces[tail[0]].names) >= _FEWEST_NAMES and _is_credit(faces, tail[0] + 1)
        beside = all(_is_credit(faces, i - 1) or _is_credit(faces, i + 1) for i in tail)
        if starts and beside and sum(len(faces[i].words) for i in own) >= _WORDS_BEFORE and _is_foreign(faces, own, tail):
            return frozenset(tail)
    return frozenset()


def _is_credit(faces: Sequence[Face], i: int) -> bool:
    return 0 <= i < len(faces) and faces[i].is_photo_credit


def _is_foreign(faces: Sequence[Face], own: Sequence[int], tail: Sequence[int]) -> bool:
    names = {name for i in own for name in faces[i].names}
    content = {word for i in own for word in faces[i].content}
    return all(_known(faces[i].names, names) <= _NAMES_KNOWN and _known(faces[i].content, content) <= _WORDS_KNOWN for i in tail)


def _known(words: frozenset[str], before: set[str]) -> float:
    return len(words & before) / len(words) if words else 0.0
