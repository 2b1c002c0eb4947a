"""Words and signs of a text, cut the way the Penn Treebank and Universal Dependencies (English GUM) cut them.

Clitics stand alone (`do n't`, `Japan 's`), so do the parts of a hyphenated compound (`70 - point`) and units behind a number
(`$ 1.5 bn`); abbreviations keep their full stop (`U.S.`, `Gen.`), and a few prefixes keep their hyphen (`pro-democracy`).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from copydesk.spans import Span

_APOSTROPHE = "['’ʼ]"
# Quantifiers are bounded wherever what follows may be missing, so that no text costs more than linear time.
_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Maj|Brig|Col|Lt|Cmdr|Capt|Sgt|Cpl|Pvt|Adm|Sen|Rep|Gov|Hon|Rev|Fr|Sr|Jr|St|Mt|Ft|Pres|Supt|Det|Insp|Amb|"
    "Messrs|Inc|Corp|Co|Ltd|Bros|Dept|Univ|Assn|Ave|Blvd|Rd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|"
    "Ariz|Calif|Colo|Conn|Fla|Ill|Kan|Mass|Mich|Minn|Okla|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Ph\\.D|etc|vs|approx|eds|est|al|cf|viz"
)
_PREFIXES = (
    "anti|co|counter|cross|de|e|ex|extra|inter|intra|macro|mega|meta|micro|mid|mini|multi|neo|non|over|pan|post|pre|pro|proto|"
    "pseudo|quasi|re|semi|sub|super|trans|ultra|un|under|vice"
)
_UNITS = (
    "bn|tn|mn|m|k|b|km|km/h|kph|mph|kg|g|mg|cm|mm|nm|ft|lb|lbs|oz|kw|mw|gw|kwh|mwh|hz|khz|mhz|ghz|kb|mb|gb|tb|am|pm|p|c|f|x|"
    "min|hrs?|yrs?"
)
_UNSEEN = r"\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_WORD = r"[^\W\d_][\w\u0300-\u036f\u00ad]*"
_FUSED = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}  # word -> where it is cut
_TOKEN = re.compile(
    rf"""
    (?: (?P<word>(?!(?i:{"|".join(_FUSED)})\b){_WORD}) (?=[\s,;!?")\]”]|:(?!//)|\Z)  # nine tokens of ten; all below are rarer
  | (?P<link>(?:https?://|www\.)[^\s<>"“”]*[\w/] | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}})+ | [@\#]\w+ )
  | (?P<short>(?:{_ABBREVIATIONS})\.(?!\w)
      | No\.(?=\s?\d) | [Vv]\.(?=\s[A-Z])
      | (?:[^\W\d_]\.){{2,}}(?![^\W\d_]{{2}}) | (?:[^\W\d_]\.)+[^\W\d_]\b
      | [A-Z]\.(?=\s*[A-Z][\w.’'])
      | [A-Z]{{1,3}}&[A-Z]{{1,3}}\b
      | (?:[A-Z]{{1,3}})?[$€£¥](?=\d))
  | (?P<site>\w{{1,64}}(?:\.\w{{1,64}}){{0,4}}\.(?:com|org|net|gov|edu|info|io|co\.uk|ac\.uk|org\.uk)\b)
  | (?P<number>\d+(?:[.,:/]\d+)*) (?: (?P<unit>(?i:{_UNITS})(?!\w)) | (?P<tail>[^\W_]\w*)?)
  | (?P<clitic>{_APOSTROPHE}(?i:s|re|ve|ll|d|m)(?![\w]) )
  | (?P<prefixed>(?i:{_PREFIXES})-{_WORD}) (?!{_APOSTROPHE})
  | (?P<joined>{_WORD}(?:{_APOSTROPHE}[\w\u0300-\u036f]+)*)
  | (?P<signs>\.{{2,}} | -{{2,}} | …\.? | \[\.\.\.\] | `` | '' | \w | [^\w\s{_UNSEEN}])
    ) \s*  # eaten here, because no alternative begins with white space and each would be tried at it: three times as slow
    """,
    re.VERBOSE,
)
_ENDING = re.compile(rf"(?:n{_APOSTROPHE}t|{_APOSTROPHE}(?:s|re|ve|ll|d|m))\Z", re.IGNORECASE)
_LONGEST_ENDING = 3
# What looks across white space to tell whether its full stop belongs to it: "No. 10", "v. Arlen", "J. Arlen".
_LOOKS_ON = re.compile(r"(?:No|[Vv]|[A-Z])\.\s*\Z")
_LONGEST_KEPT = 40  # code points between white space that are remembered


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the spans of the words and signs in `text[start:end]`, in order.

    Args:
        text: Any text.
        start: First code point to look at.
        end: Behind the last; None for the text's end.

    Returns:
        Spans that count from the start of `text`, never empty, never overlapping. Between them stand only white space, control
        signs and signs without width.
    """
    return [Span(at, at + len(word)) for at, word in zip(*words_of(text, start, end), strict=True)]


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[list[int], list[str]]:
    """Return where the words and signs in `text[start:end]` begin, and the words; otherwise like `tokenise`.

    What stands between blanks is cut once and remembered: most of it has been seen before.
    """
    end = len(text) if end is None else end
    starts: list[int] = []
    words: list[str] = []
    at = start
    for chunk in text[start:end].split(" "):
        known = _pieces(chunk) if len(chunk) < _LONGEST_KEPT else None
        for place, word in _rest(text, at, end, len(chunk)) if known is None else known:
            starts.append(at + place)
            words.append(word)
        at += len(chunk) + 1
    return starts, words


@lru_cache(16_000)
def _pieces(chunk: str) -> tuple[tuple[int, str], ...] | None:
    """Return the words of a stretch of text with their places in it, None where they hang on what follows it."""
    return None if _LOOKS_ON.search(chunk) else tuple(_cut(chunk, 0, len(chunk)))


def _rest(text: str, start: int, end: int, length: int) -> list[tuple[int, str]]:
    """Return the words of a stretch that looks at what follows, with their places in it."""
    found = takewhile(lambda piece: piece[0] < start + length, _cut(text, start, end))
    return [(at - start, word) for at, word in found]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the words and signs in `text[start:end]` with their places."""
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup or ""
        if kind == "joined":
            yield from _clitics(match[kind], match.start())
        elif kind == "unit":
            yield match.start(), match["number"]
            yield match.start(kind), match[kind]
        else:
            yield match.start(), text[match.start() : match.end(kind)]


def _clitics(word: str, start: int) -> Iterator[tuple[int, str]]:
    """Cut what leans on a word from its end: `would n't 've`."""
    cuts = [len(word)]
    fused = _FUSED.get(word.lower())
    if fused:
        cuts.append(fused)
    while len(cuts) < 4 and (ending := _ENDING.search(word, max(0, cuts[-1] - _LONGEST_ENDING), cuts[-1])) and ending.start() > 0:
        cuts.append(ending.start())
    cuts.append(0)
    for left, right in zip(reversed(cuts), reversed(cuts[:-1]), strict=False):
        yield start + left, word[left:right]
