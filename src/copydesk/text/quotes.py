"""Where words stand in quotation marks: every typographic sign, apostrophes told apart, quotes over several paragraphs."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from copydesk.spans import Span, Spanned
from copydesk.text.words import word_set

_PAIRS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "``": "''",
    '"': '"',
    "‘": "’",
    "'": "'",
    "”": "”",
    "''": "''",
    "‟": "”",
    "「": "」",
    "『": "』",
}
_SIGNS = re.compile(r"``|''|[\"“”„‟«»‹›「」『』]|(?<![\w])['‘](?=\w)|(?<=[\w.,!?…;:)\]—–-])['’](?!\w)")
_ANY_SIGN = re.compile(r"[`'\"‘’“”„‟«»‹›「」『』]")
_ELISIONS = re.compile(r"['’‘](?:\d0s|tis|twas|em|til|cause|bout|n|round|neath)\b", re.IGNORECASE)
_DOUBLE = re.compile('["“”„«»]')
_HEAD = 200  # code points of a block among which its first sign is looked for
_CLOSING_DOUBLE = {"“": '”"', "„": "“”", "«": "»", '"': '"”'}
_SINGLE = ("'", "‘", "’")
# A single quote that is longer holds more likely a lost apostrophe than speech.
_LONGEST_SINGLE = 600
_TITLE_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_LONGEST_TITLE = 90
_SPOKEN = frozenset(
    {"chants", "chant", "shouts", "shout", "cries", "cry", "calls", "screams", "chorus", "slogan", "slogans", "refrain"}
)
# Behind these stands what something is called: "the founder of “Friends of Tarn.”", "on “Face the River,”".
_BEFORE_NAME = frozenset({"on", "of", "the", "a", "an", "in", "and", "called", "named", "titled", "for", "from", "with", "by"})
_WORKS = word_set(
    """
    book novel memoir song album anthem film movie show series episode program programme podcast column essay article commentary
    play poem painting single documentary ballad hymn musical sitcom drama newsletter blog opera sequel exhibition
    """
)
_SMALL = word_set("a an the of in on at to for and or but by with from as is nor vs")


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """Words in quotation marks.

    Attributes:
        start: First code point, the opening sign.
        end: Behind the closing sign; behind the last word where the sign is missing because the quote goes on.
        words_start: First code point of the words.
        words_end: Behind the last code point of the words.
        block: Index of the block.
        continues: Whether it goes on in the next block, whose first sign opens it again.
        single: Whether it stands in single marks.
    """

    start: int
    end: int
    words_start: int
    words_end: int
    block: int
    continues: bool = False
    single: bool = False


def quoted(text: str, blocks: Sequence[Spanned]) -> list[Quoted]:
    """Return what stands in quotation marks at the outermost level, in order; time grows with the length of the text."""
    found: list[Quoted] = []
    for index, block in enumerate(blocks):
        follows = _opens_next(text, blocks, index)
        found.extend(_in_block(text, block, index, follows=follows))
    return found


def _opens_next(text: str, blocks: Sequence[Spanned], index: int) -> bool:
    """Return whether the next block begins with an opening sign, as a quote that goes on does."""
    if index + 1 >= len(blocks):
        return False
    return text[blocks[index + 1].start : blocks[index + 1].start + 2].startswith(("“", '"', "``", "„", "«", "‘"))


def _in_block(text: str, block: Spanned, index: int, *, follows: bool) -> Iterator[Quoted]:
    signs = [sign for sign in _signs(text, block) if not _ELISIONS.match(text, sign.start())]
    at = 0
    while at < len(signs):
        opening = signs[at]
        if not _opens(text, block, opening):
            at += 1
            continue
        close = _closing(text, signs, at)
        if close is not None:
            yield _quote(text, index, opening, Span(*signs[close].span()))
            at = close + 1
            continue
        if follows and opening[0] not in _SINGLE and not _later_pair(text, block, signs, at):
            yield _quote(text, index, opening, Span(block.end, block.end), continues=True)
            return
        at += 1


def _signs(text: str, block: Spanned) -> Iterator[re.Match[str]]:
    """Yield what may be a quotation mark."""
    at = block.start
    while near := _ANY_SIGN.search(text, at, block.end):
        sign = _SIGNS.match(text, near.start(), block.end)
        if sign:
            yield sign
        at = (sign or near).end()


def _quote(text: str, block: int, opening: re.Match[str], closing: Span, *, continues: bool = False) -> Quoted:
    start, words_end = opening.end(), closing.start
    while start < words_end and text[start].isspace():
        start += 1
    while words_end > start and text[words_end - 1].isspace():
        words_end -= 1
    return Quoted(
        start=opening.start(),
        end=closing.end,
        words_start=start,
        words_end=words_end,
        block=block,
        continues=continues,
        single=opening[0] in _SINGLE,
    )


def _opens(text: str, block: Spanned, sign: re.Match[str]) -> bool:
    """Return whether a sign can open a quote here."""
    mark, at = sign[0], sign.start()
    before = text[at - 1] if at > block.start else " "
    behind = text[sign.end()] if sign.end() < block.end else " "
    if mark in ("“", "„", "«", "``", "‹", "‟", "「", "『"):
        return True
    if mark in ("‘", "'"):
        return not before.isalnum() and behind.isalnum()
    if mark == '"':
        return not behind.isspace() or before.isspace()
    if mark == "''":  # some newspapers open with it too; behind "``" it only closes
        return not behind.isspace() and (before.isspace() or before in "(—–-") and text.find("``", block.start, block.end) < 0
    # a closing sign where one should open: "”Mr. Arden …" at the head of a paragraph
    return mark == "”" and at == block.start and not behind.isspace()


def _closing(text: str, signs: Sequence[re.Match[str]], at: int) -> int | None:
    """Return the index of the sign that closes the one at `at`, None where there is none."""
    mark = signs[at][0]
    wanted = _PAIRS.get(mark, "")
    if mark in _SINGLE:
        return _closing_single(text, signs, at)
    depth = 0
    for here in range(at + 1, min(at + 400, len(signs))):
        sign = signs[here][0]
        if sign == mark and mark != '"' and sign not in wanted:
            if _ends(text, signs[here]):
                return here
            depth += 1
            if depth > 1:
                return None
        elif (sign in wanted if len(wanted) != 2 or wanted == "“”" else sign == wanted) or (
            sign in ('"', "''") and mark in ("“", "``") and _closes_loosely(text, signs[here])
        ):
            if not depth or not _closes_again(signs, here):
                return here
            depth -= 1
    return None


def _closes_again(signs: Sequence[re.Match[str]], at: int) -> bool:
    """Return whether the sign at `at` closes a quote inside another, because the next one closes too: "… “hell” than …”."""
    return at + 1 < len(signs) and signs[at + 1][0] == signs[at][0]


