"""What shows on the face of a block, as numbers in about [0, 1]."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import mul

from copydesk.read.genres import is_machines
from copydesk.read.lazy import lazy
from copydesk.read.notices import by, is_dateline, is_label, notice, writer_in
from copydesk.read.times import Stated, times_in
from copydesk.read.weights import FACE_WEIGHTS, PLACE_WEIGHTS
from copydesk.read.widgets import widget
from copydesk.read.words import CAMERA, FUNCTION, INVITING, MACHINES, MONTHS, OFFERED, PERSONS, PHOTO, READER, SAID, VERBS, WRITER
from copydesk.text.credits import outlet_evidence
from copydesk.text.fold import folded

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
# A sentence's end, also with the sign of its writer or agency or a sum behind it: "… on Monday. (NM)", "… on Monday. —AFP",
# "… said. ($1 = 3.78 soles)".
_ENDS = re.compile(
    r"[.!?…] ?[\"'”’)\]»♦■]{0,3}(?: ?\((?:[A-Z][\w/., ]{1,28}|[$€£¥₹\d][^()]{1,60})\)| [–—-]{1,2} ?[A-Z][\w/., ]{1,20})?\Z"
)
_STOPS = (".", "!", "?", "…")
_INNER_END = re.compile(r"[.!?][\"”’)]{0,2} [\"“‘(]?[A-Z]")
_LINK = ("://", "www.", "@", ".com", ".org", ".net", ".co.uk", ".gov")
_ORNAMENTS = re.compile(r"[|•›»→·✕▶_/](?:(?<!/)|(?<=\w/)(?=\w))")  # a slash only between words
_RIGHTS = ("©", "opyright", "COPYRIGHT", "ights reserved", "ights Reserved", "RIGHTS RESERVED", "(c) 20", "(C) 20")
_SITE = re.compile(r"\b([\w-]{2,30})\.(?:com|co\.uk|org|net|news|tv|io)\b", re.IGNORECASE)
_DASHES, _DASH = re.compile(r" [-–—] |—"), (" - ", " – ", "—")
_WHEN = re.compile(
    rf"\b(?:{MONTHS.lower()}|(?:19|20)\d\d|\d{{1,2}}(?:st|nd|rd|th)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|"
    r"[ap]\.?m|[a-z]{1,2}[sd]?t|updated|published|posted|gmt|utc|ago|last|minutes?|hours?|days?|mins?|hrs?|yesterday|today)\b"
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

# A credit that closes a caption on its own line: "(Ann Ray/The Odern Mail)", "(Image: Odern Mail)", "(Odern Photo)". The slash of a
# party and its state ("R/Ohio") has one capital letter before it.
_PERSON = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}"
_CREDIT_IN_BRACKETS = re.compile(
    r"\((?:(?:Photos?|Images?|Pictures?|Credits?|Supplied|Courtesy|File|Handout|Source)\b[^()]{0,16}?[:/ ] ?[^()]{2,60}|"
    rf"{_PERSON} ?(?:/|via) ?[A-Z][^()]{{2,50}}|(?:[A-Z][\w.&-]* ){{1,4}}(?:[Pp]hotos?|[Ii]mages?|[Ff]ile|[Gg]raphics?)|"
    rf"{_PERSON} for (?P<outlet>[A-Z][^()]{{2,40}}))\)\W{{0,2}}\Z"
)

_BULLET = re.compile(r"(?:[-*•‣◦▪●·]|\(?\d{1,2}[.)])\s")
# No longer are notes about the writer or the machine.
_LONGEST_BIO = 70
_LISTED = frozenset(["via"]).union(VERBS, SAID, OFFERED, READER, PHOTO, CAMERA, PERSONS, WRITER)

FACE = (
    "constant", "length", "very_short", "short", "long", "ends", "colon", "function", "title_case", "capitals", "digits", "verb",
    "no_verb", "said", "quote", "sentences", "reader", "inviting", "offer", "pitch", "ornaments", "dashes", "rights", "link",
    "lower_start", "photo", "caption", "persons", "commas", "date_or_time", "twice", "twice_near", "elsewhere", "widget", "house",
)  # fmt: skip
_RIGHTS_PLACE, _CAPTION_PLACE, _DATE_PLACE = (FACE.index(name) for name in ("rights", "caption", "date_or_time"))
_RIGHTS_WORDS = frozenset(["copyright", "all", "rights", "reserved", "the", "c", "inc", "llc", "ltd", "by", "and"])


class Face:
    """One block as it stands, without its neighbours.

    Attributes:
        text: The block.
        words: Its words, as written.
        lower: The same in lower case, with straight apostrophes.
        key: What is the same for lines that differ only in case, punctuation and spacing.
        ends: Whether it ends as sentences end.
        prose: Whether it is a sentence or more.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = _WORD.findall(text)
        joined = " ".join(self.words).lower().replace("’", "'")
        self.lower: list[str] = joined.split(" ") if joined else []
        self.key = joined.replace("'", " ") if joined.isascii() else folded(text)
        self.ends = text.endswith(_STOPS) or _ENDS.search(text[-70:]) is not None
        self.prose = self.ends and len(self.words) >= 8

    @lazy
    def names(self) -> frozenset[str]:
        """Its capitalised words, lower case, without those that only begin a sentence."""
        start = 0 if self.words and self.words[0].isupper() else 1
        pairs = zip(self.words[start:], self.lower[start:], strict=True)
        named = [low for word, low in pairs if word != low and word[0].isupper() and low not in FUNCTION]
        return frozenset([low.removesuffix("'s") for low in named])

    @lazy
    def content(self) -> frozenset[str]:
        """Its words that carry meaning, without the plural's s and cut to six letters, which joins most forms."""
        return frozenset([word.rstrip("s")[:6] for word in self.lower if len(word) > 3 and word not in FUNCTION])

    @lazy
    def widget(self) -> str | None:
        """The reason for which the table of widgets holds it."""
        return widget(self.text)

    @lazy
    def notice(self) -> str | None:
        """The kind as which it is kept where it speaks of the article: see `notices.notice`."""
        return notice(self.text)

    @lazy
    def by(self) -> str | None:
        """The name, where it is a byline."""
        return by(self.text)

    @lazy
    def is_dateline(self) -> bool:
        """Whether it is a dateline and nothing else."""
        return is_dateline(self.text)

    @lazy
    def is_label(self) -> bool:
        """Whether it is a run-in heading that stands alone, or another that explains news."""
        return is_label(self.text)

    @lazy
    def writer(self) -> str | None:
        """Whom it presents as a writer, where it is no longer than such lines are and nobody speaks: see `notices.writer_in`."""
        fits = len(self.words) <= _LONGEST_BIO and not WRITER.isdisjoint(self.listed) and SAID.isdisjoint(self.listed)
        return writer_in(self.text) if fits else None

    @lazy
    def times(self) -> tuple[Stated, ...]:
        """The times it states, where it is no longer than a line."""
        return tuple(times_in(self.text)) if len(self.words) <= 30 else ()

    @lazy
    def is_date(self) -> bool:
        """Whether it is a line with little on it but a time."""
        return any(stated.own_line for stated in self.times)

    @lazy
    def is_photo_credit(self) -> bool:
        """Whether it is a short line in the words of the photo trade, or nothing but a credit in brackets."""
        if not 0 < len(self.words) <= 14:
            return False
        if self.text[0] == "(" and _credit_at(self.text) == 0:
            return True
        # "The bigger picture" names nobody.
        named = len(self.words) <= 2 or ":" in self.text or any(word[0].isupper() for word in self.words[1:])
        return named and not self.ends and not PHOTO.isdisjoint(self.listed)

    @lazy
    def says_how_made(self) -> bool:
        """Whether it is a note that a machine wrote the text."""
        return len(self.words) <= _LONGEST_BIO and not MACHINES.isdisjoint(self.lower) and is_machines(self.text)

    @property
    def quoted(self) -> bool:
        """Whether somebody's words stand in it."""
        return "“" in self.text or '"' in self.text or "``" in self.text

    @lazy
    def is_bullet(self) -> bool:
        """Whether it is an item of a list by the sign or the number before it."""
        return _BULLET.match(self.text) is not None

    @property
    def is_numbered(self) -> bool:
        """Whether a number or a date stands in it."""
        return any(word[0].isdigit() for word in self.words)

    @lazy
    def is_credited_caption(self) -> bool:
        """Whether it closes with a credit in brackets, as the words under a picture do."""
        return self.text[-3:].find(")") >= 0 and len(self.words) <= 80 and _credit_at(self.text) > 0

    @lazy
    def listed(self) -> frozenset[str]:
        """Its words that stand in any of the lists of `words`: few, so that asking list by list is cheap."""
        return _LISTED.intersection(self.lower)

    @lazy
    def function(self) -> int:
        """How many of its words only join others."""
        return _count(FUNCTION, self.lower)

    @lazy
    def shape(self) -> tuple[float, ...]:
        """The numbers named in `FACE` that need no other block."""
        words, lower, text = self.words, self.lower, self.text
        n = len(words) or 1
        firsts = "".join([word[0] for word in words])
        reader = self._reader()
        listed = self.listed
        verb = not VERBS.isdisjoint(listed) or any(word.endswith("ed") and len(word) > 4 for word in lower)
        return (
            1.0,
            min(n.bit_length() / 7, 1.2),
            float(n <= 2),
            float(n <= 5),
            float(n >= 20),
            float(self.ends),
            float(text.endswith(":")),
            self.function / n,
            sum(map(str.isupper, firsts[1:])) / max(1, n - 1),
            len([word for word in filter(str.isupper, words) if len(word) > 1]) / n,
            0.0 if firsts.isalpha() else sum(map(str.isdigit, firsts)) / n,
            float(verb),
            float(not verb and n >= 6),
            float(not SAID.isdisjoint(listed)),
            float(self.quoted),
            min(len(_INNER_END.findall(text)), 4) / 4,
            reader,
            float(bool(lower) and lower[0] in INVITING),
            0.0 if OFFERED.isdisjoint(listed) else min(1.0, 4 * _count(OFFERED, lower) / n),
            float(not OFFERED.isdisjoint(listed) and (reader > 0 or lower[0] in INVITING)),
            min(1.0, 4 * len(_ORNAMENTS.findall(text)) / n),
            min(1.0, 8 * len(_DASHES.findall(text)) / n) if _has(text, _DASH) else 0.0,
            float(_has(text, _RIGHTS)),
            float(_has(text, _LINK)),
            float(text[0].islower()),
            0.0 if PHOTO.isdisjoint(listed) else min(1.0, 3 * _count(PHOTO, lower) / n),
            _caption(self),
            float(not PERSONS.isdisjoint(listed)),
            min(1.0, 4 * text.count(",") / n),
            _date_share(self),
        )

    @lazy
    def sums(self) -> tuple[float, float]:
        """What its shape adds to either score: it is the same wherever the block stands, and a block is judged more than once."""
        return sum(map(mul, FACE_WEIGHTS, self.shape)), sum(map(mul, PLACE_WEIGHTS, self.shape))

    @property
    def caption(self) -> float:
        """How much it speaks like the words under a picture, in [0, 1]."""
        return self.shape[_CAPTION_PLACE]

    @property
    def date_share(self) -> float:
        """The share of its words that belong to a date or a time of day, where it is short."""
        return self.shape[_DATE_PLACE]

    def _reader(self) -> float:
        """Return how much it speaks to its reader or of itself, outside quotes."""
        words = self.lower
        if READER.isdisjoint(self.listed):
            return 0.0
        if '"' in self.text or "“" in self.text:
            words = _WORD.findall(_QUOTED.sub(" ", self.text).lower().replace("’", "'"))
        return min(1.0, 8 * _count(READER, words) / max(8, len(words)))


