"""What shows on the face of a block, as numbers in about [0, 1], and what shows only beside its neighbours."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from copydesk.read.notices import by, notice
from copydesk.read.times import Stated, times_in
from copydesk.read.widgets import widget
from copydesk.read.words import CAMERA, FUNCTION, INVITING, MONTHS, PERSONS, PHOTO, READER, SAID, VERBS
from copydesk.text.fold import folded

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_ENDS = re.compile(r"[.!?…] ?[\"'”’)\]»]{0,3}\Z")
_INNER_END = re.compile(r"[.!?][\"”’)]{0,2} [\"“‘(]?[A-Z]")
_LINK = ("://", "www.", "@", ".com", ".org", ".net", ".co.uk", ".gov")
_ORNAMENTS = re.compile(r"[|•›»→·✕▶_]|\w/\w")
_RIGHTS = ("©", "®", "™", "opyright", "COPYRIGHT", "ights reserved", "ights Reserved", "RIGHTS RESERVED", "(c) 20", "(C) 20")
_SITE = re.compile(r"\b([\w-]{2,30})\.(?:com|co\.uk|org|net|news|tv|io)\b", re.IGNORECASE)
_DASHES = re.compile(r" [-–—] |—")
_WHEN = re.compile(
    rf"\b(?:{MONTHS})\b|\b(?:19|20)\d\d\b|\b\d{{1,2}}(?:st|nd|rd|th)?\b|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|"
    rf"sun)(?:day)?\b|"
    r"\b[ap]\.?m\b|\b[A-Z]{1,2}[SD]?T\b|\b(?:updated|published|posted|gmt|utc|ago|last|minutes?|hours?|days?|mins?|hrs?|"
    r"yesterday|today)\b",
    re.IGNORECASE,
)
_DATE_ENDS = re.compile(rf"(?:\b(?:{MONTHS})\b[^.]{{0,10}}|, )(?:19|20)\d\d\W{{0,3}}\Z")
_QUOTED = re.compile(r"[\"“][^\"“”]{1,2000}[\"”]?")
_CREDIT_AT_END = re.compile(
    r"\((?:[^()]{0,60}\b)?(?:AP|AFP|EPA|UPI|Reuters|Getty|Photo|Pool|Courtesy|File|Images|Shutterstock|Anadolu|via|"
    r"Bloomberg|Alamy)\b"
    r"[^()]{0,60}\)\W{0,2}\Z|\b(?:Credit|Photo|Photograph|Image|Picture|Courtesy)(?: by| of)?\s?:|\b(?:AP Photo|Getty "
    r"Images|/AP|/Reuters|/AFP)\b|"
    r"\bREUTERS/",
)

FACE = (
    "constant", "length", "very_short", "short", "long", "ends", "colon", "function", "title_case", "capitals", "digits", "verb",
    "no_verb", "said", "quote", "sentences", "reader", "inviting", "ornaments", "dashes", "rights", "link", "lower_start", "photo",
    "caption", "persons", "commas", "date_or_time", "twice", "twice_near", "elsewhere", "widget", "house",
)  # fmt: skip
PLACE = (
    "own", "before", "after", "before_near", "after_near", "inside", "behind", "ahead", "gap", "prose", "clutter_share",
    "end_sign", "gap_at_end", "to_come", "credit_follows", "related", "names_known", "names_new", "strange_run", "strange_rest",
)  # fmt: skip


_RIGHTS_PLACE = FACE.index("rights")
_RIGHTS_WORDS = frozenset(["copyright", "all", "rights", "reserved", "the", "c", "inc", "llc", "ltd", "by", "and"])


@dataclass(frozen=True)
class Face:
    """One block as it stands, without its neighbours.

    Attributes:
        text: The block.
    """

    text: str

    @cached_property
    def words(self) -> list[str]:
        """Its words, as written."""
        return _WORD.findall(self.text)

    @cached_property
    def lower(self) -> list[str]:
        """Its words in lower case, with straight apostrophes."""
        return [w.lower().replace("’", "'") for w in self.words]

    @cached_property
    def key(self) -> str:
        """What is the same for lines that differ only in case, punctuation and spacing."""
        return folded(self.text)

    @cached_property
    def ends(self) -> bool:
        """Whether it ends as sentences end."""
        return _ENDS.search(self.text[-5:]) is not None

    @cached_property
    def names(self) -> frozenset[str]:
        """Its capitalised words, lower case, without those that only begin a sentence."""
        pairs = zip(self.words[1:], self.lower[1:], strict=True)
        found = {low.removesuffix("'s") for word, low in pairs if word[0].isupper() and low not in FUNCTION}
        if self.words and self.words[0].isupper() and self.lower[0] not in FUNCTION:
            found.add(self.lower[0])
        return frozenset(found)

    @cached_property
    def content(self) -> frozenset[str]:
        """Its words that carry meaning, cut to six letters, which joins most forms of one word."""
        return frozenset(word[:6] for word in self.lower if len(word) > 3 and word not in FUNCTION)

    @cached_property
    def widget(self) -> str | None:
        """The reason for which the table of widgets holds it."""
        return widget(self.text)

    @cached_property
    def notice(self) -> str | None:
        """The kind as which it is kept where it speaks of the article: see `notices.notice`."""
        return notice(self.text)

    @cached_property
    def by(self) -> str | None:
        """The name, where it is a byline."""
        return by(self.text)

    @cached_property
    def times(self) -> tuple[Stated, ...]:
        """The times it states, where it is no longer than a line."""
        return tuple(times_in(self.text)) if len(self.words) <= 30 else ()

    @cached_property
    def prose(self) -> bool:
        """Whether it is a sentence or more."""
        return len(self.words) >= 8 and self.ends

    @cached_property
    def shape(self) -> tuple[float, ...]:
        """The numbers named in `FACE` that need no other block."""
        words, lower, text = self.words, self.lower, self.text
        n = len(words) or 1
        firsts = [word[0] for word in words]
        verb = not VERBS.isdisjoint(lower) or any(word.endswith("ed") and len(word) > 4 for word in lower)
        return (
            1.0,
            min(n.bit_length() / 7, 1.2),
            float(n <= 2),
            float(n <= 5),
            float(n >= 20),
            float(self.ends),
            float(text.endswith(":")),
            _count(FUNCTION, lower) / n,
            sum(map(str.isupper, firsts[1:])) / max(1, n - 1),
            sum(1 for word in words if word.isupper() and len(word) > 1) / n,
            sum(map(str.isdigit, firsts)) / n,
            float(verb),
            float(not verb and n >= 6),
            float(not SAID.isdisjoint(lower)),
            float("“" in text or '"' in text or "``" in text),
            min(len(_INNER_END.findall(text)), 4) / 4,
            self._reader(),
            float(bool(lower) and lower[0] in INVITING),
            min(1.0, 4 * len(_ORNAMENTS.findall(text)) / n),
            min(1.0, 8 * len(_DASHES.findall(text)) / n),
            float(any(sign in text for sign in _RIGHTS)),
            float(any(sign in text for sign in _LINK)),
            float(text[0].islower()),
            min(1.0, 3 * _count(PHOTO, lower) / n),
            _caption(self),
            float(not PERSONS.isdisjoint(lower)),
            min(1.0, 4 * text.count(",") / n),
            _date_share(self),
        )

    def _reader(self) -> float:
        """Return how much it speaks to its reader or of itself, outside quotes."""
        words = self.lower
        if READER.isdisjoint(words):
            return 0.0
        if '"' in self.text or "“" in self.text:
            words = _WORD.findall(_QUOTED.sub(" ", self.text).lower().replace("’", "'"))
        return min(1.0, 8 * _count(READER, words) / max(8, len(words)))


def _count(group: frozenset[str], words: Sequence[str]) -> int:
    return sum(map(group.__contains__, words))


@dataclass(frozen=True)
class Around:
    """What is known beside a block itself.

    Attributes:
        times: Key -> how often it stands in the document.
        near: Indices of blocks whose key stands again within three blocks.
        elsewhere: Keys that are clutter by standing in other documents too.
        use_widgets: Whether the table of widgets counts.
        house: Words of the name under which the page keeps its rights, and of its site.
    """

    times: Mapping[str, int]
    near: frozenset[int]
    elsewhere: frozenset[str]
    use_widgets: bool
    house: frozenset[str]


def around(faces: Sequence[Face], elsewhere: frozenset[str], *, use_widgets: bool) -> Around:
    """Look over a document's blocks once, for what `face_signs` needs of the others."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, face in enumerate(faces):
        places[face.key].append(i)
    near = frozenset(i for where in places.values() for a, b in pairwise(where) if b - a <= 3 for i in (a, b))
    return Around({key: len(where) for key, where in places.items()}, near, elsewhere, use_widgets, _house(faces))