def _ends(text: str, sign: re.Match[str]) -> bool:
    """Return whether an opening sign stands where only a closing one can, by a slip: "… is late.“"."""
    before = text[sign.start() - 1 : sign.start()]
    behind = text[sign.end() : sign.end() + 1]
    return before in {".", ",", "!", "?", "…"} and (not behind or behind.isspace())


def _closes_loosely(text: str, sign: re.Match[str]) -> bool:
    """Return whether a straight sign closes a curly quote: glued to the word before and free behind."""
    before = text[sign.start() - 1 : sign.start()]
    behind = text[sign.end() : sign.end() + 1]
    return bool(before) and not before.isspace() and not behind.isalnum()


def _closing_single(text: str, signs: Sequence[re.Match[str]], at: int) -> int | None:
    """Return what closes a single quote: a sign behind punctuation first of all, because "the students' plan" ends none."""
    start = signs[at].end()
    weak: int | None = None
    for here in range(at + 1, min(at + 60, len(signs))):
        sign = signs[here]
        if sign.start() - start > _LONGEST_SINGLE or sign[0] in ('"', "“", "``"):
            break
        if sign[0] not in ("'", "’"):
            continue
        before, behind = text[sign.start() - 1], text[sign.end() : sign.end() + 2]
        if before in ".,!?…" or behind[:1] in ".,;:!?)" or not behind.strip():
            return here if before != "s" or weak is None else weak
        if before not in "sS" and weak is None:
            return here
        weak = here if weak is None else weak
    return weak


