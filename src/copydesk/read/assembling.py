"""A sheet becomes an article: blocks are judged, notices and headings parted from reporting, and what stands around it is read."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.read import heads
from copydesk.read.chosen import Chosen
from copydesk.read.config import ReadConfig
from copydesk.read.furniture import RELEASE, issuer
from copydesk.read.genres import Signs, genre_of
from copydesk.read.judging import Judged, judge
from copydesk.read.languages import language_of, surely_english, wanted
from copydesk.read.lines import blocks_of
from copydesk.read.notices import Dateline, dateline_of, label_of
from copydesk.read.opinions import is_opinion
from copydesk.read.outlets import house_at, is_owner, masthead, outlet_in, without_desk, without_outlet
from copydesk.read.roles import Role, outside, roles_of
from copydesk.read.sheet import Sheet
from copydesk.read.signs import Face
from copydesk.read.times import Stated, declared, times_in, utc
from copydesk.records import Article, Block, Document, Hints, Published, Removed, Skipped

# A second reading of the kept text nearly always changes nothing; text made to trip the judge is cut off here.
_MOST_ROUNDS = 12
_SENTENCE_WORDS = 8  # a headline with a full stop is seldom as long
# So many lines from the top an outlet's name may stand by itself.
_HEAD = 6
# Who worked on it, at the end of its last paragraph.
_WORKED_ON = re.compile(
    r"(?<=\S) \((?:[Aa]dditional |[Ff]urther )?(?:[Rr]eporting|[Ww]riting|[Ee]dit(?:ing|ed)|[Cc]ompiled) by [^()]{3,300}\)\W?\Z"
)
# So many lines behind the text may still speak of it.
_BEHIND = 8
_NEARBY = 1_000  # characters before the end of what is read among which a word ends


@dataclass(frozen=True)
class Page:
    """One article's document, its sheet and the sheet's blocks.

    Attributes:
        document: Where it stands.
        sheet: What the format found.
        faces: The blocks of the sheet's text.
        digest: Of the bytes that are its own, hexadecimal.
        read: How many characters of the sheet's text are read.
    """

    document: Document
    sheet: Sheet
    faces: tuple[Face, ...]
    digest: str
    read: int

    @property
    def location(self) -> str:
        """Where it stands: its document's location, with its number where that holds several."""
        number = self.sheet.number
        return self.document.location if number is None else f"{self.document.location}#{number}"


def page_of(document: Document, sheet: Sheet, config: ReadConfig) -> Page:
    """Cut a sheet into blocks; of a text that is longer than any article only as much as the settings allow."""
    text = begun(sheet.text, config.longest_text)
    return Page(document, sheet, tuple(map(Face, parts_of(text))), hashlib.sha256(sheet.content).hexdigest(), len(text))


def begun(text: str, most: int) -> str:
    """Return a text up to a number of characters, cut where a word ends if one does nearby."""
    if len(text) <= most:
        return text
    end = max(text.rfind(sign, most - _NEARBY, most) for sign in (" ", "\n"))
    return text[: end if end > 0 else most]


def left_unread(page: Page) -> Skipped | None:
    """Return what of a page's text was too long to be read, None where all of it was."""
    whole = len(page.sheet.text)
    if page.read == whole:
        return None
    detail = f"Only the first {page.read:,} of its {whole:,} characters are read; `read.longest_text` sets the limit."
    return Skipped(location=page.location, reason="too_long", detail=detail)


def article_of(page: Page, elsewhere: frozenset[str], config: ReadConfig) -> Article | Skipped:
    """Make an article of a sheet.

    Args:
        page: What the format found, and where.
        elsewhere: Folded lines that are clutter by standing in other documents too.
        config: Settings.

    Returns:
        The article, or why it is none.
    """
    seen = _seen(page, elsewhere, config)
    if sum(len(role.face.words) for role in seen.roles if role.kind in ("body", "list")) < config.shortest_words:
        reason = "Nothing is left when what belongs to the page is taken out." if page.faces else "It holds no text."
        return Skipped(location=page.location, reason="only_clutter" if page.faces else "empty", detail=reason)
    if not wanted(seen.language, config.languages):
        return Skipped(location=page.location, reason="language", detail=_other_language(seen.language, config))
    return _article(page, seen, config)


