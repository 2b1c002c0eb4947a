"""Which language an article is written in."""

import re
from collections.abc import Sequence

from copydesk.read.words import FUNCTION

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# English running text has 40 to 55 % function words, single sentences of news at least 20; other languages that share spellings
# ("die", "in", "on") stay under 15 %. The model takes half a second to load, so a lower mark pays where all is English.
_SURELY_ENGLISH = 0.2
_FEWEST_WORDS = 8
_LOOK_AT = 4000


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of a text's language, `und` where there is too little of it to tell.

    Clear English is told by its function words, which costs a fiftieth of the model; all else by py3langid over whole articles.
    """
    words = _WORD.findall(text[:_LOOK_AT].lower().replace("’", "'"))
    if surely_english(len(words), sum(map(FUNCTION.__contains__, words))):
        return "en"
    if sum(len(word) for word in words) < 40:
        return "und"
    import py3langid  # noqa: PLC0415  (loads a model)

    return str(py3langid.classify(text[:20_000])[0])


def surely_english(words: int, joining: int) -> bool:
    """Tell whether a text is English by how many of its words only join others."""
    return words >= _FEWEST_WORDS and joining >= _SURELY_ENGLISH * words


def wanted(language: str, languages: Sequence[str]) -> bool:
    """Tell whether articles in a language are taken in; where it cannot be told they are."""
    return not languages or language == "und" or language in languages