def _house(faces: Sequence[Face]) -> frozenset[str]:
    """Return what a page calls itself where it keeps its rights: capitalised words of short lines with a rights sign, and sites."""
    lines = [face for face in faces if face.shape[_RIGHTS_PLACE] and len(face.words) <= 40]
    sites = {match[1].lower() for face in lines for match in _SITE.finditer(face.text)}
    first = {name for face in lines for name in [word.lower() for word in face.words[:6] if word[0].isupper()]}
    return frozenset(sites | (first - _RIGHTS_WORDS))


def face_signs(face: Face, index: int, known: Around) -> list[float]:
    """Return the numbers named in `FACE`."""
    return [
        *face.shape,
        float(known.times[face.key] > 1),
        float(index in known.near),
        float(face.key in known.elsewhere),
        float(known.use_widgets and face.widget is not None),
        float(not known.house.isdisjoint(face.names)),
    ]


def _date_share(face: Face) -> float:
    """Return the share of a short block's words that belong to a date or a time of day."""
    if len(face.words) > 16:
        return 0.0
    return min(1.0, sum(len(_WORD.findall(match[0])) for match in _WHEN.finditer(face.text)) / max(1, len(face.words)))


def _caption(face: Face) -> float:
    """Return how much a block speaks like the words under a picture: a credit at its end, or the present tense and a full date."""
    if len(face.words) > 80:
        return 0.0
    trade = not PHOTO.isdisjoint(face.lower) or "via" in face.lower
    credited = trade and _CREDIT_AT_END.search(face.text) is not None
    dated = _DATE_ENDS.search(face.text[-45:]) is not None
    camera = any(word in CAMERA for word in face.lower) and not any(word in SAID for word in face.lower)
    return min(1.0, 0.8 * credited + 0.3 * dated + 0.3 * camera * (dated or credited))


