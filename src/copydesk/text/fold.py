"""Unicode made plain: one form for characters, white space and line ends, and nothing that hides."""

import re
import unicodedata

_ENDS = "\r\v\f\x1c-\x1e\x85\u2028\u2029"
_BLANK = "\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = (
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff"
)
_JOINERS = "\u200c\u200d"
_LINE_ENDS = re.compile(rf"\r\n?|[{_ENDS}]")
_BLANKS = re.compile(f"[{_BLANK}]")
# Control characters, bidirectional overrides, signs without width, noncharacters, tags and lone surrogates: they can hide words
# or reorder what a reader sees. The joiners stay between letters of scripts that need them.
_HIDDEN = re.compile(f"[{_UNSEEN}]|(?<![\u0600-\u109f])[{_JOINERS}]|[{_JOINERS}](?![\u0600-\u109f])")
# Most texts have none of all these, and one class of signs is searched ten times as fast as the alternatives above.
_ODD = re.compile(f"[{_ENDS}{_BLANK}{_UNSEEN}{_JOINERS}]")
_NOT_WORD = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    r"""Return text in NFC with line ends as `\n`, blanks as spaces, and without characters that do not show."""
    if _ODD.search(text):
        text = _BLANKS.sub(" ", _HIDDEN.sub("", _LINE_ENDS.sub("\n", text)))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """Return a key under which lines that differ only in case, punctuation and spacing are the same."""
    if text.isascii() and text.isalnum():
        return text.lower()
    return _NOT_WORD.sub(" ", text.casefold()).strip()