def _seen(page: Page, elsewhere: frozenset[str], config: ReadConfig) -> "_Seen":
    """Judge a page's blocks and decide what becomes of each."""
    chosen = Chosen(page.sheet.chosen) if page.sheet.chosen is not None else None
    start, end = chosen.window(page.faces) if chosen else (0, len(page.faces))
    judged = judge(page.faces[start:end], elsewhere, config)
    title = heads.title_index(judged, page.sheet.title)
    if title is not None and page.sheet.title and _leads(judged.faces[title]):
        title = None  # an export that names the first sentence as title must not lose it
    roles = roles_of(judged, title, config, chosen)
    # Where all is kept and no other document had a say, a second reading is the first again.
    if chosen is None and not (all(role.kind for role in roles) and elsewhere.isdisjoint(face.key for face in page.faces)):
        roles = settled(roles, config)
    language = _language([role.face for role in roles if role.kind])
    if language == "und":
        language = page.sheet.language or language
    roles = [*map(outside, page.faces[:start]), *roles, *map(outside, page.faces[end:])]
    return _Seen(judged, title, roles, language)


def _language(faces: Sequence[Face]) -> str:
    words, joining = sum(len(face.words) for face in faces), sum(face.function for face in faces)
    return "en" if surely_english(words, joining) else language_of("\n".join(face.text for face in faces))


def _other_language(language: str, config: ReadConfig) -> str:
    return f"It is in language {language!r}; `read.languages` takes in {', '.join(config.languages)} (an empty list: any)."


def parts_of(text: str) -> Iterator[str]:
    """Yield a text's blocks, with run-in headings and datelines as blocks of their own."""
    for block in blocks_of(text):
        rest = block
        while rest:
            cut = label_of(rest) or _dateline_end(rest)
            if not 0 < cut < len(rest):
                break
            yield rest[:cut].strip()
            rest = rest[cut:].strip()
        signed = _WORKED_ON.search(rest) if ")" in rest[-2:] else None
        yield from (part for part in ((rest[: signed.start()], signed[0].strip()) if signed else (rest,)) if part)


def _dateline_end(block: str) -> int:
    dateline = dateline_of(block)
    return dateline.end if dateline else 0


def _leads(face: Face) -> bool:
    """Return whether a line that the document gives as its title is a whole sentence of the text."""
    return face.ends and face.prose and len(face.words) >= _SENTENCE_WORDS


def settled(roles: list[Role], config: ReadConfig) -> list[Role]:
    """Take out what a second reading of the kept text would take out, so that reading an article's own text changes nothing."""
    for _ in range(_MOST_ROUNDS):
        places = [i for i, role in enumerate(roles) if role.kind]
        judged = judge([roles[i].face for i in places], frozenset(), config)
        again = roles_of(judged, heads.title_index(judged, None), config)
        for i, role in zip(places, again, strict=True):
            roles[i] = role
        if all(role.kind for role in again):
            break
    return roles


class _Seen:
    """A document's blocks and what was made of them."""

    def __init__(self, judged: Judged, title: int | None, roles: Sequence[Role], language: str) -> None:
        self.judged = judged
        self.title = title
        self.roles = roles
        self.language = language
        self.kept = [role.face.text for role in roles if role.kind]
        self.removed = [role.face.text for role in roles if not role.kind]
        self.bylines = [role.face.text for role in roles if role.kind == "byline"]
        begins = heads.text_begins(judged, title)
        self.head = heads.head_lines(judged, title, begins)
        self.tail = self._tail()
        self.times = heads.stated_times(judged, title, begins)
        self.dateline = self._dateline()

    def _tail(self) -> list[str]:
        """Return the lines behind the text, and those taken out right before its end."""
        end = self.judged.core.end
        last = [face.text for face in self.judged.faces[max(0, end - 3) : end] if face.text not in self.kept]
        return [*last, *(face.text for face in self.judged.faces[end : end + _BEHIND])]

    def headline(self) -> str | None:
        return self.judged.faces[self.title].text if self.title is not None else None

    def _dateline(self) -> Dateline | None:
        found = (dateline_of(f"{role.face.text} X") for role in self.roles if len(role.face.text) < 100)
        return next((dateline for dateline in found if dateline), None)


