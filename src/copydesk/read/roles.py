"""What each block is: kept as one kind, or taken out for a reason."""

import re
from collections.abc import Sequence
from typing import NamedTuple, cast

from copydesk.read.boxes import rejoined, smoothed
from copydesk.read.chosen import Chosen
from copydesk.read.config import ReadConfig
from copydesk.read.furniture import RELEASE, WRITER, opens_release, release_end, writers_lines
from copydesk.read.heads import first_prose, is_office, text_begins
from copydesk.read.judging import Judged
from copydesk.read.signs import Face
from copydesk.read.tails import other_stories
from copydesk.read.words import INVITING, PHOTO, READER
from copydesk.records import BlockKind

_BY_SOMEBODY = re.compile(
    r"(?:by|[Ww]ords by|[Ww]ritten by|By|BY) [A-Z][\w.'’-]+ [A-Z].{0,80}\Z|.{2,60}, [Ee]dited by [A-Z].{2,60}\Z"
)
_RULE = re.compile(r"[\W_]+\Z")
_ABOUT_SELF = re.compile(
    r"\b(?:newsletter|subscri\w+|inbox|sign(?:ing)? up|app|donat\w+|membership|insights|alerts|our journalism)\b", re.IGNORECASE
)
_LEGAL = re.compile(
    r"©|\(c\)|copyright|rights reserved|terms of|privacy|cookie|advice\.|may not be (?:published|reproduced)", re.IGNORECASE
)
# How far from the article's text a line may stand and still speak of it.
_BEFORE, _BEHIND = 14, 8
# The share of the usual chance that is enough for a paragraph, and for one right beside a kept one.
_PROSE, _BESIDE_KEPT = 0.8, 0.4
_SHORT_BY_FACE, _SURE_BY_FACE = 0.5, 0.8
_FEW = 4
# A lone line behind the last paragraph is none of the article's: one of a few words, or a headline where a widget stands before it.
_STRAY_WORDS, _STRAY_HEADLINE = 6, 16


class Role(NamedTuple):
    """What becomes of one block.

    Attributes:
        face: The block.
        kind: The kind it is kept as; None where it is taken out.
        reason: Why it is taken out; empty where it is kept.
    """

    face: Face
    kind: BlockKind | None
    reason: str = ""


def roles_of(judged: Judged, title: int | None, config: ReadConfig, chosen: Chosen | None = None) -> list[Role]:
    """Decide what becomes of each block.

    Args:
        judged: The blocks and their chances.
        title: Which block is the headline.
        config: Settings.
        chosen: The extractor's word on HTML; None for text.
    """
    title_key = judged.faces[title].key if title is not None else None
    bios = writers_lines(judged.faces)
    taken = _furniture(judged.faces, bios)
    kept = [keep and i not in taken for i, keep in enumerate(_kept(judged, config, chosen, frozenset(taken)))]
    if chosen is None:
        kept = smoothed(judged, kept, frozenset(taken), text_begins(judged, title))
        taken |= dict.fromkeys(other_stories(judged.faces, kept, bios), "another story")
        kept = [keep and i not in taken for i, keep in enumerate(kept)]
    kinds = [None if i in taken else _kind(i, judged, title_key, kept) for i in range(len(judged.faces))]
    kinds = _without_stray_headings(_without_stray_lines(kinds, judged))
    return [
        Role(face, kind) if kind else Role(face, None, taken.get(i) or _reason(i, judged, title_key))
        for i, (face, kind) in enumerate(zip(judged.faces, kinds, strict=True))
    ]


def _furniture(faces: Sequence[Face], bios: frozenset[int]) -> dict[int, str]:
    """Return the places of lines that go by their wording alone -> why."""
    taken = {i: "caption" for i, face in enumerate(faces) if face.is_credited_caption}
    taken |= dict.fromkeys(bios, WRITER)
    taken |= {i: "byline" for i, face in enumerate(faces) if i and faces[i - 1].by is not None and is_office(face.text)}
    taken |= {i: "how it was made" for i, face in enumerate(faces) if face.says_how_made}
    taken |= {i: RELEASE for i, face in enumerate(faces) if opens_release(face)}
    return taken | dict.fromkeys(range(release_end(faces), len(faces)), RELEASE)


def _kind(i: int, judged: Judged, title_key: str | None, kept: Sequence[bool]) -> BlockKind | None:
    face = judged.faces[i]
    if title_key is not None and face.key == title_key:
        return None
    said = face.notice
    if said and judged.core.start - _BEFORE <= i < judged.core.end + _BEHIND:
        return cast(BlockKind, said)
    if face.by is not None or not face.words or face.is_dateline or face.is_date:
        return None
    if face.is_label and i + 1 < len(kept) and kept[i + 1]:
        return "heading"
    if not kept[i]:
        return None
    return _kept_kind(i, judged)


def _kept(judged: Judged, config: ReadConfig, chosen: Chosen | None, taken: frozenset[int]) -> list[bool]:
    """Return which blocks are the article's.

    To drop a paragraph of the article is worse than to leave one of the page's in: paragraphs need less than other lines, and those
    right beside a kept one, or parted from it by a heading only, least.
    """
    shared = [face.prose and face.key in judged.elsewhere for face in judged.faces]
    kept = [
        not other and _is_kept(face, chance, config, chosen)
        for face, chance, other in zip(judged.faces, judged.chances, shared, strict=True)
    ]
    if not any(kept) and len(kept) <= _FEW:
        # A sentence or two leave nothing to judge their place by.
        return [face.prose and chance >= 0.5 for face, chance in zip(judged.faces, judged.by_face, strict=True)]
    if chosen is None:
        kept = rejoined(judged, kept, taken)
    enough = config.keep_above * _BESIDE_KEPT
    for order in (range(1, len(kept)), range(len(kept) - 2, -1, -1)):
        for i in order:
            if not (kept[i] or shared[i] or i in taken) and _may_belong(i, judged, enough):
                kept[i] = _stands_beside(i, order.step, kept, judged.faces)
    return kept


