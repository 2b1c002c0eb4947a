"""What is known of words: learnt once in a pile, looked up for every text."""

from collections.abc import Iterable
from struct import Struct

import numpy as np
from numpy.typing import NDArray

from copydesk.text.background import stem, weight
from copydesk.text.shingles import fold, word_hash
from copydesk.text.words import MONTHS, WEEKDAYS

NUMBER, DATE = 1, 2
_WORDS = (
    "two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SPELLED = {word: str(number) for number, word in enumerate(_WORDS.split(), start=2)} | {k: str(v) for k, v in _TENS.items()}
_DATES = frozenset((*MONTHS, *WEEKDAYS))
# What is known of a word, as the bytes of one row of an array: hash of its folded form; hash of that form's stem, of a number in
# words of its figures; how much it tells, in nats; `NUMBER`, `DATE` or 0; whether it begins with a capital.
_ROW = Struct("<QQfBB")
_ROWS = np.dtype([("hash", "<u8"), ("stem", "<u8"), ("weight", "<f4"), ("anchor", "u1"), ("capital", "u1")])


class Lexicon(dict[str, bytes]):
    """Words as they are written -> what is known of them; asked for an unknown word, it learns it.

    Args:
        language: ISO 639-1 code of the words.
    """

    def __init__(self, language: str = "en") -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> bytes:
        """Learn a word."""
        folded = fold(word)
        figures = folded if folded[0].isdigit() else _SPELLED.get(folded, "")
        anchor = NUMBER if figures not in ("", "1") else DATE if folded in _DATES else 0
        whole, stemmed = word_hash(folded), figures or stem(folded)
        part = whole if stemmed == folded else word_hash(stemmed)
        row = _ROW.pack(whole, part, weight(folded, self._language), anchor, word[0].isupper())
        self[word] = row
        return row

    def rows(self, words: Iterable[str]) -> NDArray[np.void]:
        """Return what is known of some words, a row for each."""
        return np.frombuffer(b"".join([self[word] for word in words]), _ROWS)


class Lexicons(dict[str, Lexicon]):
    """Languages -> lexicons; asked for a new language, it begins one."""

    def __missing__(self, language: str) -> Lexicon:
        """Begin a lexicon."""
        self[language] = Lexicon(language)
        return self[language]
