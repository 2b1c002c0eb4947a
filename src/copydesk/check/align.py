"""Word by word: what in the articles does each word of a sentence rest on?

Every word that states something looks for words of the grounding that share a key with it. Where there are several, the one whose
neighbours are also the sentence's neighbours wins: the "24" that counts the dead is not taken for the "24" that counts the hurt.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from copydesk.check.lexicon import LOADED_SPEECH, NEUTRAL_SPEECH
from copydesk.check.lines import Line
from copydesk.check.pool import ArticleLine, strength_of
from copydesk.check.words import Word
from copydesk.text.roles import OFFICES

_NEIGHBOURS = 4  # words of the sentence on each side that vote
_NEAR = 7  # and how far apart, in the article, their partners may stand
_VOTE = 1.0
_COMPANY = 2  # words on each side of which one has to rest on the same helping sentence
_LEADING = 0.4  # advantage of the leading sentence of a grounding over its helpers
_WIDER = 0.75  # strength of a word that is wider than the article's
_MEANT = 0.9  # strength of a word that the article uses for whom it means here, elsewhere


class Link(msgspec.Struct, frozen=True, order=True):
    """What a word rests on.

    Attributes:
        line: Index of the sentence in the grounding.
        at: Index of the word in it.
        strength: How surely the two say the same, in (0, 1].
        meant: Whether it rests on a mention that stands for the word.
    """

    line: int
    at: int
    strength: float
    meant: bool = False


@dataclass(eq=False)
class Alignment:
    """A sentence, the sentences of articles it is held against, and what rests on what.

    Attributes:
        line: The sentence.
        grounding: Sentences of articles, the leading one first.
        links: Index of a word -> what it rests on; words that rest on nothing are not in it.
        absorbed: Indices of words of a phrase that rests, as a whole, on one word.
    """

    line: Line
    grounding: tuple[ArticleLine, ...]
    links: dict[int, Link] = field(default_factory=dict)
    absorbed: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        self._back: dict[tuple[int, int], list[int]] = {}
        for at, link in self.links.items():
            self._back.setdefault((link.line, link.at), []).append(at)

    def resting_on(self, line: int, at: int) -> Sequence[int]:
        """Return the words of the sentence that rest on a word of the grounding."""
        return self._back.get((line, at), ())

    def partner(self, at: int) -> Word | None:
        """Return the word of the grounding a word rests on."""
        link = self.links.get(at)
        return self.grounding[link.line].words[link.at] if link else None

    @property
    def coverage(self) -> float:
        """Share in [0, 1] of the sentence's weight that rests on something."""
        return share(self.line.content, self.links)

    @property
    def said(self) -> float:
        """The same of its words alone, whoever is named and however many are counted; 1 where it has none."""
        words = [word for word in self.line.content if word.kind == "word"]
        return share(words, self.links) if words else 1.0


def share(words: Sequence[Word], links: dict[int, Link]) -> float:
    """Return the share in [0, 1] of the weight of some words that the links carry; 0 where there are none."""
    whole = sum(word.weight for word in words)
    return sum(word.weight * links[word.at].strength for word in words if word.at in links) / whole if whole else 0.0


def alone(line: Line, other: ArticleLine) -> dict[int, list[Link]]:
    """Return what each word of a sentence that states something could rest on in another one that grounds it alone."""
    return {word.at: candidates(word, other) for word in line.content}


def candidates(word: Word, line: ArticleLine) -> list[Link]:
    """Return what a word could rest on in a sentence that grounds it alone."""
    if word.low in NEUTRAL_SPEECH and word.tag == "VERB":
        return _said(word, line)
    found: dict[int, Link] = {}
    for key in word.keys:
        for at in line.by_key.get(key, ()):
            other = line.words[at]
            if word.kind == "name" and other.kind == "word" and other.low != word.low:
                continue  # "Playoffs" as a name is not the "playoff" somebody won
            if key[0] == "^" and (word.low in OFFICES) != (other.low in OFFICES):
                continue  # the "judgment" is no "judge"
            if at not in found and other.content:
                found[at] = Link(0, at, strength_of(key))
    if not found and word.kind == "word":
        found = {at: Link(0, at, _WIDER) for key in word.keys for at in line.by_wider.get(key, ())}
    if not found and word.kind != "number" and word.low in line.meant:
        return [Link(0, at, _MEANT, meant=True) for at in line.meant[word.low]]
    return list(found.values())


