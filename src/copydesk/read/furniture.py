"""What stands behind or around a text to tell who made it: the furniture of press releases, and lines about the writer.

Releases close with a mark of their end, notes to editors, a paragraph about the company and whom to ask; papers close with a line
about their reporter. All of it reads like prose, so it goes by its wording and its place, not by its shape.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from copydesk.read.signs import Face
from copydesk.read.words import SAID

RELEASE, WRITER = "release furniture", "about the writer"

_OPENS = re.compile(
    r"\W{0,3}(?:for immediate release|(?:press|news|media) (?:release|statement)|for immediate use)\b.{0,40}\Z", re.I
)
_ENDS = re.compile(
    r"[-–—*~#_(\[\s]*(?:ENDS?|Ends)[-–—*~#_)\].\s]*\Z|[-–—*]+\s?ends?\s?[-–—*]+\Z|"
    r"\W{0,2}#\s?#\s?#\W{0,2}\Z"
)
_HEADS = re.compile(
    r"\W{0,3}(?:notes? (?:to|for) (?:the )?editors?\b.{0,30}|(?:for )?(?:media|press|investors?|news media)(?: (?:and|&) \w+)?"
    r"(?: relations)? (?:contacts?|enquiries|inquiries|information|queries)\b.{0,60}|for (?:further|more) (?:press |media )?"
    r"information,? (?:please )?contact\b.{0,60}|(?:cautionary|safe harbou?r)\b.{0,60}|"
    r".{0,30}forward[- ]looking statements?\W{0,3})\Z",
    re.I,
)
_NOTES = re.compile(r"\W{0,3}notes? (?:to|for) (?:the )?editors? ?[:.—–-] ", re.I)
_ABOUT = re.compile(r"About (?P<name>(?:(?:[A-Z0-9][\w.'’&-]*|of|the|and|for|de|&),? ?){1,8}):?\Z")
_WIRE = re.compile(r"/?PR ?Newswire/?|Business Wire|GLOBE ?NEWSWIRE|ACCESSWIRE|Newsfile|EIN ?Presswire")
_WIRE_WORDS = frozenset(["newswire", "prnewswire", "wire", "globenewswire", "accesswire", "newsfile", "presswire", "einpresswire"])
# So many words of the release must stand before its end mark, and what follows may be no longer than this share of them; less where
# one mark is all that speaks for a release, since collections of letters and briefs have such marks inside.
_WORDS_BEFORE, _MOST_BEHIND, _MOST_BEHIND_ONE = 40, 1.5, 0.3

# So many words must stand before a line about the writer.
_BEHIND_WORDS = 60
# A line about the writer is one of so many last paragraphs.
_LAST = 3


def opens_release(face: Face) -> bool:
    """Tell whether a line says that a press release follows."""
    return len(face.words) <= 8 and _OPENS.match(face.text) is not None


def release_end(faces: Sequence[Face]) -> int:
    """Return the index of the line with which a press release's furniture begins; the number of blocks where there is none."""
    marks = [i for i, face in enumerate(faces) if (len(face.words) <= 12 and _is_mark(face.text)) or _NOTES.match(face.text)]
    abouts = [i for i, face in enumerate(faces) if len(face.words) <= 10 and _is_about(i, faces)]
    declared = any(opens_release(face) or _names_wire(face) for face in faces[:12])
    marks += abouts
    if not marks:
        return len(faces)
    words = [0, *accumulate(len(face.words) * face.prose for face in faces)]
    most = _MOST_BEHIND if declared or len(marks) > 1 else _MOST_BEHIND_ONE
    fits = (i for i in sorted(marks) if words[i] >= _WORDS_BEFORE and words[-1] - words[i] <= most * words[i])
    return next(fits, len(faces))


def _names_wire(face: Face) -> bool:
    return not _WIRE_WORDS.isdisjoint(face.lower) and _WIRE.search(face.text[:120]) is not None


def _is_mark(line: str) -> bool:
    return bool(_ENDS.match(line) or _HEADS.match(line))


def _is_about(i: int, faces: Sequence[Face]) -> bool:
    """Tell whether a line is the heading above what a company says of itself: its name stands in the next paragraph."""
    match = _ABOUT.match(faces[i].text)
    return bool(match) and any(match["name"].split()[-1] in face.words for face in faces[i + 1 : i + 2])  # type: ignore[index]


def issuer(lines: Sequence[str]) -> str | None:
    """Return who a release says it is about, which is who gave it out; None where nobody is named."""
    return next((match["name"].strip(" ,").removeprefix("the ") for line in lines if (match := _ABOUT.match(line))), None)


def writers_lines(faces: Sequence[Face]) -> frozenset[int]:
    """Return the places of the lines that present a text's writer: "Ann Ray covers the valley for The Odern Mail".

    Somebody whom the text names elsewhere, or who speaks there, is no such writer. A paragraph near the end that opens with the
    name which stands alone above the text presents its writer too.
    """
    bios = {i: face.writer for i, face in enumerate(faces) if face.writer is not None}
    bios |= _signed_lines(faces)
    if not bios:
        return frozenset()
    named = Counter(name for face in faces if face.prose and not face.widget for name in face.names)
    words = [0, *accumulate(len(face.words) * face.prose for face in faces)]
    return frozenset(i for i, name in bios.items() if words[i] >= _BEHIND_WORDS and named[name] <= 1)


def _signed_lines(faces: Sequence[Face]) -> dict[int, str]:
    """Return the places of the last paragraphs that open with a name standing alone above the text -> the last name."""
    first = next((i for i, face in enumerate(faces) if face.prose), 0)
    names = {face.by or face.text for face in faces[:first] if 2 <= len((face.by or face.text).split()) <= 4}
    last = [i for i in range(first + 1, len(faces)) if faces[i].prose][-_LAST:]
    opened = ((i, name) for i in last for name in names if faces[i].text.startswith(f"{name} ") and name.istitle())
    return {i: name.split()[-1].lower() for i, name in opened if SAID.isdisjoint(faces[i].listed) and not faces[i].quoted}