def _credit_at(text: str) -> int:
    """Return where the credit in brackets begins that closes a line, -1 where there is none."""
    start = text.rfind("(")
    match = _CREDIT_IN_BRACKETS.match(text, start) if start >= 0 else None
    if match is None or (match["outlet"] and outlet_evidence(match["outlet"]) <= 0):
        return -1
    return start


def _has(text: str, signs: Sequence[str]) -> bool:
    return any(map(text.__contains__, signs))


def _count(group: frozenset[str], words: Sequence[str]) -> int:
    return sum(map(group.__contains__, words))


@dataclass(frozen=True)
class Around:
    """What is known beside a block itself.

    Attributes:
        twice: Keys that stand in the document more than once.
        near: Indices of blocks whose key stands again within three blocks.
        elsewhere: Keys that are clutter by standing in other documents too.
        use_widgets: Whether the table of widgets counts.
        house: Words of the name under which the page keeps its rights, and of its site.
    """

    twice: frozenset[str]
    near: frozenset[int]
    elsewhere: frozenset[str]
    use_widgets: bool
    house: frozenset[str]


def around(faces: Sequence[Face], elsewhere: frozenset[str], *, use_widgets: bool) -> Around:
    """Look over a document's blocks once, for what `face_signs` needs of the others."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, face in enumerate(faces):
        places[face.key].append(i)
    twice = {key: where for key, where in places.items() if len(where) > 1}
    near = frozenset(i for where in twice.values() for a, b in pairwise(where) if b - a <= 3 for i in (a, b))
    return Around(frozenset(twice), near, elsewhere, use_widgets, _house(faces))


def _house(faces: Sequence[Face]) -> frozenset[str]:
    """Return what a page calls itself where it keeps its rights: capitalised words of short lines with a rights sign, and sites."""
    lines = [face for face in faces if face.shape[_RIGHTS_PLACE] and len(face.words) <= 40]
    if not lines:
        return frozenset()
    sites = {match[1].lower() for face in lines for match in _SITE.finditer(face.text)}
    first = {name for face in lines for name in [word.lower() for word in face.words[:6] if word[0].isupper()]}
    return frozenset(sites | (first - _RIGHTS_WORDS))


def face_signs(face: Face, index: int, known: Around) -> list[float]:
    """Return the numbers named in `FACE`."""
    return [*face.shape, *signs_beside(face, index, known)]


def signs_beside(face: Face, index: int, known: Around) -> list[float]:
    """Return the last numbers named in `FACE`: those that need the other blocks."""
    return [
        float(face.key in known.twice),
        float(index in known.near),
        float(face.key in known.elsewhere),
        float(known.use_widgets and face.widget is not None),
        float(not known.house.isdisjoint(face.names)),
    ]


def _date_share(face: Face) -> float:
    """Return the share of a short block's words that belong to a date or a time of day."""
    if len(face.words) > 16:
        return 0.0
    return min(1.0, sum(len(_WORD.findall(match[0])) for match in _WHEN.finditer(face.text.lower())) / max(1, len(face.words)))


def _caption(face: Face) -> float:
    """Return how much a block speaks like the words under a picture: a credit at its end, or the present tense and a full date."""
    if len(face.words) > 80:
        return 0.0
    trade = not PHOTO.isdisjoint(face.listed) or "via" in face.listed
    credited = trade and _CREDIT_AT_END.search(face.text) is not None
    dated = bool(face.words) and face.words[-1][-1].isdigit() and _DATE_ENDS.search(face.text[-45:]) is not None
    camera = not CAMERA.isdisjoint(face.listed) and SAID.isdisjoint(face.listed)
    return min(1.0, 0.8 * credited + 0.1 * dated + 0.6 * camera * (dated or credited))