def _later_pair(text: str, block: Spanned, signs: Sequence[re.Match[str]], at: int) -> bool:
    """Return whether a whole quote follows in the block, so that the unclosed sign was a slip."""
    return any(
        _opens(text, block, signs[here]) and _closing(text, signs, here) is not None
        for here in range(at + 1, min(at + 20, len(signs)))
    )


def left_open(text: str, blocks: Sequence[Spanned]) -> tuple[int, ...]:
    """Return where quotation marks open that are not closed in their block, unless the next block opens the quotation again.

    Only double marks are looked at: single ones are apostrophes too.

    Args:
        text: The text.
        blocks: Its blocks, in order.
    """
    found = []
    for order, block in enumerate(blocks):
        start, closing = -1, ""
        for sign in _DOUBLE.finditer(text, block.start, block.end):
            if start >= 0 and sign[0] in closing:
                start = -1
            elif start < 0 and sign[0] in _CLOSING_DOUBLE:
                start, closing = sign.start(), _CLOSING_DOUBLE[sign[0]]
        behind = blocks[order + 1].start if order + 1 < len(blocks) else len(text)
        following = text[behind : behind + _HEAD].lstrip()
        if start >= 0 and not following.startswith(tuple(_CLOSING_DOUBLE)):
            found.append(start)
    return tuple(found)


def is_title(words: str) -> bool:
    """Return whether quoted words look like the title of a work: every main word capitalised, no end of a sentence."""
    return words[-1:] not in (".", ",", "!", "…") and len(words) <= _LONGEST_TITLE and _capitalised(words, 2)


def names_work(words: str, before: str) -> bool:
    """Return whether quoted words that end in a comma or full stop are the title of a work, as what stands before them shows.

    American print puts the comma of "on “Face the River,” she said" inside the title.

    Args:
        words: The quoted words.
        before: What stands before the opening sign in the same block.
    """
    name = words.rstrip(" ,.")
    if name == words.rstrip() or len(name) > _LONGEST_TITLE:
        return False
    lead = before.lower().rstrip(" ,").split()[-2:]
    if lead and (lead[-1] in _WORKS or (lead[-1] == "of" and lead[0] in _WORKS)):
        return _capitalised(name, 1)
    if not lead or lead[0] in _SPOKEN:
        return False
    return (lead[-1] in _BEFORE_NAME or lead[-1].endswith(("'s", "’s"))) and _capitalised(name, 2)


def _capitalised(words: str, least: int) -> bool:
    """Return whether every main word has a capital, and there are so many."""
    main = [part for part in _TITLE_WORD.findall(words) if part.lower() not in _SMALL]
    return len(main) >= least and all(part[0].isupper() for part in main)


def is_whole(words: str, before: str) -> bool:
    """Return whether quoted words are a sentence or more rather than a few words inside one.

    Args:
        words: The quoted words.
        before: What stands before the opening sign in the same block.
    """
    lead = before.rstrip()
    first = words.lstrip("'‘“\"([… ")[:1]
    ended = words[-1:] in (".", "!", "?", ",", "…", "—", "–", "-")
    count = words.count(" ") + 1
    if not first or count < 2:
        return ended and bool(lead == "" or lead[-1:] in ",:.!?") and first.isupper()
    if lead == "" or lead[-1] in '.!?,:”"’»—–':
        return first.isupper() or (count > 4 and ended)
    return first.isupper() and ended and count > 3