def _may_belong(i: int, judged: Judged, enough: float) -> bool:
    """Tell whether a block is the article's beside a paragraph of it; a short sentence has too few words to judge their place."""
    face = judged.faces[i]
    if face.widget:
        return False
    if _is_paragraph(face):
        return judged.chances[i] >= enough / (2 if judged.by_face[i] >= _SURE_BY_FACE else 1)
    return _is_short_sentence(face) and (judged.chances[i] >= enough or judged.by_face[i] >= _SHORT_BY_FACE)


def _is_paragraph(face: Face) -> bool:
    """Tell whether a block is a sentence or more, or one that introduces what follows."""
    return face.prose or (len(face.words) >= 6 and face.text.endswith(":"))


def _is_short_sentence(face: Face) -> bool:
    """Tell whether a block is a sentence of a few words: "No date has been set." Offers and orders to the reader are none."""
    words = face.lower
    return (
        3 <= len(words) < 8
        and face.ends
        and face.text[0].isupper()
        and any(word[0].islower() for word in face.words)
        and words[0] not in INVITING
        and READER.isdisjoint(words)
        and not (face.widget or face.notice)
    )


def _stands_beside(i: int, step: int, kept: Sequence[bool], faces: Sequence[Face]) -> bool:
    near = i - step
    if faces[near].is_label:
        near -= step
    return 0 <= near < len(kept) and kept[near] and _is_paragraph(faces[near])


def _is_kept(face: Face, chance: float, config: ReadConfig, chosen: Chosen | None) -> bool:
    if chosen is not None:
        return chosen.keeps(face, chance)
    return chance >= config.keep_above * (_PROSE if _is_paragraph(face) else 1)


def _kept_kind(i: int, judged: Judged) -> BlockKind:
    face = judged.faces[i]
    if face.is_bullet:
        return "list"
    if face.ends or len(face.words) > 20 or (face.text.endswith(":") and len(face.words) >= 5):
        return "body"
    following = judged.faces[i + 1] if i + 1 < len(judged.faces) else None
    if len(face.words) <= 14 and following is not None and len(following.words) >= 8:
        return "heading"
    return "list" if len(face.words) <= 14 else "body"


def _without_stray_lines(kinds: list[BlockKind | None], judged: Judged) -> list[BlockKind | None]:
    """Take out a lone short line behind the last paragraph: lists have more items than one."""
    listed = [i for i, kind in enumerate(kinds) if kind == "list" and not judged.faces[i].is_bullet]
    last = max((i for i, kind in enumerate(kinds) if kind == "body"), default=-1)
    alone = {
        i
        for i in listed
        if i > last
        and len(judged.faces[i].words) <= (_STRAY_HEADLINE if _widget_between(last, i, judged) else _STRAY_WORDS)
        and not any(kinds[j] == "list" for j in (i - 1, i + 1) if 0 <= j < len(kinds))
    }
    return [None if i in alone else kind for i, kind in enumerate(kinds)]


def _widget_between(start: int, end: int, judged: Judged) -> bool:
    return any(face.widget for face in judged.faces[max(start, end - _BEHIND) : end])


def _without_stray_headings(kinds: list[BlockKind | None]) -> list[BlockKind | None]:
    """Take out headings above the first paragraph and behind the last: they head nothing that is kept."""
    reporting = [i for i, kind in enumerate(kinds) if kind in ("body", "list")]
    prose = [i for i in reporting if kinds[i] == "body"] or reporting
    if not prose:
        return [kind if kind not in ("heading",) else None for kind in kinds]
    return [None if kind == "heading" and not prose[0] < i < reporting[-1] else kind for i, kind in enumerate(kinds)]


def _reason(i: int, judged: Judged, title_key: str | None) -> str:
    face = judged.faces[i]
    if title_key is not None and face.key == title_key:
        return "title"
    if face.by is not None or _BY_SOMEBODY.match(face.text):
        return "byline"
    if face.is_dateline:
        return "dateline"
    if face.is_label:
        return "label"
    if face.is_date:
        return "date"
    if face.widget:
        return face.widget
    if face.key in judged.elsewhere:
        return "stands on other pages too"
    return _reason_by_shape(i, judged)


def _reason_by_shape(i: int, judged: Judged) -> str:
    face = judged.faces[i]
    photo = sum(1 for word in face.lower if word in PHOTO)
    if not face.words or _RULE.match(face.text):
        return "ornament"
    if photo and len(face.words) <= 14 and not face.prose:
        return "photo credit"
    if _LEGAL.search(face.text):
        return "legal"
    if face.lower[0] in INVITING or _ABOUT_SELF.search(face.text):
        return "self-advertising"
    if _repeats(i, judged):
        return "caption" if len(face.words) >= 6 else "repeated"
    if len(face.words) < 6:
        return "navigation"
    return _reason_by_place(i, judged)


def _reason_by_place(i: int, judged: Judged) -> str:
    face = judged.faces[i]
    if i >= judged.core.end:
        return "behind the end" if face.prose else "teaser"
    if i < first_prose(judged):
        return "above the text"
    return "caption" if len(face.words) >= 6 else "inside the text"


def outside(face: Face) -> Role:
    """Return the role of a block that is not even looked at: far from what an extractor took for the article."""
    return Role(face, None, face.widget or "outside the article")


def _repeats(i: int, judged: Judged) -> bool:
    return any(judged.faces[j].key == judged.faces[i].key for j in range(max(0, i - 3), min(len(judged.faces), i + 4)) if j != i)
