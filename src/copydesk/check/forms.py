"""What a word is looked up by: its written form, its stem, its root and the small groups of synonyms it belongs to.

Stems are no dictionary forms; they only have to be the same for the forms of one word. Roots join a verb and the noun made from
it ("announce", "announcement"); they stop short of `-er` and `-ee`, because an employer is no employee.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from copydesk.check.lexicon import NUMBER_WORDS
from copydesk.text.synonyms import grouped

_FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "\u00ad": None, "\u200b": None, "\u2060": None})
_SHORTEST_STEM = 3
_SHORTEST_ROOT = 4
_ENDINGS = (
    "ations", "ically", "ation", "ments", "ingly", "ment", "ness", "ance", "ence", "ally", "edly", "ions", "ion", "ity", "ive",
    "al", "ly", "ic",
)  # fmt: skip
# What stands before "-ion" is not always what the verb ends in: decision, decide; permission, permit.
_BEFORE_ION = (("miss", "mit"), ("ens", "end"), ("ans", "and"), ("is", "id"), ("us", "ud"), ("as", "ad"), ("os", "od"))


def folded(text: str) -> str:
    """Return a text without accents, case and typographic variety; its length may change."""
    if not text.isascii():
        text = text.translate(_FOLD)
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.lower()


def stem(word: str) -> str:
    """Return what the inflected forms of a folded word have in common."""
    if len(word) <= _SHORTEST_STEM or not word.isalpha():
        return word
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and _may_lose(word, ending):
            return _bare(word[: -len(ending)])
    return _bare(word)


def _may_lose(word: str, ending: str) -> bool:
    left = word[: -len(ending)]
    if ending == "s":
        return not left.endswith(("s", "u", "i")) and len(left) >= _SHORTEST_STEM
    return len(left) >= _SHORTEST_STEM and any(vowel in left for vowel in "aeiouy")


def _bare(left: str) -> str:
    """Undouble a consonant and drop a silent e, so that "planned" and "plan", "moving" and "move" meet."""
    if len(left) > 3 and left[-1] == left[-2] and left[-1] not in "seo":
        left = left[:-1]
    return left[:-1] if left.endswith("e") and len(left) > _SHORTEST_STEM else left


def root(stemmed: str) -> str:
    """Return what a stem shares with the nouns, adjectives and adverbs made from it."""
    for ending in _ENDINGS:
        left = stemmed[: -len(ending)]
        if stemmed.endswith(ending) and len(left) >= _SHORTEST_ROOT:
            return _without_ation(_verb_of(left) if ending in ("ion", "ions") else _bare(left))
    return _without_ation(stemmed)


def _verb_of(left: str) -> str:
    for noun, verb in _BEFORE_ION:
        if left.endswith(noun) and not left.endswith("ess"):
            return left[: -len(noun)] + verb
    return left


def _without_ation(left: str) -> str:
    """Make "cooperat" and "cooper" one, so that "-ate" and "-ation" meet."""
    return left[:-2] if left.endswith("at") and len(left) - 2 >= _SHORTEST_ROOT else left


def number_value(word: str) -> str | None:
    """Return the canonical digits of a number, in digits or a word, or None."""
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    if not word[:1].isdigit():
        return None
    digits = word.replace(",", "")
    for ending in ("st", "nd", "rd", "th"):
        if digits.endswith(ending) and digits[: -len(ending)].isdigit():
            return digits[: -len(ending)] + "th"
    return digits


@cache
def groups() -> Mapping[str, tuple[str, ...]]:
    """Return the groups of synonyms each stem belongs to; a country and the adjective made from it are one."""
    return grouped(lambda word: stem(folded(word)))


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Return the stems that say the opposite of each stem."""
    found: dict[str, set[str]] = {}
    for line in table_lines("opposites.txt"):
        left, right = ([stem(word) for word in side.split()] for side in line.split("/"))
        for one in left:
            found.setdefault(one, set()).update(right)
        for one in right:
            found.setdefault(one, set()).update(left)
    return {one: frozenset(others) for one, others in found.items()}


def table_lines(name: str) -> list[str]:
    """Return the lines of one of the tables beside this file, without comments."""
    text = files("copydesk.check").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=20_000)
def keys_of(word: str, lemma: str) -> tuple[str, ...]:
    """Return everything a folded word can be found by, the most exact first.

    A number has one key, its value (marked `#`). A word has its written form, its stem, its root (marked `^`) and its groups
    (marked `~`).
    """
    value = number_value(word)
    if value is not None:
        return (f"#{value}",)
    stems = dict.fromkeys((word, stem(word), stem(lemma or word)))
    roots = dict.fromkeys(root(s) for s in stems if len(s) > _SHORTEST_STEM and s.isalpha())
    table = groups()
    shared = dict.fromkeys(group for s in (*stems, *roots) for group in table.get(s, ()))
    return (*stems, *(f"^{r}" for r in roots), *shared)
