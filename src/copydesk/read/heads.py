"""Title, byline and publication time from the lines above an article's text."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from copydesk.read.judging import Judged
from copydesk.read.notices import by
from copydesk.read.outlets import house_in, is_nameplate, without_outlet
from copydesk.read.signs import Face
from copydesk.read.times import Stated, segments, times_in
from copydesk.read.words import FUNCTION, MONTHS, PHOTO
from copydesk.text.fold import folded

_FULL_STOP = re.compile(r"(?<!\b[A-Z])(?<!\.[A-Z])\.[\"”’)]{0,2}\Z")
_BY_AND_TIME = re.compile(
    r"\b(?i:by) (?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})\W{1,3}"
    rf"(?=(?:{MONTHS}|{MONTHS.upper()}|\d))"
)
_NAME = re.compile(r"[A-Z][\w.'’-]+(?: (?:de|van|von|al|bin|el|la|[A-Z][\w.'’-]*)){1,3}\Z")
_OFFICE = re.compile(
    r"\b(?:reporters?|correspondents?|editors?|writers?|staff|columnists?|bureau|desk|producers?|contributors?)\b", re.IGNORECASE
)
_DESK = re.compile(
    r" (?:(?:[Ss]taff|[Ss]pecial|[Ww]eb|[Nn]ews) )?(?:[Cc]orrespondents?|[Rr]eporters?|[Ss]taff|[Dd]esk|[Bb]ureau)\Z"
)
_OFFICE_ALONE = re.compile(
    r"(?:\A|\s)(?:reporter|correspondent|editor|writer|columnist|journalist|producer|contributor)\Z", re.IGNORECASE
)
_BY_LINE = re.compile(r"(?:\A|[|·•–—-]\s)(?:by|words by|written by)\s", re.IGNORECASE)
_CRUMBS = re.compile(r"\s[/›»>|→]\s")
_SENTENCE_WORDS = 5
# So many lines stand between a headline and the byline or the time below it at most.
_CLOSE = 4
_SIGNATURE, _JOINING = 14, frozenset(["by", "and", "of", "the", "at", "on", "for", "in"])
# A headline says words of the first paragraphs, which stand so near below it.
_BELOW = 10
_DEK, _MOSTLY = 0.6, 0.6
# Lines between the title and the text that may hold the time; more than this is another part of the page.
_NEAR = 25


def first_prose(judged: Judged, start: int = 0) -> int:
    """Return the index of the first block from `start` that is surely the article's text; the number of blocks where none is."""
    faces, chances = judged.faces, judged.chances
    likely = (i for i in range(start, len(faces)) if faces[i].prose and chances[i] >= 0.5)
    found = (i for i in likely if not (faces[i].is_credited_caption or faces[i].is_date))
    return next(found, len(faces))


def text_begins(judged: Judged, title: int | None) -> int:
    """Return where the text begins below the headline, or below its repetition or the byline where a dek stands between the two."""
    last = -1
    if title is not None:
        key = judged.faces[title].key
        last = max(i for i, face in enumerate(judged.faces) if face.key == key and i <= max(title, judged.core.start + 3))
    begins = first_prose(judged, last + 1)
    below = range(begins + 1, min(begins + _CLOSE, len(judged.faces)))
    byline = next((i for i in below if judged.faces[i].by is not None), None)
    goes_on = byline is not None and sum(face.prose for face in judged.faces[byline:]) >= sum(
        face.prose for face in judged.faces[begins:byline]
    )
    return first_prose(judged, byline + 1) if byline is not None and goes_on else begins


def title_index(judged: Judged, stated: str | None) -> int | None:
    """Return the block that is the headline.

    Args:
        judged: The blocks.
        stated: The headline as the format names it; the block must be that, where it is known.
    """
    if stated is not None:
        keys = (folded(without_outlet(stated, None)[0]), folded(stated))
        found = next((i for i, face in enumerate(judged.faces) if face.key and face.key in keys), None)
        # Where an archive repeats a text's only sentence as its title, the sentence is the text.
        return found if any(len(face.words) >= _SENTENCE_WORDS and face.key not in keys for face in judged.faces) else None
    end = first_prose(judged)
    often = Counter(face.key for face in judged.faces)
    best, best_score = None, 0.7
    for i in range(end + 1 if end < len(judged.faces) else end):
        score = _headline_score(i, judged, often) if i < end or _looks_like_headline(judged.faces[i]) else 0.0
        # Right below a headline stands the line that explains it; it must be the likelier one by far.
        margin = _DEK * (best is not None and i - best <= 2 and not is_nameplate(judged.faces[best].text))
        if score > best_score + margin:
            best, best_score = i, score
    return best if best is None else _without_way(best, judged)