@dataclass(frozen=True)
class Core:
    """The stretch of blocks that holds most of the article, and its words.

    Attributes:
        start: First block.
        end: Behind the last block.
        content: Meaningful word -> in how many of its prose blocks it stands.
        names: Name -> the same.
    """

    start: int
    end: int
    content: Counter[str]
    names: Counter[str]


def core_of(faces: Sequence[Face], chances: Sequence[float]) -> Core:
    """Find the stretch with the greatest sum of words in blocks that look like the article's, less those that do not.

    The maximum subarray, as boilerplate removers use it since Pasternack & Roth (2009), over words weighted by the chance.
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
    return Core(*best, Counter(w for f in inner for w in f.content), Counter(w for f in inner for w in f.names))


def place_signs(faces: Sequence[Face], chances: Sequence[float], *, use_widgets: bool) -> list[list[float]]:
    """Return, for each block, the numbers named in `PLACE`.

    Args:
        faces: The document's blocks.
        chances: For each, how likely it is the article's by its face alone, in [0, 1].
        use_widgets: Whether the table of widgets counts.
    """
    core = core_of(faces, chances)
    new = _new_to_the_text(faces, chances, core)
    strange, to_come = _strangeness(faces, new), _to_come(faces, new)
    near = _Neighbours(faces, chances)
    clutter = sum(1 for chance in chances if chance < 0.3) / max(1, len(chances))
    signs, gap, ended = [], 0, 0.0
    for i, face in enumerate(faces):
        article = chances[i] >= 0.5 and face.prose
        signs.append([*near.signs(i), *_to_core(i, core), min(1.0, gap / 4), float(face.prose), clutter,
                      ended * (1 - to_come[i]), min(1.0, gap / 4) * (1 - to_come[i]), to_come[i], *_relation(i, faces, core, article), *strange[i]])  # fmt: skip
        gap = 0 if article else gap + 1
        if use_widgets and face.widget in _END_SIGNS and i >= core.start:
            ended = 1.0
        elif article and core.start <= i < core.end:
            ended *= 0.6
    return signs


_END_SIGNS = frozenset({"teaser", "comment form", "newsletter"})


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
        return [self.chances[i], self.mean(i - 1, i), self.mean(i + 1, i + 2), self.mean(i - 4, i), self.mean(i + 1, i + 5)]


def _to_core(i: int, core: Core) -> list[float]:
    return [float(core.start <= i < core.end), min(1.0, max(0, i - core.end + 1) / 8), min(1.0, max(0, core.start - i) / 8)]


def _relation(i: int, faces: Sequence[Face], core: Core, article: bool) -> list[float]:  # noqa: FBT001
    face = faces[i]
    own = 1 if article and core.start <= i < core.end else 0
    known = _share_known(face.names, core.names, own)
    enough = len(face.content) >= 5 and len(core.content) >= 20
    return [
        float(i + 1 < len(faces) and _is_credit_line(faces[i + 1])),
        _share_known(face.content, core.content, own) if enough else 0.5,
        known if face.names else 0.5,
        float(known == 0 and len(face.names) >= 2 and len(core.names) >= 3),
    ]


def _strangeness(faces: Sequence[Face], new: Sequence[float | None]) -> list[tuple[float, float]]:
    """Return how foreign to the article before it each block's run of paragraphs is, and all prose from that run on.

    A run is a stretch of paragraphs without another line between them. The teaser of another story is a run of its own and brings
    its own people and places; a paragraph that follows its article's others directly never counts as foreign by itself.
    """
    runs: list[tuple[int, int]] = []
    for i, strange in enumerate(new):
        if strange is None:
            continue
        if runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    signs = [(0.0, 0.0)] * len(faces)
    rest_words, rest_sum, following = 0, 0.0, len(faces)
    for start, end in reversed(runs[1:]):
        words = sum(len(faces[i].words) for i in range(start, end))
        run_sum = sum((new[i] or 0.0) * len(faces[i].words) for i in range(start, end))
        rest_words, rest_sum = rest_words + words, rest_sum + run_sum
        signs[start:following] = [(run_sum / words, rest_sum / rest_words)] * (following - start)
        following = start
    return signs


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

    Names count double. The first three paragraphs of an article are new by nature.
    """
    content: Counter[str] = Counter()
    names: Counter[str] = Counter()
    seen, new = 0, list[float | None]()
    for i, face in enumerate(faces):
        if not (face.prose and chances[i] >= 0.5 and i >= core.start):
            new.append(None)
            continue
        known = _share_known(face.content, content, 0) + 2 * (_share_known(face.names, names, 0) if face.names else 0.25)
        new.append(max(0.0, 0.8 - known) / 0.8 if seen >= 3 else 0.0)
        seen += 1
        content.update(face.content)
        names.update(face.names)
    return new


def _share_known(words: frozenset[str], known: Counter[str], own: int) -> float:
    """Return the share of words that stand in the core outside the block itself, which counts `own` times in it."""
    return sum(1 for word in words if known[word] > own) / len(words) if words else 0.0


def _is_credit_line(face: Face) -> bool:
    lower = face.lower
    return 0 < len(lower) <= 14 and not face.ends and not PHOTO.isdisjoint(lower)
