"""A word of a sentence as `check` looks at it: what it can be found by, of what kind it is, how much it tells."""

import re
from functools import lru_cache

import msgspec

from copydesk.check.forms import folded, keys_of, number_value
from copydesk.check.lexicon import FUNCTION, LIGHT
from copydesk.text.background import weight
from copydesk.text.words import MONTHS, WEEKDAYS

TIMES = frozenset((*WEEKDAYS, *MONTHS, "today", "yesterday", "tomorrow", "tonight"))
# Weight, in nats, of a word the background table holds for too common to tell anything: it still has to be found.
LEAST_WEIGHT = 0.5
NAME_WEIGHT = 4.0
_MEASURES = frozenset("$€£¥%°")
_SPOKEN = re.compile(r"(?:(?<!\S)[-−])?\d+(?:[.,:/]\d+)*|[^\W_]+|[$€£¥%°]")


class Word(msgspec.Struct, gc=False):
    """One word or sign of a sentence.

    Attributes:
        at: Its index in the sentence; for a word that only stands for a mention, that of the mention.
        start: First code point in the text.
        end: Behind the last.
        low: Folded form.
        keys: What it can be found by; empty for signs.
        kind: `word`, `name`, `number`, `time`, `function` or `sign`; the first four are content.
        weight: How much it tells, in nats.
        tag: Universal part of speech, `X` where the text was not parsed.
        fine: Penn tag.
        head: Index in the sentence of the word it depends on; -1 for the root, or outside.
        relation: Kind of that dependence.
        content: Whether it states something by itself.
    """

    at: int
    start: int
    end: int
    low: str
    keys: tuple[str, ...]
    kind: str
    weight: float
    tag: str = "X"
    fine: str = ""
    head: int = -1
    relation: str = ""
    content: bool = False


@lru_cache(maxsize=50_000)
def looked_up(written: str, tag: str, lemma: str, place: int) -> tuple[str, tuple[str, ...], str, float, bool]:
    """Return folded form, keys, kind and weight of a word, and whether it states something; the same words come again and again."""
    low = folded(written)
    kind = _kind(written, low, tag, first=place == 0)
    keys = () if kind == "sign" else keys_of(low, folded(lemma) if tag not in ("PROPN", "X") else low)
    return low, keys, kind, _weight(low, kind), kind not in ("function", "sign")


def spoken(text: str) -> list[str]:
    """Return the folded words and numbers of a text in order, without the signs between them."""
    return _SPOKEN.findall(folded(text))


def is_sign(written: str) -> bool:
    """Return whether a word is none: a comma, a quotation mark, a dash."""
    return not (written.isalnum() or written in _MEASURES or any(c.isalnum() for c in written))


def _kind(written: str, low: str, tag: str, *, first: bool) -> str:
    if is_sign(written):
        return "sign"
    if low in _MEASURES:
        return "word"
    if number_value(low) is not None:
        return "number"
    if low in TIMES and (low != "may" or (written[0].isupper() and not first)) and (low != "march" or written[0].isupper()):
        return "time"
    if low in FUNCTION or low in LIGHT:
        return "function" if not (written.isupper() and len(written) > 1) or low == "i" else "name"
    if written[0].isupper() and (not first or tag == "PROPN" or not written[1:].islower()):
        return "name"
    return "word"


def _weight(low: str, kind: str) -> float:
    if kind in ("function", "sign"):
        return 0.0
    if kind == "word":
        return max(LEAST_WEIGHT, weight(low))
    return NAME_WEIGHT
