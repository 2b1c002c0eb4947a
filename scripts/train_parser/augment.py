"""Changes sentences so that the network learns from context and shape, not from the names and the casing of the corpus."""

import random
from collections.abc import Callable

from benchmarks.gum import Sentence

_SOUNDS = {
    "onset": "b c d f g h j k l m n p r s t v w z br ch cl dr fr gr kh kr pr sh st str th tr v y z",
    "nucleus": "a e i o u a e i o ai ea ia io ou ei aa",
    "coda": "n r l s t m k d th nd rt ng ck x ff sh",
}
_ONSETS, _NUCLEI = _SOUNDS["onset"].split(), _SOUNDS["nucleus"].split()
_CODAS = _SOUNDS["coda"].split() + [""] * 12
_ENDINGS = {
    "person": ["", "", "", "o", "a", "i", "ez", "son", "ski", "ova", "ura", "man", "ley", "er"],
    "place": ["", "", "", "a", "ia", "land", "stan", "ville", "ton", "burg", "i", "o", "grad", "ford", "aq"],
    "organisation": ["", "", "ex", "ia", "on", "co", "tech", "is"],
    "other": ["", "", "a", "ia", "us", "er"],
}
_COMMON_PARTS = """
university ministry department agency party court bank institute association council committee corporation corp inc ltd
co company group college school navy army force forces board commission bureau office union congress senate parliament
house city state states united national international new north south east west northern southern eastern western
central lake river mount island islands sea ocean bay street road avenue park church museum library hospital times post
news press republic kingdom county province district san saint st. st los las el al the of and for in on i ii iii iv jr.
jr sr.
"""
_KEPT = frozenset(_COMMON_PARTS.split())  # common parts of names stay as they are


def invented(rng: random.Random, kind: str) -> str:
    """Return a made-up capitalised word that might name something of that kind."""
    syllables = rng.choice((1, 2, 2, 2, 3))
    word = "".join(rng.choice(_ONSETS) + rng.choice(_NUCLEI) + rng.choice(_CODAS) for _ in range(syllables)) + rng.choice(
        _ENDINGS[kind]
    )
    word = word.capitalize()
    if kind == "person" and rng.random() < 0.06:
        word = rng.choice(("Mc", "O'", "Mac", "De")) + word
    if kind == "organisation" and rng.random() < 0.25:
        word = "".join(rng.choice("ABCDEFGHIKLMNOPRSTUVW") for _ in range(rng.choice((2, 3, 3, 4))))
    return word


def renamed(sentence: Sentence, rng: random.Random, share: float, places: list[str]) -> Sentence:
    """Return the sentence with some of its names made up, the same word for the same word."""
    words = list(sentence.words)
    new: dict[tuple[str, str], str] = {}
    swap = False
    for i, entity in enumerate(sentence.entities):
        if entity.startswith("B-"):
            swap = rng.random() < share
        if entity == "O" or not swap or sentence.fine[i] != "NNP" or words[i].lower() in _KEPT or not words[i][:1].isupper():
            continue
        kind = entity[2:]
        alone = entity[0] == "B" and (i + 1 == len(words) or not sentence.entities[i + 1].startswith("I"))
        if len(words[i].rstrip(".")) == 1:
            continue
        if (kind, words[i]) not in new:
            country = kind == "place" and alone and rng.random() < 0.4
            new[kind, words[i]] = rng.choice(places) if country else invented(rng, kind)
        words[i] = new[kind, words[i]]
    return _with(sentence, words)


def _with(sentence: Sentence, words: list[str]) -> Sentence:
    return Sentence(words, sentence.tags, sentence.fine, sentence.lemmas, sentence.heads, sentence.relations, sentence.entities)


_CASES: list[tuple[float, Callable[[str], str]]] = [
    (0.05, lambda w: w[:1].upper() + w[1:]),
    (0.02, str.upper),
    (0.02, str.lower),
]
_SMALL = frozenset(
    ("a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "from", "with", "as", "'s", "n't")
)


def recased(sentence: Sentence, rng: random.Random) -> Sentence:
    """Return the sentence as it is, or now and then as a headline, in capitals, or without any."""
    draw = rng.random()
    for chance, change in _CASES:
        if draw < chance:
            return _with(
                sentence, [w if chance == 0.05 and i and w.lower() in _SMALL else change(w) for i, w in enumerate(sentence.words)]
            )
        draw -= chance
    return sentence