def _without_way(best: int, judged: Judged) -> int:
    """Return the headline itself where the best line is the way to it with the headline at its end: "Home Metro Bridge closes"."""
    key = judged.faces[best].key
    below = range(best + 1, min(best + _CLOSE, len(judged.faces)))
    ends = (i for i in below if len(judged.faces[i].words) >= _SENTENCE_WORDS and key.endswith(f" {judged.faces[i].key}"))
    return next(ends, best)


def _looks_like_headline(face: Face) -> bool:
    """Tell whether a block that ends like a sentence ends so only by an abbreviation: "… partnership for U.S."."""
    return len(face.words) <= 12 and bool(re.search(r"\b(?:[A-Z]\.){2,}[\"”’]?\Z", face.text))


def _headline_score(i: int, judged: Judged, often: Counter[str]) -> float:
    """Weigh what speaks for a line being the headline: its words come back in the text, it stands first, it stands twice."""
    face = judged.faces[i]
    n = len(face.words)
    if not 3 <= n <= 18 or len(face.text) > 250 or face.widget or _FULL_STOP.search(face.text) or _not_a_title(face):
        return 0.0
    signed = _is_signed(judged.faces[i + 1 : i + 1 + _CLOSE])
    if n > 12 and face.function > (0.45 if signed else 0.4) * n:  # a sentence whose full stop is missing
        return 0.0
    below = frozenset[str]().union(*(other.content for other in judged.faces[i + 1 : i + _BELOW] if other.prose))
    known = max(len(face.content & words) for words in (judged.core.content.words, below))
    related = known / max(2, len(face.content))
    named = judged.core.names.share(face.names)
    twice = often[face.key] > 1
    said = (
        1.6 * related + 0.6 * named + 0.4 * (i == 0 and not is_nameplate(face.text)) + 0.5 * twice * (related > 0) + 0.3 * (n >= 6)
    )
    titled = 0.3 * (sum(1 for word in face.words if word[0].isupper() or word in FUNCTION) == n)
    above = any(face.by is not None for face in judged.faces[max(0, i - _CLOSE) : i])
    return said + (0.5 + titled) * signed - 0.7 * above - 0.6 * _heads_a_page(i, judged)


def _heads_a_page(i: int, judged: Judged) -> bool:
    """Tell whether a line may be the page's name rather than a headline: one as long as headlines are stands right below it."""
    following = judged.faces[i + 1] if i + 1 < len(judged.faces) else None
    return (
        following is not None
        and not following.prose
        and len(following.words) > _SENTENCE_WORDS
        and is_nameplate(judged.faces[i].text)
    )


def _is_signed(faces: Sequence[Face]) -> bool:
    """Tell whether a byline or a line with little but a time is among some blocks."""
    return any(face.by is not None or face.is_date for face in faces)


def _not_a_title(face: Face) -> bool:
    return (
        face.by is not None
        or len(_CRUMBS.findall(face.text)) > 1
        or (len(face.words) <= _SENTENCE_WORDS and face.words[-1].isdigit())
        or face.date_share > _MOSTLY
        or face.notice is not None
        or face.is_date
        or sum(1 for word in face.lower if word in PHOTO) * 4 > len(face.words)
        or face.caption >= 0.5
        or face.is_credited_caption
        or any(house_in(part) is not None for part in segments(face.text))
    )


def byline_in(lines: Sequence[str]) -> str | None:
    """Return the first name that a line gives as the author's."""
    for line in lines:
        name = next((name for part in segments(line) if (name := by(part))), None)
        if name:
            return without_role(_without_time(name))
        match = _BY_AND_TIME.search(line) if len(line) < 140 else None
        if match:
            return match["name"]
    name = next((name for part in signatures(lines) if (name := by(part))), None)
    if name:
        return name
    return _name_beside_time(lines) or _name_above_office(lines)


def _name_above_office(lines: Sequence[str]) -> str | None:
    """Return a bare name right above the line that says what its owner does: "Islands reporter"."""
    pairs = pairwise(line for line in lines if any(map(str.isalnum, line)))
    return next((name for name, below in pairs if is_office(below) and _is_name(name)), None)


