"""Words with their contractions written out: "don’t" and "do not", "we’re" and "we are" are the same words."""

import re
from collections.abc import Iterable, Iterator

from copydesk.text.shingles import Word, fold

_SHORT = {"t": "not", "s": "is", "re": "are", "ve": "have", "ll": "will", "m": "am", "d": "would"}
_CUT = re.compile(r"(?P<stem>\w*?)(?P<end>n['’ʼ]t|['’ʼ](?:s|re|ve|ll|m|d))$", re.IGNORECASE)
_ALONE = re.compile(r"(?:s|re|ve|ll|m|d)$", re.IGNORECASE)  # cut from its word: "we 're"
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
_BEEN = frozenset({"been", "got"})  # behind these "’s" is "has", "’d" is "had"
_HAD = {"is": "has", "would": "had"}


def expanded(found: Iterable[Word], text: str) -> list[Word]:
    """Return words with each contraction as the words that it stands for, and "cannot" as two.

    A possessive "’s" cannot be told from "is" and becomes one too: the words are for comparing, not for reading.

    Args:
        found: Words of the text, in order.
        text: The text.
    """
    parted = [part for word in found for part in _parts(word, text)]
    return [
        Word(word.start, word.end, _HAD[word.folded])
        if word.folded in _HAD and word.end - word.start <= 2 and following in _BEEN and _is_leaning(word, text)
        else word
        for word, following in zip(parted, [*(word.folded for word in parted[1:]), ""], strict=False)
    ]


def _parts(word: Word, text: str) -> Iterator[Word]:
    """Yield what a word stands for, each part at its own signs."""
    written = text[word.start : word.end]
    cut = _CUT.match(written)
    if cut is not None:
        if cut["stem"]:
            stem = fold(cut["stem"])
            yield Word(word.start, word.start + cut.end("stem"), _STEMS.get(stem, stem))
        yield Word(word.start + cut.start("end"), word.end, _SHORT[cut["end"].lower().lstrip("n'’ʼ")])
    elif _ALONE.match(written) and _is_leaning(word, text):
        yield Word(word.start, word.end, _SHORT[word.folded])
    elif word.folded == "cannot":
        yield Word(word.start, word.start + 3, "can")
        yield Word(word.start + 3, word.end, "not")
    else:
        yield Word(word.start, word.end, _STEMS.get(word.folded, word.folded) if _is_stem(word, text) else word.folded)


def _is_leaning(word: Word, text: str) -> bool:
    """Say whether a word begins with an apostrophe or stands behind one, as in "we ’ re"."""
    return text[word.start] in "'’ʼ" or text[max(0, word.start - 2) : word.start].rstrip()[-1:] in ("'", "’", "ʼ")


def _is_stem(word: Word, text: str) -> bool:
    """Say whether the rest of a contraction stands apart behind a word: "ca n't"."""
    return text[word.end : word.end + 3].lower() in (" n'", " n’", " nʼ")