def _article(page: Page, seen: _Seen, config: ReadConfig) -> Article:
    sheet, document = page.sheet, page.document
    text, blocks = _text_of(seen.roles)
    hints = document.hints or Hints()
    whole = sheet.title or seen.headline() or ""
    title, cut = without_outlet(whole, sheet.outlet)
    byline = sheet.byline or heads.byline_in(seen.head) or heads.byline_in((*seen.bylines, *seen.tail))
    signs = Signs(whole, sheet.url or "", byline or "")
    near = [*seen.head, *(line for line in seen.tail if line not in seen.kept)]
    return Article(
        id=page.digest[:12],
        location=page.location,
        sha256=page.digest,
        text=text,
        blocks=blocks,
        title=title or None,
        byline=byline,
        dateline=seen.dateline.words if seen.dateline else None,
        outlet=hints.outlet or without_desk(sheet.outlet) or _outlet(seen) or (None if cut and is_opinion(cut) else cut),
        url=sheet.url,
        language=seen.language,
        genre=sheet.genre or genre_of(seen.kept, _labels(seen), near, signs),
        published=_published(sheet, hints, seen),
        updated=sheet.updated or next((utc(stated.published) for stated in seen.times if stated.updated), None),
        removed=_removed(seen.roles, sheet, config),
        markup_credits=sheet.credits,
        reservations=sheet.reservations,
        hints=document.hints,
    )


def _outlet(seen: _Seen) -> str | None:
    """Return the outlet that the page's lines name: who keeps the rights, the byline, its head, the issuer of a release."""
    top = [role.face.text for role in seen.roles[:_HEAD] if not role.kind]
    released = [role.face.text for role in seen.roles if role.reason == RELEASE]
    holder = outlet_in(seen.removed)
    above = [face.text for face in seen.judged.faces[: seen.title or 0] if not face.widget]
    at_top = bool(seen.judged.faces) and not seen.judged.faces[0].widget
    prose = "\n".join(face.text for face in seen.judged.faces if face.prose)
    named = (
        heads.outlet_in_byline(seen.head)
        or house_at((*seen.head, *top))
        or masthead(above, prose, at_top=at_top)
        or issuer(released)
    )
    return named or holder if holder is None or is_owner(holder) else holder


def _labels(seen: _Seen) -> list[str]:
    """Return the short lines near the head that may say what kind of text this is."""
    return [line for line in seen.head if len(line.split()) <= 8]


def _published(sheet: Sheet, hints: Hints, seen: _Seen) -> Published:
    """Return the time that is best founded: a person's word, the markup, a line near the head, a dateline with a year, htmldate."""
    by_hand = declared(hints.published, "hints")
    if by_hand:
        return by_hand
    if sheet.published.when:
        return sheet.published
    filed = next(times_in(seen.dateline.words, "dateline"), None) if seen.dateline else None
    stated = [one for one in (*seen.times, filed) if one is not None]
    first = next((one.published for one in stated if not one.updated), None)
    return first or next(map(_day_of_change, stated), None) or sheet.published_at_last


def _day_of_change(stated: Stated) -> Published:
    """Return the day of the last change for that of publication, where nothing else is known: news is seldom changed later."""
    when = (stated.published.when or "")[:10]
    return Published(when=when, precision=stated.published.precision if len(when) < 10 else "day", basis="updated")


def _text_of(roles: Sequence[Role]) -> tuple[str, tuple[Block, ...]]:
    blocks, parts, at = [], [], 0
    for role in roles:
        if role.kind:
            blocks.append(Block(start=at, end=at + len(role.face.text), kind=role.kind))
            parts.append(role.face.text)
            at += len(role.face.text) + 2
    return "\n\n".join(parts), tuple(blocks)


def _removed(roles: Sequence[Role], sheet: Sheet, config: ReadConfig) -> tuple[Removed, ...]:
    """Return what was taken out with its place; of a page's visible text only as much as the settings allow."""
    removed, end, room, cut = [], 0, config.removed_characters, 0
    for role in roles:
        if role.kind:
            end += len(role.face.text) + (2 if end else 0)
        elif sheet.from_markup and len(role.face.text) > room:
            cut += 1
        else:
            room -= len(role.face.text)
            removed.append(Removed(text=role.face.text, after=end, reason=role.reason))
    if cut:
        removed.append(Removed(text=f"[{cut} more]", after=end, reason="lines of the page that are not kept"))
    return tuple(removed)