def _said(word: Word, line: ArticleLine) -> list[Link]:
    """Return what a neutral verb of speech could rest on: any verb of speech, and nothing else ("stated" is no "state")."""
    spoken = (w for w in line.words if w.tag == "VERB" and (w.low in NEUTRAL_SPEECH or w.low in LOADED_SPEECH))
    return [Link(0, w.at, 1.0 if set(w.keys) & set(word.keys) else _MEANT) for w in spoken]


def align(line: Line, grounding: Sequence[ArticleLine]) -> Alignment:
    """Find for each word of a sentence that states something what it rests on.

    Args:
        line: The sentence.
        grounding: Sentences of articles, the leading one first.
    """
    content = line.content
    options = dict(line.once(alone, grounding[0]))
    for index, other in enumerate(grounding[1:], start=1):
        for at, found in line.once(alone, other).items():
            options[at] = [*options[at], *(Link(index, link.at, link.strength, link.meant) for link in found)]
    places = {at: {(link.line, link.at) for link in found} for at, found in options.items()}
    links = {}
    for order, word in enumerate(content):
        found = options[word.at]
        if len(found) == 1:
            links[word.at] = found[0]
        elif found:
            near = [w.at for w in content[max(0, order - _NEIGHBOURS) : order + _NEIGHBOURS + 1] if w.at != word.at]
            links[word.at] = max(found, key=lambda link: (_score(word.at, link, near, places), -link.line, -link.at))
    kept = _accompanied(line, links)
    absorbed = frozenset(_absorbed(line, grounding, kept))
    return Alignment(line, tuple(grounding), kept, absorbed)


def _absorbed(line: Line, grounding: Sequence[ArticleLine], links: dict[int, Link]) -> Iterator[int]:
    """Yield the further words of phrases that rest on what says the same in one word; each is given the link of its phrase."""
    for phrase in line.phrases:
        link = links.get(phrase.head)
        if link and not set(phrase.pattern.keys).isdisjoint(grounding[link.line].words[link.at].keys):
            for at in phrase.others:
                links[at] = link
                yield at


def _accompanied(line: Line, links: dict[int, Link]) -> dict[int, Link]:
    """Return the links without those that stand alone in a helping sentence: a word found anywhere says nothing of its place."""
    content = [word.at for word in line.content]
    kept = {}
    for order, at in enumerate(content):
        link = links.get(at)
        if link is None:
            continue
        if link.line == 0:
            kept[at] = link
            continue
        unit = line.units[at]
        before = [other for other in content[max(0, order - _COMPANY - 3) : order] if line.units[other] != unit][-_COMPANY:]
        behind = [other for other in content[order + 1 : order + 4 + _COMPANY] if line.units[other] != unit][:_COMPANY]
        near = (links.get(other) for other in (*before, *behind))
        if any(o and o.line == link.line and 0 < abs(o.at - link.at) <= _NEAR for o in near):
            kept[at] = link
    return kept


def _score(at: int, link: Link, near: Sequence[int], places: dict[int, set[tuple[int, int]]]) -> float:
    score = link.strength + (_LEADING if link.line == 0 else 0.0)
    for other in near:
        gaps = [
            abs((place - link.at) - (other - at))
            for line, place in places[other]
            if line == link.line and place != link.at and abs(place - link.at) <= _NEAR
        ]
        if gaps:
            score += _VOTE / (1 + min(gaps)) / abs(other - at) ** 0.5
    return score


def quick_links(line: Line, other: ArticleLine) -> dict[int, float]:
    """Return, for each word that could rest on something in a sentence, how surely."""
    return {at: max(link.strength for link in found) for at, found in line.once(alone, other).items() if found}