def is_office(line: str) -> bool:
    """Tell whether a line says nothing but what an author does, or is the button to follow one."""
    return len(line.split()) <= _SENTENCE_WORDS and bool(_OFFICE_ALONE.search(line) or line == "Follow")


def without_role(name: str) -> str:
    """Cut the office or the outlet behind an author's name: "Ann Ray, Valley Correspondent"; an agency stays."""
    first, comma, rest = name.partition(",")
    return first if comma and (_OFFICE.search(rest) or house_in(rest.strip())) and len(first.split()) > 1 else name


def outlet_in_byline(lines: Sequence[str]) -> str | None:
    """Return the outlet that stands in a byline, behind the author's name: "By Ann Ray, The Odern Mail"."""
    parts = (
        part
        for line in lines
        if len(line) < 140 and _BY_LINE.search(line)
        for part in re.split(r",\s|\s[|·•–—-]\s", line)
        if not _BY_LINE.match(part)
    )
    desks = (_DESK.sub("", name) for line in lines if (name := by(line)) and _DESK.search(name))
    return next((name for part in (*parts, *desks, *signatures(lines)) if (name := house_in(part.strip()))), None)


def _without_time(name: str) -> str:
    return re.split(
        r"\s?[,|•·-]?\s(?:published|posted|updated|on \w+ \d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? \d|\d)",
        name,
        maxsplit=1,
    )[0].strip(" ,|-")


def _name_beside_time(lines: Sequence[str]) -> str | None:
    """Return a bare name on the line right above or below the time, where pages put their authors."""
    for i, line in enumerate(lines):
        if not any(stated.own_line for stated in times_in(line)):
            continue
        above = i - 2 if i > 1 and house_in(lines[i - 1]) else i - 1
        for j in (above, i + 1):
            if 0 <= j < len(lines) and _is_name(without_role(lines[j])):
                return without_role(lines[j])
    return None


def signatures(lines: Sequence[str]) -> list[str]:
    """Return the parts of the lines that list outlet, writer and day: "The Odern Mail, 4 March 2024. By Ann Ray"."""
    dated = (line for line in lines if len(line) < 140 and any(map(str.isdigit, line)))
    signed = (line for line in dated if _says_who_and_when(Face(line)))
    return [part.strip() for line in signed for part in re.split(r"\s*[|·•]\s*|[,.]\s", line)]


def _says_who_and_when(face: Face) -> bool:
    """Tell whether a line has nothing but names and a day on it."""
    if _BY_AND_TIME.search(face.text):
        return True
    short = len(face.words) <= _SIGNATURE and bool(face.times)
    return short and all(not word[0].islower() or word in _JOINING for word in face.words)


def _is_name(line: str) -> bool:
    return bool(_NAME.match(line)) and 2 <= len(line.split()) <= 4 and Face(line).widget is None and house_in(line) is None


def head_lines(judged: Judged, title: int | None, end: int) -> list[str]:
    """Return the lines around the headline and before the text, which begins at `end`: two above it, all below it."""
    start = max(0, title - 2) if title is not None and title <= end else max(0, end - _NEAR)
    return [face.text for face in judged.faces[start : min(end, start + _NEAR + 2)]]


def stated_times(judged: Judged, title: int | None, end: int) -> list[Stated]:
    """Return the times that lines near the headline, before `end` or behind the text state on their own, the likeliest first.

    A time below the headline stands before one above it (the page's own calendar is there), one called published before others.
    Without a headline only a date that stands alone above the text counts; times inside lines of text say nothing.
    """
    above: list[Stated] = []
    below: list[Stated] = []
    dated = [i for i in range(end) if judged.faces[i].is_date]
    only = dated[0] if title is None and len(dated) == 1 else None
    for i, face in enumerate(judged.faces):
        near = title is not None and title - 2 <= i < min(end, title + _NEAR)
        behind = judged.core.end <= i < judged.core.end + 6
        if not (near or behind or i < end) or not face.times:
            continue
        for stated in face.times:
            if near and (stated.own_line or stated.labelled or stated.updated or face.by or _says_who_and_when(face)):
                (below if title is not None and i > title else above).append(stated)
            elif stated.own_line and (stated.labelled or i == only):
                above.append(stated)
    return sorted(below + above, key=lambda stated: (stated.updated, not stated.labelled))
